"""Strict JSON text: UTF-8, no key twice, no NaN, no half characters, with the line of what is wrong.

Not covered: what the values mean (`reading`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from govsvc.errors import Fault, InvalidInput, invalid

__all__ = ["parse_json"]


def __dir__() -> list[str]:
    return __all__


_DEEPEST = 32
"""Lists and objects inside each other; a record has five."""

_SHOWN = 40
"""Characters of a bad text that an error shows."""


class _Object(dict[str, Any]):
    """An object of the text, with the keys that stand in it more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated: tuple[str, ...] = ()
        if len(pairs) > len(self):
            counts = Counter(key for key, _ in pairs)
            self.repeated = tuple(key for key, count in counts.items() if count > 1)


def parse_json(text: str | bytes, line: int = 1) -> Any:
    """Return the values of a JSON text.

    Args:
        text: The text; bytes are UTF-8, a byte order mark before them is passed over.
        line: The number of its first line, for errors.

    Raises:
        InvalidInput: with the line of what is no JSON, or with the path of every key that stands twice.
    """
    decoded = (_decoded(text, line) if isinstance(text, bytes) else _text(text)).removeprefix("\ufeff")
    if not decoded.strip():
        raise invalid(f"line {line}", "empty", decoded[:_SHOWN], "a record in JSON")
    value = _parsed(decoded, line)
    if faults := tuple(_tree_faults(value, "$", "\\u" in decoded)):
        raise InvalidInput(faults)
    return value


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise invalid("text", "not-text", text, "JSON text, or its bytes in UTF-8")
    return text


def _decoded(text: bytes, line: int) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        where = line + text[: error.start].count(b"\n")
        raise invalid(f"line {where}", "not-utf-8", text[error.start : error.start + 4], "text in UTF-8") from error


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_Object, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        shown = text[error.pos : error.pos + _SHOWN].split("\n")[0]
        raise invalid(f"line {line - 1 + error.lineno}", "not-json", shown, f"JSON ({error.msg})") from error
    except (RecursionError, ValueError) as error:
        raise invalid(f"line {line}", "not-json", text[:_SHOWN].split("\n")[0], f"JSON ({error})") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _tree_faults(value: object, path: str, may_be_halved: bool, depth: int = 0) -> Iterator[Fault]:
    """Yield every key that stands twice, every half character that only an escape can smuggle in, what is too deep."""
    if depth > _DEEPEST:
        yield Fault(path, "too-deep", "…", f"<= {_DEEPEST}")
    elif isinstance(value, _Object):
        for key in value.repeated:
            yield Fault(f"{path}.{_whole(key)}", "given-twice", _whole(key), "each key once")
        for key, item in value.items():
            if may_be_halved and not _is_whole(key):
                yield Fault(f"{path}.{_whole(key)}", "half-a-character", _whole(key), "whole characters")
            yield from _tree_faults(item, f"{path}.{_whole(key)}", may_be_halved, depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _tree_faults(item, f"{path}[{index}]", may_be_halved, depth + 1)
    elif may_be_halved and isinstance(value, str) and not _is_whole(value):
        yield Fault(path, "half-a-character", _whole(value), "whole characters")


def _is_whole(text: str) -> bool:
    return _whole(text) == text


def _whole(text: str) -> str:
    """Return a text that can be written, half characters shown as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
