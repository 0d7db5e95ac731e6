"""What is wrong with the fields of an instrument, every fault at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govsvc.errors import Fault
from govsvc.norms.bodies import Body
from govsvc.norms.evidence import Evidence
from govsvc.norms.ranks import Rank
from govsvc.norms.standing import Standing
from govsvc.places import Place
from govsvc.spans import Span

if TYPE_CHECKING:
    from govsvc.norms.citations import Instrument

__all__ = ["instrument_faults", "titles_read_in"]


def __dir__() -> list[str]:
    return __all__


def instrument_faults(it: Instrument) -> Iterator[Fault]:
    """Yield what is wrong with the fields of an instrument."""
    if not _is_title(it.title):
        yield Fault("title", "not-a-title", it.title, "a title without surrounding spaces or 《》")
    if not _is_key(it.key):
        yield Fault("key", "not-a-key", it.key, "lower-case letters and digits, a letter first")
    for name, kind in (("rank", Rank), ("in_force", Span), ("evidence", Evidence)):
        if not isinstance(getattr(it, name), kind):
            yield Fault(name, "wrong-type", getattr(it, name), f"a {kind.__name__}")
    if not _is_day(it.checked_on):
        yield Fault("checked_on", "not-a-date", it.checked_on, "a date")
    if not (it.promulgated is None or _is_day(it.promulgated)):
        yield Fault("promulgated", "not-a-date", it.promulgated, "a date, or None")
    if not (it.number is None or _is_title(it.number)):
        yield Fault("number", "not-a-number", it.number, "a document number, or None")
    yield from _standing_faults(it)


def _standing_faults(it: Instrument) -> Iterator[Fault]:
    if not isinstance(it.issuer, Body | None):
        yield Fault("issuer", "wrong-type", it.issuer, "a Body, or None")
    if not isinstance(it.place, Place):
        yield Fault("place", "not-a-place", it.place, "a Place")
    if it.afterwards not in (None, *_ENDS):
        yield Fault("afterwards", "not-an-end", it.afterwards, ", ".join(end.name for end in _ENDS))
    elif it.afterwards is not None and getattr(it.in_force, "is_open", False):
        yield Fault("afterwards", "not-used", it.afterwards, "None for a text whose time has no end")
    for name in ("predecessor", "successor"):
        key = getattr(it, name)
        if key is not None and (not _is_key(key) or key == it.key):
            yield Fault(name, "not-a-key", key, "the key of another instrument, or None")
    for number, key in enumerate(it.implements):
        if not _is_key(key) or key == it.key:
            yield Fault(f"implements[{number}]", "not-a-key", key, "the key of another instrument")
    if not (it.articles is None or (type(it.articles) is int and it.articles > 0)):
        yield Fault("articles", "not-an-ordinal", it.articles, "a whole number from 1 on, or None")


_ENDS: Final = (Standing.SUPERSEDED, Standing.PRESUMED_SUPERSEDED, Standing.REPEALED, Standing.UNKNOWN)


def _is_title(value: object) -> bool:
    return isinstance(value, str) and value != "" and titles_read_in(value) == {value}


def _is_key(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[a-z][a-z0-9]*", value) is not None


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def titles_read_in(text: str) -> set[str]:
    """Return the titles that `text` may stand for: itself, and what its 《》 enclose."""
    bare = " ".join(text.split())
    return {bare, bare[1:-1].strip()} if bare.startswith("《") and bare.endswith("》") else {bare}
