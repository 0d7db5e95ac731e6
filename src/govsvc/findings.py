"""Findings: what a check has to say, with the rule, how grave it is, where, and on what basis.

A finding is data; its sentence is written at the edge, from its rule and its details. Not covered: what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import overload

import attrs

from govsvc.norms import Citation

__all__ = ["Finding", "Findings", "Severity"]


def __dir__() -> list[str]:
    return __all__


class Severity(Enum):
    """How grave a finding is.

    `ERROR`: a rule is broken. `WARN`: a promise or a principle is. `REVIEW`: somebody has to look, since the law or the
    record leaves it open.
    """

    ERROR = "error"
    WARN = "warn"
    REVIEW = "review"


_GRAVEST = (Severity.ERROR, Severity.WARN, Severity.REVIEW)


@attrs.frozen
class Finding:
    """One finding.

    Attributes:
        rule: The rule, as a stable id that is also a message id (`intake.lapsed`).
        severity: How grave it is.
        subject: Where: a path into what was checked (`$.events[2]`), or the thing as a whole (`$`).
        basis: The clauses the rule rests on.
        details: The figures of the sentence, by name, in the order of their names.
    """

    rule: str
    severity: Severity
    subject: str
    basis: tuple[Citation, ...] = ()
    details: tuple[tuple[str, object], ...] = ()


class Findings(Sequence[Finding]):
    """Findings in the order in which they were made.

    >>> Findings().worst is None
    True
    """

    __slots__ = ("_findings",)

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings = tuple(findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        """Return one finding, or a part of them."""
        return Findings(self._findings[index]) if isinstance(index, slice) else self._findings[index]

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among them, or None where there are none."""
        found = {finding.severity for finding in self._findings}
        return next((severity for severity in _GRAVEST if severity in found), None)

    def of(self, rule: str) -> Findings:
        """Return the findings of one rule."""
        return Findings(finding for finding in self._findings if finding.rule == rule)

    def by_subject(self) -> dict[str, Findings]:
        """Return the findings by what they are about."""
        subjects = dict.fromkeys(finding.subject for finding in self._findings)
        return {subject: Findings(f for f in self._findings if f.subject == subject) for subject in subjects}

    def __eq__(self, other: object) -> bool:
        return self._findings == other._findings if isinstance(other, Findings) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._findings)

    def __repr__(self) -> str:
        return f"Findings({list(self._findings)!r})"
