"""What of the law a word on the command line means: an act by its key or title, an article by its key or citation.

`xkf-32` and 行政许可法第三十二条 are the same article, with all its paragraphs. Not covered: words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from govsvc.errors import InvalidInput, invalid
from govsvc.law import Act, Citation, Provision, Term

__all__ = ["Found", "acts_called", "article_called", "norms_of"]


def __dir__() -> list[str]:
    return __all__


Norm = Term | Provision
_PATH = "ACT|ARTICLE"
_STATE_NAME = "中华人民共和国"
_KEY = re.compile(r"([a-z][a-z0-9]*)-([1-9]\d{0,3})(?:zhi([1-9]\d{0,2}))?(?:-(\d{1,3}))?(?:-([1-9]\d{0,2}))?")


@attrs.frozen
class Found:
    """What the law held says at a place.

    Attributes:
        norms: The terms and provisions of the place, in the order of the text.
        relying: The terms of other places that rely on it: for their unit, how they are counted, what they leave out.
        cited: The place, in every act that has it.
    """

    norms: tuple[Norm, ...]
    relying: tuple[Term, ...]
    cited: tuple[Citation, ...]


def norms_of(act: Act) -> tuple[Norm, ...]:
    """Return the norms of an act article by article."""
    return tuple(sorted((*act.terms, *act.provisions), key=_place_in_text))


def _place_in_text(norm: Norm) -> tuple[int, ...]:
    cite = norm.cite
    return tuple(place or 0 for place in (cite.article, cite.inserted, cite.paragraph, cite.item))


def acts_called(text: str, acts: Iterable[Act]) -> tuple[Act, ...]:
    """Return the acts of a key or a title, all versions; none where the text is neither."""
    title = _bare(text)
    return tuple(act for act in acts if act.key == text or _bare(act.instrument.title) == title)


def _bare(title: str) -> str:
    return title.strip().removeprefix("《").removesuffix("》").removeprefix(_STATE_NAME)


def article_called(text: str, acts: Iterable[Act]) -> Found:
    """Return what is said at the place a text means, in every version of the act.

    Args:
        text: The key of a term (`xkf-32-1-4`), of an article (`xkf-32`), or a citation (行政许可法第三十二条).
        acts: The acts to look in.

    Raises:
        InvalidInput: for an act that is not held, an article of which nothing is held, or what is neither; naming those
            that are.
    """
    held = tuple(acts)
    if named := tuple(term for act in held for term in act.terms if term.key == text and term.part is not None):
        return Found(named, (), tuple(term.cite for term in named))
    meant, cited = _cited(text, held)
    if not meant:
        known = ", ".join(f"{act.key} {act.instrument.title}" for act in held)
        raise invalid(_PATH, "unknown-act", text, known or "—")
    norms = tuple(norm for act in held for norm in norms_of(act) if any(_meet(norm.cite, cite) for cite in cited))
    relying = tuple(term for act in held for term in act.terms if term not in norms and _relies(term, cited))
    if not norms and not relying:
        raise invalid(_PATH, "unknown-article", text, ", ".join(_articles(meant)))
    return Found(norms, relying, tuple(cited))


def _cited(text: str, acts: tuple[Act, ...]) -> tuple[list[Act], list[Citation]]:
    """Return the acts a text means, and the place it means in each that has it."""
    key = _KEY.fullmatch(text)
    meant, cited = [], []
    for act in acts if key is None else (act for act in acts if act.key == key[1]):
        try:
            cited.append(Citation.parse(text, [act.instrument]) if key is None else _by_key(key, act))
        except InvalidInput as error:
            if any(fault.code in _ANOTHER_ACT for fault in error.faults):
                continue
        meant.append(act)
    return meant, cited


_ANOTHER_ACT = frozenset({"unknown-instrument", "not-a-citation"})


def _by_key(key: re.Match[str], act: Act) -> Citation:
    """Return the place of a key.

    Raises:
        InvalidInput: where the act has no such article.
    """
    article, inserted, paragraph, item = (int(part) if part else None for part in key.groups()[1:])
    return Citation(act.instrument, article or 0, paragraph or None, item, inserted=inserted)


def _articles(acts: Iterable[Act]) -> Iterator[str]:
    """Yield the keys of the places of which something is held."""
    keys = (norm.key if isinstance(norm, Term) else norm.cite.key for act in acts for norm in norms_of(act))
    yield from dict.fromkeys(keys)


def _meet(one: Citation, other: Citation) -> bool:
    """Whether one place lies in the other."""
    if (one.instrument, one.article, one.inserted) != (other.instrument, other.article, other.inserted):
        return False
    pairs = ((one.paragraph, other.paragraph), (one.item, other.item))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _relies(term: Term, cited: Iterable[Citation]) -> bool:
    used = [term.unit_by, term.excluded_by, *term.counted_by, *term.implements]
    used += [] if term.extension is None else [term.extension.cite]
    return any(cite is not None and _meet(cite, place) for cite in used for place in cited)
