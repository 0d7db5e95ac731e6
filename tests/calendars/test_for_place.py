"""The calendar of an organ at a place: its own days, and the years in which they are not held."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from govsvc.calendars import Certainty, DayKind, WorkCalendar, china, for_place
from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.places import Place
from govsvc.spans import Span
from tests.calendars.known import DAY

LAST = dt.date(2100, 12, 31)


def of(place: str, **given: Any) -> WorkCalendar:
    return for_place(Place.parse(place), **given)


def differing(place: str, first: dt.date, last: dt.date, **given: Any) -> dict[str, bool]:
    return {str(day.date): day.is_working for day in china().changed(of(place, **given)) if first <= day.date <= last}


# Places as the nation -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["衡水", "河北", "130000", "深圳", "全国"])
def test_a_place_without_days_of_its_own_has_the_nations_calendar(place: str) -> None:
    assert of(place) == china()
    assert of(place, as_known=dt.date(2020, 1, 26)) == china(as_known=dt.date(2020, 1, 26))


def test_the_same_place_is_one_calendar() -> None:
    assert of("湖北") == of("420000") == of("湖北省")
    assert of("湖北") != china()
    assert of("湖北").national == china()


# One-off days -------------------------------------------------------------------------------------------------------


def test_offices_in_hubei_were_closed_until_13_february_2020() -> None:
    start = dt.date(2020, 1, 21)
    assert of("湖北").add(start, 5) == of("武汉").add(start, 5) == dt.date(2020, 2, 18)
    assert china().add(start, 5) == dt.date(2020, 2, 5)
    assert differing("湖北", dt.date(2004, 1, 1), LAST) == {
        str(day): False for day in Span(dt.date(2020, 2, 3), dt.date(2020, 2, 13)) if day.weekday() < 5
    }
    assert of("湖北").day(dt.date(2020, 2, 3)).kind is DayKind.HOLIDAY
    assert of("湖北").announced_from == dt.date(2004, 1, 1)


def test_hubei_is_as_the_nation_before_its_notice() -> None:
    start = dt.date(2020, 1, 21)
    assert of("湖北", as_known=dt.date(2020, 1, 31)).add(start, 5) == dt.date(2020, 2, 5)
    assert of("湖北", as_known=dt.date(2020, 2, 1)).add(start, 5) == dt.date(2020, 2, 18)


def test_shanghai_moved_two_days_for_the_fair_of_2018() -> None:
    assert differing("上海", dt.date(2018, 1, 1), dt.date(2018, 12, 31)) == {
        "2018-11-03": True, "2018-11-05": False, "2018-11-06": False, "2018-11-11": True
    }  # fmt: skip
    assert of("上海").add(dt.date(2018, 11, 2), 1) == dt.date(2018, 11, 3)
    assert of("上海", organ="enterprise") == china()


APEC = {
    "2014-11-02": True, "2014-11-07": False, "2014-11-10": False, "2014-11-11": False, "2014-11-12": False,
    "2014-11-15": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("organ", "days"),
    [(None, APEC), ("administrative", APEC), ("central", APEC), ("institution", APEC), ("enterprise", {})],
)
def test_beijing_was_off_for_apec_by_kind_of_organ(organ: str | None, days: dict[str, bool]) -> None:
    assert differing("北京", dt.date(2014, 1, 1), dt.date(2014, 12, 31), organ=organ) == days


# Regions ------------------------------------------------------------------------------------------------------------


def test_guangxi_is_off_on_a_nationally_worked_saturday_and_works_its_own() -> None:
    calendar = of("广西")
    assert differing("广西", dt.date(2017, 1, 1), dt.date(2017, 12, 31)) == {
        "2017-03-30": False, "2017-03-31": False, "2017-04-01": False, "2017-04-08": True
    }  # fmt: skip
    assert calendar.day(dt.date(2017, 4, 1)).kind is DayKind.WEEKEND
    assert calendar.day(dt.date(2017, 4, 8)).kind is DayKind.MAKE_UP_WORK
    granted = calendar.day(dt.date(2017, 3, 30))
    assert (granted.kind, granted.certainty, granted.name) == (DayKind.HOLIDAY, Certainty.ANNOUNCED, "壮族三月三")
    assert granted.source is not None
    assert granted.source.place_code == "450000"
    assert calendar.add(dt.date(2017, 3, 29), 1) == dt.date(2017, 4, 5)
    assert china().add(dt.date(2017, 3, 29), 1) == dt.date(2017, 3, 30)


def test_a_prefecture_has_the_days_of_its_region() -> None:
    assert of("桂林") == of("广西")


def test_guangxi_2027_is_unknown_while_2026_is_as_the_nations() -> None:
    calendar = of("广西")
    assert (calendar.announced_from, calendar.announced_through) == (dt.date(2004, 1, 1), dt.date(2026, 12, 25))
    assert calendar.day(dt.date(2026, 12, 26)).certainty is Certainty.PROVISIONAL
    for day in (dt.date(2027, 1, 1), dt.date(2027, 4, 8), LAST):
        assert calendar.day(day).certainty is Certainty.REGION_UNKNOWN
        with pytest.raises(NotYetAnnounced):
            calendar.is_workday(day)


def test_a_region_that_is_unknown_has_no_latest_day_and_a_sound_earliest() -> None:
    found = of("广西").interval(dt.date(2026, 12, 10), 20)
    assert found.certainty is Certainty.REGION_UNKNOWN
    assert found.latest == LAST
    assert found.likely == dt.date(2027, 1, 8)
    worked, day = 0, dt.date(2026, 12, 10)
    while worked < 20:
        day += DAY
        worked += day > dt.date(2026, 12, 25) or china().is_workday(day)
    assert found.earliest == day == dt.date(2027, 1, 3)
    with pytest.raises(NotYetAnnounced) as caught:
        of("广西").add(dt.date(2026, 12, 10), 20)
    assert (caught.value.earliest, caught.value.likely, caught.value.latest) == (
        found.earliest, found.likely, found.latest
    )  # fmt: skip


def test_a_count_that_may_run_into_the_unknown_has_no_latest_day() -> None:
    found = of("广西").interval(dt.date(2026, 12, 25), 4)
    assert (found.likely, found.certainty) == (dt.date(2026, 12, 31), Certainty.PROVISIONAL)
    assert found.latest == LAST
    found = of("广西").interval(dt.date(2026, 12, 24), 1)
    assert found.latest == dt.date(2026, 12, 25)


def test_a_backward_count_into_the_unknown_has_no_first_day() -> None:
    calendar = of("新疆")
    found = calendar.interval(dt.date(2022, 1, 10), -20)
    assert found.certainty is Certainty.REGION_UNKNOWN
    assert found.earliest == dt.date(2004, 1, 1)
    assert found.earliest <= found.likely <= found.latest
    assert found.latest < dt.date(2022, 1, 1)


def test_the_unknown_end_contains_whatever_the_region_may_have_given() -> None:
    """As known before its notices of a year, 广西 can say no more than that a deadline is not before its earliest."""
    chance = random.Random(33)
    for _ in range(400):
        year = chance.randint(2014, 2026)
        start = dt.date(year - 1, 12, 1) + chance.randint(0, 200) * DAY
        n = chance.choice([1, 5, 20, 45]) * chance.choice([1, -1])
        known = of("广西", as_known=dt.date(year - 1, 11, 30))
        found = known.interval(start, n)
        assert found.earliest <= of("广西").add(start, n) <= found.latest


def test_xinjiang_2018_is_not_held_but_for_the_days_known() -> None:
    calendar = of("新疆")
    ordinary = calendar.day(dt.date(2018, 3, 7))
    assert (ordinary.certainty, ordinary.kind) == (Certainty.REGION_UNKNOWN, DayKind.WORKDAY)
    with pytest.raises(NotYetAnnounced):
        calendar.add(dt.date(2018, 3, 7), 5)
    with pytest.raises(NotYetAnnounced):
        calendar.count(dt.date(2018, 3, 7), dt.date(2018, 3, 14))
    assert calendar.announced_from == dt.date(2022, 1, 1)
    assert calendar.fewest(dt.date(2018, 3, 7), dt.date(2018, 3, 14)) == 0


def test_a_day_of_an_unknown_year_bears_no_name_of_a_holiday_it_is_not() -> None:
    calendar = of("新疆")
    for day in Span(dt.date(2013, 1, 1), dt.date(2021, 12, 31)):
        found = calendar.day(day)
        if found.kind is DayKind.WORKDAY:
            assert found.name is None, found


def test_an_unknown_count_far_out_is_answered() -> None:
    found = of("西藏").interval(dt.date(2010, 1, 4), 5_000)
    assert found.latest == LAST
    assert found.earliest < found.likely


def test_the_region_s_days_are_all_that_differs() -> None:
    for day in china().changed(of("宁夏")):
        assert day.certainty is Certainty.ANNOUNCED
        assert day.source is not None
        assert day.source.place_code == "640000"


# Refusals -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "organ", "path"),
    [("湖北", None, "place"), (None, None, "place"), (Place.BEIJING, "court of appeal", "organ")],
)
def test_what_is_no_place_or_organ_is_refused(place: Any, organ: str | None, path: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        for_place(place, organ=organ)
    assert [fault.path for fault in caught.value.faults] == [path]


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(InvalidInput, match="naive-datetime"):
        for_place(Place.BEIJING, as_known=dt.datetime(2026, 3, 4))
