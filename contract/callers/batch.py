"""A nightly batch over a file of cases, the unreadable ones set aside."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from govsvc import wire
from govsvc.cases import Unread, assess_many


def batch(src: Path, today: dt.date) -> tuple[int, list[Unread]]:
    n, bad = 0, list[Unread]()
    for a in assess_many(wire.read_lines(src), as_of=today):
        if isinstance(a, Unread):
            bad.append(a)
        else:
            n += 1
    return n, bad
