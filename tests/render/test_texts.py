"""What people read: zh first, every figure from the answer."""

from __future__ import annotations

import datetime as dt

import pytest

from govsvc.calendars import china, for_place
from govsvc.cases import Accepted, Case, ExclusionBegun, ExclusionEnded, Extended, Received, assess
from govsvc.deadlines import decision, intake, renewal
from govsvc.errors import Fault
from govsvc.i18n import LOCALES
from govsvc.law import LAW
from govsvc.places import Place
from govsvc.render import assessment_text, deadline_text, deadlines_text, faults_text, ledger_text, year_text
from govsvc.render.words import citation_text, one_line
from govsvc.spans import Span
from govsvc.terms import CalendarDays, Excluded, Extension, Procedure, Roll, WorkingDays, reckon

KNOWN = china(as_known=dt.date(2026, 11, 21))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_a_settled_deadline_in_chinese() -> None:
    limit = intake(day("2025-09-29")).limit
    assert deadline_text(limit, "zh", as_of=day("2025-10-09")).splitlines() == [
        "告知补正（受理审查）：最后一日为2025年10月13日（周一）",
        "  尚余3个工作日（4日）",
        "  行政机关应当一次性告知需要补正的全部内容，或者作出受理与否的决定",
        "  依据：行政许可法第三十二条第一款第（四）项；自2025年9月29日起算（当日不计），5个工作日",
        "  期满未办：视为受理（自起算日起；仅限行政许可）",
    ]


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        ("2025-10-11", "  working days left: 1 (calendar days: 2)"),
        ("2025-10-13", "  this is the last day"),
        ("2025-10-14", "  overdue; working days: 1 (calendar days: 1)"),
    ],
)
def test_where_a_day_stands(as_of: str, line: str) -> None:
    assert deadline_text(intake(day("2025-09-29")).limit, "en", as_of=day(as_of)).splitlines()[1] == line


def test_an_open_deadline_shows_its_interval_and_never_one_day() -> None:
    statutory = decision(day("2026-12-10"), calendar=KNOWN).statutory
    lines = deadline_text(statutory, "zh", as_of=day("2026-12-28")).splitlines()
    assert lines[0] == (
        "作出许可决定：最后一日在2027年1月6日（周三）至2027年1月12日（周二）之间，多半为2027年1月8日（周五）（待公布）"
    )
    assert lines[1].startswith("  距稳妥日2027年1月6日尚有9日，其中工作日至少")
    uncertain = deadline_text(statutory, "zh", as_of=day("2027-01-07")).splitlines()[1]
    assert uncertain == "  是否届满取决于尚未公布的安排；2027年1月13日起确定逾期"


def test_a_bound_that_nobody_knows_is_not_shown() -> None:
    statutory = decision(day("2026-12-21"), place=Place.parse("广西")).statutory
    for locale in LOCALES:
        assert "2100" not in deadline_text(statutory, locale, as_of=day("2027-02-01"))


def test_an_end_beyond_the_calendar_has_no_figures() -> None:
    far = decision(day("2100-11-26"), promised=CalendarDays(130)).promised
    assert far is not None
    assert deadline_text(far, "en", as_of=day("2100-12-31")).splitlines()[1] == "  running"


def test_what_bears_on_a_term_is_shown_and_a_promise_is_only_a_promise() -> None:
    found = decision(
        day("2022-11-01"),
        promised=WorkingDays(8),
        extension=Extension(WorkingDays(4), approved_on=day("2022-11-11"), approver="head-of-agency"),
        excluded=[Excluded(Procedure.EXPERT_REVIEW, Span(day("2022-11-03"), day("2022-11-04")), told_on=None)],
    )
    lines = deadlines_text(found, "zh").splitlines()
    assert "  不计入2022年11月3日至2022年11月4日：专家评审" in lines
    assert "  延长4个工作日：2022年11月11日由本机关负责人批准" in lines
    assert "另有" in lines
    assert lines[-1] == "  期满未办：违反承诺，不影响办件效力"
    assert "  期满未办：法律未规定默示效果" in lines


def test_the_two_readings_stand_side_by_side() -> None:
    expires = day("2005-12-31")
    headline = deadline_text(renewal(expires).apply_by, "zh")
    assert "最后一日为2005年12月1日（周四）" in headline
    assert "另一种解释（按工作日，30个工作日）：2005年11月21日（周一）" in headline
    chosen = deadline_text(renewal(expires, law=LAW.reading(xkf_50_1="working-days")).apply_by, "zh")
    assert "最后一日为2005年11月21日（周一）" in chosen
    assert "按另一种解释（按工作日）计算" in chosen


def test_the_other_reading_of_an_open_term_is_an_interval() -> None:
    text = deadline_text(renewal(day("2027-03-31"), calendar=KNOWN).apply_by, "zh")
    assert "最后一日为2027年3月1日（周一）" in text
    (line,) = (line for line in text.splitlines() if "另一种解释" in line)
    assert "至2027年" in line


def test_citations_are_written_as_each_language_cites() -> None:
    cite = intake(day("2026-03-02")).limit.term.cite
    assert citation_text(cite, "zh") == "行政许可法第三十二条第一款第（四）项"
    assert citation_text(cite, "en") == "行政许可法 art. 32(1)(4)"
    assert citation_text(cite.analogous(), "en") == "行政许可法 art. 32(1)(4) by analogy"
    assert citation_text(cite.analogous(), "zh").endswith("（类推适用）")


def test_a_ledger_is_a_strip_of_days() -> None:
    told = day("2026-03-03")
    left_out = Excluded(Procedure.HEARING, Span(told, told), told_on=told)
    ledger = reckon(WorkingDays(2), day("2026-03-02"), excluded=[left_out]).ledger()
    assert ledger_text(ledger, "zh").splitlines() == [
        "逐日计算：自2026年3月2日起算（当日不计），2个工作日，至2026年3月5日",
        "  2026-03-03 周二   ·  工作日（不计入：听证（2026年3月3日告知））",
        "  2026-03-04 周三   1  工作日",
        "  2026-03-05 周四   2  工作日",
    ]


def test_a_strip_runs_back_rolls_and_says_what_is_not_announced() -> None:
    back = ledger_text(reckon(WorkingDays(1), day("2026-03-02"), backwards=True).ledger(), "en").splitlines()
    assert back[0] == "Day by day, back: 1 working day before March 2, 2026, to February 28, 2026"
    rolled = reckon(CalendarDays(1), day("2026-09-30"), roll=Roll.DAY_AFTER_REST).ledger()
    assert ledger_text(rolled, "zh").splitlines()[-1] == "  2026-10-08 周四   ·  工作日（顺延至此）"
    assert "顺延）" in ledger_text(rolled, "zh").splitlines()[2]
    open_ = reckon(WorkingDays(5), day("2026-12-21"), calendar=KNOWN).ledger()
    lines = ledger_text(open_, "zh").splitlines()
    assert lines[-1].startswith("  其中有尚未公布的日子：最早2026年12月2")
    assert "待公布" in lines[-2]


def test_a_ledger_without_days_says_so() -> None:
    assert ledger_text(renewal(day("2026-05-04")).decide_by.ledger(), "zh") == "没有需要逐日计算的日子。"


def test_an_assessed_case_tells_everything() -> None:
    events = (
        Received(day("2026-08-03")),
        Received(day("2026-08-04")),
        Accepted(day("2026-08-05")),
        ExclusionBegun(day("2026-08-12"), "expert-review"),
        ExclusionEnded(day("2026-09-09")),
        Extended(
            day("2026-09-10"),
            Extension(WorkingDays(11), approved_on=day("2026-09-10"), approver="head-of-agency"),
        ),
    )
    case = Case(id="HS-1", events=events, promised=WorkingDays(10))
    lines = assessment_text(assess(case, as_of=day("2026-10-09"), calendar=KNOWN), "zh").splitlines()
    assert lines[:3] == ["HS-1　已受理", "  截至2026年10月9日（周五）", "  受理日：2026年8月5日"]
    assert "    作出许可决定：最后一日为2026年10月8日（周四）" in lines
    assert "      不计入2026年8月12日至2026年9月9日：专家评审" in lines
    assert "    告知补正（受理审查）（最后一日2026年8月10日）：按期完成，2026年8月5日" in lines
    assert "    ［待核］没有已将专家评审所需时间书面告知申请人的记录。（第4条记录）　行政许可法第四十五条" in lines
    assert "    ［违反］许可决定的最后一日为2026年10月8日，至今没有作出。　行政许可法第四十二条第一款" in lines
    aside = lines.index("  不发生效力的记录")
    assert lines[aside + 1 : aside + 3] == [
        "    第2条　2026年8月4日收件：此前已经收件。",
        "    第6条　2026年9月10日延长期限：延长11个工作日，超过上限（10个工作日）。　行政许可法第四十二条第一款",
    ]
    assert not any("此前已经收件" in line for line in lines[:aside])
    assert lines[-1].startswith("  计算依据：程序0.1.0，法律")


def test_a_case_in_which_nothing_runs_says_so() -> None:
    text = assessment_text(assess(Case(id="A-1"), as_of=day("2026-03-10")), "en")
    assert text.splitlines()[2:4] == ["  Running clocks", "    none"]


def test_a_callers_text_cannot_break_a_line_or_drive_a_terminal() -> None:
    text = assessment_text(assess(Case(id="A\n\x1b[2J\u202e-1"), as_of=day("2026-03-10")), "zh")
    assert text.splitlines()[0] == "A\\n\\x1b[2J\\u202e-1　尚未收件"
    assert one_line("衡水 1") == "衡水 1"


def test_a_year_names_what_is_off_what_is_worked_and_who_says_so() -> None:
    lines = year_text(china(), 2026, Place.NATIONAL, "zh").splitlines()
    assert lines[0] == "2026年工作日历　全国"
    assert "  元旦：01-01（周四）至01-03（周六）休息；01-04（周日）上班（国办发明电〔2025〕7号）" in lines
    assert any(line.startswith("  各月工作日：1月21天、2月16天") for line in lines)
    assert any(line.startswith("  全年365天：工作日248天，休息117天") for line in lines)
    assert (
        lines[-1]
        .strip()
        .startswith("国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025年11月4日公布）")
    )
    order = [next(i for i, line in enumerate(lines) if line.startswith(f"  {name}：")) for name in ("中秋节", "国庆节")]
    assert order == sorted(order)


def test_a_year_before_its_notice_is_marked_as_computed() -> None:
    text = year_text(KNOWN, 2027, Place.NATIONAL, "en")
    assert "January 1, 2027 to December 31, 2027: provisional" in text
    assert "(provisional, computed from the holiday law)" in text
    assert "Of these, 365 days are not announced; they are computed." in text
    assert text.splitlines()[-1].strip() == "no notice of the year is held"


def test_a_year_of_a_region_names_its_own_days() -> None:
    guangxi = Place.parse("广西")
    text = year_text(for_place(guangxi), 2026, guangxi, "zh")
    assert "壮族三月三：04-17（周五）至04-20（周一）休息" in text


def test_faults_are_told_with_their_place() -> None:
    faults = [
        Fault("$.events[1].on", "out-of-order", "2026-03-04", "a day not before 2026-03-05"),
        Fault("$.promised.working_days", "not-a-number", "8", "a whole number"),
        Fault("$.x", "never-heard-of", {"a": [1]}, "something"),
        Fault("$.case", "not-text", "长" * 100, "text"),
    ]
    assert faults_text(faults, "zh").splitlines() == [
        "输入有误：",
        "  $.events[1].on：“2026-03-04”早于前面的记录（2026-03-05）",
        "  $.promised.working_days：“8”应为整数，不加引号",
        '  $.x：never-heard-of（给出{"a": [1]}，应为：something）',
        f"  $.case：“{'长' * 60}…”应为文字，加引号",
    ]
