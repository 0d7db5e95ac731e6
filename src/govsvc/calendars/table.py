"""The built day table of a calendar: one byte a day for kind and certainty, and the counts that make adding a lookup.

Built once from what is known (`Knowledge`), from 2004-01-01 to 2100-12-31. Not covered: what follows for a deadline
whose days are not announced (`interval`).
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, compress

import attrs

from govsvc.calendars.days import Certainty, DayKind
from govsvc.calendars.holiday_law import HolidayLaw, law_for, provisional_days, versions
from govsvc.calendars.notice_values import HolidayNotice
from govsvc.calendars.regions import RegionalDay, RegionalLayer
from govsvc.calendars.reports import Report

FIRST = dt.date(2004, 1, 1)
LAST = dt.date(2100, 12, 31)
BASE = FIRST.toordinal()
SIZE = LAST.toordinal() - BASE + 1
YEARS = range(FIRST.year, LAST.year + 1)

KINDS = tuple(DayKind)
CERTAINTIES = tuple(Certainty)
WORKDAY, WEEKEND, HOLIDAY, MAKE_UP_REST, MAKE_UP_WORK = range(len(KINDS))
ANNOUNCED, REPORTED, PROVISIONAL, REGION_UNKNOWN = range(len(CERTAINTIES))

_WORKED = bytes(kind.is_working for kind in KINDS).ljust(256, b"\0")
_NOT_ANNOUNCED = bytes(certainty is not Certainty.ANNOUNCED for certainty in CERTAINTIES).ljust(256, b"\0")
_OPEN = bytes(not certainty.is_settled for certainty in CERTAINTIES).ljust(256, b"\0")

_MOST_OF_A_YEAR = bytes([ANNOUNCED]) * 300

Label = tuple[str | None, HolidayNotice | None]
NO_LABEL: Label = (None, None)


def index_of(day: dt.date) -> int:
    """Return a day's place in the table; negative or beyond SIZE where the table does not reach."""
    return day.toordinal() - BASE


@cache
def all_dates() -> tuple[dt.date, ...]:
    """Return every date of the table, shared by all calendars."""
    return tuple(map(dt.date.fromordinal, range(BASE, BASE + SIZE)))


@cache
def _plain_weeks() -> bytes:
    """Return the kinds of the whole table as if there were no holiday at all."""
    week = bytes(WORKDAY if (FIRST.weekday() + i) % 7 < 5 else WEEKEND for i in range(7))
    return (week * (SIZE // 7 + 1))[:SIZE]


def is_weekend(index: int) -> bool:
    """Whether a day is a Saturday or Sunday."""
    return _plain_weeks()[index] == WEEKEND


@cache
def provisional(year: int, law: HolidayLaw) -> dict[int, tuple[int, str]]:
    """Return the kind and name of each holiday and make-up day that the law alone gives a year."""
    days = provisional_days(year, law=law)
    return {index_of(day): (KINDS.index(DayKind[kind]), name) for day, (kind, name) in days.items()}


@cache
def _statutory(year: int, law: HolidayLaw) -> frozenset[int]:
    return frozenset(index_of(day) for day, _ in law.statutory_days(year))


@attrs.frozen
class Knowledge:
    """What a calendar rests on.

    Attributes:
        notices: The State Council notices in order of publication; the later wins, day by day.
        as_known: The day whose knowledge of the holiday law counts, or None for today's.
        reports: Years held only by an installed package.
        layer: The regional layer, or None.
        make_up_work: Whether a worked Saturday or Sunday is a working day.
    """

    notices: tuple[HolidayNotice, ...] = ()
    as_known: dt.date | None = None
    reports: tuple[Report, ...] = ()
    layer: RegionalLayer | None = None
    make_up_work: bool = True

    @property
    def noticed_years(self) -> frozenset[int]:
        """The years whose yearly notice is known."""
        return frozenset(notice.year for notice in self.notices if not notice.amends)

    @property
    def in_fewest_words(self) -> Knowledge:
        """The same with `as_known` the day of the last law known, None where all are: what answers alike is equal."""
        laws = versions()
        known = [law.promulgated for law in laws if self.as_known is None or law.promulgated <= self.as_known]
        as_known = None if len(known) == len(laws) else max(known, default=self.as_known)
        return attrs.evolve(self, as_known=as_known)

    def in_layer(self, layer: RegionalLayer | None) -> Knowledge:
        """Return the same knowledge under a region's layer."""
        return attrs.evolve(self, layer=layer)

    def law_of(self, year: int) -> HolidayLaw:
        """Return the holiday law of a year as far as it was known."""
        return law_for(year, as_known=self.as_known)


class _Builder:
    """The table while it is laid, layer upon layer."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.kinds = bytearray(_plain_weeks())
        self.certainties = bytearray([PROVISIONAL]) * SIZE
        self.labels: dict[int, Label] = {}

    def put(self, index: int, kind: int, certainty: int, label: Label = NO_LABEL) -> None:
        if 0 <= index < SIZE:
            self.kinds[index], self.certainties[index], self.labels[index] = kind, certainty, label

    def lay_law(self) -> None:
        for year in YEARS:
            for index, (kind, _) in provisional(year, self.knowledge.law_of(year)).items():
                self.kinds[index] = kind

    def open_days(self, first: dt.date, last: dt.date, certainty: int) -> None:
        """Clear days of what the law alone gave them, now that somebody says how they are."""
        start, end = max(index_of(first), 0), min(index_of(last) + 1, SIZE)
        if start < end:
            self.kinds[start:end] = _plain_weeks()[start:end]
            self.certainties[start:end] = bytes([certainty]) * (end - start)

    def open_years(self) -> None:
        """Settle each held year; its last six days wait for the next year's notice, which may exchange them."""
        held = {report.year: REPORTED for report in self.knowledge.reports}
        held |= dict.fromkeys(self.knowledge.noticed_years, ANNOUNCED)
        for year, certainty in held.items():
            self.open_days(dt.date(year, 1, 1), dt.date(year, 12, 25), certainty)
            if year + 1 in held:
                self.open_days(dt.date(year, 12, 26), dt.date(year, 12, 31), max(certainty, held[year + 1]))

    def rest(self, day: dt.date, certainty: int, label: Label) -> None:
        index = index_of(day)
        if 0 <= index < SIZE:
            is_statutory = index in _statutory(day.year, self.knowledge.law_of(day.year))
            kind = HOLIDAY if is_statutory else WEEKEND if is_weekend(index) else MAKE_UP_REST
            self.put(index, kind, certainty, label)

    def work(self, day: dt.date, certainty: int, label: Label) -> None:
        index = index_of(day)
        if 0 <= index < SIZE:
            self.put(index, MAKE_UP_WORK if is_weekend(index) else WORKDAY, certainty, label)

    def lay_reports(self) -> None:
        noticed = self.knowledge.noticed_years
        for report in self.knowledge.reports:
            if report.year in noticed:
                continue
            for day, name in report.off:
                self.rest(day, REPORTED, (name, None))
            for day in report.worked:
                self.work(day, REPORTED, NO_LABEL)

    def lay_notices(self) -> None:
        for notice in self.knowledge.notices:
            for rest in notice.rests:
                label = (rest.name, notice)
                for day in rest.span:
                    self.rest(day, ANNOUNCED, label)
                for day in rest.worked:
                    self.work(day, ANNOUNCED, label)

    def lay_region(self, layer: RegionalLayer) -> None:
        for span in layer.unknown:
            start, end = max(index_of(span.first), 0), min(index_of(span.last) + 1, SIZE)
            self.certainties[start:end] = bytes([REGION_UNKNOWN]) * max(end - start, 0)
        for day in layer.days.values():
            self.lay_regional_day(day)

    def lay_regional_day(self, day: RegionalDay) -> None:
        """Lay a day of a region: a weekday off is a holiday it grants, a worked weekend day off is a weekend again."""
        index = index_of(day.date)
        if not 0 <= index < SIZE:
            return
        label = (day.name, day.notice)
        if not day.is_off:
            self.work(day.date, ANNOUNCED, label)
        elif KINDS[self.kinds[index]].is_working:
            self.put(index, WEEKEND if is_weekend(index) else HOLIDAY, ANNOUNCED, label)
        else:
            self.put(index, self.kinds[index], ANNOUNCED, label)

    def apply_policy(self) -> None:
        if not self.knowledge.make_up_work:
            self.kinds = self.kinds.replace(bytes([MAKE_UP_WORK]), bytes([WEEKEND]))


@attrs.frozen(eq=False)
class DayTable:
    """The finished table: kinds and certainties by index, labels of the days a notice names, and the counts.

    Attributes:
        kinds: One byte a day, an index into KINDS.
        certainties: One byte a day, an index into CERTAINTIES.
        labels: Name and source of the days that have one.
        counts: Working days up to and including each day.
        dates: The working days in order.
        opens: Days of no settled certainty up to and including each day.
    """

    kinds: bytes
    certainties: bytes
    labels: Mapping[int, Label]
    counts: array[int]
    dates: tuple[dt.date, ...]
    opens: array[int]

    def announced_run(self) -> tuple[int, int]:
        """Return the first and last day of the latest unbroken run of announced days; (0, -1) where there is none.

        A run is most of a year, unless there is none so long: single days known beforehand do not make one.
        """
        year = self.certainties.rfind(_MOST_OF_A_YEAR)
        last = self.certainties.rfind(ANNOUNCED) if year < 0 else year + len(_MOST_OF_A_YEAR) - 1
        flags = self.certainties[: last + 1].translate(_NOT_ANNOUNCED)
        return flags.rfind(1) + 1, last


def build(knowledge: Knowledge) -> DayTable:
    """Build the table of what is known."""
    builder = _Builder(knowledge)
    builder.lay_law()
    builder.open_years()
    builder.lay_reports()
    builder.lay_notices()
    if knowledge.layer is not None:
        builder.lay_region(knowledge.layer)
    builder.apply_policy()
    return _finish(builder)


def _finish(builder: _Builder) -> DayTable:
    kinds, certainties = bytes(builder.kinds), bytes(builder.certainties)
    worked = kinds.translate(_WORKED)
    return DayTable(
        kinds,
        certainties,
        builder.labels,
        array("H", accumulate(worked)),
        tuple(compress(all_dates(), worked)),
        array("H", accumulate(certainties.translate(_OPEN))),
    )
