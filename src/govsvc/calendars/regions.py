"""Working days of regions: what a place's own notices change of the national calendar, and the years not held.

全国年节及纪念日放假办法 (article 4) leaves the festivals of peoples to the local governments, so the working days of an
office depend on where it is. Not covered: days for some persons only (they are held, but close no office) and a
region's years that nobody has typed in, which stay unknown instead of being national.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import groupby

import attrs

from govsvc.calendars.notices import HolidayNotice, Rest
from govsvc.calendars.region_files import DayRow, NoticeRow, Region, region_of
from govsvc.errors import invalid
from govsvc.places import Place
from govsvc.spans import Span, day_of

__all__ = ["Organ", "RegionalDay", "RegionalLayer", "regional_layer"]


def __dir__() -> list[str]:
    return __all__


class Organ(StrEnum):
    """Whose office it is, since a notice may reach some kinds of organs only; a plain string does as well."""

    ADMINISTRATIVE = "administrative"
    """The place's own administrative organs (行政机关): what is meant where nothing is said."""
    CENTRAL = "central"
    """Central organs located in the place."""
    INSTITUTION = "institution"
    """Public institutions (事业单位)."""
    SOCIAL = "social"
    """Social organisations (社会团体)."""
    SCHOOL = "school"
    ENTERPRISE = "enterprise"


_YEARS = range(2004, 2101)


@attrs.frozen
class RegionalDay:
    """A day as a region's notice has it: off or worked, with the occasion."""

    date: dt.date
    is_off: bool
    name: str
    notice: HolidayNotice


@attrs.frozen
class RegionalLayer:
    """What a place changes of the national calendar; two layers with the same content are equal.

    Attributes:
        key: A hash of all that matters.
        days: The days its notices speak about, known whatever `unknown` says; the inner place wins.
        unknown: Spans from 2004 to 2100 whose arrangement is not held, sorted and apart.
    """

    key: str
    days: Mapping[dt.date, RegionalDay] = attrs.field(eq=False)
    unknown: tuple[Span, ...] = attrs.field(eq=False)


def regional_layer(place: Place, *, organ: str | None = None, as_known: dt.date | None = None) -> RegionalLayer | None:
    """Return what a place changes of the national calendar, or None where nothing differs.

    A place inherits what is around it, and its own notices win. A place that sets days of its own (an autonomous one,
    unless its file says otherwise) is unknown in every year not held, except on the days a notice held speaks about.

    Args:
        place: Where the office is.
        organ: Whose office it is (`Organ`); the place's own administrative organs where left out.
        as_known: Only notices known by that day count.

    Raises:
        InvalidInput: for something that is no place, an unknown kind of organ, or something that is no day.

    >>> layer = regional_layer(Place.parse("广西"))
    >>> layer.days[dt.date(2017, 4, 1)].is_off, layer.unknown[0].first
    (True, datetime.date(2027, 1, 1))
    >>> regional_layer(Place.HENGSHUI) is None
    True
    """
    if not isinstance(place, Place):
        raise invalid("place", "not-a-place", place, "a Place")
    if organ is not None and organ not in list(Organ):
        raise invalid("organ", "unknown-organ", organ, f"one of {', '.join(Organ)}")
    known = None if as_known is None else day_of(as_known, "as_known")
    return _layer(place, organ or Organ.ADMINISTRATIVE, known)


@functools.lru_cache(maxsize=1024)
def _layer(place: Place, organ: str, as_known: dt.date | None) -> RegionalLayer | None:
    draft = _Draft(organ, as_known)
    for around in reversed(place.within):
        region = region_of(around)
        if region is None:
            draft.years.update(_YEARS if around.is_autonomous else ())
        elif not any(inner.code in region.excludes for inner in place.within):
            draft.lay(region)
    return draft.finish()


@attrs.define
class _Draft:
    """A layer while it is laid, from the outermost place inwards; `years` and `doubtful` are not known."""

    organ: str
    as_known: dt.date | None
    days: dict[dt.date, RegionalDay] = attrs.field(factory=dict)
    years: set[int] = attrs.field(factory=set)
    doubtful: set[dt.date] = attrs.field(factory=set)

    def lay(self, region: Region) -> None:
        if region.own_days:
            self.years.update(_YEARS)
        self.years -= region.known_years(self.as_known)
        for row in region.known(self.as_known):
            if row.reaches(self.organ):
                self._lay_notice(row, _notice(row, region.place))

    def _lay_notice(self, row: NoticeRow, notice: HolidayNotice) -> None:
        for day, is_sure in row.office_days():
            self.days.pop(day.date, None)
            self.doubtful.discard(day.date)
            if is_sure:
                self.days[day.date] = RegionalDay(day.date, day.off, day.name, notice)
            else:
                self.doubtful.add(day.date)

    def finish(self) -> RegionalLayer | None:
        unknown = tuple(_merged(self._unknown()))
        if not self.days and not unknown:
            return None
        days = dict(sorted(self.days.items()))
        return RegionalLayer(_key(days.values(), unknown), days, unknown)

    def _unknown(self) -> list[Span]:
        years = [Span(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in self.years]
        return sorted([*years, *(Span(day, day) for day in self.doubtful if day.year in _YEARS)])


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sorted spans joined where they touch or overlap."""
    held: Span | None = None
    for span in spans:
        if held is None or span.first > held.last + dt.timedelta(days=1):
            if held is not None:
                yield held
            held = span
        else:
            held = Span(held.first, max(held.last, span.last))
    if held is not None:
        yield held


def _key(days: Iterable[RegionalDay], unknown: Iterable[Span]) -> str:
    import hashlib

    lines = [f"{day.date} {day.is_off} {day.name} {day.notice}" for day in days] + [str(span) for span in unknown]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _notice(row: NoticeRow, place_code: str) -> HolidayNotice:
    """Return the notice in the form of the national ones; where its day is not known, that it was known from."""
    rests = tuple(_rests([day for day, is_sure in row.office_days() if is_sure]))
    return HolidayNotice(
        number=row.number,
        title=row.title,
        issued=row.known_from,
        published=None,
        url=row.url,
        year=row.year,
        rests=rests,
        amends=row.withdraws is not None,
        issued_to=row.issued_to,
        place_code=place_code,
    )


def _rests(days: list[DayRow]) -> Iterator[Rest]:
    """Yield the runs of days off; the days worked go with the first run of their occasion."""
    worked = {name: tuple(day.date for day in days if not day.off and day.name == name) for name in _names(days)}
    off = sorted((day for day in days if day.off), key=lambda day: day.date)
    for _, run in groupby(enumerate(off), key=lambda entry: (entry[1].name, entry[1].date.toordinal() - entry[0])):
        block = [day for _, day in run]
        yield Rest(block[0].name, Span(block[0].date, block[-1].date), worked.pop(block[0].name, ()))


def _names(days: Iterable[DayRow]) -> frozenset[str]:
    return frozenset(day.name for day in days)
