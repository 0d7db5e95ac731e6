"""The locks pin everything the project asks for, by version and hash, and name no place to get it from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUP_OF = {"run": "build", "test": "test", "dev": "dev", "bench": "bench"}
PYTHONS = ("3.11", "3.12", "3.13")
PIN = re.compile(r"^(?P<requirement>[^\s#][^\\\n]*==[^\\\n]*?)\s*\\?$", re.MULTILINE)


def group(name: str) -> Iterator[Requirement]:
    for entry in PROJECT["dependency-groups"][name]:
        if isinstance(entry, str):
            yield Requirement(entry)
        else:
            yield from group(entry["include-group"])


def asked(lock: str) -> list[Requirement]:
    core = map(Requirement, PROJECT["project"]["dependencies"])
    return [*core, *group(GROUP_OF[lock])]


def text(lock: str) -> str:
    return (ROOT / "locks" / f"{lock}.txt").read_text("utf-8")


def pins(lock: str, python: str = "3.11") -> dict[NormalizedName, str]:
    """Return the version of every package that a lock gives a Linux machine with this Python."""
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": "linux",
        "platform_python_implementation": "CPython",
    }
    given = [Requirement(found["requirement"]) for found in PIN.finditer(text(lock))]
    held = [pin for pin in given if pin.marker is None or pin.marker.evaluate(machine)]
    versions = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in held}
    assert len(versions) == len(held), "a package is pinned twice"
    return versions


@pytest.mark.parametrize("lock", GROUP_OF)
@pytest.mark.parametrize("python", PYTHONS)
def test_a_lock_satisfies_what_the_project_asks_for(lock: str, python: str) -> None:
    held = pins(lock, python)
    unmet = [
        str(need) for need in asked(lock) if not need.specifier.contains(held.get(canonicalize_name(need.name), "0"))
    ]
    assert unmet == []


@pytest.mark.parametrize("python", PYTHONS)
def test_the_smaller_locks_agree_with_the_largest(python: str) -> None:
    run, test, dev, bench = (pins(lock, python).items() for lock in GROUP_OF)
    assert run <= test <= dev
    assert run <= bench


@pytest.mark.parametrize("lock", GROUP_OF)
def test_every_pin_has_a_hash(lock: str) -> None:
    count = len(PIN.findall(text(lock)))
    assert count > 5
    assert len(re.findall(r"\\\n    --hash=sha256:[0-9a-f]{64}", text(lock))) >= count
    assert not re.search(r"==[^\\\n]*\n(?!    --hash)", text(lock))


@pytest.mark.parametrize("lock", GROUP_OF)
def test_a_lock_names_no_place(lock: str) -> None:
    assert not re.search(r"://|file:|--(?:extra-)?index|--find-links", text(lock))


def test_the_build_tools_are_pinned() -> None:
    build = {canonicalize_name(Requirement(need).name) for need in PROJECT["build-system"]["requires"]}
    assert build <= pins("run").keys()
