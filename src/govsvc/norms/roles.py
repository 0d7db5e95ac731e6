"""Who a norm speaks to, and who may decide for them (行政机关, 申请人, 被许可人 …).

Roles only; which office fills one at a place is not said here.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Who"]


def __dir__() -> list[str]:
    return __all__


class Who(StrEnum):
    """A role before the law.

    >>> f"the {Who.AGENCY} decides"
    'the agency decides'
    """

    AGENCY = "agency"  # 行政机关
    LOWER_AGENCY = "lower-agency"  # 下级行政机关
    JOINT_AGENCIES = "joint-agencies"  # 统一、联合、集中办理的部门
    CONSULTED_AGENCY = "consulted-agency"  # 被征求意见机关
    HEAD_OF_AGENCY = "head-of-agency"  # 本行政机关负责人
    HEAD_OF_GOVERNMENT = "head-of-government"  # 本级人民政府负责人
    HEAD_OF_DISCLOSURE_OFFICE = "head-of-disclosure-office"  # 政府信息公开工作机构负责人
    APPLICANT = "applicant"  # 申请人
    HOLDER = "holder"  # 被许可人
    THIRD_PARTY = "third-party"  # 第三方
    PROVINCIAL_GOVERNMENT = "provincial-government"  # 省级人民政府
