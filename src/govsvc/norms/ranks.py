"""Ranks of instruments (法律位阶), after the Legislation Law (立法法), chapters 2 to 5.

The members stand in the usual order of the sources, but a rank is no number: whether one text
prevails over another depends on more than rank (local regulations and departmental rules, for
instance, are settled by the State Council or the Standing Committee), so no comparison is defined.
Not covered: autonomous regulations (自治条例), special-zone regulations, military rules, treaties.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Rank"]


def __dir__() -> list[str]:
    return __all__


class Rank(Enum):
    """What kind of text an instrument is.

    >>> [rank.value for rank in Rank][:3]
    ['constitution', 'statute', 'administrative-regulation']
    """

    CONSTITUTION = "constitution"  # 宪法
    STATUTE = "statute"  # 法律
    ADMINISTRATIVE_REGULATION = "administrative-regulation"  # 行政法规
    LOCAL_REGULATION = "local-regulation"  # 地方性法规
    DEPARTMENT_RULE = "department-rule"  # 部门规章
    LOCAL_GOVERNMENT_RULE = "local-government-rule"  # 地方政府规章
    JUDICIAL_INTERPRETATION = "judicial-interpretation"  # 司法解释
    GOVERNMENT_DOCUMENT = "government-document"  # 人民政府规范性文件
    DEPARTMENT_DOCUMENT = "department-document"  # 部门规范性文件
    NORMATIVE_DOCUMENT = "normative-document"  # 规范性文件, of which it is not said whose
    STANDARD = "standard"  # 标准
