"""Every kind of event in every stage: where it leads, or by which rule it has no effect."""

from __future__ import annotations

from typing import get_args

import attrs
import pytest

from govsvc.cases import (
    Accepted,
    Approved,
    Case,
    CertificateMade,
    CorrectedOnTheSpot,
    Delivered,
    Denied,
    Event,
    ExclusionEnded,
    LicenceExpired,
    Progress,
    Received,
    Refused,
    RenewalApplied,
    Resubmitted,
    Stage,
    Withdrawn,
    apply,
)
from tests.cases.logs import begun, day, extended, folded, log, notice, rules

ON = day("2026-03-05")
RECEIVED, ACCEPTED = Received(day("2026-03-02")), Accepted(day("2026-03-02"))
LONG_AGO = Received(day("2026-02-02"))

STAGES: dict[str, tuple[Stage, Case]] = {
    "NOT": (Stage.NOT_BEGUN, log()),
    "SUB": (Stage.SUBMITTED, log(RECEIVED)),
    "REQ": (Stage.SUPPLEMENT_REQUESTED, log(RECEIVED, notice("2026-03-03", "a"))),
    "LAP": (Stage.SUPPLEMENT_LAPSED, log(LONG_AGO, notice("2026-02-03", "a", within=3))),
    "ACC": (Stage.ACCEPTED, log(RECEIVED, ACCEPTED)),
    "DEE": (Stage.DEEMED_ACCEPTED, log(LONG_AGO)),
    "SUS": (Stage.SUSPENDED, log(RECEIVED, ACCEPTED, begun("2026-03-03", "hearing"))),
    "APP": (Stage.APPROVED, log(RECEIVED, ACCEPTED, Approved(day("2026-03-03")))),
    "DEN": (Stage.DENIED, log(RECEIVED, ACCEPTED, Denied(day("2026-03-03")))),
    "DEL": (Stage.DELIVERED, log(RECEIVED, ACCEPTED, Denied(day("2026-03-03")), Delivered(day("2026-03-04")))),
    "REF": (Stage.REFUSED, log(RECEIVED, Refused(day("2026-03-03")))),
    "WIT": (Stage.WITHDRAWN, log(RECEIVED, Withdrawn(day("2026-03-03")))),
    "REN": (Stage.DEEMED_RENEWED, log(RenewalApplied(day("2026-01-05")), expires=day("2026-03-04"))),
}

EVENTS: dict[str, Event] = {
    "received": Received(ON),
    "corrected": CorrectedOnTheSpot(ON),
    "noticed": notice("2026-03-05", "b"),
    "resubmitted": Resubmitted(ON, True),
    "accepted": Accepted(ON),
    "refused": Refused(ON),
    "begun": begun("2026-03-05", until="2026-03-10"),
    "ended": ExclusionEnded(ON),
    "extended": extended("2026-03-05"),
    "approved": Approved(ON),
    "denied": Denied(ON),
    "certificate": CertificateMade(ON),
    "delivered": Delivered(ON),
    "renewal": RenewalApplied(ON),
    "expired": LicenceExpired(ON),
    "withdrawn": Withdrawn(ON),
}

RULES = {
    ".": "event.not-possible",
    "a": "received.twice",
    "b": "supplement.twice",
    "c": "supplement.after-acceptance",
    "d": "acceptance.twice",
    "e": "acceptance.after-silence",
    "f": "refusal.after-acceptance",
    "g": "exclusion.not-running",
    "h": "decision.twice",
    "i": "decision.after-silence",
    "j": "expiry.another-day",
}

# A stage it leads to, = for the same stage, or the rule that sets it aside.
MATRIX = """
             NOT  SUB  REQ  LAP  ACC  DEE  SUS  APP  DEN  DEL  REF  WIT  REN
received     SUB   a    a    a    a    a    a    a    a    a    a    a    a
corrected     .    =    .    .    .    .    .    .    .    .    .    .    .
noticed       .   REQ   b    .    c    c    c    .    .    .    .    .    .
resubmitted   .    .   SUB  SUB   .    .    .    .    .    .    .    .    .
accepted     ACC  ACC   .    .    d    e    d    d    d    d    .    .    e
refused       .   REF   .   REF   f    f    f    .    .    .    .    .    .
begun         .    .    .    .   SUS  SUS   =    .    .    .    .    .    .
ended         g    g    g    g    g    g   ACC   g    g    g    g    g    g
extended      .    .    .    .    =    =    =    .    .    .    .    .    .
approved      .   APP   .    .   APP  APP  APP   h    h    h    .    .    i
denied        .   DEN   .    .   DEN  DEN  DEN   h    h    h    .    .    i
certificate   .    .    .    .    .    .    .    =    .    .    .    .    =
delivered     .    .    .    .    .    .    .   DEL  DEL   .    =    .    =
renewal      SUB   =    =    =    =    =    =    .    .    .    .    .    .
expired       =    =    =    =    =    =    =    =    =    =    =    =    j
withdrawn     .   WIT  WIT  WIT  WIT  WIT  WIT   .    .    .    .    .    .
"""
_HEAD, *_ROWS = (line.split() for line in MATRIX.strip().splitlines())
CELLS = [(row[0], stage, cell) for row in _ROWS for stage, cell in zip(_HEAD, row[1:], strict=True)]


def test_the_table_has_every_kind_of_event_and_every_stage() -> None:
    assert {type(event) for event in EVENTS.values()} == set(get_args(Event))
    assert {stage for stage, _ in STAGES.values()} == set(Stage)
    assert {(event, stage) for event, stage, _ in CELLS} == {(event, stage) for event in EVENTS for stage in STAGES}


@pytest.mark.parametrize("name", STAGES)
def test_each_log_leads_to_its_stage(name: str) -> None:
    stage, case = STAGES[name]
    before = folded(case)
    if stage in (Stage.SUPPLEMENT_LAPSED, Stage.DEEMED_ACCEPTED, Stage.DEEMED_RENEWED):
        before = apply(before, CorrectedOnTheSpot(ON), rules())  # silence speaks when something comes after it
    assert before.stage is stage


@pytest.mark.parametrize(("event", "stage", "cell"), CELLS)
def test_what_an_event_does_in_a_stage(event: str, stage: str, cell: str) -> None:
    before = folded(STAGES[stage][1])
    after = apply(before, EVENTS[event], rules())
    if cell in RULES:
        assert [aside.finding.rule for aside in after.set_aside] == [RULES[cell]]
        assert after.set_aside[0].event is EVENTS[event]
        assert after.set_aside[0].index == before.position
        assert after.set_aside[0].finding in after.findings
        assert after.stage is STAGES[stage][0]
    else:
        assert after.set_aside == ()
        assert after.stage is STAGES[stage if cell == "=" else cell][0]


@pytest.mark.parametrize(("event", "stage", "cell"), [cell for cell in CELLS if cell[2] in RULES])
def test_an_event_set_aside_changes_nothing_but_what_is_said_of_it(event: str, stage: str, cell: str) -> None:
    before = folded(STAGES[stage][1])
    before = apply(before, CorrectedOnTheSpot(ON), rules())  # so that silence has spoken in both
    after = apply(before, EVENTS[event], rules())
    assert wordless(after) == wordless(before)


def wordless(progress: Progress) -> Progress:
    return attrs.evolve(progress, findings=(), set_aside=(), position=0)
