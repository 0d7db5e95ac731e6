"""A first draft of the clauses an act needs and its list lacks, told from the act's own values.

A draft saves typing and is no review: its words are to be read against the article and bettered by hand. The ground is
a guess (`absent` where the value is empty). Not covered: what an article means beyond its fields.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from typing import Final

from govsvc.acts import Act, Provision
from govsvc.norms import Instrument
from govsvc.terms import CalendarDays, Hours, Months, Term, UntilTheDay, WorkingDays, Years
from tests.spec.clauses import HERE
from tests.spec.facets import Norm, cite_of, facets_of, names_of
from tests.spec.sheets import sheet, shown_facets
from tests.spec.words import (
    BACK,
    both,
    cites,
    extension_text,
    of_catalogue,
    role,
    roles_text,
    scope_text,
    silence_text,
    word,
)
from tests.spec.worked import read_folder

__all__ = ["draft", "missing"]

HEAD: Final = '[act]\nzh = ""\nen = ""\nnot_covered_zh = ""\n\n'

Said = tuple[str, str, str]


def draft(act: Act, held: frozenset[str] = frozenset()) -> str:
    """Return the clauses of an act that are not held, as TOML to be added to its list."""
    norms = ((name, norm, [f for f in facets_of(norm) if f"{name}.{f}" not in held]) for name, norm in _all(act))
    return "\n".join(line for name, norm, facets in norms if facets for line in _norm(name, norm, facets))


def _all(act: Act) -> Iterator[tuple[str, Norm]]:
    yield from names_of(act).items()


def _norm(name: str, norm: Norm, facets: list[str]) -> Iterator[str]:
    cite = cite_of(norm)
    yield f"[[norm]]\nname = {_quoted(name)}"
    yield f"article = {_quoted(str(cite) if cite else str(norm))}\n[norm.says]"
    for facet in facets:
        yield f"{_key(facet)} = [{', '.join(map(_quoted, _said(norm, facet)))}]"
    yield ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _key(facet: str) -> str:
    return _quoted(facet) if "." in facet else facet


def _said(norm: Norm, facet: str) -> Said:
    if isinstance(norm, Instrument):
        return _of_instrument(norm, facet)
    if isinstance(norm, Provision):
        return _of_provision(norm, facet)
    if facet.startswith("reading."):
        (reading,) = (it for it in norm.readings if facet == f"reading.{it.name}")
        zh, en = both(reading.within)
        return "inferred", f"另一种读法：{zh}", f"Another reading: {en}"
    return _TERM[facet](norm)


def _of_instrument(it: Instrument, facet: str) -> Said:
    zh, en = word(it.rank)
    ends = (f"，至{it.in_force.last}止", f" to {it.in_force.last}") if not it.in_force.is_open else ("", "")
    promulgated = it.promulgated or "未查明"
    return {
        "title": ("written", f"本文件称《{it.title}》", f"The text is cited as {it.title}"),
        "rank": ("inferred", f"位阶为{zh}", f"Its rank is that of a {en}"),
        "in-force": ("written", f"自{it.in_force.first}起施行{ends[0]}", f"In force from {it.in_force.first}{ends[1]}"),
        "evidence": ("inferred", f"依据程度：{word(it.evidence)[0]}", f"Evidence: {word(it.evidence)[1]}"),
        "promulgation": (
            "written" if it.promulgated else "absent",
            f"公布日期：{promulgated}；文号：{it.number or '未查明'}",
            f"Promulgated: {it.promulgated or 'not known'}; number: {it.number or 'not known'}",
        ),
        "issuer": _issuer(it),
        "place": ("inferred", f"适用于{it.place.full_name}", f"It reaches as far as {it.place.full_name}"),
        "standing": _standing(it),
        "relation": _details(it),
    }[facet]


def _issuer(it: Instrument) -> Said:
    if it.issuer is None:
        return "absent", "制定机关未记载", "Who made it is not recorded"
    return "written", f"制定机关：{it.issuer.general}", f"Made by: {it.issuer.general}"


def _standing(it: Instrument) -> Said:
    zh, en = word(it.standing(min(it.in_force.last, it.checked_on)))
    if it.afterwards is not None:
        zh, en = f"期满后{word(it.afterwards)[0]}", f"afterwards {word(it.afterwards)[1]}"
    before, after = it.predecessor or "—", it.successor or "—"
    return "inferred", f"{zh}；前一文本：{before}；后一文本：{after}", f"{en}; before it: {before}; after it: {after}"


def _details(it: Instrument) -> Said:
    if not it.implements:
        return "absent", "不以实施其他文件为目的", "It details no other instrument"
    return "written", f"实施：{'、'.join(it.implements)}", f"It details: {', '.join(it.implements)}"


def _of_provision(it: Provision, facet: str) -> Said:
    assert facet == "says"
    return "written", *of_catalogue(it.says)


def _length(term: Term) -> Said:
    zh, en = both(term.within)
    return "written", f"期限：{zh}", f"The term: {en}"


def _unit(term: Term) -> Said:
    if isinstance(term.within, UntilTheDay):
        return "written", "以届满日为界，不论该日是否工作日", "The day itself is the limit, a working day or not"
    by = (f"（{term.unit_by}）", f" ({term.unit_by})") if term.unit_by else ("", "")
    zh, en = _UNITS[type(term.within)]
    return "written", f"以{zh}计算{by[0]}", f"Counted in {en}{by[1]}"


_UNITS = {
    WorkingDays: ("工作日", "working days"),
    CalendarDays: ("自然日", "calendar days"),
    Months: ("月", "months"),
    Years: ("年", "years"),
    Hours: ("小时", "hours"),
}


def _direction(term: Term) -> Said:
    if term.backwards:
        return "written", f"自事件之日{BACK[0]}", f"It {BACK[1]}"
    return "written", "自事件之日起向后计算", "It runs forward from the event"


def _absent(empty: bool, zh: str, en: str, said: tuple[str, str]) -> Said:
    return ("absent", zh, en) if empty else ("written", *said)


def _exclusion(term: Term) -> Said:
    names = sorted(term.excludes, key=lambda it: it.value)
    zh, en = "、".join(word(it)[0] for it in names), ", ".join(word(it)[1] for it in names)
    said = (f"不计入期限：{zh}（{term.excluded_by}）", f"Left out: {en} ({term.excluded_by})")
    return _absent(not names, "没有不计入期限的程序", "No procedure is left out", said)


def _silence(term: Term) -> Said:
    zh, en = silence_text(term.silence)
    return _absent(
        term.silence is None, "逾期不产生法律拟制的结果", "Silence has no effect", (f"逾期：{zh}", f"Silence: {en}")
    )


def _extension(term: Term) -> Said:
    zh, en = extension_text(term.extension)
    said = (f"可以延长一次：{zh}", f"May be extended once: {en}")
    return _absent(term.extension is None, "不得延长", "May not be extended", said)


def _scope(term: Term) -> Said:
    zh, en = scope_text(term)
    if not zh:
        return "absent", "不限事项类型和申请人", "For every type of matter and applicant"
    return "written", f"只适用于{zh}", f"For {en} only"


def _silence_scope(term: Term) -> Said:
    zh, en = scope_text(term.silence) if term.silence else ("", "")
    if not zh:
        return "absent", "逾期的效果不另限事项类型或者申请人", "The effect of silence is not further confined"
    return "written", f"逾期的效果限于{zh}", f"The effect of silence is confined to {en}"


def _relation(term: Term) -> Said:
    if not term.special_to and not term.implements:
        return "absent", "不是其他条款的特别规定或者细化", "It is special to no other clause and details none"
    special, detailed = "、".join(term.special_to) or "—", cites(term.implements)
    return "inferred", f"特别规定于：{special}；细化：{detailed}", f"Special to: {special}; details: {detailed}"


def _effective(term: Term) -> Said:
    zh, en = word(term.silence.effective) if term.silence else ("", "")
    return "written", f"逾期的效果：{zh}", f"The effect counts {en}"


def _approver(term: Term) -> Said:
    zh, en = role(term.extension.approver) if term.extension else ("", "")
    return "written", f"延长由{zh}批准", f"The extension is approved by: {en}"


def _counting(term: Term) -> Said:
    zh, en = f"起算依{cites(term.counted_by)}：当日不计", f"Counted by {cites(term.counted_by)}: day 0 is not counted"
    return ("inferred", zh, en) if term.counted_by else ("absent", "无须计日", "There are no days to count")


_TERM = {
    "topic": lambda it: ("written", of_catalogue(it.act)[0], of_catalogue(it.act)[1]),
    "who": lambda it: (
        "written",
        f"义务人：{roles_text(it)[0].partition('：')[0]}",
        f"Addressed to: {word(it.who)[1]}",
    ),
    "length": _length,
    "unit": _unit,
    "start": lambda it: ("written", f"自{word(it.of)[0]}之日起算", f"Counted from {word(it.of)[1]}"),
    "direction": _direction,
    "roll": lambda it: (
        "absent",
        f"末日遇休息日{word(it.roll)[0]}",
        f"A last day that is a rest day {word(it.roll)[1]}",
    ),
    "counting": _counting,
    "modality": lambda it: ("written", f"约束力：{word(it.modality)[0]}", f"How binding: {word(it.modality)[1]}"),
    "silence": _silence,
    "effective": _effective,
    "silence-scope": _silence_scope,
    "extension": _extension,
    "approver": _approver,
    "exclusion": _exclusion,
    "in-force": lambda it: ("written", "与本文件同时有效", "In force as long as the instrument"),
    "evidence": lambda it: ("inferred", f"依据程度：{word(it.evidence)[0]}", f"Evidence: {word(it.evidence)[1]}"),
    "scope": _scope,
    "relation": _relation,
}


def missing(acts: Iterable[Act]) -> str:
    """Return the clauses and the sheets that acts lack, each under the file it belongs to."""
    return "\n".join(part for act in acts for part in _missing(act))


def _missing(act: Act) -> Iterator[str]:
    path = HERE / f"{act.key}.toml"
    raw = tomllib.loads(path.read_text("utf-8")) if path.exists() else {"norm": []}
    held = frozenset(f"{norm['name']}.{facet}" for norm in raw["norm"] for facet in norm["says"])
    if text := draft(act, held):
        yield f"# {path.name}\n{'' if path.exists() else HEAD}{text}"
    cited = {clause for case in read_folder(act.key) for clause in case.clauses}
    shown = frozenset(
        name for name, norm in names_of(act).items() if all(f"{name}.{facet}" in cited for facet in shown_facets(norm))
    )
    if text := sheet(act, shown):
        yield f"# worked/{act.key}/terms.toml\n{text}"
