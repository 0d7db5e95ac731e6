"""Assessing: the day asked about, many cases, what is not covered, and the stamp."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from govsvc.acts import LAW, Law
from govsvc.calendars import china
from govsvc.cases import Accepted, Assessment, Case, Received, Refused, Stage, Unread, Withdrawn, assess, assess_many
from govsvc.errors import Fault, InvalidInput, NotCovered, NotInForce
from govsvc.norms import Matter, MatterType
from govsvc.stamps import VERSION
from tests.cases.logs import ACT, OTHER, PAYMENT, SPECIAL, calendar, day, log, seen

RECEIVED = Received(day("2026-03-02"))


def test_an_event_after_the_day_asked_about_is_a_fault() -> None:
    case = log(RECEIVED, Accepted(day("2026-03-04")), Withdrawn(day("2026-03-05")))
    with pytest.raises(InvalidInput) as caught:
        seen(case, "2026-03-03")
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("$.events[1].on", "after-as-of"),
        ("$.events[2].on", "after-as-of"),
    ]
    assert seen(case.until(day("2026-03-03")), "2026-03-03").state is Stage.SUBMITTED


def test_the_day_may_be_a_moment_in_any_zone_but_not_in_none() -> None:
    late = dt.datetime(2026, 3, 9, 17, tzinfo=dt.UTC)  # 03-10 01:00 in Beijing
    assert assess(log(RECEIVED), as_of=late, calendar=calendar()).state is Stage.DEEMED_ACCEPTED
    with pytest.raises(InvalidInput, match="naive"):
        assess(log(RECEIVED), as_of=dt.datetime(2026, 3, 9, 17), calendar=calendar())


def test_a_case_with_nothing_logged_has_not_begun() -> None:
    got = seen(log(), "2026-03-02")
    assert (got.state, got.clocks, got.next_due, len(got.findings)) == (Stage.NOT_BEGUN, (), None, 0)


@pytest.mark.parametrize("matter", [PAYMENT, SPECIAL, Matter(MatterType.PUBLIC_SERVICE)])
def test_a_matter_no_act_covers_is_not_judged_by_another(matter: Matter) -> None:
    with pytest.raises(NotCovered):
        seen(log(RECEIVED, matter=matter), "2026-03-03")


def test_before_the_law_there_is_no_answer() -> None:
    with pytest.raises(NotInForce):
        seen(log(Received(day("2004-06-30"))), "2004-07-05")
    assert seen(log(Received(day("2004-07-01"))), "2004-07-05").state is Stage.SUBMITTED


def test_one_case_never_stops_the_others() -> None:
    unread = Unread(2, None, (Fault("$", "not-an-object", 7, "an object"),))
    given: list[Case | Unread] = [
        log(RECEIVED, id="a"),
        unread,
        log(RECEIVED, id="b", matter=PAYMENT),
        log(Received(day("2004-06-30")), id="c"),
        log(Received(day("2026-03-04")), id="d"),
        log(Received(day("2026-03-03")), id="e"),
    ]
    got = list(assess_many(given, as_of=day("2026-03-03"), calendar=calendar()))
    assert [type(one) for one in got] == [Assessment, Unread, Unread, Unread, Unread, Assessment]
    assert got[1] is unread
    said = [(one.line, one.case, one.faults[0].path, one.faults[0].code) for one in got if isinstance(one, Unread)]
    assert said[1:] == [
        (3, "b", "$.matter", "not-covered"),
        (4, "c", "$.events", "not-in-force"),
        (5, "d", "$.events[0].on", "after-as-of"),
    ]


def test_a_day_no_calendar_holds_is_the_fault_of_its_case_alone() -> None:
    given = [log(Received(day("2150-03-02")), id="far"), log(RECEIVED, id="near")]
    far, near = assess_many(given, as_of=day("2150-03-02"), calendar=calendar())
    assert isinstance(far, Unread)
    assert isinstance(near, Assessment)


def test_the_cases_are_taken_one_by_one() -> None:
    def endless() -> Iterator[Case]:
        while True:
            yield log(RECEIVED)

    first = next(assess_many(endless(), as_of=day("2026-03-03"), calendar=calendar()))
    assert isinstance(first, Assessment)


def test_the_stamp_says_what_the_answer_rests_on() -> None:
    law = LAW.reading(xkf_50_1="working-days")
    stamp = seen(log(RECEIVED), "2026-03-03", law=law).stamp
    assert (stamp.code, stamp.as_of, stamp.law_on) == (VERSION, day("2026-03-03"), day("2026-03-03"))
    assert (stamp.law, stamp.calendar) == (law.fingerprint, calendar().fingerprint)
    assert stamp.readings == ("xkf_50_1=working-days",)
    assert seen(log(RECEIVED), "2026-03-03").stamp.law == LAW.fingerprint != law.fingerprint
    pinned = seen(log(RECEIVED), "2026-03-03", law=LAW.on(day("2020-01-01"))).stamp
    assert pinned.law_on == day("2020-01-01")
    known = china(as_known=day("2026-01-01"))
    assert seen(log(RECEIVED), "2026-03-03", calendar=known).stamp.calendar == known.fingerprint


def test_the_law_that_is_given_is_the_law_that_is_applied() -> None:
    law = Law((*LAW.acts, ACT))
    assert (
        seen(log(RECEIVED, matter=PAYMENT), "2026-03-02", law=law).clocks
        == seen(log(RECEIVED, matter=PAYMENT), "2026-03-02", law=OTHER).clocks
    )


def test_an_event_set_aside_stands_in_the_log_where_it_stood() -> None:
    got = seen(log(RECEIVED, RECEIVED, Refused(day("2026-03-03"))), "2026-03-03")
    (aside,) = got.set_aside
    assert (aside.index, aside.event, aside.finding.subject) == (1, RECEIVED, "$.events[1]")
    assert got.findings.by_subject()["$.events[1]"][0] is aside.finding
