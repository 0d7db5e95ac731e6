"""行政许可法 as the pack tells it, field by field against its articles."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from govsvc.acts import Law
from govsvc.errors import Fault, InvalidInput, NotInForce
from govsvc.norms import (
    ALWAYS,
    LICENCE,
    Citation,
    Effective,
    Event,
    Evidence,
    Matter,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Topic,
    Who,
)
from govsvc.packs.national import ACTS
from govsvc.packs.national.xkf import ACT, XKF
from govsvc.terms.conditions import Procedure, Roll
from govsvc.terms.lengths import CalendarDays, Length, UntilTheDay, WorkingDays, Years
from govsvc.terms.term import Extendable, Term

TODAY = dt.date(2026, 3, 4)
LAW = Law(ACTS)


def the(topic: Topic) -> Term:
    (term,) = LAW.terms(topic, on=TODAY)
    return term


# topic, article, who, length, event
DUTIES: list[tuple[Topic, str, Who, Length, Event]] = [
    (Topic.SUPPLEMENT_NOTICE, "第三十二条第一款第（四）项", Who.AGENCY, WorkingDays(5), Event.RECEIVED),
    (Topic.DECISION, "第四十二条第一款", Who.AGENCY, WorkingDays(20), Event.ACCEPTED),
    (Topic.JOINT_DECISION, "第四十二条第二款", Who.JOINT_AGENCIES, WorkingDays(45), Event.ACCEPTED),
    (Topic.PRELIMINARY_REVIEW, "第四十三条", Who.LOWER_AGENCY, WorkingDays(20), Event.ACCEPTED),
    (Topic.CERTIFICATE_DELIVERY, "第四十四条", Who.AGENCY, WorkingDays(10), Event.DECIDED),
    (Topic.RENEWAL_APPLICATION, "第五十条第一款", Who.HOLDER, CalendarDays(30), Event.EXPIRES),
    (Topic.RENEWAL_DECISION, "第五十条第二款", Who.AGENCY, UntilTheDay(), Event.EXPIRES),
    (Topic.TEMPORARY_LICENCE, "第十五条", Who.PROVINCIAL_GOVERNMENT, Years(1), Event.RULE_IN_FORCE),
    (Topic.HEARING_REQUEST, "第四十七条第一款", Who.APPLICANT, WorkingDays(5), Event.INFORMED),
    (Topic.HEARING, "第四十七条第一款", Who.AGENCY, WorkingDays(20), Event.HEARING_REQUESTED),
    (Topic.HEARING_NOTICE, "第四十八条第一款第（一）项", Who.AGENCY, WorkingDays(7), Event.HEARING_HELD),
    (Topic.INSPECTION_STAFF, "第五十五条第二款", Who.AGENCY, WorkingDays(5), Event.ACCEPTED),
    (Topic.REAPPLICATION_BAR, "第七十八条", Who.APPLICANT, Years(1), Event.DECIDED),
    (Topic.REAPPLICATION_BAR_AFTER_REVOCATION, "第七十九条", Who.HOLDER, Years(3), Event.DECIDED),
]
BARS = (Topic.REAPPLICATION_BAR, Topic.REAPPLICATION_BAR_AFTER_REVOCATION)

# clause, topic, what it says
RULES: list[tuple[str, Topic, str]] = [
    ("第三十二条第一款第（一）项", Topic.INTAKE, "intake.no-licence-needed-told-at-once"),
    ("第三十二条第一款第（二）项", Topic.INTAKE, "intake.not-competent-refused-at-once"),
    ("第三十二条第一款第（三）项", Topic.INTAKE, "intake.correctable-corrected-on-the-spot"),
    ("第三十二条第一款第（五）项", Topic.INTAKE, "intake.complete-accepted"),
    ("第三十四条第二款", Topic.ON_THE_SPOT, "on-the-spot.decision"),
    ("第四十五条", Topic.EXCLUDED_TIME, "excluded-time.told-in-writing"),
    ("第五十六条", Topic.ON_THE_SPOT, "on-the-spot.registration"),
    ("第五十七条", Topic.ORDER_OF_APPLICATIONS, "order.by-time-of-acceptance"),
    ("第八十二条", Topic.COUNTING, "counting.agency-terms-in-working-days"),
    ("第八十三条", Topic.COMMENCEMENT, "commencement.on-the-day-named"),
]


@pytest.mark.parametrize(("topic", "article", "who", "length", "event"), DUTIES)
def test_who_must_act_within_what_of_what(topic: Topic, article: str, who: Who, length: Length, event: Event) -> None:
    term = the(topic)
    assert term.cite == Citation.parse(f"行政许可法{article}", [XKF])
    assert (term.who, term.within, term.of) == (who, length, event)
    assert term.act == ("act.reapplication" if topic in BARS else f"act.{topic.value}")


def test_the_act_says_no_more_than_these() -> None:
    assert [(term.topic, term.cite) for term in ACT.terms] == [(topic, the(topic).cite) for topic, *_ in DUTIES]
    rules = [(str(rule.cite), rule.topic, rule.says) for rule in ACT.provisions]
    assert rules == [(f"行政许可法{clause}", topic, says) for clause, topic, says in RULES]


def test_every_duty_has_a_key_of_its_own() -> None:
    keys = [term.key for term in ACT.terms]
    assert len(set(keys)) == len(keys)
    assert {"xkf-47-1-request", "xkf-47-1-hearing", "xkf-32-1-4"} <= set(keys)
    assert the(Topic.HEARING_REQUEST).reading_key == "xkf_47_1_request"


def test_it_has_eighty_three_articles_and_no_more() -> None:
    assert str(XKF(83)) == "行政许可法第八十三条"
    with pytest.raises(InvalidInput) as caught:
        XKF(84)
    assert caught.value.faults == (Fault("article", "no-such-article", 84, "an article of 行政许可法, from 1 to 83"),)


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_every_term_binds_is_read_in_full_and_speaks_of_licences_alone(topic: Topic) -> None:
    term = the(topic)
    assert term.modality is (Modality.MUST_NOT if topic in BARS else Modality.MUST)
    assert term.evidence is Evidence.FULL_TEXT
    assert term.only is MatterType.LICENCE
    assert term.covers(LICENCE)
    assert not term.covers(Matter(MatterType.PAYMENT))
    assert term.roll is Roll.NONE
    assert term.in_force == ALWAYS
    assert term.reading is None


def test_the_application_for_renewal_and_the_notice_of_a_hearing_run_backwards() -> None:
    backwards = [topic for topic, *_ in DUTIES if the(topic).backwards]
    assert backwards == [Topic.RENEWAL_APPLICATION, Topic.HEARING_NOTICE]


AGENCY_TERMS = [
    topic for topic, _, who, length, _ in DUTIES if isinstance(length, WorkingDays) and who is not Who.APPLICANT
]


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_article_82_makes_the_days_of_the_agency_working_days(topic: Topic) -> None:
    by_analogy = XKF(82, by_analogy=True) if topic is Topic.HEARING_REQUEST else None
    assert the(topic).unit_by == (XKF(82) if topic in AGENCY_TERMS else by_analogy)


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_that_the_first_day_is_not_counted_is_civil_law_by_analogy(topic: Topic) -> None:
    expected = [] if topic is Topic.RENEWAL_DECISION else ["民法典第二百零一条第一款（类推适用）"]
    assert list(map(str, the(topic).counted_by)) == expected


SECTION_THREE = [Topic.DECISION, Topic.JOINT_DECISION, Topic.PRELIMINARY_REVIEW, Topic.CERTIFICATE_DELIVERY]


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_article_45_leaves_eight_procedures_out_of_the_terms_of_its_section(topic: Topic) -> None:
    term = the(topic)
    if topic not in SECTION_THREE:
        assert (term.excludes, term.excluded_by) == (frozenset(), None)
        return
    assert {procedure.name for procedure in term.excludes} == {
        "HEARING",
        "BIDDING",
        "AUCTION",
        "INSPECTION",
        "TESTING",
        "QUARANTINE",
        "APPRAISAL",
        "EXPERT_REVIEW",
    }
    assert term.excludes == frozenset(Procedure)
    assert term.excluded_by == XKF(45)


EXTENSIONS = {
    Topic.DECISION: Extendable(WorkingDays(10), Who.HEAD_OF_AGENCY, XKF(42, 1)),
    Topic.JOINT_DECISION: Extendable(WorkingDays(15), Who.HEAD_OF_GOVERNMENT, XKF(42, 2)),
}


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_only_the_terms_of_article_42_can_be_extended(topic: Topic) -> None:
    assert the(topic).extension == EXTENSIONS.get(topic)


SILENCES = {
    Topic.SUPPLEMENT_NOTICE: Silence(Result.DEEMED_ACCEPTED, Effective.FROM_START, only=MatterType.LICENCE),
    Topic.RENEWAL_APPLICATION: Silence(Result.TOO_LATE, Effective.AT_LAPSE),
    Topic.RENEWAL_DECISION: Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE),
}


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_silence_speaks_only_where_an_article_says_so(topic: Topic) -> None:
    assert the(topic).silence == SILENCES.get(topic)


def test_the_silence_of_a_decision_grants_nothing() -> None:
    assert the(Topic.DECISION).silence is None


READINGS = {
    Topic.RENEWAL_APPLICATION: [("working-days", WorkingDays(30))],
    Topic.HEARING_REQUEST: [("calendar-days", CalendarDays(5))],
}


@pytest.mark.parametrize("topic", [topic for topic, *_ in DUTIES])
def test_only_the_days_of_a_person_can_be_read_otherwise(topic: Topic) -> None:
    readings = [(reading.name, reading.within) for reading in the(topic).readings]
    assert readings == READINGS.get(topic, [])


def test_the_other_reading_of_article_50_is_chosen_by_name() -> None:
    (term,) = LAW.reading(xkf_50_1="working-days").terms(Topic.RENEWAL_APPLICATION, on=TODAY)
    assert (term.within, term.reading) == (WorkingDays(30), "working-days")
    assert attrs.evolve(term, within=CalendarDays(30), reading=None) == the(Topic.RENEWAL_APPLICATION)


def test_a_reading_has_a_ground() -> None:
    assert all(reading.why for term in ACT.terms for reading in term.readings)


def test_the_law_is_in_force_from_its_first_day() -> None:
    assert (XKF.rank, XKF.in_force.first, XKF.in_force.is_open) == (Rank.STATUTE, dt.date(2004, 7, 1), True)
    assert (XKF.promulgated, XKF.checked_on) == (dt.date(2003, 8, 27), dt.date(2026, 6, 26))
    assert [term.cite for term in LAW.terms(Topic.DECISION, on=dt.date(2004, 7, 1))] == [XKF(42, 1)]
    with pytest.raises(NotInForce):
        LAW.terms(Topic.DECISION, on=dt.date(2004, 6, 30))


@pytest.mark.parametrize("place", range(len(DUTIES)))
def test_a_changed_number_changes_the_answer_through_with_acts(place: int) -> None:
    changed = attrs.evolve(ACT.terms[place], within=WorkingDays(99))
    terms = (*ACT.terms[:place], changed, *ACT.terms[place + 1 :])
    law = LAW.with_acts(attrs.evolve(ACT, terms=terms))
    assert law.terms(DUTIES[place][0], on=TODAY) == (changed,)
    assert law.fingerprint != LAW.fingerprint
    assert the(DUTIES[place][0]).within == DUTIES[place][3]
