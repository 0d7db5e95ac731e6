"""Seeded counts of every sort, and terms of no real law, for the tests of this room."""

from __future__ import annotations

import datetime as dt
from functools import cache
from random import Random
from typing import Any

from govsvc.calendars import WorkCalendar, china, for_place
from govsvc.norms import Event, Evidence, Instrument, Rank, Topic, Who, since
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import (
    CalendarDays,
    Deadline,
    Excluded,
    Extension,
    ExtensionTo,
    Length,
    Months,
    Procedure,
    Reckoning,
    Restart,
    Roll,
    Term,
    WorkingDays,
    Years,
    clock,
    reckon,
)

KNOWN = dt.date(2026, 11, 21)
EXAMPLE = Instrument("示例办法", "example", Rank.DEPARTMENT_RULE, since(2000, 1, 1), Evidence.MEMORY, checked_on=KNOWN)
LENGTHS: tuple[type[WorkingDays | CalendarDays | Months | Years], ...] = (WorkingDays, CalendarDays, Months, Years)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def span(first: str, last: str | None = None) -> Span:
    return Span(day(first), None if last is None else day(last))


def out(first: str, last: str | None = None, why: Procedure = Procedure.HEARING) -> Excluded:
    return Excluded(why, span(first, last), told_on=None)


def by(length: WorkingDays | CalendarDays) -> Extension:
    return Extension(length, approved_on=day("2026-01-05"), approver="head-of-agency")


def to(length: WorkingDays | CalendarDays | Months) -> ExtensionTo:
    return ExtensionTo(length, approved_on=day("2026-01-05"), approver="head-of-agency")


@cache
def today() -> WorkCalendar:
    """The nation's calendar as known when 2027 was not announced."""
    return china(as_known=KNOWN)


@cache
def guangxi() -> WorkCalendar:
    return for_place(Place.parse("广西"), as_known=KNOWN)


@cache
def calendars() -> tuple[WorkCalendar, ...]:
    """Calendars that differ in all that matters: what is known, the policy, the place."""
    places = (Place.parse(name) for name in ("广西", "宁夏", "湖北", "新疆", "北京"))
    return (
        today(),
        china(as_known=day("2019-06-01")),
        china(as_known=day("2020-01-20")),
        china(notices=()),
        today().without_make_up_work(),
        guangxi().without_make_up_work(),
        *(for_place(place, as_known=KNOWN) for place in places),
    )


def term(within: Length, **fields: Any) -> Term:
    return Term(
        cite=EXAMPLE(1), topic=Topic.DECISION, who=Who.AGENCY, act="act", within=within, of=Event.ACCEPTED, **fields
    )


def deadline(within: Length, start: str | dt.date, calendar: WorkCalendar | None = None, **fields: Any) -> Deadline:
    begin = day(start) if isinstance(start, str) else start
    return clock(term(within, **fields), begin, calendar or today())


def exclusions(rng: Random, start: dt.date, way: int, most: int = 3) -> list[Excluded]:
    found = []
    for _ in range(rng.randint(0, most)):
        first = start + dt.timedelta(way * rng.randint(-5, 50))
        days, told_on = Span(first, first + dt.timedelta(rng.randint(0, 12))), rng.choice((None, first))
        found.append(Excluded(rng.choice(list(Procedure)), days, told_on=told_on))
    return found


def length(rng: Random, most: int = 40) -> WorkingDays | CalendarDays | Months | Years:
    kind = rng.choice(LENGTHS)
    return kind(rng.randint(1, most if kind in (WorkingDays, CalendarDays) else 6 if kind is Months else 1))


def reckoning(rng: Random, most: int = 40, calendar: WorkCalendar | None = None) -> Reckoning:
    """Return any count at all but one in hours."""
    on = calendar or rng.choice(calendars())
    backwards = rng.random() < 0.3
    start = dt.date(2004, 12, 1) + dt.timedelta(rng.randint(0, 8600))
    extensions = [
        rng.choice((by(WorkingDays(rng.randint(1, 10))), by(CalendarDays(rng.randint(1, 10))), to(length_to(rng))))
        for _ in range(rng.choice((0, 0, 0, 1, 2)))
    ]
    return reckon(
        length(rng, most),
        start,
        calendar=on,
        excluded=exclusions(rng, start, -1 if backwards else 1),
        extensions=extensions,
        restart=Restart(start + dt.timedelta(rng.randint(0, 20)), "materials-changed") if rng.random() < 0.2 else None,
        backwards=backwards,
        roll=Roll.NONE if backwards else rng.choice(list(Roll)),
        slack=rng.choice((0, 0, 2)),
    )


def length_to(rng: Random) -> WorkingDays | CalendarDays | Months:
    kind = rng.choice((WorkingDays, CalendarDays, Months))
    return kind(rng.randint(1, 2) if kind is Months else rng.randint(20, 40))
