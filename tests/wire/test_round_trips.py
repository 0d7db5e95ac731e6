"""What is written is read back as it was, and the same value is always the same text."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc import wire
from govsvc.calendars import china
from govsvc.cases import Case, Received, assess
from govsvc.deadlines import decision, intake
from govsvc.errors import Fault, InvalidInput
from govsvc.findings import Findings
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import (
    CalendarDays,
    Excluded,
    Hours,
    Ledger,
    Length,
    Months,
    Procedure,
    Restart,
    Roll,
    UntilTheDay,
    WorkingDays,
    Years,
    reckon,
    verify,
)
from tests.wire.strategies import cases


@given(cases())
def test_a_case_is_read_back(case: Case) -> None:
    text = wire.dumps(case)
    assert wire.loads(Case, text) == case
    assert wire.loads(Case, text.encode()) == case
    assert wire.dumps(wire.loads(Case, text)) == text
    assert "\n" not in text


@given(
    st.sampled_from([WorkingDays(7), CalendarDays(40), Months(2), Years(1)]),
    st.dates(dt.date(2004, 1, 1), dt.date(2030, 1, 1)),
    st.booleans(),
)
def test_a_ledger_is_read_back_and_still_proves_its_end(length: Length, start: dt.date, is_restarted: bool) -> None:
    left_out = Excluded(Procedure.HEARING, Span(start, start + dt.timedelta(days=5)), told_on=start)
    restart = Restart(start + dt.timedelta(days=3), "restart.example") if is_restarted else None
    ledger = reckon(length, start, excluded=[left_out], restart=restart).ledger()
    read = wire.loads(Ledger, wire.dumps(ledger))
    assert read == ledger
    verify(read)


def test_a_ledger_in_hours_keeps_its_moments() -> None:
    begun = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    ledger = reckon(Hours(24), begun).ledger()
    assert wire.loads(Ledger, wire.dumps(ledger)) == ledger


def test_a_ledger_before_the_calendar_is_read_back() -> None:
    ledger = reckon(CalendarDays(5), dt.date(2003, 12, 29), roll=Roll.NONE).ledger()
    assert wire.loads(Ledger, wire.dumps(ledger)) == ledger


def test_a_ledger_is_read_as_strictly_as_a_case() -> None:
    value = json.loads(wire.dumps(intake(dt.date(2026, 3, 2)).limit.ledger()))
    value["lines"][1]["count"] = "2"
    value["lines"][2]["counted"] = 1
    value["sources"] = {}
    with pytest.raises(InvalidInput) as caught:
        wire.loads(Ledger, json.dumps(value))
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        ("$.sources", "not-a-list"),
        ("$.lines[1].count", "not-a-number"),
        ("$.lines[2].counted", "not-a-flag"),
    ]


@pytest.mark.parametrize("place", ["000000", "110000", "220200", "131100", "110105", "450000", "820000"])
def test_a_place_is_written_so_that_it_is_found_again(place: str) -> None:
    found = Place.parse(place)
    assert wire.loads(Case, wire.dumps(Case(id="A-1", place=found))).place is found


def test_chinese_is_written_as_it_is() -> None:
    assert "衡水" in wire.dumps(Case(id="衡水-1"))


def test_a_settled_deadline_has_one_day() -> None:
    value = json.loads(wire.dumps(intake(dt.date(2025, 9, 29)).limit))
    assert {
        name: value[name] for name in ("topic", "start", "due", "earliest", "latest", "lapsed_from", "certainty")
    } == {
        "topic": "supplement-notice",
        "start": "2025-09-29",
        "due": "2025-10-13",
        "earliest": "2025-10-13",
        "latest": "2025-10-13",
        "lapsed_from": "2025-10-14",
        "certainty": "announced",
    }
    assert value["length"] == {"working_days": 5}
    assert value["article"] == {"key": "xkf-32-1-4", "text": "行政许可法第三十二条第一款第（四）项"}
    assert value["silence"] == {
        "result": "deemed-accepted",
        "effective": "from-start",
        "only": "licence",
        "applicant": None,
    }


def test_an_open_deadline_has_no_day_but_an_interval() -> None:
    known = china(as_known=dt.date(2026, 11, 21))
    value = json.loads(wire.dumps(decision(dt.date(2026, 12, 10), calendar=known).statutory))
    assert [value[name] for name in ("due", "earliest", "likely", "latest", "certainty")] == [
        None,
        "2027-01-06",
        "2027-01-08",
        "2027-01-12",
        "provisional",
    ]


def test_a_bound_that_nobody_knows_is_not_written() -> None:
    value = json.loads(wire.dumps(decision(dt.date(2026, 12, 21), place=Place.parse("广西")).statutory))
    assert (value["due"], value["latest"], value["lapsed_from"]) == (None, None, None)
    assert value["earliest"] < value["likely"]


def test_an_assessment_is_written_whole() -> None:
    case = Case(id="A-1", events=(Received(dt.date(2026, 3, 2)), Received(dt.date(2026, 3, 3))))
    value = json.loads(wire.dumps(assess(case, as_of=dt.date(2026, 3, 10))))
    assert (value["case"], value["state"], value["as_of"], value["accepted_on"]) == (
        "A-1",
        "deemed-accepted",
        "2026-03-10",
        "2026-03-02",
    )
    assert (value["next_due"]["due"], value["next_due"]["status"]) == ("2026-03-30", "running")
    assert value["clocks"] == [value["next_due"]]
    assert value["next_due"]["remaining"] == {"working_days": 14, "calendar_days": 20}
    assert [(ended["deadline"]["topic"], ended["on"], ended["how"]) for ended in value["ended"]] == [
        ("supplement-notice", "2026-03-09", "lapsed")
    ]
    (aside,) = value["set_aside"]
    assert (aside["index"], aside["event"]) == (1, {"event": "received", "on": "2026-03-03"})
    assert aside["finding"]["rule"] == "received.twice"
    lapsed = next(finding for finding in value["findings"] if finding["rule"] == "intake.lapsed")
    assert (lapsed["severity"], lapsed["subject"], lapsed["details"]) == ("error", "$", {"due": "2026-03-09"})
    assert value["stamp"]["as_of"] == "2026-03-10"


def test_an_uncertain_clock_has_nothing_left_to_count() -> None:
    case = Case(id="A-1", events=(Received(dt.date(2026, 12, 21)),))
    known = china(as_known=dt.date(2026, 11, 21))
    value = json.loads(wire.dumps(assess(case, as_of=dt.date(2026, 12, 28), calendar=known)))
    assert (value["next_due"]["status"], value["next_due"]["remaining"]) == ("uncertain", None)


def test_days_spans_lengths_and_findings_have_a_form() -> None:
    day = json.loads(wire.dumps(china().day(dt.date(2026, 1, 4))))
    assert (day["date"], day["kind"], day["certainty"], day["name"]) == (
        "2026-01-04",
        "make-up-work",
        "announced",
        "元旦",
    )
    assert day["source"]["number"] == "国办发明电〔2025〕7号"
    assert wire.dumps(Span(dt.date(2026, 1, 1))) == '{"first": "2026-01-01", "last": "2026-01-01"}'
    assert wire.dumps(Span.since(dt.date(2026, 1, 1))) == '{"first": "2026-01-01", "last": null}'
    assert wire.dumps([Months(2), Years(1), Hours(3), UntilTheDay()]) == (
        '[{"months": 2}, {"years": 1}, {"hours": 3}, {"until_the_day": true}]'
    )
    assert wire.dumps(Findings()) == "[]"
    assert wire.dumps(Fault("$.a", "missing", b"x", "text")) == (
        """{"path": "$.a", "code": "missing", "given": "b'x'", "allowed": "text"}"""
    )


def test_the_clocks_of_a_duty_have_a_form() -> None:
    value = json.loads(wire.dumps(decision(dt.date(2026, 3, 2), promised=WorkingDays(8))))
    assert value["governing"]["topic"] == "decision"
    assert [also["topic"] for also in value["also"]] == ["promised-decision"]


@pytest.mark.parametrize("value", [object(), 1.5, float("nan"), b"x", {1, 2}, china])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(InvalidInput, match="not-writable"):
        wire.dumps(value)
