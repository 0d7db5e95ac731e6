"""行政许可法 over all its days: what no single worked case can show, held to its clauses.

Each test takes the law, so that it is asked of every mutant of the act as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from govsvc.acts import Law
from govsvc.calendars import WorkCalendar, china
from govsvc.deadlines import due, renewal
from govsvc.norms import LICENCE, Topic
from govsvc.terms import Deadline

FIRST, LAST = dt.date(2004, 7, 1), dt.date(2026, 9, 1)
"""From the first day of the law to a day from which forty-five announced working days run."""


@cache
def calendar() -> WorkCalendar:
    return china(as_known=dt.date(2026, 11, 21))


def days() -> Iterator[dt.date]:
    """Yield every seventeenth day, so that every weekday and every season comes by."""
    day = FIRST
    while day <= LAST:
        yield day
        day += dt.timedelta(days=17)


def the(law: Law, topic: Topic, day: dt.date) -> Deadline:
    return due(topic, day, matter=LICENCE, law=law, calendar=calendar()).governing


def worked_days(after: dt.date, until: dt.date) -> int:
    """Count working days in plain steps."""
    return sum(calendar().is_workday(after + dt.timedelta(n)) for n in range(1, (until - after).days + 1))


@pytest.mark.parametrize(
    ("topic", "n"),
    [
        pytest.param("supplement-notice", 5, marks=pytest.mark.clause("xkf-32-1-4.length", "xkf-32-1-4.unit")),
        pytest.param("decision", 20, marks=pytest.mark.clause("xkf-42-1.length", "xkf-42-1.unit")),
        pytest.param("joint-decision", 45, marks=pytest.mark.clause("xkf-42-2.length", "xkf-42-2.unit")),
        pytest.param("preliminary-review", 20, marks=pytest.mark.clause("xkf-43.length", "xkf-43.unit")),
        pytest.param("certificate-delivery", 10, marks=pytest.mark.clause("xkf-44.length", "xkf-44.unit")),
    ],
)
def test_a_term_of_the_agency_ends_on_its_nth_working_day_whenever_it_begins(topic: str, n: int, law: Law) -> None:
    for day in days():
        last = the(law, Topic.parse(topic), day).due
        assert worked_days(day, last) == n
        assert calendar().is_workday(last)


@pytest.mark.clause("xkf-50-1.length", "xkf-50-1.unit", "xkf-50-1.direction")
def test_the_holder_has_until_thirty_days_before_expiry_whatever_day_that_is(law: Law) -> None:
    for day in days():
        assert renewal(day, law=law, calendar=calendar()).apply_by.due == day - dt.timedelta(days=30)


@pytest.mark.clause("xkf-50-1.reading.working-days")
def test_read_in_working_days_the_holder_has_to_be_earlier(law: Law) -> None:
    read = law.reading(xkf_50_1="working-days")
    for day in days():
        apply_by = renewal(day, law=read, calendar=calendar()).apply_by.due
        assert worked_days(apply_by, day - dt.timedelta(days=1)) == 29
        assert calendar().is_workday(apply_by)


@pytest.mark.clause("xkf-50-2.length")
def test_a_renewal_is_decided_by_the_day_of_expiry_worked_or_not(law: Law) -> None:
    for day in days():
        assert renewal(day, law=law, calendar=calendar()).decide_by.due == day
