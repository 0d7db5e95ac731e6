"""Rules that answer: an outcome with its law and its proof, or what keeps it open.

Answers only. Not covered: tables of rules, and questions of any one field, which stand where the field does.
"""

from __future__ import annotations

from govsvc.rules.answers import Answer, Disputed, Open, Proof, Referral, Undetermined, Unsettled

__all__ = ["Answer", "Disputed", "Open", "Proof", "Referral", "Undetermined", "Unsettled"]


def __dir__() -> list[str]:
    return __all__
