"""A way on that says in a line below its name what it does."""

from dataclasses import dataclass

from game.ui.box import Box
from game.ui.kit.base import Widget, sheet
from game.ui.kit.plain import key_size, keycap, put_line
from game.ui.layout import TARGET
from game.ui.palette import INK, LAMP, OLD_PAPER, PAPER, SECOND_INK
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, wrap

PAD = 10
SIDE = 16


@dataclass(frozen=True)
class Deed(Widget):
    """A button as wide as a column: its name in bold with the key at the right, and below it `line` in quieter ink.

    The `main` one is lit.
    """

    role: str = "button"
    word: str = ""
    line: str = ""
    size: int = 22
    small: int = 18
    main: bool = False

    def height(self, room: int) -> int:
        """Give the height that name and line need."""
        return max(TARGET, self._names(room) * line_height(self.size) + self._more(room) * line_height(self.small) + 2 * PAD)

    def _key(self) -> int:
        """Give the width that the key takes, with the gap before it."""
        return keycap(self.key, key_size(self.small), INK).get_width() + PAD if self.key else 0

    def _names(self, room: int) -> int:
        """Count the lines of the name."""
        return len(wrap(self.word, "strong", self.size, room - 2 * SIDE - self._key()))

    def _more(self, room: int) -> int:
        """Count the lines below it."""
        return len(wrap(self.line, "text", self.small, room - 2 * SIDE)) if self.line else 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the plate, the name, the key, the line; all in the middle of the height."""
        sheet(surface, box, LAMP if self.main else PAPER)
        if not self.main:
            surface.rect(OLD_PAPER, box.grown(-3), 1, border_radius=2)
        high, low = line_height(self.size), line_height(self.small)
        y = box.y + (box.h - self._names(box.w) * high - self._more(box.w) * low) // 2
        x, room = box.x + SIDE, box.w - 2 * SIDE
        if self.key:
            cap = keycap(self.key, key_size(self.small), INK)
            surface.blit(cap, (box.right - SIDE - cap.get_width() + 4, y + (high - cap.get_height()) // 2))
        for text in wrap(self.word, "strong", self.size, room - self._key()):
            put_line(surface, line(text, "strong", self.size, INK), Box(x, y, room, high))
            y += high
        for text in wrap(self.line, "text", self.small, room) if self.line else ():
            put_line(surface, line(text, "text", self.small, INK if self.main else SECOND_INK), Box(x, y, room, low))
            y += low
