"""Every error of the library as faults, so that all of them are told in one way."""

from __future__ import annotations

from govsvc.errors import (
    AmbiguousPlace,
    Fault,
    GovsvcError,
    InvalidInput,
    NotCovered,
    NotInForce,
    NotSettled,
    UnknownPlace,
)

__all__ = ["as_faults"]


def __dir__() -> list[str]:
    return __all__


def as_faults(error: GovsvcError, path: str = "govsvc") -> tuple[Fault, ...]:
    """Return an error as faults; the path stands for what has none of its own."""
    match error:
        case InvalidInput():
            return error.faults
        case UnknownPlace():
            return (Fault(path, "unknown-place", error.text, ", ".join(error.nearest) or "—"),)
        case AmbiguousPlace():
            return (Fault(path, "ambiguous-place", error.text, ", ".join(error.candidates)),)
        case NotCovered():
            return (Fault(path, "not-covered", error.what, ", ".join(error.known) or "—"),)
        case NotInForce():
            return (Fault(path, "not-in-force", error.on, error.what),)
        case NotSettled():
            return (Fault(path, "not-settled", str(error.why), error.open_points or "—"),)
        case _:
            return (Fault(path, "not-answered", str(error), "—"),)
