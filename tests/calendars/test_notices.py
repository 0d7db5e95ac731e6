"""The notices that come with the library, the faults a notice can have, and its TOML form."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.calendars.holiday_law import law_for
from govsvc.calendars.notices import (
    HolidayNotice,
    Rest,
    faults_of,
    packaged_notices,
    parse_notice,
    read_notice,
    residual_of,
    write_notice,
)
from govsvc.errors import Fault, InvalidInput
from govsvc.spans import Span

chinese_calendar: Any = importlib.import_module("chinese_calendar")
holidays: Any = importlib.import_module("holidays")

FIRST = dt.date(2004, 1, 1)
SETTLED_TO = dt.date(2026, 12, 25)

TEXT = """\
year = 2026
number = "国办发明电〔2025〕7号"
title = "国务院办公厅关于2026年部分节假日安排的通知"
issued = 2025-11-04
published = 2025-11-04

[[rest]]
name = "元旦"
first = 2026-01-01
last = 2026-01-03
worked = [2026-01-04]

[[rest]]
name = "春节"
first = 2026-02-15
last = 2026-02-23
worked = [2026-02-14, 2026-02-28]

[[rest]]
name = "清明节"
first = 2026-04-04
last = 2026-04-06

[[rest]]
name = "劳动节"
first = 2026-05-01
last = 2026-05-05
worked = [2026-05-09]

[[rest]]
name = "端午节"
first = 2026-06-19
last = 2026-06-21

[[rest]]
name = "中秋节"
first = 2026-09-25
last = 2026-09-27

[[rest]]
name = "国庆节"
first = 2026-10-01
last = 2026-10-07
worked = [2026-09-20, 2026-10-10]
"""


def held(year: int, *, amends: bool = False) -> HolidayNotice:
    return next(notice for notice in packaged_notices() if (notice.year, notice.amends) == (year, amends))


def faults(text: str) -> list[Fault]:
    with pytest.raises(InvalidInput) as refused:
        parse_notice(text)
    return list(refused.value.faults)


def read_or_refused(text: str) -> tuple[HolidayNotice | None, tuple[Fault, ...]]:
    try:
        return parse_notice(text), ()
    except InvalidInput as refused:
        return None, refused.faults


def changed(*pairs: tuple[str, str]) -> list[tuple[str, str, object]]:
    """Return path, code and given of the faults of the notice for 2026 with some of its text replaced."""
    text = TEXT
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return [(fault.path, fault.code, fault.given) for fault in faults(text)]


@functools.cache
def arranged() -> dict[dt.date, bool]:
    """Return whether each day a notice speaks about is worked; the later notice settles it."""
    days: dict[dt.date, bool] = {}
    for notice in packaged_notices():
        days |= dict.fromkeys(notice.off, False) | dict.fromkeys(notice.worked, True)
    return days


def is_workday(day: dt.date) -> bool:
    return arranged().get(day, day.weekday() < 5)


def days_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


# The packaged notices


def test_every_year_from_2004_to_2026_has_its_notice_and_three_have_an_amendment() -> None:
    assert sorted(notice.year for notice in packaged_notices() if not notice.amends) == list(range(2004, 2027))
    assert [notice.year for notice in packaged_notices() if notice.amends] == [2015, 2019, 2020]


def test_the_packaged_notices_come_in_the_order_in_which_they_became_known() -> None:
    known = [notice.known_from for notice in packaged_notices()]
    assert known == sorted(known)
    assert (known[0], known[-1]) == (dt.date(2003, 12, 18), dt.date(2025, 11, 4))


def test_the_day_of_publication_is_unknown_only_for_2004_and_2005() -> None:
    assert [notice.year for notice in packaged_notices() if notice.published is None] == [2004, 2005]
    assert held(2004).known_from == held(2004).issued
    assert held(2006).known_from == dt.date(2005, 12, 22)
    assert held(2020, amends=True).known_from == dt.date(2020, 1, 27)


def test_every_packaged_notice_is_national_has_its_own_number_and_names_its_year() -> None:
    numbers = {notice.number for notice in packaged_notices()}
    assert len(numbers) == 26
    assert {notice.place_code for notice in packaged_notices()} == {"000000"}
    assert all(f"{notice.year}年" in notice.title for notice in packaged_notices() if notice.number[:2] == "国办")


@pytest.mark.parametrize("notice", packaged_notices(), ids=lambda notice: notice.number)
def test_a_packaged_notice_has_no_fault_and_reads_back_from_its_own_text(notice: HolidayNotice) -> None:
    assert faults_of(notice) == ()
    assert parse_notice(write_notice(notice)) == notice


def test_the_files_of_the_package_are_written_as_the_library_writes_them() -> None:
    folder = importlib.resources.files("govsvc.calendars").joinpath("data/notices")
    texts = {record.read_text(encoding="utf-8") for record in folder.iterdir()}
    assert texts == {write_notice(notice) for notice in packaged_notices()}


@pytest.mark.parametrize("year", range(2004, 2027))
def test_every_annual_notice_keeps_the_balance_of_the_law(year: int) -> None:
    notice = held(year)
    weekdays_off = sum(day.weekday() < 5 for day in notice.off)
    assert weekdays_off - len(notice.worked) == len(law_for(year).statutory_days(year))
    assert residual_of(notice) == notice.residual == 0


@pytest.mark.parametrize(("year", "residual"), [(2015, -1), (2019, 0), (2020, -2)])
def test_every_amendment_declares_what_it_takes_from_the_year(year: int, residual: int) -> None:
    amendment = held(year, amends=True)
    assert residual_of(held(year), amendment) == amendment.residual == residual
    assert bool(amendment.residual_reason) == bool(residual)


def test_the_working_days_of_a_year_are_its_weekdays_less_its_statutory_days_but_for_known_transfers() -> None:
    residuals = {}
    for year in range(2004, 2026):
        days = list(days_between(dt.date(year, 1, 1), dt.date(year, 12, 31)))
        by_law = sum(day.weekday() < 5 for day in days) - len(law_for(year).statutory_days(year))
        residuals[year] = sum(map(is_workday, days)) - by_law
    assert {year: residual for year, residual in residuals.items() if residual} == {
        2005: 1,
        2006: 1,
        2007: -2,
        2011: 1,
        2012: -1,
        2015: -1,
        2020: -2,
    }


def test_no_statutory_day_is_worked() -> None:
    statutory = [day for year in range(2004, 2027) for day, _ in law_for(year).statutory_days(year)]
    assert [day for day in statutory if is_workday(day)] == []


def test_chinese_calendar_differs_from_the_notices_on_one_day() -> None:
    differing = [day for day in days_between(FIRST, SETTLED_TO) if chinese_calendar.is_workday(day) != is_workday(day)]
    # The notice for 2006 makes Saturday 2005-12-31 a working day, in exchange for Monday 2 or Tuesday 3 January.
    assert differing == [dt.date(2005, 12, 31)]
    assert is_workday(dt.date(2005, 12, 31))


def test_holidays_agrees_with_the_notices_on_every_day() -> None:
    china = holidays.China(years=range(2004, 2027))
    assert [day for day in days_between(FIRST, SETTLED_TO) if china.is_working_day(day) != is_workday(day)] == []


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        (2006, [], ["2005-12-31"]),
        (2007, [], ["2006-12-30", "2006-12-31"]),
        (2008, ["2007-12-30", "2007-12-31"], ["2007-12-29"]),
        (2012, [], ["2011-12-31"]),
        (2018, ["2017-12-30", "2017-12-31"], []),
        (2019, ["2018-12-30", "2018-12-31"], ["2018-12-29"]),
        (2023, ["2022-12-31"], []),
        (2024, ["2023-12-30", "2023-12-31"], []),
    ],
)
def test_what_a_notice_says_about_the_year_before(year: int, off: list[str], worked: list[str]) -> None:
    notice = held(year)
    assert sorted(str(day) for day in notice.off if day.year < year) == off
    assert sorted(str(day) for day in notice.worked if day.year < year) == worked


def test_the_years_that_reach_into_the_year_before_are_eight_and_none_reaches_into_the_year_after() -> None:
    reaching = [notice.year for notice in packaged_notices() if min(notice.off | notice.worked).year < notice.year]
    assert reaching == [2006, 2007, 2008, 2012, 2018, 2019, 2023, 2024]
    assert all(max(notice.off | notice.worked).year == notice.year for notice in packaged_notices())


def test_a_day_bears_the_name_of_the_block_it_is_off_in_or_worked_for() -> None:
    notice = held(2026)
    assert notice.name_of(dt.date(2026, 2, 15)) == "春节"
    assert notice.name_of(dt.date(2026, 2, 28)) == "春节"
    assert notice.name_of(dt.date(2026, 2, 24)) is None
    assert held(2025).name_of(dt.date(2025, 10, 6)) == "国庆节、中秋节"


def test_a_notice_can_be_hashed_and_made_without_checks() -> None:
    unsound = HolidayNotice("", "", FIRST, None, None, 1900, ())
    assert {unsound, attrs.evolve(unsound)} == {unsound}
    assert faults_of(unsound)


def test_a_residual_needs_a_notice() -> None:
    with pytest.raises(InvalidInput):
        residual_of()


# Its faults


def test_the_text_of_the_notice_for_2026_is_the_packaged_one_without_its_address() -> None:
    assert parse_notice(TEXT) == attrs.evolve(held(2026), url=None)


def test_a_worked_weekday_is_a_fault() -> None:
    assert changed(("worked = [2026-05-09]", "worked = [2026-05-08]")) == [
        ("$.rest[3].worked[0]", "not-a-weekend", dt.date(2026, 5, 8))
    ]


def test_a_day_off_too_many_breaks_the_balance() -> None:
    assert changed(("last = 2026-05-05", "last = 2026-05-06")) == [("$.residual", "unbalanced", -1)]


def test_a_worked_day_too_many_breaks_the_balance() -> None:
    assert changed(("[2026-05-09]", "[2026-05-09, 2026-05-10]")) == [("$.residual", "unbalanced", 1)]


def test_a_declared_residual_is_taken_with_its_reason_only() -> None:
    declared = TEXT.replace("last = 2026-05-05", "last = 2026-05-06")
    with_residual = declared.replace("published", "residual = -1\npublished")
    assert [fault.path for fault in faults(with_residual)] == ["$.residual_reason"]
    reasoned = with_residual.replace("published", 'residual_reason = "one day for all"\npublished')
    assert parse_notice(reasoned).residual == -1


def test_a_wrong_residual_is_a_fault_even_with_a_reason() -> None:
    assert changed(("published", 'residual = -1\nresidual_reason = "none"\npublished')) == [
        ("$.residual", "unbalanced", 0)
    ]


def test_a_worked_statutory_day_is_a_fault() -> None:
    assert changed(
        ("worked = [2026-02-14,", "worked = [2026-10-03,"), ("first = 2026-10-01", "first = 2026-10-04")
    ) == [
        ("$.rest[1].worked[0]", "statutory-day", dt.date(2026, 10, 3)),
        ("$.rest", "statutory-day-not-off", dt.date(2026, 10, 1)),
        ("$.rest", "statutory-day-not-off", dt.date(2026, 10, 2)),
        ("$.rest", "statutory-day-not-off", dt.date(2026, 10, 3)),
        ("$.residual", "unbalanced", 2),
    ]


def test_an_amendment_may_not_work_a_statutory_day_either() -> None:
    amendment = HolidayNotice(
        "1",
        "x",
        FIRST,
        None,
        None,
        2026,
        (Rest("春节", Span(dt.date(2026, 2, 24), dt.date(2026, 2, 24)), (dt.date(2026, 10, 3),)),),
        amends=True,
    )
    assert [(fault.path, fault.code) for fault in faults_of(amendment)] == [("$.rest[0].worked[0]", "statutory-day")]


def test_a_worked_day_inside_a_block_of_days_off_is_a_fault() -> None:
    assert changed(("worked = [2026-05-09]", "worked = [2026-05-03]"))[0] == (
        "$.rest[3].worked[0]",
        "day-off",
        dt.date(2026, 5, 3),
    )


def test_a_worked_day_given_twice_is_a_fault() -> None:
    assert ("$.rest[6].worked[0]", "given-twice", dt.date(2026, 2, 14)) in changed(
        ("worked = [2026-09-20,", "worked = [2026-02-14,")
    )


def test_overlapping_blocks_are_a_fault_and_touching_ones_are_not() -> None:
    overlapping = changed(("last = 2026-09-27", "last = 2026-10-01"))
    assert ("$.rest[6]", "overlapping", "2026-10-01…2026-10-07") in overlapping
    touching = changed(("last = 2026-09-27", "last = 2026-09-30"))
    assert touching == [("$.residual", "unbalanced", -3)]


@pytest.mark.parametrize(
    ("day", "is_fault"),
    [("2025-11-30", True), ("2025-12-01", False), ("2027-01-31", False), ("2027-02-01", True), ("2062-04-04", True)],
)
def test_a_day_far_from_the_year_is_a_fault(day: str, is_fault: bool) -> None:
    span = Span(dt.date.fromisoformat(day), dt.date.fromisoformat(day))
    notice = attrs.evolve(held(2026), rests=(*held(2026).rests, Rest("x", span)))
    expected = [("$.rest[7].first", "outside-year"), ("$.rest[7].last", "outside-year")]
    assert (
        [(fault.path, fault.code) for fault in faults_of(notice) if fault.code != "unbalanced"] == expected
    ) == is_fault


def test_a_missing_statutory_day_is_a_fault_even_on_a_weekend() -> None:
    assert changed(("first = 2026-04-04", "first = 2026-04-06")) == [
        ("$.rest", "statutory-day-not-off", dt.date(2026, 4, 5))
    ]


def test_publication_before_issue_is_a_fault_and_on_the_same_day_is_not() -> None:
    assert changed(("published = 2025-11-04", "published = 2025-11-03")) == [
        ("$.published", "before-issued", dt.date(2025, 11, 3))
    ]


def test_the_law_of_the_day_of_the_notice_decides() -> None:
    early = TEXT.replace("2025-11-04", "2024-11-09")
    assert [(fault.path, fault.code, fault.given) for fault in faults(early)] == [("$.residual", "unbalanced", -2)]
    parse_notice(TEXT.replace("2025-11-04", "2024-11-10"))


def test_a_notice_older_than_every_law_is_a_fault() -> None:
    assert [fault.path for fault in faults(TEXT.replace("2025-11-04", "1999-09-17"))] == ["$.issued"]


@pytest.mark.parametrize("year", [2003, 2101])
def test_a_year_without_festivals_is_a_fault(year: int) -> None:
    assert changed(("year = 2026", f"year = {year}")) == [("$.year", "out-of-range", year)]


def test_blank_words_are_faults() -> None:
    found = [fault.path for fault in faults_of(attrs.evolve(held(2026), number=" ", title="", rests=()))]
    assert found[:3] == ["$.number", "$.title", "$.rest"]
    assert changed(('name = "元旦"', 'name = " "')) == [("$.rest[0].name", "empty", " ")]


def test_an_unknown_precision_or_place_code_is_a_fault() -> None:
    assert changed(("published", 'issued_to = "week"\nplace_code = "45"\npublished')) == [
        ("$.issued_to", "not-known", "week"),
        ("$.place_code", "not-a-code", "45"),
    ]


def test_a_regional_notice_is_not_held_to_the_balance_of_the_nation() -> None:
    regional = HolidayNotice(
        "桂政办电〔2026〕1号",
        "放假通知",
        dt.date(2026, 3, 1),
        None,
        None,
        2026,
        (Rest("三月三", Span(dt.date(2026, 4, 17), dt.date(2026, 4, 20))),),
        issued_to="month",
        place_code="450000",
    )
    assert faults_of(regional) == ()
    assert faults_of(attrs.evolve(regional, place_code="000000"))
    assert parse_notice(write_notice(regional)) == regional


# Its text


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_text_is_a_fault(text: str) -> None:
    assert [(fault.path, fault.code) for fault in faults(text)] == [("$", "empty")]


def test_a_text_of_comments_lacks_every_key() -> None:
    assert [(fault.path, fault.code) for fault in faults("# nothing yet")] == [
        ("$.year", "missing"),
        ("$.number", "missing"),
        ("$.title", "missing"),
        ("$.issued", "missing"),
        ("$.rest", "missing"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("放假通知", 1),
        ("year = 2026\nnumber 7", 2),
        ("year = 2026\r\nnumber 7", 2),
        ("year = 2026\nyear = 2027", 2),
        ('year = 2026\n\ntitle = "open', 3),
        ("year = [1,\n2", 2),
        ("year = " + "[" * 100_000, 1),
        ("year = " + "9" * 5_000, 1),
    ],
)
def test_a_text_that_is_no_toml_names_the_line(text: str, line: int) -> None:
    assert [(fault.path, fault.code) for fault in faults(text)] == [(f"line {line}", "not-toml")]


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "2026-1-4", "0000-01-01"])
def test_a_day_that_does_not_exist_is_a_fault_of_its_field(text: str) -> None:
    assert changed(("last = 2026-02-23", f"last = {text}")) == [("$.rest[1].last", "not-a-date", text)]
    assert changed(("[2026-02-14, 2026-02-28]", f"[2026-02-14, {text}]")) == [
        ("$.rest[1].worked[1]", "not-a-date", text)
    ]


@pytest.mark.parametrize(
    ("old", "new", "path", "code", "given"),
    [
        ("first = 2026-01-01", 'first = "2026-01-01"', "$.rest[0].first", "not-a-date", "2026-01-01"),
        ("[2026-01-04]", '["星期日"]', "$.rest[0].worked[0]", "not-a-date", "星期日"),
        ("[2026-01-04]", "2026-01-04", "$.rest[0].worked", "not-a-list", dt.date(2026, 1, 4)),
        (
            "published = 2025-11-04",
            "published = 2025-11-04T08:00:00",
            "$.published",
            "not-a-date",
            dt.datetime(2025, 11, 4, 8),
        ),
        ("year = 2026", 'year = "2026"', "$.year", "not-a-number", "2026"),
        ("year = 2026", "year = true", "$.year", "not-a-number", True),
        ("year = 2026", "year = 2026.0", "$.year", "not-a-number", 2026.0),
        ('name = "元旦"', "name = 1", "$.rest[0].name", "not-text", 1),
        ('"国办发明电〔2025〕7号"', "7", "$.number", "not-text", 7),
        ("published", "amends = 1\npublished", "$.amends", "not-a-flag", 1),
        ("published = ", "publshed = ", "$.publshed", "unknown-key", "publshed"),
        ("worked = [2026-01-04]", "work = [2026-01-04]", "$.rest[0].work", "unknown-key", "work"),
        ("last = 2026-01-03\n", "", "$.rest[0].last", "missing", None),
        ("issued = 2025-11-04\n", "", "$.issued", "missing", None),
        ("last = 2026-01-03", "last = 2025-12-31", "$.rest[0].last", "before-first", dt.date(2025, 12, 31)),
    ],
)
def test_a_fault_of_the_form_names_its_place(old: str, new: str, path: str, code: str, given: object) -> None:
    assert changed((old, new)) == [(path, code, given)]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("rest = 1", ("$.rest", "not-a-list")),
        ("rest = [1]", ("$.rest[0]", "not-a-table")),
        ("rest = []", ("$.rest", "missing")),
    ],
)
def test_blocks_have_to_be_tables(rest: str, expected: tuple[str, str]) -> None:
    text = TEXT[: TEXT.index("[[rest]]")] + rest
    assert (faults(text)[0].path, faults(text)[0].code) == expected


def test_every_fault_comes_at_once() -> None:
    assert [
        place
        for place, *_ in changed(
            ("year = 2026", 'year = "2026"'),
            ("published = ", "publshed = "),
            ("last = 2026-02-23", "last = 2026-02-30"),
            ("[2026-05-09]", "[2026-05-08]"),
            ("last = 2026-09-27", "last = 2026-10-01"),
        )
    ] == ["$.publshed", "$.year", "$.rest[1].last", "$.rest[3].worked[0]", "$.rest[6]"]


def test_a_fault_says_what_would_have_been_right() -> None:
    (fault,) = faults(TEXT.replace("[2026-05-09]", "[2026-05-08]"))
    assert fault.allowed == "a Saturday or Sunday"
    assert str(fault).startswith("$.rest[3].worked[0]: not-a-weekend: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "2026.toml"
    path.write_text(TEXT, encoding=encoding)
    assert read_notice(path) == read_notice(str(path)) == parse_notice(TEXT)


def test_a_file_that_is_not_utf_8_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "2026.toml"
    path.write_text(TEXT, encoding="gb18030")
    with pytest.raises(InvalidInput) as refused:
        read_notice(path)
    assert [(fault.path, fault.code) for fault in refused.value.faults] == [(str(path), "not-utf-8")]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_notice(tmp_path / "2027.toml")


# What is written is read back

WORDS = st.text(min_size=1).filter(str.strip)
JUNE_TO_AUGUST = st.dates(dt.date(2026, 6, 22), dt.date(2026, 8, 31))


@st.composite
def amendments(draw: st.DrawFn) -> HolidayNotice:
    """Draw a sound amendment of summer 2026, where there is no statutory day."""
    ends = sorted(draw(st.sets(JUNE_TO_AUGUST, max_size=8)))
    spans = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)] or [
        Span(dt.date(2026, 7, 1), dt.date(2026, 7, 1))
    ]
    weekends = JUNE_TO_AUGUST.filter(lambda day: day.weekday() > 4 and not any(day in span for span in spans))
    worked = tuple(sorted(draw(st.sets(weekends, max_size=2))))
    rests = [Rest(draw(WORDS), span, worked if place == 0 else ()) for place, span in enumerate(spans)]
    issued = draw(st.dates(dt.date(2025, 1, 1), dt.date(2026, 6, 1)))
    return HolidayNotice(
        number=draw(WORDS),
        title=draw(WORDS),
        issued=issued,
        published=draw(st.none() | st.dates(issued, dt.date(2026, 6, 1))),
        url=draw(st.none() | st.text()),
        year=2026,
        rests=tuple(rests),
        amends=True,
        residual=draw(st.integers(-5, 5)),
        residual_reason=draw(WORDS),
        issued_to=draw(st.sampled_from(["day", "month", "year"])),
        place_code=draw(st.from_regex("[0-9]{6}", fullmatch=True)),
    )


@given(amendments())
def test_a_notice_reads_back_as_it_was_written(notice: HolidayNotice) -> None:
    assert parse_notice(write_notice(notice)) == notice


@given(st.text())
def test_no_text_makes_anything_but_a_notice_or_faults(text: str) -> None:
    assert all(fault.allowed for fault in faults(text))


@given(st.data())
def test_a_damaged_notice_is_read_or_refused_with_faults(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT)))
    end = data.draw(st.integers(start, min(len(TEXT), start + 12)))
    text = TEXT[:start] + data.draw(st.text(st.sampled_from('0123456789-[]="\n,# 休')), "in its place") + TEXT[end:]
    notice, found = read_or_refused(text)
    assert bool(found) == (notice is None)
    assert notice is None or faults_of(notice) == ()
