"""What is wrong with the acts and readings of a law, every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govsvc.acts.act import Act
from govsvc.errors import Fault

__all__ = ["act_faults", "reading_faults", "special_faults", "type_faults"]


def __dir__() -> list[str]:
    return __all__


def type_faults(acts: Iterable[object]) -> Iterator[Fault]:
    """Yield what is no act."""
    for place, act in enumerate(acts):
        if not isinstance(act, Act):
            yield Fault(f"$.acts[{place}]", "wrong-type", act, "an Act")


def act_faults(acts: tuple[Act, ...]) -> Iterator[Fault]:
    """Yield every act of a key that an act before it has."""
    keys = [act.key for act in acts]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            yield Fault(f"$.acts[{place}]", "two-acts-of-one-key", key, "one act of an instrument key")


def reading_faults(acts: Iterable[Act], chosen: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Yield every reading chosen that no term has."""
    names: dict[str, set[str]] = {}
    for term in (term for act in acts for term in act.terms):
        names.setdefault(term.reading_key, set()).update(reading.name for reading in term.readings)
    read = sorted(key for key, held in names.items() if held)
    for key, name in chosen:
        if not names.get(key):
            yield Fault(key, "no-readings" if key in names else "unknown-term", name, ", ".join(read) or "none")
        elif name not in names[key]:
            yield Fault(key, "unknown-reading", name, ", ".join(sorted(names[key])))


def special_faults(acts: Iterable[Act]) -> Iterator[Fault]:
    """Yield every term that is special to itself, through others or at once."""
    general: dict[str, tuple[str, ...]] = {}
    for term in (term for act in acts for term in act.terms if term.special_to):
        general[term.key] = (*general.get(term.key, ()), *term.special_to)
    for key in sorted(general):
        if key in _reached(key, general):
            yield Fault(key, "special-to-itself", ", ".join(general[key]), "special rules that do not run in a circle")


def _reached(key: str, general: Mapping[str, tuple[str, ...]]) -> set[str]:
    found, ahead = set[str](), list(general[key])
    while ahead:
        step = ahead.pop()
        if step not in found:
            found.add(step)
            ahead += general.get(step, ())
    return found
