"""行政许可法 (Administrative Licensing Law) as a text: its standing, and what all its terms are counted by.

Not covered: what its articles say, which `xkf`, `xkf_procedures` and `xkf_rules` tell.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.norms import Evidence, Instrument, Rank, since
from govsvc.norms.bodies import STANDING_COMMITTEE
from govsvc.packs.national.receipt import FIRST_DAY_NOT_COUNTED

__all__ = ["COUNTED_BY", "UNIT", "XKF"]


def __dir__() -> list[str]:
    return __all__


XKF: Final = Instrument(
    "行政许可法",
    "xkf",
    Rank.STATUTE,
    since(2004, 7, 1),
    Evidence.FULL_TEXT,
    checked_on=date(2026, 6, 26),
    number="主席令第七号",
    promulgated=date(2003, 8, 27),
    issuer=STANDING_COMMITTEE,
    articles=83,
)

UNIT: Final = XKF(82)  # terms *of the agency* run in working days
COUNTED_BY: Final = (FIRST_DAY_NOT_COUNTED.analogous(),)
