"""Law, for callers: the names in which norms are told, and the law that is held.

A view and nothing more: the names live in `govsvc.norms` and `govsvc.terms`, the law in `govsvc.acts`.
"""

from __future__ import annotations

from govsvc.acts import LAW, Act, Law, Provision
from govsvc.norms import (
    ALWAYS,
    LICENCE,
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
    Topic,
    Who,
    since,
)
from govsvc.terms.term import Extendable, Reading, Term

__all__ = [
    "ALWAYS",
    "LAW",
    "LICENCE",
    "Act",
    "Citation",
    "DayUnit",
    "Effective",
    "Event",
    "Evidence",
    "Extendable",
    "Instrument",
    "Law",
    "Matter",
    "MatterType",
    "Modality",
    "Provision",
    "Rank",
    "Reading",
    "Result",
    "Silence",
    "Term",
    "Topic",
    "Who",
    "since",
]


def __dir__() -> list[str]:
    return __all__
