"""Text for people, in Chinese and in English, from stable message ids.

The rooms below return data and never prose; what a person reads is looked up here by id, at the edge. A missing id or
a missing value is an error, never an empty place in a sentence. Not covered: plural forms, and languages other than
Chinese (zh) and English (en).
"""

from __future__ import annotations

from govsvc.i18n.dates import date_text
from govsvc.i18n.messages import LOCALES, MissingData, UnknownMessage, translate

__all__ = ["LOCALES", "MissingData", "UnknownMessage", "date_text", "translate"]


def __dir__() -> list[str]:
    return __all__
