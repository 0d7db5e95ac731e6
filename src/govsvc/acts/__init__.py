"""Acts of law, and law as a value: what must happen, by when, and what no answer means.

`LAW` is the law installed; `Law` any other. Not covered: which act governs where several speak.
"""

from __future__ import annotations

from govsvc.acts.act import Act
from govsvc.acts.installed import LAW
from govsvc.acts.law_value import Law
from govsvc.acts.provision import Provision

__all__ = ["LAW", "Act", "Law", "Provision"]


def __dir__() -> list[str]:
    return __all__
