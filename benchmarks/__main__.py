"""`python -m benchmarks [--quick] [--write]`: measure everything and print the report."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the library beside others.")
    parser.add_argument("--quick", action="store_true", help="few rounds: for a first look")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name} in docs/")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    options = arguments(given)
    os.environ.pop("GOVSVC_NOTICES", None)
    from benchmarks import peers, report, run
    from benchmarks.measure import FULL, QUICK

    missing = peers.missing()
    if missing:
        print(f"not installed, and left out: {', '.join(missing)} (dependency group bench)", file=sys.stderr)
    if options.write and missing:
        return 1
    page = report.page(run.measure_all(QUICK if options.quick else FULL))
    print(page)
    if options.write:
        PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
