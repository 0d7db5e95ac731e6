"""The stages of a licence case.

Not covered: stages of other procedures (disclosure, joint handling, forwarding, sealing).
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Stage"]


def __dir__() -> list[str]:
    return __all__


class Stage(StrEnum):
    """Where a case stands; `NOT_BEGUN` before anything took effect."""

    NOT_BEGUN = "not-begun"
    SUBMITTED = "submitted"  # 已收件
    SUPPLEMENT_REQUESTED = "supplement-requested"  # 待补正
    SUPPLEMENT_LAPSED = "supplement-lapsed"  # 补正逾期
    ACCEPTED = "accepted"  # 已受理
    DEEMED_ACCEPTED = "deemed-accepted"  # 视为受理
    SUSPENDED = "suspended"  # 特别程序中
    APPROVED = "approved"  # 已批准
    DENIED = "denied"  # 不予批准
    DELIVERED = "delivered"  # 已送达
    REFUSED = "refused"  # 不予受理
    WITHDRAWN = "withdrawn"  # 撤回
    DEEMED_RENEWED = "deemed-renewed"  # 视为准予延续

    @property
    def is_under_review(self) -> bool:
        """Whether the application is accepted and not decided."""
        return self in _UNDER_REVIEW

    @property
    def is_undecided(self) -> bool:
        """Whether the application is in the body's or the applicant's hands and nothing ended it."""
        return self in _UNDECIDED

    @property
    def is_terminal(self) -> bool:
        """Whether nothing can happen to the application any more."""
        return self in _TERMINAL


_UNDER_REVIEW = frozenset({Stage.ACCEPTED, Stage.DEEMED_ACCEPTED, Stage.SUSPENDED})
_UNDECIDED = _UNDER_REVIEW | {Stage.SUBMITTED, Stage.SUPPLEMENT_REQUESTED, Stage.SUPPLEMENT_LAPSED}
_TERMINAL = frozenset({Stage.DELIVERED, Stage.REFUSED, Stage.WITHDRAWN, Stage.DEEMED_RENEWED})
