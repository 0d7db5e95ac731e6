"""Windows before an event: at least so long before, within so long before, or between two lengths before.

"30 days before expiry" (at the latest), "within 90 days before expiry" (at the earliest) and "between 90 and 30 working
days before expiry" differ in type. Both ends of a window are included. Not covered: which of them a statute means.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

import attrs

from govsvc.errors import invalid
from govsvc.terms.lengths import CalendarDays, Length, Months, WorkingDays, Years
from govsvc.terms.reckoning import Reckoning, reckon

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["AtLeastBefore", "BetweenBefore", "Window", "WindowRule", "WithinBefore", "window"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class AtLeastBefore:
    """No later than a length before the event (届满三十日前)."""

    length: Length


@attrs.frozen
class WithinBefore:
    """No earlier than a length before the event, and not after it (届满前九十日内)."""

    length: Length


@attrs.frozen
class BetweenBefore:
    """No earlier than one length and no later than another before the event (九十至三十个工作日前).

    Raises:
        InvalidInput: where the lengths are of two units, or the first is not the longer.
    """

    first: WorkingDays | CalendarDays | Months | Years
    last: WorkingDays | CalendarDays | Months | Years

    def __attrs_post_init__(self) -> None:
        for path, length in (("first", self.first), ("last", self.last)):
            if not isinstance(length, WorkingDays | CalendarDays | Months | Years):
                raise invalid(path, "not-a-length", length, "a length in days, months or years")
        if type(self.first) is not type(self.last) or self.first.n < self.last.n:
            raise invalid("first", "not-longer", self.first, f"a length of the unit of {self.last}, and not shorter")


WindowRule: TypeAlias = AtLeastBefore | WithinBefore | BetweenBefore


@attrs.frozen
class Window:
    """The days on which to act before an event.

    Attributes:
        event: The day of the event.
        opens: The first day, or None where acting early is allowed.
        closes: The last day; None where it is the day of the event itself.
    """

    event: dt.date
    opens: Reckoning | None
    closes: Reckoning | None

    @property
    def last(self) -> dt.date:
        """The last day, included.

        Raises:
            NotYetAnnounced: where it rests on days nobody has announced.
        """
        return self.event if self.closes is None else self.closes.due

    def __contains__(self, day: dt.date) -> bool:
        """Whether a day lies within the window.

        Raises:
            NotYetAnnounced: where an end that decides rests on days nobody has announced.
        """
        return day <= self.last and (self.opens is None or self.opens.due <= day)


def window(rule: WindowRule, event: dt.date, *, calendar: WorkCalendar | None = None, slack: int = 0) -> Window:
    """Return the window that a rule opens before an event.

    >>> rule = BetweenBefore(WorkingDays(90), WorkingDays(30))
    >>> found = window(rule, dt.date(2026, 6, 30))
    >>> str(found.opens.due), str(found.closes.due)
    ('2026-02-12', '2026-05-18')
    """

    def back(length: Length) -> Reckoning:
        return reckon(length, event, calendar=calendar, backwards=True, slack=slack)

    if isinstance(rule, BetweenBefore):
        return Window(event, back(rule.first), back(rule.last))
    if isinstance(rule, WithinBefore):
        return Window(event, back(rule.length), None)
    return Window(event, None, back(rule.length))
