"""The wall keeps numbers of days and titles of instruments in `acts/` and `packs/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import wall


@pytest.mark.parametrize(
    "planted",
    [
        "NOTICE = WorkingDays(5)",
        "NOTICE = terms.CalendarDays(n=30)",
        "NOTICE = Months(-6)",
        "def f(): return Years(3)",
        "NOTICE = Hours(2 + 0j)",
        "XKF = Instrument('行政许可法', 'xkf')",
        "XKF = norms.Instrument(f'行政许可{tail}', key)",
        "WHY = '《政府信息公开条例》'",
        "WHY = f'《优化营商环境条例》第{n}条'",
    ],
)
def test_a_planted_breach_is_seen(planted: str) -> None:
    assert [line for line, _ in wall.breaches(f"x = 1\n{planted}\n")] == [2]


@pytest.mark.parametrize(
    "allowed",
    [
        "NOTICE = WorkingDays(length)",
        '"""An example: >>> WorkingDays(5) of 《政府信息公开条例》."""',
        'class A:\n    x: int\n    """《行政许可法》"""',
        "BOOK = '《论语》'",
        "isinstance(length, (WorkingDays, CalendarDays))",
        "Instrument(title, key)",
    ],
)
def test_what_the_wall_lets_through(allowed: str) -> None:
    assert list(wall.breaches(allowed)) == []


def test_acts_and_packs_are_open(tmp_path: Path) -> None:
    for room in ("acts", "packs", "terms"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "planted.py").write_text("LIMIT = WorkingDays(5)\n")
    assert [Path(line.split(":")[0]).parent.name for line in wall.check(tmp_path)] == ["terms"]


def test_the_source_keeps_the_wall() -> None:
    assert wall.check(wall.ROOT / "src" / "govsvc") == []


def test_a_breach_fails_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("LIMIT = WorkingDays(5)\n")
    assert wall.main([str(planted)]) == 1
    assert "planted.py:1: a length in numbers: WorkingDays(5)" in capsys.readouterr().out
