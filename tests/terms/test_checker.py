"""The checker accepts every ledger that is written and none that was touched."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govsvc.calendars import WorkCalendar, china
from govsvc.errors import BrokenLedger
from govsvc.terms import (
    CalendarDays,
    Hours,
    Ledger,
    Length,
    Months,
    Restart,
    Roll,
    UntilTheDay,
    WorkingDays,
    checker,
    reckon,
    verify,
)
from govsvc.terms.ledger import Said
from tests.terms.mutations import MUTATIONS, Mutation
from tests.terms.samples import calendars, day, deadline, guangxi, out, reckoning, today

SEEDS = st.integers(0, 2**32)


@settings(max_examples=400)
@given(SEEDS)
def test_every_ledger_written_is_accepted(seed: int) -> None:
    verify(reckoning(Random(seed)).ledger())


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
@settings(max_examples=60)
@given(SEEDS)
def test_every_damage_is_seen(mutation: Mutation, seed: int) -> None:
    mutant = damaged(mutation, Random(seed))
    with pytest.raises(BrokenLedger):
        verify(mutant)


def damaged(mutation: Mutation, rng: Random) -> Ledger:
    """Return the first ledger of the seed that can be damaged so, damaged."""
    while True:
        ledger = reckoning(rng, most=25).ledger()
        mutant = mutation(ledger, rng)
        if mutant is not None and mutant != ledger:
            return mutant


@given(SEEDS, st.sampled_from((-1, 1)))
def test_a_wrong_end_of_the_engine_is_seen(seed: int, by: int) -> None:
    found = reckoning(Random(seed), most=25)
    wrong = attrs.evolve(found, ends=found.likely + dt.timedelta(by))
    with pytest.raises(BrokenLedger):
        verify(wrong.ledger())


def test_a_wrong_kind_of_the_engine_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    found = reckon(WorkingDays(5), day("2025-01-24"), calendar=today())
    true = WorkCalendar.day
    monkeypatch.setattr(WorkCalendar, "day", lambda self, d: true(self, d + dt.timedelta(1)))
    with pytest.raises(BrokenLedger) as caught:
        verify(found.ledger())
    assert caught.value.line == 1


def test_the_line_at_fault_is_named() -> None:
    ledger = reckon(WorkingDays(5), day("2025-01-24"), calendar=today()).ledger()
    third = attrs.evolve(ledger.lines[2], kind="holiday")
    broken = attrs.evolve(ledger, lines=(*ledger.lines[:2], third, *ledger.lines[3:]))
    with pytest.raises(BrokenLedger) as caught:
        verify(broken)
    assert caught.value.line == 3
    with pytest.raises(BrokenLedger) as caught:
        verify(attrs.evolve(ledger, lines=ledger.lines[:-1]))
    assert caught.value.line == len(ledger.lines)
    with pytest.raises(BrokenLedger) as caught:
        verify(attrs.evolve(ledger, end=day("2025-02-08")))
    assert caught.value.line is None


@pytest.mark.parametrize("n", [0, -1, 10**6, 10**9])
@pytest.mark.parametrize("unit", ["working-days", "months", "years", "fortnights"])
def test_a_length_that_is_none_is_seen(n: int, unit: str) -> None:
    ledger = reckon(Months(1), day("2025-01-24"), calendar=today()).ledger()
    forged = attrs.evolve(ledger.length, n=n, unit=unit)
    with pytest.raises(BrokenLedger):
        verify(attrs.evolve(ledger, length=forged, chain=(forged,)))
    with pytest.raises(BrokenLedger):
        verify(attrs.evolve(ledger, chain=()))


def test_a_restart_before_the_start_is_seen() -> None:
    restart = Restart(day("2026-03-10"), "materials")
    ledger = reckon(WorkingDays(5), day("2026-03-02"), restart=restart, calendar=today()).ledger()
    verify(attrs.evolve(ledger, start=day("2026-03-10")))
    with pytest.raises(BrokenLedger):
        verify(attrs.evolve(ledger, start=day("2026-03-11")))


def test_a_word_no_source_may_say_is_seen() -> None:
    ledger = reckon(CalendarDays(1), day("2026-03-02"), calendar=today()).ledger()
    (line,), (source,) = ledger.lines, ledger.sources
    forged = attrs.evolve(line, certainty="not-held", said=(Said(source.number, "rumoured"),))
    says = (attrs.evolve(source.says[0], what="rumoured"),)
    with pytest.raises(BrokenLedger):
        verify(attrs.evolve(ledger, lines=(forged,), sources=(attrs.evolve(source, says=says),)))


@pytest.mark.parametrize(
    ("start", "months"), [("2100-01-31", 1), ("2024-01-31", 1), ("2000-01-31", 1), ("2026-01-31", 1)]
)
def test_the_last_of_february_is_proved(start: str, months: int) -> None:
    verify(reckon(Months(months), day(start), calendar=today()).ledger())


# lengths without lines


def hours() -> Ledger:
    return reckon(Hours(24), dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC), calendar=today()).ledger()


def test_hours_and_the_day_itself_are_proved_by_their_heading() -> None:
    for ledger in (hours(), reckon(UntilTheDay(), day("2026-03-06"), calendar=today()).ledger()):
        assert (ledger.lines, ledger.sources) == ((), ())
        verify(ledger)


def damaged_hours(ledger: Ledger) -> Iterator[Ledger]:
    assert ledger.at is not None
    assert ledger.since is not None
    yield attrs.evolve(ledger, at=ledger.at + dt.timedelta(hours=1))
    yield attrs.evolve(ledger, since=ledger.since + dt.timedelta(hours=1))
    yield attrs.evolve(ledger, since=None)
    yield attrs.evolve(ledger, since=None, at=None)
    yield attrs.evolve(ledger, start=ledger.start - dt.timedelta(1))
    yield attrs.evolve(ledger, end=ledger.end + dt.timedelta(1))
    yield attrs.evolve(ledger, length=attrs.evolve(ledger.length, n=23))
    yield attrs.evolve(ledger, certainty="provisional")


@pytest.mark.parametrize("index", range(8))
def test_damaged_hours_are_seen(index: int) -> None:
    with pytest.raises(BrokenLedger):
        verify([*damaged_hours(hours())][index])


def test_a_moved_day_itself_is_seen() -> None:
    ledger = reckon(UntilTheDay(), day("2026-03-06"), calendar=today()).ledger()
    for moved in (attrs.evolve(ledger, start=day("2026-03-07")), attrs.evolve(ledger, end=day("2026-03-07"))):
        with pytest.raises(BrokenLedger):
            verify(moved)


# what the samples may not hold


@pytest.mark.parametrize("what", [WorkingDays(250), CalendarDays(800), Months(30)])
def test_long_counts_over_several_laws_and_notices(what: Length) -> None:
    found = reckon(what, day("2007-06-01"), calendar=today(), roll=Roll.DAY_AFTER_REST).ledger()
    verify(found)
    assert len({source.number for source in found.sources if "国务院令" in source.number}) == 2


@pytest.mark.parametrize("start", ["1899-12-31", "2003-12-20", "2100-12-20", "2150-01-01"])
def test_days_no_calendar_holds(start: str) -> None:
    ledger = reckon(CalendarDays(30), day(start), calendar=today()).ledger()
    verify(ledger)
    assert "not-held" in {line.kind for line in ledger.lines}
    assert ledger.certainty == "announced"


def test_a_clock_has_a_ledger_too() -> None:
    verify(deadline(WorkingDays(20), "2025-09-26").ledger())


def test_an_amended_year_before_and_after() -> None:
    for known in ("2020-01-20", "2020-01-27"):
        verify(reckon(WorkingDays(5), day("2020-01-21"), calendar=china(as_known=day(known))).ledger())


def test_every_day_of_every_calendar_is_proved() -> None:
    for calendar in calendars():
        verify(reckon(CalendarDays(900), day("2025-01-01"), calendar=calendar, roll=Roll.FIRST_WORKING_DAY).ledger())
        verify(reckon(CalendarDays(1200), day("2017-12-31"), calendar=calendar, backwards=True).ledger())


def test_an_exclusion_beyond_the_way_is_no_part_of_the_proof() -> None:
    excluded = [out("2026-02-20", "2026-03-03"), out("2027-01-01", "2027-02-01")]
    ledger = reckon(WorkingDays(3), day("2026-03-02"), excluded=excluded, calendar=today()).ledger()
    assert [(e.first, e.last) for e in ledger.exclusions] == [(day("2026-03-03"), day("2026-03-03"))]
    verify(ledger)


def test_a_region_whose_year_is_not_held() -> None:
    ledger = reckon(WorkingDays(20), day("2026-12-10"), calendar=guangxi()).ledger()
    assert (ledger.certainty, ledger.is_open, ledger.latest) == ("region-unknown", True, day("2100-12-31"))
    verify(ledger)


# independence


def test_the_checker_is_small_and_takes_nothing_from_the_engine() -> None:
    text = Path(checker.__file__).read_text(encoding="utf-8")
    tree = ast.parse(text)
    taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    taken |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert taken == {"__future__", "datetime", "govsvc.errors", "govsvc.terms.ledger"}
    assert len(code_lines(text, tree)) <= 80


def code_lines(text: str, tree: ast.Module) -> set[int]:
    """Return the lines that are code: no docstring, no import, no blank."""
    lines = {number for number, line in enumerate(text.splitlines(), 1) if line.strip()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and type(node.value.value) is str
        ):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines
