"""Things of the desk: the IN pile, the meters, the strip of papers sent, the undo ribbon."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.icons import icon
from game.ui.kit.plain import key_size, keycap, put_line
from game.ui.kit.stamps import COLOURS
from game.ui.palette import (
    BACK_ON_WALL,
    BRASS,
    DARK_BRASS,
    DARK_TUBE,
    FELT,
    FOLD,
    INK,
    NIGHT,
    OLD_PAPER,
    PAPER,
    RESHARE_ON_WALL,
    SECOND_INK,
    SHADOW,
    THANKS_ON_WALL,
    TUBE,
    WALL,
)
from game.ui.sheet import Sheet
from game.ui.text import cut, line, line_height, width
from game.ui.words import say

SLIP = 30
"""Height of one more paper on the pile."""


@dataclass(frozen=True)
class Pile(Widget):
    """The IN tray with its pile: how many wait, how many it holds, the age of the oldest, what fell."""

    role: str = "status"
    count: int = 0
    room: int = 12
    oldest: str = ""
    fallen: int = 0
    size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the tray's walls, the papers in it from the bottom up, then plate and figures."""
        well = Box(box.x, box.y + 96, box.w, box.h - 96 - 60)
        surface.rect(NIGHT, well, border_radius=4)
        step = min(SLIP, (well.h - 24) // max(1, self.room))
        for index in range(self.count):
            lean = (index * 37 + 11) % 9 - 4
            paper = Box(well.x + 18 + lean, well.bottom - 18 - (index + 1) * step, well.w - 36, step + 8)
            surface.rect(SHADOW, paper.moved(3, 3))
            surface.rect(PAPER if index == self.count - 1 else OLD_PAPER, paper)
            surface.rect(INK, paper, OUTLINE)
        for wall in (Box(well.x, well.y, 8, well.h), Box(well.right - 8, well.y, 8, well.h)):
            surface.rect(BRASS, wall)
        surface.rect(BRASS, Box(well.x, well.bottom - 10, well.w, 10))
        plate = Box(box.x + box.w // 2 - 48, box.y, 96, 38)
        sheet(surface, plate, BRASS)
        put_line(surface, line(say("pile.in"), "bold", self.size + 4, INK), plate, "centre")
        full = self.count >= self.room - 3
        colour = RESHARE_ON_WALL if full else PAPER
        count = line(say("pile.count", n=self.count, room=self.room), "figures bold", self.size + 6, colour)
        put_line(surface, count, Box(box.x, box.y + 48, box.w, 40), "centre")
        foot = Box(box.x, well.bottom + 4, box.w, line_height(self.size))
        if self.oldest:
            put_line(surface, line(self.oldest, "text", self.size, TUBE), foot, "centre")
        if self.fallen:
            text = line(say("pile.floor", n=self.fallen), "strong", self.size, RESHARE_ON_WALL)
            put_line(surface, text, foot.moved(0, line_height(self.size)), "centre")


@dataclass(frozen=True)
class PileCount(Widget):
    """The IN tray as a counter, where there is no room for a pile."""

    role: str = "status"
    count: int = 0
    room: int = 12
    size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw plate and count, beside each other or one above the other."""
        colour = RESHARE_ON_WALL if self.count >= self.room - 3 else PAPER
        plate = line(say("pile.in"), "bold", self.size, INK)
        count = line(str(self.count), "figures bold", self.size, colour)
        stacked = plate.get_width() + count.get_width() + 24 > box.w
        first = Box(box.x + (box.w - plate.get_width() - 12) // 2, box.y, plate.get_width() + 12, box.h // 2)
        second = Box(box.x, box.y + box.h // 2, box.w, box.h // 2)
        if not stacked:
            first = Box(box.x, box.y + (box.h - line_height(self.size)) // 2, first.w, line_height(self.size))
            second = Box(first.right + 8, box.y, count.get_width(), box.h)
        surface.rect(BRASS, first, border_radius=3)
        put_line(surface, plate, first, "centre")
        put_line(surface, count, second, "centre")


@dataclass(frozen=True)
class Meter(Widget):
    """A figure that counts something, with its label; `part` hundredths fill a bar below it.

    Dots say which of `sheets` lies on top where a tap turns to the other meters.
    """

    role: str = "meter"
    label: str = ""
    figure: str = ""
    part: int = 0
    lit: bool = False
    stacked: bool = False
    sheet: int = 0
    sheets: int = 1
    number_size: int = 30
    label_size: int = 18
    bleed: ClassVar[int] = 0

    @staticmethod
    def wide(label: str, figure: str, number_size: int, label_size: int) -> int:
        """Give the width in which label and figure stand side by side."""
        pad = max(8, label_size // 2 + 4)
        return width(label, "text", label_size) + width(figure, "figures bold", number_size) + 3 * pad

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw label above figure; the bar shows how much was thanked for (amber) and how much not (violet)."""
        surface.rect(NIGHT, box)
        surface.rect(FELT, Box(box.x, box.y, OUTLINE, box.h))
        if self.lit:
            surface.rect(THANKS_ON_WALL, box.grown(-2), OUTLINE)
        label = line(self.label, "text", self.label_size, TUBE)
        figure = line(self.figure, "figures bold", self.number_size, PAPER)
        pad = max(8, self.label_size // 2 + 4)
        if not self.stacked:
            put_line(surface, label, Box(box.x + pad, box.y, box.w, box.h - 8))
            put_line(surface, figure, Box(box.x, box.y, box.w - pad, box.h - 8), "right")
        else:
            gap = (box.h - label.get_height() - figure.get_height() - 6) // 2
            surface.blit(label, (box.x + pad, box.y + gap))
            surface.blit(figure, (box.x + pad, box.y + gap + label.get_height()))
        for dot in range(self.sheets if self.sheets > 1 else 0):
            centre = (box.right - 10 - 12 * (self.sheets - 1 - dot), box.y + 10)
            surface.aacircle(PAPER if dot == self.sheet else DARK_TUBE, centre, 4)
        if self.part >= 0:
            bar = Box(box.x + pad, box.bottom - 9, box.w - 2 * pad, 5)
            surface.rect(BACK_ON_WALL if self.part else FELT, bar)
            surface.rect(THANKS_ON_WALL, bar._replace(w=bar.w * self.part // 100))


@dataclass(frozen=True)
class SentLine(Widget):
    """One paper that was sent: its headline, and the ticks and hourglasses it has earned so far."""

    role: str = "note"
    headline: str = ""
    thanked: int = 0
    back: int = 0
    size: int = 18
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw a capsule, the headline cut to one line, and the two counts at the right."""
        right = box.right
        for sign, count, colour in (("hourglass", self.back, BACK_ON_WALL), ("tick", self.thanked, THANKS_ON_WALL)):
            text = line(str(count), "figures", self.size, colour)
            right -= text.get_width()
            put_line(surface, text, Box(right, box.y, text.get_width(), box.h))
            right -= self.size
            surface.blit(icon(sign, self.size - 2, colour), (right - 2, box.y + (box.h - self.size) // 2 + 1))
            right -= 10
        room = right - box.x - 4
        put_line(surface, line(cut(self.headline, "text", self.size, room), "text", self.size, PAPER), box)


@dataclass(frozen=True)
class Legend(Widget):
    """Says what a sign means, until there is something to read by it."""

    role: str = "note"
    sign: str = "tick"
    size: int = 18
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the sign, then the words."""
        colour = THANKS_ON_WALL if self.sign == "tick" else BACK_ON_WALL
        surface.blit(icon(self.sign, self.size - 2, colour), (box.x, box.y + (box.h - self.size) // 2 + 1))
        words = cut(self.name, "text", self.size, box.w - self.size - 8)
        put_line(surface, line(words, "text", self.size, TUBE), box._replace(x=box.x + self.size + 8))


@dataclass(frozen=True)
class Strip(Widget):
    """The OUT strip: a felt tray with a brass plate, under the map."""

    role: str = "list"
    word: str = ""
    size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the tray and its plate."""
        surface.rect(FELT, box, border_radius=4)
        surface.rect(TUBE, box, 1, border_radius=4)
        text = line(self.word, "bold", self.size, INK)
        plate = Box(box.x + 8, box.y + 8, text.get_width() + 14, line_height(self.size))
        surface.rect(BRASS, plate, border_radius=3)
        put_line(surface, text, plate, "centre")


@dataclass(frozen=True)
class Ribbon(Widget):
    """The undo ribbon: what was stamped, the way back, and how much of the three seconds is left (`left`, in 1/100)."""

    role: str = "button"
    kind: str = "ignore"
    headline: str = ""
    left: int = 100
    size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the ribbon; its coloured part shrinks to the left."""
        surface.rect(SHADOW, box.moved(3, 3), border_radius=6)
        surface.rect(OLD_PAPER, box, border_radius=6)
        rest = Box(box.x, box.bottom - 6, box.w * self.left // 100, 6)
        surface.rect(COLOURS[self.kind], rest, border_radius=3)
        surface.rect(INK, box, OUTLINE, border_radius=6)
        side = min(self.size + 6, box.h - 12)
        surface.blit(icon(self.kind, side, COLOURS[self.kind]), (box.x + 10, box.y + (box.h - side) // 2 - 2))
        cap = keycap(self.key, key_size(self.size), INK)
        right = box.right - 10 - cap.get_width()
        surface.blit(cap, (right, box.y + (box.h - cap.get_height()) // 2 - 2))
        word = line(self.name, "bold", self.size, INK)
        right -= word.get_width() + 8
        surface.blit(word, (right, box.y + (box.h - word.get_height()) // 2 - 2))
        room = right - (box.x + 10 + side + 10) - 10
        if room > self.size * 4:
            text = line(cut(self.headline, "text", self.size, room), "text", self.size, SECOND_INK)
            surface.blit(text, (box.x + 10 + side + 10, box.y + (box.h - text.get_height()) // 2 - 2))


def brief(name: str, size: int, room: int) -> str:
    """Give a name, its first word where the whole does not fit, or as much of that as fits."""
    first = name.split(" ", maxsplit=1)[0]
    return name if width(name, "text", size) <= room else cut(first, "text", size, room)


@dataclass(frozen=True)
class NeighbourTray(Widget):
    """A neighbour's tray on the map: name, lamp, zero to five slips, ticks and hourglasses that your papers earned."""

    role: str = "img"
    short: str = ""
    slips: int = 0
    thanked: int = 0
    back: int = 0
    lit: bool = False
    flash: str = ""
    size: int = 18
    bleed: ClassVar[int] = 2

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw lamp and name, the tray with its slips, the two counts; in a row where the box is flat."""
        high = line_height(self.size)
        lamp = max(8, min(14, self.size * 2 // 3))
        flat = box.w > box.h * 4
        top = box._replace(h=box.h if flat else high)
        glow = THANKS_ON_WALL if self.lit else FELT
        centre = (box.x + lamp // 2 + 1, top.centre[1])
        surface.aacircle(TUBE, centre, lamp // 2 + 1)
        surface.aacircle(glow, centre, lamp // 2)
        left = box.x + lamp + 5
        tray = min(max(30, box.w * 2 // 5), 56)
        counts = self.size * 2 + 20
        room = box.right - left - (tray + counts + 8 if flat else 0)
        name = line(brief(self.short, self.size, room), "text", self.size, PAPER)
        surface.blit(name, (left, top.y + (top.h - name.get_height()) // 2))
        if flat:
            self._tray(surface, Box(box.right - tray - counts, box.y + 4, tray, box.h - 8))
            self._counts(surface, Box(box.right - counts + 6, box.y + 2, counts, box.h - 4))
            return
        body = Box(box.x, box.y + high + 2, box.w, box.h - high - 2)
        self._tray(surface, body._replace(w=tray))
        self._counts(surface, Box(body.x + tray + 6, body.y, body.w - tray - 6, body.h))

    def _tray(self, surface: Sheet, box: Box) -> None:
        """Draw an open tray and the slips in it."""
        surface.rect(WALL, box, border_radius=2)
        step = max(3, (box.h - 8) // 5)
        for index in range(min(5, self.slips)):
            slip = Box(box.x + 5 + index % 2 * 2, box.bottom - 5 - (index + 1) * step, box.w - 12, step - 1)
            surface.rect(PAPER if index % 2 else FOLD, slip)
        walls = [(box.x, box.y), (box.x, box.bottom - 2), (box.right - 2, box.bottom - 2), (box.right - 2, box.y)]
        surface.lines(BRASS if self.lit else DARK_BRASS, walls, 3)

    def _counts(self, surface: Sheet, box: Box) -> None:
        """Draw ticks and hourglasses with their counts; the one that just came is framed."""
        side = min(self.size, box.h // 2 - 1)
        rows = (("tick", self.thanked, THANKS_ON_WALL), ("hourglass", self.back, BACK_ON_WALL))
        for row, (sign, count, colour) in enumerate(rows):
            if not count:
                continue
            y = box.y + row * (box.h // 2)
            if self.flash == sign:
                surface.rect(colour, Box(box.x - 3, y - 1, side * 2 + 4, side + 2), 1, border_radius=4)
            surface.blit(icon(sign, side - 2, colour), (box.x, y + 1))
            text = line(str(count), "figures", side, colour)
            surface.blit(text, (box.x + side + 2, y + (side - text.get_height()) // 2))


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
