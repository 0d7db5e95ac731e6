"""Intake: receipt, silence, the notice of what is missing, resubmission, acceptance and refusal."""

from __future__ import annotations

import attrs
import pytest

from govsvc.acts import Act, Law
from govsvc.cases import (
    Accepted,
    CorrectedOnTheSpot,
    Denied,
    Ending,
    Received,
    Refused,
    Resubmitted,
    Stage,
    SupplementNoticed,
)
from govsvc.norms import Effective, MatterType, Result, Silence, Topic
from govsvc.terms import WorkingDays
from tests.cases.logs import CONSENTING, EXAMPLE, OTHER, PAYMENT, SPECIAL, day, dues, found, log, notice, seen

# Received on Monday 2026-03-02: the five working days end on Monday 03-09.
RECEIVED = Received(day("2026-03-02"))


def test_on_the_last_day_silence_has_not_spoken() -> None:
    got = seen(log(RECEIVED), "2026-03-09")
    assert (got.state, got.accepted_on, found(got)) == (Stage.SUBMITTED, None, [])
    assert dues(got) == {"supplement-notice": "2026-03-09"}


def test_the_day_after_the_application_is_accepted_from_its_receipt() -> None:
    got = seen(log(RECEIVED), "2026-03-10")
    assert (got.state, got.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2026-03-02"))
    assert dues(got) == {"decision": "2026-03-30"}
    assert found(got) == ["intake.lapsed"]
    assert [(str(ended.on), ended.how) for ended in got.ended] == [("2026-03-09", Ending.LAPSED)]


def test_a_term_of_decision_may_be_over_when_silence_is_noticed() -> None:
    case = log(Received(day("2026-01-05")), promised=WorkingDays(3))
    assert found(seen(case, "2026-01-12")) == []
    got = seen(case, "2026-01-13")
    assert dues(got) == {"decision": "2026-02-02", "promised-decision": "2026-01-08"}
    assert found(got) == ["intake.lapsed", "promise.overdue"]


def test_a_later_acceptance_does_not_move_what_silence_made() -> None:
    got = seen(log(RECEIVED, Accepted(day("2026-03-12"))), "2026-03-12")
    assert (got.state, got.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2026-03-02"))
    (aside,) = got.set_aside
    assert aside.finding.rule == "acceptance.after-silence"
    assert [str(cite) for cite in aside.finding.basis] == ["行政许可法第三十二条第一款第（四）项"]


def test_a_later_refusal_or_notice_has_no_effect_on_what_silence_made() -> None:
    case = log(RECEIVED, notice("2026-03-10", "a"), Refused(day("2026-03-11")))
    got = seen(case, "2026-03-11")
    assert got.state is Stage.DEEMED_ACCEPTED
    assert found(got) == ["intake.lapsed", "supplement.after-acceptance", "refusal.after-acceptance"]


def test_a_correction_on_the_spot_moves_no_clock() -> None:
    got = seen(log(RECEIVED, CorrectedOnTheSpot(day("2026-03-04"))), "2026-03-05")
    assert dues(got) == {"supplement-notice": "2026-03-09"}


def test_a_notice_on_the_last_day_stops_intake_and_starts_the_time_it_sets() -> None:
    case = log(RECEIVED, notice("2026-03-09", "a", within=10, reached_on="2026-03-11"))
    got = seen(case, "2026-03-25")
    assert got.state is Stage.SUPPLEMENT_REQUESTED
    assert dues(got) == {"supplement": "2026-03-25"}  # from the day it arrived
    assert found(got) == []


def test_the_applicants_time_ends_without_an_effect() -> None:
    case = log(RECEIVED, notice("2026-03-04", "a", within=10))
    assert seen(case, "2026-03-18").state is Stage.SUPPLEMENT_REQUESTED
    got = seen(case, "2026-03-19")
    assert (got.state, got.clocks) == (Stage.SUPPLEMENT_LAPSED, ())
    assert found(got) == ["supplement.lapsed"]


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        (notice("2026-03-04", "a", within=None), "no-limit"),
        (SupplementNoticed(day("2026-03-04"), frozenset("a"), WorkingDays(5)), "arrival-unknown"),
    ],
)
def test_without_a_limit_or_its_start_no_clock_is_made_up(told: SupplementNoticed, rule: str) -> None:
    got = seen(log(RECEIVED, told), "2026-06-01")
    assert (got.state, got.clocks) == (Stage.SUPPLEMENT_REQUESTED, ())
    assert found(got) == [f"supplement.{rule}"]
    refused = seen(log(RECEIVED, told, Refused(day("2026-06-01"))), "2026-06-01")
    assert refused.state is Stage.REFUSED  # the body can close what no clock can
    assert found(refused) == [f"supplement.{rule}", "refusal.limit-open"]


def test_a_refusal_waits_for_the_end_of_the_applicants_time() -> None:
    told = notice("2026-03-04", "a", within=10)
    early = seen(log(RECEIVED, told, Refused(day("2026-03-18"))), "2026-03-18")
    assert (early.state, found(early)) == (Stage.SUPPLEMENT_REQUESTED, ["event.not-possible"])
    after = seen(log(RECEIVED, told, Refused(day("2026-03-19"))), "2026-03-19")
    assert (after.state, after.accepted_on, found(after)) == (Stage.REFUSED, None, ["supplement.lapsed"])


RESUBMITTED = (RECEIVED, notice("2026-03-04", "a", "b"))


@pytest.mark.parametrize(
    ("cured", "stage", "rules"),
    [
        (True, Stage.DEEMED_ACCEPTED, ["intake.lapsed"]),
        (False, Stage.SUBMITTED, ["intake.lapsed", "intake.not-cured"]),
        (None, Stage.SUBMITTED, ["intake.lapsed", "intake.cure-unknown"]),
    ],
)
def test_after_a_resubmission_intake_starts_anew_and_silence_accepts_only_what_is_whole(
    cured: bool | None, stage: Stage, rules: list[str]
) -> None:
    case = log(*RESUBMITTED, Resubmitted(day("2026-03-09"), cured))
    assert dues(seen(case, "2026-03-16")) == {"supplement-notice": "2026-03-16"}
    got = seen(case, "2026-03-17")
    assert (got.state, found(got)) == (stage, rules)
    assert got.accepted_on == (day("2026-03-09") if cured else None)


@pytest.mark.parametrize(
    ("items", "state", "rules"),
    [
        (("a",), Stage.SUBMITTED, ["supplement.nothing-new"]),
        (("a", "c"), Stage.SUPPLEMENT_REQUESTED, []),
        ((), Stage.SUPPLEMENT_REQUESTED, ["supplement.again"]),
    ],
)
def test_a_further_notice_has_effect_for_what_none_asked_for(
    items: tuple[str, ...], state: Stage, rules: list[str]
) -> None:
    case = log(*RESUBMITTED, Resubmitted(day("2026-03-09"), False), notice("2026-03-10", *items))
    got = seen(case, "2026-03-10")
    assert (got.state, found(got)) == (state, rules)


def test_where_the_first_notice_is_not_on_record_nobody_can_say_what_the_second_adds() -> None:
    case = log(RECEIVED, notice("2026-03-04"), Resubmitted(day("2026-03-09"), None), notice("2026-03-10", "a"))
    assert found(seen(case, "2026-03-10")) == ["supplement.again"]


def test_a_licence_notice_after_the_last_day_is_too_late_even_where_nothing_was_accepted() -> None:
    case = log(*RESUBMITTED, Resubmitted(day("2026-03-09"), False), notice("2026-03-17", "c"))
    got = seen(case, "2026-03-17")
    assert (got.state, found(got)) == (Stage.SUBMITTED, ["intake.lapsed", "intake.not-cured", "supplement.too-late"])


def test_what_lapsed_uncured_can_be_refused_accepted_or_decided() -> None:
    uncured = log(*RESUBMITTED, Resubmitted(day("2026-03-09"), False))
    assert seen(uncured.then(Refused(day("2026-03-18"))), "2026-03-18").state is Stage.REFUSED
    assert seen(uncured.then(Denied(day("2026-03-18"))), "2026-03-18").state is Stage.DENIED
    accepted = seen(uncured.then(Accepted(day("2026-03-18"))), "2026-03-18")
    assert accepted.accepted_on == day("2026-03-18")
    assert found(accepted) == ["intake.lapsed", "intake.not-cured", "acceptance.not-cured"]


def test_a_resubmission_after_the_applicants_time_starts_intake_too() -> None:
    case = log(RECEIVED, notice("2026-03-04", "a", within=3), Resubmitted(day("2026-03-16"), True))
    got = seen(case, "2026-03-16")
    assert dues(got) == {"supplement-notice": "2026-03-23"}
    assert found(got) == ["supplement.lapsed"]


def test_an_acceptance_without_receipt_is_taken_and_looked_at() -> None:
    got = seen(log(Accepted(day("2026-03-02"))), "2026-03-02")
    assert (got.state, dues(got), found(got)) == (Stage.ACCEPTED, {"decision": "2026-03-30"}, ["receipt.not-recorded"])


# What the law of other matters says of silence.


def test_for_another_matter_silence_has_no_effect_where_its_term_says_none() -> None:
    case = log(RECEIVED, matter=PAYMENT)
    assert found(seen(case, "2026-03-05", law=OTHER)) == []
    got = seen(case, "2026-03-06", law=OTHER)
    assert (got.state, got.accepted_on, found(got)) == (Stage.SUBMITTED, None, ["intake.lapsed"])


def test_for_another_matter_a_late_notice_still_has_effect() -> None:
    case = log(RECEIVED, notice("2026-03-20", "a", within=5), matter=PAYMENT)
    got = seen(case, "2026-03-20", law=OTHER)
    assert (got.state, found(got)) == (Stage.SUPPLEMENT_REQUESTED, ["intake.lapsed"])


def test_the_day_from_which_silence_accepts_is_its_terms_own() -> None:
    got = seen(log(RECEIVED, matter=PAYMENT), "2026-03-06", law=Law((CONSENTING,)))
    assert (got.state, got.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2026-03-05"))
    assert dues(got) == {"decision": "2026-03-15"}  # a Sunday: calendar days, and this measure rolls nowhere


def test_silence_that_is_confined_to_a_type_of_matter_has_no_effect_on_another() -> None:
    intake, *others = CONSENTING.terms
    silence = Silence(Result.DEEMED_ACCEPTED, Effective.AT_LAPSE, only=MatterType.LICENCE)
    law = Law((Act(EXAMPLE, terms=(attrs.evolve(intake, silence=silence), *others)),))
    assert seen(log(RECEIVED), "2026-03-06", law=law).state is Stage.DEEMED_ACCEPTED
    assert seen(log(RECEIVED, matter=PAYMENT), "2026-03-06", law=law).state is Stage.SUBMITTED


def test_a_special_matter_is_judged_by_its_own_measure() -> None:
    got = seen(log(RECEIVED, matter=SPECIAL), "2026-03-03", law=OTHER)
    assert got.clocks[0].term.topic is Topic.SUPPLEMENT_NOTICE
    assert dues(got) == {"supplement-notice": "2026-03-05"}
