"""The window and the picture in it: chooses the layout by aspect, letterboxes, and draws at the window's own pixels."""

import sys
from collections.abc import Sequence

import pygame

from game.port import Place, Port, Viewport, fitted
from game.ui.box import Box
from game.ui.layout import SIZES, Layout, Shape, layout, shape_for
from game.ui.palette import NIGHT
from game.ui.sheet import Sheet

IN_BROWSER = sys.platform == "emscripten"
MOST_PIXELS = 2_100_000
"""A browser copies the whole canvas for every picture; more pixels than 1920x1080 has are scaled up by the page instead."""


class Screen:
    """One window. `canvas` is the part of it that holds the picture, `sheet` draws there in the layout's pixels.

    In a browser the canvas is as large as the page shows it, in the display's own pixels, and is the whole window.
    """

    def __init__(self, port: Port, percent: int, asked: str = "") -> None:
        self.port = port
        self.percent = percent
        self.asked: Shape | None = "upright" if asked == "upright" else "wide" if asked == "wide" else None
        room = port.viewport()
        self.shape: Shape = self.asked or (shape_for(*room) if room else "wide")
        self.place = Place(0.0, 0.0, 1.0)
        self.page = Place(0.0, 0.0, 1.0)
        self._seen = self._page_state()
        self._open(self._page_size() or SIZES[self.shape])

    @property
    def layout(self) -> Layout:
        """The layout in use."""
        return layout(self.shape, self.percent)

    def resized(self, width: int, height: int) -> bool:
        """Follow a window of a new size; True if the picture was made anew."""
        if IN_BROWSER or ((width, height) == self.window.get_size() and self.place == self._fit(width, height)):
            return False
        self.shape = self.asked or shape_for(width, height)
        self._open((width, height))
        return True

    def look(self) -> bool:
        """Follow a page whose viewport changed (rotation, zoom, a resized browser); True if the picture was made anew."""
        state = self._page_state()
        room = self.port.viewport()
        if room is None or state == self._seen:
            return False
        self._seen = state
        self.shape = self.asked or shape_for(*room)
        self._open(self._page_size() or SIZES[self.shape])
        return True

    def show(self, places: Sequence[Box]) -> None:
        """Bring what was drawn to the window."""
        if not places:
            return
        x, y = self.canvas.get_offset()
        pygame.display.update([self.sheet.pixels(place).inflate(2, 2).move(x, y) for place in places])

    def _page_state(self) -> tuple[Viewport | None, float]:
        """Give what the page decides."""
        return self.port.viewport(), self.port.density()

    def _page_size(self) -> tuple[int, int] | None:
        """Give the size of the canvas in the display's own pixels where a page shows it; None on the desktop."""
        room = self.port.viewport()
        if room is None:
            return None
        width, height = SIZES[self.shape]
        scale = fitted(width, height, room).scale * self.port.density()
        scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
        return max(1, round(width * scale)), max(1, round(height * scale))

    def _open(self, wanted: tuple[int, int]) -> None:
        """Make window and canvas."""
        open_now = pygame.display.get_surface()
        if open_now is None or open_now.get_size() != wanted:
            open_now = pygame.display.set_mode(wanted, 0 if IN_BROWSER else pygame.RESIZABLE)
        self.window = open_now
        self.window.fill(NIGHT)
        self.place = self._fit(*self.window.get_size())
        width, height = (max(1, round(side * self.place.scale)) for side in SIZES[self.shape])
        part = pygame.Rect(int(self.place.x), int(self.place.y), width, height)
        self.canvas = self.window.subsurface(part.clip(self.window.get_rect()))
        self.sheet = Sheet(self.canvas, self.place.scale, keys=self.layout.wide)
        pygame.display.flip()
        self.page = self.port.place(*SIZES[self.shape])

    def _fit(self, width: int, height: int) -> Place:
        """Say where the picture lies in a window of this size."""
        return fitted(*SIZES[self.shape], Viewport(width, height))
