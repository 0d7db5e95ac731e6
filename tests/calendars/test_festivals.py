"""The festival table against three independent computations of the Chinese calendar."""

from __future__ import annotations

import datetime as dt
import importlib
import itertools
import math
from typing import Any

import pytest

from govsvc.calendars.festivals import FIRST_YEAR, LAST_YEAR, Festivals, festival_dates
from govsvc.errors import InvalidInput

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
LUNAR_DAYS = {"spring": (1, 1), "dragon_boat": (5, 5), "mid_autumn": (8, 15)}
BEIJING = dt.timedelta(hours=8)

ephem: Any = importlib.import_module("ephem")
lunar_python: Any = importlib.import_module("lunar_python")
lunarcalendar: Any = importlib.import_module("lunarcalendar")
solarterm: Any = importlib.import_module("lunarcalendar.solarterm")


def _lunar_python(year: int) -> Festivals:
    days = {name: lunar_python.Lunar.fromYmd(year, *day).getSolar().toYmd() for name, day in LUNAR_DAYS.items()}
    days["qingming"] = lunar_python.Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"].toYmd()
    return Festivals(**{name: dt.date.fromisoformat(day) for name, day in days.items()})


def _lunarcalendar(year: int) -> Festivals:
    def solar(month: int, day: int) -> dt.date:
        found: dt.date = lunarcalendar.Converter.Lunar2Solar(lunarcalendar.Lunar(year, month, day)).to_date()
        return found

    days = {name: solar(*day) for name, day in LUNAR_DAYS.items()}
    return Festivals(qingming=solarterm.QingMing(year), **days)


def _solar_longitude_day(degrees: float, guess: dt.datetime) -> dt.date:
    """Return the Beijing day on which the sun reaches a longitude, by Newton's method from a guess."""
    moment = ephem.Date(guess)
    for _ in range(6):
        reached = math.degrees(ephem.Ecliptic(ephem.Sun(moment), epoch=moment).lon)
        moment = ephem.Date(moment + ((degrees - reached + 180) % 360 - 180) * 365.2422 / 360)
    found: dt.datetime = moment.datetime()
    return (found + BEIJING).date()


def _new_moon_days(first: dt.date, last: dt.date) -> list[dt.date]:
    moment = ephem.Date(dt.datetime(first.year, first.month, first.day) - dt.timedelta(days=31))
    days: list[dt.date] = []
    while not days or days[-1] <= last:
        moment = ephem.next_new_moon(moment)
        days.append((moment.datetime() + BEIJING).date())
    return days


def _months(year: int) -> list[dt.date]:
    """Return the first days of the months 11, 12, 1, 2 … 10, by the month of the winter solstice, leap month out."""
    solstice = dt.datetime(year - 1, 12, 21)
    terms = [
        _solar_longitude_day((270 + 30 * step) % 360, solstice + dt.timedelta(days=30.44 * step)) for step in range(13)
    ]
    moons = _new_moon_days(terms[0], terms[-1])
    eleventh, next_eleventh = (max(moon for moon in moons if moon <= term) for term in (terms[0], terms[-1]))
    months = [moon for moon in moons if eleventh <= moon <= next_eleventh]
    if len(months) == 14:
        pairs = itertools.pairwise(months)
        leap = next(begin for begin, end in pairs if not any(begin <= term < end for term in terms))
        months.remove(leap)
    return months


def _ephem(year: int) -> Festivals:
    months = _months(year)
    return Festivals(
        spring=months[2],
        qingming=_solar_longitude_day(15, dt.datetime(year, 4, 5)),
        dragon_boat=months[6] + dt.timedelta(days=4),
        mid_autumn=months[9] + dt.timedelta(days=14),
    )


def test_the_table_is_that_of_lunar_python() -> None:
    assert {year: festival_dates(year) for year in YEARS} == {year: _lunar_python(year) for year in YEARS}


def test_the_table_is_that_of_astronomy_at_beijing_time() -> None:
    assert {year: festival_dates(year) for year in YEARS} == {year: _ephem(year) for year in YEARS}


def test_lunarcalendar_differs_only_in_the_mid_autumn_of_2089() -> None:
    differing = {year: _lunarcalendar(year) for year in YEARS if _lunarcalendar(year) != festival_dates(year)}
    assert list(differing) == [2089]
    held = festival_dates(2089)
    assert differing[2089] == Festivals(held.spring, held.qingming, held.dragon_boat, dt.date(2089, 9, 19))
    assert held.mid_autumn == dt.date(2089, 9, 18)


def test_the_new_moon_that_decides_2089_falls_three_minutes_before_midnight() -> None:
    moment = ephem.next_new_moon(dt.datetime(2089, 8, 20)).datetime() + BEIJING
    assert (moment.date(), moment.hour, moment.minute) == (dt.date(2089, 9, 4), 23, 57)


def test_the_eve_is_the_day_before_the_first_day() -> None:
    assert festival_dates(2027).eve == dt.date(2027, 2, 5)
    assert festival_dates(2024).eve == dt.date(2024, 2, 9)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_a_year_outside_the_table_is_refused(year: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        festival_dates(year)
    assert [(fault.path, fault.code, fault.given) for fault in refused.value.faults] == [("year", "out-of-range", year)]


def test_the_first_and_the_last_year_are_held() -> None:
    assert festival_dates(FIRST_YEAR).spring == dt.date(2004, 1, 22)
    assert festival_dates(LAST_YEAR).mid_autumn == dt.date(2100, 9, 18)
