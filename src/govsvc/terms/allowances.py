"""What a term allows: which procedures may be left out of it, and by how much, when and by whom it may be extended.

Source: the term's own `excludes` and `extension` (for licences 行政许可法 arts 42 and 45). An extension is approved
while the term runs: no body extends a term that has ended, nor of its own. Not covered: the reasons for an extension.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govsvc.errors import Fault
from govsvc.norms import Who
from govsvc.terms.conditions import AnyExtension, Excluded, ExtensionTo
from govsvc.terms.deadline import Deadline
from govsvc.terms.term import Term

__all__ = ["ROLES", "exclusion_faults", "extension_faults"]


def __dir__() -> list[str]:
    return __all__


ROLES = frozenset(Who)
"""The roles an approver can be named by; any other text names nobody the law speaks of."""


def exclusion_faults(term: Term, excluded: Sequence[Excluded]) -> Iterator[Fault]:
    """Yield what the term does not leave out."""
    allowed = ", ".join(sorted(procedure.value for procedure in term.excludes)) or "none"
    for number, item in enumerate(excluded):
        if item.why not in term.excludes:
            yield Fault(f"excluded[{number}].why", "not-excludable", item.why.value, allowed)


def extension_faults(running: Deadline, extension: AnyExtension) -> Iterator[Fault]:
    """Yield why an extension has no effect on a running term.

    Args:
        running: The deadline as it stands without the extension.
        extension: The extension.
    """
    allowed = running.term.extension
    if allowed is None:
        yield Fault("extension", "not-extendable", extension, f"no extension of {running.term.cite}")
        return
    length = extension.to if isinstance(extension, ExtensionTo) else extension.by
    if isinstance(extension, ExtensionTo) or type(length) is not type(allowed.by) or length.n > allowed.by.n:
        yield Fault("extension.by", "longer-than-allowed", length, f"at most {allowed.by} by {allowed.cite}")
    if extension.approver in ROLES and extension.approver != allowed.approver:
        yield Fault("extension.approver", "wrong-approver", extension.approver, allowed.approver)
    if not running.start <= extension.approved_on <= running.latest:
        allowed_days = f"{running.start} to {running.latest}"
        yield Fault("extension.approved_on", "outside-term", extension.approved_on, allowed_days)
