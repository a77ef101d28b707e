"""What never moves, painted once a layout: the lamp-lit desk with its tubes, the dark office of the title, the night wall."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

import pygame

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.layout import USUAL, Layout
from game.ui.palette import (
    BRASS,
    DARK_BRASS,
    DARK_TUBE,
    FELT,
    INK,
    LAMP,
    NIGHT,
    OLD_PAPER,
    PAPER,
    SHADOW,
    TUBE,
    WALL,
    WOOD,
    Colour,
    mixed,
)
from game.ui.sheet import Sheet
from game.ui.tubes import Point, tubes

Line = tuple[Point, ...]
SMOOTH = 2
"""Tubes are drawn this many times their size and brought down."""
FINE = 4
"""The same for the hanging lamp."""


@dataclass(frozen=True)
class Backdrop(Widget):
    """A whole opaque picture; always the first widget of a scene."""

    role: str = "none"
    scene: str = "desk"
    layout: Layout = USUAL
    bleed: ClassVar[int] = 0

    def draw(self, surface: Sheet) -> None:
        """Copy the finished picture."""
        surface.blit(_finished(self.scene, self.layout, surface.scale), self.box[:2])

    def paint(self, surface: Sheet, box: Box) -> None:
        """Copy the finished picture to `box`."""
        surface.blit(_finished(self.scene, self.layout, surface.scale), box[:2])


@lru_cache(maxsize=8)
def _finished(scene: str, place: Layout, scale: float) -> Sheet:
    """Paint a backdrop in the format of the display, so that copying it is cheap."""
    width, height = place.size
    surface = Sheet(pygame.Surface((round(width * scale), round(height * scale))), scale)
    {"desk": _desk, "title": _title, "night": _night}[scene](surface, place)
    return Sheet(surface.surface.convert(), scale) if pygame.display.get_surface() else surface


def prepare(scene: str, place: Layout, scale: float) -> None:
    """Paint a backdrop ahead of the scene that needs it."""
    _finished(scene, place, scale)


def forget_backdrops() -> None:
    """Drop the finished backdrops; needed when the display was made anew."""
    _finished.cache_clear()


def _desk(surface: Sheet, place: Layout) -> None:
    """Wall, desk top, lamp light, tubes, map panel, bars."""
    w, h = place.size
    foot = place.meters[0].y
    surface.fill(WALL)
    if place.wide:
        desk = Box(0, 48, place.map.x - 16, foot - 48)
        surface.rect(FELT, desk)
        surface.line(SHADOW, (desk.right, desk.y), (desk.right, desk.bottom), 4)
        lit = Box(place.card.x - 60, place.card.y - 40, place.card.w + 120, place.card.h + 190)
    else:
        desk = Box(0, place.map.bottom + 4, w, foot - place.map.bottom - 4)
        surface.rect(FELT, desk)
        lit = Box(place.card.x - 30, place.card.y - 20, place.card.w + 60, place.card.h + 140)
    lamp_light(surface, lit, desk)
    surface.rect(NIGHT, Box(0, 0, w, 48))
    surface.line(SHADOW, (0, 47), (w, 47), 2)
    _map(surface, place)
    surface.rect(NIGHT, Box(0, foot, w, h - foot))


def lamp_light(surface: Sheet, box: Box, clip: Box) -> None:
    """Lay three nested translucent ellipses of lamplight into `box`, cut at `clip`."""
    glow = surface.like(*surface.get_size())
    for step, alpha in enumerate((16, 22, 30)):
        cut = box.grown(-step * box.w // 14)
        layer = surface.like(*surface.get_size())
        layer.ellipse((*LAMP, alpha), cut)
        glow.blit(layer, (0, 0))
    surface.set_clip(clip)
    surface.blit(glow, (0, 0))
    surface.set_clip(None)


def _map(surface: Sheet, place: Layout) -> None:
    """Draw the tubes with their stops, smooth."""
    laid = tubes(place)
    if not laid.stops:
        return
    pipes(surface, list(laid.lines), 6 if place.wide else 4, TUBE)
    radius = 7 if place.wide else 4
    for stop in laid.stops:
        surface.aacircle(TUBE, stop, radius)
        surface.aacircle(WALL, stop, radius - 3)
    x, y = laid.outlet
    mouth = Box(x - 17, y - 10, 34, 14) if place.wide else Box(x - 4, y - 9, 14, 18)
    surface.rect(BRASS, mouth, border_radius=3)
    surface.rect(INK, mouth, 2, border_radius=3)


def pipes(surface: Sheet, lines: list[Line], wide: int, colour: Colour) -> None:
    """Draw polylines with round corners, each drawn large and brought down so that its edges are smooth."""
    for way in lines:
        left, top = min(x for x, _ in way) - wide, min(y for _, y in way) - wide
        size = (max(x for x, _ in way) - left + 2 * wide, max(y for _, y in way) - top + 2 * wide)
        fine = Sheet.clear(*size, surface.scale * SMOOTH)
        fine.fill((*colour, 0))
        points = [(x - left, y - top) for x, y in way]
        for a, b in pairwise(points):
            _thick(fine, a, b, wide, colour)
        for point in points:
            fine.circle(colour, point, wide / 2)
        surface.blit_fine(fine, (left, top), *size)


def _thick(surface: Sheet, a: Point, b: Point, wide: int, colour: Colour) -> None:
    """Draw one straight piece; its direction is a multiple of 45 degrees or close to it."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = max(1.0, (dx * dx + dy * dy) ** 0.5)
    nx, ny = -dy / length * wide / 2, dx / length * wide / 2
    corners = [(a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny)]
    surface.polygon(colour, corners)


def _title(surface: Sheet, place: Layout) -> None:
    """A dark office: tubes up the wall, a lamp, its cone of light on a desk, the tray under it."""
    w, h = place.size
    surface.fill(NIGHT)
    floor = h * 66 // 100
    _wall_tubes(surface, w, floor)
    surface.rect(WOOD, Box(0, floor, w, h - floor))
    surface.rect(mixed(WOOD, SHADOW, 0.5), Box(0, floor, w, 6))
    middle, size = w // 2, min(w, h) // 6
    top = h * 12 // 100
    _cone(surface, (middle, top + size // 2), size, floor + h // 14, w)
    light = Box(middle - w * 38 // 100, floor - h // 16, w * 76 // 100, h * 26 // 100)
    lamp_light(surface, light, Box(0, floor, w, h - floor))
    _hanging_lamp(surface, middle, top, size)
    _tray_on_desk(surface, middle, h * 58 // 100, min(w - 48, 380 if place.wide else 300))


def _cone(surface: Sheet, lamp: Point, size: int, foot: int, w: int) -> None:
    """Lay the lamp's light between lamp and desk: two translucent sheets."""
    glow = surface.like(*surface.get_size())
    x, y = lamp
    for spread, alpha in ((w * 30 // 100, 10), (w * 20 // 100, 14)):
        sheet = surface.like(*surface.get_size())
        corners = [(x - size * 8 // 10, y), (x + size * 8 // 10, y), (x + spread, foot), (x - spread, foot)]
        sheet.polygon((*LAMP, alpha), corners)
        glow.blit(sheet, (0, 0))
    surface.blit(glow, (0, 0))


def _tray_on_desk(surface: Sheet, middle: int, y: int, wide: int) -> None:
    """Draw a full tray seen from the front; the brass plate is hung on it as a widget."""
    for row in range(5):
        lean = (row * 29 + 7) % 15 - 7
        paper = Box(middle - wide // 2 + 22 + lean, y - 12 - row * 11, wide - 44, 14)
        surface.rect(SHADOW, paper.moved(3, 3))
        surface.rect(PAPER if row % 2 else OLD_PAPER, paper)
        surface.rect(INK, paper, 2)
    for x in (middle - wide // 2, middle + wide // 2 - 12):
        surface.rect(DARK_BRASS, Box(x, y - 44, 12, 70), border_radius=3)
        surface.rect(INK, Box(x, y - 44, 12, 70), 2, border_radius=3)


def _wall_tubes(surface: Sheet, w: int, floor: int) -> None:
    """Run three tubes side by side up each side of the wall; all bend together, at 45 degrees."""
    wide = w > 800  # noqa: PLR2004 - phones get thinner tubes
    gap, thick, first = (30, 10, 30) if wide else (12, 6, 8)
    reach = 150 if wide else 0
    for index, colour in enumerate((DARK_TUBE, DARK_BRASS, DARK_TUBE)[: 3 if wide else 2]):
        x, turn = first + index * gap, floor * 4 // 10 - index * gap * 4 // 10
        left: Line = ((x, floor), (x, turn), (x + reach, turn - reach), (x + reach, 0))
        right: Line = tuple((w - px, py) for px, py in left)
        pipes(surface, [left, right], thick, colour)
        for way in (left, right):
            for px, py in way[1:3]:
                surface.aacircle(BRASS, (px, py), thick * 8 // 10)
                surface.aacircle(colour, (px, py), thick // 2)


def _hanging_lamp(surface: Sheet, x: int, y: int, size: int) -> None:
    """Draw the lamp on its cord, large first and brought down, so that its edges are smooth."""
    wide = size * 2 + 8
    fine = Sheet.clear(wide, size, surface.scale * FINE)
    middle, unit = wide // 2, size
    bulb = Box(middle - unit // 3, unit // 2 - unit // 6, unit * 2 // 3, unit // 3)
    fine.ellipse(LAMP, bulb)
    shade = [(middle - unit // 5, 0), (middle + unit // 5, 0), (middle + unit, unit // 2), (middle - unit, unit // 2)]
    fine.polygon(BRASS, shade)
    fine.polygon(DARK_BRASS, [shade[1], shade[2], (middle + unit // 2, unit // 2), (middle + unit // 9, 0)])
    fine.rect(DARK_BRASS, Box(middle - unit, unit // 2 - 5, 2 * unit, 6), border_radius=3)
    surface.line(DARK_BRASS, (x, 0), (x, y), 3)
    surface.blit_fine(fine, (x - wide // 2, y), wide, size)


def _night(surface: Sheet, place: Layout) -> None:
    """The wall with the lamp off; only the tubes show."""
    w, h = place.size
    surface.fill(NIGHT)
    _wall_tubes(surface, w, h)
