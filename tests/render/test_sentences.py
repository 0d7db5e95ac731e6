"""Every stable word that an answer can hold has a sentence or a name in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import attrs
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
from govsvc.norms import (
    ApplicantKind,
    Effective,
    Evidence,
    MatterType,
    Modality,
    Rank,
    Result,
    Standing,
    Topic,
    Who,
)
from govsvc.norms import Event as Start
from govsvc.packs.beijing import ACTS as BEIJING
from govsvc.render import assessment_text, norm_text
from govsvc.render.words import value_text
from govsvc.terms import Procedure, Roll, Status
from govsvc.wire.case_reading import KINDS
from tests.cases.logs import seen
from tests.cases.test_every_rule import EXAMPLES, law_of
from tests.wire.strategies import cases

SOURCE = Path(__file__).resolve().parents[2] / "src" / "govsvc"

NAMED: dict[str, type[Enum]] = {
    "applicant": ApplicantKind,
    "certainty": Certainty,
    "day-kind": DayKind,
    "effective": Effective,
    "ending": Ending,
    "evidence": Evidence,
    "matter": MatterType,
    "modality": Modality,
    "procedure": Procedure,
    "rank": Rank,
    "result": Result,
    "roll": Roll,
    "severity": Severity,
    "standing": Standing,
    "start": Start,
    "state": Stage,
    "status": Status,
    "topic": Topic,
    "who": Who,
}
WORDS = [f"{kind}.{member.value}" for kind, members in NAMED.items() for member in members]
EVENTS = [f"event.{name.replace('_', '-')}" for name in KINDS]
HELD = (*LAW.acts, *BEIJING)
ACTS = sorted({term.act for act in HELD for term in act.terms} | {"act.supplement"})
SAYS = sorted({provision.says for act in HELD for provision in act.provisions})
POSTS = sorted({f"who.{term.extension.approver}" for act in HELD for term in act.terms if term.extension})
READINGS = sorted({f"reading.{reading.name}" for act in HELD for term in act.terms for reading in term.readings})


class _Anything(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "…"


def is_told(message_id: str, locale: str) -> bool:
    from govsvc.i18n.messages import _template

    return bool(_template(message_id, locale).format_map(_Anything()))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("message_id", [*WORDS, *EVENTS, *ACTS, *SAYS, *POSTS, *READINGS, *SEVERITIES])
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


LAW_CODES = {"no-pack-installed", "not-an-act", "pack-fails", "two-acts-of-one-key"}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fault_of_an_installed_pack_has_a_sentence(locale: str) -> None:
    assert set(codes("acts")) >= LAW_CODES
    assert [code for code in sorted(LAW_CODES) if not _has_sentence(code, locale)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_a_pack_of_somebody_elses_are_shown_as_they_are(locale: str) -> None:
    (term,) = (term for act in LAW.acts for term in act.terms if term.key == "xkf-44")
    text = norm_text(attrs.evolve(term, act="office.of-their-own\n"), locale)
    assert "office.of-their-own\\n" in text.splitlines()[1]


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
