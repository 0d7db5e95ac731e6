"""Counting a length from a day, before any law is attached.

The day of the event is not counted (民法典 art. 201); months and years end on the same-numbered day or the month's last
(art. 202); a term in working days always ends on a working day, so only lengths in calendar days, months and years roll.
Days left out push the end away and never draw it nearer. Not covered: which of these rules an instrument follows, which
its terms say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import attrs

from govsvc.calendars import Certainty, Interval, WorkCalendar, china
from govsvc.errors import NotYetAnnounced, invalid
from govsvc.spans import BEIJING_TIME, Span, day_of
from govsvc.terms.conditions import AnyExtension, Excluded, Extension, ExtensionTo, Restart, Roll
from govsvc.terms.lengths import CalendarDays, Hours, Length, Months, UntilTheDay, WorkingDays, Years

if TYPE_CHECKING:
    from govsvc.terms.ledger import Ledger

__all__ = ["PLAIN", "Conditions", "Reckoning", "reckon"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Conditions:
    """What bears on a count beside its length.

    Attributes:
        excluded: Days left out, each with its ground.
        extensions: Extensions in the order in which they were approved.
        restart: The event from which the count began anew.
        backwards: Whether it runs towards the past.
        roll: Where a last day on a rest day goes.
        slack: Further working days an extraordinary notice may take away; it widens an open interval only.
    """

    excluded: tuple[Excluded, ...] = ()
    extensions: tuple[AnyExtension, ...] = ()
    restart: Restart | None = None
    backwards: bool = False
    roll: Roll = Roll.NONE
    slack: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """The days left out."""
        return tuple(excluded.days for excluded in self.excluded)


PLAIN = Conditions()
BACKWARDS = Conditions(backwards=True)


@attrs.frozen
class Reckoning:
    """A counted length: between which days it ends, and how sure that is.

    Attributes:
        length: The length as the text has it, before any extension.
        start: The day it is counted from, itself not counted.
        earliest: The first day the end can be.
        likely: The day it is if nothing is exchanged.
        latest: The last day the end can be.
        certainty: The least certainty of the days counted.
        calendar: The calendar counted on.
        conditions: What else bears on it.
        at: The moment of the end, for a length in hours only.
    """

    length: Length
    start: dt.date
    earliest: dt.date
    likely: dt.date
    latest: dt.date
    certainty: Certainty
    calendar: WorkCalendar
    conditions: Conditions = PLAIN
    at: dt.datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether every day counted is announced or reported."""
        return self.certainty.is_settled

    @property
    def due(self) -> dt.date:
        """The last day.

        Raises:
            NotYetAnnounced: when a counted day is not announced; the error carries the interval.
        """
        if not self.certainty.is_settled:
            raise NotYetAnnounced(self.earliest, self.likely, self.latest)
        return self.likely

    def ledger(self) -> Ledger:
        """Return the count day by day, to be checked by `verify`; of the likely end where the end is open."""
        from govsvc.terms.ledger import write_ledger

        return write_ledger(self)


def reckon(
    length: Length,
    start: dt.date,
    *,
    calendar: WorkCalendar | None = None,
    excluded: Sequence[Excluded] = (),
    extensions: Sequence[AnyExtension] = (),
    restart: Restart | None = None,
    backwards: bool = False,
    roll: Roll = Roll.NONE,
    slack: int = 0,
) -> Reckoning:
    """Count a length from a day.

    Args:
        length: What to count.
        start: The day of the event, not counted; an aware datetime for `Hours`.
        calendar: The calendar to count on; the nation's where left out.
        excluded: Days left out, each with its ground; overlapping ones count once.
        extensions: In the order of their approval; `Extension` adds, `ExtensionTo` replaces.
        restart: The event from which the count begins anew, in place of `start`.
        backwards: Count towards the past: the last day on which to act before the event.
        roll: Where a last day on a rest day goes; a backward count does not roll.
        slack: Further working days an extraordinary notice may take away.

    Raises:
        InvalidInput: for a start of the wrong type, a naive datetime, or conditions that the length does not bear.

    >>> str(reckon(CalendarDays(60), dt.date(2024, 8, 2), roll=Roll.DAY_AFTER_REST).due)
    '2024-10-08'
    >>> str(reckon(Months(6), dt.date(2024, 8, 31)).due)
    '2025-02-28'
    """
    conditions = Conditions(tuple(excluded), tuple(extensions), restart, backwards, roll, slack)
    return reckon_under(conditions, length, start, calendar or china())


def reckon_under(conditions: Conditions, length: Length, start: dt.date, calendar: WorkCalendar) -> Reckoning:
    """Count a length under given conditions."""
    _check(conditions, length)
    if isinstance(length, Hours):
        return _reckon_hours(length, start, calendar)
    day = day_of(start, "start")
    counted_from = conditions.restart.on if conditions.restart else day
    end = _end(_chain(length, conditions.extensions), counted_from, conditions, calendar)
    return Reckoning(length, day, end.earliest, end.likely, end.latest, end.certainty, calendar, conditions)


def _check(conditions: Conditions, length: Length) -> None:
    if not isinstance(length, Length):
        raise invalid("length", "not-a-length", length, "WorkingDays, CalendarDays, Months, Years, Hours or UntilTheDay")
    if conditions.backwards and conditions.roll is not Roll.NONE:
        raise invalid("roll", "backward-terms-do-not-roll", conditions.roll.name, Roll.NONE.name)
    if isinstance(length, Hours | UntilTheDay) and conditions != attrs.evolve(PLAIN, slack=conditions.slack):
        raise invalid("length", "takes-no-conditions", length, "a length in days, months or years")
    for number, excluded in enumerate(conditions.excluded):
        if excluded.days.is_open:
            raise invalid(f"excluded[{number}].days", "still-running", str(excluded.days), "a span with an end, such as the time told")
    if type(conditions.slack) is not int or conditions.slack < 0:
        raise invalid("slack", "not-a-slack", conditions.slack, "a whole number of working days, 0 or more")


def _reckon_hours(length: Hours, start: dt.date, calendar: WorkCalendar) -> Reckoning:
    if not isinstance(start, dt.datetime):
        raise invalid("start", "no-time-of-day", start, "a datetime with a time zone, for a length in hours")
    day_of(start, "start")
    begun = start.astimezone(BEIJING_TIME)
    at = begun + dt.timedelta(hours=length.n)
    day = at.date()
    return Reckoning(length, begun.date(), day, day, day, Certainty.ANNOUNCED, calendar, PLAIN, at)


def _chain(length: Length, extensions: Sequence[AnyExtension]) -> list[Length]:
    """Return the lengths to count one after the other: like units added up, `ExtensionTo` replacing all before it."""
    chain = [length]
    for extension in extensions:
        if isinstance(extension, ExtensionTo):
            chain = [extension.to]
        elif type(chain[-1]) is type(extension.by):
            chain[-1] = type(extension.by)(chain[-1].n + extension.by.n)  # type: ignore[union-attr]
        else:
            chain.append(extension.by)
    return chain


def _end(chain: Sequence[Length], start: dt.date, conditions: Conditions, calendar: WorkCalendar) -> Interval:
    end = Interval(start, start, start, Certainty.ANNOUNCED)
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
        return Interval(count(end.earliest).earliest, likely.likely, end.latest, certainty)
    ends = [count(day) for day in Span(end.earliest, end.latest)]
    return Interval(min(e.earliest for e in ends), likely.likely, max(e.latest for e in ends), certainty)


_CERTAINTIES = tuple(Certainty)


def _shift(day: dt.date, length: Length, conditions: Conditions) -> dt.date:
    """Return the last day of a length that working days have no part in, over the days left out."""
    way = -1 if conditions.backwards else 1
    try:
        end = _plain_end(day, length, way)
        days = _days_over(day.toordinal(), (end - day).days * way, conditions.spans, way)
        return dt.date.fromordinal(days)
    except (OverflowError, ValueError):
        raise invalid("start", "outside-calendar", day, f"a start from which {length} ends in the years 1 to 9999") from None


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
