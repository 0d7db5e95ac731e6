"""Further notices over those held: what they move, which wins, and what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from govsvc.calendars import Certainty, DayKind, HolidayNotice, china, parse_notice
from govsvc.calendars.notices import packaged_notices, write_notice
from govsvc.errors import InvalidInput
from govsvc.spans import Span
from tests.calendars.known import INVENTED_2027, amended_2027, block, held, real

OFF_2027 = ["2027-02-11", "2027-02-12", "2027-05-05", "2027-10-06", "2027-10-07"]
WORKED_2027 = ["2027-01-31", "2027-02-20", "2027-05-08", "2027-09-26", "2027-10-09"]


def faults(*notices: Any) -> list[tuple[str, str, object]]:
    with pytest.raises(InvalidInput) as caught:
        real().with_notices(*notices)
    return [(fault.path, fault.code, fault.given) for fault in caught.value.faults]


# What a notice moves ------------------------------------------------------------------------------------------------


def test_a_notice_for_2027_moves_exactly_the_days_it_exchanges() -> None:
    loaded = real().with_notices(INVENTED_2027)
    moved = {str(day.date): day.is_working for day in real().changed(loaded)}
    assert moved == dict.fromkeys(OFF_2027, False) | dict.fromkeys(WORKED_2027, True)
    assert all(day.certainty is Certainty.ANNOUNCED and day.source == INVENTED_2027 for day in real().changed(loaded))


def test_a_notice_for_2027_announces_it_and_the_last_days_of_2026() -> None:
    loaded = real().with_notices(INVENTED_2027)
    assert (real().announced_through, loaded.announced_through) == (dt.date(2026, 12, 25), dt.date(2027, 12, 25))
    assert loaded.announced_from == dt.date(2004, 1, 1)
    assert {loaded.day(day).certainty for day in Span(dt.date(2026, 12, 20), dt.date(2027, 12, 25))} == {
        Certainty.ANNOUNCED
    }
    assert {loaded.day(day).certainty for day in Span(dt.date(2027, 12, 26), dt.date(2028, 12, 31))} == {
        Certainty.PROVISIONAL
    }
    assert loaded.add(dt.date(2026, 12, 10), 20) == dt.date(2027, 1, 8)


def test_every_deadline_lies_in_the_interval_it_had_before_the_notice() -> None:
    loaded = real().with_notices(INVENTED_2027)
    for start in Span(dt.date(2026, 11, 1), dt.date(2027, 10, 1)):
        for n in (1, 5, 20, 45):
            found = real().interval(start, n)
            assert found.earliest <= loaded.add(start, n) <= found.latest


def test_loading_leaves_the_calendar_it_was_loaded_over_as_it_was() -> None:
    before = real().fingerprint
    loaded = real().with_notices(INVENTED_2027)
    assert real().fingerprint == before != loaded.fingerprint
    assert real().with_notices() == real()
    assert loaded.with_notices(INVENTED_2027) == loaded
    assert real().changed(real()) == ()


def test_a_calendar_given_all_notices_is_one_loaded_with_the_last() -> None:
    assert china(notices=[INVENTED_2027, *packaged_notices()]) == real().with_notices(INVENTED_2027)


def test_a_notice_read_from_text_loads_like_the_value() -> None:
    assert real().with_notices(parse_notice(write_notice(INVENTED_2027))) == real().with_notices(INVENTED_2027)


def test_a_notice_can_reach_into_the_year_before() -> None:
    new_year = block("元旦", "2026-12-31", "2027-01-03", "2026-12-27")
    notice = attrs.evolve(INVENTED_2027, rests=(new_year, *INVENTED_2027.rests[1:]))
    loaded = real().with_notices(notice)
    assert loaded.day(dt.date(2026, 12, 31)).kind is DayKind.MAKE_UP_REST
    assert loaded.is_workday(dt.date(2026, 12, 27))
    assert loaded.announced_from == dt.date(2004, 1, 1)


def test_a_day_known_beforehand_does_not_move_the_horizon() -> None:
    new_year = block("国庆节", "2027-10-01", "2027-10-07", "2027-09-26", "2028-01-08")
    notice = attrs.evolve(INVENTED_2027, rests=(*INVENTED_2027.rests[:-1], new_year))
    loaded = real().with_notices(notice)
    assert loaded.day(dt.date(2028, 1, 8)).certainty is Certainty.ANNOUNCED
    assert loaded.is_workday(dt.date(2028, 1, 8))
    assert (loaded.announced_from, loaded.announced_through) == (dt.date(2004, 1, 1), dt.date(2027, 12, 25))


# Which notice wins --------------------------------------------------------------------------------------------------


def test_the_later_published_wins_day_by_day() -> None:
    annual, extended = held("国办发明电〔2019〕16号"), held("国办发明电〔2020〕1号")
    saturday = real().day(dt.date(2020, 2, 1))
    assert (saturday.kind, saturday.name, saturday.source) == (DayKind.WEEKEND, "春节", extended)
    assert real().day(dt.date(2020, 1, 30)).source == annual
    assert real().day(dt.date(2020, 1, 19)).source == annual
    assert real().day(dt.date(2020, 1, 31)).source == extended
    only = china(notices=[annual])
    assert only.day(dt.date(2020, 2, 1)).kind is DayKind.MAKE_UP_WORK
    assert only.with_notices(extended).day(dt.date(2020, 2, 1)).kind is DayKind.WEEKEND


def test_the_order_of_loading_is_of_no_account() -> None:
    one = amended_2027(block("劳动节", "2027-05-06", "2027-05-06", "2027-05-09"))
    longer = block("劳动节", "2027-05-07", "2027-05-09", "2027-05-15", "2027-05-16", "2027-05-22")
    other = amended_2027(longer, published=dt.date(2027, 4, 1))
    there = real().with_notices(INVENTED_2027, one, other)
    back = real().with_notices(other, INVENTED_2027, one)
    step = real().with_notices(INVENTED_2027).with_notices(one).with_notices(other)
    assert there == back == step
    assert there.day(dt.date(2027, 5, 9)).kind is DayKind.WEEKEND
    assert there.day(dt.date(2027, 5, 8)).kind is DayKind.WEEKEND


def test_a_notice_of_the_same_number_takes_the_place_of_the_one_held() -> None:
    wrong = attrs.evolve(INVENTED_2027, rests=(*INVENTED_2027.rests[:-1], block("国庆节", "2027-10-01", "2027-10-03")))
    assert faults(wrong) == [("notices[0] $.residual", "unbalanced", 2)]
    first = attrs.evolve(INVENTED_2027, rests=(*INVENTED_2027.rests[:-1], block("国庆节", "2027-10-01", "2027-10-05")))
    loaded = real().with_notices(first)
    assert loaded.is_workday(dt.date(2027, 10, 6))
    assert loaded.with_notices(INVENTED_2027) == real().with_notices(INVENTED_2027)
    again = attrs.evolve(held("国办发明电〔2020〕1号"), url="https://example.org/1")
    corrected = real().with_notices(again)
    assert real().changed(corrected) == ()
    assert corrected.day(dt.date(2020, 2, 1)).source == again
    assert corrected != real()


# What is refused ----------------------------------------------------------------------------------------------------


def test_a_worked_weekday_is_refused() -> None:
    rests = (*INVENTED_2027.rests[:-1], block("国庆节", "2027-10-01", "2027-10-07", "2027-09-26", "2027-10-08"))
    found = faults(attrs.evolve(INVENTED_2027, rests=rests))
    assert found == [("notices[0] $.rest[6].worked[1]", "not-a-weekend", dt.date(2027, 10, 8))]


def test_a_year_out_of_balance_is_refused() -> None:
    rests = (*INVENTED_2027.rests[:-1], block("国庆节", "2027-10-01", "2027-10-07", "2027-09-26"))
    assert faults(attrs.evolve(INVENTED_2027, rests=rests)) == [("notices[0] $.residual", "unbalanced", -1)]


def test_an_amendment_that_changes_more_days_than_it_declares_is_refused() -> None:
    loaded = real().with_notices(INVENTED_2027)
    two_off = block("劳动节", "2027-05-06", "2027-05-07")
    for residual in (0, -1, -3):
        with pytest.raises(InvalidInput) as caught:
            loaded.with_notices(amended_2027(two_off, residual=residual))
        found = [(fault.path, fault.code, fault.given) for fault in caught.value.faults]
        assert found == [("notices[0] $.residual", "unbalanced", -2)]
    amended = loaded.with_notices(amended_2027(two_off, residual=-2))
    assert {str(day.date) for day in loaded.changed(amended)} == {"2027-05-06", "2027-05-07"}


def test_an_amendment_is_held_against_what_came_before_it_only() -> None:
    one = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    other = amended_2027(block("劳动节", "2027-05-06", "2027-05-07"), residual=-1, published=dt.date(2027, 4, 1))
    amended = real().with_notices(INVENTED_2027, one, other)
    assert not amended.is_workday(dt.date(2027, 5, 6))
    assert not amended.is_workday(dt.date(2027, 5, 7))


def test_an_amendment_to_a_year_nobody_arranged_is_refused() -> None:
    off = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    assert faults(off) == [("notices[0] $.year", "amends-nothing", 2027)]
    early = attrs.evolve(off, issued=dt.date(2026, 11, 1), published=dt.date(2026, 11, 2))
    assert faults(INVENTED_2027, early) == [("notices[1] $.year", "amends-nothing", 2027)]


def test_a_second_notice_for_a_year_may_not_upset_its_balance() -> None:
    same = attrs.evolve(INVENTED_2027, number="示例〔2026〕2号", published=dt.date(2026, 11, 26))
    assert real().with_notices(INVENTED_2027).changed(real().with_notices(INVENTED_2027, same)) == ()
    moved = (block("春节", "2027-02-05", "2027-02-12", "2027-01-31", "2027-02-21"),)
    other = attrs.evolve(same, rests=(INVENTED_2027.rests[0], *moved, *INVENTED_2027.rests[2:]))
    assert faults(INVENTED_2027, other) == [("notices[1] $.residual", "unbalanced", 1)]


def test_a_notice_of_a_region_is_refused() -> None:
    regional = attrs.evolve(INVENTED_2027, place_code="450000")
    assert faults(regional) == [("notices[0] $.place_code", "not-national", "450000")]
    with pytest.raises(InvalidInput, match="not-national"):
        china(notices=[regional])


def test_two_different_notices_of_one_number_are_refused_and_the_same_twice_is_not() -> None:
    other = attrs.evolve(INVENTED_2027, url="https://example.org/2")
    assert ("notices[1] $.number", "given-twice", INVENTED_2027.number) in faults(INVENTED_2027, other)
    assert real().with_notices(INVENTED_2027, INVENTED_2027) == real().with_notices(INVENTED_2027)


def test_something_else_than_a_notice_is_refused() -> None:
    assert faults(INVENTED_2027, "2027.toml", None) == [
        ("notices[1]", "not-a-notice", "2027.toml"),
        ("notices[2]", "not-a-notice", None),
    ]
    with pytest.raises(InvalidInput, match="not-a-notice"):
        china(notices=["2027.toml"])  # type: ignore[list-item]


def test_all_faults_of_all_notices_come_at_once() -> None:
    weekday = block("元旦", "2027-01-01", "2027-01-03", "2027-01-07")
    broken = attrs.evolve(INVENTED_2027, title=" ", rests=(weekday, *INVENTED_2027.rests[1:]))
    late = amended_2027(block("劳动节", "2028-05-01", "2028-05-01"))
    found = faults(broken, attrs.evolve(late, year=2028), INVENTED_2027)
    assert [(path, code) for path, code, _ in found] == [
        ("notices[0] $.title", "empty"),
        ("notices[0] $.rest[0].worked[0]", "not-a-weekend"),
        ("notices[0] $.residual", "unbalanced"),
        ("notices[2] $.number", "given-twice"),
        ("notices[1] $.year", "amends-nothing"),
    ]


def test_notices_for_a_back_test_are_checked_too_but_for_the_packaged_ones() -> None:
    broken = attrs.evolve(INVENTED_2027, rests=INVENTED_2027.rests[1:])
    with pytest.raises(InvalidInput) as caught:
        china(notices=[*packaged_notices(), broken])
    paths = {fault.path for fault in caught.value.faults}
    assert paths == {"notices[26] $.rest", "notices[26] $.residual"}
    amendment = held("国办发明电〔2019〕3号")
    alone: HolidayNotice | None = china(notices=[amendment]).day(dt.date(2019, 5, 2)).source
    assert alone == amendment
