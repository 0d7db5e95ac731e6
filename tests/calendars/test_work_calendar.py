"""The arithmetic of working days over announced time, and what a calendar refuses."""

from __future__ import annotations

import datetime as dt
import pickle
import random
import tracemalloc
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.calendars import Certainty, Day, DayKind, WorkCalendar, china, for_place
from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME, Span
from tests.calendars.known import DAY, held, ordinary_before, real
from tests.reference.day_by_day import Reference

LAST_ANNOUNCED = dt.date(2026, 12, 25)
announced = st.dates(dt.date(2004, 1, 1), LAST_ANNOUNCED)
counts = st.integers(1, 400)


@pytest.fixture(scope="module")
def slow() -> Reference:
    return Reference(range(2004, 2101))


# Day by day ---------------------------------------------------------------------------------------------------------


def test_every_day_of_2004_to_2100_is_as_the_slow_reference_has_it(slow: Reference) -> None:
    different = []
    for day, kind in slow.kind.items():
        found = real().day(day)
        if (found.date, found.kind.name, found.certainty.name) != (day, kind, slow.certainty[day]):
            different.append(found)
    assert different == []


def test_every_day_a_notice_names_bears_its_name_and_source_and_no_other_announced_day_does(slow: Reference) -> None:
    different = []
    for day in Span(dt.date(2004, 1, 1), LAST_ANNOUNCED):
        found = real().day(day)
        if (found.name, found.source and found.source.number) != (slow.name.get(day), slow.source.get(day)):
            different.append(found)
    assert different == []


def test_announced_days_are_those_of_23_years_but_for_the_last_six() -> None:
    calendar = real()
    assert (calendar.announced_from, calendar.announced_through) == (dt.date(2004, 1, 1), LAST_ANNOUNCED)
    open_days = [
        day for day in Span(dt.date(2004, 1, 1), dt.date(2026, 12, 31)) if not calendar.day(day).certainty.is_settled
    ]
    assert open_days == list(Span(dt.date(2026, 12, 26), dt.date(2026, 12, 31)))


def test_is_workday_is_the_kind_of_the_day(slow: Reference) -> None:
    for day in Span(dt.date(2004, 1, 1), LAST_ANNOUNCED):
        assert real().is_workday(day) is slow.works(day) == real().day(day).is_working


def test_a_computed_day_bears_the_name_of_its_festival_and_no_source() -> None:
    assert real().day(dt.date(2027, 2, 9)) == Day(
        dt.date(2027, 2, 9), DayKind.MAKE_UP_REST, Certainty.PROVISIONAL, "春节", None
    )
    assert real().day(dt.date(2028, 10, 3)).name == "中秋节、国庆节"
    assert real().day(dt.date(2027, 2, 11)) == Day(dt.date(2027, 2, 11), DayKind.WORKDAY, Certainty.PROVISIONAL)


def test_a_weekend_day_of_a_block_is_a_weekend_with_its_name_and_a_statutory_one_a_holiday() -> None:
    notice = held("国办发明电〔2025〕7号")
    of_block = real().day(dt.date(2026, 2, 22))
    assert (of_block.kind, of_block.name, of_block.source) == (DayKind.WEEKEND, "春节", notice)
    statutory = real().day(dt.date(2026, 10, 3))
    assert statutory.date.weekday() == 5
    assert (statutory.kind, statutory.source) == (DayKind.HOLIDAY, notice)
    assert real().day(dt.date(2026, 3, 7)) == Day(dt.date(2026, 3, 7), DayKind.WEEKEND, Certainty.ANNOUNCED)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (dt.date(2005, 12, 31), DayKind.MAKE_UP_WORK),
        (dt.date(2015, 9, 3), DayKind.MAKE_UP_REST),
        (dt.date(2015, 9, 6), DayKind.MAKE_UP_WORK),
        (dt.date(2019, 4, 28), DayKind.MAKE_UP_WORK),
        (dt.date(2019, 5, 2), DayKind.MAKE_UP_REST),
        (dt.date(2020, 1, 31), DayKind.MAKE_UP_REST),
        (dt.date(2020, 2, 1), DayKind.WEEKEND),
        (dt.date(2020, 2, 3), DayKind.WORKDAY),
    ],
)
def test_days_that_other_calendars_or_an_amendment_changed(day: dt.date, kind: DayKind) -> None:
    assert real().day(day).kind is kind


# Adding and counting ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2025-01-24", 5, "2025-02-07"),
        ("2025-09-26", 20, "2025-10-30"),
        ("2025-09-26", 30, "2025-11-13"),
        ("2024-02-02", 20, "2024-03-06"),
        ("2026-01-30", 45, "2026-04-10"),
        ("2026-02-13", 20, "2026-03-19"),
        ("2025-10-15", -7, "2025-09-29"),
        ("2020-01-21", 5, "2020-02-05"),
        ("2015-08-31", 5, "2015-09-08"),
    ],
)
def test_known_deadlines(start: str, n: int, end: str) -> None:
    assert str(real().add(dt.date.fromisoformat(start), n)) == end


def test_adding_and_counting_are_those_of_the_slow_reference(slow: Reference) -> None:
    chance = random.Random(2004)
    for _ in range(1_500):
        day = dt.date(2004, 6, 1) + chance.randint(0, 8_000) * DAY
        n = chance.choice([1, 2, 3, 5, 20, 60]) * chance.choice([1, -1])
        assert real().add(day, n) == slow.add(day, n)
        until = day + chance.randint(0, 120) * DAY
        assert real().count(day, until) == slow.count(day, until)


@given(st.dates(dt.date(2004, 1, 1), dt.date(2025, 3, 1)), counts)
def test_counting_to_the_nth_working_day_gives_n(day: dt.date, n: int) -> None:
    assert real().count(day, real().add(day, n)) == n


@given(announced, announced)
def test_adding_what_was_counted_gives_the_day_back_exactly_where_it_is_worked(one: dt.date, other: dt.date) -> None:
    day, end = sorted((one, other))
    n = real().count(day, end)
    if n:
        assert (real().add(day, n) == end) == real().is_workday(end)


@given(announced, announced, announced)
def test_counts_add_up(one: dt.date, other: dt.date, third: dt.date) -> None:
    first, middle, last = sorted((one, other, third))
    assert real().count(first, last) == real().count(first, middle) + real().count(middle, last)


@given(st.dates(dt.date(2005, 9, 1), dt.date(2025, 3, 1)), counts)
def test_going_on_and_back_ends_on_the_day_or_before_the_rest_it_lies_in(day: dt.date, n: int) -> None:
    calendar = real()
    back = calendar.add(calendar.add(day, n), -n)
    assert back == (day if calendar.is_workday(day) else calendar.add(day, -1))


@given(st.dates(dt.date(2005, 9, 1), dt.date(2025, 3, 1)), counts)
def test_going_back_and_on_ends_on_the_day_or_after_the_rest_it_lies_in(day: dt.date, n: int) -> None:
    calendar = real()
    again = calendar.add(calendar.add(day, -n), n)
    assert again == (day if calendar.is_workday(day) else calendar.add(day, 1))


@given(st.dates(dt.date(2004, 1, 1), dt.date(2023, 6, 1)), counts, counts)
def test_adding_twice_is_adding_the_sum(day: dt.date, one: int, other: int) -> None:
    assert real().add(real().add(day, one), other) == real().add(day, one + other)


@given(st.dates(dt.date(2004, 1, 2), LAST_ANNOUNCED))
def test_on_or_after_is_the_first_worked_day_from_a_day_on(day: dt.date) -> None:
    found = real().on_or_after(day)
    assert found >= day
    assert real().is_workday(found)
    assert found == day or real().count(day - DAY, found - DAY) == 0


def test_on_or_after_knows_the_first_day_of_the_calendar() -> None:
    assert real().on_or_after(dt.date(2004, 1, 1)) == dt.date(2004, 1, 2)


def test_on_or_after_beyond_the_horizon_is_not_announced() -> None:
    assert real().on_or_after(LAST_ANNOUNCED) == LAST_ANNOUNCED
    with pytest.raises(NotYetAnnounced):
        real().on_or_after(LAST_ANNOUNCED + DAY)


def test_the_announced_end_is_what_adding_gives_or_nothing() -> None:
    chance = random.Random(7)
    calendar = ordinary_before(2016)
    for _ in range(3_000):
        day = dt.date(2004, 1, 1) + chance.randint(0, 8_390) * DAY
        n = chance.choice([1, 5, 60, -1, -5, -60])
        end = calendar.announced_end(day, n)
        assert end is None or end == calendar.add(day, n) == calendar.interval(day, n).latest


@pytest.mark.parametrize(
    ("d", "n"),
    [
        (dt.date(2026, 12, 24), 2),
        (dt.date(2026, 12, 26), -1),
        (dt.date(2003, 12, 31), 5),
        (dt.date(2004, 1, 2), -1),
        (dt.date(2026, 3, 4), 0),
        (dt.date(2026, 3, 4), True),
        (dt.datetime(2026, 3, 4, tzinfo=BEIJING_TIME), 5),
        ("2026-03-04", 5),
    ],
)
def test_where_adding_must_look_closer_there_is_no_announced_end(d: Any, n: int) -> None:
    assert real().announced_end(d, n) is None


def test_a_count_wholly_before_a_hidden_year_is_announced_and_one_into_it_is_not() -> None:
    calendar = ordinary_before(2016)
    assert calendar.announced_from == dt.date(2017, 1, 1)
    assert calendar.add(dt.date(2015, 12, 1), 18) == dt.date(2015, 12, 25)
    assert calendar.count(dt.date(2015, 12, 1), dt.date(2015, 12, 25)) == 18
    assert calendar.is_workday(dt.date(2015, 12, 25))
    for ask in (
        lambda: calendar.add(dt.date(2015, 12, 1), 19),
        lambda: calendar.count(dt.date(2015, 12, 25), dt.date(2015, 12, 26)),
        lambda: calendar.is_workday(dt.date(2015, 12, 26)),
    ):
        with pytest.raises(NotYetAnnounced):
            ask()


def test_an_empty_count_is_nothing_even_in_open_time() -> None:
    assert real().count(dt.date(2030, 1, 5), dt.date(2030, 1, 5)) == 0


def test_not_yet_announced_carries_the_interval() -> None:
    with pytest.raises(NotYetAnnounced) as caught:
        china(as_known=dt.date(2026, 11, 21)).add(dt.date(2026, 12, 10), 20)
    error = caught.value
    assert (error.earliest, error.likely, error.latest) == (
        dt.date(2027, 1, 6), dt.date(2027, 1, 8), dt.date(2027, 1, 12)
    )  # fmt: skip
    again = pickle.loads(pickle.dumps(error))
    assert (again.earliest, again.likely, again.latest) == (error.earliest, error.likely, error.latest)


# The policy of worked weekends --------------------------------------------------------------------------------------


def test_without_worked_weekends_only_weekdays_count() -> None:
    strict = real().without_make_up_work()
    assert strict.fingerprint != real().fingerprint
    assert not strict.is_workday(dt.date(2026, 1, 4))
    assert {day.date for day in real().changed(strict)} == {
        day for day in Span(dt.date(2004, 1, 1), LAST_ANNOUNCED) if real().day(day).kind is DayKind.MAKE_UP_WORK
    }
    assert strict.national == real()
    assert real().national == real()


# What is refused ----------------------------------------------------------------------------------------------------

METHODS: dict[str, Callable[[WorkCalendar, Any], Any]] = {
    "day": lambda calendar, d: calendar.day(d),
    "is_workday": lambda calendar, d: calendar.is_workday(d),
    "add": lambda calendar, d: calendar.add(d, 1),
    "add-back": lambda calendar, d: calendar.add(d, -1),
    "on_or_after": lambda calendar, d: calendar.on_or_after(d),
    "interval": lambda calendar, d: calendar.interval(d, 1),
    "count-after": lambda calendar, d: calendar.count(d, dt.date(2026, 11, 2)),
    "count-until": lambda calendar, d: calendar.count(dt.date(2026, 8, 3), d),
    "fewest-after": lambda calendar, d: calendar.fewest(d, dt.date(2026, 11, 2)),
    "fewest-until": lambda calendar, d: calendar.fewest(dt.date(2026, 8, 3), d),
}
PATHS = {"count-after": "after", "count-until": "until", "fewest-after": "after", "fewest-until": "until"}


@pytest.mark.parametrize("method", METHODS)
def test_a_moment_is_the_day_it_is_in_beijing(method: str) -> None:
    ask = METHODS[method]
    evening = dt.datetime(2026, 9, 30, 17, tzinfo=dt.UTC)
    assert ask(real(), evening) == ask(real(), dt.date(2026, 10, 1)) != None  # noqa: E711
    before = dt.datetime(2026, 9, 30, 15, 59, 59, tzinfo=dt.UTC)
    assert ask(real(), before) == ask(real(), dt.date(2026, 9, 30))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (dt.datetime(2026, 3, 4, 9), "naive-datetime"),
        ("2026-03-04", "not-a-date"),
        (20260304, "not-a-date"),
        (None, "not-a-date"),
        (dt.date(1899, 12, 31), "outside-calendar"),
        (dt.date(2003, 12, 31), "outside-calendar"),
        (dt.date(2101, 1, 1), "outside-calendar"),
        (dt.date(2150, 6, 1), "outside-calendar"),
        (dt.date.min, "outside-calendar"),
        (dt.date.max, "outside-calendar"),
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_what_is_no_day_of_the_calendar_is_refused(method: str, given: object, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        METHODS[method](real(), given)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [(PATHS.get(method, "d"), code)]


@pytest.mark.parametrize("n", [0, True, False, 1.0, "5", None])
def test_what_is_no_count_is_refused(n: Any) -> None:
    for ask in (real().add, real().interval):
        with pytest.raises(InvalidInput) as caught:
            ask(dt.date(2026, 3, 4), n)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("n", "not-a-count")]


@pytest.mark.parametrize(
    ("day", "n"),
    [
        (dt.date(2100, 12, 31), 1),
        (dt.date(2026, 3, 4), 10**6),
        (dt.date(2026, 3, 4), 10**30),
        (dt.date(2004, 1, 1), -1),
        (dt.date(2004, 1, 2), -1),
        (dt.date(2026, 3, 4), -(10**6)),
    ],
)
def test_an_end_outside_the_calendar_is_refused(day: dt.date, n: int) -> None:
    for ask in (real().add, real().interval):
        with pytest.raises(InvalidInput) as caught:
            ask(day, n)
        assert [(fault.path, fault.code, fault.given) for fault in caught.value.faults] == [
            ("n", "outside-calendar", n)
        ]


def test_the_first_and_the_last_day_are_in_the_calendar() -> None:
    assert real().day(dt.date(2004, 1, 1)).kind is DayKind.HOLIDAY
    assert real().day(dt.date(2100, 12, 31)).kind is DayKind.WORKDAY
    assert real().add(dt.date(2004, 1, 1), 1) == dt.date(2004, 1, 2)
    assert real().interval(dt.date(2100, 12, 30), 1).likely == dt.date(2100, 12, 31)


@pytest.mark.parametrize("ask", [WorkCalendar.count, WorkCalendar.fewest])
def test_counting_to_a_day_before_is_refused(ask: Callable[..., int]) -> None:
    for after, until in (
        (dt.date(2026, 3, 5), dt.date(2026, 3, 4)),
        (dt.date(2027, 3, 5), dt.date(2027, 3, 4)),
        (dt.date(2027, 3, 5), dt.date(2026, 3, 4)),
    ):
        with pytest.raises(InvalidInput) as caught:
            ask(real(), after, until)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [("until", "before-after")]


# One value ----------------------------------------------------------------------------------------------------------


CALENDARS: dict[str, Callable[[], WorkCalendar]] = {
    "packaged": real,
    "here": china,
    "as known": lambda: china(as_known=dt.date(2013, 12, 10)),
    "a year hidden": lambda: ordinary_before(2020),
    "policy": lambda: real().without_make_up_work(),
    "region": lambda: for_place(Place.parse("广西")),
}


@pytest.mark.parametrize("which", CALENDARS)
def test_a_calendar_pickles_and_is_one_object_in_a_process(which: str) -> None:
    calendar = CALENDARS[which]()
    again = pickle.loads(pickle.dumps(calendar))
    assert again == calendar
    assert hash(again) == hash(calendar)
    assert again.fingerprint == calendar.fingerprint
    assert pickle.loads(pickle.dumps(again)) is again


def test_a_pickle_of_another_law_is_refused() -> None:
    rebuild, (fingerprint, knowledge) = real().__reduce__()
    assert rebuild(fingerprint, knowledge) == real()
    with pytest.raises(InvalidInput, match="another-calendar"):
        rebuild("0" * 16, knowledge)


def test_calendars_of_different_content_differ() -> None:
    shown = [real(), ordinary_before(2020), ordinary_before(2015), real().without_make_up_work()]
    assert len(set(shown)) == len({calendar.fingerprint for calendar in shown}) == 4
    assert real() != "calendar"


def test_a_name_alone_makes_another_calendar() -> None:
    annual = real().knowledge.notices[-1]
    renamed = attrs.evolve(annual.rests[0], name="新年")
    calendar = real().with_notices(attrs.evolve(annual, rests=(renamed, *annual.rests[1:])))
    assert real().changed(calendar) == ()
    assert calendar.day(dt.date(2026, 1, 1)).name == "新年"
    assert calendar != real()


def test_the_same_notices_in_another_order_are_the_same_calendar() -> None:
    notices = list(real().knowledge.notices)
    random.Random(1).shuffle(notices)
    assert china(notices=notices) == real()


def test_a_built_calendar_takes_at_most_three_megabytes() -> None:
    knowledge = real().knowledge
    tracemalloc.start()
    calendar = WorkCalendar(knowledge)
    calendar.interval(dt.date(2026, 12, 10), 20)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert calendar == real()
    assert size <= 3_000_000


def test_a_calendar_shows_itself() -> None:
    assert repr(real()) == f"<WorkCalendar {real().fingerprint} announced 2004-01-01 to 2026-12-25>"
