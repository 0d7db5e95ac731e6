"""Cases as a bureau could keep them: any events in order, lawful or not."""

from __future__ import annotations

import datetime as dt

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
from govsvc.norms import Matter, MatterType
from govsvc.places import Place
from govsvc.terms import CalendarDays, Extension, ExtensionTo, Months, WorkingDays

DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2100, 12, 31))
MAYBE_DAYS = st.none() | DAYS
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: text.strip() != "")
NUMBERS = st.integers(1, 36_500)
LENGTHS = st.builds(WorkingDays, NUMBERS) | st.builds(CalendarDays, NUMBERS)
PLAIN = (Received, CorrectedOnTheSpot, Accepted, Refused, Approved, Denied, CertificateMade, Delivered, RenewalApplied)


def _notice(
    on: dt.date, items: frozenset[str] | None, within: WorkingDays | CalendarDays | None, days: int | None
) -> SupplementNoticed:
    reached = None if days is None else min(on + dt.timedelta(days=days), dt.date(2100, 12, 31))
    return SupplementNoticed(on, items, within, reached)


def _extended(
    on: dt.date, length: WorkingDays | CalendarDays | Months, approver: str, told: dt.date | None
) -> Extended:
    if isinstance(length, Months):
        return Extended(on, ExtensionTo(length, approved_on=on, approver=approver), told)
    return Extended(on, Extension(length, approved_on=on, approver=approver), told)


EVENTS: st.SearchStrategy[Event] = st.one_of(
    *(st.builds(kind, DAYS) for kind in (*PLAIN, LicenceExpired, Withdrawn)),
    st.builds(
        _notice,
        DAYS,
        st.none() | st.frozensets(TEXTS, max_size=3),
        st.none() | LENGTHS,
        st.none() | st.integers(0, 90),
    ),
    st.builds(Resubmitted, DAYS, st.none() | st.booleans()),
    st.builds(ExclusionBegun, DAYS, TEXTS, MAYBE_DAYS, MAYBE_DAYS),
    st.builds(ExclusionEnded, DAYS, st.none() | TEXTS),
    st.builds(_extended, DAYS, LENGTHS | st.builds(Months, NUMBERS), TEXTS, MAYBE_DAYS),
)
MATTERS = st.builds(Matter, st.sampled_from(MatterType), special=st.none() | st.just("xkf"))
PLACES = st.sampled_from([Place.NATIONAL, Place.BEIJING, Place.parse("吉林省吉林市"), Place.parse("北京市朝阳区")])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return a case whose events are in order."""
    return Case(
        id=draw(TEXTS),
        events=tuple(sorted(draw(st.lists(EVENTS, max_size=6)), key=lambda event: event.on)),
        matter=draw(MATTERS),
        place=draw(st.none() | PLACES),
        joint=draw(st.booleans()),
        promised=draw(st.none() | LENGTHS),
        expires=draw(MAYBE_DAYS),
    )
