"""The front doors and a whole case, measured in bare adds: what it costs to be told the article as well as the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.bare import bare
from benchmarks.measure import Effort, best, turn
from benchmarks.questions import Call
from benchmarks.targets import Target
from govsvc.calendars import WorkCalendar
from govsvc.cases import (
    Accepted,
    Approved,
    Case,
    CertificateMade,
    Delivered,
    ExclusionBegun,
    ExclusionEnded,
    Extended,
    Received,
    Resubmitted,
    SupplementNoticed,
    assess,
)
from govsvc.deadlines import decision, intake
from govsvc.terms.conditions import Extension, Procedure
from govsvc.terms.lengths import WorkingDays

INTAKE_DAYS, DECISION_DAYS = 5, 20
BARE_ADDS, DOORS = 30, 12
FRONT_DOORS = ("intake", "decision")
ASSESS = "assess"


def ten_events(calendar: WorkCalendar, received: dt.date) -> Case:
    """Return a case in which everything happened in time: completed, accepted, tested, extended, granted, delivered."""

    def after(n: int) -> dt.date:
        return calendar.add(received, n)

    longer = Extension(WorkingDays(10), approved_on=after(24), approver="head-of-agency")
    return Case(
        id=f"{received:%Y%m%d}",
        events=(
            Received(received),
            SupplementNoticed(after(3), frozenset({"plan"}), WorkingDays(10), reached_on=after(3)),
            Resubmitted(after(6), cured=True),
            Accepted(after(8)),
            ExclusionBegun(after(10), why=Procedure.TESTING.value, until=after(15), told_on=after(10)),
            ExclusionEnded(after(15), why=Procedure.TESTING.value),
            Extended(after(24), longer, told_on=after(25)),
            Approved(after(33)),
            CertificateMade(after(36)),
            Delivered(after(38)),
        ),
    )


def calls(calendar: WorkCalendar, days: Sequence[dt.date]) -> dict[str, Call]:
    """Return what is measured, in the same rounds as the bare adds it is measured by."""
    cases = [ten_events(calendar, day) for day in days]
    asked = [(case, case.events[-1].on + dt.timedelta(days=30)) for case in cases]
    add = bare(calendar).add

    def assessed(case: Case, as_of: dt.date) -> Any:
        return assess(case, as_of=as_of)

    return {
        "bare intake": (add, [(day, INTAKE_DAYS) for day in days]),
        "bare decision": (add, [(day, DECISION_DAYS) for day in days]),
        "intake": (intake, [(day,) for day in days]),
        "decision": (decision, [(day,) for day in days]),
        ASSESS: (assessed, asked),
    }


def measured(calendar: WorkCalendar, days: Sequence[dt.date], effort: Effort) -> dict[str, float]:
    """Return the seconds each takes."""
    return best({name: turn(call, effort.seconds) for name, call in calls(calendar, days).items()}, effort.rounds)


def targets(seconds: Mapping[str, float]) -> list[Target]:
    """Return what was promised of a door and of a case, beside what it is."""
    adds = {door: seconds[door] / seconds[f"bare {door}"] for door in FRONT_DOORS}
    found = [
        Target(f"`deadlines.{door}`", taken, BARE_ADDS, at_most=True, unit=" bare adds") for door, taken in adds.items()
    ]
    a_door = sum(seconds[door] for door in FRONT_DOORS) / len(FRONT_DOORS)
    case = Target("`cases.assess`, ten events", seconds[ASSESS] / a_door, DOORS, at_most=True, unit=" front doors")
    return [*found, case]
