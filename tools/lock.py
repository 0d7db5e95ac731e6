"""Write the locks: every version this project is built, tested and checked with, pinned with its hashes.

python tools/lock.py              pin again after pyproject.toml changed; what still fits stays
python tools/lock.py --upgrade    take the newest versions that fit

Needs uv (`pip install --group lock`, or `pip install uv`). The locks hold for Python 3.11 and later, on any system, and
name no index: pip takes the files from wherever it is set up to, and the hashes say that they are the right ones.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"dev": "dev", "test": "test", "run": "build", "bench": "bench"}  # the name of the group in each
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--custom-compile-command=python tools/lock.py",
    "--quiet",
)


def lock(name: str, *more: str) -> None:
    """Pin the core dependencies and one group; every lock agrees with the largest, which comes first."""
    agree = () if name == "dev" else ("--constraints", "locks/dev.txt")
    groups = ("--group", "build", "--group", LOCKS[name])
    words = (sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *groups)
    subprocess.run((*words, "-o", f"locks/{name}.txt", *OPTIONS, *agree, *more), cwd=ROOT, check=True)


def main(arguments: list[str]) -> None:
    for name in LOCKS:
        lock(name, *arguments)
        print(f"locks/{name}.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
