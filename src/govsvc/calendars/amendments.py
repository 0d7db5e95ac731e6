"""Laying further notices over those held: each is checked alone and against the notices of its year.

A notice takes the place of a held one of its number, so that an operator can correct one. What a later one changes of a
year already arranged must be what it declares (0 working days in 2019, -1 in 2015, -2 in 2020). Not covered: notices of
regions, which the nation's calendar refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from govsvc.calendars.notice_values import NATIONAL_CODE
from govsvc.calendars.notices import HolidayNotice, faults_of, residual_of
from govsvc.errors import Fault, InvalidInput

__all__ = ["check_notices", "in_order", "lay_over", "one_each"]


def __dir__() -> list[str]:
    return __all__


def in_order(notices: Iterable[HolidayNotice]) -> tuple[HolidayNotice, ...]:
    """Return notices in order of publication, as a calendar lays them; a year's own notice before its amendments."""
    return tuple(sorted(notices, key=lambda notice: (notice.known_from, notice.amends, notice.number)))


def one_each(notices: Iterable[HolidayNotice]) -> tuple[HolidayNotice, ...]:
    """Return notices in order of publication, of those with one number the last given."""
    return in_order({notice.number: notice for notice in notices}.values())


def check_notices(notices: Mapping[str, HolidayNotice]) -> None:
    """Check each notice alone.

    Args:
        notices: The notices by where they stand, which the faults name.

    Raises:
        InvalidInput: with every fault of every notice.
    """
    _refuse(_faults_alone(notices))


def lay_over(held: tuple[HolidayNotice, ...], notices: Mapping[str, HolidayNotice]) -> tuple[HolidayNotice, ...]:
    """Return the notices held with further ones, in order of publication.

    Args:
        held: Those already relied on.
        notices: Those to add, by where they stand, which the faults name.

    Raises:
        InvalidInput: with every fault of every notice added.
    """
    _refuse(_type_faults(notices))
    together = one_each([*held, *notices.values()])
    _refuse([*_faults_alone(notices), *_faults_together(notices, together)])
    return together


def _refuse(faults: Iterable[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise InvalidInput(found)


def _type_faults(notices: Mapping[str, object]) -> Iterator[Fault]:
    for where, notice in notices.items():
        if not isinstance(notice, HolidayNotice):
            yield Fault(where, "not-a-notice", notice, "a HolidayNotice")


def _faults_alone(notices: Mapping[str, HolidayNotice]) -> Iterator[Fault]:
    yield from _type_faults(notices)
    seen: dict[str, HolidayNotice] = {}
    for where, notice in notices.items():
        if not isinstance(notice, HolidayNotice):
            continue
        for fault in faults_of(notice):
            yield attrs.evolve(fault, path=f"{where} {fault.path}")
        if notice.place_code != NATIONAL_CODE:
            yield Fault(f"{where} $.place_code", "not-national", notice.place_code, f"{NATIONAL_CODE}, the nation")
        if seen.setdefault(notice.number, notice) != notice:
            yield Fault(f"{where} $.number", "given-twice", notice.number, "one notice of each number")


def _faults_together(notices: Mapping[str, HolidayNotice], together: tuple[HolidayNotice, ...]) -> Iterator[Fault]:
    for where, notice in notices.items():
        if notice not in together:
            continue
        of_year = [other for other in together[: together.index(notice)] if other.year == notice.year]
        if any(not other.amends for other in of_year):
            yield from _change_faults(where, notice, of_year)
        elif notice.amends:
            yield Fault(f"{where} $.year", "amends-nothing", notice.year, "a year whose yearly notice was out by then")


def _change_faults(where: str, notice: HolidayNotice, before: list[HolidayNotice]) -> Iterator[Fault]:
    """Yield a fault where a notice changes the working days of an arranged year otherwise than it declares."""
    change = residual_of(*before, notice) - (residual_of(*before) if notice.amends else 0)
    if change != notice.residual:
        yield Fault(f"{where} $.residual", "unbalanced", change, f"the declared residual, {notice.residual}")
