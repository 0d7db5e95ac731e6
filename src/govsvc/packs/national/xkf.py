"""行政许可法 (Administrative Licensing Law), the whole of its terms and rules, with articles 32, 42 to 45 and 50 here.

In force since 2004-07-01; the amendment of 2019-04-23 changed no term. It speaks of licences alone
(articles 2 and 3), and so do its terms. It has no rule on the first day: that the day of the event is
not counted is civil law by analogy. Where a statute or regulation sets another term for one licence
(articles 42(1), 43, 50(1)), that term takes its place. Hearings, inspections and bars stand in
`xkf_procedures`, clauses without a length in `xkf_rules`. Not covered: remedies, and liability for a
term that was broken (articles 60 to 81, but for 78 and 79).
"""

from __future__ import annotations

from typing import Final

from govsvc.acts import Act
from govsvc.norms import ALWAYS, Effective, Event, MatterType, Result, Silence, Topic, Who
from govsvc.packs.national.xkf_procedures import PROCEDURE_TERMS
from govsvc.packs.national.xkf_rules import RULES
from govsvc.packs.national.xkf_text import COUNTED_BY, UNIT, XKF
from govsvc.terms.conditions import Procedure
from govsvc.terms.lengths import CalendarDays, UntilTheDay, WorkingDays
from govsvc.terms.term import Extendable, Reading, Term

__all__ = ["ACT", "XKF"]


def __dir__() -> list[str]:
    return __all__


EXCLUDES: Final = frozenset(Procedure)  # of article 45, for the terms of its own section: articles 42 to 44

SUPPLEMENT_NOTICE: Final = Term(
    cite=XKF(32, 1, 4),
    topic=Topic.SUPPLEMENT_NOTICE,
    who=Who.AGENCY,
    act="act.supplement-notice",
    within=WorkingDays(5),
    of=Event.RECEIVED,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    silence=Silence(Result.DEEMED_ACCEPTED, Effective.FROM_START, only=MatterType.LICENCE),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

DECISION: Final = Term(
    cite=XKF(42, 1),
    topic=Topic.DECISION,
    who=Who.AGENCY,
    act="act.decision",
    within=WorkingDays(20),
    of=Event.ACCEPTED,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    extension=Extendable(WorkingDays(10), Who.HEAD_OF_AGENCY, XKF(42, 1)),
    excludes=EXCLUDES,
    excluded_by=XKF(45),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

JOINT_DECISION: Final = Term(
    cite=XKF(42, 2),
    topic=Topic.JOINT_DECISION,
    who=Who.JOINT_AGENCIES,
    act="act.joint-decision",
    within=WorkingDays(45),
    of=Event.ACCEPTED,  # the paragraph names no start; read with the first
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    extension=Extendable(WorkingDays(15), Who.HEAD_OF_GOVERNMENT, XKF(42, 2)),
    excludes=EXCLUDES,
    excluded_by=XKF(45),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

PRELIMINARY_REVIEW: Final = Term(
    cite=XKF(43),
    topic=Topic.PRELIMINARY_REVIEW,
    who=Who.LOWER_AGENCY,
    act="act.preliminary-review",
    within=WorkingDays(20),
    of=Event.ACCEPTED,  # by the lower agency itself
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    excludes=EXCLUDES,
    excluded_by=XKF(45),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

CERTIFICATE_DELIVERY: Final = Term(
    cite=XKF(44),
    topic=Topic.CERTIFICATE_DELIVERY,
    who=Who.AGENCY,
    act="act.certificate-delivery",
    within=WorkingDays(10),
    of=Event.DECIDED,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    excludes=EXCLUDES,
    excluded_by=XKF(45),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

RENEWAL_APPLICATION: Final = Term(
    cite=XKF(50, 1),
    topic=Topic.RENEWAL_APPLICATION,
    who=Who.HOLDER,
    act="act.renewal-application",
    within=CalendarDays(30),  # article 82 speaks of the terms of the agency, not of the holder's
    of=Event.EXPIRES,
    backwards=True,
    counted_by=COUNTED_BY,
    silence=Silence(Result.TOO_LATE),
    readings=(Reading("working-days", WorkingDays(30), "article 82 read as covering the holder too"),),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

RENEWAL_DECISION: Final = Term(
    cite=XKF(50, 2),
    topic=Topic.RENEWAL_DECISION,
    who=Who.AGENCY,
    act="act.renewal-decision",
    within=UntilTheDay(),
    of=Event.EXPIRES,
    silence=Silence(Result.DEEMED_RENEWED, Effective.AT_LAPSE),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

ACT: Final = Act(
    XKF,
    terms=(
        SUPPLEMENT_NOTICE,
        DECISION,
        JOINT_DECISION,
        PRELIMINARY_REVIEW,
        CERTIFICATE_DELIVERY,
        RENEWAL_APPLICATION,
        RENEWAL_DECISION,
        *PROCEDURE_TERMS,
    ),
    provisions=RULES,
)
