"""What happens to a licence case, as its log records it: one class for each kind of event.

Source: 行政许可法 arts 32, 42–45 and 50 for what may happen. A fact that a log may lack is None, which is not "no". Not
covered: events of other procedures (disclosure, joint handling, fees, seals).
"""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

import attrs

from govsvc.terms.conditions import AnyExtension
from govsvc.terms.lengths import CalendarDays, WorkingDays

__all__ = [
    "Accepted",
    "Approved",
    "CertificateMade",
    "CorrectedOnTheSpot",
    "Delivered",
    "Denied",
    "Event",
    "ExclusionBegun",
    "ExclusionEnded",
    "Extended",
    "LicenceExpired",
    "Received",
    "Refused",
    "RenewalApplied",
    "Resubmitted",
    "SupplementNoticed",
    "Withdrawn",
]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Received:
    """The materials were received (收件): the clock of intake starts, the day itself not counted."""

    on: dt.date


@attrs.frozen
class CorrectedOnTheSpot:
    """The applicant corrected on the spot what can be corrected there (当场更正); no clock moves."""

    on: dt.date


@attrs.frozen
class SupplementNoticed:
    """The applicant was told, once, all that is missing (一次性告知补正).

    Attributes:
        on: The day of the notice.
        items: What it asks for, in the body's own words; None where the log does not say.
        within: How long the applicant has, or None where no limit was set.
        reached_on: The day it reached the applicant, from which that limit runs; None where the log does not say.
    """

    on: dt.date
    items: frozenset[str] | None = None
    within: WorkingDays | CalendarDays | None = None
    reached_on: dt.date | None = None


@attrs.frozen
class Resubmitted:
    """The applicant handed in what was asked for (补正): the clock of intake starts anew.

    Attributes:
        on: The day.
        cured: Whether everything asked for is there; None where the log does not say.
    """

    on: dt.date
    cured: bool | None = None


@attrs.frozen
class Accepted:
    """The body accepted the application (受理)."""

    on: dt.date


@attrs.frozen
class Refused:
    """The body refused to accept the application (不予受理)."""

    on: dt.date


@attrs.frozen
class ExclusionBegun:
    """A procedure began whose time may not count (特别程序开始).

    Attributes:
        on: The first day left out.
        why: The procedure, one of `Procedure` by value; any other stops no clock.
        until: The last day of the time told to the applicant in writing, or None where none was told.
        told_on: The day of that written notice, or None.
    """

    on: dt.date
    why: str
    until: dt.date | None = None
    told_on: dt.date | None = None


@attrs.frozen
class ExclusionEnded:
    """A procedure ended (特别程序结束); the day itself is still left out.

    Attributes:
        on: The last day left out.
        why: Which procedure; None for the only one that runs.
    """

    on: dt.date
    why: str | None = None


@attrs.frozen
class Extended:
    """The term of decision was extended (延长).

    Attributes:
        on: The day of the approval.
        extension: By how much, approved when and by which post.
        told_on: The day the applicant was told the reason, or None where the log does not say.
    """

    on: dt.date
    extension: AnyExtension
    told_on: dt.date | None = None


@attrs.frozen
class Approved:
    """The body decided to grant (准予)."""

    on: dt.date


@attrs.frozen
class Denied:
    """The body decided not to grant (不予批准)."""

    on: dt.date


@attrs.frozen
class CertificateMade:
    """The certificate was made (制证)."""

    on: dt.date


@attrs.frozen
class Delivered:
    """What was decided was delivered (送达)."""

    on: dt.date


@attrs.frozen
class RenewalApplied:
    """The holder applied for renewal (申请延续): receipt of a renewal application."""

    on: dt.date


@attrs.frozen
class LicenceExpired:
    """The licence ended with this day (有效期届满), as the body's own system records it."""

    on: dt.date


@attrs.frozen
class Withdrawn:
    """The applicant withdrew the application (撤回)."""

    on: dt.date


Event: TypeAlias = (
    Received
    | CorrectedOnTheSpot
    | SupplementNoticed
    | Resubmitted
    | Accepted
    | Refused
    | ExclusionBegun
    | ExclusionEnded
    | Extended
    | Approved
    | Denied
    | CertificateMade
    | Delivered
    | RenewalApplied
    | LicenceExpired
    | Withdrawn
)
