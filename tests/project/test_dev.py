"""The set-up command: what it makes an environment from, and what it says where it cannot go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import dev


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with locks, and an environment nothing is installed in yet."""
    for name in ("locks/run.txt", "locks/test.txt", "locks/dev.txt", "pyproject.toml", "hatch_build.py", "venv/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / "venv")
    return tmp_path


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locks that set-up installs, in order; nothing is installed really."""
    done: list[str] = []

    def install(lock: str) -> None:
        done.append(lock)
        dev.mark(lock).write_text(dev.fingerprint(lock))

    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "install", install)
    return done


def test_an_environment_is_filled_once(project: Path, installed: list[str]) -> None:
    dev.setup("test")
    dev.setup("test")
    dev.setup("run")
    assert installed == ["test"]


def test_a_larger_lock_is_installed_over_a_smaller_one(project: Path, installed: list[str]) -> None:
    dev.setup("run")
    dev.setup("dev")
    assert installed == ["run", "dev"]


@pytest.mark.parametrize("changed", ["locks/test.txt", "pyproject.toml", "hatch_build.py"])
def test_it_is_filled_again_when_its_sources_change(project: Path, installed: list[str], changed: str) -> None:
    dev.setup("test")
    (project / changed).write_text("changed")
    dev.setup("test")
    assert installed == ["test", "test"]


@pytest.mark.parametrize("arguments", [[], ["exmaples"], ["setup", "all"], ["setup", "run", "dev"], ["examples", "x"]])
def test_an_unknown_command_shows_the_known_ones(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"tools/dev\.py test"):
        dev.main(arguments)


def test_without_pip_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.dev.shutil.which", lambda name: None)
    monkeypatch.setattr(dev, "outside_pip", lambda: None)
    with pytest.raises(SystemExit, match="python3-pip"):
        dev.fetch_pip()


def test_a_command_that_does_not_exist_does_not_work() -> None:
    assert not dev.works("no-such-command-anywhere")
