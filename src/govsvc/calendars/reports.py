"""Years that only an installed `chinesecalendar` holds: reported, not announced.

A newer release of that package may know a year before this one does. Its days are taken with the certainty REPORTED and
its name and version as their source; a notice of the year always takes their place. Its `find_workday` is never used:
from a rest day it does not give the n-th working day.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.metadata import version

import attrs

__all__ = ["Report", "reported_years"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Report:
    """One year as a package reports it.

    Attributes:
        source: The package and its version.
        year: The year.
        off: Weekdays given off and weekend days inside a festival's rest, with the festival's English name.
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

    source = f"chinesecalendar {version('chinesecalendar')}"
    years = sorted({day.year for day in constants.holidays if day.year > after})
    return tuple(
        Report(
            source,
            year,
            tuple(sorted((day, name) for day, name in constants.holidays.items() if day.year == year)),
            tuple(sorted(day for day in constants.workdays if day.year == year)),
        )
        for year in years
    )
