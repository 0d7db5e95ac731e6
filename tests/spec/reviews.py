"""Who has read an act's clauses against its text, and whether anything has changed since.

A review is signed by a role, never by a name, with the hash that the page of the act shows. Not covered: how it was
read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from govsvc.acts import Act
from govsvc.acts.fingerprints import canonical
from govsvc.errors import Fault, InvalidInput
from tests.spec.clauses import HERE, ClauseList

__all__ = ["REVIEWS", "Review", "hash_of", "read_reviews", "review_text"]

REVIEWS: Final = HERE / "reviews.toml"


@attrs.frozen
class Review:
    """A review: which act, in what role, on what day, and the hash of what was read."""

    act: str
    role: str
    day: dt.date
    hash: str


def hash_of(act: Act, clauses: ClauseList) -> str:
    """Return sixteen hexadecimal digits that change with any norm or clause of an act."""
    return hashlib.sha256(f"{canonical(act)}\n{clauses!r}".encode()).hexdigest()[:16]


def read_reviews(path: Path = REVIEWS) -> tuple[Review, ...]:
    """Return the reviews that were signed.

    Raises:
        InvalidInput: with every fault.
    """
    raw: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("review", [])
    if faults := [fault for place, it in enumerate(raw) for fault in _faults(f"{path.name} $.review[{place}]", it)]:
        raise InvalidInput(faults)
    return tuple(Review(**it) for it in raw)


def _faults(path: str, it: dict[str, Any]) -> Iterator[Fault]:
    for key in it.keys() ^ {"act", "role", "day", "hash"}:
        yield Fault(f"{path}.{key}", "unknown-key" if key in it else "missing", it.get(key), "act, role, day, hash")
    for key in ("act", "role"):
        if key in it and not (isinstance(it[key], str) and it[key].strip()):
            yield Fault(f"{path}.{key}", "missing", it[key], "some text")
    if "day" in it and type(it["day"]) is not dt.date:
        yield Fault(f"{path}.day", "not-a-date", it["day"], "a date such as 2026-03-02, without quotes")
    if "hash" in it and not re.fullmatch("[0-9a-f]{16}", str(it["hash"])):
        yield Fault(f"{path}.hash", "not-a-hash", it["hash"], "the sixteen digits that the page shows")


def review_text(act: str, now: str, reviews: tuple[Review, ...]) -> tuple[str, str]:
    """Return the standing of the review of an act, in both languages; the last review counts."""
    mine = [review for review in reviews if review.act == act]
    if not mine:
        return "未核对", "not reviewed"
    last = max(mine, key=lambda review: review.day)
    if last.hash == now:
        return f"已核对（{last.role}，{last.day}）", f"reviewed on {last.day}"
    return f"核对后有改动（{last.role}，{last.day}）", f"changed since the review of {last.day}"
