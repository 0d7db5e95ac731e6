"""The doors with one clock: the certificate and the hearing (行政许可法 arts 44, 47 and 48).

Not covered: on which grounds there must be a hearing.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from govsvc.calendars import for_place
from govsvc.deadlines.asking import day_given, governing
from govsvc.norms import Matter, Topic
from govsvc.places import Place
from govsvc.terms.deadline import Deadline, clock

if TYPE_CHECKING:
    from govsvc.acts import Law
    from govsvc.calendars import WorkCalendar

__all__ = ["certificate_delivery", "hearing", "hearing_notice", "hearing_request"]


def __dir__() -> list[str]:
    return __all__


def certificate_delivery(
    decided: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadline:
    """Return by when the certificate must be issued and delivered (行政许可法 art. 44).

    Args:
        decided: The day of the decision to grant, not counted.
        matter: What the application is about.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `decided` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> str(certificate_delivery(dt.date(2026, 9, 30)).due)
    '2026-10-20'
    """
    day = day_given(decided, "decided")
    term = governing(law, Topic.CERTIFICATE_DELIVERY, law_on or day, place, matter)[0]
    return clock(term, day, calendar or for_place(place))


def hearing_request(
    informed: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadline:
    """Return by when a hearing must be asked for (行政许可法 art. 47(1)); working days, by analogy with art. 82.

    Args:
        informed: The day the applicant or interested party was told of the right, not counted.
        matter: What the application is about.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law, or another reading: `LAW.reading(xkf_47_1_request="calendar-days")`.
        law_on: The day whose text of the law counts; `informed` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> str(hearing_request(dt.date(2026, 3, 2)).due)
    '2026-03-09'
    """
    day = day_given(informed, "informed")
    term = governing(law, Topic.HEARING_REQUEST, law_on or day, place, matter)[0]
    return clock(term, day, calendar or for_place(place))


def hearing(
    requested: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadline:
    """Return by when a hearing that was asked for in time must be held (行政许可法 art. 47(1)).

    Args:
        requested: The day of the request, not counted.
        matter: What the application is about.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `requested` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> str(hearing(dt.date(2026, 3, 2)).due)
    '2026-03-30'
    """
    day = day_given(requested, "requested")
    term = governing(law, Topic.HEARING, law_on or day, place, matter)[0]
    return clock(term, day, calendar or for_place(place))


def hearing_notice(
    hearing_on: dt.date,
    *,
    matter: Matter | None = None,
    place: Place = Place.NATIONAL,
    calendar: WorkCalendar | None = None,
    law: Law | None = None,
    law_on: dt.date | None = None,
) -> Deadline:
    """Return the last day on which the time and place of a hearing can be told (行政许可法 art. 48(1)(1)).

    Args:
        hearing_on: The day of the hearing, not counted; the seven working days lie before it.
        matter: What the application is about.
        place: Where the organ sits.
        calendar: Another calendar than the place's.
        law: Another law than the installed one.
        law_on: The day whose text of the law counts; `hearing_on` where left out.

    Raises:
        NotInForce: where the law held was not in force on that day.
        NotCovered: where no act held covers the matter.

    >>> str(hearing_notice(dt.date(2026, 3, 30)).due)
    '2026-03-19'
    """
    day = day_given(hearing_on, "hearing_on")
    term = governing(law, Topic.HEARING_NOTICE, law_on or day, place, matter)[0]
    return clock(term, day, calendar or for_place(place))
