"""The answer of a law to a worked case, and what of it is not as expected.

A worked case asks what a caller asks: the front doors, an assessment of a case, the provisions held. Every part of an
answer is plain data, as the case writes it. Not covered: how the answers are shown (`pages`).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

import attrs

from govsvc import deadlines
from govsvc.acts import Law
from govsvc.acts.timeline import time_in_force
from govsvc.calendars import WorkCalendar, china, for_place
from govsvc.cases import Assessment, Case, assess
from govsvc.errors import GovsvcError, InvalidInput, NotCovered, NotInForce, invalid
from govsvc.norms import ApplicantKind, Matter, MatterType, Topic
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import (
    CalendarDays,
    Conditions,
    Deadline,
    Excluded,
    Extension,
    Procedure,
    Term,
    WorkingDays,
    clock,
)
from govsvc.terms.allowances import exclusion_faults, extension_faults
from govsvc.wire import loads
from tests.spec.facts import Given, clock_facts, value_of
from tests.spec.worked import CLOCKS, Worked

__all__ = ["answer", "clocks_of", "differences"]


def differences(case: Worked, law: Law) -> list[str]:
    """Return everything that the law answers otherwise than the case expects."""
    try:
        found = answer(case, law)
    except GovsvcError as error:
        return [f"expected {dict(case.expect)}, but it cannot be asked: {error}"]
    return [*_compared("", case.expect, found)]


def _compared(path: str, expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    for name, value in expected.items():
        got = found.get(name, "nothing of this name")
        if isinstance(value, dict) and isinstance(got, dict) and name in CLOCKS:
            yield from _compared(f"{path}{name}.", value, got)
        elif value != got:
            yield f"{path}{name}: expected {_shown(value)}, got {_shown(got)}"


def _shown(value: object) -> str:
    return str(value) if isinstance(value, dt.date) else repr(value)


def answer(case: Worked, law: Law) -> dict[str, Any]:
    """Return the answer of a law to a case: what the case expects something of, by the same names."""
    wanted = case.expect
    try:
        asked = _law(case, law)
        if case.ask == "case":
            return _assessed(_assess(case, asked), wanted)
        if case.ask == "provisions":
            return _provisions(case.given, asked)
        if case.ask == "instrument":
            return _instrument(case.given["key"], asked)
        if case.ask == "received":
            return _received(case.given, asked)
        found = _clocks(case, asked)
        return {**clock_facts(found["governing"], case.given, wanted), **_by_name(found, case, wanted)}
    except GovsvcError as error:
        if "error" not in wanted:
            raise
        codes = [fault.code for fault in error.faults] if isinstance(error, InvalidInput) else []
        return {"error": type(error).__name__, "codes": codes}


def clocks_of(case: Worked, law: Law) -> dict[str, Deadline]:
    """Return the clocks of the answer by name; none where it has none."""
    asked = _law(case, law)
    try:
        if case.ask == "case":
            return {clock.term.topic.value: clock for clock in _assess(case, asked).clocks}
        return {} if case.ask in ("provisions", "received", "instrument") else _clocks(case, asked)
    except GovsvcError:
        return {}


def _law(case: Worked, law: Law) -> Law:
    read = case.given.get("readings", {})
    return law.reading(**read) if read else law


@cache
def _calendar(place: str | None, known: dt.date | None) -> WorkCalendar:
    if place is None:
        return china(as_known=known)
    return for_place(Place.parse(place), as_known=known)


def _where(given: Given) -> dict[str, Any]:
    place = given.get("place")
    asked = {"place": Place.parse(place)} if place else {}
    return asked | {"calendar": _calendar(place, given.get("as_known"))}


def _matter(given: Given) -> Matter | None:
    name = given.get("matter")
    return None if name is None else Matter(MatterType(name), special=given.get("special"))


def _asked(given: Given, law: Law) -> dict[str, Any]:
    applicant = {"applicant": ApplicantKind(given["applicant"])} if "applicant" in given else {}
    return {"law": law, "law_on": given.get("law_on"), "matter": _matter(given), **applicant, **_where(given)}


def _clocks(case: Worked, law: Law) -> dict[str, Deadline]:
    """Return the clocks of a front door by name; the governing one among them."""
    given = case.given
    found: Any = _DOORS[case.ask](given, _asked(given, law))
    if isinstance(found, Deadline):
        return {"governing": found}
    named = {name: getattr(found, name, None) for name in CLOCKS}
    also = {f"also {number}": clock for number, clock in enumerate(found.also)}
    return {name: clock for name, clock in (named | also).items() if isinstance(clock, Deadline)}


def _ask_intake(given: Given, asked: dict[str, Any]) -> object:
    return deadlines.intake(given["received"], **asked)


def _ask_decision(given: Given, asked: dict[str, Any]) -> object:
    return deadlines.decision(
        given["accepted"],
        joint=given.get("joint", False),
        promised=_length(given.get("promised")),
        extension=_extension(given.get("extension")),
        excluded=_excluded(given.get("excluded", ())),
        **asked,
    )


def _ask_delivery(given: Given, asked: dict[str, Any]) -> object:
    del asked["matter"]
    return deadlines.certificate_delivery(given["decided"], **asked)


def _ask_renewal(given: Given, asked: dict[str, Any]) -> object:
    return deadlines.renewal(given["expires"], **asked)


def _ask_due(given: Given, asked: dict[str, Any]) -> object:
    return deadlines.due(Topic.parse(given["topic"]), given["start"], **asked)


def _ask_term(given: Given, asked: dict[str, Any]) -> object:
    """Ask one term of one act, whatever governs beside it, with what bears on it."""
    term, day, on = _term_of(given, asked["law"]), given["start"], asked["calendar"]
    extension, excluded = _extension(given.get("extension")), _excluded(given.get("excluded", ()))
    bearing = Conditions(excluded)
    faults = [*exclusion_faults(term, excluded)]
    if extension is not None:
        faults += extension_faults(clock(term, day, on, bearing), extension)
        bearing = attrs.evolve(bearing, extensions=(extension,))
    if faults:
        raise InvalidInput(faults)
    return clock(term, day, on, bearing if excluded or extension else None)


def _term_of(given: Given, law: Law) -> Term:
    """Return the term of a key in the text of the day, read as the law is read."""
    key, day = given["key"], given.get("law_on", given["start"])
    held = [term for act in law.acts for term in act.terms if term.key == key]
    if not held:
        raise NotCovered(key, tuple(sorted(term.key for act in law.acts for term in act.terms)))
    standing = [term for term in held if (time := time_in_force(term)) and day in time]
    matter = _matter(given)
    if not standing:
        raise NotInForce(key, day)
    if not standing[0].covers(matter):
        raise NotCovered(f"{key} of {matter}", (key,))
    name = dict(law.readings).get(key.replace("-", "_"))
    return standing[0] if name is None else standing[0].read_as(name)


_DOORS: Final[dict[str, Callable[[Given, dict[str, Any]], object]]] = {
    "intake": _ask_intake,
    "decision": _ask_decision,
    "certificate-delivery": _ask_delivery,
    "renewal": _ask_renewal,
    "due": _ask_due,
    "term": _ask_term,
}

_UNITS: Final[dict[str, type[WorkingDays] | type[CalendarDays]]] = {
    "working_days": WorkingDays,
    "calendar_days": CalendarDays,
}


def _length(table: Given | None) -> WorkingDays | CalendarDays | None:
    if table is None:
        return None
    if len(table) != 1 or not table.keys() <= _UNITS.keys():
        raise invalid("length", "not-a-length", dict(table), " or ".join(f"{{ {unit} = … }}" for unit in _UNITS))
    ((unit, n),) = table.items()
    return _UNITS[unit](n)


def _extension(table: Given | None) -> Extension | None:
    if table is None:
        return None
    by = _length(table["by"])
    assert by is not None
    return Extension(by, approved_on=table["approved_on"], approver=table["approver"])


def _excluded(tables: Any) -> tuple[Excluded, ...]:
    return tuple(
        Excluded(Procedure(it["why"]), Span(it["first"], it["last"]), told_on=it.get("told_on")) for it in tables
    )


def _received(given: Given, law: Law) -> dict[str, Any]:
    inputs = {key: given[key] for key in ("channel", "confirmed", "closes", "policy") if key in given}
    found = deadlines.received(given["at"], law=law, **inputs, **_where(given))
    return {"on": found.on, "basis": list(map(str, found.basis))}


def _provisions(given: Given, law: Law) -> dict[str, Any]:
    """Return what the provisions on a topic say, of one clause where a key is given, whatever governs beside them."""
    topic, day = Topic.parse(given["topic"]), given["on"]
    held = (it for act in law.acts for it in act.provisions if it.topic is topic)
    standing = [it for it in held if (time := time_in_force(it)) and day in time]
    mine = [it for it in standing if given.get("key") in (None, it.cite.key)]
    return {
        "says": [it.says for it in mine],
        "basis": [str(it.cite) for it in mine],
        "grades": [it.evidence.value for it in mine],
        "times": [str(time_in_force(it)) for it in mine],
    }


def _instrument(key: str, law: Law) -> dict[str, Any]:
    (it,) = (act.instrument for act in law.acts if act.key == key)
    return {
        "title": it.title,
        "rank": it.rank.value,
        "evidence": it.evidence.value,
        "number": it.number or "none",
        "promulgated": it.promulgated or "none",
        "first": it.in_force.first,
        "last": "none" if it.in_force.is_open else it.in_force.last,
        "issuer": it.issuer.general if it.issuer else "none",
        "reaches": it.place.full_name,
        "articles": it.articles or "none",
        "afterwards": value_of(it.afterwards),
        "predecessor": it.predecessor or "none",
        "successor": it.successor or "none",
        "implements": list(it.implements),
    }


# A case in its log.


def _assess(case: Worked, law: Law) -> Assessment:
    given = case.given
    inputs = {key: given[key] for key in ("events", "promised", "joint") if key in given}
    if "expires" in given:
        inputs["licence_expires"] = given["expires"]
    if "matter" in given:
        inputs["matter"] = {"type": given["matter"]}
    log = loads(Case, json.dumps({"case": "worked", **inputs}, default=str))
    return assess(log, as_of=given["as_of"], law=law, **_where(given))


def _assessed(found: Assessment, wanted: Mapping[str, Any]) -> dict[str, Any]:
    due = found.next_due
    facts = {
        "state": found.state.value,
        "accepted_on": found.accepted_on or "none",
        "findings": [finding.rule for finding in found.findings],
        "set_aside": [aside.finding.rule for aside in found.set_aside],
        "clocks": {clock.term.topic.value: clock.likely for clock in found.clocks},
        "next_due": due.likely if due else "none",
    }
    return {name: facts[name] for name in wanted if name in facts}


def _by_name(found: Mapping[str, Deadline], case: Worked, wanted: Mapping[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = {
        name: clock_facts(found[name], case.given, wanted[name]) if name in found else "none"
        for name in CLOCKS
        if name in wanted
    }
    if "also" in wanted:
        named["also"] = [str(clock.term.cite) for name, clock in found.items() if name.startswith("also ")]
    return named
