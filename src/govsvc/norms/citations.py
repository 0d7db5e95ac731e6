"""Instruments of law, and citations of a place in one.

A citation names article (条), paragraph (款) and item (项), and says whether the text is applied
by analogy (类推适用). Not covered: 编, 章, 节, 目; the wording itself, which no value here holds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.norms.evidence import Evidence
from govsvc.norms.ranks import Rank
from govsvc.norms.written import BY_ANALOGY, read_citation, write_place
from govsvc.numerals import LARGEST
from govsvc.spans import Span

__all__ = ["ALWAYS", "Citation", "Instrument", "since"]


def __dir__() -> list[str]:
    return __all__


ALWAYS: Final = Span(dt.date.min, dt.date.max)
"""Every day: the time of a norm that is bounded only by that of its instrument."""

_STATE_NAME: Final = "中华人民共和国"


def since(year: int, month: int, day: int) -> Span:
    """Return the span from that day on that has no end yet, the day included.

    Raises:
        InvalidInput: where there is no such day.

    >>> str(since(2004, 7, 1))
    '2004-07-01…'
    """
    try:
        return Span.since(dt.date(year, month, day))
    except (TypeError, ValueError) as error:
        raise invalid("since", "not-a-date", (year, month, day), "the year, month and day of a date") from error


@attrs.frozen(cache_hash=True)
class Instrument:
    """A text of law; calling it cites a place in it.

    Attributes:
        title: The title by which it is cited.
        key: Its short name in keys: lower-case letters and digits, a letter first.
        rank: What kind of text it is.
        in_force: The days on which it is in force, both ends included.
        evidence: How well its text is known.
        checked_on: The day of the source by which its standing was last checked.
        number: Its document number (字号), where known.
        promulgated: The day it was promulgated, where known.

    Raises:
        InvalidInput: with every field that is not as said above.

    >>> XKF = Instrument(
    ...     "行政许可法", "xkf", Rank.STATUTE, since(2004, 7, 1), Evidence.FULL_TEXT,
    ...     checked_on=dt.date(2026, 6, 26),
    ... )
    >>> str(XKF(32, 1, 4))
    '行政许可法第三十二条第一款第（四）项'
    """

    title: str
    key: str
    rank: Rank = attrs.field(repr=False)
    in_force: Span = attrs.field(repr=False)
    evidence: Evidence = attrs.field(repr=False)
    checked_on: dt.date = attrs.field(repr=False, kw_only=True)
    number: str | None = attrs.field(repr=False, default=None, kw_only=True)
    promulgated: dt.date | None = attrs.field(repr=False, default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_instrument_faults(self)):
            raise InvalidInput(faults)

    def __call__(
        self,
        article: int,
        paragraph: int | None = None,
        item: int | None = None,
        *,
        by_analogy: bool = False,
        inserted: int | None = None,
    ) -> Citation:
        """Return the citation of a place in this text; `inserted` is the 一 of 第三十三条之一."""
        return Citation(self, article, paragraph, item, by_analogy, inserted)

    def __str__(self) -> str:
        return self.title


@attrs.frozen(repr=False)
class Citation:
    """A place in an instrument.

    Attributes:
        instrument: The text cited.
        article: The article (条), from 1.
        paragraph: The paragraph (款), from 1, or None for the whole article.
        item: The item (项), from 1, or None.
        by_analogy: Whether the text is applied to a case it does not itself cover (类推适用).
        inserted: The number of an article inserted behind `article` (之一 is 1), or None.

    Raises:
        InvalidInput: with every number that is not a whole number from 1 on.
    """

    instrument: Instrument
    article: int
    paragraph: int | None = None
    item: int | None = None
    by_analogy: bool = False
    inserted: int | None = None

    def __attrs_post_init__(self) -> None:
        if faults := tuple(_citation_faults(self)):
            raise InvalidInput(faults)

    @classmethod
    def parse(cls, text: str, instruments: Iterable[Instrument]) -> Citation:
        """Return the citation that `text` writes, of one of `instruments`.

        The title may stand in 《》 and with the name of the state before it; numbers may be Chinese
        or Arabic, the item with or without brackets.

        Raises:
            InvalidInput: for an instrument not given, a title borne by several, or no citation.

        >>> XKF = Instrument(
        ...     "行政许可法", "xkf", Rank.STATUTE, since(2004, 7, 1), Evidence.FULL_TEXT,
        ...     checked_on=dt.date(2026, 6, 26),
        ... )
        >>> Citation.parse("《行政许可法》第32条第1款第4项", [XKF]) == XKF(32, 1, 4)
        True
        """
        written = read_citation(text)
        if written is None:
            raise invalid("text", "not-a-citation", text, "a title and an article, such as 第三十二条第一款第（四）项")
        title, article, inserted, paragraph, item, by_analogy = written
        return cls(_titled(title, instruments), article, paragraph, item, by_analogy, inserted)

    @property
    def key(self) -> str:
        """The stable name of the place: `xkf-32-1-4`; an item without a paragraph has paragraph 0."""
        article = f"{self.article}" if self.inserted is None else f"{self.article}zhi{self.inserted}"
        paragraph = 0 if self.paragraph is None and self.item is not None else self.paragraph
        places = (place for place in (paragraph, self.item) if place is not None)
        return "-".join((self.instrument.key, article, *map(str, places)))

    @property
    def reading_key(self) -> str:
        """The same name as a keyword: `xkf_32_1_4`."""
        return self.key.replace("-", "_")

    def analogous(self) -> Citation:
        """Return the same place, applied by analogy."""
        return attrs.evolve(self, by_analogy=True)

    def __str__(self) -> str:
        place = write_place(self.article, self.inserted, self.paragraph, self.item)
        return f"{self.instrument.title}{place}{BY_ANALOGY if self.by_analogy else ''}"

    def __repr__(self) -> str:
        return f"<Citation {self}>"


def _instrument_faults(it: Instrument) -> Iterator[Fault]:
    if not _is_title(it.title):
        yield Fault("title", "not-a-title", it.title, "a title without surrounding spaces or 《》")
    if not _is_key(it.key):
        yield Fault("key", "not-a-key", it.key, "lower-case letters and digits, a letter first")
    for name, kind in (("rank", Rank), ("in_force", Span), ("evidence", Evidence)):
        if not isinstance(getattr(it, name), kind):
            yield Fault(name, "wrong-type", getattr(it, name), f"a {kind.__name__}")
    if not _is_day(it.checked_on):
        yield Fault("checked_on", "not-a-date", it.checked_on, "a date")
    if not (it.promulgated is None or _is_day(it.promulgated)):
        yield Fault("promulgated", "not-a-date", it.promulgated, "a date, or None")
    if not (it.number is None or _is_title(it.number)):
        yield Fault("number", "not-a-number", it.number, "a document number, or None")


def _is_title(value: object) -> bool:
    return isinstance(value, str) and value != "" and _titles_read_in(value) == {value}


def _is_key(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[a-z][a-z0-9]*", value) is not None


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _citation_faults(it: Citation) -> Iterator[Fault]:
    if not isinstance(it.instrument, Instrument):
        yield Fault("instrument", "wrong-type", it.instrument, "an Instrument")
    if not _is_ordinal(it.article):
        yield Fault("article", "not-an-ordinal", it.article, "a whole number from 1 on")
    for name in ("paragraph", "item", "inserted"):
        place = getattr(it, name)
        if not (place is None or _is_ordinal(place)):
            yield Fault(name, "not-an-ordinal", place, "a whole number from 1 on, or None")
    if not isinstance(it.by_analogy, bool):
        yield Fault("by_analogy", "wrong-type", it.by_analogy, "True or False")


def _is_ordinal(value: object) -> bool:
    return type(value) is int and 1 <= value <= LARGEST


def _titled(title: str, instruments: Iterable[Instrument]) -> Instrument:
    known = tuple(instruments)
    bearing = {it for it in known if _short(it.title) in map(_short, _titles_read_in(title))}
    if not bearing:
        raise invalid("text", "unknown-instrument", title, ", ".join(it.title for it in known) or "none is known")
    if len(bearing) > 1:
        raise invalid("text", "several-instruments", title, f"one of {', '.join(sorted(it.key for it in bearing))}")
    return bearing.pop()


def _titles_read_in(text: str) -> set[str]:
    """Return the titles that `text` may stand for: itself, and what its 《》 enclose."""
    bare = " ".join(text.split())
    return {bare, bare[1:-1].strip()} if bare.startswith("《") and bare.endswith("》") else {bare}


def _short(title: str) -> str:
    return title.removeprefix(_STATE_NAME)
