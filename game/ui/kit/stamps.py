"""The three stamps, and the mark a stamp leaves on a card."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.icons import icon
from game.ui.kit.plain import key_size, keycap
from game.ui.palette import (
    BRASS,
    DARK_BRASS,
    FOLD,
    IGNORE,
    INK,
    LIKE,
    OLD_PAPER,
    PAPER,
    RESHARE,
    SECOND_INK,
    SHADOW,
    WOOD,
    Colour,
    mixed,
)
from game.ui.sheet import Picture, Sheet
from game.ui.text import largest, line

COLOURS: dict[str, Colour] = {"ignore": IGNORE, "like": LIKE, "reshare": RESHARE}
PENCIL: Colour = mixed(PAPER, INK, 0.5)
KNOB = 22
CROSS = 26
"""Side of the pencil's cross."""
ROOMY = 90
"""A flat stamp that is lower has no free corner; the pencil marks its right end, where a phone shows no key."""


@dataclass(frozen=True)
class Stamp(Widget):
    """One of the three stamps: shape, colour, word, place and key all differ. `down` while it strikes, `able` if it may.

    `widest` is the width of the longest of the three words, so that all three are laid out alike. `pencil` draws the faint
    cross that says where the House expects yours; `framed` draws attention to it.
    """

    role: str = "button"
    size: int = 24
    key_size: int = 18
    down: bool = False
    able: bool = True
    widest: int = 0
    pencil: bool = False
    framed: bool = False

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the stamp upright in a tall box, lengthwise in a flat one."""
        colour = COLOURS[self.action] if self.able else SECOND_INK
        body = box.moved(3, 3) if self.down else box
        if self.down:
            surface.rect(OLD_PAPER, body, border_radius=6)
            surface.rect(INK, body, OUTLINE, border_radius=6)
        else:
            sheet(surface, body, PAPER if self.able else FOLD, radius=6)
        surface.rect(colour, Box(body.x + 2, body.y + 2, body.w - 4, 8), border_radius=4)
        if box.w > box.h * 1.5:
            self._lengthwise(surface, body, colour)
        else:
            self._upright(surface, body, colour)
        if self.pencil:
            _cross(surface, body)
        if self.framed:
            surface.rect(colour, body.grown(-5), 3, border_radius=5)

    def _upright(self, surface: Sheet, box: Box, colour: Colour) -> None:
        """Sign above, word below, key in the corner."""
        cap = keycap(self.key, self.key_size, SECOND_INK)
        surface.blit(cap, (box.right - cap.get_width() - 8, box.y + 15))
        word = self._word(box.w - 12, colour)
        side = min(60, box.h - word.get_height() - 32)
        surface.blit(icon(self.action, side, colour), (box.x + (box.w - side) // 2, box.y + 18))
        surface.blit(word, (box.x + (box.w - word.get_width()) // 2, box.bottom - word.get_height() - 8))

    def _lengthwise(self, surface: Sheet, box: Box, colour: Colour) -> None:
        """Sign, word and key in one row, or the key in the corner where that is too wide."""
        side = min(56, box.h - 26)
        cap = keycap(self.key, self.key_size, SECOND_INK)
        left = box.x + 12 + side + 12
        word = self._word(box.right - left - 8, colour)
        if left + max(self.widest, word.get_width()) + cap.get_width() + 20 <= box.right:
            surface.blit(icon(self.action, side, colour), (box.x + 12, box.y + (box.h - side) // 2 + 3))
            surface.blit(word, (left, box.y + (box.h - word.get_height()) // 2 + 3))
            surface.blit(cap, (box.right - cap.get_width() - 10, box.y + (box.h - cap.get_height()) // 2 + 3))
            return
        cap = keycap(self.key, key_size(self.key_size * 3 // 4), SECOND_INK)
        surface.blit(cap, (box.right - cap.get_width() - 8, box.y + 14))
        centre = box.bottom - 4 - max(side, word.get_height()) // 2
        surface.blit(icon(self.action, side, colour), (box.x + 12, centre - side // 2))
        surface.blit(word, (left, centre - word.get_height() // 2))

    def _word(self, room: int, colour: Colour) -> Picture:
        """Give the word, a little smaller where the box is narrow."""
        size = largest(self.name, "bold", tuple(range(self.size, self.size * 3 // 4, -1)), room)
        return line(self.name, "bold", size, colour)


def _cross(surface: Sheet, box: Box) -> None:
    """Draw a pencil cross by hand: two strokes, each drawn twice, none quite straight; in a corner that is left free."""
    low = box.w > box.h * 1.5 and box.h < ROOMY
    side = min(CROSS, box.h // 5, (box.w - 60) // 2 - 10) if not low else CROSS
    x, y = (box.right - side - 14, box.y + (box.h - side) // 2 + 4) if low else (box.x + 8, box.y + 14)
    strokes = (
        ((0.02, 0.0), (0.46, 0.56), (1.0, 0.98)), ((0.06, 0.02), (0.52, 0.5), (0.97, 1.0)),
        ((0.98, 0.03), (0.5, 0.46), (0.0, 0.95)), ((0.95, 0.0), (0.56, 0.53), (0.03, 1.0)),
    )  # fmt: skip
    for stroke in strokes:
        surface.lines(PENCIL, [(x + px * side, y + py * side) for px, py in stroke], 1)


@dataclass(frozen=True)
class Drawer(Widget):
    """A drawer of the desk. Shut it hides its stamp; `opened` steps of `OF` it has moved down out of the way."""

    opened: int = 0
    OF: ClassVar[int] = 4
    bleed: ClassVar[int] = 4

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the drawer's front with its knob, as much of it as has not moved away."""
        high = box.h * (self.OF - self.opened) // self.OF
        front = Box(box.x, box.bottom - high, box.w, high)
        if high < KNOB:
            return
        sheet(surface, front, WOOD, radius=6)
        surface.rect(DARK_BRASS, front.grown(-8), OUTLINE, border_radius=4)
        knob = front.centre
        surface.aacircle(SHADOW, (knob[0] + 2, knob[1] + 2), KNOB // 2)
        surface.aacircle(BRASS, knob, KNOB // 2)
        surface.aacircle(DARK_BRASS, knob, KNOB // 5)


@dataclass(frozen=True)
class Mark(Widget):
    """The word a stamp leaves: bordered, in its colour, a few degrees off. `turn` is in degrees."""

    role: str = "none"
    kind: str = "ignore"
    word: str = ""
    size: int = 40
    turn: int = 2
    bleed: ClassVar[int] = 12

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the bordered word turned."""
        colour = COLOURS[self.kind]
        text = line(self.word.upper(), "bold", self.size, colour)
        plate = surface.like(text.get_width() + 28, text.get_height() + 12)
        plate.rect(colour, Box(0, 0, *plate.get_size()), 4, border_radius=8)
        plate.blit(text, (14, 6))
        surface.blit_turned(plate, box.centre, self.turn, min(1.0, box.w / plate.get_width()))
