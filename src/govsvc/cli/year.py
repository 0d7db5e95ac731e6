"""`govsvc calendar`: the working days of a year, what is off, what is worked for it, and who says so."""

from __future__ import annotations

import json
from argparse import Namespace
from functools import partial

from govsvc.calendars import WorkCalendar
from govsvc.calendars.table import YEARS
from govsvc.cli.question import Question
from govsvc.errors import InvalidInput, invalid
from govsvc.places import Place
from govsvc.render.calendars import notices_of, year_days, year_text, year_totals
from govsvc.wire.writing import plain

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


def run(options: Namespace, locale: str) -> int:
    """Print a year."""
    question = Question(options)
    year = question.attempt("YEAR", partial(_year, options.year))
    question.settle()
    if year is None:
        raise InvalidInput(question.faults)
    place = question.place or Place.NATIONAL
    calendar = question.calendar(place)
    if options.json:
        print(_as_json(calendar, year, place))
    else:
        print("\n".join([*question.notes(locale), year_text(calendar, year, place, locale)]))
    return 0


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise invalid("YEAR", "not-a-number", text, "a year")
    if int(text) not in YEARS:
        raise invalid("YEAR", "outside-calendar", text, f"a year from {YEARS[0]} to {YEARS[-1]}")
    return int(text)


def _as_json(calendar: WorkCalendar, year: int, place: Place) -> str:
    days = year_days(calendar, year)
    value = {
        "year": year,
        "place": {"name": place.full_name, "code": place.code},
        "calendar": calendar.fingerprint,
        "announced_from": calendar.announced_from,
        "announced_through": calendar.announced_through,
        "totals": year_totals(days),
        "notices": notices_of(calendar, year),
        "days": days,
    }
    return json.dumps(plain(value), ensure_ascii=False, indent=2)
