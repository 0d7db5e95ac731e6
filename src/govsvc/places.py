"""Places: the nation, its provinces, prefectures and counties, as values that can be looked up by name or code.

There is one object for each place, so comparing two places is comparing identity. The nation, the provinces and
衡水市 are known without reading anything; the first parse of another name reads the packaged table of divisions
(codes of GB/T 2260, source and date in its heading).

Not covered: townships and below, development zones, abolished divisions, divisions inside 香港, 澳门 and 台湾.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar, Literal

import attrs

from govsvc.errors import AmbiguousPlace, UnknownPlace, invalid

__all__ = ["Level", "Place"]


def __dir__() -> list[str]:
    return __all__


Level = Literal["nation", "province", "prefecture", "county"]

_PROVINCES = (
    "11北京市 12天津市 13河北省 14山西省 15内蒙古自治区 21辽宁省 22吉林省 23黑龙江省 31上海市 32江苏省 33浙江省 "
    "34安徽省 35福建省 36江西省 37山东省 41河南省 42湖北省 43湖南省 44广东省 45广西壮族自治区 46海南省 50重庆市 "
    "51四川省 52贵州省 53云南省 54西藏自治区 61陕西省 62甘肃省 63青海省 64宁夏回族自治区 65新疆维吾尔自治区 "
    "71台湾省 81香港特别行政区 82澳门特别行政区"
)
_NATIONAL_NAMES = ("全国", "中国", "中华人民共和国", "national")
# 吉林 alone is the province or its city: the one name of a province that needs its suffix.
_NEEDS_SUFFIX = frozenset({"吉林"})
_PEOPLES = (
    "各族 满族 回族 壮族 藏族 苗族 彝族 侗族 瑶族 白族 傣族 黎族 畲族 土族 水族 佤族 羌族 怒族 蒙古族 哈尼族 傈僳族 "
    "拉祜族 景颇族 阿昌族 普米族 独龙族 布朗族 基诺族 德昂族 仫佬族 毛南族 仡佬族 布依族 土家族 东乡族 撒拉族 保安族 "
    "裕固族 纳西族 朝鲜族 锡伯族 鄂温克族 鄂伦春族 达斡尔族 赫哲族 哈萨克族 塔吉克族 柯尔克孜族 维吾尔族 "
    "维吾尔 哈萨克 柯尔克孜 蒙古 塔吉克 锡伯"
)
_AUTONOMOUS = {"自治区": "", "自治州": "州", "自治县": "县", "自治旗": "旗"}
_SUFFIXES = ("特别行政区", "地区", "新区", "林区", "特区", "省", "市", "盟", "区", "县", "旗")
_LONGEST_TEXT = 80
_SHORTEST_NAME = 2
_CODE_LENGTH = 6


@attrs.frozen(eq=False, init=False, repr=False)
class Place:
    """One administrative division, or the nation; made by `Place.parse`, never called directly.

    Attributes:
        code: Six digits of GB/T 2260; "000000" is the nation.
        name: The full own name (衡水市).
        level: "nation", "province", "prefecture" or "county".

    >>> Place.parse("衡水") is Place.HENGSHUI
    True
    >>> [place.name for place in Place.HENGSHUI.within]
    ['衡水市', '河北省', '全国']
    """

    NATIONAL: ClassVar[Place]
    BEIJING: ClassVar[Place]
    HENGSHUI: ClassVar[Place]

    code: str
    name: str
    level: Level
    _around: tuple[Place, ...]

    def __init__(self, *args: object, **kwargs: object) -> None:
        raise TypeError("a Place is looked up, not made: use Place.parse(text)")

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place of this name or code.

        Args:
            text: A six-digit code; a name with its suffix or without (衡水市, 衡水, 广西壮族自治区, 广西, 延边州);
                names from the outside inwards, levels left out at will (北京市朝阳区); 全国, 中国 or "national".
                The bare name of a province means the province, except 吉林, which is also the name of a city.

        Raises:
            UnknownPlace: for a name or code that is not held, with the nearest full names.
            AmbiguousPlace: for a name that several places bear, with their full names.
            InvalidInput: for something that is no text, or an empty text.

        >>> Place.parse("北京市朝阳区").code
        '110105'
        """
        if not isinstance(text, str):
            raise invalid("text", "not-text", text, "the name or the six-digit code of a place")
        return _KNOWN_NAMES.get(text) or _look_up(text)

    @property
    def within(self) -> tuple[Place, ...]:
        """The place itself, then every place around it, the nation last."""
        return (self, *self._around)

    @property
    def full_name(self) -> str:
        """The names from the province inwards (河北省衡水市)."""
        return "".join(place.name for place in reversed(self.within) if place.level != "nation") or self.name

    @property
    def is_autonomous(self) -> bool:
        """Whether it is an autonomous region, prefecture, county or banner (自治区, 自治州, 自治县, 自治旗)."""
        return self.name.endswith(tuple(_AUTONOMOUS))

    def __repr__(self) -> str:
        return f"Place.parse({self.full_name!r})"

    def __str__(self) -> str:
        return self.full_name

    def __reduce__(self) -> tuple[Callable[[str], Place], tuple[str]]:
        return _of_code, (self.code,)

    def __copy__(self) -> Place:
        return self

    def __deepcopy__(self, memo: object) -> Place:
        return self


_PLACES: dict[str, Place] = {}
_KNOWN_NAMES: dict[str, Place] = {}


def _intern(code: str, name: str, level: Level, around: tuple[Place, ...]) -> Place:
    """Return the one object of a code; the first thread to come makes it."""
    place: Place = object.__new__(Place)
    for field, value in zip(("code", "name", "level", "_around"), (code, name, level, around), strict=True):
        object.__setattr__(place, field, value)
    return _PLACES.setdefault(code, place)


def _own_stem(name: str) -> tuple[str, str]:
    """Return a name without its suffix and peoples, and the short suffix it may be called by (延边, 州)."""
    for suffix, short in _AUTONOMOUS.items():
        if name.endswith(suffix):
            return _without_peoples(name.removesuffix(suffix)), short
    for suffix in _SUFFIXES:
        if name.endswith(suffix):
            return name.removesuffix(suffix), ""
    return name, ""


def _without_peoples(stem: str) -> str:
    for people in _PEOPLES.split():
        if stem.endswith(people) and len(stem) - len(people) >= _SHORTEST_NAME:
            return _without_peoples(stem.removesuffix(people))
    return stem


def _names(place: Place) -> Iterator[str]:
    """Yield every name a place answers to: its own, and without suffix where two characters are left."""
    stem, short = _own_stem(place.name)
    yield place.name
    if stem != place.name and len(stem) >= _SHORTEST_NAME:
        yield stem
        if short:
            yield stem + short


def _know(place: Place) -> Place:
    _KNOWN_NAMES[place.code] = _KNOWN_NAMES[place.name] = _KNOWN_NAMES[place.full_name] = place
    _KNOWN_NAMES.update({name: place for name in _names(place) if name not in _NEEDS_SUFFIX})
    return place


Place.NATIONAL = _know(_intern("000000", "全国", "nation", ()))
_KNOWN_NAMES.update(dict.fromkeys(_NATIONAL_NAMES, Place.NATIONAL))
for _entry in _PROVINCES.split():
    _know(_intern(_entry[:2] + "0000", _entry[2:], "province", (Place.NATIONAL,)))
Place.BEIJING = _PLACES["110000"]
Place.HENGSHUI = _know(_intern("131100", "衡水市", "prefecture", _PLACES["130000"].within))


@attrs.frozen
class _Gazetteer:
    """The whole table: places by code, and by each of their names."""

    by_code: Mapping[str, Place]
    by_name: Mapping[str, tuple[Place, ...]]


def _division(code: str, name: str) -> Place:
    prefecture = _PLACES.get(code[:4] + "00")
    level: Level = "prefecture" if code.endswith("00") else "county"
    around = prefecture if prefecture is not None and level == "county" else _PLACES[code[:2] + "0000"]
    return _intern(code, name, level, around.within)


@functools.cache
def _gazetteer() -> _Gazetteer:
    from importlib.resources import files

    lines = (files("govsvc") / "data" / "divisions.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            _division(*line.split())
    by_code = dict(sorted(_PLACES.items()))
    by_name: dict[str, tuple[Place, ...]] = {}
    for place in by_code.values():
        for name in _names(place):
            by_name[name] = (*by_name.get(name, ()), place)
    return _Gazetteer(by_code, by_name)


def _of_code(code: str) -> Place:
    """Return the place of a code; what a pickled place is read back with."""
    place = _PLACES.get(code) or _gazetteer().by_code.get(code)
    if place is None:
        raise UnknownPlace(code)
    return place


def _look_up(text: str) -> Place:
    """Return the place of a text that is not among the names in code."""
    import unicodedata

    wanted = "".join(unicodedata.normalize("NFKC", text).split())
    if not wanted:
        raise invalid("text", "empty", text, "the name or the six-digit code of a place")
    known = _KNOWN_NAMES.get(wanted)
    if known is not None:
        return known
    if len(wanted) == _CODE_LENGTH and wanted.isascii() and wanted.isdigit():
        return _of_code(wanted)
    return _only(text, _matches(wanted) if len(wanted) <= _LONGEST_TEXT else ())


def _only(text: str, found: Iterable[Place]) -> Place:
    places = sorted(set(found), key=lambda place: place.code)
    if not places:
        raise UnknownPlace(text, _nearest(text))
    if len(places) > 1:
        raise AmbiguousPlace(text, tuple(place.full_name for place in places))
    return places[0]


def _matches(text: str) -> tuple[Place, ...]:
    """Return the places a text can mean: one name, or names from the outside inwards."""
    named = _gazetteer().by_name.get(text, ())
    exact = tuple(place for place in named if place.name == text)
    return exact or named or tuple(_chains(text, Place.NATIONAL))


def _chains(text: str, outer: Place) -> Iterator[Place]:
    """Yield every place whose chain of names, each inside the one before, makes up the text."""
    by_name = _gazetteer().by_name
    for end in range(_SHORTEST_NAME, len(text) + 1):
        for place in by_name.get(text[:end], ()):
            if place is not outer and outer in place.within:
                yield from _chains(text[end:], place) if end < len(text) else (place,)


@functools.cache
def _full_names() -> Mapping[str, str]:
    """Return the names to compare a misspelt one with, and the full name each stands for."""
    places = _gazetteer().by_code.values()
    return {place.name: place.full_name for place in places} | {place.full_name: place.full_name for place in places}


def _nearest(text: str) -> tuple[str, ...]:
    """Return up to three full names close to a misspelt one."""
    import difflib

    names = _full_names()
    close = difflib.get_close_matches(text[:_LONGEST_TEXT], names, n=3)
    return tuple(dict.fromkeys(names[name] for name in close))
