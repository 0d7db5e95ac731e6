"""What an application is about: the seven types of matter of a service catalogue (事项类型).

Not covered: the matters themselves; a caller brings their own catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

import attrs

from govsvc.errors import Fault, InvalidInput

__all__ = ["LICENCE", "Matter", "MatterType"]


def __dir__() -> list[str]:
    return __all__


class MatterType(Enum):
    """The type of a matter."""

    LICENCE = "licence"  # 行政许可
    PAYMENT = "payment"  # 行政给付
    CONFIRMATION = "confirmation"  # 行政确认
    REWARD = "reward"  # 行政奖励
    ADJUDICATION = "adjudication"  # 行政裁决
    OTHER_POWER = "other-power"  # 其他行政权力
    PUBLIC_SERVICE = "public-service"  # 公共服务


@attrs.frozen(cache_hash=True)  # a matter is part of every question's key
class Matter:
    """What the application is about.

    Attributes:
        type: The type of the matter.
        special: The key of an instrument that sets terms of its own for it, if there is one.

    Raises:
        InvalidInput: where `type` is no `MatterType`, or `special` is neither None nor a key.

    >>> Matter(MatterType.LICENCE) == LICENCE
    True
    """

    type: MatterType
    special: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_faults(self.type, self.special)):
            raise InvalidInput(faults)


def _faults(kind: object, special: object) -> Iterator[Fault]:
    if not isinstance(kind, MatterType):
        yield Fault("type", "not-a-matter-type", kind, "a MatterType")
    if not (special is None or (isinstance(special, str) and special)):
        yield Fault("special", "not-a-key", special, "the key of an instrument, or None")


LICENCE: Final = Matter(MatterType.LICENCE)
