"""Where notices come from beside the package: files an operator names, and installed data packages."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from govsvc.calendars import Certainty, china, for_place, reload, shelf
from govsvc.calendars.notices import packaged_notices, write_notice
from govsvc.errors import InvalidInput
from govsvc.places import Place
from tests.calendars.known import INVENTED_2027, amended_2027, block, held, real

Name = Callable[..., None]


@pytest.fixture(autouse=True)
def shelf_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("GOVSVC_NOTICES", raising=False)
    reload()
    yield
    monkeypatch.undo()
    reload()


@pytest.fixture
def name(monkeypatch: pytest.MonkeyPatch) -> Name:
    """Name files or folders as an operator does."""

    def set_and_reload(*paths: Path) -> None:
        monkeypatch.setenv("GOVSVC_NOTICES", os.pathsep.join(map(str, paths)))
        reload()

    return set_and_reload


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Name]:
    """Put a distribution with one entry point and its modules on the path."""
    site = tmp_path / "site"
    site.mkdir()
    modules: set[str] = set()

    def put(target: str, files: dict[str, str]) -> None:
        for file, text in files.items():
            path = site / file
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            modules.add(path.relative_to(site).parts[0].removesuffix(".py"))
        info = site / "invented_notices-1.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: invented-notices\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[govsvc.notices]\nyear-2027 = {target}\n")
        monkeypatch.syspath_prepend(str(site))
        reload()

    yield put
    for module in modules:
        sys.modules.pop(module, None)


def written(folder: Path, file: str = "2027.toml", text: str | None = None) -> Path:
    path = folder / file
    path.write_text(write_notice(INVENTED_2027) if text is None else text, encoding="utf-8")
    return path


def faults() -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        china()
    return [(fault.path, fault.code) for fault in caught.value.faults]


# Files and folders --------------------------------------------------------------------------------------------------


def test_without_files_or_packages_the_packaged_notices_are_known() -> None:
    assert china() == real()


def test_a_named_file_announces_its_year_for_every_place(name: Name, tmp_path: Path) -> None:
    name(written(tmp_path))
    assert china() == real().with_notices(INVENTED_2027)
    assert china().announced_through == dt.date(2027, 12, 25)
    assert for_place(Place.HENGSHUI).is_workday(dt.date(2027, 1, 31))


def test_a_named_folder_is_read_whole_and_other_files_in_it_are_left(name: Name, tmp_path: Path) -> None:
    written(tmp_path)
    amendment = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    written(tmp_path, "a.toml", write_notice(amendment))
    written(tmp_path, "readme.txt", "not a notice")
    name(tmp_path)
    assert china() == real().with_notices(INVENTED_2027, amendment)


def test_several_names_are_separated_as_in_path(name: Name, tmp_path: Path) -> None:
    folder = tmp_path / "amendments"
    folder.mkdir()
    amendment = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    written(folder, "a.toml", write_notice(amendment))
    name(folder, written(tmp_path))
    assert china() == real().with_notices(INVENTED_2027, amendment)


def test_an_empty_folder_adds_nothing(name: Name, tmp_path: Path) -> None:
    name(tmp_path)
    assert china() == real()


def test_nothing_is_read_again_before_reload(name: Name, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert china() == real()
    monkeypatch.setenv("GOVSVC_NOTICES", str(written(tmp_path)))
    assert china() == real()
    reload()
    assert china() != real()
    monkeypatch.delenv("GOVSVC_NOTICES")
    assert china() != real()
    reload()
    assert china() == real()


def test_a_calendar_taken_before_reload_stays_as_it_was(name: Name, tmp_path: Path) -> None:
    before = china()
    name(written(tmp_path))
    assert before.day(dt.date(2027, 1, 31)).certainty is Certainty.PROVISIONAL
    assert len(before.changed(china())) == 10


def test_a_named_notice_published_later_than_as_known_is_left_out(name: Name, tmp_path: Path) -> None:
    name(written(tmp_path))
    assert china(as_known=dt.date(2026, 11, 24)) == real()
    assert china(as_known=dt.date(2026, 11, 25)) == china()


def test_a_named_notice_takes_the_place_of_a_packaged_one_of_its_number(name: Name, tmp_path: Path) -> None:
    again = attrs.evolve(held("国办发明电〔2020〕1号"), url="https://example.org/1")
    name(written(tmp_path, text=write_notice(again)))
    assert china().day(dt.date(2020, 2, 1)).source == again
    assert len(china().knowledge.notices) == len(packaged_notices())


def test_a_packaged_notice_named_too_changes_nothing(name: Name, tmp_path: Path) -> None:
    for number, notice in enumerate(packaged_notices()):
        written(tmp_path, f"{number}.toml", write_notice(notice))
    name(tmp_path)
    assert china() == real()


def test_a_missing_file_is_refused_every_time(name: Name, tmp_path: Path) -> None:
    name(written(tmp_path), tmp_path / "2028.toml")
    for _ in range(2):
        with pytest.raises(InvalidInput) as caught:
            china()
        assert [(fault.path, fault.code, fault.given) for fault in caught.value.faults] == [
            ("GOVSVC_NOTICES", "no-such-file", str(tmp_path / "2028.toml"))
        ]
    assert china(notices=packaged_notices()) == real()


def test_every_fault_of_every_bad_file_is_named_with_its_file(name: Name, tmp_path: Path) -> None:
    good = write_notice(INVENTED_2027)
    one = written(tmp_path, "a.toml", good.replace("year = 2027", "year = 2027\nyears = 1"))
    two = written(tmp_path, "b.toml", "year = ")
    three = tmp_path / "c.toml"
    three.write_bytes(b"\xff\xfe")
    written(tmp_path, "d.toml", good)
    name(tmp_path)
    assert faults() == [
        (f"{one} $.years", "unknown-key"),
        (f"{two} line 1", "not-toml"),
        (f"{three} {three}", "not-utf-8"),
    ]


def test_a_file_of_a_region_is_refused(name: Name, tmp_path: Path) -> None:
    path = written(tmp_path, text=write_notice(attrs.evolve(INVENTED_2027, place_code="450000")))
    name(path)
    assert faults() == [(f"{path} $.place_code", "not-national")]


def test_an_amendment_without_its_year_is_refused(name: Name, tmp_path: Path) -> None:
    path = written(tmp_path, text=write_notice(amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)))
    name(path)
    assert faults() == [(f"{path} $.year", "amends-nothing")]


def test_a_new_process_reads_what_is_named(tmp_path: Path) -> None:
    program = "from govsvc.calendars import china; print(china().fingerprint)"
    environment = os.environ | {"GOVSVC_NOTICES": str(written(tmp_path)), "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.strip() == real().with_notices(INVENTED_2027).fingerprint


# Installed packages -------------------------------------------------------------------------------------------------

MODULE = '''
from importlib.resources import files
from govsvc.calendars import parse_notice

TEXT = """{text}"""
NOTICES = (parse_notice(TEXT),)


def notices():
    yield from NOTICES


NUMBER = 2027
WORDS = ("2027", "2028")
'''


@pytest.mark.parametrize("attribute", ["NOTICES", "notices"])
def test_an_installed_package_offers_a_tuple_or_a_function(install: Name, attribute: str) -> None:
    text = MODULE.format(text=write_notice(INVENTED_2027))
    install(f"invented_notices:{attribute}", {"invented_notices.py": text})
    assert china() == real().with_notices(INVENTED_2027)


def test_an_installed_package_offers_its_toml_files(install: Name) -> None:
    amendment = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    files = {
        "invented_data/__init__.py": "",
        "invented_data/a.toml": write_notice(amendment),
        "invented_data/b.toml": write_notice(INVENTED_2027),
        "invented_data/notes.txt": "not a notice",
    }
    install("invented_data", files)
    assert china() == real().with_notices(INVENTED_2027, amendment)


def test_an_operators_file_takes_the_place_of_an_installed_one(install: Name, name: Name, tmp_path: Path) -> None:
    install("invented_data", {"invented_data/__init__.py": "", "invented_data/b.toml": write_notice(INVENTED_2027)})
    corrected = attrs.evolve(INVENTED_2027, url="https://example.org/2027")
    name(written(tmp_path, text=write_notice(corrected)))
    assert china().day(dt.date(2027, 1, 31)).source == corrected


def test_bad_toml_in_an_installed_package_is_named(install: Name) -> None:
    install("invented_data", {"invented_data/__init__.py": "", "invented_data/b.toml": "year = 2027"})
    assert {path.split("$")[0] for path, _ in faults()} == {"govsvc.notices year-2027 b.toml "}


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("NUMBER", [("govsvc.notices year-2027", "not-notices")]),
        (
            "WORDS",
            [("govsvc.notices year-2027 [0]", "not-a-notice"), ("govsvc.notices year-2027 [1]", "not-a-notice")],
        ),
    ],
)
def test_an_entry_point_that_offers_no_notices_is_refused(
    install: Name, attribute: str, expected: list[tuple[str, str]]
) -> None:
    text = MODULE.format(text=write_notice(INVENTED_2027))
    install(f"invented_notices:{attribute}", {"invented_notices.py": text})
    assert faults() == expected


# Where a notice comes from -------------------------------------------------------------------------------------------


def test_every_notice_held_says_where_it_comes_from(name: Name, install: Name, tmp_path: Path) -> None:
    assert set(shelf.origins().values()) == {shelf.Origin.PACKAGED}
    amendment = amended_2027(block("劳动节", "2027-05-06", "2027-05-06"), residual=-1)
    install("invented_2027", {"invented_2027/__init__.py": "", "invented_2027/a.toml": write_notice(INVENTED_2027)})
    name(written(tmp_path, "b.toml", write_notice(amendment)))
    origins = shelf.origins()
    assert tuple(origins) == shelf.notices_held()
    assert (origins[INVENTED_2027], origins[amendment]) == (shelf.Origin.INSTALLED, shelf.Origin.ENVIRONMENT)
    assert origins[packaged_notices()[0]] is shelf.Origin.PACKAGED


def test_a_notice_given_twice_is_the_operators(name: Name, tmp_path: Path) -> None:
    packaged = packaged_notices()[-1]
    name(written(tmp_path, "own.toml", write_notice(packaged)))
    assert shelf.origins()[packaged] is shelf.Origin.ENVIRONMENT
