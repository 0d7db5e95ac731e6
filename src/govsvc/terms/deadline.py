"""A deadline: a reckoning with the term it fulfils, and what may be said of it on a given day.

Source: the clause of the term; 民法典 art. 203 for the end of the last day. `safe` and `lapsed_from` hold unless an
announced notice is itself amended, as happened in 2015, 2019 and 2020. Not covered: opening hours on the last day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

import attrs

from govsvc.errors import Fault, InvalidInput, NotYetAnnounced
from govsvc.spans import day_of
from govsvc.terms.conditions import Extension, Roll
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.reckoning import BACKWARDS, PLAIN, Conditions, Reckoning, reckon_under
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["Deadline", "Remaining", "Status", "WarningPolicy", "clock"]


def __dir__() -> list[str]:
    return __all__


class Status(Enum):
    """Where a day stands to a deadline; UNCERTAIN within an open interval."""

    RUNNING = "running"
    LAST_DAY = "last-day"
    OVERDUE = "overdue"
    UNCERTAIN = "uncertain"


_RUNNING, _LAST_DAY, _OVERDUE, _UNCERTAIN = Status


@attrs.frozen
class Remaining:
    """What is left of a term.

    Attributes:
        working_days: Working days after the day asked about up to the last day; negative when overdue.
        calendar_days: Calendar days likewise: below 0 is overdue, 0 is the last day, for every unit of term.
    """

    working_days: int
    calendar_days: int


def _is_level(pair: object) -> bool:
    if not isinstance(pair, Sequence) or len(pair) != 2:
        return False
    days, level = pair
    return type(days) is int and isinstance(level, str) and bool(level)


@attrs.frozen
class WarningPolicy:
    """Graded warnings by working days remaining, with the rule that sets them; the law sets none.

    Args:
        levels: Pairs of a number of working days and a level: the level holds at that number and below.
        source: The rule the levels come from.

    >>> policy = WarningPolicy(((2, "yellow"), (0, "red")), source="bureau rule 2026-4")
    >>> policy.level(3), policy.level(2), policy.level(0)
    (None, 'yellow', 'red')
    """

    levels: tuple[tuple[int, str], ...]
    source: str

    def __init__(self, levels: Sequence[tuple[int, str]], *, source: str) -> None:
        pairs: tuple[object, ...] = tuple(levels)
        faults = [
            Fault(f"levels[{place}]", "not-a-level", pair, "a whole number of working days and a level")
            for place, pair in enumerate(pairs)
            if not _is_level(pair)
        ]
        if not faults and not 0 < len(pairs) == len(dict(levels)):
            faults.append(Fault("levels", "not-distinct", pairs, "at least one level, each with a number of its own"))
        given: object = source
        if not isinstance(given, str) or not given.strip():
            faults.append(Fault("source", "missing", source, "the rule the levels come from"))
        if faults:
            raise InvalidInput(faults)
        self.__attrs_init__(tuple(sorted(map(tuple, levels), reverse=True)), source)  # type: ignore[attr-defined]

    def level(self, working_days: int) -> str | None:
        """Return the level at a number of working days remaining, or None above the first."""
        reached = [level for days, level in self.levels if working_days <= days]
        return reached[-1] if reached else None


@attrs.frozen(slots=False)
class Deadline(Reckoning):
    """A reckoning with its term.

    Attributes:
        term: Who must do what by it, by which article, how binding it is and what silence means.
    """

    term: Term = attrs.field(kw_only=True)

    @property
    def safe(self) -> dt.date:
        """The day by which an act is in time whatever is announced, for whoever must act."""
        return self.earliest

    @property
    def lapsed_from(self) -> dt.date:
        """The day from which silence has certainly spoken, for whoever relies on it."""
        return self.latest + dt.timedelta(days=1)

    def status(self, as_of: dt.date) -> Status:
        """Return where a day stands to the deadline.

        Args:
            as_of: The day asked about; its end is meant, so that the last day itself is LAST_DAY.
        """
        day, ends = day_of(as_of, "as_of"), self.ends
        if isinstance(ends, dt.date):
            return _RUNNING if day < ends else _OVERDUE if day > ends else _LAST_DAY
        if day < ends.earliest:
            return _RUNNING
        if day > ends.latest:
            return _OVERDUE
        return _LAST_DAY if ends.earliest == ends.latest else _UNCERTAIN

    def is_overdue(self, as_of: dt.date) -> bool:
        """Return whether the last day has passed.

        Raises:
            NotYetAnnounced: when the day lies within an open interval.
        """
        return self._certain_status(as_of) is Status.OVERDUE

    def remaining(self, as_of: dt.date) -> Remaining:
        """Return what is left: to the safe day while an open deadline runs, since the latest day once it has passed.

        Raises:
            NotYetAnnounced: when the day lies within an open interval.
            InvalidInput: when the day or the end lies outside the calendar, where no working days are counted.
        """
        day = day_of(as_of, "as_of")
        if self._certain_status(day) is Status.OVERDUE:
            return Remaining(-self.calendar.fewest(self.latest, day), (self.latest - day).days)
        left = self.calendar.fewest(day, self.earliest, excluded=self.conditions.spans)
        return Remaining(left, (self.earliest - day).days)

    def warning(self, as_of: dt.date, policy: WarningPolicy) -> str | None:
        """Return the level a policy gives the day; within an open interval that of the last day, to be safe.

        >>> from govsvc.deadlines import due
        >>> from govsvc.law import Topic
        >>> running = due(Topic.DECISION, dt.date(2026, 2, 5)).governing
        >>> running.warning(dt.date(2026, 3, 11), WarningPolicy(((0, "red"),), source="bureau rule 2026-4"))
        'red'
        """
        if self.status(as_of) is Status.UNCERTAIN:
            return policy.level(0)
        return policy.level(self.remaining(as_of).working_days)

    def _certain_status(self, as_of: dt.date) -> Status:
        status = self.status(as_of)
        if status is Status.UNCERTAIN:
            raise NotYetAnnounced(self.earliest, self.likely, self.latest)
        return status


def clock(term: Term, start: dt.date, calendar: WorkCalendar, conditions: Conditions | None = None) -> Deadline:
    """Return the deadline of a term from a day, under the conditions that bear on it.

    Args:
        term: What must be done and within what.
        start: The day of the event.
        calendar: The calendar of the organ that acts.
        conditions: Days left out, extensions, a restart; direction and roll are the term's own.
    """
    if conditions is None and type(term.within) is WorkingDays and not term.backwards:
        end = calendar.announced_end(start, term.within.n)
        if end is not None:
            return Deadline(term.within, start, end, calendar, PLAIN, term=term)
    bearing = _of_term(term, conditions)
    end = _announced_end(term.within, start, calendar, bearing) if type(term.within) is WorkingDays else None
    if end is not None:
        return Deadline(term.within, start, end, calendar, bearing, term=term)
    found = reckon_under(bearing, term.within, start, calendar)
    return Deadline(found.length, found.start, found.ends, calendar, found.conditions, term=term)


def _of_term(term: Term, conditions: Conditions | None) -> Conditions:
    """Return the conditions with the direction and the roll of the term, which are its own."""
    if conditions is None or conditions is PLAIN:
        if term.roll is Roll.NONE:
            return BACKWARDS if term.backwards else PLAIN
        return Conditions(backwards=term.backwards, roll=term.roll)
    if conditions.backwards is term.backwards and conditions.roll is term.roll:
        return conditions
    return attrs.evolve(conditions, backwards=term.backwards, roll=term.roll)


def _announced_end(length: WorkingDays, start: dt.date, calendar: WorkCalendar, bearing: Conditions) -> dt.date | None:
    """Return the end of a term in working days all of whose days are announced; None where it takes a closer look."""
    if bearing is PLAIN:
        return calendar.announced_end(start, length.n)
    if bearing is BACKWARDS:
        return calendar.announced_end(start, -length.n)
    if bearing.backwards or bearing.restart is not None:
        return None
    n = length.n
    for extension in bearing.extensions:
        if not isinstance(extension, Extension) or type(extension.by) is not WorkingDays:
            return None
        n += extension.by.n
    return (
        calendar.announced_end_over(start, n, bearing.spans) if bearing.excluded else calendar.announced_end(start, n)
    )
