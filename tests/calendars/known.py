"""Calendars the tests of this room share: what was known with a year's notices hidden, and an invented year 2027."""

from __future__ import annotations

import datetime as dt
from functools import cache

import attrs

from govsvc.calendars import HolidayNotice, Rest, WorkCalendar, china
from govsvc.calendars.notices import packaged_notices
from govsvc.spans import Span

DAY = dt.timedelta(days=1)
EXTRAORDINARY = frozenset({"国发明电〔2015〕1号", "国办发明电〔2020〕1号"})


@cache
def ordinary() -> WorkCalendar:
    """Return the nation's calendar without the two extraordinary notices."""
    return china(notices=_without_extraordinary())


@cache
def ordinary_before(year: int) -> WorkCalendar:
    """Return it with all notices of a year hidden."""
    return china(notices=[notice for notice in _without_extraordinary() if notice.year != year])


@cache
def real() -> WorkCalendar:
    """Return the nation's calendar of the packaged notices."""
    return china(notices=packaged_notices())


@cache
def real_before(year: int) -> WorkCalendar:
    """Return it with all notices of a year hidden."""
    return china(notices=[notice for notice in packaged_notices() if notice.year != year])


def _without_extraordinary() -> list[HolidayNotice]:
    return [notice for notice in packaged_notices() if notice.number not in EXTRAORDINARY]


def held(number: str) -> HolidayNotice:
    """Return a packaged notice."""
    return next(notice for notice in packaged_notices() if notice.number == number)


def block(name: str, first: str, last: str, *worked: str) -> Rest:
    """Return a block of days off, its days in ISO form."""
    span = Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return Rest(name, span, tuple(map(dt.date.fromisoformat, worked)))


INVENTED_2027 = HolidayNotice(
    number="示例〔2026〕1号",
    title="关于2027年部分节假日安排的示例",
    issued=dt.date(2026, 11, 24),
    published=dt.date(2026, 11, 25),
    url=None,
    year=2027,
    rests=(
        block("元旦", "2027-01-01", "2027-01-03"),
        block("春节", "2027-02-05", "2027-02-12", "2027-01-31", "2027-02-20"),
        block("清明节", "2027-04-03", "2027-04-05"),
        block("劳动节", "2027-05-01", "2027-05-05", "2027-05-08"),
        block("端午节", "2027-06-09", "2027-06-09"),
        block("中秋节", "2027-09-15", "2027-09-15"),
        block("国庆节", "2027-10-01", "2027-10-07", "2027-09-26", "2027-10-09"),
    ),
)
"""A sound notice for a year whose real one is not held: nothing in it is a fact."""


def amended_2027(*rests: Rest, residual: int = 0, published: dt.date = dt.date(2027, 3, 1)) -> HolidayNotice:
    """Return an amendment of the invented year."""
    return attrs.evolve(
        INVENTED_2027,
        number=f"示例〔2027〕{published:%m%d}号",
        title="关于调整2027年节假日安排的示例",
        issued=published,
        published=published,
        rests=rests,
        amends=True,
        residual=residual,
        residual_reason="示例" if residual else None,
    )
