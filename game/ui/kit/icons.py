"""Every sign on the desk, drawn from shapes at four times its size and brought down once, so that edges are smooth."""

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pygame

from game.ui.palette import Colour

FINE = 4
Point = tuple[float, float]
Brush = Callable[[pygame.Surface, int, Colour], None]


def _scaled(points: list[Point], size: int) -> list[Point]:
    """Turn points of the unit square into pixels."""
    return [(x * size, y * size) for x, y in points]


def _stroke(surface: pygame.Surface, points: list[Point], size: int, colour: Colour, wide: float) -> None:
    """Draw a polyline with round ends and corners."""
    pixels = _scaled(points, size)
    radius = wide * size / 2
    for a, b in pairwise(pixels):
        _bar(surface, a, b, radius, colour)
    for x, y in pixels:
        pygame.draw.circle(surface, colour, (x, y), radius)


def _bar(surface: pygame.Surface, a: Point, b: Point, radius: float, colour: Colour) -> None:
    """Draw one thick line as a polygon."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    nx, ny = (a[1] - b[1]) / length * radius, (b[0] - a[0]) / length * radius
    corners = [(a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny)]
    pygame.draw.polygon(surface, colour, corners)


def _square(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Ignore: a square with a diagonal."""
    edge = [(0.12, 0.12), (0.88, 0.12), (0.88, 0.88), (0.12, 0.88), (0.12, 0.12)]
    _stroke(surface, edge, size, colour, 0.11)
    _stroke(surface, [(0.16, 0.84), (0.84, 0.16)], size, colour, 0.11)


def _heart_points() -> list[Point]:
    """Give the outline of a heart in the unit square."""
    points: list[Point] = []
    for step in range(60):
        t = step / 60 * math.tau
        x = 16 * math.sin(t) ** 3
        y = 13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)
        points.append((0.5 + x / 34, 0.5 - y / 34))
    return points


def _circle(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Like: a circle with a heart."""
    pygame.draw.circle(surface, colour, (size / 2, size / 2), size * 0.46, round(size * 0.1))
    inner = [(0.5 + (x - 0.5) * 0.58, 0.52 + (y - 0.5) * 0.58) for x, y in _heart_points()]
    pygame.draw.polygon(surface, colour, _scaled(inner, size))


def _pentagon(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Reshare: an arrow-headed pentagon."""
    edge = [(0.08, 0.2), (0.58, 0.2), (0.92, 0.5), (0.58, 0.8), (0.08, 0.8), (0.08, 0.2)]
    _stroke(surface, edge, size, colour, 0.1)
    _stroke(surface, [(0.24, 0.5), (0.62, 0.5)], size, colour, 0.1)
    _stroke(surface, [(0.48, 0.36), (0.62, 0.5), (0.48, 0.64)], size, colour, 0.1)


def _heart(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A counter of likes."""
    pygame.draw.polygon(surface, colour, _scaled(_heart_points(), size))


def _arrow(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A counter of reshares."""
    points = [(0.06, 0.26), (0.56, 0.26), (0.94, 0.5), (0.56, 0.74), (0.06, 0.74)]
    pygame.draw.polygon(surface, colour, _scaled(points, size))


def _tick(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A reader's thanks."""
    _stroke(surface, [(0.14, 0.54), (0.4, 0.8), (0.86, 0.22)], size, colour, 0.2)


def _hourglass(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A minute wanted back."""
    pygame.draw.polygon(surface, colour, _scaled([(0.2, 0.12), (0.8, 0.12), (0.5, 0.54)], size))
    pygame.draw.polygon(surface, colour, _scaled([(0.2, 0.88), (0.8, 0.88), (0.5, 0.46)], size))
    _stroke(surface, [(0.16, 0.1), (0.84, 0.1)], size, colour, 0.11)
    _stroke(surface, [(0.16, 0.9), (0.84, 0.9)], size, colour, 0.11)


def _flame(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Drama: a flame with a jagged edge."""
    points = [
        (0.5, 0.02), (0.6, 0.24), (0.72, 0.16), (0.76, 0.38), (0.9, 0.34), (0.86, 0.62), (0.72, 0.9),
        (0.5, 0.98), (0.28, 0.9), (0.14, 0.62), (0.12, 0.36), (0.26, 0.42), (0.3, 0.2), (0.42, 0.28),
    ]  # fmt: skip
    pygame.draw.polygon(surface, colour, _scaled(points, size))
    pygame.draw.polygon(surface, (0, 0, 0, 0), _scaled([(0.5, 0.5), (0.62, 0.72), (0.5, 0.88), (0.38, 0.72)], size))


def _coat(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Go home: a coat on a hook."""
    _stroke(surface, [(0.42, 0.12), (0.5, 0.06), (0.58, 0.12), (0.5, 0.2)], size, colour, 0.07)
    body = [
        (0.5, 0.22), (0.66, 0.24), (0.92, 0.56), (0.8, 0.66), (0.7, 0.56), (0.72, 0.94), (0.28, 0.94), (0.3, 0.56),
        (0.2, 0.66), (0.08, 0.56), (0.34, 0.24),
    ]  # fmt: skip
    pygame.draw.polygon(surface, colour, _scaled(body, size))


def _pause(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """Two bars."""
    for left in (0.2, 0.58):
        pygame.draw.rect(surface, colour, (left * size, 0.14 * size, 0.22 * size, 0.72 * size), border_radius=size // 16)


def _lamp(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A neighbour's little lamp."""
    pygame.draw.circle(surface, colour, (size / 2, size / 2), size * 0.4)


def _unfold(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """A corner that turns up."""
    _stroke(surface, [(0.14, 0.3), (0.5, 0.62), (0.86, 0.3)], size, colour, 0.14)
    _stroke(surface, [(0.14, 0.56), (0.5, 0.88), (0.86, 0.56)], size, colour, 0.14)


def _undo(surface: pygame.Surface, size: int, colour: Colour) -> None:
    """An arrow that turns back."""
    arc = [(0.5 + 0.3 * math.cos(a), 0.56 + 0.3 * math.sin(a)) for a in (math.pi * (1.1 + k / 12) for k in range(17))]
    _stroke(surface, arc, size, colour, 0.11)
    pygame.draw.polygon(surface, colour, _scaled([(0.04, 0.46), (0.42, 0.5), (0.2, 0.8)], size))


BRUSHES: dict[str, Brush] = {
    "ignore": _square, "like": _circle, "reshare": _pentagon, "heart": _heart, "arrow": _arrow, "tick": _tick,
    "hourglass": _hourglass, "flame": _flame, "coat": _coat, "pause": _pause, "lamp": _lamp, "unfold": _unfold,
    "undo": _undo,
}  # fmt: skip


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
        """Draw the sign for a scale, once."""
        return _drawn(self.name, max(1, round(self.size * scale)), self.colour)


def icon(name: str, size: int, colour: Colour) -> Sign:
    """Give a sign as a picture."""
    return Sign(name, size, colour)


@lru_cache(maxsize=256)
def _drawn(name: str, size: int, colour: Colour) -> pygame.Surface:
    """Draw a sign, `size` pixels high and wide."""
    fine = pygame.Surface((size * FINE, size * FINE), pygame.SRCALPHA)
    fine.fill((*colour, 0))
    BRUSHES[name](fine, size * FINE, colour)
    return pygame.transform.smoothscale(fine, (size, size))
