"""Renewals: when to apply, what silence at expiry does, and what no silence does."""

from __future__ import annotations

import pytest

from govsvc.acts import LAW
from govsvc.cases import (
    Accepted,
    Approved,
    Case,
    CertificateMade,
    Delivered,
    Denied,
    Ending,
    LicenceExpired,
    Received,
    Refused,
    RenewalApplied,
    Resubmitted,
    Stage,
    Withdrawn,
)
from govsvc.norms import Topic
from tests.cases.logs import OTHER, PAYMENT, day, dues, found, log, notice, seen

# The licence ends with Monday 2026-05-04, a day off; the holder is in time until 04-04.
EXPIRES = day("2026-05-04")
READ_IN_WORKING_DAYS = LAW.reading(xkf_50_1="working-days")


def renewal(applied: str = "2026-03-20", accepted: bool = True) -> Case:
    case = log(RenewalApplied(day(applied)), expires=EXPIRES)
    return case.then(Accepted(day(applied))) if accepted else case


def test_with_acceptance_on_record_both_articles_govern() -> None:
    got = seen(renewal(), "2026-04-01")
    assert dues(got) == {"renewal-decision": "2026-05-04", "decision": "2026-04-20"}
    assert got.also == ()
    assert found(seen(renewal(), "2026-04-21")) == ["decision.overdue"]


def test_without_it_the_article_on_renewals_governs_and_the_term_of_decision_stands_beside() -> None:
    got = seen(renewal(accepted=False), "2026-04-21")
    assert dues(got) == {"renewal-decision": "2026-05-04"}
    assert [(clock.term.topic.value, str(clock.due)) for clock in got.also] == [("decision", "2026-04-20")]
    assert found(got) == ["intake.lapsed"]
    decided = seen(renewal(accepted=False).then(Approved(day("2026-04-21"))), "2026-04-21")
    assert (decided.state, found(decided)) == (Stage.APPROVED, ["intake.lapsed"])


def test_on_the_day_of_expiry_the_application_is_open_though_it_is_a_day_off() -> None:
    assert seen(renewal(), "2026-05-04").state is Stage.ACCEPTED


def test_the_day_after_the_licence_is_renewed() -> None:
    got = seen(renewal(accepted=False), "2026-05-05")
    assert (got.state, got.clocks, got.also, got.next_due) == (Stage.DEEMED_RENEWED, (), (), None)
    assert found(got) == ["intake.lapsed", "renewal.undecided"]
    ended = [(ended.deadline.term.topic.value, ended.how) for ended in got.ended[2:]]
    assert ended == [("renewal-decision", Ending.LAPSED), ("decision", Ending.STOPPED)]


@pytest.mark.parametrize("decided", [Approved, Denied])
def test_a_decision_on_the_day_of_expiry_decides(decided: type[Approved | Denied]) -> None:
    case = renewal("2026-04-03").then(decided(EXPIRES))
    got = seen(case, "2026-05-05")
    assert got.state in (Stage.APPROVED, Stage.DENIED)
    assert "renewal.undecided" not in found(got)


def test_a_denial_after_expiry_has_no_effect() -> None:
    got = seen(renewal("2026-04-03").then(Denied(day("2026-05-06"))), "2026-05-06")
    (aside,) = got.set_aside
    assert (got.state, aside.finding.rule) == (Stage.DEEMED_RENEWED, "decision.after-silence")
    assert [str(cite) for cite in aside.finding.basis] == ["行政许可法第五十条第二款"]


def test_a_renewed_licence_may_still_be_made_and_delivered() -> None:
    case = renewal("2026-04-03").then(CertificateMade(day("2026-05-06")), Delivered(day("2026-05-07")))
    got = seen(case, "2026-05-07")
    assert (got.state, got.set_aside) == (Stage.DEEMED_RENEWED, ())


@pytest.mark.parametrize(("applied", "rules"), [("2026-04-04", []), ("2026-04-05", ["renewal.application.late"])])
def test_thirty_days_before_the_end_is_in_time(applied: str, rules: list[str]) -> None:
    assert found(seen(renewal(applied), applied)) == rules


def test_what_silence_makes_of_a_late_application_is_contested() -> None:
    case = renewal("2026-04-20")
    got = seen(case, "2026-05-05")
    assert got.state is Stage.ACCEPTED
    assert dues(got) == {"decision": "2026-05-20"}  # Saturday 05-09 is worked
    assert found(got) == ["renewal.application.late", "renewal.silence-contested"]
    denied = seen(case.then(Denied(day("2026-05-06"))), "2026-05-06")
    assert (denied.state, denied.set_aside) == (Stage.DENIED, ())


def test_read_in_working_days_the_holder_must_be_earlier() -> None:
    # Thirty working days before 2026-05-04, itself not counted: 03-19.
    assert found(seen(renewal("2026-03-19"), "2026-03-19", law=READ_IN_WORKING_DAYS)) == []
    late = seen(renewal("2026-03-20"), "2026-05-05", law=READ_IN_WORKING_DAYS)
    assert late.state is Stage.ACCEPTED
    assert found(late) == ["renewal.application.late", "renewal.silence-contested", "decision.overdue"]
    assert late.stamp.readings == ("xkf_50_1=working-days",)


def test_an_application_after_expiry_renews_nothing() -> None:
    got = seen(renewal("2026-05-05"), "2026-06-30")
    assert got.state is Stage.ACCEPTED
    assert found(got) == ["renewal.application.late", "decision.overdue"]


def test_what_was_not_accepted_is_not_renewed_by_silence() -> None:
    case = log(RenewalApplied(day("2026-03-20")), notice("2026-03-23", "a", within=60), expires=EXPIRES)
    got = seen(case, "2026-05-05")
    assert (got.state, found(got)) == (Stage.SUPPLEMENT_REQUESTED, ["renewal.not-accepted"])
    lapsed = log(RenewalApplied(day("2026-03-20")), notice("2026-03-23", "a", within=5), expires=EXPIRES)
    assert found(seen(lapsed, "2026-05-05")) == ["supplement.lapsed", "renewal.not-accepted"]
    uncured = lapsed.then(Resubmitted(day("2026-04-01"), False))
    assert found(seen(uncured, "2026-05-05"))[-1] == "renewal.not-accepted"
    cured = lapsed.then(Resubmitted(day("2026-04-01"), True))
    assert seen(cured, "2026-05-05").state is Stage.DEEMED_RENEWED


def test_a_refusal_and_a_withdrawal_end_a_renewal() -> None:
    assert seen(renewal(accepted=False).then(Refused(day("2026-03-23"))), "2026-05-05").state is Stage.REFUSED
    assert seen(renewal().then(Withdrawn(day("2026-03-23"))), "2026-05-05").state is Stage.WITHDRAWN


def test_what_was_received_may_turn_out_to_be_a_renewal() -> None:
    case = log(Received(day("2026-03-19")), RenewalApplied(day("2026-03-20")), expires=EXPIRES)
    assert dues(seen(case, "2026-03-20")) == {"supplement-notice": "2026-03-26", "renewal-decision": "2026-05-04"}


def test_with_the_expiry_unknown_no_day_is_made_up() -> None:
    case = log(RenewalApplied(day("2026-03-20")), Accepted(day("2026-03-20")))
    got = seen(case, "2026-04-01")
    assert (dues(got), found(got)) == ({"decision": "2026-04-20"}, ["renewal.expiry-unknown"])


def test_the_expiry_may_be_told_by_the_log() -> None:
    case = log(RenewalApplied(day("2026-04-03")), Accepted(day("2026-04-03")), LicenceExpired(EXPIRES))
    assert seen(case, "2026-05-04").state is Stage.ACCEPTED
    assert seen(case, "2026-05-05").state is Stage.DEEMED_RENEWED
    late = log(RenewalApplied(day("2026-04-20")), Accepted(day("2026-04-20")), LicenceExpired(EXPIRES))
    assert found(seen(late, "2026-05-04")) == ["renewal.expiry-unknown", "renewal.application.late"]


@pytest.mark.parametrize("end", [Approved, Denied, Withdrawn])
def test_an_expiry_told_after_the_end_starts_no_clock(end: type[Approved | Denied | Withdrawn]) -> None:
    case = log(
        RenewalApplied(day("2026-04-03")), Accepted(day("2026-04-03")), end(day("2026-04-20")), LicenceExpired(EXPIRES)
    )
    on_the_day, after = seen(case, "2026-05-04"), seen(case, "2026-06-30")
    assert on_the_day.state is after.state
    assert Topic.RENEWAL_DECISION not in [clock.term.topic for clock in on_the_day.clocks]
    assert [rule for rule in found(after) if rule.startswith("renewal.")] == ["renewal.expiry-unknown"]


def test_two_days_of_expiry_contradict_each_other() -> None:
    got = seen(renewal().then(LicenceExpired(day("2026-04-30"))), "2026-05-01")
    assert found(got) == ["expiry.another-day", "decision.overdue"]
    assert [aside.finding.rule for aside in got.set_aside] == ["expiry.another-day"]
    assert seen(renewal().then(LicenceExpired(EXPIRES)), "2026-05-04").set_aside == ()


def test_where_the_law_says_nothing_of_silence_nothing_is_renewed() -> None:
    case = log(RenewalApplied(day("2026-04-03")), Accepted(day("2026-04-03")), expires=EXPIRES, matter=PAYMENT)
    got = seen(case, "2026-05-05", law=OTHER)
    assert (got.state, found(got)) == (Stage.ACCEPTED, ["renewal.undecided", "decision.overdue"])


# Published cases.


def test_an_undecided_renewal_of_2005_under_both_readings_of_article_50() -> None:
    case = log(RenewalApplied(day("2005-11-25")), expires=day("2005-12-31"))
    got = seen(case, "2006-01-01")
    assert (got.state, got.accepted_on) == (Stage.DEEMED_RENEWED, day("2005-11-25"))
    assert found(got) == ["intake.lapsed", "renewal.undecided"]
    assert seen(case, "2005-12-31").state is Stage.DEEMED_ACCEPTED
    otherwise = seen(case, "2006-01-01", law=READ_IN_WORKING_DAYS)
    assert otherwise.state is Stage.DEEMED_ACCEPTED
    assert found(otherwise) == [
        "renewal.application.late",
        "intake.lapsed",
        "renewal.silence-contested",
        "decision.overdue",
    ]
