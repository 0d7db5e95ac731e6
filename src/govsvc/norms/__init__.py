"""Names of norms: instruments and citations, ranks, topics, roles, events, silence, matters.

The words in which law is told. What the law says stands in acts; how long a term is, in terms.
"""

from __future__ import annotations

from govsvc.norms.applicants import ApplicantKind
from govsvc.norms.citations import ALWAYS, Citation, Instrument, since
from govsvc.norms.events import Event
from govsvc.norms.evidence import Evidence
from govsvc.norms.matters import LICENCE, Matter, MatterType
from govsvc.norms.modality import Modality
from govsvc.norms.ranks import Rank
from govsvc.norms.roles import Who
from govsvc.norms.silence import Effective, Result, Silence
from govsvc.norms.standing import UNKNOWN, Standing, Unknown
from govsvc.norms.topics import Topic
from govsvc.norms.units import DayUnit

__all__ = [
    "ALWAYS",
    "LICENCE",
    "UNKNOWN",
    "ApplicantKind",
    "Citation",
    "DayUnit",
    "Effective",
    "Event",
    "Evidence",
    "Instrument",
    "Matter",
    "MatterType",
    "Modality",
    "Rank",
    "Result",
    "Silence",
    "Standing",
    "Topic",
    "Unknown",
    "Who",
    "since",
]


def __dir__() -> list[str]:
    return __all__
