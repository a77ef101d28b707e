"""A tube map as a print: what a shift did to each neighbour, still, small enough for two beside each other."""

from dataclasses import dataclass
from typing import NamedTuple

from game.ui.box import Box
from game.ui.kit.backdrops import pipes
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.kit.table import Table, spoken
from game.ui.palette import (
    BACK_ON_WALL,
    BRASS,
    DARK_BRASS,
    DARK_TUBE,
    FELT,
    FOLD,
    INK,
    LAMP,
    PAPER,
    THANKS_ON_WALL,
    TUBE,
    WALL,
    Colour,
)
from game.ui.sheet import Sheet
from game.ui.text import cut, largest, line, line_height, width
from game.ui.tubes import Tubes, risers
from game.ui.words import number, say

PAD = 8
SIDE = 20
"""Beside each column of trays, for its tube."""
FLOOR = 28
"""Below the trays, where the tubes part."""
GAP = 6
MOST_COLUMNS = 4
ENOUGH = 4
"""Letters are made smaller rather than showing fewer trays than this."""
SLIPS = 5
"""A tray shows at most so many."""
TUBE_WIDE = 5
STOP = 6
SIGNS: dict[str, Colour] = {"tick": THANKS_ON_WALL, "hourglass": BACK_ON_WALL}


class Near(NamedTuple):
    """A neighbour: how many of its readings were thanked for and wanted back, and whether its lamp is lit."""

    name: str
    thanked: int = 0
    back: int = 0
    lit: bool = False

    @property
    def activity(self) -> int:
        """How much came to its tray from the desk."""
        return self.thanked + self.back


class Grid(NamedTuple):
    """How the trays lie: which neighbours have one, where, in how many columns and letters; `left_out` have none."""

    shown: tuple[Near, ...]
    trays: tuple[Box, ...]
    columns: int
    size: int
    left_out: int


@dataclass(frozen=True)
class TwinMap(Widget):
    """The map of one twin, `word` on its brass plate. Tubes are bright only as far as something was read.

    It brings its own dark wall, so it lies on paper as well as on the wall. Where not all trays fit, the busiest have theirs
    and the others are counted in words. `other` holds the neighbours as the other twin left them: both maps then have the
    same trays in the same places.
    """

    word: str = ""
    neighbours: tuple[Near, ...] = ()
    other: tuple[Near, ...] = ()
    size: int = 18

    def __post_init__(self) -> None:
        """Say all trays to whoever cannot see them, unless something else is to be said."""
        if not self.value:
            object.__setattr__(self, "value", spoken(self.table()))

    def table(self) -> Table:
        """Give every neighbour as a row of a table, also those without a tray on the map."""
        header = (say("twin.neighbour"), say("twin.thanked"), say("twin.back"), say("twin.lamp"))
        rows = tuple(
            (near.name, number(near.thanked), number(near.back), say("twin.lit" if near.lit else "twin.dark"))
            for near in self.neighbours
        )
        return Table(header, rows)

    def grid(self, box: Box) -> Grid:
        """Lay as many trays as fit, in letters of the size wanted, or in smaller ones where few trays would have room."""
        wanted = min(ENOUGH, len(self.neighbours))
        sizes = range(self.size, self.size // 2, -1)
        grids = (self._laid(box, size) for size in sizes)
        return next((grid for grid in grids if len(grid.shown) >= wanted), self._laid(box, sizes[-1]))

    def _laid(self, box: Box, size: int) -> Grid:
        """Lay as many trays as fit in letters of one size, in the fewest columns that show the most."""
        inner, all_ = self._inner(box, size), len(self.neighbours)
        best = Grid((), (), 1, size, all_)
        for columns in range(1, MOST_COLUMNS + 1):
            if inner.w // columns - SIDE < self._least(size):
                break
            rows = min(-(-all_ // columns), max(1, inner.h // (line_height(size) + size + 5)))
            shown = busiest(self.neighbours, self._weights(), rows * columns)
            if len(shown) > len(best.shown):
                cells = [cell for row in inner.rows(rows, 0) for cell in row.columns(columns, 0)]
                trays = tuple(Box(cell.x + SIDE, cell.y, cell.w - SIDE - GAP, cell.h - 2) for cell in cells[: len(shown)])
                best = Grid(shown, trays, columns, size, all_ - len(shown))
        return best

    def _inner(self, box: Box, size: int) -> Box:
        """Give the part of the box that trays may take: below the plate, above the floor of the tubes."""
        top = line_height(size) + 4 if self.word else 0
        foot = max(FLOOR, line_height(size))
        return Box(box.x + PAD, box.y + PAD + top, box.w - 2 * PAD + GAP, box.h - 2 * PAD - top - foot)

    def _least(self, size: int) -> int:
        """Give the width that the narrowest tray needs: with two signs and their figures."""
        both = (*self.neighbours, *self.other)
        thanked = max((width(number(near.thanked), "figures bold", size) for near in both), default=0)
        back = max((width(number(near.back), "figures bold", size) for near in both), default=0)
        return tray_width(size) + 2 * (size + 2 + GAP) + thanked + back + GAP

    def _weights(self) -> tuple[int, ...]:
        """Give how much came to each tray, in both twins together."""
        others = self.other or (Near(""),) * len(self.neighbours)
        return tuple(near.activity + other.activity for near, other in zip(self.neighbours, others, strict=True))

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the wall, the plate, tubes with their stops, trays, and how many more there are."""
        surface.rect(WALL, box, border_radius=4)
        surface.rect(INK, box, OUTLINE, border_radius=4)
        surface.rect(DARK_TUBE, box.grown(-OUTLINE), 1, border_radius=3)
        grid = self.grid(box)
        if self.word:
            size = largest(self.word, "bold", tuple(range(grid.size, grid.size // 2, -1)), box.w - 2 * PAD - 14)
            text = line(self.word, "bold", size, INK)
            plate = Box(box.x + PAD, box.y + PAD, text.get_width() + 14, line_height(grid.size))
            surface.rect(BRASS, plate, border_radius=3)
            put_line(surface, text, plate, "centre")
        if grid.trays:
            _tubes(surface, risers(box.bottom - STOP, grid.trays, grid.columns), grid)
        for near, place in zip(grid.shown, grid.trays, strict=True):
            _tray(surface, place, near, grid.size)
        if grid.left_out:
            more = line(say("twin.more", n=grid.left_out), "strong", grid.size, TUBE)
            high = line_height(grid.size)
            put_line(surface, more, Box(box.x, box.bottom - high - 4, box.w - PAD, high), "right")


def busiest(neighbours: tuple[Near, ...], weights: tuple[int, ...], most: int) -> tuple[Near, ...]:
    """Give up to `most` neighbours, those of most weight, in the order they came in.

    >>> [near.name for near in busiest((Near("Ines"), Near("Bram"), Near("Yusuf")), (0, 3, 1), 2)]
    ['Bram', 'Yusuf']
    """
    ranked = sorted(range(len(neighbours)), key=lambda index: -weights[index])
    return tuple(neighbours[index] for index in sorted(ranked[:most]))


def tray_width(size: int) -> int:
    """Give the width of the tray itself beside text of this size."""
    return max(20, size * 3 // 2)


def _tubes(surface: Sheet, laid: Tubes, grid: Grid) -> None:
    """Draw the tubes dark, then bright as far as papers were read, then a stop at each tray."""
    pipes(surface, list(laid.lines), TUBE_WIDE, DARK_TUBE)
    read = [index for index, near in enumerate(grid.shown) if near.activity]
    furthest = [next((index for index in read if index % grid.columns == column), None) for column in range(grid.columns)]
    pipes(surface, [laid.ways[index] for index in furthest if index is not None], TUBE_WIDE, TUBE)
    for index, stop in enumerate(laid.stops):
        surface.aacircle(TUBE if index in read else DARK_TUBE, stop, STOP)
        surface.aacircle(WALL, stop, STOP - 3)
    x, y = laid.outlet
    mouth = Box(x - 15, y - 7, 30, 11)
    surface.rect(BRASS if read else DARK_BRASS, mouth, border_radius=3)
    surface.rect(INK, mouth, OUTLINE, border_radius=3)


def _tray(surface: Sheet, box: Box, near: Near, size: int) -> None:
    """Draw lamp and name, below them the open tray with what came, and what was said of it."""
    high, radius = line_height(size), max(5, size * 4 // 9)
    lamp = (box.x + radius + 1, box.y + high // 2)
    surface.aacircle(TUBE, lamp, radius + 1)
    surface.aacircle(LAMP if near.lit else FELT, lamp, radius)
    left = box.x + 2 * radius + 6
    words = near.name if width(near.name, "text", size) <= box.right - left else near.name.split(" ", maxsplit=1)[0]
    name = line(cut(words, "text", size, box.right - left), "text", size, PAPER if near.activity else TUBE)
    put_line(surface, name, Box(left, box.y, box.right - left, high))
    body = Box(box.x, box.y + high + 2, tray_width(size), min(box.bottom - box.y - high - 2, size * 5 // 3))
    _open_tray(surface, body, min(SLIPS, near.activity))
    x = body.right + GAP
    for sign, count in (("tick", near.thanked), ("hourglass", near.back)):
        x = _count(surface, Box(x, body.y, box.right - x, body.h), sign, count, size)


def _open_tray(surface: Sheet, box: Box, slips: int) -> None:
    """Draw a tray that is open at the top, and the slips in it from the bottom up."""
    step = max(3, (box.h - 6) // SLIPS)
    for index in range(min(slips, (box.h - 4) // step)):
        slip = Box(box.x + 4 + index % 2 * 2, box.bottom - 4 - (index + 1) * step, box.w - 10, step - 1)
        surface.rect(PAPER if index % 2 else FOLD, slip)
    walls = [(box.x, box.y), (box.x, box.bottom - 2), (box.right - 2, box.bottom - 2), (box.right - 2, box.y)]
    surface.lines(BRASS if slips else DARK_BRASS, walls, 3)


def _count(surface: Sheet, box: Box, sign: str, count: int, size: int) -> int:
    """Draw a sign with its count, if there is anything to count; gives where the next may stand."""
    if not count:
        return box.x
    surface.blit(icon(sign, size, SIGNS[sign]), (box.x, box.centre[1] - size // 2))
    text = line(number(count), "figures bold", size, SIGNS[sign])
    put_line(surface, text, box._replace(x=box.x + size + 2))
    return box.x + size + 2 + text.get_width() + GAP
