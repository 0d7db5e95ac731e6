"""Review: the statutory and the promised term, procedures left out, the extension, the decision, delivery."""

from __future__ import annotations

import pytest

from govsvc.acts import Law
from govsvc.cases import (
    Accepted,
    Approved,
    Assessment,
    Delivered,
    Denied,
    Ending,
    Event,
    ExclusionEnded,
    Extended,
    Received,
    Stage,
    Withdrawn,
)
from govsvc.norms import Matter, MatterType
from govsvc.terms import CalendarDays, Extension, ExtensionTo, WorkingDays
from tests.cases.logs import CONSENTING, OTHER, PAYMENT, begun, day, dues, extended, found, log, seen

# Accepted on Monday 2026-03-02: twenty working days end on 03-30, thirty on 04-14 (04-04 to 04-06 are off).
ACCEPTED = (Received(day("2026-03-02")), Accepted(day("2026-03-02")))


def due(*events: Event, as_of: str, **fields: object) -> str:
    return dues(seen(log(*ACCEPTED, *events, **fields), as_of))["decision"]


def test_twenty_working_days_from_acceptance() -> None:
    assert found(seen(log(*ACCEPTED), "2026-03-30")) == []
    got = seen(log(*ACCEPTED), "2026-03-31")
    assert (got.state, found(got)) == (Stage.ACCEPTED, ["decision.overdue"])
    assert got.findings[0].subject == "$"


@pytest.mark.parametrize("decided", [Approved, Denied])
def test_a_decision_on_the_last_day_is_in_time_and_the_day_after_it_is_late(decided: type[Approved | Denied]) -> None:
    in_time = seen(log(*ACCEPTED, decided(day("2026-03-30"))), "2026-03-30")
    assert found(in_time) == []
    assert [ended.how for ended in in_time.ended] == [Ending.KEPT, Ending.KEPT]
    late = seen(log(*ACCEPTED, decided(day("2026-03-31"))), "2026-03-31")
    assert found(late) == ["decision.late"]
    assert late.ended[-1].how is Ending.LATE
    assert late.findings[0].subject == "$.events[2]"


def test_joint_handling_has_forty_five_days_and_fifteen_more() -> None:
    joint = log(Accepted(day("2026-01-30")), joint=True)
    assert dues(seen(joint, "2026-01-30")) == {"joint-decision": "2026-04-10"}
    assert found(seen(joint, "2026-04-11")) == ["receipt.not-recorded", "decision.overdue"]
    longer = joint.then(extended("2026-04-10", 15, "head-of-government"))
    assert dues(seen(longer, "2026-04-10")) == {"joint-decision": "2026-05-06"}


def test_a_decision_with_no_acceptance_on_record_is_acceptance_too() -> None:
    got = seen(log(Received(day("2026-03-02")), Approved(day("2026-03-03"))), "2026-03-03")
    assert (got.state, got.accepted_on, found(got)) == (Stage.APPROVED, day("2026-03-03"), ["acceptance.not-recorded"])


# The promise.


def test_a_promise_runs_beside_the_law_and_breaking_it_is_a_warning() -> None:
    case = log(*ACCEPTED, promised=WorkingDays(7))
    assert dues(seen(case, "2026-03-11")) == {"decision": "2026-03-30", "promised-decision": "2026-03-11"}
    assert seen(case, "2026-03-11").next_due == seen(case, "2026-03-11").clocks[1]
    assert found(seen(case, "2026-03-12")) == ["promise.overdue"]
    assert found(seen(case.then(Approved(day("2026-03-12"))), "2026-03-12")) == ["promise.late"]
    assert found(seen(case.then(Approved(day("2026-03-11"))), "2026-03-11")) == []


def test_a_procedure_left_out_moves_the_promise_as_well() -> None:
    case = log(*ACCEPTED, begun("2026-03-05", until="2026-03-10"), promised=WorkingDays(7))
    assert dues(seen(case, "2026-03-06")) == {"decision": "2026-04-03", "promised-decision": "2026-03-17"}


def test_an_extension_moves_law_and_promise_by_the_same_days() -> None:
    case = log(*ACCEPTED, extended("2026-03-11", 5), promised=WorkingDays(7))
    assert dues(seen(case, "2026-03-11")) == {"decision": "2026-04-07", "promised-decision": "2026-03-18"}


def test_an_extension_after_the_promise_does_not_revive_it() -> None:
    case = log(*ACCEPTED, extended("2026-03-12", 5), promised=WorkingDays(7))
    got = seen(case, "2026-03-12")
    assert dues(got) == {"decision": "2026-04-07", "promised-decision": "2026-03-11"}
    assert found(got) == ["promise.overdue"]


# Procedures left out.


def test_a_procedure_pushes_the_end_by_its_working_days() -> None:
    until = begun("2026-03-05", until="2026-03-10")
    assert due(until, as_of="2026-03-10") == "2026-04-03"  # Thursday, Friday, Monday, Tuesday
    assert seen(log(*ACCEPTED, until), "2026-03-10").state is Stage.SUSPENDED


def test_overlapping_procedures_count_once() -> None:
    both = (begun("2026-03-05", "hearing", "2026-03-10"), begun("2026-03-09", "testing", "2026-03-11"))
    assert due(*both, as_of="2026-03-11") == "2026-04-07"  # five working days, not seven
    ended = (*both, ExclusionEnded(day("2026-03-10"), "hearing"), ExclusionEnded(day("2026-03-11"), "testing"))
    got = seen(log(*ACCEPTED, *ended), "2026-03-11")
    assert (got.state, found(got), dues(got)) == (Stage.ACCEPTED, [], {"decision": "2026-04-07"})


def test_a_procedure_that_ends_early_gives_the_rest_back() -> None:
    early = (begun("2026-03-05", until="2026-03-20"), ExclusionEnded(day("2026-03-06")))
    assert due(*early, as_of="2026-03-06") == "2026-04-01"


def test_the_time_told_is_the_most_that_is_left_out() -> None:
    told = begun("2026-03-05", until="2026-03-10")
    assert found(seen(log(*ACCEPTED, told), "2026-03-10")) == []
    got = seen(log(*ACCEPTED, told), "2026-03-11")
    assert (got.state, found(got), dues(got)) == (Stage.ACCEPTED, ["exclusion.overran"], {"decision": "2026-04-03"})
    ended = seen(log(*ACCEPTED, told, ExclusionEnded(day("2026-03-13"))), "2026-03-13")
    assert found(ended) == ["exclusion.overran", "exclusion.not-running"]
    assert dues(ended) == {"decision": "2026-04-03"}


def test_a_procedure_with_no_end_told_runs_until_the_day_asked_about() -> None:
    running = begun("2026-03-05")
    assert found(seen(log(*ACCEPTED, running), "2026-06-01")) == ["exclusion.time-unknown"]
    assert due(running, as_of="2026-03-05") == "2026-03-31"
    assert due(running, as_of="2026-03-06") == "2026-04-01"
    ended = seen(log(*ACCEPTED, running, ExclusionEnded(day("2026-03-06"))), "2026-06-01")
    assert dues(ended) == {"decision": "2026-04-01"}


def test_a_procedure_nobody_was_told_of_is_left_out_and_looked_at() -> None:
    case = log(*ACCEPTED, begun("2026-03-05", until="2026-03-10", told_on=None))
    got = seen(case, "2026-03-06")
    assert (dues(got), found(got)) == ({"decision": "2026-04-03"}, ["exclusion.not-told"])
    assert [str(cite) for cite in got.findings[0].basis] == ["行政许可法第四十五条"]


@pytest.mark.parametrize("why", ["on-site-check", "public-notice", "", "HEARING"])
def test_no_other_procedure_stops_the_clock(why: str) -> None:
    got = seen(log(*ACCEPTED, begun("2026-03-05", why, "2026-03-10")), "2026-03-06")
    assert (dues(got), found(got)) == ({"decision": "2026-03-30"}, ["exclusion.not-listed"])


def test_a_term_that_leaves_nothing_out_is_stopped_by_nothing() -> None:
    case = log(*ACCEPTED, begun("2026-03-05", "hearing", "2026-03-10"), matter=PAYMENT)
    got = seen(case, "2026-03-06", law=OTHER)
    assert (dues(got), found(got)) == ({"decision": "2026-03-16"}, ["exclusion.not-listed"])


def test_which_procedure_ended_must_be_clear() -> None:
    two = (begun("2026-03-05", "hearing", "2026-03-20"), begun("2026-03-05", "testing", "2026-03-20"))
    got = seen(log(*ACCEPTED, *two, ExclusionEnded(day("2026-03-06"))), "2026-03-06")
    assert (got.state, found(got)) == (Stage.SUSPENDED, ["exclusion.unclear-which"])
    one = (*two, ExclusionEnded(day("2026-03-06"), "hearing"))
    assert seen(log(*ACCEPTED, *one), "2026-03-06").state is Stage.SUSPENDED


def test_a_procedure_cannot_begin_twice_nor_end_before_it_begins() -> None:
    twice = (begun("2026-03-05", "hearing", "2026-03-20"), begun("2026-03-06", "hearing", "2026-03-25"))
    assert found(seen(log(*ACCEPTED, *twice), "2026-03-06")) == ["exclusion.runs-already"]
    backwards = begun("2026-03-05", "hearing", "2026-03-04")
    assert found(seen(log(*ACCEPTED, backwards), "2026-03-06")) == ["exclusion.ends-before-it-begins"]


def test_a_decision_ends_a_procedure_that_nobody_ended() -> None:
    case = log(*ACCEPTED, begun("2026-03-05"), Approved(day("2026-04-20")))
    got = seen(case, "2026-04-20")
    assert (got.state, found(got)) == (Stage.APPROVED, ["exclusion.time-unknown", "exclusion.not-ended"])


# The extension.


def test_the_example_of_an_extension_in_and_out_of_time() -> None:
    accepted = (Received(day("2026-09-21")), Accepted(day("2026-09-21")))
    assert dues(seen(log(*accepted), "2026-09-21")) == {"decision": "2026-10-26"}
    assert dues(seen(log(*accepted, extended("2026-10-20")), "2026-10-20")) == {"decision": "2026-11-09"}
    assert dues(seen(log(*accepted, extended("2026-10-26")), "2026-10-26")) == {"decision": "2026-11-09"}
    late = seen(log(*accepted, extended("2026-10-27")), "2026-10-27")
    assert dues(late) == {"decision": "2026-10-26"}
    assert found(late) == ["extension.outside-term", "decision.overdue"]


def refused(got: Assessment) -> list[str]:
    assert dues(got)["decision"] == "2026-03-30"
    assert len(got.set_aside) == 1
    return found(got)


def test_an_extension_is_as_long_as_allowed_by_whom_the_law_names_and_whatever_is_wrong_is_said() -> None:
    assert refused(seen(log(*ACCEPTED, extended("2026-03-20", 11)), "2026-03-20")) == ["extension.longer-than-allowed"]
    government = extended("2026-03-20", 10, "head-of-government")
    assert refused(seen(log(*ACCEPTED, government), "2026-03-20")) == ["extension.wrong-approver"]
    both = seen(log(*ACCEPTED, extended("2026-03-20", 11, "applicant")), "2026-03-20")
    assert refused(both) == ["extension.longer-than-allowed", "extension.wrong-approver"]
    assert dict(both.findings[0].details)["most"] == WorkingDays(10)
    assert dict(both.findings[1].details)["post"] == "head-of-agency"


@pytest.mark.parametrize(
    "given",
    [
        Extension(CalendarDays(3), approved_on=day("2026-03-20"), approver="head-of-agency"),
        ExtensionTo(WorkingDays(25), approved_on=day("2026-03-20"), approver="head-of-agency"),
    ],
)
def test_an_extension_of_another_kind_is_not_the_one_allowed(given: Extension | ExtensionTo) -> None:
    case = log(*ACCEPTED, Extended(day("2026-03-20"), given, day("2026-03-20")))
    assert refused(seen(case, "2026-03-20")) == ["extension.longer-than-allowed"]


def test_a_term_is_extended_once() -> None:
    case = log(*ACCEPTED, extended("2026-03-20", 4), extended("2026-03-23", 4))
    got = seen(case, "2026-03-23")
    assert (dues(got), found(got)) == ({"decision": "2026-04-03"}, ["extension.twice"])


def test_a_post_the_law_does_not_know_and_a_reason_not_told_are_looked_at() -> None:
    case = log(*ACCEPTED, extended("2026-03-20", 4, "副局长", told_on=None))
    got = seen(case, "2026-03-20")
    assert dues(got) == {"decision": "2026-04-03"}
    assert found(got) == ["extension.approver-unverified", "extension.reason-not-told"]


def test_an_extension_is_its_terms_own() -> None:
    law, payment = Law((CONSENTING,)), Matter(MatterType.PAYMENT)
    by = Extension(CalendarDays(4), approved_on=day("2026-03-10"), approver="head-of-government")
    got = seen(log(*ACCEPTED, Extended(by.approved_on, by, by.approved_on), matter=payment), "2026-03-10", law=law)
    assert (dues(got), found(got)) == ({"decision": "2026-03-16"}, [])
    none = seen(log(*ACCEPTED, extended("2026-03-10"), matter=payment), "2026-03-10", law=OTHER)
    assert (dues(none), found(none)) == ({"decision": "2026-03-16"}, ["extension.not-extendable"])


# After the decision.


def test_a_certificate_is_delivered_within_ten_working_days() -> None:
    case = log(*ACCEPTED, Approved(day("2026-03-10")))
    assert dues(seen(case, "2026-03-24")) == {"certificate-delivery": "2026-03-24"}
    assert found(seen(case, "2026-03-25")) == ["delivery.overdue"]
    kept = seen(case.then(Delivered(day("2026-03-24"))), "2026-03-24")
    assert (kept.state, kept.clocks, kept.next_due, found(kept)) == (Stage.DELIVERED, (), None, [])
    late = seen(case.then(Delivered(day("2026-03-25"))), "2026-03-25")
    assert (late.state, found(late)) == (Stage.DELIVERED, ["delivery.late"])


def test_a_denial_is_delivered_without_a_term() -> None:
    got = seen(log(*ACCEPTED, Denied(day("2026-03-10")), Delivered(day("2026-06-10"))), "2026-06-10")
    assert (got.state, found(got)) == (Stage.DELIVERED, [])


def test_a_withdrawal_stops_every_clock() -> None:
    case = log(*ACCEPTED, begun("2026-03-05"), Withdrawn(day("2026-03-10")), promised=WorkingDays(3))
    got = seen(case, "2026-06-01")
    assert (got.state, got.clocks, got.next_due) == (Stage.WITHDRAWN, (), None)
    assert [ended.how for ended in got.ended] == [Ending.KEPT, Ending.STOPPED, Ending.STOPPED]
