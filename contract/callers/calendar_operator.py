"""An operator on the evening of a new notice: which deadlines moved?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from govsvc import calendars, deadlines


def new_notice(path: Path, open_cases: list[tuple[str, dt.date]]) -> list[str]:
    old = calendars.china()
    new = old.with_notices(calendars.read_notice(path))
    moved = []
    for case, accepted in open_cases:
        a, b = (deadlines.decision(accepted, calendar=c).statutory for c in (old, new))
        if (a.earliest, a.latest) != (b.earliest, b.latest):
            moved.append(case)
    return moved
