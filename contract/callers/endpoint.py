"""An endpoint: JSON in, JSON out."""

from __future__ import annotations

import datetime as dt

from govsvc.cases import Case, assess

from govsvc import wire


def endpoint(body: bytes, today: dt.date) -> str:
    return wire.dumps(assess(wire.loads(Case, body), as_of=today))
