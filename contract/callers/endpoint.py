"""An endpoint: JSON in, JSON out."""

from __future__ import annotations

import datetime as dt

from govsvc import wire
from govsvc.cases import Case, assess


def endpoint(body: bytes, today: dt.date) -> str:
    return wire.dumps(assess(wire.loads(Case, body), as_of=today))
