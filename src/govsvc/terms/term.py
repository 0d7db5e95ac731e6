"""A term: what one clause of the law says must be done, by whom, within what of which event, and what silence means.

Source: the clause each term cites. Not covered: counting (`reckon`) and which term governs (`acts`).
"""

from __future__ import annotations

import attrs

from govsvc.errors import invalid
from govsvc.norms import (
    ALWAYS,
    ApplicantKind,
    Citation,
    Event,
    Evidence,
    Matter,
    MatterType,
    Modality,
    Silence,
    Topic,
    Who,
)
from govsvc.spans import Span
from govsvc.terms.conditions import Procedure, Roll
from govsvc.terms.lengths import CalendarDays, Length, WorkingDays

__all__ = ["Extendable", "Reading", "Term"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Reading:
    """Another tenable reading of a term's length.

    Args:
        name: Its name, unique within the term (`working-days`).
        within: The length under this reading.
        why: The ground of the reading.
    """

    name: str
    within: Length
    why: str


@attrs.frozen
class Extendable:
    """By how much a term may be extended, once, and who must approve.

    Args:
        by: The most that may be added.
        approver: Who approves, as a message id.
        cite: The clause that allows it.
    """

    by: WorkingDays | CalendarDays
    approver: str
    cite: Citation


@attrs.frozen(kw_only=True, cache_hash=True)
class Term:
    """One duty with a length.

    Attributes:
        cite: The clause.
        topic: What it is about.
        who: Who must act.
        act: What must be done, as a message id.
        within: The length, counted from (or back from) the event.
        of: The event.
        backwards: Whether the length runs back from the event.
        unit_by: The clause that says which unit its days are.
        roll: Where the last day goes when it is a rest day.
        counted_by: The clauses that say how it is counted, by analogy where they are another law's.
        modality: How binding it is.
        silence: What follows when the length passes without the act; None where the law says nothing.
        extension: Whether and by how much it may be extended.
        excludes: The procedures whose time does not count.
        excluded_by: The clause that leaves them out.
        readings: Other tenable readings of the length.
        in_force: The days on which this wording holds; ALWAYS for as long as the instrument.
        evidence: How far the wording was checked; the instrument's own grade where left out.
        only: The type of matter it is confined to, or None.
        reading: The name of the reading chosen, or None for the headline.
        applicant: The kind of applicant it is confined to, or None.
        part: Which duty of its clause it is, where the clause has several.
        special_to: The keys of the terms it is a special rule to (特别规定), of the same issuer and rank.
        implements: The clauses of higher rank that it repeats or details.
    """

    cite: Citation
    topic: Topic
    who: Who
    act: str
    within: Length
    of: Event
    backwards: bool = False
    unit_by: Citation | None = None
    roll: Roll = Roll.NONE
    counted_by: tuple[Citation, ...] = ()
    modality: Modality = Modality.MUST
    silence: Silence | None = None
    extension: Extendable | None = None
    excludes: frozenset[Procedure] = frozenset()
    excluded_by: Citation | None = None
    readings: tuple[Reading, ...] = ()
    in_force: Span | None = ALWAYS
    evidence: Evidence = attrs.field(default=attrs.Factory(lambda self: self.cite.instrument.evidence, takes_self=True))
    only: MatterType | None = None
    reading: str | None = None
    applicant: ApplicantKind | None = None
    part: str | None = None
    special_to: tuple[str, ...] = ()
    implements: tuple[Citation, ...] = ()

    @property
    def key(self) -> str:
        """The stable name of the term (`xkf-32-1-4`, `xkf-47-1-hearing`)."""
        return self.cite.key if self.part is None else f"{self.cite.key}-{self.part}"

    @property
    def reading_key(self) -> str:
        """The same name as a keyword: `xkf_50_1`."""
        return self.key.replace("-", "_")

    def covers(self, matter: Matter | None, applicant: ApplicantKind | None = None) -> bool:
        """Whether the term speaks of this matter and applicant; of what is left out it does, with its scope shown."""
        return (matter is None or self.only is None or self.only is matter.type) and (
            applicant is None or self.applicant is None or self.applicant is applicant
        )

    def read_as(self, name: str) -> Term:
        """Return the term under one of its other readings.

        Raises:
            InvalidInput: where the term has no reading of this name.
        """
        for reading in self.readings:
            if reading.name == name:
                return attrs.evolve(self, within=reading.within, reading=name)
        known = ", ".join(reading.name for reading in self.readings) or "none"
        raise invalid(self.reading_key, "unknown-reading", name, known)
