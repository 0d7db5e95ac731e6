"""The stamp: everything needed to compute the same answer again.

Not covered: computing it again, which is a command.
"""

from __future__ import annotations

import datetime as dt

import attrs

__all__ = ["VERSION", "Stamp"]


def __dir__() -> list[str]:
    return __all__


VERSION = "0.1.0"
"""The release, as in the package's metadata, which takes longer to read than the rest of the library to import."""


@attrs.frozen(slots=False)
class Stamp:
    """What an answer rests on.

    Attributes:
        code: The release of this library.
        law: The fingerprint of the law.
        calendar: The fingerprint of the calendar.
        readings: The readings chosen, as `term=reading`.
        as_of: The day asked about.
        law_on: The day whose text of the law counts; `as_of` where each event is judged by the text of its own day.
    """

    code: str
    law: str
    calendar: str
    readings: tuple[str, ...]
    as_of: dt.date
    law_on: dt.date
