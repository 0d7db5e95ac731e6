"""An assessed case in words: its state, the clocks that run and have ended, what was found, what has no effect.

Not covered: letters and notices to the applicant.
"""

from __future__ import annotations

from collections.abc import Iterator

from govsvc.cases import Assessment, EndedClock, SetAside
from govsvc.findings import Finding
from govsvc.i18n import date_text, translate
from govsvc.render.deadlines import deadline_text
from govsvc.render.words import citation_text, day_text, joined, one_line, value_text
from govsvc.stamps import Stamp
from govsvc.terms.deadline import Deadline
from govsvc.wire.case_reading import KINDS

__all__ = ["assessment_text"]


def __dir__() -> list[str]:
    return __all__


def assessment_text(assessment: Assessment, locale: str, *, ledger: bool = False) -> str:
    """Return an assessed case, a heading and indented sections.

    Args:
        assessment: The case as it stands.
        locale: `zh` or `en`.
        ledger: Show the count of each running clock day by day.
    """
    state = translate(f"state.{assessment.state.value}", locale)
    lines = [translate("assessment.heading", locale, case=one_line(assessment.case), state=state)]
    lines += [f"  {line}" for line in _lines(assessment, locale, ledger)]
    return "\n".join(lines)


def _lines(assessment: Assessment, locale: str, ledger: bool) -> Iterator[str]:
    yield translate("assessment.as-of", locale, day=day_text(assessment.as_of, locale))
    if assessment.accepted_on is not None:
        yield translate("assessment.accepted", locale, day=date_text(assessment.accepted_on, locale))
    yield from _section("clocks", _clocks(assessment.clocks, assessment, locale, ledger), locale, is_always=True)
    yield from _section("also", _clocks(assessment.also, assessment, locale, ledger), locale)
    yield from _section("ended", (_ended(ended, locale) for ended in assessment.ended), locale)
    aside = [item.finding for item in assessment.set_aside]
    findings = [finding for finding in assessment.findings if finding not in aside]
    yield from _section("findings", (_finding(finding, locale) for finding in findings), locale)
    yield from _section("set-aside", (_set_aside(item, locale) for item in assessment.set_aside), locale)
    yield _stamp(assessment.stamp, locale)


def _section(name: str, blocks: Iterator[str], locale: str, *, is_always: bool = False) -> Iterator[str]:
    """Yield a heading and its blocks, indented; nothing where there are none, unless it is said always."""
    shown = list(blocks) or ([translate("assessment.none", locale)] if is_always else [])
    if shown:
        yield translate(f"assessment.{name}", locale)
        yield from (f"  {line}" for block in shown for line in block.splitlines())


def _clocks(clocks: tuple[Deadline, ...], assessment: Assessment, locale: str, ledger: bool) -> Iterator[str]:
    return (deadline_text(deadline, locale, as_of=assessment.as_of, ledger=ledger) for deadline in clocks)


def _ended(ended: EndedClock, locale: str) -> str:
    deadline = ended.deadline
    days = {"earliest": deadline.earliest, "latest": deadline.latest, "due": deadline.likely, "on": ended.on}
    return translate(
        "assessment.ended-clock" if deadline.earliest == deadline.latest else "assessment.ended-open",
        locale,
        topic=translate(f"topic.{deadline.term.topic.value}", locale),
        how=translate(f"ending.{ended.how.value}", locale),
        **{name: date_text(day, locale) for name, day in days.items()},
    )


def _finding(finding: Finding, locale: str) -> str:
    where = finding.subject.removeprefix("$.events[").removesuffix("]")
    at = translate("assessment.finding-where", locale, number=int(where) + 1) if where.isdecimal() else ""
    return translate(
        "assessment.finding",
        locale,
        severity=translate(f"severity.{finding.severity.value}", locale),
        text=_sentence(finding, locale),
        where=at,
        basis=_basis(finding, locale),
    )


def _sentence(finding: Finding, locale: str) -> str:
    return translate(finding.rule, locale, **{name: value_text(name, value, locale) for name, value in finding.details})


def _basis(finding: Finding, locale: str) -> str:
    articles = joined((citation_text(citation, locale) for citation in finding.basis), locale)
    return translate("assessment.finding-basis", locale, articles=articles) if articles else ""


_NAMES = {kind: name.replace("_", "-") for name, kind in KINDS.items()}


def _set_aside(item: SetAside, locale: str) -> str:
    return translate(
        "assessment.set-aside-event",
        locale,
        number=item.index + 1,
        on=date_text(item.event.on, locale),
        event=translate(f"event.{_NAMES[type(item.event)]}", locale),
        text=_sentence(item.finding, locale) + _basis(item.finding, locale),
    )


def _stamp(stamp: Stamp, locale: str) -> str:
    readings = joined(stamp.readings, locale)
    chosen = translate("assessment.stamp-readings", locale, readings=readings) if readings else ""
    return translate(
        "assessment.stamp" if stamp.law_on == stamp.as_of else "assessment.stamp-pinned",
        locale,
        code=stamp.code,
        law=stamp.law,
        calendar=stamp.calendar,
        law_on=date_text(stamp.law_on, locale),
        readings=chosen,
    )
