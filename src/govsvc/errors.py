"""What can go wrong, one class for each failed idea; every class pickles.

The text of these errors is plain English for developers; text for people is rendered at the edge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

__all__ = [
    "AmbiguousPlace",
    "BrokenLedger",
    "Fault",
    "GovsvcError",
    "InvalidInput",
    "NotCovered",
    "NotInForce",
    "NotSettled",
    "NotYetAnnounced",
    "UnknownPlace",
    "invalid",
]


def __dir__() -> list[str]:
    return __all__


class GovsvcError(Exception):
    """Every error of this library."""


@attrs.frozen
class Fault:
    """One thing that is wrong with an input, and where.

    Attributes:
        path: Where, as a JSON path (`$.events[2].on`) or the name of an argument.
        code: What is wrong, as a stable word (`not-a-date`, `out-of-order`).
        given: The offending value.
        allowed: What would have been accepted.
    """

    path: str
    code: str
    given: object
    allowed: str

    def __str__(self) -> str:
        return f"{self.path}: {self.code}: got {self.given!r}, allowed: {self.allowed}"


class InvalidInput(GovsvcError, ValueError):
    """An input that cannot be used, with every fault at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "; ".join(map(str, self.faults))


def invalid(path: str, code: str, given: object, allowed: str) -> InvalidInput:
    """Return the error for a single fault."""
    return InvalidInput((Fault(path, code, given, allowed),))


class NotYetAnnounced(GovsvcError, LookupError):
    """The answer depends on days whose arrangement nobody has announced, or that are not held.

    Attributes:
        earliest: The first day the answer can be, or None where the question was not a date.
        likely: The day it is if nothing is exchanged, or None.
        latest: The last day the answer can be, or None.
    """

    def __init__(
        self,
        earliest: dt.date | None = None,
        likely: dt.date | None = None,
        latest: dt.date | None = None,
    ) -> None:
        self.earliest, self.likely, self.latest = earliest, likely, latest
        super().__init__(earliest, likely, latest)

    def __str__(self) -> str:
        if self.likely is None:
            return "the working days asked about are not announced"
        return f"not announced: between {self.earliest} and {self.latest}, likely {self.likely}"


class NotInForce(GovsvcError, LookupError):
    """Asked about a day on which no held text was in force."""

    def __init__(self, what: str, on: dt.date) -> None:
        self.what, self.on = what, on
        super().__init__(what, on)

    def __str__(self) -> str:
        return f"{self.what} was not in force on {self.on}"


class NotCovered(GovsvcError, LookupError):
    """No act held says anything about this matter and place."""

    def __init__(self, what: str, known: tuple[str, ...] = ()) -> None:
        self.what, self.known = what, known
        super().__init__(what, known)

    def __str__(self) -> str:
        held = f"; held: {', '.join(self.known)}" if self.known else ""
        return f"no act held covers {self.what}{held}"


class NotSettled(GovsvcError, LookupError):
    """The value of an open answer was asked for; `why` says what keeps it open."""

    def __init__(self, why: object) -> None:
        self.why = why
        super().__init__(why)

    @property
    def open_points(self) -> str:
        """What is missing, what may be read either way, what is claimed, or who decides."""
        parts = (getattr(self.why, name, ()) for name in ("missing", "readings", "claims", "to"))
        return "; ".join(text for part in parts for text in ((part,) if isinstance(part, str) else part))

    def __str__(self) -> str:
        return f"the answer is open: {self.why}"


class UnknownPlace(GovsvcError, ValueError):
    """No place of this name or code; `nearest` are the closest known names."""

    def __init__(self, text: str, nearest: tuple[str, ...] = ()) -> None:
        self.text, self.nearest = text, nearest
        super().__init__(text, nearest)

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"no place {self.text!r}{hint}"


class AmbiguousPlace(GovsvcError, ValueError):
    """Several places bear this name; `candidates` are their full names."""

    def __init__(self, text: str, candidates: tuple[str, ...] = ()) -> None:
        self.text, self.candidates = text, candidates
        super().__init__(text, candidates)

    def __str__(self) -> str:
        return f"several places are called {self.text!r}: {', '.join(self.candidates)}"


class BrokenLedger(GovsvcError, ValueError):
    """A ledger that does not prove its end; `line` counts from 1, or is None for the heading."""

    def __init__(self, line: int | None, why: str) -> None:
        self.line, self.why = line, why
        super().__init__(line, why)

    def __str__(self) -> str:
        return self.why if self.line is None else f"line {self.line}: {self.why}"
