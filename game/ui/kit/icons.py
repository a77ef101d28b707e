"""Every sign on the desk: white SVG drawings in `assets/icons/`, rendered at the size wanted and tinted with a colour."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pygame

from game.port import assets_path
from game.ui.palette import Colour


class Sign(NamedTuple):
    """A sign as a picture, `size` pixels of the layout high and wide."""

    name: str
    size: int
    colour: Colour

    def get_width(self) -> int:
        """Give the width in the layout's pixels."""
        return self.size

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""
        return self.size

    def at(self, scale: float) -> pygame.Surface:
        """Render the sign for a scale, once."""
        return _tinted(self.name, max(1, round(self.size * scale)), self.colour)


def icon(name: str, size: int, colour: Colour) -> Sign:
    """Give a sign as a picture."""
    return Sign(name, size, colour)


def folder() -> Path:
    """Give the folder of the drawings: in a checkout, an installed wheel, or the browser's own files."""
    return assets_path() / "assets" / "icons"


@lru_cache(maxsize=256)
def _tinted(name: str, size: int, colour: Colour) -> pygame.Surface:
    """Render a sign, `size` pixels high and wide, in a colour."""
    path = folder() / f"{name}.svg"
    if not path.is_file():
        raise FileNotFoundError(f"the sign {name!r} has no drawing: {path} is missing")
    surface = pygame.image.load_sized_svg(path, (size, size))
    surface.fill(colour, special_flags=pygame.BLEND_RGBA_MULT)
    return surface
