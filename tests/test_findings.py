"""Findings are a sequence of values, and the stamp is one."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Sequence
from importlib.metadata import version

import pytest

from govsvc.findings import Finding, Findings, Severity
from govsvc.packs.national.xkf import XKF
from govsvc.stamps import VERSION, Stamp

LATE = Finding("decision.late", Severity.ERROR, "$.events[2]", (XKF(42, 1),), (("due", dt.date(2026, 3, 30)),))
PROMISE = Finding("promise.late", Severity.WARN, "$.events[2]")
OPEN = Finding("clock.uncertain", Severity.REVIEW, "$")
ALL = Findings([OPEN, PROMISE, LATE])


def test_findings_are_a_sequence_in_the_order_in_which_they_were_made() -> None:
    assert isinstance(ALL, Sequence)
    assert list(ALL) == [OPEN, PROMISE, LATE]
    assert (len(ALL), ALL[0], ALL[-1], ALL.index(LATE), LATE in ALL) == (3, OPEN, LATE, 2, True)
    assert list(reversed(ALL)) == [LATE, PROMISE, OPEN]
    with pytest.raises(IndexError):
        _ = ALL[3]


def test_a_slice_of_findings_is_findings() -> None:
    assert ALL[1:] == Findings([PROMISE, LATE])
    assert isinstance(ALL[1:], Findings)
    assert ALL[:0] == Findings()
    assert ALL[::-1].worst is Severity.ERROR


def test_findings_can_be_asked_by_rule_and_by_subject() -> None:
    assert ALL.of("decision.late") == Findings([LATE])
    assert ALL.of("decision") == Findings()
    assert ALL.by_subject() == {"$": Findings([OPEN]), "$.events[2]": Findings([PROMISE, LATE])}
    assert list(ALL.by_subject()) == ["$", "$.events[2]"]


@pytest.mark.parametrize(
    ("findings", "worst"),
    [((), None), ((OPEN,), Severity.REVIEW), ((OPEN, PROMISE), Severity.WARN), ((OPEN, LATE, PROMISE), Severity.ERROR)],
)
def test_the_worst_is_the_gravest(findings: tuple[Finding, ...], worst: Severity | None) -> None:
    assert Findings(findings).worst is worst


def test_findings_are_a_value() -> None:
    assert Findings(iter(ALL)) == ALL
    assert hash(Findings(iter(ALL))) == hash(ALL)
    assert ALL != [OPEN, PROMISE, LATE]
    assert Findings([LATE, PROMISE, OPEN]) != ALL
    assert pickle.loads(pickle.dumps(ALL)) == ALL
    assert repr(Findings()) == "Findings([])"


def test_a_finding_says_nothing_it_was_not_given() -> None:
    assert (OPEN.basis, OPEN.details) == ((), ())


def test_the_release_in_a_stamp_is_the_packages_own() -> None:
    assert version("govsvc") == VERSION


def test_the_stamp_is_a_value() -> None:
    stamp = Stamp(VERSION, "law", "calendar", (), dt.date(2026, 3, 2), dt.date(2026, 3, 2))
    assert pickle.loads(pickle.dumps(stamp)) == stamp
    assert hash(stamp) == hash(Stamp(VERSION, "law", "calendar", (), dt.date(2026, 3, 2), dt.date(2026, 3, 2)))
