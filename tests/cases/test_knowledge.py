"""What the calendar does not say yet, and what the clerk could know: open clocks, and one case under two calendars."""

from __future__ import annotations

import pytest

from govsvc.acts import LAW
from govsvc.calendars import Certainty, china, for_place
from govsvc.cases import Accepted, Approved, Delivered, Received, Refused, RenewalApplied, Resubmitted, Stage
from govsvc.errors import NotYetAnnounced
from govsvc.places import Place
from govsvc.terms import Status, WorkingDays
from tests.calendars.known import INVENTED_2027
from tests.cases.logs import KNOWN, calendar, day, dues, extended, found, log, notice, seen

# Accepted on 2026-12-10, twenty working days end between 2027-01-06 and 01-12.
OPEN = (Received(day("2026-12-10")), Accepted(day("2026-12-10")))


def test_a_december_clock_is_open_until_its_last_possible_day() -> None:
    case = log(*OPEN)
    (clock,) = seen(case, "2027-01-06").clocks
    assert (str(clock.earliest), str(clock.likely), str(clock.latest)) == ("2027-01-06", "2027-01-08", "2027-01-12")
    assert (clock.certainty, str(clock.safe), str(clock.lapsed_from)) == (
        Certainty.PROVISIONAL,
        "2027-01-06",
        "2027-01-13",
    )
    with pytest.raises(NotYetAnnounced):
        _ = clock.due
    assert found(seen(case, "2027-01-06")) == []
    assert found(seen(case, "2027-01-07")) == ["clock.uncertain"]
    assert found(seen(case, "2027-01-12")) == ["clock.uncertain"]
    assert found(seen(case, "2027-01-13")) == ["decision.overdue"]
    assert clock.status(day("2027-01-07")) is Status.UNCERTAIN


def test_a_decision_within_the_interval_is_looked_at_and_counts() -> None:
    rules = [
        found(seen(log(*OPEN, Approved(day(on))), on))
        for on in ("2027-01-06", "2027-01-07", "2027-01-12", "2027-01-13")
    ]
    assert rules == [[], ["decision.uncertain"], ["decision.uncertain"], ["decision.late"]]


def test_the_notice_settles_it() -> None:
    told = calendar().with_notices(INVENTED_2027)
    case = log(*OPEN)
    assert found(seen(case, "2027-01-12", calendar=told)) == ["decision.overdue"]
    assert dues(seen(case, "2027-01-04", calendar=told)) == {"decision": "2027-01-08"}  # the first three days are off


def test_intake_that_may_have_lapsed_has_not() -> None:
    case = log(Received(day("2026-12-29")))
    (clock,) = seen(case, "2026-12-29").clocks
    within = seen(case, clock.latest)
    assert (within.state, found(within)) == (Stage.SUBMITTED, ["clock.uncertain"])
    after = seen(case, clock.lapsed_from)
    assert (after.state, after.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2026-12-29"))
    told = seen(case.then(notice(str(clock.latest), "a")), clock.latest)
    assert (told.state, found(told)) == (Stage.SUPPLEMENT_REQUESTED, ["intake.uncertain"])


def test_a_resubmission_and_a_refusal_while_the_applicants_time_is_open() -> None:
    asked = log(Received(day("2026-12-24")), notice("2026-12-25", "a", within=6))
    (clock,) = seen(asked, "2026-12-25").clocks
    again = seen(asked.then(Resubmitted(clock.latest, True)), clock.latest)
    assert found(again) == ["supplement.uncertain"]
    refused = seen(asked.then(Refused(clock.latest)), clock.latest)
    assert (refused.state, found(refused)) == (Stage.REFUSED, ["refusal.limit-open"])


def test_an_extension_promise_and_delivery_within_the_interval() -> None:
    assert found(seen(log(*OPEN, extended("2027-01-11")), "2027-01-11")) == ["extension.uncertain"]
    promised = log(*OPEN, Approved(day("2027-01-05")), promised=WorkingDays(17))
    assert found(seen(promised, "2027-01-05")) == ["promise.uncertain"]
    delivered = log(
        Received(day("2026-12-18")),
        Accepted(day("2026-12-18")),
        Approved(day("2026-12-22")),
        Delivered(day("2027-01-07")),
    )
    assert found(seen(delivered, "2027-01-07")) == ["delivery.uncertain"]


def test_whether_a_renewal_was_applied_for_in_time_may_be_open() -> None:
    law = LAW.reading(xkf_50_1="working-days")
    case = log(RenewalApplied(day("2027-01-04")), Accepted(day("2027-01-04")), expires=day("2027-02-15"))
    got = seen(case, "2027-01-04", law=law)
    assert found(got) == ["renewal.application.uncertain"]
    expired = seen(case, "2027-02-16", law=law)
    assert expired.state is Stage.ACCEPTED
    assert "renewal.silence-uncertain" in found(expired)
    first = log(RenewalApplied(day("2026-12-24")), expires=day("2027-02-15"))
    assert seen(first, "2027-02-16", law=law).state is Stage.DEEMED_RENEWED  # the first possible day is in time


def test_where_a_regions_year_is_not_held_nothing_lapses() -> None:
    guangxi = for_place(Place.parse("广西"), as_known=KNOWN)
    case = log(Received(day("2027-04-01")), place=Place.parse("广西"))
    got = seen(case, "2027-06-01", calendar=guangxi)
    assert (got.state, found(got)) == (Stage.SUBMITTED, ["clock.uncertain"])
    assert got.clocks[0].certainty is Certainty.REGION_UNKNOWN


# What the clerk could know.


def test_by_what_the_clerk_could_know_in_2020_the_notice_was_late() -> None:
    case = log(Received(day("2020-01-21")), notice("2020-02-04", "a"))
    then = seen(case, "2020-02-04", calendar=china(as_known=day("2020-01-23")))
    assert (then.state, then.accepted_on) == (Stage.DEEMED_ACCEPTED, day("2020-01-21"))
    assert found(then) == ["intake.lapsed", "supplement.after-acceptance"]
    now = seen(case, "2020-02-04")
    assert (now.state, found(now)) == (Stage.SUPPLEMENT_REQUESTED, [])
    assert then.stamp.calendar != now.stamp.calendar


def test_the_extraordinary_holiday_was_known_from_its_publication() -> None:
    case = log(Received(day("2020-01-21")))
    ends = [
        dues(seen(case, "2020-01-22", calendar=china(as_known=day(known))))["supplement-notice"]
        for known in ("2020-01-23", "2020-01-26", "2020-01-27")
    ]
    assert ends == ["2020-02-03", "2020-02-03", "2020-02-05"]


def test_a_december_case_before_and_after_the_notice() -> None:
    case = log(Received(day("2025-12-10")), Accepted(day("2025-12-10")))
    before = seen(case, "2025-12-10", calendar=china(as_known=day("2025-11-03"))).clocks[0]
    after = seen(case, "2025-12-10", calendar=china(as_known=day("2025-11-04"))).clocks[0]
    assert before.certainty is Certainty.PROVISIONAL
    assert before.earliest <= after.due <= before.latest
    assert str(after.due) == "2026-01-08"  # 01-01 to 01-03 are off, Sunday 01-04 is worked


def test_a_case_is_assessed_by_the_calendar_of_its_place() -> None:
    hubei = Place.parse("湖北")
    case = log(Received(day("2020-01-21")), place=hubei)
    known = for_place(hubei, as_known=KNOWN)
    assert dues(seen(case, "2020-01-22", calendar=known)) == {"supplement-notice": "2020-02-18"}
    assert dues(seen(case, "2020-01-22", calendar=None)) == {"supplement-notice": "2020-02-18"}
    assert dues(seen(case, "2020-01-22", calendar=None, place=Place.NATIONAL)) == {"supplement-notice": "2020-02-05"}
