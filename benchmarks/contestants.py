"""Who is measured: a library with its own way to ask each question, in its own types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from benchmarks.bare import bare
from govsvc.calendars import WorkCalendar
from govsvc.errors import GovsvcError

NAME = "govsvc"
BARE = "bare table"
A_DAY = dt.timedelta(days=1)


def as_it_is(value: Any) -> Any:
    return value


def as_they_are(after: dt.date, until: dt.date) -> tuple[dt.date, dt.date]:
    return after, until


def closed(after: dt.date, until: dt.date) -> tuple[dt.date, dt.date]:
    """Return a span for a library that counts its first day too."""
    return after + A_DAY, until


@attrs.frozen(kw_only=True)
class Contestant:
    """One library, set up.

    Attributes:
        name: The name it is installed by.
        set_up: How it was set up, for the report.
        is_workday: Of a day in its own type.
        add: Of a day and an amount in its own types.
        back: The same, for a negative amount.
        count: Of two days in its own type, or None where it does not count.
        to_day: A date in its own type, made before the clock starts.
        to_amount: A number of working days in its own type, likewise.
        to_date: An answer as a date again.
        to_span: Two days, the first not counted and the second counted, as what its count takes.
        refuses: What it raises where it has no data.
    """

    name: str
    set_up: str = ""
    is_workday: Callable[[Any], Any]
    add: Callable[[Any, Any], Any]
    back: Callable[[Any, Any], Any]
    count: Callable[[Any, Any], Any] | None
    to_day: Callable[[dt.date], Any] = as_it_is
    to_amount: Callable[[int], Any] = as_it_is
    to_date: Callable[[Any], dt.date] = as_it_is
    to_span: Callable[[dt.date, dt.date], tuple[Any, Any]] = as_they_are
    refuses: type[Exception] | None = None


def ours(calendar: WorkCalendar) -> Contestant:
    return Contestant(
        name=NAME,
        is_workday=calendar.is_workday,
        add=calendar.add,
        back=calendar.add,
        count=calendar.count,
        refuses=GovsvcError,
    )


def bare_table(calendar: WorkCalendar) -> Contestant:
    table = bare(calendar)
    return Contestant(
        name=BARE,
        is_workday=table.is_workday,
        add=table.add,
        back=table.back,
        count=table.count,
        refuses=IndexError,
    )
