"""Things of the desk: the IN pile, the meters and what flies to them, the strip of papers sent, the undo ribbon, plates."""

import math
from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.fonts import Weight
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
    Colour,
)
from game.ui.sheet import Sheet
from game.ui.text import cut, line, line_height, width, wrap
from game.ui.words import say

SLIP = 30
"""Height of one more paper on the pile."""
WHOLE = 100
LEAST_SHARE = 40
"""A meter's letters are made smaller down to this, in hundredths."""
FOOT = 12
"""What the bar takes of a meter's height."""
TOP = 8
"""Half of what the dots take of it, where the figure stands beside the label."""
GAP = 2
"""Between label and figure."""


def tall(size: int) -> int:
    """Give the height that one line of letters or figures takes with nothing cut: capitals, and what hangs below them."""
    return round(size * 1.02)


@dataclass(frozen=True)
class Pile(Widget):
    """The IN tray with its pile: how many wait, how many it holds, the age of the oldest, what fell.

    `lean` degrees it leans over when it is nearly full; `bold` says the same by the figure alone. `lift` pixels the paper on
    top has still to drop.
    """

    role: str = "status"
    count: int = 0
    room: int = 12
    oldest: str = ""
    fallen: int = 0
    size: int = 18
    lean: int = 0
    bold: bool = False
    lift: int = 0
    bleed: ClassVar[int] = 24

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the tray's walls, the papers in it from the bottom up, then plate and figures."""
        well = Box(box.x, box.y + 96, box.w, box.h - 96 - 60)
        self._tray(surface, well)
        plate = Box(box.x + box.w // 2 - 48, box.y, 96, 38)
        sheet(surface, plate, BRASS)
        put_line(surface, line(say("pile.in"), "bold", self.size + 4, INK), plate, "centre")
        near = self.bold or self.lean > 0
        words, colour = say("pile.count", n=self.count), RESHARE_ON_WALL if near else PAPER
        count = line(words, "figures bold" if near else "figures", self.size + (10 if self.bold else 4), colour)
        put_line(surface, count, Box(box.x, box.y + 42, box.w, 28), "centre")
        holds = line(say("pile.room", room=self.room), "text", self.size, TUBE)
        put_line(surface, holds, Box(box.x, box.y + 68, box.w, 26), "centre")
        foot = Box(box.x, well.bottom + 4, box.w, line_height(self.size))
        if self.oldest:
            put_line(surface, line(self.oldest, "text", self.size, TUBE), foot, "centre")
        if self.fallen:
            text = line(say("pile.floor", n=self.fallen), "strong", self.size, RESHARE_ON_WALL)
            put_line(surface, text, foot.moved(0, line_height(self.size)), "centre")

    def _tray(self, surface: Sheet, well: Box) -> None:
        """Draw the tray, every height moved sideways as far as it leans there."""
        slope = math.tan(math.radians(self.lean))

        def leant(x: float, y: float) -> tuple[float, float]:
            return x + slope * (well.bottom - y), y

        def piece(colour: Colour, box: Box) -> None:
            corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
            surface.polygon(colour, [leant(*corner) for corner in corners])

        piece(NIGHT, well)
        step = min(SLIP, (well.h - 24) // max(1, self.room))
        for index in range(self.count):
            lift = self.lift if index == self.count - 1 else 0
            y = well.bottom - 18 - (index + 1) * step - lift
            paper = Box(round(leant(well.x + 18 + (index * 37 + 11) % 9 - 4, y)[0]), y, well.w - 36, step + 8)
            surface.rect(SHADOW, paper.moved(3, 3))
            surface.rect(PAPER if index == self.count - 1 else OLD_PAPER, paper)
            surface.rect(INK, paper, OUTLINE)
        for wall in (Box(well.x, well.y, 8, well.h), Box(well.right - 8, well.y, 8, well.h)):
            piece(BRASS, wall)
        surface.rect(BRASS, Box(well.x, well.bottom - 10, well.w, 10))


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
        words = say("pile.count", n=self.count)
        fits = plate.get_width() + width(words, "figures bold", self.size) + 24 <= box.w
        count = line(words if fits else str(self.count), "figures bold", self.size, colour)
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

    Dots say which of `sheets` lies on top where a tap turns to the other meters. `share` hundredths of the sizes are used.
    """

    role: str = "meter"
    label: str = ""
    figure: str = ""
    part: int = 0
    lit: bool = False
    stacked: bool = False
    share: int = 100
    sheet: int = 0
    sheets: int = 1
    number_size: int = 30
    label_size: int = 18
    bleed: ClassVar[int] = 0

    def setting(self) -> tuple[int, bool]:
        """Give the largest share of its sizes, in hundredths, in which all of it can be read, and whether label stands above."""
        for share in range(WHOLE, LEAST_SHARE, -2):
            for above in (False, True):
                if self.fits(share, stacked=above):
                    return share, above
        return LEAST_SHARE, True

    def fits(self, share: int, *, stacked: bool) -> bool:
        """Whether label, figure, dots and bar lie beside each other at this share of the sizes."""
        label_size, number_size = self.label_size * share // WHOLE, self.number_size * share // WHOLE
        pad, room = self.pad(share), self.box.h - FOOT
        label, figure = width(self.label, "text", label_size), width(self.figure, "figures bold", number_size)
        dots = 12 * self.sheets + 8 if self.sheets > 1 else 0
        if not stacked:
            return label + figure + 3 * pad <= self.box.w and tall(number_size) + (2 * TOP if dots else 0) <= room
        beside = max(label + 2 * pad + dots, figure + 2 * pad) <= self.box.w
        return beside and tall(label_size) + tall(number_size) + GAP <= room

    def ink(self, text: str, weight: Weight, size: int) -> int:
        """Give how wide label or figure is as it is set."""
        return width(text, weight, size * self.share // WHOLE)

    def pad(self, share: int) -> int:
        """Give the room left and right at a share of the sizes."""
        return max(8, self.label_size * share // (2 * WHOLE) + 4)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw label above figure; the bar shows how much was thanked for (amber) and how much not (violet)."""
        surface.rect(NIGHT, box)
        surface.rect(FELT, Box(box.x, box.y, OUTLINE, box.h))
        if self.lit:
            surface.rect(THANKS_ON_WALL, box.grown(-2), OUTLINE)
        label_size, number_size = self.label_size * self.share // WHOLE, self.number_size * self.share // WHOLE
        label = line(self.label, "text", label_size, TUBE)
        figure = line(self.figure, "figures bold", number_size, PAPER)
        pad, room = self.pad(self.share), box.h - FOOT
        if not self.stacked:
            low = box.y + (TOP if self.sheets > 1 else 0)
            put_line(surface, label, Box(box.x + pad, low, box.w, box.bottom - FOOT - low))
            put_line(surface, figure, Box(box.x, low, box.w - pad, box.bottom - FOOT - low), "right")
        else:
            top, high, rest = tall(label_size), tall(number_size), room - tall(label_size) - tall(number_size)
            put_line(surface, label, Box(box.x + pad, box.y + rest // 3, box.w, top))
            put_line(surface, figure, Box(box.x + pad, box.y + rest * 2 // 3 + top, box.w, high))
        for dot in range(self.sheets if self.sheets > 1 else 0):
            centre = (box.right - 10 - 12 * (self.sheets - 1 - dot), box.y + 9)
            surface.aacircle(PAPER if dot == self.sheet else DARK_TUBE, centre, 4)
        if self.part >= 0:
            bar = Box(box.x + pad, box.bottom - 9, box.w - 2 * pad, 5)
            surface.rect(BACK_ON_WALL if self.part else FELT, bar)
            surface.rect(THANKS_ON_WALL, bar._replace(w=bar.w * self.part // 100))


@dataclass(frozen=True)
class SentLine(Widget):
    """One paper that was sent: its headline, and the ticks and hourglasses it has earned so far; `plate` stands before it."""

    role: str = "note"
    headline: str = ""
    thanked: int = 0
    back: int = 0
    size: int = 18
    plate: str = ""
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the headline cut to one line, and the two counts at the right."""
        right = box.right
        if self.plate:
            text = line(self.plate, "bold", self.size, INK)
            plate = Box(box.x, box.y + (box.h - line_height(self.size)) // 2, text.get_width() + 14, line_height(self.size))
            surface.rect(BRASS, plate, border_radius=3)
            put_line(surface, text, plate, "centre")
            box = Box(plate.right + 8, box.y, box.right - plate.right - 8, box.h)
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
class Timer(Widget):
    """What is left of the time, with the word for it beside the figure, or below where there is no room beside."""

    role: str = "timer"
    figure: str = ""
    size: int = 18
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw figure and word; a box that has room for neither way shows the figure alone."""
        word, gap = say("bar.left"), max(5, self.size // 4)
        size = self.size if width(self.figure, "figures bold", self.size) <= box.w else box.w // 5
        figure = line(self.figure, "figures bold", size, PAPER)
        beside = line(word, "text", size, TUBE)
        if figure.get_width() + gap + beside.get_width() <= box.w:
            put_line(surface, figure, box)
            put_line(surface, beside, box._replace(x=box.x + figure.get_width() + gap))
            return
        small = max(12, size * 3 // 4)
        if tall(size) + tall(small) > box.h:
            put_line(surface, figure, box)
            return
        rest = (box.h - tall(size) - tall(small)) // 2
        put_line(surface, figure, box._replace(y=box.y + rest, h=tall(size)))
        put_line(surface, line(word, "text", small, TUBE), box._replace(y=box.y + rest + tall(size), h=tall(small)))


@dataclass(frozen=True)
class Legend(Widget):
    """Says what a sign means, until there is something to read by it."""

    role: str = "note"
    sign: str = "tick"
    size: int = 18
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, name: str, size: int, room: int) -> int:
        """Give the height that the words need beside their sign."""
        return len(wrap(name, "text", size, room - size - 8)) * line_height(size)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the sign, then the words."""
        high = line_height(self.size)
        if self.sign == "lamp":
            surface.aacircle(THANKS_ON_WALL, (box.x + self.size // 2 - 1, box.y + high // 2), self.size * 4 // 10)
        else:
            colour = THANKS_ON_WALL if self.sign == "tick" else BACK_ON_WALL
            surface.blit(icon(self.sign, self.size - 2, colour), (box.x, box.y + (high - self.size) // 2 + 1))
        left = self.size + 8
        for row, words in enumerate(wrap(self.name, "text", self.size, box.w - left)):
            place = Box(box.x + left, box.y + row * high, box.w - left, high)
            put_line(surface, line(words, "text", self.size, TUBE), place)


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


@dataclass(frozen=True)
class Line(Widget):
    """A brass plate on which the desk says one thing, in letters as large as its box allows, up to `size`."""

    role: str = "status"
    size: int = 18
    least: int = 12

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the plate, then the words in the middle of it."""
        sheet(surface, box, BRASS, radius=4)
        surface.rect(DARK_BRASS, box.grown(-4), 1, border_radius=3)
        room, high = box.w - 20, box.h - 14
        size, step, lines = fitted(self.name, self.size, self.least, (room, high))
        top = box.y + (box.h - step * len(lines)) // 2
        for row, text in enumerate(lines):
            put_line(surface, line(text, "strong", size, INK), Box(box.x + 10, top + row * step, room, step), "centre")


def fitted(text: str, size: int, least: int, room: tuple[int, int]) -> tuple[int, int, tuple[str, ...]]:
    """Give the largest size down to `least` at which a text fits into width and height, its line step and its lines."""
    wide, high = room
    for tried in range(size, least - 1, -1):
        step = round(tried * 1.15)
        if len(wrap(text, "strong", tried, wide)) * step <= high or tried == least:
            break
    return tried, step, balanced(text, tried, wide)


def balanced(text: str, size: int, room: int) -> tuple[str, ...]:
    """Break a text into as few lines as fit, of about equal length."""
    lines = wrap(text, "strong", size, room)
    narrow = room
    while len(lines) > 1 and narrow > room // 2 and len(wrap(text, "strong", size, narrow - 8)) == len(lines):
        narrow -= 8
    return wrap(text, "strong", size, narrow)


@dataclass(frozen=True)
class Flying(Widget):
    """A figure on its way to its meter: a paper tag."""

    role: str = "none"
    text: str = ""
    size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the tag."""
        sheet(surface, box, PAPER, radius=6)
        put_line(surface, line(self.text, "figures bold", self.size, INK), box, "centre")


@dataclass(frozen=True)
class Crumpled(Widget):
    """An ignored paper on its way to the bin: a ball."""

    role: str = "none"

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the ball and its creases."""
        x, y, w, h = box
        edge = (
            (0.18, 0.2), (0.42, 0.04), (0.66, 0.12), (0.9, 0.26), (0.97, 0.55), (0.84, 0.84), (0.55, 0.96), (0.24, 0.9),
            (0.05, 0.62), (0.1, 0.4),
        )  # fmt: skip
        points = [(x + px * w, y + py * h) for px, py in edge]
        surface.polygon(SHADOW, [(px + 3, py + 3) for px, py in points])
        surface.polygon(OLD_PAPER, points)
        surface.polygon(INK, points, OUTLINE)
        creases = (((0.3, 0.3), (0.55, 0.42), (0.48, 0.7)), ((0.7, 0.25), (0.62, 0.5), (0.84, 0.64)), ((0.2, 0.6), (0.4, 0.8)))
        for crease in creases:
            surface.lines(SECOND_INK, [(x + px * w, y + py * h) for px, py in crease], OUTLINE)


@dataclass(frozen=True)
class Rolled(Widget):
    """A reshared paper rolled up for its capsule."""

    role: str = "none"

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the roll, its end and a band in the colour of the stamp."""
        body = box.grown(-2)
        surface.rect(SHADOW, body.moved(3, 3), border_radius=body.h // 2)
        surface.rect(PAPER, body, border_radius=body.h // 2)
        surface.rect(COLOURS["reshare"], Box(body.centre[0] - body.w // 16, body.y, body.w // 8, body.h))
        surface.rect(INK, body, OUTLINE, border_radius=body.h // 2)
        end = (body.right - body.h // 2, body.centre[1])
        for radius, colour in ((body.h // 2 - 2, OLD_PAPER), (body.h // 4, FOLD), (body.h // 10, INK)):
            surface.aacircle(colour, end, radius)


@dataclass(frozen=True)
class Bell(Widget):
    """The bell on the wall; it swings while it rings (`turn`, in degrees)."""

    role: str = "none"
    turn: int = 0
    bleed: ClassVar[int] = 12

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the bell, turned."""
        plain = surface.like(box.w, box.h)
        plain.blit(icon("bell", box.w - 4, INK), (4, 4))
        plain.blit(icon("bell", box.w - 4, BRASS), (0, 0))
        surface.blit_turned(plain, box.centre, self.turn)
