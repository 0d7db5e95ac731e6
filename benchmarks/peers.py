"""Other libraries that know working days, each set up its own fastest documented way.

Each is asked in its own types, converted before the clock starts. Those that can be told their rest days get ours;
those with Chinese data of their own keep it. None is needed to run the library: one not installed is left out.
"""

from __future__ import annotations

import datetime as dt
import operator
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module, metadata
from typing import Any

from benchmarks.contestants import A_DAY, Contestant, closed
from govsvc.calendars import WorkCalendar

OUR_DAYS = "knows no make-up days: no weekend, and every rest day of this calendar given as a holiday"


def rest_days(calendar: WorkCalendar) -> list[dt.date]:
    first, last = calendar.announced_from.toordinal(), calendar.announced_through.toordinal()
    days = map(dt.date.fromordinal, range(first, last + 1))
    return [day for day in days if not calendar.is_workday(day)]


def chinesecalendar(_: WorkCalendar) -> Contestant:
    """Its `find_workday` rolls a rest day to the next working day before it counts, which is not the n-th after it."""
    library = import_module("chinese_calendar")
    find, between = library.find_workday, library.get_workdays
    return Contestant(
        name="chinesecalendar",
        set_up="its own data; from a rest day `find_workday` answers one working day late",
        is_workday=library.is_workday,
        add=lambda day, n: find(n, day),
        back=lambda day, n: find(n, day),
        count=lambda first, until: len(between(first, until)),
        to_span=closed,
        refuses=NotImplementedError,
    )


def holidays(calendar: WorkCalendar) -> Contestant:
    library = import_module("holidays")
    china = library.China(years=range(calendar.announced_from.year, calendar.announced_through.year + 1))
    return Contestant(
        name="holidays",
        set_up="its own data, all years filled before",
        is_workday=china.is_working_day,
        add=china.get_nth_working_day,
        back=china.get_nth_working_day,
        count=china.get_working_days_count,
        to_span=closed,
    )


def quantlib(_: WorkCalendar) -> Contestant:
    library = import_module("QuantLib")
    china = library.China(library.China.IB)
    between = china.businessDaysBetween
    return Contestant(
        name="QuantLib",
        set_up="its own data of the interbank market, make-up days included",
        is_workday=china.isBusinessDay,
        add=china.advance,
        back=china.advance,
        count=lambda after, until: between(after, until, False, True),
        to_day=library.Date.from_date,
        to_span=lambda after, until: (library.Date.from_date(after), library.Date.from_date(until)),
        to_amount=lambda n: library.Period(n, library.Days),
        to_date=lambda day: day.to_date(),
    )


def bizdays(calendar: WorkCalendar) -> Contestant:
    library = import_module("bizdays")
    first, last = calendar.announced_from, calendar.announced_through
    table = library.Calendar(rest_days(calendar), [], first, last)
    return Contestant(
        name="bizdays",
        set_up=f"{OUR_DAYS}; its count between days is another where one of them is a rest day",
        is_workday=table.isbizday,
        add=table.offset,
        back=table.offset,
        count=table.bizdays,
        refuses=library.DateOutOfRange,
    )


def _numpy_calendar(calendar: WorkCalendar) -> Any:
    numpy = import_module("numpy")
    return numpy.busdaycalendar("1111111", numpy.array(rest_days(calendar), dtype="datetime64[D]"))


def numpy_busday(calendar: WorkCalendar) -> Contestant:
    numpy = import_module("numpy")
    table, offset, count = _numpy_calendar(calendar), numpy.busday_offset, numpy.busday_count
    return Contestant(
        name="numpy",
        set_up=f"one date at a time, not its arrays; {OUR_DAYS}",
        is_workday=lambda day: numpy.is_busday(day, busdaycal=table),
        add=lambda day, n: offset(day, n, "backward", busdaycal=table),
        back=lambda day, n: offset(day, n, "forward", busdaycal=table),
        count=lambda first, end: count(first, end, busdaycal=table),
        to_day=numpy.datetime64,
        to_span=lambda after, until: (numpy.datetime64(after + A_DAY), numpy.datetime64(until + A_DAY)),
        to_date=lambda day: day.astype(dt.date),
    )


def pandas_custom(calendar: WorkCalendar) -> Contestant:
    library = import_module("pandas")
    table = _numpy_calendar(calendar)
    offset = library.offsets.CustomBusinessDay
    return Contestant(
        name="pandas",
        set_up=f"`CustomBusinessDay`, made before for each amount, which counts nothing; {OUR_DAYS}",
        is_workday=offset(calendar=table).is_on_offset,
        add=operator.add,
        back=operator.add,
        count=None,
        to_day=library.Timestamp,
        to_amount=lambda n: offset(n, calendar=table),
        to_date=lambda day: day.date(),
    )


def workalendar(_: WorkCalendar) -> Contestant:
    library = import_module("workalendar.asia")
    china = library.China()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for year in range(2018, 2024):
            china.holidays(year)
    return Contestant(
        name="workalendar",
        set_up="its own data of 2018 to 2023, filled before",
        is_workday=china.is_working_day,
        add=china.add_working_days,
        back=china.add_working_days,
        count=china.get_working_days_delta,
        refuses=import_module("workalendar.exceptions").CalendarError,
    )


PEERS: dict[str, Callable[[WorkCalendar], Contestant]] = {
    "bizdays": bizdays,
    "chinesecalendar": chinesecalendar,
    "holidays": holidays,
    "numpy": numpy_busday,
    "pandas": pandas_custom,
    "QuantLib": quantlib,
    "workalendar": workalendar,
}


def version_of(name: str) -> str | None:
    """Return the version installed, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def missing() -> Sequence[str]:
    return [name for name in PEERS if version_of(name) is None]


def installed(calendar: WorkCalendar) -> Iterator[Contestant]:
    """Set up every peer that is installed."""
    return (make(calendar) for name, make in PEERS.items() if version_of(name) is not None)
