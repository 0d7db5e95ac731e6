"""The two kinds of day a legal period can run in (工作日, 日).

Which of them a text means is a question to its own article, not to this room.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["DayUnit"]


def __dir__() -> list[str]:
    return __all__


class DayUnit(Enum):
    """Whether only working days count, or every day of the calendar."""

    WORKING = "working"
    CALENDAR = "calendar"
