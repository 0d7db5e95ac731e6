"""Worked cases: a question with its answer, as a jurist writes them in TOML, one test each.

A file that is not well-formed gives one error that lists every fault with its path. Not covered: whether the answers
are right (`asking`).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from govsvc.errors import Fault, InvalidInput
from tests.spec.clauses import HERE

__all__ = ["DOORS", "WORKED", "Worked", "read_folder", "read_worked"]

WORKED: Final = HERE / "worked"

Kind: TypeAlias = type | tuple[type, ...]

COMMON: Final[dict[str, Kind]] = {
    "place": str,
    "matter": str,
    "special": str,
    "applicant": str,
    "law_on": dt.date,
    "readings": dict,
    "as_of": dt.date,
    "as_known": dt.date,
    "warning": dict,
}
"""What may be given with every question."""

DOORS: Final[dict[str, dict[str, Kind]]] = {
    "intake": {"received": dt.date},
    "decision": {"accepted": dt.date, "joint": bool, "promised": dict, "extension": dict, "excluded": list},
    "certificate-delivery": {"decided": dt.date},
    "renewal": {"expires": dt.date},
    "due": {"topic": str, "start": dt.date},
    "term": {"key": str, "start": dt.date, "extension": dict, "excluded": list},
    "received": {"at": dt.datetime, "channel": str, "confirmed": dt.date, "closes": dt.time, "policy": str},
    "provisions": {"topic": str, "on": dt.date, "key": str},
    "instrument": {"key": str},
    "case": {"events": list, "expires": dt.date, "joint": bool, "promised": dict},
}
"""The questions, and what each is given; the first must be there."""

CLOCK: Final[dict[str, Kind]] = {
    **dict.fromkeys(("due", "earliest", "likely", "latest", "safe", "lapsed_from"), dt.date),
    **dict.fromkeys(("key", "article", "topic", "act", "who", "modality", "start_event", "unit_by", "evidence"), str),
    **dict.fromkeys(("silence", "effective", "silence_only", "approver", "extended_by", "excluded_by"), str),
    **dict.fromkeys(("only", "applicant", "silence_applicant", "roll", "certainty", "status"), str),
    **dict.fromkeys(("warning", "reading", "rank", "time"), str),
    **dict.fromkeys(("working_days_left", "calendar_days_left"), int),
    **dict.fromkeys(("counted_by", "excludes", "readings", "special_to", "implements"), list),
    **dict.fromkeys(("length", "extension"), dict),
    "backwards": bool,
}
"""What can be expected of a clock."""

CLOCKS: Final = ("limit", "target", "statutory", "promised", "apply_by", "decide_by", "governing")
"""The clocks an answer may have beside the governing one, by name."""

WHOLE: Final[dict[str, Kind]] = {
    "error": str,
    "codes": list,
    "on": dt.date,
    "basis": list,
    **dict.fromkeys(("says", "grades", "times"), list),
    "also": list,
    "state": str,
    "accepted_on": (dt.date, str),
    "findings": list,
    "set_aside": list,
    "clocks": dict,
    "next_due": (dt.date, str),
    **dict.fromkeys(("title", "number", "issuer", "reaches", "afterwards", "predecessor", "successor"), str),
    "implements": list,
    "articles": (int, str),
    **dict.fromkeys(("promulgated", "first", "last"), (dt.date, str)),
}
"""What can be expected of an answer as a whole; `none` stands for a day there is not."""

FIELDS: Final[dict[str, Kind]] = {
    "title": str,
    "why": dict,
    "source": str,
    "clauses": list,
    "ask": str,
    "given": dict,
    "expect": dict,
}


@attrs.frozen(eq=False)
class Worked:
    """One worked case: where it stands, what is asked, and the answer."""

    act: str
    file: str
    title: str
    why: Mapping[str, str]
    source: str
    clauses: tuple[str, ...]
    ask: str
    given: Mapping[str, Any]
    expect: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name among all."""
        return f"{self.file}: {self.title}"


def read_folder(act: str, folder: Path = WORKED, *, known: frozenset[str] | None = None) -> tuple[Worked, ...]:
    """Return every worked case of an act, file by file."""
    return tuple(case for path in sorted((folder / act).glob("*.toml")) for case in read_worked(path, known=known))


def read_worked(path: Path, *, known: frozenset[str] | None = None) -> tuple[Worked, ...]:
    """Return the worked cases of one file.

    Args:
        path: The file, in a folder named by the key of its act.
        known: The ids a case may cite; any where left out.

    Raises:
        InvalidInput: with every fault of the file.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput([Fault(name, "not-toml", str(error), "TOML in UTF-8")]) from None
    if faults := tuple(_file_faults(raw, path.parent.name, known)):
        raise InvalidInput([attrs.evolve(fault, path=f"{name} {fault.path}") for fault in faults])
    return tuple(Worked(path.parent.name, name, **{**case, "clauses": tuple(case["clauses"])}) for case in raw["case"])


def _file_faults(raw: Mapping[str, Any], act: str, known: frozenset[str] | None) -> Iterator[Fault]:
    for key in raw.keys() - {"case"}:
        yield Fault(f"$.{key}", "unknown-key", key, "case")
    cases = raw.get("case")
    if not isinstance(cases, list) or not cases:
        yield Fault("$.case", "missing", cases, "at least one [[case]]")
        return
    titles = [case.get("title") for case in cases]
    for place, case in enumerate(cases):
        path = f"$.case[{place}]"
        if titles.index(case.get("title")) != place:
            yield Fault(f"{path}.title", "title-twice", case.get("title"), "a title of its own")
        yield from _table_faults(path, case, FIELDS, needed=tuple(FIELDS))
        yield from _case_faults(path, case, act, known)


def _case_faults(path: str, case: Mapping[str, Any], act: str, known: frozenset[str] | None) -> Iterator[Fault]:
    why, ask = case.get("why"), case.get("ask")
    if isinstance(why, dict):
        yield from _table_faults(f"{path}.why", why, {"zh": str, "en": str}, needed=("zh", "en"))
    yield from _cited_faults(f"{path}.clauses", case.get("clauses"), act, known)
    if isinstance(ask, str) and ask not in DOORS:
        yield Fault(f"{path}.ask", "unknown-question", ask, ", ".join(DOORS))
    elif isinstance(ask, str) and isinstance(case.get("given"), dict):
        inputs = DOORS[ask]
        yield from _table_faults(f"{path}.given", case["given"], COMMON | inputs, needed=_needed(inputs))
    if isinstance(case.get("expect"), dict):
        yield from _expect_faults(f"{path}.expect", case["expect"])


def _needed(inputs: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return what a question cannot do without: its first input, and a day for those that are asked by name."""
    first, *others = inputs
    return (first, *(key for key in others if key in ("start", "on")))


def _cited_faults(path: str, cited: object, act: str, known: frozenset[str] | None) -> Iterator[Fault]:
    if not isinstance(cited, list):
        return
    for place, clause in enumerate(cited):
        if known is not None and clause not in known:
            yield Fault(f"{path}[{place}]", "unknown-clause", clause, "the id of a clause")
    if not any(str(clause).startswith(act) for clause in cited):
        yield Fault(path, "no-clause-of-its-act", cited, f"at least one clause of {act}")


def _expect_faults(path: str, expect: Mapping[str, Any]) -> Iterator[Fault]:
    if not expect:
        yield Fault(path, "nothing-expected", expect, "at least one expectation")
    clocks: dict[str, Kind] = dict.fromkeys(CLOCKS, dict)
    for name, value in expect.items():
        if name in ("promised", "target") and value == "none":
            continue
        if name in CLOCKS and isinstance(value, dict):
            yield from _table_faults(f"{path}.{name}", value, CLOCK)
        else:
            yield from _table_faults(path, {name: value}, WHOLE | CLOCK | clocks)


def _table_faults(
    path: str, table: Mapping[str, Any], kinds: Mapping[str, Kind], *, needed: tuple[str, ...] = ()
) -> Iterator[Fault]:
    for key in needed:
        if key not in table or table[key] in ("", [], {}):
            yield Fault(f"{path}.{key}", "missing", table.get(key), _kind_text(kinds[key]))
    for key, value in table.items():
        if key not in kinds:
            yield Fault(f"{path}.{key}", "unknown-key", value, ", ".join(kinds))
        elif not _is_a(value, kinds[key]):
            yield Fault(f"{path}.{key}", "wrong-type", value, _kind_text(kinds[key]))


def _is_a(value: object, kind: Kind) -> bool:
    return any(_is_a(value, one) for one in kind) if isinstance(kind, tuple) else type(value) is kind


_TEXTS: Final[dict[type, str]] = {
    dt.date: "a date such as 2026-03-02, without quotes",
    dt.datetime: "a moment with its zone",
    str: "some text",
    dict: "a table",
    list: "a list",
    int: "a whole number",
    bool: "true or false",
    dt.time: "a time of day",
}


def _kind_text(kind: Kind) -> str:
    return " or ".join(map(_kind_text, kind)) if isinstance(kind, tuple) else _TEXTS[kind]
