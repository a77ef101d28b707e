"""A card shown again after the shift, and lines that a sign stands before."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.kit.stamps import COLOURS, Stamp
from game.ui.palette import FOLD, INK, OLD_PAPER, RESHARE, SECOND_INK, Colour
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, wrap

PAD = 16
GAP = 10


@dataclass(frozen=True)
class PaperAgain(Widget):
    """The card as it lay open on the desk, without its counters: author, headline, inside; drama has its flame.

    `stamp` leaves the mark of the stamp that it got then in the corner below, its word being `mark`.
    """

    role: str = "article"
    author: str = ""
    headline: str = ""
    inside: str = ""
    flame: bool = False
    stamp: str = ""
    mark: str = ""
    author_size: int = 22
    size: int = 30
    small: int = 22

    def height(self, room: int) -> int:
        """Give the height that the card needs."""
        room -= 2 * PAD
        author = len(wrap(self.author, "strong", self.author_size, room - self._corner())) * line_height(self.author_size)
        headline = len(self._wrapped(self.headline, "bold", self.size, room)) * self._step()
        inside = len(self._wrapped(self.inside, "text", self.small, room)) * line_height(self.small)
        return author + headline + inside + self._foot() + 2 * GAP + 2 * PAD

    @staticmethod
    def _wrapped(text: str, weight: Weight, size: int, room: int) -> tuple[str, ...]:
        """Give the lines of a text; none of an empty one."""
        return wrap(text, weight, size, room) if text else ()

    def _corner(self) -> int:
        """Give the width that the flame takes."""
        return self.author_size + 12 if self.flame else 0

    def _foot(self) -> int:
        """Give the height that the mark takes."""
        return line_height(self.small) + 3 * GAP if self.mark else 0

    def _step(self) -> int:
        """Give the distance between two lines of the headline."""
        return round(self.size * 1.2)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the paper from the top down, the mark last."""
        sheet(surface, box, OLD_PAPER)
        x, y, room = box.x + PAD, box.y + PAD, box.w - 2 * PAD
        high = line_height(self.author_size)
        if self.flame:
            side = self.author_size + 6
            surface.blit(icon("flame", side, RESHARE), (box.right - PAD - side, y + (high - side) // 2))
        for text in wrap(self.author, "strong", self.author_size, room - self._corner()):
            put_line(surface, line(text, "strong", self.author_size, SECOND_INK), Box(x, y, room, high))
            y += high
        y += GAP // 2
        for text in self._wrapped(self.headline, "bold", self.size, room):
            surface.blit(line(text, "bold", self.size, INK), (x, y))
            y += self._step()
        y += GAP
        if self.headline and self.inside:
            surface.line(FOLD, (x, y - 2), (box.right - PAD, y - 2), OUTLINE)
        for text in self._wrapped(self.inside, "text", self.small, room):
            put_line(surface, line(text, "text", self.small, INK), Box(x, y + 2, room, line_height(self.small)))
            y += line_height(self.small)
        if self.mark:
            self._mark(surface, box)

    def _mark(self, surface: Sheet, box: Box) -> None:
        """Draw the word that the stamp left: bordered, in its colour, a little turned."""
        colour = COLOURS.get(self.stamp, SECOND_INK)
        text = line(self.mark.upper(), "bold", self.small, colour)
        plate = surface.like(text.get_width() + 22, line_height(self.small) + 4)
        plate.rect(colour, Box(0, 0, *plate.get_size()), 3, border_radius=6)
        put_line(plate, text, Box(0, 0, *plate.get_size()), "centre")
        zoom = min(1.0, (box.w - 2 * PAD) / plate.get_width())
        middle = (box.right - PAD - round(plate.get_width() * zoom) // 2, box.bottom - PAD - plate.get_height() // 2)
        surface.blit_turned(plate, middle, 2, zoom)


@dataclass(frozen=True)
class SignedLine(Widget):
    """Words with a sign before their first line."""

    role: str = "note"
    sign: str = ""
    size: int = 22
    weight: Weight = "text"
    colour: Colour = INK
    bleed: ClassVar[int] = 0

    @classmethod
    def indent(cls, sign: str, size: int) -> int:
        """Give the width that a sign takes, with the gap behind it."""
        return size + size // 2 if sign else 0

    @classmethod
    def height(cls, text: str, sign: str, size: int, room: int, weight: Weight = "text") -> int:
        """Give the height that the words need."""
        return len(wrap(text, weight, size, room - cls.indent(sign, size))) * line_height(size)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the sign, then line under line."""
        high, left = line_height(self.size), self.indent(self.sign, self.size)
        if self.sign:
            surface.blit(icon(self.sign, self.size, self.colour), (box.x, box.y + (high - self.size) // 2 + 1))
        for row, text in enumerate(wrap(self.name, self.weight, self.size, box.w - left)):
            place = Box(box.x + left, box.y + row * high, box.w - left, high)
            put_line(surface, line(text, self.weight, self.size, self.colour), place)


@dataclass(frozen=True)
class JudgeStamp(Widget):
    """A stamp of the desk with another word on it: `kind` is the stamp's own."""

    role: str = "button"
    kind: str = "ignore"
    size: int = 24
    key_size: int = 18

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the stamp."""
        Stamp(box, self.name, action=self.kind, key=self.key, size=self.size, key_size=self.key_size).paint(surface, box)
