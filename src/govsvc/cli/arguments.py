"""The words of the command line and the language they are answered in.

Only names are looked at here; days, places and notices are read by the commands, all at once.
"""

from __future__ import annotations

import argparse
import itertools
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from govsvc.errors import invalid
from govsvc.i18n import LOCALES, translate
from govsvc.stamps import VERSION

__all__ = ["language", "parse"]


def __dir__() -> list[str]:
    return __all__


_ENGLISH = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language to answer in: the one asked for, else Chinese unless the environment is English.

    >>> language([], {"LANG": "en_US.UTF-8"}), language(["--lang", "zh"], {"LANG": "en_US.UTF-8"}), language([], {})
    ('en', 'zh', 'zh')
    """
    asked = [after for word, after in itertools.pairwise(words) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    if asked and asked[-1] in LOCALES:
        return asked[-1]
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return _ENGLISH if said.lower().startswith(_ENGLISH) else LOCALES[0]


class _Parser(ArgumentParser):
    """A parser whose errors are errors of this library, told like all others."""

    def error(self, message: str) -> NoReturn:
        raise invalid(self.prog, "usage", message, message)


def parse(words: Sequence[str], locale: str) -> Namespace:
    """Return the options; `run` among them is the command.

    Raises:
        InvalidInput: for words that are no command line.
        SystemExit: after help or the version was printed.
    """

    def say(name: str, **data: str) -> str:
        return translate(f"help.{name}", locale, **data).replace("%", "%%")

    parser = _Parser(prog="govsvc", description=say("description"), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"govsvc {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (run, add) in _COMMANDS.items():
        command = commands.add_parser(name, help=say(name), description=say(name), allow_abbrev=False)
        command.set_defaults(run=run)
        add(command, say)
        command.add_argument("--json", action="store_true", help=say("json"))
        command.add_argument("--lang", choices=LOCALES, help=say("lang"))
    return parser.parse_args(words)


Say = Callable[..., str]


def _assess_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help=say("files"))
    command.add_argument("--as-of", metavar="DATE", help=say("as-of"))
    _calendar_options(command, say)
    _law_options(command, say)


def _due_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("topic", metavar="TOPIC", help=say("topic"))
    command.add_argument("--from", dest="start", metavar="DATE", required=True, help=say("from"))
    command.add_argument("--as-of", metavar="DATE", help=say("as-of-due"))
    _calendar_options(command, say)
    _law_options(command, say)


def _year_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("year", metavar="YEAR", help=say("year"))
    _calendar_options(command, say)


def _doctor_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("--as-of", metavar="DATE", help=say("as-of"))
    _notice_option(command, say)


def _replay_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("file", metavar="FILE", help=say("kept"))
    command.add_argument("--out", metavar="FILE", help=say("out"))


def _law_words(command: ArgumentParser, say: Say) -> None:
    command.add_argument("what", nargs="?", metavar="ACT|ARTICLE", help=say("what"))
    command.add_argument("--law-on", metavar="DATE", help=say("law-on"))
    command.add_argument("--place", metavar="PLACE", help=say("law-place"))


def _calendar_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("--place", metavar="PLACE", help=say("place"))
    command.add_argument("--as-known", metavar="DATE", help=say("as-known"))
    _notice_option(command, say)


def _notice_option(command: ArgumentParser, say: Say) -> None:
    command.add_argument("--notice", metavar="FILE", action="append", default=[], help=say("notice"))


def _law_options(command: ArgumentParser, say: Say) -> None:
    command.add_argument("--reading", metavar="TERM=NAME", action="append", default=[], help=say("reading"))
    command.add_argument("--ledger", action="store_true", help=say("ledger"))


def _assess(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.assess import run

    return run(options, locale)


def _due(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.due import run

    return run(options, locale)


def _year(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.year import run

    return run(options, locale)


def _doctor(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.doctor import run

    return run(options, locale)


def _law(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.law import run

    return run(options, locale)


def _replay(options: argparse.Namespace, locale: str) -> int:
    from govsvc.cli.replay import run

    return run(options, locale)


_COMMANDS: dict[str, tuple[Callable[[Namespace, str], int], Callable[[ArgumentParser, Say], None]]] = {
    "assess": (_assess, _assess_options),
    "due": (_due, _due_options),
    "calendar": (_year, _year_options),
    "law": (_law, _law_words),
    "replay": (_replay, _replay_options),
    "doctor": (_doctor, _doctor_options),
}
