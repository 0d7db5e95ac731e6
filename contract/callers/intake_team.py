"""A portal team at intake: by when must what is missing be told, and by which article?"""

from __future__ import annotations

import datetime as dt

from govsvc import LICENCE, NotYetAnnounced, Place, deadlines


def intake(at: dt.datetime) -> tuple[str, str]:
    got = deadlines.received(at, channel="online", closes=dt.time(17, 30), policy="platform rule 3")
    d = deadlines.intake(got.on, matter=LICENCE, place=Place.BEIJING)
    try:
        return str(d.limit.due), str(d.limit.term.cite)
    except NotYetAnnounced as e:
        return f"at the latest safe day {d.limit.safe}, likely {e.likely}", str(d.limit.term.cite)
