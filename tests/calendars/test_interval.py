"""The honest interval: with a year's notices hidden it contains what the notice later said, and it is never silly."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.calendars import Certainty, Interval, WorkCalendar, china
from govsvc.errors import InvalidInput
from govsvc.spans import Span
from tests.calendars.known import DAY, EXTRAORDINARY, ordinary, ordinary_before, real, real_before
from tests.reference.day_by_day import Reference

YEARS = range(2008, 2027)
LENGTHS = (5, 10, 20, 45)


def days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return iter(Span(first, last))


def starts(year: int) -> Iterator[dt.date]:
    return days(dt.date(year - 1, 10, 1), dt.date(year, 10, 15))


def escapes(found: Interval, end: dt.date) -> bool:
    return not found.earliest <= end <= found.latest


class BackTest:
    """Every start of every year, with the notices of that year hidden."""

    def __init__(self, n: int, *, slack: int = 0) -> None:
        self.escaped: list[tuple[dt.date, dt.date]] = []
        self.right = self.width = self.asked = 0
        for year in YEARS:
            truth, known = (real(), real_before(year)) if slack else (ordinary(), ordinary_before(year))
            for start in starts(year):
                self.ask(known.interval(start, n, slack=slack), start, truth.add(start, n))

    def ask(self, found: Interval, start: dt.date, end: dt.date) -> None:
        self.asked += 1
        self.right += found.likely == end
        self.width += (found.latest - found.earliest).days
        if escapes(found, end):
            self.escaped.append((start, end))


# The back-test ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "width"), [(5, 4.0), (10, 5.1), (20, 5.5), (45, 5.5)])
def test_no_deadline_of_2008_to_2026_escapes_while_its_notice_is_hidden(n: int, width: float) -> None:
    tried = BackTest(n)
    assert tried.escaped == []
    assert tried.asked > 7_000
    assert tried.width / tried.asked < width
    assert tried.right / tried.asked >= 0.85


@pytest.mark.parametrize(("n", "width"), [(5, 7.0), (10, 8.6), (20, 10.3), (45, 10.6)])
def test_a_slack_of_two_contains_the_extraordinary_notices_too(n: int, width: float) -> None:
    tried = BackTest(n, slack=2)
    assert tried.escaped == []
    assert tried.width / tried.asked < width


@pytest.mark.parametrize(("start", "n"), [(dt.date(2015, 7, 5), 44), (dt.date(2020, 1, 23), 36)])
def test_without_slack_the_extraordinary_notices_do_escape(start: dt.date, n: int) -> None:
    known, end = real_before(start.year), real().add(start, n)
    assert escapes(known.interval(start, n), end)
    assert not escapes(known.interval(start, n, slack=2), end)


@pytest.mark.parametrize("n", LENGTHS)
def test_no_backward_deadline_escapes(n: int) -> None:
    escaped = []
    for year in YEARS:
        for start in days(dt.date(year, 1, 1), min(dt.date(year + 1, 2, 28), dt.date(2026, 12, 25))):
            end = ordinary().add(start, -n)
            if escapes(ordinary_before(year).interval(start, -n), end):
                escaped.append((start, end))
    assert escaped == []


def test_no_roll_escapes() -> None:
    for year in YEARS:
        for day in days(dt.date(year, 1, 1), dt.date(year, 12, 24)):
            found = ordinary_before(year).interval(day - DAY, 1)
            assert not escapes(found, ordinary().on_or_after(day)), day


def some_exclusions(chance: random.Random, start: dt.date, way: int) -> list[Span]:
    spans = []
    for _ in range(chance.randint(1, 3)):
        first = start + way * chance.randint(-5, 60) * DAY
        spans.append(Span(first, first + chance.randint(0, 20) * DAY))
    return spans


def counted(calendar: WorkCalendar, start: dt.date, n: int, excluded: Sequence[Span]) -> dt.date:
    day, left = start, abs(n)
    while left:
        day += DAY if n > 0 else -DAY
        left -= calendar.is_workday(day) and not any(day in span for span in excluded)
    return day


@pytest.mark.parametrize("slack", [0, 2])
@pytest.mark.parametrize("way", [1, -1])
def test_no_deadline_with_exclusions_escapes(way: int, slack: int) -> None:
    chance = random.Random(20150903 + way)
    truth = real() if slack else ordinary()
    for _ in range(3_000):
        year = chance.choice(YEARS[:-1])
        known = real_before(year) if slack else ordinary_before(year)
        start = dt.date(year - 1, 10, 1) + chance.randint(0, 440) * DAY
        excluded = some_exclusions(chance, start, way)
        n = way * chance.choice([1, 2, 3, 5, 10, 20, 45])
        found = known.interval(start, n, excluded=excluded, slack=slack)
        assert not escapes(found, counted(truth, start, n, excluded)), (start, n, excluded)


def test_where_worked_weekends_do_not_count_no_deadline_escapes_either() -> None:
    truth = ordinary().without_make_up_work()
    chance = random.Random(82)
    for year in YEARS:
        known = ordinary_before(year).without_make_up_work()
        for start in chance.sample(list(starts(year)), 60):
            for n in (*LENGTHS, -20):
                assert not escapes(known.interval(start, n), truth.add(start, n)), (start, n)


# The slow reference -------------------------------------------------------------------------------------------------


def reference_before(year: int, *, extraordinary: bool) -> Reference:
    def is_held(table: dict[str, Any]) -> bool:
        return table["year"] != year and (extraordinary or table["number"] not in EXTRAORDINARY)

    return Reference(range(max(year - 2, 2004), year + 3), is_held)


@pytest.mark.parametrize("year", [2008, 2013, 2015, 2020, 2026, 2027])
def test_the_interval_is_that_of_the_slow_reference(year: int) -> None:
    chance = random.Random(year)
    slow, fast = reference_before(year, extraordinary=True), real_before(year)
    for _ in range(60):
        start = dt.date(year - 1, 10, 1) + chance.randint(0, 440) * DAY
        n = chance.choice([1, 2, 3, 5, 8, 13, 20, 30]) * chance.choice([1, 1, -1])
        slack = chance.choice([0, 0, 1, 2])
        excluded = some_exclusions(chance, start, 1 if n > 0 else -1) if chance.random() < 0.5 else []
        found = fast.interval(start, n, excluded=excluded, slack=slack)
        is_settled = found.certainty.is_settled
        expected = slow.interval(start, n, [(span.first, span.last) for span in excluded], slack)
        assert (found.earliest, found.likely, found.latest, is_settled) == expected, (start, n, excluded, slack)


def test_the_example_of_the_year_2026() -> None:
    calendar = china(as_known=dt.date(2026, 11, 21))
    found = calendar.interval(dt.date(2026, 12, 10), 20)
    assert found == Interval(dt.date(2027, 1, 6), dt.date(2027, 1, 8), dt.date(2027, 1, 12), Certainty.PROVISIONAL)


# What holds of every interval ---------------------------------------------------------------------------------------

ENDS = ("earliest", "likely", "latest")
open_years = st.sampled_from([2009, 2015, 2020, 2024, 2027, 2028, 2031])
lengths = st.integers(1, 70) | st.integers(-70, -1)
slacks = st.integers(0, 3)


@st.composite
def questions(draw: st.DrawFn) -> tuple[WorkCalendar, dt.date, int, list[Span], int]:
    year = draw(open_years)
    start = draw(st.dates(dt.date(year - 1, 9, 1), dt.date(year + 1, 2, 1)))
    gaps = draw(st.lists(st.tuples(st.integers(-40, 90), st.integers(0, 30)), max_size=3))
    excluded = [Span(start + first * DAY, start + (first + length) * DAY) for first, length in gaps]
    return real_before(year), start, draw(lengths), excluded, draw(slacks)


@given(questions())
def test_earliest_is_not_after_likely_nor_likely_after_latest(question: Any) -> None:
    calendar, start, n, excluded, slack = question
    found = calendar.interval(start, n, excluded=excluded, slack=slack)
    assert found.earliest <= found.likely <= found.latest
    assert (found.earliest - start if n > 0 else start - found.latest).days >= abs(n)


@given(questions())
def test_a_further_working_day_never_brings_an_end_nearer(question: Any) -> None:
    calendar, start, n, excluded, slack = question
    way = 1 if n > 0 else -1
    found = [calendar.interval(start, way * i, excluded=excluded, slack=slack) for i in range(1, abs(n) + 2)]
    for name in ENDS:
        ends = [getattr(one, name) for one in found]
        assert all((later - sooner).days * way >= 0 for sooner, later in pairwise(ends)), name


@given(questions())
def test_an_exclusion_never_brings_an_end_nearer(question: Any) -> None:
    calendar, start, n, excluded, slack = question
    way = 1 if n > 0 else -1
    for held in range(len(excluded)):
        fewer = calendar.interval(start, n, excluded=excluded[:held], slack=slack)
        more = calendar.interval(start, n, excluded=excluded[: held + 1], slack=slack)
        plain = calendar.interval(start, n, slack=slack)
        for name in ENDS:
            assert (getattr(more, name) - getattr(plain, name)).days * way >= 0, name
        assert (more.likely - fewer.likely).days * way >= 0


@given(questions())
def test_a_settled_reckoning_is_one_day_whatever_the_slack(question: Any) -> None:
    calendar, start, n, excluded, slack = question
    found = calendar.interval(start, n, excluded=excluded, slack=slack)
    if found.certainty.is_settled:
        assert found.earliest == found.likely == found.latest == counted(real(), start, n, excluded)


@given(questions())
def test_slack_only_widens(question: Any) -> None:
    calendar, start, n, excluded, slack = question
    tight = calendar.interval(start, n, excluded=excluded, slack=slack)
    wide = calendar.interval(start, n, excluded=excluded, slack=slack + 1)
    assert (wide.likely, wide.certainty) == (tight.likely, tight.certainty)
    assert wide.earliest <= tight.earliest <= tight.latest <= wide.latest


@given(questions())
def test_an_end_is_a_day_on_which_a_term_can_end(question: Any) -> None:
    calendar, start, n, excluded, _ = question
    found = calendar.interval(start, n, excluded=excluded)
    for end in (found.earliest, found.likely, found.latest):
        day = calendar.day(end)
        assert not any(end in span for span in excluded)
        assert day.is_working or (day.certainty is Certainty.PROVISIONAL and day.kind.name != "HOLIDAY")


@given(questions())
def test_the_fewest_working_days_are_no_more_than_the_likely_ones(question: Any) -> None:
    calendar, start, n, excluded, _ = question
    likely = calendar.interval(start, abs(n), excluded=excluded).likely
    assert 0 <= calendar.fewest(start, likely, excluded=excluded) <= abs(n)
    assert calendar.fewest(start, start) == 0


def test_the_fewest_working_days_are_no_more_than_the_true_ones() -> None:
    chance = random.Random(45)
    for _ in range(4_000):
        year = chance.choice(YEARS[:-1])
        start = dt.date(year - 1, 10, 1) + chance.randint(0, 400) * DAY
        until = start + chance.randint(0, 90) * DAY
        assert ordinary_before(year).fewest(start, until) <= ordinary().count(start, until), (start, until)


def test_two_exclusions_that_meet_or_overlap_count_once() -> None:
    calendar, start = real_before(2024), dt.date(2023, 12, 20)
    whole = [Span(dt.date(2024, 1, 4), dt.date(2024, 1, 17))]
    parts = [
        Span(dt.date(2024, 1, 9), dt.date(2024, 1, 17)),
        Span(dt.date(2024, 1, 4), dt.date(2024, 1, 10)),
        Span(dt.date(2024, 1, 5)),
    ]
    halves = [Span(dt.date(2024, 1, 4), dt.date(2024, 1, 10)), Span(dt.date(2024, 1, 11), dt.date(2024, 1, 17))]
    expected = calendar.interval(start, 15, excluded=whole)
    assert calendar.interval(start, 15, excluded=parts) == expected
    assert calendar.interval(start, 15, excluded=halves) == expected


# The horizon --------------------------------------------------------------------------------------------------------


FRIDAY = dt.date(2026, 12, 25)
LAST_SETTLED = Interval(FRIDAY, FRIDAY, FRIDAY, Certainty.ANNOUNCED)


def test_the_last_announced_day_is_settled_and_the_next_is_not() -> None:
    calendar = china(as_known=dt.date(2026, 11, 21))
    assert calendar.interval(dt.date(2026, 12, 24), 1) == LAST_SETTLED
    found = calendar.interval(dt.date(2026, 12, 25), 1)
    assert (found.likely, found.certainty) == (dt.date(2026, 12, 28), Certainty.PROVISIONAL)
    assert (found.earliest, found.latest) == (dt.date(2026, 12, 26), dt.date(2026, 12, 30))


def test_a_backward_count_over_the_horizon_is_provisional_though_it_ends_in_announced_time() -> None:
    calendar = china(as_known=dt.date(2026, 11, 21))
    found = calendar.interval(dt.date(2026, 12, 29), -5)
    assert found.certainty is Certainty.PROVISIONAL
    assert found.latest <= calendar.announced_through
    assert calendar.interval(dt.date(2026, 12, 26), -5).certainty is Certainty.ANNOUNCED


def test_a_count_over_a_hidden_year_is_provisional_though_it_ends_beyond_it() -> None:
    calendar = ordinary_before(2024)
    found = calendar.interval(dt.date(2023, 12, 1), 300)
    assert found.certainty is Certainty.PROVISIONAL
    assert found.likely.year == 2025
    assert not escapes(found, ordinary().add(dt.date(2023, 12, 1), 300))


def test_days_left_out_do_not_make_a_count_provisional() -> None:
    calendar = china(as_known=dt.date(2026, 11, 21))
    open_days = Span(dt.date(2026, 12, 28), dt.date(2099, 12, 31))
    found = calendar.interval(dt.date(2026, 12, 20), 5, excluded=[open_days])
    assert found == LAST_SETTLED


def test_a_first_working_day_can_be_a_weekend_only_near_a_festival() -> None:
    calendar = china(as_known=dt.date(2026, 11, 21))
    assert calendar.interval(dt.date(2027, 7, 30), 1).earliest == dt.date(2027, 8, 2)
    assert calendar.interval(dt.date(2027, 7, 30), 1, slack=1).earliest == dt.date(2027, 7, 31)
    assert calendar.interval(dt.date(2027, 9, 24), 1).earliest == dt.date(2027, 9, 25)


# Refusals -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slack", [-1, True, 1.0, "1", None])
def test_a_slack_that_is_no_count_is_refused(slack: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        real().interval(dt.date(2026, 3, 4), 5, slack=slack)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("slack", "not-a-slack")]


def test_an_exclusion_that_is_no_span_is_refused() -> None:
    excluded: Any = [Span(dt.date(2026, 3, 5)), dt.date(2026, 3, 6)]
    with pytest.raises(InvalidInput) as caught:
        real().interval(dt.date(2026, 3, 4), 5, excluded=excluded)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("excluded[1]", "not-a-span")]


def test_a_count_that_never_ends_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        real().interval(dt.date(2026, 3, 4), 5, excluded=[Span.since(dt.date(2026, 3, 6))])
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("n", "outside-calendar")]
