"""The author of a caller's own tests, with the strategies the library gives."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from govsvc import testing
from govsvc.calendars import WorkCalendar
from govsvc.cases import Case, assess
from govsvc.terms import Status

TODAY = dt.date(2026, 12, 28)


@given(testing.cases(), testing.calendars())
def check_never_overdue_before_start(case: Case, cal: WorkCalendar) -> None:
    clocks = assess(case, as_of=TODAY, calendar=cal).clocks
    assert all(c.status(c.start) is not Status.OVERDUE for c in clocks if c.start <= c.earliest)
