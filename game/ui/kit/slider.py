"""A slider: a share of a hundred as a knob on a brass rail."""

from dataclasses import dataclass
from typing import Literal

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.grounds import COLOURS, Ground
from game.ui.kit.rows import EDGE, Label, knob
from game.ui.palette import BRASS, INK, LAMP, SHADOW
from game.ui.sheet import Sheet

ALL = 100


@dataclass(frozen=True)
class Slider(Widget):
    """A share of 0 to 100 on a rail, its name and `value` in words above.

    What pressing it does is up to the scene; so are the keys, with `stepped` for left and right and `share_at` for a tap.
    """

    role: str = "slider"
    share: int = 0
    step: int = 10
    size: int = 18
    edge: int = EDGE
    ground: Ground = "paper"

    @classmethod
    def height(cls, name: str, value: str, size: int, room: int) -> int:
        """Give the height that name, value and rail need."""
        return Label(name, value, size).height(room - 2 * EDGE) + 2 * knob(size) + 14

    def stepped(self, way: Literal["left", "right"]) -> int:
        """Give the share after one step to a side.

        >>> Slider(Box(0, 0, 200, 60), share=37).stepped("left"), Slider(Box(0, 0, 200, 60), share=40).stepped("right")
        (30, 50)
        """
        if way == "right":
            return min(ALL, (self.share // self.step + 1) * self.step)
        return max(0, (-(-self.share // self.step) - 1) * self.step)

    def share_at(self, x: int) -> int:
        """Give the share, in whole steps, that a tap at `x` means."""
        rail = self._rail(self.box)
        share = (x - rail.x) / max(1, rail.w) * ALL
        return max(0, min(ALL, round(share / self.step) * self.step))

    def _rail(self, box: Box) -> Box:
        """Give the line that the middle of the knob moves along."""
        half = knob(self.size)
        return Box(box.x + self.edge + half, box.bottom - half - 8, box.w - 2 * self.edge - 2 * half, 0)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Write name and value; draw the rail, its filled part and the knob below."""
        colours = COLOURS[self.ground]
        inner = box._replace(x=box.x + self.edge, w=box.w - 2 * self.edge)
        Label(self.name, self.value, self.size, self.ground).write(surface, inner)
        rail, half = self._rail(box), knob(self.size)
        well = Box(rail.x - 5, rail.y - 5, rail.w + 10, 10)
        at = rail.x + rail.w * self.share // ALL
        surface.rect(colours.well, well, border_radius=5)
        surface.rect(BRASS, well._replace(w=at - well.x), border_radius=5)
        surface.rect(colours.second, well, OUTLINE, border_radius=5)
        body = Box(at - half * 2 // 3, rail.y - half, half * 4 // 3, 2 * half)
        surface.rect(SHADOW, body.moved(2, 3), border_radius=4)
        surface.rect(LAMP, body, border_radius=4)
        surface.rect(INK, body, OUTLINE, border_radius=4)
        surface.line(INK, (at, body.y + half // 2), (at, body.bottom - half // 2 - 1), OUTLINE)
