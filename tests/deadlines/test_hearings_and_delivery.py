"""Hearings, delivery, and a topic asked with a start that is not its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from govsvc.acts import Law
from govsvc.deadlines import delivered, due, hearing, hearing_notice, hearing_request
from govsvc.errors import InvalidInput, NotInForce
from govsvc.norms import Event, Topic
from govsvc.packs.beijing import ACTS as BEIJING
from govsvc.packs.national import ACTS
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME

LAW = Law((*ACTS, *BEIJING))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(("informed", "last"), [("2026-03-02", "2026-03-09"), ("2026-02-13", "2026-02-27")])
def test_a_hearing_is_asked_for_within_five_working_days(informed: str, last: str) -> None:
    found = hearing_request(day(informed), law=LAW)
    assert (str(found.due), found.term.silence) == (last, None)


def test_read_by_the_letter_of_article_82_they_are_calendar_days() -> None:
    read = hearing_request(day("2026-03-02"), law=LAW.reading(xkf_47_1_request="calendar-days"))
    assert (str(read.due), read.term.reading) == ("2026-03-07", "calendar-days")
    held = hearing(day("2026-03-02"), law=LAW.reading(xkf_47_1_request="calendar-days"))
    assert (str(held.due), held.term.reading) == ("2026-03-30", None)


@pytest.mark.parametrize("key", ["xkf_47_1", "xkf_47_1_hearing"])
def test_a_reading_of_another_duty_of_the_clause_is_refused(key: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        LAW.reading(**{key: "calendar-days"})
    assert caught.value.faults[0].allowed == "xkf_47_1_request, xkf_50_1"


def test_a_hearing_is_held_within_twenty_working_days_of_the_request() -> None:
    assert str(hearing(day("2026-09-21"), law=LAW).due) == "2026-10-26"


@pytest.mark.parametrize(("held", "last"), [("2026-03-30", "2026-03-19"), ("2026-10-12", "2026-09-24")])
def test_a_hearing_is_told_of_seven_working_days_before_it(held: str, last: str) -> None:
    found = hearing_notice(day(held), law=LAW)
    assert str(found.due) == last
    assert found.calendar.count(found.due, day(held)) == 7


def test_a_hearing_before_the_law_is_not_answered() -> None:
    for ask in (hearing_request, hearing, hearing_notice):
        with pytest.raises(NotInForce):
            ask(day("2004-06-30"), law=LAW)
        with pytest.raises(NotInForce):
            ask(day("2026-03-02"), law=LAW, law_on=day("2004-06-30"))


@pytest.mark.parametrize(
    ("topic", "of", "allowed"),
    [
        (Topic.HEARING_NOTICE, Event.INFORMED, "hearing-held, counted back from"),
        (Topic.RENEWAL_APPLICATION, Event.ACCEPTED, "expires, counted back from"),
        (Topic.DECISION, Event.RECEIVED, "accepted, counted on from"),
    ],
)
def test_a_topic_asked_from_another_event_is_refused_and_its_own_is_named(
    topic: Topic, of: Event, allowed: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        due(topic, day("2026-03-02"), of=of, law=LAW)
    (fault,) = caught.value.faults
    assert (fault.path, fault.code, fault.allowed) == ("of", "wrong-start", allowed)


def test_a_topic_asked_from_its_own_event_is_answered() -> None:
    start = day("2026-03-02")
    assert due(Topic.DECISION, start, of=Event.ACCEPTED, law=LAW) == due(Topic.DECISION, start, law=LAW)


NOON = dt.datetime(2026, 3, 11, 12, tzinfo=BEIJING_TIME)


@pytest.mark.parametrize("mode", ["window", "self_service", "electronic"])
def test_what_is_handed_over_or_enters_the_system_is_delivered_that_day(mode: Any) -> None:
    assert delivered(NOON, mode=mode, law=LAW).on == day("2026-03-11")


def test_what_is_sent_is_delivered_when_it_is_signed_for() -> None:
    assert delivered(NOON, mode="post", signed=day("2026-03-13"), law=LAW).on == day("2026-03-13")


def test_the_basis_is_the_law_of_messages_by_analogy_and_the_citys_own_text() -> None:
    found = delivered(NOON, mode="electronic", policy="guide 7", law=LAW)
    assert list(map(str, found.basis)) == [
        "电子签名法第十一条第二款（类推适用）",
        "民法典第一百三十七条第二款（类推适用）",
    ]
    assert found.policy == "guide 7"
    in_city = delivered(NOON, mode="window", place=Place.BEIJING, law=LAW)
    assert list(map(str, in_city.basis)) == ["北京市政务服务标准化管理办法第十八条"]
    assert delivered(NOON, mode="window", law=LAW).basis == ()


@pytest.mark.parametrize(
    ("arguments", "faults"),
    [
        ({"at": dt.datetime(2026, 3, 11), "mode": "fax", "policy": " "}, ["naive-datetime", "unknown-mode", "missing"]),
        ({"at": NOON, "mode": "post"}, ["missing"]),
        ({"at": NOON, "mode": "window", "signed": day("2026-03-11")}, ["not-used"]),
        ({"at": NOON, "mode": "post", "signed": day("2026-03-10")}, ["before-dispatch"]),
    ],
)
def test_a_delivery_that_cannot_be_is_refused_with_every_fault(arguments: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        delivered(arguments.pop("at"), law=LAW, **arguments)
    assert [fault.code for fault in caught.value.faults] == faults
