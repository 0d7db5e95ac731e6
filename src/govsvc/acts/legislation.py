"""立法法 (Legislation Law) on which text prevails and who decides where none does, articles 98 to 106.

Cited by the numbers of the amendment in force since 2023-03-15; the rules themselves are older, under other numbers, so
before that day they are applied without a citation. Known from other texts that cite it; its own text was not read.
Not covered: review of texts for their lawfulness, autonomous regulations, special zones.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.norms import Citation, Evidence, Instrument, Rank, since
from govsvc.norms.bodies import CONGRESS

__all__ = [
    "LEGISLATION",
    "REGULATION_OR_RULE",
    "RULE_OR_RULE",
    "SAME_ISSUER",
    "STATE_COUNCIL_DECIDES",
    "STATUTES",
    "cited",
]


def __dir__() -> list[str]:
    return __all__


LEGISLATION: Final = Instrument(
    "立法法",
    "lff",
    Rank.STATUTE,
    since(2023, 3, 15),
    Evidence.MEMORY,
    checked_on=date(2026, 11, 21),
    issuer=CONGRESS,
)
STATUTES: Final = LEGISLATION(105, 1)
STATE_COUNCIL_DECIDES: Final = LEGISLATION(105, 2)
SAME_ISSUER: Final = LEGISLATION(106, 1, 1)
REGULATION_OR_RULE: Final = LEGISLATION(106, 1, 2)
RULE_OR_RULE: Final = LEGISLATION(106, 1, 3)


def cited(clause: Citation | None, on: date) -> tuple[Citation, ...]:
    """Return the clause as the basis of an answer of a day, or nothing where it was not in force by that number."""
    return () if clause is None or on not in clause.instrument.in_force else (clause,)
