"""The checker of ledgers: it walks a count again day by day, from the ledger alone.

It shares nothing with the code that counts. Not covered: whether a source truly says what is recorded of it, and the
first and last day of an open interval beyond their order.
"""

from __future__ import annotations

import datetime as dt

from govsvc.errors import BrokenLedger
from govsvc.terms.ledger import Counted, Ground, Ledger, Line, Said

__all__ = ["verify"]

_SURE = ("announced", "reported", "provisional", "region-unknown", "not-held")
_SAYS = {"settled": 0, "rest": 0, "work": 0, "regional-rest": 0, "regional-work": 0}
_SAYS |= {"reported": 1, "reported-rest": 1, "reported-work": 1, "statutory": 2, "made-up": 2, "unknown": 3}
_WORKED = ("workday", "make-up-work")


def __dir__() -> list[str]:
    return __all__


def verify(ledger: Ledger) -> None:
    """Check that a ledger proves its end.

    Raises:
        BrokenLedger: for the heading, or at the first line that does not follow from those before and the sources.

    >>> from govsvc.terms import WorkingDays, reckon
    >>> verify(reckon(WorkingDays(20), dt.date(2025, 9, 26)).ledger())
    """
    day, way = ledger.restart.on if ledger.restart else ledger.start, -1 if ledger.backwards else 1
    number, part, count, worst, of_work = 0, 0, 0, 0, False
    for part, length in enumerate(ledger.chain, 1):
        count, days, of_work = 0, _days_of(length, day, way), length.unit == "working-days"
        while count < days:
            day, number = day + dt.timedelta(way), number + 1
            (kind, sure), left_out = _kind_of(ledger, day), _grounds_of(ledger, day)
            counts = not left_out and (kind in _WORKED or not of_work)
            count, worst = count + counts, max(worst, sure if of_work and not left_out else 0)
            why = "excluded" if left_out else "rest" if not counts else "worked" if of_work else "calendar-day"
            _check_line(ledger, number, day, part, counts, count, why)
    rolls, national = ledger.roll != "none" and not of_work, ledger.roll == "day-after-rest"
    while rolls:
        (kind, sure), (then, _) = (_kind_of(ledger, day + dt.timedelta(n), national) for n in (0, 1))
        rolls, worst = kind not in _WORKED, max(worst, sure)
        if rolls:
            day, number, why = day + dt.timedelta(1), number + 1, "rolled-to" if then in _WORKED else "rolled-over"
            _check_line(ledger, number, day, part, False, count, why)
    _require(len(ledger.lines) == number, f"{len(ledger.lines)} lines where {number} end the count")
    _require(ledger.end == (ledger.at.date() if ledger.at else day), f"the end is not {ledger.end}")
    _require(ledger.certainty == _SURE[worst], f"the certainty is {_SURE[worst]}, not {ledger.certainty}")
    _check_heading(ledger)


def _check_heading(ledger: Ledger) -> None:
    chain, dates = [ledger.length], {line.date for line in ledger.lines}
    for step in ledger.extensions:
        is_more = step.how == "by" and step.length.unit == chain[-1].unit
        last = Counted(step.length.unit, step.length.n + is_more * chain[-1].n)
        chain = [*chain[: len(chain) - is_more if step.how == "by" else 0], last]
    _require(ledger.chain == tuple(chain), f"the lengths counted are not {ledger.chain}")
    _require(not ledger.restart or ledger.backwards or ledger.restart.on >= ledger.start, "the restart is too early")
    says = [(says.what, says.first, says.last) for source in ledger.sources for says in source.says]
    _require(all(source.says for source in ledger.sources), "a source says nothing")
    for what, first, last_day in (*says, *(("settled", out.first, out.last) for out in ledger.exclusions)):
        _require(what in _SAYS and {first, last_day} <= dates, f"{what} {first} to {last_day} is not on the way")
    ends, is_open = [day for day in (ledger.earliest, ledger.latest) if day], ledger.certainty not in _SURE[:2]
    _require(len(ends) == 2 * is_open, "an open end, and no other, has an interval")
    _require(not ends or ends[0] <= ledger.end <= ends[1], "the end lies outside its interval")
    since, at, is_hours = ledger.since, ledger.at, ledger.length.unit == "hours"
    is_right = since and at and since.date() == ledger.start and at - since == dt.timedelta(hours=ledger.length.n)
    _require(bool(is_right) is bool(since or at) is is_hours, "the moments are not those of the hours counted")


def _days_of(length: Counted, day: dt.date, way: int) -> int:
    if length.unit not in ("months", "years"):
        return length.n if length.unit in ("working-days", "calendar-days") else 0
    months = day.year * 12 + day.month - 1 + way * length.n * (12 if length.unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = 28 + leap if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return way * ((dt.date(year, month, min(day.day, last)) if 0 < year < 10_000 else dt.date.max) - day).days


def _said_of(ledger: Ledger, day: dt.date) -> tuple[Said, ...]:
    every = ((source.number, says) for source in ledger.sources for says in source.says)
    return tuple(Said(number, says.what) for number, says in every if says.first <= day <= says.last)


def _grounds_of(ledger: Ledger, day: dt.date) -> tuple[Ground, ...]:
    return tuple(Ground(out.ground, out.told_on) for out in ledger.exclusions if out.first <= day <= out.last)


def _kind_of(ledger: Ledger, day: dt.date, national: bool = False) -> tuple[str, int]:
    """Return kind and certainty by the calendar in use, or by the nation's with make-up days worked."""
    words = [said.what for said in _said_of(ledger, day) if not national or said.what[:3] not in ("unk", "reg")]
    weekend, arranged = day.isoweekday() > 5, {"settled", "reported"} & {*words}
    work, plain, granted = ("make-up-work", "weekend", "weekend") if weekend else ("workday", "workday", "holiday")
    rest = "holiday" if "statutory" in words else "weekend" if weekend else "make-up-rest"
    kind = rest if not arranged and {"statutory", "made-up"} & {*words} else plain
    for what in (what for what in words if what.endswith(("work", "rest"))):
        off = rest if what != "regional-rest" else granted if kind in _WORKED else kind
        kind = work if what.endswith("work") else off
    kind = kind if national or ledger.make_up_work or kind != "make-up-work" else plain
    return (kind, _SAYS.get(words[-1], 4) if words else 2) if 2004 <= day.year <= 2100 else ("not-held", 4)


def _check_line(ledger: Ledger, number: int, day: dt.date, part: int, counts: bool, count: int, why: str) -> None:
    _require(number <= len(ledger.lines), f"there is no line for {day}", number)
    (kind, sure), said, grounds = _kind_of(ledger, day), _said_of(ledger, day), _grounds_of(ledger, day)
    walked = Line(day, day.isoweekday(), kind, _SURE[sure], part, counts, count, why, said, grounds)
    _require(ledger.lines[number - 1] == walked, f"it should read {walked}", number)


def _require(holds: bool, why: str, line: int | None = None) -> None:
    if not holds:
        raise BrokenLedger(line, why)
