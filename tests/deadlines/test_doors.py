"""The front doors against worked examples: what is due when, by which article, and with what conditions."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc import deadlines
from govsvc.acts import LAW, Act, Law
from govsvc.calendars import Certainty, china
from govsvc.deadlines import certificate_delivery, decision, due, intake, renewal
from govsvc.errors import InvalidInput, NotCovered, NotInForce, NotYetAnnounced
from govsvc.norms import LICENCE, Matter, MatterType, Modality, Result, Topic
from govsvc.norms import Event as StartedBy
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import CalendarDays, Excluded, Extension, Procedure, Status, WarningPolicy, WorkingDays
from tests.calendars.known import INVENTED_2027
from tests.cases.logs import ACT, EXAMPLE, OTHER, PAYMENT, SPECIAL, calendar, day, term

TEN = WorkingDays(10)


def longer(on: str, by: WorkingDays | CalendarDays = TEN, approver: str = "head-of-agency") -> Extension:
    return Extension(by, approved_on=day(on), approver=approver)


def left_out(first: str, last: str, why: Procedure = Procedure.EXPERT_REVIEW) -> Excluded:
    return Excluded(why, Span(day(first), day(last)), told_on=day(first))


# Intake, article 32.


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2025-01-24", "2025-02-07"),
        ("2025-09-29", "2025-10-13"),  # 10-11 is a worked Saturday
        ("2026-02-13", "2026-02-27"),  # 02-14 is a worked Saturday
        ("2020-01-21", "2020-02-05"),
        ("2015-08-31", "2015-09-08"),
        ("2026-03-07", "2026-03-13"),  # a Saturday: Monday is the first day
    ],
)
def test_what_is_missing_is_told_within_five_working_days(received: str, last: str) -> None:
    limit = intake(day(received), calendar=calendar()).limit
    assert str(limit.due) == last
    assert str(limit.term.cite) == "行政许可法第三十二条第一款第（四）项"
    assert limit.term.silence is not None
    assert (limit.term.silence.result, limit.term.silence.only) == (Result.DEEMED_ACCEPTED, MatterType.LICENCE)


@given(st.dates(dt.date(2004, 7, 1), dt.date(2026, 12, 10)), st.integers(0, 20))
def test_an_intake_limit_is_a_working_day_five_on_and_never_earlier_for_a_later_receipt(on: dt.date, more: int) -> None:
    limit = intake(on, calendar=calendar()).limit
    assert calendar().is_workday(limit.due)
    assert calendar().count(on, limit.due) == 5
    assert intake(on + dt.timedelta(more), calendar=calendar()).limit.earliest >= limit.due or more == 0


CITY = Act(EXAMPLE, terms=(term(1, Topic.INTAKE_TARGET, WorkingDays(1), StartedBy.RECEIVED, modality=Modality.SHOULD),))


@pytest.mark.parametrize(
    ("received", "target", "limit"),
    [
        ("2025-09-29", "2025-09-30", "2025-10-13"),
        ("2025-09-30", "2025-10-09", "2025-10-14"),
        ("2026-02-13", "2026-02-14", "2026-02-27"),
    ],
)
def test_a_target_of_another_act_stands_beside_the_limit(received: str, target: str, limit: str) -> None:
    found = intake(day(received), law=LAW.with_acts(CITY), calendar=calendar())
    assert found.target is not None
    assert (str(found.target.due), str(found.limit.due)) == (target, limit)
    assert found.target.term.modality is Modality.SHOULD
    assert (found.governing, found.also, list(found)) == (found.limit, (found.target,), [found.limit, found.target])


def test_where_no_act_sets_a_target_there_is_none() -> None:
    found = intake(day("2026-03-02"))
    assert (found.target, found.also, list(found)) == (None, (), [found.limit])


# Decision, articles 42 and 45.


@pytest.mark.parametrize(
    ("accepted", "last"),
    [
        ("2025-09-26", "2025-10-30"),
        ("2024-02-02", "2024-03-06"),
        ("2026-02-13", "2026-03-19"),
        ("2026-09-21", "2026-10-26"),
        ("2026-03-02", "2026-03-30"),
    ],
)
def test_a_decision_takes_twenty_working_days(accepted: str, last: str) -> None:
    found = decision(day(accepted), calendar=calendar())
    assert (str(found.statutory.due), found.promised) == (last, None)
    assert found.statutory.term.silence is None
    assert list(found) == [found.governing] == [found.statutory]


@pytest.mark.parametrize(
    ("accepted", "approved", "last"),
    [
        ("2025-09-26", "2025-10-20", "2025-11-13"),
        ("2026-09-21", "2026-10-20", "2026-11-09"),
        ("2026-09-21", "2026-10-26", "2026-11-09"),
    ],
)
def test_ten_more_are_approved_while_it_runs(accepted: str, approved: str, last: str) -> None:
    assert str(decision(day(accepted), extension=longer(approved), calendar=calendar()).statutory.due) == last


def test_joint_handling_takes_forty_five_and_fifteen_more() -> None:
    accepted = day("2026-01-30")
    assert str(decision(accepted, joint=True).statutory.due) == "2026-04-10"
    fifteen = longer("2026-04-10", WorkingDays(15), "head-of-government")
    assert str(decision(accepted, joint=True, extension=fifteen).statutory.due) == "2026-05-06"


def refused(accepted: str, extension: Extension, joint: bool = False) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        decision(day(accepted), extension=extension, calendar=calendar(), joint=joint)
    return [f"{fault.path}: {fault.code}" for fault in caught.value.faults]


def test_an_extension_the_law_does_not_allow_is_refused_with_everything_that_is_wrong() -> None:
    assert refused("2026-09-21", longer("2026-10-27")) == ["extension.approved_on: outside-term"]
    assert refused("2026-09-21", longer("2026-09-20")) == ["extension.approved_on: outside-term"]
    assert refused("2026-09-21", longer("2026-10-20", WorkingDays(11))) == ["extension.by: longer-than-allowed"]
    assert refused("2026-09-21", longer("2026-10-20", CalendarDays(10))) == ["extension.by: longer-than-allowed"]
    wrong = longer("2026-10-20", TEN, "head-of-government")
    assert refused("2026-09-21", wrong) == ["extension.approver: wrong-approver"]
    assert refused("2026-01-30", longer("2026-02-02"), joint=True) == ["extension.approver: wrong-approver"]
    assert refused("2026-09-21", longer("2026-10-27", WorkingDays(11), "applicant")) == [
        "extension.by: longer-than-allowed",
        "extension.approver: wrong-approver",
        "extension.approved_on: outside-term",
    ]


def test_the_term_within_which_an_extension_comes_is_the_one_with_its_exclusions() -> None:
    excluded = [left_out("2026-10-12", "2026-10-16")]
    assert str(decision(day("2026-09-21"), excluded=excluded).statutory.due) == "2026-11-02"
    found = decision(day("2026-09-21"), excluded=excluded, extension=longer("2026-11-02"), calendar=calendar())
    assert str(found.statutory.due) == "2026-11-16"


def test_what_a_term_does_not_leave_out_is_a_fault_beside_that_of_the_extension() -> None:
    with pytest.raises(InvalidInput) as caught:
        decision(
            day("2026-03-02"),
            matter=PAYMENT,
            law=OTHER,
            excluded=[left_out("2026-03-05", "2026-03-06"), left_out("2026-03-09", "2026-03-09")],
            extension=longer("2026-03-05"),
        )
    assert [fault.path for fault in caught.value.faults] == ["excluded[0].why", "excluded[1].why", "extension"]


def test_days_left_out_count_once_however_often_they_are_left_out() -> None:
    accepted = day("2026-03-02")
    one = decision(accepted, excluded=[left_out("2026-03-05", "2026-03-10")]).statutory
    two = [left_out("2026-03-05", "2026-03-09"), left_out("2026-03-06", "2026-03-10", Procedure.HEARING)]
    assert str(one.due) == "2026-04-03"
    assert decision(accepted, excluded=two).statutory.due == one.due


def test_a_procedure_that_still_runs_has_no_end_to_leave_out() -> None:
    running = Excluded(Procedure.HEARING, Span.since(day("2026-03-05")), told_on=None)
    with pytest.raises(InvalidInput, match="still-running"):
        decision(day("2026-03-02"), excluded=[running])


# The promise.


def test_a_promise_is_counted_like_the_law() -> None:
    found = decision(day("2026-03-02"), promised=WorkingDays(7))
    assert found.promised is not None
    assert (str(found.promised.due), str(found.statutory.due)) == ("2026-03-11", "2026-03-30")
    assert found.promised.term.topic is Topic.PROMISED_DECISION
    assert (found.governing, found.also) == (found.statutory, (found.promised,))
    moved = decision(day("2026-03-02"), promised=WorkingDays(7), excluded=[left_out("2026-03-05", "2026-03-10")])
    assert [str(clock.due) for clock in moved] == ["2026-04-03", "2026-03-17"]


@pytest.mark.parametrize(
    ("approved", "promised"), [("2026-03-10", "2026-03-25"), ("2026-03-11", "2026-03-25"), ("2026-03-12", "2026-03-11")]
)
def test_an_extension_moves_a_promise_that_still_runs_and_revives_none(approved: str, promised: str) -> None:
    found = decision(day("2026-03-02"), promised=WorkingDays(7), extension=longer(approved))
    assert [str(clock.due) for clock in found] == ["2026-04-14", promised]


def test_a_promise_in_calendar_days() -> None:
    found = decision(day("2026-03-02"), promised=CalendarDays(7))
    assert [str(clock.due) for clock in found] == ["2026-03-30", "2026-03-09"]


def test_warnings_follow_the_policy_that_is_given() -> None:
    clock = decision(day("2026-03-02"), promised=WorkingDays(7)).also[0]
    policy = WarningPolicy(((2, "yellow"), (0, "red")), source="bureau rule 2026-4")
    levels = [clock.warning(day(f"2026-03-{on}"), policy) for on in ("06", "09", "11", "12")]
    assert levels == [None, "yellow", "red", "red"]
    assert clock.status(day("2026-03-12")) is Status.OVERDUE


# Delivery and renewal, articles 44 and 50.


@pytest.mark.parametrize(("decided", "last"), [("2026-09-30", "2026-10-20"), ("2026-03-10", "2026-03-24")])
def test_a_certificate_is_delivered_within_ten_working_days(decided: str, last: str) -> None:
    assert str(certificate_delivery(day(decided), calendar=calendar()).due) == last


def test_the_days_of_a_renewal_do_not_roll() -> None:
    found = renewal(day("2026-05-04"))
    assert (str(found.apply_by.due), str(found.decide_by.due)) == ("2026-04-04", "2026-05-04")  # both days off
    assert (found.governing, found.also) == (found.decide_by, (found.apply_by,))
    assert found.decide_by.status(day("2026-05-04")) is Status.LAST_DAY
    assert found.decide_by.lapsed_from == day("2026-05-05")
    assert found.apply_by.is_overdue(day("2026-04-20"))
    assert not found.apply_by.is_overdue(day("2026-04-04"))


def test_a_renewal_of_2005_under_both_readings() -> None:
    headline = renewal(day("2005-12-31"))
    read = renewal(day("2005-12-31"), law=LAW.reading(xkf_50_1="working-days"))
    assert (str(headline.apply_by.due), str(read.apply_by.due)) == ("2005-12-01", "2005-11-21")
    assert (headline.apply_by.term.reading, read.apply_by.term.reading) == (None, "working-days")
    assert not headline.apply_by.is_overdue(day("2005-11-25"))
    assert read.apply_by.is_overdue(day("2005-11-25"))


# Any topic.


def test_every_topic_has_its_door() -> None:
    start = day("2026-03-02")
    assert due(Topic.SUPPLEMENT_NOTICE, start).governing == intake(start).limit
    assert due(Topic.DECISION, start).governing == decision(start).statutory
    assert due(Topic.JOINT_DECISION, start).governing == decision(start, joint=True).statutory
    assert due(Topic.CERTIFICATE_DELIVERY, start).governing == certificate_delivery(start)
    assert due(Topic.RENEWAL_APPLICATION, start).governing == renewal(start).apply_by
    assert due(Topic.RENEWAL_DECISION, start).governing == renewal(start).decide_by
    assert str(due(Topic.PRELIMINARY_REVIEW, start).governing.due) == "2026-03-30"


def test_a_topic_gives_every_text_that_speaks_of_it() -> None:
    found = due(Topic.DECISION, day("2026-03-02"), law=LAW.with_acts(ACT))
    assert {clock.term.cite.instrument.key for clock in found} == {"xkf", "example"}
    assert (found.governing, *found.also) == tuple(found)


@pytest.mark.parametrize(
    "topic", [Topic.RECONSIDERATION_APPLICATION, Topic.RECEIPT, Topic.PROMISED_DECISION, Topic.INTAKE_TARGET]
)
def test_a_topic_no_act_speaks_of_is_not_covered(topic: Topic) -> None:
    with pytest.raises(NotCovered):
        due(topic, day("2026-03-02"))


# Which law.


def test_before_its_first_day_the_law_has_no_answer() -> None:
    assert str(decision(day("2004-07-01")).statutory.due) == "2004-07-29"
    with pytest.raises(NotInForce):
        decision(day("2004-06-30"))
    with pytest.raises(NotInForce):
        intake(day("2026-03-02"), law_on=day("2004-06-30"))
    assert str(decision(day("2004-06-30"), law_on=day("2004-07-01")).statutory.due) == "2004-07-28"
    assert decision(day("2026-03-02"), law=LAW.on(day("2004-07-01"))).statutory.due == day("2026-03-30")


@pytest.mark.parametrize("matter", [PAYMENT, SPECIAL, Matter(MatterType.PUBLIC_SERVICE)])
def test_a_matter_no_act_covers_is_not_answered_by_another(matter: Matter) -> None:
    start = day("2026-03-02")
    for ask in (intake, decision, renewal):
        with pytest.raises(NotCovered) as caught:
            ask(start, matter=matter)
        assert caught.value.known == ("行政许可法",)
    with pytest.raises(NotCovered):
        due(Topic.CERTIFICATE_DELIVERY, start, matter=matter)
    assert intake(start, matter=LICENCE) == intake(start)


def test_another_act_answers_for_the_matters_it_covers() -> None:
    law = LAW.with_acts(ACT)
    assert str(intake(day("2026-03-02"), matter=PAYMENT, law=law).limit.due) == "2026-03-05"
    assert str(intake(day("2026-03-02"), matter=SPECIAL, law=law).limit.due) == "2026-03-05"
    assert str(decision(day("2026-03-02"), matter=PAYMENT, law=law).statutory.due) == "2026-03-16"
    assert str(renewal(day("2026-05-04"), matter=PAYMENT, law=law).apply_by.due) == "2026-04-19"
    assert str(decision(day("2026-03-02"), law=Law((ACT,))).statutory.due) == "2026-03-16"


# Where, and what is known.


def test_the_calendar_is_that_of_the_place() -> None:
    start = day("2020-01-21")
    assert str(intake(start, place=Place.parse("湖北")).limit.due) == "2020-02-18"
    assert str(intake(start, place=Place.BEIJING).limit.due) == "2020-02-05"
    guangxi = Place.parse("广西")  # 2025-03-31 and 04-01 are off there
    assert str(intake(day("2025-03-27"), place=guangxi).limit.due) == "2025-04-08"
    assert str(intake(day("2025-03-27")).limit.due) == "2025-04-03"
    assert intake(start, place=Place.parse("湖北"), calendar=calendar()).limit.due == day("2020-02-05")


def test_a_region_whose_year_is_not_held_gives_no_day() -> None:
    clock = intake(day("2027-04-01"), place=Place.parse("广西")).limit
    assert clock.certainty is Certainty.REGION_UNKNOWN
    with pytest.raises(NotYetAnnounced):
        _ = clock.due


def test_a_term_that_ends_by_25_december_is_settled() -> None:
    assert str(intake(day("2026-12-18"), calendar=calendar()).limit.due) == "2026-12-25"
    assert not intake(day("2026-12-24"), calendar=calendar()).limit.is_settled


def test_a_term_beyond_is_an_interval_with_a_safe_day_and_a_day_of_lapse() -> None:
    clock = decision(day("2026-12-10"), calendar=calendar()).statutory
    assert (str(clock.safe), str(clock.likely), str(clock.lapsed_from)) == ("2027-01-06", "2027-01-08", "2027-01-13")
    with pytest.raises(NotYetAnnounced) as caught:
        _ = clock.due
    told = caught.value
    assert (told.earliest, told.likely, told.latest) == (clock.earliest, clock.likely, clock.latest)
    with pytest.raises(NotYetAnnounced):
        clock.remaining(clock.likely)
    settled = decision(day("2026-12-10"), calendar=calendar().with_notices(INVENTED_2027)).statutory
    assert clock.earliest <= settled.due <= clock.latest


def test_what_the_clerk_could_know() -> None:
    start = day("2020-01-21")
    assert str(intake(start, calendar=china(as_known=day("2020-01-23"))).limit.due) == "2020-02-03"
    assert str(intake(start, calendar=china(as_known=day("2020-01-27"))).limit.due) == "2020-02-05"


# What is asked.


def test_a_moment_is_a_day_in_beijing() -> None:
    late = dt.datetime(2026, 9, 30, 17, tzinfo=dt.UTC)
    assert certificate_delivery(late) == certificate_delivery(day("2026-10-01"))
    assert decision(late).statutory.start == day("2026-10-01")


@pytest.mark.parametrize("start", [dt.datetime(2026, 3, 2), "2026-03-02", None, 20260302])
def test_what_is_no_day_is_refused_with_the_name_of_the_argument(start: dt.date) -> None:
    for ask, name in ((intake, "received"), (decision, "accepted"), (renewal, "expires")):
        with pytest.raises(InvalidInput) as caught:
            ask(start)
        assert [fault.path for fault in caught.value.faults] == [name]
    with pytest.raises(InvalidInput):
        certificate_delivery(start)
    with pytest.raises(InvalidInput):
        due(Topic.DECISION, start)


@pytest.mark.parametrize("year", [1899, 2150])
def test_a_year_no_calendar_holds_is_refused(year: int) -> None:
    with pytest.raises(InvalidInput, match="outside-calendar"):
        intake(dt.date(year, 3, 2), law_on=day("2026-03-02"))


def test_arguments_of_the_wrong_type_are_refused_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        decision(
            day("2026-03-02"),
            excluded=["hearing"],  # type: ignore[list-item]
            extension=10,  # type: ignore[arg-type]
            promised=7,  # type: ignore[arg-type]
        )
    assert [fault.path for fault in caught.value.faults] == ["excluded[0]", "extension", "promised"]


def test_deadlines_are_values() -> None:
    start = day("2026-03-02")
    for found in (intake(start), decision(start, promised=WorkingDays(7)), renewal(start), due(Topic.DECISION, start)):
        assert pickle.loads(pickle.dumps(found)) == found
        assert len(set(found)) == len(list(found))
    assert intake(start) == intake(start) != intake(day("2026-03-03"))


def test_the_room_says_what_it_holds() -> None:
    assert dir(deadlines) == sorted(deadlines.__all__)
