"""When a thing is received and how days count, clause by clause."""

from __future__ import annotations

import datetime as dt

import pytest

from govsvc.acts import Law
from govsvc.norms import Citation, Evidence, Rank, Topic
from govsvc.packs.national import ACTS
from govsvc.packs.national import receipt as room
from govsvc.packs.national.disclosure import DISCLOSURE_ACTS

TODAY = dt.date(2026, 3, 4)
LAW = Law(ACTS)

RECEIPT = [
    ("receipt.enters-system", "电子签名法第十一条第二款", dt.date(2005, 4, 1)),
    ("receipt.enters-system", "民法典第一百三十七条第二款", dt.date(2021, 1, 1)),
    ("receipt.handed-in", "政府信息公开条例第三十一条第（一）项", dt.date(2019, 5, 15)),
    ("receipt.signed-mail", "政府信息公开条例第三十一条第（二）项", dt.date(2019, 5, 15)),
    ("receipt.ordinary-mail-confirmed", "政府信息公开条例第三十一条第（二）项", dt.date(2019, 5, 15)),
    ("receipt.online-confirmed", "政府信息公开条例第三十一条第（三）项", dt.date(2019, 5, 15)),
]

COUNTING = [
    ("counting.first-day-not-counted", "民法典第二百零一条第一款", dt.date(2021, 1, 1)),
    ("counting.hours-from-the-hour", "民法典第二百零一条第二款", dt.date(2021, 1, 1)),
    ("counting.months-end-on-the-same-day", "民法典第二百零二条", dt.date(2021, 1, 1)),
    ("counting.last-day-rolls", "民法典第二百零三条第一款", dt.date(2021, 1, 1)),
    ("counting.last-day-ends-at-closing", "民法典第二百零三条第二款", dt.date(2021, 1, 1)),
    ("counting.agency-terms-in-working-days", "行政许可法第八十二条", dt.date(2004, 7, 1)),
]


@pytest.mark.parametrize(("topic", "clauses"), [(Topic.RECEIPT, RECEIPT), (Topic.COUNTING, COUNTING)])
def test_the_clauses_are_these(topic: Topic, clauses: list[tuple[str, str, dt.date]]) -> None:
    found = LAW.provisions(topic, on=TODAY)
    assert [(each.says, str(each.cite)) for each in found] == [(says, cite) for says, cite, _ in clauses]


@pytest.mark.parametrize(("says", "cite", "first"), RECEIPT + COUNTING)
def test_a_clause_stands_from_the_first_day_of_its_instrument(says: str, cite: str, first: dt.date) -> None:
    topic = Topic.RECEIPT if says.startswith("receipt.") else Topic.COUNTING

    def standing(day: dt.date) -> bool:
        return (says, cite) in [(each.says, str(each.cite)) for each in LAW.provisions(topic, on=day)]

    assert standing(first)
    assert not standing(first - dt.timedelta(days=1))


def test_every_clause_was_read_in_full() -> None:
    clauses = (*LAW.provisions(Topic.RECEIPT, on=TODAY), *LAW.provisions(Topic.COUNTING, on=TODAY))
    assert {clause.evidence for clause in clauses} == {Evidence.FULL_TEXT}


def test_the_clauses_are_cited_plainly_and_by_analogy_where_they_are_applied() -> None:
    assert not room.FIRST_DAY_NOT_COUNTED.by_analogy
    assert str(room.LAST_DAY_ROLLS.analogous()) == "民法典第二百零三条第一款（类推适用）"
    assert str(room.MONTHS_END) == "民法典第二百零二条"


def test_the_instruments_are_told_apart_by_rank() -> None:
    assert {act.instrument.title: act.instrument.rank for act in (*room.RECEIPT_ACTS, *DISCLOSURE_ACTS)} == {
        "民法典": Rank.STATUTE,
        "电子签名法": Rank.STATUTE,
        "政府信息公开条例": Rank.ADMINISTRATIVE_REGULATION,
    }


def test_every_citation_of_the_nation_is_read_back() -> None:
    cites = [term.cite for act in ACTS for term in act.terms]
    cites += [provision.cite for act in ACTS for provision in act.provisions]
    assert set(cites) >= {Citation.parse(cite, LAW.instruments, on=TODAY) for _, cite, _ in RECEIPT + COUNTING}
    read = [Citation.parse(str(cite), LAW.instruments, on=cite.instrument.in_force.first) for cite in cites]
    assert read == cites
