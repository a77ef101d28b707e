"""Setting text: wrapping to a width, cutting to a line, and pictures of lines kept for the next frame."""

from functools import lru_cache
from typing import NamedTuple

import pygame

from game.ui.fonts import Weight, font
from game.ui.palette import Colour

ELLIPSIS = "…"
LARGE = 3
"""Letters this many times as large are as wide as they are meant to be."""


@lru_cache(maxsize=2048)
def width(text: str, weight: Weight, size: int) -> int:
    """Give the width of one line in the layout's pixels, with room enough for it at any scale of the window.

    Small letters are fitted to the pixels and so a little narrower or wider than large ones; the wider counts.
    """
    return max(font(weight, size).size(text)[0], -(-font(weight, size * LARGE).size(text)[0] // LARGE))


def line_height(size: int) -> int:
    """Give the distance between lines of text of this size.

    >>> line_height(22)
    30
    """
    return round(size * 1.36)


@lru_cache(maxsize=512)
def wrap(text: str, weight: Weight, size: int, room: int) -> tuple[str, ...]:
    """Break `text` into lines no wider than `room`, between words where possible, inside a word where not."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        tried = f"{line} {word}" if line else word
        if width(tried, weight, size) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
        pieces = _pieces(word, weight, size, room)
        lines.extend(pieces[:-1])
        line = pieces[-1]
    if line or not lines:
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, weight: Weight, size: int, room: int) -> list[str]:
    """Cut a word that is wider than a whole line."""
    pieces: list[str] = []
    while width(word, weight, size) > room and len(word) > 1:
        cut = len(word) - 1
        while cut > 1 and width(word[:cut], weight, size) > room:
            cut -= 1
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]


@lru_cache(maxsize=1024)
def cut(text: str, weight: Weight, size: int, room: int) -> str:
    """Give `text`, or as much of it as fits in one line with an ellipsis. For names on the map only; the tree has them whole."""
    if width(text, weight, size) <= room:
        return text
    kept = text
    while kept and width(kept.rstrip() + ELLIPSIS, weight, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


class Line(NamedTuple):
    """One line of text as a picture: measured at its own size, drawn at the window's."""

    text: str
    weight: Weight
    size: int
    colour: Colour

    def get_width(self) -> int:
        """Give the width in the layout's pixels."""
        return width(self.text, self.weight, self.size)

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""
        return font(self.weight, self.size).get_height()

    def at(self, scale: float) -> pygame.Surface:
        """Draw the line for a scale, once; rounded down, so that it never needs more room than was measured."""
        return drawn(self, max(1, int(self.size * scale)))


@lru_cache(maxsize=512)
def drawn(written: Line, size: int) -> pygame.Surface:
    """Draw a line in letters of this size."""
    return font(written.weight, size).render(written.text, True, written.colour)


def line(text: str, weight: Weight, size: int, colour: Colour) -> Line:
    """Give one line as a picture."""
    return Line(text, weight, size, colour)


def largest(text: str, weight: Weight, sizes: tuple[int, ...], room: int) -> int:
    """Give the first of `sizes` (falling) at which `text` fits in one line, or the last."""
    return next((size for size in sizes if width(text, weight, size) <= room), sizes[-1])
