"""What happened between two looks at the session. Every movement and every sound of the desk comes from here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from game.session import Meters, Neighbour, Shift

What: TypeAlias = Literal[
    "sent", "slip", "thanked", "back", "lit", "dark", "dimmed", "relit", "lost", "pupil", "liked",
    "followers", "others", "worked", "dealt", "fallen",
]  # fmt: skip


class Happening(NamedTuple):
    """One thing that happened: at tray number `tray` of the map, or -1; `by` says how many, or how many minutes."""

    what: What
    tray: int = -1
    by: float = 1


def at_trays(before: Sequence["Neighbour"], now: Sequence["Neighbour"]) -> list[Happening]:
    """Compare the neighbours' trays."""
    found: list[Happening] = []
    for tray, (old, new) in enumerate(zip(before, now, strict=False)):
        if old == new:
            continue
        grown: tuple[tuple[What, int], ...] = (
            ("slip", new.slips - old.slips), ("lost", new.lost - old.lost), ("thanked", new.thanked - old.thanked),
            ("back", new.back - old.back), ("liked", new.liked - old.liked),
        )  # fmt: skip
        found += [Happening(what, tray, by) for what, by in grown if by > 0]
        if new.pupil and not old.pupil:
            found.append(Happening("pupil", tray))
    return found


def at_meters(before: "Meters", now: "Meters") -> list[Happening]:
    """Compare the meters."""
    changed: tuple[tuple[What, float], ...] = (
        ("others", now.others_minutes - before.others_minutes),
        ("followers", now.followers - before.followers),
        ("worked", now.minutes_worked - before.minutes_worked),
    )  # fmt: skip
    return [Happening(what, by=by) for what, by in changed if by]


def at_desk(before: "Shift", now: "Shift") -> list[Happening]:
    """Compare the shift's counts."""
    changed: tuple[tuple[What, int], ...] = (("dealt", now.dealt - before.dealt), ("fallen", now.fallen - before.fallen))
    return [Happening(what, by=by) for what, by in changed if by > 0]
