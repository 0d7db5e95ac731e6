"""Whether a text is in force on a day, what became of it, and what its makers were called."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from govsvc.errors import InvalidInput
from govsvc.norms import UNKNOWN, Citation, Evidence, Instrument, Rank, Standing, Unknown, since
from govsvc.norms.bodies import Body, BodyName
from govsvc.places import Place
from govsvc.spans import Span

DAY = dt.date
TIME = Span(DAY(2016, 12, 29), DAY(2025, 11, 13))


def instrument(in_force: Span = TIME, **fields: Any) -> Instrument:
    checked = DAY(2026, 11, 21)
    return Instrument(
        "某办法", "rule", Rank.DEPARTMENT_RULE, in_force, Evidence.FULL_TEXT, checked_on=checked, **fields
    )


ENDS: list[tuple[dict[str, Any], Standing, dt.date | Unknown]] = [
    ({}, Standing.REPEALED, DAY(2025, 11, 14)),
    ({"successor": "later"}, Standing.SUPERSEDED, DAY(2025, 11, 14)),
    ({"afterwards": Standing.REPEALED, "successor": "later"}, Standing.REPEALED, DAY(2025, 11, 14)),
    ({"afterwards": Standing.PRESUMED_SUPERSEDED}, Standing.PRESUMED_SUPERSEDED, UNKNOWN),
    ({"afterwards": Standing.UNKNOWN}, Standing.UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("fields", "end", "repealed"), ENDS)
def test_a_text_is_in_force_from_its_first_day_to_its_last(
    fields: dict[str, Any], end: Standing, repealed: object
) -> None:
    text = instrument(**fields)
    days = [DAY(2016, 12, 28), DAY(2016, 12, 29), DAY(2025, 11, 13), DAY(2025, 11, 14)]
    assert [text.standing(day) for day in days] == [Standing.NOT_YET, Standing.IN_FORCE, Standing.IN_FORCE, end]
    assert text.repealed == repealed


def test_a_text_without_end_is_not_repealed() -> None:
    text = instrument(since(2020, 4, 28))
    assert text.repealed is None
    assert text.standing(DAY.max) is Standing.IN_FORCE


def test_only_two_standings_leave_open_whether_a_text_is_in_force() -> None:
    open_ones = [standing for standing in Standing if not standing.is_certain]
    assert open_ones == [Standing.PRESUMED_SUPERSEDED, Standing.UNKNOWN]


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"afterwards": Standing.IN_FORCE}, ["afterwards"]),
        ({"in_force": since(2020, 1, 1), "afterwards": Standing.REPEALED}, ["afterwards"]),
        ({"predecessor": "rule", "successor": "No Key"}, ["predecessor", "successor"]),
        ({"implements": ("rule", "")}, ["implements[0]", "implements[1]"]),
        ({"issuer": "city", "place": "Beijing", "articles": 0}, ["issuer", "place", "articles"]),
    ],
)
def test_a_faulty_standing_names_every_fault(fields: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        instrument(**fields)
    assert [fault.path for fault in caught.value.faults] == paths


def test_a_title_borne_by_several_versions_is_read_by_the_day() -> None:
    old = instrument(Span(DAY(2020, 1, 1), DAY(2023, 12, 31)), successor="rule24")
    new = Instrument(
        "某办法", "rule24", Rank.DEPARTMENT_RULE, since(2024, 1, 1), Evidence.FULL_TEXT, checked_on=DAY(2026, 11, 21)
    )
    assert Citation.parse("某办法第三条", [old, new], on=DAY(2023, 12, 31)) == old(3)
    assert Citation.parse("某办法第三条", [old, new], on=DAY(2024, 1, 1)) == new(3)
    for on in (None, DAY(2019, 1, 1)):
        with pytest.raises(InvalidInput) as caught:
            Citation.parse("某办法第三条", [old, new], on=on)
        assert (caught.value.faults[0].code, caught.value.faults[0].allowed) == (
            "several-instruments",
            "one of rule, rule24",
        )


OFFICE = BodyName("某市政务服务管理办公室", Span(DAY(2016, 12, 29), DAY(2018, 9, 30)), ("某发〔2016〕64号",))
BUREAU = BodyName("某市政务服务管理局", Span(DAY(2020, 4, 24), DAY(2021, 2, 12)))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (DAY(2016, 12, 28), "某市政务服务部门"),
        (DAY(2016, 12, 29), "某市政务服务管理办公室"),
        (DAY(2018, 9, 30), "某市政务服务管理办公室"),
        (DAY(2018, 10, 1), "某市政务服务部门"),
        (DAY(2020, 4, 24), "某市政务服务管理局"),
        (DAY(2026, 1, 1), "某市政务服务部门"),
    ],
)
def test_a_body_is_called_what_a_source_called_it_on_that_day(day: dt.date, name: str) -> None:
    body = Body("city-services", "某市政务服务部门", Place.BEIJING, names=(OFFICE, BUREAU))
    found = body.name_on(day)
    assert str(found) == name
    assert (found.attested is None) is (name == body.general)


@pytest.mark.parametrize(
    ("fields", "names", "paths"),
    [
        ({"key": "City", "general": " "}, (), ["key", "general"]),
        ({"key": "city", "general": "市", "place": "Beijing"}, (), ["place"]),
        ({"key": "city", "general": "市"}, (BUREAU, OFFICE), ["names[1]"]),
        ({"key": "city", "general": "市"}, (BodyName("某局"),), ["names[0]"]),
    ],
)
def test_a_faulty_body_names_every_fault(fields: dict[str, Any], names: Any, paths: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        Body(**fields, names=names)
    assert [fault.path for fault in caught.value.faults] == paths
