"""Which kinds of value are read from plain data, and by whom.

Not covered: values that are only written (`writing`).
"""

from __future__ import annotations

from typing import TypeVar

from govsvc.cases import Case
from govsvc.errors import invalid
from govsvc.terms.ledger import Ledger
from govsvc.wire.case_reading import read_case
from govsvc.wire.reading import gathered, ledger_converter

__all__ = ["read_value"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")


def read_value(kind: type[_T], value: object) -> _T:
    """Return the value of a kind that plain data states.

    Raises:
        InvalidInput: with every fault, or for a kind that is not read.
    """
    if kind is Case:
        return read_case(value)  # type: ignore[return-value]
    if kind is Ledger:
        return gathered(lambda: ledger_converter().structure(value, kind))
    raise invalid("kind", "not-readable", kind, "Case or Ledger")
