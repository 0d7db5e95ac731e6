"""A provision: a clause that says how something is read or counted, without a length of its own.

Examples are when a message counts as received, or that the first day is not counted.
Not covered: what follows from it, which the rooms that apply it say.
"""

from __future__ import annotations

import attrs

from govsvc.norms import ALWAYS, Citation, Evidence, Topic
from govsvc.spans import Span

__all__ = ["Provision"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Provision:
    """One clause without a length.

    Attributes:
        cite: The clause.
        topic: What it is about.
        says: What it says, as a message id.
        in_force: The days on which this wording holds; ALWAYS for as long as the instrument.
        evidence: How far the wording was checked; the instrument's own grade where left out.
    """

    cite: Citation
    topic: Topic
    says: str
    in_force: Span = attrs.field(default=ALWAYS, kw_only=True)
    evidence: Evidence = attrs.field(
        default=attrs.Factory(lambda self: self.cite.instrument.evidence, takes_self=True), kw_only=True
    )
