"""Terms: lengths and how they are counted, deadlines and what may be said of them, and the ledger that proves them.

What a term is about, who it binds and how long it is, the acts say. Not covered: the calendar itself (`calendars`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govsvc.terms.conditions import Conditions, Excluded, Extension, ExtensionTo, Procedure, Restart, Roll
from govsvc.terms.deadline import Deadline, Remaining, Status, WarningPolicy, clock
from govsvc.terms.lengths import CalendarDays, Hours, Length, Months, UntilTheDay, WorkingDays, Years
from govsvc.terms.reckoning import Reckoning, reckon
from govsvc.terms.term import Extendable, Reading, Term

if TYPE_CHECKING:
    from govsvc.terms.checker import verify as verify
    from govsvc.terms.ledger import Ledger as Ledger
    from govsvc.terms.windows import AtLeastBefore as AtLeastBefore
    from govsvc.terms.windows import BetweenBefore as BetweenBefore
    from govsvc.terms.windows import Window as Window
    from govsvc.terms.windows import WindowRule as WindowRule
    from govsvc.terms.windows import WithinBefore as WithinBefore
    from govsvc.terms.windows import window as window

__all__ = [
    "AtLeastBefore",
    "BetweenBefore",
    "CalendarDays",
    "Conditions",
    "Deadline",
    "Excluded",
    "Extendable",
    "Extension",
    "ExtensionTo",
    "Hours",
    "Ledger",
    "Length",
    "Months",
    "Procedure",
    "Reading",
    "Reckoning",
    "Remaining",
    "Restart",
    "Roll",
    "Status",
    "Term",
    "UntilTheDay",
    "WarningPolicy",
    "Window",
    "WindowRule",
    "WithinBefore",
    "WorkingDays",
    "Years",
    "clock",
    "reckon",
    "verify",
    "window",
]

_WHEN_ASKED_FOR = {
    "AtLeastBefore": "windows",
    "BetweenBefore": "windows",
    "Ledger": "ledger",
    "Window": "windows",
    "WindowRule": "windows",
    "WithinBefore": "windows",
    "verify": "checker",
    "window": "windows",
}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    """Load what a front door has no need of when it is first asked for."""
    if name not in _WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_WHEN_ASKED_FOR[name]}"), name)
