"""A record that is no case: every fault at once, each with its exact path."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from typing import Any

import pytest

from govsvc import wire
from govsvc.cases import Case, Extended, Received
from govsvc.errors import InvalidInput
from govsvc.terms import CalendarDays, ExtensionTo, Months, WorkingDays


def case(**fields: object) -> str:
    return json.dumps({"case": "A-1", "events": []} | fields, ensure_ascii=False)


def faults(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        wire.loads(Case, text)
    return [(fault.path, fault.code) for fault in caught.value.faults]


def event_faults(**event: object) -> list[tuple[str, str]]:
    return faults(case(events=[event]))


WRONG_TYPES: list[tuple[dict[str, Any], str, str]] = [
    ({"case": 7}, "$.case", "not-text"),
    ({"case": None}, "$.case", "not-text"),
    ({"case": " "}, "$.case", "missing"),
    ({"events": None}, "$.events", "not-a-list"),
    ({"events": "received"}, "$.events", "not-a-list"),
    ({"events": {}}, "$.events", "not-a-list"),
    ({"events": [7]}, "$.events[0]", "not-an-object"),
    ({"events": ["received"]}, "$.events[0]", "not-an-object"),
    ({"matter": "licence"}, "$.matter", "not-an-object"),
    ({"matter": {}}, "$.matter.type", "missing"),
    ({"matter": {"type": "permit"}}, "$.matter.type", "not-known"),
    ({"matter": {"type": ["licence"]}}, "$.matter.type", "not-known"),
    ({"matter": {"type": "licence", "kind": 1}}, "$.matter.kind", "unknown-key"),
    ({"joint": "true"}, "$.joint", "not-a-flag"),
    ({"joint": 0}, "$.joint", "not-a-flag"),
    ({"promised": 8}, "$.promised", "not-an-object"),
    ({"promised": {}}, "$.promised", "not-a-length"),
    ({"promised": {"months": 1}}, "$.promised", "not-a-length"),
    ({"promised": {"working_days": 8, "calendar_days": 8}}, "$.promised", "not-a-length"),
    ({"promised": {"working_days": "8"}}, "$.promised.working_days", "not-a-number"),
    ({"promised": {"working_days": 8.0}}, "$.promised.working_days", "not-a-number"),
    ({"promised": {"working_days": True}}, "$.promised.working_days", "not-a-number"),
    ({"promised": {"working_days": 0}}, "$.promised.working_days", "not-a-length"),
    ({"promised": {"calendar_days": -1}}, "$.promised.calendar_days", "not-a-length"),
    ({"licence_expires": "2026-02-30"}, "$.licence_expires", "no-such-day"),
    ({"licence_expires": 20260228}, "$.licence_expires", "not-a-date"),
    ({"licence_expires": "20260228"}, "$.licence_expires", "not-a-date"),
    ({"licence_expires": "2026-2-28"}, "$.licence_expires", "not-a-date"),
    ({"licence_expires": "2026-W09-6"}, "$.licence_expires", "not-a-date"),
    ({"licence_expires": "2003-12-31"}, "$.licence_expires", "outside-calendar"),
    ({"licence_expires": "2101-01-01"}, "$.licence_expires", "outside-calendar"),
    ({"place": 110000}, "$.place", "not-text"),
    ({"place": ""}, "$.place", "empty"),
    ({"place": "亚特兰蒂斯"}, "$.place", "unknown-place"),
    ({"place": "朝阳"}, "$.place", "ambiguous-place"),
    ({"id": "A-1"}, "$.id", "unknown-key"),
]


@pytest.mark.parametrize(("fields", "path", "code"), WRONG_TYPES)
def test_nothing_is_coerced(fields: dict[str, Any], path: str, code: str) -> None:
    assert faults(case(**fields)) == [(path, code)]


WRONG_EVENTS: list[tuple[dict[str, Any], str, str]] = [
    ({"event": "acepted", "on": "2026-03-02"}, "event", "unknown-event"),
    ({"event": ["accepted"], "on": "2026-03-02"}, "event", "unknown-event"),
    ({"on": "2026-03-02"}, "event", "missing"),
    ({"event": "received"}, "on", "missing"),
    ({"event": "received", "on": "2026-02-30"}, "on", "no-such-day"),
    ({"event": "received", "on": "1899-12-31"}, "on", "outside-calendar"),
    ({"event": "received", "on": "2150-01-01"}, "on", "outside-calendar"),
    ({"event": "received", "on": None}, "on", "not-a-date"),
    ({"event": "received", "on": "2026-03-07T22:30:00"}, "on", "naive-datetime"),
    ({"event": "received", "on": "2026-03-07T22:30:00+08:00"}, "on", "not-a-date"),
    ({"event": "received", "at": "2026-03-07T22:30:00"}, "at", "naive-datetime"),
    ({"event": "received", "at": "2026-03-07"}, "at", "not-a-datetime"),
    ({"event": "received", "at": "2026-03-07T24:30:00+08:00"}, "at", "not-a-datetime"),
    ({"event": "received", "at": "2026-02-30T22:30:00+08:00"}, "at", "no-such-day"),
    ({"event": "received", "at": "2003-12-31T23:59:59+08:00"}, "at", "outside-calendar"),
    ({"event": "received", "at": "9999-12-31T23:59:59-12:00"}, "at", "not-a-datetime"),
    ({"event": "received", "on": "2026-03-07", "at": "2026-03-07T22:30:00+08:00"}, "at", "one-of-two"),
    ({"event": "received", "on": "2026-03-07", "channel": "online"}, "channel", "unknown-key"),
    ({"event": "resubmitted", "on": "2026-03-07", "cured": "yes"}, "cured", "not-a-flag"),
    ({"event": "supplement_notice", "on": "2026-03-07", "items": "营业执照"}, "items", "not-a-list"),
    ({"event": "supplement_notice", "on": "2026-03-07", "items": ["a", 7]}, "items[1]", "not-text"),
    ({"event": "supplement_notice", "on": "2026-03-07", "items": ["a", "b", "a"]}, "items[2]", "given-twice"),
    ({"event": "supplement_notice", "on": "2026-03-07", "within": 5}, "within", "not-an-object"),
    ({"event": "supplement_notice", "on": "2026-03-07", "reached_on": "2026-04-31"}, "reached_on", "no-such-day"),
    ({"event": "supplement_notice", "on": "2026-03-07", "reached_on": "2026-03-06"}, "reached_on", "before-the-notice"),
    ({"event": "excluded_begun", "on": "2026-03-07"}, "why", "missing"),
    ({"event": "excluded_begun", "on": "2026-03-07", "why": 1}, "why", "not-text"),
    ({"event": "extended", "on": "2026-03-07", "by": {"working_days": 4}}, "approver", "missing"),
    ({"event": "extended", "on": "2026-03-07", "by": {"working_days": 4}, "approver": " "}, "approver", "empty"),
    ({"event": "extended", "on": "2026-03-07", "approver": "head-of-agency"}, "by", "missing"),
]


@pytest.mark.parametrize(("event", "path", "code"), WRONG_EVENTS)
def test_an_event_says_what_is_wrong_with_it(event: dict[str, Any], path: str, code: str) -> None:
    assert event_faults(**event) == [(f"$.events[0].{path}", code)]


def test_an_extension_is_by_a_length_or_to_one_and_not_both() -> None:
    event = {"event": "extended", "on": "2026-03-07", "approver": "head-of-agency"}
    both = event | {"by": {"working_days": 4}, "to": {"months": 2}}
    assert event_faults(**both) == [("$.events[0].to", "one-of-two")]
    read = wire.loads(Case, case(events=[event | {"to": {"months": 2}}])).events[0]
    assert isinstance(read, Extended)
    assert read.extension == ExtensionTo(Months(2), approved_on=dt.date(2026, 3, 7), approver="head-of-agency")


def test_every_fault_is_told_at_once() -> None:
    text = case(
        place="朝阳",
        joint="no",
        events=[
            {"event": "received", "at": "2026-03-07T22:30:00"},
            {"event": "accepted", "on": "2026-03-05"},
            {"event": "acepted", "on": "2026-03-04"},
            {"event": "extended", "on": "1899-03-05", "by": {"working_days": 0}, "colour": "red"},
        ],
    )
    assert sorted(faults(text)) == [
        ("$.events[0].at", "naive-datetime"),
        ("$.events[2].event", "unknown-event"),
        ("$.events[2].on", "out-of-order"),
        ("$.events[3].approver", "missing"),
        ("$.events[3].by.working_days", "not-a-length"),
        ("$.events[3].colour", "unknown-key"),
        ("$.events[3].on", "outside-calendar"),
        ("$.joint", "not-a-flag"),
        ("$.place", "ambiguous-place"),
    ]


def days(*texts: str) -> list[dict[str, str]]:
    return [{"event": "received", "at" if ":" in text else "on": text} for text in texts]


def test_events_are_in_the_order_of_their_days() -> None:
    assert faults(case(events=days("2026-03-02", "2026-03-03", "2026-03-02"))) == [("$.events[2].on", "out-of-order")]
    assert len(wire.loads(Case, case(events=days("2026-03-02", "2026-03-02"))).events) == 2


def test_moments_of_one_day_are_in_order_where_they_are_known() -> None:
    morning, night = "2026-03-07T09:00:00+08:00", "2026-03-07T22:30:00+08:00"
    assert faults(case(events=days(night, morning))) == [("$.events[1].at", "out-of-order")]
    assert len(wire.loads(Case, case(events=days(morning, "2026-03-07", night))).events) == 3


def test_a_moment_counts_as_the_day_it_is_in_beijing() -> None:
    events = wire.loads(Case, case(events=days("2026-03-07T15:59:59Z", "2026-03-07T16:00:00Z"))).events
    assert events == (Received(dt.date(2026, 3, 7)), Received(dt.date(2026, 3, 8)))


def test_the_ends_of_the_calendar_are_read() -> None:
    events = wire.loads(Case, case(events=days("2004-01-01", "2100-12-31"))).events
    assert [event.on for event in events] == [dt.date(2004, 1, 1), dt.date(2100, 12, 31)]


def test_a_fault_of_a_place_names_the_nearest_and_the_candidates() -> None:
    with pytest.raises(InvalidInput) as caught:
        wire.loads(Case, case(place="朝阳"))
    assert "北京市朝阳区" in caught.value.faults[0].allowed
    with pytest.raises(InvalidInput) as caught:
        wire.loads(Case, case(place="衡水县市"))
    assert "河北省衡水市" in caught.value.faults[0].allowed


def test_null_is_a_fact_the_log_does_not_hold() -> None:
    read = wire.loads(
        Case, case(place=None, promised=None, events=[{"event": "resubmitted", "on": "2026-03-02", "cured": None}])
    )
    assert read == wire.loads(Case, case(events=[{"event": "resubmitted", "on": "2026-03-02"}]))


def test_two_acceptances_are_no_fault_of_form() -> None:
    accepted = {"event": "accepted", "on": "2026-03-02"}
    assert len(wire.loads(Case, case(events=[accepted, accepted])).events) == 2


def test_lengths_are_told_by_their_unit() -> None:
    assert wire.loads(Case, case(promised={"working_days": 8})).promised == WorkingDays(8)
    assert wire.loads(Case, case(promised={"calendar_days": 8})).promised == CalendarDays(8)


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("", "line 1", "empty"),
        (" \n\n", "line 1", "empty"),
        (b"", "line 1", "empty"),
        (b"\xef\xbb\xbf", "line 1", "empty"),
        ("{", "line 1", "not-json"),
        ('{"case": "A-1",\n "events": [\n  {"event": "received" "on"}]}', "line 3", "not-json"),
        ('{"case": NaN}', "line 1", "not-json"),
        ('{"case": 1' + "0" * 5000 + "}", "line 1", "not-json"),
        ("[" * 100_000, "line 1", "not-json"),
        (b'{"case": "A-1",\n "place": "\xb1\xb1\xbe\xa9"}', "line 2", "not-utf-8"),
        ('{"case": "A-1", "case": "A-2", "events": []}', "$.case", "given-twice"),
        ('{"case": "A-1", "events": [{"on": 1, "on": 2}]}', "$.events[0].on", "given-twice"),
        ('{"case": "\\ud800", "events": []}', "$.case", "half-a-character"),
        ('{"case": "A-1", "\\udfff": 1, "events": []}', "$.\\udfff", "half-a-character"),
        ('{"case": ' + "[" * 900 + "]" * 900 + "}", "$.case" + "[0]" * 32, "too-deep"),
        ("[]", "$", "not-an-object"),
        ("7", "$", "not-an-object"),
        ("{}", "$.case", "missing"),
    ],
)
def test_a_text_that_is_no_record_has_its_line_or_path(text: str | bytes, path: str, code: str) -> None:
    assert faults(text)[0] == (path, code)


def test_an_error_with_data_in_it_pickles() -> None:
    with pytest.raises(InvalidInput) as caught:
        wire.loads(Case, case(events={"a": [1, {"b": 2}]}))
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_a_byte_order_mark_is_passed_over() -> None:
    assert wire.loads(Case, b"\xef\xbb\xbf" + case().encode()).id == "A-1"


@pytest.mark.parametrize("kind", [int, dict, Received])
def test_what_is_not_read_is_refused(kind: type[object]) -> None:
    with pytest.raises(InvalidInput, match="not-readable"):
        wire.loads(kind, "7")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not-text"):
        wire.loads(Case, 7)  # type: ignore[arg-type]
