"""Answers: an outcome with the law it rests on and a proof, or one of four ways in which it is open.

An answer is never a truth value: what is open is neither yes nor no, and is told apart by `match answer.outcome`.
Not covered: how an outcome is found, and its words for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, NoReturn, TypeAlias, TypeVar

import attrs

from govsvc.errors import NotSettled, invalid
from govsvc.norms import Citation

if TYPE_CHECKING:
    from govsvc.terms.term import Term

__all__ = ["Answer", "Disputed", "Open", "Proof", "Referral", "Undetermined", "Unsettled"]


def __dir__() -> list[str]:
    return __all__


T_co = TypeVar("T_co", covariant=True)


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    # One text is an iterable of letters as well.
    return (given,) if isinstance(given, str) else tuple(given)


def _at_least(least: int) -> Callable[[object, attrs.Attribute[tuple[str, ...]], tuple[object, ...]], None]:
    def check(instance: object, field: attrs.Attribute[tuple[str, ...]], value: tuple[object, ...]) -> None:
        if len(set(value)) < least or not all(isinstance(text, str) and text.strip() for text in value):
            path = f"{type(instance).__name__}.{field.name}"
            raise invalid(path, "too-few", value, f"texts that are not empty, at least {least} of them different")

    return check


@attrs.frozen
class Undetermined:
    """Open: facts are missing that can still change the outcome.

    Attributes:
        missing: Their names, at least one.

    Raises:
        InvalidInput: where nothing is missing.

    >>> Undetermined(["decided"]).missing
    ('decided',)
    """

    missing: tuple[str, ...] = attrs.field(converter=_texts, validator=_at_least(1))


@attrs.frozen
class Unsettled:
    """Open: the text does not say, or says two things.

    Attributes:
        readings: The tenable readings by name, the headline first; none where the text is silent.
    """

    readings: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=_at_least(0))


@attrs.frozen
class Referral:
    """Open: the law hands the question to someone.

    Attributes:
        to: Who decides, by the key of the role.
        between: The terms that differ and of which none prevails, in the order of their keys; none where no terms do.
        basis: The clause that says who decides; none before it bore that number, and none for documents.
    """

    to: str
    between: tuple[Term, ...] = ()
    basis: tuple[Citation, ...] = ()


@attrs.frozen
class Disputed:
    """Open: two sources claim different things.

    Attributes:
        claims: What they claim, at least two different things.

    Raises:
        InvalidInput: where they do not differ.
    """

    claims: tuple[str, ...] = attrs.field(converter=_texts, validator=_at_least(2))


Open: TypeAlias = Undetermined | Unsettled | Referral | Disputed
"""Why an answer has no value."""


@attrs.frozen
class Proof:
    """How an answer was found.

    Attributes:
        outcome: What was found, or why it is open.
        citations: The clauses that were looked at.
        facts: What was asked, as pairs of a name and a value.
        reading: The name of the reading chosen, where one was.
        notes: Grounds of readings and other remarks, as the law held has them.
    """

    outcome: object
    citations: tuple[Citation, ...] = ()
    facts: tuple[tuple[str, object], ...] = ()
    reading: str | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Answer(Generic[T_co]):
    """An answer of the law: an outcome, or why it is open.

    Two answers are equal where their outcome and their basis are. A pickled answer takes its proof along.

    Attributes:
        outcome: What was found, or one of the four ways of being open.
        basis: The clauses it rests on.

    >>> answer = Answer("valid", prove=lambda: Proof("valid"))
    >>> answer.value, answer.is_("valid"), answer.is_("lapsed")
    ('valid', True, False)
    >>> Answer(Undetermined(["decided"]), prove=lambda: Proof(None)).value
    Traceback (most recent call last):
    govsvc.errors.NotSettled: the answer is open: Undetermined(missing=('decided',))
    """

    outcome: T_co | Open
    basis: tuple[Citation, ...] = ()
    _prove: Callable[[], Proof] = attrs.field(alias="prove", kw_only=True)

    @property
    def value(self) -> T_co:
        """The outcome of a settled answer.

        Raises:
            NotSettled: where the answer is open; its `why` is the outcome.
        """
        if isinstance(self.outcome, Open):
            raise NotSettled(self.outcome)
        return self.outcome

    def proof(self) -> Proof:
        """Return how the answer was found, built now."""
        return self._prove()

    def is_(self, outcome: object) -> bool:
        """Return whether the answer is settled and equal to `outcome`; an open answer is nothing."""
        return not isinstance(self.outcome, Open) and self.outcome == outcome

    def __bool__(self) -> NoReturn:
        raise TypeError("an answer is not a truth value: ask answer.is_(outcome), or match answer.outcome")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return (self.outcome, self.basis) == (other.outcome, other.basis)

    def __hash__(self) -> int:
        return hash((self.outcome, self.basis))

    def __repr__(self) -> str:
        return f"<Answer {self.outcome!r}{''.join(f', {cite}' for cite in self.basis)}>"

    def __reduce__(self) -> tuple[Callable[..., Answer[T_co]], tuple[object, ...]]:
        return _proved, (self.outcome, self.basis, self.proof())


def _proved(outcome: T_co | Open, basis: tuple[Citation, ...], proof: Proof) -> Answer[T_co]:
    """Return the answer whose proof was built already."""
    return Answer(outcome, basis, prove=lambda: proof)
