"""Answers as plain text for people, in Chinese (zh) and in English (en).

Every sentence comes from the catalogues of `i18n`; nothing is computed here but what a person reads. Not covered: HTML,
and languages other than these two.
"""

from __future__ import annotations

from govsvc.render.assessments import assessment_text
from govsvc.render.calendars import year_text
from govsvc.render.deadlines import deadline_text, deadlines_text
from govsvc.render.faults import faults_text
from govsvc.render.laws import act_text, acts_text, norm_text
from govsvc.render.ledgers import ledger_text
from govsvc.render.replays import replayed_text

__all__ = [
    "act_text",
    "acts_text",
    "assessment_text",
    "deadline_text",
    "deadlines_text",
    "faults_text",
    "ledger_text",
    "norm_text",
    "replayed_text",
    "year_text",
]


def __dir__() -> list[str]:
    return __all__
