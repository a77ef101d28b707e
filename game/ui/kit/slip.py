"""One line of the pay slip as it is printed on paper."""

from dataclasses import dataclass
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.ledger import Line
from game.ui.palette import BACK, FOLD, INK, THANKS, Colour
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap

SIGNS = {"thanked": ("tick", THANKS), "back": ("hourglass", BACK)}


@dataclass(frozen=True)
class SlipLine(Widget):
    """One line of the pay slip; where label and figure do not fit side by side the figure stands below.

    A `ruled` one has a hairline below, so that a figure that stands below its label is not taken for the next one's.
    """

    role: str = "note"
    kind: str = "plain"
    size: int = 24
    ruled: bool = False
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, row: Line, size: int, room: int) -> int:
        """Give the height that a line needs."""
        step = line_height(size)
        if cls.fits(row.label, row.figure, row.kind, size, room):
            return step
        side = size if row.kind in SIGNS else 0
        label = wrap(row.label, "text", size, room - side)
        return step * (len(label) + len(cls.figures(row.figure, size, room)[1]))

    @classmethod
    def figures(cls, figure: str, size: int, room: int) -> tuple[int, tuple[str, ...]]:
        """Give the letters and the lines of a figure below its label: smaller rather than cutting what belongs together."""
        words = figure.split(" ")
        fitting = (
            least for least in range(size, size // 2, -1) if all(width(word, "figures bold", least) <= room for word in words)
        )
        small = next(fitting, size)
        return small, wrap(figure, "figures bold", small, room)

    @classmethod
    def fits(cls, label: str, figure: str, kind: str, size: int, room: int) -> bool:
        """Whether label and figure stand side by side."""
        side = size if kind in SIGNS else 0
        return side + width(label, "text", size) + width(figure, "figures bold", size) + size <= room

    def paint(self, surface: Sheet, box: Box) -> None:
        """Write label and figure, with the sign of its kind, and the hairline."""
        if self.ruled:
            surface.rect(FOLD, Box(box.x, box.bottom - 1, box.w, 1))
        step, left = line_height(self.size), box.x
        colour: Colour = INK
        if self.kind in SIGNS:
            sign, colour = SIGNS[self.kind]
            surface.blit(icon(sign, self.size - 4, colour), (left, box.y + (step - self.size) // 2 + 2))
            left += self.size
        if self.fits(self.name, self.value, self.kind, self.size, box.w):
            put_line(surface, line(self.name, "text", self.size, INK), Box(left, box.y, box.w, step))
            figure = line(self.value, "figures bold", self.size, colour)
            put_line(surface, figure, Box(box.x, box.y, box.w, step), "right")
            return
        y = box.y
        for text in wrap(self.name, "text", self.size, box.right - left):
            put_line(surface, line(text, "text", self.size, INK), Box(left, y, box.w, step))
            y += step
        small, figures = self.figures(self.value, self.size, box.w)
        for text in figures:
            put_line(surface, line(text, "figures bold", small, colour), Box(box.x, y, box.w, step), "right")
            y += step
