"""Laws of the machine, over logs of every sort."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from collections.abc import Callable
from functools import reduce
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.acts import LAW
from govsvc.calendars import WorkCalendar, china, for_place
from govsvc.cases import (
    Accepted,
    Assessment,
    Case,
    CorrectedOnTheSpot,
    ExclusionEnded,
    Progress,
    RenewalApplied,
    Rules,
    Stage,
    apply,
    assess,
    fold,
)
from govsvc.deadlines import decision
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms import Excluded, Procedure
from tests.cases.logs import KNOWN, begun, calendar, rules, seen
from tests.cases.strategies import cases, cases_on_a_day, random_case, random_day

CALENDARS: dict[str, Callable[[], WorkCalendar]] = {
    "nation": calendar,
    "guangxi": lambda: for_place(Place.parse("广西"), as_known=KNOWN),
    "before-2020": lambda: china(as_known=dt.date(2019, 6, 1)),
    "nothing-announced": lambda: china(notices=()),
}


@given(cases())
def test_folding_is_applying_one_by_one(case: Case) -> None:
    applied = reduce(lambda progress, event: apply(progress, event, rules()), case.events, Progress.of(case))
    assert fold(case, rules()) == applied


@given(cases())
def test_applying_leaves_its_argument_as_it_was(case: Case) -> None:
    progress = Progress.of(case)
    for event in case.events:
        before = copy.copy(progress)  # all its parts are immutable
        after = apply(progress, event, rules())
        assert progress == before
        progress = after


@given(cases(), st.integers(0, 30))
def test_a_log_replayed_to_any_point_and_carried_on_ends_the_same(case: Case, cut: int) -> None:
    begin = fold(attrs.evolve(case, events=case.events[:cut]), rules())
    carried_on = reduce(lambda progress, event: apply(progress, event, rules()), case.events[cut:], begin)
    assert attrs.evolve(carried_on, case=case) == fold(case, rules())


@given(cases_on_a_day())
def test_no_clock_runs_where_nothing_can_happen_any_more(given_case: tuple[Case, dt.date]) -> None:
    got = seen(*given_case)
    if got.state.is_terminal:
        assert (got.clocks, got.also, got.next_due) == ((), (), None)


@given(cases_on_a_day())
def test_the_next_due_is_a_running_clock_and_none_likely_ends_before_it(given_case: tuple[Case, dt.date]) -> None:
    got = seen(*given_case)
    if got.next_due is None:
        assert got.clocks == ()
    else:
        assert got.next_due in got.clocks
        assert got.next_due.likely == min(clock.likely for clock in got.clocks)


@given(cases_on_a_day())
def test_where_a_stage_can_be_reached_from(given_case: tuple[Case, dt.date]) -> None:
    case, on = given_case
    got = seen(case, on)
    if got.state is Stage.REFUSED:
        assert got.accepted_on is None
    if got.state in (Stage.APPROVED, Stage.DENIED, Stage.DELIVERED):
        assert got.accepted_on is not None
    if got.state is Stage.DEEMED_RENEWED:
        assert got.accepted_on is not None
        assert any(isinstance(event, RenewalApplied) for event in case.events)


@given(cases_on_a_day())
def test_every_finding_is_about_an_event_of_the_log_or_the_case_as_a_whole(given_case: tuple[Case, dt.date]) -> None:
    case, on = given_case
    got = seen(case, on)
    for finding in got.findings:
        place = re.fullmatch(r"\$(?:\.events\[(\d+)\])?", finding.subject)
        assert place is not None
        assert place[1] is None or int(place[1]) < len(case.events)
    for aside in got.set_aside:
        assert case.events[aside.index] is aside.event
        assert aside.finding in got.findings


@given(cases_on_a_day())
def test_assessing_twice_gives_the_same_and_nothing_hangs_on_the_name_of_the_case(
    given_case: tuple[Case, dt.date],
) -> None:
    case, on = given_case
    got = seen(case, on)
    assert seen(case, on) == got
    renamed = attrs.evolve(case, id="another", place=Place.BEIJING)
    assert attrs.evolve(seen(renamed, on), case=case.id) == got


@given(cases_on_a_day(most=12), st.integers(0, 12))
def test_what_moves_no_clock_changes_no_answer(given_case: tuple[Case, dt.date], place: int) -> None:
    case, on = given_case
    place = min(place, len(case.events))
    when = case.events[place - 1].on if place else dt.date(2004, 12, 1)
    more = (*case.events[:place], CorrectedOnTheSpot(when), *case.events[place:])
    got, plain = seen(attrs.evolve(case, events=more), on), seen(case, on)
    assert (got.state, got.clocks, got.accepted_on) == (plain.state, plain.clocks, plain.accepted_on)


@given(cases_on_a_day(most=12))
def test_every_value_survives_pickling(given_case: tuple[Case, dt.date]) -> None:
    case, on = given_case
    for value in (case, fold(case, rules()), seen(case, on), rules()):
        assert pickle.loads(pickle.dumps(value)) == value


DAYS = st.dates(dt.date(2005, 1, 3), dt.date(2027, 6, 1))
EXCLUSIONS = st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 20), st.sampled_from(Procedure)), max_size=4)


@given(DAYS, EXCLUSIONS)
def test_leaving_more_out_never_makes_a_deadline_earlier(
    accepted: dt.date, some: list[tuple[int, int, Procedure]]
) -> None:
    left_out = [
        Excluded(why, Span(accepted + dt.timedelta(first), accepted + dt.timedelta(first + length)), told_on=None)
        for first, length, why in some
    ]
    ends = [decision(accepted, excluded=left_out[:n], calendar=calendar()).statutory for n in range(len(left_out) + 1)]
    assert [end.earliest for end in ends] == sorted(end.earliest for end in ends)
    assert [end.latest for end in ends] == sorted(end.latest for end in ends)


@given(DAYS, st.integers(0, 40), st.integers(0, 20))
def test_a_procedure_never_makes_a_clock_of_a_case_earlier(accepted: dt.date, after: int, length: int) -> None:
    first = accepted + dt.timedelta(after)
    last = first + dt.timedelta(length)
    plain = Case(id="1", events=(Accepted(accepted),))
    stopped = plain.then(begun(str(first), until=str(last)), ExclusionEnded(last))
    for one, other in zip(seen(plain, last).clocks, seen(stopped, last).clocks, strict=True):
        assert one.earliest <= other.earliest
        assert one.latest <= other.latest


@pytest.mark.parametrize("name", CALENDARS)
def test_no_log_is_beyond_the_machine(name: str) -> None:
    rng, on = Random(20261121), CALENDARS[name]()
    stages: set[Stage] = set()
    for _ in range(2_500):
        case = random_case(rng)
        got: Assessment = assess(case, as_of=random_day(rng, case), calendar=on)
        stages.add(got.state)
        assert len(got.findings) >= len(got.set_aside)
    assert stages == set(Stage)


def test_the_rules_of_a_case_are_a_law_and_a_calendar() -> None:
    assert Rules(LAW, calendar()) == rules()
