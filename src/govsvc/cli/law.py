"""`govsvc law`: the acts held, what one of them says article by article, or one article with all that is known of it.

Not covered: the wording of the law, and which text governs a question, which the deadlines say.
"""

from __future__ import annotations

import datetime as dt
import json
from argparse import Namespace
from collections.abc import Iterable
from functools import partial

import attrs

from govsvc.acts.timeline import time_in_force
from govsvc.cli.law_search import Found, acts_called, article_called, norms_of
from govsvc.cli.question import Question, today
from govsvc.errors import NotInForce
from govsvc.law import Act, Provision, Term
from govsvc.places import Place
from govsvc.render.laws import act_text, acts_text, norm_text, relying_text
from govsvc.wire.laws import act_data, norm_data, whole_act_data
from govsvc.wire.moments import read_any_day
from govsvc.wire.writing import plain

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


Norm = Term | Provision


@attrs.frozen
class _Asked:
    """What is asked: the language, or None for JSON, and the day, or None for every day."""

    locale: str | None
    law_on: dt.date | None

    @property
    def day(self) -> dt.date:
        """The day whose standing is told."""
        return self.law_on or today()


def run(options: Namespace, locale: str) -> int:
    """Print the acts, an act, or an article."""
    question = Question(options)
    law_on = question.attempt("--law-on", partial(_day, options.law_on))
    question.refuse()
    asked = _Asked(None if options.json else locale, law_on)
    acts = tuple(act for act in question.law.acts if _reaches(act, question.place))
    if options.what is None:
        print(_all(acts, asked))
    elif called := acts_called(options.what, acts):
        print(_acts(_of_day(called, asked), asked))
    else:
        print(_article(options.what, article_called(options.what, acts), asked))
    return 0


def _day(text: str | None) -> dt.date | None:
    return None if text is None else read_any_day(text, "--law-on")


def _reaches(act: Act, place: Place | None) -> bool:
    return place is None or act.instrument.place in place.within


def _of_day(acts: tuple[Act, ...], asked: _Asked) -> tuple[Act, ...]:
    """Return those in force on the day asked about.

    Raises:
        NotInForce: where none is.
    """
    if asked.law_on is None:
        return acts
    standing = tuple(act for act in acts if asked.law_on in act.instrument.in_force)
    if not standing:
        raise NotInForce(acts[0].instrument.title, asked.law_on)
    return standing


def _norms_of_day(norms: Iterable[Norm], law_on: dt.date | None) -> tuple[Norm, ...]:
    return tuple(norm for norm in norms if law_on is None or _is_in_force(norm, law_on))


def _is_in_force(norm: Norm, day: dt.date) -> bool:
    time = time_in_force(norm)
    return time is not None and day in time


def _all(acts: tuple[Act, ...], asked: _Asked) -> str:
    if asked.locale is not None:
        return acts_text(acts, asked.day, asked.locale)
    return _json({"day": asked.day, "acts": [act_data(act, asked.day) for act in acts]})


def _acts(acts: tuple[Act, ...], asked: _Asked) -> str:
    told = [(act, _norms_of_day(norms_of(act), asked.law_on)) for act in acts]
    if asked.locale is not None:
        return "\n".join(act_text(act, norms, asked.day, asked.locale) for act, norms in told)
    return _json({"day": asked.day, "acts": [whole_act_data(act, norms, asked.day) for act, norms in told]})


def _article(text: str, found: Found, asked: _Asked) -> str:
    day = asked.law_on
    if day is not None and not any(day in cite.instrument.in_force for cite in found.cited):
        raise NotInForce(text, day)
    norms = _norms_of_day(found.norms, day)
    relying = [norm.key for norm in _norms_of_day(found.relying, day) if isinstance(norm, Term)]
    if day is not None and not norms and not relying:
        raise NotInForce(text, day)
    if asked.locale is None:
        return _json({"law_on": day, "norms": [norm_data(norm) for norm in norms], "relied_on_by": relying})
    told = [norm_text(norm, asked.locale) for norm in norms]
    return "\n".join(told + ([relying_text(relying, asked.locale)] if relying else []))


def _json(value: object) -> str:
    return json.dumps(plain(value), ensure_ascii=False, indent=2)
