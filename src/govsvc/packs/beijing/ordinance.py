"""北京市优化营商环境条例 (Ordinance on the Business Environment): the versions of 2020 and of 2024.

In force from 2020-04-28 to 2024-11-28 and, revised and with other article numbers, from 2024-11-29. Read in full:
articles 29 to 33 and 50 of 2020, 30 to 36, 38, 56, 58 and 94 of 2024, and the registration of companies in both. The
amendment of 2022-08-29 kept the numbers; what it changed was not seen, so from that day to the revision the articles of
2020 stand with the grade of what nobody checked. Renewal by silence is for market entities (市场主体, 经营主体) and
asks for no time ahead: an application stands to the last day. Not covered: every other article, works of low risk.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import (
    ApplicantKind,
    Citation,
    Effective,
    Event,
    Evidence,
    Instrument,
    Modality,
    Rank,
    Result,
    Silence,
    Standing,
    Topic,
    Who,
    since,
)
from govsvc.packs.beijing.bodies import CITY_STANDING_COMMITTEE
from govsvc.packs.national.receipt import FIRST_DAY_NOT_COUNTED
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.lengths import UntilTheDay, WorkingDays
from govsvc.terms.term import Term

__all__ = ["BJYH20", "BJYH24", "ORDINANCE_2020", "ORDINANCE_2024", "RENEWAL_2020", "RENEWAL_2024"]


def __dir__() -> list[str]:
    return __all__


_TITLE: Final = "北京市优化营商环境条例"
BJYH20: Final = Instrument(
    _TITLE,
    "bjyh20",
    Rank.LOCAL_REGULATION,
    Span(date(2020, 4, 28), date(2024, 11, 28)),
    Evidence.FULL_TEXT,
    checked_on=date(2026, 11, 21),
    promulgated=date(2020, 3, 27),
    issuer=CITY_STANDING_COMMITTEE,
    place=Place.BEIJING,
    afterwards=Standing.SUPERSEDED,
    successor="bjyh24",
    articles=83,
)
BJYH24: Final = Instrument(
    _TITLE,
    "bjyh24",
    Rank.LOCAL_REGULATION,
    since(2024, 11, 29),
    Evidence.FULL_TEXT,
    checked_on=date(2026, 6, 8),
    number="公告〔十六届〕第28号",
    promulgated=date(2024, 11, 29),
    issuer=CITY_STANDING_COMMITTEE,
    place=Place.BEIJING,
    predecessor="bjyh20",
)

READ: Final = Span(date(2020, 4, 28), date(2022, 8, 28))
UNREAD: Final = Span(date(2022, 8, 29), date(2024, 11, 28))  # after the amendment whose changes were not seen
FROM_2024: Final = BJYH24.in_force
GRADES: Final = ((READ, Evidence.FULL_TEXT), (UNREAD, Evidence.MEMORY))
GRADES_2024: Final = ((FROM_2024, Evidence.FULL_TEXT),)

RENEWAL_2020: Final = BJYH20(33, 4)
RENEWAL_2024: Final = BJYH24(35, 3)


def _registration(cite: Citation, time: Span, evidence: Evidence) -> Term:
    return Term(
        cite=cite,
        topic=Topic.REGISTRATION,
        who=Who.AGENCY,
        act="act.registration",
        within=WorkingDays(1),  # where it cannot be done at once
        of=Event.RECEIVED,
        unit_by=cite,
        counted_by=(FIRST_DAY_NOT_COUNTED.analogous(),),
        in_force=time,
        evidence=evidence,
    )


def _renewal(cite: Citation, time: Span, evidence: Evidence) -> tuple[Term, Term]:
    """Return by when a market entity may apply for renewal, and by when the body must decide."""
    application = Term(
        cite=cite,
        part="application",
        topic=Topic.RENEWAL_APPLICATION,
        who=Who.HOLDER,
        act="act.renewal-application",
        within=UntilTheDay(),
        of=Event.EXPIRES,
        modality=Modality.MAY,
        in_force=time,
        evidence=evidence,
        applicant=ApplicantKind.MARKET_ENTITY,
    )
    decision = Term(
        cite=cite,
        topic=Topic.RENEWAL_DECISION,
        who=Who.AGENCY,
        act="act.renewal-decision",
        within=UntilTheDay(),
        of=Event.EXPIRES,
        silence=Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE, applicant=ApplicantKind.MARKET_ENTITY),
        in_force=time,
        evidence=evidence,
        applicant=ApplicantKind.MARKET_ENTITY,
    )
    return application, decision


def _rules(grades: tuple[tuple[Span, Evidence], ...], *rules: tuple[Citation, Topic, str]) -> tuple[Provision, ...]:
    return tuple(
        Provision(cite, topic, says, in_force=time, evidence=evidence)
        for cite, topic, says in rules
        for time, evidence in grades
    )


ORDINANCE_2020: Final = Act(
    BJYH20,
    terms=tuple(
        term
        for time, evidence in GRADES
        for term in (_registration(BJYH20(12, 2), time, evidence), *_renewal(RENEWAL_2020, time, evidence))
    ),
    provisions=_rules(
        GRADES,
        (BJYH20(12, 2), Topic.ON_THE_SPOT, "on-the-spot.registration"),
        (BJYH20(29, 2), Topic.CONDITIONAL_ACCEPTANCE, "conditional-acceptance.named-in-guide"),
        (BJYH20(31), Topic.COMMITMENT, "commitment.granted-on-promise"),
        (BJYH20(32, 2), Topic.COUNTING, "counting.open-hall-makes-no-working-day"),
        (BJYH20(33, 3), Topic.WINDOW_POWERS, "window-powers.full-approval"),
        (BJYH20(50), Topic.RATING, "rating.bad-ones-answered-quickly"),
    ),
)
ORDINANCE_2024: Final = Act(
    BJYH24,
    terms=tuple(
        term
        for time, evidence in GRADES_2024
        for term in (_registration(BJYH24(13, 2), time, evidence), *_renewal(RENEWAL_2024, time, evidence))
    ),
    provisions=_rules(
        GRADES_2024,
        (BJYH24(13, 2), Topic.ON_THE_SPOT, "on-the-spot.registration"),
        (BJYH24(31, 2), Topic.CONDITIONAL_ACCEPTANCE, "conditional-acceptance.named-in-guide"),
        (BJYH24(33), Topic.COMMITMENT, "commitment.granted-on-promise"),
        (BJYH24(34, 2), Topic.COUNTING, "counting.open-hall-makes-no-working-day"),
        (BJYH24(35, 3), Topic.WINDOW_POWERS, "window-powers.full-approval"),
        (BJYH24(58), Topic.RATING, "rating.bad-ones-answered-quickly"),
    ),
)
