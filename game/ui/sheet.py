"""A surface that is measured in the layout's pixels and drawn in the window's, so that all is sharp."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import pygame

from game.ui.box import Box
from game.ui.palette import Colour

Point: TypeAlias = tuple[float, float]
Paint: TypeAlias = Colour | tuple[int, int, int, int]


class Picture(Protocol):
    """Something that can be laid on a sheet: it has a size in the layout's pixels and knows how to look at any scale."""

    def get_width(self) -> int:
        """Give the width in the layout's pixels."""

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""

    def at(self, scale: float) -> pygame.Surface:
        """Give the picture made for a scale."""


class Sheet:
    """Draws as pygame does, with every number multiplied by `scale`. Edges that meet in the layout meet in the window too."""

    def __init__(self, surface: pygame.Surface, scale: float = 1.0, *, keys: bool = True) -> None:
        self.surface = surface
        self.scale = scale
        self.keys = keys
        """Whether keys are printed on what they press."""

    @classmethod
    def clear(cls, width: float, height: float, scale: float) -> "Sheet":
        """Make a clear sheet of this size in the layout's pixels."""
        return cls(pygame.Surface((max(1, round(width * scale)), max(1, round(height * scale))), pygame.SRCALPHA), scale)

    def like(self, width: float, height: float) -> "Sheet":
        """Make a clear sheet for the same window."""
        return Sheet.clear(width, height, self.scale)

    def at(self, scale: float) -> pygame.Surface:  # noqa: ARG002 - a sheet was made for one scale and is laid on its like
        """Give what was drawn."""
        return self.surface

    def get_width(self) -> int:
        """Give the width in the layout's pixels."""
        return round(self.surface.get_width() / self.scale)

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""
        return round(self.surface.get_height() / self.scale)

    def get_size(self) -> tuple[int, int]:
        """Give both."""
        return self.get_width(), self.get_height()

    def pixels(self, box: Box) -> pygame.Rect:
        """Give a box in the window's pixels; neighbours in the layout share their edge."""
        left, top = self.number(box.x), self.number(box.y)
        return pygame.Rect(left, top, self.number(box.x + box.w) - left, self.number(box.y + box.h) - top)

    def number(self, value: float) -> int:
        """Give a place or a length in the window's pixels."""
        return round(value * self.scale)

    def thick(self, width: float) -> int:
        """Give the thickness of a line, at least one pixel; 0 means filled, as in pygame."""
        return max(1, self.number(width)) if width else 0

    def points(self, points: Sequence[Point]) -> list[Point]:
        """Give points in the window's pixels."""
        return [(x * self.scale, y * self.scale) for x, y in points]

    def set_clip(self, box: Box | None) -> None:
        """Draw nothing outside a box."""
        self.surface.set_clip(None if box is None else self.pixels(box))

    def fill(self, colour: Paint, box: Box | None = None) -> None:
        """Fill a box, or all, with a colour (translucent ones replace, as in pygame)."""
        self.surface.fill(colour, None if box is None else self.pixels(box))

    def rect(self, colour: Paint, box: Box, width: float = 0, border_radius: float = -1) -> None:
        """Draw a rectangle."""
        radius = self.number(border_radius) if border_radius > 0 else -1
        pygame.draw.rect(self.surface, colour, self.pixels(box), self.thick(width), border_radius=radius)

    def line(self, colour: Paint, a: Point, b: Point, width: float = 1) -> None:
        """Draw one line."""
        start, end = self.points((a, b))
        pygame.draw.line(self.surface, colour, start, end, self.thick(width))

    def lines(self, colour: Paint, points: Sequence[Point], width: float = 1) -> None:
        """Draw an open polyline."""
        pygame.draw.lines(self.surface, colour, False, self.points(points), self.thick(width))

    def polygon(self, colour: Paint, points: Sequence[Point], width: float = 0) -> None:
        """Draw a polygon."""
        pygame.draw.polygon(self.surface, colour, self.points(points), self.thick(width))

    def ellipse(self, colour: Paint, box: Box) -> None:
        """Draw a filled ellipse."""
        pygame.draw.ellipse(self.surface, colour, self.pixels(box))

    def circle(self, colour: Paint, centre: Point, radius: float) -> None:
        """Draw a filled circle."""
        pygame.draw.circle(self.surface, colour, self.points((centre,))[0], radius * self.scale)

    def aacircle(self, colour: Paint, centre: Point, radius: float) -> None:
        """Draw a filled circle with smooth edges."""
        x, y = centre
        pygame.draw.aacircle(self.surface, colour, (self.number(x), self.number(y)), self.number(radius))

    def width_of(self, picture: Picture) -> float:
        """Give the width that a picture really takes in this window, in the layout's pixels."""
        return picture.at(self.scale).get_width() / self.scale

    def blit(self, picture: Picture, at: Point) -> None:
        """Lay a picture down with its corner at a point."""
        self.surface.blit(picture.at(self.scale), (self.number(at[0]), self.number(at[1])))

    def blit_turned(self, sheet: "Sheet", middle: Point, degrees: float, zoom: float = 1.0) -> None:
        """Lay a sheet down turned, its middle at a point."""
        turned = pygame.transform.rotozoom(sheet.surface, degrees, zoom)
        x, y = self.number(middle[0]), self.number(middle[1])
        self.surface.blit(turned, (x - turned.get_width() // 2, y - turned.get_height() // 2))

    def blit_fine(self, fine: "Sheet", at: Point, width: float, height: float) -> None:
        """Bring a sheet that was drawn larger down to this size, so that its edges are smooth, and lay it down."""
        size = max(1, self.number(width)), max(1, self.number(height))
        self.surface.blit(pygame.transform.smoothscale(fine.surface, size), (self.number(at[0]), self.number(at[1])))
