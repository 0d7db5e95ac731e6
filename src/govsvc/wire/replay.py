"""Kept answers computed again, each under its own stamp: whether the same comes out, and if not, where it differs.

An answer is computed with the readings, the day and the place it was asked with, by the law and the calendar that are
held now. Where the calendar is another one, the one that could be known on some earlier day takes its place if it has
the fingerprint of the stamp. Not covered: restoring a law that is held no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Final

import attrs

from govsvc.calendars import HolidayNotice, WorkCalendar, china, for_place
from govsvc.cases import Assessment, Unread, assess_many
from govsvc.errors import Fault, InvalidInput
from govsvc.law import LAW, Law
from govsvc.places import Place
from govsvc.stamps import VERSION, Stamp
from govsvc.wire.answers import Kept, KeptAnswer
from govsvc.wire.writing import plain

__all__ = ["Basis", "Difference", "Replayed", "replay"]


def __dir__() -> list[str]:
    return __all__


class Basis(Enum):
    """What an answer rests on now, beside what its stamp names.

    `SAME`: what the stamp names. `RESTORED`: what the stamp names, as it could be known on an earlier day. `ANOTHER`:
    something else.
    """

    SAME = "same"
    RESTORED = "restored"
    ANOTHER = "another"


@attrs.frozen
class Difference:
    """One thing that came out otherwise.

    Attributes:
        path: Where in the answer.
        kept: What the kept answer has there, as plain data.
        now: What comes out now; None where nothing does.
    """

    path: str
    kept: Any
    now: Any


@attrs.frozen
class Replayed:
    """An answer computed again.

    Attributes:
        number: Which of its file it is, counted from 1.
        case: What the body calls the case.
        stamp: What the kept answer rests on.
        code: Whether this is the release that gave it.
        law: Whether this is the law; None where no law could be made of what is held.
        calendar: Whether this is the calendar; None likewise.
        known_on: The day by whose knowledge the calendar was restored, or None.
        differences: Where the answers differ.
        faults: Why no answer comes out now.
        now: The answer that comes out now, or None.
    """

    number: int
    case: str
    stamp: Stamp
    code: Basis
    law: Basis | None = None
    calendar: Basis | None = None
    known_on: dt.date | None = None
    differences: tuple[Difference, ...] = ()
    faults: tuple[Fault, ...] = ()
    now: Assessment | None = None

    @property
    def is_same(self) -> bool:
        """Whether the same answer comes out."""
        return not self.differences and not self.faults


def replay(kept: Kept, law: Law = LAW) -> Iterator[tuple[KeptAnswer, Replayed] | Unread]:
    """Compute every answer of a file again.

    Args:
        kept: The answers, as `read_answers` gives them.
        law: The law that is held now.
    """
    calendars = _Calendars(kept)
    for answer in kept.answers:
        yield answer if isinstance(answer, Unread) else (answer, _replayed(answer, law, calendars))


def _replayed(kept: KeptAnswer, held: Law, calendars: _Calendars) -> Replayed:
    """Return one answer computed again, or why none comes out."""
    stamp = kept.stamp
    code = Basis.SAME if stamp.code == VERSION else Basis.ANOTHER
    blank = Replayed(kept.number, kept.case.id, stamp, code)
    try:
        law = _law(stamp, held)
        calendar, known_on = calendars.of(kept.place, stamp)
    except InvalidInput as error:
        return attrs.evolve(blank, faults=error.faults)
    told = attrs.evolve(
        blank,
        law=Basis.SAME if law.fingerprint == stamp.law else Basis.ANOTHER,
        calendar=_basis(calendar, known_on, stamp),
        known_on=known_on,
    )
    (found,) = assess_many([kept.case], as_of=stamp.as_of, place=kept.place, calendar=calendar, law=law)
    if isinstance(found, Unread):
        return attrs.evolve(told, faults=found.faults)
    return attrs.evolve(told, now=found, differences=tuple(_differences(kept.answer, plain(found))))


def _basis(calendar: WorkCalendar, known_on: dt.date | None, stamp: Stamp) -> Basis:
    if calendar.fingerprint != stamp.calendar:
        return Basis.ANOTHER
    return Basis.SAME if known_on is None else Basis.RESTORED


def _law(stamp: Stamp, held: Law) -> Law:
    """Return the law held, with the readings of a stamp, pinned to its day where it was.

    Raises:
        InvalidInput: where a reading is held no more.
    """
    chosen = {term: name for term, _, name in (reading.partition("=") for reading in stamp.readings)}
    law = held.reading(**chosen) if chosen else held
    pinned = law.on(stamp.law_on)
    is_pinned = stamp.law_on != stamp.as_of or stamp.law == pinned.fingerprint
    return pinned if is_pinned else law


class _Calendars:
    """The calendars of the places of a file, each with what was known and given when it was asked."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._found: dict[tuple[Place, str], tuple[WorkCalendar, dt.date | None]] = {}

    def of(self, place: Place, stamp: Stamp) -> tuple[WorkCalendar, dt.date | None]:
        """Return the calendar to judge by, and the day whose knowledge restored it if that was needed.

        Raises:
            InvalidInput: where the notices given then cannot be laid over those held now.
        """
        asked = (place, stamp.calendar)
        if asked not in self._found:
            self._found[asked] = self._look_for(place, stamp)
        return self._found[asked]

    def _look_for(self, place: Place, stamp: Stamp) -> tuple[WorkCalendar, dt.date | None]:
        now = self._calendar(place, self._kept.as_known)
        if now.fingerprint == stamp.calendar:
            return now, None
        for day in _days_of_knowledge(stamp.as_of):
            earlier = self._calendar(place, day)
            if earlier.fingerprint == stamp.calendar:
                return earlier, day
        return now, None

    def _calendar(self, place: Place, as_known: dt.date | None) -> WorkCalendar:
        given: tuple[HolidayNotice, ...] = self._kept.further_notices
        calendar = for_place(place, as_known=as_known)
        return calendar.with_notices(*given) if given else calendar


def _days_of_knowledge(as_of: dt.date) -> tuple[dt.date, ...]:
    """Return the day asked about, then every day on which a notice came out, the latest first."""
    published = sorted((notice.known_from for notice in china().knowledge.notices), reverse=True)
    return tuple(dict.fromkeys([as_of, *published]))


_NOT_OF_THE_ANSWER: Final = frozenset({"file", "record", "place", "stamp"})
_NOT_COMPARED: Final = frozenset({"calendar", "ledger"})
"""Keys of a clock that say what it rests on, or were asked for besides."""

_ABSENT: Final = object()


def _differences(kept: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield where two answers differ; what only a later release tells is no difference."""
    return _between({key: value for key, value in kept.items() if key not in _NOT_OF_THE_ANSWER}, now, "$")


def _between(kept: Any, now: Any, path: str) -> Iterator[Difference]:
    if isinstance(kept, Mapping) and isinstance(now, Mapping):
        for key in (key for key in kept if key not in _NOT_COMPARED):
            yield from _between(kept[key], now.get(key, _ABSENT), f"{path}.{key}")
    elif isinstance(kept, list) and isinstance(now, list) and len(kept) == len(now):
        for index, (before, after) in enumerate(zip(kept, now, strict=True)):
            yield from _between(before, after, f"{path}[{index}]")
    elif kept != now or type(kept) is not type(now):
        yield Difference(path, kept, None if now is _ABSENT else now)
