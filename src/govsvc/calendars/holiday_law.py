"""Which days the law makes holidays for all citizens, version by version, and where they are made up.

Source: the State Council's regulation on public holidays, in its four versions since 1999, from
`data/holiday_law.toml`. The law says that a holiday falling on a weekend is made up (article 6) but not on which
day: `make_up_days` puts it on the first later weekday that is free, which is an estimate of this library until a
notice settles the year.

Not covered: exchanges of weekends for weekdays, which only the yearly notices order; holidays for some citizens;
days of the regions.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import attrs

from govsvc.calendars.festivals import festival_dates
from govsvc.errors import NotInForce

__all__ = ["HolidayLaw", "StatutoryHoliday", "law_for", "make_up_days", "provisional_days", "versions"]


def __dir__() -> list[str]:
    return __all__


_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@attrs.frozen
class StatutoryHoliday:
    """One holiday of a version of the law: some days counted from an anchor.

    Attributes:
        name: The holiday (春节).
        anchor: A month and day ("10-01") or a festival ("spring", "qingming", "dragon_boat", "mid_autumn").
        offsets: The days, in calendar days from the anchor; 0 is the anchor itself.
    """

    name: str
    anchor: str
    offsets: tuple[int, ...]

    def days(self, year: int) -> tuple[dt.date, ...]:
        """Return the days of this holiday in a year.

        Raises:
            InvalidInput: for a year outside 2004 to 2100.
        """
        anchor = _anchor_day(self.anchor, year)
        return tuple(anchor + dt.timedelta(days=offset) for offset in self.offsets)


@attrs.frozen
class HolidayLaw:
    """One version of the regulation on public holidays.

    Attributes:
        number: The number of the order (国务院令第795号).
        title: The title of the regulation.
        promulgated: The day the order was promulgated, from which on the version is known.
        in_force: The first day it is in force.
        days: The holidays for all citizens, in the order of the year.
    """

    number: str
    title: str
    promulgated: dt.date
    in_force: dt.date
    days: tuple[StatutoryHoliday, ...]

    def statutory_days(self, year: int) -> tuple[tuple[dt.date, str], ...]:
        """Return the statutory days of a year with their names, in order.

        Two holidays on one date give two entries, since each is a day off of its own (2020-10-01 was 中秋节 and
        国庆节).

        Raises:
            InvalidInput: for a year outside 2004 to 2100.

        >>> len(law_for(2025).statutory_days(2025))
        13
        """
        entries = [(day, holiday.name) for holiday in self.days for day in holiday.days(year)]
        return tuple(sorted(entries, key=_date_of))


@functools.cache
def versions() -> tuple[HolidayLaw, ...]:
    """Return every version held, oldest first.

    >>> [law.in_force.year for law in versions()]
    [1999, 2008, 2014, 2025]
    """
    import tomllib
    from importlib.resources import files

    data = tomllib.loads(files("govsvc.calendars").joinpath("data/holiday_law.toml").read_text(encoding="utf-8"))
    return tuple(_version(data["title"], entry) for entry in data["version"])


def law_for(year: int, *, as_known: dt.date | None = None) -> HolidayLaw:
    """Return the version in force on 1 January of a year.

    Args:
        year: The calendar year.
        as_known: Leave out versions promulgated after this day; None for everything held.

    Raises:
        NotInForce: where no version held was in force, or none was promulgated by `as_known`.

    >>> law_for(2025).number
    '国务院令第795号'
    >>> law_for(2025, as_known=dt.date(2024, 11, 9)).number
    '国务院令第644号'
    """
    first = dt.date(year, 1, 1)
    for law in reversed(versions()):
        if law.in_force <= first and (as_known is None or law.promulgated <= as_known):
            return law
    raise NotInForce(versions()[0].title, first if as_known is None else min(first, as_known))


def make_up_days(statutory: Iterable[dt.date]) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return where the statutory days that give no day off of their own are made up.

    A statutory day on a Saturday or Sunday, and every further one on a date already counted, is made up on the
    first later Monday to Friday that is neither statutory nor already a make-up day. That a day is made up is
    article 6 of the regulation; on which day is this library's estimate.

    Args:
        statutory: The statutory days of a year, with a date repeated where two holidays share it.

    Returns:
        Pairs of a make-up day and the statutory day it stands for, in the order of the statutory days.

    >>> make_up_days([dt.date(2028, 10, 1), dt.date(2028, 10, 2), dt.date(2028, 10, 3), dt.date(2028, 10, 3)])
    ((datetime.date(2028, 10, 4), datetime.date(2028, 10, 1)), (datetime.date(2028, 10, 5), datetime.date(2028, 10, 3)))
    """
    days = sorted(statutory)
    taken = set(days)
    pairs = []
    for index, day in enumerate(days):
        if day.weekday() >= _SATURDAY or (index and days[index - 1] == day):
            pairs.append((_first_free(day, taken), day))
            taken.add(pairs[-1][0])
    return tuple(pairs)


def provisional_days(year: int, *, law: HolidayLaw) -> Mapping[dt.date, tuple[Literal["HOLIDAY", "MAKE_UP_REST"], str]]:
    """Return the days off of a year that follow from the law alone, with no weekend exchanged.

    Each is given its kind and its name; a date with two holidays bears both names.

    Raises:
        InvalidInput: for a year outside 2004 to 2100.

    >>> provisional_days(2027, law=law_for(2027))[dt.date(2027, 2, 8)]
    ('HOLIDAY', '春节')
    >>> provisional_days(2027, law=law_for(2027))[dt.date(2027, 2, 9)]
    ('MAKE_UP_REST', '春节')
    """
    statutory = law.statutory_days(year)
    names: dict[dt.date, list[str]] = {}
    for day, name in statutory:
        names.setdefault(day, []).append(name)
    made_up = make_up_days(day for day, _ in statutory)
    days: dict[dt.date, tuple[Literal["HOLIDAY", "MAKE_UP_REST"], str]] = {}
    for day, named in names.items():
        days[day] = "HOLIDAY", "、".join(named)
    for rest, day in made_up:
        days[rest] = "MAKE_UP_REST", "、".join(names[day])
    return days


def _first_free(after: dt.date, taken: set[dt.date]) -> dt.date:
    day = after + _DAY
    while day in taken or day.weekday() >= _SATURDAY:
        day += _DAY
    return day


def _anchor_day(anchor: str, year: int) -> dt.date:
    if anchor[0].isdigit():
        month, day = anchor.split("-")
        return dt.date(year, int(month), int(day))
    found: dt.date = getattr(festival_dates(year), anchor)
    return found


def _date_of(entry: tuple[dt.date, str]) -> dt.date:
    return entry[0]


def _version(title: str, entry: dict[str, Any]) -> HolidayLaw:
    days = tuple(StatutoryHoliday(day["name"], day["anchor"], tuple(day["offsets"])) for day in entry["days"])
    return HolidayLaw(entry["number"], title, entry["promulgated"], entry["in_force"], days)
