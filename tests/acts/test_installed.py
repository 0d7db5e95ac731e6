"""The law installed: packs are found by entry point on first use, and one that fails is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
ONE_ACT = """
    from datetime import date
    from govsvc.acts import Act
    from govsvc.norms import Evidence, Instrument, Rank, since
    def act(key, title="某市办法"):
        rank = Rank.LOCAL_GOVERNMENT_RULE
        return Act(Instrument(title, key, rank, since(2020, 5, 1), Evidence.MEMORY, checked_on=date(2026, 1, 1)))
    ACTS = (act("city"),)
    def acts(): return [act("town")]
    OTHER = (act("city", "另一办法"),)
    NUMBERS = (1, 2)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A place for packages that holds one module of acts, and no pack yet."""
    (tmp_path / "somewhere.py").write_text(dedent(ONE_ACT), "utf-8")
    (tmp_path / "broken.py").write_text("raise RuntimeError('no such table')\n")
    return tmp_path


def install(site: Path, **packs: str) -> None:
    """Install one distribution that names `packs`."""
    info = site / "cities-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: cities\nVersion: 1.0\n")
    points = "\n".join(f"{name} = {value}" for name, value in packs.items())
    (info / "entry_points.txt").write_text(f"[govsvc.packs]\n{points}\n")


def run(site: Path, code: str) -> str:
    """Run code in a process that sees `site`, and of govsvc the source without its own entry points."""
    setup = """
        import importlib.metadata as metadata
        every = metadata.entry_points
        metadata.entry_points = lambda **kw: [p for p in every(**kw) if p.dist.name != "govsvc"]
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(SOURCE)]), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", dedent(setup) + dedent(code)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout + ran.stderr


def test_packs_are_found_and_their_acts_held_in_order(site: Path) -> None:
    install(site, b="somewhere:ACTS", a="somewhere:acts")
    out = run(
        site,
        """
        from govsvc.acts import LAW
        print([act.key for act in LAW.acts], LAW, LAW.instruments[0].title)
        """,
    )
    assert out == "['city', 'town'] <Law city town> 某市办法\n"


def test_the_national_acts_come_the_same_way(site: Path) -> None:
    install(site, national="govsvc.packs.national:ACTS", city="somewhere:ACTS")
    out = run(
        site,
        """
        from datetime import date
        from govsvc.acts import LAW
        from govsvc.norms import Topic
        print(LAW, *LAW.terms(Topic.DECISION, on=date(2026, 3, 4))[0].cite.key.split())
        """,
    )
    assert out == "<Law city dzqm mfd xkf xxgk xxgk07> xkf-42-1\n"


def test_nothing_is_looked_for_at_import(site: Path) -> None:
    install(site, broken="broken:ACTS")
    out = run(
        site,
        """
        import sys
        metadata.entry_points = lambda **kw: print("looked")
        from govsvc.acts import LAW
        print("broken" in sys.modules, "govsvc.packs" in sys.modules)
        """,
    )
    assert out == "False False\n"


def test_packs_are_looked_for_once(site: Path) -> None:
    install(site, city="somewhere:ACTS")
    out = run(
        site,
        """
        found = metadata.entry_points
        metadata.entry_points = lambda **kw: print("looked") or found(**kw)
        from govsvc.acts import LAW
        print(LAW.acts is LAW.acts, LAW.on.__self__ is LAW)
        """,
    )
    assert out == "looked\nTrue True\n"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("broken:ACTS", "pack-fails"),
        ("nowhere:ACTS", "pack-fails"),
        ("somewhere:NOTHING", "pack-fails"),
        ("somewhere:NUMBERS", "not-an-act"),
        ("somewhere:OTHER", "two-acts-of-one-key"),
    ],
)
def test_a_pack_that_cannot_be_used_is_named_and_never_left_out(site: Path, value: str, code: str) -> None:
    install(site, a="somewhere:ACTS", zzz=value)
    out = run(
        site,
        """
        from govsvc.acts import LAW
        from govsvc.errors import InvalidInput
        for time in range(2):
            try: print(LAW.acts)
            except InvalidInput as error: print({(fault.path, fault.code) for fault in error.faults})
        """,
    )
    assert out == f"{{('govsvc.packs:zzz', '{code}')}}\n" * 2


def test_the_failure_of_a_pack_tells_why(site: Path) -> None:
    install(site, a="broken:ACTS", b="nowhere:ACTS")
    out = run(site, "from govsvc.acts import LAW\nLAW.acts")
    assert "RuntimeError('no such table')" in out
    assert "No module named 'nowhere'" in out


def test_the_same_act_in_two_packs_is_one(site: Path) -> None:
    install(site, a="somewhere:ACTS", b="somewhere:ACTS")
    assert run(site, "from govsvc.acts import LAW\nprint(LAW)") == "<Law city>\n"


def test_no_pack_at_all_is_said_so(site: Path) -> None:
    assert "no-pack-installed" in run(site, "from govsvc.acts import LAW\nLAW.acts")


def test_the_installed_law_pickles_to_itself_and_is_equal_to_its_value(site: Path) -> None:
    install(site, a="somewhere:ACTS")
    out = run(
        site,
        """
        import copy, pickle
        from govsvc.acts import LAW, Law
        print(pickle.loads(pickle.dumps(LAW)) is LAW, copy.deepcopy(LAW) is LAW)
        print(LAW == Law(LAW.acts), hash(LAW) == hash(Law(LAW.acts)), LAW.fingerprint == Law(LAW.acts).fingerprint)
        print(type(LAW.with_acts()) is Law, LAW.with_acts() == LAW)
        try: LAW.day = None
        except AttributeError as error: print(type(error).__name__)
        """,
    )
    assert out == "True True\nTrue True True\nTrue True\nFrozenInstanceError\n"
