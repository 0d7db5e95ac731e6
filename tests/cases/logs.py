"""Short ways to write case logs down, and the law of an invented measure beside the real one."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from govsvc.acts import LAW, Act, Law
from govsvc.calendars import WorkCalendar, china
from govsvc.cases import Assessment, Case, Event, ExclusionBegun, Extended, Progress, Rules, SupplementNoticed, assess
from govsvc.cases.machine import fold
from govsvc.norms import Effective, Evidence, Instrument, Matter, MatterType, Rank, Result, Silence, Topic, Who, since
from govsvc.norms import Event as StartedBy
from govsvc.terms import CalendarDays, Extendable, Extension, Term, UntilTheDay, WorkingDays

KNOWN = dt.date(2026, 11, 21)
"""The day on which the tests know what they know: no notice for 2027."""


@cache
def calendar() -> WorkCalendar:
    return china(as_known=KNOWN)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def log(*events: Event, **fields: Any) -> Case:
    return Case(**{"id": "2026-1", **fields}, events=events)


def seen(case: Case, as_of: str | dt.date, **fields: Any) -> Assessment:
    on = day(as_of) if isinstance(as_of, str) else as_of
    return assess(case, as_of=on, **{"calendar": calendar(), **fields})


def rules(law: Law = LAW) -> Rules:
    return Rules(law, calendar())


def folded(case: Case, law: Law = LAW) -> Progress:
    return fold(case, rules(law))


def found(assessment: Assessment) -> list[str]:
    return [finding.rule for finding in assessment.findings]


def dues(assessment: Assessment) -> dict[str, str]:
    """Return the last day of every running clock, by topic."""
    return {clock.term.topic.value: str(clock.due) for clock in assessment.clocks}


def notice(on: str, *items: str, within: int | None = 10, reached_on: str | None = None) -> SupplementNoticed:
    """Return a written notice that arrived on its own day, where nothing else is said."""
    reached = day(reached_on or on)
    limit = None if within is None else WorkingDays(within)
    return SupplementNoticed(day(on), frozenset(items) if items else None, limit, reached)


def begun(on: str, why: str = "expert-review", until: str | None = None, told_on: str | None = "") -> ExclusionBegun:
    """Return the beginning of a procedure, told on its first day where nothing else is said."""
    told = None if told_on is None else day(told_on or on)
    return ExclusionBegun(day(on), why, None if until is None else day(until), told)


def extended(on: str, days: int = 10, approver: str = "head-of-agency", told_on: str | None = "") -> Extended:
    told = None if told_on is None else day(told_on or on)
    return Extended(day(on), Extension(WorkingDays(days), approved_on=day(on), approver=approver), told)


EXAMPLE = Instrument(
    "示例办法", "example", Rank.NORMATIVE_DOCUMENT, since(2000, 1, 1), Evidence.FULL_TEXT, checked_on=KNOWN
)
PAYMENT = Matter(MatterType.PAYMENT)
SPECIAL = Matter(MatterType.LICENCE, special="example")


def term(article: int, topic: Topic, within: Any, of: StartedBy, **fields: Any) -> Term:
    return Term(
        cite=EXAMPLE(article), topic=topic, who=Who.AGENCY, act=f"act.{topic.value}", within=within, of=of, **fields
    )


ACT = Act(
    EXAMPLE,
    terms=(
        term(1, Topic.SUPPLEMENT_NOTICE, WorkingDays(3), StartedBy.RECEIVED),
        term(2, Topic.DECISION, WorkingDays(10), StartedBy.ACCEPTED),
        term(3, Topic.CERTIFICATE_DELIVERY, CalendarDays(5), StartedBy.DECIDED),
        term(4, Topic.RENEWAL_APPLICATION, CalendarDays(15), StartedBy.EXPIRES, backwards=True),
        term(5, Topic.RENEWAL_DECISION, UntilTheDay(), StartedBy.EXPIRES),
    ),
)
"""A measure for every matter, with lengths of its own, no exclusions, no extension, and nothing said of silence."""

CONSENTING = Act(
    EXAMPLE,
    terms=(
        term(
            1,
            Topic.SUPPLEMENT_NOTICE,
            WorkingDays(3),
            StartedBy.RECEIVED,
            silence=Silence(Result.DEEMED_ACCEPTED, Effective.AT_LAPSE),
        ),
        term(
            2,
            Topic.DECISION,
            CalendarDays(10),
            StartedBy.ACCEPTED,
            extension=Extendable(CalendarDays(4), Who.HEAD_OF_GOVERNMENT, EXAMPLE(2, 2)),
        ),
    ),
)
"""The same measure had it said that silence accepts when the last day has ended, and that ten days may be extended."""

OTHER = Law((ACT,))
