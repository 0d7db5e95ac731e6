"""Counting a length from a day, before any law is attached.

The day of the event is not counted (民法典 art. 201); months and years end on the same-numbered day or the month's last
(art. 202). Days left out push the end away and never draw it nearer. Not covered: which of these rules an instrument
follows, which its terms say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from govsvc.calendars import Certainty, Interval, china
from govsvc.errors import Fault, InvalidInput, NotYetAnnounced, invalid
from govsvc.spans import BEIJING_TIME, day_of
from govsvc.terms.conditions import (
    BACKWARDS,
    PLAIN,
    AnyExtension,
    Conditions,
    Excluded,
    Extension,
    ExtensionTo,
    Restart,
    Roll,
)
from govsvc.terms.counting import chain_of, end_of, part_ends
from govsvc.terms.lengths import Hours, Length, UntilTheDay

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar
    from govsvc.terms.ledger import Ledger

__all__ = ["BACKWARDS", "PLAIN", "Conditions", "Reckoning", "reckon"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(slots=False)  # a million deadlines a minute: without slots a frozen value is made in half the time
class Reckoning:
    """A counted length: between which days it ends, and how sure that is.

    Attributes:
        length: The length as the text has it, before any extension.
        start: The day it is counted from, itself not counted.
        ends: The last day where every counted day is announced, else the interval in which it lies.
        calendar: The calendar counted on.
        conditions: What else bears on it.
    """

    length: Length
    start: dt.date
    ends: dt.date | Interval
    calendar: WorkCalendar
    conditions: Conditions = PLAIN

    @property
    def earliest(self) -> dt.date:
        """The first day the end can be."""
        return self.ends.earliest if isinstance(self.ends, Interval) else self.ends

    @property
    def likely(self) -> dt.date:
        """The day the end is if nothing is exchanged."""
        return self.ends.likely if isinstance(self.ends, Interval) else self.ends

    @property
    def latest(self) -> dt.date:
        """The last day the end can be; the last of the calendar where no bound is known (REGION_UNKNOWN)."""
        return self.ends.latest if isinstance(self.ends, Interval) else self.ends

    @property
    def certainty(self) -> Certainty:
        """The least certainty of the days counted."""
        return self.ends.certainty if isinstance(self.ends, Interval) else Certainty.ANNOUNCED

    @property
    def at(self) -> dt.datetime | None:
        """The moment of the end, for a length in hours only."""
        begun = self.conditions.begun
        return begun + dt.timedelta(hours=self.length.n) if begun and isinstance(self.length, Hours) else None

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

    @property
    def counted_from(self) -> dt.date:
        """The day the count truly runs from, itself not counted: that of the restart where there was one."""
        return self.conditions.restart.on if self.conditions.restart else self.start

    def parts(self) -> list[tuple[Length, dt.date]]:
        """Return the lengths counted one after the other, each with its likely end before any roll."""
        chain = chain_of(self.length, self.conditions.extensions)
        return [*zip(chain, part_ends(chain, self.counted_from, self.conditions, self.calendar), strict=True)]

    def ledger(self) -> Ledger:
        """Return the count day by day, to be checked by `verify`; of the likely end where the end is open.

        >>> from govsvc.terms.lengths import WorkingDays
        >>> ledger = reckon(WorkingDays(5), dt.date(2025, 1, 24)).ledger()
        >>> str(ledger.end), len(ledger.lines), ledger.is_open
        ('2025-02-07', 14, False)
        """
        from govsvc.terms.ledger_writer import write_ledger

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

    >>> from govsvc.terms.lengths import CalendarDays, Months
    >>> str(reckon(CalendarDays(60), dt.date(2024, 8, 2), roll=Roll.DAY_AFTER_REST).due)
    '2024-10-08'
    >>> str(reckon(Months(6), dt.date(2024, 8, 31)).due)
    '2025-02-28'
    """
    conditions = Conditions(tuple(excluded), tuple(extensions), restart, backwards, roll, slack)
    return reckon_under(conditions, length, start, calendar or china())


def reckon_under(conditions: Conditions, length: Length, start: dt.date, calendar: WorkCalendar) -> Reckoning:
    """Count a length under given conditions."""
    if faults := (*_length_faults(length, conditions), *_condition_faults(conditions)):
        raise InvalidInput(faults)
    if isinstance(length, Hours):
        return _reckon_hours(length, start, calendar)
    day = day_of(start, "start")
    counted_from = _restarted(day, conditions)
    end = end_of(chain_of(length, conditions.extensions), counted_from, conditions, calendar)
    return Reckoning(length, day, _in_brief(end), calendar, conditions)


def _restarted(start: dt.date, conditions: Conditions) -> dt.date:
    restart = conditions.restart
    if restart is not None and not conditions.backwards and restart.on < start:
        raise invalid("restart.on", "before-start", restart.on, f"a day not before {start}")
    return restart.on if restart else start


def _length_faults(length: object, conditions: Conditions) -> Iterator[Fault]:
    if not isinstance(length, Length):
        yield Fault("length", "not-a-length", length, "WorkingDays, CalendarDays, Months, Years, Hours or UntilTheDay")
    elif isinstance(length, Hours | UntilTheDay) and conditions != attrs.evolve(PLAIN, slack=conditions.slack):
        yield Fault("length", "takes-no-conditions", length, "a length in days, months or years")


def _condition_faults(conditions: Conditions) -> Iterator[Fault]:
    for number, excluded in enumerate(conditions.excluded):
        if not isinstance(excluded, Excluded):
            yield Fault(f"excluded[{number}]", "not-an-exclusion", excluded, "an Excluded")
        elif excluded.days.is_open:
            allowed = "a span with an end, such as the time told"
            yield Fault(f"excluded[{number}].days", "still-running", str(excluded.days), allowed)
    for number, extension in enumerate(conditions.extensions):
        if not isinstance(extension, Extension | ExtensionTo):
            yield Fault(f"extensions[{number}]", "not-an-extension", extension, "an Extension or an ExtensionTo")
    if not isinstance(conditions.restart, Restart | None):
        yield Fault("restart", "not-a-restart", conditions.restart, "a Restart, or None")
    if not isinstance(conditions.roll, Roll):
        yield Fault("roll", "not-a-roll", conditions.roll, ", ".join(roll.name for roll in Roll))
    elif conditions.backwards and conditions.roll is not Roll.NONE:
        yield Fault("roll", "backward-terms-do-not-roll", conditions.roll.name, Roll.NONE.name)
    if type(conditions.slack) is not int or conditions.slack < 0:
        yield Fault("slack", "not-a-slack", conditions.slack, "a whole number of working days, 0 or more")


def _reckon_hours(length: Hours, start: dt.date, calendar: WorkCalendar) -> Reckoning:
    if not isinstance(start, dt.datetime):
        raise invalid("start", "no-time-of-day", start, "a datetime with a time zone, for a length in hours")
    day_of(start, "start")
    begun = start.astimezone(BEIJING_TIME)
    end = (begun + dt.timedelta(hours=length.n)).date()
    return Reckoning(length, begun.date(), end, calendar, attrs.evolve(PLAIN, begun=begun))


def _in_brief(end: Interval) -> dt.date | Interval:
    """Return an end as one day where it is announced, so that equal ends are equal values."""
    return end.likely if end.certainty is Certainty.ANNOUNCED else end
