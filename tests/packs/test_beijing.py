"""The law of 北京市 on any day since 2004: which text governs, by which day, and what silence means."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.metadata import EntryPoint
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.acts import Act, Law
from govsvc.deadlines import decision, due, intake, renewal
from govsvc.errors import NotCovered, NotInForce, NotSettled
from govsvc.norms import (
    LICENCE,
    ApplicantKind,
    Citation,
    Effective,
    Evidence,
    Matter,
    MatterType,
    Modality,
    Result,
    Standing,
    Topic,
)
from govsvc.packs.beijing import ACTS
from govsvc.packs.beijing.bodies import SERVICE_DEPARTMENT
from govsvc.packs.beijing.centre import BJCS25, BJZX16
from govsvc.packs.beijing.ordinance import BJYH20, BJYH24
from govsvc.packs.beijing.standardization import BJBZ
from govsvc.packs.national import ACTS as NATIONAL
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.lengths import WorkingDays

LAW = Law((*NATIONAL, *ACTS))
PAYMENT = Matter(MatterType.PAYMENT)
DISTRICT = Place.parse("北京市朝阳区")
ELSEWHERE = Place.HENGSHUI
PERSON, MARKET_ENTITY = ApplicantKind.PERSON, ApplicantKind.MARKET_ENTITY


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def cite(topic: Topic, on: str, matter: Matter | None = None, applicant: ApplicantKind | None = None) -> str | None:
    found = LAW.headline(topic, on=day(on), place=Place.BEIJING, matter=matter, applicant=applicant)
    return None if found is None else found.cite.key


def also(topic: Topic, on: str, matter: Matter | None = None) -> dict[str, str]:
    found = LAW.governing(topic, on=day(on), place=Place.BEIJING, matter=matter)
    return {beside.term.key: beside.reason.value for beside in found.also}


# The acceptance of an application: BJ2016-14, BJ2020-15.


@pytest.mark.parametrize(
    ("received", "target", "limit"),
    [
        ("2025-09-29", "2025-09-30", "2025-10-13"),
        ("2026-02-13", "2026-02-14", "2026-02-27"),  # a Saturday worked
        ("2025-09-30", "2025-10-09", "2025-10-14"),
    ],
)
def test_one_working_day_is_the_target_and_five_the_limit(received: str, target: str, limit: str) -> None:
    found = intake(day(received), matter=LICENCE, place=Place.BEIJING, law=LAW)
    assert found.target is not None
    assert (str(found.target.due), str(found.limit.due)) == (target, limit)
    assert (found.target.term.modality, found.limit.term.modality) == (Modality.SHOULD, Modality.MUST)
    assert found.target.term.silence is None
    silence = found.limit.term.silence
    assert silence is not None
    assert (silence.result, silence.effective, silence.only) == (
        Result.DEEMED_ACCEPTED,
        Effective.FROM_START,
        MatterType.LICENCE,
    )
    assert found.limit.lapsed_from == day(limit) + dt.timedelta(days=1)
    assert found.governing is found.limit


@pytest.mark.parametrize("place", [Place.BEIJING, DISTRICT])
def test_the_target_is_there_from_its_first_day_in_the_whole_city(place: Place) -> None:
    assert intake(day("2020-04-27"), place=place, law=LAW).target is None
    assert intake(day("2020-04-28"), place=place, law=LAW).target is not None


@pytest.mark.parametrize("place", [Place.NATIONAL, ELSEWHERE])
def test_no_other_place_has_the_target(place: Place) -> None:
    assert intake(day("2026-03-02"), place=place, law=LAW).target is None
    with pytest.raises(NotCovered):
        due(Topic.INTAKE_TARGET, day("2026-03-02"), place=place, law=LAW)


@given(st.dates(dt.date(2004, 7, 1), dt.date(2026, 12, 31)), st.sampled_from([Place.BEIJING, DISTRICT]))
def test_a_licence_has_the_right_answer_on_every_day_since_2004(on: dt.date, place: Place) -> None:
    found = intake(on, matter=LICENCE, place=place, law=LAW)
    assert (found.limit.term.cite.key, found.limit.length) == ("xkf-32-1-4", WorkingDays(5))
    assert (found.target is not None) is (on >= dt.date(2020, 4, 28))
    assert decision(on, matter=LICENCE, place=place, law=LAW).statutory.length == WorkingDays(20)
    decide_by = renewal(on, matter=LICENCE, place=place, law=LAW).decide_by
    assert (decide_by.term.cite.key, decide_by.term.applicant) == ("xkf-50-2", None)


def test_before_the_licensing_law_nothing_is_in_force() -> None:
    with pytest.raises(NotInForce):
        intake(day("2004-06-30"), matter=LICENCE, place=Place.BEIJING, law=LAW)


# Which regime governs: the register of conflicts.


def test_the_limit_is_the_statutes_and_the_measures_of_2016_repeat_it_in_their_time() -> None:
    for on in ("2016-12-29", "2025-11-13"):
        assert cite(Topic.SUPPLEMENT_NOTICE, on) == "xkf-32-1-4"
        assert also(Topic.SUPPLEMENT_NOTICE, on) == {"bjzx16-14": "repeats"}


def test_the_measures_of_2016_stand_beside_the_answer_with_their_standing_since_2025_11_14() -> None:
    assert also(Topic.SUPPLEMENT_NOTICE, "2016-12-28") == {"bjzx16-14": "not-in-force"}
    assert also(Topic.SUPPLEMENT_NOTICE, "2025-11-14") == {"bjzx16-14": "presumed-superseded"}
    assert BJZX16.standing(day("2025-11-14")) is Standing.PRESUMED_SUPERSEDED
    assert BJCS25.standing(day("2025-11-14")) is Standing.IN_FORCE
    assert BJZX16 not in LAW.in_force(day("2026-03-02"), place=Place.BEIJING)


def test_what_is_no_licence_had_the_limit_of_2016_without_deemed_acceptance() -> None:
    limit = intake(day("2025-09-29"), matter=PAYMENT, place=Place.BEIJING, law=LAW).limit
    assert (str(limit.due), limit.term.cite.key, limit.term.silence) == ("2025-10-13", "bjzx16-14", None)
    in_its_time = intake(day("2026-03-02"), matter=PAYMENT, place=Place.BEIJING, law=LAW, law_on=day("2025-11-13"))
    assert str(in_its_time.limit.due) == "2026-03-09"


def test_what_is_no_licence_has_no_settled_limit_today_but_still_the_target() -> None:
    with pytest.raises(NotSettled, match="北京市政务服务中心管理暂行办法"):
        intake(day("2026-03-02"), matter=PAYMENT, place=Place.BEIJING, law=LAW)
    (target,) = due(Topic.INTAKE_TARGET, day("2026-03-02"), matter=PAYMENT, place=Place.BEIJING, law=LAW)
    assert str(target.due) == "2026-03-03"


# The promise: BJ2016-16.


def test_a_promise_of_seven_days_runs_from_acceptance() -> None:
    found = decision(day("2026-03-02"), promised=WorkingDays(7), matter=LICENCE, place=Place.BEIJING, law=LAW)
    assert found.promised is not None
    assert (str(found.promised.due), str(found.statutory.due)) == ("2026-03-11", "2026-03-30")
    assert found.promised.term.silence is None


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2020-04-27", "promise.approval-delivered-in-time"),
        ("2025-11-13", "promise.approval-delivered-in-time"),
        ("2026-03-02", None),
    ],
)
def test_delivery_within_the_promise_was_asked_for_in_the_time_of_the_measures_of_2016(
    on: str, says: str | None
) -> None:
    found = {clause.says for clause in LAW.provisions(Topic.PROMISED_DECISION, on=day(on), place=Place.BEIJING)}
    assert ("promise.approval-delivered-in-time" in found) is (says is not None)
    assert ("promise.decision-in-time" in found) is True
    assert LAW.provisions(Topic.PROMISED_DECISION, on=day(on)) == ()


# Renewal: BJ2020-16(4).


@pytest.mark.parametrize("applicant", [None, *ApplicantKind])
def test_a_licence_is_renewed_by_silence_under_the_statute_whoever_holds_it(applicant: ApplicantKind | None) -> None:
    found = renewal(day("2026-05-04"), matter=LICENCE, applicant=applicant, place=Place.BEIJING, law=LAW)
    assert (str(found.apply_by.due), str(found.decide_by.due)) == ("2026-04-04", "2026-05-04")
    assert found.decide_by.lapsed_from == day("2026-05-05")
    silence = found.decide_by.term.silence
    assert silence is not None
    assert (silence.result, silence.applicant) == (Result.DEEMED_RENEWED, None)


RENEWALS = [
    ("2020-04-27", MARKET_ENTITY, None),
    ("2020-04-28", MARKET_ENTITY, "bjyh20-33-4"),
    ("2022-08-28", MARKET_ENTITY, "bjyh20-33-4"),
    ("2022-08-29", MARKET_ENTITY, "bjbz-16-0-4"),  # what the amendment changed was not seen
    ("2024-11-28", MARKET_ENTITY, "bjbz-16-0-4"),
    ("2024-11-29", MARKET_ENTITY, "bjyh24-35-3"),
    ("2026-03-02", MARKET_ENTITY, "bjyh24-35-3"),
    ("2020-04-27", PERSON, None),
    ("2020-04-28", PERSON, "bjbz-16-0-4"),
    ("2026-03-02", PERSON, "bjbz-16-0-4"),
    ("2026-03-02", ApplicantKind.OTHER, "bjbz-16-0-4"),
    ("2026-03-02", None, "bjyh24-35-3"),
]


@pytest.mark.parametrize(("on", "applicant", "key"), RENEWALS)
def test_other_approvals_are_renewed_by_silence_under_the_text_for_their_holder(
    on: str, applicant: ApplicantKind | None, key: str | None
) -> None:
    assert cite(Topic.RENEWAL_DECISION, on, PAYMENT, applicant) == key
    assert cite(Topic.RENEWAL_APPLICATION, on, PAYMENT, applicant) == key


def test_other_approvals_can_be_applied_for_to_the_last_day() -> None:
    found = renewal(day("2026-05-04"), matter=PAYMENT, applicant=MARKET_ENTITY, place=Place.BEIJING, law=LAW)
    assert (str(found.apply_by.due), str(found.decide_by.due)) == ("2026-05-04", "2026-05-04")
    assert found.decide_by.term.applicant is MARKET_ENTITY
    assert found.decide_by.term.silence is not None
    assert found.decide_by.term.silence.applicant is MARKET_ENTITY
    with pytest.raises(NotCovered):
        renewal(day("2026-05-04"), matter=PAYMENT, law=LAW)


def test_the_measures_of_2020_repeat_the_ordinance_of_the_day() -> None:
    for on, clause in (("2020-04-28", BJYH20(33, 4)), ("2024-11-28", BJYH20(33, 4)), ("2024-11-29", BJYH24(35, 3))):
        terms = LAW.terms(Topic.RENEWAL_DECISION, on=day(on), place=Place.BEIJING)
        (measures,) = [term for term in terms if term.cite.instrument == BJBZ]
        assert measures.implements == (clause,)
    assert also(Topic.RENEWAL_DECISION, "2026-03-02", PAYMENT)["bjbz-16-0-4"] == "repeats"


# Standing and versions.


def versions(key: str) -> list[Act]:
    """Return the act and all that came after it."""
    found = [act for act in LAW.acts if act.key == key]
    while found[-1].instrument.successor is not None:
        found += [act for act in LAW.acts if act.key == found[-1].instrument.successor]
    return found


@pytest.mark.parametrize("key", [act.key for act in LAW.acts if act.instrument.predecessor is None])
def test_the_versions_of_an_act_partition_its_time(key: str) -> None:
    chain = [act.instrument for act in versions(key)]
    for one, other in pairwise(chain):
        assert other.in_force.first == one.in_force.last + dt.timedelta(days=1)
        assert (other.predecessor, one.successor) == (one.key, other.key)
        assert other.issuer == one.issuer
    assert chain[-1].in_force.is_open
    assert chain[-1].successor is None


@pytest.mark.parametrize("act", LAW.acts, ids=lambda act: act.key)
def test_the_wordings_of_a_clause_partition_the_time_of_its_act(act: Act) -> None:
    for key in {term.key for term in act.terms}:
        whole = act.instrument.in_force
        times = [whole if term.in_force is None else term.in_force for term in act.terms if term.key == key]
        spans = sorted(Span(max(time.first, whole.first), min(time.last, whole.last)) for time in times)
        assert (spans[0].first, spans[-1].last) == (whole.first, whole.last)
        assert all(other.first == one.last + dt.timedelta(days=1) for one, other in pairwise(spans))


def test_the_amendment_of_2022_whose_changes_were_not_seen_lowers_the_grade() -> None:
    grades = {
        on: {term.evidence for term in LAW.terms(Topic.REGISTRATION, on=day(on), place=Place.BEIJING)}
        for on in ("2022-08-28", "2022-08-29", "2024-11-28", "2024-11-29")
    }
    read, unread = {Evidence.FULL_TEXT}, {Evidence.MEMORY}
    assert list(grades.values()) == [read, unread, unread, read]


@pytest.mark.parametrize(
    ("on", "key"), [("2020-04-28", "bjyh20-12-2"), ("2022-08-28", "bjyh20-12-2"), ("2024-11-29", "bjyh24-13-2")]
)
def test_a_registration_that_cannot_be_made_at_once_takes_one_working_day(on: str, key: str) -> None:
    found = due(Topic.REGISTRATION, day("2026-02-13"), place=Place.BEIJING, law=LAW, law_on=day(on)).governing
    assert (str(found.due), found.term.cite.key) == ("2026-02-14", key)


def test_a_registration_in_the_time_nobody_read_is_not_settled() -> None:
    with pytest.raises(NotSettled, match="the full text of"):
        due(Topic.REGISTRATION, day("2023-03-01"), place=Place.BEIJING, law=LAW)


def test_a_new_proof_is_filed_within_fifteen_working_days() -> None:
    found = due(Topic.PROOF_RECORD_FILING, day("2026-03-02"), place=Place.BEIJING, law=LAW).governing
    assert (str(found.due), found.term.cite.key) == ("2026-03-23", "bjbz-7-0-2")


def test_a_hall_open_on_a_rest_day_makes_it_no_working_day() -> None:
    says = "counting.open-hall-makes-no-working-day"
    for on, article in (("2020-04-28", BJYH20(32, 2)), ("2024-11-29", BJYH24(34, 2))):
        clauses = LAW.provisions(Topic.COUNTING, on=day(on), place=Place.BEIJING)
        assert [clause.cite for clause in clauses if clause.says == says] == [article]


def test_the_chief_representative_stands_in_ordinance_and_measures() -> None:
    clauses = LAW.provisions(Topic.WINDOW_POWERS, on=day("2021-02-12"), place=Place.BEIJING)
    assert {clause.cite for clause in clauses} == {BJYH20(33, 3), BJZX16(13), BJZX16(15)}
    clauses = LAW.provisions(Topic.WINDOW_POWERS, on=day("2026-03-02"), place=Place.BEIJING)
    assert {clause.cite for clause in clauses} == {BJYH24(35, 3)}


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2017-01-03", "北京市政务服务管理办公室"),
        ("2021-02-12", "北京市政务服务管理局"),
        ("2019-06-01", "北京市政务服务部门"),
        ("2026-03-02", "北京市政务服务部门"),
    ],
)
def test_the_service_department_is_called_as_the_texts_of_the_day_call_it(on: str, name: str) -> None:
    assert str(SERVICE_DEPARTMENT.name_on(day(on))) == name


def test_every_citation_is_read_back_with_its_day() -> None:
    cites = [term.cite for act in ACTS for term in act.terms]
    cites += [provision.cite for act in ACTS for provision in act.provisions]
    assert len(cites) > 30
    for cited in cites:
        first = cited.instrument.in_force.first
        assert Citation.parse(str(cited), LAW.instruments, on=first) == cited


def test_every_term_that_is_exact_in_words_says_by_which_clause_its_days_work() -> None:
    counted = [term for act in ACTS for term in act.terms if isinstance(term.within, WorkingDays)]
    assert {str(term.cite) for term in counted} == {str(term.unit_by) for term in counted}
    assert all(str(term.counted_by[0]) == "民法典第二百零一条第一款（类推适用）" for term in counted)


def test_the_pack_is_found_as_anybodys_is() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    points = project["entry-points"]["govsvc.packs"]
    loaded = {name: EntryPoint(name, value, "govsvc.packs").load() for name, value in points.items()}
    assert loaded == {"beijing": ACTS, "national": NATIONAL}
