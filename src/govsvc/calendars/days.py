"""A day as the calendar knows it: what kind it is, how sure that is, and which notice says so.

Source: 全国年节及纪念日放假办法 and the yearly notices. That a make-up Saturday or Sunday counts as a working day is
administrative practice from the notices, not statute.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from govsvc.calendars.notice_values import HolidayNotice

__all__ = ["Certainty", "Day", "DayKind", "Interval"]


def __dir__() -> list[str]:
    return __all__


class Certainty(Enum):
    """How sure a day's kind is, from surest to least sure.

    `ANNOUNCED`: by a notice held. `REPORTED`: only in an installed `chinesecalendar`. `PROVISIONAL`: computed from the
    holiday law, no notice is out. `REGION_UNKNOWN`: the place sets days of its own and that year is not held.
    """

    ANNOUNCED = "announced"
    REPORTED = "reported"
    PROVISIONAL = "provisional"
    REGION_UNKNOWN = "region-unknown"

    @property
    def is_settled(self) -> bool:
        """Whether a deadline may rest on it."""
        return self is Certainty.ANNOUNCED or self is Certainty.REPORTED


class DayKind(Enum):
    """What a day is.

    `HOLIDAY`: statutory, also on a weekend, or granted by a region. `MAKE_UP_REST`: a weekday given off by exchange or
    as a make-up holiday. `MAKE_UP_WORK`: a Saturday or Sunday worked.
    """

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP_REST = "make-up-rest"
    MAKE_UP_WORK = "make-up-work"

    @property
    def is_working(self) -> bool:
        """Whether offices work on such a day."""
        return self is DayKind.WORKDAY or self is DayKind.MAKE_UP_WORK


@attrs.frozen
class Day:
    """One day.

    Attributes:
        date: The date.
        kind: What it is, by the best knowledge.
        certainty: How sure that is.
        name: The festival or occasion, in Chinese, or None.
        source: The notice that says so; None for an ordinary day and for a computed one.
    """

    date: dt.date
    kind: DayKind
    certainty: Certainty
    name: str | None = None
    source: HolidayNotice | None = None

    @property
    def is_working(self) -> bool:
        """Whether it is a working day by the best knowledge; look at `certainty` before relying on it."""
        return self.kind.is_working


@attrs.frozen
class Interval:
    """Between which days a count ends, and how sure that is; the three days are one where it is settled.

    Attributes:
        earliest: The first day the end can be.
        likely: The day it is if nothing is exchanged.
        latest: The last day the end can be; the last of the calendar where no bound is known (REGION_UNKNOWN).
        certainty: The least certainty of the days counted.
    """

    earliest: dt.date
    likely: dt.date
    latest: dt.date
    certainty: Certainty
