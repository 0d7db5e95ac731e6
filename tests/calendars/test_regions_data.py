"""Regional working days: the files hold what is known, and what is not held stays unknown."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise

import pytest

from govsvc.calendars import region_files, regions
from govsvc.calendars.notices import packaged_notices
from govsvc.calendars.region_files import DayRow, NoticeRow, Region, parse_region
from govsvc.calendars.regions import Organ, RegionalLayer, regional_layer
from govsvc.errors import InvalidInput
from govsvc.places import Place
from govsvc.spans import Span

DAYS_HELD = {
    "110000": {2008: 1, 2014: 6},
    "310000": {2001: 5, 2018: 4, 2019: 4},
    "330100": {2016: 8},
    "420000": {2020: 11},
    "422800": {2023: 2},
    "433100": {2018: 2},
    "450000": {
        2014: 2, 2015: 2, 2016: 4, 2017: 4, 2018: 4, 2019: 2, 2020: 2,
        2021: 4, 2022: 2, 2023: 3, 2024: 2, 2025: 2, 2026: 4,
    },
    "460200": {2014: 1},
    "469028": {2023: 2},
    "513400": {2021: 8, 2023: 7, 2024: 23},
    "532300": {2017: 11, 2024: 9, 2025: 2},
    "532500": {2023: 4, 2024: 4},
    "532600": {2024: 2},
    "532800": {2019: 12, 2023: 3, 2025: 3},
    "532900": {2024: 5, 2025: 3},
    "533100": {2018: 14, 2023: 16, 2024: 6, 2025: 4},
    "533102": {2023: 3},
    "533300": {2023: 5, 2024: 3},
    "533400": {2024: 16},
    "540000": {2009: 7, 2025: 6},
    "540100": {2023: 9, 2026: 14},
    "622900": {2017: 1},
    "640000": {2015: 4, 2016: 5, 2019: 4, 2020: 4, 2021: 4, 2022: 7, 2023: 2, 2024: 4, 2025: 3, 2026: 2},
    "650000": {2005: 3, 2013: 1, 2016: 9, 2022: 6, 2023: 4, 2024: 4, 2025: 8, 2026: 8},
}  # fmt: skip
GRANTED = {
    "450000": {year: 0 if year < 2014 or year == 2020 else 2 for year in range(2004, 2027)},
    "640000": {2019: 4, 2020: 4, 2021: 4, 2022: 2, 2023: 2, 2024: 4, 2025: 3, 2026: 2},
    "650000": {2005: 0, 2022: 4, 2023: 4, 2024: 4, 2025: 4, 2026: 4},
    "532300": {2017: 9},
    "532500": {2023: 4, 2024: 4},
    "533100": {2023: 6},
}


def _regions() -> dict[str, Region]:
    folder = files("govsvc") / "calendars" / "data" / "regions"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".toml")}
    return {name.removesuffix(".toml"): parse_region(text) for name, text in sorted(texts.items())}


REGIONS = _regions()


def _rows() -> Iterator[tuple[Region, NoticeRow, DayRow]]:
    for region in REGIONS.values():
        for notice in region.notices:
            for day in notice.days:
                yield region, notice, day


def _layer(name: str, *, organ: str | None = None, as_known: dt.date | None = None) -> RegionalLayer:
    layer = regional_layer(Place.parse(name), organ=organ, as_known=as_known)
    assert layer is not None
    return layer


def _is_unknown(layer: RegionalLayer, day: dt.date) -> bool:
    return day not in layer.days and any(day in span for span in layer.unknown)


def _off(layer: RegionalLayer, first: dt.date, last: dt.date) -> list[str]:
    return [f"{day:%m-%d}" for day, known in layer.days.items() if first <= day <= last and known.is_off]


def _worked(layer: RegionalLayer, year: int) -> list[str]:
    return [f"{day:%m-%d}" for day, known in layer.days.items() if day.year == year and not known.is_off]


def _nationally_worked(day: dt.date) -> bool:
    worked = day.weekday() < 5
    for notice in packaged_notices():
        worked = (worked and day not in notice.off) or day in notice.worked
    return worked


# --- the files


def test_every_known_day_is_held() -> None:
    held = [(region.place, day) for region, _, day in _rows() if not day.derived]
    assert len(held) == 365
    assert Counter((place, day.date.year) for place, day in held) == Counter(
        {(place, year): count for place, years in DAYS_HELD.items() for year, count in years.items()}
    )


def test_the_one_derived_day_is_the_sunday_of_ruili() -> None:
    assert [(region.place, day.date) for region, _, day in _rows() if day.derived] == [("533102", dt.date(2023, 4, 16))]


@pytest.mark.parametrize("code", REGIONS)
def test_a_file_bears_the_code_and_name_of_its_place(code: str) -> None:
    region = REGIONS[code]
    assert region.place == code
    assert Place.parse(code).full_name == region.name
    assert all(Place.parse(inner).within[1].code == code for inner in region.excludes)


@pytest.mark.parametrize("code", REGIONS)
def test_the_words_of_a_file_are_known(code: str) -> None:
    for notice in REGIONS[code].notices:
        assert notice.days
        assert notice.title
        assert notice.url.startswith("http")
        assert notice.issued_to in {"day", "month", "year"}
        assert notice.confidence in {"high", "medium", "low"}
        assert {day.confidence for day in notice.days} <= {"", "high", "medium", "low"}
        assert notice.organs == ("all",) or set(notice.organs) <= set(Organ)
        assert notice.known_from < min(day.date for day in notice.days)


@pytest.mark.parametrize("code", REGIONS)
def test_a_day_is_given_once_in_a_file(code: str) -> None:
    days = Counter(day.date for notice in REGIONS[code].notices for day in notice.days)
    assert set(days.values()) <= {1}


def test_a_weekday_is_marked_worked_only_where_a_holiday_was_withdrawn_or_moved() -> None:
    weekdays = [f"{region.place} {day.date}" for region, _, day in _rows() if not day.off and day.date.weekday() < 5]
    assert weekdays == ["450000 2020-03-26", "450000 2020-03-27", "533102 2023-04-12"]


def test_held_years_are_sorted_and_reach_no_further_than_the_notices() -> None:
    for region in REGIONS.values():
        bounds = [year for run in region.held for year in run]
        assert bounds == sorted(bounds)
        assert all(2004 <= year <= 2026 for year in bounds)
    assert {code: region.held for code, region in REGIONS.items() if region.held} == {
        "450000": ((2004, 2026),),
        "532300": ((2017, 2017),),
        "532500": ((2023, 2024),),
        "533100": ((2023, 2023),),
        "640000": ((2019, 2026),),
        "650000": ((2005, 2005), (2022, 2026)),
    }


@pytest.mark.parametrize(("code", "years"), GRANTED.items())
def test_a_held_year_has_the_national_working_days_less_those_granted(code: str, years: dict[int, int]) -> None:
    layer = _layer(code)
    changes = dict.fromkeys(years, 0)
    for day, known in layer.days.items():
        if day.year in changes:
            changes[day.year] += _nationally_worked(day) - (not known.is_off)
    assert changes == years
    assert sorted(years) == [year for first, last in REGIONS[code].held for year in range(first, last + 1)]


# --- the layers


def test_offices_in_hubei_were_closed_for_nine_working_days_until_13_february_2020() -> None:
    layer = _layer("湖北")
    closed = [day for day in layer.days if _nationally_worked(day)]
    assert [f"{day:%m-%d}" for day in closed] == [
        "02-03", "02-04", "02-05", "02-06", "02-07", "02-10", "02-11", "02-12", "02-13",
    ]  # fmt: skip
    assert max(layer.days) == dt.date(2020, 2, 13)
    assert layer.unknown == ()
    assert _layer("武汉") == layer


def test_guangxi_cancels_a_national_make_up_day_and_works_its_own() -> None:
    layer = _layer("广西")
    assert _off(layer, dt.date(2017, 1, 1), dt.date(2017, 12, 31)) == ["03-30", "03-31", "04-01"]
    assert _nationally_worked(dt.date(2017, 4, 1))
    assert _worked(layer, 2017) == ["04-08"]
    assert not _nationally_worked(dt.date(2017, 4, 8))


def test_the_notice_names_its_runs_of_days_off_with_the_days_worked() -> None:
    notice = _layer("广西").days[dt.date(2017, 4, 8)].notice
    assert [(rest.name, rest.span, rest.worked) for rest in notice.rests] == [
        ("壮族三月三", Span(dt.date(2017, 3, 30), dt.date(2017, 4, 1)), (dt.date(2017, 4, 8),))
    ]
    assert (notice.place_code, notice.year, notice.issued, notice.issued_to) == (
        "450000",
        2017,
        dt.date(2017, 2, 10),
        "day",
    )


def test_guangxi_withdrew_its_days_of_2020() -> None:
    layer = _layer("广西")
    assert _worked(layer, 2020) == ["03-26", "03-27"]
    assert layer.days[dt.date(2020, 3, 26)].notice.amends
    before = _layer("广西", as_known=dt.date(2020, 3, 4))
    assert _is_unknown(before, dt.date(2020, 3, 26))
    assert not _is_unknown(_layer("广西", as_known=dt.date(2020, 3, 5)), dt.date(2020, 8, 3))


@pytest.mark.parametrize(
    ("name", "day", "is_unknown"),
    [
        ("广西", dt.date(2004, 1, 1), False),
        ("广西", dt.date(2026, 12, 31), False),
        ("广西", dt.date(2027, 1, 1), True),
        ("桂林", dt.date(2026, 12, 31), False),
        ("桂林", dt.date(2027, 1, 1), True),
        ("恭城瑶族自治县", dt.date(2026, 6, 1), True),
        ("宁夏", dt.date(2018, 12, 31), True),
        ("宁夏", dt.date(2019, 1, 1), False),
        ("宁夏", dt.date(2016, 9, 12), False),
        ("宁夏", dt.date(2016, 9, 13), False),
        ("宁夏", dt.date(2016, 9, 19), True),
        ("新疆", dt.date(2004, 12, 31), True),
        ("新疆", dt.date(2005, 1, 21), False),
        ("新疆", dt.date(2006, 1, 1), True),
        ("新疆", dt.date(2021, 12, 31), True),
        ("新疆", dt.date(2022, 1, 4), False),
        ("新疆", dt.date(2016, 9, 13), False),
        ("新疆", dt.date(2016, 9, 19), True),
        ("西藏", dt.date(2025, 2, 27), False),
        ("西藏", dt.date(2025, 2, 26), True),
        ("日喀则", dt.date(2025, 2, 27), False),
        ("拉萨", dt.date(2026, 2, 24), False),
        ("拉萨", dt.date(2026, 2, 27), True),
        ("凉山州", dt.date(2024, 8, 2), False),
        ("凉山州", dt.date(2024, 8, 5), True),
        ("怒江州", dt.date(2024, 8, 22), True),
        ("迪庆州", dt.date(2024, 2, 18), True),
        ("延边州", dt.date(2025, 6, 3), True),
        ("延吉", dt.date(2025, 6, 3), True),
        ("大厂回族自治县", dt.date(2025, 6, 3), True),
        ("三亚", dt.date(2014, 4, 2), False),
        ("三亚", dt.date(2014, 4, 3), True),
        ("陵水县", dt.date(2023, 4, 20), False),
        ("陵水县", dt.date(2024, 4, 11), True),
        ("临夏州", dt.date(2017, 11, 20), False),
        ("恩施州", dt.date(2020, 2, 3), False),
        ("恩施州", dt.date(2020, 2, 14), True),
        ("上海", dt.date(2026, 11, 5), False),
        ("北京", dt.date(2026, 11, 5), False),
    ],
)
def test_a_year_not_held_is_unknown_except_on_the_days_known(name: str, day: dt.date, is_unknown: bool) -> None:
    assert _is_unknown(_layer(name), day) is is_unknown


@pytest.mark.parametrize(
    "name", ["全国", "衡水", "河北", "内蒙古", "呼和浩特", "海口", "海南", "武强县", "桐庐县", "香港"]
)
def test_a_place_without_days_of_its_own_has_no_layer(name: str) -> None:
    assert regional_layer(Place.parse(name)) is None


def test_a_day_for_some_persons_closes_no_office() -> None:
    layer = _layer("德宏州")
    assert _off(layer, dt.date(2023, 1, 1), dt.date(2023, 3, 31)) == ["02-06", "02-07"]
    assert not _is_unknown(layer, dt.date(2023, 1, 30))
    assert not [day for day in _layer("新疆").days if day.year == 2005]


def test_ruili_moves_the_days_of_its_prefecture() -> None:
    april = dt.date(2023, 4, 1), dt.date(2023, 4, 30)
    assert _off(_layer("德宏州"), *april) == ["04-12", "04-13", "04-14", "04-15"]
    assert _worked(_layer("德宏州"), 2023) == ["04-16", "10-22"]
    city = _layer("瑞丽")
    assert _off(city, *april) == ["04-13", "04-14", "04-15", "04-16"]
    assert _worked(city, 2023) == ["04-12", "10-22"]
    assert city.days[dt.date(2023, 4, 13)].notice.place_code == "533102"
    before = _layer("瑞丽", as_known=dt.date(2023, 4, 10))
    assert before.days == _layer("德宏州", as_known=dt.date(2023, 4, 10)).days


def test_beijing_is_off_for_apec_and_enterprises_are_not() -> None:
    autumn = dt.date(2014, 11, 1), dt.date(2014, 11, 30)
    assert _off(_layer("北京市海淀区"), *autumn) == ["11-07", "11-10", "11-11", "11-12"]
    assert _worked(_layer("北京"), 2014) == ["11-02", "11-15"]
    assert _layer("北京", organ="central") == _layer("北京")
    assert list(_layer("北京", organ=Organ.ENTERPRISE).days) == [dt.date(2008, 8, 8)]
    assert regional_layer(Place.parse("上海"), organ="enterprise") is None


def test_hangzhou_is_off_in_nine_districts_only() -> None:
    layer = _layer("杭州市西湖区")
    assert _off(layer, dt.date(2016, 8, 1), dt.date(2016, 9, 30)) == ["09-01", "09-02", "09-05", "09-06", "09-07"]
    assert _worked(layer, 2016) == ["08-28", "09-10", "09-11"]
    for name in ("桐庐县", "淳安县", "建德市", "杭州市临安区"):
        assert regional_layer(Place.parse(name)) is None


def test_an_organ_not_reached_keeps_the_national_days_of_a_held_year() -> None:
    layer = _layer("德宏州", organ="central")
    assert layer.days == {}
    assert not _is_unknown(layer, dt.date(2023, 2, 6))
    assert _is_unknown(layer, dt.date(2024, 2, 6))


@pytest.mark.parametrize(
    ("name", "day", "last_unknown"),
    [
        ("广西", dt.date(2017, 3, 30), dt.date(2017, 2, 9)),
        ("广西", dt.date(2018, 4, 18), dt.date(2018, 3, 30)),
        ("广西", dt.date(2014, 4, 2), dt.date(2014, 3, 31)),
        ("宁夏", dt.date(2024, 4, 10), dt.date(2023, 12, 30)),
        ("德宏州", dt.date(2023, 2, 6), dt.date(2022, 12, 30)),
        ("红河州", dt.date(2023, 7, 28), dt.date(2023, 7, 11)),
    ],
)
def test_a_held_year_is_unknown_until_its_notice(name: str, day: dt.date, last_unknown: dt.date) -> None:
    assert _is_unknown(_layer(name, as_known=last_unknown), day)
    known = _layer(name, as_known=last_unknown + dt.timedelta(days=1))
    assert known.days[day].is_off
    assert not _is_unknown(known, dt.date(day.year, 12, 31))


def test_years_before_guangxi_had_days_have_always_been_known() -> None:
    layer = _layer("广西", as_known=dt.date(2013, 6, 1))
    assert layer.unknown == (Span(dt.date(2014, 1, 1), dt.date(2100, 12, 31)),)
    assert layer.days == {}


def test_a_one_off_day_is_national_until_it_is_announced() -> None:
    assert regional_layer(Place.parse("湖北"), as_known=dt.date(2020, 1, 31)) is None
    assert len(_layer("湖北", as_known=dt.date(2020, 2, 1)).days) == 11


def test_unknown_spans_are_sorted_and_apart() -> None:
    for code in REGIONS:
        layer = regional_layer(Place.parse(code))
        spans = layer.unknown if layer else ()
        assert all(one.last + dt.timedelta(days=1) < other.first for one, other in pairwise(spans))


def test_equal_content_means_an_equal_layer() -> None:
    assert _layer("桂林") == _layer("广西")
    assert _layer("桂林").key == _layer("广西").key
    assert len({_layer(name).key for name in ("广西", "宁夏", "新疆", "西藏", "湖北", "北京", "延边州")}) == 7
    assert _layer("广西") is _layer("广西")


# --- rules no packaged file shows alone

FILE = """
place = "131100"
name = "x"
excludes = []
own_days = true
held = [[2020, 2021]]
[[notice]]
number = "甲1号"
title = "t"
issued = 2020-01-10
issued_to = "day"
url = "https://example.org"
confidence = "high"
organs = ["all"]
persons = "all"
day = [{date = 2020-03-02, off = true, name = "n"}, {date = 2020-03-03, off = true, name = "n", confidence = "low"}]
[[notice]]
number = "甲2号"
title = "t"
issued = 2020-02-20
issued_to = "day"
url = "https://example.org"
confidence = "high"
organs = ["administrative"]
persons = "all"
withdraws = "甲1号"
day = [{date = 2020-03-09, off = true, name = "n"}]
"""


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    region = parse_region(FILE)
    regions._layer.cache_clear()
    monkeypatch.setattr(regions, "region_of", lambda place: region if place is Place.HENGSHUI else None)
    yield
    regions._layer.cache_clear()


@pytest.mark.usefixtures("made_up")
def test_a_withdrawn_notice_counts_until_it_is_withdrawn() -> None:
    first = _layer("衡水", as_known=dt.date(2020, 2, 19))
    assert list(first.days) == [dt.date(2020, 3, 2)]
    then = _layer("衡水", as_known=dt.date(2020, 2, 20))
    assert list(then.days) == [dt.date(2020, 3, 9)]
    assert not _is_unknown(then, dt.date(2020, 3, 2))


@pytest.mark.usefixtures("made_up")
def test_a_day_of_low_confidence_is_unknown_in_a_held_year() -> None:
    layer = _layer("衡水", as_known=dt.date(2020, 2, 19))
    assert Span(dt.date(2020, 3, 3), dt.date(2020, 3, 3)) in layer.unknown
    assert not _is_unknown(layer, dt.date(2020, 3, 4))
    assert not _is_unknown(layer, dt.date(2021, 3, 3))


# --- bad input


@pytest.mark.parametrize("organ", ["", "police", "Administrative", 3])
def test_an_unknown_organ_is_refused_and_the_known_ones_named(organ: object) -> None:
    with pytest.raises(InvalidInput, match="administrative, central, institution, social, school, enterprise"):
        regional_layer(Place.BEIJING, organ=organ)  # type: ignore[arg-type]


def test_something_that_is_no_place_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not-a-place"):
        regional_layer("北京")  # type: ignore[arg-type]


@pytest.mark.parametrize("as_known", [dt.datetime(2026, 1, 1), "2026-01-01", 2026])
def test_something_that_is_no_day_is_refused(as_known: object) -> None:
    with pytest.raises(InvalidInput, match="as_known"):
        regional_layer(Place.BEIJING, as_known=as_known)  # type: ignore[arg-type]


def test_a_moment_is_the_day_it_is_in_beijing() -> None:
    late = dt.datetime(2020, 1, 31, 17, tzinfo=dt.UTC)
    assert regional_layer(Place.parse("湖北"), as_known=late) == _layer("湖北")


def test_a_file_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(TypeError):
        parse_region(FILE + 'colour = "red"')


def test_a_region_without_a_file_is_none() -> None:
    assert region_files.region_of(Place.HENGSHUI) is None
