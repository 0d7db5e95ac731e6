"""Which days a text means: what its unit clause covers is settled, what it is silent on is open, and law decides it."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc import NotCovered, NotInForce, Undetermined, Unsettled
from govsvc.acts import Act, Law
from govsvc.errors import InvalidInput, NotSettled
from govsvc.law import DayUnit, day_unit
from govsvc.norms import UNKNOWN, Evidence, Instrument, Standing, Who, since
from govsvc.packs.beijing import ACTS as BEIJING
from govsvc.packs.national import ACTS
from govsvc.packs.national.receipt import CIVIL_CODE
from govsvc.packs.national.xkf import ACT, DECISION, RENEWAL_APPLICATION
from govsvc.packs.national.xkf_procedures import HEARING
from govsvc.spans import Span
from govsvc.terms.lengths import CalendarDays, WorkingDays
from govsvc.terms.term import Term

TODAY = dt.date(2026, 3, 4)
LICENSING = "行政许可法"
UNIT = ACT.instrument(82)
LAW = Law(ACTS)
AGENCIES = (Who.AGENCY, Who.LOWER_AGENCY, Who.JOINT_AGENCIES)


def law_of(*terms: Term) -> Law:
    """Return the law whose licensing text has these terms only."""
    return Law([Act(ACT.instrument, terms=terms)])


@given(st.integers(1, 40_000), st.sampled_from(AGENCIES))
def test_the_terms_of_agencies_run_in_working_days_whatever_their_number(number: int, whose: Who) -> None:
    found = day_unit(LICENSING, number, law_on=TODAY, whose=whose, law=LAW)
    assert found.is_(DayUnit.WORKING)
    assert found.basis == (UNIT,)


@pytest.mark.parametrize(
    ("whose", "number", "readings", "cites"),
    [
        ("holder", 30, ("calendar-days", "working-days"), [(50, 1), (82,)]),
        ("holder", 7, ("calendar-days", "working-days"), [(50, 1), (82,)]),
        ("applicant", 5, ("working-days", "calendar-days"), [(47, 1), (82,)]),
        ("applicant", 15, ("working-days", "calendar-days"), [(47, 1), (82,)]),
    ],
)
def test_the_terms_of_persons_are_open(
    whose: str, number: int, readings: tuple[str, ...], cites: list[tuple[int, ...]]
) -> None:
    found = day_unit(LICENSING, number, law_on=TODAY, whose=whose, law=LAW)
    assert found.outcome == Unsettled(readings)
    assert found.basis == tuple(ACT.instrument(*places) for places in cites)
    with pytest.raises(NotSettled):
        _ = found.value


def test_a_reading_that_was_chosen_settles_the_terms_it_speaks_of() -> None:
    law = LAW.reading(xkf_50_1="working-days")
    found = day_unit(LICENSING, 30, law_on=TODAY, whose="holder", law=law)
    assert found.is_(DayUnit.WORKING)
    assert found.proof().reading == "working-days"
    assert isinstance(day_unit(LICENSING, 7, law_on=TODAY, whose="holder", law=law).outcome, Unsettled)


def test_a_changed_law_changes_the_answer() -> None:
    calendar = attrs.evolve(DECISION, within=CalendarDays(20), unit_by=None)
    assert day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=law_of(calendar)).is_(DayUnit.CALENDAR)
    mixed = law_of(calendar, HEARING)
    assert isinstance(day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=mixed).outcome, Unsettled)
    settled = law_of(attrs.evolve(RENEWAL_APPLICATION, readings=()))
    assert day_unit(LICENSING, 30, law_on=TODAY, whose="holder", law=settled).is_(DayUnit.CALENDAR)


@pytest.mark.parametrize("unit_by", [None, UNIT.analogous(), DECISION.cite])
def test_without_one_clause_for_all_a_number_answers_for_itself_alone(unit_by: Any) -> None:
    law = law_of(attrs.evolve(DECISION, unit_by=unit_by))
    assert day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=law).is_(DayUnit.WORKING)
    with pytest.raises(NotCovered) as caught:
        day_unit(LICENSING, 21, law_on=TODAY, whose="agency", law=law)
    assert caught.value.known == ("20",)


def test_what_two_clauses_fix_is_not_fixed_for_other_numbers() -> None:
    law = law_of(DECISION, attrs.evolve(HEARING, within=WorkingDays(7), unit_by=ACT.instrument(81)))
    with pytest.raises(NotCovered):
        day_unit(LICENSING, 21, law_on=TODAY, whose="agency", law=law)
    assert day_unit(LICENSING, 7, law_on=TODAY, whose="agency", law=law).basis == (ACT.instrument(81),)


@pytest.mark.parametrize("name", ["xkf", "行政许可法", "《行政许可法》", "中华人民共和国行政许可法", " 行政许可法 "])
def test_a_text_is_named_by_its_key_or_its_title(name: str) -> None:
    assert day_unit(name, 5, law_on=TODAY, whose="agency", law=LAW).is_(DayUnit.WORKING)


@pytest.mark.parametrize("name", ["民法典", "电子签名法", "某法"])
def test_a_text_without_terms_in_days_is_not_covered(name: str) -> None:
    with pytest.raises(NotCovered) as caught:
        day_unit(name, 5, law_on=TODAY, whose="agency", law=LAW)
    assert LICENSING in caught.value.known
    assert name not in caught.value.known


def test_a_role_without_terms_in_days_is_not_covered() -> None:
    with pytest.raises(NotCovered) as caught:
        day_unit(LICENSING, 5, law_on=TODAY, whose="provincial-government", law=LAW)
    assert {"agency", "holder", "applicant"} <= set(caught.value.known)
    assert "provincial-government" not in caught.value.known


@pytest.mark.parametrize(
    ("name", "first"), [(LICENSING, ACT.instrument.in_force.first), ("民法典", CIVIL_CODE.instrument.in_force.first)]
)
def test_before_its_first_day_a_text_is_not_in_force(name: str, first: dt.date) -> None:
    with pytest.raises(NotInForce) as caught:
        day_unit(name, 5, law_on=first - dt.timedelta(days=1), whose="agency", law=LAW)
    assert (caught.value.what, caught.value.on) == (name, first - dt.timedelta(days=1))


def test_on_its_first_day_a_text_answers() -> None:
    assert day_unit(LICENSING, 5, law_on=dt.date(2004, 7, 1), whose="agency", law=LAW).is_(DayUnit.WORKING)


def test_the_pinned_day_of_a_law_counts() -> None:
    with pytest.raises(NotInForce):
        day_unit(LICENSING, 5, law_on=TODAY, whose="agency", law=LAW.on(dt.date(2004, 6, 30)))


def test_every_fault_is_told_at_once() -> None:
    bad: dict[str, Any] = {"instrument": "", "number": 0, "law_on": "2026-03-04", "whose": "nobody"}
    with pytest.raises(InvalidInput) as caught:
        day_unit(**bad)
    assert [fault.path for fault in caught.value.faults] == ["instrument", "number", "whose", "law_on"]
    assert all(who.value in caught.value.faults[2].allowed for who in Who)


@pytest.mark.parametrize("number", [0, -1, True, 1.0, "5", None])
def test_a_number_of_days_is_a_whole_number_from_one_on(number: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        day_unit(LICENSING, number, law_on=TODAY, whose="agency", law=LAW)
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [("number", "not-a-number-of-days")]


@pytest.mark.parametrize("whose", ["", "Agency", "AGENCY", None, 5])
def test_whose_is_a_role(whose: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        day_unit(LICENSING, 5, law_on=TODAY, whose=whose, law=LAW)
    assert [fault.code for fault in caught.value.faults] == ["unknown-role"]


def test_a_wording_that_was_not_read_determines_nothing() -> None:
    law = law_of(attrs.evolve(DECISION, evidence=Evidence.EXCERPT))
    found = day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=law)
    assert found.outcome == Undetermined((f"the text of {DECISION.cite}",))


def other(key: str, in_force: Span, **fields: Any) -> Act:
    """Return another text of the same title, with one term."""
    text: Instrument = attrs.evolve(ACT.instrument, key=key, in_force=in_force, **fields)
    return Act(text, terms=(attrs.evolve(DECISION, cite=text(42, 1), unit_by=None),))


def test_a_text_of_which_nobody_knows_whether_it_stands_determines_nothing() -> None:
    ended = Span(dt.date(2004, 7, 1), dt.date(2025, 12, 31))
    law = Law([other("old", ended, afterwards=Standing.UNKNOWN)])
    assert law.instruments[0].repealed is UNKNOWN
    assert day_unit(LICENSING, 20, law_on=ended.last, whose="agency", law=law).is_(DayUnit.WORKING)
    found = day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=law)
    assert found.outcome == Undetermined((f"the standing of {LICENSING}",))


def test_of_several_texts_of_one_title_that_of_the_day_answers() -> None:
    law = Law([other("old", Span(dt.date(2004, 7, 1), dt.date(2025, 12, 31))), other("new", since(2026, 1, 1))])
    for day, key in ((dt.date(2025, 12, 31), "old-42-1"), (dt.date(2026, 1, 1), "new-42-1")):
        found = day_unit(LICENSING, 20, law_on=day, whose="agency", law=law)
        assert [cite.key for cite in found.basis] == [key]


def test_two_texts_of_one_title_on_one_day_must_be_named_by_key() -> None:
    law = Law([other("one", since(2004, 7, 1)), other("two", since(2004, 7, 1))])
    with pytest.raises(InvalidInput) as caught:
        day_unit(LICENSING, 20, law_on=TODAY, whose="agency", law=law)
    assert [fault.code for fault in caught.value.faults] == ["several-instruments"]
    assert day_unit("two", 20, law_on=TODAY, whose="agency", law=law).is_(DayUnit.WORKING)


def test_a_citys_text_answers_for_itself() -> None:
    found = day_unit("bjbz", 15, law_on=TODAY, whose="agency", law=LAW.with_acts(*BEIJING))
    assert found.is_(DayUnit.WORKING)
    assert [cite.key for cite in found.basis] == ["bjbz-7-0-2"]


@pytest.mark.parametrize("whose", ["agency", "holder", "applicant"])
def test_the_proof_says_what_was_asked_and_found(whose: str) -> None:
    found = day_unit(LICENSING, 30, law_on=TODAY, whose=whose, law=LAW)
    proof = found.proof()
    assert proof.outcome == found.outcome
    assert dict(proof.facts) == {"instrument": LICENSING, "number": 30, "on": TODAY, "whose": Who(whose)}
    assert set(found.basis) <= set(proof.citations)
    assert bool(proof.notes) is (whose != "agency")
    assert pickle.loads(pickle.dumps(found)).proof() == proof


def test_the_law_installed_answers_where_none_is_given() -> None:
    assert day_unit(LICENSING, 5, law_on=TODAY, whose="agency").is_(DayUnit.WORKING)
