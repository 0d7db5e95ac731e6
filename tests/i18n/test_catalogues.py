"""Both languages say the same things: the same ids, the same placeholders, nothing left empty."""

from __future__ import annotations

import datetime as dt
import pickle
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from govsvc.errors import InvalidInput
from govsvc.i18n import LOCALES, MissingData, UnknownMessage, date_text, messages, translate

LOCALE = Path(__file__).resolve().parents[2] / "src" / "govsvc" / "i18n" / "locale"
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")


def catalogue(locale: str) -> Catalog:
    with (LOCALE / locale / "LC_MESSAGES" / "govsvc.po").open("rb") as text:
        return read_po(text, abort_invalid=True)


def texts(locale: str) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalogue(locale) if message.id}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


ZH, EN = texts("zh"), texts("en")


def test_there_is_one_catalogue_for_each_locale() -> None:
    assert sorted(path.name for path in LOCALE.iterdir()) == sorted(LOCALES)


def test_both_catalogues_have_the_same_ids_in_the_same_order() -> None:
    assert list(ZH) == list(EN)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_id_is_given_twice(locale: str) -> None:
    text = (LOCALE / locale / "LC_MESSAGES" / "govsvc.po").read_text("utf-8")
    given = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert sorted(given) == sorted(set(given))
    assert len(given) == len(texts(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_fuzzy(locale: str) -> None:
    assert not [message.id for message in catalogue(locale) if message.id and message.fuzzy]


@pytest.mark.parametrize("message_id", ZH)
def test_a_message_is_whole_in_both_languages(message_id: str) -> None:
    assert ID.fullmatch(message_id)
    assert ZH[message_id].strip()
    assert EN[message_id].strip()
    assert placeholders(ZH[message_id]) == placeholders(EN[message_id])
    assert all(map(str.isidentifier, placeholders(ZH[message_id])))


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_compiled_is_what_is_written(locale: str) -> None:
    for message_id, text in texts(locale).items():
        data = dict.fromkeys(placeholders(text), "…")
        assert translate(message_id, locale, **data) == text.format(**data)


@pytest.mark.parametrize("message_id", ["status.lost", "", "status"])
def test_an_unknown_id_is_an_error(message_id: str) -> None:
    with pytest.raises(UnknownMessage) as caught:
        translate(message_id, "zh")
    assert (caught.value.message_id, caught.value.locale) == (message_id, "zh")


def test_a_missing_value_is_an_error_and_a_further_one_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_template", lambda message_id, locale: "{who}应当于{due}前办理")
    with pytest.raises(MissingData, match="due"):
        translate("duty.by", "zh", who="行政机关")
    assert translate("duty.by", "zh", who="行政机关", due=1, more=2) == "行政机关应当于1前办理"


@pytest.mark.parametrize("locale", ["", "fr", "zh_CN"])
def test_an_unknown_locale_is_refused(locale: str) -> None:
    with pytest.raises(InvalidInput):
        translate("status.running", locale)
    with pytest.raises(InvalidInput):
        date_text(dt.date(2026, 1, 1), locale)


@pytest.mark.parametrize("error", [UnknownMessage("a.b", "zh"), MissingData("a.b", "due")])
def test_errors_pickle_and_are_key_errors(error: KeyError) -> None:
    assert isinstance(error, KeyError)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_days_are_written_as_each_language_writes_them() -> None:
    day = dt.date(2026, 2, 14)
    assert date_text(day, "zh") == "2026年2月14日"
    assert date_text(day, "zh", weekday=True) == "2026年2月14日星期六"
    assert date_text(day, "en", weekday=True) == "Saturday, February 14, 2026"
