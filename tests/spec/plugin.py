"""The specification as part of pytest: clause markers, worked cases as tests, and pages (`--spec=write|check|draft`).

`--spec=write` writes the pages of every act, `--spec=check` says everything that is wrong with the specification, and
`--spec=draft` prints the clauses and sheets that acts still lack. Not covered: what a clause says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from govsvc.acts import LAW, Law
from govsvc.errors import InvalidInput
from tests.spec.asking import differences
from tests.spec.checks import base
from tests.spec.clauses import known_ids
from tests.spec.facets import act_ids
from tests.spec.killing import hunt
from tests.spec.worked import WORKED, Worked, read_folder, read_worked

__all__ = ["WorkedFile", "WorkedItem", "law", "unknown_clauses"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the specification."""
    group = parser.getgroup("spec", "the living specification")
    group.addoption("--spec", choices=("write", "check", "draft"), help="write its pages, check it, or draft the rest")
    group.addoption("--spec-out", metavar="DIR", help="where to write the pages, instead of docs/spec")
    group.addoption("--law-text", metavar="DIR", help="your own copies of articles: DIR/<act>/<article>.txt")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", "clause(*ids): the clauses of the specification that the test holds the law to")


def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Do what `--spec` asks for, in place of running tests."""
    wanted = config.getoption("--spec")
    if wanted is None:
        if config.getoption("--law-text") or config.getoption("--spec-out"):
            raise pytest.UsageError("--law-text and --spec-out go with --spec=write")
        return None
    config._do_configure()  # as pytest's own options do: the catalogues are compiled there
    try:
        return {"write": _write, "check": _check, "draft": _draft}[wanted](config)
    except InvalidInput as error:
        raise pytest.UsageError(str(error)) from None
    finally:
        config._ensure_unconfigure()


def _write(config: pytest.Config) -> int:
    from tests.spec.writing import DOCS, write

    out, text = config.getoption("--spec-out"), config.getoption("--law-text")
    for path in write(Path(out) if out else DOCS, law_text=Path(text) if text else None):
        print(path)
    return 0


def _check(config: pytest.Config) -> int:
    from tests.spec.writing import all_faults

    faults = [*all_faults()]
    print(*faults, sep="\n")
    for act in () if faults else LAW.acts:
        found, cases = hunt(act), len(read_folder(act.key))
        told = f"{len(act_ids(act))} clauses, {cases} worked cases, {found.count} mutants"
        fate = f"{len(found.killed)} killed, {len(found.refused)} refused, {len(found.survived)} equivalent"
        print(f"{act.key}: {told}: {fate}")
    return 1 if faults else 0


def _draft(config: pytest.Config) -> int:
    from tests.spec.drafts import missing

    print(missing(LAW.acts))
    return 0


@pytest.fixture
def law() -> Law:
    """The law a clause is held against: the one installed, or a mutant of it where the checks are run for one."""
    return base()


def unknown_clauses(items: Iterable[Any], known: frozenset[str]) -> Iterator[str]:
    """Yield every citation of a clause there is not, and every marker that cites none."""
    for item in items:
        for mark in item.iter_markers("clause"):
            if not mark.args:
                yield f"{item.nodeid}: a clause marker that cites no clause"
            yield from (f"{item.nodeid}: unknown clause {clause!r}" for clause in mark.args if clause not in known)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse to run tests that cite clauses there are not."""
    marked = [item for item in items if item.get_closest_marker("clause")]
    if marked and (unknown := [*unknown_clauses(marked, known_ids())]):
        raise pytest.UsageError("\n".join(unknown))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> WorkedFile | None:
    """Collect the worked cases of a file."""
    if file_path.suffix != ".toml" or file_path.parent.parent != WORKED:
        return None
    return WorkedFile.from_parent(parent, path=file_path)


class WorkedFile(pytest.File):
    """A file of worked cases."""

    def collect(self) -> Iterator[WorkedItem]:
        """Yield each case; a malformed file is one error with every fault."""
        try:
            cases = read_worked(self.path, known=known_ids())
        except InvalidInput as error:
            raise self.CollectError("\n".join(map(_line, error.faults))) from None
        for case in cases:
            yield WorkedItem.from_parent(self, name=case.title, case=case)


def _line(fault: Any) -> str:
    return f"{fault.path}: {fault.code}: {fault.given!r}; allowed: {fault.allowed}"


class _Differs(Exception):
    """An answer that is not as expected."""


class WorkedItem(pytest.Item):
    """One worked case, asked of the law installed."""

    def __init__(self, *, case: Worked, **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case
        self.add_marker(pytest.mark.clause(*case.clauses))

    def runtest(self) -> None:
        """Ask, and compare."""
        if differ := differences(self.case, base()):
            raise _Differs("\n".join(differ))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what differs, and nothing of how it was asked."""
        if isinstance(excinfo.value, _Differs):
            return f"{self.case.name}\n{excinfo.value}\n{self.case.why['zh']}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the case stands."""
        return self.path, None, self.case.name
