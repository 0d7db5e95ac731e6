"""What a case and its events refuse to be."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest

from govsvc.cases import Accepted, Case, Event, ExclusionBegun, Extended, Received, Stage, SupplementNoticed, Unread
from govsvc.errors import Fault, InvalidInput
from govsvc.terms import Extension, Months, WorkingDays
from tests.cases.logs import day, log, notice
from tests.cases.test_matrix import EVENTS

ON = day("2026-03-02")


def faults(**fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        Case(**fields)
    return [(fault.path, fault.code) for fault in caught.value.faults]


@pytest.mark.parametrize("missing", ["", "  ", None, 7])
def test_a_case_has_an_id(missing: object) -> None:
    assert faults(id=missing) == [("$.case", "missing")]


def test_events_come_in_the_order_of_their_days() -> None:
    late, early = Received(day("2026-03-04")), Accepted(day("2026-03-03"))
    assert faults(id="1", events=[late, early, early]) == [
        ("$.events[1].on", "out-of-order"),
        ("$.events[2].on", "out-of-order"),
    ]
    with pytest.raises(InvalidInput, match="out-of-order"):
        log(late).then(early)
    assert log(early).then(late).events == (early, late)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("matter", "licence"),
        ("place", "北京"),
        ("joint", 1),
        ("promised", 7),
        ("promised", Months(1)),
        ("expires", "x"),
    ],
)
def test_a_field_of_another_type_is_refused(field: str, value: object) -> None:
    assert faults(id="1", **{field: value}) == [(f"$.{field}", "wrong-type")]


def test_every_fault_of_a_case_is_told_at_once() -> None:
    events: list[Any] = ["received", Received(day("2026-03-04")), Accepted(ON)]
    assert faults(id="", joint=None, events=events) == [
        ("$.case", "missing"),
        ("$.joint", "wrong-type"),
        ("$.events[0]", "not-an-event"),
        ("$.events[2].on", "out-of-order"),
    ]


def test_the_days_within_an_event_agree() -> None:
    by = Extension(WorkingDays(4), approved_on=day("2026-03-04"), approver="head-of-agency")
    assert faults(id="1", events=[Extended(day("2026-03-05"), by)]) == [
        ("$.events[0].extension.approved_on", "another-day")
    ]
    early = SupplementNoticed(day("2026-03-05"), reached_on=day("2026-03-04"))
    assert faults(id="1", events=[early]) == [("$.events[0].reached_on", "before-the-notice")]


@pytest.mark.parametrize("bad", ["2026-03-02", None, dt.datetime(2026, 3, 2), 20260302])
def test_the_day_of_an_event_is_a_date(bad: Any) -> None:
    with pytest.raises(InvalidInput, match="on: not-a-date"):
        Received(bad)
    if bad is not None:
        with pytest.raises(InvalidInput, match="until: not-a-date"):
            ExclusionBegun(ON, "hearing", bad)
        with pytest.raises(InvalidInput, match="told_on: not-a-date"):
            ExclusionBegun(ON, "hearing", None, bad)
        with pytest.raises(InvalidInput, match="reached_on: not-a-date"):
            SupplementNoticed(ON, reached_on=bad)


@pytest.mark.parametrize("event", EVENTS.values(), ids=list(EVENTS))
def test_an_event_is_a_value(event: Event) -> None:
    assert pickle.loads(pickle.dumps(event)) == event
    assert hash(event) == hash(attrs.evolve(event))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        event.on = ON  # type: ignore[misc]


def test_events_of_two_kinds_on_one_day_are_two() -> None:
    assert len({Received(ON), Accepted(ON), Received(ON)}) == 2


def test_a_log_can_be_read_as_it_stood() -> None:
    case = log(Received(ON), notice("2026-03-04", "a"))
    assert case.until(day("2026-03-03")) == log(Received(ON))
    assert case.until(day("2026-03-04")) == case


def test_a_record_that_is_no_case_pickles() -> None:
    unread = Unread(3, "x", (Fault("$", "not-an-object", 7, "an object"),))
    assert pickle.loads(pickle.dumps(unread)) == unread


def test_the_stages_are_under_review_undecided_or_terminal() -> None:
    assert {stage for stage in Stage if stage.is_under_review} < {stage for stage in Stage if stage.is_undecided}
    assert not {stage for stage in Stage if stage.is_undecided} & {stage for stage in Stage if stage.is_terminal}
    rest = {stage for stage in Stage if not stage.is_undecided and not stage.is_terminal}
    assert rest == {Stage.NOT_BEGUN, Stage.APPROVED, Stage.DENIED}
