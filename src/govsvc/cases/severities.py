"""How grave each rule is that a case can be found to touch: every rule id there is, once.

`ERROR` where a clause is broken or an act has no effect, `WARN` where a promise or a holder's own time is, `REVIEW`
where the law, the record or the calendar leaves open what follows. Not covered: the sentences of the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from govsvc.findings import Severity

__all__ = ["SEVERITIES"]


def __dir__() -> list[str]:
    return __all__


_ERRORS = (
    "acceptance.after-silence",
    "acceptance.twice",
    "decision.after-silence",
    "decision.late",
    "decision.overdue",
    "decision.twice",
    "delivery.late",
    "delivery.overdue",
    "event.not-possible",
    "exclusion.ends-before-it-begins",
    "exclusion.not-listed",
    "exclusion.not-running",
    "exclusion.runs-already",
    "extension.longer-than-allowed",
    "extension.not-extendable",
    "extension.outside-term",
    "extension.twice",
    "extension.wrong-approver",
    "intake.lapsed",
    "received.twice",
    "refusal.after-acceptance",
    "renewal.undecided",
    "supplement.after-acceptance",
    "supplement.nothing-new",
    "supplement.too-late",
    "supplement.twice",
)
_WARNINGS = (
    "exclusion.overran",
    "promise.late",
    "promise.overdue",
    "renewal.application.late",
)
_REVIEWS = (
    "acceptance.not-cured",
    "acceptance.not-recorded",
    "clock.uncertain",
    "decision.uncertain",
    "delivery.uncertain",
    "exclusion.not-ended",
    "exclusion.not-told",
    "exclusion.time-unknown",
    "exclusion.unclear-which",
    "expiry.another-day",
    "extension.approver-unverified",
    "extension.reason-not-told",
    "extension.uncertain",
    "intake.cure-unknown",
    "intake.not-cured",
    "intake.uncertain",
    "promise.uncertain",
    "receipt.not-recorded",
    "refusal.limit-open",
    "renewal.application.uncertain",
    "renewal.expiry-unknown",
    "renewal.not-accepted",
    "renewal.silence-contested",
    "renewal.silence-uncertain",
    "supplement.again",
    "supplement.arrival-unknown",
    "supplement.lapsed",
    "supplement.no-limit",
    "supplement.uncertain",
)

SEVERITIES: Final[Mapping[str, Severity]] = MappingProxyType(
    dict.fromkeys(_ERRORS, Severity.ERROR)
    | dict.fromkeys(_WARNINGS, Severity.WARN)
    | dict.fromkeys(_REVIEWS, Severity.REVIEW)
)
"""The severity of each rule, by its id."""
