"""What every door asks of the law: the day, the law installed, and the terms that govern."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from govsvc.norms import ApplicantKind, Matter, Topic
from govsvc.places import Place
from govsvc.spans import day_of
from govsvc.terms.term import Term

if TYPE_CHECKING:
    from govsvc.acts import Law

__all__ = ["day_given", "governing", "installed"]


def __dir__() -> list[str]:
    return __all__


@cache
def installed() -> Law:
    """Return the installed law, fetched when a question is first asked and not when this is imported."""
    from govsvc.acts import LAW

    return LAW


def day_given(value: dt.date, path: str) -> dt.date:
    """Return the day of a date, or of a moment in Beijing."""
    return value if type(value) is dt.date else day_of(value, path)


def governing(
    law: Law | None,
    topic: Topic,
    on: dt.date,
    place: Place,
    matter: Matter | None = None,
    applicant: ApplicantKind | None = None,
) -> tuple[Term, ...]:
    """Return the terms in force that cover a question, the one that governs first."""
    return (law or installed()).governing_terms(topic, on=on, place=place, matter=matter, applicant=applicant)
