"""When a thing counts as received: by channel, in Beijing time, and after closing only by a platform's own rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from govsvc.deadlines import Received, intake, received
from govsvc.errors import InvalidInput, NotYetAnnounced
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME
from tests.cases.logs import calendar, day

RULE = "platform rule 3"
CLOSING = dt.time(17, 30)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=BEIJING_TIME)


def basis(got: Received) -> list[str]:
    return [str(cite) for cite in got.basis]


def test_what_is_handed_in_is_received_that_day() -> None:
    got = received(at("2026-03-02T09:00"), channel="window")
    assert (got.on, got.policy) == (day("2026-03-02"), None)
    assert basis(got) == ["政府信息公开条例第三十一条第（一）项（类推适用）"]


def test_what_is_sent_online_is_received_when_it_enters_the_system() -> None:
    got = received(at("2026-03-02T23:59"), channel="online")
    assert got.on == day("2026-03-02")
    assert basis(got) == ["电子签名法第十一条第二款（类推适用）", "民法典第一百三十七条第二款（类推适用）"]


def test_what_both_sides_confirmed_is_received_on_that_day() -> None:
    got = received(at("2011-06-01T22:00"), channel="online", confirmed=day("2011-06-01"))
    assert got == Received(day("2011-06-01"), ())  # the text held begins in 2019
    later = received(at("2026-03-02T09:00"), channel="online", confirmed=day("2026-03-04"))
    assert (later.on, basis(later)) == (day("2026-03-04"), ["政府信息公开条例第三十一条第（三）项（类推适用）"])


def test_mail_is_received_when_signed_for_or_confirmed() -> None:
    signed = received(at("2026-03-02T09:00"), channel="signed_mail")
    assert (signed.on, basis(signed)) == (day("2026-03-02"), ["政府信息公开条例第三十一条第（二）项（类推适用）"])
    ordinary = received(at("2026-03-02T09:00"), channel="ordinary_mail", confirmed=day("2026-03-03"))
    assert ordinary.on == day("2026-03-03")


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        (dt.datetime(2026, 3, 2, 15, 59, tzinfo=dt.UTC), "2026-03-02"),
        (dt.datetime(2026, 3, 2, 16, 0, tzinfo=dt.UTC), "2026-03-03"),
        (dt.datetime(2026, 3, 2, 20, tzinfo=dt.timezone(dt.timedelta(hours=-5))), "2026-03-03"),
    ],
)
def test_the_day_is_that_of_beijing(moment: dt.datetime, on: str) -> None:
    assert received(moment, channel="online").on == day(on)


SATURDAY_NIGHT = at("2026-03-07T22:30")


def test_a_saturday_night_is_saturday_unless_the_platform_says_otherwise() -> None:
    plain = received(SATURDAY_NIGHT, channel="online")
    moved = received(SATURDAY_NIGHT, channel="online", closes=CLOSING, policy=RULE)
    assert (plain.on, plain.policy) == (day("2026-03-07"), None)
    assert (moved.on, moved.policy) == (day("2026-03-09"), RULE)
    assert moved.basis == plain.basis
    ends = [str(intake(got.on).limit.due) for got in (plain, moved)]
    assert ends == ["2026-03-13", "2026-03-16"]  # Monday is the first day, or Tuesday is


@pytest.mark.parametrize(
    ("moment", "on"),
    [
        ("2026-03-02T17:30:00", "2026-03-02"),  # at closing time is in time
        ("2026-03-02T17:30:01", "2026-03-03"),
        ("2026-03-06T17:31:00", "2026-03-09"),
        ("2026-03-07T09:00:00", "2026-03-09"),
        ("2026-02-14T09:00:00", "2026-02-14"),  # a worked Saturday
        ("2026-02-14T18:00:00", "2026-02-24"),  # the eve of the festival
    ],
)
def test_after_closing_and_on_days_off_the_next_working_day_counts(moment: str, on: str) -> None:
    assert received(at(moment), channel="online", closes=CLOSING, policy=RULE).on == day(on)


def test_the_next_working_day_is_that_of_the_place_and_of_what_is_known() -> None:
    night = at("2025-03-30T22:00")  # 03-31 and 04-01 are off in 广西
    rule: dict[str, Any] = {"channel": "online", "closes": CLOSING, "policy": RULE}
    assert received(night, **rule).on == day("2025-03-31")
    assert received(night, **rule, place=Place.parse("广西")).on == day("2025-04-02")
    with pytest.raises(NotYetAnnounced) as caught:
        received(at("2026-12-31T22:00"), **rule, calendar=calendar())
    assert caught.value.likely is not None


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"at": dt.datetime(2026, 3, 2, 9), "channel": "window"}, ["at: naive-datetime"]),
        ({"at": day("2026-03-02"), "channel": "window"}, ["at: naive-datetime"]),
        ({"channel": "fax"}, ["channel: unknown-channel"]),
        ({"channel": "ordinary_mail"}, ["confirmed: missing"]),
        ({"channel": "window", "confirmed": day("2026-03-02")}, ["confirmed: not-used"]),
        ({"channel": "signed_mail", "confirmed": day("2026-03-02")}, ["confirmed: not-used"]),
        ({"channel": "online", "confirmed": day("2026-03-01")}, ["confirmed: before-arrival"]),
        ({"channel": "online", "confirmed": "2026-03-02"}, ["confirmed: not-a-date"]),
        ({"channel": "online", "closes": CLOSING}, ["policy: closing-time-needs-source"]),
        ({"channel": "online", "closes": CLOSING, "policy": "  "}, ["policy: closing-time-needs-source"]),
        ({"channel": "online", "policy": RULE}, ["policy: closing-time-needs-source"]),
        (
            {"channel": "online", "confirmed": day("2026-03-02"), "closes": CLOSING, "policy": RULE},
            ["closes: not-used"],
        ),
        (
            {"channel": "online", "closes": dt.time(17, 30, tzinfo=dt.UTC), "policy": RULE},
            ["closes: time-with-zone"],
        ),
        (
            {"at": None, "channel": "fax", "closes": CLOSING},
            ["at: naive-datetime", "channel: unknown-channel", "policy: closing-time-needs-source"],
        ),
    ],
)
def test_every_fault_is_told(fields: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(InvalidInput) as caught:
        received(**{"at": at("2026-03-02T09:00"), **fields})
    assert [f"{fault.path}: {fault.code}" for fault in caught.value.faults] == faults
