"""The clauses of an act, read from `<act>.toml`: what each says, in our own words, and on what ground.

The grounds: `written` (the text says so), `inferred` (it follows from the text, or another text is applied by analogy),
`absent` (the text says nothing of it). Not covered: whether a clause holds, which the checks find.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from govsvc.acts import LAW, Act
from govsvc.errors import Fault, InvalidInput
from tests.spec.facets import act_ids, cite_of, names_of

__all__ = ["GROUNDS", "HERE", "Clause", "ClauseList", "act_of", "known_ids", "read_clauses"]

HERE: Final = Path(__file__).parent
GROUNDS: Final = ("written", "inferred", "absent")


@attrs.frozen
class Clause:
    """One clause: `xkf-32-1-4.silence`, where it stands, on what ground, and what it says in both languages."""

    id: str
    article: str
    kind: str
    zh: str
    en: str

    @property
    def name(self) -> str:
        """The norm it speaks of."""
        return self.id.partition(".")[0] if ":" not in self.id else self.id.rpartition(".")[0]

    @property
    def facet(self) -> str:
        """What it says of the norm."""
        return self.id.removeprefix(f"{self.name}.")


@attrs.frozen
class ClauseList:
    """The clauses of one act, with what its page says of the whole."""

    act: str
    zh: str
    en: str
    not_covered_zh: str
    clauses: tuple[Clause, ...]

    def about(self, name: str) -> tuple[Clause, ...]:
        """Return the clauses that speak of one norm."""
        return tuple(clause for clause in self.clauses if clause.name == name)


def act_of(key: str) -> Act:
    """Return the installed act of a key."""
    return next(act for act in LAW.acts if act.key == key)


def known_ids() -> frozenset[str]:
    """Return the ids of every clause of every act held."""
    return frozenset(clause for act in LAW.acts for clause in act_ids(act))


def read_clauses(act: Act, folder: Path = HERE) -> ClauseList:
    """Return the clauses of an act.

    Raises:
        InvalidInput: with every fault: no list, a clause that the act needs and the list lacks, one it does not know,
            one without words, an unknown ground, another article than the norm's.
    """
    path = folder / f"{act.key}.toml"
    raw = _parsed(path)
    if faults := (*_faults(act, raw),):
        raise InvalidInput([attrs.evolve(fault, path=f"{path.name} {fault.path}") for fault in faults])
    head = raw["act"]
    return ClauseList(act.key, head["zh"], head["en"], head["not_covered_zh"], tuple(_clauses(raw)))


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise InvalidInput([Fault(path.name, "no-clause-list", None, "a list of the clauses of this act")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput([Fault(path.name, "not-toml", str(error), "TOML")]) from None


def _clauses(raw: Mapping[str, Any]) -> Iterator[Clause]:
    for norm in raw["norm"]:
        for facet, (kind, zh, en) in norm["says"].items():
            yield Clause(f"{norm['name']}.{facet}", norm["article"], kind, zh, en)


def _faults(act: Act, raw: Mapping[str, Any]) -> Iterator[Fault]:
    head = raw.get("act", {})
    for word in ("zh", "en", "not_covered_zh"):
        if not _is_text(head.get(word)):
            yield Fault(f"$.act.{word}", "missing", head.get(word), "some text")
    norms, names = raw.get("norm", []), names_of(act)
    for place, norm in enumerate(norms):
        yield from _norm_faults(f"$.norm[{place}]", norm, names)
    given = [f"{norm.get('name')}.{facet}" for norm in norms for facet in norm.get("says", {})]
    needed = act_ids(act)
    for clause in needed:
        if clause not in given:
            yield Fault(clause, "no-clause", None, "a clause for every field of every norm")
    for clause in dict.fromkeys(given):
        if clause not in needed or given.count(clause) > 1:
            yield Fault(
                clause, "unknown-clause" if clause not in needed else "clause-twice", clause, "one of the act's"
            )


def _norm_faults(path: str, norm: Mapping[str, Any], names: Mapping[str, Any]) -> Iterator[Fault]:
    named = names.get(str(norm.get("name")))
    if named is not None:
        cite = cite_of(named)
        article = named.title if cite is None else str(cite)
        if norm.get("article") != article:
            yield Fault(f"{path}.article", "another-article", norm.get("article"), article)
    for facet, said in norm.get("says", {}).items():
        if not (isinstance(said, list) and len(said) == 3 and all(map(_is_text, said)) and said[0] in GROUNDS):
            yield Fault(f"{path}.says.{facet}", "not-a-clause", said, f"[{' | '.join(GROUNDS)}, zh, en]")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
