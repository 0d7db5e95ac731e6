"""Random event logs, in the order of their days and in no other order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Final

from hypothesis import strategies as st

from govsvc.cases import (
    Accepted,
    Approved,
    Case,
    CertificateMade,
    CorrectedOnTheSpot,
    Delivered,
    Denied,
    Event,
    ExclusionBegun,
    ExclusionEnded,
    Extended,
    LicenceExpired,
    Received,
    Refused,
    RenewalApplied,
    Resubmitted,
    SupplementNoticed,
    Withdrawn,
)
from govsvc.terms import CalendarDays, Extension, ExtensionTo, Procedure, WorkingDays

MOST_EVENTS: Final = 30
STEPS: Final = (0, 0, 1, 1, 2, 3, 5, 8, 15, 40)
PROCEDURES: Final = (*(procedure.value for procedure in Procedure), "on-site-check", None)
POSTS: Final = ("head-of-agency", "head-of-agency", "head-of-government", "applicant", "副局长")


def _days(rng: Random) -> WorkingDays | CalendarDays:
    return rng.choice((WorkingDays, CalendarDays))(rng.randint(1, 20))


def _perhaps(rng: Random, on: dt.date) -> dt.date | None:
    return rng.choice((None, on + dt.timedelta(rng.randint(0, 20))))


def _noticed(rng: Random, on: dt.date) -> Event:
    items = rng.choice((None, frozenset(rng.sample("abcd", rng.randint(1, 3)))))
    return SupplementNoticed(on, items, rng.choice((None, _days(rng))), _perhaps(rng, on))


def _begun(rng: Random, on: dt.date) -> Event:
    until = rng.choice((None, on + dt.timedelta(rng.randint(-1, 30))))
    return ExclusionBegun(on, rng.choice(PROCEDURES) or "public-notice", until, _perhaps(rng, on))


def _extended(rng: Random, on: dt.date) -> Event:
    approver = rng.choice(POSTS)
    by = Extension(rng.choice((WorkingDays(4), _days(rng))), approved_on=on, approver=approver)
    to = ExtensionTo(_days(rng), approved_on=on, approver=approver)
    return Extended(on, rng.choice((by, by, by, to)), _perhaps(rng, on))


Maker = Callable[[Random, dt.date], Event]

MAKERS: Final[tuple[Maker, ...]] = (
    lambda rng, on: Received(on),
    lambda rng, on: CorrectedOnTheSpot(on),
    _noticed,
    _noticed,
    lambda rng, on: Resubmitted(on, rng.choice((True, False, None))),
    lambda rng, on: Resubmitted(on, True),
    lambda rng, on: Accepted(on),
    lambda rng, on: Accepted(on),
    lambda rng, on: Refused(on),
    _begun,
    _begun,
    lambda rng, on: ExclusionEnded(on, rng.choice(PROCEDURES)),
    lambda rng, on: ExclusionEnded(on),
    _extended,
    _extended,
    lambda rng, on: Approved(on),
    lambda rng, on: Denied(on),
    lambda rng, on: CertificateMade(on),
    lambda rng, on: Delivered(on),
    lambda rng, on: RenewalApplied(on),
    lambda rng, on: RenewalApplied(on),
    lambda rng, on: LicenceExpired(on),
    lambda rng, on: Withdrawn(on),
)
BEGINNINGS: Final[tuple[Maker, ...]] = (
    lambda rng, on: Received(on),
    lambda rng, on: Accepted(on),
    lambda rng, on: RenewalApplied(on),
)


def random_case(rng: Random, most: int = MOST_EVENTS) -> Case:
    """Return a case with any log at all; most begin as cases do."""
    on = dt.date(2004, 12, 1) + dt.timedelta(rng.randint(0, 8300))
    expires = rng.choice((None, on + dt.timedelta(rng.randint(-5, 120))))
    logged: list[Event] = []
    for number in range(rng.randint(0, most)):
        makers = BEGINNINGS if number == 0 and rng.random() < 0.9 else MAKERS
        logged.append(rng.choice(makers)(rng, on))
        on += dt.timedelta(rng.choice(STEPS))
    promised = rng.choice((None, _days(rng)))
    return Case(id="random", events=tuple(logged), joint=rng.random() < 0.2, promised=promised, expires=expires)


def random_day(rng: Random, case: Case) -> dt.date:
    """Return the last day of a case, or one after it."""
    last = case.events[-1].on if case.events else dt.date(2026, 3, 2)
    return last + dt.timedelta(rng.choice((0, 0, 1, 7, 30, 90, 400)))


@st.composite
def cases(draw: st.DrawFn, most: int = MOST_EVENTS) -> Case:
    """Logs of up to thirty events."""
    return random_case(draw(st.randoms(use_true_random=False)), most)


@st.composite
def cases_on_a_day(draw: st.DrawFn, most: int = MOST_EVENTS) -> tuple[Case, dt.date]:
    """Logs, each with a day on or after its last."""
    rng = draw(st.randoms(use_true_random=False))
    case = random_case(rng, most)
    return case, random_day(rng, case)
