"""A first draft of the sheets of an act: for each term what the text says that no date can show.

Who is bound, from what, how strictly, by which clauses, on what evidence. A draft says what the act holds and is to be
read against the article. Not covered: lengths, procedures left out and readings, which cases with dates show.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from govsvc.acts import Act, Law
from govsvc.acts.timeline import time_in_force
from govsvc.norms import Instrument
from govsvc.terms import Hours, Term
from tests.spec.asking import answer
from tests.spec.facets import Norm, facets_of, names_of
from tests.spec.worked import Worked

__all__ = ["sheet", "shown_facets"]

SHOWN: Final = {
    "topic": ("topic", "act"),
    "who": ("who",),
    "start": ("start_event",),
    "direction": ("backwards",),
    "unit": ("unit_by",),
    "roll": ("roll",),
    "counting": ("counted_by",),
    "modality": ("modality",),
    "silence": ("silence",),
    "effective": ("effective",),
    "silence-scope": ("silence_only", "silence_applicant"),
    "extension": ("extended_by",),
    "approver": ("approver",),
    "exclusion": ("excludes", "excluded_by"),
    "in-force": ("time",),
    "evidence": ("evidence",),
    "scope": ("only", "applicant"),
    "relation": ("special_to", "implements"),
}
"""What of a term a sheet shows, by facet."""

WHOLE: Final = (
    "title",
    "rank",
    "evidence",
    "number",
    "promulgated",
    "first",
    "last",
    "issuer",
    "reaches",
    "articles",
    "afterwards",
    "predecessor",
    "successor",
    "implements",
)


def sheet(act: Act, held: frozenset[str]) -> str:
    """Return the sheets of the norms of an act that are not held, as TOML for its worked cases."""
    law = Law([act])
    return "\n".join(
        line for name, norm in names_of(act).items() if name not in held for line in _sheet(name, norm, law)
    )


def _sheet(name: str, norm: Norm, law: Law) -> Iterator[str]:
    given, expect = _asked(name, norm)
    ask = {"Instrument": "instrument", "Term": "term", "Provision": "provisions"}[type(norm).__name__]
    facets = shown_facets(norm)
    if isinstance(norm, Term) and isinstance(norm.within, Hours):
        return
    title = norm.title if isinstance(norm, Instrument) else str(norm.cite)
    clauses = [f"{name}.{facet}" for facet in facets]
    case = Worked(law.acts[0].key, "", title, {}, "", tuple(clauses), ask, given, dict.fromkeys(expect))
    yield f"[[case]]\ntitle = {_toml(f'条文要素：{name}')}"
    yield 'why = { zh = "条文写明而日期显示不出的内容", en = "What the text says that no date can show" }'
    yield f"source = {_toml(title)}\nclauses = {_toml(clauses)}\nask = {_toml(ask)}"
    yield f"given = {_toml(given)}\n[case.expect]"
    yield from (f"{key} = {_toml(value)}" for key, value in answer(case, law).items())
    yield ""


def shown_facets(norm: Norm) -> list[str]:
    """Return the facets of a norm that its sheet shows."""
    return [facet for facet in facets_of(norm) if not isinstance(norm, Term) or facet in SHOWN]


def _asked(name: str, norm: Norm) -> tuple[dict[str, Any], tuple[str, ...]]:
    if isinstance(norm, Instrument):
        return {"key": norm.key}, WHOLE
    span = time_in_force(norm)
    assert span is not None
    day = min(max(dt.date(2026, 3, 2), span.first), span.last)
    if not isinstance(norm, Term):
        return {"topic": norm.topic.value, "on": day, "key": norm.cite.key}, ("says", "basis", "grades", "times")
    shown = tuple(key for facet in facets_of(norm) for key in SHOWN.get(facet, ()))
    return {"key": norm.key, "start": day}, shown


def _toml(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(it)}" for key, it in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
