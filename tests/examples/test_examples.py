"""The examples come out as their page says; the court cases come out as the courts decided."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from govsvc import wire
from govsvc.calendars import china
from govsvc.cases import Assessment, Case, Ending, Stage, Unread, assess
from govsvc.law import LAW, Law, Topic
from govsvc.places import Place
from govsvc.terms import verify

FOLDER = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(FOLDER.glob("*.json"))
AS_OF = dt.date(2026, 12, 28)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def case(start: str) -> Case:
    (file,) = FOLDER.glob(f"{start}*.json")
    (read,) = wire.read_lines(file)
    assert isinstance(read, Case)
    return read


def seen(start: str, as_of: dt.date = AS_OF, *, law: Law = LAW) -> Assessment:
    return assess(case(start).until(as_of), as_of=as_of, law=law)


def ended(found: Assessment) -> dict[str, tuple[str, str, str]]:
    """Return last day, ending and its day of every ended clock, by topic."""
    return {
        clock.deadline.term.topic.value: (str(clock.deadline.due), clock.how.value, str(clock.on))
        for clock in found.ended
    }


def rules(found: Assessment) -> list[str]:
    return [finding.rule for finding in found.findings]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_example_is_read_and_assessed_and_proves_its_clocks(file: Path) -> None:
    (read,) = wire.read_lines(file)
    assert isinstance(read, Case)
    found = assess(read, as_of=AS_OF)
    for clock in (*found.clocks, *found.also, *(clock.deadline for clock in found.ended)):
        verify(clock.ledger())


def test_the_page_lists_every_example() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(FILES) >= 10
    assert re.findall(r"^\| (\d\d-[a-z0-9-]+) \|", page, re.MULTILINE) == [file.stem for file in FILES]


def test_01_on_time() -> None:
    found = seen("01")
    assert (found.state, found.clocks, rules(found)) == (Stage.DELIVERED, (), [])
    assert {clock.how for clock in found.ended} == {Ending.KEPT}


def test_02_silent_at_intake() -> None:
    assert seen("02", day("2026-05-09")).state is Stage.SUBMITTED
    found = seen("02", day("2026-05-11"))
    assert (found.state, found.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2026-04-29"))
    assert ended(found)["supplement-notice"] == ("2026-05-09", "lapsed", "2026-05-09")
    assert found.next_due is not None
    assert found.next_due.due == day("2026-05-29")
    assert [item.finding.rule for item in found.set_aside] == ["supplement.after-acceptance"]


def test_03_supplement() -> None:
    found = seen("03")
    assert rules(found) == []
    assert [str(clock.deadline.due) for clock in found.ended] == [
        "2026-06-23",
        "2026-07-03",
        "2026-07-02",
        "2026-07-27",
        "2026-08-03",
    ]


def test_04_expert_review() -> None:
    assert seen("04", day("2026-08-20")).state is Stage.SUSPENDED
    assert ended(seen("04"))["decision"] == ("2026-10-08", "kept", "2026-09-30")


def test_05_extension_moves_the_law_and_the_promise() -> None:
    found = ended(seen("05"))
    assert found["decision"] == ("2026-11-09", "kept", "2026-11-06")
    assert found["promised-decision"] == ("2026-11-02", "late", "2026-11-06")


def test_06_renewal_undecided() -> None:
    assert seen("06", day("2026-10-31")).state is Stage.ACCEPTED
    found = seen("06")
    assert (found.state, found.clocks) == (Stage.DEEMED_RENEWED, ())
    assert [item.finding.rule for item in found.set_aside] == ["decision.after-silence"]


def test_07_saturday_night() -> None:
    assert case("07").events[0].on == day("2026-03-07")
    assert case("07").events[2].on == day("2026-03-30")
    assert ended(seen("07"))["supplement-notice"] == ("2026-03-13", "kept", "2026-03-13")


def test_08_into_an_unannounced_year() -> None:
    known = china(as_known=day("2026-11-21"))
    statutory, promised = assess(case("08"), as_of=AS_OF, calendar=known).clocks
    assert [str(on) for on in (statutory.earliest, statutory.likely, statutory.latest)] == [
        "2027-01-06",
        "2027-01-08",
        "2027-01-12",
    ]
    assert promised.due == day("2026-12-22")


def test_09_guangxi() -> None:
    assert ended(seen("09"))["supplement-notice"] == ("2026-04-22", "kept", "2026-04-22")
    nation = assess(case("09"), as_of=AS_OF, place=Place.NATIONAL)
    assert ended(nation)["supplement-notice"] == ("2026-04-20", "lapsed", "2026-04-20")
    assert [item.finding.rule for item in seen("09").set_aside] == ["acceptance.twice"]


def test_10_guangxi_next_year() -> None:
    (clock,) = seen("10").clocks
    assert not clock.is_settled
    assert clock.certainty.value == "region-unknown"


def test_11_court_2005_no_decision_by_expiry() -> None:
    before = seen("11", day("2005-12-20"))
    assert [clock.term.topic for clock in before.clocks] == [Topic.RENEWAL_DECISION]
    assert [clock.term.topic for clock in before.also] == [Topic.DECISION]
    assert seen("11", day("2005-12-31")).state is not Stage.DEEMED_RENEWED
    found = seen("11", day("2006-01-01"))
    assert found.state is Stage.DEEMED_RENEWED
    assert ended(found)["renewal-application"] == ("2005-12-01", "kept", "2005-11-25")
    assert rules(found) == ["intake.lapsed", "renewal.undecided"]


def test_11_court_2005_under_the_other_reading() -> None:
    found = seen("11", day("2006-01-01"), law=LAW.reading(xkf_50_1="working-days"))
    assert ended(found)["renewal-application"] == ("2005-11-21", "late", "2005-11-25")
    assert found.state is not Stage.DEEMED_RENEWED
    assert "renewal.silence-contested" in rules(found)


def test_12_court_2022_lawful() -> None:
    found = seen("12")
    assert found.state is Stage.DELIVERED
    assert ended(found)["promised-decision"] == ("2022-11-17", "kept", "2022-11-17")
    assert ended(found)["decision"] == ("2022-12-05", "kept", "2022-11-17")
    assert ended(found)["renewal-application"] == ("2022-10-01", "late", "2022-11-01")
    assert [finding.severity.value for finding in found.findings if finding.severity.value == "error"] == []
    (statutory, promised) = seen("12", day("2022-11-10")).clocks
    assert [str(clock.due) for clock in (statutory, promised)] == ["2022-11-29", "2022-11-11"]


def test_the_batch_is_one_case_a_line() -> None:
    assert [type(record) for record in wire.read_lines(FOLDER / "batch.jsonl")] == [Case] * 3


def test_a_bad_one_in_three_does_not_stop_the_others() -> None:
    first, bad, last = wire.read_lines(FOLDER / "bad" / "one-in-three.jsonl")
    assert isinstance(first, Case)
    assert isinstance(last, Case)
    assert isinstance(bad, Unread)
    assert (bad.line, bad.case, [fault.path for fault in bad.faults]) == (2, "BATCH-2", ["$.events[1].on"])


def test_the_bad_case_has_every_fault() -> None:
    (bad,) = wire.read_lines(FOLDER / "bad" / "many-faults.json")
    assert isinstance(bad, Unread)
    assert sorted(fault.path for fault in bad.faults) == [
        "$.events[0].at",
        "$.events[2].event",
        "$.events[2].on",
        "$.events[3].by.working_days",
        "$.events[3].on",
        "$.events[4].on",
        "$.joint",
        "$.licence_expires",
        "$.matter.type",
        "$.place",
        "$.promised.working_days",
    ]
