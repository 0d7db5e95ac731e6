"""Writing a ledger: the count of a reckoning told day by day. Built only when asked for.

The ends of the parts are the engine's own; whether the days between them bear these out is for the checker. Not
covered: the words in which a ledger is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from govsvc.calendars.table import FIRST, LAST
from govsvc.spans import Span
from govsvc.terms.conditions import AnyExtension, Extension
from govsvc.terms.counting import chain_of
from govsvc.terms.ledger import Counted, ExcludedDays, Extended, Ground, Ledger, Line, Said, Source
from govsvc.terms.lengths import CalendarDays, Hours, Length, Months, UntilTheDay, WorkingDays, Years
from govsvc.terms.reckoning import Reckoning
from govsvc.terms.sources import sources_on

__all__ = ["write_ledger"]


def __dir__() -> list[str]:
    return __all__


_DAY = dt.timedelta(days=1)
_UNITS: dict[type[Length], str] = {
    WorkingDays: "working-days",
    CalendarDays: "calendar-days",
    Months: "months",
    Years: "years",
    Hours: "hours",
    UntilTheDay: "until-the-day",
}


def write_ledger(reckoning: Reckoning) -> Ledger:
    """Return the ledger of a reckoning; of its likely end where the end is open.

    >>> from govsvc.terms import WorkingDays, reckon
    >>> ledger = write_ledger(reckon(WorkingDays(2), dt.date(2026, 1, 2)))
    >>> [(str(line.date), line.why, line.count) for line in ledger.lines]
    [('2026-01-03', 'rest', 0), ('2026-01-04', 'worked', 1), ('2026-01-05', 'worked', 2)]
    """
    conditions = reckoning.conditions
    way = None if isinstance(reckoning.length, Hours) else _way(reckoning)
    sources = sources_on(way, reckoning.calendar) if way else ()
    exclusions = tuple(_exclusions(reckoning, way)) if way else ()
    is_open = not reckoning.is_settled
    return Ledger(
        start=reckoning.start,
        length=_counted(reckoning.length),
        chain=tuple(map(_counted, chain_of(reckoning.length, conditions.extensions))),
        backwards=conditions.backwards,
        roll=conditions.roll.value,
        slack=conditions.slack,
        restart=conditions.restart,
        exclusions=exclusions,
        extensions=tuple(map(_extended, conditions.extensions)),
        end=reckoning.likely,
        certainty=reckoning.certainty.value,
        earliest=reckoning.earliest if is_open else None,
        latest=reckoning.latest if is_open else None,
        since=_since(reckoning),
        at=reckoning.at,
        fingerprint=reckoning.calendar.fingerprint,
        make_up_work=reckoning.calendar.knowledge.make_up_work,
        sources=sources,
        lines=tuple(_Pen(reckoning, exclusions, sources).lines()) if way else (),
    )


def _counted(length: Length) -> Counted:
    return Counted(_UNITS[type(length)], 0 if isinstance(length, UntilTheDay) else length.n)


def _extended(extension: AnyExtension) -> Extended:
    if isinstance(extension, Extension):
        return Extended("by", _counted(extension.by), extension.approved_on, extension.approver)
    return Extended("to", _counted(extension.to), extension.approved_on, extension.approver)


def _since(reckoning: Reckoning) -> dt.datetime | None:
    if reckoning.at is None or not isinstance(reckoning.length, Hours):
        return None
    return reckoning.at - dt.timedelta(hours=reckoning.length.n)


def _way(reckoning: Reckoning) -> Span | None:
    """Return the days after the start up to the end; None where there are none."""
    begin, end = reckoning.counted_from, reckoning.likely
    if begin == end:
        return None
    return Span(end, begin - _DAY) if reckoning.conditions.backwards else Span(begin + _DAY, end)


def _exclusions(reckoning: Reckoning, way: Span) -> Iterator[ExcludedDays]:
    for excluded in reckoning.conditions.excluded:
        first, last = max(excluded.days.first, way.first), min(excluded.days.last, way.last)
        if first <= last:
            yield ExcludedDays(excluded.why.value, first, last, excluded.told_on)


@attrs.frozen
class _Pen:
    """What is needed to write the lines."""

    reckoning: Reckoning
    exclusions: tuple[ExcludedDays, ...]
    sources: tuple[Source, ...]

    def lines(self) -> Iterator[Line]:
        """Yield a line for each day: those of each part up to its end, then those over which the last day rolled."""
        reckoning, begin = self.reckoning, self.reckoning.counted_from
        said = self._said()
        part, count = 0, 0
        for part, (length, end) in enumerate(reckoning.parts(), 1):
            count = 0
            for day in _between(begin, end, reckoning.conditions.backwards):
                line = self._line(day, said)
                why = self._why(line, length)
                count += why in ("worked", "calendar-day")
                yield attrs.evolve(line, part=part, counted=why in ("worked", "calendar-day"), count=count, why=why)
            begin = end
        for day in _between(begin, reckoning.likely, False):
            why = "rolled-to" if day == reckoning.likely else "rolled-over"
            yield attrs.evolve(self._line(day, said), part=part, count=count, why=why)

    def _line(self, day: dt.date, said: dict[dt.date, list[Said]]) -> Line:
        kind = certainty = "not-held"
        if FIRST <= day <= LAST:
            known = self.reckoning.calendar.day(day)
            kind, certainty = known.kind.value, known.certainty.value
        excluded = (Ground(e.ground, e.told_on) for e in self.exclusions if e.first <= day <= e.last)
        return Line(day, day.isoweekday(), kind, certainty, 0, False, 0, "", tuple(said.get(day, ())), tuple(excluded))

    def _why(self, line: Line, length: Length) -> str:
        if line.excluded:
            return "excluded"
        if not isinstance(length, WorkingDays):
            return "calendar-day"
        return "worked" if self.reckoning.calendar.day(line.date).is_working else "rest"

    def _said(self) -> dict[dt.date, list[Said]]:
        said: dict[dt.date, list[Said]] = {}
        for source in self.sources:
            for says in source.says:
                for day in Span(says.first, says.last):
                    said.setdefault(day, []).append(Said(source.number, says.what))
        return said


def _between(begin: dt.date, end: dt.date, backwards: bool) -> Sequence[dt.date]:
    """Return the days after one day up to another, in the order of the count."""
    way = -1 if backwards else 1
    return [begin + n * way * _DAY for n in range(1, (end - begin).days * way + 1)]
