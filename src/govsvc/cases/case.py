"""A case: one application on one matter, as an immutable log of events.

Not covered: reading one from a file (`wire`) and what follows from it (`assess`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from govsvc.cases.events import Event, Extended, SupplementNoticed
from govsvc.errors import Fault, InvalidInput
from govsvc.norms import LICENCE, Matter
from govsvc.places import Place
from govsvc.terms.lengths import CalendarDays, WorkingDays

__all__ = ["Case", "Unread"]


def __dir__() -> list[str]:
    return __all__


def _in_a_tuple(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(events)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


@attrs.frozen(kw_only=True)
class Case:
    """One application on one matter.

    Attributes:
        id: What the body calls it.
        events: What happened, in the order of its days.
        matter: What it is about.
        place: Where the organ sits that handles it; None where the caller says so when asking.
        joint: Whether several departments handle it together.
        promised: The term the body promised for its decision, or None.
        expires: The last day of the licence that is to be renewed, or None.

    Raises:
        InvalidInput: with every fault: no id, a value of the wrong type, events out of order, an event whose own days
            do not agree.
    """

    id: str
    events: tuple[Event, ...] = attrs.field(default=(), converter=_in_a_tuple)
    matter: Matter = LICENCE
    place: Place | None = None
    joint: bool = False
    promised: WorkingDays | CalendarDays | None = None
    expires: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        if faults := tuple(self._faults()):
            raise InvalidInput(faults)

    def _faults(self) -> Iterator[Fault]:
        if not _is_text(self.id):
            yield Fault("$.case", "missing", self.id, "the id of the case")
        for name, kind, allowed in _TYPES:
            if not isinstance(getattr(self, name), kind):
                yield Fault(f"$.{name}", "wrong-type", getattr(self, name), allowed)
        last = dt.date.min
        for number, event in enumerate(self.events):
            if not isinstance(event, Event):
                yield Fault(f"$.events[{number}]", "not-an-event", event, "an event of a case")
                continue
            if event.on < last:
                yield Fault(f"$.events[{number}].on", "out-of-order", event.on, f"a day not before {last}")
            yield from _day_faults(f"$.events[{number}]", event)
            last = max(last, event.on)

    def then(self, *events: Event) -> Case:
        """Return the case with further events.

        Raises:
            InvalidInput: where one comes before the last event.
        """
        return attrs.evolve(self, events=(*self.events, *events))

    def until(self, day: dt.date) -> Case:
        """Return the case as its log stood at the end of a day."""
        return attrs.evolve(self, events=tuple(event for event in self.events if event.on <= day))


_TYPES: Final[tuple[tuple[str, Any, str], ...]] = (
    ("matter", Matter, "a Matter"),
    ("place", Place | None, "a Place, or None"),
    ("joint", bool, "True or False"),
    ("promised", WorkingDays | CalendarDays | None, "WorkingDays, CalendarDays, or None"),
    ("expires", dt.date | None, "a date, or None"),
)
"""The type of each field, and its name."""


def _day_faults(path: str, event: Event) -> Iterator[Fault]:
    """Yield the days of an event that do not agree with its own."""
    if isinstance(event, Extended) and event.extension.approved_on != event.on:
        given = event.extension.approved_on
        yield Fault(f"{path}.extension.approved_on", "another-day", given, f"the day of the event, {event.on}")
    if isinstance(event, SupplementNoticed) and event.reached_on is not None and event.reached_on < event.on:
        yield Fault(f"{path}.reached_on", "before-the-notice", event.reached_on, f"a day not before {event.on}")


@attrs.frozen
class Unread:
    """A record that is not a case.

    Attributes:
        line: Where it stands, counted from 1.
        case: What it calls itself, or None where even that cannot be read.
        faults: Everything that is wrong with it.
    """

    line: int
    case: str | None
    faults: tuple[Fault, ...]


def faults_after(case: Case, as_of: dt.date) -> Iterator[Fault]:
    """Yield the events that come after the day asked about: nobody could know them."""
    for number, event in enumerate(case.events):
        if event.on > as_of:
            yield Fault(f"$.events[{number}].on", "after-as-of", event.on, f"a day not after {as_of}")
