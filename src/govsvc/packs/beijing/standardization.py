"""北京市政务服务标准化管理办法 (Measures on the Standardization of Services), articles 7, 15, 16 and 18.

Made on 2020-04-24 on the basis of the ordinance of that year, in force since 2020-04-28; a district relied on it on
2024-02-18, and no successor was found. Articles 1 to 29 were read. In principle the body decides on acceptance in one
working day; that is a target, and nothing follows from silence. Article 16(4) repeats the ordinance's renewal by
silence for businesses and the public alike and names no time ahead: an application stands to the last day. Not
covered: the contents of guides and vouchers, seals, platforms.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import (
    ALWAYS,
    Effective,
    Event,
    Evidence,
    Instrument,
    Modality,
    Rank,
    Result,
    Silence,
    Topic,
    Who,
    since,
)
from govsvc.packs.beijing.bodies import SERVICE_DEPARTMENT
from govsvc.packs.beijing.ordinance import BJYH20, BJYH24, RENEWAL_2020, RENEWAL_2024
from govsvc.packs.national.receipt import FIRST_DAY_NOT_COUNTED
from govsvc.places import Place
from govsvc.terms.lengths import UntilTheDay, WorkingDays
from govsvc.terms.term import Term

__all__ = ["BJBZ", "STANDARDIZATION"]


def __dir__() -> list[str]:
    return __all__


BJBZ: Final = Instrument(
    "北京市政务服务标准化管理办法",
    "bjbz",
    Rank.DEPARTMENT_DOCUMENT,
    since(2020, 4, 28),
    Evidence.FULL_TEXT,
    checked_on=date(2024, 2, 18),
    promulgated=date(2020, 4, 24),
    issuer=SERVICE_DEPARTMENT,
    place=Place.BEIJING,
    implements=(BJYH20.key, BJYH24.key),
)
COUNTED_BY: Final = (FIRST_DAY_NOT_COUNTED.analogous(),)

PROOF_RECORD_FILING: Final = Term(
    cite=BJBZ(7, item=2),
    topic=Topic.PROOF_RECORD_FILING,
    who=Who.AGENCY,
    act="act.proof-record-filing",
    within=WorkingDays(15),
    of=Event.RULE_IN_FORCE,  # of the amendment for which a new proof is needed
    unit_by=BJBZ(7, item=2),
    counted_by=COUNTED_BY,
    in_force=ALWAYS,
)

INTAKE_TARGET: Final = Term(
    cite=BJBZ(15, 2),
    topic=Topic.INTAKE_TARGET,
    who=Who.AGENCY,
    act="act.intake-target",
    within=WorkingDays(1),
    of=Event.RECEIVED,
    unit_by=BJBZ(15, 2),
    counted_by=COUNTED_BY,
    modality=Modality.SHOULD,
    in_force=ALWAYS,
)

RENEWAL_APPLICATION: Final = Term(
    cite=BJBZ(16, item=4),
    part="application",
    topic=Topic.RENEWAL_APPLICATION,
    who=Who.HOLDER,
    act="act.renewal-application",
    within=UntilTheDay(),
    of=Event.EXPIRES,
    modality=Modality.MAY,
    in_force=ALWAYS,
    implements=(RENEWAL_2020, RENEWAL_2024),
)

RENEWAL_DECISION: Final = Term(
    cite=BJBZ(16, item=4),
    topic=Topic.RENEWAL_DECISION,
    who=Who.AGENCY,
    act="act.renewal-decision",
    within=UntilTheDay(),
    of=Event.EXPIRES,
    silence=Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE),
    in_force=ALWAYS,
    implements=(RENEWAL_2020, RENEWAL_2024),
)

STANDARDIZATION: Final = Act(
    BJBZ,
    terms=(PROOF_RECORD_FILING, INTAKE_TARGET, RENEWAL_APPLICATION, RENEWAL_DECISION),
    provisions=(
        Provision(BJBZ(15, 2, 1), Topic.INTAKE, "intake.receipt-issued"),
        Provision(BJBZ(15, 2, 2), Topic.INTAKE, "intake.notice-in-writing-with-time-limit"),
        Provision(BJBZ(15, 2, 3), Topic.CONDITIONAL_ACCEPTANCE, "conditional-acceptance.accepted-first"),
        Provision(BJBZ(15, 2, 3), Topic.CONDITIONAL_ACCEPTANCE, "conditional-acceptance.denied-where-not-cured"),
        Provision(BJBZ(15, 2, 4), Topic.INTAKE, "intake.refusal-with-reasons"),
        Provision(BJBZ(16, item=1), Topic.PROMISED_DECISION, "promise.decision-in-time"),
        Provision(BJBZ(16, item=2), Topic.PROMISED_DECISION, "promise.denial-with-reasons"),
        Provision(BJBZ(18), Topic.DELIVERY, "delivery.four-ways"),
    ),
)
