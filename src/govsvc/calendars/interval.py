"""The honest interval: between which days a count of working days must end when some of its days are not announced.

Before a notice is out, exchanges move working days about near the festivals, but never pile up: since 2008 the true
count since the last quiet day stayed within two of the count without exchanges. From this follow a first and a last day
the end can have; both are sound for every notice of 2008–2026, the extraordinary ones of 2015 and 2020 with a slack of
two days. Where worked weekends do not count they do pile up, by two at most for each festival. Not covered: an
amendment of the holiday law itself that nobody has promulgated, and a region's own unannounced days, for which no bound
is known: there the end is only known not to come before each open day was worked, and has no last day.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate

import attrs

from govsvc.calendars.table import HOLIDAY, REGION_UNKNOWN, REPORTED, SIZE, DayTable, index_of, is_weekend

WINDOW = 14
"""Days before and after a statutory day within which exchanges were ever seen (nine sufficed in 2008–2026)."""
SWING = 2
"""The most working days by which exchanges have moved the count within a window."""

Stretch = tuple[int, int]
"""Days (index) both included."""


@attrs.frozen
class Course:
    """A count of `n` working days away from a day, over some days left out.

    Attributes:
        start: The day (index) that is not counted.
        n: How many working days, at least 1.
        excluded: Stretches left out, sorted and apart.
        is_backwards: Whether it runs towards the past.
        slack: Further working days that an extraordinary notice may take away.
    """

    start: int
    n: int
    excluded: tuple[Stretch, ...] = ()
    is_backwards: bool = False
    slack: int = 0

    @property
    def signed(self) -> int:
        """The count as it was asked for, below zero towards the past."""
        return -self.n if self.is_backwards else self.n

    def stretches(self) -> Iterator[Stretch]:
        """Yield the days that count, stretch by stretch, away from the start to the end of the table."""
        return self._stretches_back() if self.is_backwards else self._stretches_on()

    def _stretches_on(self) -> Iterator[Stretch]:
        cursor = self.start + 1
        for first, last in self.excluded:
            if first > cursor:
                yield cursor, min(first, SIZE) - 1
            cursor = max(cursor, last + 1)
        if cursor < SIZE:
            yield cursor, SIZE - 1

    def _stretches_back(self) -> Iterator[Stretch]:
        cursor = self.start - 1
        for first, last in reversed(self.excluded):
            if last < cursor:
                yield max(last, -1) + 1, cursor
            cursor = min(cursor, first - 1)
        if cursor >= 0:
            yield 0, cursor

    def leaves_out(self, index: int) -> bool:
        """Whether a day is left out."""
        return any(first <= index <= last for first, last in self.excluded)


@attrs.frozen
class Ends:
    """First, likely and last day (by index) on which a count can end."""

    earliest: int
    likely: int
    latest: int


class Bounds:
    """Bounds on true counts over one day table.

    Args:
        table: The table whose computed days are the likely ones.
        make_up_work: Whether a worked Saturday or Sunday is a working day.
    """

    def __init__(self, table: DayTable, *, make_up_work: bool = True) -> None:
        self.table, self.make_up_work = table, make_up_work

    @cached_property
    def _near(self) -> bytes:
        """Mark the open days near a statutory day, where exchanges happen."""
        near = bytearray(SIZE)
        start = self.table.kinds.find(HOLIDAY)
        while start >= 0:
            low, high = max(start - WINDOW, 0), min(start + WINDOW + 1, SIZE)
            near[low:high] = b"\1" * (high - low)
            start = self.table.kinds.find(HOLIDAY, start + 1)
        return bytes(mark and self._is_open(index) for index, mark in enumerate(near))

    @cached_property
    def _windows(self) -> tuple[Stretch, ...]:
        """Return around each festival the days where a weekend may be worked for it."""
        kinds, windows = self.table.kinds, []
        first = kinds.find(HOLIDAY)
        while first >= 0:
            last = first
            while last + 1 < SIZE and kinds[last + 1] == HOLIDAY:
                last += 1
            windows.append((max(first - WINDOW, 0), min(last + WINDOW, SIZE - 1)))
            first = kinds.find(HOLIDAY, last + 1)
        return tuple(windows)

    def _is_open(self, index: int) -> bool:
        return 0 <= index < SIZE and self.table.certainties[index] > REPORTED

    def _swing(self, index: int) -> int:
        return SWING if 0 <= index < SIZE and self._near[index] else 0

    def _low(self, index: int, slack: int) -> int:
        return -self._swing(index) - (slack if self._is_open(index) else 0)

    def _count(self, after: int, until: int) -> int:
        counts = self.table.counts
        return counts[until] - (counts[after] if after >= 0 else 0)

    def most(self, after: int, until: int, slack: int) -> int:
        """Return the most working days that (after, until] can truly have."""
        most = self._count(after, until) + self._swing(until) - self._low(after, slack)
        return min(max(most, 0), until - after)

    def least(self, after: int, until: int, slack: int) -> int:
        """Return the fewest working days that (after, until] can truly have."""
        least = self._count(after, until) + self._low(until, slack) - self._swing(after)
        if not self.make_up_work:
            least -= self._uncounted(after, until)
        return min(max(least, 0), until - after)

    def _uncounted(self, after: int, until: int) -> int:
        """Return the most open weekend days that may be worked for a festival without counting."""
        return sum(
            min(self._open_weekend_days(max(low, after + 1), min(high, until)), SWING)
            for low, high in self._windows
            if low <= until and high > after
        )

    def _open_weekend_days(self, first: int, last: int) -> int:
        return sum(is_weekend(index) and self._is_open(index) for index in range(first, last + 1))

    def can_be_worked(self, index: int, slack: int) -> bool:
        """Whether a day may turn out a working day: an extraordinary notice (slack) works weekends anywhere."""
        if not self._is_open(index):
            return self._count(index - 1, index) == 1
        if is_weekend(index) and not (self.make_up_work and (slack > 0 or self._near[index])):
            return False
        return self.table.kinds[index] != HOLIDAY

    def fewest(self, after: int, until: int, excluded: tuple[Stretch, ...]) -> int:
        """Return the fewest working days (after, until] can have outside the days left out."""
        fewest = 0
        for first, last in Course(after, 1, excluded).stretches():
            if first > until:
                break
            fewest += self._fewest_of(first, min(last, until))
        return fewest

    def _fewest_of(self, first: int, last: int) -> int:
        """Return the settled working days of a stretch, or the bound on all of it where that is more."""
        settled = sum(self._count(i - 1, i) for i in range(first, last + 1) if not self._is_open(i))
        if max(self.table.certainties[first : last + 1]) == REGION_UNKNOWN:
            return settled
        return max(settled, self.least(first - 1, last, 0))

    def likely(self, course: Course) -> int | None:
        """Return where the count ends if nothing is exchanged, or None beyond the table."""
        left = course.n
        for first, last in course.stretches():
            count = self._count(first - 1, last)
            if count >= left:
                return self._nth(first, last, left, is_backwards=course.is_backwards)
            left -= count
        return None

    def _nth(self, first: int, last: int, n: int, *, is_backwards: bool) -> int:
        counts, dates = self.table.counts, self.table.dates
        if is_backwards:
            return index_of(dates[counts[last] - n])
        return index_of(dates[(counts[first - 1] if first else 0) + n - 1])

    def certainty(self, course: Course, end: int) -> int:
        """Return the least certainty of the days counted up to the end."""
        low, high = (end, course.start - 1) if course.is_backwards else (course.start + 1, end)
        worst = 0
        for first, last in course.stretches():
            days = self.table.certainties[max(first, low) : min(last, high) + 1]
            if not days:
                break
            worst = max(worst, *days)
        return worst

    def ends(self, course: Course) -> Ends | None:
        """Return between which days the count must end, or None where it leaves the table."""
        likely = self.likely(course)
        if likely is None:
            return None
        if self.certainty(course, likely) <= REPORTED:
            return Ends(likely, likely, likely)
        near, far = self._near_end(course), self._far_end(course)
        if near is None or far is None:
            return None
        if self.certainty(course, far) == REGION_UNKNOWN:
            near, far = self._first_possible(course), 0 if course.is_backwards else SIZE - 1
        return Ends(far, likely, near) if course.is_backwards else Ends(near, likely, far)

    def _near_end(self, course: Course) -> int | None:
        end = self._no_sooner(course, lambda after, until: self.most(after, until, course.slack))
        return None if end is None else self._move(course, end, 1)

    def _far_end(self, course: Course) -> int | None:
        end = self._no_sooner(course, lambda after, until: self.least(after, until, course.slack))
        return None if end is None else self._move(course, end, -1)

    def _no_sooner(self, course: Course, bound: Callable[[int, int], int]) -> int | None:
        """Return where a bound reaches n, never sooner than without the exclusions."""
        end = self._reach(course, bound)
        if end is None or not course.excluded:
            return end
        plain = self._reach(attrs.evolve(course, excluded=()), bound)
        if plain is None:
            return None
        return min(end, plain) if course.is_backwards else max(end, plain)

    def _reach(self, course: Course, bound: Callable[[int, int], int]) -> int | None:
        """Return the first day, away from the start, by which the bound has seen n days; n days at least away."""
        counted = passed = 0
        for first, last in course.stretches():
            for step in range(max(1, course.n - passed), last - first + 2):
                until = last - step if course.is_backwards else first - 1 + step
                seen = bound(until, last) if course.is_backwards else bound(first - 1, until)
                if counted + seen >= course.n:
                    return until + 1 if course.is_backwards else until
            counted += bound(first - 1, last)
            passed += last - first + 1
        return None

    def _move(self, course: Course, end: int, way: int) -> int:
        """Move an end to a day that can be one: the near end (way 1) away from the start, the far (-1) towards it."""
        step = -way if course.is_backwards else way
        while 0 <= end < SIZE and (course.leaves_out(end) or not self.can_be_worked(end, course.slack)):
            end += step
        return min(max(end, 0), SIZE - 1)

    def _first_possible(self, course: Course) -> int:
        """Return the first end possible if every open day were worked."""
        end = self._reach(course, self._possible)
        return course.start if end is None else end

    def _possible(self, after: int, until: int) -> int:
        return self._most_counts[until] - (self._most_counts[after] if after >= 0 else 0)

    @cached_property
    def _most_counts(self) -> array[int]:
        """Return the working days up to and including each day if every open one were worked."""
        return array("H", accumulate(self._is_open(i) or self._count(i - 1, i) for i in range(SIZE)))
