"""Every sort of damage to a ledger; each gives a ledger that differs, or None where it cannot be done to this one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

import attrs

from govsvc.calendars import Certainty, DayKind
from govsvc.terms import Ledger
from govsvc.terms.ledger import Ground, Line, Said, Says, Source

__all__ = ["MUTATIONS", "Mutation"]

Mutation = Callable[[Ledger, Random], Ledger | None]
Item = TypeVar("Item")
ONE_DAY = dt.timedelta(days=1)
WHYS = ("worked", "rest", "excluded", "calendar-day", "rolled-over", "rolled-to")
WORDS = ("settled", "rest", "work", "reported", "reported-rest", "statutory", "made-up", "unknown", "regional-rest")


def put(items: tuple[Item, ...], place: int, *new: Item) -> tuple[Item, ...]:
    return (*items[:place], *new, *items[place + 1 :])


def other(rng: Random, values: tuple[str, ...], than: str) -> str:
    return rng.choice([value for value in values if value != than])


def on_a_line(ledger: Ledger, rng: Random, change: Callable[[Line], dict[str, Any]]) -> Ledger | None:
    """Change a line, one of those that the change does change."""
    places = [place for place, line in enumerate(ledger.lines) if attrs.evolve(line, **change(line)) != line]
    if not places:
        return None
    place = rng.choice(places)
    line = ledger.lines[place]
    return attrs.evolve(ledger, lines=put(ledger.lines, place, attrs.evolve(line, **change(line))))


def drop_line(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, lines=put(ledger.lines, rng.randrange(len(ledger.lines))))


def duplicate_line(ledger: Ledger, rng: Random) -> Ledger:
    place = rng.randrange(len(ledger.lines))
    return attrs.evolve(ledger, lines=put(ledger.lines, place, ledger.lines[place], ledger.lines[place]))


def swap_lines(ledger: Ledger, rng: Random) -> Ledger | None:
    if len(ledger.lines) < 2:
        return None
    place = rng.randrange(len(ledger.lines) - 1)
    one, two = ledger.lines[place : place + 2]
    return attrs.evolve(ledger, lines=(*ledger.lines[:place], two, one, *ledger.lines[place + 2 :]))


def drop_all_lines(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, lines=())


def change_kind(ledger: Ledger, rng: Random) -> Ledger | None:
    kinds = tuple(kind.value for kind in DayKind)
    return on_a_line(ledger, rng, lambda line: {"kind": other(rng, kinds, line.kind)})


def change_certainty(ledger: Ledger, rng: Random) -> Ledger | None:
    grades = tuple(certainty.value for certainty in Certainty)
    return on_a_line(ledger, rng, lambda line: {"certainty": other(rng, grades, line.certainty)})


def change_count(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"count": line.count + rng.choice((-1, 1))})


def change_counted(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"counted": not line.counted})


def change_part(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"part": line.part + rng.choice((-1, 1))})


def change_date(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"date": line.date + rng.choice((-7, -1, 1, 7)) * ONE_DAY})


def change_weekday(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"weekday": line.weekday % 7 + 1})


def change_why(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"why": other(rng, WHYS, line.why)})


def drop_what_is_said(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"said": line.said[1:]})


def add_what_is_said(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"said": (*line.said, Said("国办发明电〔2099〕1号", "rest"))})


def change_notice_of_a_line(ledger: Ledger, rng: Random) -> Ledger | None:
    def change(line: Line) -> dict[str, Any]:
        return {"said": tuple(attrs.evolve(said, source=said.source + "之一") for said in line.said)}

    return on_a_line(ledger, rng, change)


def change_ground_of_a_line(ledger: Ledger, rng: Random) -> Ledger | None:
    def change(line: Line) -> dict[str, Any]:
        return {"excluded": tuple(attrs.evolve(ground, ground=ground.ground + "s") for ground in line.excluded)}

    return on_a_line(ledger, rng, change)


def change_told_on_of_a_line(ledger: Ledger, rng: Random) -> Ledger | None:
    def change(line: Line) -> dict[str, Any]:
        return {"excluded": tuple(Ground(ground.ground, moved(ground.told_on)) for ground in line.excluded)}

    return on_a_line(ledger, rng, change)


def moved(told_on: dt.date | None) -> dt.date:
    return dt.date(2020, 1, 1) if told_on is None else told_on + ONE_DAY


def add_ground(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_a_line(ledger, rng, lambda line: {"excluded": (*line.excluded, Ground("hearing", None))})


def shift_lines(ledger: Ledger, rng: Random) -> Ledger:
    by = rng.choice((-1, 1)) * ONE_DAY
    return attrs.evolve(ledger, lines=tuple(attrs.evolve(line, date=line.date + by) for line in ledger.lines))


def shift_lines_and_ends(ledger: Ledger, rng: Random) -> Ledger:
    by = rng.choice((-1, 1)) * ONE_DAY
    lines = tuple(attrs.evolve(line, date=line.date + by) for line in ledger.lines)
    restart = ledger.restart and attrs.evolve(ledger.restart, on=ledger.restart.on + by)
    return attrs.evolve(ledger, lines=lines, start=ledger.start + by, restart=restart, end=ledger.end + by)


def change_end(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, end=ledger.end + rng.choice((-7, -1, 1, 7)) * ONE_DAY)


def change_start(ledger: Ledger, rng: Random) -> Ledger | None:
    return None if ledger.restart else attrs.evolve(ledger, start=ledger.start + rng.choice((-1, 1)) * ONE_DAY)


def move_restart(ledger: Ledger, rng: Random) -> Ledger | None:
    if ledger.restart is None:
        return None
    return attrs.evolve(ledger, restart=attrs.evolve(ledger.restart, on=ledger.restart.on + ONE_DAY))


def drop_restart(ledger: Ledger, rng: Random) -> Ledger | None:
    if ledger.restart is None or ledger.restart.on == ledger.start:
        return None
    return attrs.evolve(ledger, restart=None)


def change_length(ledger: Ledger, rng: Random) -> Ledger | None:
    if any(extension.how == "to" for extension in ledger.extensions):
        return None
    return attrs.evolve(ledger, length=attrs.evolve(ledger.length, n=ledger.length.n + 1))


def change_chain(ledger: Ledger, rng: Random) -> Ledger:
    place = rng.randrange(len(ledger.chain))
    step = ledger.chain[place]
    return attrs.evolve(ledger, chain=put(ledger.chain, place, attrs.evolve(step, n=step.n + 1)))


def change_length_and_chain(ledger: Ledger, rng: Random) -> Ledger | None:
    if ledger.extensions:
        return None
    longer = attrs.evolve(ledger.length, n=ledger.length.n + 1)
    return attrs.evolve(ledger, length=longer, chain=(longer,))


def drop_extension(ledger: Ledger, rng: Random) -> Ledger | None:
    if not ledger.extensions or ledger.extensions[-1].how == "to":
        return None
    return attrs.evolve(ledger, extensions=ledger.extensions[:-1])


def turn_around(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, backwards=not ledger.backwards)


def change_certainty_of_all(ledger: Ledger, rng: Random) -> Ledger:
    grades = tuple(certainty.value for certainty in Certainty)
    return attrs.evolve(ledger, certainty=other(rng, grades, ledger.certainty))


def close_what_is_open(ledger: Ledger, rng: Random) -> Ledger | None:
    return attrs.evolve(ledger, earliest=None, latest=None) if ledger.is_open else None


def open_what_is_closed(ledger: Ledger, rng: Random) -> Ledger | None:
    return None if ledger.is_open else attrs.evolve(ledger, earliest=ledger.end, latest=ledger.end)


def move_interval(ledger: Ledger, rng: Random) -> Ledger | None:
    return attrs.evolve(ledger, earliest=ledger.end + ONE_DAY) if ledger.is_open else None


def drop_source(ledger: Ledger, rng: Random) -> Ledger | None:
    if not ledger.sources:
        return None
    return attrs.evolve(ledger, sources=put(ledger.sources, rng.randrange(len(ledger.sources))))


def add_source(ledger: Ledger, rng: Random) -> Ledger:
    line = rng.choice(ledger.lines)
    return attrs.evolve(ledger, sources=(*ledger.sources, Source("号外", None, (Says("rest", line.date, line.date),))))


def add_silent_source(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, sources=(*ledger.sources, Source("号外", None, ())))


def in_a_source(ledger: Ledger, rng: Random, change: Callable[[Says], tuple[Says, ...]]) -> Ledger | None:
    if not ledger.sources:
        return None
    place = rng.randrange(len(ledger.sources))
    source = ledger.sources[place]
    run = rng.randrange(len(source.says))
    changed = attrs.evolve(source, says=put(source.says, run, *change(source.says[run])))
    return attrs.evolve(ledger, sources=put(ledger.sources, place, changed))


def drop_run(ledger: Ledger, rng: Random) -> Ledger | None:
    return in_a_source(ledger, rng, lambda says: ())


def move_run(ledger: Ledger, rng: Random) -> Ledger | None:
    by = rng.choice((-1, 1)) * ONE_DAY
    return in_a_source(ledger, rng, lambda says: (Says(says.what, says.first + by, says.last + by),))


def stretch_run(ledger: Ledger, rng: Random) -> Ledger | None:
    one, two = rng.choice(((0, 1), (-1, 0), (0, -1), (1, 0)))

    def change(says: Says) -> tuple[Says, ...]:
        first, last = says.first + one * ONE_DAY, says.last + two * ONE_DAY
        return (Says(says.what, first, last),) if first <= last else ()

    return in_a_source(ledger, rng, change)


def change_word(ledger: Ledger, rng: Random) -> Ledger | None:
    return in_a_source(ledger, rng, lambda says: (attrs.evolve(says, what=other(rng, WORDS, says.what)),))


def rename_source(ledger: Ledger, rng: Random) -> Ledger | None:
    if not ledger.sources:
        return None
    place = rng.randrange(len(ledger.sources))
    renamed = attrs.evolve(ledger.sources[place], number=ledger.sources[place].number + "之一")
    return attrs.evolve(ledger, sources=put(ledger.sources, place, renamed))


def on_an_exclusion(ledger: Ledger, rng: Random, change: Callable[[Any], tuple[Any, ...]]) -> Ledger | None:
    if not ledger.exclusions:
        return None
    place = rng.randrange(len(ledger.exclusions))
    return attrs.evolve(ledger, exclusions=put(ledger.exclusions, place, *change(ledger.exclusions[place])))


def drop_exclusion(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_an_exclusion(ledger, rng, lambda out: ())


def move_exclusion(ledger: Ledger, rng: Random) -> Ledger | None:
    by = rng.choice((-7, -1, 1, 7)) * ONE_DAY
    return on_an_exclusion(ledger, rng, lambda out: (attrs.evolve(out, first=out.first + by, last=out.last + by),))


def change_ground(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_an_exclusion(ledger, rng, lambda out: (attrs.evolve(out, ground=out.ground + "s"),))


def change_told_on(ledger: Ledger, rng: Random) -> Ledger | None:
    return on_an_exclusion(ledger, rng, lambda out: (attrs.evolve(out, told_on=moved(out.told_on)),))


def add_moment(ledger: Ledger, rng: Random) -> Ledger:
    return attrs.evolve(ledger, at=dt.datetime.combine(ledger.end, dt.time(12), dt.timezone(dt.timedelta(hours=8))))


MUTATIONS: tuple[Mutation, ...] = (
    drop_line, duplicate_line, swap_lines, drop_all_lines,
    change_kind, change_certainty, change_count, change_counted, change_part, change_date, change_weekday, change_why,
    drop_what_is_said, add_what_is_said, change_notice_of_a_line,
    change_ground_of_a_line, change_told_on_of_a_line, add_ground,
    shift_lines, shift_lines_and_ends, change_end, change_start, move_restart, drop_restart,
    change_length, change_chain, change_length_and_chain, drop_extension, turn_around,
    change_certainty_of_all, close_what_is_open, open_what_is_closed, move_interval,
    drop_source, add_source, add_silent_source, drop_run, move_run, stretch_run, change_word, rename_source,
    drop_exclusion, move_exclusion, change_ground, change_told_on, add_moment,
)  # fmt: skip
