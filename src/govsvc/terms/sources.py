"""What is said of the days on the way of a count, and by whom: the sources of a ledger.

Read from what the calendar rests on (`Knowledge`): the holiday law as known, packages, the State Council's notices,
the region. A notice that arranges a year settles it to 25 December, from 26 December before where that year was
arranged too. Not covered: what follows for the kind of a day, which the calendar decides and the checker again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from govsvc.calendars import HolidayNotice, WorkCalendar
from govsvc.calendars.holiday_law import HolidayLaw, provisional_days
from govsvc.calendars.table import FIRST, LAST, Knowledge
from govsvc.spans import Span
from govsvc.terms.ledger import Says, Source

__all__ = ["NOT_HELD", "sources_on"]


def __dir__() -> list[str]:
    return __all__


NOT_HELD = "region-not-held"
_DAY = dt.timedelta(days=1)


def sources_on(way: Span, calendar: WorkCalendar) -> tuple[Source, ...]:
    """Return what is said of the days of a span, the holiday law first and a region last."""
    knowledge = calendar.knowledge
    held = Span(max(way.first, FIRST), min(way.last, LAST)) if way.first <= LAST and way.last >= FIRST else None
    if held is None:
        return ()
    found = [*_reports(held, knowledge), *_notices(held, knowledge)]
    arranged = [span for source in found for span in _spans(source, ("settled", "reported"))]
    every = [*_laws(held, knowledge, arranged), *found, *_region(held, knowledge)]
    return tuple(source for source in every if source.says)


def _spans(source: Source, words: tuple[str, ...]) -> Iterator[Span]:
    return (Span(says.first, says.last) for says in source.says if says.what in words)


def _run(what: str, first: dt.date, last: dt.date, way: Span) -> tuple[Says, ...]:
    """Return a run as far as it lies on the way."""
    begin, end = max(first, way.first), min(last, way.last)
    return (Says(what, begin, end),) if begin <= end else ()


def _runs(what: str, days: Iterable[dt.date], way: Span) -> Iterator[Says]:
    """Yield single days as runs, as far as they lie on the way."""
    first = last = None
    for day in sorted(day for day in days if day in way):
        if first is not None and last is not None and day != last + _DAY:
            yield Says(what, first, last)
            first = None
        first, last = first or day, day
    if first is not None and last is not None:
        yield Says(what, first, last)


def _arranged(year: int, word: str, way: Span, knowledge: Knowledge) -> tuple[Says, ...]:
    years = knowledge.noticed_years | {report.year for report in knowledge.reports}
    first = dt.date(year - 1, 12, 26) if year - 1 in years else dt.date(year, 1, 1)
    return _run(word, first, dt.date(year, 12, 25), way)


def _laws(way: Span, knowledge: Knowledge, arranged: list[Span]) -> Iterator[Source]:
    """Yield each version of the holiday law on the way; make-up days are its own only where nobody arranged them."""
    said: dict[HolidayLaw, list[Says]] = {}
    for year in range(way.first.year, way.last.year + 1):
        law = knowledge.law_of(year)
        says = said.setdefault(law, [])
        says += _runs("statutory", {day for day, _ in law.statutory_days(year)}, way)
        made_up = (day for day, (kind, _) in provisional_days(year, law=law).items() if kind == "MAKE_UP_REST")
        says += _runs("made-up", (day for day in made_up if not any(day in span for span in arranged)), way)
    return (Source(law.number, law.promulgated, tuple(says)) for law, says in said.items())


def _reports(way: Span, knowledge: Knowledge) -> Iterator[Source]:
    for report in knowledge.reports:
        if report.year in knowledge.noticed_years:
            continue
        says = [
            *_arranged(report.year, "reported", way, knowledge),
            *_runs("reported-rest", (day for day, _ in report.off), way),
            *_runs("reported-work", report.worked, way),
        ]
        yield Source(report.source, None, tuple(says))


def _notices(way: Span, knowledge: Knowledge) -> Iterator[Source]:
    for notice in knowledge.notices:
        says = () if notice.amends else _arranged(notice.year, "settled", way, knowledge)
        named = (*_runs("rest", notice.off, way), *_runs("work", notice.worked, way))
        yield Source(_number(notice), notice.known_from, says + named)


def _region(way: Span, knowledge: Knowledge) -> Iterator[Source]:
    layer = knowledge.layer
    if layer is None:
        return
    unknown = [says for span in layer.unknown for says in _run("unknown", span.first, span.last, way)]
    yield Source(NOT_HELD, None, tuple(unknown))
    days: dict[HolidayNotice, dict[bool, list[dt.date]]] = {}
    for day in layer.days.values():
        days.setdefault(day.notice, {True: [], False: []})[day.is_off].append(day.date)
    for notice, by_rest in days.items():
        says = (*_runs("regional-rest", by_rest[True], way), *_runs("regional-work", by_rest[False], way))
        yield Source(_number(notice), notice.known_from, says)


def _number(notice: HolidayNotice) -> str:
    return notice.number or notice.title
