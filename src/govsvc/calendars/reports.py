"""Years that only an installed `chinesecalendar` holds: reported, not announced.

A newer release of that package may know a year before this one does. Its days are taken with the certainty REPORTED and
its name and version as their source; a notice of the year always takes their place. With a year come the last six days
of the year before, which it may exchange. Its `find_workday` is never used: from a rest day it does not give the n-th
working day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from govsvc.spans import Span

__all__ = ["Report", "reported_years"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Report:
    """One year as a package reports it.

    Attributes:
        source: The package and its version.
        year: The year.
        off: Weekdays given off and weekend days inside a festival's rest, with the festival's Chinese name.
        worked: The Saturdays and Sundays worked.
    """

    source: str
    year: int
    off: tuple[tuple[dt.date, str], ...]
    worked: tuple[dt.date, ...]


@cache
def reported_years(after: int) -> tuple[Report, ...]:
    """Return the years later than `after` that the installed `chinesecalendar` holds, oldest first.

    >>> reported_years(2100)
    ()
    """
    from chinese_calendar import constants

    years = sorted({day.year for day in constants.holidays if day.year > after})
    return tuple(_report(year, constants.holidays, constants.workdays) for year in years)


def _report(year: int, off: Mapping[dt.date, str], worked: Iterable[dt.date]) -> Report:
    from importlib.metadata import version

    from chinese_calendar.constants import Holiday

    span = Span(dt.date(year - 1, 12, 26), dt.date(year, 12, 31))
    return Report(
        f"chinesecalendar {version('chinesecalendar')}",
        year,
        tuple(sorted((day, Holiday(name).chinese) for day, name in off.items() if day in span)),
        tuple(sorted(day for day in worked if day in span)),
    )
