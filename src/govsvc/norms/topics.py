"""What a term of law is about: the question a caller asks.

Each topic is one question of a case; which texts answer it is for the law that is held.
"""

from __future__ import annotations

from enum import Enum

from govsvc.errors import invalid

__all__ = ["Topic"]


def __dir__() -> list[str]:
    return __all__


class Topic(Enum):
    """A question that terms of law answer."""

    COUNTING = "counting"  # 期间的计算
    RECEIPT = "receipt"  # 收到
    INTAKE_TARGET = "intake-target"  # 受理的承诺时限
    SUPPLEMENT_NOTICE = "supplement-notice"  # 一次性告知补正
    SUPPLEMENT = "supplement"  # 补正
    DECISION = "decision"  # 决定
    JOINT_DECISION = "joint-decision"  # 统一、联合、集中办理
    PRELIMINARY_REVIEW = "preliminary-review"  # 下级初审
    PROMISED_DECISION = "promised-decision"  # 承诺办结时限
    CERTIFICATE_DELIVERY = "certificate-delivery"  # 颁发、送达证件
    RENEWAL_APPLICATION = "renewal-application"  # 申请延续
    RENEWAL_DECISION = "renewal-decision"  # 延续决定
    DISCLOSURE_REPLY = "disclosure-reply"  # 政府信息公开答复
    RECONSIDERATION_APPLICATION = "reconsideration-application"  # 申请复议
    PROOF_RECORD_FILING = "proof-record-filing"  # 证明事项备案
    REEXAMINATION_REQUEST = "reexamination-request"  # 申请复核

    __hash__ = object.__hash__  # a member is one object; the default asks Python code for each look-up

    @classmethod
    def parse(cls, text: str) -> Topic:
        """Return the topic a person named; case does not matter, nor `_` for `-`.

        Raises:
            InvalidInput: where there is no such topic; `allowed` names those there are.

        >>> Topic.parse("supplement-notice")
        <Topic.SUPPLEMENT_NOTICE: 'supplement-notice'>
        """
        known = {topic.value: topic for topic in cls}
        wanted = known.get(str(text).strip().lower().replace("_", "-"))
        if wanted is None:
            raise invalid("topic", "unknown-topic", text, ", ".join(known))
        return wanted
