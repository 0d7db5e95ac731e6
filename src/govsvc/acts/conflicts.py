"""Which of two terms prevails: by rank, by the wider issuer, by the later text, by a declared special rule.

Source: 立法法 arts 98 to 103. Law, administrative regulation, local regulation, local government rule, document; a
department rule stands below a regulation of the State Council and beside local regulations and local government rules
(arts 102, 106). Among documents, which have no order by statute, one that repeats or details a text of higher rank
comes before one that speaks for itself, then the government's before its department's. Where none prevails and they
differ, the law refers the question to somebody: `referral`. Not covered: whether a text oversteps its power.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from govsvc.acts.legislation import (
    REGULATION_OR_RULE,
    RULE_OR_RULE,
    SAME_ISSUER,
    STATE_COUNCIL_DECIDES,
    STATUTES,
    cited,
)
from govsvc.acts.timeline import time_in_force
from govsvc.norms import Citation, Rank
from govsvc.norms.bodies import STANDING_COMMITTEE, STATE_COUNCIL, Body
from govsvc.places import Place
from govsvc.rules import Referral
from govsvc.terms.term import Term

__all__ = ["COMMON_SUPERIOR", "Referral", "agree", "in_order", "prevails", "referral", "unbeaten"]


def __dir__() -> list[str]:
    return __all__


COMMON_SUPERIOR: Final = "common-superior"
"""Whoever stands above both issuers; no statute names them."""


_TIERS: Final = {
    Rank.CONSTITUTION: 0,
    Rank.STATUTE: 1,
    Rank.ADMINISTRATIVE_REGULATION: 2,
    Rank.JUDICIAL_INTERPRETATION: 2,
    Rank.LOCAL_REGULATION: 3,
    Rank.DEPARTMENT_RULE: 3,
    Rank.LOCAL_GOVERNMENT_RULE: 4,
    Rank.GOVERNMENT_DOCUMENT: 5,
    Rank.NORMATIVE_DOCUMENT: 5,
    Rank.DEPARTMENT_DOCUMENT: 6,
    Rank.STANDARD: 9,
}
_DOCUMENTS: Final = frozenset({Rank.GOVERNMENT_DOCUMENT, Rank.NORMATIVE_DOCUMENT, Rank.DEPARTMENT_DOCUMENT})
_EQUAL: Final = frozenset(
    {
        frozenset({Rank.DEPARTMENT_RULE, Rank.LOCAL_GOVERNMENT_RULE}),  # art. 102
        frozenset({Rank.NORMATIVE_DOCUMENT, Rank.DEPARTMENT_DOCUMENT}),  # it is not known whose the one is
    }
)
_ONE_ISSUER: Final = {  # by rank alone; art. 105 draws no line between the Congress and its Standing Committee
    Rank.CONSTITUTION: STANDING_COMMITTEE,
    Rank.STATUTE: STANDING_COMMITTEE,
    Rank.ADMINISTRATIVE_REGULATION: STATE_COUNCIL,
}


def prevails(one: Term, other: Term) -> bool:
    """Whether a term comes before another, both in force at one place for one question."""
    if one.cite.by_analogy is not other.cite.by_analogy:
        return other.cite.by_analogy
    if _tier(one) != _tier(other):
        return _tier(one) < _tier(other) and not _incomparable(one, other)
    if _same_issuer(one, other):
        first, second = begins(one), begins(other)
        if first == second:
            return other.key in one.special_to
        return first > second and one.key not in other.special_to
    return _rank(one) is _rank(other) and _is_wider(_place_of(one), _place_of(other))


def agree(one: Term, other: Term) -> bool:
    """Whether two terms say the same: length, event, direction, force, silence and extension."""
    return _said(one) == _said(other)


def unbeaten(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the terms that no other of them prevails over, in the order of their keys."""
    return tuple(sorted((term for term in terms if not any(prevails(other, term) for other in terms)), key=_tie))


def in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms so that each comes before those it prevails over, whatever the order given."""
    rest, found = list(terms), list[Term]()
    while rest:
        first = unbeaten(rest)
        found += first
        rest = [term for term in rest if term not in first]
    return tuple(found)


def referral(terms: Sequence[Term], on: dt.date) -> Referral | None:
    """Return who decides between terms of which none prevails, or None where they do not differ."""
    for place, one in enumerate(terms):
        for other in terms[place + 1 :]:
            if one.cite.instrument != other.cite.instrument and not agree(one, other):
                to, clause = _decides(one, other)
                return Referral(to, tuple(sorted(terms, key=lambda term: term.key)), cited(clause, on))
    return None


def begins(term: Term) -> dt.date:
    """Return the first day of a term's wording."""
    time = time_in_force(term)
    return term.cite.instrument.in_force.first if time is None else time.first


def _said(term: Term) -> tuple[object, ...]:
    extension = None if term.extension is None else (term.extension.by, term.extension.approver)
    return term.within, term.of, term.backwards, term.modality, term.silence, extension


def _tie(term: Term) -> tuple[int, int, str, int, int, int, str]:
    """Return the order of terms of which none prevails: by rank, the later first, then as they stand in the text."""
    cite = term.cite
    places = (cite.article, cite.paragraph or 0, cite.item or 0)
    return _tier(term), -begins(term).toordinal(), cite.instrument.key, *places, term.key


def _rank(term: Term) -> Rank:
    return term.cite.instrument.rank


def _tier(term: Term) -> int:
    rank = _rank(term)
    if rank not in _DOCUMENTS:
        return _TIERS[rank]
    details = any(clause.instrument.rank not in _DOCUMENTS for clause in term.implements)
    return _TIERS[rank] if details else _TIERS[rank] + 2


def _incomparable(higher: Term, lower: Term) -> bool:
    ranks = {_rank(higher), _rank(lower)}
    if ranks in _EQUAL and _details(higher) is _details(lower):
        return True
    # A city's regulation prevails over rules of its own government and those below, not over its province's.
    is_local = ranks == {Rank.LOCAL_REGULATION, Rank.LOCAL_GOVERNMENT_RULE}
    return is_local and _is_wider(_place_of(lower), _place_of(higher))


def _details(term: Term) -> bool:
    return _tier(term) == _TIERS[_rank(term)]


def _issuer(term: Term) -> Body | None:
    return _ONE_ISSUER.get(_rank(term), term.cite.instrument.issuer)


def _same_issuer(one: Term, other: Term) -> bool:
    if one.cite.instrument == other.cite.instrument:
        return True
    mine, yours = _issuer(one), _issuer(other)
    return _rank(one) is _rank(other) and mine is not None and yours is not None and mine.key == yours.key


def _place_of(term: Term) -> Place:
    """Return where the issuer governs; how far the text reaches where the issuer is not known."""
    issuer = _issuer(term)
    return term.cite.instrument.place if issuer is None else issuer.place


def _is_wider(one: Place, other: Place) -> bool:
    return one is not other and one in other.within


def _decides(one: Term, other: Term) -> tuple[str, Citation | None]:
    """Return who decides between two terms, and by which clause."""
    ranks = {_rank(one), _rank(other)}
    if _same_issuer(one, other):
        if ranks == {Rank.STATUTE}:
            return STANDING_COMMITTEE.key, STATUTES
        if ranks == {Rank.ADMINISTRATIVE_REGULATION}:
            return STATE_COUNCIL.key, STATE_COUNCIL_DECIDES
        issuer = _issuer(one)
        return (COMMON_SUPERIOR if issuer is None else issuer.key), None if ranks <= _DOCUMENTS else SAME_ISSUER
    if ranks == {Rank.LOCAL_REGULATION, Rank.DEPARTMENT_RULE}:
        return STATE_COUNCIL.key, REGULATION_OR_RULE
    if ranks <= {Rank.DEPARTMENT_RULE, Rank.LOCAL_GOVERNMENT_RULE} and Rank.DEPARTMENT_RULE in ranks:
        return STATE_COUNCIL.key, RULE_OR_RULE
    return COMMON_SUPERIOR, None
