"""What the acts of a law answer to a question, from when to when; worked out once for each question and kept.

A question is a topic at a place, for a matter and an applicant. Not covered: choosing acts and readings (`Law`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from govsvc.acts.act import Act
from govsvc.acts.governing import Also, Governing, Ordered, ordered, question_covers, why_none, why_not
from govsvc.acts.provision import Provision
from govsvc.acts.timeline import Timeline, pinned, timeline
from govsvc.errors import GovsvcError, NotCovered, invalid
from govsvc.norms import ApplicantKind, Matter, Topic
from govsvc.places import Place
from govsvc.terms.term import Term

__all__ = ["Line", "Questions"]


def __dir__() -> list[str]:
    return __all__


Line: TypeAlias = tuple[tuple[int, int, Ordered], ...]
"""First and last day as ordinals, both included, and what governs from one to the other."""


class Questions:
    """The questions that have been asked of some acts.

    Attributes:
        known: What was worked out, by topic and place, and by matter and applicant where either was given.
        day: The day whose text counts whatever the day of the facts, or None.

    Args:
        acts: The acts.
        readings: The readings chosen, by the terms' `reading_key`.
        day: That day.
    """

    __slots__ = ("_clauses", "_keys", "_terms", "day", "known")

    def __init__(self, acts: Iterable[Act], readings: Mapping[str, str], day: date | None) -> None:
        held = tuple(acts)
        self.day = day
        self._keys = frozenset(act.key for act in held)
        self._terms = _by_topic(_read(term, readings.get(term.reading_key)) for act in held for term in act.terms)
        self._clauses = self._clause_lines(clause for act in held for clause in act.provisions)
        self.known: dict[object, Line] = {}

    def line(self, topic: Topic, place: Place, matter: Matter | None, applicant: ApplicantKind | None) -> Line:
        """Return what governs a question from when to when."""
        key = (topic, place) if matter is None and applicant is None else (topic, place, matter, applicant)
        line = self.known.get(key)
        if line is None:
            line = self._work_out(topic, place, matter, applicant)
            if matter is None or matter.special is None or matter.special in self._keys:
                self.known[key] = line
        return line

    def governing(
        self, topic: Topic, place: Place, matter: Matter | None, applicant: ApplicantKind | None, on: date
    ) -> Governing:
        """Return what governs a question on a day, and every other text of the place with the reason.

        Raises:
            NotCovered: where no act held for the place speaks of the topic.
        """
        line, here = self.line(topic, place, matter, applicant), self.here(topic, place)
        if not here:
            raise self.why_none(topic, place, on)
        found = ordered(_of_day(line, on), on)
        also = (
            Also(term, why_not(term, found, question_covers(term, matter, applicant), on))
            for term in (*found.terms, *_others(here, found.terms))
            if term is not found.headline
        )
        return Governing(topic, place, on, found.headline, found.terms, tuple(also))

    def clauses(self, topic: Topic, place: Place, ordinal: int) -> tuple[Provision, ...]:
        """Return the clauses without a length on a topic that are in force on a day at a place, or none."""
        _check(topic, place)
        for first, last, held in self._clauses.get(topic, ()):
            if first <= ordinal <= last:
                return tuple(clause for clause in held if clause.cite.instrument.place in place.within)
        return ()

    def here(self, topic: Topic, place: Place) -> tuple[Term, ...]:
        """Return the terms on a topic of a place and of all the places around it, of any day."""
        _check(topic, place)
        return tuple(term for term in self._terms.get(topic, ()) if term.cite.instrument.place in place.within)

    def why_none(self, topic: Topic, place: Place, on: date) -> GovsvcError:
        """Return the error for a topic of which nothing in force speaks."""
        here = self.here(topic, place)
        if here:
            return why_none(topic, on, here)
        return NotCovered(topic.value, tuple(sorted(held.value for held in self._terms if self.here(held, place))))

    def _work_out(self, topic: Topic, place: Place, matter: Matter | None, applicant: ApplicantKind | None) -> Line:
        terms = [term for term in self.here(topic, place) if question_covers(term, matter, applicant)]
        line = timeline(terms) if self.day is None else pinned(timeline(terms), self.day)
        return tuple((first, last, ordered(held, date.fromordinal(first))) for first, last, held in line)

    def _clause_lines(self, clauses: Iterable[Provision]) -> dict[Topic, Timeline[Provision]]:
        found: dict[Topic, list[Provision]] = {}
        for clause in clauses:
            found.setdefault(clause.topic, []).append(clause)
        lines = {topic: timeline(held) for topic, held in found.items()}
        return lines if self.day is None else {topic: pinned(line, self.day) for topic, line in lines.items()}


def _check(topic: object, place: object) -> None:
    if not isinstance(topic, Topic):
        raise invalid("topic", "not-a-topic", topic, "a Topic")
    if not isinstance(place, Place):
        raise invalid("place", "not-a-place", place, "a Place")


def _by_topic(terms: Iterable[Term]) -> dict[Topic, tuple[Term, ...]]:
    found: dict[Topic, tuple[Term, ...]] = {}
    for term in terms:
        found[term.topic] = (*found.get(term.topic, ()), term)
    return found


def _read(term: Term, name: str | None) -> Term:
    """Return the term under the reading chosen; another version of the article may not have it."""
    return term.read_as(name) if name in {reading.name for reading in term.readings} else term


def _of_day(line: Line, day: date) -> tuple[Term, ...]:
    ordinal = day.toordinal()
    return next((found.terms for first, last, found in line if first <= ordinal <= last), ())


def _others(here: Iterable[Term], found: Iterable[Term]) -> Iterable[Term]:
    """Return the terms of a place that were not found, whatever their citations were cut down to."""
    shown = {(term.key, term.in_force) for term in found}
    return (term for term in here if (term.key, term.in_force) not in shown)
