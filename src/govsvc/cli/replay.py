"""`govsvc replay`: the answers that `assess --json` printed, computed again, each under its own stamp.

Exit status 0 where every answer comes out the same, 1 where one does not, 2 where the file or a record of it cannot be
read. Not covered: answers printed as text.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import attrs

from govsvc.calendars.notices import write_notice
from govsvc.cases import Unread
from govsvc.errors import invalid
from govsvc.i18n import translate
from govsvc.render.faults import unread_text
from govsvc.render.replays import replayed_text
from govsvc.wire.answers import Kept, KeptAnswer, read_answers
from govsvc.wire.replay import Replayed, replay
from govsvc.wire.writing import plain

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


_DIFFERS, _BAD_INPUT = 1, 2


def run(options: Namespace, locale: str) -> int:
    """Compute every answer of a file again and tell what is not as it was."""
    if options.out is not None and Path(options.out).exists():
        raise invalid("--out", "exists", options.out, "a file that is not there yet")
    kept = read_answers(_read(options.file))
    found = list(replay(kept))
    unread = [item for item in found if isinstance(item, Unread)]
    answers = [item for item in found if not isinstance(item, Unread)]
    for bad in unread:
        print(unread_text(options.file, bad, locale), file=sys.stderr)
    replayed = [again for _, again in answers]
    print(_as_json(replayed, unread) if options.json else _as_text(replayed, unread, locale))
    if options.out is not None:
        _write(options.out, kept, answers)
    if unread:
        return _BAD_INPUT
    return 0 if all(again.is_same for again in replayed) else _DIFFERS


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise invalid(file, "unreadable", file, error.strerror or str(error)) from None


def _as_text(replayed: list[Replayed], unread: list[Unread], locale: str) -> str:
    same = sum(again.is_same for again in replayed)
    counts = {"same": same, "differ": len(replayed) - same, "unread": len(unread)}
    return "\n".join(
        [*(replayed_text(again, locale) for again in replayed), translate("replay.total", locale, **counts)]
    )


def _as_json(replayed: list[Replayed], unread: list[Unread]) -> str:
    answers = [{"same": again.is_same, **plain(attrs.evolve(again, now=None))} for again in replayed]
    for answer in answers:
        del answer["now"]
    return json.dumps({"answers": answers, "unread": plain(unread)}, ensure_ascii=False, indent=2)


def _write(file: str, kept: Kept, answers: list[tuple[KeptAnswer, Replayed]]) -> None:
    """Write the answers that come out now, in the form in which they were kept."""
    value = {
        "as_known": plain(kept.as_known),
        "further_notices": [write_notice(notice) for notice in kept.further_notices],
        "assessments": [_kept_again(before, again) for before, again in answers if again.now is not None],
    }
    try:
        with Path(file).open("x", encoding="utf-8") as stream:
            stream.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise invalid("--out", "unwritable", file, error.strerror or str(error)) from None


def _kept_again(before: KeptAnswer, again: Replayed) -> dict[str, Any]:
    return {"record": plain(before.case), "place": plain(before.place), **plain(again.now)}
