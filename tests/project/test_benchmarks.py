"""The benchmarks run, and what is measured are the same answers; how long it takes is tested nowhere."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import beginnings, doors, fresh, peers, report, speeds
from benchmarks.agreement import compare
from benchmarks.contestants import BARE, NAME, Contestant, bare_table, ours
from benchmarks.measure import FEWEST, Effort, Turn, best, rotated, turn
from benchmarks.questions import ADDS, COUNT, QUESTIONS, Question, sample, spans
from benchmarks.targets import Target, shown
from govsvc.calendars import china
from govsvc.cases import assess

CALENDAR = china(as_known=dt.date(2026, 11, 21))
WE = ours(CALENDAR)
ONCE = Effort(rounds=1, seconds=0.0, starts=1)
DAYS = sample(60)
CHANGED_IN_2020 = (dt.date(2019, 10, 1), dt.date(2020, 5, 31))
"""Starts from which an answer may rest on the change of January 2020, which workalendar does not hold."""


@pytest.fixture(params=[BARE, *peers.PEERS])
def other(request: pytest.FixtureRequest) -> Contestant:
    name: str = request.param
    if name == BARE:
        return bare_table(CALENDAR)
    if peers.version_of(name) is None:
        pytest.skip(f"{name} is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return peers.PEERS[name](CALENDAR)


def comparable(other: Contestant, question: Question) -> Iterator[dt.date]:
    """Yield the days of start from which another library means the same by its question."""
    for day, (_, until) in zip(DAYS, spans(DAYS), strict=True):
        is_worked = CALENDAR.is_workday(day), CALENDAR.is_workday(until)
        match other.name:
            case "chinesecalendar" if question in ADDS:
                means_the_same = is_worked[0]
            case "bizdays" if question == COUNT:
                means_the_same = all(is_worked)
            case "workalendar":
                means_the_same = not CHANGED_IN_2020[0] <= day <= CHANGED_IN_2020[1]
            case _:
                means_the_same = True
        if means_the_same:
            yield day


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_others_answer_as_we_do(other: Contestant, question: Question) -> None:
    asked = set(comparable(other, question))
    theirs = question.answers(other, DAYS)
    assert theirs is not None or (other.name, question) == ("pandas", COUNT)
    if theirs is not None:
        expected = question.answers(WE, DAYS)
        assert expected is not None
        pairs = [(day, a, b) for day, a, b in zip(DAYS, theirs, expected, strict=True) if day in asked]
        assert len(pairs) >= 20
        assert [pair for pair in pairs if pair[1] != pair[2]] == []


def test_the_known_wrong_day_is_found() -> None:
    found = compare(peers.chinesecalendar(CALENDAR), WE, CALENDAR, DAYS)
    assert found.days == (dt.date(2005, 12, 31),)
    assert found.unannounced == "refused"
    assert set(found.differs) == {"add 1", "add 5", "add 20", "add 60"}


def test_the_sample_is_settled_and_spans_are_short() -> None:
    assert [question.name for question in QUESTIONS if None in (question.answers(WE, DAYS) or [None])] == []
    lengths = {(until - after).days for after, until in spans(sample())}
    assert (min(lengths), max(lengths)) == (1, 90)


def test_every_front_door_and_the_case_run() -> None:
    seconds = doors.measured(CALENDAR, DAYS[:5], ONCE)
    assert set(seconds) == {"bare intake", "bare decision", "intake", "decision", "assess"}
    assert [target.what for target in doors.targets(seconds)] == [
        "`deadlines.intake`",
        "`deadlines.decision`",
        "`cases.assess`, ten events",
    ]


@pytest.mark.parametrize("name", ["intake", "decision"])
def test_a_front_door_gives_the_day_of_the_bare_add(name: str) -> None:
    calls = doors.calls(CALENDAR, DAYS)
    (door, asked), (add, added) = calls[name], calls[f"bare {name}"]
    assert [door(*given).governing.due for given in asked] == [add(*given) for given in added]


def test_the_measured_case_has_ten_events_and_nothing_to_find() -> None:
    case = doors.ten_events(CALENDAR, dt.date(2025, 3, 3))
    assert len({type(event) for event in case.events}) == 10
    assessed = assess(case, as_of=dt.date(2025, 6, 30))
    assert (list(assessed.findings), assessed.set_aside, assessed.state) == ([], (), "delivered")


def test_an_import_is_measured_in_an_interpreter_of_its_own() -> None:
    found = beginnings.started(ONCE)
    assert all(0 < took.best <= took.middle for took in found.values())
    assert found[fresh.ATTRS].third_party == ("attr", "attrs")
    assert found[fresh.GOVSVC].third_party == ()


def test_memory_is_measured() -> None:
    first, further = beginnings.sizes().values()
    assert first > further > 0


def test_a_turn_is_never_shorter_than_the_fewest_calls() -> None:
    made = turn((abs, [(1,), (2,)]), 0.0)
    assert len(made.arguments) == FEWEST
    assert made.arguments[:3] == [(1,), (2,), (1,)]


def test_everybody_has_a_turn_each_round() -> None:
    seen: list[object] = []
    best({name: Turn(seen.append, [(name,)]) for name in "ab"}, 3)
    assert seen == ["a", "b", "b", "a", "a", "b"]


def test_rotation_begins_further_on_and_loses_nobody() -> None:
    assert rotated("abc", 4) == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("ratio", "at_most", "verdict"),
    [(2.0, True, "met"), (2.1, True, "**not met**"), (2.0, False, "met"), (1.9, False, "**not met**")],
)
def test_a_bound_itself_is_met(ratio: float, at_most: bool, verdict: str) -> None:
    assert Target("x", ratio, 2, at_most=at_most).row[-1] == verdict


def test_numbers_keep_three_digits() -> None:
    assert [shown(number) for number in (0.456, 12.34, 1234.5)] == ["0.46", "12.3", "1,234"]


def test_the_page_names_every_contestant_and_every_question() -> None:
    contestants = (bare_table(CALENDAR), WE, peers.chinesecalendar(CALENDAR))
    asked = speeds.measured(contestants, DAYS, ONCE)
    agreements = {peer.name: compare(peer, WE, CALENDAR, DAYS) for peer in contestants[2:]}
    targets = speeds.targets(asked)
    found = report.page(report.Results(targets, asked, contestants[2:], agreements, {"a": 1.0}, {"b": 2.0}))
    for name in (NAME, BARE, "chinesecalendar", "2005-12-31", *(f"`{question.name}`" for question in QUESTIONS)):
        assert name in found


def test_years_in_words() -> None:
    assert report.runs_of([2004, 2005, 2005, 2007, 2009, 2008]) == "2004 to 2005, 2007 to 2009"


def test_the_command_writes_the_page_only_with_every_peer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(peers, "missing", lambda: ["bizdays"])
    assert command.main(["--write"]) == 1
    assert not (tmp_path / "page.md").exists()
    assert "bizdays" in capsys.readouterr().err
