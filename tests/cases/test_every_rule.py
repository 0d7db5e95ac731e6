"""Every rule there is, each with the smallest log that breaks or touches it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govsvc.cases
from govsvc.acts import LAW, Law
from govsvc.cases import (
    Accepted,
    Approved,
    Case,
    Delivered,
    ExclusionEnded,
    LicenceExpired,
    Received,
    Refused,
    RenewalApplied,
    Resubmitted,
    SupplementNoticed,
)
from govsvc.cases.severities import SEVERITIES
from govsvc.findings import Severity
from govsvc.terms import WorkingDays
from tests.cases.logs import OTHER, PAYMENT, begun, day, extended, log, notice, seen

RECEIVED, ACCEPTED = Received(day("2026-03-02")), Accepted(day("2026-03-02"))
APPROVED = Approved(day("2026-03-03"))
OPEN = Accepted(day("2026-12-10"))  # ends between 2027-01-06 and 01-12
RESUBMITTED = (RECEIVED, notice("2026-03-03", "a"), Resubmitted(day("2026-03-04"), False))
TWO = (begun("2026-03-03", "hearing"), begun("2026-03-03", "testing"))
RENEWAL = RenewalApplied(day("2026-03-20"))
WORKING_DAYS = LAW.reading(xkf_50_1="working-days")
AT_THE_END = {"expires": day("2026-05-04")}
UNANNOUNCED = {"expires": day("2027-02-15")}  # thirty working days before: between 2026-12-24 and 2027-01-04

EXAMPLES: dict[str, tuple[Case, str]] = {
    "acceptance.after-silence": (log(RECEIVED, Accepted(day("2026-03-10"))), "2026-03-10"),
    "acceptance.not-cured": (log(*RESUBMITTED, Accepted(day("2026-03-05"))), "2026-03-05"),
    "acceptance.not-recorded": (log(RECEIVED, APPROVED), "2026-03-03"),
    "acceptance.twice": (log(ACCEPTED, Accepted(day("2026-03-03"))), "2026-03-03"),
    "clock.uncertain": (log(OPEN), "2027-01-07"),
    "decision.after-silence": (log(RENEWAL, Approved(day("2026-05-05")), **AT_THE_END), "2026-05-05"),
    "decision.late": (log(ACCEPTED, Approved(day("2026-03-31"))), "2026-03-31"),
    "decision.overdue": (log(ACCEPTED), "2026-03-31"),
    "decision.twice": (log(ACCEPTED, APPROVED, APPROVED), "2026-03-03"),
    "decision.uncertain": (log(OPEN, Approved(day("2027-01-07"))), "2027-01-07"),
    "delivery.late": (log(ACCEPTED, APPROVED, Delivered(day("2026-03-18"))), "2026-03-18"),
    "delivery.overdue": (log(ACCEPTED, APPROVED), "2026-03-18"),
    "delivery.uncertain": (
        log(Accepted(day("2026-12-22")), Approved(day("2026-12-22")), Delivered(day("2027-01-07"))),
        "2027-01-07",
    ),
    "event.not-possible": (log(APPROVED), "2026-03-03"),
    "exclusion.ends-before-it-begins": (log(ACCEPTED, begun("2026-03-03", until="2026-03-02")), "2026-03-03"),
    "exclusion.not-ended": (log(ACCEPTED, begun("2026-03-03"), APPROVED), "2026-03-03"),
    "exclusion.not-listed": (log(ACCEPTED, begun("2026-03-03", "on-site-check")), "2026-03-03"),
    "exclusion.not-running": (log(ACCEPTED, ExclusionEnded(day("2026-03-03"))), "2026-03-03"),
    "exclusion.not-told": (log(ACCEPTED, begun("2026-03-03", told_on=None)), "2026-03-03"),
    "exclusion.overran": (log(ACCEPTED, begun("2026-03-03", until="2026-03-04")), "2026-03-05"),
    "exclusion.runs-already": (log(ACCEPTED, TWO[0], TWO[0]), "2026-03-03"),
    "exclusion.time-unknown": (log(ACCEPTED, begun("2026-03-03")), "2026-03-03"),
    "exclusion.unclear-which": (log(ACCEPTED, *TWO, ExclusionEnded(day("2026-03-03"))), "2026-03-03"),
    "expiry.another-day": (log(LicenceExpired(day("2026-05-03")), **AT_THE_END), "2026-05-03"),
    "extension.approver-unverified": (log(ACCEPTED, extended("2026-03-03", 1, "副局长")), "2026-03-03"),
    "extension.longer-than-allowed": (log(ACCEPTED, extended("2026-03-03", 11)), "2026-03-03"),
    "extension.not-extendable": (log(ACCEPTED, extended("2026-03-03"), matter=PAYMENT), "2026-03-03"),
    "extension.outside-term": (log(ACCEPTED, extended("2026-03-31")), "2026-03-31"),
    "extension.reason-not-told": (log(ACCEPTED, extended("2026-03-03", told_on=None)), "2026-03-03"),
    "extension.twice": (log(ACCEPTED, extended("2026-03-03", 1), extended("2026-03-03", 1)), "2026-03-03"),
    "extension.uncertain": (log(OPEN, extended("2027-01-07")), "2027-01-07"),
    "extension.wrong-approver": (log(ACCEPTED, extended("2026-03-03", 1, "head-of-government")), "2026-03-03"),
    "intake.cure-unknown": (log(*RESUBMITTED[:2], Resubmitted(day("2026-03-04"), None)), "2026-03-12"),
    "intake.lapsed": (log(RECEIVED), "2026-03-10"),
    "intake.not-cured": (log(*RESUBMITTED), "2026-03-12"),
    "intake.uncertain": (log(Received(day("2026-12-29")), Refused(day("2027-01-06"))), "2027-01-06"),
    "promise.late": (log(ACCEPTED, Approved(day("2026-03-04")), promised=WorkingDays(1)), "2026-03-04"),
    "promise.overdue": (log(ACCEPTED, promised=WorkingDays(1)), "2026-03-04"),
    "promise.uncertain": (log(OPEN, Approved(day("2027-01-05")), promised=WorkingDays(17)), "2027-01-05"),
    "receipt.not-recorded": (log(ACCEPTED), "2026-03-02"),
    "received.twice": (log(RECEIVED, RECEIVED), "2026-03-02"),
    "refusal.after-acceptance": (log(ACCEPTED, Refused(day("2026-03-03"))), "2026-03-03"),
    "refusal.limit-open": (
        log(RECEIVED, notice("2026-03-03", "a", within=None), Refused(day("2026-03-04"))),
        "2026-03-04",
    ),
    "renewal.application.late": (log(RenewalApplied(day("2026-04-05")), **AT_THE_END), "2026-04-05"),
    "renewal.application.uncertain": (log(RenewalApplied(day("2026-12-28")), **UNANNOUNCED), "2026-12-28"),
    "renewal.expiry-unknown": (log(RENEWAL), "2026-03-20"),
    "renewal.not-accepted": (log(RENEWAL, notice("2026-03-20", "a"), **AT_THE_END), "2026-05-05"),
    "renewal.silence-contested": (log(RenewalApplied(day("2026-04-05")), **AT_THE_END), "2026-05-05"),
    "renewal.silence-uncertain": (log(RenewalApplied(day("2026-12-28")), **UNANNOUNCED), "2027-02-16"),
    "renewal.undecided": (log(RENEWAL, **AT_THE_END), "2026-05-05"),
    "supplement.after-acceptance": (log(ACCEPTED, notice("2026-03-03", "a")), "2026-03-03"),
    "supplement.again": (log(*RESUBMITTED, notice("2026-03-05")), "2026-03-05"),
    "supplement.arrival-unknown": (
        log(RECEIVED, SupplementNoticed(day("2026-03-03"), within=WorkingDays(5))),
        "2026-03-03",
    ),
    "supplement.lapsed": (log(RECEIVED, notice("2026-03-03", "a", within=1)), "2026-03-05"),
    "supplement.no-limit": (log(RECEIVED, notice("2026-03-03", "a", within=None)), "2026-03-03"),
    "supplement.nothing-new": (log(*RESUBMITTED, notice("2026-03-05", "a")), "2026-03-05"),
    "supplement.too-late": (log(*RESUBMITTED, notice("2026-03-12", "b")), "2026-03-12"),
    "supplement.twice": (log(RECEIVED, notice("2026-03-03", "a"), notice("2026-03-04", "b")), "2026-03-04"),
    "supplement.uncertain": (
        log(Received(day("2026-12-24")), notice("2026-12-25", "a", within=6), Resubmitted(day("2027-01-06"), True)),
        "2027-01-06",
    ),
}


def law_of(rule: str) -> Law:
    if rule == "extension.not-extendable":
        return OTHER
    return WORKING_DAYS if rule.startswith("renewal.") and rule.endswith("uncertain") else LAW


@pytest.mark.parametrize("rule", SEVERITIES)
def test_a_rule_is_found_where_it_is_touched_with_its_severity(rule: str) -> None:
    case, as_of = EXAMPLES[rule]
    found = seen(case, as_of, law=law_of(rule)).findings.of(rule)
    assert [finding.severity for finding in found] == [SEVERITIES[rule]]


@pytest.mark.parametrize("rule", SEVERITIES)
def test_the_details_of_a_finding_are_in_the_order_of_their_names(rule: str) -> None:
    case, as_of = EXAMPLES[rule]
    for finding in seen(case, as_of, law=law_of(rule)).findings:
        names = [name for name, _ in finding.details]
        assert names == sorted(set(names))


def test_there_are_examples_of_rules_only() -> None:
    assert set(EXAMPLES) == set(SEVERITIES)


def test_the_machine_names_no_other_rule() -> None:
    """A text of the form `word.word` in the room is a rule, an act's message, or the beginning of either."""
    room = Path(govsvc.cases.__file__).parent
    texts = {text for path in room.glob("*.py") for text in re.findall(r'"([a-z]+(?:\.[a-z-]+)+)"', path.read_text())}
    assert texts - {"act.supplement"} <= set(SEVERITIES) | {"renewal.application"}
    assert len(SEVERITIES) > 50


def test_no_rule_is_listed_under_two_severities() -> None:
    listed = re.findall(r'^    "(.+)",$', Path(govsvc.cases.severities.__file__).read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(SEVERITIES)
    assert set(SEVERITIES.values()) == set(Severity)
