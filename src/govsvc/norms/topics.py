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
    HEARING_REQUEST = "hearing-request"  # 申请听证
    HEARING = "hearing"  # 组织听证
    HEARING_NOTICE = "hearing-notice"  # 听证通知
    INSPECTION_STAFF = "inspection-staff"  # 指派检验、检测、检疫人员
    TEMPORARY_LICENCE = "temporary-licence"  # 临时性行政许可
    REAPPLICATION_BAR = "reapplication-bar"  # 隐瞒情况后不得再次申请
    REAPPLICATION_BAR_AFTER_REVOCATION = "reapplication-bar-after-revocation"  # 骗取许可被撤销后不得再次申请
    REGISTRATION = "registration"  # 设立登记
    INTAKE = "intake"  # 对申请的处理
    ON_THE_SPOT = "on-the-spot"  # 当场办理
    ORDER_OF_APPLICATIONS = "order-of-applications"  # 受理先后顺序
    EXCLUDED_TIME = "excluded-time"  # 不计算在内的时间
    COMMENCEMENT = "commencement"  # 施行
    COMMITMENT = "commitment"  # 告知承诺
    CONDITIONAL_ACCEPTANCE = "conditional-acceptance"  # 容缺受理
    WINDOW_POWERS = "window-powers"  # 窗口授权、首席代表
    DELIVERY = "delivery"  # 送达方式
    RATING = "rating"  # 好差评

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
