"""The callers that use nothing pending are run, as the programs they are."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from govsvc.spans import BEIJING_TIME
from tools import contract

LIVE = [path.stem for path in contract.live_callers()]
EXAMPLES = sorted((contract.ROOT / "examples").glob("*.json"))
TODAY = dt.date(2026, 12, 28)
RESTS_2027 = {
    "元旦": ("2027-01-01", "2027-01-03"),
    "春节": ("2027-02-05", "2027-02-10"),
    "清明节": ("2027-04-03", "2027-04-05"),
    "劳动节": ("2027-05-01", "2027-05-04"),
    "端午节": ("2027-06-09", "2027-06-09"),
    "中秋节": ("2027-09-15", "2027-09-15"),
    "国庆节": ("2027-10-01", "2027-10-05"),
}
NOTICE_2027 = """\
year = 2027
number = "测试〔2026〕1号"
title = "关于2027年节假日安排的测试通知"
issued = 2026-11-25
published = 2026-11-25
""" + "".join(
    f'\n[[rest]]\nname = "{name}"\nfirst = {first}\nlast = {last}\n' for name, (first, last) in RESTS_2027.items()
)


def run_intake_team(caller: Any, at: Path) -> None:
    monday = dt.datetime(2026, 3, 9, 10, tzinfo=BEIJING_TIME)
    assert caller.intake(monday) == ("2026-03-16", "行政许可法第三十二条第一款第（四）项")


def run_city_author(caller: Any, at: Path) -> None:
    from govsvc.law import Act
    from govsvc.norms import Evidence, Instrument, Rank
    from govsvc.spans import Span

    since = Span.since(dt.date(2026, 1, 1))
    city = Instrument(
        title="某市试行办法",
        key="city",
        rank=Rank.NORMATIVE_DOCUMENT,
        in_force=since,
        evidence=Evidence.MEMORY,
        checked_on=dt.date(2026, 11, 1),
    )
    assert caller.with_city(Act(city), dt.date(2026, 3, 9)) == dt.date(2026, 3, 16)


def run_calendar_operator(caller: Any, at: Path) -> None:
    notice = at / "2027.toml"
    notice.write_text(NOTICE_2027, "utf-8")
    accepted = [("spring", dt.date(2026, 3, 2)), ("winter", dt.date(2026, 12, 14))]
    assert caller.new_notice(notice, accepted) == ["winter"]


def example_cases() -> list[Any]:
    from govsvc import wire
    from govsvc.cases import Case

    assert EXAMPLES
    return [wire.loads(Case, path.read_bytes()) for path in EXAMPLES]


def run_dashboard(caller: Any, at: Path) -> None:
    cases = example_cases()
    rows = caller.board(cases, TODAY)
    assert rows == sorted(rows)
    assert {row[1] for row in rows} <= {case.id for case in cases}
    assert all(isinstance(row[0], dt.date) and row[3] in {None, "yellow", "red"} for row in rows)


def run_notebook(caller: Any, at: Path) -> None:
    for case in example_cases():
        assert caller.look(case, TODAY).case == case.id


def run_endpoint(caller: Any, at: Path) -> None:
    for path, case in zip(EXAMPLES, example_cases(), strict=True):
        answer = json.loads(caller.endpoint(path.read_bytes(), TODAY))
        assert answer["case"] == case.id


def run_batch(caller: Any, at: Path) -> None:
    lines = [json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False) for path in EXAMPLES]
    source = at / "cases.jsonl"
    source.write_text("\n".join([*lines, "not a case"]) + "\n", "utf-8")
    count, unread = caller.batch(source, TODAY)
    assert count == len(EXAMPLES) > 0
    assert [record.line for record in unread] == [len(EXAMPLES) + 1]
    assert all(record.faults for record in unread)


RUNS: dict[str, Callable[[Any, Path], None]] = {
    name.removeprefix("run_"): value for name, value in list(globals().items()) if name.startswith("run_")
}


def test_every_live_caller_has_a_run() -> None:
    """A caller whose last room was built must be run from then on."""
    assert sorted(LIVE) == sorted(RUNS.keys() & set(LIVE))


@pytest.mark.parametrize("name", LIVE)
def test_a_live_caller_works(name: str, tmp_path: Path) -> None:
    RUNS[name](import_module(f"contract.callers.{name}"), tmp_path)
