"""Cases in, answers out, as JSON: strict, every fault at once with its path.

Nothing is guessed: text is no number, a datetime without a zone is no day, an unknown key is a fault and not ignored.
Not covered: a JSON schema, and tables (spreadsheets, columns).
"""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from govsvc.cases import Case, Unread

__all__ = ["dumps", "loads", "read_lines"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")


def loads(kind: type[_T], text: str | bytes) -> _T:
    """Return the value a JSON text states.

    Args:
        kind: `Case`, or `Ledger`.
        text: JSON, in UTF-8 where it is bytes.

    Raises:
        InvalidInput: with every fault, its path such as `$.events[2].on`, or `line 3` for text that is no JSON.

    >>> from govsvc.cases import Case
    >>> case = loads(Case, '{"case": "2026-1", "events": [{"event": "received", "at": "2026-03-07T22:30:00+08:00"}]}')
    >>> str(case.events[0].on)
    '2026-03-07'
    """
    from govsvc.wire.json_text import parse_json
    from govsvc.wire.kinds import read_value

    return read_value(kind, parse_json(text))


def dumps(value: object) -> str:
    """Return a value as one line of JSON: dates in ISO 8601, keys always in the same order, Chinese as it is.

    A `Case` and a `Ledger` are read back by `loads` without loss.

    Raises:
        InvalidInput: for a value that has no form in JSON.

    >>> import datetime as dt
    >>> from govsvc.cases import Case, Received
    >>> dumps(Received(dt.date(2026, 3, 2)))
    '{"event": "received", "on": "2026-03-02"}'
    >>> dumps(Case(id="甲-1"))
    '{"case": "甲-1", "matter": {"type": "licence"}, "joint": false, "events": []}'
    """
    from govsvc.wire.writing import write_value

    return write_value(value)


def read_lines(path: str | PathLike[str]) -> Iterator[Case | Unread]:
    """Yield the cases of a file one by one; a bad record is yielded as `Unread` and never stops the others.

    Args:
        path: JSON Lines, one record a line of at most 1 MiB, or a JSON document that is one record or an array of
            records; for these `Unread.line` is the number of the record.

    Raises:
        OSError: where the file cannot be read.
    """
    from pathlib import Path

    from govsvc.wire.files import records

    with Path(path).open("rb") as stream:
        for _, record in records(stream):
            yield record
