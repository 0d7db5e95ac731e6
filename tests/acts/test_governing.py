"""What governs a question: by place, scope, grade and standing, with the reason for all that stands beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from govsvc.acts import Act, Law
from govsvc.errors import InvalidInput, NotCovered, NotInForce, NotSettled
from govsvc.norms import (
    LICENCE,
    ApplicantKind,
    Event,
    Evidence,
    Instrument,
    Matter,
    MatterType,
    Rank,
    Standing,
    Topic,
    Who,
    since,
)
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.term import Term

TODAY = dt.date(2026, 3, 2)
PAYMENT = Matter(MatterType.PAYMENT)
DISTRICT = Place.parse("北京市朝阳区")


def text(key: str, rank: Rank, in_force: Span | None = None, **fields: Any) -> Instrument:
    span = since(2010, 1, 1) if in_force is None else in_force
    return Instrument(
        f"{key}办法", key, rank, span, fields.pop("evidence", Evidence.FULL_TEXT), checked_on=TODAY, **fields
    )


def term(instrument: Instrument, days: int = 5, **fields: Any) -> Term:
    made = Term(
        cite=instrument(1),
        topic=Topic.DECISION,
        who=Who.AGENCY,
        act="act.decision",
        within=WorkingDays(days),
        of=Event.ACCEPTED,
    )
    return attrs.evolve(made, **fields)


STATE = term(text("state", Rank.STATUTE), 20, only=MatterType.LICENCE)
CITY = term(text("city", Rank.LOCAL_GOVERNMENT_RULE, place=Place.BEIJING), 15)
DISTRICT_PAPER = term(text("district", Rank.GOVERNMENT_DOCUMENT, place=DISTRICT), 10)
ELSEWHERE = term(text("elsewhere", Rank.LOCAL_REGULATION, place=Place.HENGSHUI), 3)
UNREAD = term(text("unread", Rank.ADMINISTRATIVE_REGULATION, evidence=Evidence.MEMORY), 12)
GONE = term(
    text(
        "gone",
        Rank.LOCAL_REGULATION,
        Span(dt.date(2010, 1, 1), dt.date(2020, 12, 31)),
        place=Place.BEIJING,
        successor="later",
    ),
    7,
)
DOUBTFUL = term(
    text(
        "doubtful",
        Rank.LOCAL_REGULATION,
        Span(dt.date(2010, 1, 1), dt.date(2020, 12, 31)),
        place=Place.BEIJING,
        afterwards=Standing.PRESUMED_SUPERSEDED,
    ),
    8,
)


def law_of(*terms: Term) -> Law:
    return Law([Act(found.cite.instrument, terms=(found,)) for found in terms])


LAW = law_of(STATE, CITY, DISTRICT_PAPER, ELSEWHERE, UNREAD, GONE, DOUBTFUL)


def also(law: Law, **question: Any) -> dict[str, str]:
    found = law.governing(Topic.DECISION, on=TODAY, **question)
    return {beside.term.cite.instrument.key: beside.reason.value for beside in found.also}


def test_every_text_of_the_place_is_told_with_its_reason() -> None:
    found = LAW.governing(Topic.DECISION, on=TODAY, place=DISTRICT)
    assert found.term == STATE
    assert [each.cite.instrument.key for each in found.terms] == ["state", "unread", "city", "district"]
    assert also(LAW, place=DISTRICT) == {
        "unread": "not-full-text",
        "city": "lower-rank",
        "district": "lower-rank",
        "gone": "not-in-force",
        "doubtful": "presumed-superseded",
    }


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (Place.NATIONAL, ["state", "unread"]),
        (Place.BEIJING, ["state", "unread", "city"]),
        (DISTRICT, ["state", "unread", "city", "district"]),
        (Place.HENGSHUI, ["state", "unread", "elsewhere"]),
        (Place.parse("河北省"), ["state", "unread"]),
    ],
)
def test_a_place_has_its_own_texts_and_those_around_it_and_no_others(place: Place, keys: list[str]) -> None:
    assert [each.cite.instrument.key for each in LAW.terms(Topic.DECISION, on=TODAY, place=place)] == keys
    assert LAW.find(Topic.DECISION, on=TODAY, place=place) == LAW.terms(Topic.DECISION, on=TODAY, place=place)


def test_another_matter_has_another_headline() -> None:
    assert LAW.governing(Topic.DECISION, on=TODAY, place=Place.BEIJING, matter=LICENCE).term == STATE
    assert LAW.governing(Topic.DECISION, on=TODAY, place=Place.BEIJING, matter=PAYMENT).term == CITY
    assert also(LAW, place=Place.BEIJING, matter=PAYMENT)["state"] == "another-scope"


def test_another_applicant_has_another_headline_and_none_is_guessed() -> None:
    scoped = attrs.evolve(STATE, applicant=ApplicantKind.MARKET_ENTITY)
    law = law_of(scoped, CITY)
    asked = {
        kind: law.headline(Topic.DECISION, on=TODAY, place=Place.BEIJING, applicant=kind) for kind in ApplicantKind
    }
    assert asked == {ApplicantKind.PERSON: CITY, ApplicantKind.MARKET_ENTITY: scoped, ApplicantKind.OTHER: CITY}
    unasked = law.headline(Topic.DECISION, on=TODAY, place=Place.BEIJING)
    assert unasked == scoped
    assert unasked.applicant is ApplicantKind.MARKET_ENTITY


def test_what_was_not_read_in_full_is_never_the_headline() -> None:
    assert law_of(UNREAD, CITY).governing(Topic.DECISION, on=TODAY, place=Place.BEIJING).term == CITY
    alone = law_of(UNREAD).governing(Topic.DECISION, on=TODAY)
    assert (alone.headline, alone.terms) == (None, (UNREAD,))
    with pytest.raises(NotSettled, match="the full text of unread办法"):
        law_of(UNREAD).governing_terms(Topic.DECISION, on=TODAY)
    assert law_of(UNREAD).headline(Topic.DECISION, on=TODAY) is None


def test_a_matter_on_which_only_a_doubtful_text_speaks_is_not_settled() -> None:
    law = law_of(STATE, DOUBTFUL)
    with pytest.raises(NotSettled, match="the standing on"):
        law.governing_terms(Topic.DECISION, on=TODAY, place=Place.BEIJING, matter=PAYMENT)
    assert law.governing_terms(Topic.DECISION, on=dt.date(2020, 12, 31), place=Place.BEIJING, matter=PAYMENT)


@pytest.mark.parametrize(
    ("question", "error"),
    [
        ({"on": dt.date(2009, 12, 31)}, NotInForce),
        ({"on": TODAY, "matter": PAYMENT}, NotCovered),
        ({"on": TODAY, "matter": Matter(MatterType.LICENCE, special="auction")}, NotCovered),
        ({"on": TODAY, "place": "Beijing"}, InvalidInput),
        ({"on": None}, InvalidInput),
    ],
)
def test_a_question_that_nothing_governs_is_an_error(question: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        law_of(STATE).governing_terms(Topic.DECISION, **question)


def test_a_topic_of_another_place_is_not_covered_and_the_known_are_named() -> None:
    law = law_of(attrs.evolve(CITY, topic=Topic.INTAKE_TARGET), STATE)
    for ask in (law.terms, law.governing, law.governing_terms):
        with pytest.raises(NotCovered) as caught:
            ask(Topic.INTAKE_TARGET, on=TODAY)
        assert caught.value.known == ("decision",)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (STATE, attrs.evolve(CITY, within=STATE.within), "repeats"),
        (STATE, attrs.evolve(CITY, implements=(STATE.cite,)), "repeats"),
        (term(text("new", Rank.STATUTE, since(2020, 1, 1)), 4), STATE, "earlier"),
        (attrs.evolve(term(text("one", Rank.STATUTE), 4), special_to=("state-1",)), STATE, "general"),
        (
            STATE,
            attrs.evolve(term(text("two", Rank.STATUTE)), cite=text("two", Rank.STATUTE)(1, by_analogy=True)),
            "by-analogy",
        ),
        (
            term(text("wide", Rank.LOCAL_REGULATION, place=Place.BEIJING), 4),
            term(text("narrow", Rank.LOCAL_REGULATION, place=DISTRICT), 3),
            "narrower-issuer",
        ),
    ],
)
def test_the_reason_says_why_a_text_stands_beside_the_headline(one: Term, other: Term, reason: str) -> None:
    found = law_of(one, other).governing(Topic.DECISION, on=TODAY, place=DISTRICT)
    assert found.term == one
    assert [(beside.term, beside.reason.value) for beside in found.also] == [(other, reason)]


def test_clauses_of_one_text_stand_in_their_order_without_conflict() -> None:
    first, second = STATE, attrs.evolve(STATE, cite=STATE.cite.instrument(2), within=WorkingDays(3))
    law = Law([Act(STATE.cite.instrument, terms=(second, first))])
    found = law.governing(Topic.DECISION, on=TODAY)
    assert found.terms == (first, second)
    assert found.also[0].reason.value == "same-text"


def test_a_pinned_day_and_the_day_of_the_facts_give_the_same() -> None:
    day = dt.date(2020, 12, 31)
    pinned = LAW.on(day).governing(Topic.DECISION, on=TODAY, place=Place.BEIJING)
    assert pinned == LAW.governing(Topic.DECISION, on=day, place=Place.BEIJING)
    assert pinned.on == day


def test_the_instruments_in_force_at_a_place_are_those_surely_in_force() -> None:
    keys = [found.key for found in LAW.in_force(TODAY, place=Place.BEIJING)]
    assert keys == ["city", "state", "unread"]
    assert [found.key for found in LAW.in_force(dt.date(2020, 12, 31))] == ["state", "unread"]


def test_asking_again_gives_the_same_terms_object() -> None:
    ask = {"on": TODAY, "place": Place.BEIJING, "matter": PAYMENT}
    assert LAW.governing_terms(Topic.DECISION, **ask) is LAW.governing_terms(Topic.DECISION, **ask)  # type: ignore[arg-type]


def test_matters_with_unknown_special_terms_leave_no_trace() -> None:
    law = law_of(STATE)
    law.headline(Topic.DECISION, on=TODAY)
    before = len(law._questions.known)
    for number in range(50):
        assert law.headline(Topic.DECISION, on=TODAY, matter=Matter(MatterType.LICENCE, special=f"s{number}")) is None
    assert len(law._questions.known) == before
