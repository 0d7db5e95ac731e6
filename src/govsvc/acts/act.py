"""An act: one instrument with what it says, as typed values.

An act is checked when it is made, and says everything that is wrong with it at once.
Not covered: conflicts between acts, tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

import attrs

from govsvc.acts.provision import Provision
from govsvc.acts.timeline import time_in_force
from govsvc.errors import Fault, InvalidInput
from govsvc.norms import Instrument
from govsvc.terms.term import Term

__all__ = ["Act"]


def __dir__() -> list[str]:
    return __all__


def _terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(terms)


def _provisions(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    return tuple(provisions)


@attrs.frozen
class Act:
    """An instrument and the norms read out of it.

    Attributes:
        instrument: The text.
        terms: Its terms, in the order of its articles.
        provisions: Its clauses without a length.

    Raises:
        InvalidInput: with every fault: a norm of another instrument, two terms of one key whose times
            meet, a norm that is never in force, two readings of one name.
    """

    instrument: Instrument
    terms: tuple[Term, ...] = attrs.field(default=(), converter=_terms)
    provisions: tuple[Provision, ...] = attrs.field(default=(), converter=_provisions)

    def __attrs_post_init__(self) -> None:
        if faults := (
            *_instrument_faults(self.instrument),
            *_norm_faults("$.terms", self.instrument, self.terms, Term),
            *_norm_faults("$.provisions", self.instrument, self.provisions, Provision),
        ):
            raise InvalidInput(faults)
        if faults := (*_key_faults(self.terms), *_reading_faults(self.terms)):
            raise InvalidInput(faults)

    @property
    def key(self) -> str:
        """The key of the instrument."""
        return self.instrument.key


def _instrument_faults(instrument: object) -> Iterator[Fault]:
    if not isinstance(instrument, Instrument):
        yield Fault("$.instrument", "wrong-type", instrument, "an Instrument")


def _norm_faults(path: str, instrument: Instrument, norms: Iterable[object], kind: type) -> Iterator[Fault]:
    for place, norm in enumerate(norms):
        if not isinstance(norm, Term | Provision) or not isinstance(norm, kind):
            yield Fault(f"{path}[{place}]", "wrong-type", norm, f"a {kind.__name__}")
        elif norm.cite.instrument != instrument:
            yield Fault(f"{path}[{place}].cite", "another-instrument", str(norm.cite), f"a place in {instrument}")
        elif time_in_force(norm) is None:
            yield Fault(f"{path}[{place}].in_force", "never-in-force", str(norm.in_force), str(instrument.in_force))


def _key_faults(terms: tuple[Term, ...]) -> Iterator[Fault]:
    for (_, one), (place, other) in combinations(enumerate(terms), 2):
        if one.key == other.key and _meet(one, other):
            yield Fault(f"$.terms[{place}].cite", "two-terms-of-one-key", other.key, "one term of a key at a time")


def _meet(one: Term, other: Term) -> bool:
    mine, yours = time_in_force(one), time_in_force(other)
    return mine is not None and yours is not None and mine.first <= yours.last and yours.first <= mine.last


def _reading_faults(terms: tuple[Term, ...]) -> Iterator[Fault]:
    for place, term in enumerate(terms):
        path, seen = f"$.terms[{place}].readings", set[str]()
        for reading in term.readings:
            if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", reading.name):
                yield Fault(path, "not-a-reading-name", reading.name, "lower-case words joined by hyphens")
            if reading.name in seen:
                yield Fault(path, "two-readings-of-one-name", reading.name, "one reading of a name")
            seen.add(reading.name)
