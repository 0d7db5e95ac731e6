"""Mutants of an act: the same law with one thing wrong in it, as a `Law` value.

One mutant for each way in which a field can be misread: a number by one, a unit, an event, a role, what silence means.
Each names the clause that speaks of it. Not covered: two errors at once; an article cited that is another article.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, Final, TypeVar

import attrs

from govsvc.acts import Act, Provision
from govsvc.errors import InvalidInput
from govsvc.norms import (
    ALWAYS,
    ApplicantKind,
    Citation,
    Effective,
    Event,
    Evidence,
    Instrument,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Standing,
    Topic,
    Who,
)
from govsvc.norms.bodies import STATE_COUNCIL
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import (
    CalendarDays,
    Extendable,
    Hours,
    Length,
    Months,
    Procedure,
    Reading,
    Roll,
    Term,
    UntilTheDay,
    WorkingDays,
    Years,
)
from tests.spec.facets import Norm, names_of

__all__ = ["Mutant", "mutants_of", "recited"]

_DAY: Final = dt.timedelta(days=1)
_V = TypeVar("_V")
_E = TypeVar("_E", bound=Enum)
Changed = Iterator[tuple[str, str, dict[str, Any]]]
"""What is changed: the facet, how it is told, and the fields that differ."""


@attrs.frozen(eq=False)
class Mutant:
    """An act with one thing wrong.

    Attributes:
        clause: The clause that speaks of it.
        change: What was changed.
        act: The act; None where no act of this kind can be made, so that the types refuse it.
    """

    clause: str
    change: str
    act: Act | None

    @property
    def name(self) -> str:
        """Its name among the mutants of its act."""
        return f"{self.clause} {self.change}"


def mutants_of(act: Act) -> Iterator[Mutant]:
    """Yield every mutant of an act."""
    for name, norm in names_of(act).items():
        yield from _mutants(act, name, norm)


def _mutants(act: Act, name: str, norm: Norm) -> Iterator[Mutant]:
    if isinstance(norm, Instrument):
        for facet, change, fields in _of_instrument(norm):
            yield Mutant(f"{name}.{facet}", change, _made(_under, act, norm, fields))
        return
    changes = _of_term(norm) if isinstance(norm, Term) else _of_provision(norm)
    for facet, change, fields in changes:
        yield Mutant(f"{name}.{facet}", change, _made(_with, act, norm, fields))
    yield Mutant(f"{name}.{'topic' if isinstance(norm, Term) else 'says'}", "left out", _made(_with, act, norm, None))


def _made(make: Callable[..., Act], *parts: object) -> Act | None:
    try:
        return make(*parts)
    except InvalidInput:
        return None


def _under(act: Act, norm: Instrument, fields: dict[str, Any]) -> Act:
    return recited(act, norm, attrs.evolve(norm, **fields))


def _with(act: Act, norm: Term | Provision, fields: dict[str, Any] | None) -> Act:
    changed: Any = () if fields is None else (attrs.evolve(norm, **fields),)
    terms = [new for it in act.terms for new in (changed if it is norm else (it,))]
    provisions = [new for it in act.provisions for new in (changed if it is norm else (it,))]
    return attrs.evolve(act, terms=terms, provisions=provisions)


def recited(value: _V, old: Instrument, new: Instrument) -> _V:
    """Return a value of law in which every citation of an instrument cites another in its place."""
    it: Any = value
    if it == old:
        return new  # type: ignore[return-value]
    if isinstance(it, tuple):
        return tuple(recited(part, old, new) for part in it)  # type: ignore[return-value]
    if attrs.has(type(it)) and isinstance(it, Act | Term | Provision | Extendable | Citation):
        names = [field.name for field in attrs.fields(type(it))]
        changed: Any = {name: recited(getattr(it, name), old, new) for name in names}
        return type(it)(**changed)  # type: ignore[return-value]
    return value


def _others(kind: type[_E], but: Enum | None) -> Iterator[_E]:
    return (it for it in kind if it is not but)


def _others_or_none(kind: type[_E], but: Enum | None) -> list[_E | None]:
    return [*_others(kind, but), *([] if but is None else [None])]


def _enum(facet: str, field: str, kind: type[Enum], value: Enum | None) -> Changed:
    for other in _others(kind, value):
        yield facet, f"{'none' if value is None else value.value}→{other.value}", {field: other}


def _of_instrument(it: Instrument) -> Changed:
    yield "title", "another title", {"title": f"{it.title}甲"}
    yield from _enum("rank", "rank", Rank, it.rank)
    yield from _enum("evidence", "evidence", Evidence, it.evidence)
    yield from _moved(it.in_force)
    yield "promulgation", "another number", {"number": f"{it.number or ''}甲"}
    other = dt.date(2000, 1, 1) if it.promulgated is None else it.promulgated + _DAY
    yield "promulgation", f"on {other}", {"promulgated": other}
    yield "title", "one article fewer", {"articles": (it.articles or 2) - 1}
    yield "issuer", "another issuer", {"issuer": None if it.issuer else STATE_COUNCIL}
    for place in (Place.NATIONAL, Place.BEIJING, Place.HENGSHUI):
        if place is it.place:
            continue
        yield "place", f"of {place.name}", {"place": place}
    for standing in _others(Standing, it.afterwards):
        yield "standing", f"afterwards {standing.value}", {"afterwards": standing}
    for field in ("predecessor", "successor"):
        yield "standing", f"another {field}", {field: None if getattr(it, field) else "another"}
    yield "relation", "implements otherwise", {"implements": () if it.implements else ("another",)}


def _moved(span: Span) -> Changed:
    for by in (_DAY, -_DAY):
        yield "in-force", f"begins on {span.first + by}", {"in_force": Span(span.first + by, span.last)}
        if not span.is_open:
            yield "in-force", f"ends on {span.last + by}", {"in_force": Span(span.first, span.last + by)}


def _of_provision(it: Provision) -> Changed:
    yield "says", "says otherwise", {"says": f"{it.says}-not"}
    yield "says", "of another topic", {"topic": next(_others(Topic, it.topic))}
    for _, change, fields in (*_enum("evidence", "evidence", Evidence, it.evidence), *_own_time(it)):
        yield "says", change, fields


def _own_time(it: Term | Provision) -> Changed:
    if it.in_force is None or it.in_force == ALWAYS:
        within = it.cite.instrument.in_force
        later = within.first + _DAY
        yield "in-force", f"begins on {later}", {"in_force": Span(later, within.last)}
    else:
        yield from _moved(it.in_force)


def _of_term(it: Term) -> Changed:
    yield "topic", "of another topic", {"topic": next(_others(Topic, it.topic))}
    yield "topic", "another act", {"act": "act.supplement"}
    yield from _enum("who", "who", Who, it.who)
    yield from (("length", f"{it.within}→{other}", {"within": other}) for other in _by_one(it.within))
    yield from (("unit", f"{it.within}→{other}", {"within": other}) for other in _units(it.within))
    yield from (("unit", f"by {other}", {"unit_by": other}) for other in _cites(it.unit_by, it.cite))
    yield from _enum("start", "of", Event, it.of)
    yield "direction", "turned round", {"backwards": not it.backwards}
    yield from _enum("roll", "roll", Roll, it.roll)
    yield from _counted(it)
    yield from _enum("modality", "modality", Modality, it.modality)
    yield from _silences(it.silence)
    yield from _extensions(it)
    yield from _exclusions(it)
    yield from _readings(it.readings)
    yield from _own_time(it)
    yield from _enum("evidence", "evidence", Evidence, it.evidence)
    yield from _enum("scope", "only", MatterType, it.only)
    if it.only is not None:
        yield "scope", f"{it.only.value}→any", {"only": None}
    yield from _enum("scope", "applicant", ApplicantKind, it.applicant)
    if it.applicant is not None:
        yield "scope", f"{it.applicant.value}→any", {"applicant": None}
    yield "relation", "special otherwise", {"special_to": () if it.special_to else ("another",)}
    yield "relation", "implements otherwise", {"implements": () if it.implements else (it.cite,)}


def _by_one(length: Length) -> Iterator[Length]:
    if isinstance(length, UntilTheDay):
        yield from (CalendarDays(1), WorkingDays(1))
    else:
        yield from (type(length)(n) for n in (length.n - 1, length.n + 1) if n > 0)


_SWAPPED: Final[dict[type, tuple[type[WorkingDays | CalendarDays | Months | Years | Hours], ...]]] = {
    WorkingDays: (CalendarDays,),
    CalendarDays: (WorkingDays,),
    Months: (Years, CalendarDays),
    Years: (Months,),
    Hours: (CalendarDays, WorkingDays),
    UntilTheDay: (),
}


def _units(length: Length) -> Iterator[Length]:
    return (kind(length.n) for kind in _SWAPPED[type(length)] if not isinstance(length, UntilTheDay))


def _cites(cite: Citation | None, own: Citation) -> Iterator[Citation | None]:
    """Yield other citations in the place of one: none, the next article, the other kind of application."""
    if cite is None:
        yield own
        return
    yield None
    yield attrs.evolve(cite, article=cite.article + 1)
    yield attrs.evolve(cite, by_analogy=not cite.by_analogy)


def _counted(it: Term) -> Changed:
    if not it.counted_by:
        yield "counting", f"by {it.cite}", {"counted_by": (it.cite,)}
    for place, cite in enumerate(it.counted_by):
        for other in _cites(cite, it.cite):
            rest = (*it.counted_by[:place], *filter(None, [other]), *it.counted_by[place + 1 :])
            yield "counting", f"{cite}→{other}", {"counted_by": rest}


def _silences(silence: Silence | None) -> Changed:
    if silence is None:
        for result in Result:
            yield "silence", f"none→{result.value}", {"silence": Silence(result)}
        return
    yield "silence", "removed", {"silence": None}
    changes: list[tuple[str, str, Iterable[Enum | None]]] = [
        ("silence", "result", _others(Result, silence.result)),
        ("effective", "effective", _others(Effective, silence.effective)),
        ("silence-scope", "only", _others_or_none(MatterType, silence.only)),
        ("silence-scope", "applicant", _others_or_none(ApplicantKind, silence.applicant)),
    ]
    for facet, field, values in changes:
        for other in values:
            given: Any = {field: other}
            new = attrs.evolve(silence, **given)
            yield facet, f"{field} {other.value if other else 'any'}", {"silence": new}


def _extensions(it: Term) -> Changed:
    allowed = it.extension
    if allowed is None:
        new = Extendable(WorkingDays(10), Who.HEAD_OF_AGENCY, it.cite)
        yield "extension", "added", {"extension": new}
        return
    yield "extension", "removed", {"extension": None}
    others: list[Any] = [*_by_one(allowed.by), *_units(allowed.by)]
    for by in others:
        yield "extension", f"{allowed.by}→{by}", {"extension": attrs.evolve(allowed, by=by)}
    for cite in filter(None, _cites(allowed.cite, it.cite)):
        yield "extension", f"by {cite}", {"extension": attrs.evolve(allowed, cite=cite)}
    for post in Who:
        if post != allowed.approver:
            yield "approver", f"{allowed.approver}→{post}", {"extension": attrs.evolve(allowed, approver=post)}


def _exclusions(it: Term) -> Changed:
    for procedure in Procedure:
        change = f"{'without' if procedure in it.excludes else 'with'} {procedure.value}"
        yield "exclusion", change, {"excludes": it.excludes ^ {procedure}}
    for cite in _cites(it.excluded_by, it.cite):
        yield "exclusion", f"by {cite}", {"excluded_by": cite}


def _readings(readings: tuple[Reading, ...]) -> Changed:
    for place, reading in enumerate(readings):
        facet, before, after = f"reading.{reading.name}", readings[:place], readings[place + 1 :]
        yield facet, "dropped", {"readings": (*before, *after)}
        for other in (*_by_one(reading.within), *_units(reading.within)):
            new = attrs.evolve(reading, within=other)
            yield facet, f"{reading.within}→{other}", {"readings": (*before, new, *after)}
