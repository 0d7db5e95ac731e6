"""Licence cases: their logs of events, and what follows from them on a day.

Source: 行政许可法 arts 32, 42–45 and 50. Not covered: forwarding to a higher level, joint handling beyond its term,
conditional acceptance, seals, fees, and disclosure cases.
"""

from __future__ import annotations

from govsvc.cases.assessment import Assessment, assess, assess_many
from govsvc.cases.case import Case, Unread
from govsvc.cases.events import (
    Accepted,
    Approved,
    CertificateMade,
    CorrectedOnTheSpot,
    Delivered,
    Denied,
    Event,
    ExclusionBegun,
    ExclusionEnded,
    Extended,
    LicenceExpired,
    Received,
    Refused,
    RenewalApplied,
    Resubmitted,
    SupplementNoticed,
    Withdrawn,
)
from govsvc.cases.machine import apply, fold
from govsvc.cases.progress import EndedClock, Ending, Progress, SetAside
from govsvc.cases.rules import Rules
from govsvc.cases.stages import Stage

__all__ = [
    "Accepted",
    "Approved",
    "Assessment",
    "Case",
    "CertificateMade",
    "CorrectedOnTheSpot",
    "Delivered",
    "Denied",
    "EndedClock",
    "Ending",
    "Event",
    "ExclusionBegun",
    "ExclusionEnded",
    "Extended",
    "LicenceExpired",
    "Progress",
    "Received",
    "Refused",
    "RenewalApplied",
    "Resubmitted",
    "Rules",
    "SetAside",
    "Stage",
    "SupplementNoticed",
    "Unread",
    "Withdrawn",
    "apply",
    "assess",
    "assess_many",
    "fold",
]


def __dir__() -> list[str]:
    return __all__
