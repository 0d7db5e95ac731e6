"""What a period runs from, or back from (收到, 受理, 作出决定, 有效期届满 …).

An event is a legal fact; on which day it took place is for the caller, or for the law of receipt.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Event"]


def __dir__() -> list[str]:
    return __all__


class Event(Enum):
    """The event that fixes day 0 of a period."""

    RECEIVED = "received"  # 收到
    ACCEPTED = "accepted"  # 受理
    DECIDED = "decided"  # 作出决定
    DELIVERED = "delivered"  # 送达
    EXPIRES = "expires"  # 有效期届满
    PROCEDURE_BEGUN = "procedure-begun"  # 启动特别程序
    INFORMED = "informed"  # 被告知
    LEARNT = "learnt"  # 知道或者应当知道
    RULE_IN_FORCE = "rule-in-force"  # 施行
    HEARING_REQUESTED = "hearing-requested"  # 提出听证申请
    HEARING_HELD = "hearing-held"  # 举行听证
