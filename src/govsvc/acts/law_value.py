"""Law as a value: the acts held, the readings chosen, and the day whose text is asked for.

Another act, another reading, another day is another `Law`; nothing is registered and nothing changes.
Not covered: which of several terms governs, conflicts between acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeAlias

import attrs

from govsvc.acts.act import Act
from govsvc.acts.fingerprints import fingerprint
from govsvc.acts.provision import Provision
from govsvc.acts.timeline import Norm, Timeline, pinned, timeline
from govsvc.errors import Fault, GovsvcError, InvalidInput, NotCovered, NotInForce, invalid
from govsvc.norms import Instrument, Topic
from govsvc.spans import day_of
from govsvc.terms.term import Term

__all__ = ["Law"]


def __dir__() -> list[str]:
    return __all__


Chosen: TypeAlias = tuple[tuple[str, str], ...]


def _in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    held = tuple(acts)
    if faults := tuple(_type_faults(held)):
        raise InvalidInput(faults)
    return tuple(sorted(held, key=lambda act: act.key))


def _type_faults(acts: Iterable[object]) -> Iterator[Fault]:
    for place, act in enumerate(acts):
        if not isinstance(act, Act):
            yield Fault(f"$.acts[{place}]", "wrong-type", act, "an Act")


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
        InvalidInput: with every fault: two acts of one instrument key, a reading nobody holds.

    >>> from govsvc.packs.national import ACTS
    >>> law = Law(ACTS)
    >>> [str(term.cite) for term in law.terms(Topic.RENEWAL_APPLICATION, on=date(2026, 3, 4))]
    ['行政许可法第五十条第一款']
    """

    acts: tuple[Act, ...] = attrs.field(default=(), converter=_in_order)
    readings: Chosen = attrs.field(default=(), converter=_chosen, kw_only=True)
    day: date | None = attrs.field(default=None, converter=_day, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if faults := (*_act_faults(self.acts), *_reading_faults(self)):
            raise InvalidInput(faults)

    def with_acts(self, *acts: Act) -> Law:
        """Return the law that holds `acts` as well; an act takes the place of one of the same key.

        Raises:
            InvalidInput: for two acts of one key among `acts`, or where a reading chosen is held no more.
        """
        added = _in_order(acts)
        if faults := tuple(_act_faults(added)):
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

    def terms(self, topic: Topic, *, on: date | None = None) -> tuple[Term, ...]:
        """Return the terms on a topic whose text is in force, with the readings chosen.

        Args:
            topic: What is asked about.
            on: The day of the facts. Where the law's own day is pinned, that day counts instead.

        Raises:
            NotCovered: where no act held speaks of the topic.
            NotInForce: where one does, but not on that day.
            InvalidInput: where no day is given and none is pinned, or what is given is no day or no topic.
        """
        ordinal = (on if type(on) is date else self._asked(on)).toordinal()
        for first, last, terms in self._terms.get(topic, ()):
            if first <= ordinal <= last:
                return terms
        raise self._why_none(topic, on, [term for act in self.acts for term in act.terms])

    def find(self, topic: Topic, *, on: date | None = None) -> tuple[Term, ...]:
        """Return the terms on a topic as `terms` does, or none where no act held speaks of it on that day."""
        return _of_day(self._terms, topic, on if type(on) is date else self._asked(on))

    def provisions(self, topic: Topic, *, on: date | None = None) -> tuple[Provision, ...]:
        """Return the clauses without a length on a topic that are in force, or none."""
        return _of_day(self._provisions, topic, on if type(on) is date else self._asked(on))

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """The instruments of the acts held."""
        return tuple(act.instrument for act in self.acts)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with any term, reading or day."""
        return fingerprint((self.acts, self.readings, self.day))

    @cached_property
    def _terms(self) -> dict[Topic, Timeline[Term]]:
        chosen = dict(self.readings)
        read = (_read(term, chosen.get(term.cite.reading_key)) for act in self.acts for term in act.terms)
        return _by_topic(read, self.day)

    @cached_property
    def _provisions(self) -> dict[Topic, Timeline[Provision]]:
        return _by_topic((provision for act in self.acts for provision in act.provisions), self.day)

    def _asked(self, on: date | None) -> date:
        if self.day is not None:
            return self.day
        if on is None:
            raise invalid("on", "no-day", None, "the day of the facts, or a law with a day: law.on(day)")
        return day_of(on, "on")

    def _why_none(self, topic: object, on: date | None, held: Iterable[Term | Provision]) -> GovsvcError:
        if not isinstance(topic, Topic):
            return invalid("topic", "not-a-topic", topic, "a Topic")
        titles = sorted({norm.cite.instrument.title for norm in held if norm.topic is topic})
        if not titles:
            return NotCovered(topic.value, tuple(sorted({norm.topic.value for norm in held})))
        return NotInForce(f"{topic.value} of {', '.join(titles)}", self._asked(on))

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


def _of_day(lines: Mapping[Topic, Timeline[Norm]], topic: object, day: date) -> tuple[Norm, ...]:
    if not isinstance(topic, Topic):
        raise invalid("topic", "not-a-topic", topic, "a Topic")
    for first, last, norms in lines.get(topic, ()):
        if first <= day.toordinal() <= last:
            return norms
    return ()


def _by_topic(norms: Iterable[Norm], day: date | None) -> dict[Topic, Timeline[Norm]]:
    found: dict[Topic, list[Norm]] = {}
    for norm in norms:
        found.setdefault(norm.topic, []).append(norm)
    lines = {topic: timeline(held) for topic, held in found.items()}
    return lines if day is None else {topic: pinned(line, day) for topic, line in lines.items()}


def _read(term: Term, name: str | None) -> Term:
    """Return the term under the reading chosen; another version of the article may not have it."""
    return term.read_as(name) if name in {reading.name for reading in term.readings} else term


def _act_faults(acts: tuple[Act, ...]) -> Iterator[Fault]:
    keys = [act.key for act in acts]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            yield Fault(f"$.acts[{place}]", "two-acts-of-one-key", key, "one act of an instrument key")


def _reading_faults(law: Law) -> Iterator[Fault]:
    names: dict[str, set[str]] = {}
    for term in (term for act in law.acts for term in act.terms):
        names.setdefault(term.cite.reading_key, set()).update(reading.name for reading in term.readings)
    read = sorted(key for key, held in names.items() if held)
    for key, name in law.readings:
        if not names.get(key):
            yield Fault(key, "no-readings" if key in names else "unknown-term", name, ", ".join(read) or "none")
        elif name not in names[key]:
            yield Fault(key, "unknown-reading", name, ", ".join(sorted(names[key])))
