"""Spans of days, both ends included: the one interval type of the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from govsvc.errors import invalid

__all__ = ["BEIJING_TIME", "Span", "day_of"]


def __dir__() -> list[str]:
    return __all__


BEIJING_TIME = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")


def day_of(value: object, path: str) -> dt.date:
    """Return the day a date or an aware datetime falls on in Beijing.

    Raises:
        InvalidInput: for a naive datetime or something that is no date; `path` names it.

    >>> day_of(dt.datetime(2026, 9, 30, 17, tzinfo=dt.timezone.utc), "at")
    datetime.date(2026, 10, 1)
    """
    if type(value) is dt.date:
        return value
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise invalid(path, "naive-datetime", value.isoformat(), "a date, or a datetime with a time zone")
        return value.astimezone(BEIJING_TIME).date()
    if isinstance(value, dt.date):
        return value
    raise invalid(path, "not-a-date", value, "a date, or a datetime with a time zone")


@attrs.frozen(order=True, init=False)
class Span:
    """Days from `first` to `last`, both included; one day where `last` is left out.

    Raises:
        InvalidInput: where an end is no date, or `last` comes before `first`.

    >>> len(Span(dt.date(2026, 3, 4), dt.date(2026, 3, 10)))
    7
    >>> dt.date(2026, 3, 10) in Span(dt.date(2026, 3, 4), dt.date(2026, 3, 10))
    True
    """

    first: dt.date
    last: dt.date

    def __init__(self, first: dt.date, last: dt.date | None = None) -> None:
        begin = day_of(first, "first")
        end = begin if last is None else day_of(last, "last")
        if end < begin:
            raise invalid("last", "before-first", end, f"a day not before {begin}")
        self.__attrs_init__(begin, end)

    @classmethod
    def since(cls, first: dt.date) -> Span:
        """Return the span that has no end yet."""
        return cls(first, dt.date.max)

    @property
    def is_open(self) -> bool:
        """Whether the span has no end yet."""
        return self.last == dt.date.max

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return self.last.toordinal() - self.first.toordinal() + 1

    def __iter__(self) -> Iterator[dt.date]:
        return map(dt.date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __str__(self) -> str:
        return f"{self.first}…" if self.is_open else f"{self.first}…{self.last}"
