"""The law that is held, in words: acts and how they stand, their clauses in a line, one clause with all it says.

A sentence here tells a typed value and is not the wording of the law. Not covered: the wording, and worked cases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from govsvc.acts.timeline import time_in_force
from govsvc.i18n import date_text, translate
from govsvc.law import Act, Citation, Instrument, Modality, Provision, Term
from govsvc.render.words import citation_text, joined, length_text, named, one_line, said_text, scope_text, silence_text
from govsvc.spans import Span
from govsvc.terms.conditions import Roll
from govsvc.terms.lengths import Hours, UntilTheDay
from govsvc.terms.term import Reading

__all__ = ["act_text", "acts_text", "norm_text", "relying_text"]


def __dir__() -> list[str]:
    return __all__


Norm = Term | Provision


def acts_text(acts: Iterable[Act], day: dt.date, locale: str) -> str:
    """Return the acts held, two lines each.

    Args:
        acts: The acts.
        day: The day whose standing is told.
        locale: `zh` or `en`.
    """
    lines = [translate("law.heading", locale, day=date_text(day, locale))]
    for act in acts:
        lines += [
            f"  {_title(act, locale)}",
            f"    {_standing(act.instrument, day, locale)}",
            f"    {_size(act, locale)}",
        ]
    return "\n".join(lines)


def act_text(act: Act, norms: Iterable[Norm], day: dt.date, locale: str) -> str:
    """Return an act with its norms article by article, a line each."""
    lines = [_title(act, locale), f"  {_standing(act.instrument, day, locale)}"]
    return "\n".join([*lines, *(f"  {_line(norm, locale)}" for norm in norms)])


def norm_text(norm: Norm, locale: str) -> str:
    """Return one clause with all that it says, a heading and indented lines.

    >>> from govsvc.law import LAW
    >>> (delivery,) = (term for act in LAW.acts for term in act.terms if term.key == "xkf-44")
    >>> print(norm_text(delivery, "en").splitlines()[1].strip())
    the agency must issue and deliver the certificate
    """
    topic = translate(f"topic.{norm.topic.value}", locale)
    heading = translate("law.norm", locale, article=citation_text(norm.cite, locale), topic=topic)
    lines = _term_lines(norm, locale) if isinstance(norm, Term) else iter([said_text(norm.says, locale)])
    return "\n".join([heading, *(f"  {line}" for line in (*lines, *_last_lines(norm, locale)))])


def relying_text(keys: Iterable[str], locale: str) -> str:
    """Return the terms that rely on an article without being in it."""
    return translate("law.relied-on", locale, terms=joined(keys, locale))


def _title(act: Act, locale: str) -> str:
    instrument = act.instrument
    known = "law.title" if instrument.number is None else "law.title-number"
    return translate(known, locale, title=one_line(instrument.title), number=instrument.number, key=act.key)


def _standing(instrument: Instrument, day: dt.date, locale: str) -> str:
    parts = (
        translate(f"rank.{instrument.rank.value}", locale),
        instrument.place.full_name,
        _time(instrument.in_force, locale),
        translate(f"standing.{instrument.standing(day).value}", locale),
        translate("law.checked", locale, day=date_text(instrument.checked_on, locale)),
        translate(f"evidence.{instrument.evidence.value}", locale),
    )
    return joined(parts, locale, by="list.stop")


def _size(act: Act, locale: str) -> str:
    return translate("law.size", locale, terms=len(act.terms), provisions=len(act.provisions))


def _time(span: Span | None, locale: str) -> str:
    if span is None:  # an act refuses such a norm
        return translate("law.never", locale)
    first, last = date_text(span.first, locale), date_text(span.last, locale)
    return translate("law.since" if span.is_open else "law.from-to", locale, first=first, last=last)


def _line(norm: Norm, locale: str) -> str:
    says = _duty(norm, locale) if isinstance(norm, Term) else said_text(norm.says, locale)
    parts = [says, *([_within(norm, locale)] if isinstance(norm, Term) else [])]
    if isinstance(norm, Term) and norm.silence is not None:
        parts.append(silence_text(norm.silence, locale))
    if (time_in_force(norm), norm.evidence) != (norm.cite.instrument.in_force, norm.cite.instrument.evidence):
        parts.append(_stands(norm, locale))
    text = joined(parts, locale, by="list.stop")
    return translate("law.line", locale, article=citation_text(norm.cite, locale), text=text)


def _duty(term: Term, locale: str) -> str:
    who, modality = translate(f"who.{term.who}", locale), translate(f"modality.{term.modality.value}", locale)
    return translate("deadline.duty", locale, who=who, modality=modality, act=said_text(term.act, locale))


def _within(term: Term, locale: str) -> str:
    event, length = translate(f"start.{term.of.value}", locale), length_text(term.within, locale)
    if isinstance(term.within, UntilTheDay):
        key = "law.until-the-day"
    elif isinstance(term.within, Hours):
        key = "law.hours"
    else:
        key = "law.backwards" if term.backwards else "law.forwards"
    return translate(key, locale, event=event, length=length)


def _term_lines(term: Term, locale: str) -> Iterator[str]:
    yield _duty(term, locale)
    yield _within(term, locale)
    yield from _articles("law.unit", (term.unit_by,), locale)
    yield from _articles("law.counted", term.counted_by, locale)
    if term.roll is not Roll.NONE:
        yield translate(f"roll.{term.roll.value}", locale)
    if term.silence is not None:
        yield silence_text(term.silence, locale)
    elif term.modality in (Modality.MUST, Modality.SHOULD):
        yield translate("deadline.no-silence", locale)
    yield from _conditions(term, locale)
    yield from (_reading(term, reading, locale) for reading in term.readings)
    if scope := scope_text(term.only, term.applicant, locale):
        yield translate("law.only", locale, scope=scope)
    yield from _articles("law.implements", term.implements, locale)
    if term.special_to:
        yield translate("law.special", locale, terms=joined(term.special_to, locale))


def _conditions(term: Term, locale: str) -> Iterator[str]:
    if term.extension is not None:
        yield translate(
            "law.extension",
            locale,
            length=length_text(term.extension.by, locale),
            approver=named("who", term.extension.approver, locale),
            article=citation_text(term.extension.cite, locale),
        )
    if term.excludes:
        names = sorted(procedure.value for procedure in term.excludes)
        procedures = joined((translate(f"procedure.{name}", locale) for name in names), locale)
        key = "law.excluded" if term.excluded_by is None else "law.excluded-by"
        article = "" if term.excluded_by is None else citation_text(term.excluded_by, locale)
        yield translate(key, locale, procedures=procedures, article=article)


def _reading(term: Term, reading: Reading, locale: str) -> str:
    name, length = named("reading", reading.name, locale), length_text(reading.within, locale)
    chosen = f"{term.reading_key}={reading.name}"
    return translate("law.reading", locale, name=name, length=length, chosen=chosen)


def _articles(key: str, citations: Iterable[Citation | None], locale: str) -> Iterator[str]:
    cited = [citation_text(citation, locale) for citation in citations if citation is not None]
    if cited:
        yield translate(key, locale, articles=joined(cited, locale))


def _stands(norm: Norm, locale: str) -> str:
    """Return when a norm is in force, and how well its wording is known."""
    evidence = translate(f"evidence.{norm.evidence.value}", locale)
    return translate("law.evidence", locale, evidence=evidence, time=_time(time_in_force(norm), locale))


def _last_lines(norm: Norm, locale: str) -> Iterator[str]:
    yield _stands(norm, locale)
    yield translate("law.key", locale, key=norm.key if isinstance(norm, Term) else norm.cite.key)
