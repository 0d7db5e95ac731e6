"""By when must it be done, has it lapsed, what follows from silence: Chinese government services, with the law cited.

The names every room shares. They are fetched when first used: importing `govsvc` imports nothing else.

>>> from govsvc import Place
>>> Place.parse("河北省衡水市").code
'131100'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govsvc.errors import (
        AmbiguousPlace,
        BrokenLedger,
        Fault,
        GovsvcError,
        InvalidInput,
        NotCovered,
        NotInForce,
        NotSettled,
        NotYetAnnounced,
        UnknownPlace,
    )
    from govsvc.findings import Finding, Findings, Severity
    from govsvc.norms import LICENCE, Citation, Matter, MatterType
    from govsvc.places import Place
    from govsvc.rules import Answer, Disputed, Open, Proof, Referral, Undetermined, Unsettled
    from govsvc.spans import Span
    from govsvc.stamps import Stamp

__all__ = [
    "LICENCE",
    "AmbiguousPlace",
    "Answer",
    "BrokenLedger",
    "Citation",
    "Disputed",
    "Fault",
    "Finding",
    "Findings",
    "GovsvcError",
    "InvalidInput",
    "Matter",
    "MatterType",
    "NotCovered",
    "NotInForce",
    "NotSettled",
    "NotYetAnnounced",
    "Open",
    "Place",
    "Proof",
    "Referral",
    "Severity",
    "Span",
    "Stamp",
    "Undetermined",
    "UnknownPlace",
    "Unsettled",
]

_HOMES = {
    "errors": (
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
    ),
    "findings": ("Finding", "Findings", "Severity"),
    "norms": ("LICENCE", "Citation", "Matter", "MatterType"),
    "places": ("Place",),
    "rules": ("Answer", "Disputed", "Open", "Proof", "Referral", "Undetermined", "Unsettled"),
    "spans": ("Span",),
    "stamps": ("Stamp",),
}
_ROOM_OF = {name: room for room, names in _HOMES.items() for name in names}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    room = _ROOM_OF.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value
