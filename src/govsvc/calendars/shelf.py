"""Which notices this process knows: those packaged, those of installed data packages, and those an operator named.

An installed package offers notices by an entry point of the group `govsvc.notices`: a tuple of `HolidayNotice`, a function
that returns one, or a package of TOML files. `GOVSVC_NOTICES` names further files or folders, separated as in PATH. What
was read is kept until `reload()`.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from govsvc.calendars.notices import HolidayNotice, packaged_notices, parse_notice, read_notice
from govsvc.calendars.reports import Report, reported_years
from govsvc.calendars.table import Knowledge
from govsvc.calendars.amendments import check_notices
from govsvc.calendars.work_calendar import in_order
from govsvc.errors import invalid

__all__ = ["knowledge", "notices_held", "reload"]

VARIABLE = "GOVSVC_NOTICES"
GROUP = "govsvc.notices"


def __dir__() -> list[str]:
    return __all__


def knowledge(*, as_known: dt.date | None = None, notices: Iterable[HolidayNotice] | None = None) -> Knowledge:
    """Return what a calendar may rest on.

    Args:
        as_known: Leave out what was published later, and everything that is only reported.
        notices: Only these notices, whenever they were published.
    """
    if notices is not None:
        return Knowledge(in_order(set(notices)), as_known)
    held = notices_held()
    if as_known is not None:
        return Knowledge(tuple(notice for notice in held if notice.known_from <= as_known), as_known)
    return Knowledge(held, None, _reports(held))


@cache
def notices_held() -> tuple[HolidayNotice, ...]:
    """Return every notice this process knows, in order of publication.

    Raises:
        InvalidInput: where a notice of the environment or of an installed package has faults.
    """
    added = tuple({*_installed_notices(), *_named_notices()} - set(packaged_notices()))
    held = in_order({*packaged_notices(), *added})
    check_notices(added, Knowledge(held))
    return held


def reload() -> None:
    """Read `GOVSVC_NOTICES` and the installed notice packages again on the next question."""
    notices_held.cache_clear()


def _reports(held: tuple[HolidayNotice, ...]) -> tuple[Report, ...]:
    return reported_years(max((notice.year for notice in held if not notice.amends), default=0))


def _named_notices() -> Iterator[HolidayNotice]:
    for name in filter(None, os.environ.get(VARIABLE, "").split(os.pathsep)):
        path = Path(name)
        if not path.exists():
            raise invalid(VARIABLE, "no-such-file", name, "files or folders of notices")
        files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        yield from map(read_notice, files)


def _installed_notices() -> Iterator[HolidayNotice]:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        yield from _offered(point.load())


def _offered(offer: object) -> Iterator[HolidayNotice]:
    if isinstance(offer, ModuleType):
        from importlib.resources import files

        texts = (file.read_text("utf-8") for file in files(offer).iterdir() if file.name.endswith(".toml"))
        yield from map(parse_notice, texts)
        return
    notices = offer() if callable(offer) else offer
    if not isinstance(notices, Iterable):
        raise invalid(GROUP, "not-notices", offer, "notices, a function that returns them, or a package of TOML files")
    for notice in notices:
        if not isinstance(notice, HolidayNotice):
            raise invalid(GROUP, "not-a-notice", notice, "a HolidayNotice")
        yield notice
