"""The window and the picture in it: chooses the layout by aspect, letterboxes, and maps window pixels to picture pixels."""

import sys
from collections.abc import Sequence

import pygame

from game.port import Place, Port, Viewport, fitted
from game.ui.box import Box
from game.ui.layout import SIZES, Layout, Shape, layout, shape_for
from game.ui.palette import NIGHT

IN_BROWSER = sys.platform == "emscripten"


class Screen:
    """One window. In a browser the canvas has the picture's size and the page scales it; elsewhere the picture is scaled here."""

    def __init__(self, port: Port, percent: int, asked: str = "") -> None:
        self.port = port
        self.percent = percent
        self.asked: Shape | None = "upright" if asked == "upright" else "wide" if asked == "wide" else None
        room = port.viewport()
        self.shape: Shape = self.asked or (shape_for(*room) if room else "wide")
        self.canvas = pygame.Surface(SIZES[self.shape])
        self.window = self.canvas
        self.place = Place(0.0, 0.0, 1.0)
        self.page = Place(0.0, 0.0, 1.0)
        self._room = room
        self._open(None)

    @property
    def layout(self) -> Layout:
        """The layout in use."""
        return layout(self.shape, self.percent)

    def resized(self, width: int, height: int) -> bool:
        """Follow a window of a new size; True if the picture was made anew."""
        if IN_BROWSER or ((width, height) == self.window.get_size() and self.place == self._fit(width, height)):
            return False
        shape = self.asked or shape_for(width, height)
        self.shape = shape
        self._open((width, height))
        return True

    def look(self) -> bool:
        """Follow a page whose viewport changed (rotation, a resized browser); True if the picture was made anew."""
        room = self.port.viewport()
        if room is None or room == self._room:
            return False
        self._room = room
        self.shape = self.asked or shape_for(*room)
        self._open(None)
        return True

    def show(self, places: Sequence[Box]) -> None:
        """Bring what was drawn to the window."""
        if not places:
            return
        if self.window is self.canvas:
            pygame.display.update([pygame.Rect(place) for place in places])
            return
        size = (round(self.canvas.get_width() * self.place.scale), round(self.canvas.get_height() * self.place.scale))
        self.window.fill(NIGHT)
        self.window.blit(pygame.transform.smoothscale(self.canvas, size), (round(self.place.x), round(self.place.y)))
        pygame.display.flip()

    def _open(self, window: tuple[int, int] | None) -> None:
        """Make window and canvas."""
        size = SIZES[self.shape]
        wanted = window or size
        open_now = pygame.display.get_surface()
        if open_now is None or open_now.get_size() != wanted:
            open_now = pygame.display.set_mode(wanted, 0 if IN_BROWSER else pygame.RESIZABLE)
        self.window = open_now
        self.canvas = self.window if wanted == size else pygame.Surface(size).convert()
        self.place = self._fit(*wanted)
        self.page = self.port.place(*size)

    def _fit(self, width: int, height: int) -> Place:
        """Say where the picture lies in a window of this size."""
        return fitted(*SIZES[self.shape], Viewport(width, height))
