"""A case as it stands on a day: which clocks run, what has lapsed, what silence has decided, what was set aside.

Source: the terms of the law the case is judged by. Not covered: remedies, and who is to answer for a breach.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from govsvc.acts import LAW, Law
from govsvc.calendars import for_place
from govsvc.cases.case import Case, Unread, faults_after
from govsvc.cases.lapses import let_lapse
from govsvc.cases.machine import fold
from govsvc.cases.progress import EndedClock, Progress, SetAside, is_open_on
from govsvc.cases.rules import Rules
from govsvc.cases.stages import Stage
from govsvc.errors import Fault, InvalidInput, NotCovered, NotInForce, NotSettled
from govsvc.findings import Findings
from govsvc.norms import Topic
from govsvc.places import Place
from govsvc.spans import day_of
from govsvc.stamps import VERSION, Stamp
from govsvc.terms.deadline import Deadline

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["Assessment", "assess", "assess_many"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen(slots=False)
class Assessment:
    """A case as it stands at the end of a day.

    Attributes:
        case: What the body calls the case.
        state: The stage it stands at.
        as_of: The day asked about.
        accepted_on: The day of acceptance, by act or by silence; None where there was none.
        clocks: The clocks that run, the governing one first.
        also: Clocks that run beside the governing text.
        ended: The clocks that ended, in order.
        next_due: The running clock that is likely to end first, or None.
        findings: Everything found, in the order of the log.
        set_aside: The events the law gives no effect, each with its finding.
        stamp: Everything needed to compute the same again.
    """

    case: str
    state: Stage
    as_of: dt.date
    accepted_on: dt.date | None
    clocks: tuple[Deadline, ...]
    also: tuple[Deadline, ...]
    ended: tuple[EndedClock, ...]
    next_due: Deadline | None
    findings: Findings
    set_aside: tuple[SetAside, ...]
    stamp: Stamp


def assess(
    case: Case,
    *,
    as_of: dt.date,
    place: Place | None = None,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
) -> Assessment:
    """Assess a case at the end of a day.

    Args:
        case: The case.
        as_of: The day asked about; a lapse whose last day it is has not fired yet.
        place: Where the organ sits; the case's own place, or the nation, where left out.
        calendar: Another calendar than the place's, such as `china(as_known=…)` for what the clerk could know.
        law: Another law than the installed one.

    Raises:
        InvalidInput: with every event that comes after `as_of`.
        NotCovered: where no act held covers the matter of the case.
        NotInForce: where the law held was not in force when something happened.
        NotSettled: where the law refers a question of the case to somebody, or no text surely governs it.

    >>> from govsvc.cases import Received
    >>> silent = Case(id="2026-1", events=(Received(dt.date(2026, 3, 2)),))
    >>> found = assess(silent, as_of=dt.date(2026, 3, 10))
    >>> found.state.value, str(found.accepted_on), str(found.next_due.due)
    ('deemed-accepted', '2026-03-02', '2026-03-30')
    """
    day = as_of if type(as_of) is dt.date else day_of(as_of, "as_of")
    if case.events and case.events[-1].on > day:
        raise InvalidInput(faults_after(case, day))
    where = place or case.place or Place.NATIONAL
    rules = Rules(LAW if law is None else law, calendar or for_place(where), where)
    return _conclude(fold(case, rules), day, rules)


def assess_many(
    cases: Iterable[Case | Unread],
    *,
    as_of: dt.date,
    place: Place | None = None,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
) -> Iterator[Assessment | Unread]:
    """Assess cases one by one; one that cannot be assessed is given back as `Unread` and never stops the others.

    Args:
        cases: Cases and records that were not read, which pass through.
        as_of: The day asked about.
        place: Where the organs sit; each case's own place, or the nation, where left out.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
    """
    for line, case in enumerate(cases, 1):
        if isinstance(case, Unread):
            yield case
            continue
        try:
            yield assess(case, as_of=as_of, place=place, calendar=calendar, law=law)
        except InvalidInput as error:
            yield Unread(line, case.id, error.faults)
        except NotCovered as error:
            yield Unread(line, case.id, (Fault("$.matter", "not-covered", error.what, ", ".join(error.known)),))
        except NotInForce as error:
            yield Unread(line, case.id, (Fault("$.events", "not-in-force", error.on, error.what),))
        except NotSettled as error:
            yield Unread(line, case.id, (Fault("$.matter", "not-settled", str(error.why), error.open_points),))


def _conclude(progress: Progress, as_of: dt.date, rules: Rules) -> Assessment:
    """Return what a case is at the end of a day, given what its events made of it, which is not needed any more."""
    let_lapse(progress, as_of, rules)
    clocks, also = _running(progress, as_of, rules)
    for deadline in clocks:
        _look_at(progress, deadline, as_of)
    law = rules.law
    readings = tuple([f"{term}={name}" for term, name in law.readings])
    return Assessment(
        progress.case.id,
        progress.stage,
        as_of,
        progress.accepted_on,
        clocks,
        also,
        progress.ended,
        min(clocks, key=_likely, default=None),
        Findings(progress.findings),
        progress.set_aside,
        Stamp(VERSION, law.fingerprint, rules.calendar.fingerprint, readings, as_of, law.day or as_of),
    )


def _likely(deadline: Deadline) -> dt.date:
    return deadline.likely


def _running(progress: Progress, as_of: dt.date, rules: Rules) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """Return the clocks that run, and those that run beside the governing text.

    A renewal whose acceptance nobody recorded is governed by the article on renewals; the term of decision that silence
    at intake started stands beside it.
    """
    first = tuple(clock for clock in (progress.intake, progress.supplement, progress.decide_by) if clock is not None)
    if progress.stage is Stage.APPROVED and progress.decided_on is not None:
        return (rules.start(Topic.CERTIFICATE_DELIVERY, progress.decided_on, progress.case.matter),), ()
    if not progress.stage.is_under_review:
        return first, ()
    review = rules.decision(progress, as_of)
    return (first, review) if progress.is_renewal_by_silence else ((*first, *review), ())


_OVERDUE = {
    Topic.DECISION: "decision.overdue",
    Topic.JOINT_DECISION: "decision.overdue",
    Topic.PROMISED_DECISION: "promise.overdue",
    Topic.CERTIFICATE_DELIVERY: "delivery.overdue",
}
"""What is found when a clock whose silence has no effect has run out; the others have lapsed by then."""


def _look_at(progress: Progress, deadline: Deadline, as_of: dt.date) -> None:
    """Note that a running clock has run out, or that nobody can say yet whether it has."""
    if as_of > deadline.latest:
        progress.find(_OVERDUE[deadline.term.topic], deadline.term.cite, subject="$", due=deadline.latest)
    elif is_open_on(deadline, as_of):
        progress.review("clock.uncertain", deadline, as_of, "$")
