"""A window manager: may this post sign this decision today?"""

from __future__ import annotations

import datetime as dt

from govsvc import eligibility
from govsvc.eligibility import UNKNOWN, AuthorityFacts, Power, SigningAct


def may_sign(today: dt.date) -> bool:
    facts = AuthorityFacts(act=SigningAct.APPROVE, collective=UNKNOWN, post="chief", mandate=UNKNOWN)
    return eligibility.power(facts, as_of=today).is_(Power.DECIDE)
