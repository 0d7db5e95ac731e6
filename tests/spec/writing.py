"""Pages written, and found out where they are stale; and everything the specification must be, as a list of faults.

Not covered: building the documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from govsvc.acts import LAW, Act
from govsvc.errors import InvalidInput, invalid
from tests.spec.checks import base, checks_of
from tests.spec.clauses import known_ids, read_clauses
from tests.spec.facets import act_ids, unspoken
from tests.spec.killing import equivalents, faults_of, hunt, idle
from tests.spec.pages import page, unplaced
from tests.spec.released import CHANGELOG, previous, untold
from tests.spec.worked import read_folder

__all__ = ["DOCS", "all_faults", "law_faults", "stale", "uncovered", "write"]

DOCS: Final = Path(__file__).resolve().parents[2] / "docs" / "spec"
GUIDE: Final = "index.md"


def write(out: Path = DOCS, *, law_text: Path | None = None) -> list[Path]:
    """Write the page of every act, and remove pages of acts that are no more.

    Raises:
        InvalidInput: where the text of the law would be written among the committed pages, or a file of it is no
            article of its act.
    """
    if law_text is not None:
        _check_text(out, law_text)
    out.mkdir(parents=True, exist_ok=True)
    pages = {
        out / f"{act.key}.md": page(act, law_text=None if law_text is None else law_text / act.key) for act in LAW.acts
    }
    for path, text in pages.items():
        path.write_text(text, "utf-8")
    for path in _orphans(out):
        path.unlink()
    return list(pages)


def _check_text(out: Path, law_text: Path) -> None:
    if out.resolve() == DOCS.resolve():
        raise invalid("--law-text", "among-committed-pages", str(out), "--spec-out with a directory of your own")
    for act in LAW.acts:
        if names := unplaced(act, law_text / act.key):
            raise invalid(f"--law-text {act.key}", "no-such-article", ", ".join(names), "<article>.txt, such as 32.txt")


def _orphans(out: Path) -> list[Path]:
    keys = {act.key for act in LAW.acts}
    return [path for path in sorted(out.glob("*.md")) if path.name != GUIDE and path.stem not in keys]


def stale(out: Path = DOCS) -> Iterator[str]:
    """Yield every page that is not what the law and the lists make of it."""
    for act in LAW.acts:
        path = out / f"{act.key}.md"
        if not path.exists() or path.read_text("utf-8") != page(act):
            yield f"{path.name} is not up to date: run pytest --spec=write"
    yield from (f"{path.name} is the page of no act: run pytest --spec=write" for path in _orphans(out))


def uncovered(act: Act) -> Iterator[str]:
    """Yield every clause no check cites, and every citation of a clause there is not."""
    cited = {clause for check in checks_of(act.key) for clause in check.clauses}
    yield from (f"no check cites {clause}" for clause in act_ids(act) if clause not in cited)
    yield from (f"unknown clause {clause}" for clause in sorted(cited - known_ids()))


def law_faults(act: Act) -> Iterator[str]:
    """Yield everything that is wrong with the specification of one act."""
    try:
        read_clauses(act)
        read_folder(act.key, known=known_ids())
    except InvalidInput as error:
        yield from (f"{fault.path}: {fault.code}: {fault.given!r}, allowed: {fault.allowed}" for fault in error.faults)
        return
    yield from uncovered(act)
    for check in checks_of(act.key):
        try:
            check.run(base())
        except Exception as error:
            yield f"{check.name} fails: {error}"
    yield from faults_of(hunt(act), equivalents())
    yield from idle(act)


def all_faults() -> Iterator[str]:
    """Yield everything that is wrong with the specification."""
    yield from (f"no facet speaks of {field}" for field in unspoken())
    found = False
    for act in LAW.acts:
        for fault in law_faults(act):
            found = True
            yield f"{act.key}: {fault}"
    if not found:
        yield from stale()
    if (before := previous()) is not None:
        yield from untold(before, base(), CHANGELOG.read_text("utf-8"))
