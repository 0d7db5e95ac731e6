"""Who applies, where a text draws a line between applicants (申请人的类别).

Not covered: which of them a given organisation is, which its register says.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["ApplicantKind"]


def __dir__() -> list[str]:
    return __all__


class ApplicantKind(Enum):
    """The kind of an applicant."""

    PERSON = "person"  # 自然人
    MARKET_ENTITY = "market-entity"  # 市场主体, since 2022 also 经营主体
    OTHER = "other"  # 其他组织

    __hash__ = object.__hash__  # a member is one object; the default asks Python code for each look-up
