"""One run: everything is set up, compared and measured."""

from __future__ import annotations

from benchmarks import beginnings, doors, speeds
from benchmarks.agreement import compare
from benchmarks.contestants import bare_table, ours
from benchmarks.measure import Effort
from benchmarks.peers import installed
from benchmarks.questions import sample
from benchmarks.report import Results
from govsvc.calendars import china


def measure_all(effort: Effort) -> Results:
    """Measure everything, answers first."""
    calendar, days = china(), sample()
    we, bare, others = ours(calendar), bare_table(calendar), tuple(installed(calendar))
    agreements = {contestant.name: compare(contestant, we, calendar, days) for contestant in (bare, *others)}
    asked = speeds.measured((bare, we, *others), days, effort)
    begun, sizes = beginnings.started(effort), beginnings.sizes()
    kept, _ = sizes.values()
    targets = [
        *speeds.targets(asked),
        *doors.targets(doors.measured(calendar, days, effort)),
        *beginnings.targets(begun, kept),
    ]
    return Results(targets, asked, others, agreements, beginnings.milliseconds(begun, calendar, effort.rounds), sizes)
