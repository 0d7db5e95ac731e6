"""Values from the plain data of a JSON text, by their annotations, with nothing coerced.

`cattrs` builds the values; the hooks here refuse what it would bend ("7" for 7, a text for a list), and what went wrong
anywhere comes back as faults with their paths. Not covered: what is peculiar to a case (`case_reading`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.wire.moments import read_any_day, read_moment

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["as_object", "each", "faults_of", "gathered", "ledger_converter", "strict_converter"]


def __dir__() -> list[str]:
    return __all__


_T = TypeVar("_T")
Read = Callable[[Any, Any], Any]
"""What cattrs calls to build a value: with plain data and the kind wanted."""


def gathered(read: Callable[[], _T]) -> _T:
    """Return what is read, or raise one error with every fault and its path from the root."""
    try:
        return read()
    except (InvalidInput, ExceptionGroup) as error:
        raise InvalidInput(faults_of(error, "$")) from None


def faults_of(error: BaseException, path: str) -> Iterator[Fault]:
    """Yield every fault of an error raised while a value was read, each with its full path."""
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, InvalidInput):
        for fault in error.faults:
            yield attrs.evolve(fault, path=path + fault.path)
    elif isinstance(error, ForbiddenExtraKeysError):
        keys = ", ".join(field.name for field in attrs.fields(error.cl))
        for key in sorted(error.extra_fields):
            yield Fault(f"{path}.{key}", "unknown-key", key, f"one of {keys}")
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from faults_of(inner, path + _step(inner))
    elif isinstance(error, KeyError):
        yield Fault(path, "missing", None, "a value")
    else:
        raise error


def _step(error: BaseException) -> str:
    """Return the part of the path that cattrs noted on an error: the attribute it was about."""
    return next((f".{note.name}" for note in getattr(error, "__notes__", ()) if hasattr(note, "name")), "")


def strict_converter(read_date: Callable[[Any], dt.date]) -> Converter:
    """Return a new converter that coerces nothing.

    Args:
        read_date: What reads a date.
    """
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    for kind, read in _SCALARS.items():
        converter.register_structure_hook(kind, read)
    converter.register_structure_hook(dt.date, lambda value, _: read_date(value))
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _member)
    converter.register_structure_hook_func(_is_collection, _collection(converter))
    converter.register_structure_hook_factory(attrs.has, partial(_of_object, converter))
    return converter


@cache
def ledger_converter() -> Converter:
    """Return the converter for ledgers, made once."""
    return strict_converter(read_any_day)


def _of_object(converter: Converter, kind: type) -> Read:
    from cattrs.gen import make_dict_structure_fn

    build: Read = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
    return lambda value, _: build(as_object(value), kind)


def _is_collection(kind: Any) -> bool:
    origin = get_origin(kind)
    return origin is tuple or origin is frozenset


def _collection(converter: Converter) -> Read:
    def read(values: Any, kind: Any) -> Any:
        item, *_ = get_args(kind)
        items = each(values, lambda value: converter.structure(value, item))
        repeated = [index for index, value in enumerate(items) if value in items[:index]]
        if get_origin(kind) is frozenset and repeated:
            raise InvalidInput(Fault(f"[{index}]", "given-twice", values[index], "each once") for index in repeated)
        return frozenset(items) if get_origin(kind) is frozenset else tuple(items)

    return read


def each(values: object, read: Callable[[Any], _T]) -> list[_T]:
    """Return what is read from each item of a list.

    Raises:
        InvalidInput: for what is no list, or with the faults of every item.
    """
    if type(values) is not list:
        raise invalid("", "not-a-list", values, "a list")
    items: list[_T] = []
    faults: list[Fault] = []
    for index, value in enumerate(values):
        try:
            items.append(read(value))
        except (InvalidInput, ExceptionGroup) as error:
            faults += faults_of(error, f"[{index}]")
    if faults:
        raise InvalidInput(faults)
    return items


def as_object(value: object) -> dict[str, Any]:
    """Return what has to be an object."""
    if not isinstance(value, dict):
        raise invalid("", "not-an-object", value, "an object in braces")
    return value


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise invalid("", "not-text", value, "text in quotes")
    return value


def _whole(value: object, _: object) -> int:
    if type(value) is not int:
        raise invalid("", "not-a-number", value, "a whole number, without quotes")
    return value


def _flag(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise invalid("", "not-a-flag", value, "true or false, without quotes")
    return value


def _moment(value: object, _: object) -> dt.datetime:
    return read_moment(value)


def _member(value: object, kind: type[Enum]) -> Enum:
    for member in kind:
        if type(value) is str and member.value == value:
            return member
    raise invalid("", "not-known", value, "one of " + ", ".join(str(member.value) for member in kind))


_SCALARS: dict[type, Read] = {str: _text, int: _whole, bool: _flag, dt.datetime: _moment}
