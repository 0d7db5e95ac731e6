"""The law and the calendar that a case is judged by, and the clocks they give it.

Every length comes from a term of the law; what a clock means when it runs out comes from that term's silence. Not
covered: which event starts a clock (`steps`).
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import attrs

from govsvc.acts import Law
from govsvc.cases.events import ExclusionBegun
from govsvc.cases.progress import Progress
from govsvc.norms import Event, Matter, Topic, Who
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.conditions import PROCEDURES, Excluded
from govsvc.terms.deadline import Deadline, clock
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.promises import promise_clock, promise_of
from govsvc.terms.reckoning import Conditions
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["Rules", "close"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Rules:
    """A law, a calendar and a place.

    Attributes:
        law: The law.
        calendar: The calendar of the organ that handles the case.
        place: Where it sits, which decides which texts govern.
    """

    law: Law
    calendar: WorkCalendar
    place: Place = Place.NATIONAL

    def term(self, topic: Topic, on: dt.date, matter: Matter) -> Term:
        """Return the term that governs a topic for a matter, in the text of a day.

        Raises:
            NotCovered: where no act held covers the matter.
            NotInForce: where the text was not in force on that day.
            NotSettled: where the law refers the question to somebody, or no text surely governs.
        """
        return self.law.governing_terms(topic, on=on, place=self.place, matter=matter)[0]

    def start(self, topic: Topic, on: dt.date, matter: Matter) -> Deadline:
        """Return the clock of a topic that starts on a day."""
        return clock(self.term(topic, on, matter), on, self.calendar)

    def supplement(self, reached_on: dt.date, within: WorkingDays | CalendarDays, matter: Matter) -> Deadline:
        """Return the applicant's clock for what is missing: as long as the notice says, from the day it arrived."""
        notice = self.term(Topic.SUPPLEMENT_NOTICE, reached_on, matter)
        return clock(_supplement_term(notice, within), reached_on, self.calendar)

    def renewal(self, expires: dt.date, on: dt.date, matter: Matter) -> tuple[Deadline, Deadline]:
        """Return by when to apply for renewal and to decide on it, in the text of the day of the application."""
        apply_by = self.term(Topic.RENEWAL_APPLICATION, on, matter)
        decide_by = self.term(Topic.RENEWAL_DECISION, on, matter)
        return clock(apply_by, expires, self.calendar), clock(decide_by, expires, self.calendar)

    def decision_term(self, progress: Progress) -> Term:
        """Return the term of decision that an accepted case runs under."""
        topic = Topic.JOINT_DECISION if progress.case.joint else Topic.DECISION
        return self.term(topic, _accepted(progress), progress.case.matter)

    def statutory(self, progress: Progress, until: dt.date) -> Deadline:
        """Return the statutory clock of an accepted case.

        Args:
            progress: Where the case stands.
            until: The day up to which a procedure counts that runs on without a told end.
        """
        term = self.decision_term(progress)
        return clock(term, _accepted(progress), self.calendar, _conditions(progress, until))

    def decision(self, progress: Progress, until: dt.date) -> tuple[Deadline, ...]:
        """Return the statutory clock of an accepted case and, where something was promised, that of the promise."""
        statutory = self.statutory(progress, until)
        if progress.case.promised is None:
            return (statutory,)
        promise = promise_of(statutory.term, progress.case.promised)
        return statutory, promise_clock(promise, statutory.start, self.calendar, statutory.conditions)


def _accepted(progress: Progress) -> dt.date:
    if progress.accepted_on is None:
        raise ValueError("a case that was not accepted has no term of decision")
    return progress.accepted_on


def _conditions(progress: Progress, until: dt.date) -> Conditions | None:
    extensions = () if progress.extension is None else (progress.extension,)
    excluded = (*progress.excluded, *(close(begun, begun.until or until) for begun in progress.running))
    return Conditions(excluded, extensions) if excluded or extensions else None


def close(begun: ExclusionBegun, on: dt.date) -> Excluded:
    """Return the days a procedure leaves out, up to and including its last."""
    return Excluded(PROCEDURES[begun.why], Span(begun.on, max(begun.on, on)), told_on=begun.told_on)


@cache
def _supplement_term(notice: Term, within: WorkingDays | CalendarDays) -> Term:
    """Return the applicant's side of the notice: the law sets no length for it and attaches nothing to silence."""
    return attrs.evolve(
        notice,
        topic=Topic.SUPPLEMENT,
        who=Who.APPLICANT,
        act="act.supplement",
        within=within,
        of=Event.INFORMED,
        silence=None,
    )
