"""Things of the tube map: neighbours' trays, and what moves between them: capsules, sparks, flames, slips that fall."""

import math
from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.icons import icon
from game.ui.palette import (
    BACK_ON_WALL,
    BRASS,
    DARK_BRASS,
    DARK_TUBE,
    FELT,
    FOLD,
    INK,
    LIKE_ON_WALL,
    NIGHT,
    PAPER,
    RESHARE_ON_WALL,
    THANKS_ON_WALL,
    TUBE,
    WALL,
    mixed,
)
from game.ui.sheet import Sheet
from game.ui.text import cut, largest, line, line_height, width

ROWS = 5
"""A full tray shows so many slips, whatever it holds."""
GLOWS = 4
"""Steps in which a lamp grows light or dark."""
THIRDS = 3
TEN = 10
LEAST = 8
"""Counts are not set smaller, however large they are."""
NEAR = 1
"""The names of narrow trays may run so far into the gap beside them."""
NARROW = 80
"""A tray narrower than this wears the mortar-board itself: there is no room for it beside the name."""


def brief(name: str, size: int, room: int, least: int) -> tuple[str, int]:
    """Give a name and its size: its first word where the whole does not fit, down to `least`; then as much of that as fits."""
    first = name.split(" ", maxsplit=1)[0]
    if width(name, "text", size) <= room:
        return name, size
    chosen = largest(first, "text", tuple(range(size, least - 1, -1)), room)
    return cut(first, "text", chosen, room), chosen


def tray_width(box: Box) -> int:
    """Give the width of the open tray in a neighbour's place: the counts beside it need room for two figures."""
    return 24 if box.w < NARROW else min(max(30, box.w * 2 // 5), 56)


def room_for(count: int, size: int) -> int:
    """Give the width of a sign and its count; above nine they stand without a gap."""
    return size + (0 if count >= TEN else 2) + width(str(count), "figures", size)


def lamp(surface: Sheet, centre: tuple[int, int], radius: int, tray: "NeighbourTray") -> None:
    """Draw a lamp: how light it is in `GLOWS` steps, and by how many thirds call-outs have darkened it from above."""
    (x, y), glow, dim = centre, tray.glow, tray.dim
    if tray.halo:
        surface.aacircle(THANKS_ON_WALL, centre, radius + 5)
        surface.aacircle(WALL, centre, radius + 3)
    surface.aacircle(TUBE, centre, radius + 1)
    surface.aacircle(mixed(FELT, THANKS_ON_WALL, glow / GLOWS), centre, radius)
    if not dim:
        return
    level = radius - 2 * radius * min(dim, THIRDS) / THIRDS  # from the middle down to here the lamp is dark
    half = math.acos(max(-1.0, min(1.0, level / radius)))
    arc = [(math.sin(half * step / 8), math.cos(half * step / 8)) for step in range(-8, 9)]
    surface.polygon(NIGHT, [(x + radius * across, y - radius * up) for across, up in arc])
    if dim >= THIRDS:
        side = radius * 6 / 10
        surface.line(BACK_ON_WALL, (x - side, y - side), (x + side, y + side), 2)
        surface.line(BACK_ON_WALL, (x - side, y + side), (x + side, y - side), 2)


@dataclass(frozen=True)
class NeighbourTray(Widget):
    """A neighbour's tray on the map: name, lamp, slips, ticks and hourglasses that your papers earned.

    `slips` are yours and lie bright on top of `others`, together at most `ROWS`. `flash` names the sign that just came,
    `fresh` while it pops.
    """

    role: str = "img"
    short: str = ""
    slips: int = 0
    others: int = 0
    thanked: int = 0
    back: int = 0
    glow: int = 0
    dim: int = 0
    halo: bool = False
    pupil: bool = False
    flash: str = ""
    fresh: bool = False
    size: int = 18
    bleed: ClassVar[int] = 6

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw lamp and name, the tray with its slips, the two counts; in a row where the box is flat."""
        high = line_height(self.size)
        wide = max(10, min(16, self.size * 8 // 9))
        flat = box.w > box.h * 4
        top = box._replace(h=box.h if flat else high)
        lamp(surface, (box.x + wide // 2 + 1, top.centre[1]), wide // 2, self)
        left = box.x + wide + (5 if box.w >= NARROW else 3)
        tray = tray_width(box)
        counts = self.size * 2 + 20
        right = box.right - (tray + counts + 8 if flat else 0)
        beside = self.pupil and box.w >= NARROW
        hat = self.size + 4 if beside else 0
        least = self.size if box.w >= NARROW else self.size * 3 // 4
        short, size = brief(self.short, self.size, right - left - hat + (0 if box.w >= NARROW else NEAR), least)
        name = line(short, "text", size, PAPER)
        surface.blit(name, (left, top.y + (top.h - name.get_height()) // 2))
        if beside:
            sign = icon("mortar_board", self.size, PAPER)
            surface.blit(sign, (left + name.get_width() + 4, top.y + (top.h - self.size) // 2))
        if flat:
            self._tray(surface, Box(box.right - tray - counts, box.y + 4, tray, box.h - 8))
            self._counts(surface, Box(box.right - counts + 6, box.y + 2, counts, box.h - 4))
            return
        body = Box(box.x, box.y + high + 2, box.w, box.h - high - 2)
        self._tray(surface, body._replace(w=tray))
        if self.pupil and not beside:
            surface.blit(icon("mortar_board", self.size, PAPER), (body.x + (tray - self.size) // 2, body.y - 3))
        gap = 6 if box.w >= NARROW else 4
        self._counts(surface, Box(body.x + tray + gap, body.y, body.w - tray - gap, body.h))

    def _tray(self, surface: Sheet, box: Box) -> None:
        """Draw an open tray: others' slips grey at the bottom, yours bright on top."""
        surface.rect(WALL, box, border_radius=2)
        step = max(3, (box.h - 8) // ROWS)
        mine = min(ROWS, self.slips)
        below = min(ROWS - mine, self.others)
        for index in range(below + mine):
            slip = Box(box.x + 5 + index % 2 * 2, box.bottom - 5 - (index + 1) * step, box.w - 12, step - 1)
            surface.rect(DARK_TUBE if index < below else PAPER if index % 2 else FOLD, slip)
        walls = [(box.x, box.y), (box.x, box.bottom - 2), (box.right - 2, box.bottom - 2), (box.right - 2, box.y)]
        surface.lines(BRASS if self.glow else DARK_BRASS, walls, 3)

    def _counts(self, surface: Sheet, box: Box) -> None:
        """Draw ticks and hourglasses with their counts; the one that just came is larger for a moment, then framed."""
        most = max(self.thanked, self.back)
        sizes = range(min(self.size, box.h // 2 - 1), LEAST, -1)
        side = next((size for size in sizes if room_for(most, size) <= box.w), LEAST)
        rows = (("tick", self.thanked, THANKS_ON_WALL), ("hourglass", self.back, BACK_ON_WALL))
        for row, (sign, count, colour) in enumerate(rows):
            if not count:
                continue
            y = box.y + row * (box.h // 2)
            here = self.flash == sign
            if here and not self.fresh:
                surface.rect(colour, Box(box.x - 2, y - 1, room_for(count, side) + 3, side + 2), 1, border_radius=4)
            grown = 3 if here and self.fresh else -1
            surface.blit(icon(sign, side - 1 + grown, colour), (box.x - 1 - grown // 2, y + 1 - grown // 2))
            text = line(str(count), "figures", side, colour)
            surface.blit(text, (box.x + side + (0 if count >= TEN else 2), y + (side - text.get_height()) // 2))


@dataclass(frozen=True)
class Capsule(Widget):
    """A paper under way in a tube: a short thick bar that points along it (`turn`, in degrees)."""

    role: str = "none"
    turn: int = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the capsule, turned."""
        plain = surface.like(box.w, box.h)
        body = Box(1, box.h // 4, box.w - 2, box.h // 2)
        plain.rect(RESHARE_ON_WALL, body, border_radius=body.h // 2)
        plain.rect(PAPER, Box(body.centre[0] - 2, body.y, 4, body.h))
        plain.rect(INK, body, 1, border_radius=body.h // 2)
        surface.blit_turned(plain, box.centre, self.turn)


@dataclass(frozen=True)
class Spark(Widget):
    """A like under way to whoever wrote the post: a heart on a dark disc."""

    role: str = "none"

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw disc and heart."""
        surface.aacircle(WALL, box.centre, box.w // 2)
        side = box.w * 7 // 10
        surface.blit(icon("heart", side, LIKE_ON_WALL), (box.centre[0] - side // 2, box.centre[1] - side // 2 + 1))


@dataclass(frozen=True)
class Flame(Widget):
    """A call-out that runs along a tube: a jagged flame on a dark disc, so that it stands out from the tube."""

    role: str = "none"

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw disc and flame."""
        surface.aacircle(WALL, box.centre, box.w // 2)
        side = box.w - 4
        surface.blit(icon("flame", side, RESHARE_ON_WALL), (box.x + 2, box.y + 1))


@dataclass(frozen=True)
class LostSlip(Widget):
    """A slip that was pushed off the end of a tray: it tips over (`turn`, in degrees), or is struck through where it stands."""

    role: str = "none"
    turn: int = 0
    struck: bool = False

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the slip."""
        plain = surface.like(box.w, box.h)
        slip = Box(box.w // 8, box.h * 3 // 8, box.w * 3 // 4, box.h // 4)
        plain.rect(FOLD, slip)
        plain.rect(INK, slip, 1)
        surface.blit_turned(plain, box.centre, -self.turn)
        if self.struck:
            x, y = box.centre
            surface.line(BACK_ON_WALL, (x - box.w * 3 / 8, y + box.h / 4), (x + box.w * 3 / 8, y - box.h / 4), 3)


@dataclass(frozen=True)
class Dark(Widget):
    """The map before it is lit: darkness over it, in `steps` of `OF`."""

    role: str = "none"
    steps: int = 5
    bleed: ClassVar[int] = 0
    OF: ClassVar[int] = 5

    def paint(self, surface: Sheet, box: Box) -> None:
        """Darken."""
        surface.fill((*WALL, 215 * self.steps // self.OF), box)
