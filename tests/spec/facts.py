"""What can be told of a clock and of its term, as plain data: dates, numbers, and the values of names.

Not covered: which clock an answer is about (`asking`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Final, TypeAlias

from govsvc.acts.timeline import time_in_force
from govsvc.norms import Citation
from govsvc.terms import Deadline, Length, UntilTheDay, WarningPolicy

__all__ = ["Given", "clock_facts", "value_of"]

Given: TypeAlias = Mapping[str, Any]


def clock_facts(it: Deadline, given: Given, wanted: Iterable[str]) -> dict[str, Any]:
    """Return what is wanted of a clock, by name; names that are not of a clock are left out."""
    return {name: _FACTS[name](it, given) for name in wanted if name in _FACTS}


def value_of(it: Enum | None) -> Any:
    """Return the value of a name; `none` for none."""
    return "none" if it is None else it.value


def _cite(it: Citation | None) -> str:
    return "none" if it is None else str(it)


def _length_table(it: Length) -> dict[str, int]:
    unit = "".join(f"_{c.lower()}" if c.isupper() else c for c in type(it).__name__).lstrip("_")
    return {unit: 0 if isinstance(it, UntilTheDay) else it.n}


def _warning(it: Deadline, given: Given) -> str:
    levels = given["warning"]["levels"]
    policy = WarningPolicy(tuple((days, level) for days, level in levels), source=given["warning"]["source"])
    return it.warning(given["as_of"], policy) or "none"


Fact = Callable[[Deadline, Given], Any]


def _of_clock(name: str) -> Fact:
    return lambda it, _: _plain(getattr(it, name))


def _of_term(name: str) -> Fact:
    return lambda it, _: _plain(getattr(it.term, name))


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else "none" if value is None else value


_FACTS: Final[dict[str, Fact]] = {
    **{name: _of_clock(name) for name in ("due", "earliest", "likely", "latest", "safe", "lapsed_from", "certainty")},
    **{name: _of_term(name) for name in ("key", "act", "backwards", "topic", "who", "modality", "evidence", "only")},
    **{name: _of_term(name) for name in ("applicant", "roll")},
    "article": lambda it, _: str(it.term.cite),
    "start_event": lambda it, _: it.term.of.value,
    "time": lambda it, _: str(time_in_force(it.term)),
    "unit_by": lambda it, _: _cite(it.term.unit_by),
    "excluded_by": lambda it, _: _cite(it.term.excluded_by),
    "counted_by": lambda it, _: list(map(str, it.term.counted_by)),
    "excludes": lambda it, _: sorted(procedure.value for procedure in it.term.excludes),
    "readings": lambda it, _: [reading.name for reading in it.term.readings],
    "reading": lambda it, _: it.term.reading or "none",
    "rank": lambda it, _: it.term.cite.instrument.rank.value,
    "length": lambda it, _: _length_table(it.term.within),
    "silence": lambda it, _: value_of(it.term.silence.result if it.term.silence else None),
    "effective": lambda it, _: value_of(it.term.silence.effective if it.term.silence else None),
    "silence_only": lambda it, _: value_of(it.term.silence.only if it.term.silence else None),
    "silence_applicant": lambda it, _: value_of(it.term.silence.applicant if it.term.silence else None),
    "special_to": lambda it, _: list(it.term.special_to),
    "implements": lambda it, _: list(map(str, it.term.implements)),
    "extension": lambda it, _: _length_table(it.term.extension.by) if it.term.extension else {},
    "approver": lambda it, _: str(it.term.extension.approver) if it.term.extension else "none",
    "extended_by": lambda it, _: _cite(it.term.extension.cite if it.term.extension else None),
    "status": lambda it, given: it.status(given["as_of"]).value,
    "working_days_left": lambda it, given: it.remaining(given["as_of"]).working_days,
    "calendar_days_left": lambda it, given: it.remaining(given["as_of"]).calendar_days,
    "warning": _warning,
}
