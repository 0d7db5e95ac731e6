"""The count of every length: the fast one is the walker's, and bends as the law says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from random import Random

import attrs
import pytest

from govsvc.calendars import Certainty, Interval, WorkCalendar, china
from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.spans import Span
from govsvc.terms import (
    CalendarDays,
    Conditions,
    Excluded,
    Extension,
    ExtensionTo,
    Hours,
    Length,
    Months,
    Reckoning,
    Restart,
    Roll,
    UntilTheDay,
    WorkingDays,
    Years,
    clock,
    reckon,
)
from govsvc.terms.reckoning import reckon_under
from tests.reference.walker import asking, rolled, walk
from tests.terms.samples import by, calendars, day, deadline, exclusions, guangxi, length, out, span, term, to, today

DAY_AFTER_REST, FIRST_WORKING_DAY = Roll.DAY_AFTER_REST, Roll.FIRST_WORKING_DAY


# the reference


def test_the_fast_count_is_the_walkers_in_a_hundred_thousand_terms() -> None:
    rng, calendar = Random(20261121), today()
    is_working = asking(calendar)
    for _ in range(100_000):
        backwards, start = rng.random() < 0.4, dt.date(2004, 6, 1) + dt.timedelta(rng.randint(0, 8600))
        n, excluded = rng.randint(1, 30), exclusions(rng, start, -1 if backwards else 1, 2)
        found = reckon(WorkingDays(n), start, calendar=calendar, excluded=excluded, backwards=backwards)
        spans = [item.days for item in excluded]
        expected = walk(WorkingDays(n), start, is_working, excluded=spans, backwards=backwards)
        assert found.likely == expected, (n, start, backwards, spans)


@pytest.mark.parametrize("index", range(len(calendars())))
def test_every_length_on_every_calendar_is_the_walkers(index: int) -> None:
    rng, calendar = Random(index), calendars()[index]
    nation, place = asking(calendar.national), asking(calendar)
    for _ in range(1_000):
        backwards, start = rng.random() < 0.3, dt.date(2005, 6, 1) + dt.timedelta(rng.randint(0, 8600))
        what, excluded = length(rng), exclusions(rng, start, -1 if backwards else 1)
        roll = Roll.NONE if backwards or isinstance(what, WorkingDays) else rng.choice(list(Roll))
        found = reckon(what, start, calendar=calendar, excluded=excluded, backwards=backwards, roll=roll)
        spans = [item.days for item in excluded]
        plain = walk(what, start, place, excluded=spans, backwards=backwards)
        assert found.likely == rolled(plain, roll, nation, place), (what, start, backwards, roll, spans)


def test_the_clock_of_a_term_is_the_reckoning_of_its_length() -> None:
    rng = Random(6)
    for _ in range(5_000):
        start, calendar = dt.date(2005, 6, 1) + dt.timedelta(rng.randint(0, 8000)), rng.choice(calendars())
        what = term(length(rng), backwards=rng.random() < 0.3)
        extensions = rng.choice(((), (), (by(WorkingDays(3)),), (by(CalendarDays(3)),), (to(WorkingDays(9)),)))
        restart = rng.choice((None, None, Restart(start + dt.timedelta(rng.randint(0, 20)), "materials")))
        conditions = Conditions(tuple(exclusions(rng, start, 1)), extensions, restart)
        found = clock(what, start, calendar, conditions)
        bearing = attrs.evolve(conditions, backwards=what.backwards)
        assert found == attrs.evolve(found, ends=reckon_under(bearing, what.within, start, calendar).ends)


# the vectors


VECTORS: list[tuple[str, Length, Roll, str]] = [
    ("2025-01-24", WorkingDays(5), Roll.NONE, "2025-02-07"),
    ("2025-09-26", WorkingDays(20), Roll.NONE, "2025-10-30"),
    ("2025-09-26", WorkingDays(30), Roll.NONE, "2025-11-13"),
    ("2024-02-02", WorkingDays(20), Roll.NONE, "2024-03-06"),
    ("2026-01-30", WorkingDays(45), Roll.NONE, "2026-04-10"),
    ("2026-02-13", WorkingDays(20), Roll.NONE, "2026-03-19"),
    ("2020-01-21", WorkingDays(5), Roll.NONE, "2020-02-05"),
    ("2015-08-31", WorkingDays(5), Roll.NONE, "2015-09-08"),
    ("2024-08-02", CalendarDays(60), Roll.NONE, "2024-10-01"),
    ("2024-08-02", CalendarDays(60), DAY_AFTER_REST, "2024-10-08"),
    ("2024-08-31", Months(6), Roll.NONE, "2025-02-28"),
    ("2023-08-31", Months(6), Roll.NONE, "2024-02-29"),
    ("2025-04-04", Months(6), Roll.NONE, "2025-10-04"),
    ("2025-04-04", Months(6), DAY_AFTER_REST, "2025-10-09"),
    ("2025-04-04", Months(6), FIRST_WORKING_DAY, "2025-10-09"),
    ("2024-02-29", Years(1), Roll.NONE, "2025-02-28"),
    ("2024-02-29", Years(4), Roll.NONE, "2028-02-29"),
    ("2026-05-04", UntilTheDay(), Roll.NONE, "2026-05-04"),
]


@pytest.mark.parametrize(("start", "what", "roll", "end"), VECTORS)
def test_vectors(start: str, what: Length, roll: Roll, end: str) -> None:
    assert reckon(what, day(start), calendar=today(), roll=roll).due == day(end)


def test_seven_working_days_back() -> None:
    assert reckon(WorkingDays(7), day("2025-10-15"), backwards=True, calendar=today()).due == day("2025-09-29")


def test_ten_more_working_days() -> None:
    found = reckon(WorkingDays(20), day("2025-09-26"), extensions=(by(WorkingDays(10)),), calendar=today())
    assert found.due == day("2025-11-13")


def test_where_the_offices_were_closed() -> None:
    hubei = next(c for c in calendars() if c.day(day("2020-02-10")).kind.value == "holiday")
    assert reckon(WorkingDays(5), day("2020-01-21"), calendar=hubei).due == day("2020-02-18")


def test_months_back_end_on_the_months_last_day() -> None:
    assert reckon(Months(6), day("2025-08-31"), backwards=True, calendar=today()).due == day("2025-02-28")


# the start


def test_an_aware_start_is_its_day_in_beijing() -> None:
    late = dt.datetime(2025, 1, 23, 17, tzinfo=dt.UTC)
    assert reckon(WorkingDays(5), late, calendar=today()).start == day("2025-01-24")
    assert deadline(WorkingDays(5), late).due == day("2025-02-07")


@pytest.mark.parametrize("start", [dt.datetime(2025, 1, 24, 9), "2025-01-24", None, 20250124])
@pytest.mark.parametrize("what", [WorkingDays(5), CalendarDays(5), Months(1), UntilTheDay()])
def test_a_start_that_is_no_day_is_refused(start: dt.date, what: Length) -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(what, start, calendar=today())
    assert caught.value.faults[0].path == "start"
    with pytest.raises(InvalidInput):
        clock(term(what), start, today())


@pytest.mark.parametrize("start", ["1899-12-31", "1900-01-01", "2003-12-31", "2101-01-01", "2150-01-01"])
def test_working_days_are_counted_on_the_calendar_only(start: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(WorkingDays(5), day(start), calendar=today())
    assert caught.value.faults[0].code == "outside-calendar"


def test_working_days_that_leave_the_calendar_are_refused() -> None:
    for start, backwards in (("2100-12-30", False), ("2004-01-05", True)):
        with pytest.raises(InvalidInput):
            reckon(WorkingDays(20), day(start), calendar=today(), backwards=backwards)


def test_days_months_and_years_are_counted_beyond_the_calendar() -> None:
    assert reckon(CalendarDays(5), day("1899-12-31"), calendar=today()).due == day("1900-01-05")
    assert reckon(Years(50), day("2150-02-28"), calendar=today()).due == day("2200-02-28")


@pytest.mark.parametrize("what", [CalendarDays(36_500), Months(36_500), Years(36_500)])
def test_an_end_after_the_last_date_is_refused(what: Length) -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(what, day("9990-01-01"), calendar=today())
    assert caught.value.faults[0].code == "outside-calendar"


# hours


def test_hours_run_from_the_hour_set() -> None:
    start = dt.datetime(2026, 3, 6, 20, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    found = reckon(Hours(24), start, calendar=today())
    assert found.at == start + dt.timedelta(hours=24)
    assert (found.start, found.due) == (day("2026-03-06"), day("2026-03-07"))


def test_hours_in_another_zone_are_converted_to_beijing() -> None:
    found = reckon(Hours(2), dt.datetime(2026, 9, 30, 15, tzinfo=dt.UTC), calendar=today())
    assert (found.start, found.due) == (day("2026-09-30"), day("2026-10-01"))
    assert found.at is not None
    assert found.at.isoformat() == "2026-10-01T01:00:00+08:00"


@pytest.mark.parametrize(("start", "code"), [
    (dt.datetime(2026, 3, 6, 20), "naive-datetime"),
    (dt.date(2026, 3, 6), "no-time-of-day"),
    ("20:30", "no-time-of-day"),
])  # fmt: skip
def test_hours_need_an_aware_moment(start: dt.date, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(Hours(24), start, calendar=today())
    assert [fault.code for fault in caught.value.faults] == [code]


def test_only_hours_have_a_moment_of_end() -> None:
    assert reckon(WorkingDays(1), dt.datetime(2026, 3, 6, 20, tzinfo=dt.UTC), calendar=today()).at is None


# rolls


def ends_on(end: dt.date, roll: Roll, calendar: WorkCalendar) -> dt.date:
    return reckon(CalendarDays(1), end - dt.timedelta(1), calendar=calendar, roll=roll).likely


def test_both_rolls_agree_on_every_day_of_2004_to_2026() -> None:
    days = Span(day("2004-01-02"), day("2026-12-31"))
    assert all(ends_on(d, DAY_AFTER_REST, today()) == ends_on(d, FIRST_WORKING_DAY, today()) for d in days)


def test_the_rolls_differ_where_make_up_days_are_not_worked() -> None:
    saturday, off = day("2026-01-03"), today().without_make_up_work()
    assert today().day(day("2026-01-04")).kind.value == "make-up-work"
    assert ends_on(saturday, DAY_AFTER_REST, off) == day("2026-01-04")
    assert ends_on(saturday, FIRST_WORKING_DAY, off) == day("2026-01-05")


def test_the_rolls_differ_where_a_region_adds_days() -> None:
    granted = [d for d in Span(day("2024-01-01"), day("2024-12-31")) if guangxi().day(d).kind.value == "holiday"]
    own = next(d for d in granted if today().day(d).is_working)
    assert ends_on(own, DAY_AFTER_REST, guangxi()) == own
    assert ends_on(own, FIRST_WORKING_DAY, guangxi()) > own


def test_a_worked_saturday_does_not_roll_and_a_worked_sunday_takes_a_roll() -> None:
    assert ends_on(day("2026-02-14"), DAY_AFTER_REST, today()) == day("2026-02-14")
    assert ends_on(day("2026-01-02"), DAY_AFTER_REST, today()) == day("2026-01-04")


def test_working_days_do_not_roll() -> None:
    for roll in Roll:
        assert reckon(WorkingDays(5), day("2025-01-24"), roll=roll, calendar=today()).due == day("2025-02-07")


def test_a_roll_beyond_what_is_announced_is_open() -> None:
    found = reckon(CalendarDays(1), day("2026-12-31"), roll=DAY_AFTER_REST, calendar=today())
    assert found.certainty is Certainty.PROVISIONAL
    with pytest.raises(NotYetAnnounced) as caught:
        _ = found.due
    assert (caught.value.earliest, caught.value.likely, caught.value.latest) == (
        found.earliest,
        day("2027-01-04"),
        found.latest,
    )
    assert found.earliest <= found.likely <= found.latest


# what bears on a count


def test_overlapping_exclusions_count_once() -> None:
    one = reckon(WorkingDays(5), day("2026-03-02"), excluded=[out("2026-03-04", "2026-03-06")], calendar=today())
    overlapping = [out("2026-03-04", "2026-03-05"), out("2026-03-05", "2026-03-06"), out("2026-03-04")]
    assert one.due == day("2026-03-12")
    assert reckon(WorkingDays(5), day("2026-03-02"), excluded=overlapping, calendar=today()).due == one.due


def test_excluded_rest_days_cost_nothing() -> None:
    found = reckon(WorkingDays(5), day("2026-03-02"), excluded=[out("2026-03-07", "2026-03-08")], calendar=today())
    assert found.due == day("2026-03-09")


def test_exclusions_push_calendar_days_and_months() -> None:
    excluded = [out("2026-03-04", "2026-03-06")]
    assert reckon(CalendarDays(5), day("2026-03-02"), excluded=excluded, calendar=today()).due == day("2026-03-10")
    assert reckon(Months(1), day("2026-03-02"), excluded=excluded, calendar=today()).due == day("2026-04-05")


def test_a_running_exclusion_has_no_end_to_count_over() -> None:
    running = Excluded(out("2026-03-04").why, Span.since(day("2026-03-04")), told_on=None)
    counts: tuple[Callable[[], Reckoning], ...] = (
        lambda: reckon(WorkingDays(5), day("2026-03-02"), excluded=[running], calendar=today()),
        lambda: clock(term(WorkingDays(5)), day("2026-03-02"), today(), Conditions((running,))),
    )
    for count in counts:
        with pytest.raises(InvalidInput) as caught:
            count()
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("excluded[0].days", "still-running")]


def test_extend_by_adds_and_extend_to_replaces() -> None:
    start = day("2026-03-02")
    plain, thirty = (reckon(WorkingDays(n), start, calendar=today()).due for n in (20, 30))
    assert reckon(WorkingDays(20), start, extensions=[by(WorkingDays(10))], calendar=today()).due == thirty
    assert reckon(WorkingDays(20), start, extensions=[to(WorkingDays(30))], calendar=today()).due == thirty
    again: list[Extension | ExtensionTo] = [by(WorkingDays(10)), to(WorkingDays(20))]
    assert reckon(WorkingDays(20), start, extensions=again, calendar=today()).due == plain
    assert reckon(WorkingDays(20), start, extensions=[*again, by(WorkingDays(10))], calendar=today()).due == thirty


def test_an_extension_in_another_unit_runs_from_the_end() -> None:
    start = day("2026-03-02")
    plain = reckon(WorkingDays(20), start, calendar=today()).due
    found = reckon(WorkingDays(20), start, extensions=[by(CalendarDays(30))], calendar=today())
    assert found.due == plain + dt.timedelta(30)
    assert [what for what, _ in found.parts()] == [WorkingDays(20), CalendarDays(30)]


def test_extend_to_counts_from_the_start_in_its_own_unit() -> None:
    found = reckon(WorkingDays(20), day("2026-03-02"), extensions=[to(Months(2))], calendar=today())
    assert found.due == day("2026-05-02")


def test_a_restart_counts_from_its_own_day_and_keeps_the_start() -> None:
    found = reckon(WorkingDays(5), day("2026-03-02"), restart=Restart(day("2026-03-10"), "materials"), calendar=today())
    assert (found.start, found.counted_from) == (day("2026-03-02"), day("2026-03-10"))
    assert found.due == reckon(WorkingDays(5), day("2026-03-10"), calendar=today()).due


def test_a_restart_before_the_start_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(WorkingDays(5), day("2026-03-02"), restart=Restart(day("2026-03-01"), "materials"), calendar=today())
    assert [fault.path for fault in caught.value.faults] == ["restart.on"]


def test_hours_and_the_day_itself_take_no_conditions() -> None:
    moment = dt.datetime(2026, 3, 6, 20, tzinfo=dt.UTC)
    for what, start in ((Hours(2), moment), (UntilTheDay(), day("2026-03-06"))):
        with pytest.raises(InvalidInput) as caught:
            reckon(what, start, excluded=[out("2026-03-07")], calendar=today())
        assert [fault.code for fault in caught.value.faults] == ["takes-no-conditions"]


def test_every_fault_of_the_conditions_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(
            5,  # type: ignore[arg-type]
            day("2026-03-02"),
            excluded=[span("2026-03-04")],  # type: ignore[list-item]
            extensions=[WorkingDays(10)],  # type: ignore[list-item]
            restart=day("2026-03-05"),  # type: ignore[arg-type]
            roll="none",  # type: ignore[arg-type]
            slack=-1,
            calendar=today(),
        )
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("length", "not-a-length"),
        ("excluded[0]", "not-an-exclusion"),
        ("extensions[0]", "not-an-extension"),
        ("restart", "not-a-restart"),
        ("roll", "not-a-roll"),
        ("slack", "not-a-slack"),
    ]


def test_backward_counts_do_not_roll() -> None:
    with pytest.raises(InvalidInput) as caught:
        reckon(CalendarDays(5), day("2026-03-02"), backwards=True, roll=DAY_AFTER_REST, calendar=today())
    assert [fault.code for fault in caught.value.faults] == ["backward-terms-do-not-roll"]


# open ends


def ends(found: Reckoning) -> tuple[dt.date, dt.date, dt.date]:
    return found.earliest, found.likely, found.latest


def open_start(rng: Random) -> dt.date:
    return dt.date(2026, 10, 1) + dt.timedelta(rng.randint(0, 500))


def test_the_example_of_december() -> None:
    found = reckon(WorkingDays(20), day("2026-12-10"), calendar=today())
    assert ends(found) == (day("2027-01-06"), day("2027-01-08"), day("2027-01-12"))
    assert not found.is_settled
    assert found.ends == Interval(*ends(found), Certainty.PROVISIONAL)


def test_exclusions_never_bring_an_end_nearer() -> None:
    rng = Random(45)
    for _ in range(3_000):
        backwards, start, what = rng.random() < 0.3, open_start(rng), length(rng, 25)
        roll = Roll.NONE if backwards else rng.choice(list(Roll))
        excluded, extensions = exclusions(rng, start, -1 if backwards else 1), rng.choice(((), (by(CalendarDays(7)),)))
        free, bound = (
            reckon(what, start, calendar=today(), excluded=e, extensions=extensions, backwards=backwards, roll=roll)
            for e in ((), excluded)
        )
        pairs = zip(ends(free), ends(bound), strict=True)
        assert all(b <= f if backwards else f <= b for f, b in pairs), (what, start, roll, excluded, extensions)


@pytest.mark.parametrize("kind", [WorkingDays, CalendarDays])
@pytest.mark.parametrize("slack", [0, 2])
def test_ends_do_not_decrease_in_n(kind: type[WorkingDays | CalendarDays], slack: int) -> None:
    rng = Random(202)
    for _ in range(40):
        start, excluded = open_start(rng), exclusions(rng, dt.date(2027, 1, 1), 1)
        found = [ends(reckon(kind(n), start, calendar=today(), excluded=excluded, slack=slack)) for n in range(1, 30)]
        assert all(a <= b for one, more in pairwise(found) for a, b in zip(one, more, strict=True))


def test_an_interval_holds_its_likely_day_and_what_was_announced_later() -> None:
    rng, before = Random(2025), china(as_known=day("2024-11-10"))
    for _ in range(500):
        start, what = dt.date(2024, 11, 11) + dt.timedelta(rng.randint(0, 300)), length(rng, 25)
        roll = rng.choice(list(Roll))
        found, true = (reckon(what, start, calendar=c, roll=roll) for c in (before, today()))
        assert found.earliest <= found.likely <= found.latest
        assert found.earliest <= true.due <= found.latest, (what, start, roll)


def test_a_regions_year_that_is_not_held_has_no_latest_day() -> None:
    found = reckon(WorkingDays(20), day("2026-12-10"), calendar=guangxi())
    assert found.certainty is Certainty.REGION_UNKNOWN
    assert found.latest == day("2100-12-31")
    back = reckon(WorkingDays(20), day("2027-01-15"), calendar=guangxi(), backwards=True)
    assert (back.certainty, back.earliest) == (Certainty.REGION_UNKNOWN, day("2004-01-01"))


def test_a_chain_over_a_regions_unknown_year_keeps_what_is_bounded() -> None:
    extensions = (by(CalendarDays(5)), by(WorkingDays(5)))
    back = reckon(WorkingDays(20), day("2027-01-15"), calendar=guangxi(), backwards=True, extensions=extensions)
    assert back.earliest == day("2004-01-01")
    assert back.earliest < back.likely <= back.latest < day("2027-01-15")
    forward = reckon(WorkingDays(20), day("2026-12-10"), calendar=guangxi(), extensions=extensions)
    assert forward.latest == day("2100-12-31")
    assert day("2026-12-10") < forward.earliest <= forward.likely


def test_a_chain_is_counted_on_from_every_day_its_first_part_may_end_on() -> None:
    rng = Random(7)
    for _ in range(200):
        start, n = open_start(rng), rng.randint(1, 15)
        chain = reckon(WorkingDays(n), start, extensions=[by(CalendarDays(3)), by(WorkingDays(n))], calendar=today())
        first = reckon(WorkingDays(n), start, calendar=today())
        on = Span(first.earliest, first.latest)
        found = [today().interval(middle + dt.timedelta(3), n) for middle in on]
        assert chain.earliest == min(end.earliest for end in found)
        assert chain.latest == max(end.latest for end in found)


def test_a_backward_count_over_the_horizon_is_open_though_it_ends_before() -> None:
    found = reckon(WorkingDays(20), day("2027-01-15"), calendar=today(), backwards=True)
    assert found.likely < today().announced_through
    assert found.certainty is Certainty.PROVISIONAL
