"""Hold the package against its contract: what callers were promised, and what is still to come.

`contract/govsvc` are stubs of every promised name; `contract/callers` are programs that must keep working. What is not
built yet stands in `contract/pending.txt`, which only shrinks. A caller is live when it uses nothing that is pending.

python tools/contract.py             check everything
python tools/contract.py --pending   write the list again after something was built
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTRACT = ROOT / "contract"
PENDING = CONTRACT / "pending.txt"
CEILING = CONTRACT / "ceiling.txt"
ABSENT = re.compile(r"(?P<name>[\w.]+) (?:is not present at runtime|failed to import\b.*)")
HEADING = """\
# Promised and not built yet. Written by `python tools/contract.py --pending`; it only shrinks,
# and ceiling.txt holds how many there may be.
"""


def entries(text: str) -> list[str]:
    """Return the names in a list of pending ones."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pending() -> list[str]:
    return entries(PENDING.read_text("utf-8")) if PENDING.exists() else []


def ceiling() -> int:
    return int(CEILING.read_text("utf-8"))


def imports(tree: ast.AST) -> dict[str, str]:
    """Return what each imported name of a module stands for."""
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name: f"{node.module}.{alias.name}" for node in froms for alias in node.names}


def used(source: str) -> Iterator[str]:
    """Yield every name of the library that a module's source uses."""
    tree = ast.parse(source)
    known = {name: target for name, target in imports(tree).items() if target.startswith("govsvc.")}
    yield from known.values()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in known:
                yield f"{known[name]}.{attribute}"


def is_live(source: str, awaited: list[str]) -> bool:
    """Whether a caller uses nothing that is pending."""
    return not any(name == entry or name.startswith(f"{entry}.") for name in used(source) for entry in awaited)


def live_callers() -> list[Path]:
    awaited = pending()
    callers = sorted((CONTRACT / "callers").glob("*.py"))
    return [path for path in callers if is_live(path.read_text("utf-8"), awaited)]


def run(*command: str | Path, at: Path = ROOT, stubs: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python, with the stubs or source it is to read."""
    environment = {**os.environ, **({"MYPYPATH": stubs} if stubs else {})}
    words = [sys.executable, "-m", *map(str, command)]
    return subprocess.run(words, cwd=at, env=environment, capture_output=True, text=True, check=False)


def stubtest(*options: str | Path) -> subprocess.CompletedProcess[str]:
    return run("mypy.stubtest", "govsvc", "--ignore-missing-stub", "--concise", *options, stubs=str(CONTRACT))


def differences() -> tuple[list[str], list[str]]:
    """Return the names that are promised and absent, and the lines about names that are there and differ."""
    lines = stubtest().stdout.splitlines()
    absent = [found["name"] for line in lines if (found := ABSENT.fullmatch(line))]
    return sorted(set(absent)), [line for line in lines if not ABSENT.fullmatch(line)]


def grown(absent: list[str]) -> list[str]:
    """Return the names that were built once and are absent now; none on the first writing."""
    return sorted(set(absent) - set(pending())) if PENDING.exists() else []


def write_pending() -> int:
    """Write the list of pending names, unless it would grow or hide a name that differs."""
    absent, different = differences()
    if refused := [*grown(absent), *different]:
        print("the contract is not kept; nothing written:", *refused, sep="\n  ")
        return 1
    PENDING.write_text(HEADING + "".join(f"{name}\n" for name in absent), "utf-8")
    CEILING.write_text(f"{len(absent)}\n", "utf-8")
    print(f"{len(absent)} names pending; {len(live_callers())} callers live")
    return 0


def pyright(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("pyright", "--pythonpath", sys.executable, *arguments)


def checks() -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
    """Run each check of the contract, one after the other."""
    strict = ("mypy", "--config-file", CONTRACT / "mypy.ini")
    yield "stubs and callers, mypy", run(*strict, "govsvc", "callers", at=CONTRACT, stubs=str(CONTRACT))
    yield "stubs and callers, pyright", pyright("--project", CONTRACT / "pyrightconfig.json")
    yield "package against stubs", stubtest("--allowlist", PENDING)
    if live := live_callers():
        yield f"{len(live)} live callers against the package, mypy", run(*strict, *live, stubs=str(ROOT / "src"))
        yield f"{len(live)} live callers against the package, pyright", pyright(*live)


def check() -> int:
    """Run every check; print those that fail in full."""
    failed = 0
    for name, ran in checks():
        print(f"{'ok' if ran.returncode == 0 else 'FAILED':6} {name}", flush=True)
        if ran.returncode:
            failed += 1
            print(ran.stdout, ran.stderr, sep="", end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(write_pending() if sys.argv[1:] == ["--pending"] else check())
