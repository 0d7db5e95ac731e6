"""How a place in a legal text is written in Chinese: 第三十二条第一款第（四）项, 第三十三条之一.

Reads and writes the plain numbers; knows no instrument. Not covered: 编, 章, 节, 目, and several
articles cited together (第三条、第五条).
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from govsvc.numerals import from_chinese, to_chinese

__all__ = ["BY_ANALOGY", "Written", "read_citation", "write_place"]


def __dir__() -> list[str]:
    return __all__


BY_ANALOGY: Final = "（类推适用）"

_NUMBER: Final = r"\s*([\d零〇一二两三四五六七八九十百千万]+)\s*"
_PLACE: Final = (
    rf"第{_NUMBER}条(?:之{_NUMBER})?\s*(?:第{_NUMBER}款\s*)?"
    rf"(?:第(?:\s*[（(]{_NUMBER}[）)]\s*|{_NUMBER})项\s*)?"
)
_CITATION: Final = rf"\s*(.+?)\s*{_PLACE}([（(]\s*类推适用\s*[）)])?\s*"


Written: TypeAlias = tuple[str, int, int | None, int | None, int | None, bool]
"""Title as it stands (with or without 《》), article, 之, paragraph, item, whether by analogy."""


def write_place(article: int, inserted: int | None, paragraph: int | None, item: int | None) -> str:
    """Return the Chinese form of a place in a text.

    >>> write_place(32, None, 1, 4), write_place(33, 1, None, None)
    ('第三十二条第一款第（四）项', '第三十三条之一')
    """
    place = f"第{to_chinese(article)}条"
    place += f"之{to_chinese(inserted)}" if inserted is not None else ""
    place += f"第{to_chinese(paragraph)}款" if paragraph is not None else ""
    return place + (f"第（{to_chinese(item)}）项" if item is not None else "")


def read_citation(text: object) -> Written | None:
    """Return what `text` cites, or None where it is no citation of one place.

    Raises:
        InvalidInput: where a number in it is badly written.

    >>> read_citation("《行政许可法》第32条第1款第4项")
    ('《行政许可法》', 32, None, 1, 4, False)
    """
    found = re.fullmatch(_CITATION, text) if isinstance(text, str) else None
    if found is None:
        return None
    title, article, inserted, paragraph, bracketed, item, analogy = found.groups()
    return (
        title,
        _number(article),
        _number_or_none(inserted),
        _number_or_none(paragraph),
        _number_or_none(bracketed or item),
        analogy is not None,
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else from_chinese(text)


def _number_or_none(text: str | None) -> int | None:
    return None if text is None else _number(text)
