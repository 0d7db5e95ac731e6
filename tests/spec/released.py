"""The worked cases of the previous release, asked of this one: an answer that differs must stand in the changelog.

`released/<version>/<act>/*.toml` holds the worked cases as they were released. Not covered: answers no case asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from govsvc.acts import Law
from govsvc.errors import InvalidInput
from govsvc.stamps import VERSION
from tests.spec.asking import differences
from tests.spec.clauses import HERE
from tests.spec.worked import Worked, read_worked

__all__ = ["CHANGELOG", "RELEASED", "previous", "told_changes", "untold"]

RELEASED: Final = HERE / "released"
CHANGELOG: Final = HERE.parents[1] / "CHANGELOG.md"


def previous(folder: Path = RELEASED, version: str = VERSION) -> Path | None:
    """Return the cases of the release before a version, or None where there was none."""
    earlier = [path for path in folder.iterdir() if path.is_dir() and _order(path.name) < _order(version)]
    return max(earlier, key=lambda path: _order(path.name), default=None)


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version.partition("+")[0])))


def untold(folder: Path, law: Law, changelog: str) -> Iterator[str]:
    """Yield every case of an earlier release whose answer differs now and that the changelog does not tell.

    Args:
        folder: The cases of that release, `<version>/<act>/*.toml`.
        law: The law of this release.
        changelog: The whole changelog.
    """
    told = told_changes(changelog, folder.name)
    for path in sorted(folder.glob("*/*.toml")):
        try:
            cases = read_worked(path)
        except InvalidInput as error:
            yield f"{path.parent.name}/{path.name} can no longer be read: {error}"
            continue
        for case in cases:
            if (differ := differences(case, law)) and not any(_tells(line, case) for line in told):
                yield f"{case.name} is answered otherwise, and no changed answer says so: {'; '.join(differ)}"


def _tells(line: str, case: Worked) -> bool:
    """Whether a line of the changelog names a case and an article."""
    return case.title in line and re.search(r"第[一二三四五六七八九十百零]+条|\b[a-z]+-\d+\b", line) is not None


def told_changes(changelog: str, since: str) -> tuple[str, ...]:
    """Return the entries under "Changed answers" of every section above that of a release."""
    newer = re.split(rf"^## {re.escape(since)}\b", changelog, maxsplit=1, flags=re.MULTILINE)[0]
    parts = re.findall(r"^### Changed answers\n(.*?)(?=^##|\Z)", newer, flags=re.MULTILINE | re.DOTALL)
    return tuple(" ".join(entry.split()) for part in parts for entry in re.split(r"^- ", part, flags=re.MULTILINE)[1:])
