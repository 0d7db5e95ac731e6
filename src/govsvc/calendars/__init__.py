"""China's working days: which day is worked, who said so, and since when.

Source: the State Council's yearly notices of 2004–2026 with their three in-year amendments, the four versions of
全国年节及纪念日放假办法, and notices of regions. Not covered: opening hours (a hall that opens on Saturday does not
make Saturday a working day) and days that concern some persons only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from govsvc.calendars.days import Certainty, Day, DayKind, Interval
from govsvc.places import Place
from govsvc.spans import day_of

if TYPE_CHECKING:
    from govsvc.calendars.notice_values import HolidayNotice, Rest
    from govsvc.calendars.notices import parse_notice, read_notice
    from govsvc.calendars.work_calendar import WorkCalendar

__all__ = [
    "Certainty",
    "Day",
    "DayKind",
    "HolidayNotice",
    "Interval",
    "Rest",
    "WorkCalendar",
    "china",
    "for_place",
    "parse_notice",
    "read_notice",
    "reload",
]


def __dir__() -> list[str]:
    return __all__


_HOMES = {
    "HolidayNotice": "notice_values",
    "Rest": "notice_values",
    "WorkCalendar": "work_calendar",
    "parse_notice": "notices",
    "read_notice": "notices",
}
"""Where the names live that are fetched when first used: whoever only asks for a deadline builds a calendar later."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def china(*, as_known: dt.date | None = None, notices: Iterable[HolidayNotice] | None = None) -> WorkCalendar:
    """Return the nation's working calendar.

    Args:
        as_known: What had been published by the end of that day; everything held where left out.
        notices: Rest on these notices only, for tests and back-tests.

    Raises:
        InvalidInput: where a notice given, or one named by `GOVSVC_NOTICES` or of an installed package, has faults.
        NotInForce: as known before the first holiday law held, of 1999-09-18.

    >>> china(as_known=dt.date(2026, 11, 21)).announced_through
    datetime.date(2026, 12, 25)
    """
    if notices is None:
        return for_place(Place.NATIONAL, as_known=as_known)
    from govsvc.calendars import shelf
    from govsvc.calendars.work_calendar import calendar_of

    return calendar_of(shelf.knowledge(as_known=_as_known(as_known), notices=notices))


def for_place(place: Place, *, organ: str | None = None, as_known: dt.date | None = None) -> WorkCalendar:
    """Return the working calendar of an organ at a place, the default of every front door.

    Args:
        place: Where the organ sits.
        organ: What kind of organ it is; the place's own administrative organs where left out.
        as_known: What had been published by the end of that day.

    Raises:
        InvalidInput: for an unknown kind of organ.

    >>> str(for_place(Place.parse("湖北")).add(dt.date(2020, 1, 21), 5))
    '2020-02-18'
    """
    return _of_place(place, organ, as_known)


@lru_cache(maxsize=256)
def _of_place(place: Place, organ: str | None, as_known: dt.date | None) -> WorkCalendar:
    from govsvc.calendars import shelf
    from govsvc.calendars.regions import regional_layer
    from govsvc.calendars.work_calendar import calendar_of

    known = _as_known(as_known)
    layer = regional_layer(place, organ=organ, as_known=known)
    return calendar_of(shelf.knowledge(as_known=known).in_layer(layer))


def _as_known(as_known: dt.date | None) -> dt.date | None:
    return None if as_known is None else day_of(as_known, "as_known")


def reload() -> None:
    """Read `GOVSVC_NOTICES` and the installed notice packages again, for every caller of this process."""
    from govsvc.calendars import shelf

    shelf.reload()
    _of_place.cache_clear()
