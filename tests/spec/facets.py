"""What can be said of each norm of an act: one facet for each field, and one clause for each facet.

A clause of the specification is named by its norm and its facet (`xkf-32-1-4.silence`). Which facets a norm has follows
from its value alone, so that an act that is added, or a field, asks for clauses of its own. Not covered: the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs

from govsvc.acts import Act, Provision
from govsvc.norms import Citation, Instrument, Silence
from govsvc.terms import Extendable, Reading, Term

__all__ = ["FACETS", "Norm", "act_ids", "cite_of", "facets_of", "ids_of", "names_of", "unspoken"]

Norm: TypeAlias = Instrument | Term | Provision

FACETS: Final[dict[type, dict[str, str | None]]] = {
    Term: {
        "cite": None,  # names the clauses
        "topic": "topic",
        "who": "who",
        "act": "topic",
        "within": "length",  # and `unit`
        "of": "start",
        "backwards": "direction",
        "unit_by": "unit",
        "roll": "roll",
        "counted_by": "counting",
        "modality": "modality",
        "silence": "silence",
        "extension": "extension",
        "excludes": "exclusion",
        "excluded_by": "exclusion",
        "readings": "reading",
        "in_force": "in-force",
        "evidence": "evidence",
        "only": "scope",
        "applicant": "scope",
        "part": None,  # names the clauses
        "special_to": "relation",
        "implements": "relation",
        "reading": None,  # set by choosing one
    },
    Silence: {"result": "silence", "effective": "effective", "only": "silence-scope", "applicant": "silence-scope"},
    Extendable: {"by": "extension", "approver": "approver", "cite": "extension"},
    Reading: {"name": "reading", "within": "reading", "why": "reading"},
    Provision: {"cite": None, "topic": "says", "says": "says", "in_force": "says", "evidence": "says"},
    Instrument: {
        "title": "title",
        "key": None,  # names the clauses
        "rank": "rank",
        "in_force": "in-force",
        "evidence": "evidence",
        "checked_on": None,  # says nothing about what the law is
        "number": "promulgation",
        "promulgated": "promulgation",
        "issuer": "issuer",
        "place": "place",
        "afterwards": "standing",
        "predecessor": "standing",
        "successor": "standing",
        "implements": "relation",
        "articles": "title",
    },
}
"""The facet that speaks of each field; None for a field that says nothing of its own."""


def facets_of(norm: Norm) -> tuple[str, ...]:
    """Return the facets of a norm, in the order of its fields."""
    if not isinstance(norm, Term):
        return tuple(dict.fromkeys(facet for facet in FACETS[type(norm)].values() if facet))
    return tuple(dict.fromkeys(_term_facets(norm)))


def unspoken() -> list[str]:
    """Return the fields of norms that no facet speaks of, and the facets of fields there are not."""
    held = {(kind.__name__, field.name) for kind in FACETS for field in attrs.fields(kind)}
    spoken = {(kind.__name__, name) for kind, facets in FACETS.items() for name in facets}
    return sorted(f"{kind}.{name}" for kind, name in held ^ spoken)


def _term_facets(term: Term) -> Iterator[str]:
    for field in attrs.fields(Term):
        facet = FACETS[Term].get(field.name)
        if field.name == "readings":
            yield from (f"reading.{reading.name}" for reading in term.readings)
        elif facet is not None:
            yield facet
        if field.name == "within":
            yield "unit"
        if field.name == "silence" and term.silence is not None:
            yield from FACETS[Silence].values()  # type: ignore[misc]
        if field.name == "extension" and term.extension is not None:
            yield from FACETS[Extendable].values()  # type: ignore[misc]


def names_of(act: Act) -> dict[str, Norm]:
    """Return every norm of an act by its name: the act itself first, then its terms and provisions."""
    named: dict[str, Norm] = {act.key: act.instrument}
    terms = Counter(term.key for term in act.terms)
    clauses = Counter(_said(provision) for provision in act.provisions)
    named |= {_dated(term.key, term, terms[term.key]): term for term in act.terms}
    return named | {_dated(_said(it), it, clauses[_said(it)]): it for it in act.provisions}


def _said(provision: Provision) -> str:
    return f"{provision.cite.key}:{provision.says}"


def _dated(name: str, norm: Term | Provision, bearers: int) -> str:
    """Return the name, with the first day of this wording where several wordings bear it."""
    return name if bearers == 1 or norm.in_force is None else f"{name}@{norm.in_force.first}"


def ids_of(name: str, norm: Norm) -> tuple[str, ...]:
    """Return the ids of the clauses that speak of a norm."""
    return tuple(f"{name}.{facet}" for facet in facets_of(norm))


def act_ids(act: Act) -> tuple[str, ...]:
    """Return the ids of all clauses an act needs."""
    return tuple(clause for name, norm in names_of(act).items() for clause in ids_of(name, norm))


def cite_of(norm: Norm) -> Citation | None:
    """Return where a norm stands; None for the instrument as a whole."""
    return None if isinstance(norm, Instrument) else norm.cite
