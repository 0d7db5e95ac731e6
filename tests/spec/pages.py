"""The page of an act: its terms, and article by article its clauses, worked cases and readings, Chinese first.

A page is made of what the law holds and of the lists in this room, and of nothing else; the same values give the same
page. Not covered: the text of the law, which only a reader's own copy adds (`--law-text`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from govsvc.acts import Act
from govsvc.norms import Instrument
from govsvc.norms.written import write_place
from govsvc.terms import Deadline, Term, clock
from tests.spec.asking import clocks_of
from tests.spec.checks import base
from tests.spec.clauses import Clause, ClauseList, read_clauses
from tests.spec.facets import Norm, names_of
from tests.spec.reviews import hash_of, read_reviews, review_text
from tests.spec.shown import asked_text, clock_name, expected_text
from tests.spec.strips import strip
from tests.spec.words import (
    BACK,
    both,
    extension_text,
    of_catalogue,
    scope_text,
    silence_text,
    span_text,
    word,
)
from tests.spec.worked import Worked, read_folder

__all__ = ["page", "unplaced"]

GROUNDS: Final = {"written": "条文写明", "inferred": "推断", "absent": "条文未写"}
ON_THE_WHOLE: Final = (0, None)
Article = tuple[int, int | None]


@attrs.frozen(eq=False)
class _Source:
    """Everything a page is made of."""

    act: Act
    clauses: ClauseList
    cases: tuple[Worked, ...]
    law_text: Path | None


def page(act: Act, *, law_text: Path | None = None) -> str:
    """Return the page of an act as MyST Markdown.

    Args:
        act: The act.
        law_text: A folder with the reader's own copies of the articles (`32.txt`), to be set beside the clauses.
    """
    source = _Source(act, read_clauses(act), read_folder(act.key), law_text)
    parts = [*_head(source), *_table(act.terms), *_counting(act.terms), *_whole(source)]
    for article in _articles(act):
        parts += _article(source, article)
    return "\n\n".join(parts) + "\n"


def unplaced(act: Act, folder: Path) -> list[str]:
    """Return the files of a folder that are no article of the act."""
    return sorted({path.name for path in folder.glob("*")} - {_file(article) for article in _articles(act)})


def _articles(act: Act) -> list[Article]:
    cites = [*(term.cite for term in act.terms), *(it.cite for it in act.provisions)]
    return sorted({(cite.article, cite.inserted) for cite in cites}, key=lambda it: (it[0], it[1] or 0))


def _article_of(norm: Norm) -> Article:
    return ON_THE_WHOLE if isinstance(norm, Instrument) else (norm.cite.article, norm.cite.inserted)


def _file(article: Article) -> str:
    return f"{article[0]}.txt" if article[1] is None else f"{article[0]}zhi{article[1]}.txt"


def _head(source: _Source) -> Iterator[str]:
    it, now = source.act.instrument, hash_of(source.act, source.clauses)
    status_zh, status_en = review_text(source.act.key, now, read_reviews())
    yield f"<!-- 由 pytest --spec=write 生成；请改 tests/spec。Generated: edit tests/spec. -->\n# {it.title} `{it.key}`"
    yield f"{source.clauses.zh}\n\n*{source.clauses.en}*"
    ended = "" if it.afterwards is None else f"；此后{word(it.afterwards)[0]}"
    rows = [
        ("位阶 · rank", "{} · {}".format(*word(it.rank))),
        ("文号 · number", it.number or "—"),
        ("公布 · promulgated", str(it.promulgated or "—")),
        ("施行 · in force", f"{span_text(it.in_force)}{ended}"),
        ("效力核对至 · standing checked", str(it.checked_on)),
        ("依据程度 · evidence", "{} · {}".format(*word(it.evidence))),
        ("核对 · review", f"**{status_zh}** · {status_en}；摘要 `{now}`"),
    ]
    yield _grid(("", ""), rows)
    yield f"**不包括** {source.clauses.not_covered_zh}" + _not_covered(source.act)


def _not_covered(act: Act) -> str:
    """Return what the module of the act says of its limits."""
    for name, module in sorted(sys.modules.items()):
        held = [value for value in vars(module).values() if value is act or value is act.instrument]
        if len(held) > 1 and not name.startswith("tests.") and "Not covered:" in (module.__doc__ or ""):
            said = " ".join((module.__doc__ or "").partition("Not covered:")[2].split())
            return f"\n\n*Not covered: {said}*"
    return ""


def _grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


def _table(terms: tuple[Term, ...]) -> Iterator[str]:
    if not terms:
        return
    yield "## 期限一览 · Terms"
    head = (
        "条款",
        "谁 · 做什么",
        "期限",
        "起算",
        "约束力",
        "逾期不作为",
        "延长",
        "不计入",
        "范围",
        "文本时间",
        "依据程度",
    )
    yield _grid(head, map(_row, terms))


_COUNTING = (
    (
        "事件发生之日不计入；按工作日计的，末日必为工作日。",
        "The day of the event is not counted; a term in working days ends on one.",
    ),
    (
        "末日届满仍未办的，自次日起发生逾期的效果；标明“回溯”的，效果自起算之日起算。",
        "Silence has its effect from the day after the last; one that reaches back counts from the day of the event.",
    ),
    (
        "延长所列天数是上限，只能一次，须在期限届满前（含末日）由所列的人批准，接着原期限计算。",
        "An extension is a ceiling, given once, by the post named, by the last day; it is counted on from there.",
    ),
    (
        "不计入的日子首尾都不计，重叠的只算一次；所列程序以外的事由不停止计算。",
        "Days left out are left out from the first to the last, overlaps once; no other cause stops the clock.",
    ),
    (
        "承诺期限的起算、不计入和延长与法定期限相同；承诺期限届满后批准的延长不能使其恢复。",
        "A promised term starts, stops and is extended with the statutory one; nothing revives it.",
    ),
    (
        "倒算的期限，末日是事件之日减去该长度之日，当日办理仍为按期。",
        "A term that runs back ends on the day of the event less its length; to act on that day is in time.",
    ),
)


def _counting(terms: tuple[Term, ...]) -> Iterator[str]:
    """Yield how the terms of the table are counted, for whoever has only the page."""
    if terms:
        yield "## 怎样计算 · How they are counted"
        yield "\n".join(f"* {zh}<br>*{en}*" for zh, en in _COUNTING)


def _row(it: Term) -> Iterator[str]:
    place = str(it.cite).removeprefix(it.cite.instrument.title)
    yield f"{place}{f'（{it.part}）' if it.part else ''}"
    (who_zh, who_en), (act_zh, act_en) = word(it.who), of_catalogue(it.act)
    yield _two((f"{who_zh}：{act_zh}", f"{who_en}: {act_en}"))
    yield _two(both(it.within))
    (zh, en), back = word(it.of), BACK if it.backwards else ("", "")
    yield _two((f"{zh}{back[0] and f'（{back[0]}）'}", f"{en}{back[1] and f' ({back[1]})'}"))
    yield _two(word(it.modality))
    yield _two(silence_text(it.silence))
    yield _two(extension_text(it.extension))
    yield f"{len(it.excludes)} 种程序" if it.excludes else "—"
    yield _two(scope_text(it))
    yield span_text(it.in_force)
    yield _two(word(it.evidence))


def _two(text: tuple[str, str]) -> str:
    return (text[0] if text[0] == text[1] else f"{text[0]}<br>*{text[1]}*") or "—"


def _whole(source: _Source) -> Iterator[str]:
    yield "## 文件本身 · The instrument"
    yield from _norm(source, source.act.key)
    yield from _cases(source, ON_THE_WHOLE)


def _article(source: _Source, article: Article) -> Iterator[str]:
    yield f"## {write_place(*article, None, None)}"
    text = source.law_text and source.law_text / _file(article)
    if text and text.exists():
        quoted = "\n".join(f"> {line}".rstrip() for line in text.read_text("utf-8").strip().splitlines())
        yield f"**条文（使用者自备文本）**\n\n{quoted}"
    for name, norm in names_of(source.act).items():
        if _article_of(norm) == article:
            yield from _norm(source, name)
            if isinstance(norm, Term):
                yield from _readings(source, norm)
    yield from _cases(source, article)


def _norm(source: _Source, name: str) -> Iterator[str]:
    yield f"### `{name}`"
    yield _grid(("", "内容 · what it says", "根据"), map(_clause, source.clauses.about(name)))


def _clause(it: Clause) -> tuple[str, str, str]:
    return f"`.{it.facet}`", f"{it.zh}<br>*{it.en}*", GROUNDS[it.kind]


def _cases(source: _Source, article: Article) -> Iterator[str]:
    names = names_of(source.act)
    mine = [case for case in source.cases if _article_of(names[_own(case, names)]) == article]
    if mine:
        yield "### 例 · Worked cases" if article == ON_THE_WHOLE else f"### {write_place(*article, None, None)}：例"
    for case in mine:
        yield _case(case)


def _own(case: Worked, names: dict[str, Norm]) -> str:
    """Return the first norm of its own act that a case cites."""
    return next(name for clause in case.clauses for name in names if _names(clause, name))


def _names(clause: str, name: str) -> bool:
    return clause.startswith(f"{name}.") and (":" in name) == (":" in clause)


def _case(case: Worked) -> str:
    strips = "\n".join(f"{clock_name(name)}：{strip(it.ledger())}" for name, it in _told(case) if it.ledger().lines)
    lines = [
        f"**{case.title}**",
        f"{case.why['zh']}<br>*{case.why['en']}*",
        f"问：{asked_text(case)}<br>答：{expected_text(case)}",
        f"```text\n{strips}\n```" if strips else "",
        f"依据：{'、'.join(f'`{clause}`' for clause in case.clauses)}；来源：{case.source}",
    ]
    return "\n\n".join(line for line in lines if line)


def _told(case: Worked) -> Iterator[tuple[str, Deadline]]:
    """Yield the clocks of an answer worth showing: each once, under its name; none where a sheet is asked for."""
    shown: list[Deadline] = []
    for name, it in clocks_of(case, base()).items():
        if it not in shown and name != "governing" and {"due", "likely", "clocks", *case.expect} & {*case.expect, name}:
            shown.append(it)
            yield name, it
    if not shown and ({"due", "status", "likely"} & case.expect.keys()):
        yield from ((name, it) for name, it in clocks_of(case, base()).items() if name == "governing")


def _readings(source: _Source, term: Term) -> Iterator[str]:
    if not term.readings:
        return
    starts = sorted({(it.start, it.calendar) for it in _clocks(source, term)}, key=lambda pair: pair[0])
    head = (
        word(term.of)[0],
        f"通说：{both(term.within)[0]}",
        *(f"{it.name}：{both(it.within)[0]}" for it in term.readings),
    )
    rows = [
        [str(start), *(str(clock(read, start, on).likely) for read in (term, *map(term.read_as, _names_of(term))))]
        for start, on in starts
    ]
    yield f"**两种读法 · Readings**（{'；'.join(f'{it.name}: {it.why}' for it in term.readings)}）"
    yield _grid(head, rows)


def _names_of(term: Term) -> list[str]:
    return [reading.name for reading in term.readings]


def _clocks(source: _Source, term: Term) -> Iterator[Deadline]:
    for case in source.cases:
        yield from (it for it in clocks_of(case, base()).values() if it.term.key == term.key)
