"""The words of norms: closed lists with stable values, topics read from text, silence, matters."""

from __future__ import annotations

import pickle
import re
from enum import Enum

import attrs
import pytest

from govsvc import norms
from govsvc.errors import InvalidInput
from govsvc.norms import (
    LICENCE,
    ApplicantKind,
    DayUnit,
    Effective,
    Event,
    Evidence,
    Matter,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Standing,
    Topic,
    Unknown,
    Who,
)

WORDS: tuple[type[Enum], ...] = (
    ApplicantKind,
    DayUnit,
    Effective,
    Event,
    Evidence,
    MatterType,
    Modality,
    Rank,
    Result,
    Standing,
    Topic,
    Unknown,
    Who,
)


@pytest.mark.parametrize("words", WORDS)
def test_a_value_is_the_name_in_kebab_case_and_stands_once(words: type[Enum]) -> None:
    assert len(words.__members__) == len(list(words))
    for word in words:
        assert word.value == word.name.lower().replace("_", "-")
        assert re.fullmatch("[a-z]+(-[a-z]+)*", word.value)


@pytest.mark.parametrize("words", WORDS)
def test_words_pickle_to_themselves(words: type[Enum]) -> None:
    assert all(pickle.loads(pickle.dumps(word)) is word for word in words)


def test_ranks_stand_in_order_but_do_not_compare() -> None:
    assert [rank.name for rank in Rank] == [
        "CONSTITUTION",
        "STATUTE",
        "ADMINISTRATIVE_REGULATION",
        "LOCAL_REGULATION",
        "DEPARTMENT_RULE",
        "LOCAL_GOVERNMENT_RULE",
        "JUDICIAL_INTERPRETATION",
        "GOVERNMENT_DOCUMENT",
        "DEPARTMENT_DOCUMENT",
        "NORMATIVE_DOCUMENT",
        "STANDARD",
    ]
    with pytest.raises(TypeError):
        Rank.STATUTE < Rank.STANDARD  # type: ignore[operator]  # noqa: B015


@pytest.mark.parametrize("topic", Topic)
def test_a_topic_is_read_back(topic: Topic) -> None:
    assert Topic.parse(topic.value) is topic
    assert Topic.parse(topic.name) is topic
    assert Topic.parse(f" {topic.value.title()}\n") is topic


@pytest.mark.parametrize("text", ["", "decisions", "决定", None, 3])
def test_an_unknown_topic_is_answered_with_the_known(text: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        Topic.parse(text)  # type: ignore[arg-type]
    (fault,) = caught.value.faults
    assert (fault.code, fault.given) == ("unknown-topic", text)
    assert fault.allowed.split(", ") == [topic.value for topic in Topic]


def test_a_role_is_its_word() -> None:
    assert isinstance(Who.HEAD_OF_AGENCY, str)
    assert f"{Who.HEAD_OF_AGENCY}" == "head-of-agency"


def test_silence_speaks_at_the_lapse_and_for_every_matter_unless_said() -> None:
    assert Silence(Result.TOO_LATE) == Silence(Result.TOO_LATE, Effective.AT_LAPSE, only=None)
    scoped = Silence(Result.DEEMED_ACCEPTED, Effective.FROM_START, only=MatterType.LICENCE)
    assert scoped.only is LICENCE.type
    for_some = attrs.evolve(scoped, applicant=ApplicantKind.MARKET_ENTITY)
    other = (attrs.evolve(scoped, only=None), attrs.evolve(scoped, effective=Effective.AT_LAPSE), for_some)
    assert len({scoped, *other}) == 4


def test_silence_names_every_fault_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Silence("deemed-accepted", "from-start", only="licences", applicant="all")  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == ["result", "effective", "only", "applicant"]


def test_a_licence_is_a_matter_without_special_terms() -> None:
    assert Matter(MatterType.LICENCE) == LICENCE
    assert LICENCE.special is None
    assert Matter(MatterType.LICENCE, special="auction") != LICENCE


def test_a_matter_names_every_fault_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Matter("licence", special="")  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == ["type", "special"]


@pytest.mark.parametrize("value", [Silence(Result.TOO_LATE), LICENCE])
def test_values_are_immutable_hashable_and_pickle(value: Silence | Matter) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.only = None  # type: ignore[misc, union-attr]


def test_the_room_shows_what_it_exports_and_nothing_else() -> None:
    assert dir(norms) == sorted(norms.__all__)
    assert all(hasattr(norms, name) for name in norms.__all__)
