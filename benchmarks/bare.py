"""The measure of all speed here: a prefix table with stored dates, two lookups to an answer, no check of anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import accumulate

import attrs

from govsvc.calendars import WorkCalendar


@attrs.frozen
class Bare:
    """Working days counted once; each question is then a lookup."""

    is_workday: Callable[[dt.date], bool]
    add: Callable[[dt.date, int], dt.date]
    back: Callable[[dt.date, int], dt.date]
    count: Callable[[dt.date, dt.date], int]


def bare(calendar: WorkCalendar) -> Bare:
    """Return the table of a calendar's announced days, as closures over plain lists: the fastest that Python has."""
    base = calendar.announced_from.toordinal()
    days = [dt.date.fromordinal(day) for day in range(base, calendar.announced_through.toordinal() + 1)]
    flags = [calendar.is_workday(day) for day in days]
    counts = list(accumulate(map(int, flags)))
    dates = [day for day, is_worked in zip(days, flags, strict=True) if is_worked]

    def is_workday(day: dt.date) -> bool:
        return flags[day.toordinal() - base]

    def add(day: dt.date, n: int) -> dt.date:
        return dates[counts[day.toordinal() - base] + n - 1]

    def back(day: dt.date, n: int) -> dt.date:
        return dates[counts[day.toordinal() - base - 1] + n]

    def count(after: dt.date, until: dt.date) -> int:
        return counts[until.toordinal() - base] - counts[after.toordinal() - base]

    return Bare(is_workday, add, back, count)
