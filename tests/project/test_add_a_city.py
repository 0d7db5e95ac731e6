"""The guide "add a city": what it prints is built, installed and used, and what breaks in such a package is named."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = (DOCS / "add-a-city.md", DOCS / "zh" / "add-a-city.md")
FILE = re.compile(r"^```(?:python|toml)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MODULE, TEST = "hengshui_example.py", "test_hengshui_example.py"
TITLE = "衡水市受理时限示例规定"


def files_of(page: Path) -> dict[str, str]:
    """Return the files that a page prints, by the name in their first line."""
    return dict(FILE.findall(page.read_text(encoding="utf-8")))


def installed(folder: Path, files: dict[str, str]) -> Path:
    """Build a wheel from files, with nothing fetched, and return the directory it is installed to."""
    source, site = folder / "source", folder / "site"
    source.mkdir()
    for name, text in files.items():
        (source / name).write_text(text, encoding="utf-8")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    done = subprocess.run(build, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    return site


def run(folder: Path, *command: str, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with the installed package in sight or not."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": "" if site is None else str(site)}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


GOVSVC = ("-c", "import sys; from govsvc.cli import main; sys.exit(main(sys.argv[1:]))")
KEYS = ("-c", "from govsvc.law import LAW; print([act.key for act in LAW.acts])")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("city")


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    return installed(folder, files_of(PAGES[0]))


def test_both_pages_print_the_same_three_files() -> None:
    assert files_of(PAGES[0]) == files_of(PAGES[1])
    assert sorted(files_of(PAGES[0])) == [MODULE, "pyproject.toml", TEST]


def test_the_test_of_the_guide_passes_where_the_package_is_installed(folder: Path, site: Path) -> None:
    done = run(folder / "source", "-m", "pytest", "-q", "-p", "no:cacheprovider", TEST, site=site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout


def test_the_law_holds_the_act_where_the_package_is_installed_and_nowhere_else(folder: Path, site: Path) -> None:
    assert "'hsexample'" in run(folder, *KEYS, site=site).stdout
    without = run(folder, *KEYS)
    assert (without.returncode, "'xkf'" in without.stdout, "hsexample" in without.stdout) == (0, True, False)


def test_the_command_lists_it_and_tells_its_article(folder: Path, site: Path) -> None:
    assert TITLE in run(folder, *GOVSVC, "law", "--lang", "zh", site=site).stdout
    assert TITLE not in run(folder, *GOVSVC, "law", "--lang", "zh").stdout
    told = run(folder, *GOVSVC, "law", "hsexample-3", "--lang", "zh", site=site)
    assert (told.returncode, told.stderr) == (0, "")
    assert "自收到之日起算（当日不计），2个工作日" in told.stdout
    unknown = run(folder, *GOVSVC, "law", "hsexample-3", "--lang", "zh")
    assert (unknown.returncode, unknown.stdout) == (2, "")


@pytest.mark.parametrize(("page", "locale"), [(PAGES[0], "en"), (PAGES[1], "zh")], ids=["en", "zh"])
def test_a_pack_that_cannot_be_loaded_is_named_as_the_guide_says(tmp_path: Path, page: Path, locale: str) -> None:
    broken = {**files_of(page), MODULE: "raise RuntimeError('no such table')\n"}
    done = run(tmp_path, *GOVSVC, "law", "--lang", locale, site=installed(tmp_path, broken))
    assert (done.returncode, done.stdout) == (2, "")
    (printed,) = re.findall(r"^```text\n(.*?)\n```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert done.stderr.startswith(printed.partition("…")[0])
    assert "RuntimeError('no such table')" in done.stderr
    assert "Traceback" not in done.stderr
