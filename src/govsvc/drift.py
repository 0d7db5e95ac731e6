"""What moved: which deadlines a new notice or another law changes, in what, and what may be the reason.

Nothing is stored and nothing is asked again by itself: the deadlines before and after are given, or a question that is
put to both. Not covered: telling the persons concerned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final, Generic, TypeVar

import attrs

from govsvc.calendars import Day, HolidayNotice, WorkCalendar
from govsvc.spans import Span
from govsvc.terms.deadline import Deadline

__all__ = ["Moved", "What", "drift", "drift_between"]


def __dir__() -> list[str]:
    return __all__


_K = TypeVar("_K")
_E = TypeVar("_E")


class What(Enum):
    """What of a deadline differs."""

    ADDED = "added"
    DROPPED = "dropped"
    START = "start"
    EARLIEST = "earliest"
    LIKELY = "likely"
    LATEST = "latest"
    CERTAINTY = "certainty"
    LENGTH = "length"
    ARTICLE = "article"
    DUTY = "duty"
    SILENCE = "silence"


_LOOKED_AT: Final[dict[What, Callable[[Deadline], object]]] = {
    What.START: lambda deadline: deadline.start,
    What.EARLIEST: lambda deadline: deadline.earliest,
    What.LIKELY: lambda deadline: deadline.likely,
    What.LATEST: lambda deadline: deadline.latest,
    What.CERTAINTY: lambda deadline: deadline.certainty,
    What.LENGTH: lambda deadline: deadline.length,
    What.ARTICLE: lambda deadline: deadline.term.cite,
    What.DUTY: lambda deadline: (deadline.term.who, deadline.term.act, deadline.term.modality),
    What.SILENCE: lambda deadline: deadline.term.silence,
}


@attrs.frozen
class Moved(Generic[_K]):
    """A deadline that is not what it was.

    Attributes:
        key: What the caller calls it.
        old: As it was; None where there was none.
        new: As it is; None where there is none any more.
        what: What differs, in the order of `What`.
        days: The days on the way that are worked under one of the two calendars only, as the new one has them.
        notices: The notices that only one of the two calendars rests on and that speak of the way: they may be why.
        term_fields: The fields of the term that differ, by name; none where the same clause still says the same.
    """

    key: _K
    old: Deadline | None
    new: Deadline | None
    what: tuple[What, ...]
    days: tuple[Day, ...] = ()
    notices: tuple[HolidayNotice, ...] = ()
    term_fields: tuple[str, ...] = ()


def drift(old: Mapping[_K, Deadline], new: Mapping[_K, Deadline]) -> tuple[Moved[_K], ...]:
    """Return the deadlines that differ, in the order of the old ones, those that are new last.

    Args:
        old: The deadlines as they were, each under a key of the caller's.
        new: The deadlines as they are, under the same keys.

    >>> from govsvc.calendars import china
    >>> from govsvc.deadlines import decision
    >>> accepted = dt.date(2020, 1, 13)
    >>> before = {"A-1": decision(accepted, calendar=china(as_known=dt.date(2020, 1, 20))).statutory}
    >>> (moved,) = drift(before, {"A-1": decision(accepted).statutory})
    >>> str(moved.old.due), str(moved.new.due), [str(day.date) for day in moved.days], moved.notices[0].number
    ('2020-02-13', '2020-02-17', ['2020-01-31', '2020-02-01'], '国办发明电〔2020〕1号')
    """
    differ = _Calendars()
    both = [_compared(key, deadline, new[key], differ) for key, deadline in old.items() if key in new]
    dropped = [Moved(key, deadline, None, (What.DROPPED,)) for key, deadline in old.items() if key not in new]
    added = [Moved(key, None, deadline, (What.ADDED,)) for key, deadline in new.items() if key not in old]
    places = {key: place for place, key in enumerate(old)}
    moved = [*(found for found in both if found is not None), *dropped]
    return (*sorted(moved, key=lambda found: places[found.key]), *added)


def drift_between(old: _E, new: _E, ask: Callable[[_E], Mapping[_K, Deadline]]) -> tuple[Moved[_K], ...]:
    """Put one question to two calendars, or to two laws, and return the deadlines that differ.

    Args:
        old: The calendar, the law, or whatever else the question depends on, as it was.
        new: As it is.
        ask: The question: the deadlines under their keys, made by any front door.

    >>> from govsvc.deadlines import renewal
    >>> from govsvc.law import LAW
    >>> expires = dt.date(2026, 5, 31)
    >>> other = LAW.reading(xkf_50_1="working-days")
    >>> (moved,) = drift_between(LAW, other, lambda law: {"L-7": renewal(expires, law=law).apply_by})
    >>> [what.value for what in moved.what], moved.term_fields
    (['earliest', 'likely', 'latest', 'length'], ('within', 'reading'))
    """
    return drift(ask(old), ask(new))


def _compared(key: _K, old: Deadline, new: Deadline, differ: _Calendars) -> Moved[_K] | None:
    what = tuple(kind for kind, look in _LOOKED_AT.items() if look(old) != look(new))
    if not what:
        return None
    way = _way(old, new)
    return Moved(key, old, new, what, differ.days(old, new, way), differ.notices(old, new, way), _fields(old, new))


def _way(old: Deadline, new: Deadline) -> Span:
    """Return every day that either of the two counts could pass."""
    days = [day for deadline in (old, new) for day in (deadline.start, deadline.earliest, deadline.latest)]
    return Span(min(days), max(days))


def _fields(old: Deadline, new: Deadline) -> tuple[str, ...]:
    names = (field.name for field in attrs.fields(type(old.term)))
    return tuple(name for name in names if getattr(old.term, name) != getattr(new.term, name))


class _Calendars:
    """In what pairs of calendars differ, each looked at once: it takes every day of a century."""

    def __init__(self) -> None:
        self._changed: dict[tuple[str, str], tuple[Day, ...]] = {}

    def days(self, old: Deadline, new: Deadline, way: Span) -> tuple[Day, ...]:
        """Return the days on the way that are worked under one of the two only."""
        return tuple(day for day in self._between(old.calendar, new.calendar) if day.date in way)

    def _between(self, old: WorkCalendar, new: WorkCalendar) -> tuple[Day, ...]:
        pair = (old.fingerprint, new.fingerprint)
        if pair not in self._changed:
            self._changed[pair] = () if pair[0] == pair[1] else old.changed(new)
        return self._changed[pair]

    def notices(self, old: Deadline, new: Deadline, way: Span) -> tuple[HolidayNotice, ...]:
        """Return the notices that one calendar alone rests on, of those that speak of the way, in order."""
        before, after = old.calendar.knowledge.notices, new.calendar.knowledge.notices
        found = [notice for notice in (*before, *after) if (notice in before) is not (notice in after)]
        days = self.days(old, new, way)
        regional = [source for day in days for source in _sources(day, old.calendar) if source not in (*before, *after)]
        speaking = [notice for notice in found if _speaks_of(notice, way)]
        return tuple(sorted(dict.fromkeys([*speaking, *regional]), key=lambda notice: notice.known_from))


def _sources(day: Day, calendar: WorkCalendar) -> Iterator[HolidayNotice]:
    """Yield the notices by which a day is what it is under either calendar."""
    return (source for source in (calendar.day(day.date).source, day.source) if source is not None)


def _speaks_of(notice: HolidayNotice, way: Span) -> bool:
    """Whether a notice names a day of the way, or arranges the year of one: from 26 December before to 25 December."""
    arranged = Span(dt.date(notice.year - 1, 12, 26), dt.date(notice.year, 12, 25))
    is_of_year = not notice.amends and arranged.first <= way.last and way.first <= arranged.last
    return is_of_year or any(day in way for day in notice.off | notice.worked)
