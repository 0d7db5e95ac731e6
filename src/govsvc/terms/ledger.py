"""The ledger of a count: what it rests on and one line a day, as plain data that anyone can check (`verify`).

A ledger holds only dates, numbers, truth values and stable ids (the values of `DayKind`, `Certainty`, `Roll` and
`Procedure`), so that it is written as JSON and read back without loss. A source lists what it says of the days on the
way and nothing else. Not covered: whether a source truly says so, and how the interval of an open end was found.
"""

from __future__ import annotations

import datetime as dt

import attrs

from govsvc.terms.conditions import Restart

__all__ = ["Counted", "ExcludedDays", "Extended", "Ground", "Ledger", "Line", "Said", "Says", "Source"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Counted:
    """A length as plain data.

    Attributes:
        unit: "working-days", "calendar-days", "months", "years", "hours" or "until-the-day".
        n: How many; 0 for "until-the-day".
    """

    unit: str
    n: int


@attrs.frozen
class Extended:
    """An extension as plain data.

    Attributes:
        how: "by" a length, which adds, or "to" a length, which replaces.
        length: The length.
        approved_on: The day of the approval.
        approver: The post that approved.
    """

    how: str
    length: Counted
    approved_on: dt.date
    approver: str


@attrs.frozen
class Ground:
    """Why a day is left out, and when the applicant was told."""

    ground: str
    told_on: dt.date | None


@attrs.frozen
class ExcludedDays:
    """Days left out, both ends included, as far as they lie on the way."""

    ground: str
    first: dt.date
    last: dt.date
    told_on: dt.date | None


@attrs.frozen
class Says:
    """What a source says of a run of days, both ends included.

    Attributes:
        what: Of the holiday law: "statutory" or "made-up" (an estimated make-up day of a year nobody has arranged). Of
            a notice: "settled" (it arranges the year; the day is ordinary unless named), "rest" or "work". Of a
            package: "reported", "reported-rest" or "reported-work". Of a region's notice: "regional-rest" or
            "regional-work", and "unknown" where the region's arrangement is not held.
        first: The first day of the run.
        last: Its last day.
    """

    what: str
    first: dt.date
    last: dt.date


@attrs.frozen
class Source:
    """A notice, a version of the holiday law or a package, with what it says of the days on the way.

    Attributes:
        number: Its number, or its title where it bears none; "region-not-held" for a region's years that are not held.
        published: The day it became known, or None for a package and for what is not held.
        says: What it says, run by run.
    """

    number: str
    published: dt.date | None
    says: tuple[Says, ...]


@attrs.frozen
class Said:
    """What one source says of one day."""

    source: str
    what: str


@attrs.frozen
class Line:
    """One day on the way.

    Attributes:
        date: The day.
        weekday: 1 for Monday to 7 for Sunday.
        kind: What it is (a value of `DayKind`); "not-held" before 2004 and after 2100, where no calendar is.
        certainty: How sure that is (a value of `Certainty`); "not-held" likewise.
        part: Which length of the chain it serves, from 1.
        counted: Whether it counts.
        count: How many days of that length have counted by its end.
        why: "worked", "rest", "excluded", "calendar-day"; after the end "rolled-over" and, for the last, "rolled-to".
        said: What each source says of it, the later taking the place of the earlier.
        excluded: The grounds on which it is left out; several where exclusions overlap.
    """

    date: dt.date
    weekday: int
    kind: str
    certainty: str
    part: int
    counted: bool
    count: int
    why: str
    said: tuple[Said, ...] = ()
    excluded: tuple[Ground, ...] = ()

    @property
    def source(self) -> str | None:
        """The number of the source that decides what the day is; None for a computed ordinary day."""
        return self.said[-1].source if self.said else None


@attrs.frozen
class Ledger:
    """A count, day by day; of the likely end where the end is open.

    A length in hours and `UntilTheDay` have no lines: their end follows from the heading.

    Attributes:
        start: The day of the event, not counted.
        length: The length as the text has it.
        chain: The lengths counted one after the other, extensions included.
        backwards: Whether it runs towards the past; the lines then run so too.
        roll: Where a last day on a rest day goes (a value of `Roll`).
        slack: Further working days an extraordinary notice may take away; it widens an open interval only.
        restart: The event from which the count began anew, itself not counted.
        exclusions: The days left out.
        extensions: In the order of their approval.
        end: The last day; the likely one where the ledger is open.
        certainty: The least certainty of the days the end rests on (a value of `Certainty`).
        earliest: The first day the end can be, where the ledger is open.
        latest: The last day the end can be, where the ledger is open.
        since: The moment the hours run from, for a length in hours.
        at: The moment they end.
        fingerprint: Identifies the calendar.
        make_up_work: Whether a worked Saturday or Sunday is a working day of that calendar.
        sources: What is said of the days on the way: law, packages, national notices by publication, the region.
        lines: One for each day after the start up to the end.
    """

    start: dt.date
    length: Counted
    chain: tuple[Counted, ...]
    backwards: bool
    roll: str
    slack: int
    restart: Restart | None
    exclusions: tuple[ExcludedDays, ...]
    extensions: tuple[Extended, ...]
    end: dt.date
    certainty: str
    earliest: dt.date | None
    latest: dt.date | None
    since: dt.datetime | None
    at: dt.datetime | None
    fingerprint: str
    make_up_work: bool
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]

    @property
    def is_open(self) -> bool:
        """Whether the end is only likely, because days it rests on are not announced or not held."""
        return self.earliest is not None
