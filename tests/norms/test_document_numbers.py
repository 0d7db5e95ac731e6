"""Document numbers are read in the brackets people use and written as the standard has them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.errors import InvalidInput
from govsvc.norms.document_numbers import DocumentNumber, find_document_numbers

LETTERS = [
    ("京政发〔2016〕64号", "京政发", 2016, 64),
    ("京政发〔2017〕37号", "京政发", 2017, 37),
    ("国发〔2016〕51号", "国发", 2016, 51),
    ("国办发〔2017〕39号", "国办发", 2017, 39),
    ("京政服函〔2021〕2号", "京政服函", 2021, 2),
    ("国办函〔2020〕109号", "国办函", 2020, 109),
    ("财办库〔2020〕254号", "财办库", 2020, 254),
    ("京财税〔2021〕229号", "京财税", 2021, 229),
    ("朝政办发〔2016〕1号", "朝政办发", 2016, 1),
    ("中办发〔2011〕22号", "中办发", 2011, 22),
    ("国办发明电〔2025〕7号", "国办发明电", 2025, 7),
]
ORDERS: list[tuple[str, dict[str, Any]]] = [
    ("主席令第七号", {"code": "主席令", "serial": 7, "chinese": True}),
    ("国务院令第795号", {"code": "国务院令", "serial": 795}),
    ("商务部令2004年第24号", {"code": "商务部令", "serial": 24, "year": 2004}),
    ("公告〔十六届〕第28号", {"code": "公告", "serial": 28, "session": 16}),
    ("公告2020年第26号", {"code": "公告", "serial": 26, "year": 2020}),
]


@pytest.mark.parametrize(("text", "code", "year", "serial"), LETTERS)
def test_a_letter_has_code_year_and_serial_number(text: str, code: str, year: int, serial: int) -> None:
    number = DocumentNumber.parse(text)
    assert number == DocumentNumber(code=code, year=year, serial=serial)
    assert str(number) == text
    assert not number.is_order


@pytest.mark.parametrize(("text", "fields"), ORDERS)
def test_an_order_has_code_and_serial_number(text: str, fields: dict[str, Any]) -> None:
    number = DocumentNumber.parse(text)
    assert number == DocumentNumber(**fields)
    assert str(number) == text
    assert number.is_order


@pytest.mark.parametrize("brackets", ["[]", "()", "（）", "【】", "［］", "〔〕"])
def test_every_bracket_is_read_and_one_is_written(brackets: str) -> None:
    text = f" 京政发 {brackets[0]}2016{brackets[1]} 64 号"
    assert str(DocumentNumber.parse(text)) == "京政发〔2016〕64号"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "京政发2016 64号",
        "京政发〔2016〕064号",
        "京政发〔16〕64号",
        "〔2016〕64号",
        "京政发〔2016〕号",
        "令第0号",
        None,
        64,
    ],
)
def test_what_is_no_document_number_is_refused(text: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        DocumentNumber.parse(text)
    assert caught.value.faults[0].code == "not-a-document-number"


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"code": "", "serial": 1, "year": 2016}, ["code"]),
        ({"code": "京政发", "serial": 0, "year": 1948}, ["serial", "year"]),
        ({"code": "京政发", "serial": 1}, ["year"]),
        ({"code": "京政发", "serial": 1, "year": 2016, "chinese": True}, ["chinese"]),
        ({"code": "国务院令", "serial": 1, "year": 2016, "session": 14}, ["session"]),
        ({"code": "公告", "serial": 1, "session": 0}, ["session"]),
    ],
)
def test_a_faulty_number_names_every_fault(fields: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        DocumentNumber(**fields)
    assert [fault.path for fault in caught.value.faults] == paths


CODES = st.text(st.sampled_from("京沪冀国政办发函服财商"), min_size=1, max_size=6)
NUMBERS = st.one_of(
    st.builds(DocumentNumber, code=CODES, serial=st.integers(1, 9999), year=st.integers(1949, 2100)),
    st.builds(
        DocumentNumber,
        code=CODES.map("{}令".format),
        serial=st.integers(1, 9999),
        year=st.none() | st.integers(1949, 2100),
        chinese=st.booleans(),
    ),
    st.builds(DocumentNumber, code=st.just("公告"), serial=st.integers(1, 9999), session=st.integers(1, 99)),
)


@given(NUMBERS)
def test_what_is_written_is_read_back(number: DocumentNumber) -> None:
    assert DocumentNumber.parse(str(number)) == number


def test_the_numbers_in_a_text_are_found_in_their_order() -> None:
    numbers = tuple(DocumentNumber.parse(text) for text, *_ in LETTERS)
    assert find_document_numbers(" ".join(map(str, numbers))) == numbers
    assert find_document_numbers("没有字号") == ()
