"""What a holiday notice says, as values: its blocks of days off and the weekend days worked for them.

Not covered: whether a notice is sound (`notices` checks) and what a day is when several notices speak about it (the
calendar decides).
"""

from __future__ import annotations

import datetime as dt

import attrs

from govsvc.spans import Span

__all__ = ["NATIONAL_CODE", "HolidayNotice", "Rest"]


def __dir__() -> list[str]:
    return __all__


NATIONAL_CODE = "000000"


@attrs.frozen
class Rest:
    """One block of days off and the weekend days worked for it.

    Attributes:
        name: The holiday (春节), or the holidays (国庆节、中秋节).
        span: The days off, both ends included, weekends among them too.
        worked: The Saturdays and Sundays worked in exchange.
    """

    name: str
    span: Span
    worked: tuple[dt.date, ...] = ()


@attrs.frozen
class HolidayNotice:
    """What one notice says about days off. Nothing is checked here; `faults_of` and `parse_notice` check.

    Attributes:
        number: The number of the document (国办发明电〔2025〕7号).
        title: Its title.
        issued: The date it bears.
        published: The day it was made public, or None where that is unknown.
        url: Where it can be read, or None.
        year: The calendar year it arranges; its days may reach into the year before or after.
        rests: The blocks of days off.
        amends: Whether it changes some days of a year already arranged, instead of arranging a year.
        residual: Working days it adds to (or, below zero, takes from) what the law gives the year.
        residual_reason: Why, where `residual` is not 0.
        issued_to: How precisely the date it bears is known: "day", "month" or "year".
        place_code: The place it is for, by six-digit code; "000000" is the nation.
    """

    number: str
    title: str
    issued: dt.date
    published: dt.date | None
    url: str | None
    year: int
    rests: tuple[Rest, ...]
    amends: bool = False
    residual: int = 0
    residual_reason: str | None = None
    issued_to: str = "day"
    place_code: str = NATIONAL_CODE

    @property
    def known_from(self) -> dt.date:
        """The first day anyone could know it: the day of publication, or of issue where that is unknown."""
        return self.published or self.issued

    @property
    def off(self) -> frozenset[dt.date]:
        """Every day of its blocks, weekends included."""
        return frozenset(day for rest in self.rests for day in rest.span)

    @property
    def worked(self) -> frozenset[dt.date]:
        """Every weekend day it makes a working day."""
        return frozenset(day for rest in self.rests for day in rest.worked)

    def name_of(self, day: dt.date) -> str | None:
        """Return the name of the block a day off lies in or a worked day is worked for, or None for other days."""
        return next((rest.name for rest in self.rests if day in rest.span or day in rest.worked), None)
