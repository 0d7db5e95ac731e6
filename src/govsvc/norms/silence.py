"""What follows when a period ends and nobody acted (逾期的法律后果).

Silence means what the text says and nothing more: where an article is silent about silence, a term
has none, and its lapse is a breach of duty without effect on the case.
Not covered: liability of officials, remedies.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from govsvc.errors import Fault, InvalidInput
from govsvc.norms.applicants import ApplicantKind
from govsvc.norms.matters import MatterType

__all__ = ["Effective", "Result", "Silence"]


def __dir__() -> list[str]:
    return __all__


class Result(Enum):
    """What the law makes of silence."""

    DEEMED_ACCEPTED = "deemed-accepted"  # 视为受理
    DEEMED_RENEWED = "deemed-renewed"  # 视为准予延续
    DEEMED_CONSENT = "deemed-consent"  # 视为同意
    DEEMED_ABANDONED = "deemed-abandoned"  # 视为放弃
    TOO_LATE = "too-late"  # 逾期不得再提出
    BREACH = "breach"  # 违反期限，不产生默示


class Effective(Enum):
    """From when the result counts."""

    FROM_START = "from-start"  # back to the day the period began to run
    AT_LAPSE = "at-lapse"  # when the last day has ended
    AT_ONCE = "at-once"  # there and then, for what had to be done on the spot


@attrs.frozen
class Silence:
    """The effect of a period that ended without the act.

    Attributes:
        result: What the law makes of it.
        effective: From when.
        only: The one type of matter it holds for; None where the text draws no line.
        applicant: The one kind of applicant it holds for; None where the text draws no line.

    Raises:
        InvalidInput: where a field is not of its type; every fault at once.

    >>> Silence(Result.TOO_LATE).effective
    <Effective.AT_LAPSE: 'at-lapse'>
    """

    result: Result
    effective: Effective = Effective.AT_LAPSE
    only: MatterType | None = attrs.field(default=None, kw_only=True)
    applicant: ApplicantKind | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_faults(self.result, self.effective, self.only, self.applicant)):
            raise InvalidInput(faults)


def _faults(result: object, effective: object, only: object, applicant: object) -> Iterator[Fault]:
    if not isinstance(result, Result):
        yield Fault("result", "not-a-result", result, "a Result")
    if not isinstance(effective, Effective):
        yield Fault("effective", "not-a-moment", effective, "an Effective")
    if not (only is None or isinstance(only, MatterType)):
        yield Fault("only", "not-a-matter-type", only, "a MatterType, or None")
    if not (applicant is None or isinstance(applicant, ApplicantKind)):
        yield Fault("applicant", "not-an-applicant", applicant, "an ApplicantKind, or None")
