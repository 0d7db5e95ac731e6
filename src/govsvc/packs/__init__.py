"""Packs: the acts of one place, each found by its entry point like anybody else's."""

from __future__ import annotations

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__
