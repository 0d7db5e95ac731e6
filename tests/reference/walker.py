"""The slow, obvious count: one day at a time, asking nothing but `calendar.day`.

Kept for good beside the fast one. Not covered: intervals of open ends.
"""

from __future__ import annotations

import calendar as months_of
import datetime as dt
from collections.abc import Callable, Sequence

from govsvc.calendars import WorkCalendar
from govsvc.spans import Span
from govsvc.terms import CalendarDays, Length, Months, Roll, WorkingDays, Years

__all__ = ["IsWorking", "asking", "month_end", "rolled", "walk"]

IsWorking = Callable[[dt.date], bool]
ONE_DAY = dt.timedelta(days=1)


def asking(calendar: WorkCalendar) -> IsWorking:
    """Ask a calendar whether a day is worked, and remember its answers."""
    known: dict[dt.date, bool] = {}

    def is_working(day: dt.date) -> bool:
        if day not in known:
            known[day] = calendar.day(day).is_working
        return known[day]

    return is_working


def month_end(day: dt.date, months: int) -> dt.date:
    """Return the same-numbered day so many months on, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, months_of.monthrange(year, month + 1)[1]))


def walk(
    length: Length, start: dt.date, is_working: IsWorking, *, excluded: Sequence[Span] = (), backwards: bool = False
) -> dt.date:
    """Walk from a day until the length has passed."""
    way = -ONE_DAY if backwards else ONE_DAY
    day, left = start, _days_needed(length, start, backwards=backwards)
    while left:
        day += way
        is_out = any(span.first <= day <= span.last for span in excluded)
        if not is_out and (not isinstance(length, WorkingDays) or is_working(day)):
            left -= 1
    return day


def rolled(day: dt.date, roll: Roll, nation: IsWorking, place: IsWorking) -> dt.date:
    """Walk on from a last day to one on which it may stay."""
    asked = {Roll.NONE: lambda _: True, Roll.DAY_AFTER_REST: nation, Roll.FIRST_WORKING_DAY: place}[roll]
    while not asked(day):
        day += ONE_DAY
    return day


def _days_needed(length: Length, start: dt.date, *, backwards: bool) -> int:
    if isinstance(length, Months | Years):
        months = length.n * (12 if isinstance(length, Years) else 1)
        return abs((month_end(start, -months if backwards else months) - start).days)
    return length.n if isinstance(length, WorkingDays | CalendarDays) else 0
