"""The front doors: by when must this be done, as plain typed functions.

Each answers with a `Deadline`: its days and how sure they are, its article, and what silence means. `place` chooses the
calendar of the organ that acts, `law` the law as a value, `law_on` the text of another day than that of the event. Not
covered yet: disclosure, reconsideration and hearings, whose acts are not held; the law of a city.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

import attrs

from govsvc.calendars import for_place
from govsvc.errors import Fault, InvalidInput, NotCovered, invalid
from govsvc.norms import Citation, Matter, Topic
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME, day_of
from govsvc.terms.allowances import exclusion_faults, extension_faults
from govsvc.terms.conditions import Excluded, Extension
from govsvc.terms.deadline import Deadline, clock
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.promises import promise_clock, promise_of
from govsvc.terms.reckoning import Conditions
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.acts import Law
    from govsvc.calendars import WorkCalendar

__all__ = [
    "Channel",
    "Deadlines",
    "DecisionDeadlines",
    "IntakeDeadlines",
    "Received",
    "RenewalDeadlines",
    "certificate_delivery",
    "decision",
    "due",
    "intake",
    "received",
    "renewal",
]


def __dir__() -> list[str]:
    return __all__


class Deadlines:
    """The clocks of one duty; iterating gives all of them, the governing one first."""

    @property
    def governing(self) -> Deadline:
        """The one the law enforces."""
        raise NotImplementedError

    @property
    def also(self) -> tuple[Deadline, ...]:
        """The others: a target, a promise, another text."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[Deadline]:
        return iter((self.governing, *self.also))


@attrs.frozen(slots=False)
class TopicDeadlines(Deadlines):
    """The clocks of a topic, in the order in which their texts govern."""

    clocks: tuple[Deadline, ...]

    @property
    def governing(self) -> Deadline:
        """The clock of the text that governs."""
        return self.clocks[0]

    @property
    def also(self) -> tuple[Deadline, ...]:
        """The clocks of the other texts."""
        return self.clocks[1:]


@attrs.frozen(slots=False)
class IntakeDeadlines(Deadlines):
    """The clocks of intake.

    Attributes:
        limit: By when the body must tell what is missing; silence after it has the effect of its term.
        target: By when it should act in principle; None where no act sets one.
    """

    limit: Deadline
    target: Deadline | None

    @property
    def governing(self) -> Deadline:
        """The limit: silence after it has the effect the law gives it."""
        return self.limit

    @property
    def also(self) -> tuple[Deadline, ...]:
        """The target, where there is one."""
        return () if self.target is None else (self.target,)


@attrs.frozen(slots=False)
class DecisionDeadlines(Deadlines):
    """The clocks of a decision.

    Attributes:
        statutory: The term of the law.
        promised: The term the body promised, or None.
    """

    statutory: Deadline
    promised: Deadline | None

    @property
    def governing(self) -> Deadline:
        """The term of the law."""
        return self.statutory

    @property
    def also(self) -> tuple[Deadline, ...]:
        """The promise, where there is one."""
        return () if self.promised is None else (self.promised,)


@attrs.frozen(slots=False)
class RenewalDeadlines(Deadlines):
    """The clocks of a renewal.

    Attributes:
        apply_by: The last day on which the holder is in time.
        decide_by: The last day on which the body can decide before silence does.
    """

    apply_by: Deadline
    decide_by: Deadline

    @property
    def governing(self) -> Deadline:
        """The day by which the body must decide."""
        return self.decide_by

    @property
    def also(self) -> tuple[Deadline, ...]:
        """The day by which the holder must apply."""
        return (self.apply_by,)


def due(
    topic: Topic,
    start: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadlines:
    """Return every clock of a topic that starts on a day.

    Args:
        topic: What is asked about.
        start: The day of the event, not counted; for a term that runs back, the day of the event it precedes.
        matter: What the application is about; the general law answers where left out.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `start` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held speaks of the topic or the matter.

    >>> str(due(Topic.DECISION, dt.date(2025, 9, 26)).governing.due)
    '2025-10-30'
    """
    day, on = _day(start, "start"), calendar or for_place(place)
    return TopicDeadlines(tuple(clock(term, day, on) for term in _terms(law, topic, law_on or day, matter)))


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
    day, on = _day(received, "received"), calendar or for_place(place)
    limit = clock(_terms(law, Topic.SUPPLEMENT_NOTICE, law_on or day, matter)[0], day, on)
    targets = (law or _installed()).find(Topic.INTAKE_TARGET, on=law_on or day)
    covering = [term for term in targets if matter is None or _covers(term, matter)]
    return IntakeDeadlines(limit, clock(covering[0], day, on) if covering else None)


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
    day, on = _day(accepted, "accepted"), calendar or for_place(place)
    topic = Topic.JOINT_DECISION if joint else Topic.DECISION
    term = _terms(law, topic, law_on or day, matter)[0]
    if not excluded and extension is None and promised is None:
        return DecisionDeadlines(clock(term, day, on), None)
    if faults := tuple(_type_faults(excluded, extension, promised)):
        raise InvalidInput(faults)
    conditions = _conditions(term, day, on, tuple(excluded), extension)
    statutory = clock(term, day, on, conditions)
    if promised is None:
        return DecisionDeadlines(statutory, None)
    return DecisionDeadlines(statutory, promise_clock(promise_of(term, promised), day, on, conditions))


def certificate_delivery(
    decided: dt.date,
    *,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadline:
    """Return by when the certificate must be issued and delivered (行政许可法 art. 44).

    Args:
        decided: The day of the decision to grant, not counted.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `decided` where left out.

    >>> str(certificate_delivery(dt.date(2026, 9, 30)).due)
    '2026-10-20'
    """
    day = _day(decided, "decided")
    term = _terms(law, Topic.CERTIFICATE_DELIVERY, law_on or day, None)[0]
    return clock(term, day, calendar or for_place(place))


def renewal(
    expires: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> RenewalDeadlines:
    """Return by when a holder must apply for renewal and the body decide (行政许可法 art. 50).

    Args:
        expires: The last day of the licence; it does not roll over a holiday.
        matter: What the licence is about.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law, or another reading: `LAW.reading(xkf_50_1="working-days")`.
        law_on: The day whose text of the law counts; `expires` where left out.

    >>> found = renewal(dt.date(2026, 5, 4))
    >>> str(found.apply_by.due), str(found.decide_by.due)
    ('2026-04-04', '2026-05-04')
    """
    day, on = _day(expires, "expires"), calendar or for_place(place)
    apply_by = clock(_terms(law, Topic.RENEWAL_APPLICATION, law_on or day, matter)[0], day, on)
    decide_by = clock(_terms(law, Topic.RENEWAL_DECISION, law_on or day, matter)[0], day, on)
    return RenewalDeadlines(apply_by, decide_by)


@cache
def _installed() -> Law:
    """Return the installed law, fetched when a question is first asked and not when this is imported."""
    from govsvc.acts import LAW

    return LAW


def _day(value: dt.date, path: str) -> dt.date:
    return value if type(value) is dt.date else day_of(value, path)


def _terms(law: Law | None, topic: Topic, on: dt.date, matter: Matter | None) -> tuple[Term, ...]:
    terms = (law or _installed()).terms(topic, on=on)
    if matter is None:
        return terms
    covering = tuple(term for term in terms if _covers(term, matter))
    if not covering:
        raise NotCovered(f"{topic.value} of {matter}", tuple(sorted({term.cite.instrument.title for term in terms})))
    return covering


def _covers(term: Term, matter: Matter) -> bool:
    return term.covers(matter) and matter.special in (None, term.cite.instrument.key)


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


Channel = Literal["window", "online", "signed_mail", "ordinary_mail"]

_RECEIPT: dict[tuple[str, bool], str] = {
    ("window", False): "receipt.handed-in",
    ("online", False): "receipt.enters-system",
    ("online", True): "receipt.online-confirmed",
    ("signed_mail", False): "receipt.signed-mail",
    ("ordinary_mail", True): "receipt.ordinary-mail-confirmed",
}
"""What decides the day of receipt, by channel and by whether a confirmed day is on record."""


@attrs.frozen
class Received:
    """When a thing counts as received.

    Attributes:
        on: The day of receipt, itself not counted by a term that starts with it.
        basis: The clauses that say so, by analogy; none where no text held was in force.
        policy: The rule of the platform that moved an out-of-hours receipt, or None.
    """

    on: dt.date
    basis: tuple[Citation, ...]
    policy: str | None = None


def received(
    at: dt.datetime,
    *,
    channel: Channel,
    confirmed: dt.date | None = None,
    closes: dt.time | None = None,
    policy: str | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
) -> Received:
    """Return the day on which a thing counts as received, in Beijing time.

    No national rule moves a receipt out of hours; a platform's own rule does, when its closing time and its source are
    given: what comes after closing or on a rest day then counts as received on the next working day.

    Args:
        at: When it was handed in, entered the system, or was signed for; with a time zone.
        channel: How it came.
        confirmed: The day both sides confirmed; needed for ordinary mail, possible online.
        closes: The closing time of the platform's rule; what comes at that time is still in time.
        policy: The source of that rule.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.

    Raises:
        InvalidInput: with every fault: a naive datetime, an unknown channel, a missing or useless confirmation, a
            closing time without its source.

    >>> night = dt.datetime(2026, 3, 7, 22, 30, tzinfo=BEIJING_TIME)
    >>> str(received(night, channel="online").on)
    '2026-03-07'
    >>> str(received(night, channel="online", closes=dt.time(17, 30), policy="platform rule 3").on)
    '2026-03-09'
    """
    if faults := tuple(_receipt_faults(at, channel, confirmed, closes, policy)):
        raise InvalidInput(faults)
    arrived = at.astimezone(BEIJING_TIME)
    day = arrived.date() if confirmed is None else day_of(confirmed, "confirmed")
    if day < arrived.date():
        raise invalid("confirmed", "before-arrival", confirmed, f"a day not before {arrived.date()}")
    basis = _receipt_basis(law or _installed(), _RECEIPT[channel, confirmed is not None], day)
    if closes is None:
        return Received(day, basis)
    first = day + dt.timedelta(days=1) if arrived.time() > closes else day
    return Received((calendar or for_place(place)).on_or_after(first), basis, policy)


def _receipt_basis(law: Law, says: str, on: dt.date) -> tuple[Citation, ...]:
    return tuple(p.cite.analogous() for p in law.provisions(Topic.RECEIPT, on=on) if p.says == says)


def _receipt_faults(
    at: object, channel: str, confirmed: object, closes: dt.time | None, policy: str | None
) -> Iterator[Fault]:
    if not isinstance(at, dt.datetime) or at.tzinfo is None:
        yield Fault("at", "naive-datetime", str(at), "a datetime with a time zone")
    if channel not in {known for known, _ in _RECEIPT}:
        yield Fault("channel", "unknown-channel", channel, ", ".join(sorted({known for known, _ in _RECEIPT})))
    elif (channel, confirmed is not None) not in _RECEIPT:
        wanted = "the day both sides confirmed" if confirmed is None else "no confirmed day for this channel"
        yield Fault("confirmed", "missing" if confirmed is None else "not-used", confirmed, wanted)
    if (closes is None) is not (policy is None or not policy.strip()):
        yield Fault(
            "policy", "closing-time-needs-source", policy, "a closing time and the rule that sets it, or neither"
        )
    if closes is not None and confirmed is not None:
        yield Fault("closes", "not-used", str(closes), "no closing time where the day is confirmed")
    if closes is not None and closes.tzinfo is not None:
        yield Fault("closes", "time-with-zone", str(closes), "a time of day in Beijing, without a time zone")
