"""What moved between two calendars or two laws, and what may be the reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govsvc import wire
from govsvc.calendars import WorkCalendar, china, for_place
from govsvc.deadlines import decision, intake, renewal
from govsvc.drift import Moved, What, drift, drift_between
from govsvc.law import LAW, Act, Law, Silence
from govsvc.norms import Effective, Result
from govsvc.places import Place
from govsvc.terms import Deadline, WorkingDays
from tests.calendars.known import INVENTED_2027, amended_2027, block

KNOWN = china(as_known=dt.date(2026, 11, 21))
IN_DECEMBER = {"A-1": dt.date(2026, 12, 10), "A-2": dt.date(2026, 11, 2), "A-3": dt.date(2026, 12, 11)}


def decisions(calendar: WorkCalendar) -> dict[str, Deadline]:
    return {case: decision(accepted, calendar=calendar).statutory for case, accepted in IN_DECEMBER.items()}


def test_nothing_moves_between_equal_calendars() -> None:
    assert drift_between(KNOWN, KNOWN, decisions) == ()


def test_the_evening_of_a_new_notice_in_two_lines() -> None:
    new = KNOWN.with_notices(INVENTED_2027)
    moved = drift_between(KNOWN, new, decisions)
    assert [found.key for found in moved] == ["A-1", "A-3"]
    by_hand = [case for case, old in decisions(KNOWN).items() if _ends(old) != _ends(decisions(new)[case])]
    assert [found.key for found in moved] == by_hand


def _ends(deadline: Deadline) -> tuple[dt.date, dt.date]:
    return deadline.earliest, deadline.latest


def test_an_interval_that_closes_names_the_notice_that_closed_it() -> None:
    (first, _) = drift_between(KNOWN, KNOWN.with_notices(INVENTED_2027), decisions)
    assert first.old is not None
    assert first.new is not None
    assert not first.old.is_settled
    assert first.new.is_settled
    assert {What.CERTAINTY} < set(first.what) <= {What.EARLIEST, What.LIKELY, What.LATEST, What.CERTAINTY}
    assert first.notices == (INVENTED_2027,)
    assert first.term_fields == ()


def test_the_days_are_those_of_the_way_that_are_worked_in_one_calendar_only() -> None:
    old = KNOWN.with_notices(INVENTED_2027)
    amendment = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    new = old.with_notices(amendment)
    asked = {"before": dt.date(2027, 3, 1), "across": dt.date(2027, 4, 28), "after": dt.date(2027, 5, 10)}
    (moved,) = drift_between(
        old, new, lambda on: {case: decision(day, calendar=on).statutory for case, day in asked.items()}
    )
    assert (moved.key, [day.date for day in moved.days], moved.notices) == (
        "across",
        [dt.date(2027, 5, 6)],
        (amendment,),
    )
    assert moved.what == (What.EARLIEST, What.LIKELY, What.LATEST)


def test_a_region_has_reasons_of_its_own() -> None:
    received = dt.date(2026, 4, 13)
    (moved,) = drift_between(
        china(), for_place(Place.parse("广西")), lambda on: {"GX": intake(received, calendar=on).limit}
    )
    assert {day.date for day in moved.days} == {dt.date(2026, 4, 17), dt.date(2026, 4, 20)}
    assert moved.notices
    assert all(notice.place_code == "450000" for notice in moved.notices)


def _changed(law: Law, **fields: Any) -> Law:
    """Return the law in which the term of intake reads otherwise."""
    acts = []
    for act in law.acts:
        terms = [attrs.evolve(term, **fields) if term.key == "xkf-32-1-4" else term for term in act.terms]
        acts.append(Act(act.instrument, terms, act.provisions))
    return Law(acts)


def intakes(law: Law) -> dict[int, Deadline]:
    return {7: intake(dt.date(2026, 3, 2), law=law).limit}


def test_another_length_moves_the_day_and_names_the_field() -> None:
    (moved,) = drift_between(LAW, _changed(LAW, within=WorkingDays(3)), intakes)
    assert moved.what == (What.EARLIEST, What.LIKELY, What.LATEST, What.LENGTH)
    assert (moved.term_fields, moved.days, moved.notices) == (("within",), (), ())


def test_another_silence_is_told_though_no_day_moves() -> None:
    other = Silence(Result.DEEMED_ACCEPTED, Effective.AT_LAPSE)
    (moved,) = drift_between(LAW, _changed(LAW, silence=other), intakes)
    assert (moved.what, moved.term_fields) == ((What.SILENCE,), ("silence",))


def test_another_duty_is_told() -> None:
    (moved,) = drift_between(LAW, _changed(LAW, act="act.decision"), intakes)
    assert (moved.what, moved.term_fields) == ((What.DUTY,), ("act",))


def test_what_is_new_and_what_is_gone_is_told_in_order() -> None:
    deadline = intake(dt.date(2026, 3, 2)).limit
    other = intake(dt.date(2026, 3, 3)).limit
    moved = drift({"a": deadline, "gone": deadline, "b": deadline}, {"new": other, "b": other, "a": deadline})
    assert [(found.key, found.what[0]) for found in moved] == [
        ("gone", What.DROPPED),
        ("b", What.START),
        ("new", What.ADDED),
    ]
    assert moved[0] == Moved("gone", deadline, None, (What.DROPPED,))
    assert moved[2] == Moved("new", None, other, (What.ADDED,))


def test_a_reading_is_a_law_too_and_the_answer_can_be_written() -> None:
    expires = dt.date(2026, 5, 31)
    moved = drift_between(
        LAW, LAW.reading(xkf_50_1="working-days"), lambda law: {"L-7": renewal(expires, law=law).apply_by}
    )
    assert '"key": "L-7"' in wire.dumps(moved)
    assert '"what": ["earliest"' in wire.dumps(moved)


@given(st.dates(dt.date(2026, 11, 1), dt.date(2027, 6, 30)))
def test_there_and_back_moves_the_same_deadlines_on_the_same_days(accepted: dt.date) -> None:
    new = KNOWN.with_notices(INVENTED_2027)
    there = drift_between(KNOWN, new, lambda on: {"A": decision(accepted, calendar=on).statutory})
    back = drift_between(new, KNOWN, lambda on: {"A": decision(accepted, calendar=on).statutory})
    assert [found.what for found in there] == [found.what for found in back]
    assert [[day.date for day in found.days] for found in there] == [[day.date for day in found.days] for found in back]
    assert [found.notices for found in there] == [found.notices for found in back]
