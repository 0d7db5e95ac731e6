"""The wall: no length and no title of an instrument in the source outside `acts/` and `packs/`.

A number of days belongs to an article, and an article to the acts; any other room takes both from there.
Docstrings are examples and stand aside. `python tools/wall.py [FILE or DIRECTORY ...]` prints what breaks the wall.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPEN_ROOMS = ("acts", "packs")
LENGTHS = frozenset({"CalendarDays", "Hours", "Months", "WorkingDays", "Years"})
NAMERS = frozenset({"Instrument"})
TITLE = re.compile(r"《[^《》]*(?:法|条例|办法|规定|细则)》")


def called(call: ast.Call) -> str:
    """Return the last part of the name that is called, or nothing."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def docstrings(tree: ast.AST) -> set[int]:
    """Return the ids of every bare string expression: docstrings, of attributes too."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def has_literal(call: ast.Call) -> bool:
    return any(map(is_literal, [*call.args, *(keyword.value for keyword in call.keywords)]))


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def breach(node: ast.AST) -> str | None:
    """Say how a node breaks the wall, or None."""
    match node:
        case ast.Call() if called(node) in LENGTHS and has_literal(node):
            return f"a length in numbers: {ast.unparse(node)}"
        case ast.Call() if called(node) in NAMERS and any(map(is_text, node.args)):
            return f"an instrument by name: {ast.unparse(node)}"
        case ast.Constant(value=str(text)) if found := TITLE.search(text):
            return f"a title: {found.group()}"
        case _:
            return None


def breaches(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the breach for every place in a module's source that breaks the wall."""
    tree = ast.parse(source)
    aside = docstrings(tree)
    for node in ast.walk(tree):
        if id(node) not in aside and (what := breach(node)):
            yield getattr(node, "lineno", 0), what


def is_open(path: Path) -> bool:
    return not set(OPEN_ROOMS).isdisjoint(path.parts)


def check(root: Path) -> list[str]:
    """Return one line for every breach in the modules under `root` (a package, or one file)."""
    paths = [root] if root.is_file() else sorted(root.rglob("*.py"))
    modules = [path for path in paths if root.is_file() or not is_open(path.relative_to(root))]
    return [f"{path}:{line}: {what}" for path in modules for line, what in breaches(path.read_text("utf-8"))]


def main(arguments: list[str]) -> int:
    roots = [Path(argument) for argument in arguments] or [ROOT / "src" / "govsvc"]
    found = [line for root in roots for line in check(root)]
    print("\n".join(found) if found else "the wall stands")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
