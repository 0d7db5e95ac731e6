"""Every contestant's speed at every question, measured in turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from benchmarks.contestants import BARE, NAME, Contestant
from benchmarks.measure import Effort, Turn, best, turn
from benchmarks.questions import ADDS, BACKS, COUNT, IS_WORKDAY, QUESTIONS
from benchmarks.targets import Target

ADD_OF_BARE, IS_WORKDAY_OF_BARE, COUNT_OF_BARE, BACK_OF_BARE = 0.5, 0.4, 0.45, 0.2
FLAT = 0.9
"""Adding many working days is as fast as adding one, but for the noise of measuring it."""
TIMES_BEST_PEER = 10


@attrs.frozen
class Speeds:
    """Seconds a call, by question and contestant."""

    seconds: Mapping[str, Mapping[str, float]]

    def of_bare(self, question: str, name: str = NAME) -> float:
        """Return a speed as a share of the bare table's."""
        return self.seconds[question][BARE] / self.seconds[question][name]

    def times_slower(self, question: str, name: str) -> float | None:
        """Return how many times our time a contestant takes, or None where it was not asked."""
        taken = self.seconds[question].get(name)
        return None if taken is None else taken / self.seconds[question][NAME]

    def best_peer(self, question: str) -> tuple[float, str]:
        """Return the fastest other library and how many times our time it takes."""
        ours = self.seconds[question][NAME]
        return min((taken / ours, name) for name, taken in self.seconds[question].items() if name not in (NAME, BARE))

    @property
    def names(self) -> list[str]:
        return list(self.seconds[IS_WORKDAY.name])


def turns_of(contestants: Sequence[Contestant], days: Sequence[dt.date], effort: Effort) -> dict[str, dict[str, Turn]]:
    """Return what everybody does at each question."""
    calls = {q.name: {c.name: q.ask(c, days) for c in contestants} for q in QUESTIONS}
    return {
        question: {name: turn(call, effort.seconds) for name, call in asked.items() if call is not None}
        for question, asked in calls.items()
    }


def measured(contestants: Sequence[Contestant], days: Sequence[dt.date], effort: Effort) -> Speeds:
    """Measure everybody at every question."""
    turns = turns_of(contestants, days, effort)
    return Speeds({question: best(of_question, effort.rounds) for question, of_question in turns.items()})


def targets(speeds: Speeds) -> list[Target]:
    """Return what was promised of the calendar's speed, beside what it is."""
    adds = [question.name for question in ADDS]
    ours = [speeds.seconds[name][NAME] for name in adds]
    found = [Target(f"`{name}`, of a bare table", speeds.of_bare(name), ADD_OF_BARE) for name in adds]
    found += [Target("`add`, slowest of fastest whatever is added", min(ours) / max(ours), FLAT)]
    found += [Target("`is_workday`, of a bare table", speeds.of_bare(IS_WORKDAY.name), IS_WORKDAY_OF_BARE)]
    found += [Target("`count`, of a bare table", speeds.of_bare(COUNT.name), COUNT_OF_BARE)]
    found += [Target(f"`{q.name}`, of a bare table", speeds.of_bare(q.name), BACK_OF_BARE) for q in BACKS]
    if set(speeds.names) - {NAME, BARE}:
        times, peer, name = min((*speeds.best_peer(name), name) for name in adds)
        found += [Target(f"`{name}`, of the fastest other library ({peer})", times, TIMES_BEST_PEER)]
    return found
