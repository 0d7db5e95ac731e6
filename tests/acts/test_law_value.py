"""Law is a value: another act, reading or day is another law; what is held is found by topic and day."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.acts import Act, Law, Provision
from govsvc.errors import InvalidInput, NotCovered, NotInForce
from govsvc.norms import (
    ApplicantKind,
    Effective,
    Event,
    Evidence,
    Instrument,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Topic,
    Who,
    since,
)
from govsvc.spans import Span
from govsvc.terms.conditions import Procedure, Roll
from govsvc.terms.lengths import CalendarDays, Months, WorkingDays
from govsvc.terms.term import Extendable, Reading, Term

CHECKED = dt.date(2026, 1, 1)
CIVIL = Instrument("某民事法", "civil", Rank.STATUTE, since(2021, 1, 1), Evidence.FULL_TEXT, checked_on=CHECKED)
CITY = Instrument(
    "某市办法",
    "city",
    Rank.LOCAL_GOVERNMENT_RULE,
    Span(dt.date(2020, 5, 1), dt.date(2025, 4, 30)),
    Evidence.FULL_TEXT,
    checked_on=CHECKED,
)
STATE = Instrument("某法", "state", Rank.STATUTE, since(2004, 7, 1), Evidence.FULL_TEXT, checked_on=CHECKED)


def term(instrument: Instrument, article: int, days: int, **changed: Any) -> Term:
    made = Term(
        cite=instrument(article),
        topic=Topic.DECISION,
        who=Who.AGENCY,
        act="act.decision",
        within=WorkingDays(days),
        of=Event.ACCEPTED,
    )
    return attrs.evolve(made, **changed)


AS_CALENDAR = Reading("calendar-days", CalendarDays(20), "the other reading")
OLD = term(CITY, 3, 15, in_force=Span(dt.date(2020, 5, 1), dt.date(2022, 12, 31)))
NEW = term(CITY, 3, 10, in_force=since(2023, 1, 1))
STATUTORY = term(STATE, 42, 20, readings=(AS_CALENDAR,), counted_by=(CIVIL(201, by_analogy=True),))
RENEWAL = term(STATE, 50, 30, topic=Topic.RENEWAL_APPLICATION, readings=(AS_CALENDAR,))
RECEIPT = Provision(STATE(31), Topic.RECEIPT, "receipt.handed-in")
CITY_ACT = Act(CITY, terms=(OLD, NEW))
STATE_ACT = Act(STATE, terms=(STATUTORY, RENEWAL), provisions=(RECEIPT,))
LAW = Law([STATE_ACT, CITY_ACT])


def days_on(day: dt.date, law: Law = LAW) -> list[object]:
    return [found.within for found in law.terms(Topic.DECISION, on=day)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2004, 7, 1), [WorkingDays(20)]),
        (dt.date(2020, 4, 30), [WorkingDays(20)]),
        (dt.date(2020, 5, 1), [WorkingDays(20), WorkingDays(15)]),
        (dt.date(2022, 12, 31), [WorkingDays(20), WorkingDays(15)]),
        (dt.date(2023, 1, 1), [WorkingDays(20), WorkingDays(10)]),
        (dt.date(2025, 4, 30), [WorkingDays(20), WorkingDays(10)]),
        (dt.date(2025, 5, 1), [WorkingDays(20)]),
        (dt.date.max, [WorkingDays(20)]),
    ],
)
def test_the_terms_are_those_in_force_on_the_day(day: dt.date, expected: list[object]) -> None:
    assert days_on(day) == expected


def in_force_by_definition(law: Law, topic: Topic, day: dt.date) -> list[str]:
    """The slow and obvious account of what `terms` finds."""
    return [
        held.key
        for act in law.acts
        for held in act.terms
        if held.topic is topic and day in act.instrument.in_force and (held.in_force is None or day in held.in_force)
    ]


@given(st.dates(dt.date(2003, 1, 1), dt.date(2027, 1, 1)), st.sampled_from(Topic))
def test_what_is_found_is_what_is_in_force_by_definition(day: dt.date, topic: Topic) -> None:
    try:
        found = [held.key for held in LAW.terms(topic, on=day)]
    except (NotCovered, NotInForce):
        found = []
    assert sorted(found) == sorted(in_force_by_definition(LAW, topic, day))


def test_asking_again_gives_the_same_object() -> None:
    day = dt.date(2026, 3, 4)
    assert LAW.terms(Topic.DECISION, on=day) is LAW.terms(Topic.DECISION, on=day + dt.timedelta(days=1))


def test_before_its_time_a_text_is_not_in_force() -> None:
    with pytest.raises(NotInForce) as caught:
        LAW.terms(Topic.DECISION, on=dt.date(2004, 6, 30))
    assert caught.value.on == dt.date(2004, 6, 30)
    assert caught.value.what == "decision of 某市办法, 某法"


def test_after_its_time_a_text_is_not_in_force() -> None:
    with pytest.raises(NotInForce):
        Law([CITY_ACT]).terms(Topic.DECISION, on=dt.date(2025, 5, 1))


def test_what_no_act_speaks_of_is_not_covered() -> None:
    with pytest.raises(NotCovered) as caught:
        LAW.terms(Topic.DISCLOSURE_REPLY, on=dt.date(2026, 3, 4))
    assert (caught.value.what, caught.value.known) == ("disclosure-reply", ("decision", "renewal-application"))


def test_law_without_acts_covers_nothing() -> None:
    with pytest.raises(NotCovered):
        Law().terms(Topic.DECISION, on=dt.date(2026, 3, 4))


@pytest.mark.parametrize(
    ("topic", "on", "code"),
    [
        (Topic.DECISION, None, "no-day"),
        (Topic.DECISION, "2026-03-04", "not-a-date"),
        (Topic.DECISION, dt.datetime(2026, 3, 4), "naive-datetime"),
        ("decision", dt.date(2026, 3, 4), "not-a-topic"),
    ],
)
def test_a_question_that_is_none_is_refused(topic: Any, on: Any, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        LAW.terms(topic, on=on)
    assert caught.value.faults[0].code == code


def test_a_moment_is_asked_about_as_the_day_it_is_in_beijing() -> None:
    eve = dt.datetime(2022, 12, 31, 16, tzinfo=dt.UTC)
    assert LAW.terms(Topic.DECISION, on=eve) == LAW.terms(Topic.DECISION, on=dt.date(2023, 1, 1))


def test_a_pinned_day_counts_whatever_the_day_of_the_facts() -> None:
    law = LAW.on(dt.date(2022, 12, 31))
    assert days_on(dt.date(2026, 3, 4), law) == [WorkingDays(20), WorkingDays(15)]
    assert law.terms(Topic.DECISION) == LAW.terms(Topic.DECISION, on=dt.date(2022, 12, 31))
    assert law.on(dt.date(2023, 1, 1)).day == dt.date(2023, 1, 1)


def test_a_day_pinned_before_the_text_is_the_day_the_error_names() -> None:
    with pytest.raises(NotInForce) as caught:
        LAW.on(dt.date(2004, 6, 30)).terms(Topic.DECISION, on=dt.date(2026, 3, 4))
    assert caught.value.on == dt.date(2004, 6, 30)


def test_a_term_cites_for_its_counting_only_what_is_in_force() -> None:
    before, after = dt.date(2020, 12, 31), dt.date(2021, 1, 1)
    assert LAW.terms(Topic.DECISION, on=before)[0].counted_by == ()
    assert LAW.terms(Topic.DECISION, on=after)[0] == STATUTORY
    assert LAW.on(before).terms(Topic.DECISION)[0].counted_by == ()


def test_provisions_are_those_in_force_or_none() -> None:
    assert LAW.provisions(Topic.RECEIPT, on=dt.date(2004, 7, 1)) == (RECEIPT,)
    assert LAW.on(dt.date(2004, 7, 1)).provisions(Topic.RECEIPT, on=dt.date(2004, 6, 30)) == (RECEIPT,)
    assert LAW.provisions(Topic.RECEIPT, on=dt.date(2004, 6, 30)) == ()
    assert LAW.provisions(Topic.DECISION, on=dt.date(2026, 3, 4)) == ()


def test_finding_gives_what_terms_gives_or_none() -> None:
    assert LAW.find(Topic.DECISION, on=dt.date(2023, 1, 1)) == LAW.terms(Topic.DECISION, on=dt.date(2023, 1, 1))
    assert LAW.find(Topic.DECISION, on=dt.date(2004, 6, 30)) == ()
    assert LAW.find(Topic.DISCLOSURE_REPLY, on=dt.date(2026, 3, 4)) == ()


@pytest.mark.parametrize("ask", [LAW.find, LAW.provisions])
def test_finding_refuses_what_is_no_topic_or_no_day(ask: Callable[..., object]) -> None:
    for topic, on in (("decision", dt.date(2026, 3, 4)), (Topic.DECISION, None), (Topic.DECISION, "2026-03-04")):
        with pytest.raises(InvalidInput):
            ask(topic, on=on)


def test_a_reading_chosen_replaces_the_length_and_is_named() -> None:
    read = LAW.reading(state_42="calendar-days")
    (found,) = read.terms(Topic.DECISION, on=dt.date(2026, 3, 4))
    assert (found.within, found.reading) == (CalendarDays(20), "calendar-days")
    assert read.terms(Topic.RENEWAL_APPLICATION, on=dt.date(2026, 3, 4)) == (RENEWAL,)
    assert read.readings == (("state_42", "calendar-days"),)
    assert days_on(dt.date(2026, 3, 4)) == [WorkingDays(20)]


def test_readings_add_up_in_any_order() -> None:
    one = LAW.reading(state_42="calendar-days").reading(state_50="calendar-days")
    assert one == LAW.reading(state_50="calendar-days", state_42="calendar-days")
    assert one.fingerprint == LAW.reading(state_50="calendar-days", state_42="calendar-days").fingerprint


def test_every_reading_nobody_holds_is_named_with_those_held() -> None:
    with pytest.raises(InvalidInput) as caught:
        LAW.reading(state_42="months", city_3="calendar-days", state_9="x", state_50="calendar-days")
    assert [(fault.path, fault.code, fault.allowed) for fault in caught.value.faults] == [
        ("city_3", "no-readings", "state_42, state_50"),
        ("state_42", "unknown-reading", "calendar-days"),
        ("state_9", "unknown-term", "state_42, state_50"),
    ]


def test_a_reading_of_one_wording_leaves_the_other_as_it_is() -> None:
    act = Act(CITY, terms=(attrs.evolve(OLD, readings=(AS_CALENDAR,)), NEW))
    law = Law([act]).reading(city_3="calendar-days")
    assert days_on(dt.date(2022, 12, 31), law) == [CalendarDays(20)]
    assert days_on(dt.date(2023, 1, 1), law) == [WorkingDays(10)]


def test_an_act_takes_the_place_of_one_of_its_key() -> None:
    changed = Act(STATE, terms=(attrs.evolve(STATUTORY, within=WorkingDays(19)),))
    assert days_on(dt.date(2026, 3, 4), LAW.with_acts(changed)) == [WorkingDays(19)]
    assert days_on(dt.date(2026, 3, 4)) == [WorkingDays(20)]


def test_with_acts_keeps_readings_and_day() -> None:
    law = Law([STATE_ACT]).reading(state_42="calendar-days").on(dt.date(2024, 3, 4)).with_acts(CITY_ACT)
    assert law == LAW.reading(state_42="calendar-days").on(dt.date(2024, 3, 4))


def test_an_act_that_drops_a_chosen_reading_is_refused() -> None:
    dropped = Act(STATE, terms=(attrs.evolve(STATUTORY, readings=()),))
    with pytest.raises(InvalidInput) as caught:
        LAW.reading(state_42="calendar-days").with_acts(dropped)
    assert (caught.value.faults[0].path, caught.value.faults[0].code) == ("state_42", "no-readings")


@pytest.mark.parametrize("make", [lambda acts: Law(acts), lambda acts: LAW.with_acts(*acts)])
def test_two_acts_of_one_key_are_refused(make: Callable[[list[Act]], Law]) -> None:
    with pytest.raises(InvalidInput) as caught:
        make([CITY_ACT, STATE_ACT, Act(CITY)])
    assert [(fault.path, fault.code, fault.given) for fault in caught.value.faults] == [
        ("$.acts[1]", "two-acts-of-one-key", "city")
    ]


@pytest.mark.parametrize("make", [lambda acts: Law(acts), lambda acts: LAW.with_acts(*acts)])
def test_what_is_no_act_is_refused(make: Callable[[list[object]], Law]) -> None:
    with pytest.raises(InvalidInput) as caught:
        make([CITY, "city"])
    assert [fault.path for fault in caught.value.faults] == ["$.acts[0]", "$.acts[1]"]


def test_the_order_in_which_acts_come_does_not_matter() -> None:
    assert Law([CITY_ACT, STATE_ACT]) == LAW == Law([STATE_ACT]).with_acts(CITY_ACT)
    assert Law([CITY_ACT, STATE_ACT]).fingerprint == LAW.fingerprint
    assert LAW.instruments == (CITY, STATE)


CHANGES: dict[str, Any] = {
    "cite": STATE(42, 1),
    "topic": Topic.JOINT_DECISION,
    "who": Who.LOWER_AGENCY,
    "act": "act.other",
    "within": WorkingDays(21),
    "of": Event.RECEIVED,
    "backwards": True,
    "unit_by": STATE(82),
    "roll": Roll.DAY_AFTER_REST,
    "counted_by": (),
    "modality": Modality.SHOULD,
    "silence": Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE),
    "extension": Extendable(WorkingDays(10), Who.HEAD_OF_AGENCY, STATE(42)),
    "excludes": frozenset({Procedure.HEARING}),
    "excluded_by": STATE(45),
    "readings": (),
    "in_force": since(2005, 1, 1),
    "evidence": Evidence.MEMORY,
    "only": MatterType.LICENCE,
    "reading": "calendar-days",
    "applicant": ApplicantKind.MARKET_ENTITY,
    "part": "request",
    "special_to": ("city-3",),
    "implements": (CITY(3),),
}


def with_term(changed: Term) -> Law:
    return Law([Act(STATE, terms=(changed,))])


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Term)])
def test_the_fingerprint_changes_with_every_field_of_a_term(field: str) -> None:
    changed = attrs.evolve(STATUTORY, **{field: CHANGES[field]})
    assert changed != STATUTORY
    assert with_term(changed).fingerprint != with_term(STATUTORY).fingerprint


def test_the_fingerprint_changes_with_length_type_reading_day_provision_and_instrument() -> None:
    laws = [
        LAW,
        LAW.reading(state_42="calendar-days"),
        LAW.on(dt.date(2026, 3, 4)),
        LAW.on(dt.date(2026, 3, 5)),
        LAW.with_acts(Act(CITY)),
        LAW.with_acts(attrs.evolve(STATE_ACT, provisions=())),
        LAW.with_acts(Act(attrs.evolve(CITY, rank=Rank.DEPARTMENT_RULE))),
        with_term(STATUTORY),
        with_term(attrs.evolve(STATUTORY, within=CalendarDays(20))),
        with_term(attrs.evolve(STATUTORY, within=Months(20))),
        Law(),
    ]
    assert len({law.fingerprint for law in laws}) == len(laws)
    assert len(set(laws)) == len(laws)


def test_the_day_of_the_last_check_is_no_part_of_the_law() -> None:
    later = attrs.evolve(CITY, checked_on=dt.date(2026, 2, 1))
    terms = tuple(attrs.evolve(held, cite=later(3)) for held in (OLD, NEW))
    assert Law([Act(later, terms=terms)]).fingerprint == Law([CITY_ACT]).fingerprint


def test_the_fingerprint_is_the_same_everywhere() -> None:
    law = Law([Act(STATE, terms=(attrs.evolve(STATUTORY, excludes=frozenset(Procedure)),))])
    assert law.fingerprint == "b472e7944b3354d9"


def test_law_is_immutable_hashable_and_pickles_by_value() -> None:
    law = LAW.reading(state_42="calendar-days").on(dt.date(2026, 3, 4))
    law.terms(Topic.DECISION)
    copy = pickle.loads(pickle.dumps(law))
    assert copy == law
    assert hash(copy) == hash(law)
    assert copy.terms(Topic.DECISION) == law.terms(Topic.DECISION)
    for name, value in (("acts", ()), ("readings", ()), ("day", None)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(law, name, value)


def test_law_is_equal_to_nothing_else() -> None:
    assert LAW != "law"
    assert Law() != LAW


def test_law_shows_what_it_holds() -> None:
    assert repr(Law()) == "<Law without acts>"
    assert repr(LAW) == "<Law city state>"
    assert (
        repr(LAW.reading(state_42="calendar-days").on(dt.date(2026, 3, 4)))
        == "<Law city state, state_42=calendar-days, on 2026-03-04>"
    )
