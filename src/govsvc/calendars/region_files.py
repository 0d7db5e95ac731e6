"""The files of the regions: which notices of its own a place has, and which years of it are held whole.

One TOML file for each region in `data/regions/`, named by code, from notices and reports of them. A title in brackets
is a description, where the title was not seen; a note is in our own words. Not covered: what a day is where several
places speak about it (`regions` decides), and any check of a file beyond its keys (the tests check the packaged ones).
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Any

import attrs

from govsvc.places import Place

__all__ = ["DayRow", "NoticeRow", "Region", "parse_region", "region_of"]


def __dir__() -> list[str]:
    return __all__


_EVERY_ORGAN = "all"
_EVERYONE = "all"
_NO_ANSWER = "low"


@attrs.frozen
class DayRow:
    """One day of a region's notice; `derived` where it follows from what else is known, `note` in our own words."""

    date: dt.date
    off: bool
    name: str
    note: str = ""
    confidence: str = ""
    persons: str = ""
    derived: bool = False


@attrs.frozen
class NoticeRow:
    """One notice of a region, as its file holds it.

    Attributes:
        issued: The day, or the first day of the month or year that is all that is known (`issued_to`).
        confidence: "high", "medium" or "low"; a low one gives no answer. A day may have its own.
        organs: The kinds of organs it reaches, or "all".
        persons: "all", or whom it reaches; then it closes no office. A day may have its own.
        withdraws: The number of the notice it withdraws ("" where not seen), or None.
    """

    number: str
    title: str
    issued: dt.date
    issued_to: str
    url: str
    confidence: str
    organs: tuple[str, ...]
    persons: str
    days: tuple[DayRow, ...]
    withdraws: str | None = None

    @property
    def year(self) -> int:
        """The year it arranges: that of its last day."""
        return max(row.date for row in self.days).year

    @property
    def known_from(self) -> dt.date:
        """Its date, or the end of its month or year, or the day before its first day where that is earlier."""
        if self.issued_to == "day":
            return self.issued
        after = (self.issued.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
        if self.issued_to == "year":
            after = dt.date(self.issued.year + 1, 1, 1)
        return min(after, min(row.date for row in self.days)) - dt.timedelta(days=1)

    def reaches(self, organ: str) -> bool:
        """Whether it speaks to this kind of organ."""
        return _EVERY_ORGAN in self.organs or organ in self.organs

    def office_days(self) -> Iterator[tuple[DayRow, bool]]:
        """Yield each day that concerns the whole office, and whether it is sure enough to answer with."""
        for row in self.days:
            if (row.persons or self.persons) == _EVERYONE:
                yield row, (row.confidence or self.confidence) != _NO_ANSWER


@attrs.frozen
class Region:
    """The file of one region.

    Attributes:
        place: Its code.
        excludes: Codes of places inside that its notices do not reach.
        own_days: Whether it sets days of its own every year, so that a year not held is unknown.
        held: First and last year of each run of years whose whole arrangement is held.
    """

    place: str
    name: str
    excludes: tuple[str, ...]
    own_days: bool
    held: tuple[tuple[int, int], ...]
    notices: tuple[NoticeRow, ...] = ()

    def known(self, as_known: dt.date | None) -> tuple[NoticeRow, ...]:
        """Return the notices known by a day in the order they became known, without those withdrawn by then."""
        known = [row for row in self.notices if as_known is None or row.known_from <= as_known]
        withdrawn = {row.withdraws for row in known if row.withdraws}
        return tuple(sorted((row for row in known if row.number not in withdrawn), key=lambda row: row.known_from))

    def known_years(self, as_known: dt.date | None) -> frozenset[int]:
        """Return the held years whose notice was known by a day; one without notices has always been known."""
        held = {year for first, last in self.held for year in range(first, last + 1)}
        return frozenset(held - {row.year for row in self.notices} | held & {row.year for row in self.known(as_known)})


def parse_region(text: str) -> Region:
    """Return the region a TOML text of `data/regions/` holds; the packaged files are checked by the tests."""
    import tomllib

    table = tomllib.loads(text)
    held = tuple((first, last) for first, last in table["held"])
    notices = tuple(map(_notice_row, table.pop("notice", ())))
    return Region(**table | {"excludes": tuple(table["excludes"]), "held": held, "notices": notices})


def _notice_row(row: dict[str, Any]) -> NoticeRow:
    days = tuple(DayRow(**day) for day in row.pop("day"))
    return NoticeRow(**row | {"organs": tuple(row["organs"]), "days": days})


@functools.cache
def region_of(place: Place) -> Region | None:
    """Return the file of a place, or None where it has none."""
    from importlib.resources import files

    path = files("govsvc") / "calendars" / "data" / "regions" / f"{place.code}.toml"
    return parse_region(path.read_text(encoding="utf-8")) if path.is_file() else None
