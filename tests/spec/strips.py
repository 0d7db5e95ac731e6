"""A count as a strip: the days of a ledger on a few lines, runs of days of one kind together.

Not covered: whether the ledger is right, which `verify` checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from govsvc.i18n import translate
from govsvc.terms.ledger import Ledger, Line

__all__ = ["strip"]

WHY: Final = {"rest": "休", "excluded": "不计入", "rolled-over": "顺延", "rolled-to": "末日"}


def strip(ledger: Ledger) -> str:
    """Return the days of a ledger: how far the count had come on each run, and why the others did not count."""
    runs = [f"{ledger.start}（当日不计）", *_runs(ledger)]
    ends = f"{ledger.earliest} 至 {ledger.latest}，可能是 {ledger.end}" if ledger.is_open else str(ledger.end)
    return " │ ".join([*runs, f"末日 {ends}"])


def _runs(ledger: Ledger) -> Iterator[str]:
    for (counted, why, kind, part), run in groupby(ledger.lines, _kind):
        days = list(run)
        yield f"{_days(days)} {_count(days, part) if counted else _why(why, days)}{'（补班）' if kind else ''}"


def _kind(line: Line) -> tuple[bool, str, bool, int]:
    return line.counted, line.why, line.counted and line.kind == "make-up-work", line.part


def _days(days: list[Line]) -> str:
    first, last = (f"{line.date:%m-%d}" for line in (days[0], days[-1]))
    return first if first == last else f"{first}…{last}"


def _count(days: list[Line], part: int) -> str:
    """Return the numbers of counted days: those of an extension begin anew, with a plus."""
    first, last = days[0].count, days[-1].count
    return f"{'＋' * (part - 1)}{first if first == last else f'{first}–{last}'}"


def _why(why: str, days: list[Line]) -> str:
    grounds = sorted({ground.ground for line in days for ground in line.excluded})
    told = "、".join(translate(f"procedure.{ground}", "zh") for ground in grounds)
    return f"{WHY.get(why, why)}{told and f'：{told}'}"
