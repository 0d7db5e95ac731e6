"""The reply on disclosure: fifteen working days and fifteen to 2019-05-14, twenty and twenty from 2019-05-15."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.acts import Governing, Law, Reason
from govsvc.calendars import china
from govsvc.deadlines import due
from govsvc.errors import InvalidInput, NotInForce, NotSettled
from govsvc.norms import Citation, Event, Evidence, Modality, Rank, Standing, Topic, Who
from govsvc.packs.national import ACTS
from govsvc.packs.national.disclosure import DISCLOSURE_2007, DISCLOSURE_2019, XXGK, XXGK07
from govsvc.places import Place
from govsvc.terms import Conditions, Extension, clock
from govsvc.terms.allowances import extension_faults
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.term import Extendable, Term

LAW = Law(ACTS)
(BEFORE,) = DISCLOSURE_2007.terms
(NOW,) = DISCLOSURE_2019.terms
FIRST, CHANGE, LAST = dt.date(2008, 5, 1), dt.date(2019, 5, 15), dt.date(2026, 12, 31)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def keys(found: Governing) -> list[str]:
    return [term.key for term in found.terms]


def extended(term: Term, received: str, by: int, approved: str) -> str:
    extension = Extension(WorkingDays(by), approved_on=day(approved), approver=Who.HEAD_OF_DISCLOSURE_OFFICE)
    running = clock(term, day(received), china())
    if faults := tuple(extension_faults(running, extension)):
        raise InvalidInput(faults)
    return str(clock(term, day(received), china(), Conditions(extensions=(extension,))).due)


@pytest.mark.parametrize(
    ("term", "cite", "days"),
    [(BEFORE, "政府信息公开条例第二十四条第二款", 15), (NOW, "政府信息公开条例第三十三条第二款", 20)],
)
def test_what_each_version_says(term: Term, cite: str, days: int) -> None:
    assert (str(term.cite), term.within, term.of) == (cite, WorkingDays(days), Event.RECEIVED)
    assert term.extension == Extendable(WorkingDays(days), Who.HEAD_OF_DISCLOSURE_OFFICE, term.cite)
    assert (term.topic, term.who, term.modality) == (Topic.DISCLOSURE_REPLY, Who.AGENCY, Modality.MUST)
    assert (term.silence, term.excludes, term.only) == (None, frozenset(), None)
    assert term.unit_by == term.cite
    assert list(map(str, term.counted_by)) == ["民法典第二百零一条第一款（类推适用）"]


def test_the_two_versions_follow_each_other_without_a_gap() -> None:
    assert (XXGK07.successor, XXGK.predecessor) == (XXGK.key, XXGK07.key)
    assert XXGK07.in_force.last + dt.timedelta(days=1) == XXGK.in_force.first == CHANGE
    assert [XXGK07.standing(CHANGE), XXGK.standing(CHANGE)] == [Standing.SUPERSEDED, Standing.IN_FORCE]
    assert {XXGK07.rank, XXGK.rank} == {Rank.ADMINISTRATIVE_REGULATION}
    assert (XXGK07.number, XXGK.number) == ("国务院令第492号", "国务院令第711号")
    assert (BEFORE.evidence, NOW.evidence) == (Evidence.EXCERPT, Evidence.FULL_TEXT)


def test_a_title_borne_twice_is_read_by_its_day() -> None:
    text = "政府信息公开条例第三十三条第二款"
    with pytest.raises(InvalidInput) as caught:
        Citation.parse(text, LAW.instruments)
    assert caught.value.faults[0].allowed == "one of xxgk, xxgk07"
    assert Citation.parse(text, LAW.instruments, on=CHANGE) == NOW.cite


def test_twenty_working_days_across_the_spring_festival_of_2026() -> None:
    found = due(Topic.DISCLOSURE_REPLY, day("2026-02-13"), law=LAW).governing
    assert (str(found.due), found.term) == ("2026-03-19", NOW)
    assert found.term.extension is not None
    assert found.term.extension.by == WorkingDays(20)
    assert extended(NOW, "2026-02-13", 20, "2026-03-19") == "2026-04-17"


@pytest.mark.parametrize(
    ("by", "approved", "code"), [(21, "2026-03-19", "longer-than-allowed"), (20, "2026-03-20", "outside-term")]
)
def test_an_extension_has_its_bounds(by: int, approved: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        extended(NOW, "2026-02-13", by, approved)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_guiding_case_26() -> None:
    assert str(clock(BEFORE, day("2011-06-01"), china()).due) == "2011-06-23"
    assert extended(BEFORE, "2011-06-01", 15, "2011-06-23") == "2011-07-14"


def test_on_its_last_day_the_excerpt_stands_beside_no_answer() -> None:
    found = LAW.governing(Topic.DISCLOSURE_REPLY, on=day("2019-05-14"))
    assert (found.headline, keys(found)) == (None, [BEFORE.key])
    assert {beside.term.key: beside.reason for beside in found.also} == {
        BEFORE.key: Reason.NOT_FULL_TEXT,
        NOW.key: Reason.NOT_IN_FORCE,
    }
    with pytest.raises(NotSettled, match="政府信息公开条例"):
        due(Topic.DISCLOSURE_REPLY, day("2019-05-14"), law=LAW)


def test_on_the_next_day_the_revision_answers() -> None:
    found = LAW.governing(Topic.DISCLOSURE_REPLY, on=CHANGE)
    assert (found.term.key, keys(found)) == (NOW.key, [NOW.key])
    assert [(beside.term.key, beside.reason) for beside in found.also] == [(BEFORE.key, Reason.NOT_IN_FORCE)]
    assert str(due(Topic.DISCLOSURE_REPLY, CHANGE, law=LAW).governing.due) == "2019-06-13"


def test_before_2008_nothing_was_in_force() -> None:
    with pytest.raises(NotInForce):
        due(Topic.DISCLOSURE_REPLY, FIRST - dt.timedelta(days=1), law=LAW)


@given(st.dates(FIRST, LAST), st.sampled_from([Place.NATIONAL, Place.BEIJING, Place.HENGSHUI]))
def test_every_day_since_2008_has_one_text_and_only_the_later_answers(on: dt.date, place: Place) -> None:
    found = LAW.governing(Topic.DISCLOSURE_REPLY, on=on, place=place)
    assert keys(found) == [NOW.key if on >= CHANGE else BEFORE.key]
    assert (found.headline is not None) is (on >= CHANGE)
