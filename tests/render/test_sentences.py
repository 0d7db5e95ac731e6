"""Every stable word that an answer can hold has a sentence or a name in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govsvc.calendars import Certainty, DayKind, china
from govsvc.cases import Case, Ending, Stage, assess
from govsvc.cases.severities import SEVERITIES
from govsvc.errors import GovsvcError
from govsvc.findings import Severity
from govsvc.i18n import LOCALES, translate
from govsvc.i18n.messages import UnknownMessage
from govsvc.law import LAW
from govsvc.norms import Effective, MatterType, Modality, Result, Topic, Who
from govsvc.render import assessment_text
from govsvc.render.words import value_text
from govsvc.terms import Procedure, Status
from govsvc.wire.case_reading import KINDS
from tests.cases.logs import seen
from tests.cases.test_every_rule import EXAMPLES, law_of
from tests.wire.strategies import cases

SOURCE = Path(__file__).resolve().parents[2] / "src" / "govsvc"

NAMED: dict[str, type[Enum]] = {
    "certainty": Certainty,
    "day-kind": DayKind,
    "effective": Effective,
    "ending": Ending,
    "matter": MatterType,
    "modality": Modality,
    "procedure": Procedure,
    "result": Result,
    "severity": Severity,
    "state": Stage,
    "status": Status,
    "topic": Topic,
    "who": Who,
}
WORDS = [f"{kind}.{member.value}" for kind, members in NAMED.items() for member in members]
EVENTS = [f"event.{name.replace('_', '-')}" for name in KINDS]
ACTS = sorted({term.act for act in LAW.acts for term in act.terms} | {"act.supplement"})
READINGS = sorted({f"reading.{reading.name}" for act in LAW.acts for term in act.terms for reading in term.readings})


class _Anything(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "…"


def is_told(message_id: str, locale: str) -> bool:
    from govsvc.i18n.messages import _template

    return bool(_template(message_id, locale).format_map(_Anything()))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("message_id", [*WORDS, *EVENTS, *ACTS, *READINGS, *SEVERITIES])
def test_it_has_words(message_id: str, locale: str) -> None:
    assert is_told(message_id, locale)


def codes(*rooms: str) -> Iterator[str]:
    """Yield the codes of every fault that the modules of some rooms make."""
    for file in (file for room in rooms for file in sorted((SOURCE / room).rglob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Fault", "invalid") and len(node.args) > 1:
                parts = ast.walk(node.args[1])
                yield from (
                    part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


PROGRAMMERS_OWN = {"another-day", "not-an-event", "not-readable", "not-writable", "wrong-type"}
"""Codes of calls that no data can cause."""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fault_of_a_record_or_a_command_has_a_sentence(locale: str) -> None:
    found = set(codes("wire", "cli", "cases")) - PROGRAMMERS_OWN
    assert len(found) > 20
    assert [code for code in sorted(found) if not _has_sentence(code, locale)] == []


def _has_sentence(code: str, locale: str) -> bool:
    try:
        return is_told(f"fault.{code}", locale)
    except UnknownMessage:
        return False


@given(cases(), st.sampled_from(LOCALES))
def test_whatever_happened_can_be_told(case: Case, locale: str) -> None:
    as_of = max((event.on for event in case.events), default=case.expires or china().announced_through)
    try:
        found = assess(case, as_of=as_of)
    except GovsvcError:
        return
    text = assessment_text(found, locale)
    assert translate(f"state.{found.state.value}", locale) in text.splitlines()[0]
    assert len(text.splitlines()) > len(found.findings) + len(found.clocks)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("rule", EXAMPLES)
def test_every_rule_is_told_with_its_figures(rule: str, locale: str) -> None:
    case, as_of = EXAMPLES[rule]
    found = seen(case, as_of, law=law_of(rule))
    (finding, *_) = found.findings.of(rule)
    text = assessment_text(found, locale)
    told = translate(rule, locale, **{name: value_text(name, value, locale) for name, value in finding.details})
    assert told in text
    assert "None" not in told
