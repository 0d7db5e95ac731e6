"""The words of a page for what a law holds, in Chinese and English: those of the catalogues, and a few of its own.

Not covered: sentences, which the rooms beside this one put together.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Final

from govsvc.i18n import UnknownMessage, translate
from govsvc.norms import (
    ApplicantKind,
    Citation,
    Event,
    Evidence,
    MatterType,
    Modality,
    Rank,
    Result,
    Silence,
    Standing,
    Topic,
    Who,
)
from govsvc.norms.silence import Effective
from govsvc.render.words import length_text
from govsvc.spans import Span
from govsvc.terms import Extendable, Length, Procedure, Roll, Term

__all__ = ["BACK", "both", "extension_text", "of_catalogue", "roles_text", "silence_text", "span_text", "word"]

_FAMILIES: Final[dict[type, str]] = {
    Topic: "topic",
    Who: "who",
    Modality: "modality",
    Result: "result",
    Effective: "effective",
    Procedure: "procedure",
    MatterType: "matter",
}
"""The words the catalogues have, by the kind of value."""

_OWN: Final[dict[Enum, tuple[str, str]]] = {
    Event.RECEIVED: ("收到", "receipt"),
    Event.ACCEPTED: ("受理", "acceptance"),
    Event.DECIDED: ("作出决定", "the decision"),
    Event.DELIVERED: ("送达", "delivery"),
    Event.EXPIRES: ("有效期届满", "expiry"),
    Event.PROCEDURE_BEGUN: ("启动特别程序", "the begin of the procedure"),
    Event.INFORMED: ("被告知", "being informed"),
    Event.LEARNT: ("知道或者应当知道", "knowledge"),
    Event.RULE_IN_FORCE: ("施行", "entry into force"),
    Event.HEARING_REQUESTED: ("提出听证申请", "the request for a hearing"),
    Event.HEARING_HELD: ("举行听证", "the hearing"),
    ApplicantKind.PERSON: ("自然人", "natural persons"),
    ApplicantKind.MARKET_ENTITY: ("经营主体", "market entities"),
    ApplicantKind.OTHER: ("其他组织", "other organisations"),
    Standing.NOT_YET: ("尚未施行", "not yet in force"),
    Standing.IN_FORCE: ("现行有效", "in force"),
    Standing.SUPERSEDED: ("已被替代", "superseded"),
    Standing.PRESUMED_SUPERSEDED: ("推定已被替代，未见废止决定", "presumed superseded; no repeal was seen"),
    Standing.REPEALED: ("已废止", "repealed"),
    Standing.UNKNOWN: ("效力未查明", "standing unknown"),
    Evidence.FULL_TEXT: ("全文已读", "full text read"),
    Evidence.EXCERPT: ("仅读摘录", "excerpt read"),
    Evidence.MEMORY: ("凭记忆", "from memory"),
    Roll.NONE: ("不顺延", "does not roll"),
    Roll.DAY_AFTER_REST: ("顺延至休息日结束的次日", "rolls to the day after the rest"),
    Roll.FIRST_WORKING_DAY: ("顺延至第一个工作日", "rolls to the first working day"),
    Rank.CONSTITUTION: ("宪法", "constitution"),
    Rank.STATUTE: ("法律", "statute"),
    Rank.ADMINISTRATIVE_REGULATION: ("行政法规", "administrative regulation"),
    Rank.LOCAL_REGULATION: ("地方性法规", "local regulation"),
    Rank.DEPARTMENT_RULE: ("部门规章", "departmental rule"),
    Rank.LOCAL_GOVERNMENT_RULE: ("地方政府规章", "local government rule"),
    Rank.JUDICIAL_INTERPRETATION: ("司法解释", "judicial interpretation"),
    Rank.GOVERNMENT_DOCUMENT: ("人民政府规范性文件", "government document"),
    Rank.DEPARTMENT_DOCUMENT: ("部门规范性文件", "departmental document"),
    Rank.NORMATIVE_DOCUMENT: ("规范性文件", "normative document"),
    Rank.STANDARD: ("标准", "standard"),
}

BACK: Final = ("向前倒算", "runs back from the event")


def word(value: Enum) -> tuple[str, str]:
    """Return a value in Chinese and in English; a name in code where nobody has put it into words yet."""
    if value in _OWN:
        return _OWN[value]
    return of_catalogue(f"{_FAMILIES[type(value)]}.{value.value}") if type(value) in _FAMILIES else _code(value)


def _code(value: Enum) -> tuple[str, str]:
    return f"`{value.value}`", f"`{value.value}`"


def of_catalogue(message: str) -> tuple[str, str]:
    """Return a message of the catalogues in both languages; its id where they have none yet."""
    try:
        return translate(message, "zh"), translate(message, "en")
    except UnknownMessage:
        return f"`{message}`", f"`{message}`"


def both(length: Length) -> tuple[str, str]:
    """Return a length in both languages."""
    return length_text(length, "zh"), length_text(length, "en")


def span_text(span: Span | None) -> str:
    """Return when a wording holds; a dash for as long as its instrument."""
    if span is None or span.first == dt.date.min:
        return "—"
    return f"{span.first} 起" if span.is_open else f"{span.first} 至 {span.last}"


def silence_text(silence: Silence | None) -> tuple[str, str]:
    """Return what silence means in both languages."""
    if silence is None:
        return "条文未规定", "nothing"
    (zh, en), (since_zh, since_en) = word(silence.result), word(silence.effective)
    only_zh, only_en = scope_text(silence)
    return f"{zh}（{since_zh}）{only_zh and f'，限{only_zh}'}", f"{en} ({since_en}){only_en and f', {only_en} only'}"


def scope_text(it: Silence | Term) -> tuple[str, str]:
    """Return the type of matter and the kind of applicant something is confined to; nothing where it is not."""
    words = [word(value) for value in (it.only, it.applicant) if value is not None]
    return "、".join(zh for zh, _ in words), ", ".join(en for _, en in words)


def extension_text(extension: Extendable | None) -> tuple[str, str]:
    """Return by how much a term may be extended and by whom."""
    if extension is None:
        return "无", "none"
    (zh, en), (who_zh, who_en) = both(extension.by), role(extension.approver)
    return f"＋{zh}（{who_zh}）", f"+{en} ({who_en})"


def role(approver: str) -> tuple[str, str]:
    """Return a role in both languages."""
    return word(Who(approver)) if approver in set(Who) else (approver, approver)


def roles_text(term: Term) -> tuple[str, str]:
    """Return who must act and what, in both languages."""
    (who_zh, who_en), (act_zh, act_en) = word(term.who), of_catalogue(term.act)
    return f"{who_zh}：{act_zh}", f"{who_en}: {act_en}"


def cites(citations: tuple[Citation, ...]) -> str:
    """Return citations, or a dash."""
    return "；".join(map(str, citations)) or "—"
