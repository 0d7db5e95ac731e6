"""How far a case has come: everything that its events so far have made of it.

A `Progress` is changed in place while a log is folded, and only there; `apply` works on a copy. Its parts are immutable,
so that a shallow copy is a copy. Not covered: the rules of change (`steps`, `lapses`).
"""

from __future__ import annotations

import datetime as dt
from enum import Enum

import attrs

from govsvc.cases.case import Case
from govsvc.cases.events import Event, ExclusionBegun
from govsvc.cases.stages import Stage
from govsvc.findings import Finding, Severity
from govsvc.norms import Citation
from govsvc.terms.conditions import AnyExtension, Excluded
from govsvc.terms.deadline import Deadline, Status

__all__ = ["EndedClock", "Ending", "Progress", "SetAside"]


def __dir__() -> list[str]:
    return __all__


class Ending(Enum):
    """How a clock ended: by the act in time, by the act too late, by silence, or because nothing was left to time."""

    KEPT = "kept"
    LATE = "late"
    LAPSED = "lapsed"
    STOPPED = "stopped"


@attrs.frozen
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
        notices: Notices of what is missing since the last submission.
        noticed: What they and earlier ones asked for.
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
    notices: int = 0
    noticed: frozenset[str] = frozenset()
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

    def find(
        self, rule: str, severity: Severity, *basis: Citation, subject: str | None = None, **details: object
    ) -> None:
        """Add a finding about the event that is being looked at."""
        finding = Finding(rule, severity, subject or self.subject, basis, tuple(sorted(details.items())))
        self.findings += (finding,)

    def put_aside(self, event: Event, rule: str, *basis: Citation, **details: object) -> None:
        """Give an event no effect, and say why."""
        finding = Finding(rule, Severity.ERROR, self.subject, basis, tuple(sorted(details.items())))
        self.set_aside += (SetAside(self.position, event, finding),)
        self.findings += (finding,)

    def end(self, deadline: Deadline | None, on: dt.date, how: Ending) -> None:
        """Note that a clock no longer runs."""
        if deadline is not None:
            self.ended += (EndedClock(deadline, on, how),)

    def fulfil(self, deadline: Deadline, on: dt.date, rule: str, severity: Severity) -> None:
        """Note that an act ended a clock: in time, too late, or nobody can say yet."""
        status = deadline.status(on)
        if status is Status.OVERDUE:
            self.find(f"{rule}.late", severity, deadline.term.cite, due=deadline.latest, on=on)
        elif status is Status.UNCERTAIN and on > deadline.earliest:
            self.review(f"{rule}.uncertain", deadline, on)
        self.end(deadline, on, Ending.LATE if status is Status.OVERDUE else Ending.KEPT)

    def review(self, rule: str, deadline: Deadline, on: dt.date, subject: str | None = None) -> None:
        """Note that whether an act is in time depends on days nobody has announced."""
        details = {"earliest": deadline.earliest, "latest": deadline.latest, "on": on}
        self.find(rule, Severity.REVIEW, deadline.term.cite, subject=subject, **details)
