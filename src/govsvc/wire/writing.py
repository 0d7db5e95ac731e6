"""Values as plain data for JSON, the same value always as the same text.

Not covered: reading back what is not a `Case` or a `Ledger`: an answer rests on a law and a calendar, which its stamp names.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import singledispatch
from typing import Any

import attrs

from govsvc.calendars import Day, HolidayNotice
from govsvc.cases import Assessment, Case, SetAside, events
from govsvc.errors import Fault, NotYetAnnounced, invalid
from govsvc.findings import Finding, Findings
from govsvc.norms import Citation, Matter
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.conditions import AnyExtension, Extension
from govsvc.terms.deadline import Deadline, Remaining
from govsvc.terms.lengths import CalendarDays, Hours, Months, UntilTheDay, WorkingDays, Years
from govsvc.terms.term import Reading, Term
from govsvc.wire.case_reading import KINDS

__all__ = ["plain", "write_value"]


def __dir__() -> list[str]:
    return __all__


_NAMES = {kind: name for name, kind in KINDS.items()}


def write_value(value: object) -> str:
    """Return a value as one line of JSON.

    Raises:
        InvalidInput: for a value that has no form in JSON.
    """
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)


@singledispatch
def plain(value: Any) -> Any:
    """Return a value as objects, lists, text, whole numbers, truth values and None.

    Raises:
        InvalidInput: for a value that has no form in JSON.
    """
    if value is None or type(value) in (str, int, bool):
        return value
    if attrs.has(type(value)):
        return _fields(value)
    raise invalid("value", "not-writable", value, "a case, an answer, or a part of one")
