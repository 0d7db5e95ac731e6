"""By when a decision, its preliminaries and its renewal are due: the doors with more than one clock.

Not covered: reconsideration, whose act is not held, and disclosure, whose reply `due` answers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govsvc.calendars import for_place
from govsvc.deadlines.asking import day_given, governing, installed
from govsvc.deadlines.duties import (
    Deadlines,
    DecisionDeadlines,
    IntakeDeadlines,
    RenewalDeadlines,
    TopicDeadlines,
)
from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.norms import ApplicantKind, Event, Matter, Topic
from govsvc.places import Place
from govsvc.terms.allowances import exclusion_faults, extension_faults
from govsvc.terms.conditions import Excluded, Extension
from govsvc.terms.deadline import clock
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.promises import promise_clock, promise_of
from govsvc.terms.reckoning import Conditions
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.acts import Law
    from govsvc.calendars import WorkCalendar

__all__ = ["decision", "due", "intake", "renewal"]


def __dir__() -> list[str]:
    return __all__


def due(
    topic: Topic,
    start: dt.date,
    *,
    of: Event | None = None,
    matter: Matter | None = None,
    applicant: ApplicantKind | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadlines:
    """Return every clock of a topic that starts on a day, that of the text that governs first.

    Args:
        topic: What is asked about.
        start: The day of the event, not counted; for a term that runs back, the day of the event it precedes.
        of: The event that took place on `start`, to be held against the one the term runs from.
        matter: What the application is about; the general law answers where left out.
        applicant: Who applies; what is for one kind of applicant answers with its scope where left out.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `start` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held speaks of the topic, the matter or the applicant.
        NotSettled: where no text surely governs.
        InvalidInput: where the term runs from, or back from, another event than `of`.

    >>> str(due(Topic.DECISION, dt.date(2025, 9, 26)).governing.due)
    '2025-10-30'
    """
    day, on = day_given(start, "start"), calendar or for_place(place)
    terms = governing(law, topic, law_on or day, place, matter, applicant)
    if of is not None and of is not terms[0].of:
        direction = "back from" if terms[0].backwards else "on from"
        raise invalid("of", "wrong-start", of, f"{terms[0].of.value}, counted {direction}")
    return TopicDeadlines(tuple(clock(term, day, on) for term in terms if term.of is terms[0].of))


def intake(
    received: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> IntakeDeadlines:
    """Return by when the applicant must be told, once, all that is missing (行政许可法 art. 32(1)(4)).

    The target is the place's own: one working day in principle in 北京市, from 2020-04-28.

    Args:
        received: The day the materials were received, not counted.
        matter: What the application is about; silence is acceptance for licences only.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `received` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> limit = intake(dt.date(2025, 9, 29)).limit
    >>> str(limit.due), str(limit.term.cite)
    ('2025-10-13', '行政许可法第三十二条第一款第（四）项')
    """
    day, on = day_given(received, "received"), calendar or for_place(place)
    limit = clock(governing(law, Topic.SUPPLEMENT_NOTICE, law_on or day, place, matter)[0], day, on)
    target = (law or installed()).headline(Topic.INTAKE_TARGET, on=law_on or day, place=place, matter=matter)
    return IntakeDeadlines(limit, None if target is None else clock(target, day, on))


def decision(
    accepted: dt.date,
    *,
    matter: Matter | None = None,
    joint: bool = False,
    extension: Extension | None = None,
    excluded: Sequence[Excluded] = (),
    promised: WorkingDays | CalendarDays | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> DecisionDeadlines:
    """Return by when an accepted application must be decided (行政许可法 arts 42 and 45).

    Args:
        accepted: The day of acceptance, not counted.
        matter: What the application is about.
        joint: Whether several departments handle it together, jointly or in one place.
        extension: An approved extension; it moves the statutory and the promised term by the same length.
        excluded: Days of the procedures that do not count.
        promised: The term the body promised in its guide.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `accepted` where left out.

    Raises:
        InvalidInput: with every fault: a procedure that is not left out, an extension longer than the law allows, by
            the wrong post or outside the running term.
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> from govsvc.terms import Extension
    >>> longer = Extension(WorkingDays(10), approved_on=dt.date(2026, 10, 20), approver="head-of-agency")
    >>> str(decision(dt.date(2026, 9, 21), extension=longer).statutory.due)
    '2026-11-09'
    """
    day, on = day_given(accepted, "accepted"), calendar or for_place(place)
    topic = Topic.JOINT_DECISION if joint else Topic.DECISION
    term = governing(law, topic, law_on or day, place, matter)[0]
    if not excluded and extension is None and promised is None:
        return DecisionDeadlines(clock(term, day, on), None)
    if faults := tuple(_type_faults(excluded, extension, promised)):
        raise InvalidInput(faults)
    conditions = _conditions(term, day, on, tuple(excluded), extension)
    statutory = clock(term, day, on, conditions)
    if promised is None:
        return DecisionDeadlines(statutory, None)
    return DecisionDeadlines(statutory, promise_clock(promise_of(term, promised), day, on, conditions))


def renewal(
    expires: dt.date,
    *,
    matter: Matter | None = None,
    applicant: ApplicantKind | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> RenewalDeadlines:
    """Return by when a holder must apply for renewal and the body decide (行政许可法 art. 50).

    Args:
        expires: The last day of the licence; it does not roll over a holiday.
        matter: What the licence is about.
        applicant: Who holds it; what is for one kind of holder answers with its scope where left out.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law, or another reading: `LAW.reading(xkf_50_1="working-days")`.
        law_on: The day whose text of the law counts; `expires` where left out.

    >>> found = renewal(dt.date(2026, 5, 4))
    >>> str(found.apply_by.due), str(found.decide_by.due)
    ('2026-04-04', '2026-05-04')
    """
    day, on = day_given(expires, "expires"), calendar or for_place(place)
    apply_by = clock(governing(law, Topic.RENEWAL_APPLICATION, law_on or day, place, matter, applicant)[0], day, on)
    decide_by = clock(governing(law, Topic.RENEWAL_DECISION, law_on or day, place, matter, applicant)[0], day, on)
    return RenewalDeadlines(apply_by, decide_by)


def _type_faults(excluded: Sequence[object], extension: object, promised: object) -> Iterator[Fault]:
    for number, item in enumerate(excluded):
        if not isinstance(item, Excluded):
            yield Fault(f"excluded[{number}]", "not-an-exclusion", item, "an Excluded")
    if not isinstance(extension, Extension | None):
        yield Fault("extension", "not-an-extension", extension, "an Extension, or None")
    if not isinstance(promised, WorkingDays | CalendarDays | None):
        yield Fault("promised", "not-a-length", promised, "WorkingDays, CalendarDays, or None")


def _conditions(
    term: Term, day: dt.date, calendar: WorkCalendar, excluded: tuple[Excluded, ...], extension: Extension | None
) -> Conditions | None:
    """Return what bears on a decision, or None for nothing.

    Raises:
        InvalidInput: with everything the term does not allow.
    """
    if not excluded and extension is None:
        return None
    faults, conditions = [*exclusion_faults(term, excluded)], Conditions(excluded)
    if extension is not None:
        faults += extension_faults(clock(term, day, calendar, conditions), extension)
        conditions = Conditions(excluded, (extension,))
    if faults:
        raise InvalidInput(faults)
    return conditions
