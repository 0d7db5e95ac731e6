"""A holiday notice as TOML text, read with every fault at once, and written.

A text that is no TOML has one fault, at its line. A day that does not exist (2026-02-30) is a fault of its own field:
it is read as text, so that the faults after it are found too.

Not covered: whether what is read is sound (`notices` checks that).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import attrs

from govsvc.calendars.notice_values import HolidayNotice, Rest
from govsvc.errors import Fault, invalid
from govsvc.spans import Span

__all__ = ["NoticeReader", "notice_text"]


def __dir__() -> list[str]:
    return __all__


_KINDS: dict[type, tuple[str, str]] = {
    str: ("not-text", "text in quotes"),
    int: ("not-a-number", "a whole number"),
    bool: ("not-a-flag", "true or false"),
    dt.date: ("not-a-date", "a date such as 2026-01-01, without quotes"),
    list: ("not-a-list", "a list"),
    dict: ("not-a-table", "a table"),
}
_NOTICE_KEYS: dict[str, type] = {
    "year": int,
    "number": str,
    "title": str,
    "issued": dt.date,
    "published": dt.date,
    "url": str,
    "amends": bool,
    "residual": int,
    "residual_reason": str,
    "issued_to": str,
    "place_code": str,
    "rest": list,
}
_REST_KEYS: dict[str, type] = {"name": str, "first": dt.date, "last": dt.date, "worked": list}
_BARE_DATE = re.compile(r'(?<!["\w-])\d{4}-\d{1,2}-\d{1,2}(?!["\w-])')


class NoticeReader:
    """Reads one text, gathering faults as it goes.

    Attributes:
        faults: What is missing, unknown or of the wrong kind.
        rests: The blocks that could be read, by their place in the text.
        year: The year, where it could be read.
        notice: The whole notice, or None where there are faults.

    Raises:
        InvalidInput: for a text that is empty or no TOML.
    """

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        table = _toml(text)
        fields = self._fields("$", table, _NOTICE_KEYS, ("year", "number", "title", "issued", "rest"))
        entries = fields.pop("rest", [])
        self.rests = {index: rest for index, entry in enumerate(entries) if (rest := self._rest(index, entry))}
        self.year: int | None = fields.get("year")
        self.notice = None if self.faults else self._notice(fields)

    def _notice(self, fields: dict[str, Any]) -> HolidayNotice:
        return HolidayNotice(**{"published": None, "url": None, **fields, "rests": tuple(self.rests.values())})

    def _rest(self, index: int, entry: object) -> Rest | None:
        path, known = f"$.rest[{index}]", len(self.faults)
        if not self._is(dict, path, entry):
            return None
        fields = self._fields(path, entry, _REST_KEYS, ("name", "first", "last"))
        worked = fields.get("worked", [])
        sound = [self._is(dt.date, f"{path}.worked[{place}]", day) for place, day in enumerate(worked)]
        first, last = fields.get("first"), fields.get("last")
        if first and last and last < first:
            self.faults.append(Fault(f"{path}.last", "before-first", last, f"a day not before {first}"))
        if len(self.faults) > known or not all(sound):
            return None
        return Rest(fields["name"], Span(fields["first"], fields["last"]), tuple(worked))

    def _fields(self, path: str, table: Any, kinds: dict[str, type], required: tuple[str, ...]) -> dict[str, Any]:
        for key in table:
            if key not in kinds:
                self.faults.append(Fault(f"{path}.{key}", "unknown-key", key, f"one of {', '.join(kinds)}"))
        for key in required:
            if key not in table:
                self.faults.append(Fault(f"{path}.{key}", "missing", None, _KINDS[kinds[key]][1]))
        return {key: table[key] for key in kinds if key in table and self._is(kinds[key], f"{path}.{key}", table[key])}

    def _is(self, kind: type, path: str, value: object) -> bool:
        if type(value) is kind:  # a bool is no whole number here, nor a datetime a date
            return True
        code, allowed = _KINDS[kind]
        self.faults.append(Fault(path, code, value, allowed))
        return False


def _toml(text: str) -> dict[str, Any]:
    import tomllib

    if not text.strip():
        raise invalid("$", "empty", text, "a notice in TOML")
    given = text.replace("\r\n", "\n").split("\n")
    lines = list(given)
    while True:
        try:
            return tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:
            number = _line_number(str(error), len(lines))
            mended = _BARE_DATE.sub(_quoted_unless_a_day, lines[number - 1])
            if mended == lines[number - 1]:
                raise invalid(f"line {number}", "not-toml", given[number - 1], f"TOML ({error})") from error
            lines[number - 1] = mended


def _line_number(message: str, last: int) -> int:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else last


def _quoted_unless_a_day(found: re.Match[str]) -> str:
    try:
        dt.date.fromisoformat(found[0])
    except ValueError:
        return f'"{found[0]}"'
    return found[0]


def notice_text(notice: HolidayNotice) -> str:
    """Return a notice as TOML text, leaving out what is at its default."""
    fields = [field for field in attrs.fields(HolidayNotice) if field.name not in ("year", "rests")]
    shown = [field.name for field in fields if getattr(notice, field.name) not in (None, field.default)]
    lines = [f"{name} = {_value(getattr(notice, name))}" for name in ("year", *shown)]
    return "\n".join([*lines, *map(_rest_text, notice.rests)]) + "\n"


def _rest_text(rest: Rest) -> str:
    head = f"\n[[rest]]\nname = {_value(rest.name)}\nfirst = {rest.span.first}\nlast = {rest.span.last}"
    return head + (f"\nworked = [{', '.join(map(str, rest.worked))}]" if rest.worked else "")


def _value(value: object) -> str:
    write: Callable[[Any], str] = {str: _quoted, bool: lambda flag: str(flag).lower()}.get(type(value), str)
    return write(value)


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
