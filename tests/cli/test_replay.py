"""`govsvc replay`: what `assess --json` printed comes out again, and what does not is told."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from govsvc.calendars import reload
from govsvc.calendars.notices import write_notice
from tests.calendars.known import INVENTED_2027

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CASES = sorted(EXAMPLES.glob("*.json"))
INTO_NEXT_YEAR = EXAMPLES / "08-into-an-unannounced-year.json"
AS_OF = ["--as-of", "2026-12-28"]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> Callable[..., Path]:
    """Keep the answers of some words in a file, changed where asked for."""

    def keep(*words: object, change: Callable[[Any], object] | None = None) -> Path:
        _, out, _ = run("assess", *words, "--json")
        value = json.loads(out)
        if change is not None:
            change(value)
        file = tmp_path / "kept.json"
        file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        return file

    return keep


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Let the notice of the next year come out."""
    file = tmp_path / "2027.toml"
    file.write_text(write_notice(INVENTED_2027), encoding="utf-8")

    def come_out() -> None:
        monkeypatch.setenv("GOVSVC_NOTICES", str(file))
        reload()

    reload()
    yield come_out
    monkeypatch.undo()
    reload()


def test_every_example_comes_out_the_same(run: Run, kept: Callable[..., Path]) -> None:
    status, out, err = run("replay", kept(*CASES, *AS_OF))
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[-1] == f"一致{len(CASES)}件，不一致0件，无法读取0件"
    assert len(lines) == len(CASES) + 1


@pytest.mark.parametrize(
    "words",
    [
        ["--ledger"],
        ["--place", "全国"],
        ["--as-known", "2026-01-26"],
        ["--reading", "xkf_50_1=working-days"],
    ],
)
def test_what_was_asked_is_asked_again(run: Run, kept: Callable[..., Path], words: list[str]) -> None:
    file = kept(EXAMPLES / "09-guangxi.json", EXAMPLES / "11-court-2005-renewal.json", *AS_OF, *words)
    status, out, _ = run("replay", file, "--json")
    assert status == 0
    found = json.loads(out)["answers"]
    assert [(item["same"], item["law"], item["calendar"]) for item in found] == [(True, "same", "same")] * 2


def test_a_notice_given_with_the_question_is_kept_with_the_answer(
    run: Run, kept: Callable[..., Path], tmp_path: Path
) -> None:
    notice = tmp_path / "notice.toml"
    notice.write_text(write_notice(INVENTED_2027), encoding="utf-8")
    file = kept(INTO_NEXT_YEAR, *AS_OF, "--notice", notice)
    notice.unlink()
    status, out, _ = run("replay", file)
    assert (status, out.splitlines()[0]) == (0, "HS-2026-1210：一致")


def test_a_calendar_that_has_changed_is_restored_as_it_was_known(
    run: Run, kept: Callable[..., Path], announced: Callable[[], None]
) -> None:
    file = kept(INTO_NEXT_YEAR, "--as-of", "2026-11-24", change=None)
    assert run("replay", file)[0] == 0  # the case begins later, so nothing is kept
    file = kept(INTO_NEXT_YEAR, *AS_OF)
    announced()
    status, out, _ = run("replay", file, "--lang", "en")
    first, *lines = out.splitlines()
    assert (status, first) == (0, "HS-2026-1210: the same")
    assert lines[0].startswith("  the calendar of then (")
    assert "restored by what was known on November 4, 2025" in lines[0]


def test_a_calendar_that_cannot_be_restored_and_another_answer_are_told(
    run: Run, kept: Callable[..., Path], announced: Callable[[], None]
) -> None:
    def forget(value: Any) -> None:
        value["assessments"][0]["stamp"]["calendar"] = "0123456789abcdef"

    file = kept(INTO_NEXT_YEAR, *AS_OF, change=forget)
    announced()
    status, out, _ = run("replay", file)
    assert status == 1
    assert "  日历与当时不同，无法还原（当时0123456789abcdef）" in out.splitlines()
    assert '  $.clocks[0].due：当时null，现在"2027-01-08"' in out.splitlines()
    assert out.splitlines()[-1] == "一致0件，不一致1件，无法读取0件"


def test_a_law_that_is_another_is_said_though_the_answer_is_the_same(run: Run, kept: Callable[..., Path]) -> None:
    def change(value: Any) -> None:
        value["assessments"][0]["stamp"] |= {"law": "0123456789abcdef", "code": "0.0.9"}

    status, out, _ = run("replay", kept(CASES[0], *AS_OF, change=change))
    assert (status, out.splitlines()[0].endswith("：一致")) == (0, True)
    assert out.splitlines()[1:3] == ["  当时的程序版本：0.0.9", "  法律与当时不同（当时0123456789abcdef）"]


def test_an_answer_that_was_tampered_with_differs_where_it_was(run: Run, kept: Callable[..., Path]) -> None:
    def change(value: Any) -> None:
        value["assessments"][0]["state"] = "accepted"
        value["assessments"][0]["findings"].append({"rule": "intake.lapsed"})
        del value["assessments"][1]["next_due"]

    file = kept(EXAMPLES / "02-silent-at-intake.json", EXAMPLES / "01-on-time.json", *AS_OF, change=change)
    status, out, _ = run("replay", file, "--json")
    first, second = json.loads(out)["answers"]
    assert (status, first["same"], second["same"]) == (1, False, True)
    assert [found["path"] for found in first["differences"]] == ["$.state", "$.findings"]
    assert (first["differences"][0]["kept"], first["differences"][0]["now"]) == ("accepted", "deemed-accepted")


def test_what_the_new_answer_does_not_tell_any_more_is_a_difference(run: Run, kept: Callable[..., Path]) -> None:
    file = kept(CASES[0], *AS_OF, change=lambda value: value["assessments"][0].update(older="fact"))
    status, out, _ = run("replay", file)
    assert (status, '  $.older：当时"fact"，现在null' in out) == (1, True)


def test_a_reading_that_is_held_no_more_gives_no_answer(run: Run, kept: Callable[..., Path]) -> None:
    def change(value: Any) -> None:
        value["assessments"][0]["stamp"]["readings"] = ["xkf_50_1=lunar-days"]

    status, out, err = run("replay", kept(CASES[0], *AS_OF, change=change))
    assert (status, err) == (1, "")
    assert out.splitlines()[0].endswith("：现在得不出结果")
    assert "lunar-days" in out.splitlines()[1]


def test_a_record_that_is_no_case_is_told_and_the_others_are_answered(run: Run, kept: Callable[..., Path]) -> None:
    def change(value: Any) -> None:
        value["assessments"][0]["record"]["events"][0]["on"] = "2026-02-30"
        value["assessments"][0]["stamp"]["as_of"] = "soon"
        del value["assessments"][1]["record"]

    status, out, err = run("replay", kept(*CASES[:3], *AS_OF, change=change))
    assert (status, out.splitlines()[-1]) == (2, "一致1件，不一致0件，无法读取2件")
    assert "第1条" in err
    assert "$.record.events[0].on：“2026-02-30”不存在" in err
    assert "$.stamp.as_of" in err
    assert "$.record：缺少" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1：内容为空"),
        ("nonsense", "  line 1："),
        ("[]", "应为"),
        ("{}", "$.assessments"),
        ('{"assessments": 1}', "$.assessments"),
        ('{"assessments": [], "as_known": "x", "further_notices": [1]}', "$.further_notices[0]"),
        ('{"assessments": [], "further_notices": ["year ="]}', "$.further_notices[0] line 1"),
        ('{"assessments": [], "further_notices": 1}', "$.further_notices"),
    ],
)
def test_a_file_that_is_no_answers_is_one_clear_error(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "kept.json").write_text(text)
    status, out, err = run("replay", tmp_path / "kept.json")
    assert (status, out) == (2, "")
    assert err.startswith("输入有误：")
    assert said in err


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("replay", "/nowhere.json")[0] == 2


def test_standard_input(run: Run, kept: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    text = kept(CASES[0], *AS_OF).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert run("replay", "-")[0] == 0


def test_the_answers_of_now_are_written_and_can_be_replayed(
    run: Run, kept: Callable[..., Path], announced: Callable[[], None], tmp_path: Path
) -> None:
    def forget(value: Any) -> None:
        value["assessments"][0]["stamp"]["calendar"] = "0123456789abcdef"

    file, new = kept(INTO_NEXT_YEAR, *AS_OF, change=forget), tmp_path / "new.json"
    announced()
    assert run("replay", file, "--out", new)[0] == 1
    assert json.loads(new.read_text(encoding="utf-8"))["assessments"][0]["clocks"][0]["due"] == "2027-01-08"
    assert run("replay", new)[0] == 0
    status, out, err = run("replay", file, "--out", new)
    assert (status, out, "已经存在" in err) == (2, "", True)
    assert run("replay", file, "--out", tmp_path / "no" / "such.json")[0] == 2
