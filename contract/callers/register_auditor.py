"""An auditor: does a register of powers hold together?"""

from __future__ import annotations

from pathlib import Path

from govsvc import Severity, registers


def audit(path: Path) -> int:
    found = registers.read(path).check()
    return 1 if found.worst is Severity.ERROR else 0
