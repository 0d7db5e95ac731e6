"""What each event does to a case: one small function for each kind.

Source: 行政许可法 arts 32, 42, 44, 45 and 50. A legal fault (a second acceptance, an extension by the wrong post) sets the
event aside with a finding; it is never an error. Not covered: what silence does (`lapses`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from govsvc.cases import events
from govsvc.cases.lapses import let_lapse, stop_all
from govsvc.cases.progress import Ending, Progress
from govsvc.cases.rules import Rules, close
from govsvc.cases.stages import Stage
from govsvc.findings import Severity
from govsvc.norms import Topic
from govsvc.terms.allowances import ROLES, extension_faults

__all__ = ["take"]


def __dir__() -> list[str]:
    return __all__


def take(progress: Progress, event: events.Event, rules: Rules) -> None:
    """Change a progress by its next event: first by every lapse that came before it."""
    let_lapse(progress, event.on, rules)
    _STEPS[type(event)](progress, event, rules)
    progress.position += 1


def _impossible(progress: Progress, event: events.Event) -> None:
    progress.put_aside(event, "event.not-possible", stage=progress.stage.value)


def _received(progress: Progress, event: events.Received, rules: Rules) -> None:
    if progress.stage is not Stage.NOT_BEGUN:
        progress.put_aside(event, "received.twice")
        return
    progress.stage = Stage.SUBMITTED
    progress.intake = rules.start(Topic.SUPPLEMENT_NOTICE, event.on, progress.case.matter)


def _renewal_applied(progress: Progress, event: events.RenewalApplied, rules: Rules) -> None:
    """Begin a renewal: receipt of the application, or what a case received on that day turns out to be."""
    if progress.renewal_applied_on is not None or not (
        progress.stage is Stage.NOT_BEGUN or progress.stage.is_undecided
    ):
        _impossible(progress, event)
        return
    if progress.stage is Stage.NOT_BEGUN:
        progress.stage = Stage.SUBMITTED
        progress.intake = rules.start(Topic.SUPPLEMENT_NOTICE, event.on, progress.case.matter)
    progress.renewal_applied_on = event.on
    if progress.expires is None:
        progress.find(
            "renewal.expiry-unknown",
            Severity.REVIEW,
            rules.term(Topic.RENEWAL_DECISION, event.on, progress.case.matter).cite,
        )
        return
    _run_renewal(progress, progress.expires, rules)


def _run_renewal(progress: Progress, expires: dt.date, rules: Rules) -> None:
    applied = progress.renewal_applied_on
    if applied is None:
        return
    progress.apply_by, decide_by = rules.renewal(expires, applied, progress.case.matter)
    progress.fulfil(progress.apply_by, applied, "renewal.application", Severity.WARN)
    progress.decide_by = decide_by if applied <= expires else None


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
    if progress.stage is Stage.SUPPLEMENT_REQUESTED:
        progress.put_aside(event, "supplement.twice")
        return
    if progress.stage is not Stage.SUBMITTED or progress.intake is None:
        rule = "supplement.after-acceptance" if progress.stage.is_under_review else "event.not-possible"
        progress.put_aside(event, rule, stage=progress.stage.value)
        return
    if progress.resubmitted and not _asks_for_more(progress, event):
        return
    progress.fulfil(progress.intake, event.on, "intake", Severity.ERROR)
    progress.intake = None
    progress.noticed |= event.items or frozenset()
    progress.stage = Stage.SUPPLEMENT_REQUESTED
    _run_supplement(progress, event, rules)


def _asks_for_more(progress: Progress, event: events.SupplementNoticed) -> bool:
    """Whether a further notice has effect: only for what no earlier one asked for."""
    if event.items is None:
        progress.find("supplement.again", Severity.REVIEW, *_intake_basis(progress))
        return True
    if event.items <= progress.noticed:
        progress.put_aside(event, "supplement.nothing-new", *_intake_basis(progress))
        return False
    return True


def _intake_basis(progress: Progress) -> tuple[Any, ...]:
    return () if progress.intake is None else (progress.intake.term.cite,)


def _run_supplement(progress: Progress, event: events.SupplementNoticed, rules: Rules) -> None:
    if event.within is None:
        progress.find("supplement.no-limit", Severity.REVIEW)
    elif event.reached_on is None:
        progress.find("supplement.arrival-unknown", Severity.REVIEW)
    else:
        progress.supplement = rules.supplement(event.reached_on, event.within, progress.case.matter)


def _resubmitted(progress: Progress, event: events.Resubmitted, rules: Rules) -> None:
    if progress.stage not in (Stage.SUPPLEMENT_REQUESTED, Stage.SUPPLEMENT_LAPSED):
        _impossible(progress, event)
        return
    if progress.supplement is not None:
        progress.fulfil(progress.supplement, event.on, "supplement", Severity.WARN)
    progress.supplement = None
    progress.resubmitted, progress.cured = True, event.cured
    progress.stage = Stage.SUBMITTED
    progress.intake = rules.start(Topic.SUPPLEMENT_NOTICE, event.on, progress.case.matter)


def _accepted(progress: Progress, event: events.Accepted, rules: Rules) -> None:
    if progress.stage is Stage.NOT_BEGUN:
        progress.find("receipt.not-recorded", Severity.REVIEW)
    elif progress.stage is Stage.DEEMED_ACCEPTED:
        progress.put_aside(event, "acceptance.after-silence", accepted=progress.accepted_on)
        return
    elif progress.accepted_on is not None:
        progress.put_aside(event, "acceptance.twice", accepted=progress.accepted_on)
        return
    elif progress.stage is not Stage.SUBMITTED:
        _impossible(progress, event)
        return
    _accept(progress, event.on)


def _accept(progress: Progress, on: dt.date) -> None:
    if progress.intake is not None:
        progress.fulfil(progress.intake, on, "intake", Severity.ERROR)
    progress.intake = None
    progress.stage, progress.accepted_on = Stage.ACCEPTED, on


def _refused(progress: Progress, event: events.Refused, rules: Rules) -> None:
    if progress.stage not in (Stage.SUBMITTED, Stage.SUPPLEMENT_LAPSED):
        rule = "refusal.after-acceptance" if progress.stage.is_under_review else "event.not-possible"
        progress.put_aside(event, rule, stage=progress.stage.value)
        return
    if progress.intake is not None:
        progress.fulfil(progress.intake, event.on, "intake", Severity.ERROR)
    progress.intake = None
    stop_all(progress, event.on, rules)
    progress.stage = Stage.REFUSED


def _exclusion_begun(progress: Progress, event: events.ExclusionBegun, rules: Rules) -> None:
    if not progress.stage.is_under_review:
        _impossible(progress, event)
        return
    term = rules.decision_term(progress)
    basis = () if term.excluded_by is None else (term.excluded_by,)
    if event.why not in {procedure.value for procedure in term.excludes}:
        progress.put_aside(event, "exclusion.not-listed", *basis, why=event.why)
        return
    if event.until is not None and event.until < event.on:
        progress.put_aside(event, "exclusion.ends-before-it-begins", *basis, until=event.until)
        return
    if any(begun.why == event.why for begun in progress.running):
        progress.put_aside(event, "exclusion.runs-already", *basis, why=event.why)
        return
    if event.told_on is None:
        progress.find("exclusion.not-told", Severity.WARN, *basis, why=event.why)
    progress.running += (event,)
    progress.stage = Stage.SUSPENDED


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
    statutory = rules.decision(progress, event.on)[0]
    if progress.extension is not None:
        progress.put_aside(event, "extension.twice", statutory.term.cite)
        return
    faults = tuple(extension_faults(statutory, event.extension))
    if faults:
        progress.put_aside(
            event, f"extension.{faults[0].code}", statutory.term.cite, given=faults[0].given, allowed=faults[0].allowed
        )
        return
    _check_extension(progress, event, rules)
    progress.extension = event.extension


def _check_extension(progress: Progress, event: events.Extended, rules: Rules) -> None:
    cite = rules.decision_term(progress).cite
    if event.extension.approver not in ROLES:
        progress.find("extension.approver-unverified", Severity.REVIEW, cite, approver=event.extension.approver)
    if event.told_on is None:
        progress.find("extension.reason-not-told", Severity.WARN, cite)


def _approved(progress: Progress, event: events.Approved, rules: Rules) -> None:
    _decide(progress, event, rules, Stage.APPROVED)


def _denied(progress: Progress, event: events.Denied, rules: Rules) -> None:
    _decide(progress, event, rules, Stage.DENIED)


def _decide(progress: Progress, event: events.Approved | events.Denied, rules: Rules, stage: Stage) -> None:
    if progress.stage is Stage.DEEMED_RENEWED:
        progress.put_aside(event, "decision.after-silence")
        return
    if progress.decided_on is not None:
        progress.put_aside(event, "decision.twice", decided=progress.decided_on)
        return
    if progress.stage is Stage.SUBMITTED:
        progress.find("acceptance.not-recorded", Severity.WARN)
        _accept(progress, event.on)
    if not progress.stage.is_under_review:
        _impossible(progress, event)
        return
    _end_review(progress, event.on, rules)
    progress.stage, progress.decided_on = stage, event.on


def _end_review(progress: Progress, on: dt.date, rules: Rules) -> None:
    """End every clock that a decision ends, a procedure that nobody ended with it."""
    for begun in progress.running:
        progress.find("exclusion.not-ended", Severity.WARN, why=begun.why)
    progress.excluded += tuple(close(begun, on) for begun in progress.running)
    progress.running = ()
    statutory, *promised = rules.decision(progress, on)
    progress.fulfil(statutory, on, "decision", Severity.ERROR)
    for promise in promised:
        progress.fulfil(promise, on, "promise", Severity.WARN)
    if progress.decide_by is not None:
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
        progress.fulfil(delivery, event.on, "delivery", Severity.ERROR)
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
