"""A supervision dashboard: what is due next in every open case, with its warning."""

from __future__ import annotations

import datetime as dt

from govsvc import Place
from govsvc.cases import Case, Unread, assess_many
from govsvc.terms import WarningPolicy

POLICY = WarningPolicy(((2, "yellow"), (0, "red")), source="bureau rule 2026-4")


def board(cases: list[Case], today: dt.date) -> list[tuple[dt.date, str, str, str | None]]:
    rows = []
    for a in assess_many(cases, as_of=today, place=Place.BEIJING):
        if isinstance(a, Unread):
            continue
        if a.next_due:
            rows.append((a.next_due.likely, a.case, a.next_due.term.act, a.next_due.warning(today, POLICY)))
    return sorted(rows)
