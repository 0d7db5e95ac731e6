"""Chinese numerals as legal texts write them: 第八十二条, 第一百零三条, 二十日.

Covers whole numbers from 0 to 99,999,999 in the written order (二十, 一百零三, 十二万零五).
Not covered: years written digit by digit (二〇二六), the financial forms (壹贰叁), fractions, 亿.
"""

from __future__ import annotations

import re
from typing import Final

from govsvc.errors import invalid

__all__ = ["LARGEST", "from_chinese", "to_chinese"]


def __dir__() -> list[str]:
    return __all__


LARGEST: Final = 99_999_999

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def to_chinese(number: int) -> str:
    """Return `number` in Chinese numerals.

    Raises:
        InvalidInput: for anything but an int from 0 to 99,999,999.

    >>> to_chinese(82), to_chinese(103), to_chinese(12), to_chinese(0)
    ('八十二', '一百零三', '十二', '零')
    """
    if type(number) is not int or not 0 <= number <= LARGEST:
        raise invalid("number", "not-a-numeral", number, f"a whole number from 0 to {LARGEST}")
    spelt = _spelt(number)
    return spelt.removeprefix("一") if spelt.startswith("一十") else spelt


def from_chinese(text: str) -> int:
    """Return the number that `text` writes; 〇, 两 (两百) and 一十二 are read as well.

    Raises:
        InvalidInput: for anything that is not one number written in the usual order.

    >>> from_chinese("八十二"), from_chinese("一百〇三"), from_chinese("一十二"), from_chinese("两千")
    (82, 103, 12, 2000)
    """
    plain = _plain(text)
    number = _summed(plain)
    if number is None or _spelt(number) != plain:
        raise invalid("text", "not-a-numeral", text, "a number in Chinese numerals, such as 八十二")
    return number


def _spelt(number: int) -> str:
    high, low = divmod(number, 10_000)
    if not high:
        return _spelt_below_ten_thousand(low)
    gap = "零" if 0 < low < 1000 else ""
    return f"{_spelt_below_ten_thousand(high)}万{gap}{_spelt_below_ten_thousand(low) if low else ''}"


def _spelt_below_ten_thousand(number: int) -> str:
    written = "".join(
        _DIGITS[digit] + unit if digit else "零"
        for digit, unit in zip(map(int, f"{number:04}"), ("千", "百", "十", ""), strict=True)
    )
    return re.sub("零+", "零", written).strip("零") or "零"


def _plain(text: object) -> str:
    """Return `text` with its variants made one: 〇 as 零, 两百 as 二百, 十二 as 一十二."""
    if not isinstance(text, str):
        return ""
    plain = re.sub("两(?=[百千万])|^两$", "二", text.replace("〇", "零"))
    return f"一{plain}" if plain.startswith("十") else plain


def _summed(plain: str) -> int | None:
    """Return the sum of what stands there, in whatever order; None for a foreign sign."""
    total = section = digit = 0
    for sign in plain:
        if sign in _DIGITS:
            digit = _DIGITS.index(sign)
        elif sign in _UNITS:
            section, digit = section + digit * _UNITS[sign], 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        else:
            return None
    total += section + digit
    return total if total <= LARGEST else None
