"""Promised terms (承诺办结时限): shorter than the law's, moved with it, and without effect on the case when broken.

Source: the body's own guide. A lawful extension of the statutory term moves the promise by the same length, if it was
approved while the promise still ran; a promise is never extended of its own. Not covered: what fulfils a promise.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

import attrs

from govsvc.norms import Topic
from govsvc.terms.deadline import Deadline, clock
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.reckoning import Conditions
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.calendars import WorkCalendar

__all__ = ["promise_clock", "promise_of"]


def __dir__() -> list[str]:
    return __all__


@cache
def promise_of(term: Term, promised: WorkingDays | CalendarDays) -> Term:
    """Return the term a body promised in place of the law's."""
    return attrs.evolve(term, topic=Topic.PROMISED_DECISION, within=promised, silence=None, readings=(), reading=None)


def promise_clock(promise: Term, start: dt.date, calendar: WorkCalendar, conditions: Conditions | None) -> Deadline:
    """Return the deadline of a promise; an extension approved after its last day does not revive it."""
    if conditions is None or not conditions.extensions:
        return clock(promise, start, calendar, conditions)
    running = clock(promise, start, calendar, Conditions(conditions.excluded))
    if conditions.extensions[-1].approved_on > running.latest:
        return running
    return clock(promise, start, calendar, conditions)
