"""How an instrument stands on a day: in force, not yet, or no more, and then how it ended (效力状态).

Not covered: suspension, and texts that are in force for some matters only.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

__all__ = ["UNKNOWN", "Standing", "Unknown"]


def __dir__() -> list[str]:
    return __all__


class Standing(Enum):
    """The standing of an instrument on a day."""

    NOT_YET = "not-yet"  # 尚未施行
    IN_FORCE = "in-force"  # 现行有效
    SUPERSEDED = "superseded"  # 已被修订、替代
    PRESUMED_SUPERSEDED = "presumed-superseded"  # a later text of its issuer covers its subject; no repeal was seen
    REPEALED = "repealed"  # 废止
    UNKNOWN = "unknown"  # nothing was found either way

    @property
    def is_certain(self) -> bool:
        """Whether it is known if the text is in force."""
        return self not in (Standing.PRESUMED_SUPERSEDED, Standing.UNKNOWN)


class Unknown(Enum):
    """A fact that nobody knows, which is not the same as none."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN
