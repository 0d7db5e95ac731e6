"""Citations: written, read back, named by keys; instruments check themselves."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.errors import InvalidInput
from govsvc.norms import ALWAYS, Citation, Evidence, Instrument, Rank, since
from govsvc.spans import Span

CHECKED = dt.date(2026, 6, 26)


def _instrument(title: str, key: str, first: dt.date = dt.date(2004, 7, 1)) -> Instrument:
    return Instrument(title, key, Rank.STATUTE, Span.since(first), Evidence.FULL_TEXT, checked_on=CHECKED)


XKF = _instrument("行政许可法", "xkf")
CODE = _instrument("中华人民共和国民法典", "mfd")
RULES = _instrument("《行政许可法》实施细则", "rules")
REPLY = _instrument("关于行政许可法第八十二条的解释", "reply")
NAMED = _instrument("关于印发《办事指南规范》的通知", "guide")
HELD = (XKF, CODE, RULES, REPLY, NAMED)

places = st.one_of(st.none(), st.integers(1, 400))
citations = st.builds(
    Citation,
    st.sampled_from(HELD),
    article=st.integers(1, 2000),
    paragraph=places,
    item=places,
    by_analogy=st.booleans(),
    inserted=st.one_of(st.none(), st.integers(1, 12)),
)


@pytest.mark.parametrize(
    ("cite", "text", "key"),
    [
        (XKF(82), "行政许可法第八十二条", "xkf-82"),
        (XKF(50, 1), "行政许可法第五十条第一款", "xkf-50-1"),
        (XKF(32, 1, 4), "行政许可法第三十二条第一款第（四）项", "xkf-32-1-4"),
        (XKF(32, item=4), "行政许可法第三十二条第（四）项", "xkf-32-0-4"),
        (XKF(33, inserted=1), "行政许可法第三十三条之一", "xkf-33zhi1"),
        (XKF(33, 2, inserted=1), "行政许可法第三十三条之一第二款", "xkf-33zhi1-2"),
        (CODE(203, 1, by_analogy=True), "中华人民共和国民法典第二百零三条第一款（类推适用）", "mfd-203-1"),
    ],
)
def test_a_citation_is_written_and_named(cite: Citation, text: str, key: str) -> None:
    assert str(cite) == text
    assert Citation.parse(text, HELD) == cite
    assert cite.key == key
    assert cite.reading_key == key.replace("-", "_")
    assert cite.reading_key.isidentifier()
    assert repr(cite) == f"<Citation {text}>"


@given(citations)
def test_reading_undoes_writing(cite: Citation) -> None:
    assert Citation.parse(str(cite), HELD) == cite


@given(citations, citations)
def test_keys_name_places(one: Citation, other: Citation) -> None:
    same_place = attrs.evolve(one, by_analogy=False) == attrs.evolve(other, by_analogy=False)
    assert (one.key == other.key) is same_place
    assert (one.reading_key == other.reading_key) is same_place


@pytest.mark.parametrize(
    "text",
    [
        "《行政许可法》第三十二条第一款第（四）项",
        "行政许可法第三十二条第一款第四项",
        "行政许可法第三十二条第一款第(四)项",
        "行政许可法第32条第1款第4项",
        "行政许可法第３２条第１款第（４）项",
        "《中华人民共和国行政许可法》第32条第一款第（4）项",
        "中华人民共和国行政许可法第三十二条第一款第四项",
        " 《 行政许可法 》 第 32 条 第 1 款 第 （ 4 ） 项 ",
    ],
)
def test_every_usual_form_is_read(text: str) -> None:
    assert Citation.parse(text, HELD) == XKF(32, 1, 4)


def test_a_short_title_stands_for_the_full_one() -> None:
    assert Citation.parse("民法典第二百零一条", HELD) == CODE(201)


@pytest.mark.parametrize("mark", ["（类推适用）", "(类推适用)", "（ 类推适用 ）"])
def test_analogy_is_read(mark: str) -> None:
    assert Citation.parse(f"行政许可法第八十二条{mark}", HELD) == XKF(82, by_analogy=True)


def test_analogy_is_part_of_the_value() -> None:
    assert XKF(82).analogous() == XKF(82, by_analogy=True) != XKF(82)
    assert XKF(82).analogous().analogous() == XKF(82).analogous()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-a-citation"),
        ("行政许可法", "not-a-citation"),
        ("第三十二条", "not-a-citation"),
        ("行政许可法第条", "not-a-citation"),
        ("行政许可法第三十二条第一项第一款", "not-a-citation"),
        ("行政许可法第三十二条第（四项", "not-a-citation"),
        ("行政许可法第三十二条第四）项", "not-a-citation"),
        ("行政许可法第三十二条等", "not-a-citation"),
        ("行政许可法第三十二条、第三十三条等", "not-a-citation"),
        ("行政许可法第二三条", "not-a-numeral"),
        ("行政许可法第〇条", "not-an-ordinal"),
        ("行政许可法第0条", "not-an-ordinal"),
        ("行政许可法第1条第0款", "not-an-ordinal"),
        ("行政处罚法第三十二条", "unknown-instrument"),
        ("《》第三十二条", "unknown-instrument"),
        (None, "not-a-citation"),
        (32, "not-a-citation"),
    ],
)
def test_what_is_no_citation_is_refused(text: object, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Citation.parse(text, HELD)  # type: ignore[arg-type]
    assert [fault.code for fault in caught.value.faults] == [code]


def test_an_unknown_instrument_is_answered_with_the_known() -> None:
    with pytest.raises(InvalidInput) as caught:
        Citation.parse("行政处罚法第三十二条", [XKF, CODE])
    assert caught.value.faults[0].given == "行政处罚法"
    assert caught.value.faults[0].allowed == "行政许可法, 中华人民共和国民法典"


def test_no_instrument_at_all_is_said_so() -> None:
    with pytest.raises(InvalidInput, match="none is known"):
        Citation.parse("行政许可法第三十二条", [])


def test_two_texts_of_one_title_are_not_guessed_between() -> None:
    later = _instrument("行政许可法", "xkf2030", dt.date(2030, 1, 1))
    with pytest.raises(InvalidInput) as caught:
        Citation.parse("行政许可法第三十二条", [later, XKF])
    assert (caught.value.faults[0].code, caught.value.faults[0].allowed) == (
        "several-instruments",
        "one of xkf, xkf2030",
    )


def test_one_text_given_twice_is_one_text() -> None:
    assert Citation.parse("行政许可法第一条", iter([XKF, _instrument("行政许可法", "xkf")])) == XKF(1)


def test_a_citation_names_every_fault_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Citation("xkf", 0, -1, True, "no", 1.5)  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == [
        "instrument",
        "article",
        "paragraph",
        "item",
        "inserted",
        "by_analogy",
    ]


GOOD: dict[str, Any] = {
    "title": "行政许可法",
    "key": "xkf",
    "rank": Rank.STATUTE,
    "in_force": since(2004, 7, 1),
    "evidence": Evidence.FULL_TEXT,
    "checked_on": CHECKED,
    "number": "主席令第七号",
    "promulgated": dt.date(2003, 8, 27),
}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        *[("title", title) for title in ("", " 行政许可法", "《行政许可法》", "行政\n许可法", None)],
        *[("key", key) for key in ("", "Xkf", "1xkf", "x-k", "x_k", "许可", "xkf\n", None)],
        ("rank", "statute"),
        ("in_force", dt.date(2004, 7, 1)),
        ("evidence", "full-text"),
        ("checked_on", dt.datetime(2026, 6, 26)),
        ("checked_on", None),
        ("number", ""),
        ("promulgated", "2003-08-27"),
    ],
)
def test_a_faulty_instrument_is_refused(name: str, given: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        Instrument(**GOOD | {name: given})
    assert [(fault.path, fault.given) for fault in caught.value.faults] == [(name, given)]


def test_an_instrument_names_every_fault_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        Instrument(**{name: cast(Any, 7) for name in GOOD})
    assert {fault.path for fault in caught.value.faults} == set(GOOD)


def test_values_are_immutable_hashable_and_pickle() -> None:
    for value in (XKF, XKF(32, 1, 4), Instrument(**GOOD)):
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
        assert pickle.loads(pickle.dumps(value)) == value
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.title = "另一部法"  # type: ignore[misc, union-attr]


def test_an_instrument_shows_its_title_and_key() -> None:
    assert repr(XKF) == "Instrument(title='行政许可法', key='xkf')"
    assert str(XKF) == "行政许可法"


def test_since_is_open_and_holds_its_first_day() -> None:
    span = since(2004, 7, 1)
    assert span.is_open
    assert dt.date(2004, 7, 1) in span
    assert dt.date(2004, 6, 30) not in span


@pytest.mark.parametrize("day", [(2026, 2, 29), (0, 1, 1), ("2026", 1, 1)])
def test_since_refuses_what_is_no_day(day: tuple[Any, Any, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        since(*day)
    assert caught.value.faults[0].given == day


def test_always_holds_every_day() -> None:
    assert dt.date.min in ALWAYS
    assert dt.date.max in ALWAYS
