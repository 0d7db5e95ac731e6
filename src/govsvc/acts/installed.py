"""The law that is installed: the acts of every pack that names itself under `govsvc.packs`.

A pack is an installed package with an entry point of this group that leads to acts, or to a function
that returns them. Packs are looked for when the law is first used, not when this is imported; one
that cannot be loaded is an error and never left out. Not covered: choosing among packs, which
`Law(acts)` is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from govsvc.acts.act import Act
from govsvc.acts.law_value import Law
from govsvc.errors import Fault, InvalidInput, invalid

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "LAW", "installed_acts"]


def __dir__() -> list[str]:
    return __all__


GROUP: Final = "govsvc.packs"


@cache
def installed_acts() -> tuple[Act, ...]:
    """Return the acts of every pack installed, read once in a process.

    Raises:
        InvalidInput: where no pack is installed, or with every pack that cannot be loaded, holds no
            acts, or holds another act of an instrument than a pack before it.
    """
    # The metadata module alone takes longer to import than this library.
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    if not points:
        raise invalid(GROUP, "no-pack-installed", (), "an installed package with an entry point of this group")
    held: dict[str, Act] = {}
    faults = [fault for point in points for fault in _add(point, held)]
    if faults:
        raise InvalidInput(faults)
    return tuple(held[key] for key in sorted(held))


def _add(point: EntryPoint, held: dict[str, Act]) -> Iterator[Fault]:
    """Add the acts of a pack to those held, and yield what is wrong with it."""
    path = f"{GROUP}:{point.name}"
    try:
        loaded: Any = point.load()
        given: Iterable[object] = loaded() if callable(loaded) else loaded
        acts = tuple(given)
    except Exception as error:  # a stranger's package may fail in any way, and its name must be told
        yield Fault(path, "pack-fails", point.value, f"a pack that loads; it failed with {error!r}")
        return
    for act in acts:
        if not isinstance(act, Act):
            yield Fault(path, "not-an-act", act, "acts only")
        elif held.setdefault(act.key, act) != act:
            yield Fault(path, "two-acts-of-one-key", act.key, "one act of an instrument key")


class _Installed(Law):
    """The law of every pack installed; its acts are looked for on first use."""

    __slots__ = ()

    def __init__(self) -> None:
        object.__setattr__(self, "readings", ())
        object.__setattr__(self, "day", None)

    @property
    def acts(self) -> tuple[Act, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        return installed_acts()

    def __reduce__(self) -> str:
        return "LAW"


LAW: Final[Law] = _Installed()
"""The law of every pack installed."""
