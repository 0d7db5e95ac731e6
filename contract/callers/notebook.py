"""A notebook: one case looked at."""

from __future__ import annotations

import datetime as dt

from govsvc.cases import Case, assess


def look(case: Case, today: dt.date) -> object:
    return assess(case, as_of=today)
