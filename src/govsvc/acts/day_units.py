"""Which days a text means by 日: working days or days of the calendar, for whose term and how many.

Read from the terms of the law asked: from those of that number where there are any, else from all of that role, where
one clause fixes the unit of them all. Source: the unit clause of each term (行政许可法 art. 82 for the terms of the
agency; it is silent on those of the applicant and the holder). Not covered: months, years and hours, and a text with no
term in days, such as the civil code's own chapter on counting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

import attrs

from govsvc.acts.installed import LAW
from govsvc.acts.law_value import Law
from govsvc.errors import Fault, InvalidInput, NotCovered, NotInForce, invalid
from govsvc.norms import Citation, DayUnit, Evidence, Instrument, Topic, Who
from govsvc.rules import Answer, Open, Proof, Undetermined, Unsettled
from govsvc.spans import day_of
from govsvc.terms.lengths import CalendarDays, Length, WorkingDays
from govsvc.terms.term import Term

__all__ = ["day_unit"]


def __dir__() -> list[str]:
    return __all__


def day_unit(instrument: str, number: int, *, law_on: date, whose: str, law: Law | None = None) -> Answer[DayUnit]:
    """Return which days a text means by a number of days.

    Args:
        instrument: The title or the key of the text.
        number: How many days it says, from 1 on.
        law_on: The day whose text counts. Where the law's own day is pinned, that day counts instead.
        whose: Who has the term, one of `Who` by value (`agency`, `applicant`, `holder`).
        law: The law asked, with its readings; the law installed where left out.

    Returns:
        The unit; `Unsettled` with the readings where the text does not say; `Undetermined` where the wording of the
        day was not read in full, or nobody knows whether the text was still in force.

    Raises:
        InvalidInput: with every argument that is not of its kind.
        NotCovered: for a text that is not held or has no such term in days, naming those that are known.
        NotInForce: where the text was not in force on that day.

    >>> day_unit("行政许可法", 20, law_on=date(2026, 3, 4), whose="agency")
    <Answer <DayUnit.WORKING: 'working'>, 行政许可法第八十二条>
    >>> day_unit("行政许可法", 30, law_on=date(2026, 3, 4), whose="holder").outcome
    Unsettled(readings=('calendar-days', 'working-days'))
    """
    asked, held = _checked(instrument, number, law_on, whose), LAW if law is None else law
    if held.day is not None:
        asked = attrs.evolve(asked, on=held.day)
    text = _meant(held, asked)
    if asked.on not in text.in_force:
        return _answer(asked, Undetermined((f"the standing of {text}",)), ())
    return _read(asked, text, _terms(held, text, asked.on), held)


_Days: TypeAlias = WorkingDays | CalendarDays


@attrs.frozen
class _Asked:
    """A question: which text, how many days, on which day, whose."""

    instrument: str
    number: int
    on: date
    whose: Who


def _checked(instrument: str, number: int, law_on: date, whose: str) -> _Asked:
    faults = list(_faults(instrument, number, whose))
    try:
        on = day_of(law_on, "law_on")
    except InvalidInput as error:
        raise InvalidInput((*faults, *error.faults)) from None
    if faults:
        raise InvalidInput(faults)
    return _Asked(instrument, number, on, Who(whose))


def _faults(instrument: object, number: object, whose: object) -> Iterator[Fault]:
    if not isinstance(instrument, str) or not instrument.strip():
        yield Fault("instrument", "wrong-type", instrument, "the title or the key of an instrument")
    if type(number) is not int or number < 1:
        yield Fault("number", "not-a-number-of-days", number, "a whole number from 1 on")
    if whose not in [who.value for who in Who]:
        yield Fault("whose", "unknown-role", whose, ", ".join(who.value for who in Who))


def _meant(law: Law, asked: _Asked) -> Instrument:
    """Return the one text that bears the name on the day, or one of which it is not known whether it still stood."""
    bearing = [it for it in law.instruments if asked.instrument == it.key or it.bears(asked.instrument)]
    if not bearing:
        raise NotCovered(asked.instrument, _texts_in_days(law))
    found = [it for it in bearing if asked.on in it.in_force]
    found = found or [it for it in bearing if not it.standing(asked.on).is_certain]
    if not found:
        raise NotInForce(bearing[0].title, asked.on)
    if len(found) > 1:
        keys = ", ".join(it.key for it in found)
        raise invalid("instrument", "several-instruments", asked.instrument, f"one of {keys}")
    return found[0]


def _terms(law: Law, text: Instrument, on: date) -> tuple[Term, ...]:
    """Return the terms in days of a text that are in force on a day, with the readings chosen."""
    found = (term for topic in Topic for term in law.find(topic, on=on, place=text.place))
    return tuple(term for term in found if term.cite.instrument == text and isinstance(term.within, _Days))


def _unread(law: Law, text: Instrument, on: date) -> tuple[Term, ...]:
    """Return the same terms with no reading chosen."""
    return _terms(Law(law.acts, day=law.day) if law.readings else law, text, on)


def _texts_in_days(law: Law) -> tuple[str, ...]:
    held = (act for act in law.acts if any(isinstance(term.within, _Days) for term in act.terms))
    return tuple(dict.fromkeys(act.instrument.title for act in held))


def _read(asked: _Asked, text: Instrument, terms: tuple[Term, ...], law: Law) -> Answer[DayUnit]:
    """Return what the terms of a text say of the days asked about."""
    if not terms:
        raise NotCovered(f"the days of {text}", _texts_in_days(law))
    mine = tuple(term for term in terms if term.who is asked.whose)
    if not mine:
        raise NotCovered(f"the days of the {asked.whose} in {text}", _distinct(term.who.value for term in terms))
    same = tuple(term for term in mine if _number(term.within) == asked.number)
    # A reading is chosen for its own term, and says nothing of a number that term does not have.
    bearing = same or tuple(term for term in _unread(law, text, asked.on) if term.who is asked.whose)
    if unseen := [term for term in bearing if term.evidence is not Evidence.FULL_TEXT]:
        return _answer(asked, Undetermined(_distinct(f"the text of {term.cite}" for term in unseen)), bearing)
    units = _units(bearing)
    if len(units) != 1:  # never none: every term here is in days
        return _answer(asked, Unsettled(f"{unit.value}-days" for unit in units), bearing, *_clauses(terms))
    if not same and not _is_one_clause(bearing):
        known = _distinct(str(_number(term.within)) for term in mine)
        raise NotCovered(f"{asked.number} days of the {asked.whose} in {text}", known)
    return _answer(asked, units[0], bearing)


def _number(length: Length) -> int | None:
    return length.n if isinstance(length, _Days) else None


def _unit(length: Length) -> DayUnit:
    return DayUnit.WORKING if isinstance(length, WorkingDays) else DayUnit.CALENDAR


def _units(terms: Iterable[Term]) -> tuple[DayUnit, ...]:
    """Return the units of terms, each under the reading that was chosen, or else under all that are tenable."""
    found: dict[DayUnit, None] = {}
    for term in terms:
        readings = () if term.reading is not None else term.readings
        lengths = (term.within, *(reading.within for reading in readings))
        found |= dict.fromkeys(_unit(length) for length in lengths if isinstance(length, _Days))
    return tuple(found)


def _clauses(terms: Iterable[Term]) -> tuple[Citation, ...]:
    """Return the clauses that fix the unit of terms other than their own."""
    found = (term.unit_by for term in terms if term.unit_by != term.cite)
    return tuple(dict.fromkeys(cite for cite in found if cite is not None and not cite.by_analogy))


def _is_one_clause(terms: tuple[Term, ...]) -> bool:
    """Whether one clause fixes the unit of all terms, so that it speaks of any number."""
    return len(_clauses(terms)) == 1 and all(term.unit_by in _clauses(terms) for term in terms)


def _answer(asked: _Asked, outcome: DayUnit | Open, terms: tuple[Term, ...], *clauses: Citation) -> Answer[DayUnit]:
    """Return the answer that rests on what fixes the unit of some terms, and, where it is open, on more clauses."""
    settled = isinstance(outcome, DayUnit)
    cites = [term.unit_by if settled and term.unit_by is not None else term.cite for term in terms]
    basis = tuple(dict.fromkeys([*cites, *clauses]))
    return Answer(outcome, basis, prove=lambda: _proof(asked, outcome, terms, basis))


def _proof(asked: _Asked, outcome: DayUnit | Open, terms: tuple[Term, ...], basis: tuple[Citation, ...]) -> Proof:
    return Proof(
        outcome,
        tuple(dict.fromkeys([*basis, *(term.cite for term in terms)])),
        tuple(attrs.asdict(asked, recurse=False).items()),
        next((term.reading for term in terms if term.reading is not None), None),
        _distinct(reading.why for term in terms for reading in term.readings),
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
