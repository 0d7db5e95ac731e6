"""Faults in words: what is wrong with an input, where, and what would be right.

A code without a sentence of its own is shown as it is, with what was given and what is allowed. Not covered: errors
that are no faults of an input.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from govsvc.cases import Unread
from govsvc.errors import Fault
from govsvc.i18n import UnknownMessage, translate
from govsvc.render.words import joined, one_line

__all__ = ["fault_text", "faults_text", "unread_text"]


def __dir__() -> list[str]:
    return __all__


_LONGEST = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def faults_text(faults: Iterable[Fault], locale: str) -> str:
    """Return a heading and one line for each fault.

    >>> print(faults_text([Fault("$.events[2].on", "no-such-day", "2026-02-30", "a day of the calendar")], "zh"))
    输入有误：
      $.events[2].on：“2026-02-30”不存在
    """
    return "\n".join([translate("fault.heading", locale), *(f"  {fault_text(fault, locale)}" for fault in faults)])


def unread_text(file: str, unread: Unread, locale: str) -> str:
    """Return a record that was not read, with its file, its line and every fault."""
    key = "fault.record" if unread.case is None else "fault.record-of-case"
    heading = translate(key, locale, file=one_line(file), line=unread.line, case=one_line(unread.case or ""))
    return "\n".join([heading, *(f"  {fault_text(fault, locale)}" for fault in unread.faults)])


def fault_text(fault: Fault, locale: str) -> str:
    """Return one fault: where, and what is wrong."""
    days = joined(_DAY.findall(fault.allowed), locale)
    data = {"given": _shown(fault.given), "allowed": one_line(fault.allowed.removeprefix("one of ")), "days": days}
    try:
        text = translate(f"fault.{fault.code}", locale, **data)
    except UnknownMessage:
        text = translate("fault.other", locale, code=fault.code, **data)
    return translate("fault.line", locale, path=one_line(fault.path), text=text)


def _shown(given: object) -> str:
    """Return what was given, text in quotes, long texts cut off."""
    is_data = isinstance(given, dict | list)
    text = json.dumps(given, ensure_ascii=False, default=str) if is_data else str(given)
    short = one_line(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    return f"“{short}”" if isinstance(given, str) else short
