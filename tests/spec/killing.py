"""Which mutants of an act its checks find out, and which stand in the list of equivalents with their reason.

A mutant must be killed by a check that cites the very clause it breaks. Not covered: whether the reason is good.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from govsvc.acts import Act, Law
from tests.spec.checks import Check, base, checks_of, fails
from tests.spec.clauses import HERE
from tests.spec.mutants import Mutant, mutants_of

__all__ = ["EQUIVALENTS", "Hunt", "equivalents", "faults_of", "hunt", "idle"]

EQUIVALENTS: Final = HERE / "equivalents.toml"


@attrs.frozen
class Hunt:
    """What became of the mutants of an act.

    Attributes:
        refused: Those the types refuse.
        killed: Those a check of their clause found out, with the name of the first one.
        survived: Those none did.
    """

    refused: tuple[Mutant, ...]
    killed: tuple[tuple[Mutant, str], ...]
    survived: tuple[Mutant, ...]

    @property
    def count(self) -> int:
        """How many mutants there were."""
        return len(self.refused) + len(self.killed) + len(self.survived)


@cache
def hunt(act: Act) -> Hunt:
    """Run the checks of an act against each of its mutants."""
    return _hunted(mutants_of(act), checks_of(act.key), base())


def _hunted(mutants: Iterable[Mutant], checks: tuple[Check, ...], law: Law) -> Hunt:
    refused, killed, survived = list[Mutant](), list[tuple[Mutant, str]](), list[Mutant]()
    citing = {clause: [it for it in checks if clause in it.clauses] for it in checks for clause in it.clauses}
    for mutant in mutants:
        if mutant.act is None:
            refused.append(mutant)
            continue
        changed = law.with_acts(mutant.act)
        killer = next((it for it in citing.get(mutant.clause, ()) if fails(it, changed)), None)
        if killer is None:
            survived.append(mutant)
        else:
            killed.append((mutant, killer.name))
    return Hunt(tuple(refused), tuple(killed), tuple(survived))


def equivalents(path: Path = EQUIVALENTS) -> dict[str, str]:
    """Return the mutants that mean the same as the law, by name, each with its reason."""
    return {it["mutant"]: it["reason"] for it in tomllib.loads(path.read_text("utf-8")).get("equivalent", [])}


def faults_of(found: Hunt, listed: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong: a mutant that lives and is not listed, one listed that is killed, one without a reason."""
    for mutant in found.survived:
        if mutant.name not in listed:
            yield f"lives: {mutant.name}"
    for mutant, killer in found.killed:
        if mutant.name in listed:
            yield f"listed as an equivalent, but killed by {killer}: {mutant.name}"
    for mutant in found.refused:
        if mutant.name in listed:
            yield f"listed as an equivalent, but no act can say it: {mutant.name}"
    alive = {mutant.name for mutant in found.survived}
    yield from (f"listed without a reason: {name}" for name in alive if name in listed and not listed[name].strip())


def idle(act: Act) -> Iterator[str]:
    """Yield every citation of a clause that no mutant of the clause could make its check fail."""
    law, changed = base(), dict[str, list[Law]]()
    for mutant in mutants_of(act):
        if mutant.act is not None:
            changed.setdefault(mutant.clause, []).append(law.with_acts(mutant.act))
    for check in checks_of(act.key):
        for clause in sorted(check.clauses & changed.keys()):
            if not any(fails(check, mutant) for mutant in changed[clause]):
                yield f"{check.name} cites {clause} and would never notice if it were wrong"
