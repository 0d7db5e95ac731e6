"""A licensing team: the permit expires and nobody decided; is it deemed renewed?"""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from govsvc import Disputed, Referral, Undetermined, Unsettled, eligibility
from govsvc.eligibility import RenewalFacts, RenewalOutcome


def renewal(expires: dt.date, today: dt.date) -> str:
    facts = RenewalFacts(expires=expires, applied=dt.date(2026, 3, 20), decided=None)
    a = eligibility.renewal_outcome(facts, as_of=today)
    match a.outcome:
        case RenewalOutcome.DEEMED_RENEWED | RenewalOutcome.RENEWED:
            return "valid"
        case RenewalOutcome.DENIED | RenewalOutcome.LAPSED:
            return "not valid"
        case RenewalOutcome.PENDING:
            return "wait"
        case Undetermined(missing=asked):
            return "ask " + ", ".join(asked)
        case Unsettled() | Referral() | Disputed():
            return "legal office"
        case _:
            assert_never(a.outcome)
