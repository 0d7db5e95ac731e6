"""Days and moments as text: ISO 8601, within the years the calendar holds, and nothing else.

Not covered: other spellings of a date (20260307, 2026/3/7), which are refused and not guessed at.
"""

from __future__ import annotations

import datetime as dt
import re

from govsvc.calendars.table import FIRST, LAST
from govsvc.errors import invalid
from govsvc.spans import day_of

__all__ = ["read_any_day", "read_day", "read_moment"]


def __dir__() -> list[str]:
    return __all__


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_MOMENTS = "a date, a time and a zone such as 2026-03-07T22:30:00+08:00"


def read_day(value: object, path: str = "") -> dt.date:
    """Return the day that a text such as 2026-03-07 states.

    Raises:
        InvalidInput: for anything else, a day that does not exist, or one outside 2004 to 2100.

    >>> read_day("2026-03-07")
    datetime.date(2026, 3, 7)
    """
    return _in_range(read_any_day(value, path), value, path)


def read_any_day(value: object, path: str = "") -> dt.date:
    """Return the day that a text states, of whatever year.

    Raises:
        InvalidInput: for anything else, or a day that does not exist.
    """
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        is_naive = isinstance(value, str) and (found := _MOMENT.fullmatch(value)) and not found[3]
        raise invalid(path, "naive-datetime" if is_naive else "not-a-date", value, "a date such as 2026-03-07")
    return _existing(value, path, value)


def read_moment(value: object, path: str = "") -> dt.datetime:
    """Return the moment that a text such as 2026-03-07T22:30:00+08:00 states.

    Raises:
        InvalidInput: for anything else, a moment without a zone, one that does not exist, or one whose day in Beijing
            is outside 2004 to 2100.
    """
    found = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise invalid(path, "not-a-datetime", value, _MOMENTS)
    _existing(found[1], path, value)
    if not found[3]:
        raise invalid(path, "naive-datetime", value, _MOMENTS)
    try:
        moment = dt.datetime.fromisoformat(found[0])
        day = day_of(moment, path)
    except (OverflowError, ValueError) as error:
        raise invalid(path, "not-a-datetime", value, _MOMENTS) from error
    _in_range(day, value, path)
    return moment


def _existing(text: str, path: str, given: object) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise invalid(path, "no-such-day", given, "a day of the calendar") from error


def _in_range(day: dt.date, given: object, path: str) -> dt.date:
    if not FIRST <= day <= LAST:
        raise invalid(path, "outside-calendar", given, f"a day from {FIRST} to {LAST}")
    return day
