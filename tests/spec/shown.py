"""What a worked case asks and expects, as a line for a reader: Chinese words for the keys and for the values known.

Not covered: keys without a word, which stand as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from govsvc.i18n import UnknownMessage, translate
from govsvc.norms import ApplicantKind, Event, Evidence, Rank, Standing
from govsvc.terms import Roll
from tests.spec.words import word
from tests.spec.worked import Worked

__all__ = ["asked_text", "clock_name", "expected_text"]

ASKED: Final = {
    "intake": "何时以前告知补正",
    "decision": "何时以前决定",
    "certificate-delivery": "何时以前送达证件",
    "renewal": "何时以前申请和决定延续",
    "due": "何时以前",
    "term": "这一期限的末日",
    "received": "哪一日算收到",
    "provisions": "有哪些规定",
    "instrument": "文件情况",
    "case": "案件现状",
}

KEYS: Final = {
    "received": "收到",
    "accepted": "受理",
    "decided": "决定",
    "expires": "届满",
    "start": "起算日",
    "topic": "事项",
    "as_of": "截至",
    "as_known": "当时已公布的安排截至",
    "law_on": "适用文本日",
    "matter": "事项类型",
    "applicant": "申请人",
    "place": "地点",
    "joint": "联合办理",
    "promised": "承诺",
    "extension": "延长",
    "excluded": "不计入",
    "readings": "读法",
    "events": "经过",
    "warning": "预警",
    "key": "条款",
    "by": "加",
    "approved_on": "批准日",
    "approver": "批准人",
    "why": "程序",
    "first": "首日",
    "last": "末日",
    "told_on": "告知日",
    "due": "末日",
    "likely": "可能的末日",
    "earliest": "最早",
    "latest": "最晚",
    "lapsed_from": "逾期自",
    "article": "条款",
    "start_event": "起算事件",
    "status": "状态",
    "state": "阶段",
    "accepted_on": "受理日",
    "findings": "发现",
    "set_aside": "无效的事件",
    "clocks": "期限",
    "next_due": "最近到期",
    "working_days_left": "剩余工作日",
    "calendar_days_left": "剩余日",
    "silence": "逾期效果",
    "effective": "效果自",
    "silence_only": "效果限于",
    "limit": "期限",
    "target": "目标",
    "statutory": "法定",
    "apply_by": "申请",
    "decide_by": "决定",
    "error": "不予回答",
    "codes": "原因",
    "modality": "约束力",
    "who": "义务人",
    "act": "行为",
    "evidence": "依据程度",
    "counted_by": "计算依据",
    "unit_by": "单位依据",
    "roll": "遇休息日",
    "backwards": "倒算",
    "only": "限事项",
    "reading": "所用读法",
    "certainty": "确定程度",
    "on": "日期",
    "at": "时刻",
    "channel": "途径",
    "confirmed": "确认日",
    "basis": "依据",
    "says": "规定",
    "also": "另有",
    "title": "名称",
    "rank": "位阶",
    "number": "文号",
    "promulgated": "公布",
    "issuer": "制定机关",
    "reaches": "适用范围",
    "articles": "条数",
    "afterwards": "期满后",
    "predecessor": "前一文本",
    "successor": "后一文本",
    "implements": "细化",
    "special_to": "特别规定于",
    "silence_applicant": "效果限于申请人",
    "extended_by": "延长依据",
    "excluded_by": "不计入依据",
    "excludes": "不计入程序",
    "time": "有效时间",
    "times": "有效时间",
    "grades": "依据程度",
    "governing": "适用",
    "levels": "级别",
    "source": "来源",
    "policy": "规则",
    "closes": "截止时刻",
    "special": "特别法",
    "working_days": "工作日",
    "calendar_days": "自然日",
    "event": "事件",
}

FAMILIES: Final = {
    "status": "status",
    "state": "state",
    "who": "who",
    "modality": "modality",
    "silence": "result",
    "effective": "effective",
    "matter": "matter",
    "only": "matter",
    "silence_only": "matter",
    "approver": "who",
    "why": "procedure",
    "topic": "topic",
    "certainty": "certainty",
    "act": "",
    "says": "",
    "excludes": "procedure",
    "event": "event",
}

KINDS: Final[dict[str, type[Enum]]] = {
    "evidence": Evidence,
    "grades": Evidence,
    "rank": Rank,
    "start_event": Event,
    "applicant": ApplicantKind,
    "silence_applicant": ApplicantKind,
    "afterwards": Standing,
    "roll": Roll,
}
"""The kind of value of a key whose words are those of a page."""

ERRORS: Final = {
    "NotCovered": "不在所收条文范围内",
    "NotInForce": "该日没有有效文本",
    "InvalidInput": "所给事实不被法律允许",
    "NotSettled": "条文之间的冲突有待裁决",
}
"""The family of the catalogue that a key's values are worded in."""


def clock_name(name: str) -> str:
    """Return the name of a clock of an answer."""
    return KEYS.get(name) or _word("topic", name)


def asked_text(case: Worked) -> str:
    """Return what a case asks, on one line."""
    return f"{ASKED[case.ask]}（{_table(case.given)}）"


def expected_text(case: Worked) -> str:
    """Return what a case expects, on one line."""
    return _table(case.expect)


def _table(table: Mapping[str, Any]) -> str:
    return "，".join(f"{KEYS.get(key, f'`{key}`')} {_value(key, value)}" for key, value in table.items())


def _value(key: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return f"［{_table(value)}］"
    if isinstance(value, list):
        return "、".join(_value(key, it) for it in value) or "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date | dt.time | int):
        return str(value)
    return "无" if value == "none" else _word(key, str(value))


def _word(key: str, value: str) -> str:
    if key == "error":
        return ERRORS.get(value, f"`{value}`")
    if key in KINDS:
        return word(KINDS[key](value))[0]
    if key not in FAMILIES:
        return value if any("一" <= char <= "鿿" for char in value) else f"`{value}`"
    family = FAMILIES[key]
    try:
        return translate(f"{family}.{value}".removeprefix(".").replace("_", "-"), "zh")
    except UnknownMessage:
        return f"`{value}`"
