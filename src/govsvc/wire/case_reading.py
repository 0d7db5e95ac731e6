"""A case from the plain data of a JSON object, every fault of form, order and type at once.

One entry of `KINDS` for each kind of event. A day is given by `on`, or by `at` with a time and a zone: then it is the
day in Beijing. Not covered: whether what happened is lawful, which `assess` finds.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from operator import eq
from typing import TYPE_CHECKING, Any, Final

import attrs

from govsvc.calendars.table import FIRST
from govsvc.cases import Case, events
from govsvc.errors import AmbiguousPlace, Fault, InvalidInput, UnknownPlace, invalid
from govsvc.norms import LICENCE, Matter
from govsvc.places import Place
from govsvc.spans import day_of
from govsvc.terms.conditions import Extension, ExtensionTo
from govsvc.terms.lengths import CalendarDays, Months, WorkingDays
from govsvc.wire.moments import read_day, read_moment
from govsvc.wire.reading import as_object, faults_of, gathered, strict_converter

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["KINDS", "UNITS", "read_case", "read_place"]


def __dir__() -> list[str]:
    return __all__


UNITS: Final[dict[str, type[Any]]] = {
    "working_days": WorkingDays,
    "calendar_days": CalendarDays,
    "months": Months,
}
"""The name of each unit of length, as the key of an object that holds the number."""

_Days = WorkingDays | CalendarDays
_DAYS: Final = {unit: kind for unit, kind in UNITS.items() if kind is not Months}


@attrs.frozen
class _Extended:
    """An extension as it is written: either by a length or to one."""

    on: dt.date
    approver: str
    by: _Days | None = None
    to: _Days | Months | None = None
    told_on: dt.date | None = None


@attrs.frozen
class _CaseForm:
    """A case as it is written."""

    case: str
    events: tuple[events.Event, ...]
    matter: Matter = LICENCE
    place: Place | None = None
    joint: bool = False
    promised: _Days | None = None
    licence_expires: dt.date | None = None


KINDS: Final[dict[str, type[Any]]] = {
    "received": events.Received,
    "corrected_on_the_spot": events.CorrectedOnTheSpot,
    "supplement_notice": events.SupplementNoticed,
    "resubmitted": events.Resubmitted,
    "accepted": events.Accepted,
    "refused": events.Refused,
    "excluded_begun": events.ExclusionBegun,
    "excluded_ended": events.ExclusionEnded,
    "extended": events.Extended,
    "approved": events.Approved,
    "denied": events.Denied,
    "certificate_made": events.CertificateMade,
    "delivered": events.Delivered,
    "renewal_applied": events.RenewalApplied,
    "licence_expired": events.LicenceExpired,
    "withdrawn": events.Withdrawn,
}
"""The name of each kind of event."""

_FORMS: Final[dict[type[Any], type[Any]]] = {events.Extended: _Extended}
"""The kinds of event that are written otherwise than they are kept."""


def read_case(value: object) -> Case:
    """Return the case that plain data states.

    Raises:
        InvalidInput: with every fault and its path.
    """
    disorder = tuple(_disorder(value))
    try:
        form: _CaseForm = gathered(lambda: _converter().structure(value, _CaseForm))
    except InvalidInput as error:
        raise InvalidInput((*error.faults, *disorder)) from None
    if disorder:
        raise InvalidInput(disorder)
    return Case(
        id=form.case,
        events=form.events,
        matter=form.matter,
        place=form.place,
        joint=form.joint,
        promised=form.promised,
        expires=form.licence_expires,
    )


@cache
def _converter() -> Converter:
    converter = strict_converter(read_day)
    extra: dict[Any, Callable[[Any], Any]] = {
        Place: read_place,
        events.Event: lambda value: _event(converter, value),
        _Days: lambda value: _length(value, _DAYS),
        _Days | None: lambda value: None if value is None else _length(value, _DAYS),
        _Days | Months | None: lambda value: None if value is None else _length(value, UNITS),
    }
    for kind, read in extra.items():
        converter.register_structure_hook_func(partial(eq, kind), partial(_only_value, read))
    return converter


def _only_value(read: Callable[[Any], Any], value: object, _: object) -> Any:
    return read(value)


def _disorder(value: object) -> Iterator[Fault]:
    """Yield every event that comes before an earlier one, as far as their days can be read."""
    last_day, last_moment = dt.date.min, None
    for path, given, when in _moments(value):
        day, moment = day_of(when, path), when if isinstance(when, dt.datetime) else None
        if day < last_day:
            yield Fault(path, "out-of-order", given, f"a day not before {last_day}")
        elif moment is not None and last_moment is not None and moment < last_moment:
            yield Fault(path, "out-of-order", given, f"a moment not before {last_moment.isoformat()}")
        last_day, last_moment = max(last_day, day), max(filter(None, (last_moment, moment)), default=None)


def _moments(value: object) -> Iterator[tuple[str, object, dt.date]]:
    """Yield path, text and value of the day or moment of every event that has one."""
    listed = value.get("events") if isinstance(value, dict) else None
    for index, event in enumerate(listed if isinstance(listed, list) else ()):
        for key, read in _WHEN.items():
            if isinstance(event, dict) and key in event:
                with contextlib.suppress(InvalidInput):  # told with the fault of its own
                    yield f"$.events[{index}].{key}", event[key], read(event[key])


_WHEN: Final[dict[str, Callable[[object], dt.date]]] = {"on": read_day, "at": read_moment}


def _event(converter: Converter, value: object) -> events.Event:
    """Return an event; its day, its kind and its other facts are each looked at, whatever is wrong with the others."""
    given = as_object(value)
    name = given.get("event")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        code = "unknown-event" if "event" in given else "missing"
        raise invalid(".event", code, name, "one of " + ", ".join(KINDS))
    form = _FORMS.get(kind, kind)
    fields = {field.name for field in attrs.fields(form)}
    faults = [
        Fault(f".{key}", "unknown-key", key, "one of " + ", ".join(("event", "at", *sorted(fields))))
        for key in given
        if key not in fields | {"event", "at"}
    ]
    day = _day(given, faults)
    try:
        found = converter.structure({key: given[key] for key in given if key in fields} | {"on": str(day)}, form)
        found = _extended(found) if isinstance(found, _Extended) else found
        if not faults:
            _check_arrival(found)
    except (InvalidInput, ExceptionGroup) as error:
        faults += faults_of(error, "")
    if faults:
        raise InvalidInput(faults)
    return found  # type: ignore[no-any-return]


def _check_arrival(event: events.Event) -> None:
    """Refuse a notice that arrived before it was given."""
    if isinstance(event, events.SupplementNoticed) and event.reached_on is not None and event.reached_on < event.on:
        raise invalid(".reached_on", "before-the-notice", event.reached_on, f"a day not before {event.on}")


def _day(given: dict[str, Any], faults: list[Fault]) -> dt.date:
    """Return the day of an event, or note what is wrong with it and return any day."""
    keys = [key for key in _WHEN if key in given]
    if len(keys) == 1:
        try:
            return day_of(_WHEN[keys[0]](given[keys[0]]), keys[0])
        except InvalidInput as error:
            faults += [attrs.evolve(fault, path=f".{keys[0]}") for fault in error.faults]
    elif keys:
        faults.append(Fault(".at", "one-of-two", given["at"], 'either "on" or "at"'))
    else:
        faults.append(Fault(".on", "missing", None, 'a day in "on", or a moment in "at"'))
    return FIRST


def _extended(form: _Extended) -> events.Extended:
    if form.by is not None and form.to is not None:
        raise invalid(".to", "one-of-two", "by and to", 'either "by" or "to"')
    if not form.approver.strip():
        raise invalid(".approver", "empty", form.approver, "the post that approved")
    if form.by is not None:
        by = Extension(form.by, approved_on=form.on, approver=form.approver)
        return events.Extended(form.on, by, form.told_on)
    if form.to is None:
        raise invalid(".by", "missing", None, 'a length in "by" or in "to"')
    return events.Extended(form.on, ExtensionTo(form.to, approved_on=form.on, approver=form.approver), form.told_on)


def _length(value: object, units: Mapping[str, type[Any]]) -> Any:
    given = as_object(value)
    if len(given) != 1 or not given.keys() <= units.keys():
        raise invalid("", "not-a-length", value, "an object with one of " + ", ".join(units))
    ((unit, number),) = given.items()
    if type(number) is not int:
        raise invalid(f".{unit}", "not-a-number", number, "a whole number, without quotes")
    try:
        return units[unit](number)
    except InvalidInput as error:
        raise InvalidInput(attrs.evolve(fault, path=f".{unit}") for fault in error.faults) from None


def read_place(value: object) -> Place:
    """Return the place that a name or a code states.

    Raises:
        InvalidInput: for a place that is not held, or several that are called so.
    """
    try:
        return Place.parse(value)  # type: ignore[arg-type]
    except UnknownPlace as error:
        nearest = ", ".join(error.nearest) or "a name or a code that is held"
        raise invalid("", "unknown-place", error.text, nearest) from None
    except AmbiguousPlace as error:
        raise invalid("", "ambiguous-place", error.text, ", ".join(error.candidates)) from None
    except InvalidInput as error:
        raise InvalidInput(attrs.evolve(fault, path="") for fault in error.faults) from None
