"""The living specification is whole: every clause has a check, no mutant lives, and the pages say what is held."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govsvc.acts import LAW, Act
from govsvc.errors import InvalidInput
from tests.spec.checks import base
from tests.spec.facets import unspoken
from tests.spec.killing import equivalents, hunt
from tests.spec.released import CHANGELOG, previous, untold
from tests.spec.reviews import read_reviews
from tests.spec.writing import DOCS, law_faults, stale, write

ROOT = Path(__file__).resolve().parents[2]
ACTS = pytest.mark.parametrize("act", LAW.acts, ids=lambda act: act.key)


def test_every_field_of_every_norm_has_a_facet() -> None:
    assert unspoken() == []


@ACTS
def test_every_clause_is_held_by_a_check_and_no_mutant_lives(act: Act) -> None:
    assert [*law_faults(act)] == []


def test_every_equivalent_is_a_mutant_that_lives() -> None:
    alive = {mutant.name for act in LAW.acts for mutant in hunt(act).survived}
    assert sorted(equivalents().keys() - alive) == []


def test_the_pages_are_up_to_date() -> None:
    assert [*stale()] == []


def test_every_review_is_of_an_act_that_is_held() -> None:
    assert {review.act for review in read_reviews()} <= {act.key for act in LAW.acts}


def test_no_answer_of_the_previous_release_has_changed_untold() -> None:
    before = previous()
    assert before is None or [*untold(before, base(), CHANGELOG.read_text("utf-8"))] == []


def test_a_stale_page_and_the_page_of_no_act_are_found_and_mended(tmp_path: Path) -> None:
    pages = write(tmp_path)
    pages[0].write_text("old", "utf-8")
    (tmp_path / "gone.md").write_text("# gone", "utf-8")
    (tmp_path / "index.md").write_text("# guide", "utf-8")
    assert [fault.split(" is ")[0] for fault in stale(tmp_path)] == [pages[0].name, "gone.md"]
    write(tmp_path)
    assert [*stale(tmp_path)] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["index.md", *(path.name for path in pages)])


def test_readers_may_set_their_own_copy_of_the_law_beside_the_clauses(tmp_path: Path) -> None:
    copy, out = tmp_path / "law" / "xkf", tmp_path / "out"
    copy.mkdir(parents=True)
    (copy / "32.txt").write_text("第三十二条\n　　自备的一行", "utf-8")
    command = [sys.executable, "-m", "pytest", "--spec=write", f"--law-text={tmp_path}/law", f"--spec-out={out}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (out / "xkf.md").read_text("utf-8")
    assert page.index("## 第三十二条") < page.index("> 　　自备的一行") < page.index("### `xkf-32-1-4`")
    assert "自备的一行" not in (DOCS / "xkf.md").read_text("utf-8")


def test_a_copy_of_the_law_is_never_written_among_the_pages_that_are_committed(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="among-committed-pages"):
        write(DOCS, law_text=tmp_path)


def test_a_copy_that_is_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "law" / "xkf").mkdir(parents=True)
    (tmp_path / "law" / "xkf" / "99.txt").write_text("x", "utf-8")
    with pytest.raises(InvalidInput, match=r"no-such-article: got '99\.txt'"):
        write(tmp_path / "out", law_text=tmp_path / "law")
