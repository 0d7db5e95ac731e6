"""Law, for callers: the names in which norms are told, and the law that is held.

A view and nothing more: the names live in `govsvc.norms` and `govsvc.terms`, the law in `govsvc.acts`.
"""

from __future__ import annotations

from govsvc.acts import LAW, Act, Also, Governing, Law, Provision, Reason, Referral, day_unit
from govsvc.norms import (
    ALWAYS,
    LICENCE,
    UNKNOWN,
    ApplicantKind,
    Citation,
    DayUnit,
    Effective,
    Event,
    Evidence,
    Instrument,
    Matter,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Standing,
    Topic,
    Unknown,
    Who,
    since,
)
from govsvc.norms.bodies import CONGRESS, STANDING_COMMITTEE, STATE_COUNCIL, Body, BodyName
from govsvc.norms.document_numbers import DocumentNumber
from govsvc.terms.term import Extendable, Reading, Term

__all__ = [
    "ALWAYS",
    "CONGRESS",
    "LAW",
    "LICENCE",
    "STANDING_COMMITTEE",
    "STATE_COUNCIL",
    "UNKNOWN",
    "Act",
    "Also",
    "ApplicantKind",
    "Body",
    "BodyName",
    "Citation",
    "DayUnit",
    "DocumentNumber",
    "Effective",
    "Event",
    "Evidence",
    "Extendable",
    "Governing",
    "Instrument",
    "Law",
    "Matter",
    "MatterType",
    "Modality",
    "Provision",
    "Rank",
    "Reading",
    "Reason",
    "Referral",
    "Result",
    "Silence",
    "Standing",
    "Term",
    "Topic",
    "Unknown",
    "Who",
    "day_unit",
    "since",
]


def __dir__() -> list[str]:
    return __all__
