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
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def __dir__() -> list[str]:
    return __all__


def verify(ledger: Ledger) -> None:
    """Check that a ledger proves its end.

    Raises:
        BrokenLedger: for the heading, or at the first line that does not follow from those before and the sources.

    >>> from govsvc.terms import WorkingDays, reckon
    >>> verify(reckon(WorkingDays(20), dt.date(2025, 9, 26)).ledger())
    """
    _check_heading(ledger)
    day, way = ledger.restart.on if ledger.restart else ledger.start, -1 if ledger.backwards else 1
    number, part, count, worst = 0, 0, 0, 0
    for part, length in enumerate(ledger.chain, 1):
        count, days, of_work = 0, _days_of(length, day, way), length.unit == "working-days"
        while count < days:
            day, number = day + dt.timedelta(way), number + 1
            kind, sure = _kind_of(ledger, day)
            is_out = any(out.first <= day <= out.last for out in ledger.exclusions)
            counts = not is_out and (kind in _WORKED or not of_work)
            count, worst = count + counts, max(worst, sure if of_work and not is_out else 0)
            why = "excluded" if is_out else "rest" if not counts else "worked" if of_work else "calendar-day"
            _check_line(ledger, number, Line(day, day.isoweekday(), kind, _SURE[sure], part, counts, count, why))
    rolls, national = ledger.roll != "none" and not of_work, ledger.roll == "day-after-rest"
    while rolls:
        kind, sure = _kind_of(ledger, day, national)
        rolls, worst = kind not in _WORKED, max(worst, sure)
        if rolls:
            day, number = day + dt.timedelta(1), number + 1
            why = "rolled-to" if _kind_of(ledger, day, national)[0] in _WORKED else "rolled-over"
            kind, sure = _kind_of(ledger, day)
            _check_line(ledger, number, Line(day, day.isoweekday(), kind, _SURE[sure], part, False, count, why))
    _require(len(ledger.lines) == number, f"{len(ledger.lines)} lines where {number} end the count")
    _require(ledger.end == (ledger.at.date() if ledger.at else day), f"the end is not {ledger.end}")
    _require(ledger.certainty == _SURE[worst], f"the certainty is {_SURE[worst]}, not {ledger.certainty}")


def _check_heading(ledger: Ledger) -> None:
    chain, on, dates = [ledger.length], ledger.restart, {line.date for line in ledger.lines}
    for step in ledger.extensions:
        if step.how == "by" and step.length.unit == chain[-1].unit:
            chain[-1] = Counted(step.length.unit, step.length.n + chain[-1].n)
        else:
            chain = [*(chain if step.how == "by" else ()), step.length]
    _require(ledger.chain == tuple(chain), f"the lengths counted are not {ledger.chain}")
    _require(on is None or ledger.backwards or on.on >= ledger.start, "the restart comes before the start")
    runs = [(says.first, says.last) for source in ledger.sources for says in source.says]
    _require(all(source.says for source in ledger.sources), "a source says nothing")
    for first, last in (*runs, *((out.first, out.last) for out in ledger.exclusions)):
        _require(first <= last and {first, last} <= dates, f"{first} to {last} is not on the way")
    early, late, is_open = ledger.earliest, ledger.latest, ledger.certainty not in _SURE[:2]
    _require((early is not None) is (late is not None) is is_open, "an open end, and no other, has an interval")
    _require((early or ledger.end) <= ledger.end <= (late or ledger.end), "the end lies outside its interval")
    since, at, hours = ledger.since, ledger.at, dt.timedelta(hours=ledger.length.n)
    if ledger.length.unit == "hours" or since or at:
        right = since and at and at - since == hours and since.date() == ledger.start and since.tzinfo == at.tzinfo
        _require(bool(right) and ledger.length.unit == "hours", "the moments are not those of the hours counted")


def _days_of(length: Counted, day: dt.date, way: int) -> int:
    if length.unit not in ("months", "years"):
        return length.n if length.unit in ("working-days", "calendar-days") else 0
    months = day.year * 12 + day.month - 1 + way * length.n * (12 if length.unit == "years" else 1)
    year, month = divmod(months, 12)
    leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return abs((dt.date(year, month + 1, min(day.day, _LAST[month] + leap)) - day).days)


def _said_of(ledger: Ledger, day: dt.date) -> tuple[Said, ...]:
    every = ((source.number, says) for source in ledger.sources for says in source.says)
    return tuple(Said(number, says.what) for number, says in every if says.first <= day <= says.last)


def _kind_of(ledger: Ledger, day: dt.date, national: bool = False) -> tuple[str, int]:
    """Return kind and certainty by the calendar in use, or by the nation's with make-up days worked."""
    words = [said.what for said in _said_of(ledger, day) if not national or said.what[:3] not in ("unk", "reg")]
    weekend, arranged = day.isoweekday() > 5, {"settled", "reported"} & {*words}
    work, plain, granted = ("make-up-work", "weekend", "weekend") if weekend else ("workday", "workday", "holiday")
    rest = "holiday" if "statutory" in words else "weekend" if weekend else "make-up-rest"
    kind = rest if not arranged and {"statutory", "made-up"} & {*words} else plain
    for what in words:
        _require(what in _SAYS, f"{what} is nothing a source says")
        if what.endswith("work"):
            kind = work
        elif what.endswith("rest"):
            kind = rest if what != "regional-rest" else granted if kind in _WORKED else kind
    kind = kind if national or ledger.make_up_work or kind != "make-up-work" else plain
    return (kind, _SAYS[words[-1]] if words else 2) if 2004 <= day.year <= 2100 else ("not-held", 4)


def _check_line(ledger: Ledger, number: int, walked: Line) -> None:
    _require(number <= len(ledger.lines), f"there is no line for {walked.date}", number)
    found, day = ledger.lines[number - 1], walked.date
    for name in ("date", "weekday", "kind", "certainty", "part", "counted", "count", "why"):
        right = getattr(walked, name)
        _require(getattr(found, name) == right, f"{name} is not {right}", number)
    grounds = tuple(Ground(out.ground, out.told_on) for out in ledger.exclusions if out.first <= day <= out.last)
    _require(found.said == _said_of(ledger, day), "the sources say otherwise", number)
    _require(found.excluded == grounds, "the exclusions say otherwise", number)


def _require(holds: bool, why: str, line: int | None = None) -> None:
    if not holds:
        raise BrokenLedger(line, why)
