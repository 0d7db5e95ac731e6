"""北京市政务服务中心管理暂行办法 (京政发〔2016〕64号), articles 13 to 16, and the text that came after it.

In force from its issue on 2016-12-29. On 2025-11-14 a later and wider text of the same issuer on the same subject,
京政发〔2025〕27号, came into force; whether it repeals this one was not read. So this one is presumed superseded from
that day: it governs nothing then and is told beside the answer. Of the later text only articles 1 to 4 are held, which
set no term. District centres follow this one by reference (article 33). Not covered: every other article.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import ALWAYS, Event, Evidence, Instrument, Rank, Standing, Topic, Who, since
from govsvc.packs.beijing.bodies import CITY_GOVERNMENT
from govsvc.packs.national.receipt import FIRST_DAY_NOT_COUNTED
from govsvc.packs.national.xkf import SUPPLEMENT_NOTICE as LICENSING_NOTICE
from govsvc.places import Place
from govsvc.spans import Span
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.term import Term

__all__ = ["BJCS25", "BJZX16", "CENTRE", "PLACES"]


def __dir__() -> list[str]:
    return __all__


BJZX16: Final = Instrument(
    "北京市政务服务中心管理暂行办法",
    "bjzx16",
    Rank.GOVERNMENT_DOCUMENT,
    Span(date(2016, 12, 29), date(2025, 11, 13)),
    Evidence.FULL_TEXT,
    checked_on=date(2026, 11, 21),
    number="京政发〔2016〕64号",
    promulgated=date(2016, 12, 29),
    issuer=CITY_GOVERNMENT,
    place=Place.BEIJING,
    afterwards=Standing.PRESUMED_SUPERSEDED,
    successor="bjcs25",
    articles=34,
)
BJCS25: Final = Instrument(
    "北京市政务服务场所管理办法",
    "bjcs25",
    Rank.GOVERNMENT_DOCUMENT,
    since(2025, 11, 14),
    Evidence.EXCERPT,
    checked_on=date(2026, 11, 21),
    number="京政发〔2025〕27号",
    promulgated=date(2025, 11, 10),
    issuer=CITY_GOVERNMENT,
    place=Place.BEIJING,
    predecessor="bjzx16",
)

SUPPLEMENT_NOTICE: Final = Term(
    cite=BJZX16(14),
    topic=Topic.SUPPLEMENT_NOTICE,
    who=Who.AGENCY,
    act="act.supplement-notice",  # in writing
    within=WorkingDays(5),
    of=Event.RECEIVED,  # the article names no start; read with 行政许可法 article 32
    unit_by=BJZX16(14),
    counted_by=(FIRST_DAY_NOT_COUNTED.analogous(),),
    in_force=ALWAYS,
    implements=(LICENSING_NOTICE.cite,),
)

CENTRE: Final = Act(
    BJZX16,
    terms=(SUPPLEMENT_NOTICE,),
    provisions=(
        Provision(BJZX16(13), Topic.WINDOW_POWERS, "window-powers.six-functions"),
        Provision(BJZX16(13), Topic.ON_THE_SPOT, "on-the-spot.completed-at-the-window"),
        Provision(BJZX16(14), Topic.INTAKE, "intake.receipt-issued"),
        Provision(BJZX16(14), Topic.INTAKE, "intake.materials-not-asked-for-again"),
        Provision(BJZX16(15), Topic.WINDOW_POWERS, "window-powers.chief-representative"),
        Provision(BJZX16(16), Topic.PROMISED_DECISION, "promise.decision-in-time"),
        Provision(BJZX16(16), Topic.PROMISED_DECISION, "promise.not-extended-by-oneself"),
        Provision(BJZX16(16), Topic.PROMISED_DECISION, "promise.graded-warning"),
        Provision(BJZX16(16), Topic.PROMISED_DECISION, "promise.approval-delivered-in-time"),
        Provision(BJZX16(16), Topic.PROMISED_DECISION, "promise.denial-issued-in-time"),
    ),
)
PLACES: Final = Act(BJCS25)
