"""When a thing counts as received or delivered, in Beijing time.

Source: 民法典 art. 137, 电子签名法 art. 11 and 政府信息公开条例 art. 31, each by analogy. Not covered: service by
public notice, refusal to take delivery.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import attrs

from govsvc.calendars import for_place
from govsvc.deadlines.asking import installed
from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.norms import Citation, Topic
from govsvc.places import Place
from govsvc.spans import BEIJING_TIME, day_of

if TYPE_CHECKING:
    from govsvc.acts import Law
    from govsvc.calendars import WorkCalendar

__all__ = ["Channel", "Mode", "Received", "delivered", "received"]


def __dir__() -> list[str]:
    return __all__


Channel = Literal["window", "online", "signed_mail", "ordinary_mail"]

_RECEIPT: dict[tuple[str, bool], str] = {
    ("window", False): "receipt.handed-in",
    ("online", False): "receipt.enters-system",
    ("online", True): "receipt.online-confirmed",
    ("signed_mail", False): "receipt.signed-mail",
    ("ordinary_mail", True): "receipt.ordinary-mail-confirmed",
}
"""What decides the day of receipt, by channel and by whether a confirmed day is on record."""


@attrs.frozen
class Received:
    """When a thing counts as received.

    Attributes:
        on: The day of receipt, itself not counted by a term that starts with it.
        basis: The clauses that say so, by analogy; none where no text held was in force.
        policy: The rule of the platform that moved an out-of-hours receipt, or None.
    """

    on: dt.date
    basis: tuple[Citation, ...]
    policy: str | None = None


def received(
    at: dt.datetime,
    *,
    channel: Channel,
    confirmed: dt.date | None = None,
    closes: dt.time | None = None,
    policy: str | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
) -> Received:
    """Return the day on which a thing counts as received, in Beijing time.

    No national rule moves a receipt out of hours; a platform's own rule does, when its closing time and its source are
    given: what comes after closing or on a rest day then counts as received on the next working day.

    Args:
        at: When it was handed in, entered the system, or was signed for; with a time zone.
        channel: How it came.
        confirmed: The day both sides confirmed; needed for ordinary mail, possible online.
        closes: The closing time of the platform's rule; what comes at that time is still in time.
        policy: The source of that rule.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.

    Raises:
        InvalidInput: with every fault: a naive datetime, an unknown channel, a missing or useless confirmation, a
            closing time without its source.

    >>> night = dt.datetime(2026, 3, 7, 22, 30, tzinfo=BEIJING_TIME)
    >>> str(received(night, channel="online").on)
    '2026-03-07'
    >>> str(received(night, channel="online", closes=dt.time(17, 30), policy="platform rule 3").on)
    '2026-03-09'
    """
    if faults := tuple(_receipt_faults(at, channel, confirmed, closes, policy)):
        raise InvalidInput(faults)
    arrived = at.astimezone(BEIJING_TIME)
    day = arrived.date() if confirmed is None else day_of(confirmed, "confirmed")
    if day < arrived.date():
        raise invalid("confirmed", "before-arrival", confirmed, f"a day not before {arrived.date()}")
    basis = _receipt_basis(law or installed(), _RECEIPT[channel, confirmed is not None], day, place)
    if closes is None:
        return Received(day, basis)
    first = day + dt.timedelta(days=1) if arrived.time() > closes else day
    return Received((calendar or for_place(place)).on_or_after(first), basis, policy)


Mode = Literal["window", "electronic", "self_service", "post"]

_MODES: tuple[str, ...] = ("window", "electronic", "self_service", "post")


def delivered(
    at: dt.datetime,
    *,
    mode: Mode,
    signed: dt.date | None = None,
    policy: str | None = None,
    place: Place = Place.NATIONAL,
    law: Law | None = None,
) -> Received:
    """Return the day on which a result counts as delivered, in Beijing time.

    No national text says when a licence is delivered: picked up at a window or a machine, on that day; an electronic
    one when it enters the applicant's system, by analogy; by post on the day it was signed for, not when it was sent.

    Args:
        at: When it was handed over, entered the system, or was sent by post; with a time zone.
        mode: How it went.
        signed: The day it was signed for; needed for the post, and for the post alone.
        policy: The rule of the body that the way of delivery rests on, to be kept with the answer.
        place: Where the organ sits; a city may have a text on the ways of delivery.
        law: Another law than the installed one.

    Raises:
        InvalidInput: with every fault: a naive datetime, an unknown mode, a signature missing, not used, or before the
            result was sent.

    >>> sent = dt.datetime(2026, 3, 11, 9, tzinfo=BEIJING_TIME)
    >>> str(delivered(sent, mode="post", signed=dt.date(2026, 3, 13)).on), str(delivered(sent, mode="window").on)
    ('2026-03-13', '2026-03-11')
    """
    if faults := tuple(_delivery_faults(at, mode, signed, policy)):
        raise InvalidInput(faults)
    sent = at.astimezone(BEIJING_TIME).date()
    day = sent if signed is None else day_of(signed, "signed")
    if day < sent:
        raise invalid("signed", "before-dispatch", signed, f"a day not before {sent}")
    held = law or installed()
    ways = tuple(clause.cite for clause in held.provisions(Topic.DELIVERY, on=day, place=place))
    entered = _receipt_basis(held, "receipt.enters-system", day, place) if mode == "electronic" else ()
    return Received(day, (*ways, *entered), policy)


def _delivery_faults(at: object, mode: str, signed: object, policy: str | None) -> Iterator[Fault]:
    if not isinstance(at, dt.datetime) or at.tzinfo is None:
        yield Fault("at", "naive-datetime", str(at), "a datetime with a time zone")
    if mode not in _MODES:
        yield Fault("mode", "unknown-mode", mode, ", ".join(_MODES))
    elif (signed is None) is (mode == "post"):
        wanted = "the day it was signed for" if signed is None else "no signed day for this mode"
        yield Fault("signed", "missing" if signed is None else "not-used", signed, wanted)
    if policy is not None and not policy.strip():
        yield Fault("policy", "missing", policy, "the name of the rule, or None")


def _receipt_basis(law: Law, says: str, on: dt.date, place: Place) -> tuple[Citation, ...]:
    clauses = law.provisions(Topic.RECEIPT, on=on, place=place)
    return tuple(clause.cite.analogous() for clause in clauses if clause.says == says)


def _receipt_faults(
    at: object, channel: str, confirmed: object, closes: dt.time | None, policy: str | None
) -> Iterator[Fault]:
    if not isinstance(at, dt.datetime) or at.tzinfo is None:
        yield Fault("at", "naive-datetime", str(at), "a datetime with a time zone")
    if channel not in {known for known, _ in _RECEIPT}:
        yield Fault("channel", "unknown-channel", channel, ", ".join(sorted({known for known, _ in _RECEIPT})))
    elif (channel, confirmed is not None) not in _RECEIPT:
        wanted = "the day both sides confirmed" if confirmed is None else "no confirmed day for this channel"
        yield Fault("confirmed", "missing" if confirmed is None else "not-used", confirmed, wanted)
    if (closes is None) is not (policy is None or not policy.strip()):
        yield Fault(
            "policy", "closing-time-needs-source", policy, "a closing time and the rule that sets it, or neither"
        )
    if closes is not None and confirmed is not None:
        yield Fault("closes", "not-used", str(closes), "no closing time where the day is confirmed")
    if closes is not None and closes.tzinfo is not None:
        yield Fault("closes", "time-with-zone", str(closes), "a time of day in Beijing, without a time zone")
