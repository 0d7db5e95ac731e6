"""Fingerprints of law: one short text that changes whenever what is held changes.

The same in every process and on every machine. The day on which somebody last checked an instrument
is left out: it says nothing about what the law is. Not covered: signatures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Final

import attrs

from govsvc.places import Place

__all__ = ["canonical", "fingerprint"]


def __dir__() -> list[str]:
    return __all__


_LEFT_OUT: Final = frozenset({"checked_on"})


def fingerprint(value: object) -> str:
    """Return the sixteen hexadecimal digits that stand for `value`."""
    # Imported here: it takes as long to import as all the acts, and most programs never ask.
    import hashlib

    return hashlib.sha256(canonical(value).encode()).hexdigest()[:16]


def canonical(value: object) -> str:
    """Return one text for equal values, and different texts for different ones.

    Raises:
        TypeError: for a value of a kind that no norm holds.
    """
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, bool | int | str):
        return repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _joined("()", map(canonical, value))
    if isinstance(value, frozenset):
        return _joined("{}", sorted(map(canonical, value)))
    if isinstance(value, Place):
        return f"Place.{value.code}"
    if attrs.has(type(value)):
        return type(value).__name__ + _joined("()", _fields(value))
    raise TypeError(f"no canonical text of a {type(value).__name__}")


def _joined(brackets: str, parts: Iterable[str]) -> str:
    return f"{brackets[0]}{','.join(parts)}{brackets[1]}"


def _fields(value: object) -> Iterable[str]:
    names = (field.name for field in attrs.fields(type(value)))  # type: ignore[arg-type]
    return (f"{name}={canonical(getattr(value, name))}" for name in names if name not in _LEFT_OUT)
