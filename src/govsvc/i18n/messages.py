"""Message catalogues: an id and its data become a sentence.

Catalogues are gettext files, `locale/<locale>/LC_MESSAGES/govsvc.po`, compiled when the package is built and read on
first use. Ids are dotted and stable (`status.running`); placeholders are named, as in `str.format`.
"""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import files
from typing import Any, Final, NoReturn

from govsvc.errors import GovsvcError, invalid

__all__ = ["LOCALES", "MissingData", "UnknownMessage", "translate"]


def __dir__() -> list[str]:
    return __all__


LOCALES: Final = ("zh", "en")


class UnknownMessage(GovsvcError, KeyError):
    """No catalogue entry has this id."""

    def __init__(self, message_id: str, locale: str) -> None:
        self.message_id, self.locale = message_id, locale
        super().__init__(message_id, locale)

    def __str__(self) -> str:
        return f"no message {self.message_id!r} in {self.locale}"


class MissingData(GovsvcError, KeyError):
    """A message was asked for without a value it names."""

    def __init__(self, message_id: str, name: str) -> None:
        self.message_id, self.name = message_id, name
        super().__init__(message_id, name)

    def __str__(self) -> str:
        return f"message {self.message_id!r} needs a value for {self.name!r}"


class _Nothing(gettext.NullTranslations):
    """The end of the chain: gettext itself would print the id."""

    def gettext(self, message: str) -> NoReturn:
        raise KeyError(message)


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    if locale not in LOCALES:
        raise invalid("locale", "unknown-locale", locale, " or ".join(LOCALES))
    source = files("govsvc.i18n") / "locale" / locale / "LC_MESSAGES" / "govsvc.mo"
    with source.open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    catalogue.add_fallback(_Nothing())
    return catalogue


class _Data(dict[str, Any]):
    def __init__(self, message_id: str, data: dict[str, object]) -> None:
        self.message_id = message_id
        super().__init__(data)

    def __missing__(self, name: str) -> NoReturn:
        raise MissingData(self.message_id, name)


def _template(message_id: str, locale: str) -> str:
    catalogue = _catalogue(locale)
    if not message_id:
        raise UnknownMessage(message_id, locale)
    try:
        return catalogue.gettext(message_id)
    except KeyError:
        raise UnknownMessage(message_id, locale) from None


def translate(message_id: str, locale: str, /, **data: object) -> str:
    """Return the message in a language, with its data filled in.

    Args:
        message_id: The stable dotted id.
        locale: `zh` or `en`.
        data: A value for every placeholder of the message; further values are not used.

    Raises:
        UnknownMessage: no catalogue entry has this id.
        MissingData: a placeholder has no value.
        InvalidInput: an unknown locale.

    >>> translate("status.last-day", "zh")
    '最后一日'
    >>> translate("status.last-day", "en")
    'last day'
    """
    return _template(message_id, locale).format_map(_Data(message_id, data))
