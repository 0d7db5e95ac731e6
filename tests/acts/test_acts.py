"""An act checks itself when made, and says everything that is wrong with it at once."""

from __future__ import annotations

import datetime as dt
import pickle

import attrs
import pytest

from govsvc.acts import Act, Provision
from govsvc.errors import Fault, InvalidInput
from govsvc.norms import Event, Evidence, Instrument, Rank, Topic, Who, since
from govsvc.spans import Span
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.term import Reading, Term

CITY = Instrument(
    "某市政务服务办法",
    "city",
    Rank.LOCAL_GOVERNMENT_RULE,
    since(2020, 5, 1),
    Evidence.EXCERPT,
    checked_on=dt.date(2026, 1, 1),
)
OTHER = attrs.evolve(CITY, key="other")


def term(article: int = 5, *, instrument: Instrument = CITY, days: int = 5, in_force: Span | None = None) -> Term:
    return Term(
        cite=instrument(article),
        topic=Topic.DECISION,
        who=Who.AGENCY,
        act="act.decision",
        within=WorkingDays(days),
        of=Event.ACCEPTED,
        in_force=in_force or since(2020, 5, 1),
    )


def faults_of(*terms: Term, provisions: tuple[Provision, ...] = ()) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        Act(CITY, terms=terms, provisions=provisions)
    return [(fault.path, fault.code) for fault in caught.value.faults]


def test_an_act_holds_its_terms_in_their_order() -> None:
    act = Act(CITY, terms=[term(7), term(5)])
    assert [held.key for held in act.terms] == ["city-7", "city-5"]
    assert act.key == "city"
    assert act.provisions == ()


def test_two_terms_of_one_key_are_refused() -> None:
    assert faults_of(term(5), term(6), term(5, days=6)) == [("$.terms[2].cite", "two-terms-of-one-key")]


def test_two_wordings_of_one_article_may_follow_each_other() -> None:
    old = term(5, in_force=Span(dt.date(2020, 5, 1), dt.date(2023, 12, 31)))
    new = term(5, days=3, in_force=since(2024, 1, 1))
    assert Act(CITY, terms=(old, new)).terms == (old, new)


def test_two_wordings_of_one_article_may_not_meet_on_one_day() -> None:
    old = term(5, in_force=Span(dt.date(2020, 5, 1), dt.date(2024, 1, 1)))
    new = term(5, days=3, in_force=since(2024, 1, 1))
    assert faults_of(old, new) == [("$.terms[1].cite", "two-terms-of-one-key")]


def test_a_norm_of_another_instrument_is_refused() -> None:
    foreign = Provision(OTHER(1), Topic.RECEIPT, "receipt.handed-in")
    assert faults_of(term(5), term(6, instrument=OTHER), provisions=(foreign,)) == [
        ("$.terms[1].cite", "another-instrument"),
        ("$.provisions[0].cite", "another-instrument"),
    ]


def test_a_norm_that_never_meets_its_instrument_is_refused() -> None:
    gone = Span(dt.date(2019, 1, 1), dt.date(2020, 4, 30))
    early = Provision(CITY(1), Topic.RECEIPT, "receipt.handed-in", in_force=gone)
    assert faults_of(term(in_force=gone), provisions=(early,)) == [
        ("$.terms[0].in_force", "never-in-force"),
        ("$.provisions[0].in_force", "never-in-force"),
    ]


def test_a_norm_that_meets_its_instrument_on_one_day_is_held() -> None:
    act = Act(CITY, terms=(term(in_force=Span(dt.date(2019, 1, 1), dt.date(2020, 5, 1))),))
    assert len(act.terms) == 1


def test_readings_are_named_once_and_in_words() -> None:
    readings = (
        Reading("days", CalendarDays(5), "one"),
        Reading("days", CalendarDays(6), "again"),
        Reading("Calendar days", CalendarDays(7), "no name"),
    )
    assert faults_of(attrs.evolve(term(), readings=readings)) == [
        ("$.terms[0].readings", "two-readings-of-one-name"),
        ("$.terms[0].readings", "not-a-reading-name"),
    ]


def test_what_is_no_norm_is_refused_with_everything_else() -> None:
    provision = Provision(CITY(1), Topic.RECEIPT, "receipt.handed-in")
    with pytest.raises(InvalidInput) as caught:
        Act("city", terms=(provision, "no"), provisions=(term(),))  # type: ignore[arg-type]
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("$.instrument", "wrong-type"),
        ("$.terms[0]", "wrong-type"),
        ("$.terms[1]", "wrong-type"),
        ("$.provisions[0]", "wrong-type"),
    ]
    assert caught.value.faults[2] == Fault("$.terms[1]", "wrong-type", "no", "a Term")


def test_a_provision_is_as_well_known_as_its_instrument_unless_said() -> None:
    assert Provision(CITY(1), Topic.RECEIPT, "x").evidence is Evidence.EXCERPT
    assert Provision(CITY(1), Topic.RECEIPT, "x", evidence=Evidence.MEMORY).evidence is Evidence.MEMORY


def test_an_act_is_immutable_and_pickles() -> None:
    act = Act(CITY, terms=(term(),))
    assert pickle.loads(pickle.dumps(act)) == act
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        act.terms = ()  # type: ignore[misc]
