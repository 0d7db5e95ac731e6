"""One text for equal values, another for different ones, and none for what no norm holds."""

from __future__ import annotations

import datetime as dt

import pytest

from govsvc.acts.fingerprints import canonical, fingerprint
from govsvc.norms import Event, Result, Silence

DIFFERENT: tuple[object, ...] = (
    None,
    "None",
    True,
    1,
    "1",
    "a,b",
    ("a,b",),
    ("a", "b"),
    (("a",), "b"),
    ("a", ("b",)),
    ("b", "a"),
    ("a", None),
    (),
    ((),),
    "",
    ("",),
    frozenset(),
    frozenset({"a", "b"}),
    frozenset({"a"}),
    dt.date(2026, 3, 4),
    "2026-03-04",
    Event.RECEIVED,
    "Event.RECEIVED",
    Silence(Result.TOO_LATE),
)


def test_different_values_have_different_texts_and_fingerprints() -> None:
    assert len({canonical(value) for value in DIFFERENT}) == len(DIFFERENT)
    assert len({fingerprint(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_a_set_has_one_text_whatever_its_order() -> None:
    assert canonical(frozenset("abcdefgh")) == canonical(frozenset(reversed("abcdefgh")))


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert fingerprint(Silence(Result.TOO_LATE)) == "07b1c22cca4c680c"


@pytest.mark.parametrize("value", [1.5, [1], {"a": 1}, b"a", object()])
def test_what_no_norm_holds_has_no_text(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        canonical(value)
