"""Windows before an event: both ends included, and which of them bounds what."""

from __future__ import annotations

import pytest

from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.terms import (
    AtLeastBefore,
    BetweenBefore,
    CalendarDays,
    Length,
    Months,
    WithinBefore,
    WorkingDays,
    Years,
    window,
)
from tests.terms.samples import day, today


def inside(rule: AtLeastBefore | WithinBefore | BetweenBefore, event: str, *days: str) -> list[bool]:
    found = window(rule, day(event), calendar=today())
    return [day(d) in found for d in days]


def test_at_least_so_long_before_has_a_last_day_only() -> None:
    rule = AtLeastBefore(CalendarDays(30))
    assert inside(rule, "2026-05-04", "2000-01-01", "2026-04-04", "2026-04-05") == [True, True, False]
    found = window(rule, day("2026-05-04"), calendar=today())
    assert (found.opens, found.last) == (None, day("2026-04-04"))


def test_within_so_long_before_ends_with_the_event() -> None:
    rule = WithinBefore(CalendarDays(90))
    days = ("2026-02-02", "2026-02-03", "2026-05-04", "2026-05-05")
    assert inside(rule, "2026-05-04", *days) == [False, True, True, False]
    assert window(rule, day("2026-05-04"), calendar=today()).last == day("2026-05-04")


def test_between_two_lengths_both_ends_are_included() -> None:
    rule = BetweenBefore(WorkingDays(90), WorkingDays(30))
    days = ("2026-02-11", "2026-02-12", "2026-05-18", "2026-05-19")
    assert inside(rule, "2026-06-30", *days) == [False, True, True, False]


def test_a_backward_end_on_a_rest_day_stays_there() -> None:
    found = window(AtLeastBefore(CalendarDays(30)), day("2026-06-02"), calendar=today())
    assert found.last == day("2026-05-03")
    assert not today().day(found.last).is_working


def test_months_and_years_before() -> None:
    assert inside(WithinBefore(Months(6)), "2026-08-31", "2026-02-27", "2026-02-28") == [False, True]
    assert inside(AtLeastBefore(Years(1)), "2028-02-29", "2027-02-28", "2027-03-01") == [True, False]


def test_an_open_window_raises_only_where_the_open_end_decides() -> None:
    found = window(BetweenBefore(WorkingDays(90), WorkingDays(5)), day("2027-02-26"), calendar=today())
    assert found.closes is not None
    with pytest.raises(NotYetAnnounced):
        _ = found.last
    with pytest.raises(NotYetAnnounced):
        _ = day("2027-01-01") in found
    assert day("2026-12-01") not in window(WithinBefore(CalendarDays(10)), day("2027-02-26"), calendar=today())


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (WorkingDays(30), WorkingDays(90)),
        (WorkingDays(90), CalendarDays(30)),
        (Months(3), CalendarDays(30)),
        (90, 30),
        (WorkingDays(90), None),
    ],
)
def test_a_window_has_the_longer_length_first_and_one_unit(first: WorkingDays, last: WorkingDays) -> None:
    with pytest.raises(InvalidInput) as caught:
        BetweenBefore(first, last)
    assert caught.value.faults[0].path in ("first", "last")


@pytest.mark.parametrize("what", [30, None, "30 days"])
def test_a_window_takes_a_length(what: Length) -> None:
    for rule in (AtLeastBefore, WithinBefore):
        with pytest.raises(InvalidInput) as caught:
            window(rule(what), day("2026-05-04"), calendar=today())
        assert [fault.code for fault in caught.value.faults] == ["not-a-length"]


def test_a_window_of_one_day() -> None:
    rule = BetweenBefore(WorkingDays(5), WorkingDays(5))
    found = window(rule, day("2026-03-11"), calendar=today())
    assert found.opens is not None
    assert found.opens.due == found.last == day("2026-03-04")
