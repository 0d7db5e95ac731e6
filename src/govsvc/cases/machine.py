"""The case machine, run one event at a time or over a whole log; both give the same.

Source: the events of `events`, the lapses of `lapses`. Not covered: what is still to come on the day asked about
(`assessment`).
"""

from __future__ import annotations

import copy

from govsvc.cases.case import Case
from govsvc.cases.events import Event
from govsvc.cases.progress import Progress
from govsvc.cases.rules import Rules
from govsvc.cases.steps import take

__all__ = ["apply", "fold"]


def __dir__() -> list[str]:
    return __all__


def apply(progress: Progress, event: Event, rules: Rules) -> Progress:
    """Return what an event makes of a case; the progress given stays as it is."""
    changed = copy.copy(progress)
    take(changed, event, rules)
    return changed


def fold(case: Case, rules: Rules) -> Progress:
    """Return what all events of a case make of it: `reduce` of `apply`, without the copies."""
    progress = Progress.of(case)
    for event in case.events:
        take(progress, event, rules)
    return progress
