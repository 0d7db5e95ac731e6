"""The days of the four festivals the holiday law ties to the moon and the sun, 2004 to 2100.

Source: a table in `data/festivals.csv`, worked out by Beijing time as the rules of the Chinese calendar
(GB/T 33661-2017) have it and checked against three independent computations; the table's heading says how.

Not covered: other festivals of the lunar calendar, festivals of other calendars (such as those of Islam or the
Tibetan year, whose days the regions announce), and years outside the table.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping

import attrs

from govsvc.errors import invalid

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Festivals", "festival_dates"]


def __dir__() -> list[str]:
    return __all__


FIRST_YEAR = 2004
LAST_YEAR = 2100


@attrs.frozen
class Festivals:
    """The festivals of one year, each by its day in Beijing.

    Attributes:
        spring: 春节, the first day of the first lunar month.
        qingming: 清明, the day the sun reaches 15° of longitude.
        dragon_boat: 端午, the fifth day of the fifth lunar month.
        mid_autumn: 中秋, the fifteenth day of the eighth lunar month.
    """

    spring: dt.date
    qingming: dt.date
    dragon_boat: dt.date
    mid_autumn: dt.date

    @property
    def eve(self) -> dt.date:
        """除夕, the day before 春节.

        >>> festival_dates(2025).eve
        datetime.date(2025, 1, 28)
        """
        return self.spring - dt.timedelta(days=1)


def festival_dates(year: int) -> Festivals:
    """Return the festivals of a year.

    Raises:
        InvalidInput: for a year outside 2004 to 2100.

    >>> festival_dates(2026).spring
    datetime.date(2026, 2, 17)
    """
    found = _table().get(year)
    if found is None:
        raise invalid("year", "out-of-range", year, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    return found


@functools.cache
def _table() -> Mapping[int, Festivals]:
    from importlib.resources import files

    text = files("govsvc.calendars").joinpath("data/festivals.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return dict(map(_row, lines[1:]))


def _row(line: str) -> tuple[int, Festivals]:
    year, *days = line.split(",")
    return int(year), Festivals(*map(dt.date.fromisoformat, days))
