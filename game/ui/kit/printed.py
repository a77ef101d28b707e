"""The night's printout: fanfold paper with its holes, the lines of the Top 10, and the one that was added in pencil."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import Widget, sheet
from game.ui.kit.plain import put_line
from game.ui.palette import FOLD, INK, NIGHT, OLD_PAPER, PAPER, RESHARE, SECOND_INK
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap

HOLES = 26
"""Between the middles of two holes."""
EDGE = 30
"""Width of the strip of holes at either side."""
SLIM_EDGE = 16
"""The same on a phone."""
PAD = 4
"""Above and below the words of a line."""
DASH = 9


@dataclass(frozen=True)
class Fanfold(Widget):
    """Paper out of a printer: a strip of holes at each side, parted from the sheet by a perforation. `edge` is its width."""

    role: str = "none"
    edge: int = EDGE

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the paper, the holes, the perforations."""
        sheet(surface, box, PAPER)
        radius = max(3, self.edge // 5)
        for x in (box.x + self.edge // 2, box.right - self.edge // 2):
            for y in range(box.y + HOLES // 2 + 4, box.bottom - radius, HOLES):
                surface.aacircle(FOLD, (x, y), radius + 1)
                surface.aacircle(NIGHT, (x, y), radius)
        for x in (box.x + self.edge, box.right - self.edge):
            for y in range(box.y + 4, box.bottom - 4, 8):
                surface.line(FOLD, (x, y), (x, min(y + 3, box.bottom - 4)), 1)


@dataclass(frozen=True)
class TopLine(Widget):
    """One line of the Top 10: its rank, what it says, who wrote it, its stamps. A `mine` one shows an ink dot before the rank.

    `band` lines have a darker ground, so that the eye keeps to its line. In `pencil` nothing is quite straight.
    """

    role: str = "note"
    rank: str = ""
    headline: str = ""
    author: str = ""
    stamps: str = ""
    mine: bool = False
    band: bool = False
    pencil: bool = False
    size: int = 22
    small: int = 18
    bleed: ClassVar[int] = 0

    def _left(self) -> int:
        """Give where the headline begins: after dot and rank."""
        return self.size + width("10.", "figures bold", self.size) + self.size // 2

    def _right(self) -> int:
        """Give the width that the stamps take."""
        return width(self.stamps, "figures bold", self.small) + self.size // 2 if self.stamps else 0

    def _stacked(self, room: int) -> bool:
        """Whether the headline stands below rank and stamps, because beside them its words would be cut."""
        longest = max(width(word, "strong", self.size) for word in self.headline.split(" "))
        return longest > room - self._left() - self._right() - PAD

    def _place(self, room: int) -> tuple[int, int]:
        """Give where headline and author begin, and how wide they may be."""
        if self._stacked(room):
            return PAD, room - 2 * PAD
        return self._left(), room - self._left() - self._right() - PAD

    def _lines(self, room: int) -> tuple[str, ...]:
        """Give the lines of the headline."""
        return wrap(self.headline, "strong", self.size, self._place(room)[1])

    def _beside(self, room: int) -> bool:
        """Whether the author stands behind the last line of the headline."""
        taken = width(self._lines(room)[-1], "strong", self.size) + self.size
        return taken + width(self.author, "text", self.small) <= self._place(room)[1]

    def _authors(self, room: int) -> tuple[str, ...]:
        """Give the lines of the author below the headline."""
        return () if not self.author or self._beside(room) else wrap(self.author, "text", self.small, self._place(room)[1])

    def height(self, room: int) -> int:
        """Give the height that the line needs."""
        rows = len(self._lines(room)) + self._stacked(room)
        return rows * line_height(self.size) + len(self._authors(room)) * line_height(self.small) + 2 * PAD

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw band, dot, rank, headline, author and stamps."""
        if self.band:
            surface.rect(OLD_PAPER, box)
        high, low = line_height(self.size), line_height(self.small)
        ink = SECOND_INK if self.pencil else INK
        left, room = self._place(box.w)
        y, x = box.y + PAD, box.x + left
        if self.mine:
            ink_dot(surface, (box.x + self.size // 2, y + high // 2), self.size * 2 // 7)
        rank = line(self.rank, "figures bold", self.size, ink)
        if self._stacked(box.w):
            put_line(surface, rank, Box(box.x + PAD + (self.size if self.mine else 0), y, box.w, high))
        else:
            put_line(surface, rank, Box(box.x, y, self._left() - self.size // 2, high), "right")
        stamps = line(self.stamps, "figures bold", self.small, ink)
        put_line(surface, stamps, Box(box.x, y, box.w - PAD, high), "right")
        y += high if self._stacked(box.w) else 0
        lines = self._lines(box.w)
        for text in lines:
            put_line(surface, line(text, "strong", self.size, ink), Box(x, y, room, high))
            y += high
        if self.author and self._beside(box.w):
            after = x + width(lines[-1], "strong", self.size) + self.size // 2
            put_line(surface, line(self.author, "text", self.small, SECOND_INK), Box(after, y - high, box.right - after, high))
        for text in self._authors(box.w):
            put_line(surface, line(text, "text", self.small, SECOND_INK), Box(x, y, room, low))
            y += low


def ink_dot(surface: Sheet, middle: tuple[int, int], radius: int) -> None:
    """Draw an ink dot as a stamp leaves it: a round blot with two splashes."""
    x, y = middle
    surface.aacircle(RESHARE, middle, radius)
    surface.aacircle(RESHARE, (x + radius, y - radius + 1), max(1, radius // 3))
    surface.aacircle(RESHARE, (x - radius + 1, y + radius), max(1, radius // 4))


@dataclass(frozen=True)
class InkDot(Widget):
    """Says what the dot means."""

    role: str = "note"
    word: str = ""
    size: int = 18
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, word: str, size: int, room: int) -> int:
        """Give the height that dot and words need."""
        return len(wrap(word, "text", size, room - 2 * size)) * line_height(size)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the dot, then the words."""
        high = line_height(self.size)
        ink_dot(surface, (box.x + self.size // 2, box.y + high // 2), self.size * 2 // 7)
        for row, text in enumerate(wrap(self.word, "text", self.size, box.w - 2 * self.size)):
            place = Box(box.x + self.size * 3 // 2, box.y + row * high, box.w, high)
            put_line(surface, line(text, "text", self.size, SECOND_INK), place)


@dataclass(frozen=True)
class Scrawl(Widget):
    """A line drawn by hand across the paper, with a ruler that slipped."""

    role: str = "none"
    bleed: ClassVar[int] = 2

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the line twice, neither time quite level."""
        y = box.centre[1]
        surface.lines(SECOND_INK, [(box.x, y + 1), (box.x + box.w * 0.37, y - 1), (box.right, y)], 1)
        surface.lines(FOLD, [(box.x + DASH, y - 1), (box.x + box.w * 0.6, y + 1), (box.right - DASH, y)], 1)
