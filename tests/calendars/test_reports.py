"""A year that only a newer chinesecalendar knows is reported: good to count with, but no notice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs
import pytest
from chinese_calendar import constants

from govsvc.calendars import Certainty, DayKind, china, for_place, reload
from govsvc.calendars.reports import reported_years
from govsvc.places import Place
from govsvc.spans import Span
from tests.calendars.known import INVENTED_2027, block, real

NAMES = {
    "元旦": constants.Holiday.new_years_day,
    "春节": constants.Holiday.spring_festival,
    "清明节": constants.Holiday.tomb_sweeping_day,
    "劳动节": constants.Holiday.labour_day,
    "端午节": constants.Holiday.dragon_boat_festival,
    "中秋节": constants.Holiday.mid_autumn_festival,
    "国庆节": constants.Holiday.national_day,
}
REPORTED_2027 = attrs.evolve(
    INVENTED_2027, rests=(block("元旦", "2026-12-31", "2027-01-03", "2026-12-27"), *INVENTED_2027.rests[1:])
)


@pytest.fixture
def newer_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the installed package know the invented year, with an exchange over the end of 2026."""
    for rest in REPORTED_2027.rests:
        for day in rest.span:
            monkeypatch.setitem(constants.holidays, day, NAMES[rest.name].value)
        for day in rest.worked:
            monkeypatch.setitem(constants.workdays, day, NAMES[rest.name].value)
    monkeypatch.delenv("GOVSVC_NOTICES", raising=False)
    reported_years.cache_clear()
    reload()
    yield
    monkeypatch.undo()
    reported_years.cache_clear()
    reload()


def test_the_package_tested_with_knows_no_further_year() -> None:
    assert reported_years(2026) == ()
    assert [report.year for report in reported_years(2024)] == [2025, 2026]
    assert china().knowledge.reports == ()


def test_a_report_has_the_names_of_the_festivals_and_no_other_year() -> None:
    (report,) = reported_years(2025)
    assert report.source.startswith("chinesecalendar 1.")
    assert dict(report.off)[dt.date(2026, 2, 17)] == "春节"
    assert set(report.worked) == {
        day
        for day in Span(dt.date(2025, 12, 26), dt.date(2026, 12, 31))
        if real().day(day).kind is DayKind.MAKE_UP_WORK
    }


@pytest.mark.usefixtures("newer_package")
def test_a_reported_year_is_reported_with_the_six_days_before_it() -> None:
    certainties = {day: china().day(day).certainty for day in Span(dt.date(2026, 12, 20), dt.date(2027, 12, 31))}
    for day, certainty in certainties.items():
        if day <= dt.date(2026, 12, 25):
            assert certainty is Certainty.ANNOUNCED
        else:
            is_open = day >= dt.date(2027, 12, 26)
            assert certainty is (Certainty.PROVISIONAL if is_open else Certainty.REPORTED), day
    assert china().announced_through == dt.date(2026, 12, 25)


@pytest.mark.usefixtures("newer_package")
def test_a_reported_year_has_the_days_of_the_report_without_a_source() -> None:
    noticed = real().with_notices(REPORTED_2027)
    for day in Span(dt.date(2026, 12, 1), dt.date(2027, 12, 25)):
        found = china().day(day)
        assert found.kind is noticed.day(day).kind, day
        if found.certainty is Certainty.REPORTED:
            assert found.source is None
    assert china().day(dt.date(2026, 12, 31)).kind is DayKind.MAKE_UP_REST
    assert china().day(dt.date(2026, 12, 27)).kind is DayKind.MAKE_UP_WORK
    assert china().day(dt.date(2027, 2, 11)).name == "春节"


@pytest.mark.usefixtures("newer_package")
def test_a_reported_year_is_settled() -> None:
    calendar, noticed = china(), real().with_notices(REPORTED_2027)
    assert calendar.is_workday(dt.date(2027, 1, 31))
    for start in Span(dt.date(2026, 11, 20), dt.date(2027, 9, 1)):
        for n in (1, 20, -1, -20):
            found = calendar.interval(start, n)
            assert found.certainty.is_settled
            assert found.earliest == found.latest == calendar.add(start, n) == noticed.add(start, n)
    assert calendar.interval(dt.date(2026, 12, 10), 20).certainty is Certainty.REPORTED
    assert calendar.interval(dt.date(2026, 12, 10), 5).certainty is Certainty.ANNOUNCED
    assert calendar.count(dt.date(2026, 12, 10), dt.date(2027, 3, 1)) == noticed.count(
        dt.date(2026, 12, 10), dt.date(2027, 3, 1)
    )


@pytest.mark.usefixtures("newer_package")
def test_as_known_leaves_reports_out() -> None:
    assert china(as_known=dt.date(2026, 12, 31)) == real()
    assert china() != real()
    assert for_place(Place.HENGSHUI) == china()


@pytest.mark.usefixtures("newer_package")
def test_a_notice_takes_the_place_of_the_report() -> None:
    loaded = china().with_notices(INVENTED_2027)
    noticed = real().with_notices(INVENTED_2027)
    for day in Span(dt.date(2026, 12, 1), dt.date(2028, 1, 31)):
        assert loaded.day(day) == noticed.day(day)
    assert loaded.announced_through == dt.date(2027, 12, 25)


@pytest.mark.usefixtures("newer_package")
def test_a_year_that_is_noticed_is_not_asked_for() -> None:
    assert [report.year for report in reported_years(2026)] == [2027]
    assert reported_years(2027) == ()
