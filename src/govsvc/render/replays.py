"""Answers computed again, in words: whether the same came out, what they rest on now, and where they differ.

Not covered: the answers themselves (`assessments`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from govsvc.i18n import date_text, translate
from govsvc.render.faults import fault_text
from govsvc.render.words import one_line
from govsvc.wire.replay import Basis, Difference, Replayed

__all__ = ["replayed_text"]


def __dir__() -> list[str]:
    return __all__


_LONGEST = 200


def replayed_text(found: Replayed, locale: str) -> str:
    """Return an answer computed again: one line, and below it what is not as it was."""
    key = "replay.same" if found.is_same else "replay.none" if found.faults else "replay.differs"
    return "\n".join(
        [translate(key, locale, case=one_line(found.case)), *(f"  {line}" for line in _lines(found, locale))]
    )


def _lines(found: Replayed, locale: str) -> Iterator[str]:
    stamp = found.stamp
    if found.code is Basis.ANOTHER:
        yield translate("replay.code", locale, code=one_line(stamp.code))
    if found.law is Basis.ANOTHER:
        yield translate("replay.law", locale, law=one_line(stamp.law))
    if found.known_on is not None:
        yield translate("replay.restored", locale, calendar=stamp.calendar, day=date_text(found.known_on, locale))
    elif found.calendar is Basis.ANOTHER:
        yield translate("replay.calendar", locale, calendar=one_line(stamp.calendar))
    yield from (_difference(difference, locale) for difference in found.differences)
    yield from (fault_text(fault, locale) for fault in found.faults)


def _difference(difference: Difference, locale: str) -> str:
    kept, now = _shown(difference.kept), _shown(difference.now)
    return translate("replay.difference", locale, path=one_line(difference.path), kept=kept, now=now)


def _shown(value: object) -> str:
    text = one_line(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
