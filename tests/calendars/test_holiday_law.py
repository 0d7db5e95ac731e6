"""Which days each version of the holiday law makes holidays, and where they are made up."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.calendars.festivals import FIRST_YEAR, LAST_YEAR, festival_dates
from govsvc.calendars.holiday_law import law_for, make_up_days, provisional_days, versions
from govsvc.errors import InvalidInput, NotInForce

DAY = dt.timedelta(days=1)
HELD_YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
LAWS = st.sampled_from(range(4))


def days(year: int, *texts: str) -> list[dt.date]:
    return [dt.date(year, *map(int, text.split("-"))) for text in texts]


def statutory(year: int) -> dict[str, list[dt.date]]:
    found: dict[str, list[dt.date]] = {}
    for day, name in law_for(year).statutory_days(year):
        found.setdefault(name, []).append(day)
    return found


def test_the_four_versions_are_held_with_their_orders_and_dates() -> None:
    assert [(law.number, law.promulgated, law.in_force) for law in versions()] == [
        ("国务院令第270号", dt.date(1999, 9, 18), dt.date(1999, 9, 18)),
        ("国务院令第513号", dt.date(2007, 12, 14), dt.date(2008, 1, 1)),
        ("国务院令第644号", dt.date(2013, 12, 11), dt.date(2014, 1, 1)),
        ("国务院令第795号", dt.date(2024, 11, 10), dt.date(2025, 1, 1)),
    ]
    assert {law.title for law in versions()} == {"全国年节及纪念日放假办法"}


@pytest.mark.parametrize(("year", "total"), [(2007, 10), (2008, 11), (2013, 11), (2014, 11), (2024, 11), (2025, 13)])
def test_each_version_grants_its_number_of_days(year: int, total: int) -> None:
    assert len(law_for(year).statutory_days(year)) == total


def test_the_version_of_1999_has_no_traditional_festival_but_one() -> None:
    assert statutory(2007) == {
        "元旦": days(2007, "1-1"),
        "春节": days(2007, "2-18", "2-19", "2-20"),
        "劳动节": days(2007, "5-1", "5-2", "5-3"),
        "国庆节": days(2007, "10-1", "10-2", "10-3"),
    }


def test_the_eve_was_a_holiday_from_2008_to_2013_and_is_again_from_2025() -> None:
    with_eve = [year for year in range(2004, 2031) if festival_dates(year).eve in statutory(year)["春节"]]
    assert with_eve == [*range(2008, 2014), *range(2025, 2031)]


def test_the_spring_festival_of_each_version() -> None:
    assert statutory(2013)["春节"] == days(2013, "2-9", "2-10", "2-11")
    assert statutory(2014)["春节"] == days(2014, "1-31", "2-1", "2-2")
    assert statutory(2025)["春节"] == days(2025, "1-28", "1-29", "1-30", "1-31")


def test_the_statutory_days_of_2027() -> None:
    assert statutory(2027) == {
        "元旦": days(2027, "1-1"),
        "春节": days(2027, "2-5", "2-6", "2-7", "2-8"),
        "清明节": days(2027, "4-5"),
        "劳动节": days(2027, "5-1", "5-2"),
        "端午节": days(2027, "6-9"),
        "中秋节": days(2027, "9-15"),
        "国庆节": days(2027, "10-1", "10-2", "10-3"),
    }


def test_two_holidays_on_one_date_count_twice() -> None:
    twice = [
        day
        for year in range(2004, 2032)
        for day, times in Counter(day for day, _ in law_for(year).statutory_days(year)).items()
        if times == 2
    ]
    assert twice == [dt.date(2009, 10, 3), dt.date(2020, 10, 1), dt.date(2028, 10, 3), dt.date(2031, 10, 1)]


@given(HELD_YEARS, LAWS)
def test_statutory_days_come_in_order_and_within_their_year(year: int, version: int) -> None:
    found = [day for day, _ in versions()[version].statutory_days(year)]
    assert found == sorted(found)
    assert {day.year for day in found} == {year}


def test_a_version_governs_from_the_first_of_january() -> None:
    assert [law_for(year).in_force.year for year in (2007, 2008, 2013, 2014, 2024, 2025)] == [
        1999,
        2008,
        2008,
        2014,
        2014,
        2025,
    ]


@pytest.mark.parametrize(("year", "promulgated"), [(2008, "2007-12-14"), (2014, "2013-12-11"), (2025, "2024-11-10")])
def test_a_version_is_known_from_its_promulgation(year: int, promulgated: str) -> None:
    day = dt.date.fromisoformat(promulgated)
    assert law_for(year, as_known=day) == law_for(year)
    assert law_for(year, as_known=day - DAY) == versions()[versions().index(law_for(year)) - 1]


def test_no_version_is_known_before_the_first() -> None:
    with pytest.raises(NotInForce) as refused:
        law_for(2004, as_known=dt.date(1999, 9, 17))
    assert refused.value.what == "全国年节及纪念日放假办法"
    assert law_for(2004, as_known=dt.date(1999, 9, 18)) == versions()[0]


def test_no_version_governs_a_year_that_began_before_the_first() -> None:
    with pytest.raises(NotInForce):
        law_for(1999)
    assert law_for(2000) == versions()[0]


def test_a_year_without_festivals_is_refused() -> None:
    with pytest.raises(InvalidInput):
        law_for(LAST_YEAR + 1).statutory_days(LAST_YEAR + 1)


def test_a_weekend_holiday_is_made_up_on_the_next_free_weekday() -> None:
    assert make_up_days(days(2026, "4-5")) == ((dt.date(2026, 4, 6), dt.date(2026, 4, 5)),)
    assert make_up_days(days(2027, "5-1", "5-2")) == (
        (dt.date(2027, 5, 3), dt.date(2027, 5, 1)),
        (dt.date(2027, 5, 4), dt.date(2027, 5, 2)),
    )


def test_a_make_up_day_passes_over_statutory_weekdays() -> None:
    assert make_up_days(days(2022, "10-1", "10-2", "10-3")) == (
        (dt.date(2022, 10, 4), dt.date(2022, 10, 1)),
        (dt.date(2022, 10, 5), dt.date(2022, 10, 2)),
    )


def test_a_weekday_holiday_is_not_made_up() -> None:
    assert make_up_days(days(2026, "10-1", "10-2")) == ()


def test_the_second_holiday_on_a_date_is_made_up_too() -> None:
    assert make_up_days(days(2020, "10-1", "10-1", "10-2")) == ((dt.date(2020, 10, 5), dt.date(2020, 10, 1)),)
    assert [rest for rest, _ in make_up_days(days(2009, "10-1", "10-2", "10-3", "10-3"))] == days(2009, "10-5", "10-6")


@given(st.lists(st.dates(dt.date(2004, 1, 1), dt.date(2100, 12, 1)), max_size=20))
def test_every_statutory_day_gives_one_weekday_off_once_made_up(statutory_days: Sequence[dt.date]) -> None:
    rests = [rest for rest, _ in make_up_days(statutory_days)]
    off = {day for day in statutory_days if day.weekday() < 5} | set(rests)
    assert len(off) == len(statutory_days)
    assert not set(rests) & set(statutory_days)
    assert all(rest.weekday() < 5 for rest in rests)


def test_the_provisional_days_of_2027() -> None:
    assert provisional_days(2027, law=law_for(2027)) == {
        dt.date(2027, 1, 1): ("HOLIDAY", "元旦"),
        dt.date(2027, 2, 5): ("HOLIDAY", "春节"),
        dt.date(2027, 2, 6): ("HOLIDAY", "春节"),
        dt.date(2027, 2, 7): ("HOLIDAY", "春节"),
        dt.date(2027, 2, 8): ("HOLIDAY", "春节"),
        dt.date(2027, 2, 9): ("MAKE_UP_REST", "春节"),
        dt.date(2027, 2, 10): ("MAKE_UP_REST", "春节"),
        dt.date(2027, 4, 5): ("HOLIDAY", "清明节"),
        dt.date(2027, 5, 1): ("HOLIDAY", "劳动节"),
        dt.date(2027, 5, 2): ("HOLIDAY", "劳动节"),
        dt.date(2027, 5, 3): ("MAKE_UP_REST", "劳动节"),
        dt.date(2027, 5, 4): ("MAKE_UP_REST", "劳动节"),
        dt.date(2027, 6, 9): ("HOLIDAY", "端午节"),
        dt.date(2027, 9, 15): ("HOLIDAY", "中秋节"),
        dt.date(2027, 10, 1): ("HOLIDAY", "国庆节"),
        dt.date(2027, 10, 2): ("HOLIDAY", "国庆节"),
        dt.date(2027, 10, 3): ("HOLIDAY", "国庆节"),
        dt.date(2027, 10, 4): ("MAKE_UP_REST", "国庆节"),
        dt.date(2027, 10, 5): ("MAKE_UP_REST", "国庆节"),
    }


def test_a_date_with_two_holidays_bears_both_names() -> None:
    found = provisional_days(2020, law=law_for(2020))
    assert found[dt.date(2020, 10, 1)] == ("HOLIDAY", "中秋节、国庆节")
    assert found[dt.date(2020, 10, 5)] == ("MAKE_UP_REST", "中秋节、国庆节")


@given(HELD_YEARS, LAWS)
def test_the_provisional_year_keeps_the_balance_of_the_law(year: int, version: int) -> None:
    law = versions()[version]
    found = provisional_days(year, law=law)
    assert sum(day.weekday() < 5 for day in found) == len(law.statutory_days(year))
    assert {day.year for day in found} == {year}
