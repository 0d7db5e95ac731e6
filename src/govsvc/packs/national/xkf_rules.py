"""行政许可法, its clauses without a length: what is done at once, in what order, and how its terms are counted.

What must be done at once (即时, 当场) has no days to count, so it is a clause and no term.
Not covered: conditions, supervision, liability.
"""

from __future__ import annotations

from typing import Final

from govsvc.acts import Provision
from govsvc.norms import Topic
from govsvc.packs.national.xkf_text import UNIT, XKF

__all__ = ["RULES"]


def __dir__() -> list[str]:
    return __all__


RULES: Final = (
    Provision(XKF(32, 1, 1), Topic.INTAKE, "intake.no-licence-needed-told-at-once"),
    Provision(XKF(32, 1, 2), Topic.INTAKE, "intake.not-competent-refused-at-once"),
    Provision(XKF(32, 1, 3), Topic.INTAKE, "intake.correctable-corrected-on-the-spot"),
    Provision(XKF(32, 1, 5), Topic.INTAKE, "intake.complete-accepted"),
    Provision(XKF(34, 2), Topic.ON_THE_SPOT, "on-the-spot.decision"),
    Provision(XKF(45), Topic.EXCLUDED_TIME, "excluded-time.told-in-writing"),
    Provision(XKF(56), Topic.ON_THE_SPOT, "on-the-spot.registration"),
    Provision(XKF(57), Topic.ORDER_OF_APPLICATIONS, "order.by-time-of-acceptance"),
    Provision(UNIT, Topic.COUNTING, "counting.agency-terms-in-working-days"),
    Provision(XKF(83), Topic.COMMENCEMENT, "commencement.on-the-day-named"),
)
