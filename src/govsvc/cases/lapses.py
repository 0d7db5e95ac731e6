"""What silence does to a case: every lapse whose last possible day has passed, in the order of those days.

Source: 行政许可法 arts 32(1)(4), 45 and 50(2), through the silence of their terms; the machine knows no effect of its
own. A lapse fires only when the latest day the end can be has passed. Not covered: lapses the law attaches nothing to,
which are found overdue when the case is assessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeAlias

from govsvc.cases.progress import Ending, Progress, is_open_on
from govsvc.cases.rules import Rules, close
from govsvc.cases.stages import Stage
from govsvc.norms import Effective, Result
from govsvc.terms.deadline import Deadline
from govsvc.terms.term import Term

__all__ = ["can_lapse", "let_lapse"]


def __dir__() -> list[str]:
    return __all__


Lapse: TypeAlias = Callable[[Progress, Rules], None]


def let_lapse(progress: Progress, before: dt.date, rules: Rules) -> None:
    """Apply every lapse whose last day is before a day, the earliest first."""
    while can_lapse(progress, before):
        first = min(_lapses(progress), key=_last_day, default=None)
        if first is None or first[0] >= before:
            return
        first[1](progress, rules)


def can_lapse(progress: Progress, before: dt.date) -> bool:
    """Whether anything may have lapsed: a quick look before every event."""
    intake, supplement, decide_by = progress.intake, progress.supplement, progress.decide_by
    return (
        bool(progress.running)
        or (intake is not None and intake.latest < before)
        or (supplement is not None and supplement.latest < before)
        or (decide_by is not None and decide_by.latest < before)
    )


def _last_day(lapse: tuple[dt.date, Lapse]) -> dt.date:
    return lapse[0]


def _lapses(progress: Progress) -> Iterator[tuple[dt.date, Lapse]]:
    """Yield what can lapse and its last possible day."""
    if progress.intake is not None:
        yield progress.intake.latest, _intake
    if progress.supplement is not None:
        yield progress.supplement.latest, _supplement
    if progress.running:
        yield from ((begun.until, _exclusion) for begun in progress.running if begun.until is not None)
    if progress.decide_by is not None:
        yield progress.decide_by.latest, _renewal


def silence_makes(result: Result, term: Term, progress: Progress) -> bool:
    """Whether a term gives silence this result for the matter of the case."""
    silence = term.silence
    if silence is None or silence.result is not result:
        return False
    return silence.only in (None, progress.case.matter.type)


def _effective_on(deadline: Deadline) -> dt.date:
    """Return the day from which the result of silence counts."""
    silence = deadline.term.silence
    return deadline.start if silence is not None and silence.effective is Effective.FROM_START else deadline.latest


def _intake(progress: Progress, rules: Rules) -> None:
    """Lapse of intake: where its term says so, the application is accepted, from the day it was received."""
    deadline, progress.intake = progress.intake, None
    if deadline is None:
        return
    progress.end(deadline, deadline.latest, Ending.LAPSED)
    cite = deadline.term.cite
    progress.find("intake.lapsed", cite, subject="$", due=deadline.latest)
    if not silence_makes(Result.DEEMED_ACCEPTED, deadline.term, progress):
        return
    if progress.resubmitted and progress.cured is not True:
        rule = "intake.not-cured" if progress.cured is False else "intake.cure-unknown"
        progress.find(rule, cite, subject="$")
        return
    progress.by_silence, progress.accepted_on = True, _effective_on(deadline)
    progress.stage = progress.review_stage


def _supplement(progress: Progress, rules: Rules) -> None:
    """Lapse of the applicant's time: no text gives it an effect."""
    deadline, progress.supplement = progress.supplement, None
    if deadline is not None:
        progress.end(deadline, deadline.latest, Ending.LAPSED)
        progress.find("supplement.lapsed", deadline.term.cite, subject="$", due=deadline.latest)
        progress.stage = Stage.SUPPLEMENT_LAPSED


def _exclusion(progress: Progress, rules: Rules) -> None:
    """End of the time told for a procedure: the term runs again the day after, whatever the procedure does."""
    told = [begun for begun in progress.running if begun.until is not None]
    first = min(told, key=lambda begun: begun.until or dt.date.max)
    last = first.until or dt.date.max
    progress.running = tuple(begun for begun in progress.running if begun is not first)
    progress.excluded += (close(first, last),)
    cite = rules.decision_term(progress).excluded_by
    basis = () if cite is None else (cite,)
    progress.find("exclusion.overran", *basis, subject="$", until=last, why=first.why)
    if not progress.running:
        progress.stage = progress.review_stage


def _renewal(progress: Progress, rules: Rules) -> None:
    """Expiry with no decision: where its term says so, renewed; not without acceptance and an application in time."""
    deadline, progress.decide_by = progress.decide_by, None
    applied, apply_by = progress.renewal_applied_on, progress.apply_by
    if deadline is None or applied is None or apply_by is None:
        return
    has_effect = silence_makes(Result.DEEMED_RENEWED, deadline.term, progress)
    if has_effect and (rule := _what_stands_in_the_way(progress, applied, apply_by)):
        progress.end(deadline, deadline.latest, Ending.STOPPED)
        progress.find(rule, deadline.term.cite, apply_by.term.cite, subject="$", applied=applied, due=deadline.latest)
        return
    progress.find("renewal.undecided", deadline.term.cite, subject="$", due=deadline.latest)
    progress.end(deadline, deadline.latest, Ending.LAPSED)
    if has_effect:
        stop_all(progress, deadline.latest, rules)
        progress.stage = Stage.DEEMED_RENEWED


def _what_stands_in_the_way(progress: Progress, applied: dt.date, apply_by: Deadline) -> str | None:
    """Return why nobody can say that silence renewed: what follows a late application is contested."""
    if not progress.stage.is_under_review:
        return "renewal.not-accepted"
    if applied > apply_by.latest:
        return "renewal.silence-contested"
    return "renewal.silence-uncertain" if is_open_on(apply_by, applied) else None


def stop_all(progress: Progress, on: dt.date, rules: Rules) -> None:
    """Stop every clock: nothing is left to time."""
    if progress.stage.is_under_review:
        for deadline in rules.decision(progress, on):
            progress.end(deadline, on, Ending.STOPPED)
    for running in (progress.intake, progress.supplement, progress.decide_by):
        progress.end(running, on, Ending.STOPPED)
    progress.intake = progress.supplement = progress.decide_by = None
    progress.running = ()
