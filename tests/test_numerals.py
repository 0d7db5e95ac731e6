"""Numerals: both ways, every accepted variant, every refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.errors import InvalidInput
from govsvc.numerals import LARGEST, from_chinese, to_chinese

NUMBERS = {
    0: "零",
    1: "一",
    9: "九",
    10: "十",
    11: "十一",
    19: "十九",
    20: "二十",
    21: "二十一",
    82: "八十二",
    99: "九十九",
    100: "一百",
    101: "一百零一",
    103: "一百零三",
    110: "一百一十",
    111: "一百一十一",
    120: "一百二十",
    999: "九百九十九",
    1000: "一千",
    1001: "一千零一",
    1010: "一千零一十",
    1100: "一千一百",
    1259: "一千二百五十九",
    2020: "二千零二十",
    9999: "九千九百九十九",
    10_000: "一万",
    10_001: "一万零一",
    10_010: "一万零一十",
    10_999: "一万零九百九十九",
    11_000: "一万一千",
    100_000: "十万",
    120_005: "十二万零五",
    1_010_000: "一百零一万",
    10_000_000: "一千万",
    LARGEST: "九千九百九十九万九千九百九十九",
}


@pytest.mark.parametrize(("number", "text"), NUMBERS.items())
def test_a_number_is_written_and_read_in_the_usual_form(number: int, text: str) -> None:
    assert to_chinese(number) == text
    assert from_chinese(text) == number


@given(st.integers(0, LARGEST))
def test_reading_undoes_writing(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_two_numbers_are_never_written_alike(one: int, other: int) -> None:
    assert (to_chinese(one) == to_chinese(other)) is (one == other)


@pytest.mark.parametrize(
    ("variant", "number"),
    [
        ("〇", 0),
        ("一百〇三", 103),
        ("一十", 10),
        ("一十二", 12),
        ("一十二万", 120_000),
        ("两", 2),
        ("两百", 200),
        ("两千零二", 2002),
        ("两万两千两百", 22_200),
    ],
)
def test_variants_are_read(variant: str, number: int) -> None:
    assert from_chinese(variant) == number


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "十 二", "二三", "十十", "百", "百一", "一百三", "一百零", "零一", "一零", "两十", "二十两", "十两",
        "三百百", "十百", "一十百", "一千十", "一百十", "二〇二六", "一百一十零", "一万五", "万", "万一", "一万万",
        "一亿", "壹", "12", "１２", "八十二条", "-一", "一万零一千", "一千零零一", "九十九百",
    ],
)  # fmt: skip
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        from_chinese(text)
    assert [(fault.path, fault.code, fault.given) for fault in caught.value.faults] == [("text", "not-a-numeral", text)]


@given(st.text(alphabet="零〇一二两三九十百千万亿", max_size=8))
def test_whatever_is_read_is_one_variant_of_what_is_written(text: str) -> None:
    try:
        number = from_chinese(text)
    except InvalidInput:
        return
    full = to_chinese(number) if not to_chinese(number).startswith("十") else f"一{to_chinese(number)}"
    assert text.replace("〇", "零").replace("两", "二") in (to_chinese(number), full)


@pytest.mark.parametrize("given", [-1, LARGEST + 1, True, 1.0, "1", None])
def test_what_is_no_number_is_not_written(given: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        to_chinese(given)  # type: ignore[arg-type]
    assert caught.value.faults[0].code == "not-a-numeral"


@pytest.mark.parametrize("given", [12, None, b"\xe5\x8d\x81"])
def test_what_is_no_text_is_not_read(given: object) -> None:
    with pytest.raises(InvalidInput):
        from_chinese(given)  # type: ignore[arg-type]
