"""Which notices this process knows: those packaged, those of installed data packages, and those an operator named.

An installed package offers notices by an entry point of the group `govsvc.notices`: a tuple of `HolidayNotice`, a
function that returns one, or a package of TOML files. `GOVSVC_NOTICES` names further files or folders, separated as in
PATH. Of notices with one number the operator's stands, then the installed one. What was read is kept until `reload()`.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType, ModuleType

import attrs

from govsvc.calendars.amendments import check_notices, lay_over, one_each
from govsvc.calendars.notices import HolidayNotice, packaged_notices, parse_notice, read_notice
from govsvc.calendars.reports import Report, reported_years
from govsvc.calendars.table import Knowledge
from govsvc.errors import Fault, InvalidInput, invalid

__all__ = ["Origin", "knowledge", "notices_held", "origins", "reload"]

VARIABLE = "GOVSVC_NOTICES"
GROUP = "govsvc.notices"


def __dir__() -> list[str]:
    return __all__


def knowledge(*, as_known: dt.date | None = None, notices: Iterable[HolidayNotice] | None = None) -> Knowledge:
    """Return what a calendar may rest on.

    Args:
        as_known: Leave out what was published later, and everything that is only reported.
        notices: Only these notices, whenever they were published.

    Raises:
        InvalidInput: where a notice given, or one of the environment or of an installed package, has faults.
    """
    if notices is not None:
        return Knowledge(_only(notices), as_known)
    held = notices_held()
    if as_known is not None:
        return Knowledge(tuple(notice for notice in held if notice.known_from <= as_known), as_known)
    return Knowledge(held, None, _reports(held))


def _only(notices: Iterable[HolidayNotice]) -> tuple[HolidayNotice, ...]:
    given = tuple(notices)
    packaged = packaged_notices()
    check_notices({f"notices[{index}]": notice for index, notice in enumerate(given) if notice not in packaged})
    return one_each(given)


class Origin(Enum):
    """Where a notice that this process knows comes from."""

    PACKAGED = "packaged"
    INSTALLED = "installed"
    ENVIRONMENT = "environment"


def notices_held() -> tuple[HolidayNotice, ...]:
    """Return every notice this process knows, in order of publication.

    Raises:
        InvalidInput: where a notice of the environment or of an installed package has faults.
    """
    return tuple(origins())


@cache
def origins() -> Mapping[HolidayNotice, Origin]:
    """Return every notice this process knows and where it comes from, in order of publication.

    Raises:
        InvalidInput: where a notice of the environment or of an installed package has faults.

    >>> {origin.value for notice, origin in origins().items() if notice.year == 2026}
    {'packaged'}
    """
    installed = dict(_installed_notices())
    with_installed = lay_over(packaged_notices(), installed)
    named = _named_notices()
    held = lay_over(with_installed, named)
    origin_of = {notice.number: Origin.INSTALLED for notice in installed.values()}
    origin_of |= {notice.number: Origin.ENVIRONMENT for notice in named.values()}
    return MappingProxyType({notice: origin_of.get(notice.number, Origin.PACKAGED) for notice in held})


def reload() -> None:
    """Read `GOVSVC_NOTICES` and the installed notice packages again on the next question."""
    origins.cache_clear()


def _reports(held: tuple[HolidayNotice, ...]) -> tuple[Report, ...]:
    return reported_years(max((notice.year for notice in held if not notice.amends), default=0))


def _named_notices() -> dict[str, HolidayNotice]:
    return _read_all((str(path), partial(read_notice, path)) for path in _named_files())


def _named_files() -> Iterator[Path]:
    for name in filter(None, os.environ.get(VARIABLE, "").split(os.pathsep)):
        path = Path(name)
        if not path.exists():
            raise invalid(VARIABLE, "no-such-file", name, "files or folders of notices")
        yield from sorted(path.glob("*.toml")) if path.is_dir() else [path]


def _read_all(sources: Iterable[tuple[str, Callable[[], HolidayNotice]]]) -> dict[str, HolidayNotice]:
    """Read every source, and only then refuse those with faults."""
    notices: dict[str, HolidayNotice] = {}
    faults: list[Fault] = []
    for where, read in sources:
        try:
            notices[where] = read()
        except InvalidInput as error:
            faults += [attrs.evolve(fault, path=f"{where} {fault.path}") for fault in error.faults]
    if faults:
        raise InvalidInput(faults)
    return notices


def _installed_notices() -> Iterator[tuple[str, HolidayNotice]]:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        yield from _offered(point.load(), f"{GROUP} {point.name}").items()


def _files_of(package: ModuleType, where: str) -> Iterator[tuple[str, Callable[[], HolidayNotice]]]:
    from importlib.resources import files

    texts = {file.name: file.read_text("utf-8") for file in files(package).iterdir() if file.name.endswith(".toml")}
    for name, text in sorted(texts.items()):
        yield f"{where} {name}", partial(parse_notice, text)


def _offered(offer: object, where: str) -> dict[str, HolidayNotice]:
    if isinstance(offer, ModuleType):
        return _read_all(_files_of(offer, where))
    notices = offer() if callable(offer) else offer
    if not isinstance(notices, Iterable):
        raise invalid(where, "not-notices", offer, "notices, a function that returns them, or a package of TOML files")
    return {f"{where} [{index}]": notice for index, notice in enumerate(notices)}
