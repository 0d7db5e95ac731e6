"""What is promised and not built yet: a list that only shrinks, and the callers that wait for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import contract

PENDING = contract.pending()


def test_the_list_holds_back_as_much_as_its_ceiling() -> None:
    """A longer list needs a higher ceiling, and nobody raises that unseen."""
    assert len(contract.awaited(PENDING)) == contract.ceiling()


def test_every_name_in_the_list_is_promised() -> None:
    assert [name for name in PENDING if not contract.awaited([name])] == []


def test_the_list_is_sorted_and_names_nothing_twice() -> None:
    assert sorted(set(PENDING)) == PENDING


def test_a_listed_room_lists_none_of_its_names() -> None:
    assert not [(name, room) for name in PENDING for room in PENDING if name.startswith(f"{room}.")]


def test_there_are_fifteen_callers() -> None:
    assert len(list((contract.CONTRACT / "callers").glob("*.py"))) == 15


@pytest.mark.parametrize(
    ("source", "live"),
    [
        ("from govsvc import Place, deadlines\ndeadlines.intake(x)", True),
        ("from govsvc import deadlines\ndeadlines.hearing(x)", False),
        ("from govsvc import deadlines as d\nd.hearing(x)", False),
        ("from govsvc.deadlines import hearing", False),
        ("from govsvc.deadlines import hearing_notice", True),
        ("from govsvc import items", False),
        ("from govsvc.items import Guide", False),
        ("from elsewhere import items", True),
    ],
)
def test_a_caller_is_live_when_it_uses_nothing_pending(source: str, live: bool) -> None:
    assert contract.is_live(source, ["govsvc.deadlines.hearing", "govsvc.items"]) is live


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of two pending names, to write again."""
    monkeypatch.setattr(contract, "PENDING", tmp_path / "pending.txt")
    monkeypatch.setattr(contract, "CEILING", tmp_path / "ceiling.txt")
    (tmp_path / "pending.txt").write_text("# heading\ngovsvc.frames\ngovsvc.items\n")
    return tmp_path / "pending.txt"


def built(monkeypatch: pytest.MonkeyPatch, absent: list[str], *different: str) -> None:
    monkeypatch.setattr(contract, "differences", lambda: (absent, list(different)))


def test_what_was_built_is_struck_and_the_ceiling_falls(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(monkeypatch, ["govsvc.frames"])
    assert contract.write_pending() == 0
    assert (contract.pending(), contract.ceiling()) == (["govsvc.frames"], 1)


def test_a_room_built_in_part_leaves_its_names(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(monkeypatch, ["govsvc.items.Guide", "govsvc.items.read_guide"])
    assert contract.write_pending() == 0
    assert contract.ceiling() == 2
    built(monkeypatch, ["govsvc.items"])
    assert contract.write_pending() == 1


def test_a_name_that_was_built_is_not_put_back(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(monkeypatch, ["govsvc.calendars", "govsvc.items"])
    before = listed.read_bytes()
    assert contract.write_pending() == 1
    assert listed.read_bytes() == before


def test_a_name_of_another_shape_is_never_listed(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(monkeypatch, ["govsvc.items"], 'govsvc.wire.loads is inconsistent, runtime argument "kind" differs')
    before = listed.read_bytes()
    assert contract.write_pending() == 1
    assert listed.read_bytes() == before
