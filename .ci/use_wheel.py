"""Use the installed wheel as a caller would: code, data, catalogues, packs and types are all inside."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import govsvc
from govsvc import calendars
from govsvc.i18n import translate

HERE = Path(__file__).resolve().parents[1]

assert not Path(govsvc.__file__).resolve().is_relative_to(HERE), govsvc.__file__
assert calendars.china().add(dt.date(2026, 2, 13), 1) == dt.date(2026, 2, 14), "a Saturday worked"
assert calendars.china().add(dt.date(2026, 2, 14), 1) == dt.date(2026, 2, 24), "the Spring Festival"
assert translate("status.overdue", "zh") == "已逾期"
assert sorted(pack.name for pack in entry_points(group="govsvc.packs")) == ["beijing", "national"]
assert all(tuple(pack.load()) for pack in entry_points(group="govsvc.packs"))
assert (files("govsvc") / "py.typed").is_file()
