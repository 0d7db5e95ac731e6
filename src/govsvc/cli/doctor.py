"""`govsvc doctor`: which years are announced, by which notices, how far that reaches, and what to do before it ends.

Exit status 1 where somebody has to act: the last announced day is at most 61 days ahead or past and no notice of the
year after is held, or a year is held only by report.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping

import attrs

from govsvc.acts.installed import GROUP as PACKS
from govsvc.calendars import HolidayNotice, WorkCalendar
from govsvc.calendars.shelf import GROUP as NOTICES
from govsvc.calendars.shelf import VARIABLE, origins
from govsvc.cli.question import Question, today
from govsvc.i18n import date_text, translate
from govsvc.law import LAW
from govsvc.places import Place
from govsvc.render.words import joined, one_line
from govsvc.stamps import VERSION
from govsvc.wire.writing import plain

__all__ = ["Checkup", "checkup", "checkup_lines", "run"]


def __dir__() -> list[str]:
    return __all__


_AHEAD = dt.timedelta(days=61)
"""How long before the last announced day the next year's notice has to be held."""

_PACKAGES = ("attrs", "babel", "cattrs", "chinesecalendar", "python-dateutil")


@attrs.frozen
class Held:
    """A notice that is held, and where it comes from: "packaged", "installed", "environment" or "option"."""

    year: int
    number: str
    title: str
    issued: dt.date
    published: dt.date | None
    url: str | None
    amends: bool
    origin: str

    @classmethod
    def of(cls, notice: HolidayNotice, origin: str) -> Held:
        """Return what is told of a notice."""
        told = {field.name: getattr(notice, field.name) for field in attrs.fields(cls) if field.name != "origin"}
        return cls(**told, origin=origin)


@attrs.frozen
class Action:
    """Something to do: a message id and its data."""

    what: str
    data: dict[str, dt.date | str]


@attrs.frozen
class Checkup:
    """What the command found.

    Attributes:
        as_of: The day it was made for.
        announced_from: The first day of the announced run.
        announced_through: Its last day.
        notices: The notices held, in order of publication.
        reported: The years held only by report, with the package that reports them.
        environment: What `GOVSVC_NOTICES` says, or None.
        notice_packages: The installed packages of notices.
        packs: The installed packs of law.
        instruments: The texts of law held.
        law: The fingerprint of the law.
        versions: The releases of what takes part.
        actions: What to do.
    """

    as_of: dt.date
    announced_from: dt.date
    announced_through: dt.date
    notices: tuple[Held, ...]
    reported: dict[str, str]
    environment: str | None
    notice_packages: tuple[str, ...]
    packs: dict[str, str]
    instruments: tuple[str, ...]
    law: str
    versions: dict[str, str]
    actions: tuple[Action, ...]


def run(options: Namespace, locale: str) -> int:
    """Print the state of calendar and law; return 1 where something is to be done."""
    question = Question(options)
    question.settle()
    calendar = question.calendar(Place.NATIONAL)
    found = checkup(calendar, question.as_of or today(), question.notices)
    print(
        json.dumps(plain(found), ensure_ascii=False, indent=2)
        if options.json
        else "\n".join(checkup_lines(found, locale))
    )
    return 1 if found.actions else 0


def checkup(calendar: WorkCalendar, as_of: dt.date, given: Mapping[str, HolidayNotice]) -> Checkup:
    """Return the state of calendar and law on a day.

    Args:
        calendar: The nation's calendar.
        as_of: The day.
        given: The notices that were given with the question.
    """
    reported = {str(report.year): report.source for report in calendar.knowledge.reports}
    return Checkup(
        as_of,
        calendar.announced_from,
        calendar.announced_through,
        tuple(Held.of(notice, _origin(notice, given.values())) for notice in calendar.knowledge.notices),
        reported,
        os.environ.get(VARIABLE) or None,
        tuple(sorted(_points(NOTICES))),
        _points(PACKS),
        tuple(instrument.title for instrument in LAW.instruments),
        LAW.fingerprint,
        _versions(),
        tuple(_actions(calendar, as_of, reported)),
    )


def _origin(notice: HolidayNotice, given: Iterable[HolidayNotice]) -> str:
    return "option" if notice in given else origins()[notice].value


def _points(group: str) -> dict[str, str]:
    """Return the entry points of a group, by name."""
    from importlib.metadata import entry_points

    return {point.name: point.value for point in sorted(entry_points(group=group), key=lambda point: point.name)}


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return {"govsvc": VERSION, "python": platform.python_version(), **{name: version(name) for name in _PACKAGES}}


def _actions(calendar: WorkCalendar, as_of: dt.date, reported: Mapping[str, str]) -> Iterator[Action]:
    last = calendar.announced_through
    data: dict[str, dt.date | str] = {"last": last, "year": str(last.year + 1)}
    is_reported = data["year"] in reported
    if as_of > last and not is_reported:
        yield Action("doctor.action-past", data)
    elif last - as_of <= _AHEAD and not is_reported:
        yield Action("doctor.action", data)
    for source in sorted(set(reported.values())):
        years = ", ".join(year for year in reported if reported[year] == source)
        yield Action("doctor.action-reported", {"years": years, "source": source})


def checkup_lines(found: Checkup, locale: str) -> Iterator[str]:
    """Yield what was found, line by line."""
    day = date_text(found.as_of, locale)
    yield translate("doctor.heading", locale, version=VERSION, day=day)
    for name, lines in (
        ("calendar", _calendar_lines(found, locale)),
        ("sources", _source_lines(found, locale)),
        ("law", _law_lines(found, locale)),
        ("versions", [joined((f"{name} {number}" for name, number in found.versions.items()), locale)]),
        ("todo", _todo_lines(found, locale)),
    ):
        yield translate(f"doctor.{name}", locale)
        yield from (f"  {line}" for line in lines)


def _calendar_lines(found: Checkup, locale: str) -> Iterator[str]:
    days = (found.announced_through - found.as_of).days
    run = {"first": date_text(found.announced_from, locale), "last": date_text(found.announced_through, locale)}
    yield translate("doctor.horizon" if days >= 0 else "doctor.horizon-past", locale, **run, days=abs(days))
    for year in sorted({held.year for held in found.notices}):
        notices = [held for held in found.notices if held.year == year]
        origins = joined(dict.fromkeys(translate(f"doctor.origin-{held.origin}", locale) for held in notices), locale)
        shown = joined((_notice_text(held, locale) for held in notices), locale, by="list.stop")
        yield translate("doctor.year", locale, year=year, notice=shown, origin=origins)
    for years, source in found.reported.items():
        yield translate("doctor.reported", locale, years=years, source=source)
    first_open = dt.date(max([found.announced_through.year, *map(int, found.reported)]), 12, 26)
    yield translate("doctor.provisional", locale, first=date_text(first_open, locale))


def _notice_text(held: Held, locale: str) -> str:
    number = one_line(held.number or held.title)
    told = "notice.issued" if held.published is None else "notice.published"
    issued, published = (date_text(day, locale) for day in (held.issued, held.published or held.issued))
    notes = [translate(told, locale, issued=issued, published=published)]
    notes += [translate("notice.amends", locale)] if held.amends else []
    return number + translate("calendar.source", locale, sources=joined(notes, locale, by="list.phrase"))


def _source_lines(found: Checkup, locale: str) -> Iterator[str]:
    if found.environment is None:
        yield translate("doctor.environment-unset", locale)
    else:
        yield translate("doctor.environment", locale, value=one_line(found.environment))
    names = joined(found.notice_packages, locale) or translate("assessment.none", locale)
    yield translate("doctor.packages", locale, names=names)


def _law_lines(found: Checkup, locale: str) -> Iterator[str]:
    for name, source in found.packs.items():
        yield translate("doctor.pack", locale, name=name, source=source)
    yield translate("doctor.instruments", locale, titles=joined(found.instruments, locale), fingerprint=found.law)


def _todo_lines(found: Checkup, locale: str) -> Iterator[str]:
    for action in found.actions:
        data = {name: _shown(value, locale) for name, value in action.data.items()}
        yield translate(action.what, locale, **data)
    if not found.actions:
        last = found.announced_through
        yield translate("doctor.fine", locale, day=date_text(last - _AHEAD, locale), year=last.year + 1)


def _shown(value: dt.date | str, locale: str) -> str:
    return date_text(value, locale) if isinstance(value, dt.date) else one_line(value)
