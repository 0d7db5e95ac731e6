"""Lengths of time as the law writes them: six types that do not mix and do not add.

Source: 民法典 arts 200–204 and 行政许可法 art. 82 for what a day, a month and a working day are.
Not covered: how a length is counted (`reckon`), and windows with two ends (`windows`).
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from govsvc.errors import invalid

__all__ = ["CalendarDays", "Hours", "Length", "Months", "UntilTheDay", "WorkingDays", "Years"]


def __dir__() -> list[str]:
    return __all__


def _positive(instance: object, attribute: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or not 1 <= value <= 36_500:
        raise invalid(f"{type(instance).__name__}.n", "not-a-length", value, "a whole number from 1 to 36500")


def _amount() -> int:
    return attrs.field(validator=_positive)


@attrs.frozen
class _Amount:
    """A number of units; two lengths are equal only where their units are."""

    n: int = _amount()


class WorkingDays(_Amount):
    """`n` working days (工作日).

    >>> WorkingDays(5).n
    5
    """

    __slots__ = ()


class CalendarDays(_Amount):
    """`n` days of the calendar, rest days included (自然日)."""

    __slots__ = ()


class Months(_Amount):
    """`n` months, ending on the same-numbered day or the month's last (民法典 art. 202)."""

    __slots__ = ()


class Years(_Amount):
    """`n` years, ending on the same-numbered day or the month's last (民法典 art. 202)."""

    __slots__ = ()


class Hours(_Amount):
    """`n` hours, counted from the hour set (民法典 art. 201(2)); its start is a datetime."""

    __slots__ = ()


@attrs.frozen
class UntilTheDay:
    """Up to and including the day itself, such as the last day of a licence."""


Length: TypeAlias = WorkingDays | CalendarDays | Months | Years | Hours | UntilTheDay
