"""Holiday notices: checking one, reading and writing it as TOML, and the notices that come with the library.

Source: the notices of the State Council and its General Office, 2004 to 2026, one record each in `data/notices/`,
typed in from the notices and checked day by day against two independent data sets.

Not covered: what a day is when several notices speak about it (the calendar decides), notices before 2004, and the
reasons a notice gives.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
import re
from collections.abc import Iterable, Iterator, Mapping

from govsvc.calendars.festivals import FIRST_YEAR, LAST_YEAR
from govsvc.calendars.holiday_law import law_for
from govsvc.calendars.notice_values import NATIONAL_CODE, HolidayNotice, Rest
from govsvc.errors import Fault, InvalidInput, NotInForce, invalid

__all__ = [
    "HolidayNotice",
    "Rest",
    "faults_of",
    "packaged_notices",
    "parse_notice",
    "read_notice",
    "residual_of",
    "write_notice",
]


def __dir__() -> list[str]:
    return __all__


_SATURDAY = 5
_PRECISIONS = ("day", "month", "year")


def parse_notice(text: str) -> HolidayNotice:
    """Return the notice a TOML text states.

    Raises:
        InvalidInput: with every fault, its path such as `$.rest[2].worked[0]`, or `line 3` for text that is no TOML.

    >>> parse_notice(write_notice(packaged_notices()[-1])) == packaged_notices()[-1]
    True
    """
    from govsvc.calendars.notice_toml import NoticeReader

    reader = NoticeReader(text)
    if reader.notice is None:
        raise InvalidInput((*reader.faults, *_rest_faults(reader.rests, reader.year)))
    faults = faults_of(reader.notice)
    if faults:
        raise InvalidInput(faults)
    return reader.notice


def read_notice(path: str | os.PathLike[str]) -> HolidayNotice:
    """Return the notice in a TOML file, which is UTF-8.

    Raises:
        InvalidInput: with every fault of its text, or for a file that is not UTF-8.
        OSError: where the file cannot be read.
    """
    from pathlib import Path

    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise invalid(os.fspath(path), "not-utf-8", error.object[error.start : error.end], "UTF-8 text") from error
    return parse_notice(text)


def write_notice(notice: HolidayNotice) -> str:
    """Return a notice as TOML text that `parse_notice` reads back; what is at its default is left out.

    >>> print(write_notice(packaged_notices()[-1]).splitlines()[0])
    year = 2026
    """
    from govsvc.calendars.notice_toml import notice_text

    return notice_text(notice)


@functools.cache
def packaged_notices() -> tuple[HolidayNotice, ...]:
    """Return the notices that come with the library, in the order in which they became known.

    >>> len(packaged_notices())
    26
    """
    from importlib.resources import files

    records = files("govsvc.calendars").joinpath("data/notices").iterdir()
    texts = [record.read_text(encoding="utf-8") for record in records if record.name.endswith(".toml")]
    return tuple(sorted(map(_packaged, texts), key=_known_order))


def _packaged(text: str) -> HolidayNotice:
    """Return a record of the package; whether it is sound is for the tests, not for every start."""
    from govsvc.calendars.notice_toml import NoticeReader

    reader = NoticeReader(text)
    if reader.notice is None:
        raise InvalidInput(reader.faults)
    return reader.notice


def _known_order(notice: HolidayNotice) -> tuple[dt.date, bool, str]:
    return notice.known_from, notice.amends, notice.number


def residual_of(*notices: HolidayNotice) -> int:
    """Return how many working days notices about one year add to what the law gives it.

    The law gives the weekdays less the statutory days, where two holidays on one date count twice. A transfer over
    the end of a year counts for the year the notice arranges, so an annual notice gives 0.

    Args:
        notices: The annual notice, then what amends it in order: the later one settles a day both speak about.

    Raises:
        InvalidInput: without any notice, or for a year outside 2004 to 2100.

    >>> annual, extended = [notice for notice in packaged_notices() if notice.year == 2020]
    >>> residual_of(annual), residual_of(annual, extended)
    (0, -2)
    """
    if not notices:
        raise invalid("notices", "missing", notices, "at least one notice")
    off: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()
    for notice in notices:
        off, worked = (off - notice.worked) | notice.off, (worked - notice.off) | notice.worked
    return len(worked) - sum(not _is_weekend(day) for day in off) + len(_statutory_days(notices[0]))


def faults_of(notice: HolidayNotice) -> tuple[Fault, ...]:
    """Return everything that is wrong with a notice; empty for one that can be used.

    A worked day has to be a Saturday or Sunday, neither statutory nor in a block of days off. An annual national
    notice has to give every statutory day off and to keep the balance: weekdays off less weekend days worked is
    the number of statutory days, unless it declares a residual with its reason. An amendment, or a notice for a
    region, keeps the balance only together with what it amends, so that is not checked here (`residual_of`).

    >>> faults_of(packaged_notices()[-1])
    ()
    """
    faults = [*_field_faults(notice), *_rest_faults(dict(enumerate(notice.rests)), notice.year)]
    if not FIRST_YEAR <= notice.year <= LAST_YEAR:
        faults.append(Fault("$.year", "out-of-range", notice.year, f"a year from {FIRST_YEAR} to {LAST_YEAR}"))
    elif not _has_law(notice):
        faults.append(Fault("$.issued", "before-the-law", notice.issued, "a day on which a holiday law was known"))
    elif not any(fault.code == "outside-year" for fault in faults):
        faults += _law_faults(notice)
    return tuple(faults)


def _field_faults(notice: HolidayNotice) -> Iterator[Fault]:
    for name in ("number", "title"):
        if not getattr(notice, name).strip():
            yield Fault(f"$.{name}", "empty", getattr(notice, name), "some text")
    if notice.published is not None and notice.published < notice.issued:
        yield Fault("$.published", "before-issued", notice.published, f"a day not before {notice.issued}")
    if notice.issued_to not in _PRECISIONS:
        yield Fault("$.issued_to", "not-known", notice.issued_to, f"one of {', '.join(_PRECISIONS)}")
    if not re.fullmatch("[0-9]{6}", notice.place_code):
        yield Fault("$.place_code", "not-a-code", notice.place_code, "six digits")
    if notice.residual and not (notice.residual_reason or "").strip():
        yield Fault("$.residual_reason", "missing", notice.residual_reason, "why the residual is not 0")
    if not notice.rests:
        yield Fault("$.rest", "missing", (), "at least one block of days off")


def _rest_faults(rests: Mapping[int, Rest], year: int | None) -> Iterator[Fault]:
    """Yield what is wrong with the blocks among themselves, each by its place in the notice."""
    seen: set[dt.date] = set()
    for index, rest in rests.items():
        path = f"$.rest[{index}]"
        if not rest.name.strip():
            yield Fault(f"{path}.name", "empty", rest.name, "the name of the holiday")
        yield from _year_faults(f"{path}.first", rest.span.first, year)
        yield from _year_faults(f"{path}.last", rest.span.last, year)
        for other in (place for place in rests if place < index and _overlap(rest, rests[place])):
            yield Fault(path, "overlapping", str(rest.span), f"a block apart from $.rest[{other}]")
        for place, day in enumerate(rest.worked):
            yield from _worked_faults(f"{path}.worked[{place}]", day, rests.values(), year)
            if day in seen:
                yield Fault(f"{path}.worked[{place}]", "given-twice", day, "each worked day once")
            seen.add(day)


def _worked_faults(path: str, day: dt.date, rests: Iterable[Rest], year: int | None) -> Iterator[Fault]:
    yield from _year_faults(path, day, year)
    if not _is_weekend(day):
        yield Fault(path, "not-a-weekend", day, "a Saturday or Sunday")
    if any(day in rest.span for rest in rests):
        yield Fault(path, "day-off", day, "a day outside every block of days off")


def _year_faults(path: str, day: dt.date, year: int | None) -> Iterator[Fault]:
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return
    first, last = dt.date(year - 1, 12, 1), dt.date(year + 1, 1, 31)
    if not first <= day <= last:
        yield Fault(path, "outside-year", day, f"a day from {first} to {last}")


def _law_faults(notice: HolidayNotice) -> Iterator[Fault]:
    statutory = _statutory_days(notice)
    for index, rest in enumerate(notice.rests):
        for place, day in enumerate(rest.worked):
            if day in statutory:
                yield Fault(f"$.rest[{index}].worked[{place}]", "statutory-day", day, "a day that is not statutory")
    if notice.amends or notice.place_code != NATIONAL_CODE:
        return
    for day in sorted(set(statutory) - notice.off):
        yield Fault("$.rest", "statutory-day-not-off", day, "every statutory day in a block of days off")
    balance = residual_of(notice)
    if balance != notice.residual:
        yield Fault("$.residual", "unbalanced", balance, f"the declared residual, {notice.residual}")


def _is_weekend(day: dt.date) -> bool:
    return day.weekday() >= _SATURDAY


def _overlap(one: Rest, other: Rest) -> bool:
    return one.span.first <= other.span.last and other.span.first <= one.span.last


def _statutory_days(notice: HolidayNotice) -> list[dt.date]:
    law = law_for(notice.year, as_known=notice.known_from)
    return [day for day, _ in law.statutory_days(notice.year)]


def _has_law(notice: HolidayNotice) -> bool:
    try:
        _statutory_days(notice)
    except NotInForce:
        return False
    return True
