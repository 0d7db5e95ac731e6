"""The words of both languages for the values that sentences are made of: days, lengths, articles, names.

Not covered: whole sentences, which the rooms beside this one put together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from govsvc.i18n import UnknownMessage, date_text, translate
from govsvc.norms import ApplicantKind, Citation, MatterType, Silence
from govsvc.spans import Span
from govsvc.terms.ledger import Counted
from govsvc.terms.lengths import CalendarDays, Hours, Length, Months, UntilTheDay, WorkingDays, Years

__all__ = [
    "citation_text",
    "day_text",
    "joined",
    "length_text",
    "named",
    "number_text",
    "one_line",
    "said_text",
    "scope_text",
    "silence_text",
    "span_text",
    "value_text",
    "weekday_text",
]


def __dir__() -> list[str]:
    return __all__


_UNITS: dict[type, str] = {
    WorkingDays: "working-days",
    CalendarDays: "calendar-days",
    Months: "months",
    Years: "years",
    Hours: "hours",
    UntilTheDay: "until-the-day",
}


def day_text(day: dt.date, locale: str) -> str:
    """Return a day with its weekday, in brackets."""
    return translate("text.dated", locale, day=date_text(day, locale), weekday=weekday_text(day, locale))


def weekday_text(day: dt.date, locale: str) -> str:
    """Return the short name of a weekday."""
    return translate(f"weekday.{day.isoweekday()}", locale)


def span_text(span: Span, locale: str) -> str:
    """Return the days of a span; one day stands alone."""
    first, last = date_text(span.first, locale), date_text(span.last, locale)
    return first if first == last else translate("text.span", locale, first=first, last=last)


def length_text(length: Length, locale: str) -> str:
    """Return a length in its own number and unit.

    >>> length_text(WorkingDays(5), "zh"), length_text(WorkingDays(1), "en")
    ('5个工作日', '1 working day')
    """
    return number_text(_UNITS[type(length)], 0 if isinstance(length, UntilTheDay) else length.n, locale)


def counted_text(counted: Counted, locale: str) -> str:
    """Return a length of a ledger in its own number and unit."""
    return number_text(counted.unit, counted.n, locale)


def number_text(unit: str, n: int, locale: str) -> str:
    """Return a number of days, months, years or hours."""
    return translate(f"length.{unit}-one" if n == 1 else f"length.{unit}", locale, n=n)


def citation_text(citation: Citation, locale: str) -> str:
    """Return an article as each language cites it.

    >>> from govsvc.law import LAW, Topic
    >>> (notice,) = LAW.terms(Topic.SUPPLEMENT_NOTICE, on=dt.date(2026, 3, 2))
    >>> citation_text(notice.cite, "en")
    '行政许可法 art. 32(1)(4)'
    """
    if locale == "zh":
        return str(citation)
    inserted = "" if citation.inserted is None else f"-{citation.inserted}"
    parts = "".join(f"({part})" for part in (citation.paragraph, citation.item) if part is not None)
    place = f"{citation.article}{inserted}{parts}"
    text = translate("citation.place", locale, title=citation.instrument.title, place=place)
    return text + (translate("citation.analogous", locale) if citation.by_analogy else "")


def scope_text(only: MatterType | None, applicant: ApplicantKind | None, locale: str) -> str:
    """Return what matter and what applicant a rule is confined to, or nothing."""
    matters = [] if only is None else [translate(f"matter.{only.value}", locale)]
    applicants = [] if applicant is None else [translate(f"applicant.{applicant.value}", locale)]
    return joined([*matters, *applicants], locale)


def silence_text(silence: Silence, locale: str) -> str:
    """Return what follows when nothing is done.

    >>> from govsvc.norms import Effective, Result
    >>> silence_text(Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE), "en")
    'if nothing is done: deemed renewed (once the term has ended)'
    """
    result = translate(f"result.{silence.result.value}", locale)
    effective = translate(f"effective.{silence.effective.value}", locale)
    only = scope_text(silence.only, silence.applicant, locale)
    key = "deadline.silence-only" if only else "deadline.silence"
    return translate(key, locale, result=result, effective=effective, only=only)


def named(kind: str, name: str, locale: str) -> str:
    """Return the word for a stable name (`who.agency`), or the name itself where it is the caller's own."""
    try:
        return translate(f"{kind}.{name}", locale)
    except UnknownMessage:
        return one_line(name)


def said_text(says: str, locale: str) -> str:
    """Return what a norm says, or the words of its own that a pack gave it instead of a message id.

    >>> said_text("act.decision", "en"), said_text("两日内告知是否受理", "en")
    ('decide on the licence', '两日内告知是否受理')
    """
    try:
        return translate(says, locale)
    except UnknownMessage:
        return one_line(says)


def joined(texts: Iterable[str], locale: str, by: str = "list.comma") -> str:
    """Return texts as a list within a sentence."""
    return translate(by, locale).join(texts)


def one_line(text: str) -> str:
    r"""Return a caller's text so that it cannot break a line or drive a terminal.

    >>> print(one_line("GX-1" + chr(27) + "[2J"))
    GX-1\x1b[2J
    """
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


_KINDS = {"stage": "state", "why": "procedure", "approver": "who", "post": "who"}
"""What kind of name a detail of a finding is."""


def value_text(name: str, value: object, locale: str) -> str:
    """Return a detail of a finding as text."""
    if isinstance(value, dt.date):
        return date_text(value, locale)
    if isinstance(value, Length):
        return length_text(value, locale)
    return named(_KINDS[name], str(value), locale) if name in _KINDS else one_line(str(value))
