"""Instruments of law, and citations of a place in one.

A citation names article (条), paragraph (款) and item (项), and says whether the text is applied
by analogy (类推适用). Not covered: 编, 章, 节, 目; the wording itself, which no value here holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

from govsvc.errors import Fault, InvalidInput, invalid
from govsvc.norms.evidence import Evidence
from govsvc.norms.ranks import Rank
from govsvc.norms.standing import UNKNOWN, Standing, Unknown
from govsvc.norms.written import BY_ANALOGY, read_citation, write_place
from govsvc.numerals import LARGEST
from govsvc.places import Place
from govsvc.spans import Span, day_of

if TYPE_CHECKING:
    from govsvc.norms.bodies import Body

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


def _keys(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(keys)


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
        issuer: The body that made it, by its role, where known.
        place: How far it reaches.
        afterwards: How it stands after its last day: superseded, presumed so, repealed, or unknown; where left
            out, superseded if it has a successor, else repealed.
        predecessor: The key of the text whose place it took.
        successor: The key of the text that took its place.
        implements: The keys of the instruments it details (实施).
        articles: How many articles it has, where known; a citation of a further one is refused.

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
    issuer: Body | None = attrs.field(repr=False, default=None, kw_only=True)
    place: Place = attrs.field(repr=False, default=Place.NATIONAL, kw_only=True)
    afterwards: Standing | None = attrs.field(repr=False, default=None, kw_only=True)
    predecessor: str | None = attrs.field(repr=False, default=None, kw_only=True)
    successor: str | None = attrs.field(repr=False, default=None, kw_only=True)
    implements: tuple[str, ...] = attrs.field(repr=False, default=(), converter=_keys, kw_only=True)
    articles: int | None = attrs.field(repr=False, default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # Imported here: who asks for a deadline makes no instrument until the law is read.
        from govsvc.norms.instrument_faults import instrument_faults

        if faults := tuple(instrument_faults(self)):
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

    def standing(self, on: dt.date) -> Standing:
        """Return how the text stands on a day, as far as its standing was checked.

        >>> rule = Instrument(
        ...     "某办法", "rule", Rank.DEPARTMENT_RULE, Span(dt.date(2020, 5, 1), dt.date(2025, 4, 30)),
        ...     Evidence.FULL_TEXT, checked_on=dt.date(2026, 6, 26),
        ... )
        >>> rule.standing(dt.date(2025, 4, 30)).name, rule.standing(dt.date(2025, 5, 1)).name
        ('IN_FORCE', 'REPEALED')
        """
        day = day_of(on, "on")
        if day < self.in_force.first:
            return Standing.NOT_YET
        return Standing.IN_FORCE if day <= self.in_force.last else self._end

    def bears(self, title: str) -> bool:
        """Return whether this is the text's title, in 《》 or not, with the name of the state before it or not."""
        from govsvc.norms.instrument_faults import titles_read_in

        return _short(self.title) in map(_short, titles_read_in(title))

    @property
    def _end(self) -> Standing:
        return self.afterwards or (Standing.SUPERSEDED if self.successor else Standing.REPEALED)

    @property
    def repealed(self) -> dt.date | Unknown | None:
        """The first day on which it is in force no more; None where there is none, UNKNOWN where it is not settled."""
        if self.in_force.is_open:
            return None
        return self.in_force.last + dt.timedelta(days=1) if self._end.is_certain else UNKNOWN

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
    def parse(cls, text: str, instruments: Iterable[Instrument], *, on: dt.date | None = None) -> Citation:
        """Return the citation that `text` writes, of one of `instruments`.

        Args:
            text: The citation.
            instruments: The instruments that may be meant.
            on: A day in the time of the one meant, where a title is borne by several versions.

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
        day = None if on is None else day_of(on, "on")
        return cls(_titled(title, instruments, day), article, paragraph, item, by_analogy, inserted)

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


def _citation_faults(it: Citation) -> Iterator[Fault]:
    if not isinstance(it.instrument, Instrument):
        yield Fault("instrument", "wrong-type", it.instrument, "an Instrument")
    if not _is_ordinal(it.article):
        yield Fault("article", "not-an-ordinal", it.article, "a whole number from 1 on")
    elif it.article > (getattr(it.instrument, "articles", None) or it.article):
        allowed = f"an article of {it.instrument}, from 1 to {it.instrument.articles}"
        yield Fault("article", "no-such-article", it.article, allowed)
    for name in ("paragraph", "item", "inserted"):
        place = getattr(it, name)
        if not (place is None or _is_ordinal(place)):
            yield Fault(name, "not-an-ordinal", place, "a whole number from 1 on, or None")
    if not isinstance(it.by_analogy, bool):
        yield Fault("by_analogy", "wrong-type", it.by_analogy, "True or False")


def _is_ordinal(value: object) -> bool:
    return type(value) is int and 1 <= value <= LARGEST


def _titled(title: str, instruments: Iterable[Instrument], on: dt.date | None) -> Instrument:
    known = tuple(instruments)
    bearing = {it for it in known if it.bears(title)}
    if on is not None and len(bearing) > 1:
        bearing = {it for it in bearing if on in it.in_force} or bearing
    if not bearing:
        raise invalid("text", "unknown-instrument", title, ", ".join(it.title for it in known) or "none is known")
    if len(bearing) > 1:
        raise invalid("text", "several-instruments", title, f"one of {', '.join(sorted(it.key for it in bearing))}")
    return bearing.pop()


def _short(title: str) -> str:
    return title.removeprefix(_STATE_NAME)
