"""The report, as a page: ratios first, absolute figures aside."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterable, Mapping, Sequence

import attrs

from benchmarks.agreement import Agreement
from benchmarks.contestants import BARE, NAME, Contestant
from benchmarks.peers import version_of
from benchmarks.questions import QUESTIONS
from benchmarks.speeds import Speeds
from benchmarks.targets import Target, shown

HEAD = """\
# Benchmarks

This page is made by `python -m benchmarks --write`, run from the root of the project with the dependency group `bench`
installed. Everything on it was measured in one run on one machine, everybody in turn in every round; a time is that of
the best round. The ratios hold on other machines too, about; the absolute figures do not."""

BARE_TABLE = """\
A bare table is the least that can be done in Python: a list of dates and a list of counts, two lookups to an answer,
nothing checked (`dates[counts[day] + n - 1]`). 1 is as fast as that, 0.5 half as fast."""

PEERS = """\
How many times as long as `govsvc` each takes for the same answer. Everybody is asked in its own types, converted before
the clock starts; –: it has no such function."""

ANSWERS = """\
Asked the same before the clock started: about every announced day, and every question above about the days measured.
The last column is the answer for 1 October of the year after the last announced one, which nobody has announced."""


@attrs.frozen
class Results:
    """All that was measured."""

    targets: Sequence[Target]
    speeds: Speeds
    peers: Sequence[Contestant]
    agreements: Mapping[str, Agreement]
    milliseconds: Mapping[str, float]
    megabytes: Mapping[str, float]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(results: Results) -> str:
    """Return the report in Markdown."""
    parts = [
        HEAD,
        f"## What is promised\n\n{BARE_TABLE}\n\n{promised(results.targets)}",
        f"## Beside other libraries\n\n{PEERS}\n\n{beside(results.speeds)}",
        f"## What they answer\n\n{ANSWERS}\n\n{answered(results)}",
        f"## Aside: absolute figures\n\n{machine()}\n\n{absolute(results)}",
    ]
    return "\n\n".join(parts) + "\n"


def promised(targets: Sequence[Target]) -> str:
    return table(["", "measured", "promised", ""], (target.row for target in targets))


def beside(speeds: Speeds) -> str:
    questions = [question.name for question in QUESTIONS]
    others = [name for name in speeds.names if name != NAME]
    rows = ([name, *(_times(speeds.times_slower(q, name)) for q in questions)] for name in others)
    return table(["", *(f"`{name}`" for name in questions)], rows)


def _times(ratio: float | None) -> str:
    return "–" if ratio is None else shown(ratio)


def answered(results: Results) -> str:
    rows = (_answers(peer, results.agreements[peer.name]) for peer in results.peers)
    return table(["", "version", "set up", "days it has otherwise", "answers that differ", "unannounced day"], rows)


def _answers(peer: Contestant, agreement: Agreement) -> list[str]:
    differs = ", ".join(f"`{name}` {_share(share)}" for name, share in agreement.differs.items())
    days, unannounced = _days(agreement.days), agreement.unannounced
    return [peer.name, version_of(peer.name) or "–", peer.set_up, days, differs or "none", unannounced]


def _share(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else "< 1%"


def runs_of(years: Iterable[int]) -> str:
    """Return years in words, those that follow each other drawn together: `2004 to 2007, 2020`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)


def _days(days: Sequence[dt.date]) -> str:
    years = runs_of(day.year for day in days)
    match len(days):
        case 0:
            return "none"
        case 1:
            return str(days[0])
        case _:
            return f"{len(days)} (in {years})"


def machine() -> str:
    return (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} {platform.machine()}, "
        f"attrs {version_of('attrs')}."
    )


def absolute(results: Results) -> str:
    rates = table(["thousand a second", *(f"`{q.name}`" for q in QUESTIONS)], _rates(results.speeds))
    times = table(["", "milliseconds"], ([name, shown(value)] for name, value in results.milliseconds.items()))
    sizes = table(["", "megabytes"], ([name, shown(value)] for name, value in results.megabytes.items()))
    return f"{rates}\n\n{times}\n\n{sizes}"


def _rates(speeds: Speeds) -> Iterable[list[str]]:
    for name in [NAME, BARE, *(other for other in speeds.names if other not in (NAME, BARE))]:
        taken = (speeds.seconds[question.name].get(name) for question in QUESTIONS)
        yield [name, *(_times(None if seconds is None else 1e-3 / seconds) for seconds in taken)]
