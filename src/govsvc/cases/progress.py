"""How far a case has come: everything that its events so far have made of it.

A `Progress` is changed in place while a log is folded, and only there; `apply` works on a copy. Its parts are
immutable, so that a shallow copy is a copy. Not covered: the rules of change (`steps`, `lapses`).
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from govsvc.cases.case import Case
from govsvc.cases.events import Event, ExclusionBegun
from govsvc.cases.severities import SEVERITIES
from govsvc.cases.stages import Stage
from govsvc.findings import Finding
from govsvc.norms import Citation
from govsvc.terms.conditions import AnyExtension, Excluded
from govsvc.terms.deadline import Deadline

__all__ = ["EndedClock", "Ending", "Progress", "SetAside", "is_open_on"]


def __dir__() -> list[str]:
    return __all__


class Ending(Enum):
    """How a clock ended: by the act in time, by the act too late, by silence, or because nothing was left to time."""

    KEPT = "kept"
    LATE = "late"
    LAPSED = "lapsed"
    STOPPED = "stopped"


@attrs.frozen(slots=False)
class EndedClock:
    """A clock that no longer runs.

    Attributes:
        deadline: What it timed.
        on: The day of the event that ended it; for a lapse the last day itself.
        how: How it ended.
    """

    deadline: Deadline
    on: dt.date
    how: Ending


@attrs.frozen
class SetAside:
    """An event that the law gives no effect.

    Attributes:
        index: Its place in the log, from 0.
        event: The event.
        finding: Why.
    """

    index: int
    event: Event
    finding: Finding


@attrs.define
class Progress:
    """What the events so far have made of a case.

    Attributes:
        case: The case.
        position: How many of its events were seen.
        stage: Where it stands.
        intake: The clock of intake while it runs.
        supplement: The applicant's clock for what is missing while it runs.
        noticed: What notices of what is missing asked for so far; None where the log does not say all of it.
        resubmitted: Whether the materials were handed in again.
        cured: Whether everything asked for is there; None where the log does not say.
        accepted_on: The day of acceptance, by act or by silence.
        by_silence: Whether silence accepted.
        running: Procedures whose time does not count and that have not ended.
        excluded: The days left out so far.
        extension: The extension of the decision, or None.
        decided_on: The day of the decision, or None.
        renewal_applied_on: The day the holder applied for renewal, or None.
        apply_by: The last day on which that was in time, where the end of the licence is known.
        decide_by: The last day to decide a renewal before silence does, while that runs.
        expires: The last day of the licence to be renewed, or None.
        ended: The clocks that ended, in order.
        findings: What was found, in order.
        set_aside: The events without effect, in order.
    """

    case: Case
    position: int = 0
    stage: Stage = Stage.NOT_BEGUN
    intake: Deadline | None = None
    supplement: Deadline | None = None
    noticed: frozenset[str] | None = frozenset()
    resubmitted: bool = False
    cured: bool | None = None
    accepted_on: dt.date | None = None
    by_silence: bool = False
    running: tuple[ExclusionBegun, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    extension: AnyExtension | None = None
    decided_on: dt.date | None = None
    renewal_applied_on: dt.date | None = None
    apply_by: Deadline | None = None
    decide_by: Deadline | None = None
    expires: dt.date | None = None
    ended: tuple[EndedClock, ...] = ()
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @classmethod
    def of(cls, case: Case) -> Progress:
        """Return where a case stands before its first event."""
        return cls(case, expires=case.expires)

    @property
    def review_stage(self) -> Stage:
        """The stage of an accepted case in which no procedure stops the clock."""
        return Stage.DEEMED_ACCEPTED if self.by_silence else Stage.ACCEPTED

    @property
    def subject(self) -> str:
        """The path of the event that is being looked at."""
        return f"$.events[{self.position}]"

    @property
    def is_renewal_by_silence(self) -> bool:
        """Whether the article on renewals governs alone: no acceptance is recorded, and silence may renew yet."""
        return self.decide_by is not None and self.by_silence

    def find(self, rule: str, *basis: Citation, subject: str | None = None, **details: object) -> Finding:
        """Add a finding, about the event that is being looked at where no subject is given."""
        finding = Finding(rule, SEVERITIES[rule], subject or self.subject, basis, tuple(sorted(details.items())))
        self.findings += (finding,)
        return finding

    def put_aside(self, event: Event, rule: str, *basis: Citation, **details: Any) -> None:
        """Give an event no effect, and say why."""
        self.set_aside += (SetAside(self.position, event, self.find(rule, *basis, **details)),)

    def end(self, deadline: Deadline | None, on: dt.date, how: Ending) -> None:
        """Note that a clock no longer runs."""
        if deadline is not None:
            self.ended += (EndedClock(deadline, on, how),)

    def fulfil(self, deadline: Deadline, on: dt.date, what: str) -> None:
        """Note that an act ended a clock: in time, too late, or nobody can say yet."""
        is_late = on > deadline.latest
        if is_late:
            self.find(f"{what}.late", deadline.term.cite, due=deadline.latest, on=on)
        elif is_open_on(deadline, on):
            self.review(f"{what}.uncertain", deadline, on)
        self.end(deadline, on, Ending.LATE if is_late else Ending.KEPT)

    def review(self, rule: str, deadline: Deadline, on: dt.date, subject: str | None = None) -> None:
        """Note that whether a day is in time depends on days nobody has announced."""
        cite, earliest, latest = deadline.term.cite, deadline.earliest, deadline.latest
        self.find(rule, cite, subject=subject, earliest=earliest, latest=latest, on=on)


def is_open_on(deadline: Deadline, day: dt.date) -> bool:
    """Whether nobody can say yet if a day is in time; the first day the end can be is."""
    return deadline.earliest < day <= deadline.latest
