"""Files of cases: a bad record is set aside with its line and never stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from govsvc import wire
from govsvc.cases import Case, Unread

GOOD = '{"case": "A-1", "events": []}'
PRETTY = '{\n  "case": "A-1",\n  "events": [\n    {"event": "received", "on": "2026-03-02"}\n  ]\n}\n'


def read(tmp_path: Path, text: str | bytes) -> list[str | tuple[int, str | None, list[str]]]:
    """Return the ids of what was read, and line, id and codes with paths of what was not."""
    file = tmp_path / "cases"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [_told(record) for record in wire.read_lines(file)]


def _told(record: Case | Unread) -> str | tuple[int, str | None, list[str]]:
    if isinstance(record, Case):
        return record.id
    return record.line, record.case, [f"{fault.path} {fault.code}" for fault in record.faults]


def test_one_record_a_line(tmp_path: Path) -> None:
    assert read(tmp_path, f"{GOOD}\n{GOOD}\n") == ["A-1", "A-1"]
    assert read(tmp_path, GOOD) == ["A-1"]
    assert read(tmp_path, f"\n\n{GOOD}\r\n\r\n{GOOD}\r\n") == ["A-1", "A-1"]


def test_one_document_with_one_record(tmp_path: Path) -> None:
    assert read(tmp_path, PRETTY) == ["A-1"]
    assert read(tmp_path, b"\xef\xbb\xbf" + PRETTY.encode()) == ["A-1"]


def test_one_document_with_a_list(tmp_path: Path) -> None:
    assert read(tmp_path, f"[{GOOD}, {PRETTY}]") == ["A-1", "A-1"]
    assert read(tmp_path, "[]") == []


def test_a_bad_line_never_stops_the_others(tmp_path: Path) -> None:
    bad = '{"case": "B-2", "events": [{"event": "received", "on": "2026-02-30"}]}'
    assert read(tmp_path, f"{GOOD}\n{bad}\nnonsense\n7\n{GOOD}\n") == [
        "A-1",
        (2, "B-2", ["$.events[0].on no-such-day"]),
        (3, None, ["line 3 not-json"]),
        (4, None, ["$ not-an-object"]),
        "A-1",
    ]


def test_a_bad_record_of_a_list_never_stops_the_others(tmp_path: Path) -> None:
    assert read(tmp_path, f'[{GOOD}, {{"case": "B-2"}}, 7, {GOOD}]') == [
        "A-1",
        (2, "B-2", ["$.events missing"]),
        (3, None, ["$ not-an-object"]),
        "A-1",
    ]


def test_a_bad_first_line_never_stops_the_others(tmp_path: Path) -> None:
    assert read(tmp_path, f"nonsense\n{GOOD}\n") == [(1, None, ["line 1 not-json"]), "A-1"]
    assert read(tmp_path, f'{{"case": "B-1", "events": [\n{GOOD}\n') == [(1, None, ["line 1 not-json"]), "A-1"]


def test_a_document_with_a_fault_of_form_has_its_line(tmp_path: Path) -> None:
    assert read(tmp_path, PRETTY.replace('"on":', '"on"')) == [(1, None, ["line 4 not-json"])]
    assert read(tmp_path, f"[\n{GOOD},\n{GOOD}\n{GOOD}\n]") == [(1, None, ["line 4 not-json"])]


@pytest.mark.parametrize("text", ["", "\n\n", b"\xef\xbb\xbf", " \t\r\n"])
def test_an_empty_file_is_one_fault(tmp_path: Path, text: str | bytes) -> None:
    assert read(tmp_path, text) == [(1, None, ["line 1 empty"])]


def test_a_line_of_another_encoding_is_set_aside(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD.encode() + b"\n" + '{"case": "衡水"}'.encode("gbk") + b"\n" + GOOD.encode()) == [
        "A-1",
        (2, None, ["line 2 not-utf-8"]),
        "A-1",
    ]


def line_of(size: int) -> bytes:
    head, tail = b'{"case": "', b'", "events": []}'
    return head + b"x" * (size - len(head) - len(tail)) + tail


def test_a_line_is_at_most_a_mebibyte(tmp_path: Path) -> None:
    longest, too_long = line_of(1 << 20), line_of((1 << 20) + 1)
    assert [isinstance(told, str) for told in read(tmp_path, longest)] == [True]
    found = read(tmp_path, b"\n".join([GOOD.encode(), longest, too_long, line_of(3 << 20), GOOD.encode()]))
    assert [found[0], found[2], found[3], found[4]] == [
        "A-1",
        (3, None, ["line 3 too-long"]),
        (4, None, ["line 4 too-long"]),
        "A-1",
    ]
    assert found[1] == "x" * len(found[1])


def test_records_are_read_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{GOOD}\nnonsense\n")
    records = wire.read_lines(file)
    assert isinstance(next(records), Case)
    assert isinstance(next(records), Unread)
    with pytest.raises(StopIteration):
        next(records)


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        next(wire.read_lines(tmp_path / "nothing.json"))
