"""The front doors: by when must this be done, as plain typed functions.

Each answers with a `Deadline`: its days and how sure they are, its article, and what silence means. `place` chooses the
calendar of the organ that acts and the law that governs there, `law` the law as a value, `law_on` the text of another
day than that of the event. Not covered yet: reconsideration, whose act is not held, and a
door of its own for disclosure, whose reply `due` answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govsvc.deadlines.doors import decision, due, intake, renewal
from govsvc.deadlines.duties import Deadlines, DecisionDeadlines, IntakeDeadlines, RenewalDeadlines
from govsvc.deadlines.single import certificate_delivery, hearing, hearing_notice, hearing_request

if TYPE_CHECKING:
    from govsvc.deadlines.receipts import Channel, Mode, Received, delivered, received

__all__ = [
    "Channel",
    "Deadlines",
    "DecisionDeadlines",
    "IntakeDeadlines",
    "Mode",
    "Received",
    "RenewalDeadlines",
    "certificate_delivery",
    "decision",
    "delivered",
    "due",
    "hearing",
    "hearing_notice",
    "hearing_request",
    "intake",
    "received",
    "renewal",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        # Receipts are fetched when first used: who asks for a deadline does not pay for them.
        if name not in ("Channel", "Mode", "Received", "delivered", "received"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from govsvc.deadlines import receipts

        value = getattr(receipts, name)
        globals()[name] = value
        return value
