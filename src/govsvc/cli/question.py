"""What a command is asked: days, place, calendar, law, read from the options with every fault at once.

Not covered: the cases themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import attrs

from govsvc.calendars import HolidayNotice, WorkCalendar, for_place, read_notice
from govsvc.cli.errors import as_faults
from govsvc.errors import Fault, GovsvcError, InvalidInput, invalid
from govsvc.i18n import date_text, translate
from govsvc.law import LAW, Law
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME
from govsvc.wire.moments import read_day

__all__ = ["Question", "today", "today_note"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")


def today() -> dt.date:
    """Return the day it is in Beijing."""
    return dt.datetime.now(BEIJING_TIME).date()


class Question:
    """The options of a command, read.

    Attributes:
        faults: What is wrong with them; `settle` raises them together.
        as_of: The day asked about, or None.
        as_known: The day whose knowledge counts, or None.
        place: Where the organ sits, or None.
        law: The law, with the readings chosen.
        notices: The further notices that were known by then, by file.
        left_out: Those that were not.
    """

    def __init__(self, options: Namespace) -> None:
        given: dict[str, Any] = {"as_of": None, "as_known": None, "place": None, "reading": (), "notice": ()}
        given |= vars(options)
        self.faults: list[Fault] = []
        self._calendars: dict[Place, WorkCalendar] = {}
        self.as_of = self.day("--as-of", given["as_of"])
        self.as_known = self.day("--as-known", given["as_known"])
        self.place = self.attempt("--place", partial(_place, given["place"]))
        self.law = self.attempt("--reading", partial(_law, given["reading"])) or LAW
        read = {file: self.attempt(file, partial(_notice, file)) for file in given["notice"]}
        known = {file: notice for file, notice in read.items() if notice is not None}
        self.left_out = [notice for notice in known.values() if self._is_later(notice)]
        self.notices = {file: notice for file, notice in known.items() if not self._is_later(notice)}

    def _is_later(self, notice: HolidayNotice) -> bool:
        return self.as_known is not None and notice.known_from > self.as_known

    def attempt(self, path: str, read: Callable[[], _T]) -> _T | None:
        """Return what is read, or note what is wrong with it."""
        try:
            return read()
        except GovsvcError as error:
            self.faults += as_faults(error, path)
            return None

    def day(self, option: str, text: str | None) -> dt.date | None:
        """Return the day of an option, or None where it was left out or is wrong."""
        return None if text is None else self.attempt(option, partial(read_day, text, option))

    def settle(self) -> None:
        """Refuse the question if anything is wrong with it.

        Raises:
            InvalidInput: with every fault, those of the calendar too.
        """
        self.attempt("--notice", partial(self.calendar, self.place or Place.NATIONAL))
        self.refuse()

    def refuse(self) -> None:
        """Refuse the question if anything is wrong with its words; no calendar is looked at.

        Raises:
            InvalidInput: with every fault.
        """
        if self.faults:
            raise InvalidInput(self.faults)

    def calendar(self, place: Place) -> WorkCalendar:
        """Return the calendar of a place, with what was known and the further notices."""
        if place not in self._calendars:
            self._calendars[place] = self._with_notices(for_place(place, as_known=self.as_known))
        return self._calendars[place]

    def _with_notices(self, calendar: WorkCalendar) -> WorkCalendar:
        if not self.notices:
            return calendar
        try:
            return calendar.with_notices(*self.notices.values())
        except InvalidInput as error:
            raise InvalidInput(attrs.evolve(fault, path=self._by_file(fault.path)) for fault in error.faults) from None

    def _by_file(self, path: str) -> str:
        files = tuple(self.notices)
        return re.sub(r"^notices\[(\d+)\]", lambda found: files[int(found[1])], path)

    def notes(self, locale: str) -> list[str]:
        """Return what the reader has to know of how the question was understood."""
        notes = []
        if self.as_known is not None:
            notes.append(translate("note.as-known", locale, day=date_text(self.as_known, locale)))
        for notice in self.left_out:
            published = date_text(notice.known_from, locale)
            notes.append(translate("note.later-notice", locale, number=notice.number, published=published))
        return notes


def today_note(day: dt.date, locale: str) -> str:
    """Return the note that today was taken for the day asked about."""
    return translate("note.today", locale, day=date_text(day, locale))


def _place(text: str | None) -> Place | None:
    return None if text is None else Place.parse(text)


def _law(readings: Sequence[str]) -> Law:
    wrong = [text for text in readings if not _READING.fullmatch(text)]
    if wrong:
        raise InvalidInput(Fault("--reading", "not-a-reading", text, "TERM=NAME") for text in wrong)
    return LAW.reading(**dict(text.split("=", 1) for text in readings)) if readings else LAW


_READING = re.compile(r"[a-z][a-z0-9_]*=[a-z0-9-]+")


def _notice(file: str) -> HolidayNotice:
    """Return the notice of a file, its faults with the name of the file."""
    try:
        return read_notice(file)
    except InvalidInput as error:
        faults = (attrs.evolve(fault, path=f"{file} {fault.path}") for fault in error.faults)
        raise InvalidInput(faults) from None
    except OSError as error:
        raise invalid(file, "unreadable", file, error.strerror or str(error)) from None
