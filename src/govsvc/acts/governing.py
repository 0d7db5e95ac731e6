"""Which text governs: the headline of a question at a place on a day, and what stands beside it, with the reason.

The headline is law in force whose full text was read. A text for another place never counts; a place has the texts of
all the places around it. What draws a line by matter or applicant answers only for those it covers; where the matter or
the applicant is not given, it answers with its scope shown. Not covered: transitional rules.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import Enum

import attrs

from govsvc.acts.conflicts import Referral, agree, begins, in_order, prevails, referral, unbeaten
from govsvc.errors import GovsvcError, NotCovered, NotInForce, NotSettled
from govsvc.norms import ApplicantKind, Evidence, Instrument, Matter, Standing, Topic
from govsvc.places import Place
from govsvc.rules import Undetermined
from govsvc.terms.term import Term

__all__ = ["Also", "Governing", "Ordered", "Reason", "ordered", "question_covers", "why_none", "why_not"]


def __dir__() -> list[str]:
    return __all__


class Reason(Enum):
    """Why a term is not the headline."""

    IN_CONFLICT = "in-conflict"  # it differs from another, and neither prevails
    LOWER_RANK = "lower-rank"
    NARROWER_ISSUER = "narrower-issuer"
    EARLIER = "earlier"  # of the same issuer
    GENERAL = "general"  # the headline is declared special to it
    SAME_TEXT = "same-text"  # another clause of the text that governs
    REPEATS = "repeats"  # it says the same, or repeats or details the headline
    NOT_FULL_TEXT = "not-full-text"
    BY_ANALOGY = "by-analogy"
    ANOTHER_SCOPE = "another-scope"  # another matter or applicant
    PRESUMED_SUPERSEDED = "presumed-superseded"
    STANDING_UNKNOWN = "standing-unknown"
    NOT_IN_FORCE = "not-in-force"


@attrs.frozen
class Also:
    """A term beside the headline.

    Attributes:
        term: The term.
        reason: Why it is not the headline.
    """

    term: Term
    reason: Reason


@attrs.frozen
class Ordered:
    """The terms in force that cover a question, the headline first.

    Attributes:
        headline: The term that governs; a referral where the law hands the question on; None where no full text speaks.
        terms: All of them.
    """

    headline: Term | Referral | None
    terms: tuple[Term, ...]


@attrs.frozen
class Governing:
    """What governs a question.

    Attributes:
        topic: The question.
        place: Where it is asked.
        on: The day whose text of the law counts.
        headline: The term that governs; a referral where the law hands the question on; None where nothing governs.
        terms: The terms in force that cover the question, the headline first, in the order in which they govern.
        also: Every other term of the place on the topic, of any day, with the reason why it is not the headline.
    """

    topic: Topic
    place: Place
    on: dt.date
    headline: Term | Referral | None
    terms: tuple[Term, ...]
    also: tuple[Also, ...]

    @property
    def term(self) -> Term:
        """The headline.

        Raises:
            NotSettled: where the law refers the question to somebody, or no text governs that is surely in force and
                read in full.
            NotCovered: where what is in force speaks of another matter or applicant.
            NotInForce: where nothing was in force on that day.
        """
        if isinstance(self.headline, Term):
            return self.headline
        if self.headline is not None:
            raise NotSettled(self.headline)
        raise why_none(self.topic, self.on, (also.term for also in self.also), self.terms)


def question_covers(term: Term, matter: Matter | None, applicant: ApplicantKind | None) -> bool:
    """Whether a term speaks of a matter and an applicant; a matter with terms of its own has only those."""
    special = None if matter is None else matter.special
    return term.covers(matter, applicant) and special in (None, term.cite.instrument.key)


def ordered(terms: Iterable[Term], on: dt.date) -> Ordered:
    """Return the terms in force in the order in which they govern."""
    held = in_order(terms)
    full = tuple(term for term in held if term.evidence is Evidence.FULL_TEXT)
    first = unbeaten(full)
    if not first:
        return Ordered(None, held)
    handed_on = referral(first, on)
    if handed_on is not None:
        return Ordered(handed_on, held)
    return Ordered(first[0], (first[0], *(term for term in held if term is not first[0])))


def why_not(term: Term, found: Ordered, covering: bool, on: dt.date) -> Reason:
    """Return why a term of the place is not the headline."""
    if term not in found.terms:
        return Reason.ANOTHER_SCOPE if covering is False and _in_force(term, on) else _ended(term, on)
    if term.evidence is not Evidence.FULL_TEXT:
        return Reason.NOT_FULL_TEXT
    head = found.headline
    if not isinstance(head, Term):
        is_between = isinstance(head, Referral) and term in head.between
        return Reason.IN_CONFLICT if is_between else Reason.LOWER_RANK
    return next(_reasons(term, head))


def _reasons(term: Term, head: Term) -> Iterator[Reason]:
    if term.cite.by_analogy and not head.cite.by_analogy:
        yield Reason.BY_ANALOGY
    if agree(term, head) or head.cite in term.implements:
        yield Reason.REPEATS
    if (term.within, term.of, term.backwards) == (head.within, head.of, head.backwards):
        yield Reason.REPEATS
    if term.key in head.special_to:
        yield Reason.GENERAL
    if term.cite.instrument == head.cite.instrument:
        yield Reason.SAME_TEXT
    if term.cite.instrument.rank is not head.cite.instrument.rank or not prevails(head, term):
        yield Reason.LOWER_RANK
    yield Reason.EARLIER if begins(term) < begins(head) else Reason.NARROWER_ISSUER


def _in_force(term: Term, on: dt.date) -> bool:
    own = term.in_force
    return on in term.cite.instrument.in_force and (own is None or on in own)


def _ended(term: Term, on: dt.date) -> Reason:
    match _standing(term.cite.instrument, on):
        case Standing.PRESUMED_SUPERSEDED:
            return Reason.PRESUMED_SUPERSEDED
        case Standing.UNKNOWN:
            return Reason.STANDING_UNKNOWN
        case _:
            return Reason.NOT_IN_FORCE


def _standing(instrument: Instrument, on: dt.date) -> Standing:
    return instrument.standing(on)


def why_none(topic: Topic, on: dt.date, others: Iterable[Term], in_force: Iterable[Term] = ()) -> GovsvcError:
    """Return the error for a question that nothing governs.

    Args:
        topic: The question.
        on: The day.
        others: The terms of the place that do not govern.
        in_force: Those of them in force that cover the question.
    """
    held = tuple(others)
    if unread := tuple(in_force):
        return NotSettled(Undetermined(f"the full text of {_titles(unread)}"))
    if doubtful := [term for term in held if not _standing(term.cite.instrument, on).is_certain]:
        return NotSettled(Undetermined(f"the standing on {on} of {_titles(doubtful)}"))
    standing = [term for term in held if _in_force(term, on)]
    if standing:
        return NotCovered(topic.value, tuple(sorted({term.cite.instrument.title for term in standing})))
    return NotInForce(f"{topic.value} of {_titles(held)}", on)


def _titles(terms: Iterable[Term]) -> str:
    return ", ".join(sorted({term.cite.instrument.title for term in terms}))
