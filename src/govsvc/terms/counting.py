"""Where a chain of lengths ends: unit by unit, over the days left out, with the roll of the last day.

Each length is counted on from every day the one before may end on. A term in working days always ends on a working
day, so only lengths in calendar days, months and years roll (民法典 arts 202 and 203). Not covered: whether the
conditions fit together, which `reckon` checks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from govsvc.calendars import Certainty, Interval
from govsvc.errors import invalid
from govsvc.spans import Span
from govsvc.terms.conditions import AnyExtension, Conditions, ExtensionTo, Roll
from govsvc.terms.lengths import CalendarDays, Length, Months, WorkingDays, Years

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["chain_of", "end_of", "part_ends"]


def __dir__() -> list[str]:
    return __all__


def chain_of(length: Length, extensions: Sequence[AnyExtension]) -> list[Length]:
    """Return the lengths to count one after the other: like units added up, `ExtensionTo` replacing all before it."""
    chain = [length]
    for extension in extensions:
        if isinstance(extension, ExtensionTo):
            chain = [extension.to]
        elif type(chain[-1]) is type(extension.by):
            chain[-1] = type(extension.by)(chain[-1].n + extension.by.n)
        else:
            chain.append(extension.by)
    return chain


def end_of(chain: Sequence[Length], start: dt.date, conditions: Conditions, calendar: WorkCalendar) -> Interval:
    """Return between which days a chain ends; days left out never bring the first or last of them nearer."""
    end = _end(chain, start, conditions, calendar)
    if not conditions.excluded or end.certainty.is_settled:
        return end
    plain = _end(chain, start, attrs.evolve(conditions, excluded=()), calendar)
    later = min if conditions.backwards else max
    return attrs.evolve(end, earliest=later(end.earliest, plain.earliest), latest=later(end.latest, plain.latest))


def part_ends(chain: Sequence[Length], start: dt.date, conditions: Conditions, calendar: WorkCalendar) -> list[dt.date]:
    """Return the likely end of each length of a chain, before any roll."""
    ends, end = [], _exactly(start)
    for length in chain:
        end = _exactly(_add(end, length, conditions, calendar).likely)
        ends.append(end.likely)
    return ends


def _end(chain: Sequence[Length], start: dt.date, conditions: Conditions, calendar: WorkCalendar) -> Interval:
    end = _exactly(start)
    for length in chain:
        end = _add(end, length, conditions, calendar)
    if conditions.roll is Roll.NONE or isinstance(chain[-1], WorkingDays):
        return end
    on = calendar.national if conditions.roll is Roll.DAY_AFTER_REST else calendar
    return _from_each(end, lambda day: on.interval(day - dt.timedelta(days=1), 1, slack=conditions.slack))


def _add(end: Interval, length: Length, conditions: Conditions, calendar: WorkCalendar) -> Interval:
    """Count a length on from a former end, from each day which that may be."""
    if isinstance(length, WorkingDays):
        n = -length.n if conditions.backwards else length.n
        return _from_each(end, lambda day: calendar.interval(day, n, excluded=conditions.spans, slack=conditions.slack))
    return _from_each(end, lambda day: _exactly(_shift(day, length, conditions)))


def _exactly(day: dt.date) -> Interval:
    return Interval(day, day, day, Certainty.ANNOUNCED)


def _from_each(end: Interval, count: Callable[[dt.date], Interval]) -> Interval:
    """Count from every day the former end may be: a count is not monotone in its start."""
    likely = count(end.likely)
    certainty = max(end.certainty, likely.certainty, key=_CERTAINTIES.index)
    if end.earliest == end.latest:
        return attrs.evolve(likely, certainty=certainty)
    if end.certainty is Certainty.REGION_UNKNOWN:
        return _beyond(end, count, likely, certainty)
    ends = [count(day) for day in Span(end.earliest, end.latest)]
    return Interval(min(e.earliest for e in ends), likely.likely, max(e.latest for e in ends), certainty)


def _beyond(end: Interval, count: Callable[[dt.date], Interval], likely: Interval, certainty: Certainty) -> Interval:
    """Count on from an end that has a bound towards the start only; the other stays at the end of the calendar."""
    if likely.likely < end.likely:
        return Interval(end.earliest, likely.likely, count(end.latest).latest, certainty)
    return Interval(count(end.earliest).earliest, likely.likely, end.latest, certainty)


_CERTAINTIES = tuple(Certainty)


def _shift(day: dt.date, length: Length, conditions: Conditions) -> dt.date:
    """Return the last day of a length that working days have no part in, over the days left out."""
    way = -1 if conditions.backwards else 1
    try:
        end = _plain_end(day, length, way)
        days = _days_over(day.toordinal(), (end - day).days * way, conditions.spans, way)
        return dt.date.fromordinal(days)
    except (OverflowError, ValueError):
        allowed = f"a start from which {length} ends in the years 1 to 9999"
        raise invalid("start", "outside-calendar", day, allowed) from None


def _plain_end(day: dt.date, length: Length, way: int) -> dt.date:
    if isinstance(length, CalendarDays):
        return day + dt.timedelta(days=length.n * way)
    if isinstance(length, Months | Years):
        from dateutil.relativedelta import relativedelta

        months = length.n * (12 if isinstance(length, Years) else 1)
        return day + relativedelta(months=months * way)
    return day


def _days_over(start: int, days: int, spans: Sequence[Span], way: int) -> int:
    """Return the day (ordinal) that lies `days` days from the start, spans not counted."""
    sides = sorted(tuple(sorted((span.first.toordinal() * way, span.last.toordinal() * way))) for span in spans)
    cursor, left = start * way, days
    for first, last in sides:
        if last <= cursor:
            continue
        gap = max(first - 1 - cursor, 0)
        if gap >= left:
            break
        left -= gap
        cursor = last
    return (cursor + left) * way
