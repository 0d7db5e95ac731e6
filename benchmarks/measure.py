"""Time, in rounds: every contestant is run once a round, so that a noisy machine is noisy for all.

The time of a call is that of the best round: noise only ever adds.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from time import perf_counter
from typing import Any, TypeVar

import attrs

from benchmarks.questions import Call

FEWEST = 64
"""Calls a round at least, however slow: fewer would be other days than the others get."""

Key = TypeVar("Key")


@attrs.frozen
class Effort:
    """How much to measure.

    Attributes:
        rounds: How many times everybody has a turn.
        seconds: How long a turn takes, about.
        starts: How many fresh interpreters are started for each import.
    """

    rounds: int
    seconds: float
    starts: int


FULL = Effort(rounds=25, seconds=0.01, starts=40)
QUICK = Effort(rounds=5, seconds=0.002, starts=5)


@attrs.frozen
class Turn:
    """What one contestant does once a round."""

    function: Callable[..., Any]
    arguments: Sequence[tuple[Any, ...]]

    def seconds(self) -> float:
        """Return the seconds a call takes, the loop around it included."""
        run = _run_one if len(self.arguments[0]) == 1 else _run_two
        return run(self.function, self.arguments) / len(self.arguments)


def _run_one(function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]) -> float:
    begun = perf_counter()
    for (first,) in arguments:
        function(first)
    return perf_counter() - begun


def _run_two(function: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]) -> float:
    begun = perf_counter()
    for first, second in arguments:
        function(first, second)
    return perf_counter() - begun


def turn(call: Call, seconds: float) -> Turn:
    """Return a turn of about so many seconds, at least of `FEWEST` calls."""
    function, arguments = call
    trial = Turn(function, arguments[:FEWEST])
    trial.seconds()
    calls = max(int(seconds / trial.seconds()), FEWEST)
    return Turn(function, list(islice(cycle(arguments), calls)))


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector out of the measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def rotated(keys: Sequence[Key], by: int) -> Sequence[Key]:
    at = by % len(keys)
    return [*keys[at:], *keys[:at]]


def best(turns: Mapping[Key, Turn], rounds: int) -> dict[Key, float]:
    """Return the seconds a call takes in each one's best round, another one beginning each round."""
    times: dict[Key, list[float]] = {key: [] for key in turns}
    for number in range(rounds):
        with no_collection():
            for key in rotated(list(turns), number):
                times[key].append(turns[key].seconds())
    return {key: min(found) for key, found in times.items()}
