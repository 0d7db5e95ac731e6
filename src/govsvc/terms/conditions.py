"""What may bear on a running term: procedures left out, extensions, a restart, and how the last day rolls.

Source: 行政许可法 art. 45 (eight procedures, told in writing), arts 42 and 43 (extension *by*); an extension *to* a
length (可以延长至) replaces instead of adding. Not covered: who may grant an extension, which the acts say.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TypeAlias

import attrs

from govsvc.errors import invalid
from govsvc.spans import Span, day_of
from govsvc.terms.lengths import CalendarDays, Months, WorkingDays

__all__ = ["BACKWARDS", "PLAIN", "Conditions", "Excluded", "Extension", "ExtensionTo", "Procedure", "Restart", "Roll"]


def __dir__() -> list[str]:
    return __all__


class Procedure(Enum):
    """The eight procedures whose time 行政许可法 art. 45 leaves out of a term, and no other."""

    HEARING = "hearing"
    BIDDING = "bidding"
    AUCTION = "auction"
    INSPECTION = "inspection"
    TESTING = "testing"
    QUARANTINE = "quarantine"
    APPRAISAL = "appraisal"
    EXPERT_REVIEW = "expert-review"


PROCEDURES = {procedure.value: procedure for procedure in Procedure}
"""The procedures by the names that a record gives them."""


class Roll(Enum):
    """Where a last day that falls on a rest day goes.

    `NONE`: nowhere. `DAY_AFTER_REST`: the day after the rest ends (民法典 art. 203), which may be a worked Sunday.
    `FIRST_WORKING_DAY`: the first working day of the calendar in use.
    """

    NONE = "none"
    DAY_AFTER_REST = "day-after-rest"
    FIRST_WORKING_DAY = "first-working-day"


def _optional_day(name: str, value: object) -> dt.date | None:
    return None if value is None else day_of(value, name)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise invalid(name, "missing", value, "some text")
    return value


@attrs.frozen(slots=False)
class Excluded:
    """Days that do not count, with their ground and the day the applicant was told in writing.

    Args:
        why: The procedure (its ground).
        days: The days left out, both ends included.
        told_on: The day of the written notice of the time needed, or None where none is on record.
    """

    why: Procedure
    days: Span
    told_on: dt.date | None

    def __init__(self, why: Procedure, days: Span, *, told_on: dt.date | None) -> None:
        if not isinstance(why, Procedure):
            raise invalid("why", "not-an-excluded-procedure", why, ", ".join(p.name for p in Procedure))
        if not isinstance(days, Span):
            raise invalid("days", "not-a-span", days, "a Span")
        self.__attrs_init__(why, days, _optional_day("told_on", told_on))  # type: ignore[attr-defined]


@attrs.frozen
class Extension:
    """A term made longer *by* a length (可以延长…日): the length is added.

    Args:
        by: How much is added.
        approved_on: The day of the approval.
        approver: The post that approved.
    """

    by: WorkingDays | CalendarDays
    approved_on: dt.date
    approver: str

    def __init__(self, by: WorkingDays | CalendarDays, *, approved_on: dt.date, approver: str) -> None:
        if not isinstance(by, WorkingDays | CalendarDays):
            raise invalid("by", "not-a-length", by, "WorkingDays or CalendarDays")
        self.__attrs_init__(by, day_of(approved_on, "approved_on"), _text("approver", approver))  # type: ignore[attr-defined]


@attrs.frozen
class ExtensionTo:
    """A term made longer *to* a length (可以延长至…日): the length replaces the former, counted from the same start."""

    to: WorkingDays | CalendarDays | Months
    approved_on: dt.date
    approver: str

    def __init__(self, to: WorkingDays | CalendarDays | Months, *, approved_on: dt.date, approver: str) -> None:
        if not isinstance(to, WorkingDays | CalendarDays | Months):
            raise invalid("to", "not-a-length", to, "WorkingDays, CalendarDays or Months")
        self.__attrs_init__(to, day_of(approved_on, "approved_on"), _text("approver", approver))  # type: ignore[attr-defined]


AnyExtension: TypeAlias = Extension | ExtensionTo


@attrs.frozen
class Restart:
    """A term that begins anew (重新计算): the day of the restart is not counted, and nothing before it is.

    Args:
        on: The day of the restarting event.
        why: What it was, as a message id.
    """

    on: dt.date
    why: str

    def __init__(self, on: dt.date, why: str) -> None:
        self.__attrs_init__(day_of(on, "on"), _text("why", why))  # type: ignore[attr-defined]


@attrs.frozen(slots=False)
class Conditions:
    """What bears on a count beside its length.

    Attributes:
        excluded: Days left out, each with its ground.
        extensions: Extensions in the order in which they were approved.
        restart: The event from which the count began anew.
        backwards: Whether it runs towards the past.
        roll: Where a last day on a rest day goes.
        slack: Further working days an extraordinary notice may take away; it widens an open interval only.
        begun: The moment from which a length in hours runs.
    """

    excluded: tuple[Excluded, ...] = ()
    extensions: tuple[AnyExtension, ...] = ()
    restart: Restart | None = None
    backwards: bool = False
    roll: Roll = Roll.NONE
    slack: int = 0
    begun: dt.datetime | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The days left out."""
        return tuple([excluded.days for excluded in self.excluded])


PLAIN = Conditions()
BACKWARDS = Conditions(backwards=True)
