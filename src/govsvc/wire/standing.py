"""Where a day stands to a deadline, as far as that can be said."""

from __future__ import annotations

import datetime as dt

from govsvc.errors import InvalidInput
from govsvc.terms.deadline import Deadline, Remaining, Status

__all__ = ["standing"]


def __dir__() -> list[str]:
    return __all__


def standing(deadline: Deadline, as_of: dt.date) -> tuple[Status, Remaining | None]:
    """Return the status of a day and what is left.

    Nothing is left to count where the status is uncertain, or where the way leads beyond the calendar.

    >>> from govsvc.deadlines import intake
    >>> status, left = standing(intake(dt.date(2025, 9, 29)).limit, dt.date(2025, 10, 9))
    >>> status.value, left
    ('running', Remaining(working_days=3, calendar_days=4))
    """
    status = deadline.status(as_of)
    if status is Status.UNCERTAIN:
        return status, None
    try:
        return status, deadline.remaining(as_of)
    except InvalidInput:
        return status, None
