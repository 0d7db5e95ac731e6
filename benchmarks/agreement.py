"""Whether the others answer as we do: a fast wrong answer is no answer."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Sequence

import attrs

from benchmarks.contestants import Contestant
from benchmarks.questions import IS_WORKDAY, QUESTIONS
from govsvc.calendars import WorkCalendar


@attrs.frozen
class Agreement:
    """How one contestant's answers compare with ours.

    Attributes:
        differs: For each question the share of days of the sample with another answer, where there is any.
        days: The days since 2004 that it calls worked and we do not, or the other way round.
        unannounced: What it says of a day that nobody has announced.
    """

    differs: dict[str, float]
    days: tuple[dt.date, ...]
    unannounced: str


def differing(contestant: Contestant, we: Contestant, days: Sequence[dt.date]) -> dict[str, float]:
    """Return the share of answers that are not ours, for each question where there are any."""
    shares = {}
    for question in QUESTIONS:
        theirs, expected = question.answers(contestant, days), question.answers(we, days)
        if theirs is not None and expected is not None:
            shares[question.name] = sum(a != b for a, b in zip(theirs, expected, strict=True)) / len(days)
    return {name: share for name, share in shares.items() if share}


def announced(calendar: WorkCalendar) -> list[dt.date]:
    first, last = calendar.announced_from.toordinal(), calendar.announced_through.toordinal()
    return list(map(dt.date.fromordinal, range(first, last + 1)))


def other_days(contestant: Contestant, calendar: WorkCalendar) -> tuple[dt.date, ...]:
    """Return the announced days of which a contestant says what we do not."""
    every_day = announced(calendar)
    asked = zip(every_day, IS_WORKDAY.answers(contestant, every_day) or [], strict=True)
    return tuple(day for day, said in asked if said is not None and said is not calendar.is_workday(day))


def unannounced(contestant: Contestant, calendar: WorkCalendar) -> str:
    """Say what a contestant answers about a day of which nobody has said anything yet."""
    day = dt.date(calendar.announced_through.year + 1, 10, 1)
    (is_worked,) = IS_WORKDAY.answers(contestant, [day]) or [None]
    return "refused" if is_worked is None else "given as if known"


def compare(contestant: Contestant, we: Contestant, calendar: WorkCalendar, days: Sequence[dt.date]) -> Agreement:
    """Ask a contestant and us the same, over the sample and over every announced day."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # workalendar warns of every year it holds
        found = unannounced(contestant, calendar)
        return Agreement(differing(contestant, we, days), other_days(contestant, calendar), found)
