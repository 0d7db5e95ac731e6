"""What it costs to begin, beside what was promised of it."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter

from benchmarks.fresh import ATTRS, DOOR, FIRST_CHINA, FIRST_DOOR, GOVSVC, STARTS, Begun, Start, begin, megabytes
from benchmarks.measure import Effort, no_collection
from benchmarks.targets import Target
from govsvc.calendars import WorkCalendar

IMPORTS_OF_ATTRS = 2
MEGABYTES = 3
NAMES = {
    ATTRS: "`import attrs`",
    GOVSVC: "`import govsvc`",
    DOOR: f"`{DOOR.statement}`",
    FIRST_CHINA: "the first `china()` of a process",
    FIRST_DOOR: "the first `intake(…)` of a process, which builds the calendar and reads the law",
}


def started(effort: Effort) -> Mapping[Start, Begun]:
    return begin(STARTS, effort.starts)


def building(calendar: WorkCalendar, rounds: int) -> float:
    """Return the seconds it takes to build a calendar of what is known already."""
    times = []
    for _ in range(rounds):
        with no_collection():
            begun = perf_counter()
            WorkCalendar(calendar.knowledge)
            times.append(perf_counter() - begun)
    return min(times)


def milliseconds(begun: Mapping[Start, Begun], calendar: WorkCalendar, rounds: int) -> dict[str, float]:
    """Return the median of every start and the best time of building a calendar."""
    found = {NAMES[start]: took.middle * 1e3 for start, took in begun.items()}
    return {**found, "building a calendar of notices already read": building(calendar, rounds) * 1e3}


def sizes() -> dict[str, float]:
    first, further = megabytes()
    return {
        "the first `china()` of a process, with the dates all calendars share": first,
        "the calendar of a province beside it": further,
    }


def targets(begun: Mapping[Start, Begun], kept: float) -> list[Target]:
    """Return what was promised of imports and memory, beside what they are."""
    times = begun[DOOR].middle / begun[ATTRS].middle
    strangers = len(begun[GOVSVC].third_party)
    return [
        Target("`import govsvc`, other distributions it loads", strangers, 0, at_most=True),
        Target(f"{NAMES[DOOR]}, of a bare `import attrs`", times, IMPORTS_OF_ATTRS, at_most=True),
        Target("what `china()` keeps in memory", kept, MEGABYTES, at_most=True, unit=" MB"),
    ]
