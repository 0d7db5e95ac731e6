"""行政许可法 articles 15, 47, 48, 55, 78 and 79: hearings, inspections, temporary licences, bars.

Article 47(1) gives a person five days to ask for a hearing. Article 82 makes the terms *of the agency* working days and
is silent on a person's; the headline reads article 82 by analogy, because the five days open the agency's own twenty
within one clause and the longer count favours whoever may be heard; the other reading is `calendar-days`, and whoever
asks should keep to it. The clause attaches nothing to a late request, it only obliges the agency after a timely one.
Articles 47(1), 78 and 79 name no first day: read as the day of the request, of the decision and of the revocation.
Not covered: how a hearing is held, who pays.
"""

from __future__ import annotations

from typing import Final

from govsvc.norms import ALWAYS, Event, MatterType, Modality, Topic, Who
from govsvc.packs.national.xkf_text import COUNTED_BY, UNIT, XKF
from govsvc.terms.lengths import CalendarDays, WorkingDays, Years
from govsvc.terms.term import Reading, Term

__all__ = ["PROCEDURE_TERMS"]


def __dir__() -> list[str]:
    return __all__


HEARING_REQUEST: Final = Term(
    cite=XKF(47, 1),
    part="request",
    topic=Topic.HEARING_REQUEST,
    who=Who.APPLICANT,  # or a party with an interest
    act="act.hearing-request",
    within=WorkingDays(5),
    of=Event.INFORMED,
    unit_by=UNIT.analogous(),
    counted_by=COUNTED_BY,
    readings=(Reading("calendar-days", CalendarDays(5), "article 82 speaks of the terms of the agency alone"),),
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

HEARING: Final = Term(
    cite=XKF(47, 1),
    part="hearing",
    topic=Topic.HEARING,
    who=Who.AGENCY,
    act="act.hearing",
    within=WorkingDays(20),
    of=Event.HEARING_REQUESTED,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

HEARING_NOTICE: Final = Term(
    cite=XKF(48, 1, 1),
    topic=Topic.HEARING_NOTICE,
    who=Who.AGENCY,
    act="act.hearing-notice",
    within=WorkingDays(7),
    of=Event.HEARING_HELD,
    backwards=True,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

INSPECTION_STAFF: Final = Term(
    cite=XKF(55, 2),
    topic=Topic.INSPECTION_STAFF,
    who=Who.AGENCY,
    act="act.inspection-staff",
    within=WorkingDays(5),
    of=Event.ACCEPTED,
    unit_by=UNIT,
    counted_by=COUNTED_BY,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

TEMPORARY_LICENCE: Final = Term(
    cite=XKF(15),
    topic=Topic.TEMPORARY_LICENCE,
    who=Who.PROVINCIAL_GOVERNMENT,
    act="act.temporary-licence",
    within=Years(1),
    of=Event.RULE_IN_FORCE,
    counted_by=COUNTED_BY,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

REAPPLICATION_BAR: Final = Term(
    cite=XKF(78),
    topic=Topic.REAPPLICATION_BAR,
    who=Who.APPLICANT,
    act="act.reapplication",
    within=Years(1),
    of=Event.DECIDED,
    counted_by=COUNTED_BY,
    modality=Modality.MUST_NOT,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

REAPPLICATION_BAR_AFTER_REVOCATION: Final = Term(
    cite=XKF(79),
    topic=Topic.REAPPLICATION_BAR_AFTER_REVOCATION,
    who=Who.HOLDER,
    act="act.reapplication",
    within=Years(3),
    of=Event.DECIDED,
    counted_by=COUNTED_BY,
    modality=Modality.MUST_NOT,
    in_force=ALWAYS,
    only=MatterType.LICENCE,
)

PROCEDURE_TERMS: Final = (
    TEMPORARY_LICENCE,
    HEARING_REQUEST,
    HEARING,
    HEARING_NOTICE,
    INSPECTION_STAFF,
    REAPPLICATION_BAR,
    REAPPLICATION_BAR_AFTER_REVOCATION,
)
