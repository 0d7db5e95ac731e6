"""What was known when: a calendar changes on the days of publication and promulgation and on no other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from govsvc.calendars import Certainty, Day, DayKind, WorkCalendar, china
from govsvc.calendars.notices import packaged_notices
from govsvc.errors import InvalidInput, NotInForce, NotYetAnnounced
from govsvc.spans import Span
from tests.calendars.known import DAY
from tests.reference.day_by_day import Reference, published

PUBLISHED = [
    "2003-12-18", "2004-12-17", "2005-12-22", "2006-12-18", "2007-12-18", "2008-12-10", "2009-12-08", "2010-12-10",
    "2011-12-06", "2012-12-10", "2013-12-11", "2014-12-16", "2015-05-13", "2015-12-10", "2016-12-01", "2017-11-30",
    "2018-12-06", "2019-03-22", "2019-11-21", "2020-01-27", "2020-11-25", "2021-10-25", "2022-12-08", "2023-10-25",
    "2024-11-12", "2025-11-04",
]  # fmt: skip
PROMULGATED = ["2007-12-14", "2013-12-11", "2024-11-10"]
CHANGES = sorted({dt.date.fromisoformat(day) for day in PUBLISHED + PROMULGATED})


def known(day: str) -> WorkCalendar:
    return china(as_known=dt.date.fromisoformat(day))


def test_what_is_known_changes_on_28_days_and_on_no_other() -> None:
    days = list(Span(dt.date(1999, 9, 18), dt.date(2026, 12, 31)))
    prints = [china(as_known=day).fingerprint for day in days]
    changed = [day for day, before, after in zip(days[1:], prints, prints[1:], strict=False) if before != after]
    assert changed == CHANGES
    assert len(set(prints)) == len(CHANGES) + 1 == 29


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_the_last_announced_day_is_25_december_of_the_last_announced_year(change: dt.date) -> None:
    for day in (change - DAY, change):
        years = [notice.year for notice in packaged_notices() if not notice.amends and notice.known_from <= day]
        calendar = china(as_known=day)
        if years:
            assert (calendar.announced_from, calendar.announced_through) == (
                dt.date(2004, 1, 1), dt.date(max(years), 12, 25)
            )  # fmt: skip
        else:
            assert calendar.announced_through == calendar.announced_from - DAY


def published_by(day: dt.date) -> Callable[[dict[str, Any]], bool]:
    return lambda table: published(table) <= day


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_every_day_is_as_the_slow_reference_knew_it(change: dt.date) -> None:
    for as_known in (change - DAY, change):
        years = range(2004, min(as_known.year + 4, 2031))
        slow = Reference(years, published_by(as_known), as_known)
        calendar = china(as_known=as_known)
        different = [
            day
            for day in slow.kind
            if (found := calendar.day(day)).kind.name != slow.kind[day] or found.certainty.name != slow.certainty[day]
        ]
        assert different == []


@pytest.mark.parametrize(
    ("year", "before", "after"),
    [
        (2004, "2003-12-17", "2003-12-18"),  # the day of publication is not known: it counts from its date
        (2005, "2004-12-16", "2004-12-17"),
        (2006, "2005-12-21", "2005-12-22"),
        (2007, "2006-12-17", "2006-12-18"),  # dated the 14th
        (2008, "2007-12-17", "2007-12-18"),
        (2019, "2018-12-05", "2018-12-06"),
        (2025, "2024-11-11", "2024-11-12"),
        (2026, "2025-11-03", "2025-11-04"),
    ],
)
def test_a_year_is_announced_from_the_day_of_publication(year: int, before: str, after: str) -> None:
    day = dt.date(year, 3, 1)
    assert known(before).day(day).certainty is Certainty.PROVISIONAL
    assert known(after).day(day).certainty is Certainty.ANNOUNCED
    assert known(before).day(dt.date(year, 12, 26)).certainty is Certainty.PROVISIONAL
    assert known(after).day(dt.date(year, 12, 26)).certainty is Certainty.PROVISIONAL
    if year > 2004:
        assert known(before).day(dt.date(year - 1, 12, 31)).certainty is Certainty.PROVISIONAL
        assert known(after).day(dt.date(year - 1, 12, 31)).certainty is Certainty.ANNOUNCED


@pytest.mark.parametrize(
    ("start", "n", "before", "end_before", "after", "end_after"),
    [
        ("2015-08-31", 5, "2015-05-12", "2015-09-07", "2015-05-13", "2015-09-08"),
        ("2019-04-26", 3, "2019-03-21", "2019-05-02", "2019-03-22", "2019-04-30"),
        ("2020-01-21", 5, "2020-01-26", "2020-02-03", "2020-01-27", "2020-02-05"),
    ],
)
def test_an_amendment_moves_a_deadline_on_the_day_it_is_published(
    start: str, n: int, before: str, end_before: str, after: str, end_after: str
) -> None:
    day = dt.date.fromisoformat(start)
    assert str(known(before).add(day, n)) == end_before
    assert str(known(after).add(day, n)) == end_after


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("2015-05-12", "2015-05-13", {"2015-09-03": False, "2015-09-04": False, "2015-09-06": True}),
        (
            "2019-03-21",
            "2019-03-22",
            {"2019-04-28": True, "2019-05-02": False, "2019-05-03": False, "2019-05-05": True},
        ),
        ("2020-01-26", "2020-01-27", {"2020-01-31": False, "2020-02-01": False}),
    ],
)
def test_an_amendment_changes_exactly_its_days(before: str, after: str, days: dict[str, bool]) -> None:
    moved = known(before).changed(known(after))
    assert {str(day.date): day.is_working for day in moved} == days
    back = known(after).changed(known(before))
    assert {str(day.date): not day.is_working for day in back} == days


def test_the_holiday_law_of_2024_is_known_two_days_before_its_first_notice() -> None:
    eve, may = dt.date(2025, 1, 28), dt.date(2025, 5, 2)
    for day in (eve, may):
        assert known("2024-11-09").day(day) == Day(day, DayKind.WORKDAY, Certainty.PROVISIONAL)
        for as_known in ("2024-11-10", "2024-11-11"):
            found = known(as_known).day(day)
            assert (found.kind, found.certainty, found.source) == (DayKind.HOLIDAY, Certainty.PROVISIONAL, None)
        assert known("2024-11-12").day(day).certainty is Certainty.ANNOUNCED
    moved = known("2024-11-09").changed(known("2024-11-10"))
    assert {day.date for day in moved if day.date.year < 2025} == set()
    assert {day.date for day in moved if day.date.year == 2025} == {eve, may}


def test_the_holiday_law_of_2007_is_known_four_days_before_its_first_notice() -> None:
    festival = dt.date(2008, 9, 15)  # the Monday after 中秋, which fell on a Sunday
    assert known("2007-12-13").day(festival).kind is DayKind.WORKDAY
    assert known("2007-12-14").day(festival).kind is DayKind.MAKE_UP_REST
    assert known("2007-12-13").day(dt.date(2008, 5, 2)).kind is DayKind.HOLIDAY
    assert known("2007-12-14").day(dt.date(2008, 5, 2)).kind is DayKind.WORKDAY


def test_the_holiday_law_and_the_notice_for_2014_came_on_one_day() -> None:
    eve = dt.date(2014, 1, 30)
    before = known("2013-12-10").day(eve)
    assert (before.kind, before.certainty) == (DayKind.HOLIDAY, Certainty.PROVISIONAL)
    after = known("2013-12-11").day(eve)
    assert (after.kind, after.certainty) == (DayKind.WORKDAY, Certainty.ANNOUNCED)


def test_before_the_first_notice_nothing_is_announced() -> None:
    calendar = known("2003-12-17")
    assert {calendar.day(day).certainty for day in Span(dt.date(2004, 1, 1), dt.date(2030, 12, 31))} == {
        Certainty.PROVISIONAL
    }
    with pytest.raises(NotYetAnnounced):
        calendar.is_workday(dt.date(2004, 3, 1))
    assert calendar.interval(dt.date(2004, 3, 1), 5).likely == dt.date(2004, 3, 8)
    assert known("2003-12-18").is_workday(dt.date(2004, 3, 1))


def test_before_the_first_law_held_no_calendar_can_be_made() -> None:
    assert known("1999-09-18").announced_through < dt.date(2004, 1, 1)
    with pytest.raises(NotInForce):
        known("1999-09-17")


def test_a_moment_is_the_day_it_is_in_beijing() -> None:
    utc = dt.UTC
    before, after = dt.datetime(2025, 11, 3, 15, 59, tzinfo=utc), dt.datetime(2025, 11, 3, 16, tzinfo=utc)
    assert china(as_known=before) == known("2025-11-03") != known("2025-11-04") == china(as_known=after)


REFUSED: dict[str, tuple[Callable[[], WorkCalendar], str]] = {
    "naive": (lambda: china(as_known=dt.datetime(2026, 3, 4, 9)), "naive-datetime"),
    "text": (lambda: china(as_known="2026-03-04"), "not-a-date"),  # type: ignore[arg-type]
    "with notices": (lambda: china(as_known=2026, notices=()), "not-a-date"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_day_is_refused(what: str) -> None:
    ask, code = REFUSED[what]
    with pytest.raises(InvalidInput) as caught:
        ask()
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("as_known", code)]


def test_notices_given_by_hand_count_whenever_they_were_published() -> None:
    calendar = china(as_known=dt.date(2013, 12, 10), notices=packaged_notices())
    assert calendar.announced_through == dt.date(2026, 12, 25)
    assert calendar.is_workday(dt.date(2020, 1, 31)) is False
    may = dt.date(2025, 5, 2)  # statutory by the law of 2024 only, which was not known
    assert calendar.day(may).kind is DayKind.MAKE_UP_REST
    assert china(notices=packaged_notices()).day(may).kind is DayKind.HOLIDAY


def test_the_same_knowledge_is_one_calendar() -> None:
    assert known("2026-03-04") == known("2025-11-04") == china(notices=packaged_notices())
    assert known("2020-01-26") == known("2019-11-21") != known("2020-01-27")
