"""Build hook: compile the gettext catalogues, for a wheel and for an editable install alike.

`python hatch_build.py` compiles them in place, without building anything.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogue(source: Path) -> Path:
    """Compile one .po file beside itself and return the path of the .mo."""
    with source.open("rb") as po:
        catalogue = read_po(po, abort_invalid=True)
    target = source.with_suffix(".mo")
    with target.open("wb") as mo:
        write_mo(mo, catalogue)
    return target


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every catalogue of the source tree at `root`."""
    sources = sorted(root.glob("src/govsvc/i18n/locale/*/LC_MESSAGES/*.po"))
    if not sources:
        raise FileNotFoundError(f"no catalogues under {root}")
    return [compile_catalogue(source) for source in sources]


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the catalogues before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in the source tree; the .mo files are listed as artifacts."""
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
