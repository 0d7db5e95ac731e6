"""A ledger as a strip: one line a day, with what it counts for and why.

Not covered: whether the ledger is right, which `verify` checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from govsvc.i18n import date_text, translate
from govsvc.render.words import counted_text, joined, named, one_line, weekday_text
from govsvc.terms.ledger import Ground, Ledger, Line

__all__ = ["ledger_text"]


def __dir__() -> list[str]:
    return __all__


_NOT_COUNTED = "·"


def ledger_text(ledger: Ledger, locale: str) -> str:
    """Return a ledger, a heading and one line for each day.

    >>> import datetime as dt
    >>> from govsvc.terms import WorkingDays, reckon
    >>> print(ledger_text(reckon(WorkingDays(2), dt.date(2026, 1, 2)).ledger(), "zh"))
    逐日计算：自2026年1月2日起算（当日不计），2个工作日，至2026年1月5日
      2026-01-03 周六   ·  周末休息日
      2026-01-04 周日   1  调休上班（国办发明电〔2025〕7号）
      2026-01-05 周一   2  工作日
    """
    if not ledger.lines:
        return translate("ledger.no-lines", locale)
    return "\n".join([_heading(ledger, locale), *(f"  {line}" for line in _body(ledger, locale))])


def _heading(ledger: Ledger, locale: str) -> str:
    lengths = joined((counted_text(length, locale) for length in ledger.chain), locale)
    start = ledger.restart.on if ledger.restart else ledger.start
    return translate(
        "ledger.heading-backwards" if ledger.backwards else "ledger.heading",
        locale,
        start=date_text(start, locale),
        length=lengths,
        end=date_text(ledger.end, locale),
    )


def _body(ledger: Ledger, locale: str) -> Iterator[str]:
    yield from (_line(line, locale) for line in ledger.lines)
    if ledger.earliest is not None and ledger.latest is not None:
        earliest, latest = date_text(ledger.earliest, locale), date_text(ledger.latest, locale)
        yield translate("ledger.open", locale, earliest=earliest, latest=latest)


def _line(line: Line, locale: str) -> str:
    count = f"{line.count:>3}" if line.counted else f"{_NOT_COUNTED:>3}"
    return f"{line.date} {weekday_text(line.date, locale)} {count}  {_why(line, locale)}"


def _why(line: Line, locale: str) -> str:
    """Return what a day is, and what of it decides whether it counts."""
    if line.kind is None:
        return translate("ledger.outside", locale)
    kind = translate(f"day-kind.{line.kind}", locale)
    notes = [] if line.kind in ("workday", "weekend") or line.source is None else [one_line(line.source)]
    notes += [_ground(ground, locale) for ground in line.excluded]
    notes += [translate(f"ledger.{line.why}", locale)] if line.why in ("rolled-over", "rolled-to") else []
    notes += [] if line.certainty in (None, "announced") else [translate(f"certainty.{line.certainty}", locale)]
    if not notes:
        return kind
    return kind + translate("calendar.source", locale, sources=joined(notes, locale, by="list.stop"))


def _ground(ground: Ground, locale: str) -> str:
    name = named("procedure", ground.ground, locale)
    if ground.told_on is None:
        return translate("ledger.excluded", locale, ground=name)
    return translate("ledger.excluded-told", locale, ground=name, told=date_text(ground.told_on, locale))
