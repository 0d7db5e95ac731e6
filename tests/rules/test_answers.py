"""What an answer gives, refuses and keeps: a value only where it is settled, a proof when asked, no truth value."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any, assert_never

import attrs
import pytest

import govsvc
from govsvc import Answer, Disputed, Open, Proof, Referral, Undetermined, Unsettled
from govsvc.errors import InvalidInput, NotSettled
from govsvc.norms import Citation, DayUnit, Evidence, Instrument, Rank, since

TEXT = Instrument("某法", "some", Rank.STATUTE, since(2020, 1, 1), Evidence.FULL_TEXT, checked_on=dt.date(2026, 1, 1))
OPEN: tuple[Open, ...] = (
    Undetermined(("decided",)),
    Unsettled(("one", "other")),
    Unsettled(),
    Referral("state-council"),
    Disputed(("issued", "never issued")),
)


def answer(outcome: DayUnit | Open, *basis: Citation) -> Answer[DayUnit]:
    return Answer(outcome, basis, prove=lambda: Proof(outcome, basis, (("number", 5),), "one", ("why",)))


def told(found: Answer[DayUnit]) -> str:
    """Return one word for an answer; a type checker sees that no way of being open is forgotten."""
    match found.outcome:
        case DayUnit():
            return found.value.value
        case Undetermined(missing=asked):
            return "ask " + ", ".join(asked)
        case Unsettled(readings=names):
            return f"{len(names)} readings"
        case Referral(to=who):
            return f"to {who}"
        case Disputed(claims=claims):
            return f"{len(claims)} claims"
        case _:
            assert_never(found.outcome)


def test_a_settled_answer_gives_its_value_and_basis() -> None:
    found = answer(DayUnit.WORKING, TEXT(82))
    assert (found.outcome, found.value, found.basis) == (DayUnit.WORKING, DayUnit.WORKING, (TEXT(82),))
    assert found.is_(DayUnit.WORKING)
    assert not found.is_(DayUnit.CALENDAR)


@pytest.mark.parametrize("outcome", OPEN)
def test_an_open_answer_refuses_its_value_and_says_why(outcome: Open) -> None:
    with pytest.raises(NotSettled) as caught:
        _ = answer(outcome).value
    assert caught.value.why is outcome


@pytest.mark.parametrize("outcome", OPEN)
def test_an_open_answer_is_nothing_not_even_what_keeps_it_open(outcome: Open) -> None:
    assert not answer(outcome).is_(outcome)
    assert not answer(outcome).is_(DayUnit.WORKING)


@pytest.mark.parametrize("outcome", [DayUnit.WORKING, *OPEN])
def test_no_answer_is_a_truth_value(outcome: DayUnit | Open) -> None:
    with pytest.raises(TypeError, match=r"is_\(outcome\)"):
        bool(answer(outcome))


def test_every_way_of_being_open_is_told_apart() -> None:
    words = [told(answer(outcome)) for outcome in (DayUnit.CALENDAR, *OPEN)]
    assert words == ["calendar", "ask decided", "2 readings", "0 readings", "to state-council", "2 claims"]


def test_a_proof_is_built_when_asked_for() -> None:
    asked: list[str] = []

    def prove() -> Proof:
        asked.append("asked")
        return Proof(DayUnit.WORKING)

    found: Answer[DayUnit] = Answer(DayUnit.WORKING, prove=prove)
    assert (found.value, repr(found), hash(found) == hash(found), asked) == (DayUnit.WORKING, repr(found), True, [])
    assert (found.proof().outcome, asked) == (DayUnit.WORKING, ["asked"])


def test_answers_are_equal_by_outcome_and_basis() -> None:
    same = Answer(DayUnit.WORKING, (TEXT(82),), prove=lambda: Proof(None))
    others = [answer(DayUnit.CALENDAR, TEXT(82)), answer(DayUnit.WORKING, TEXT(83)), answer(Unsettled(), TEXT(82))]
    assert same == answer(DayUnit.WORKING, TEXT(82))
    assert hash(same) == hash(answer(DayUnit.WORKING, TEXT(82)))
    assert len({same, *others}) == 4
    strange: object = DayUnit.WORKING
    assert same != strange


@pytest.mark.parametrize("outcome", [DayUnit.WORKING, *OPEN])
def test_an_answer_pickles_and_copies_with_its_proof(outcome: DayUnit | Open) -> None:
    found = answer(outcome, TEXT(82))
    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert again == found
        assert again.proof() == found.proof()
        assert pickle.loads(pickle.dumps(again)).proof() == found.proof()


def test_an_answer_and_what_keeps_it_open_are_frozen() -> None:
    frozen: list[Any] = [answer(DayUnit.WORKING), *OPEN]
    for value in frozen:
        name = attrs.fields(type(value))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, ())


def test_an_answer_shows_its_outcome_and_its_law() -> None:
    assert repr(answer(Unsettled(("one",)), TEXT(50, 1))) == "<Answer Unsettled(readings=('one',)), 某法第五十条第一款>"


@pytest.mark.parametrize("missing", [(), ("",), (" ",), (1,)])
def test_what_is_undetermined_misses_something_by_name(missing: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        Undetermined(missing)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("Undetermined.missing", "too-few")]


@pytest.mark.parametrize("claims", [(), ("one",), ("one", "one"), ("one", "")])
def test_a_dispute_has_two_different_claims(claims: Any) -> None:
    with pytest.raises(InvalidInput):
        Disputed(claims)


def test_one_text_is_one_thing_and_not_its_letters() -> None:
    alone: Any = "decided"
    assert Undetermined(alone) == Undetermined(("decided",))
    assert Unsettled(["one", "other"]).readings == ("one", "other")


def test_a_referral_is_one_idea_for_terms_and_for_rules() -> None:
    from govsvc import law

    assert law.Referral is govsvc.Referral
    assert isinstance(Referral("state-council"), Open)
    assert (Referral("state-council").between, Referral("state-council").basis) == ((), ())


def test_what_keeps_an_answer_open_is_told_in_a_few_words() -> None:
    assert NotSettled(Undetermined(("decided", "applied"))).open_points == "decided; applied"
    assert NotSettled(Unsettled(("working-days", "calendar-days"))).open_points == "working-days; calendar-days"
    assert NotSettled(Referral("state-council")).open_points == "state-council"
    assert NotSettled(Disputed(("1", "5"))).open_points == "1; 5"
