"""A hotline: which department leads?"""

from __future__ import annotations

import datetime as dt

from govsvc import boundaries


def hotline(text: str, today: dt.date) -> str:
    duties = boundaries.load("hengshui")
    best = duties.search(text)[0]
    a = duties.route(best.trigger, law_on=today)
    return a.outcome.lead if isinstance(a.outcome, boundaries.Competence) else "ask"
