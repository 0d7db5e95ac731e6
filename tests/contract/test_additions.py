"""What the package may do beyond its promise: give more, never ask for more."""

from __future__ import annotations

import pytest

from tools import contract


def line(name: str, parameter: str) -> str:
    return f'{name} is inconsistent, stub does not have parameter "{parameter}"'


@pytest.mark.parametrize(
    ("said", "addition"),
    [
        (line("govsvc.calendars.Day.__init__", "date"), True),
        (line("govsvc.calendars.parse_notice", "text"), False),
        (line("govsvc.calendars.china", "as_known"), True),
        (line("govsvc.spans.day_of", "path"), False),
        ('govsvc.calendars.china is inconsistent, stub parameter "a" differs from runtime parameter "b"', False),
        ("govsvc.calendars.china is not present at runtime", False),
        ("govsvc.calendars.WorkCalendar.announced_from is read-only at runtime but not in the stub", True),
    ],
)
def test_only_what_callers_may_leave_out_is_an_addition(said: str, addition: bool) -> None:
    assert contract.is_addition(said) is addition


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("govsvc.Span.__init__", True),
        ("govsvc.Stamp.__init__", False),
        ("govsvc.terms.WorkingDays.__init__", True),
        ("govsvc.calendars.Day.__init__", False),
    ],
)
def test_a_constructor_is_promised_where_a_stub_draws_it(name: str, drawn: bool) -> None:
    assert contract.is_drawn(name) is drawn
