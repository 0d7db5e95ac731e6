"""Whether an in-year amendment changes as many working days as it declares.

A yearly notice is checked alone (`faults_of`); an amendment only against the calendar it amends: the working days it adds or
takes away must be its declared residual (0 in 2019, -1 in 2015, -2 in 2020).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from govsvc.calendars.notices import HolidayNotice, faults_of
from govsvc.calendars.table import Knowledge, build
from govsvc.errors import Fault, InvalidInput

__all__ = ["check_notices"]


def __dir__() -> list[str]:
    return __all__


def check_notices(notices: Iterable[HolidayNotice], knowledge: Knowledge) -> None:
    """Check notices that are about to be relied on.

    Args:
        notices: Those to check.
        knowledge: What the calendar rests on, the notices included.

    Raises:
        InvalidInput: with every fault of every notice.
    """
    faults = [fault for notice in notices for fault in _faults(notice, knowledge)]
    if faults:
        raise InvalidInput(faults)


def _faults(notice: HolidayNotice, knowledge: Knowledge) -> Iterator[Fault]:
    yield from faults_of(notice)
    if notice.amends:
        yield from _amendment_faults(notice, knowledge)


def _amendment_faults(notice: HolidayNotice, knowledge: Knowledge) -> Iterator[Fault]:
    if notice.year not in knowledge.noticed_years:
        yield Fault(notice.number, "amends-nothing", notice.year, "a year whose yearly notice is known")
        return
    change = _working_days(notice, knowledge) - _working_days(notice, _before(notice, knowledge))
    if change != notice.residual:
        yield Fault(notice.number, "breaks-conservation", change, f"{notice.residual} working days more or less, as declared")


def _before(notice: HolidayNotice, knowledge: Knowledge) -> Knowledge:
    earlier = knowledge.notices[: knowledge.notices.index(notice)]
    return attrs.evolve(knowledge, notices=earlier)


def _working_days(notice: HolidayNotice, knowledge: Knowledge) -> int:
    """Return the working days among the days a notice names."""
    table = build(attrs.evolve(knowledge, layer=None, make_up_work=True))
    worked = set(table.dates)
    return sum(day in worked for day in notice.off | notice.worked)
