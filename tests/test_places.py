"""Places: looked up by name or code, one object each, never guessed."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.errors import AmbiguousPlace, InvalidInput, UnknownPlace
from govsvc.places import Place


def _table() -> list[tuple[str, str]]:
    lines = (files("govsvc") / "data" / "divisions.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return [(code, name) for code, name in rows]


TABLE = _table()
NAMES = [name for _, name in TABLE]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全国", "000000"),
        ("中国", "000000"),
        ("national", "000000"),
        ("000000", "000000"),
        ("广西", "450000"),
        ("广西壮族自治区", "450000"),
        ("450000", "450000"),
        ("４５００００", "450000"),
        ("内蒙古", "150000"),
        ("西藏", "540000"),
        ("香港", "810000"),
        ("北京", "110000"),
        ("河北省衡水市", "131100"),
        ("河北衡水", "131100"),
        ("衡水市", "131100"),
        ("衡水", "131100"),
        (" 河北省 衡水市\n", "131100"),
        ("北京市朝阳区", "110105"),
        ("北京朝阳", "110105"),
        ("吉林省", "220000"),
        ("吉林市", "220200"),
        ("吉林吉林市", "220200"),
        ("延边州", "222400"),
        ("延边", "222400"),
        ("延边朝鲜族自治州", "222400"),
        ("云南省德宏州瑞丽市", "533102"),
        ("海南", "460000"),
        ("青海海南", "632500"),
        ("海南省陵水县", "469028"),
        ("陵水黎族自治县", "469028"),
        ("仙桃市", "429004"),
        ("429004", "429004"),
        ("神农架", "429021"),
        ("景县", "131127"),
        ("浦东", "310115"),
        ("两江新区", "500157"),
        ("草湖市", "659013"),
    ],
)
def test_a_place_answers_to_its_name_and_code(text: str, code: str) -> None:
    assert Place.parse(text).code == code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("吉林", ("吉林省", "吉林省吉林市")),
        ("朝阳", ("北京市朝阳区", "辽宁省朝阳市", "辽宁省朝阳市朝阳县", "吉林省长春市朝阳区")),
        ("朝阳区", ("北京市朝阳区", "吉林省长春市朝阳区")),
        ("大理", ("云南省大理白族自治州", "云南省大理白族自治州大理市")),
    ],
)
def test_a_shared_name_is_ambiguous(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousPlace) as caught:
        Place.parse(text)
    assert caught.value.candidates == candidates


@pytest.mark.parametrize("text", ["衡水是", "河北省衡水是"])
def test_a_misspelt_name_is_unknown_and_the_nearest_named(text: str) -> None:
    with pytest.raises(UnknownPlace) as caught:
        Place.parse(text)
    assert caught.value.nearest[0] == "河北省衡水市"


@pytest.mark.parametrize(
    "text", ["999999", "111111", "13110", "1311000", "١٣١١٠٠", "北京市北京市", "河北省朝阳市", "区"]
)
def test_what_names_no_place_is_unknown(text: str) -> None:
    with pytest.raises(UnknownPlace):
        Place.parse(text)


@pytest.mark.parametrize("text", ["", "  ", 450000, None, b"450000", ["450000"]])
def test_what_is_no_text_is_invalid(text: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        Place.parse(text)  # type: ignore[arg-type]
    assert caught.value.faults[0].path == "text"


@given(st.text(st.sampled_from("河北省衡水市吉林朝阳区县州内蒙古 1a"), max_size=200))
def test_any_text_gives_a_place_or_a_place_error(text: str) -> None:
    try:
        place = Place.parse(text)
    except (UnknownPlace, AmbiguousPlace, InvalidInput):
        return
    assert Place.parse(place.full_name) is place


def test_the_table_holds_every_division_once() -> None:
    codes = [code for code, _ in TABLE]
    assert len(set(codes)) == len(codes) == 333 + 2848
    assert codes == sorted(codes)
    assert sum(code.endswith("00") for code in codes) == 333
    assert not {"500105", "500112"} & set(codes)


@pytest.mark.parametrize("code", [code for code, _ in TABLE][::40])
def test_a_full_name_and_a_code_lead_back_to_the_place(code: str) -> None:
    place = Place.parse(code)
    assert place.code == code
    assert Place.parse(place.full_name) is place
    assert place.within[0] is place
    assert place.within[-1] is Place.NATIONAL


def test_every_full_name_is_unambiguous() -> None:
    places = [Place.parse(code) for code, _ in TABLE]
    assert [Place.parse(place.full_name) for place in places] == places


@pytest.mark.parametrize(
    ("code", "around"),
    [
        ("131127", ["景县", "衡水市", "河北省", "全国"]),
        ("469028", ["陵水黎族自治县", "海南省", "全国"]),
        ("429004", ["仙桃市", "湖北省", "全国"]),
        ("110105", ["朝阳区", "北京市", "全国"]),
        ("500229", ["城口县", "重庆市", "全国"]),
        ("450000", ["广西壮族自治区", "全国"]),
        ("000000", ["全国"]),
    ],
)
def test_a_place_lies_within_what_is_around_it(code: str, around: list[str]) -> None:
    assert [place.name for place in Place.parse(code).within] == around


@pytest.mark.parametrize(
    ("code", "level", "is_autonomous"),
    [
        ("000000", "nation", False),
        ("450000", "province", True),
        ("110000", "province", False),
        ("222400", "prefecture", True),
        ("131100", "prefecture", False),
        ("469028", "county", True),
        ("150722", "county", True),
        ("131127", "county", False),
    ],
)
def test_level_and_autonomy(code: str, level: str, is_autonomous: bool) -> None:
    place = Place.parse(code)
    assert (place.level, place.is_autonomous) == (level, is_autonomous)


@pytest.mark.parametrize("place", [Place.NATIONAL, Place.BEIJING, Place.HENGSHUI, Place.parse("469028")])
def test_there_is_one_object_for_each_place(place: Place) -> None:
    assert pickle.loads(pickle.dumps(place)) is place
    assert copy.copy(place) is copy.deepcopy(place) is Place.parse(place.code) is place
    assert eval(repr(place)) is place


def test_a_place_is_immutable_and_cannot_be_made() -> None:
    with pytest.raises(AttributeError):
        Place.HENGSHUI.code = "000000"  # type: ignore[misc]
    with pytest.raises(TypeError, match=r"Place\.parse"):
        Place("131100")


def test_an_unknown_code_does_not_unpickle() -> None:
    forged = pickle.dumps(Place.parse("131127")).replace(b"131127", b"131197")
    with pytest.raises(UnknownPlace):
        pickle.loads(forged)


def test_provinces_and_the_named_places_do_not_read_the_table() -> None:
    script = (
        "from govsvc import places as p\n"
        "known = ['全国', '广西', '新疆维吾尔自治区', '吉林省', '河北省衡水市', '衡水', '110000']\n"
        "[p.Place.parse(text) for text in known]\n"
        "assert p._gazetteer.cache_info().currsize == 0\n"
        "p.Place.parse('桂林')\n"
        "assert p._gazetteer.cache_info().currsize == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
