"""`govsvc assess`: every case of every file, the bad ones told on standard error and never in the way of the others.

As JSON each answer carries the record of its case and what was asked, so that `govsvc replay` needs that file alone.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from govsvc.calendars.notices import write_notice
from govsvc.cases import Assessment, Case, Unread, assess_many
from govsvc.cli.question import Question, today, today_note
from govsvc.errors import Fault
from govsvc.i18n import translate
from govsvc.places import Place
from govsvc.render.assessments import assessment_text
from govsvc.render.faults import unread_text
from govsvc.wire.files import records
from govsvc.wire.writing import plain

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


_BAD_INPUT = 2


def run(options: Namespace, locale: str) -> int:
    """Assess every case; return 2 if any could not be."""
    question = Question(options)
    question.settle()
    as_of = question.as_of or today()
    notes = question.notes(locale) + ([] if question.as_of else [today_note(as_of, locale)])
    paper = _Json(question, as_of, options.ledger) if options.json else _Text(locale, options.ledger)
    paper.begin(notes)
    bad = 0
    for file, case, found in _found(options.files, question, as_of):
        if isinstance(found, Unread):
            bad += 1
            paper.unread(file, found)
            print(unread_text(file, found, locale), file=sys.stderr)
        elif case is not None:
            paper.answer(file, case, found)
    paper.end()
    return _BAD_INPUT if bad else 0


Found = tuple[str, Case | None, Assessment | Unread]
"""A file, a case of it where it could be read, and what is said of it."""


def _found(files: list[str], question: Question, as_of: dt.date) -> Iterator[Found]:
    for file in files:
        for number, record in _records(file):
            if isinstance(record, Unread):
                yield file, None, record
            else:
                yield file, record, _assessed(number, record, question, as_of)


def _records(file: str) -> Iterator[tuple[int, Case | Unread]]:
    if file == "-":
        yield from records(sys.stdin.buffer)
        return
    try:
        with Path(file).open("rb") as stream:
            yield from records(stream)
    except OSError as error:
        yield 1, Unread(1, None, (Fault(file, "unreadable", file, error.strerror or str(error)),))


def _assessed(number: int, case: Case, question: Question, as_of: dt.date) -> Assessment | Unread:
    place = _place(case, question)
    (found,) = assess_many([case], as_of=as_of, place=place, calendar=question.calendar(place), law=question.law)
    return attrs.evolve(found, line=number) if isinstance(found, Unread) else found


def _place(case: Case, question: Question) -> Place:
    return question.place or case.place or Place.NATIONAL


class _Text:
    """Answers as text, one after the other."""

    def __init__(self, locale: str, ledger: bool) -> None:
        self.locale, self.ledger, self.answers = locale, ledger, 0

    def begin(self, notes: list[str]) -> None:
        for note in notes:
            print(note)

    def answer(self, file: str, case: Case, found: Assessment) -> None:
        if self.answers:
            print()
        self.answers += 1
        print(assessment_text(found, self.locale, ledger=self.ledger))

    def unread(self, file: str, unread: Unread) -> None:
        """Leave it to standard error."""

    def end(self) -> None:
        if not self.answers:
            print(translate("note.no-cases", self.locale))


class _Json:
    """Answers as one JSON object, each written as it comes."""

    def __init__(self, question: Question, as_of: dt.date, ledger: bool) -> None:
        self.question, self.as_of, self.ledger, self.answers = question, as_of, ledger, 0
        self.bad: list[dict[str, Any]] = []

    def begin(self, notes: list[str]) -> None:
        asked = {
            "as_of": plain(self.as_of),
            "as_known": plain(self.question.as_known),
            "further_notices": [write_notice(notice) for notice in self.question.notices.values()],
            "notes": notes,
        }
        print(f'{_json(asked)[:-1]}, "assessments": [', end="")

    def answer(self, file: str, case: Case, found: Assessment) -> None:
        value = plain(found)
        if self.ledger:
            for name in ("clocks", "also"):
                for shown, clock in zip(value[name], getattr(found, name), strict=True):
                    shown["ledger"] = plain(clock.ledger())
        asked = {"file": file, "record": plain(case), "place": plain(_place(case, self.question))}
        print("," if self.answers else "", _json({**asked, **value}), sep="\n", end="")
        self.answers += 1

    def unread(self, file: str, unread: Unread) -> None:
        self.bad.append({"file": file, **plain(unread)})

    def end(self) -> None:
        print(f'\n], "unread": {_json(self.bad)}}}')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
