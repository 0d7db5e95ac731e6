"""政府信息公开条例 (Government Information Disclosure Regulations): receipt and the reply, in both versions.

Made by 国务院令第492号, in force from 2008-05-01 to 2019-05-14, and revised by 国务院令第711号, in force
from 2019-05-15. The earlier has 15 working days for the reply, and at most 15 more (article 24(2)); the
later has 20 and at most 20 more (article 33(2)), both from receipt, extended by the head of the
disclosure office. Of the earlier only an excerpt was read, so its term stands beside an answer and
never gives one. Neither attaches anything to silence, and neither has a rule on the first day: that
the day of receipt is not counted is civil law by analogy.

The time spent on asking third parties (24(3) of 2007), and other organs too (33(3) of 2019), does not
count; it is none of the procedures of 行政许可法 article 45, and is not modelled yet: a reply for which
somebody was asked is due later than its term says. Not covered: a reply at once (33(1)), supplements and
the restart they bring (30), what those asked have to do (32, 34), postponement for many requests (35),
fees (42), publication without a request; every other article of 2007.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import ALWAYS, Citation, Event, Evidence, Instrument, Rank, Standing, Topic, Who, since
from govsvc.packs.national.receipt import FIRST_DAY_NOT_COUNTED
from govsvc.spans import Span
from govsvc.terms.lengths import WorkingDays
from govsvc.terms.term import Extendable, Term

__all__ = ["DISCLOSURE_2007", "DISCLOSURE_2019", "DISCLOSURE_ACTS", "XXGK", "XXGK07"]


def __dir__() -> list[str]:
    return __all__


_TITLE: Final = "政府信息公开条例"
XXGK07: Final = Instrument(
    _TITLE,
    "xxgk07",
    Rank.ADMINISTRATIVE_REGULATION,
    Span(date(2008, 5, 1), date(2019, 5, 14)),
    Evidence.EXCERPT,
    checked_on=date(2025, 4, 19),  # by the text that took its place
    number="国务院令第492号",
    promulgated=date(2007, 4, 5),
    afterwards=Standing.SUPERSEDED,
    successor="xxgk",
)
XXGK: Final = Instrument(
    _TITLE,
    "xxgk",
    Rank.ADMINISTRATIVE_REGULATION,
    since(2019, 5, 15),
    Evidence.FULL_TEXT,
    checked_on=date(2025, 4, 19),
    number="国务院令第711号",
    promulgated=date(2019, 4, 3),
    predecessor="xxgk07",
)


def _reply(cite: Citation, within: WorkingDays, more: WorkingDays) -> Term:
    return Term(
        cite=cite,
        topic=Topic.DISCLOSURE_REPLY,
        who=Who.AGENCY,
        act="act.disclosure-reply",
        within=within,
        of=Event.RECEIVED,
        unit_by=cite,
        counted_by=(FIRST_DAY_NOT_COUNTED.analogous(),),
        extension=Extendable(more, Who.HEAD_OF_DISCLOSURE_OFFICE, cite),
        in_force=ALWAYS,
    )


DISCLOSURE_2007: Final = Act(XXGK07, terms=(_reply(XXGK07(24, 2), WorkingDays(15), WorkingDays(15)),))
DISCLOSURE_2019: Final = Act(
    XXGK,
    terms=(_reply(XXGK(33, 2), WorkingDays(20), WorkingDays(20)),),
    provisions=(
        Provision(XXGK(31, item=1), Topic.RECEIPT, "receipt.handed-in"),
        # Item 2 has two rules: mail that is signed for, and mail that is not.
        Provision(XXGK(31, item=2), Topic.RECEIPT, "receipt.signed-mail"),
        Provision(XXGK(31, item=2), Topic.RECEIPT, "receipt.ordinary-mail-confirmed"),
        Provision(XXGK(31, item=3), Topic.RECEIPT, "receipt.online-confirmed"),
    ),
)
DISCLOSURE_ACTS: Final = (DISCLOSURE_2007, DISCLOSURE_2019)
