"""The acts of the nation. Not covered: everything that is not listed in `ACTS`."""

from __future__ import annotations

from typing import Final

from govsvc.acts import Act
from govsvc.packs.national.disclosure import DISCLOSURE_ACTS
from govsvc.packs.national.receipt import RECEIPT_ACTS
from govsvc.packs.national.xkf import ACT as XKF

__all__ = ["ACTS"]


def __dir__() -> list[str]:
    return __all__


ACTS: Final[tuple[Act, ...]] = (XKF, *RECEIPT_ACTS, *DISCLOSURE_ACTS)
