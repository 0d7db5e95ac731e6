"""A published judgment on an extension: what was promised, what the law allows, and both moved by the same days."""

from __future__ import annotations

from govsvc.cases import Accepted, Approved, Case, Event, Received, RenewalApplied, Stage
from govsvc.terms import WorkingDays
from tests.cases.logs import day, dues, extended, found, log, seen

ACCEPTED = (Received(day("2022-11-01")), Accepted(day("2022-11-01")))


def tobacco(*more: Event) -> Case:
    return log(*ACCEPTED, *more, promised=WorkingDays(8))


def test_without_the_extension_the_promise_ends_on_the_eleventh_and_the_law_on_the_twenty_ninth() -> None:
    assert dues(seen(tobacco(), "2022-11-11")) == {"decision": "2022-11-29", "promised-decision": "2022-11-11"}


def test_an_extension_by_four_days_on_the_promises_last_day_moves_both() -> None:
    got = seen(tobacco(extended("2022-11-11", 4)), "2022-11-11")
    assert dues(got) == {"decision": "2022-12-05", "promised-decision": "2022-11-17"}


def test_the_decision_of_the_seventeenth_was_in_time_for_both() -> None:
    got = seen(tobacco(extended("2022-11-11", 4), Approved(day("2022-11-17"))), "2022-11-17")
    assert (got.state, found(got)) == (Stage.APPROVED, [])
    a_day_later = seen(tobacco(extended("2022-11-11", 4), Approved(day("2022-11-18"))), "2022-11-18")
    assert found(a_day_later) == ["promise.late"]


def test_as_a_renewal_it_came_a_day_after_the_licence_had_ended() -> None:
    case = log(
        RenewalApplied(day("2022-11-01")),
        Accepted(day("2022-11-01")),
        extended("2022-11-11", 4),
        Approved(day("2022-11-17")),
        promised=WorkingDays(8),
        expires=day("2022-10-31"),
    )
    got = seen(case, "2022-11-17")
    assert (got.state, found(got)) == (Stage.APPROVED, ["renewal.application.late"])
