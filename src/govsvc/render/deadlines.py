"""A deadline in words: its last day and how sure that is, what is left, the article, and what silence means.

Not covered: the count day by day (`ledgers`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from govsvc.calendars.table import LAST
from govsvc.deadlines import Deadlines
from govsvc.i18n import date_text, translate
from govsvc.norms import Modality, Topic
from govsvc.render.ledgers import ledger_text
from govsvc.render.words import (
    citation_text,
    day_text,
    length_text,
    named,
    said_text,
    scope_text,
    silence_text,
    span_text,
)
from govsvc.terms.conditions import AnyExtension, Extension
from govsvc.terms.deadline import Deadline, Status, clock
from govsvc.terms.lengths import UntilTheDay
from govsvc.terms.term import Reading, Term
from govsvc.wire.standing import standing

__all__ = ["deadline_text", "deadlines_text", "last_day_text"]


def __dir__() -> list[str]:
    return __all__


def deadlines_text(deadlines: Deadlines, locale: str, *, as_of: dt.date | None = None, ledger: bool = False) -> str:
    """Return the clocks of a duty, the governing one first.

    Args:
        deadlines: The clocks.
        locale: `zh` or `en`.
        as_of: Tell where this day stands to them.
        ledger: Show each count day by day.
    """
    blocks = [deadline_text(deadlines.governing, locale, as_of=as_of, ledger=ledger)]
    if deadlines.also:
        blocks.append(translate("due.also", locale))
        blocks += [deadline_text(deadline, locale, as_of=as_of, ledger=ledger) for deadline in deadlines.also]
    return "\n".join(blocks)


def deadline_text(deadline: Deadline, locale: str, *, as_of: dt.date | None = None, ledger: bool = False) -> str:
    """Return a deadline, a heading and indented lines.

    >>> from govsvc.deadlines import intake
    >>> print(deadline_text(intake(dt.date(2025, 9, 29)).limit, "en"))
    supplement notice (intake): last day October 13, 2025 (Mon)
      the agency must tell once all that is missing, or accept or refuse
      basis: 行政许可法 art. 32(1)(4); 5 working days from September 29, 2025, that day not counted
      if nothing is done: deemed accepted (from the first day; licences only)
    """
    lines = [f"  {line}" for line in _lines(deadline, locale, as_of)]
    if ledger:
        lines += [f"  {line}" for line in ledger_text(deadline.ledger(), locale).splitlines()]
    return "\n".join([last_day_text(deadline, locale), *lines])


def last_day_text(deadline: Deadline, locale: str) -> str:
    """Return the topic with its last day, or the days between which it lies."""
    topic = translate(f"topic.{deadline.term.topic.value}", locale)
    if deadline.is_settled:
        return translate("deadline.settled", locale, topic=topic, due=day_text(deadline.due, locale))
    key = "deadline.open" if _has_bound(deadline) else "deadline.unbounded"
    days = {name: day_text(getattr(deadline, name), locale) for name in ("earliest", "likely", "latest")}
    certainty = translate(f"certainty.{deadline.certainty.value}", locale)
    return translate(key, locale, topic=topic, certainty=certainty, **days)


def _has_bound(deadline: Deadline) -> bool:
    return deadline.is_settled or deadline.latest < LAST


def _lines(deadline: Deadline, locale: str, as_of: dt.date | None) -> Iterator[str]:
    if as_of is not None:
        yield _standing(deadline, locale, as_of)
    term = deadline.term
    who, modality = translate(f"who.{term.who.value}", locale), translate(f"modality.{term.modality.value}", locale)
    yield translate("deadline.duty", locale, who=who, modality=modality, act=said_text(term.act, locale))
    article = citation_text(term.cite, locale)
    yield translate("deadline.basis", locale, article=article, count=_count(deadline, locale))
    if term.reading is not None:
        yield translate("deadline.chosen", locale, name=named("reading", term.reading, locale))
    for excluded in deadline.conditions.excluded:
        procedure = translate(f"procedure.{excluded.why.value}", locale)
        yield translate("deadline.excluded", locale, days=span_text(excluded.days, locale), procedure=procedure)
    yield from (_extension(extension, locale) for extension in deadline.conditions.extensions)
    if term.applicant is not None:
        yield translate("law.only", locale, scope=scope_text(None, term.applicant, locale))
    yield from _silence(term, locale)
    yield from (_reading(deadline, reading, locale) for reading in _others(term.readings, term.reading))


def _others(readings: Iterable[Reading], chosen: str | None) -> Iterator[Reading]:
    return (reading for reading in readings if chosen is None and reading.name != chosen)


def _standing(deadline: Deadline, locale: str, as_of: dt.date) -> str:
    """Return where a day stands to a deadline."""
    status, left = standing(deadline, as_of)
    if status is Status.UNCERTAIN:
        key = "deadline.uncertain" if _has_bound(deadline) else "deadline.uncertain-unbounded"
        return translate(key, locale, lapsed=date_text(deadline.lapsed_from, locale))
    if left is None:
        return translate(f"status.{status.value}", locale)
    if status is Status.OVERDUE and deadline.term.modality is Modality.MUST_NOT:
        return translate("deadline.bar-ended", locale)
    if status is Status.RUNNING and not deadline.is_settled:
        return translate("deadline.running-safe", locale, safe=date_text(deadline.safe, locale), **attrs.asdict(left))
    days = {name: abs(number) for name, number in attrs.asdict(left).items()}
    return translate(f"deadline.{status.value}", locale, **days)


def _count(deadline: Deadline, locale: str) -> str:
    if isinstance(deadline.length, UntilTheDay):
        return translate("deadline.until-the-day", locale, start=date_text(deadline.start, locale))
    key = "deadline.backwards" if deadline.conditions.backwards else "deadline.forwards"
    length = length_text(deadline.length, locale)
    return translate(key, locale, start=date_text(deadline.counted_from, locale), length=length)


def _extension(extension: AnyExtension, locale: str) -> str:
    is_by = isinstance(extension, Extension)
    length = extension.by if isinstance(extension, Extension) else extension.to
    return translate(
        "deadline.extended-by" if is_by else "deadline.extended-to",
        locale,
        length=length_text(length, locale),
        on=date_text(extension.approved_on, locale),
        approver=named("who", extension.approver, locale),
    )


def _silence(term: Term, locale: str) -> Iterator[str]:
    """Yield what follows when nothing is done; what may be done, and what must not, has no such consequence."""
    if term.silence is not None:
        yield silence_text(term.silence, locale)
    elif term.topic is Topic.PROMISED_DECISION:
        yield translate("deadline.promise-broken", locale)
    elif term.modality in (Modality.MUST, Modality.SHOULD):
        yield translate("deadline.no-silence", locale)


def _reading(deadline: Deadline, reading: Reading, locale: str) -> str:
    """Return what another reading of the term gives, under the same conditions."""
    found = clock(deadline.term.read_as(reading.name), deadline.start, deadline.calendar, deadline.conditions)
    name, length = named("reading", reading.name, locale), length_text(reading.within, locale)
    first, last = day_text(found.earliest, locale), day_text(found.latest, locale)
    due = first if first == last else translate("text.span", locale, first=first, last=last)
    return translate("deadline.reading", locale, name=name, length=length, due=due)
