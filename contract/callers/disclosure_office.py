"""A disclosure office: the reply to a request on which a third party was asked."""

from __future__ import annotations

import datetime as dt

from govsvc import Span, deadlines
from govsvc.terms import Excluded, Procedure


def disclosure() -> dt.date:
    told = dt.date(2026, 3, 4)
    asked = Excluded(Procedure.HEARING, Span(told, dt.date(2026, 3, 10)), told_on=told)
    return deadlines.disclosure_reply(dt.date(2026, 3, 2), excluded=(asked,)).safe
