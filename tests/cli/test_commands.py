"""The command line, run in this process: what it prints, and its exit status."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from govsvc.calendars import china, reload
from govsvc.calendars.reports import Report
from govsvc.calendars.work_calendar import calendar_of
from govsvc.cli import doctor
from govsvc.cli.arguments import language

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
AS_OF = ["--as-of", "2026-12-28"]
GOOD = '{"case": "A-1", "events": [{"event": "received", "on": "2026-03-02"}]}'


Run = Callable[..., tuple[int, str, str]]


def test_every_example_in_both_languages(run: Run) -> None:
    files = sorted(EXAMPLES.glob("*.json"))
    status, out, err = run("assess", *files, *AS_OF)
    assert (status, err) == (0, "")
    assert out.count("截至2026年12月28日") == len(files)
    status, out, err = run("assess", *files, *AS_OF, "--lang", "en")
    assert (status, err) == (0, "")
    assert out.count("as of December 28, 2026") == len(files)


def test_assess_as_json(run: Run) -> None:
    status, out, err = run("assess", EXAMPLES / "02-silent-at-intake.json", EXAMPLES / "batch.jsonl", *AS_OF, "--json")
    value = json.loads(out)
    assert (status, err, value["as_of"], value["unread"]) == (0, "", "2026-12-28", [])
    assert [found["case"] for found in value["assessments"]] == ["HS-2026-0417", "BATCH-1", "BATCH-2", "BATCH-3"]
    assert value["assessments"][0]["clocks"][0]["due"] == "2026-05-29"
    assert "ledger" not in value["assessments"][0]["clocks"][0]


def test_the_ledger_in_text_and_json(run: Run) -> None:
    file = EXAMPLES / "02-silent-at-intake.json"
    assert "2026-05-09 周六   5  调休上班" in run("due", "supplement-notice", "--from", "2026-04-29", "--ledger")[1]
    assert "2026-05-29 周五  20  工作日" in run("assess", file, *AS_OF, "--ledger")[1]
    value = json.loads(run("assess", file, *AS_OF, "--ledger", "--json")[1])
    assert value["assessments"][0]["clocks"][0]["ledger"]["lines"][-1]["count"] == 20


def test_a_bad_case_is_told_the_others_are_answered_and_the_status_is_2(run: Run) -> None:
    status, out, err = run("assess", EXAMPLES / "bad" / "one-in-three.jsonl", EXAMPLES / "bad" / "nothing.json", *AS_OF)
    assert status == 2
    assert [line for line in out.splitlines() if line.startswith("BATCH")] == ["BATCH-1　视为受理", "BATCH-3　已收件"]
    assert "第2条（BATCH-2）：\n  $.events[1].on：“2026-12-11”早于前面的记录（2026-12-14）" in err
    assert "nothing.json：无法读取" in err


def test_bad_cases_are_in_the_json_too(run: Run) -> None:
    status, out, err = run("assess", EXAMPLES / "bad" / "one-in-three.jsonl", *AS_OF, "--json", "--lang", "en")
    value = json.loads(out)
    assert (status, [found["case"] for found in value["assessments"]]) == (2, ["BATCH-1", "BATCH-3"])
    (unread,) = value["unread"]
    assert (unread["line"], unread["case"], unread["faults"][0]["code"]) == (2, "BATCH-2", "out-of-order")
    assert "record 2 (BATCH-2)" in err


def test_every_fault_of_a_bad_case_is_told_in_both_languages(run: Run) -> None:
    for locale in ("zh", "en"):
        status, out, err = run("assess", EXAMPLES / "bad" / "many-faults.json", *AS_OF, "--lang", locale)
        assert (status, len(err.splitlines())) == (2, 12)
        assert "Traceback" not in err
        assert len(out.splitlines()) == 1


@pytest.mark.parametrize("name", ["empty.json", "many-faults.json"])
def test_nothing_good_is_nothing_answered(run: Run, name: str) -> None:
    assert run("assess", EXAMPLES / "bad" / name, *AS_OF)[:2] == (2, "没有办件。\n")


def test_events_after_the_day_asked_about_are_faults_of_the_case(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(GOOD + "\n" + GOOD.replace("2026-03-02", "2026-03-11") + "\n")
    status, out, err = run("assess", file, "--as-of", "2026-03-10")
    assert (status, out.count("A-1")) == (2, 1)
    assert "第2条（A-1）：\n  $.events[0].on：2026-03-11在查询日之后" in err


@pytest.mark.parametrize(
    ("case", "code"),
    [
        (
            '{"case": "A-1", "matter": {"type": "payment"}, "events": [{"event": "received", "on": "2026-03-02"}]}',
            "not-covered",
        ),
        ('{"case": "A-1", "events": [{"event": "received", "on": "2004-06-30"}]}', "not-in-force"),
    ],
)
def test_what_no_law_answers_is_told_and_stops_nothing(run: Run, tmp_path: Path, case: str, code: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{case}\n{GOOD}\n")
    status, out, _ = run("assess", file, *AS_OF, "--json")
    value = json.loads(out)
    assert (status, len(value["assessments"])) == (2, 1)
    assert [fault["code"] for fault in value["unread"][0]["faults"]] == [code]


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{GOOD}\nnonsense\n".encode())))
    status, out, err = run("assess", "-", *AS_OF)
    assert status == 2
    assert "A-1　视为受理" in out
    assert err.startswith("-第2条：\n  line 2：")


def test_no_cases(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("[]")
    assert run("assess", tmp_path / "none.json", *AS_OF) == (0, "没有办件。\n", "")


def test_today_is_said_where_no_day_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text(GOOD)
    assert run("assess", tmp_path / "case.json")[1].startswith("未给出 --as-of，按北京时间今天")
    assert len(json.loads(run("assess", tmp_path / "case.json", "--json")[1])["notes"]) == 1


def test_the_other_reading(run: Run) -> None:
    file = EXAMPLES / "11-court-2005-renewal.json"
    assert "视为准予延续" in run("assess", file, "--as-of", "2006-01-01")[1].splitlines()[0]
    other = run("assess", file, "--as-of", "2006-01-01", "--reading", "xkf_50_1=working-days")[1]
    assert "视为受理" in other.splitlines()[0]
    assert "解释xkf_50_1=working-days" in other


def test_the_place_of_the_case_and_another(run: Run) -> None:
    file = EXAMPLES / "09-guangxi.json"
    assert "最后一日2026年4月22日" in run("assess", file, *AS_OF)[1]
    assert "最后一日2026年4月20日" in run("assess", file, *AS_OF, "--place", "全国")[1]


def test_what_could_be_known_then(run: Run) -> None:
    words = ["due", "supplement-notice", "--from", "2020-01-23"]
    assert "最后一日为2020年2月7日" in run(*words)[1]
    then = run(*words, "--as-known", "2020-01-26")[1]
    assert then.startswith("按截至2020年1月26日公布的安排计算。")
    assert "最后一日为2020年2月5日" in then


AMENDMENT = """
year = 2026
number = "EXAMPLE-1"
title = "An invented amendment that gives Tuesday, 10 March 2026 off"
issued = 2026-03-05
amends = true
residual = -1
residual_reason = "an example"
[[rest]]
name = "example"
first = 2026-03-10
last = 2026-03-10
"""


@pytest.fixture
def amendment(tmp_path: Path) -> Path:
    file = tmp_path / "amendment.toml"
    file.write_text(AMENDMENT, encoding="utf-8")
    return file


NIGHT = ["due", "supplement-notice", "--from", "2026-03-07"]


def test_a_further_notice_is_laid_on_top(run: Run, amendment: Path) -> None:
    assert "最后一日为2026年3月13日" in run(*NIGHT)[1]
    assert "最后一日为2026年3月16日" in run(*NIGHT, "--notice", amendment)[1]
    case = EXAMPLES / "07-saturday-night.json"
    assert "最后一日2026年3月16日" in run("assess", case, *AS_OF, "--notice", amendment)[1]
    assert "example：03-10（周二）休息（EXAMPLE-1）" in run("calendar", "2026", "--notice", amendment)[1]


def test_a_notice_that_was_not_out_is_left_out_and_said(run: Run, amendment: Path) -> None:
    assert "最后一日为2026年3月16日" in run(*NIGHT, "--as-known", "2026-03-05", "--notice", amendment)[1]
    out = run(*NIGHT, "--as-known", "2026-03-04", "--notice", amendment)[1]
    assert "最后一日为2026年3月13日" in out
    assert "EXAMPLE-1于2026年3月5日公布，晚于 --as-known，未采用。" in out


def test_a_bad_notice_stops_everything(run: Run) -> None:
    bad = EXAMPLES / "bad" / "notice-works-a-weekday.toml"
    for words in (["calendar", "2027"], ["doctor"], ["assess", EXAMPLES / "01-on-time.json", *AS_OF]):
        status, out, err = run(*words, "--notice", bad)
        assert (status, out) == (2, "")
        assert f"{bad} $.rest[0].worked[0]：2027-01-05不是周六或周日" in err
        assert f"{bad} $.residual：" in err


def test_a_notice_that_unbalances_a_year_is_told_by_its_file(run: Run, amendment: Path) -> None:
    amendment.write_text(AMENDMENT.replace("residual = -1\n", ""), encoding="utf-8")
    status, out, err = run("calendar", "2026", "--notice", amendment)
    assert (status, out, f"{amendment} $.residual" in err) == (2, "", True)


def test_due_in_both_languages_and_json(run: Run) -> None:
    words = ["due", "supplement-notice", "--from", "2026-03-07T22:30:00+08:00", "--as-of", "2026-03-10"]
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "告知补正（受理审查）：最后一日为2026年3月13日（周五）"
    assert "last day March 13, 2026 (Fri)" in run(*words, "--lang", "en")[1]
    value = json.loads(run(*words, "--json")[1])["governing"]
    assert (value["due"], value["status"], value["remaining"]["working_days"]) == ("2026-03-13", "running", 3)


def test_all_faults_of_a_question_are_told_at_once(run: Run) -> None:
    status, out, err = run(
        *["due", "intake", "--from", "2026-02-30", "--place", "朝阳", "--as-known", "tomorrow", "--as-of", "20260301"],
        *["--reading", "xkf_50_1", "--notice", "/nowhere.toml"],
    )
    assert (status, out) == (2, "")
    paths = [line.split("：")[0].strip() for line in err.splitlines()[1:]]
    assert sorted(paths) == ["--as-known", "--as-of", "--from", "--place", "--reading", "/nowhere.toml", "TOPIC"]
    assert "北京市朝阳区" in err
    assert "supplement-notice, decision" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["due", "decision", "--from", "2004-06-30"], "尚未施行"),
        (["due", "reexamination-request", "--from", "2026-03-02"], "没有“reexamination-request”这个事项"),
        (["due", "decision", "--from", "2026-03-07T22:30"], "没有写明时区"),
        (["due", "decision", "--from", "1899-01-01"], "超出日历范围"),
        (["due", "decision", "--from", "2150-01-01"], "超出日历范围"),
        (["due", "decision", "--from", "2026-03-02", "--reading", "xkf_50_1=lunar"], "没有"),
        (["due", "decision"], "命令有误"),
        (["calendar", "1899"], "超出日历范围"),
        (["calendar", "2150"], "超出日历范围"),
        (["calendar", "next"], "应为整数"),
        (["calendar", "2026", "--place", "亚特兰蒂斯"], "没有“亚特兰蒂斯”这个地方"),
        (["assess"], "命令有误"),
        (["assess", "x.json", "--as-of", "2026-13-01"], "不存在"),
        (["doctor", "--as-of", "soon"], "不是日期"),
        (["replay"], "命令有误"),
        (["forecast"], "命令有误"),
        ([], "命令有误"),
    ],
)
def test_bad_words_are_one_clear_message(run: Run, words: list[str], said: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert err.startswith("输入有误：")
    assert said in err


def test_an_end_outside_the_calendar_is_refused_and_not_a_traceback(run: Run) -> None:
    status, _, err = run("due", "decision", "--from", "2100-12-20")
    assert (status, "超出日历范围" in err) == (2, True)


def test_calendar_in_both_languages_and_json(run: Run) -> None:
    assert run("calendar", "2026")[1].startswith("2026年工作日历　全国")
    assert run("calendar", "2026", "--lang", "en")[1].startswith("Working days of 2026")
    value = json.loads(run("calendar", "2026", "--place", "广西", "--json")[1])
    assert (value["place"]["code"], value["totals"]["working"], len(value["days"])) == ("450000", 246, 365)
    assert value["notices"][0]["number"] == "国办发明电〔2025〕7号"
    assert value["days"][3]["kind"] == "make-up-work"


def test_doctor_before_and_near_the_horizon_and_after_it(run: Run) -> None:
    status, out, _ = run("doctor", "--as-of", "2026-10-24")
    assert (status, "目前无需办理；2026年10月25日起应当留意2027年的放假通知。" in out) == (0, True)
    status, out, _ = run("doctor", "--as-of", "2026-10-25")
    assert (status, "尚无2027年放假通知" in out) == (1, True)
    status, out, _ = run("doctor", "--as-of", "2026-12-26", "--lang", "en")
    assert (status, "has passed and no notice of 2027 is held" in out) == (1, True)


def test_doctor_names_notices_packs_and_releases(run: Run) -> None:
    status, out, _ = run("doctor", "--as-of", "2026-05-01", "--json")
    value = json.loads(out)
    assert (status, value["announced_through"], value["actions"]) == (0, "2026-12-25", [])
    assert {notice["origin"] for notice in value["notices"]} == {"packaged"}
    assert len([notice for notice in value["notices"] if notice["amends"]]) == 3
    assert value["packs"]["national"] == "govsvc.packs.national:ACTS"
    assert "行政许可法" in value["instruments"]
    assert {"govsvc", "python", "chinesecalendar"} <= value["versions"].keys()


def test_doctor_names_where_a_notice_comes_from(run: Run, amendment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("doctor", "--as-of", "2026-05-01", "--notice", amendment, "--json")
    assert json.loads(out)["notices"][-1]["origin"] == "option"
    monkeypatch.setenv("GOVSVC_NOTICES", str(amendment))
    reload()
    try:
        _, out, _ = run("doctor", "--as-of", "2026-05-01", "--json")
        text = run("doctor", "--as-of", "2026-05-01")[1]
    finally:
        monkeypatch.delenv("GOVSVC_NOTICES")
        reload()
    assert (json.loads(out)["notices"][-1]["origin"], json.loads(out)["environment"]) == ("environment", str(amendment))
    assert f"GOVSVC_NOTICES：{amendment}" in text


def test_doctor_asks_for_the_notice_of_a_year_that_is_only_reported() -> None:
    report = Report("chinesecalendar 9.9", 2027, ((dt.date(2027, 1, 1), "New Year's Day"),), ())
    calendar = calendar_of(attrs.evolve(china().knowledge, reports=(report,)))
    found = doctor.checkup(calendar, dt.date(2027, 1, 5), {})
    assert found.reported == {"2027": "chinesecalendar 9.9"}
    assert [action.what for action in found.actions] == ["doctor.action-reported"]
    text = "\n".join(doctor.checkup_lines(found, "en"))
    assert "2027: only as chinesecalendar 9.9 has it, no notice held" in text
    assert "from December 26, 2027: computed from the holiday law" in text


def test_what_a_terminal_cannot_show_is_escaped() -> None:
    command = [sys.executable, "-c", "from govsvc.cli import main; main()", "calendar", "2026"]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.stderr, b"\\u5de5\\u4f5c\\u65e5" in done.stdout) == (b"", True)


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chinese_unless_the_environment_is_english(environment: dict[str, str], locale: str) -> None:
    assert language([], environment) == locale
    assert language(["--lang", "en"], environment) == language(["--lang=en"], environment) == "en"
    assert language(["--lang", "fr"], environment) == locale


def test_help_and_version(run: Run) -> None:
    assert run("--version")[:2] == (0, "govsvc 0.1.0\n")
    for command in ("assess", "due", "calendar", "law", "replay", "doctor"):
        status, out, _ = run(command, "--help", "--lang", "en")
        assert (status, "--lang" in out, "print JSON" in out) == (0, True, True)


def test_the_installed_command_and_a_reader_that_goes_away() -> None:
    command = [sys.executable, "-c", "import sys; from govsvc.cli import main; sys.exit(main())"]
    files = [str(file) for file in sorted(EXAMPLES.glob("*.json"))]
    done = subprocess.run([*command, "assess", *files, *AS_OF], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "视为准予延续" in done.stdout.decode()
    with subprocess.Popen(
        [*command, "assess", *files * 20, *AS_OF], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
