"""The questions everybody is asked, and the days they are asked about."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from benchmarks.contestants import Contestant

FIRST, LAST = dt.date(2018, 6, 1), dt.date(2023, 8, 31)
"""Days of start: workalendar holds 2018 to 2023, and sixty working days take three months either way."""
ADDED = (1, 5, 20, 60)
TAKEN_BACK = (5, 20)
LONGEST = 90
SIZE = 512

Call = tuple[Callable[..., Any], Sequence[tuple[Any, ...]]]
"""A function and the arguments of every call."""


def sample(size: int = SIZE) -> list[dt.date]:
    """Return days of start, always the same ones."""
    chosen = random.Random(20041231)
    return [dt.date.fromordinal(chosen.randint(FIRST.toordinal(), LAST.toordinal())) for _ in range(size)]


def spans(days: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Return for each day a span that ends one to ninety days later, short and long in turn."""
    return [(day, day + dt.timedelta(days=1 + 37 * i % LONGEST)) for i, day in enumerate(days)]


@attrs.frozen
class Question:
    """One question, as a contestant is asked it about many days."""

    name: str
    ask: Callable[[Contestant, Sequence[dt.date]], Call | None]

    def answers(self, contestant: Contestant, days: Sequence[dt.date]) -> list[object] | None:
        """Return what a contestant answers, dates as dates, or None where it has no such function."""
        call = self.ask(contestant, days)
        if call is None:
            return None
        function, arguments = call
        return [answer(contestant, function, each) for each in arguments]


def answer(contestant: Contestant, function: Callable[..., Any], arguments: tuple[Any, ...]) -> object:
    """Return an answer in plain types: a bool, an int or a date; None where the library says it has no data."""
    try:
        given = function(*arguments)
    except Exception as error:
        if contestant.refuses is None or not isinstance(error, contestant.refuses):
            raise
        return None
    if function == contestant.is_workday:
        return bool(given)
    return int(given) if function == contestant.count else contestant.to_date(given)


def is_workday(contestant: Contestant, days: Sequence[dt.date]) -> Call:
    return contestant.is_workday, [(contestant.to_day(day),) for day in days]


def added(n: int) -> Question:
    def ask(contestant: Contestant, days: Sequence[dt.date]) -> Call:
        amount = contestant.to_amount(n)
        return (contestant.add if n > 0 else contestant.back), [(contestant.to_day(day), amount) for day in days]

    return Question(f"add {n}" if n > 0 else f"back {-n}", ask)


def count(contestant: Contestant, days: Sequence[dt.date]) -> Call | None:
    return None if contestant.count is None else (contestant.count, [contestant.to_span(*span) for span in spans(days)])


IS_WORKDAY = Question("is_workday", is_workday)
ADDS = tuple(added(n) for n in ADDED)
BACKS = tuple(added(-n) for n in TAKEN_BACK)
COUNT = Question("count", count)
QUESTIONS = (IS_WORKDAY, *ADDS, *BACKS, COUNT)
