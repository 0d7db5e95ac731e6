"""How binding a norm is (应当, 不得, 原则上, 可以). Not covered: mere declarations and encouragement."""

from __future__ import annotations

from enum import Enum

__all__ = ["Modality"]


def __dir__() -> list[str]:
    return __all__


class Modality(Enum):
    """Whether the one addressed has to act."""

    MUST = "must"  # 应当, 必须
    MUST_NOT = "must-not"  # 不得
    SHOULD = "should"  # 原则上
    MAY = "may"  # 可以
