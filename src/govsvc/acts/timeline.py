"""Which norms are in force on which day: the days cut where a text begins or ends.

A norm is in force on the days that both its own wording and its instrument are.
Not covered: transitional rules (which text governs a case begun under an earlier one).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias, TypeVar

import attrs

from govsvc.acts.provision import Provision
from govsvc.norms import Citation
from govsvc.spans import Span
from govsvc.terms.term import Term

__all__ = ["Timeline", "pinned", "time_in_force", "timeline"]


def __dir__() -> list[str]:
    return __all__


Norm = TypeVar("Norm", Term, Provision)

Timeline: TypeAlias = tuple[tuple[int, int, tuple[Norm, ...]], ...]
"""First and last day as ordinals, both included, and what is in force from one to the other."""


def time_in_force(norm: Term | Provision) -> Span | None:
    """Return the days on which a norm is in force, or None where there are none."""
    instrument = norm.cite.instrument.in_force
    own = instrument if norm.in_force is None else norm.in_force
    first, last = max(instrument.first, own.first), min(instrument.last, own.last)
    return Span(first, last) if first <= last else None


def pinned(line: Timeline[Norm], day: dt.date) -> Timeline[Norm]:
    """Return the line on which what is in force on `day` is in force always."""
    ordinal = day.toordinal()
    return tuple((1, dt.date.max.toordinal(), norms) for first, last, norms in line if first <= ordinal <= last)


def timeline(norms: Iterable[Norm]) -> Timeline[Norm]:
    """Return what of `norms` is in force when, in order of time, their own order kept; empty times left out."""
    held = [norm for norm in norms if time_in_force(norm) is not None]
    cuts = sorted({cut for norm in held for time in _times(norm) for cut in _cuts(time)})
    pieces = (
        (first, after - 1, tuple(_as_of(norm, first) for norm in held if _holds(time_in_force(norm), first)))
        for first, after in pairwise(cuts)
    )
    return tuple(piece for piece in pieces if piece[2])


def _times(norm: Term | Provision) -> Iterator[Span]:
    """Yield the time of a norm, and those of the texts by which it is counted and which it details."""
    own = time_in_force(norm)
    if own is not None:
        yield own
    for cite in (*_counting(norm), *_detailed(norm)):
        yield cite.instrument.in_force


def _cuts(span: Span) -> tuple[int, int]:
    return span.first.toordinal(), span.last.toordinal() + 1


def _holds(span: Span | None, ordinal: int) -> bool:
    return span is not None and span.first.toordinal() <= ordinal <= span.last.toordinal()


def _counting(norm: Term | Provision) -> tuple[Citation, ...]:
    return norm.counted_by if isinstance(norm, Term) else ()


def _detailed(norm: Term | Provision) -> tuple[Citation, ...]:
    return norm.implements if isinstance(norm, Term) else ()


def _as_of(norm: Norm, ordinal: int) -> Norm:
    """Return the norm citing, for how it is counted and what it details, only texts in force on that day."""
    counting, detailed = _counting(norm), _detailed(norm)
    counted_by = tuple(cite for cite in counting if _holds(cite.instrument.in_force, ordinal))
    implements = tuple(cite for cite in detailed if _holds(cite.instrument.in_force, ordinal))
    if (counted_by, implements) == (counting, detailed):
        return norm
    return attrs.evolve(norm, counted_by=counted_by, implements=implements)  # type: ignore[call-arg]
