"""What the library promises of its speed, each as a ratio of two things measured in one run."""

from __future__ import annotations

import attrs


@attrs.frozen
class Target:
    """A ratio beside what it should be.

    Attributes:
        what: What was measured.
        ratio: What came out.
        bound: What it should be.
        at_most: Whether the bound is the most it may be; the least otherwise.
        unit: What the number counts.
    """

    what: str
    ratio: float
    bound: float
    at_most: bool = False
    unit: str = ""

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.bound if self.at_most else self.ratio >= self.bound

    @property
    def row(self) -> tuple[str, str, str, str]:
        """What, how much, how much it should be, and whether it is."""
        bound = f"{'at most' if self.at_most else 'at least'} {self.bound:g}"
        verdict = "met" if self.is_met else "**not met**"
        return self.what, f"{shown(self.ratio)}{self.unit}", f"{bound}{self.unit}", verdict


def shown(number: float) -> str:
    """Return a number to three digits at most."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
