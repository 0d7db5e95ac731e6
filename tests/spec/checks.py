"""The checks of an act: its worked cases, and the tests that take a `law` and cite a clause, as functions of a law.

A check passes for the law that is held. Mutants are killed by checks that fail for them, in one process and without
collecting tests anew. Not covered: tests that cite a clause but take no law; they are beside the count.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import product
from typing import Any

import attrs
import pytest

from govsvc.acts import LAW, Law
from tests.spec.asking import differences
from tests.spec.clauses import HERE
from tests.spec.worked import Worked, read_folder

__all__ = ["Check", "base", "checks_of", "fails", "of_module"]


@attrs.frozen(eq=False)
class Check:
    """One check: what it is called, the clauses it cites, and what it asks of a law, raising where that is not so."""

    name: str
    clauses: frozenset[str]
    run: Callable[[Law], None]


@cache
def base() -> Law:
    """Return the law that is held, as a value of its own."""
    return Law(LAW.acts)


@cache
def checks_of(act: str) -> tuple[Check, ...]:
    """Return the checks of an act: worked cases first, then the tests of `test_<act>.py`."""
    worked = tuple(Check(case.name, frozenset(case.clauses), _asks(case)) for case in read_folder(act))
    if not (HERE / f"test_{act}.py").exists():
        return worked
    return (*worked, *of_module(vars(import_module(f"tests.spec.test_{act}"))))


def _asks(case: Worked) -> Callable[[Law], None]:
    def run(law: Law) -> None:
        if differ := differences(case, law):
            raise AssertionError("\n".join(differ))

    return run


def fails(check: Check, law: Law) -> bool:
    """Whether a check fails for a law, in whatever way."""
    try:
        check.run(law)
    except Exception:  # a law that cannot even be asked is found out just as well
        return True
    return False


def of_module(module: Mapping[str, Any]) -> Iterator[Check]:
    """Yield the checks among the tests of a module, one for each set of parameters."""
    for name, function in module.items():
        if name.startswith("test_") and "law" in inspect.signature(function).parameters:
            yield from _of_function(name, function)


def _of_function(name: str, function: Callable[..., None]) -> Iterator[Check]:
    marks: list[pytest.Mark] = getattr(function, "pytestmark", [])
    cited = _cited(marks)
    parametrized = [_parameters(mark) for mark in marks if mark.name == "parametrize"]
    for chosen in product(*parametrized):
        given = {key: value for values, _ in chosen for key, value in values.items()}
        clauses = cited.union(*(more for _, more in chosen))
        yield Check(f"{name}{list(given.values()) or ''}", clauses, _calls(function, given))


def _calls(function: Callable[..., None], given: Mapping[str, Any]) -> Callable[[Law], None]:
    return lambda law: function(law=law, **given)


def _cited(marks: Iterable[pytest.Mark]) -> frozenset[str]:
    return frozenset(clause for mark in marks if mark.name == "clause" for clause in mark.args)


def _parameters(mark: pytest.Mark) -> list[tuple[dict[str, Any], frozenset[str]]]:
    names, values = mark.args
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    found = []
    for value in values:
        marked = hasattr(value, "marks")
        row = value.values if marked else value if len(names) > 1 else (value,)
        found.append((dict(zip(names, row, strict=True)), _cited(_marks(value)) if marked else frozenset()))
    return found


def _marks(parameters: Any) -> list[pytest.Mark]:
    return [mark if isinstance(mark, pytest.Mark) else mark.mark for mark in parameters.marks]
