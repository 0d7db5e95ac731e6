"""Bodies that make law, and the names they bore (机关名称沿革): the key is the role, the name is of a day.

A name is given for the days between its first and its last mention in a source that was read; for any other day the
role's general name stands in. Not covered: powers, seats, who is at the head.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import attrs

from govsvc.errors import Fault, InvalidInput
from govsvc.places import Place
from govsvc.spans import Span, day_of

__all__ = ["CONGRESS", "STANDING_COMMITTEE", "STATE_COUNCIL", "Body", "BodyName"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class BodyName:
    """A name of a body.

    Attributes:
        name: The name.
        attested: From its first to its last mention; None for the general name of the role.
        sources: Where it is mentioned, by document number or title.
    """

    name: str
    attested: Span | None = None
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name


@attrs.frozen(cache_hash=True)
class Body:
    """A role that issues texts.

    Attributes:
        key: Its short name: lower-case words joined by hyphens.
        general: What it is called where no name is attested.
        place: Where it governs.
        names: The names attested, the oldest first.

    Raises:
        InvalidInput: with every fault: a bad key, no general name, names without days or that overlap.
    """

    key: str
    general: str
    place: Place = Place.NATIONAL
    names: tuple[BodyName, ...] = attrs.field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_faults(self)):
            raise InvalidInput(faults)

    def name_on(self, day: dt.date) -> BodyName:
        """Return the name attested for a day, or the general one.

        >>> office = Body("service-office", "政务服务部门", names=(
        ...     BodyName("某市政务服务管理局", Span(dt.date(2020, 4, 24), dt.date(2021, 2, 12))),
        ... ))
        >>> str(office.name_on(dt.date(2021, 1, 1))), str(office.name_on(dt.date(2023, 1, 1)))
        ('某市政务服务管理局', '政务服务部门')
        """
        asked = day_of(day, "day")
        for name in self.names:
            if name.attested is not None and asked in name.attested:
                return name
        return BodyName(self.general)


def _faults(body: Body) -> Iterator[Fault]:
    yield from _word_faults(body.key, body.general, body.place)
    spans = [getattr(name, "attested", None) for name in body.names]
    for number, span in enumerate(spans):
        if span is None:
            yield Fault(
                f"names[{number}]", "no-days", body.names[number], "a BodyName with the days it is attested for"
            )
    for number, (one, other) in enumerate(pairwise(spans), 1):
        if one is not None and other is not None and other.first <= one.last:
            yield Fault(f"names[{number}]", "names-overlap", str(other), f"days after {one.last}")


def _word_faults(key: object, general: object, place: object) -> Iterator[Fault]:
    if not isinstance(key, str) or not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key):
        yield Fault("key", "not-a-key", key, "lower-case words joined by hyphens")
    if not isinstance(general, str) or not general.strip():
        yield Fault("general", "missing", general, "what the role is called")
    if not isinstance(place, Place):
        yield Fault("place", "not-a-place", place, "a Place")


CONGRESS: Final = Body("national-peoples-congress", "全国人民代表大会")
STANDING_COMMITTEE: Final = Body("npc-standing-committee", "全国人民代表大会常务委员会")
STATE_COUNCIL: Final = Body("state-council", "国务院")
