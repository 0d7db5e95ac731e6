"""The command `govsvc`: assess cases and check the answers again, tell a last day, print a year or the law.

Exit status: 0, or 2 for bad input; `doctor` gives 1 where somebody has to act, `replay` where an answer differs.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govsvc.errors import GovsvcError

__all__ = ["main"]


def __dir__() -> list[str]:
    return __all__


_BAD_INPUT = 2
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    Args:
        argv: The words after the name of the command; those of the process where left out.

    >>> main(["due", "supplement-notice", "--from", "2025-09-29", "--lang", "en"])
    supplement notice (intake): last day October 13, 2025 (Mon)
      the agency must tell once all that is missing, or accept or refuse
      basis: 行政许可法 art. 32(1)(4); 5 working days from September 29, 2025, that day not counted
      if nothing is done: deemed accepted (from the first day; licences only)
    0
    """
    from govsvc.cli.arguments import language, parse
    from govsvc.errors import GovsvcError

    words = _own_words() if argv is None else list(argv)
    locale = language(words, os.environ)
    try:
        options = parse(words, locale)
        return options.run(options, locale)  # type: ignore[no-any-return]
    except SystemExit as end:  # how argparse ends after --help and --version
        return end.code if isinstance(end.code, int) else _BAD_INPUT
    except GovsvcError as error:
        return _refuse(error, locale)
    except BrokenPipeError:
        return _hang_up()
    except KeyboardInterrupt:
        return _INTERRUPTED


def _own_words() -> list[str]:
    """Return the words of the process; what its terminal cannot show is then shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return sys.argv[1:]


def _refuse(error: GovsvcError, locale: str) -> int:
    from govsvc.cli.errors import as_faults
    from govsvc.render import faults_text

    print(faults_text(as_faults(error), locale), file=sys.stderr)
    return _BAD_INPUT


def _hang_up() -> int:
    """End quietly where whoever reads the output has gone, such as `head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _BAD_INPUT
