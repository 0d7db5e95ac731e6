"""`govsvc law`: the acts held, an act article by article, an article with all that is known of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from govsvc.cli import question
from govsvc.cli.law_search import article_called, norms_of
from govsvc.i18n import LOCALES
from govsvc.law import LAW, Act, Law
from govsvc.packs.beijing import ACTS as BEIJING
from govsvc.packs.national import ACTS as NATIONAL

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_act_held_is_listed(run: Run, locale: str) -> None:
    status, out, err = run("law", "--lang", locale)
    assert (status, err) == (0, "")
    for act in LAW.acts:
        assert act.instrument.title in out
        assert f"{act.key}" in out


def test_the_list_as_data(run: Run) -> None:
    value = json.loads(run("law", "--json", "--law-on", "2026-03-02")[1])
    assert value["day"] == "2026-03-02"
    by_key = {act["key"]: act for act in value["acts"]}
    assert set(by_key) == {act.key for act in LAW.acts}
    xkf = by_key["xkf"]
    assert (xkf["title"], xkf["number"], xkf["rank"]) == ("行政许可法", "主席令第七号", "statute")
    assert (xkf["in_force"], xkf["standing"], xkf["evidence"]) == (
        {"first": "2004-07-01", "last": None},
        "in-force",
        "full-text",
    )
    assert xkf["number_of_terms"] == next(len(act.terms) for act in LAW.acts if act.key == "xkf")


def test_standing_is_that_of_the_day_asked_about(run: Run) -> None:
    value = json.loads(run("law", "--json", "--law-on", "2004-06-30")[1])
    assert {act["key"]: act["standing"] for act in value["acts"]}["xkf"] == "not-yet"


@pytest.mark.parametrize("called", ["xkf", "行政许可法", "《行政许可法》", "中华人民共和国行政许可法"])
def test_an_act_by_key_or_title_article_by_article(run: Run, called: str) -> None:
    status, out, err = run("law", called)
    assert (status, err) == (0, "")
    lines = [line.strip() for line in out.splitlines()]
    intake = next(line for line in lines if line.startswith("行政许可法第三十二条第一款第（四）项："))
    assert "5个工作日" in intake
    assert "视为受理" in intake
    act = next(act for act in LAW.acts if act.key == "xkf")
    assert len(lines) == 2 + len(act.terms) + len(act.provisions)
    told = [line.partition("条")[0] for line in lines[2:]]
    assert told.index("行政许可法第三十二") < told.index("行政许可法第四十二") < told.index("行政许可法第八十二")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("act", LAW.acts, ids=lambda act: act.key)
def test_every_act_and_every_article_can_be_told(run: Run, act: Act, locale: str) -> None:
    assert run("law", act.key, "--lang", locale)[0] == 0
    for norm in norms_of(act):
        status, out, err = run("law", norm.cite.key, "--lang", locale)
        assert (status, err) == (0, "")
        assert norm.cite.key in out


def test_one_article_with_all_it_says(run: Run) -> None:
    _, out, _ = run("law", "xkf-32-1-4")
    assert out.splitlines()[:9] == [
        "行政许可法第三十二条第一款第（四）项　告知补正（受理审查）",
        "  行政机关应当一次性告知需要补正的全部内容，或者作出受理与否的决定",
        "  自收到之日起算（当日不计），5个工作日",
        "  期限单位：依行政许可法第八十二条",
        "  计算方法：依民法典第二百零一条第一款（类推适用）",
        "  期满未办：视为受理（自起算日起；仅限行政许可）",
        "  适用范围：行政许可",
        "  自2004年7月1日起施行；已核对全文",
        "  标识：xkf-32-1-4",
    ]


def test_extension_exclusions_and_readings_are_told(run: Run) -> None:
    _, out, _ = run("law", "行政许可法第四十二条第一款", "--lang", "en")
    assert (
        "  may be extended once, by at most 10 working days, approved by the head of the agency (行政许可法 art. 42(1))"
        in out.splitlines()
    )
    assert "(行政许可法 art. 45)" in next(line for line in out.splitlines() if line.startswith("  not counted"))
    _, out, _ = run("law", "xkf-50-1", "--lang", "en")
    assert (
        "  other reading: working days, 30 working days; chosen by --reading xkf_50_1=working-days" in out.splitlines()
    )
    assert "  30 days before expiry" in out.splitlines()


@pytest.mark.parametrize("called", ["xkf-32", "行政许可法第三十二条", "《行政许可法》第32条"])
def test_an_article_has_all_its_places(run: Run, called: str) -> None:
    value = json.loads(run("law", called, "--json")[1])
    keys = [norm["key"] for norm in value["norms"]]
    assert "xkf-32-1-4" in keys
    assert all(key.startswith("xkf-32") for key in keys)


def test_an_article_as_data(run: Run) -> None:
    (term,) = json.loads(run("law", "xkf-32-1-4", "--json")[1])["norms"]
    assert (term["who"], term["act"], term["within"]) == ("agency", "act.supplement-notice", {"working_days": 5})
    assert (term["unit_by"]["key"], term["of"], term["backwards"]) == ("xkf-82", "received", False)
    assert (term["silence"]["result"], term["silence"]["effective"]) == ("deemed-accepted", "from-start")
    assert (term["silence"]["only"], term["in_force"]["first"]) == ("licence", "2004-07-01")


def test_an_article_that_others_rely_on_names_them(run: Run) -> None:
    value = json.loads(run("law", "行政许可法第八十二条", "--json")[1])
    assert {"xkf-32-1-4", "xkf-42-1", "xkf-44"} <= set(value["relied_on_by"])
    assert "xkf-50-1" not in value["relied_on_by"]
    assert "xkf-42-1" in run("law", "xkf-82")[1]


def test_only_what_was_in_force_on_a_day(run: Run) -> None:
    assert run("law", "mfd-201", "--law-on", "2021-01-01")[0] == 0
    status, out, err = run("law", "mfd-201", "--law-on", "2020-12-31")
    assert (status, out, "尚未施行" in err) == (2, "", True)
    status, out, err = run("law", "行政许可法", "--law-on", "2004-06-30")
    assert (status, out, "尚未施行" in err) == (2, "", True)


def test_only_what_holds_at_a_place(run: Run) -> None:
    national = json.loads(run("law", "--json", "--place", "上海")[1])["acts"]
    beijing = json.loads(run("law", "--json", "--place", "北京市朝阳区")[1])["acts"]
    assert {act["place"] for act in national} == {"全国"}
    assert {act["place"] for act in beijing} <= {"全国", "北京市"}
    assert {act["key"] for act in national} <= {act["key"] for act in beijing}


@pytest.mark.parametrize("called", ["abc", "abc-1", "刑法第一条", "刑法", "xkf 32", "x" * 200])
def test_an_act_that_is_not_held_is_one_error_that_names_those_that_are(run: Run, called: str) -> None:
    status, out, err = run("law", called)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert all(act.key in err for act in LAW.acts)


@pytest.mark.parametrize("called", ["xkf-1", "xkf-99", "行政许可法第九十九条", "xkf-32-2", "行政许可法第三十二条之一"])
def test_an_article_of_which_nothing_is_held_is_one_error_that_names_those_of_the_act(run: Run, called: str) -> None:
    status, out, err = run("law", called)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert "xkf-42-1" in err
    assert "mfd-201-1" not in err


def test_wrong_options_are_told_together(run: Run) -> None:
    status, _, err = run("law", "xkf", "--law-on", "soon", "--place", "亚特兰蒂斯")
    assert (status, len(err.splitlines())) == (2, 3)


@pytest.fixture
def with_beijing(monkeypatch: pytest.MonkeyPatch) -> None:
    law = Law((*NATIONAL, *BEIJING))
    monkeypatch.setattr(question, "LAW", law)


@pytest.mark.usefixtures("with_beijing")
def test_the_law_of_a_city_answers_for_the_city_only(run: Run) -> None:
    words = ["due", "intake-target", "--from", "2026-03-02"]
    target = json.loads(run(*words, "--place", "北京市朝阳区", "--json")[1])["governing"]
    assert (target["article"]["key"], target["modality"], target["due"]) == ("bjbz-15-2", "should", "2026-03-03")
    status, out, err = run(*words, "--place", "上海")
    assert (status, out, "intake-target" in err) == (2, "", True)


@pytest.mark.usefixtures("with_beijing")
def test_whom_a_rule_is_confined_to_is_told(run: Run) -> None:
    _, out, _ = run("due", "renewal-application", "--from", "2026-05-29", "--place", "北京")
    ordinance = next(part for part in out.split("提出延续申请：") if "北京市优化营商环境条例" in part)
    assert "  适用范围：市场主体" in ordinance.splitlines()
    assert "期满未办" not in ordinance  # the holder may apply, and need not


@pytest.mark.usefixtures("with_beijing")
def test_both_versions_of_an_act_are_found_by_its_title_and_one_by_a_day(run: Run) -> None:
    title = "北京市优化营商环境条例"
    both = json.loads(run("law", title, "--json")[1])["acts"]
    assert [(act["key"], act["standing"]) for act in both] == [("bjyh20", "superseded"), ("bjyh24", "in-force")]
    for day, key in (("2024-11-28", "bjyh20"), ("2024-11-29", "bjyh24")):
        (act,) = json.loads(run("law", title, "--law-on", day, "--json")[1])["acts"]
        assert act["key"] == key


@pytest.mark.usefixtures("with_beijing")
def test_a_wording_of_which_only_a_part_was_read_says_so(run: Run) -> None:
    lines = run("law", "bjyh20")[1].splitlines()
    doubtful = [line for line in lines if line.endswith("未经核对")]
    assert doubtful
    assert all("2022年8月29日至2024年11月28日施行" in line for line in doubtful)


@pytest.mark.usefixtures("with_beijing")
@pytest.mark.parametrize("act", BEIJING, ids=lambda act: act.key)
def test_every_act_of_the_city_can_be_told_in_both_languages(run: Run, act: Act) -> None:
    for locale in LOCALES:
        for called in (act.key, *(norm.cite.key for norm in norms_of(act))):
            status, out, err = run("law", called, "--lang", locale)
            assert (status, err, act.instrument.title in out) == (0, "", True)


def test_what_must_not_be_done_is_no_duty_that_lapses(run: Run) -> None:
    words = ["due", "reapplication-bar", "--from", "2025-03-02", "--lang", "en", "--as-of"]
    _, out, _ = run(*words, "2026-03-03")
    assert "the applicant must not apply again for the same licence" in out
    assert "the time is over" in out
    assert "overdue" not in out
    assert "if nothing is done" not in out
    assert "working days left" in run(*words, "2026-02-27")[1]


@pytest.mark.parametrize("act", [*NATIONAL, *BEIJING], ids=lambda act: act.key)
def test_every_norm_is_found_by_its_key_and_by_its_citation(act: Act) -> None:
    for norm in norms_of(act):
        place = str(norm.cite).removeprefix(act.instrument.title)
        for called in (norm.cite.key, str(norm.cite), f"《{act.instrument.title}》{place}"):
            assert norm in article_called(called, (*NATIONAL, *BEIJING)).norms
    for term in act.terms:
        assert term in article_called(term.key, (act,)).norms
