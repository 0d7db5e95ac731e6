"""When a thing counts as received, and how days are counted (到达、收到、期间的计算).

民法典 (Civil Code), articles 137 and 200 to 203, in force since 2021-01-01; 电子签名法 (Electronic
Signature Law), article 11, since 2005-04-01. Each speaks of its own field: of declarations between private
persons, of data messages. An application for a licence is neither, so there each is cited by
analogy. When an application for information is received stands in `disclosure`. Not covered: the
civil law before 2021, service of documents, messages out of hours, and what a single platform's own
rules say.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import Evidence, Instrument, Rank, Topic, since

__all__ = [
    "CIVIL_CODE",
    "FIRST_DAY_NOT_COUNTED",
    "LAST_DAY_ROLLS",
    "MONTHS_END",
    "RECEIPT_ACTS",
    "SIGNATURE",
]


def __dir__() -> list[str]:
    return __all__


MFD: Final = Instrument(
    "民法典", "mfd", Rank.STATUTE, since(2021, 1, 1), Evidence.FULL_TEXT, checked_on=date(2026, 6, 26)
)
DZQM: Final = Instrument(
    "电子签名法", "dzqm", Rank.STATUTE, since(2005, 4, 1), Evidence.FULL_TEXT, checked_on=date(2025, 4, 19)
)

FIRST_DAY_NOT_COUNTED: Final = MFD(201, 1)
MONTHS_END: Final = MFD(202)
LAST_DAY_ROLLS: Final = MFD(203, 1)

CIVIL_CODE: Final = Act(
    MFD,
    provisions=(
        Provision(MFD(137, 2), Topic.RECEIPT, "receipt.enters-system"),
        Provision(FIRST_DAY_NOT_COUNTED, Topic.COUNTING, "counting.first-day-not-counted"),
        Provision(MFD(201, 2), Topic.COUNTING, "counting.hours-from-the-hour"),
        Provision(MONTHS_END, Topic.COUNTING, "counting.months-end-on-the-same-day"),
        Provision(LAST_DAY_ROLLS, Topic.COUNTING, "counting.last-day-rolls"),
        Provision(MFD(203, 2), Topic.COUNTING, "counting.last-day-ends-at-closing"),
    ),
)
SIGNATURE: Final = Act(DZQM, provisions=(Provision(DZQM(11, 2), Topic.RECEIPT, "receipt.enters-system"),))
RECEIPT_ACTS: Final = (CIVIL_CODE, SIGNATURE)
