"""The acts of 北京市. Not covered: the acts of its districts, and everything that is not listed in `ACTS`."""

from __future__ import annotations

from typing import Final

from govsvc.acts import Act
from govsvc.packs.beijing.centre import CENTRE, PLACES
from govsvc.packs.beijing.ordinance import ORDINANCE_2020, ORDINANCE_2024
from govsvc.packs.beijing.standardization import STANDARDIZATION

__all__ = ["ACTS"]


def __dir__() -> list[str]:
    return __all__


ACTS: Final[tuple[Act, ...]] = (CENTRE, PLACES, ORDINANCE_2020, ORDINANCE_2024, STANDARDIZATION)
