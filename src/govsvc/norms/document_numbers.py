"""Document numbers (发文字号): 京政发〔2016〕64号, 主席令第七号, 国务院令第795号, 商务部令2004年第24号.

A letter bears the code of its issuer, the year in 〔〕 and a serial number; an order (令, 公告) bears a serial number
after 第, with the year or the session before it where the series is counted by them. Other brackets are read, 〔〕 is
written (GB/T 9704). Not covered: joint numbers of several issuers, numbers of court papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.numerals import LARGEST, from_chinese, to_chinese

__all__ = ["DocumentNumber", "find_document_numbers"]


def __dir__() -> list[str]:
    return __all__


_CODE: Final = "[\u4e00-\u9fff]{1,12}?"
_OPEN, _CLOSE = r"[〔\[【(（［]", r"[〕\]】)）］]"
_SERIAL: Final = r"[1-9]\d{0,3}"
_CHINESE: Final = "[零〇一二三四五六七八九十百千]+"
_LETTER: Final = rf"(?P<code>{_CODE}){_OPEN}(?P<year>\d{{4}}){_CLOSE}(?P<serial>{_SERIAL})号"
_SESSION: Final = rf"{_OPEN}(?P<session>{_CHINESE})届{_CLOSE}"
_ORDER: Final = (
    rf"(?P<code>{_CODE}令|[\u4e00-\u9fff]{{0,10}}?公告)(?:(?P<year>\d{{4}})年|{_SESSION})?"
    rf"第(?:(?P<serial>{_SERIAL})|(?P<chinese>{_CHINESE}))号"
)
_ALLOWED: Final = "an issuer's code, a year in 〔〕 and a serial number, or an order such as 国务院令第795号"


@attrs.frozen(kw_only=True)
class DocumentNumber:
    """The number of a document.

    Attributes:
        code: The code of the issuer and the kind of paper (京政发, 国务院令).
        serial: Its place in the series, from 1.
        year: The year of the series, or None where it does not start anew each year.
        session: The session of the congress (届) that the series belongs to, or None.
        chinese: Whether the serial number is written in Chinese, as in the orders of the President.

    Raises:
        InvalidInput: with every field that is not as said above.

    >>> number = DocumentNumber.parse("京政发[2016]64号")
    >>> number.code, number.year, number.serial, str(number)
    ('京政发', 2016, 64, '京政发〔2016〕64号')
    >>> str(DocumentNumber.parse("主席令第七号"))
    '主席令第七号'
    """

    code: str
    serial: int
    year: int | None = None
    session: int | None = None
    chinese: bool = False

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_faults(self)):
            raise InvalidInput(faults)

    @classmethod
    def parse(cls, text: object) -> DocumentNumber:
        """Return the number a text writes; spaces do not matter.

        Raises:
            InvalidInput: where it is no document number.
        """
        bare = re.sub(r"\s", "", text) if isinstance(text, str) else ""
        for pattern in (_ORDER, _LETTER):
            if found := re.fullmatch(pattern, bare):
                return _read(found)
        raise invalid("text", "not-a-document-number", text, _ALLOWED)

    @property
    def is_order(self) -> bool:
        """Whether it is the number of an order or a public notice."""
        return self.code.endswith(("令", "公告"))

    def __str__(self) -> str:
        if not self.is_order:
            return f"{self.code}〔{self.year}〕{self.serial}号"
        session = "" if self.session is None else f"〔{to_chinese(self.session)}届〕"
        year = "" if self.year is None else f"{self.year}年"
        return f"{self.code}{session}{year}第{to_chinese(self.serial) if self.chinese else self.serial}号"


def find_document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """Return the numbers in 〔〕 form that stand in a text, in their order.

    A code runs as far back as Chinese characters do, so a word that touches it is taken for a part of it.

    >>> list(map(str, find_document_numbers("见 京政发〔2016〕64号、国发[2016]51号。")))
    ['京政发〔2016〕64号', '国发〔2016〕51号']
    """
    return tuple(_read(found) for found in re.finditer(_LETTER, text))


def _read(found: re.Match[str]) -> DocumentNumber:
    groups = found.groupdict()
    year, session, chinese = groups.get("year"), groups.get("session"), groups.get("chinese")
    return DocumentNumber(
        code=groups["code"],
        serial=int(groups["serial"]) if chinese is None else from_chinese(chinese),
        year=None if year is None else int(year),
        session=None if session is None else from_chinese(session),
        chinese=chinese is not None,
    )


def _faults(number: DocumentNumber) -> Iterator[Fault]:
    code: object = number.code
    if not isinstance(code, str) or not re.fullmatch("[\u4e00-\u9fff]{1,12}", code):
        yield Fault("code", "not-a-code", code, "one to twelve Chinese characters")
        return
    if type(number.serial) is not int or not 1 <= number.serial <= LARGEST:
        yield Fault("serial", "not-an-ordinal", number.serial, f"a whole number from 1 to {LARGEST}")
    if not (number.year is None or (type(number.year) is int and 1949 <= number.year <= 2100)):
        yield Fault("year", "not-a-year", number.year, "a year from 1949 to 2100, or None")
    if number.year is None and not number.is_order:
        yield Fault("year", "missing", None, "the year of the series, for a number that is not an order's")
    if not (number.session is None or (type(number.session) is int and 1 <= number.session <= LARGEST)):
        yield Fault("session", "not-an-ordinal", number.session, "a whole number from 1 on, or None")
    if number.session is not None and (number.year is not None or not number.is_order):
        yield Fault("session", "not-used", number.session, "a session for an order without a year")
    if number.chinese and not number.is_order:
        yield Fault("chinese", "not-used", number.chinese, "a Chinese serial number for an order only")
