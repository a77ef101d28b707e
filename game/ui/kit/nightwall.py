"""The wall at night: the desk lies dark, the tubes glow without anybody at it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.backdrops import pipes
from game.ui.kit.base import Widget
from game.ui.palette import BRASS, DARK_BRASS, DARK_TUBE, FELT, INK, NIGHT, SHADOW, TUBE, WALL, mixed
from game.ui.sheet import Sheet
from game.ui.tubes import Tubes, risers

HALOS = ((26, 22), (16, 34))
"""Width and opacity of the glow round a tube, the outermost first."""
WIDE = 7
STOP = 8
NOWHERE = Box(0, 0, 0, 0)


@lru_cache(maxsize=16)
def laid(floor: int, trays: tuple[Box, ...], columns: int) -> Tubes:
    """Lay the tubes of the night from the floor of the map to its trays."""
    return risers(floor, trays, columns) if trays else Tubes((), (), (), (0, floor))


@dataclass(frozen=True)
class NightWall(Widget):
    """A whole opaque picture, always the first widget of its scene: dark desk at the left, map with glowing tubes."""

    role: str = "none"
    desk: Box = NOWHERE
    map: Box = NOWHERE
    trays: tuple[Box, ...] = ()
    columns: int = 1
    bleed: ClassVar[int] = 0

    def tubes(self) -> Tubes:
        """Give the tubes."""
        return laid(self.map.bottom, self.trays, self.columns)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw everything as it lies on the picture, then lay it down."""
        wall = surface.like(box.w, box.h)
        self._desk(wall)
        self._map(wall)
        surface.blit(wall, box[:2])

    def _desk(self, surface: Sheet) -> None:
        """Draw the wall and the desk in the dark."""
        surface.fill(NIGHT)
        surface.rect(mixed(NIGHT, FELT, 0.45), self.desk, border_radius=6)
        surface.rect(mixed(NIGHT, WALL, 0.5), self.desk, 2, border_radius=6)
        surface.line(SHADOW, (self.desk.x + 8, self.desk.bottom), (self.desk.right - 8, self.desk.bottom), 3)

    def _map(self, surface: Sheet) -> None:
        """Draw the glow, the tubes, their stops and the outlet."""
        ways = self.tubes()
        if not ways.stops:
            return
        glow = surface.like(*surface.get_size())
        for wide, alpha in HALOS:
            layer = surface.like(*surface.get_size())
            pipes(layer, list(ways.lines), wide, TUBE)
            layer.surface.set_alpha(alpha)
            glow.blit(layer, (0, 0))
        surface.blit(glow, (0, 0))
        pipes(surface, list(ways.lines), WIDE, TUBE)
        for stop in ways.stops:
            surface.aacircle(TUBE, stop, STOP)
            surface.aacircle(WALL, stop, STOP - 3)
        x, y = ways.outlet
        mouth = Box(x - 17, y - 8, 34, 14)
        surface.rect(BRASS, mouth, border_radius=3)
        surface.rect(INK, mouth, 2, border_radius=3)
        surface.line(DARK_BRASS, (x - 17, y + 7), (x + 17, y + 7), 2)
        surface.rect(DARK_TUBE, Box(self.map.x, self.map.bottom + 7, self.map.w, 2))
