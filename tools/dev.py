"""Set this project up and run it, with nothing but Python 3.11 or later.

python3 tools/dev.py examples         the command line on the example cases
python3 tools/dev.py test [ARG ...]   the whole test suite; further arguments go to pytest
python3 tools/dev.py setup [LOCK]     only the environment: run, test, dev (every tool) or bench

The environment is `.venv` (or the directory that GOVSVC_VENV names). It is made once, from the versions pinned in
`locks/`, and made anew when these change. pip's own configuration decides where packages come from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("GOVSVC_VENV", ROOT / ".venv")).resolve()
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
AS_OF = "2026-12-28"
LOCKS = {"run": {"run", "test", "dev", "bench"}, "test": {"test", "dev"}, "dev": {"dev"}, "bench": {"bench"}}
NO_PIP = """\
pip is missing, so nothing can be installed. As root, on Debian or Ubuntu: apt-get install python3-pip
Elsewhere: install pip for {python}, then run this again."""


def say(text: str) -> None:
    print(f"dev: {text}", flush=True)


def stop(text: str) -> NoReturn:
    sys.exit(f"dev: {text}")


def works(*command: str | Path) -> bool:
    """Whether a command exists and ends well."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run(*command: str | Path, why: str) -> None:
    """Run a command from the root of the project; stop with a plain sentence where it fails."""
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        stop(f"{why} failed: {' '.join(map(str, command))}")


def make_environment() -> None:
    """Make the virtual environment unless a usable one stands there; pip need not be inside."""
    if works(PYTHON, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})"):
        return
    say(f"making {VENV} with Python {sys.version.split()[0]}")
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", "--without-pip", VENV, why="making the environment")


def outside_pip() -> list[str | Path] | None:
    """Return this Python's own pip, told to install into the environment, where it is new enough for that."""
    command = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    return [*command] if works(*command, "--version") else None


def find_pip() -> list[str | Path] | None:
    """Return a pip that installs into the environment: from inside it, bundled with Python, or beside it."""
    if works(PYTHON, "-m", "pip", "--version") or works(PYTHON, "-m", "ensurepip"):
        return [PYTHON, "-m", "pip"]
    return outside_pip()


def fetch_pip() -> list[str | Path]:
    """Install pip from the system's packages where that is allowed; else say what to install."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("pip is missing: installing Debian's python3-pip")
        run("apt-get", "update", "-qq", why="reading the package lists")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "python3-pip", why="installing python3-pip")
    return outside_pip() or stop(NO_PIP.format(python=sys.executable))


def fingerprint(lock: str) -> str:
    """Return what an environment was made from: the pins, and what the project says of itself."""
    sources = [ROOT / "locks" / f"{lock}.txt", ROOT / "pyproject.toml", ROOT / "hatch_build.py"]
    texts = [path.read_bytes() for path in (*sources, *sorted(ROOT.glob("src/govsvc/i18n/locale/*/*/*.po")))]
    return hashlib.sha256(b"\0".join([os.fsencode(ROOT), *texts])).hexdigest()


def mark(lock: str) -> Path:
    return VENV / f"made-from-{lock}"


def is_made(lock: str) -> bool:
    return mark(lock).exists() and mark(lock).read_text() == fingerprint(lock)


def install(lock: str) -> None:
    """Install the pinned packages and then the project itself, editable."""
    pip = [*(find_pip() or fetch_pip()), "install", "--quiet", "--no-deps", "--disable-pip-version-check"]
    say(f"installing what locks/{lock}.txt pins")
    run(*pip, "--require-hashes", "--requirement", f"locks/{lock}.txt", why="installing the pinned packages")
    run(*pip, "--no-build-isolation", "--editable", ".", why="installing govsvc")
    mark(lock).write_text(fingerprint(lock))


def setup(lock: str) -> None:
    """Make the environment, and fill it unless this lock, or one that holds it, fills it already."""
    make_environment()
    if not any(map(is_made, LOCKS[lock])):
        install(lock)
    say(f"{VENV} is ready")


def examples() -> int:
    """Assess the example cases."""
    setup("run")
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("*.json"))
    command = ["govsvc", "assess", *files, "--as-of", AS_OF]
    say(" ".join(command))
    return subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run the whole test suite."""
    setup("test")
    return subprocess.run([PYTHON, "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        stop(f"this is Python {sys.version.split()[0]}; Python 3.11 or later is needed")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "examples" and not rest:
        return examples()
    if command == "test":
        return test(rest)
    if command == "setup" and len(rest) < 2 and set(rest) <= set(LOCKS):
        setup(*(rest or ["dev"]))
        return 0
    stop(__doc__ or "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
