"""Hold the package against its contract: what callers were promised, and what is still to come.

`contract/govsvc` are stubs of every promised name; `contract/callers` are programs that must keep working. What is not
built yet stands in `contract/pending.txt`, which only shrinks. A caller is live when it uses nothing that is pending.

python tools/contract.py             check everything
python tools/contract.py --pending   write the list again after something was built
"""

from __future__ import annotations

import ast
import inspect
import os
import pkgutil
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
ADDED = re.compile(r'(?P<name>[\w.]+) is inconsistent, stub does not have parameter "(?P<parameter>\w+)".*')
UNDRAWN = re.compile(r"(?P<name>[\w.]+\.__init__) is inconsistent, .*")
READ_ONLY = re.compile(r"[\w.]+ is read-only at runtime but not in the stub")  # every value is frozen
HEADING = """\
# Promised and not built yet. Written by `python tools/contract.py --pending`; it only shrinks,
# and ceiling.txt holds how many promises, down to methods, these names may hold back.
"""


def entries(text: str) -> list[str]:
    """Return the names in a list of pending ones."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pending() -> list[str]:
    return entries(PENDING.read_text("utf-8")) if PENDING.exists() else []


def ceiling() -> int:
    return int(CEILING.read_text("utf-8"))


def stub_of(room: str) -> Path:
    """Return the stub of a room (`govsvc.terms`)."""
    stub = CONTRACT.joinpath(*room.split("."))
    return stub / "__init__.pyi" if stub.is_dir() else stub.with_suffix(".pyi")


def drawn(body: list[ast.stmt], owner: str) -> Iterator[str]:
    """Yield the public names that a stub draws below `owner`, down to the members of classes."""
    for node in body:
        match node:
            case ast.ClassDef(name=name) if members := list(drawn(node.body, f"{owner}.{name}")):
                yield from members
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield f"{owner}.{name}"
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield f"{owner}.{name}"


def promises() -> set[str]:
    """Return every single thing that is promised, methods and attributes too."""
    rooms = ["govsvc", *(f"govsvc.{path.stem}" for path in CONTRACT.glob("govsvc/[a-z]*.pyi"))]
    names = {name for room in rooms for name in drawn(ast.parse(stub_of(room).read_text("utf-8")).body, room)}
    return {name for name in names if not name.rpartition(".")[2].startswith("_") or name.endswith("__")}


def covers(entry: str, name: str) -> bool:
    return name == entry or name.startswith(f"{entry}.")


def awaited(listed: list[str]) -> set[str]:
    """Return every single thing that a list of pending names holds back."""
    return {name for name in promises() for entry in listed if covers(entry, name)}


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


def is_live(source: str, listed: list[str]) -> bool:
    """Whether a caller uses nothing that is pending."""
    return not any(covers(entry, name) for name in used(source) for entry in listed)


def live_callers() -> list[Path]:
    listed = pending()
    callers = sorted((CONTRACT / "callers").glob("*.py"))
    return [path for path in callers if is_live(path.read_text("utf-8"), listed)]


def run(*command: str | Path, at: Path = ROOT, stubs: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python, with the stubs or source it is to read."""
    environment = {**os.environ, **({"MYPYPATH": stubs} if stubs else {})}
    words = [sys.executable, "-m", *map(str, command)]
    return subprocess.run(words, cwd=at, env=environment, capture_output=True, text=True, check=False)


def stubtest(*options: str | Path) -> list[str]:
    """Return one line for every place where the package is not what the stubs say."""
    ran = run("mypy.stubtest", "govsvc", "--ignore-missing-stub", "--concise", *options, stubs=str(CONTRACT))
    lines = ran.stdout.splitlines()
    return [*lines, *ran.stderr.splitlines()] if ran.returncode and not lines else lines


def is_drawn(name: str) -> bool:
    """Whether a stub draws this, so that it is promised."""
    return name in promises()


def is_optional(name: str, parameter: str) -> bool:
    """Whether callers may leave out this parameter of a function of the package."""
    function = pkgutil.resolve_name(name)
    return inspect.signature(function).parameters[parameter].default is not inspect.Parameter.empty


def is_addition(line: str) -> bool:
    """Whether a line says only that values are frozen, or that more is given: a parameter, a free constructor."""
    if READ_ONLY.fullmatch(line):
        return True
    if (found := UNDRAWN.fullmatch(line)) and not is_drawn(found["name"]):
        return True
    found = ADDED.fullmatch(line)
    return found is not None and is_optional(found["name"], found["parameter"])


def differences() -> tuple[list[str], list[str]]:
    """Return the names that are promised and absent, and the lines about names that are there and differ."""
    lines = [line for line in stubtest() if not is_addition(line)]
    absent = [found["name"] for line in lines if (found := ABSENT.fullmatch(line))]
    return sorted(set(absent)), [line for line in lines if not ABSENT.fullmatch(line)]


def grown(absent: list[str]) -> list[str]:
    """Return what was built once and is absent now; nothing on the first writing."""
    return sorted(awaited(absent) - awaited(pending())) if PENDING.exists() else []


def write_pending() -> int:
    """Write the list of pending names, unless it would grow or hide a name that differs."""
    absent, different = differences()
    if refused := [*grown(absent), *different]:
        print("the contract is not kept; nothing written:", *refused, sep="\n  ")
        return 1
    PENDING.write_text(HEADING + "".join(f"{name}\n" for name in absent), "utf-8")
    CEILING.write_text(f"{len(awaited(absent))}\n", "utf-8")
    print(f"{len(absent)} names pending, {len(awaited(absent))} promises; {len(live_callers())} callers live")
    return 0


def said(ran: subprocess.CompletedProcess[str]) -> str:
    """Return what a failed command said, or nothing."""
    return f"{ran.stdout}{ran.stderr}\nended with {ran.returncode}" if ran.returncode else ""


def pyright(*arguments: str | Path) -> str:
    return said(run("pyright", "--pythonpath", sys.executable, *arguments))


def mypy(*arguments: str | Path, at: Path, reads: Path) -> str:
    return said(run("mypy", "--config-file", CONTRACT / "mypy.ini", *arguments, at=at, stubs=str(reads)))


def package() -> str:
    """Return what is not as promised, or stands in the list though it was built."""
    return "\n".join(line for line in stubtest("--allowlist", PENDING) if not is_addition(line))


def checks() -> Iterator[tuple[str, str]]:
    """Yield the name of each check and what is wrong, or nothing."""
    yield "stubs and callers, mypy", mypy("govsvc", "callers", at=CONTRACT, reads=CONTRACT)
    yield "stubs and callers, pyright", pyright("--project", CONTRACT / "pyrightconfig.json")
    yield "package against stubs", package()
    if live := live_callers():
        yield f"{len(live)} live callers against the package, mypy", mypy(*live, at=ROOT, reads=ROOT / "src")
        yield f"{len(live)} live callers against the package, pyright", pyright(*live)


def check() -> int:
    """Run every check; print in full what is wrong."""
    failed = False
    for name, wrong in checks():
        print(f"FAILED  {name}\n{wrong}" if wrong else f"ok      {name}", flush=True)
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(write_pending() if sys.argv[1:] == ["--pending"] else check())
