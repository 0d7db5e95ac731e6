"""Law as a value: the acts held, the readings chosen, and the day whose text is asked for.

Another act, another reading, another day is another `Law`; nothing is registered and nothing changes.
Not covered: how conflicts between acts are settled, which `conflicts` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeAlias

import attrs

from govsvc.acts.act import Act
from govsvc.acts.conflicts import Referral
from govsvc.acts.fingerprints import fingerprint
from govsvc.acts.governing import Governing
from govsvc.acts.law_faults import act_faults, reading_faults, special_faults, type_faults
from govsvc.acts.provision import Provision
from govsvc.acts.questions import Questions
from govsvc.errors import InvalidInput, NotSettled, invalid
from govsvc.norms import ApplicantKind, Instrument, Matter, Standing, Topic
from govsvc.places import Place
from govsvc.spans import day_of
from govsvc.terms.term import Term

__all__ = ["Law"]


def __dir__() -> list[str]:
    return __all__


Chosen: TypeAlias = tuple[tuple[str, str], ...]


def _in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    held = tuple(acts)
    if faults := tuple(type_faults(held)):
        raise InvalidInput(faults)
    return tuple(sorted(held, key=lambda act: act.key))


def _chosen(readings: Mapping[str, str] | Iterable[tuple[str, str]]) -> Chosen:
    return tuple(sorted(dict(readings).items()))


def _day(day: date | None) -> date | None:
    return None if day is None else day_of(day, "day")


@attrs.frozen(eq=False, repr=False)
class Law:
    """Acts, with the readings chosen and the day pinned.

    Attributes:
        acts: The acts held, in the order of their keys.
        readings: The readings chosen, as pairs of a term's `reading_key` and the reading's name.
        day: The day whose text is asked for, whatever the day of the facts; None for the day of the facts.

    Raises:
        InvalidInput: with every fault: two acts of one instrument key, a reading nobody holds, terms each special to
            the other.

    >>> from govsvc.packs.national import ACTS
    >>> law = Law(ACTS)
    >>> [str(term.cite) for term in law.terms(Topic.RENEWAL_APPLICATION, on=date(2026, 3, 4))]
    ['行政许可法第五十条第一款']
    """

    acts: tuple[Act, ...] = attrs.field(default=(), converter=_in_order)
    readings: Chosen = attrs.field(default=(), converter=_chosen, kw_only=True)
    day: date | None = attrs.field(default=None, converter=_day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if faults := (*act_faults(self.acts), *reading_faults(self.acts, self.readings), *special_faults(self.acts)):
            raise InvalidInput(faults)

    def with_acts(self, *acts: Act) -> Law:
        """Return the law that holds `acts` as well; an act takes the place of one of the same key.

        Raises:
            InvalidInput: for two acts of one key among `acts`, or where a reading chosen is held no more.
        """
        added = _in_order(acts)
        if faults := tuple(act_faults(added)):
            raise InvalidInput(faults)
        kept = (act for act in self.acts if act.key not in {new.key for new in added})
        return Law((*kept, *added), readings=self.readings, day=self.day)

    def reading(self, **chosen: str) -> Law:
        """Return the law read otherwise: `law.reading(xkf_50_1="working-days")`.

        Raises:
            InvalidInput: for every term or reading that is not held, naming those that are.

        >>> from govsvc.packs.national import ACTS
        >>> law = Law(ACTS).reading(xkf_50_1="working-days")
        >>> [term.within for term in law.terms(Topic.RENEWAL_APPLICATION, on=date(2026, 3, 4))]
        [WorkingDays(n=30)]
        """
        return Law(self.acts, readings={**dict(self.readings), **chosen}, day=self.day)

    def on(self, d: date) -> Law:
        """Return the law as its text stood on a day, whatever the day of the facts.

        >>> from govsvc.packs.national import ACTS
        >>> Law(ACTS).on(date(2004, 6, 30)).find(Topic.DECISION)
        ()
        """
        return Law(self.acts, readings=self.readings, day=d)

    def governing(
        self,
        topic: Topic,
        *,
        on: date | None = None,
        place: Place = Place.NATIONAL,
        matter: Matter | None = None,
        applicant: ApplicantKind | None = None,
    ) -> Governing:
        """Return what governs a question: the headline, and every other text of the place with the reason.

        Args:
            topic: What is asked about.
            on: The day of the facts. Where the law's own day is pinned, that day counts instead.
            place: Where it is asked.
            matter: What the application is about.
            applicant: Who applies.

        Raises:
            NotCovered: where no act held for the place speaks of the topic.
            InvalidInput: where no day is given and none is pinned, or an argument is not of its kind.

        >>> from govsvc.norms import LICENCE
        >>> from govsvc.packs.national import ACTS
        >>> found = Law(ACTS).governing(Topic.DECISION, on=date(2026, 3, 4), matter=LICENCE)
        >>> str(found.term.cite), found.also
        ('行政许可法第四十二条第一款', ())
        """
        day = self._asked(on)
        return self._questions.governing(topic, place, matter, applicant, day)

    def governing_terms(
        self,
        topic: Topic,
        *,
        on: date | None = None,
        place: Place = Place.NATIONAL,
        matter: Matter | None = None,
        applicant: ApplicantKind | None = None,
    ) -> tuple[Term, ...]:
        """Return the terms in force that cover a question, the one that governs first.

        Raises:
            NotCovered: where no act held for the place speaks of the topic, the matter or the applicant.
            NotInForce: where one does, but not on that day.
            NotSettled: where the law refers the question to somebody, or no text governs that is surely in force and
                read in full.
            InvalidInput: where no day is given and none is pinned, or an argument is not of its kind.
        """
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        questions = self._questions
        line = questions.known.get((topic, place)) if matter is None and applicant is None else None
        for first, last, found in questions.line(topic, place, matter, applicant) if line is None else line:
            if first <= ordinal <= last and type(found.headline) is Term:
                return found.terms
        what = self.governing(topic, on=on, place=place, matter=matter, applicant=applicant)
        return (what.term,)  # never: it raises what keeps the question open

    def headline(
        self,
        topic: Topic,
        *,
        on: date | None = None,
        place: Place = Place.NATIONAL,
        matter: Matter | None = None,
        applicant: ApplicantKind | None = None,
    ) -> Term | None:
        """Return the term that governs a question, or None where nothing does.

        Raises:
            NotSettled: where the law refers the question to somebody.
        """
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        questions = self._questions
        line = questions.known.get((topic, place)) if matter is None and applicant is None else None
        for first, last, found in questions.line(topic, place, matter, applicant) if line is None else line:
            if first <= ordinal <= last:
                head = found.headline
                if isinstance(head, Referral):
                    raise NotSettled(head)
                return head
        return None

    def terms(self, topic: Topic, *, on: date | None = None, place: Place = Place.NATIONAL) -> tuple[Term, ...]:
        """Return the terms on a topic whose text is in force at a place, as they govern, with the readings chosen.

        Args:
            topic: What is asked about.
            on: The day of the facts. Where the law's own day is pinned, that day counts instead.
            place: Where it is asked.

        Raises:
            NotCovered: where no act held for the place speaks of the topic.
            NotInForce: where one does, but not on that day.
            InvalidInput: where no day is given and none is pinned, or what is given is no day or no topic.
        """
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        for first, last, found in self._questions.line(topic, place, None, None):
            if first <= ordinal <= last:
                return found.terms
        raise self._questions.why_none(topic, place, self._asked(on))

    def find(self, topic: Topic, *, on: date | None = None, place: Place = Place.NATIONAL) -> tuple[Term, ...]:
        """Return the terms on a topic as `terms` does, or none where no act held speaks of it on that day."""
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        for first, last, found in self._questions.line(topic, place, None, None):
            if first <= ordinal <= last:
                return found.terms
        return ()

    def provisions(
        self, topic: Topic, *, on: date | None = None, place: Place = Place.NATIONAL
    ) -> tuple[Provision, ...]:
        """Return the clauses without a length on a topic that are in force at a place, or none."""
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        return self._questions.clauses(topic, place, ordinal)

    def in_force(self, on: date, *, place: Place = Place.NATIONAL) -> tuple[Instrument, ...]:
        """Return the instruments held that are in force on a day at a place; not those of which it is not known."""
        return tuple(it for it in self.instruments if it.place in place.within and it.standing(on) is Standing.IN_FORCE)

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments of the acts held."""
        return tuple(act.instrument for act in self.acts)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with any term, reading or day."""
        return fingerprint((self.acts, self.readings, self.day))

    @cached_property
    def _questions(self) -> Questions:
        return Questions(self.acts, dict(self.readings), self.day)

    def _asked(self, on: date | None) -> date:
        if self.day is not None:
            return self.day
        if on is None:
            raise invalid("on", "no-day", None, "the day of the facts, or a law with a day: law.on(day)")
        return day_of(on, "on")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Law):
            return NotImplemented
        return (self.acts, self.readings, self.day) == (other.acts, other.readings, other.day)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        read = "".join(f", {key}={name}" for key, name in self.readings)
        pinned = f", on {self.day}" if self.day else ""
        return f"<Law {' '.join(act.key for act in self.acts) or 'without acts'}{read}{pinned}>"
