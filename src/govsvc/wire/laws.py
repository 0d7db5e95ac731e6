"""Acts of law as plain data: an instrument and how it stands, its terms and its clauses without a length.

Not covered: reading them back; law is written in packs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from govsvc.acts.timeline import time_in_force
from govsvc.law import Act, Provision, Term
from govsvc.wire.writing import plain

__all__ = ["act_data", "norm_data", "whole_act_data"]


def __dir__() -> list[str]:
    return __all__


def act_data(act: Act, day: dt.date) -> dict[str, Any]:
    """Return an act without what it says.

    Args:
        act: The act.
        day: The day whose standing is told.

    >>> from govsvc.law import LAW
    >>> (act,) = (act for act in LAW.acts if act.key == "xkf")
    >>> shown = act_data(act, dt.date(2026, 3, 2))
    >>> shown["number"], shown["rank"], shown["in_force"]["first"], shown["standing"]
    ('主席令第七号', 'statute', '2004-07-01', 'in-force')
    """
    instrument = act.instrument
    counts = {"number_of_terms": len(act.terms), "number_of_provisions": len(act.provisions)}
    return {**plain(instrument), "standing": plain(instrument.standing(day)), **counts}


def whole_act_data(act: Act, norms: Iterable[Term | Provision], day: dt.date) -> dict[str, Any]:
    """Return an act with those of its norms that are asked for."""
    chosen = tuple(norms)
    return {
        **act_data(act, day),
        "terms": [norm_data(norm) for norm in chosen if isinstance(norm, Term)],
        "provisions": [norm_data(norm) for norm in chosen if isinstance(norm, Provision)],
    }


def norm_data(norm: Term | Provision) -> dict[str, Any]:
    """Return a term or a provision, in force when it truly is: its own time within that of its instrument."""
    key = norm.key if isinstance(norm, Term) else norm.cite.key
    return {"key": key, **plain(norm), "in_force": plain(time_in_force(norm))}
