"""What a ledger tells, and that it is written as JSON and read back without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from random import Random

import attrs
from cattrs.preconf.json import make_converter

from govsvc.calendars import HolidayNotice, WorkCalendar, china
from govsvc.calendars.reports import Report
from govsvc.calendars.work_calendar import calendar_of
from govsvc.terms import (
    CalendarDays,
    Excluded,
    Hours,
    Ledger,
    Months,
    Procedure,
    Restart,
    Roll,
    WorkingDays,
    reckon,
    verify,
)
from govsvc.terms.ledger import Line
from tests.terms.samples import by, day, guangxi, out, reckoning, span, to, today


def strip(ledger: Ledger) -> list[tuple[str, str, str, int]]:
    return [(f"{line.date:%m-%d}", line.kind, line.why, line.count) for line in ledger.lines]


def line_of(ledger: Ledger, date: str) -> Line:
    return next(line for line in ledger.lines if line.date == day(date))


def test_one_line_a_day_from_the_start_excluded_to_the_end() -> None:
    ledger = reckon(WorkingDays(5), day("2025-01-24"), calendar=today()).ledger()
    assert [line.date for line in ledger.lines] == [day("2025-01-25") + dt.timedelta(n) for n in range(14)]
    assert strip(ledger) == [
        ("01-25", "weekend", "rest", 0),
        ("01-26", "make-up-work", "worked", 1),
        ("01-27", "workday", "worked", 2),
        ("01-28", "holiday", "rest", 2),
        ("01-29", "holiday", "rest", 2),
        ("01-30", "holiday", "rest", 2),
        ("01-31", "holiday", "rest", 2),
        ("02-01", "weekend", "rest", 2),
        ("02-02", "weekend", "rest", 2),
        ("02-03", "make-up-rest", "rest", 2),
        ("02-04", "make-up-rest", "rest", 2),
        ("02-05", "workday", "worked", 3),
        ("02-06", "workday", "worked", 4),
        ("02-07", "workday", "worked", 5),
    ]
    assert (ledger.end, ledger.certainty, ledger.is_open) == (day("2025-02-07"), "announced", False)
    assert ledger.fingerprint == today().fingerprint


def test_the_sources_say_only_what_touches_the_way() -> None:
    ledger = reckon(WorkingDays(5), day("2025-01-24"), calendar=today()).ledger()
    law, notice = ledger.sources
    assert (law.number, law.published) == ("国务院令第795号", day("2024-11-10"))
    assert [(says.what, says.first, says.last) for says in law.says] == [
        ("statutory", day("2025-01-28"), day("2025-01-31")),
    ]
    assert (notice.number, notice.published) == ("国办发明电〔2024〕12号", day("2024-11-12"))
    assert [(says.what, says.first, says.last) for says in notice.says] == [
        ("settled", day("2025-01-25"), day("2025-02-07")),
        ("rest", day("2025-01-28"), day("2025-02-04")),
        ("work", day("2025-01-26"), day("2025-01-26")),
    ]
    assert line_of(ledger, "2025-01-27").source == "国办发明电〔2024〕12号"


def test_an_amended_day_tells_both_notices() -> None:
    ledger = reckon(WorkingDays(5), day("2020-01-21"), calendar=today()).ledger()
    worked_before = line_of(ledger, "2020-02-01")
    assert worked_before.kind == "weekend"
    assert [said.what for said in worked_before.said] == ["settled", "work", "rest"]
    assert worked_before.source == "国办发明电〔2020〕1号"


def test_an_open_ledger_is_of_the_likely_end_and_says_so() -> None:
    ledger = reckon(WorkingDays(20), day("2026-12-10"), calendar=today()).ledger()
    assert ledger.is_open
    assert (ledger.earliest, ledger.end, ledger.latest) == (day("2027-01-06"), day("2027-01-08"), day("2027-01-12"))
    assert ledger.certainty == "provisional"
    assert line_of(ledger, "2026-12-25").certainty == "announced"
    computed = line_of(ledger, "2026-12-28")
    assert (computed.certainty, computed.source, computed.said) == ("provisional", None, ())
    assert line_of(ledger, "2027-01-01").source == "国务院令第795号"


def test_a_computed_make_up_day_rests_on_the_law() -> None:
    ledger = reckon(WorkingDays(10), day("2027-01-29"), calendar=today()).ledger()
    made_up = line_of(ledger, "2027-02-09")
    assert (made_up.kind, [said.what for said in made_up.said]) == ("make-up-rest", ["made-up"])


def test_an_excluded_day_gives_its_ground_and_when_it_was_told() -> None:
    told = Excluded(Procedure.APPRAISAL, span("2026-03-04", "2026-03-05"), told_on=day("2026-03-03"))
    ledger = reckon(WorkingDays(5), day("2026-03-02"), excluded=[told, out("2026-03-05")], calendar=today()).ledger()
    one, both = line_of(ledger, "2026-03-04"), line_of(ledger, "2026-03-05")
    assert (one.why, one.counted, one.count) == ("excluded", False, 1)
    assert [(ground.ground, ground.told_on) for ground in one.excluded] == [("appraisal", day("2026-03-03"))]
    assert [ground.ground for ground in both.excluded] == ["appraisal", "hearing"]


def test_a_rolled_end_shows_the_rest_it_rolled_over() -> None:
    ledger = reckon(CalendarDays(60), day("2024-08-02"), roll=Roll.DAY_AFTER_REST, calendar=today()).ledger()
    assert strip(ledger)[58:] == [
        ("09-30", "workday", "calendar-day", 59),
        ("10-01", "holiday", "calendar-day", 60),
        ("10-02", "holiday", "rolled-over", 60),
        ("10-03", "holiday", "rolled-over", 60),
        ("10-04", "make-up-rest", "rolled-over", 60),
        ("10-05", "weekend", "rolled-over", 60),
        ("10-06", "weekend", "rolled-over", 60),
        ("10-07", "make-up-rest", "rolled-over", 60),
        ("10-08", "workday", "rolled-to", 60),
    ]


def test_a_roll_by_the_nations_rest_ends_on_a_day_the_region_rests() -> None:
    own = next(d for d in (day("2024-01-01") + dt.timedelta(n) for n in range(366)) if regional_rest(d))
    ledger = reckon(CalendarDays(1), own - dt.timedelta(1), roll=Roll.DAY_AFTER_REST, calendar=guangxi()).ledger()
    assert (ledger.end, ledger.lines[-1].kind) == (own, "holiday")
    verify(ledger)


def regional_rest(date: dt.date) -> bool:
    return today().day(date).is_working and not guangxi().day(date).is_working


def test_backward_lines_run_backwards() -> None:
    ledger = reckon(WorkingDays(7), day("2025-10-15"), backwards=True, calendar=today()).ledger()
    dates = [line.date for line in ledger.lines]
    assert dates == sorted(dates, reverse=True)
    assert (dates[0], dates[-1], ledger.lines[-1].count) == (day("2025-10-14"), day("2025-09-29"), 7)


def test_a_chain_counts_each_length_anew() -> None:
    ledger = reckon(WorkingDays(3), day("2026-03-02"), extensions=[by(CalendarDays(2))], calendar=today()).ledger()
    assert [(line.part, line.count, line.why) for line in ledger.lines] == [
        (1, 1, "worked"),
        (1, 2, "worked"),
        (1, 3, "worked"),
        (2, 1, "calendar-day"),
        (2, 2, "calendar-day"),
    ]
    assert [(step.unit, step.n) for step in ledger.chain] == [("working-days", 3), ("calendar-days", 2)]
    assert (ledger.extensions[0].how, ledger.extensions[0].approver) == ("by", "head-of-agency")


def test_a_length_extended_to_replaces_the_chain() -> None:
    ledger = reckon(WorkingDays(3), day("2026-03-02"), extensions=[to(Months(1))], calendar=today()).ledger()
    assert (ledger.length.unit, [(step.unit, step.n) for step in ledger.chain]) == ("working-days", [("months", 1)])
    assert (ledger.lines[-1].date, ledger.lines[-1].count) == (day("2026-04-02"), 31)


def test_a_restart_begins_the_lines() -> None:
    restart = Restart(day("2026-03-10"), "materials")
    ledger = reckon(WorkingDays(3), day("2026-03-02"), restart=restart, calendar=today()).ledger()
    assert (ledger.start, ledger.restart, ledger.lines[0].date) == (day("2026-03-02"), restart, day("2026-03-11"))


def test_the_policy_without_make_up_work() -> None:
    ledger = reckon(WorkingDays(2), day("2026-01-02"), calendar=today().without_make_up_work()).ledger()
    assert not ledger.make_up_work
    assert strip(ledger)[1] == ("01-04", "weekend", "rest", 0)
    assert [said.what for said in ledger.lines[1].said] == ["settled", "work"]


def test_a_region_not_held_is_told_as_such() -> None:
    ledger = reckon(WorkingDays(20), day("2026-12-10"), calendar=guangxi()).ledger()
    assert ledger.sources[-1].number == "region-not-held"
    assert line_of(ledger, "2027-01-04").certainty == "region-unknown"


def test_a_regions_notice_is_its_days_source() -> None:
    own = next(d for d in (day("2024-01-01") + dt.timedelta(n) for n in range(366)) if regional_rest(d))
    ledger = reckon(CalendarDays(1), own - dt.timedelta(1), calendar=guangxi()).ledger()
    (line,) = ledger.lines
    source = guangxi().day(own).source
    assert isinstance(source, HolidayNotice)
    assert line.source == (source.number or source.title)
    assert [said.what for said in line.said] == ["settled", "regional-rest"]


def reported() -> WorkCalendar:
    off = tuple((day(f"2027-01-0{n}"), "New Year's Day") for n in (1, 2, 3, 4))
    report = Report("chinesecalendar 1.12", 2027, off, (day("2027-01-09"),))
    return calendar_of(attrs.evolve(today().knowledge, reports=(report,)))


def test_a_reported_year_names_its_package() -> None:
    calendar = reported()
    ledger = reckon(WorkingDays(20), day("2026-12-10"), calendar=calendar).ledger()
    assert (ledger.certainty, ledger.is_open) == ("reported", False)
    assert line_of(ledger, "2026-12-28").source == "chinesecalendar 1.12"
    assert line_of(ledger, "2027-01-09").kind == "make-up-work"
    verify(ledger)
    verify(reckon(CalendarDays(500), day("2026-12-10"), calendar=calendar).ledger())


def test_a_report_of_a_year_that_is_noticed_is_no_source() -> None:
    report = Report("chinesecalendar 1.12", 2026, ((day("2026-03-04"), "x"),), ())
    calendar = calendar_of(attrs.evolve(today().knowledge, reports=(report,)))
    ledger = reckon(WorkingDays(5), day("2026-03-02"), calendar=calendar).ledger()
    assert [source.number for source in ledger.sources] == ["国办发明电〔2025〕7号"]
    verify(ledger)


def test_the_estimate_of_a_make_up_day_is_not_told_of_an_arranged_year() -> None:
    ledger = reckon(CalendarDays(20), day("2026-09-25"), calendar=today()).ledger()
    assert "made-up" not in {says.what for source in ledger.sources for says in source.says}


def test_open_days_left_out_do_not_make_an_end_open() -> None:
    excluded = [out("2026-12-26", "2026-12-30")]
    ledger = reckon(WorkingDays(3), day("2026-12-31"), backwards=True, excluded=excluded, calendar=today()).ledger()
    assert (ledger.end, ledger.certainty, ledger.lines[0].certainty) == (day("2026-12-23"), "announced", "provisional")
    verify(ledger)


def test_hours_have_their_moments_and_no_line() -> None:
    ledger = reckon(Hours(24), dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC), calendar=today()).ledger()
    assert ledger.since is not None
    assert ledger.at is not None
    assert (ledger.since.isoformat(), ledger.at.isoformat()) == (
        "2026-03-06T20:00:00+08:00",
        "2026-03-07T20:00:00+08:00",
    )
    assert ledger.lines == ()


# JSON


def ledgers() -> Iterator[Ledger]:
    for seed in range(150):
        yield reckoning(Random(seed)).ledger()
    yield reckon(Hours(24), dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC), calendar=china()).ledger()
    yield reckon(WorkingDays(20), day("2026-12-10"), calendar=reported()).ledger()


def test_a_ledger_is_written_as_json_and_read_back_without_loss() -> None:
    converter = make_converter()
    for ledger in ledgers():
        text = converter.dumps(ledger, ensure_ascii=False)
        again = converter.loads(text, Ledger)
        assert again == ledger
        assert converter.dumps(again, ensure_ascii=False) == text
        verify(again)


def test_a_ledger_is_only_plain_data() -> None:
    for ledger in ledgers():
        json.dumps(attrs.asdict(ledger), default=_plain_date)


def _plain_date(value: object) -> str:
    assert type(value) in (dt.date, dt.datetime)
    return str(value)
