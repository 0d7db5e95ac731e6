"""The clocks of one duty, as the front doors return them: the one the law enforces, and those beside it.

Not covered: how they are found, which `doors` says.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from govsvc.terms.deadline import Deadline

__all__ = ["Deadlines", "DecisionDeadlines", "IntakeDeadlines", "RenewalDeadlines", "TopicDeadlines"]


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
