"""Acts of law, and law as a value: what must happen, by when, and what no answer means.

`LAW` is the law installed; `Law` any other. Not covered: transitional rules between two versions of a text.
"""

from __future__ import annotations

from govsvc.acts.act import Act
from govsvc.acts.conflicts import Referral
from govsvc.acts.day_units import day_unit
from govsvc.acts.governing import Also, Governing, Reason
from govsvc.acts.installed import LAW
from govsvc.acts.law_value import Law
from govsvc.acts.provision import Provision

__all__ = ["LAW", "Act", "Also", "Governing", "Law", "Provision", "Reason", "Referral", "day_unit"]


def __dir__() -> list[str]:
    return __all__
