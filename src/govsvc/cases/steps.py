"""What each event does to a case: one small function for each kind.

Source: 行政许可法 arts 32, 42, 44, 45 and 50. A legal fault (a second acceptance, an extension by the wrong post) sets
the event aside with a finding; it is never an error. Not covered: what silence does (`lapses`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from govsvc.cases import events
from govsvc.cases.lapses import can_lapse, let_lapse, silence_makes, stop_all
from govsvc.cases.progress import Ending, Progress, is_open_on
from govsvc.cases.rules import Rules, close
from govsvc.cases.stages import Stage
from govsvc.norms import Citation, Result, Topic
from govsvc.terms.allowances import ROLES, extension_faults
from govsvc.terms.conditions import PROCEDURES, ExtensionTo
from govsvc.terms.deadline import Deadline
from govsvc.terms.term import Term

__all__ = ["take"]


def __dir__() -> list[str]:
    return __all__


def take(progress: Progress, event: events.Event, rules: Rules) -> None:
    """Change a progress by its next event: first by every lapse that came before it."""
    if can_lapse(progress, event.on):
        let_lapse(progress, event.on, rules)
    _STEPS[type(event)](progress, event, rules)
    progress.position += 1


def _impossible(progress: Progress, event: events.Event) -> None:
    progress.put_aside(event, "event.not-possible", stage=progress.stage.value)


def _what_silence_made(result: Result, progress: Progress) -> tuple[Citation, ...]:
    """Return the clauses by which silence had a result in this case."""
    lapsed = (ended.deadline.term for ended in progress.ended if ended.how is Ending.LAPSED)
    return tuple(term.cite for term in lapsed if silence_makes(result, term, progress))


def _received(progress: Progress, event: events.Received, rules: Rules) -> None:
    if progress.stage is not Stage.NOT_BEGUN:
        progress.put_aside(event, "received.twice")
        return
    _submit(progress, event.on, rules)


def _submit(progress: Progress, on: dt.date, rules: Rules) -> None:
    progress.stage = Stage.SUBMITTED
    progress.intake = rules.start(Topic.SUPPLEMENT_NOTICE, on, progress.case.matter)


def _renewal_applied(progress: Progress, event: events.RenewalApplied, rules: Rules) -> None:
    """Begin a renewal: receipt of the application, or what a case received before turns out to be."""
    has_begun = progress.stage is not Stage.NOT_BEGUN
    if progress.renewal_applied_on is not None or (has_begun and not progress.stage.is_undecided):
        _impossible(progress, event)
        return
    if not has_begun:
        _submit(progress, event.on, rules)
    progress.renewal_applied_on = event.on
    if progress.expires is None:
        progress.find("renewal.expiry-unknown", rules.term(Topic.RENEWAL_DECISION, event.on, progress.case.matter).cite)
        return
    _run_renewal(progress, progress.expires, rules)


def _run_renewal(progress: Progress, expires: dt.date, rules: Rules) -> None:
    """Start the clocks of a renewal; no silence follows on an application after expiry, nor on one already decided."""
    applied = progress.renewal_applied_on
    if applied is None:
        return
    progress.apply_by, decide_by = rules.renewal(expires, applied, progress.case.matter)
    progress.fulfil(progress.apply_by, applied, "renewal.application")
    progress.decide_by = decide_by if applied <= expires and progress.stage.is_undecided else None


def _licence_expired(progress: Progress, event: events.LicenceExpired, rules: Rules) -> None:
    if progress.expires is not None:
        if progress.expires != event.on:
            progress.put_aside(event, "expiry.another-day", expires=progress.expires)
        return
    progress.expires = event.on
    _run_renewal(progress, event.on, rules)


def _corrected(progress: Progress, event: events.CorrectedOnTheSpot, rules: Rules) -> None:
    if progress.stage is not Stage.SUBMITTED:
        _impossible(progress, event)


def _supplement_noticed(progress: Progress, event: events.SupplementNoticed, rules: Rules) -> None:
    if progress.stage is not Stage.SUBMITTED:
        rule = _NO_NOTICE.get(progress.stage, "event.not-possible")
        progress.put_aside(event, rule, stage=progress.stage.value)
        return
    term = rules.term(Topic.SUPPLEMENT_NOTICE, event.on, progress.case.matter)
    if progress.intake is None and silence_makes(Result.DEEMED_ACCEPTED, term, progress):
        progress.put_aside(event, "supplement.too-late", term.cite)
        return
    new = _newly_asked_for(progress, event)
    if progress.resubmitted and new is None:
        progress.find("supplement.again", term.cite)
    elif progress.resubmitted and not new:
        progress.put_aside(event, "supplement.nothing-new", term.cite)
        return
    _end_intake(progress, event.on)
    progress.noticed = None if new is None else new | (progress.noticed or frozenset())
    progress.stage = Stage.SUPPLEMENT_REQUESTED
    _run_supplement(progress, event, rules)


_NO_NOTICE: Final = {
    Stage.SUPPLEMENT_REQUESTED: "supplement.twice",
    Stage.ACCEPTED: "supplement.after-acceptance",
    Stage.DEEMED_ACCEPTED: "supplement.after-acceptance",
    Stage.SUSPENDED: "supplement.after-acceptance",
}
"""Why a notice of what is missing has no effect, by stage."""


def _newly_asked_for(progress: Progress, event: events.SupplementNoticed) -> frozenset[str] | None:
    """Return what a notice asks for and no earlier one did, or None where the log does not say."""
    return None if event.items is None or progress.noticed is None else event.items - progress.noticed


def _end_intake(progress: Progress, on: dt.date) -> None:
    if progress.intake is not None:
        progress.fulfil(progress.intake, on, "intake")
        progress.intake = None


def _run_supplement(progress: Progress, event: events.SupplementNoticed, rules: Rules) -> None:
    if event.within is None:
        progress.find("supplement.no-limit")
    elif event.reached_on is None:
        progress.find("supplement.arrival-unknown")
    else:
        progress.supplement = rules.supplement(event.reached_on, event.within, progress.case.matter)


def _resubmitted(progress: Progress, event: events.Resubmitted, rules: Rules) -> None:
    if progress.stage not in (Stage.SUPPLEMENT_REQUESTED, Stage.SUPPLEMENT_LAPSED):
        _impossible(progress, event)
        return
    if progress.supplement is not None:
        progress.fulfil(progress.supplement, event.on, "supplement")
        progress.supplement = None
    progress.resubmitted, progress.cured = True, event.cured
    _submit(progress, event.on, rules)


def _accepted(progress: Progress, event: events.Accepted, rules: Rules) -> None:
    if progress.accepted_on is not None:
        rule = "acceptance.after-silence" if progress.by_silence else "acceptance.twice"
        basis = _what_silence_made(Result.DEEMED_ACCEPTED, progress)
        progress.put_aside(event, rule, *basis, accepted=progress.accepted_on)
        return
    if progress.stage not in (Stage.NOT_BEGUN, Stage.SUBMITTED):
        _impossible(progress, event)
        return
    if progress.stage is Stage.NOT_BEGUN:
        progress.find("receipt.not-recorded")
    if progress.cured is False:
        progress.find("acceptance.not-cured")
    _accept(progress, event.on)


def _accept(progress: Progress, on: dt.date) -> None:
    _end_intake(progress, on)
    progress.stage, progress.accepted_on = Stage.ACCEPTED, on


def _refused(progress: Progress, event: events.Refused, rules: Rules) -> None:
    if progress.stage.is_under_review:
        basis = _what_silence_made(Result.DEEMED_ACCEPTED, progress)
        progress.put_aside(event, "refusal.after-acceptance", *basis, accepted=progress.accepted_on)
        return
    if progress.stage is Stage.SUPPLEMENT_REQUESTED and _may_be_over(progress.supplement, event.on):
        progress.find("refusal.limit-open")
    elif progress.stage not in (Stage.SUBMITTED, Stage.SUPPLEMENT_LAPSED):
        _impossible(progress, event)
        return
    _end_intake(progress, event.on)
    stop_all(progress, event.on, rules)
    progress.stage = Stage.REFUSED


def _may_be_over(supplement: Deadline | None, on: dt.date) -> bool:
    """Whether nobody can say if the applicant's time for what is missing still runs."""
    return supplement is None or is_open_on(supplement, on)


def _exclusion_begun(progress: Progress, event: events.ExclusionBegun, rules: Rules) -> None:
    if not progress.stage.is_under_review:
        _impossible(progress, event)
        return
    term = rules.decision_term(progress)
    if rule := _why_not_excluded(progress, event, term):
        progress.put_aside(event, rule, *_exclusion_basis(term), until=event.until, why=event.why)
        return
    if event.told_on is None:
        progress.find("exclusion.not-told", *_exclusion_basis(term), why=event.why)
    elif event.until is None:
        progress.find("exclusion.time-unknown", *_exclusion_basis(term), why=event.why)
    progress.running += (event,)
    progress.stage = Stage.SUSPENDED


def _exclusion_basis(term: Term) -> tuple[Citation, ...]:
    return () if term.excluded_by is None else (term.excluded_by,)


def _why_not_excluded(progress: Progress, event: events.ExclusionBegun, term: Term) -> str | None:
    if PROCEDURES.get(event.why) not in term.excludes:
        return "exclusion.not-listed"
    if event.until is not None and event.until < event.on:
        return "exclusion.ends-before-it-begins"
    if any(begun.why == event.why for begun in progress.running):
        return "exclusion.runs-already"
    return None


def _exclusion_ended(progress: Progress, event: events.ExclusionEnded, rules: Rules) -> None:
    ending = [begun for begun in progress.running if event.why in (None, begun.why)]
    if len(ending) != 1:
        progress.put_aside(event, "exclusion.unclear-which" if ending else "exclusion.not-running")
        return
    progress.excluded += (close(ending[0], event.on),)
    progress.running = tuple(begun for begun in progress.running if begun is not ending[0])
    if not progress.running:
        progress.stage = progress.review_stage


def _extended(progress: Progress, event: events.Extended, rules: Rules) -> None:
    if not progress.stage.is_under_review:
        _impossible(progress, event)
        return
    statutory = rules.statutory(progress, event.on)
    allowed = statutory.term.extension
    cite = statutory.term.cite if allowed is None else allowed.cite
    if broken := _why_not_extended(progress, event, statutory):
        figures = _figures(statutory, event)
        progress.put_aside(event, broken[0], cite, **figures)
        for rule in broken[1:]:
            progress.find(rule, cite, **figures)
        return
    _check_extension(progress, event, statutory, cite)
    progress.extension = event.extension


def _why_not_extended(progress: Progress, event: events.Extended, statutory: Deadline) -> list[str]:
    if progress.extension is not None:
        return ["extension.twice"]
    return [f"extension.{fault.code}" for fault in extension_faults(statutory, event.extension)]


def _check_extension(progress: Progress, event: events.Extended, statutory: Deadline, cite: Citation) -> None:
    """Note what the log or the calendar leaves open about an extension that has effect."""
    if is_open_on(statutory, event.on):
        progress.review("extension.uncertain", statutory, event.on)
    if event.extension.approver not in ROLES:
        progress.find("extension.approver-unverified", cite, approver=event.extension.approver)
    if event.told_on is None:
        progress.find("extension.reason-not-told", cite)


def _figures(statutory: Deadline, event: events.Extended) -> dict[str, Any]:
    """Return the figures of an extension and of what the term allows."""
    given, allowed = event.extension, statutory.term.extension
    length = given.to if isinstance(given, ExtensionTo) else given.by
    figures = {"approver": given.approver, "due": statutory.latest, "length": length, "on": given.approved_on}
    return figures if allowed is None else {**figures, "most": allowed.by, "post": allowed.approver}


def _approved(progress: Progress, event: events.Approved, rules: Rules) -> None:
    _decide(progress, event, rules, Stage.APPROVED)


def _denied(progress: Progress, event: events.Denied, rules: Rules) -> None:
    _decide(progress, event, rules, Stage.DENIED)


def _decide(progress: Progress, event: events.Approved | events.Denied, rules: Rules, stage: Stage) -> None:
    if progress.stage is Stage.DEEMED_RENEWED:
        progress.put_aside(event, "decision.after-silence", *_what_silence_made(Result.DEEMED_RENEWED, progress))
        return
    if progress.decided_on is not None:
        progress.put_aside(event, "decision.twice", decided=progress.decided_on)
        return
    if progress.stage is Stage.SUBMITTED:
        progress.find("acceptance.not-recorded")
        _accept(progress, event.on)
    if not progress.stage.is_under_review:
        _impossible(progress, event)
        return
    _end_review(progress, event.on, rules)
    progress.stage, progress.decided_on = stage, event.on


def _end_review(progress: Progress, on: dt.date, rules: Rules) -> None:
    """End every clock that a decision ends, a procedure that nobody ended with it."""
    for begun in progress.running:
        progress.find("exclusion.not-ended", *_exclusion_basis(rules.decision_term(progress)), why=begun.why)
    progress.excluded += tuple(close(begun, on) for begun in progress.running)
    progress.running = ()
    for deadline, what in zip(rules.decision(progress, on), ("decision", "promise"), strict=False):
        if progress.is_renewal_by_silence:
            progress.end(deadline, on, Ending.STOPPED)
        else:
            progress.fulfil(deadline, on, what)
    progress.end(progress.decide_by, on, Ending.KEPT)
    progress.decide_by = None


def _certificate_made(progress: Progress, event: events.CertificateMade, rules: Rules) -> None:
    if progress.stage not in (Stage.APPROVED, Stage.DEEMED_RENEWED):
        _impossible(progress, event)


def _delivered(progress: Progress, event: events.Delivered, rules: Rules) -> None:
    if progress.stage in (Stage.REFUSED, Stage.DEEMED_RENEWED):
        return
    if progress.stage not in (Stage.APPROVED, Stage.DENIED) or progress.decided_on is None:
        _impossible(progress, event)
        return
    if progress.stage is Stage.APPROVED:
        delivery = rules.start(Topic.CERTIFICATE_DELIVERY, progress.decided_on, progress.case.matter)
        progress.fulfil(delivery, event.on, "delivery")
    progress.stage = Stage.DELIVERED


def _withdrawn(progress: Progress, event: events.Withdrawn, rules: Rules) -> None:
    if not progress.stage.is_undecided:
        _impossible(progress, event)
        return
    stop_all(progress, event.on, rules)
    progress.stage = Stage.WITHDRAWN


Step = Callable[[Progress, Any, Rules], None]

_STEPS: Final[dict[type, Step]] = {
    events.Received: _received,
    events.CorrectedOnTheSpot: _corrected,
    events.SupplementNoticed: _supplement_noticed,
    events.Resubmitted: _resubmitted,
    events.Accepted: _accepted,
    events.Refused: _refused,
    events.ExclusionBegun: _exclusion_begun,
    events.ExclusionEnded: _exclusion_ended,
    events.Extended: _extended,
    events.Approved: _approved,
    events.Denied: _denied,
    events.CertificateMade: _certificate_made,
    events.Delivered: _delivered,
    events.RenewalApplied: _renewal_applied,
    events.LicenceExpired: _licence_expired,
    events.Withdrawn: _withdrawn,
}
