"""An editor of guides: what is wrong, by subject."""

from __future__ import annotations

import datetime as dt

from govsvc import Place, items


def lint(guide: items.Guide, today: dt.date) -> dict[str, int]:
    return {s: len(f) for s, f in items.check_guide(guide, place=Place.BEIJING, law_on=today).by_subject().items()}
