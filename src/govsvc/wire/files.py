"""Records of a file one after the other, as JSON Lines or as one JSON document.

What the file is is told by what stands in it: a first line that opens a list, or an object that goes on, begins a
document; anything else is JSON Lines. Not covered: compressed files.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, BinaryIO

from govsvc.cases import Case, Unread
from govsvc.errors import Fault, InvalidInput
from govsvc.wire.case_reading import read_case
from govsvc.wire.json_text import parse_json

__all__ = ["records"]


def __dir__() -> list[str]:
    return __all__


_LONGEST_LINE = 1 << 20
_LONGEST_DOCUMENT = 1 << 26
_MARK = b"\xef\xbb\xbf"


def records(stream: BinaryIO) -> Iterator[tuple[int, Case | Unread]]:
    """Yield every record with its number: its line, or in a document its place, counted from 1."""
    lines = ((number, line) for number, line in enumerate(_lines(stream), 1) if line is None or line.strip(_BLANK))
    first = next(lines, None)
    if first is None:
        yield 1, Unread(1, None, (Fault("line 1", "empty", "", "a record in JSON"),))
    elif first[1] is not None and _opens_document(first[1]):
        yield from _document(first[0], first[1], stream)
    else:
        for number, line in itertools.chain([first], lines):
            yield number, _too_long(number) if line is None else _of_line(number, line)


_BLANK = b" \t\r\n" + _MARK


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line, or None for one that is too long, whose rest is passed over."""
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) <= _LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)


def _opens_document(line: bytes) -> bool:
    """Whether a first line opens a list, or an object that it does not close."""
    text = line.strip(_BLANK)
    return text.startswith(b"[") or (text.startswith(b"{") and not text.endswith(b"}"))


def _document(number: int, line: bytes, stream: BinaryIO) -> Iterator[tuple[int, Case | Unread]]:
    text = line + stream.read(_LONGEST_DOCUMENT - len(line) + 1)
    if len(text) > _LONGEST_DOCUMENT:
        yield 1, _too_long(1, _LONGEST_DOCUMENT)
        return
    try:
        value = parse_json(text, number)
    except InvalidInput as error:
        yield from _lines_after_all(number, text) or [(1, Unread(1, None, error.faults))]
        return
    for place, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield place, _of_value(place, record)


def _lines_after_all(number: int, text: bytes) -> list[tuple[int, Case | Unread]]:
    """Return the records of a text that is no document where at least one of its lines is a case of its own."""
    if text.lstrip(_BLANK).startswith(b"["):
        return []
    lines = [(place, line) for place, line in enumerate(text.splitlines(), number) if line.strip(_BLANK)]
    found = [(place, _of_line(place, line)) for place, line in lines]
    return found if any(_names_a_case(record) for _, record in found) else []


def _names_a_case(record: Case | Unread) -> bool:
    return isinstance(record, Case) or record.case is not None


def _of_line(number: int, line: bytes) -> Case | Unread:
    if len(line.rstrip(b"\r\n")) > _LONGEST_LINE:
        return _too_long(number)
    try:
        value = parse_json(line, number)
    except InvalidInput as error:
        return Unread(number, None, error.faults)
    return _of_value(number, value)


def _of_value(number: int, value: Any) -> Case | Unread:
    try:
        return read_case(value)
    except InvalidInput as error:
        return Unread(number, _name_in(value), error.faults)


def _name_in(value: Any) -> str | None:
    name = value.get("case") if isinstance(value, dict) else None
    return name if isinstance(name, str) and name.strip() else None


def _too_long(number: int, limit: int = _LONGEST_LINE) -> Unread:
    return Unread(number, None, (Fault(f"line {number}", "too-long", "…", f"<= {limit >> 20} MiB"),))
