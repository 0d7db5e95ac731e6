"""What may be said of a deadline on a day: the boundaries to the day."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest

from govsvc.calendars import china
from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.terms import (
    CalendarDays,
    Conditions,
    Hours,
    Length,
    Months,
    Remaining,
    Roll,
    Status,
    UntilTheDay,
    WarningPolicy,
    WorkingDays,
    clock,
)
from tests.terms.samples import calendars, day, deadline, exclusions, guangxi, length, out, today

POLICY = WarningPolicy(((2, "yellow"), (0, "red")), source="bureau rule 2026-4")
ONE_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("as_of", "status", "working", "calendar_days", "level"),
    [
        ("2026-03-06", Status.RUNNING, 3, 5, None),
        ("2026-03-07", Status.RUNNING, 3, 4, None),
        ("2026-03-08", Status.RUNNING, 3, 3, None),
        ("2026-03-09", Status.RUNNING, 2, 2, "yellow"),
        ("2026-03-10", Status.RUNNING, 1, 1, "yellow"),
        ("2026-03-11", Status.LAST_DAY, 0, 0, "red"),
        ("2026-03-12", Status.OVERDUE, -1, -1, "red"),
        ("2026-03-14", Status.OVERDUE, -2, -3, "red"),
    ],
)
def test_a_deadline_day_by_day(as_of: str, status: Status, working: int, calendar_days: int, level: str | None) -> None:
    due = deadline(WorkingDays(20), "2026-02-05")
    assert due.due == day("2026-03-11")
    assert due.status(day(as_of)) is status
    assert due.is_overdue(day(as_of)) is (status is Status.OVERDUE)
    assert due.remaining(day(as_of)) == Remaining(working, calendar_days)
    assert due.warning(day(as_of), POLICY) == level


def test_safe_and_lapsed_meet_where_all_is_announced() -> None:
    due = deadline(WorkingDays(20), "2026-02-05")
    assert (due.safe, due.lapsed_from) == (day("2026-03-11"), day("2026-03-12"))


def test_calendar_days_tell_the_status_for_every_unit() -> None:
    rng = Random(16)
    lengths: list[Length] = [*(length(rng) for _ in range(60)), UntilTheDay()]
    for what in lengths:
        due = deadline(what, dt.date(2015, 1, 1) + dt.timedelta(rng.randint(0, 3650)))
        for offset in (-40, -2, -1, 0, 1, 2, 40):
            as_of = due.due + offset * ONE_DAY
            left = due.remaining(as_of)
            assert (left.calendar_days < 0) is (due.status(as_of) is Status.OVERDUE) is due.is_overdue(as_of)
            assert (left.calendar_days == 0) is (due.status(as_of) is Status.LAST_DAY)
            assert left.working_days <= 0 if offset >= 0 else left.working_days >= 0


def test_hours_are_overdue_after_their_last_day() -> None:
    due = deadline(Hours(24), dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC))
    assert [due.status(day(d)) for d in ("2026-03-06", "2026-03-07", "2026-03-08")] == [
        Status.RUNNING, Status.LAST_DAY, Status.OVERDUE,
    ]  # fmt: skip
    assert due.remaining(day("2026-03-08")).calendar_days == -1


def test_what_remains_leaves_out_the_excluded_days() -> None:
    due = deadline(WorkingDays(20), "2026-02-05")
    longer = clock(due.term, due.start, today(), Conditions((out("2026-03-09", "2026-03-10"),)))
    assert longer.due == day("2026-03-13")
    assert longer.remaining(day("2026-03-06")) == Remaining(3, 7)


def test_what_remains_is_the_walkers_count() -> None:
    rng = Random(17)
    for _ in range(300):
        start, what = dt.date(2010, 1, 1) + dt.timedelta(rng.randint(0, 5000)), WorkingDays(rng.randint(1, 30))
        excluded = exclusions(rng, start, 1)
        due = clock(deadline(what, start).term, start, today(), Conditions(tuple(excluded)))
        left = [
            d
            for n in range(1, (due.due - start).days + 1)
            if today().day(d := start + n * ONE_DAY).is_working and not any(d in item.days for item in excluded)
        ]
        assert due.remaining(start).working_days == len(left) == what.n


# open intervals


def test_december_is_uncertain_inside_the_interval() -> None:
    due = deadline(WorkingDays(20), "2026-12-10")
    assert (due.safe, due.lapsed_from) == (day("2027-01-06"), day("2027-01-13"))
    found = {d: due.status(day(d)) for d in ("2027-01-05", "2027-01-06", "2027-01-12", "2027-01-13")}
    assert [*found.values()] == [Status.RUNNING, Status.UNCERTAIN, Status.UNCERTAIN, Status.OVERDUE]
    for count in (due.is_overdue, due.remaining):
        with pytest.raises(NotYetAnnounced) as caught:
            count(day("2027-01-08"))
        assert (caught.value.earliest, caught.value.likely, caught.value.latest) == (
            day("2027-01-06"), day("2027-01-08"), day("2027-01-12"),
        )  # fmt: skip


def test_an_open_deadline_is_measured_to_its_safe_day_and_from_its_latest() -> None:
    due = deadline(WorkingDays(20), "2026-12-10")
    assert due.remaining(day("2027-01-05")).calendar_days == 1
    assert due.remaining(day("2027-01-13")).calendar_days == -1
    assert due.is_overdue(day("2027-01-13"))
    assert not due.is_overdue(day("2027-01-05"))


def test_the_warning_inside_an_open_interval_is_that_of_the_last_day() -> None:
    due = deadline(WorkingDays(20), "2026-12-10")
    assert [due.warning(day(d), POLICY) for d in ("2026-12-10", "2027-01-08", "2027-01-13")] == [None, "red", "red"]


def test_what_remains_before_an_open_end_is_never_more_than_announced_later() -> None:
    before, rng = china(as_known=day("2024-11-10")), Random(3)
    for _ in range(200):
        start = dt.date(2024, 11, 11) + dt.timedelta(rng.randint(0, 40))
        due, true = (deadline(WorkingDays(30), start, calendar) for calendar in (before, today()))
        as_of = start + rng.randint(0, 10) * ONE_DAY
        assert due.remaining(as_of).calendar_days <= true.remaining(as_of).calendar_days
        assert due.remaining(as_of).working_days <= true.remaining(as_of).working_days


def test_a_warning_never_falls_as_days_pass() -> None:
    ranks = {None: 0, "yellow": 1, "red": 2}
    for calendar in calendars():
        for start in ("2026-02-05", "2026-12-10", "2019-04-15"):
            due = deadline(WorkingDays(20), start, calendar)
            levels = [ranks[due.warning(day(start) + n * ONE_DAY, POLICY)] for n in range(60)]
            assert levels == sorted(levels)


def test_a_region_not_held_never_lapses_for_certain() -> None:
    due = deadline(WorkingDays(20), "2026-12-10", guangxi())
    assert due.status(day("2028-01-01")) is Status.UNCERTAIN
    assert due.status(due.safe - ONE_DAY) is Status.RUNNING


# bad input


@pytest.mark.parametrize("as_of", [dt.datetime(2026, 3, 11, 9), "2026-03-11", None])
def test_a_day_that_is_none_is_refused(as_of: dt.date) -> None:
    due = deadline(WorkingDays(20), "2026-02-05")
    for ask in (due.status, due.is_overdue, due.remaining, lambda d: due.warning(d, POLICY)):
        with pytest.raises(InvalidInput) as caught:
            ask(as_of)
        assert caught.value.faults[0].path == "as_of"


def test_an_aware_moment_is_its_day_in_beijing() -> None:
    due = deadline(WorkingDays(20), "2026-02-05")
    assert due.status(dt.datetime(2026, 3, 11, 15, 59, tzinfo=dt.UTC)) is Status.LAST_DAY
    assert due.status(dt.datetime(2026, 3, 11, 16, tzinfo=dt.UTC)) is Status.OVERDUE


@pytest.mark.parametrize(
    ("levels", "source", "faults"),
    [
        ((), "rule", [("levels", "not-distinct")]),
        (((2, "yellow"), (2, "red")), "rule", [("levels", "not-distinct")]),
        (((True, "yellow"), ("2", "red"), (0, "")), " ", [
            *((f"levels[{place}]", "not-a-level") for place in range(3)), ("source", "missing"),
        ]),
        ((5, (2, "yellow", "x")), "rule", [("levels[0]", "not-a-level"), ("levels[1]", "not-a-level")]),
    ],
)  # fmt: skip
def test_a_policy_tells_every_fault(
    levels: tuple[tuple[int, str], ...], source: str, faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        WarningPolicy(levels, source=source)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == faults


def test_a_policy_is_the_same_in_any_order() -> None:
    assert WarningPolicy(((0, "red"), (2, "yellow")), source="bureau rule 2026-4") == POLICY
    late = WarningPolicy(((-5, "black"), (0, "red")), source="rule")
    assert [late.level(n) for n in (1, 0, -4, -5, -6)] == [None, "red", "red", "black", "black"]


@pytest.mark.parametrize("what", [CalendarDays(30), Months(1)])
def test_a_term_rolls_as_it_says(what: Length) -> None:
    assert deadline(what, "2026-09-02", roll=Roll.DAY_AFTER_REST).due == day("2026-10-08")
    assert deadline(what, "2026-09-02").due == day("2026-10-02")
