"""Values as plain data for JSON, the same value always as the same text.

Not covered: reading back what is not a `Case` or a `Ledger`: an answer rests on a law and a calendar, which its stamp
names.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import singledispatch
from typing import Any

import attrs

from govsvc.calendars import Day, HolidayNotice
from govsvc.calendars.table import LAST
from govsvc.cases import Assessment, Case
from govsvc.deadlines import Deadlines
from govsvc.errors import Fault, invalid
from govsvc.findings import Finding, Findings
from govsvc.norms import Citation, Matter
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.conditions import AnyExtension, Excluded, Extension
from govsvc.terms.deadline import Deadline
from govsvc.terms.lengths import CalendarDays, Hours, Months, UntilTheDay, WorkingDays, Years
from govsvc.wire.case_reading import KINDS
from govsvc.wire.standing import standing

__all__ = ["plain", "plain_on", "write_value"]


def __dir__() -> list[str]:
    return __all__


_NAMES = {kind: name for name, kind in KINDS.items()}


def write_value(value: object) -> str:
    """Return a value as one line of JSON.

    Raises:
        InvalidInput: for a value that has no form in JSON.
    """
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)


@singledispatch
def plain(value: Any) -> Any:
    """Return a value as objects, lists, text, whole numbers, truth values and None.

    Raises:
        InvalidInput: for a value that has no form in JSON.
    """
    if value is None or type(value) in (str, int, bool):
        return value
    if attrs.has(type(value)):
        return _fields(value)
    raise invalid("value", "not-writable", value, "a case, an answer, or a part of one")


def _fields(value: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(value, field.name)) for field in attrs.fields(type(value))}


def _known(fields: Mapping[str, object]) -> dict[str, Any]:
    """Return fields as plain data, without those that are None: a fact the record does not hold."""
    return {name: plain(value) for name, value in fields.items() if value is not None}


@plain.register
def _(value: dt.date) -> str:
    return value.isoformat()


@plain.register
def _(value: Enum) -> Any:
    return value.value


@plain.register(list)
@plain.register(tuple)
@plain.register(Findings)
def _(value: Sequence[object]) -> list[Any]:
    return [plain(item) for item in value]


@plain.register
def _(value: frozenset) -> list[Any]:  # type: ignore[type-arg]
    return sorted(plain(item) for item in value)


@plain.register
def _(value: dict) -> dict[str, Any]:  # type: ignore[type-arg]
    return {str(name): plain(item) for name, item in value.items()}


_UNITS: dict[type, str] = {
    WorkingDays: "working_days",
    CalendarDays: "calendar_days",
    Months: "months",
    Years: "years",
    Hours: "hours",
}


def _length(value: Any) -> dict[str, int]:
    return {_UNITS[type(value)]: value.n}


for _unit in _UNITS:
    plain.register(_unit, _length)


@plain.register
def _(value: UntilTheDay) -> dict[str, bool]:
    return {"until_the_day": True}


@plain.register
def _(value: Place) -> str:
    return value.full_name


@plain.register
def _(value: Matter) -> dict[str, Any]:
    return _known({"type": value.type, "special": value.special})


@plain.register
def _(value: Citation) -> dict[str, Any]:
    return {"key": value.key, "text": str(value)}


@plain.register
def _(value: Span) -> dict[str, Any]:
    return {"first": plain(value.first), "last": None if value.is_open else plain(value.last)}


@plain.register
def _(value: Case) -> dict[str, Any]:
    fields = {
        "case": value.id,
        "matter": value.matter,
        "place": value.place,
        "joint": value.joint,
        "promised": value.promised,
        "licence_expires": value.expires,
        "events": value.events,
    }
    return _known(fields)


def _event(value: Any) -> dict[str, Any]:
    fields = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    extension = fields.pop("extension", None)
    return {"event": _NAMES[type(value)], **_known(fields), **({} if extension is None else _extension(extension))}


for _kind in KINDS.values():
    plain.register(_kind, _event)


def _extension(value: AnyExtension) -> dict[str, Any]:
    length = {"by": plain(value.by)} if isinstance(value, Extension) else {"to": plain(value.to)}
    return {**length, "approver": value.approver}


@plain.register
def _(value: Fault) -> dict[str, Any]:
    given = value.given if value.given is None or type(value.given) in (str, int, bool) else str(value.given)
    return {"path": value.path, "code": value.code, "given": given, "allowed": value.allowed}


@plain.register
def _(value: Finding) -> dict[str, Any]:
    return _fields(value) | {"details": {name: plain(detail) for name, detail in value.details}}


@plain.register
def _(value: HolidayNotice) -> dict[str, Any]:
    names = ("year", "number", "title", "issued", "published", "url", "amends", "rests")
    return {name: plain(getattr(value, name)) for name in names}


@plain.register
def _(value: Day) -> dict[str, Any]:
    source = value.source and {"number": value.source.number, "title": value.source.title, "url": value.source.url}
    return _fields(attrs.evolve(value, source=None)) | {"source": source}


@plain.register
def _(value: Deadline) -> dict[str, Any]:
    term = value.term
    return {
        "topic": term.topic.value,
        "act": term.act,
        "who": term.who.value,
        "modality": term.modality.value,
        "article": plain(term.cite),
        "length": plain(value.length),
        "reading": term.reading,
        "only": plain(term.only),
        "applicant": plain(term.applicant),
        "start": plain(value.start),
        **_ends(value),
        "silence": None if term.silence is None else _fields(term.silence),
        "excluded": [_excluded(item) for item in value.conditions.excluded],
        "extensions": [_extension(item) | {"on": plain(item.approved_on)} for item in value.conditions.extensions],
        "calendar": value.calendar.fingerprint,
    }


def _excluded(value: Excluded) -> dict[str, Any]:
    return _fields(value.days) | {"why": value.why.value, "told_on": plain(value.told_on)}


def _ends(value: Deadline) -> dict[str, Any]:
    """Return the last day, between which days it lies, and how sure that is; None where no bound is known."""
    has_bound = value.is_settled or value.latest < LAST
    return {
        "due": plain(value.likely) if value.is_settled else None,
        "earliest": plain(value.earliest),
        "likely": plain(value.likely),
        "latest": plain(value.latest) if has_bound else None,
        "lapsed_from": plain(value.lapsed_from) if has_bound else None,
        "certainty": value.certainty.value,
    }


@plain.register
def _(value: Deadlines) -> dict[str, Any]:
    return {"governing": plain(value.governing), "also": plain(value.also)}


@plain.register
def _(value: Assessment) -> dict[str, Any]:
    return _fields(value) | {
        "clocks": [plain_on(clock, value.as_of) for clock in value.clocks],
        "also": [plain_on(clock, value.as_of) for clock in value.also],
        "next_due": value.next_due and plain_on(value.next_due, value.as_of),
    }


def plain_on(deadline: Deadline, as_of: dt.date) -> dict[str, Any]:
    """Return a deadline with where a day stands to it; nothing is left to count where that is uncertain."""
    status, remaining = standing(deadline, as_of)
    shown: dict[str, Any] = plain(deadline)
    return shown | {"status": status.value, "remaining": plain(remaining)}
