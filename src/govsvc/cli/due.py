"""`govsvc due`: the last day of one duty, from the day of an event."""

from __future__ import annotations

import datetime as dt
import json
from argparse import Namespace
from functools import partial
from typing import Any

from govsvc.cli.question import Question
from govsvc.deadlines import Deadlines, due
from govsvc.errors import InvalidInput, invalid
from govsvc.law import Law, Topic
from govsvc.places import Place
from govsvc.render.deadlines import deadlines_text
from govsvc.spans import day_of
from govsvc.terms.deadline import Deadline
from govsvc.wire.moments import read_day, read_moment
from govsvc.wire.writing import plain, plain_on

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


def run(options: Namespace, locale: str) -> int:
    """Print the clocks of a topic."""
    question = Question(options)
    start = question.attempt("--from", partial(_start, options.start))
    place = question.place or Place.NATIONAL
    topic = question.attempt("TOPIC", partial(_topic, options.topic, question.law, place, start))
    question.settle()
    if start is None or topic is None:
        raise InvalidInput(question.faults)
    found = due(topic, start, place=place, calendar=question.calendar(place), law=question.law)
    print(_as_json(found, question, options) if options.json else _as_text(found, question, options, locale))
    return 0


def _start(text: str) -> dt.date:
    return day_of(read_moment(text, "--from"), "--from") if ":" in text else read_day(text, "--from")


def _topic(text: str, law: Law, place: Place, start: dt.date | None) -> Topic:
    """Return a topic that the law held for a place speaks of."""
    held = [topic for topic in Topic if _is_held(topic, law, place)]
    try:
        topic = Topic.parse(text)
    except InvalidInput:
        topic = None
    if topic not in held:
        raise invalid("TOPIC", "unknown-topic", text, ", ".join(topic.value for topic in held))
    if start is not None:
        law.terms(topic, on=start, place=place)
    return topic


def _is_held(topic: Topic, law: Law, place: Place) -> bool:
    acts = (act for act in law.acts if act.instrument.place in place.within)
    return any(term.topic is topic for act in acts for term in act.terms)


def _as_text(found: Deadlines, question: Question, options: Namespace, locale: str) -> str:
    text = deadlines_text(found, locale, as_of=question.as_of, ledger=options.ledger)
    return "\n".join([*question.notes(locale), text])


def _as_json(found: Deadlines, question: Question, options: Namespace) -> str:
    clocks = [_clock(deadline, question.as_of, options.ledger) for deadline in found]
    value = {"as_of": plain(question.as_of), "governing": clocks[0], "also": clocks[1:]}
    return json.dumps(value, ensure_ascii=False, indent=2)


def _clock(deadline: Deadline, as_of: dt.date | None, ledger: bool) -> dict[str, Any]:
    value = plain(deadline) if as_of is None else plain_on(deadline, as_of)
    return value | ({"ledger": plain(deadline.ledger())} if ledger else {})
