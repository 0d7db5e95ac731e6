"""The specification is held to its own rules: planted faults are found, each with its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import attrs
import pytest

from govsvc.acts import LAW, Act, Law
from govsvc.errors import InvalidInput
from govsvc.norms import Effective, Result, Silence
from govsvc.terms import Term, WorkingDays
from tests.spec.asking import differences
from tests.spec.checks import Check, base, checks_of, of_module
from tests.spec.clauses import act_of, known_ids, read_clauses
from tests.spec.drafts import draft
from tests.spec.facets import act_ids, names_of
from tests.spec.killing import Hunt, faults_of, hunt
from tests.spec.mutants import mutants_of
from tests.spec.pages import page
from tests.spec.plugin import WorkedFile, unknown_clauses
from tests.spec.released import previous, told_changes, untold
from tests.spec.reviews import Review, hash_of, read_reviews, review_text
from tests.spec.sheets import sheet
from tests.spec.worked import Worked, read_worked

XKF = act_of("xkf")


def changed(act: Act, key: str, **fields: object) -> Act:
    terms = [attrs.evolve(it, **fields) if it.key == key else it for it in act.terms]  # type: ignore[arg-type]
    return attrs.evolve(act, terms=terms)


# Clauses.


def test_a_field_without_a_clause_is_named_and_so_is_a_clause_without_a_field(tmp_path: Path) -> None:
    text = Path(__file__).with_name("xkf.toml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("length = ")]
    (tmp_path / "xkf.toml").write_text("\n".join(lines).replace("modality =", "mood =", 1), "utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_clauses(XKF, tmp_path)
    found = {(fault.path, fault.code) for fault in caught.value.faults}
    wanted = {(f"xkf.toml {it}", "no-clause") for it in act_ids(XKF) if it.endswith(".length")}
    assert wanted < found
    assert {code for _, code in found - wanted} == {"no-clause", "unknown-clause"}
    assert len(found - wanted) == 2


def test_an_act_without_a_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no-clause-list"):
        read_clauses(XKF, tmp_path)


def test_a_clause_has_a_ground_and_words_in_both_languages(tmp_path: Path) -> None:
    text = Path(__file__).with_name("dzqm.toml").read_text("utf-8")
    (tmp_path / "dzqm.toml").write_text(text.replace('rank = ["inferred"', 'rank = ["guessed"'), "utf-8")
    with pytest.raises(InvalidInput, match=r"says\.rank: not-a-clause"):
        read_clauses(act_of("dzqm"), tmp_path)


def test_a_draft_of_an_act_is_a_list_of_all_its_clauses(tmp_path: Path) -> None:
    head = '[act]\nzh = "某"\nen = "some"\nnot_covered_zh = "无"\n\n'
    (tmp_path / "xkf.toml").write_text(head + draft(XKF), "utf-8")
    assert {clause.id for clause in read_clauses(XKF, tmp_path).clauses} == set(act_ids(XKF))
    assert draft(XKF, frozenset(act_ids(XKF))) == ""


def test_a_drafted_sheet_says_what_the_act_holds(tmp_path: Path) -> None:
    (tmp_path / "xkf").mkdir()
    path = tmp_path / "xkf" / "terms.toml"
    path.write_text(sheet(XKF, frozenset()), "utf-8")
    cases = read_worked(path, known=known_ids())
    assert len(cases) == len(names_of(XKF))
    assert [differ for case in cases for differ in differences(case, Law([XKF]))] == []


@pytest.mark.parametrize("act", LAW.acts, ids=lambda act: act.key)
def test_the_number_of_a_length_is_told_in_its_clause(act: Act) -> None:
    said = {clause.id: clause.zh for clause in read_clauses(act).clauses}
    for name, norm in names_of(act).items():
        if isinstance(norm, Term) and (n := getattr(norm.within, "n", None)) is not None:
            assert str(n) in said[f"{name}.length"]


# Markers.


def test_a_marker_that_cites_what_there_is_not_is_named() -> None:
    def item(*cited: str) -> SimpleNamespace:
        return SimpleNamespace(nodeid="t", iter_markers=lambda _: [pytest.mark.clause(*cited).mark])

    known = known_ids()
    assert [*unknown_clauses([item("xkf-32-1-4.silence")], known)] == []
    assert [*unknown_clauses([item("xkf-32-1-4.slience")], known)] == ["t: unknown clause 'xkf-32-1-4.slience'"]
    assert [*unknown_clauses([item()], known)] == ["t: a clause marker that cites no clause"]


def test_the_checks_of_a_module_are_its_tests_that_take_a_law_one_for_each_set_of_parameters() -> None:
    seen = list[object]()

    @pytest.mark.clause("a")
    @pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.clause("b"))])
    @pytest.mark.parametrize(("x", "y"), [("x", "y")])
    def test_of_law(law: Law, n: int, x: str, y: str) -> None:
        seen.append((law, n, x, y))

    def test_of_nothing() -> None: ...

    checks = [*of_module({"test_of_law": test_of_law, "test_of_nothing": test_of_nothing})]
    assert [sorted(check.clauses) for check in checks] == [["a"], ["a", "b"]]
    for check in checks:
        check.run(base())
    assert seen == [(base(), 1, "x", "y"), (base(), 2, "x", "y")]


def test_a_marked_test_asks_the_law_it_is_given() -> None:
    marked = [check for check in checks_of("xkf") if check.name.startswith("test_")]
    assert len(marked) >= 8
    assert all(check.clauses for check in marked)


# Worked cases.

MALFORMED = """
[[case]]
title = "一"
why = { zh = "因为" }
source = "手算"
clauses = ["xkf-32-1-4.lenght"]
ask = "intake"
given = { recieved = 2026-03-02, place = 5 }
expect = { due = "2026-03-09", deu = 2026-03-09 }

[[case]]
title = "一"
why = { zh = "因为", en = "because" }
source = ""
clauses = ["mfd.rank"]
ask = "intaek"
given = { received = 2026-03-02 }
expect = {}
"""


def test_a_malformed_file_is_one_error_with_every_fault_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "xkf").mkdir()
    path = tmp_path / "xkf" / "bad.toml"
    path.write_text(MALFORMED, "utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_worked(path, known=known_ids())
    assert sorted((fault.path.removeprefix("xkf/bad.toml $.case"), fault.code) for fault in caught.value.faults) == [
        ("[0].clauses[0]", "unknown-clause"),
        ("[0].expect.deu", "unknown-key"),
        ("[0].expect.due", "wrong-type"),
        ("[0].given.place", "wrong-type"),
        ("[0].given.received", "missing"),
        ("[0].given.recieved", "unknown-key"),
        ("[0].why.en", "missing"),
        ("[1].ask", "unknown-question"),
        ("[1].clauses", "no-clause-of-its-act"),
        ("[1].expect", "missing"),
        ("[1].expect", "nothing-expected"),
        ("[1].source", "missing"),
        ("[1].title", "title-twice"),
    ]


@pytest.mark.parametrize(("text", "code"), [("[[case]\n", "not-toml"), ("", "missing"), ("[other]\n", "unknown-key")])
def test_what_is_no_list_of_cases_is_said_so(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "xkf").mkdir()
    path = tmp_path / "xkf" / "bad.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInput, match=code):
        read_worked(path)


def test_a_malformed_file_is_one_error_of_collection(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "xkf").mkdir()
    path = tmp_path / "xkf" / "bad.toml"
    path.write_text(MALFORMED, "utf-8")
    with pytest.raises(pytest.Collector.CollectError) as caught:
        [*WorkedFile.from_parent(request.session, path=path).collect()]
    assert len(str(caught.value).splitlines()) == 13
    assert "xkf/bad.toml $.case[0].expect.due: wrong-type: '2026-03-09'" in str(caught.value)


def test_a_worked_case_is_a_test_that_tells_what_differs_and_why(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "xkf").mkdir()
    path = tmp_path / "xkf" / "intake.toml"
    path.write_text(OLDER + OLDER.replace("材料", "申请").replace("10-13", "10-14"), "utf-8")
    right, wrong = WorkedFile.from_parent(request.session, path=path).collect()
    assert (right.name, next(right.iter_markers("clause")).args) == ("国庆前一日收到材料", ("xkf-32-1-4.length",))
    right.runtest()
    with pytest.raises(Exception, match="due: expected 2025-10-14, got 2025-10-13") as caught:
        wrong.runtest()
    told = "xkf/intake.toml: 国庆前一日收到申请\ndue: expected 2025-10-14, got 2025-10-13\n五日"
    assert wrong.repr_failure(caught) == told


def case(**fields: object) -> Worked:
    given = {"received": dt.date(2025, 9, 29)}
    known = {"act": "xkf", "file": "xkf/t.toml", "title": "一", "why": {}, "source": "", "clauses": (), "ask": "intake"}
    return Worked(**{**known, "given": given, "expect": {"due": dt.date(2025, 10, 13)}, **fields})  # type: ignore[arg-type]


def test_a_wrong_answer_is_told_with_what_was_expected() -> None:
    assert differences(case(), base()) == []
    other = case(expect={"limit": {"due": dt.date(2025, 10, 12), "silence": "deemed-accepted"}})
    assert differences(other, base()) == ["limit.due: expected 2025-10-12, got 2025-10-13"]
    assert differences(case(expect={"error": "NotInForce"}), base()) == [
        "error: expected 'NotInForce', got 'nothing of this name'"
    ]
    refused = case(given={"received": dt.date(2004, 6, 30)})
    assert differences(refused, base())[0].startswith("expected {'due': datetime.date(2025, 10, 13)}, but")


# Mutants.


def test_every_clause_of_a_term_has_a_mutant() -> None:
    mutated = {mutant.clause for mutant in mutants_of(XKF)}
    assert set(act_ids(XKF)) - mutated == set()


def test_the_mutants_are_what_can_be_misread() -> None:
    names = {mutant.name for mutant in mutants_of(XKF)}
    assert {
        "xkf-32-1-4.length WorkingDays(n=5)→WorkingDays(n=4)",
        "xkf-32-1-4.length WorkingDays(n=5)→WorkingDays(n=6)",
        "xkf-32-1-4.unit WorkingDays(n=5)→CalendarDays(n=5)",
        "xkf-32-1-4.start received→accepted",
        "xkf-50-1.direction turned round",
        "xkf-44.roll none→day-after-rest",
        "xkf-42-1.modality must→should",
        "xkf-32-1-4.silence removed",
        "xkf-32-1-4.effective effective at-lapse",
        "xkf-32-1-4.silence-scope only any",
        "xkf-42-1.extension removed",
        "xkf-42-2.extension WorkingDays(n=15)→WorkingDays(n=16)",
        "xkf-42-1.approver head-of-agency→head-of-government",
        "xkf-43.exclusion without hearing",
        "xkf-42-1.evidence full-text→memory",
        "xkf.in-force begins on 2004-07-02",
        "xkf.in-force begins on 2004-06-30",
        "xkf-50-1.reading.working-days dropped",
        "xkf-50-1.reading.working-days WorkingDays(n=30)→WorkingDays(n=29)",
    } <= names
    assert len(names) == len([*mutants_of(XKF)])


def test_no_mutant_is_the_act_itself() -> None:
    assert [mutant.name for mutant in mutants_of(XKF) if mutant.act == XKF] == []


def test_a_mutant_that_lives_is_red_and_so_is_an_equivalent_that_is_killed() -> None:
    one, two, *_ = (mutant for mutant in mutants_of(XKF) if mutant.act is not None)
    found = Hunt(refused=(), killed=((one, "a check"),), survived=(two,))
    assert [*faults_of(found, {})] == [f"lives: {two.name}"]
    assert [*faults_of(found, {two.name: "same"})] == []
    assert [*faults_of(found, {two.name: " "})] == [f"listed without a reason: {two.name}"]
    listed = {one.name: "same", two.name: "same"}
    assert [*faults_of(found, listed)] == [f"listed as an equivalent, but killed by a check: {one.name}"]


def test_every_wrong_length_is_found_out_by_its_dates() -> None:
    dated = [name for mutant, name in hunt(XKF).killed if "terms.toml" not in name and mutant.clause.endswith("length")]
    assert len(dated) == len([mutant for mutant, _ in hunt(XKF).killed if mutant.clause.endswith("length")])


def test_a_check_of_another_clause_kills_nothing() -> None:
    killers = {(mutant.clause, name) for mutant, name in hunt(XKF).killed}
    checks = {check.name: check for check in checks_of("xkf")}
    assert all(clause in checks[name].clauses for clause, name in killers)
    assert isinstance(checks_of("xkf")[0], Check)


# Pages and reviews.


def test_a_review_is_of_what_was_read() -> None:
    clauses = read_clauses(XKF)
    now = hash_of(XKF, clauses)
    other = changed(XKF, "xkf-42-1", within=WorkingDays(21))
    assert hash_of(other, clauses) != now
    assert hash_of(XKF, attrs.evolve(clauses, clauses=clauses.clauses[1:])) != now
    signed = Review("xkf", "法制审核岗", dt.date(2026, 3, 2), now)
    assert review_text("xkf", now, ())[0] == "未核对"
    assert review_text("mfd", now, (signed,))[0] == "未核对"
    assert review_text("xkf", now, (signed,))[0] == "已核对（法制审核岗，2026-03-02）"
    assert review_text("xkf", "0" * 16, (signed,))[0] == "核对后有改动（法制审核岗，2026-03-02）"
    later = attrs.evolve(signed, day=dt.date(2026, 3, 3), hash="0" * 16)
    assert review_text("xkf", now, (signed, later))[0].startswith("核对后有改动")


def test_a_malformed_review_is_one_error_with_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "reviews.toml"
    path.write_text('[[review]]\nact = "xkf"\nrole = ""\nday = "2026-03-02"\nname = "x"\n', "utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_reviews(path)
    assert {fault.path.rpartition(".")[2] for fault in caught.value.faults} == {"role", "day", "hash", "name"}


def test_a_page_shows_terms_clauses_cases_and_both_readings() -> None:
    text = page(XKF)
    for shown in (
        "## 期限一览",
        "## 第三十二条",
        "| `.silence` |",
        "**国庆前一日收到材料，假期后补班的星期六计入**",
        "09-30 1 │ 10-01…10-08 休 │ 10-09…10-10 2–3 │ 10-11 4（补班） │ 10-12 休 │ 10-13 5 │ 末日 2025-10-13",
        "| 2005-12-31 | 2005-12-01 | 2005-11-21 |",
        "**不包括**",
        "*Not covered:",
        "全文已读",
    ):
        assert shown in text
    assert page(XKF) == text


# Changed answers.

OLDER = """
[[case]]
title = "国庆前一日收到材料"
why = { zh = "五日", en = "five days" }
source = "手算"
clauses = ["xkf-32-1-4.length"]
ask = "intake"
given = { received = 2025-09-29 }
expect = { due = 2025-10-13 }
"""

TOLD = """## 0.2.0

### Changed answers

- 国庆前一日收到材料：第三十二条
  now six days

## 0.1.0

### Changed answers

- None.
"""


def test_an_answer_that_differs_from_the_previous_release_stands_in_the_changelog(tmp_path: Path) -> None:
    folder = tmp_path / "0.1.0"
    (folder / "xkf").mkdir(parents=True)
    (folder / "xkf" / "intake.toml").write_text(OLDER, "utf-8")
    mutant = base().with_acts(changed(XKF, "xkf-32-1-4", within=WorkingDays(6)))
    assert [*untold(folder, base(), "")] == []
    (fault,) = untold(folder, mutant, "## 0.2.0\n")
    assert fault.startswith("xkf/intake.toml: 国庆前一日收到材料 is answered otherwise")
    assert [*untold(folder, mutant, TOLD)] == []
    assert len([*untold(folder, mutant, TOLD.replace("：第三十二条", ""))]) == 1
    assert len([*untold(folder, mutant, TOLD.replace("### Changed answers", "### Fixed", 1))]) == 1
    only_older = TOLD.replace("## 0.2.0\n", "## 0.1.0\n", 1)
    assert len([*untold(folder, mutant, only_older)]) == 1


def test_a_case_that_can_no_longer_be_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "0.1.0"
    (folder / "xkf").mkdir(parents=True)
    (folder / "xkf" / "intake.toml").write_text(OLDER.replace('"intake"', '"gone"'), "utf-8")
    (fault,) = untold(folder, base(), TOLD)
    assert fault.startswith("xkf/intake.toml can no longer be read")


def test_the_previous_release_is_the_last_before_this_one(tmp_path: Path) -> None:
    assert previous(tmp_path, "0.1.0") is None
    for version in ("0.1.0", "0.2.0", "0.10.0", "1.0.0"):
        (tmp_path / version).mkdir()
    assert previous(tmp_path, "0.1.0") is None
    assert previous(tmp_path, "0.11.0") == tmp_path / "0.10.0"
    assert previous(tmp_path, "0.10.0") == tmp_path / "0.2.0"
    assert told_changes(TOLD, "0.1.0") == ("国庆前一日收到材料：第三十二条 now six days",)


def test_a_law_that_says_otherwise_answers_otherwise() -> None:
    silent = changed(XKF, "xkf-32-1-4", silence=Silence(Result.BREACH, Effective.AT_LAPSE))
    given = {"events": [{"event": "received", "on": dt.date(2025, 9, 29)}], "as_of": dt.date(2025, 10, 14)}
    asked = case(ask="case", given=given, expect={"state": "deemed-accepted"})
    assert differences(asked, base()) == []
    assert differences(asked, base().with_acts(silent)) == ["state: expected 'deemed-accepted', got 'submitted'"]
