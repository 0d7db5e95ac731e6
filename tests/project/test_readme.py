"""The README and the guides are run: their examples are doctests, and what they name is there."""

from __future__ import annotations

import datetime as dt
import doctest
import importlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


PAGES = (README, *(ROOT / "docs" / name for name in ("calendar.md", "deadlines.md", "cases.md")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_give_what_they_say(page: Path) -> None:
    failures, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failures == 0


def test_the_page_on_places_names_every_region_held_and_its_years() -> None:
    page = (ROOT / "docs" / "calendar.md").read_text(encoding="utf-8")
    for file in sorted((ROOT / "src/govsvc/calendars/data/regions").glob("*.toml")):
        region = tomllib.loads(file.read_text(encoding="utf-8"))
        if not region["own_days"]:
            continue
        rows = [line for line in page.splitlines() if line.startswith(f"| {region['name']} |")]
        assert len(rows) == 1, region["name"]
        held = {year for first, last in region["held"] for year in range(first, last + 1)}
        years = {day["date"].year for notice in region.get("notice", ()) for day in notice.get("day", ())}
        _, _, whole, partly, _ = (cell.strip() for cell in rows[0].split("|"))
        assert _years(whole) == held, region["name"]
        assert _years(partly) == years - held, region["name"]


def _years(cell: str) -> set[int]:
    spans = [part.strip().partition("–") for part in cell.split(",") if part.strip()]
    return {year for first, _, last in spans for year in range(int(first), int(last or first) + 1)}


def test_the_wrong_answers_of_other_tools_are_theirs() -> None:
    chinese_calendar: Any = importlib.import_module("chinese_calendar")
    assert chinese_calendar.find_workday(5, dt.date(2026, 3, 7)) == dt.date(2026, 3, 16)
    assert "16 March" in README.read_text(encoding="utf-8")


def test_every_page_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_release_in_every_stamp_is_the_one_installed() -> None:
    from importlib.metadata import version

    from govsvc.stamps import VERSION

    assert version("govsvc") == VERSION
