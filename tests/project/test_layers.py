"""The floors of the house: an import goes down only, and the check sees one that does not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECK = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"


def layers(house: Path) -> subprocess.CompletedProcess[str]:
    """Run the layer check on the package in `house`, by the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", house)
    environment = {**os.environ, "PYTHONPATH": str(house)}
    return subprocess.run(
        [sys.executable, "-c", CHECK], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the source, to plant things in."""
    shutil.copytree(ROOT / "src" / "govsvc", tmp_path / "govsvc", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def plant(module: Path, line: str) -> None:
    module.parent.mkdir(exist_ok=True)
    with module.open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")


def test_the_source_keeps_the_floors(house: Path) -> None:
    ran = layers(house)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("module", "line", "target"),
    [
        ("errors.py", "import govsvc.calendars", "calendars"),
        ("calendars/__init__.py", "def f() -> None:\n    from govsvc.terms import WorkingDays", "terms"),
        ("norms/__init__.py", "if TYPE_CHECKING:\n    from govsvc.acts import Law", "acts"),
        ("acts/__init__.py", "import govsvc.packs", "packs"),
    ],
)
def test_an_import_upwards_is_seen(house: Path, module: str, line: str, target: str) -> None:
    plant(house / "govsvc" / target / "__init__.py", "")
    plant(house / "govsvc" / module, line)
    ran = layers(house)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "An import goes down only BROKEN" in ran.stdout


def test_a_name_taken_from_the_front_door_is_seen(house: Path) -> None:
    plant(house / "govsvc" / "__init__.py", "")
    plant(house / "govsvc" / "norms" / "ranks.py", "from govsvc import Rank")
    ran = layers(house)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "No room takes a name from the front door BROKEN" in ran.stdout


def test_a_room_on_no_floor_is_seen(house: Path) -> None:
    (house / "govsvc" / "cellar.py").write_text('"""No floor."""\n')
    ran = layers(house)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "cellar" in ran.stdout
