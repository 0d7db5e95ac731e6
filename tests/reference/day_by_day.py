"""The working calendar day by day and the interval rule in plain loops: slow, obvious, and nothing of the engine.

It reads the files of notices and festivals itself and has its own copy of the law's days, so that it shares with the
library only the facts. `Reference` knows every day of the years it is made for; its rules are those of the interval:
within 14 days of a statutory day an open count can be off by 2 either way, elsewhere by nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "src" / "govsvc" / "calendars" / "data"
DAY = dt.timedelta(days=1)

# In force from the year, promulgated; then days: name, anchor, days after the anchor.
LAWS: tuple[tuple[int, dt.date, tuple[tuple[str, str, tuple[int, ...]], ...]], ...] = (
    (2000, dt.date(1999, 9, 18), (
        ("元旦", "01-01", (0,)), ("春节", "spring", (0, 1, 2)), ("劳动节", "05-01", (0, 1, 2)),
        ("国庆节", "10-01", (0, 1, 2)),
    )),
    (2008, dt.date(2007, 12, 14), (
        ("元旦", "01-01", (0,)), ("春节", "spring", (-1, 0, 1)), ("清明节", "qingming", (0,)),
        ("劳动节", "05-01", (0,)), ("端午节", "dragon_boat", (0,)), ("中秋节", "mid_autumn", (0,)),
        ("国庆节", "10-01", (0, 1, 2)),
    )),
    (2014, dt.date(2013, 12, 11), (
        ("元旦", "01-01", (0,)), ("春节", "spring", (0, 1, 2)), ("清明节", "qingming", (0,)),
        ("劳动节", "05-01", (0,)), ("端午节", "dragon_boat", (0,)), ("中秋节", "mid_autumn", (0,)),
        ("国庆节", "10-01", (0, 1, 2)),
    )),
    (2025, dt.date(2024, 11, 10), (
        ("元旦", "01-01", (0,)), ("春节", "spring", (-1, 0, 1, 2)), ("清明节", "qingming", (0,)),
        ("劳动节", "05-01", (0, 1)), ("端午节", "dragon_boat", (0,)), ("中秋节", "mid_autumn", (0,)),
        ("国庆节", "10-01", (0, 1, 2)),
    )),
)  # fmt: skip


@cache
def festivals() -> dict[int, dict[str, dt.date]]:
    """Return the lunar festivals and 清明 by year, from their file."""
    lines = (DATA / "festivals.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {int(row.pop("year")): {name: dt.date.fromisoformat(day) for name, day in row.items()} for row in rows}


@cache
def notices() -> tuple[dict[str, Any], ...]:
    """Return every notice's file as a table, in the order of publication."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (DATA / "notices").glob("*.toml")]
    return tuple(sorted(tables, key=lambda table: (published(table), table.get("amends", False))))


def published(table: dict[str, Any]) -> dt.date:
    """Return the day a notice was published, or issued where that is not known."""
    day: dt.date = table.get("published", table["issued"])
    return day


def statutory_days(year: int, as_known: dt.date = dt.date.max) -> list[dt.date]:
    """Return the statutory days of a year, a date twice where two fall on it."""
    days = []
    known = [law for law in LAWS if law[0] <= year and law[1] <= as_known]
    for _, anchor, offsets in known[-1][2]:
        first = festivals()[year].get(anchor) or dt.date.fromisoformat(f"{year}-{anchor}")
        for offset in offsets:
            days.append(first + offset * DAY)  # noqa: PERF401
    return sorted(days)


def make_up_days(statutory: Sequence[dt.date]) -> list[dt.date]:
    """Return where the statutory days that fall on a weekend or on one another are made up."""
    made_up: list[dt.date] = []
    for place, day in enumerate(statutory):
        if day.weekday() >= 5 or day in statutory[:place]:
            rest = day + DAY
            while rest.weekday() >= 5 or rest in statutory or rest in made_up:
                rest += DAY
            made_up.append(rest)
    return made_up


class Reference:
    """What is known of every day of some years.

    Args:
        years: The years.
        held: Which notices count; all where left out.
        as_known: The day whose knowledge of the law counts.
    """

    def __init__(
        self,
        years: Iterable[int],
        held: Callable[[dict[str, Any]], bool] = lambda _: True,
        as_known: dt.date = dt.date.max,
    ) -> None:
        self.kind: dict[dt.date, str] = {}
        self.certainty: dict[dt.date, str] = {}
        self.name: dict[dt.date, str] = {}
        self.source: dict[dt.date, str] = {}
        self.statutory: set[dt.date] = set()
        self.years = list(years)
        self.notices = [table for table in notices() if held(table)]
        self._lay_law(as_known)
        self._open_announced_years()
        for table in self.notices:
            self._lay_notice(table)

    def _lay_law(self, as_known: dt.date) -> None:
        for year in self.years:
            day = dt.date(year, 1, 1)
            while day.year == year:
                self.kind[day] = "WEEKEND" if day.weekday() >= 5 else "WORKDAY"
                self.certainty[day] = "PROVISIONAL"
                day += DAY
            statutory = statutory_days(year, as_known)
            self.statutory.update(statutory)
            for day in make_up_days(statutory):
                self.kind[day] = "MAKE_UP_REST"
            for day in statutory:
                self.kind[day] = "HOLIDAY"

    def _open_announced_years(self) -> None:
        announced = {table["year"] for table in self.notices if not table.get("amends", False)}
        for day in self.kind:
            if day.year not in announced:
                continue
            if (day.month, day.day) >= (12, 26) and day.year + 1 not in announced:
                continue
            self.kind[day] = "WEEKEND" if day.weekday() >= 5 else "WORKDAY"
            self.certainty[day] = "ANNOUNCED"

    def _lay_notice(self, table: dict[str, Any]) -> None:
        for rest in table["rest"]:
            day = rest["first"]
            while day <= rest["last"]:
                if day in self.statutory:
                    self._put(day, "HOLIDAY", rest["name"], table)
                elif day.weekday() >= 5:
                    self._put(day, "WEEKEND", rest["name"], table)
                else:
                    self._put(day, "MAKE_UP_REST", rest["name"], table)
                day += DAY
            for day in rest.get("worked", ()):
                self._put(day, "MAKE_UP_WORK", rest["name"], table)

    def _put(self, day: dt.date, kind: str, name: str, table: dict[str, Any]) -> None:
        if day in self.kind:
            self.kind[day], self.certainty[day] = kind, "ANNOUNCED"
            self.name[day], self.source[day] = name, table["number"]

    def works(self, day: dt.date) -> bool:
        """Whether a day is worked, by the best knowledge."""
        return self.kind[day] in ("WORKDAY", "MAKE_UP_WORK")

    def is_open(self, day: dt.date) -> bool:
        """Whether nobody has announced a day."""
        return self.certainty[day] != "ANNOUNCED"

    def add(self, day: dt.date, n: int, excluded: Sequence[tuple[dt.date, dt.date]] = ()) -> dt.date:
        """Return the n-th working day after a day, or before it."""
        step = DAY if n > 0 else -DAY
        left = abs(n)
        while left:
            day += step
            if self.works(day) and not _in(day, excluded):
                left -= 1
        return day

    def count(self, after: dt.date, until: dt.date) -> int:
        """Return the working days after one day up to another."""
        count, day = 0, after
        while day < until:
            day += DAY
            count += self.works(day)
        return count

    def interval(
        self, start: dt.date, n: int, excluded: Sequence[tuple[dt.date, dt.date]] = (), slack: int = 0
    ) -> tuple[dt.date, dt.date, dt.date, bool]:
        """Return the first, the likely and the last day a count can end, and whether it is settled."""
        likely = self.add(start, n, excluded)
        step = DAY if n > 0 else -DAY
        day, settled = start, True
        while day != likely:
            day += step
            if self.is_open(day) and not _in(day, excluded):
                settled = False
        if settled:
            return likely, likely, likely, True
        near = self._reach(start, n, excluded, slack, self._most)
        far = self._reach(start, n, excluded, slack, self._least)
        if excluded:
            near = self._later(near, self._reach(start, n, (), slack, self._most), n)
            far = self._later(far, self._reach(start, n, (), slack, self._least), n)
        while _in(near, excluded) or not self._can_be_worked(near, slack):
            near += step
        while _in(far, excluded) or not self._can_be_worked(far, slack):
            far -= step
        return (near, likely, far, False) if n > 0 else (far, likely, near, False)

    def _later(self, one: dt.date, other: dt.date, n: int) -> dt.date:
        return max(one, other) if n > 0 else min(one, other)

    def _reach(
        self,
        start: dt.date,
        n: int,
        excluded: Sequence[tuple[dt.date, dt.date]],
        slack: int,
        bound: Callable[[dt.date, dt.date, int], int],
    ) -> dt.date:
        """Return the first day by which the pieces outside the exclusions have n days, and n by the bound."""
        day = start
        while True:
            day += DAY if n > 0 else -DAY
            pieces = _pieces(min(start + DAY, day), max(start - DAY, day), excluded)
            days = sum((last - first).days + 1 for first, last in pieces)
            if days >= abs(n) and sum(bound(first, last, slack) for first, last in pieces) >= abs(n):
                return day

    def _most(self, first: dt.date, last: dt.date, slack: int) -> int:
        return self._clamp(first, last, self._high(last) - self._low(first - DAY, slack))

    def _least(self, first: dt.date, last: dt.date, slack: int) -> int:
        return self._clamp(first, last, self._low(last, slack) - self._high(first - DAY))

    def _clamp(self, first: dt.date, last: dt.date, swing: int) -> int:
        count = self.count(first - DAY, last) + swing
        return max(0, min(count, (last - first).days + 1))

    def _high(self, day: dt.date) -> int:
        return 2 if self.is_open(day) and self._is_near(day) else 0

    def _low(self, day: dt.date, slack: int) -> int:
        return -self._high(day) - (slack if self.is_open(day) else 0)

    def _is_near(self, day: dt.date) -> bool:
        return any(abs((day - festival).days) <= 14 for festival in self.statutory)

    def _can_be_worked(self, day: dt.date, slack: int) -> bool:
        if not self.is_open(day):
            return self.works(day)
        if day in self.statutory:
            return False
        return day.weekday() < 5 or slack > 0 or self._is_near(day)


def _in(day: dt.date, spans: Sequence[tuple[dt.date, dt.date]]) -> bool:
    return any(first <= day <= last for first, last in spans)


def _pieces(
    first: dt.date, last: dt.date, excluded: Sequence[tuple[dt.date, dt.date]]
) -> list[tuple[dt.date, dt.date]]:
    """Return the runs of days from one day to another that are not left out."""
    pieces: list[tuple[dt.date, dt.date]] = []
    day = first
    while day <= last:
        if not _in(day, excluded):
            if pieces and pieces[-1][1] == day - DAY:
                pieces[-1] = (pieces[-1][0], day)
            else:
                pieces.append((day, day))
        day += DAY
    return pieces
