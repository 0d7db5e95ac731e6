"""Days as people write them, by the CLDR patterns that Babel ships.

Not covered: lengths of time. A period of the law is printed with its own number and unit: a library that turns twenty
days into "three weeks" would change the law.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from govsvc.errors import invalid
from govsvc.i18n.messages import LOCALES

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["date_text"]


def __dir__() -> list[str]:
    return __all__


@cache
def _locale(locale: str) -> Locale:
    if locale not in LOCALES:
        raise invalid("locale", "unknown-locale", locale, " or ".join(LOCALES))
    from babel import Locale

    return Locale.parse(locale)


def date_text(day: dt.date, locale: str, *, weekday: bool = False) -> str:
    """Return a day as text, with its weekday where asked for.

    Raises:
        InvalidInput: an unknown locale.

    >>> date_text(dt.date(2026, 10, 1), "zh", weekday=True)
    '2026年10月1日星期四'
    >>> date_text(dt.date(2026, 10, 1), "en")
    'October 1, 2026'
    """
    from babel.dates import format_date

    return format_date(day, "full" if weekday else "long", locale=_locale(locale))
