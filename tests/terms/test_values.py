"""The values of this room: six lengths that do not mix, what they refuse, and that all can be sent elsewhere."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from enum import Enum
from itertools import combinations
from random import Random
from typing import Any

import pytest

from govsvc import errors, terms
from govsvc.calendars import china
from govsvc.spans import Span
from govsvc.terms import (
    AtLeastBefore,
    BetweenBefore,
    CalendarDays,
    Conditions,
    Excluded,
    Extendable,
    Extension,
    ExtensionTo,
    Hours,
    Length,
    Months,
    Procedure,
    Reading,
    Remaining,
    Restart,
    Roll,
    Status,
    UntilTheDay,
    WarningPolicy,
    WithinBefore,
    WorkingDays,
    Years,
    reckon,
    window,
)
from tests.terms.samples import EXAMPLE, by, day, deadline, guangxi, out, reckoning, term, to, today

COUNTED: tuple[type[WorkingDays | CalendarDays | Months | Years | Hours], ...] = (
    WorkingDays, CalendarDays, Months, Years, Hours,
)  # fmt: skip


def wrong(value: object) -> Any:
    """Pass a value by the type checker that must not pass at run time."""
    return value


@pytest.mark.parametrize("kind", COUNTED)
def test_a_length_is_of_one_to_36500(kind: type[WorkingDays]) -> None:
    assert (kind(1).n, kind(36_500).n) == (1, 36_500)
    for n in (0, -1, 36_501, True, False, 5.0, "5", None):
        with pytest.raises(errors.InvalidInput) as caught:
            kind(wrong(n))
        (fault,) = caught.value.faults
        assert (fault.path, fault.code, fault.given) == (f"{kind.__name__}.n", "not-a-length", n)


def test_lengths_of_different_types_are_unequal_and_do_not_add() -> None:
    lengths: list[Length] = [*(kind(5) for kind in COUNTED), UntilTheDay()]
    assert all(one != two for one, two in combinations(lengths, 2))
    assert len(set(lengths)) == len(lengths)
    for one in lengths:
        for two in (*lengths, 5):
            with pytest.raises(TypeError):
                _ = one + two  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = WorkingDays(5) < WorkingDays(6)


def test_an_extension_that_makes_a_length_too_long_is_refused() -> None:
    with pytest.raises(errors.InvalidInput):
        reckon(CalendarDays(36_500), day("2026-01-05"), extensions=[by(CalendarDays(1))], calendar=today())


@pytest.mark.parametrize(
    ("make", "path", "code"),
    [
        (lambda: Excluded(wrong("hearing"), Span(day("2026-03-04")), told_on=None), "why", "not-an-excluded-procedure"),
        (lambda: Excluded(Procedure.HEARING, wrong(day("2026-03-04")), told_on=None), "days", "not-a-span"),
        (
            lambda: Excluded(Procedure.HEARING, Span(day("2026-03-04")), told_on=wrong("2026-03-03")),
            "told_on",
            "not-a-date",
        ),
        (lambda: Extension(wrong(Months(1)), approved_on=day("2026-03-04"), approver="head"), "by", "not-a-length"),
        (lambda: Extension(wrong(10), approved_on=day("2026-03-04"), approver="head"), "by", "not-a-length"),
        (lambda: Extension(WorkingDays(1), approved_on=wrong(None), approver="head"), "approved_on", "not-a-date"),
        (lambda: Extension(WorkingDays(1), approved_on=day("2026-03-04"), approver=" "), "approver", "missing"),
        (lambda: ExtensionTo(wrong(Years(1)), approved_on=day("2026-03-04"), approver="head"), "to", "not-a-length"),
        (lambda: ExtensionTo(Months(1), approved_on=wrong("today"), approver="head"), "approved_on", "not-a-date"),
        (lambda: ExtensionTo(Months(1), approved_on=day("2026-03-04"), approver=wrong(None)), "approver", "missing"),
        (lambda: Restart(wrong("2026-03-04"), "materials"), "on", "not-a-date"),
        (lambda: Restart(dt.datetime(2026, 3, 4), "materials"), "on", "naive-datetime"),
        (lambda: Restart(day("2026-03-04"), ""), "why", "missing"),
        (lambda: term(WorkingDays(5)).read_as("calendar-days"), "example_1", "unknown-reading"),
    ],
)
def test_what_a_condition_refuses(make: object, path: str, code: str) -> None:
    assert callable(make)
    with pytest.raises(errors.InvalidInput) as caught:
        make()
    assert [(fault.path, fault.code) for fault in caught.value.faults] == [(path, code)]


def test_days_given_as_moments_are_days_in_beijing() -> None:
    late = dt.datetime(2026, 3, 4, 17, tzinfo=dt.UTC)
    assert Restart(late, "materials").on == day("2026-03-05")
    assert Extension(WorkingDays(1), approved_on=late, approver="head").approved_on == day("2026-03-05")
    assert Excluded(Procedure.HEARING, Span(late), told_on=late).told_on == day("2026-03-05")


def test_the_eight_procedures_and_no_other() -> None:
    assert len(Procedure) == 8


# sending


def values() -> list[object]:
    readable = term(CalendarDays(30), readings=(Reading("working-days", WorkingDays(30), "read so"),))
    running = deadline(WorkingDays(20), "2026-12-10")
    return [
        *(kind(5) for kind in COUNTED),
        UntilTheDay(),
        *Procedure,
        *Roll,
        *Status,
        out("2026-03-04"),
        by(WorkingDays(10)),
        to(Months(2)),
        Restart(day("2026-03-04"), "materials"),
        Conditions((out("2026-03-04"),), (by(WorkingDays(10)),), roll=Roll.DAY_AFTER_REST),
        readable,
        *readable.readings,
        readable.read_as("working-days"),
        Extendable(WorkingDays(10), "head-of-agency", EXAMPLE(2)),
        running,
        deadline(WorkingDays(5), "2026-03-02", guangxi()),
        deadline(Hours(5), dt.datetime(2026, 3, 2, tzinfo=dt.UTC)),
        running.ledger(),
        running.remaining(day("2026-12-11")),
        Remaining(1, 2),
        WarningPolicy(((0, "red"),), source="rule"),
        AtLeastBefore(CalendarDays(30)),
        WithinBefore(CalendarDays(90)),
        BetweenBefore(WorkingDays(90), WorkingDays(30)),
        window(BetweenBefore(WorkingDays(90), WorkingDays(30)), day("2026-06-30"), calendar=today()),
        *(reckoning(Random(seed)) for seed in range(20)),
    ]


def test_every_value_pickles() -> None:
    for value in values():
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert type(again) is type(value)


def test_every_public_class_is_among_those_that_pickle() -> None:
    public = {value for name in terms.__all__ if isinstance(value := getattr(terms, name), type)}
    assert public <= {kind for value in values() for kind in type(value).__mro__}


def test_every_value_is_hashable_and_frozen() -> None:
    for value in values():
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
        if not isinstance(value, Enum):
            with pytest.raises(AttributeError):
                value.start = 1  # type: ignore[attr-defined]


ERRORS: list[errors.GovsvcError] = [
    errors.GovsvcError("text"),
    errors.InvalidInput([errors.Fault("n", "not-a-length", 0, "1 or more"), errors.Fault("m", "x", None, "y")]),
    errors.invalid("n", "not-a-length", 0, "1 or more"),
    errors.NotYetAnnounced(),
    errors.NotYetAnnounced(day("2027-01-06"), day("2027-01-08"), day("2027-01-12")),
    errors.NotInForce("办法", day("2026-01-01")),
    errors.NotCovered("taxis", ("办法",)),
    errors.NotCovered("taxis"),
    errors.NotSettled("two readings"),
    errors.UnknownPlace("京北", ("北京市",)),
    errors.UnknownPlace("京北"),
    errors.AmbiguousPlace("朝阳", ("北京市朝阳区", "辽宁省朝阳市")),
    errors.BrokenLedger(3, "kind"),
    errors.BrokenLedger(None, "end"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_pickles_with_all_it_knows(error: errors.GovsvcError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (again.args, vars(again), str(again)) == (error.args, vars(error), str(error))
    assert str(error)


def test_no_error_class_is_forgotten() -> None:
    family = {value for name in errors.__all__ if isinstance(value := getattr(errors, name), type)} - {errors.Fault}
    assert family == {type(error) for error in ERRORS}


def test_a_broken_ledger_names_its_line() -> None:
    assert str(errors.BrokenLedger(3, "kind")) == "line 3: kind"
    assert str(errors.BrokenLedger(None, "end")) == "end"


# the room


def test_the_room_shows_what_it_promises_and_nothing_else() -> None:
    assert dir(terms) == sorted(terms.__all__)
    assert all(hasattr(terms, name) for name in terms.__all__)
    with pytest.raises(AttributeError):
        _ = terms.nothing


def test_the_ledger_is_loaded_when_asked_for() -> None:
    code = (
        "import sys, govsvc.terms\n"
        "print({f'govsvc.terms.{room}' for room in ('ledger', 'checker', 'windows')} & {*sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


def test_the_calendar_left_out_is_the_nations() -> None:
    assert reckon(WorkingDays(5), day("2025-01-24")).calendar == china()
