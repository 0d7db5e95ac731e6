"""How well a text is known: whether its words were read, or only remembered.

Only what was read may carry an answer; the rest may be told beside it. Not covered: who read it.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["Evidence"]


def __dir__() -> list[str]:
    return __all__


class Evidence(Enum):
    """The grade of what is known about a text or a number."""

    FULL_TEXT = "full-text"  # the whole text was read
    EXCERPT = "excerpt"  # the passage was read in a quotation
    MEMORY = "memory"  # nobody has checked it against a copy
