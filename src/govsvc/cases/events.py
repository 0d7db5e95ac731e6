"""What happens to a licence case, as its log records it: one class for each kind of event.

Source: 行政许可法 arts 32, 42–45 and 50 for what may happen. A fact that a log may lack is None, which is not "no". Not
covered: events of other procedures (disclosure, joint handling, fees, seals).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

import attrs

from govsvc.errors import invalid
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


def _is_a_day(event: object, field: attrs.Attribute[Any], value: object) -> None:
    if type(value) is not dt.date and not (value is None and field.default is None):
        raise invalid(field.name, "not-a-date", value, "a date")


@attrs.frozen
class _Dated:
    """What happened on a day.

    Attributes:
        on: The day, in Beijing.
    """

    on: dt.date = attrs.field(validator=_is_a_day)


@attrs.frozen
class Received(_Dated):
    """The materials were received (收件): the clock of intake starts, the day itself not counted."""


@attrs.frozen
class CorrectedOnTheSpot(_Dated):
    """The applicant corrected on the spot what can be corrected there (当场更正); no clock moves."""


@attrs.frozen
class SupplementNoticed(_Dated):
    """The applicant was told, once, all that is missing (一次性告知补正).

    Attributes:
        on: The day of the notice.
        items: What it asks for, in the body's own words; None where the log does not say.
        within: How long the applicant has, or None where no limit was set.
        reached_on: The day it reached the applicant, from which that limit runs; None where the log does not say.
    """

    items: frozenset[str] | None = None
    within: WorkingDays | CalendarDays | None = None
    reached_on: dt.date | None = attrs.field(default=None, validator=_is_a_day)


@attrs.frozen
class Resubmitted(_Dated):
    """The applicant handed in what was asked for (补正): the clock of intake starts anew.

    Attributes:
        on: The day.
        cured: Whether everything asked for is there; None where the log does not say.
    """

    cured: bool | None = None


@attrs.frozen
class Accepted(_Dated):
    """The body accepted the application (受理)."""


@attrs.frozen
class Refused(_Dated):
    """The body refused to accept the application (不予受理)."""


@attrs.frozen
class ExclusionBegun(_Dated):
    """A procedure began whose time may not count (特别程序开始).

    Attributes:
        on: The first day left out.
        why: The procedure, one of `Procedure` by value; any other stops no clock.
        until: The last day of the time told to the applicant in writing, or None where the log does not say.
        told_on: The day of that written notice, or None where the log does not say.
    """

    why: str
    until: dt.date | None = attrs.field(default=None, validator=_is_a_day)
    told_on: dt.date | None = attrs.field(default=None, validator=_is_a_day)


@attrs.frozen
class ExclusionEnded(_Dated):
    """A procedure ended (特别程序结束); the day itself is still left out.

    Attributes:
        on: The last day left out.
        why: Which procedure; None for the only one that runs.
    """

    why: str | None = None


@attrs.frozen
class Extended(_Dated):
    """The term of decision was extended (延长).

    Attributes:
        on: The day of the approval.
        extension: By how much, and by which post; approved on the day of the event.
        told_on: The day the applicant was told the reason, or None where the log does not say.
    """

    extension: AnyExtension
    told_on: dt.date | None = attrs.field(default=None, validator=_is_a_day)


@attrs.frozen
class Approved(_Dated):
    """The body decided to grant (准予)."""


@attrs.frozen
class Denied(_Dated):
    """The body decided not to grant (不予批准)."""


@attrs.frozen
class CertificateMade(_Dated):
    """The certificate was made (制证)."""


@attrs.frozen
class Delivered(_Dated):
    """What was decided was delivered (送达)."""


@attrs.frozen
class RenewalApplied(_Dated):
    """The holder applied for renewal (申请延续): receipt of a renewal application."""


@attrs.frozen
class LicenceExpired(_Dated):
    """The licence ended with this day (有效期届满), as the body's own system records it."""


@attrs.frozen
class Withdrawn(_Dated):
    """The applicant withdrew the application (撤回)."""


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
