"""A meter like a taxi's: minutes of others on drums of figures, and how many of them were thanked for and wanted back."""

from dataclasses import dataclass

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.palette import BACK_ON_WALL, BRASS, DARK_BRASS, FELT, INK, LAMP, NIGHT, THANKS_ON_WALL, WALL, Colour
from game.ui.sheet import Sheet
from game.ui.text import largest, line, line_height, width

PAD = 16
GAP = 4


@dataclass(frozen=True)
class TaxiMeter(Widget):
    """A brass case with a plate (`word`), a window of drums (`figure`), and below it the two parts with their signs."""

    role: str = "meter"
    word: str = ""
    figure: str = ""
    thanked: str = ""
    back: str = ""
    number: int = 60
    size: int = 18

    @classmethod
    def height(cls, number: int, size: int) -> int:
        """Give the height that the meter needs."""
        return 3 * PAD + 2 * line_height(size) + line_height(number) + 12

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw case, plate, drums, parts."""
        sheet(surface, box, BRASS, radius=8)
        surface.rect(DARK_BRASS, box.grown(-6), OUTLINE, border_radius=5)
        inner = box.grown(-PAD)
        high = line_height(self.size)
        fits = largest(self.word, "bold", tuple(range(self.size, self.size // 2, -1)), inner.w)
        put_line(surface, line(self.word, "bold", fits, INK), inner._replace(h=high), "centre")
        window = Box(inner.x, inner.y + high + 4, inner.w, inner.h - 2 * high - 12)
        surface.rect(NIGHT, window, border_radius=4)
        self._drums(surface, window.grown(-6))
        surface.rect(INK, window, OUTLINE, border_radius=4)
        foot = Box(inner.x, inner.bottom - high, inner.w, high)
        surface.rect(WALL, foot.grown(2), border_radius=3)
        left, right = foot.columns(2, 0)
        self._part(surface, left, "tick", self.thanked, THANKS_ON_WALL)
        self._part(surface, right, "hourglass", self.back, BACK_ON_WALL)

    def _drums(self, surface: Sheet, box: Box) -> None:
        """Draw a drum for each figure; the colon stands between them."""
        sizes = tuple(range(self.number, self.number // 3, -2))
        size = largest(self.figure, "figures bold", sizes, box.w - 3 * GAP * len(self.figure))
        digit = width("0", "figures bold", size) + GAP * 2
        wides = [digit if sign.isdigit() else width(sign, "figures bold", size) + GAP for sign in self.figure]
        x = box.x + (box.w - sum(wides)) // 2
        for sign, wide in zip(self.figure, wides, strict=True):
            place = Box(x, box.y, wide, box.h)
            if sign.isdigit():
                surface.rect(FELT, Box(x + 1, box.y, wide - 2, box.h), border_radius=3)
                surface.rect(WALL, Box(x + 1, box.y, wide - 2, box.h // 5), border_radius=3)
                surface.rect(WALL, Box(x + 1, box.bottom - box.h // 5, wide - 2, box.h // 5), border_radius=3)
            put_line(surface, line(sign, "figures bold", size, LAMP), place, "centre")
            x += wide

    def _part(self, surface: Sheet, box: Box, sign: str, text: str, colour: Colour) -> None:
        """Draw a sign and its minutes in the middle of a box."""
        figure = line(text, "figures bold", self.size, colour)
        x = box.x + (box.w - self.size - 6 - figure.get_width()) // 2
        surface.blit(icon(sign, self.size, colour), (x, box.y + (box.h - self.size) // 2))
        put_line(surface, figure, Box(x + self.size + 6, box.y, box.w, box.h))
