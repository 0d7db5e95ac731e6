"""Answers that were kept are read back with their records and come out again, whatever happened in the case."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given

from govsvc.calendars import WorkCalendar, china, for_place
from govsvc.cases import Case, Received, Unread, assess
from govsvc.errors import GovsvcError, InvalidInput
from govsvc.law import LAW, Law
from govsvc.places import Place
from govsvc.wire.answers import KeptAnswer, read_answers
from govsvc.wire.replay import Basis, Replayed, replay
from govsvc.wire.writing import plain
from tests.wire.strategies import cases

SILENT = Case(id="A-1", events=(Received(dt.date(2026, 3, 2)),))
AS_OF = dt.date(2026, 3, 20)


def kept(
    case: Case = SILENT,
    as_of: dt.date = AS_OF,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law = LAW,
) -> dict[str, Any]:
    found = assess(case, as_of=as_of, place=place, calendar=calendar, law=law)
    return {"record": plain(case), "place": plain(place), **plain(found)}


def again(*answers: dict[str, Any], as_known: str | None = None, law: Law = LAW) -> list[Replayed]:
    read = read_answers(json.dumps({"as_known": as_known, "assessments": answers}).encode())
    found = list(replay(read, law))
    assert not [item for item in found if isinstance(item, Unread)]
    return [item[1] for item in found if not isinstance(item, Unread)]


@given(cases())
def test_whatever_was_answered_is_answered_again(case: Case) -> None:
    as_of = max((event.on for event in case.events), default=case.expires or AS_OF)
    place = case.place or Place.NATIONAL
    try:
        answer = kept(case, as_of, place)
    except GovsvcError:
        return
    (found,) = again(answer)
    assert (found.differences, found.faults) == ((), ())
    assert (found.code, found.law, found.calendar, found.known_on) == (Basis.SAME, Basis.SAME, Basis.SAME, None)
    assert found.now == assess(case, as_of=as_of, place=place)


def test_the_record_the_place_and_the_stamp_are_read_back() -> None:
    place = Place.parse("广西")
    (answer,) = read_answers(json.dumps({"assessments": [kept(place=place)]}).encode()).answers
    assert isinstance(answer, KeptAnswer)
    stamp = assess(SILENT, as_of=AS_OF, place=place).stamp
    assert (answer.number, answer.case, answer.place, answer.stamp) == (1, SILENT, place, stamp)


def test_what_was_known_then_is_looked_for_by_its_fingerprint() -> None:
    then = for_place(Place.NATIONAL, as_known=dt.date(2020, 1, 24))
    case = Case(id="A-1", events=(Received(dt.date(2020, 1, 21)),))
    answer = kept(case, dt.date(2020, 2, 6), calendar=then)
    (found,) = again(answer)
    assert (found.calendar, found.is_same) == (Basis.RESTORED, True)
    assert found.known_on is not None
    assert china(as_known=found.known_on) == then
    assert found.known_on < dt.date(2020, 1, 26)


def test_the_day_whose_knowledge_counted_is_asked_again() -> None:
    then = for_place(Place.NATIONAL, as_known=dt.date(2020, 1, 24))
    answer = kept(Case(id="A-1", events=(Received(dt.date(2020, 1, 21)),)), dt.date(2020, 2, 6), calendar=then)
    (found,) = again(answer, as_known="2020-01-24")
    assert (found.calendar, found.known_on, found.is_same) == (Basis.SAME, None, True)


@pytest.mark.parametrize("day", [AS_OF, dt.date(2026, 3, 2)])
def test_a_law_pinned_to_a_day_is_pinned_again(day: dt.date) -> None:
    (found,) = again(kept(law=LAW.on(day)))
    assert (found.law, found.is_same) == (Basis.SAME, True)


def test_a_law_that_changes_the_answer_is_told_with_the_difference() -> None:
    acts = [act for act in LAW.acts if act.key != "mfd"]
    (found,) = again(kept(), law=Law(acts))
    assert (found.law, found.is_same) == (Basis.ANOTHER, True)  # how a term is counted is no part of its answer
    (found,) = again(kept(), law=Law([act for act in acts if act.key != "xkf"]))
    assert (found.law, found.is_same, found.now) == (Basis.ANOTHER, False, None)
    assert [fault.code for fault in found.faults] == ["not-covered"]


def test_a_later_release_may_tell_more() -> None:
    answer = kept()
    del answer["findings"], answer["clocks"][0]["silence"]
    (found,) = again(answer)
    assert found.is_same


def test_true_is_not_one() -> None:
    answer = kept()
    answer["clocks"][0]["remaining"]["working_days"] = True
    answer["clocks"] = answer["clocks"][:1]
    (found,) = again(answer)
    assert [difference.path for difference in found.differences] == ["$.clocks[0].remaining.working_days"]


def test_everything_wrong_with_a_file_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_answers(b'{"as_known": "2026-02-30", "further_notices": {}}')
    assert [fault.path for fault in caught.value.faults] == ["$.assessments", "$.as_known", "$.further_notices"]


def test_everything_wrong_with_an_answer_is_told_in_its_place() -> None:
    value = {"assessments": [{"case": "A-7", "record": {}, "place": "亚特兰蒂斯", "stamp": {"code": 1}}, 7]}
    first, second = read_answers(json.dumps(value).encode()).answers
    assert isinstance(first, Unread)
    assert isinstance(second, Unread)
    assert (first.line, first.case, second.line, second.case) == (1, "A-7", 2, None)
    assert {"$.record.case", "$.place", "$.stamp.code", "$.stamp.law"} <= {fault.path for fault in first.faults}
    assert [fault.code for fault in second.faults] == ["not-an-object"]
