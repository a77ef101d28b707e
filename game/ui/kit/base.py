"""What every widget is: a frozen record with a place, a role and a name, that can paint itself on a surface of its own."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from game.ui.box import Box
from game.ui.palette import INK, SHADOW, Colour
from game.ui.sheet import Sheet

SHADOW_STEP = 4
OUTLINE = 2


@dataclass(frozen=True)
class Widget:
    """One thing on the screen. Two equal widgets look the same, so pictures of them are kept and shared.

    `action` is what the scene is asked to do when the thing is pressed ("" = it cannot be pressed); `key` is the key that
    does the same and is printed on it. A thing without a name is decoration and stays out of the tree.
    """

    box: Box
    name: str = ""
    role: str = "img"
    action: str = ""
    key: str = ""
    value: str = ""
    bleed: ClassVar[int] = SHADOW_STEP

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the thing in `box` of a clear surface."""
        raise NotImplementedError

    def covers(self) -> Box:
        """Give all pixels that the thing may touch, its shadow included."""
        return self.box.grown(self.bleed)

    def draw(self, surface: Sheet) -> None:
        """Put the thing's picture on `surface`; the picture is painted at most once per look.

        On a phone's surface no key is printed on it, though the key works.
        """
        key = self.key if surface.keys else ""
        picture = _picture(replace(self, box=self.box.at_origin(), key=key), surface.scale)
        surface.blit(picture, (self.box.x - self.bleed, self.box.y - self.bleed))


@lru_cache(maxsize=384)
def _picture(widget: Widget, scale: float) -> Sheet:
    """Paint a widget whose box lies at the origin, for a window of this scale."""
    bleed = widget.bleed
    surface = Sheet.clear(widget.box.w + 2 * bleed, widget.box.h + 2 * bleed, scale)
    widget.paint(surface, widget.box.moved(bleed, bleed))
    return surface


def forget_pictures() -> None:
    """Drop all kept pictures; needed when pygame is shut down and started again."""
    _picture.cache_clear()


def sheet(surface: Sheet, box: Box, fill: Colour, radius: int = 3, outline: Colour = INK) -> None:
    """Draw a filled rectangle with an ink outline and a hard shadow."""
    surface.rect(SHADOW, box.moved(SHADOW_STEP, SHADOW_STEP), border_radius=radius)
    surface.rect(fill, box, border_radius=radius)
    surface.rect(outline, box, OUTLINE, border_radius=radius)
