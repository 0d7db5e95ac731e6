"""The working calendar: which day is a working day, and the arithmetic of working days over it.

Counting never counts the day it starts from. Answers that would rest on days nobody has announced raise
`NotYetAnnounced` with the honest interval; `interval` gives that interval without raising. Not covered: lengths, rolls
and the law of a term, which are `terms`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import attrs

from govsvc.calendars.amendments import lay_over
from govsvc.calendars.days import Day, Interval
from govsvc.calendars.interval import Bounds, Course, Stretch
from govsvc.calendars.notice_values import HolidayNotice
from govsvc.calendars.table import (
    BASE,
    CERTAINTIES,
    FIRST,
    KINDS,
    LAST,
    NO_LABEL,
    PROVISIONAL,
    SIZE,
    DayTable,
    Knowledge,
    all_dates,
    build,
    index_of,
    provisional,
)
from govsvc.errors import NotYetAnnounced, invalid
from govsvc.spans import Span, day_of

__all__ = ["WorkCalendar"]


def __dir__() -> list[str]:
    return __all__


_DATE = dt.date


class WorkCalendar:
    """Working days from 2004-01-01 to 2100-12-31, as far as they are known.

    Attributes:
        fingerprint: Identifies the content: equal fingerprints answer every question alike.
        knowledge: What the calendar rests on.

    >>> from govsvc.calendars import china
    >>> calendar = china()
    >>> calendar.add(dt.date(2025, 1, 24), 5)
    datetime.date(2025, 2, 7)
    """

    __slots__ = (
        "__dict__",
        "_announced_count",
        "_counts",
        "_dates",
        "_first",
        "_first_place",
        "_last",
        "_table",
        "fingerprint",
        "knowledge",
    )

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._table = table = build(knowledge)
        self._dates = table.dates
        self._first, self._last = table.announced_run()
        announced = table.counts[: self._last + 1]
        numbers = tuple(range(max(announced, default=0) + 1))  # a count is looked up often and made once
        self._counts = tuple(map(numbers.__getitem__, announced))
        self._announced_count = table.counts[self._last] if self._last >= 0 else 0
        self._first_place = table.counts[self._first - 1] if self._first else 0
        self.fingerprint = _fingerprint(knowledge, table)

    @property
    def announced_from(self) -> dt.date:
        """The first day of the latest unbroken run of announced days."""
        return FIRST + dt.timedelta(days=self._first)

    @property
    def announced_through(self) -> dt.date:
        """The last day of that run, 25 December of its last year; the day before it begins where there is none."""
        return FIRST + dt.timedelta(days=self._last)

    @cached_property
    def national(self) -> WorkCalendar:
        """The nation's calendar of the same knowledge, make-up days worked: a rolling last day leaves its rest days."""
        knowledge = self.knowledge
        if knowledge.layer is None and knowledge.make_up_work:
            return self
        return calendar_of(attrs.evolve(knowledge, layer=None, make_up_work=True))

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(self._table, make_up_work=self.knowledge.make_up_work)

    def day(self, d: dt.date) -> Day:
        """Return what is known of a day; never raises from 2004-01-01 to 2100-12-31.

        >>> from govsvc.calendars import china
        >>> china().day(dt.date(2005, 12, 31)).kind
        <DayKind.MAKE_UP_WORK: 'make-up-work'>
        """
        index = self._index(d, "d")
        table = self._table
        kind, certainty = table.kinds[index], table.certainties[index]
        name, source = table.labels.get(index, NO_LABEL)
        if certainty >= PROVISIONAL and name is None:
            name = self._provisional_name(index, kind)
        return Day(all_dates()[index], KINDS[kind], CERTAINTIES[certainty], name, source)

    def _provisional_name(self, index: int, kind: int) -> str | None:
        year = all_dates()[index].year
        computed, name = provisional(year, self.knowledge.law_of(year)).get(index, NO_DAY)
        return name if computed == kind else None

    def is_workday(self, d: dt.date) -> bool:
        """Return whether a day is worked.

        Raises:
            NotYetAnnounced: when nobody has announced it.
            InvalidInput: for a naive datetime or a day outside the calendar.

        >>> from govsvc.calendars import china
        >>> china().is_workday(dt.date(2026, 1, 4))
        True
        """
        if type(d) is _DATE:
            index = d.toordinal() - BASE
            if self._first <= index <= self._last:
                return self._table.kinds[index] in _WORKING
        return self._is_workday_slowly(d)

    def add(self, d: dt.date, n: int) -> dt.date:
        """Return the n-th working day after a day, or before it where n is negative; the day itself is not counted.

        Args:
            d: The day counted from, worked or not.
            n: Working days, at least 1 or at most -1.

        Raises:
            NotYetAnnounced: with the interval, when a counted day is not announced.
            InvalidInput: for n = 0, a naive datetime, or an end outside the calendar.

        >>> from govsvc.calendars import china
        >>> china().add(dt.date(2025, 10, 15), -7)
        datetime.date(2025, 9, 29)
        """
        if type(d) is _DATE and type(n) is int and n > 0:  # announced_end, written out: the hottest path of all
            index = d.toordinal() - BASE
            if self._first <= index <= self._last:
                place = self._counts[index] + n - 1
                if place < self._announced_count:
                    return self._dates[place]
        end = self.announced_end(d, n)
        if end is not None:
            return end
        return self._settled(self.interval(d, n))

    def announced_end(self, d: dt.date, n: int) -> dt.date | None:
        """Return the n-th working day after (or before) a day where every day up to it is announced, else None.

        A question that `add` would refuse gives None too.
        """
        if type(d) is _DATE and type(n) is int:
            index = d.toordinal() - BASE
            if self._first <= index <= self._last:
                if n > 0:
                    place = self._counts[index] + n - 1
                    return self._dates[place] if place < self._announced_count else None
                if n < 0:
                    place = self._counts[index] - (self._table.kinds[index] in _WORKING) + n
                    return self._dates[place] if place >= self._first_place else None
        return None

    def announced_end_over(self, d: dt.date, n: int, excluded: Iterable[Span]) -> dt.date | None:
        """Return the n-th working day after a day over days left out, or None as `announced_end`; n is at least 1."""
        if type(d) is not _DATE:
            return None
        counts, index = self._counts, d.toordinal() - BASE
        if not self._first <= index <= self._last:
            return None
        place = counts[index] + n - 1
        for first, last in _stretches(excluded):
            if last > self._last:
                return None
            before = max(first - 1, index)
            if counts[before] > place:
                break
            if last > index:
                place += counts[last] - counts[before]
        return self._dates[place] if place < self._announced_count else None

    def count(self, after: dt.date, until: dt.date) -> int:
        """Return the working days after one day up to and including another.

        Raises:
            NotYetAnnounced: when a day between is not announced.
            InvalidInput: where `until` comes before `after`.

        >>> from govsvc.calendars import china
        >>> china().count(dt.date(2026, 2, 13), dt.date(2026, 2, 27))
        5
        """
        if type(after) is _DATE and type(until) is _DATE:
            start, end = after.toordinal() - BASE, until.toordinal() - BASE
            if self._first <= start <= end <= self._last:
                return self._counts[end] - self._counts[start]
        return self._count_slowly(after, until)

    def on_or_after(self, d: dt.date) -> dt.date:
        """Return the first working day on or after a day.

        Raises:
            NotYetAnnounced: with the interval, when a day on the way is not announced.

        >>> from govsvc.calendars import china
        >>> china().on_or_after(dt.date(2026, 10, 1))
        datetime.date(2026, 10, 8)
        """
        index = self._index(d, "d")
        if index == 0:
            return self._settled(self._interval(Course(-1, 1)))
        return self.add(all_dates()[index - 1], 1)

    def interval(self, d: dt.date, n: int, *, excluded: Iterable[Span] = (), slack: int = 0) -> Interval:
        """Return between which days the n-th working day after (or before) a day lies; it never raises for open days.

        Args:
            d: The day counted from, not counted itself.
            n: Working days, at least 1 or at most -1.
            excluded: Days that do not count.
            slack: Further working days an extraordinary notice may take away; two contain those of 2015 and 2020.

        Raises:
            InvalidInput: for n = 0, a slack below 0, a naive datetime, or an end outside the calendar.

        >>> from govsvc.calendars import china
        >>> found = china(as_known=dt.date(2026, 11, 21)).interval(dt.date(2026, 12, 10), 20)
        >>> str(found.earliest), str(found.likely), str(found.latest)
        ('2027-01-06', '2027-01-08', '2027-01-12')
        """
        return self._interval(self._course(d, n, excluded, slack))

    def _interval(self, course: Course) -> Interval:
        ends = self._bounds.ends(course)
        if ends is None:
            raise invalid("n", "outside-calendar", course.signed, f"a count that ends from {FIRST} to {LAST}")
        dates = all_dates()
        certainty = CERTAINTIES[self._bounds.certainty(course, ends.likely)]
        return Interval(dates[ends.earliest], dates[ends.likely], dates[ends.latest], certainty)

    @staticmethod
    def _settled(interval: Interval) -> dt.date:
        if not interval.certainty.is_settled:
            raise NotYetAnnounced(interval.earliest, interval.likely, interval.latest)
        return interval.likely

    def fewest(self, after: dt.date, until: dt.date, *, excluded: Iterable[Span] = ()) -> int:
        """Return the fewest working days that can lie after one day up to another: the count, where all is announced.

        Args:
            after: Not counted.
            until: Counted.
            excluded: Days that do not count.

        Raises:
            InvalidInput: where `until` comes before `after`.

        >>> from govsvc.calendars import china
        >>> china().fewest(dt.date(2026, 3, 6), dt.date(2026, 3, 11))
        3
        """
        start, end = self._between(after, until)
        return self._bounds.fewest(start, end, _stretches(excluded))

    def with_notices(self, *notices: HolidayNotice) -> WorkCalendar:
        """Return the calendar with further notices; the later published wins, day by day.

        A notice takes the place of one of the same number.

        Raises:
            InvalidInput: for a notice that breaks a rule of its form, changes more working days than it declares, or is
                a region's; with every fault of every notice.
        """
        given = {f"notices[{index}]": notice for index, notice in enumerate(notices)}
        return calendar_of(attrs.evolve(self.knowledge, notices=lay_over(self.knowledge.notices, given)))

    def without_make_up_work(self) -> WorkCalendar:
        """Return the calendar under the policy that a worked Saturday or Sunday is no working day."""
        return calendar_of(attrs.evolve(self.knowledge, make_up_work=False))

    def changed(self, other: WorkCalendar) -> tuple[Day, ...]:
        """Return the days, as the other calendar has them, that are worked in one of the two only."""
        ours, theirs = self._table.kinds, other._table.kinds
        moved = (i for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if (a in _WORKING) is not (b in _WORKING))
        return tuple(other.day(all_dates()[index]) for index in moved)

    def _index(self, d: dt.date, path: str) -> int:
        index = index_of(day_of(d, path))
        if not 0 <= index < SIZE:
            raise invalid(path, "outside-calendar", d, f"a day from {FIRST} to {LAST}")
        return index

    def _course(self, d: dt.date, n: int, excluded: Iterable[Span], slack: int) -> Course:
        if type(n) is not int or n == 0:
            raise invalid("n", "not-a-count", n, "a whole number, at least 1 or at most -1")
        if type(slack) is not int or slack < 0:
            raise invalid("slack", "not-a-slack", slack, "a whole number of working days, 0 or more")
        return Course(self._index(d, "d"), abs(n), _stretches(excluded), n < 0, slack)

    def _is_workday_slowly(self, d: dt.date) -> bool:
        day = self.day(d)
        if not day.certainty.is_settled:
            raise NotYetAnnounced()
        return day.is_working

    def _count_slowly(self, after: dt.date, until: dt.date) -> int:
        start, end = self._between(after, until)
        if self._table.opens[end] != self._table.opens[start]:
            raise NotYetAnnounced()
        return self._table.counts[end] - self._table.counts[start]

    def _between(self, after: dt.date, until: dt.date) -> tuple[int, int]:
        start, end = self._index(after, "after"), self._index(until, "until")
        if end < start:
            raise invalid("until", "before-after", until, f"a day not before {after}")
        return start, end

    def __eq__(self, other: object) -> bool:
        return self.fingerprint == other.fingerprint if isinstance(other, WorkCalendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.fingerprint, self.knowledge)

    def __repr__(self) -> str:
        return f"<WorkCalendar {self.fingerprint} announced {self.announced_from} to {self.announced_through}>"


NO_DAY = (-1, None)
_WORKING = frozenset(index for index, kind in enumerate(KINDS) if kind.is_working)


def _stretch(place: int, span: Span) -> Stretch:
    if not isinstance(span, Span):
        raise invalid(f"excluded[{place}]", "not-a-span", span, "a Span")
    return span.first.toordinal() - BASE, span.last.toordinal() - BASE


def _stretches(excluded: Iterable[Span]) -> tuple[Stretch, ...]:
    """Return spans as sorted stretches of days, those that meet or overlap made one: a day counts once."""
    spans = tuple(excluded)
    if len(spans) == 1:
        return (_stretch(0, spans[0]),)
    merged: list[Stretch] = []
    for first, last in sorted(map(_stretch, range(SIZE), spans)):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _fingerprint(knowledge: Knowledge, table: DayTable) -> str:
    """Return a hash of every day's kind, certainty and name and of the notices that say so."""
    from hashlib import sha256

    digest = sha256(table.kinds + table.certainties)
    for notice in knowledge.notices:
        digest.update(f"{notice.number} {notice.title} {notice.known_from} {notice.url}\n".encode())
    for index, (name, source) in sorted(table.labels.items()):
        digest.update(f"{index} {name} {source.number if source else ''}\n".encode())
    digest.update((knowledge.layer.key if knowledge.layer else "").encode())
    return digest.hexdigest()[:16]


def calendar_of(knowledge: Knowledge) -> WorkCalendar:
    """Return the calendar of what is known, built once."""
    return _built(knowledge.in_fewest_words)


@lru_cache(maxsize=64)
def _built(knowledge: Knowledge) -> WorkCalendar:
    """Keep the calendars last asked for: each takes up to 1 MB beside the dates they share."""
    return WorkCalendar(knowledge)


def _unpickled(fingerprint: str, knowledge: Knowledge) -> WorkCalendar:
    calendar = calendar_of(knowledge)
    if calendar.fingerprint != fingerprint:
        raise invalid("fingerprint", "another-calendar", fingerprint, f"{calendar.fingerprint}, by this release's law")
    return calendar
