"""What every test shares: deterministic Hypothesis, and catalogues compiled from the text they have now."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import settings

pytest_plugins = ["tests.spec.plugin"]

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def pytest_configure() -> None:
    """Compile the catalogues of the source tree where their text has changed since."""
    if any(map(_is_stale, ROOT.glob("src/govsvc/i18n/locale/*/LC_MESSAGES/*.po"))):
        subprocess.run([sys.executable, str(ROOT / "hatch_build.py")], check=True)
