"""Answers that were kept: what `govsvc assess --json` printed, read back with the records they are about.

An answer is kept as plain data, to be compared and not to be trusted. Not covered: computing it again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from govsvc.calendars import HolidayNotice, parse_notice
from govsvc.cases import Case, Unread
from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.places import Place
from govsvc.stamps import Stamp
from govsvc.wire.case_reading import read_case, read_place
from govsvc.wire.json_text import parse_json
from govsvc.wire.moments import read_day
from govsvc.wire.reading import as_object, gathered, strict_converter

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Kept", "KeptAnswer", "read_answers"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class KeptAnswer:
    """An answer that was kept.

    Attributes:
        number: Which of its file it is, counted from 1.
        case: The case, as its record was read.
        place: Whose calendar it was judged by.
        stamp: What it rests on.
        answer: The answer itself, as plain data.
    """

    number: int
    case: Case
    place: Place
    stamp: Stamp
    answer: dict[str, Any]


@attrs.frozen
class Kept:
    """A file of answers.

    Attributes:
        as_known: The day whose knowledge counted, or None.
        further_notices: The notices that were given with the question.
        answers: The answers, and what could not be read as one.
    """

    as_known: dt.date | None
    further_notices: tuple[HolidayNotice, ...]
    answers: tuple[KeptAnswer | Unread, ...]


@attrs.frozen
class _KeptForm:
    """An answer as far as it is read."""

    record: Case
    place: Place
    stamp: Stamp


_LONGEST = 1 << 30


def read_answers(text: bytes) -> Kept:
    """Return the answers that `govsvc assess --json` printed.

    Args:
        text: What it printed, in UTF-8.

    Raises:
        InvalidInput: for a text that is no such file, with every fault; what is wrong with one answer is given back as
            `Unread` in its place.
    """
    if len(text) > _LONGEST:
        raise invalid("line 1", "too-long", "…", f"<= {_LONGEST >> 20} MiB")
    value = parse_json(text)
    given = gathered(lambda: as_object(value))
    faults: list[Fault] = []
    listed = given.get("assessments")
    if type(listed) is not list:
        code = "not-a-list" if "assessments" in given else "missing"
        faults.append(Fault("$.assessments", code, listed, "a list"))
    as_known = _or_fault(lambda: _day(given.get("as_known")), faults)
    notices = _or_fault(lambda: tuple(_notices(given.get("further_notices", []))), faults)
    if faults or type(listed) is not list:
        raise InvalidInput(faults)
    return Kept(as_known, notices or (), tuple(_answer(number, value) for number, value in enumerate(listed, 1)))


def _or_fault(read: Callable[[], Any], faults: list[Fault]) -> Any:
    try:
        return read()
    except InvalidInput as error:
        faults += error.faults
        return None


def _day(value: object) -> dt.date | None:
    return None if value is None else read_day(value, "$.as_known")


def _notices(texts: object) -> Iterator[HolidayNotice]:
    if type(texts) is not list:
        raise invalid("$.further_notices", "not-a-list", texts, "a list")
    for number, text in enumerate(texts):
        path = f"$.further_notices[{number}]"
        if not isinstance(text, str):
            raise invalid(path, "not-text", text, "a notice in TOML")
        try:
            yield parse_notice(text)
        except InvalidInput as error:
            raise InvalidInput(attrs.evolve(fault, path=f"{path} {fault.path}") for fault in error.faults) from None


def _answer(number: int, value: object) -> KeptAnswer | Unread:
    try:
        given = gathered(lambda: as_object(value))
        read = {field.name: given[field.name] for field in attrs.fields(_KeptForm) if field.name in given}
        form: _KeptForm = gathered(lambda: _converter().structure(read, _KeptForm))
    except InvalidInput as error:
        return Unread(number, _name_in(value), error.faults)
    return KeptAnswer(number, form.record, form.place, form.stamp, given)


def _name_in(value: object) -> str | None:
    name = value.get("case") if isinstance(value, dict) else None
    return name if isinstance(name, str) and name.strip() else None


@cache
def _converter() -> Converter:
    converter = strict_converter(read_day)
    converter.register_structure_hook_func(lambda kind: kind is Case, lambda value, _: _record(value))
    converter.register_structure_hook_func(lambda kind: kind is Place, lambda value, _: read_place(value))
    return converter


def _record(value: object) -> Case:
    try:
        return read_case(value)
    except InvalidInput as error:
        raise InvalidInput(attrs.evolve(fault, path=fault.path.removeprefix("$")) for fault in error.faults) from None
