"""What it costs to begin: imports, the first calendar and its memory, each in interpreters started for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import attrs

import govsvc.calendars

SOURCE = Path(govsvc.calendars.__file__).resolve().parents[2]

TIMED = """
import json, sys, time
{before}
loaded = set(sys.modules)
begun = time.perf_counter()
{statement}
seconds = time.perf_counter() - begun
added = {{name.partition(".")[0] for name in set(sys.modules) - loaded}}
print(json.dumps([seconds, sorted(added - set(sys.stdlib_module_names) - {{"govsvc"}})]))
"""

LOADED = """
import json, sys
from govsvc.calendars import china
before = set(sys.modules)
china()
print(json.dumps(sorted(set(sys.modules) - before)))
"""

MEASURED = """
import gc, json, sys, tracemalloc
from importlib import import_module
from govsvc.calendars import china, for_place
from govsvc.places import Place
place = Place.parse("湖北")
for name in {loaded}:
    import_module(name)
def kept(make):
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    held.append(make())
    gc.collect()
    return tracemalloc.get_traced_memory()[0] - before
held = []
tracemalloc.start()
print(json.dumps([kept(china), kept(lambda: for_place(place))]))
"""


@attrs.frozen
class Start:
    """What runs first in a fresh interpreter.

    Attributes:
        statement: What is timed.
        before: What runs before the clock starts.
    """

    statement: str
    before: str = ""


ATTRS = Start("import attrs")
GOVSVC = Start("import govsvc")
DOOR = Start("from govsvc.deadlines import intake")
FIRST_DOOR = Start("intake(date(2025, 1, 24))", "from datetime import date\nfrom govsvc.deadlines import intake")
FIRST_CHINA = Start("china()", "from govsvc.calendars import china")
STARTS = (ATTRS, GOVSVC, DOOR, FIRST_CHINA, FIRST_DOOR)


@attrs.frozen
class Begun:
    """What a start took.

    Attributes:
        best: Seconds of the best run.
        middle: Seconds of the median run.
        third_party: The modules it loaded that are neither ours nor Python's own.
    """

    best: float
    middle: float
    third_party: tuple[str, ...]


UNWANTED = ("GOVSVC_NOTICES", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH")


def environment(compiled: Path) -> dict[str, str]:
    """Return the environment of a fresh interpreter: this source, and all compiled modules kept in one place."""
    known = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return {**known, "PYTHONPATH": str(SOURCE), "PYTHONPYCACHEPREFIX": str(compiled)}


def run(program: str, compiled: Path) -> Any:
    """Run a program in an interpreter of its own and return what it printed as JSON."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment(compiled), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def begin(starts: Sequence[Start], times: int) -> Mapping[Start, Begun]:
    """Run every start so many times, all in turn, after one run each that leaves the compiled modules."""
    programs = {start: TIMED.format(statement=start.statement, before=start.before) for start in starts}
    found: dict[Start, list[Any]] = {start: [] for start in starts}
    with TemporaryDirectory() as name:
        compiled = Path(name)
        loaded = {start: tuple(run(program, compiled)[1]) for start, program in programs.items()}
        for _ in range(times):
            for start, program in programs.items():
                found[start].append(run(program, compiled)[0])
    return {start: Begun(min(seconds), median(seconds), loaded[start]) for start, seconds in found.items()}


def megabytes() -> tuple[float, float]:
    """Return what the first calendar of a process keeps, beside the modules it loads, and a region's beside it."""
    with TemporaryDirectory() as name:
        compiled = Path(name)
        loaded = run(LOADED, compiled)
        first, further = run(MEASURED.format(loaded=loaded), compiled)
    return first / 2**20, further / 2**20
