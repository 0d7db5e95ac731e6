"""A calendar year in words: what is off and what is worked for it, who says so, and how many working days that leaves.

Not covered: a grid of the months.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from govsvc.calendars import Certainty, Day, DayKind, HolidayNotice, WorkCalendar
from govsvc.i18n import date_text, translate
from govsvc.places import Place
from govsvc.render.words import joined, one_line, weekday_text
from govsvc.spans import Span

__all__ = ["notices_of", "year_days", "year_text", "year_totals"]


def __dir__() -> list[str]:
    return __all__


_DAY = dt.timedelta(days=1)


def year_days(calendar: WorkCalendar, year: int) -> tuple[Day, ...]:
    """Return every day of a year.

    >>> from govsvc.calendars import china
    >>> len(year_days(china(), 2024))
    366
    """
    return tuple(calendar.day(day) for day in Span(dt.date(year, 1, 1), dt.date(year, 12, 31)))


def notices_of(calendar: WorkCalendar, year: int) -> tuple[HolidayNotice, ...]:
    """Return the notices that arrange a year or name a day of it, in order of publication, those of regions last."""
    sources = {day.source for day in year_days(calendar, year)}
    national = [notice for notice in calendar.knowledge.notices if notice.year == year or notice in sources]
    regional = sources - {None, *national}
    return (*national, *sorted((n for n in regional if n is not None), key=lambda notice: notice.known_from))


def year_totals(days: Sequence[Day]) -> dict[str, int]:
    """Return how many days of each kind there are.

    >>> from govsvc.calendars import china
    >>> year_totals(year_days(china(), 2026))["working"]
    248
    """
    kinds = [day.kind for day in days]
    return {
        "days": len(days),
        "working": sum(day.is_working for day in days),
        "off": sum(not day.is_working for day in days),
        "holidays": kinds.count(DayKind.HOLIDAY),
        "exchanged": kinds.count(DayKind.MAKE_UP_REST),
        "worked": kinds.count(DayKind.MAKE_UP_WORK),
        "open": sum(not day.certainty.is_settled for day in days),
    }


def year_text(calendar: WorkCalendar, year: int, place: Place, locale: str) -> str:
    """Return a year, a heading and indented sections.

    Args:
        calendar: The calendar.
        year: The year.
        place: The place it is the calendar of, for the heading.
        locale: `zh` or `en`.
    """
    days = year_days(calendar, year)
    lines = [translate("calendar.heading", locale, year=year, place=place.full_name)]
    lines += [f"  {line}" for line in _lines(calendar, days, locale)]
    return "\n".join(lines)


def _lines(calendar: WorkCalendar, days: Sequence[Day], locale: str) -> Iterator[str]:
    yield from _certainties(days, locale)
    yield from _blocks(days, locale)
    yield from _summary(days, locale)
    notices = notices_of(calendar, days[0].date.year)
    yield translate("calendar.notices" if notices else "calendar.no-notices", locale)
    yield from (f"  {_notice(notice, locale)}" for notice in notices)


def _notice(notice: HolidayNotice, locale: str) -> str:
    notes = [one_line(notice.number)] if notice.number else []
    if notice.published is not None:
        notes.append(translate("notice.published", locale, published=date_text(notice.published, locale)))
    notes += [translate("notice.amends", locale)] if notice.amends else []
    shown = translate("calendar.source", locale, sources=joined(notes, locale, by="list.phrase")) if notes else ""
    return " ".join(filter(None, (one_line(notice.title) + shown, notice.url)))


def _certainties(days: Sequence[Day], locale: str) -> Iterator[str]:
    for certainty, run in itertools.groupby(days, lambda day: day.certainty):
        part = list(run)
        first, last = date_text(part[0].date, locale), date_text(part[-1].date, locale)
        name = translate(f"certainty.{certainty.value}", locale)
        yield translate("calendar.announced", locale, first=first, last=last, certainty=name)


def _blocks(days: Sequence[Day], locale: str) -> Iterator[str]:
    """Yield a line for each holiday: the days off, the days worked for them, and the notice."""
    named: dict[tuple[str, object], list[Day]] = {}
    for day in days:
        if day.name is not None:
            named.setdefault((day.name, day.source), []).append(day)
    for (name, _), block in sorted(named.items(), key=_first_off):
        parts = [translate("calendar.off", locale, days=_runs(block, False, locale))] if _any(block, False) else []
        parts += [translate("calendar.worked", locale, days=_runs(block, True, locale))] if _any(block, True) else []
        shown = joined(parts, locale, by="list.stop")
        yield translate("calendar.block", locale, name=one_line(name), days=shown) + _source(block[0], locale)


def _first_off(item: tuple[object, Sequence[Day]]) -> dt.date:
    return next((day.date for day in item[1] if not day.is_working), item[1][0].date)


def _any(block: Sequence[Day], is_working: bool) -> bool:
    return any(day.is_working is is_working for day in block)


def _runs(block: Sequence[Day], is_working: bool, locale: str) -> str:
    """Return the days of a block that are worked, or off, neighbours as one span."""
    dates = [day.date for day in block if day.is_working is is_working]
    runs: list[list[dt.date]] = []
    for date in dates:
        if runs and not is_working and date - runs[-1][-1] == _DAY:
            runs[-1].append(date)
        else:
            runs.append([date])
    return joined((_span(run[0], run[-1], locale) for run in runs), locale)


def _span(first: dt.date, last: dt.date, locale: str) -> str:
    begin, end = _month_day(first, locale), _month_day(last, locale)
    return begin if first == last else translate("text.span", locale, first=begin, last=end)


def _month_day(day: dt.date, locale: str) -> str:
    return translate("text.dated", locale, day=f"{day:%m-%d}", weekday=weekday_text(day, locale))


def _source(day: Day, locale: str) -> str:
    if day.source is not None:
        return translate("calendar.source", locale, sources=one_line(day.source.number or day.source.title))
    certainty = translate(f"certainty.{day.certainty.value}", locale)
    notes = [certainty] if day.certainty is Certainty.REPORTED else [certainty, translate("calendar.computed", locale)]
    return translate("calendar.source", locale, sources=joined(notes, locale, by="list.phrase"))


def _summary(days: Sequence[Day], locale: str) -> Iterator[str]:
    totals = year_totals(days)
    worked = Counter(day.date.month for day in days if day.is_working)
    months = (translate("calendar.month", locale, month=month, days=worked[month]) for month in range(1, 13))
    yield translate("calendar.months", locale, months=joined(months, locale))
    yield translate("calendar.total", locale, **totals)
    if totals["open"]:
        yield translate("calendar.open", locale, days=totals["open"])
