"""The tube map's geometry: lines at 0, 45 and 90 degrees from the desk's outlet to each neighbour's tray, and ways along them."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from game.ui.box import Box
from game.ui.layout import Layout

Point = tuple[int, int]
TRAY_MIDDLE = 15
"""On the phone a branch meets its tray this far from the tray's left edge."""
CUT = 14
"""How much of a right angle is cut off at 45 degrees."""


@dataclass(frozen=True)
class Tubes:
    """`lines` are drawn; `stops[i]` is the disc of tray i; `ways[i]` leads from the outlet to that disc."""

    lines: tuple[tuple[Point, ...], ...]
    stops: tuple[Point, ...]
    ways: tuple[tuple[Point, ...], ...]
    outlet: Point


@lru_cache(maxsize=8)
def tubes(layout: Layout) -> Tubes:
    """Lay the tubes of a layout."""
    if not layout.wide:
        return _along(layout)
    return risers(layout.map.bottom, layout.trays, columns=1 if layout.large else 3)


def risers(floor: int, trays: tuple[Box, ...], columns: int) -> Tubes:
    """Lay upright lines, one beside each column of trays, that leave one outlet at `floor`, the lower edge of the map."""
    edges = [trays[column].x - 14 for column in range(columns)]
    outlet = (edges[columns // 2], floor)
    lines: list[tuple[Point, ...]] = []
    ways: list[tuple[Point, ...]] = [()] * len(trays)
    stops: list[Point] = [(0, 0)] * len(trays)
    for column, x in enumerate(edges):
        start = _bent(outlet, x, floor - 26)
        for index in range(column, len(trays), columns):
            stops[index] = (x, trays[index].y + trays[index].h // 2 + 10)
            ways[index] = (*start, stops[index])
        lines.append(ways[column])
    return Tubes(tuple(lines), tuple(stops), tuple(ways), outlet)


def _bent(outlet: Point, x: int, level: int) -> tuple[Point, ...]:
    """Lead from the outlet sideways at `level` to the line at `x`, corners cut."""
    if x == outlet[0]:
        return (outlet,)
    side = 1 if x > outlet[0] else -1
    return (
        outlet,
        (outlet[0], level + CUT),
        (outlet[0] + side * CUT, level),
        (x - side * CUT, level),
        (x, level - CUT),
    )


def _along(layout: Layout) -> Tubes:
    """Lay one level trunk from the left edge, with a short branch up or down to each tray; nothing where no tray lies."""
    trays = layout.trays
    if not trays:
        return Tubes((), (), (), (layout.map.x, layout.map.bottom))
    below = [tray for tray in trays if tray.y > trays[0].y]
    level = (trays[0].bottom + below[0].y) // 2 if below else trays[0].bottom + 6
    outlet = (layout.map.x, level)
    lines: list[tuple[Point, ...]] = [(outlet, (layout.map.right if below else trays[-1].centre[0], level))]
    ways, stops = [], []
    for tray in trays:
        x = tray.x + TRAY_MIDDLE
        stops.append((x, level))
        ways.append((outlet, (x, level), (x, tray.bottom if tray.y < level else tray.y)))
        lines.append(ways[-1][1:])
    return Tubes(tuple(lines), tuple(stops), tuple(ways), outlet)


def along(way: tuple[Point, ...], share: float) -> tuple[int, int, float]:
    """Give the point that lies `share` (0..1) of a way along it, and the direction there in degrees."""
    legs = [(a, b, math.dist(a, b)) for a, b in pairwise(way) if a != b]
    if not legs:
        return (*way[0], 90.0)
    left = max(0.0, min(1.0, share)) * sum(length for _, _, length in legs)
    for a, b, length in legs:
        if left <= length:
            part = left / length
            turn = math.degrees(math.atan2(a[1] - b[1], b[0] - a[0]))
            return round(a[0] + (b[0] - a[0]) * part), round(a[1] + (b[1] - a[1]) * part), turn
        left -= length
    a, b, _ = legs[-1]
    return (*b, math.degrees(math.atan2(a[1] - b[1], b[0] - a[0])))
