"""Plain things: words on the wall, buttons, panels, the scrim behind a dialog, the ring round what has the focus."""

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

import pygame

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.keys import shown
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.icons import icon
from game.ui.palette import BRASS, DARK_BRASS, FELT, INK, LAMP, OLD_PAPER, PAPER, TUBE, WALL, Colour
from game.ui.sheet import Picture, Sheet
from game.ui.text import Line, largest, line, line_height, width, wrap

Align = Literal["left", "centre", "right"]


def put_line(surface: Sheet, picture: Picture, box: Box, align: Align = "left") -> None:
    """Put one line of text in the middle of a box's height."""
    wide = surface.width_of(picture)
    x = {"left": box.x, "centre": box.x + (box.w - wide) / 2, "right": box.right - wide}
    surface.blit(picture, (x[align], box.y + (box.h - picture.get_height()) // 2))


@dataclass(frozen=True)
class Words(Widget):
    """Text on whatever lies below, wrapped to its box. Its name is what it says."""

    weight: Weight = "text"
    size: int = 18
    colour: Colour = PAPER
    align: Align = "left"
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, text: str, weight: Weight, size: int, room: int) -> int:
        """Give the height that a text needs."""
        return len(wrap(text, weight, size, room)) * line_height(size)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Write line under line, from the top; a single line stands in the middle."""
        lines = wrap(self.name, self.weight, self.size, box.w)
        high = line_height(self.size) if len(lines) > 1 else box.h
        for row, text in enumerate(lines):
            place = Box(box.x, box.y + row * high, box.w, high)
            put_line(surface, line(text, self.weight, self.size, self.colour), place, self.align)


@dataclass(frozen=True)
class Button(Widget):
    """Something to press: a brass plate (`main`), a sheet of paper, or a plain sign on the wall (`quiet`)."""

    role: str = "button"
    size: int = 22
    style: Literal["main", "paper", "quiet"] = "paper"
    sign: str = ""
    word: str = ""
    hint: bool = True

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the plate, then sign, word and key side by side."""
        ink = INK
        if self.style == "quiet":
            surface.rect(FELT, box, border_radius=4)
            surface.rect(TUBE, box, 1, border_radius=4)
            ink = PAPER
        else:
            sheet(surface, box, LAMP if self.style == "main" else PAPER)
        pieces = button_pieces(self, ink, box.w)
        gap = max(4, self.size // 3)
        x = box.x + (box.w - sum(piece.get_width() for piece in pieces) - gap * (len(pieces) - 1)) // 2
        for piece in pieces:
            surface.blit(piece, (x, box.y + (box.h - piece.get_height()) // 2))
            x += piece.get_width() + gap


@dataclass(frozen=True)
class Switch(Button):
    """A button that stays on (`lit`) or off; its sign says which."""

    role: str = "switch"
    lit: bool = False


def button_pieces(button: Button, ink: Colour, room: int) -> list[Picture]:
    """Give what stands on a button, leaving out the key, then the word, where there is no room."""
    pieces: list[Picture] = [icon(button.sign, min(round(button.size * 1.1), button.box.h - 12), ink)] if button.sign else []
    word = button.word if button.word or button.sign else button.name
    texts: list[Picture] = [line(word, "strong", button.size, ink)] if word else []
    keys: list[Picture] = [keycap(button.key, key_size(button.size), ink)] if button.key and button.hint else []
    gap, most = max(4, button.size // 3), room - 8
    for kept in ((*pieces, *texts, *keys), (*pieces, *texts), tuple(texts)):
        if kept and sum(piece.get_width() for piece in kept) + gap * (len(kept) - 1) <= most:
            return list(kept)
    smaller = largest(word, "strong", tuple(range(button.size, button.size // 2, -1)), most)
    return [line(word, "strong", smaller, ink)] if word else pieces


LEAST_SIZE = 18
"""No letter of the wide layout is smaller."""


def key_size(size: int) -> int:
    """Give the size of a key beside a word of this size.

    >>> key_size(16), key_size(18), key_size(40)
    (16, 18, 32)
    """
    return max(min(size, LEAST_SIZE), round(size * 0.8))


class Keycap(NamedTuple):
    """A key as it is printed on things; nothing where there is no key."""

    text: Line

    def get_width(self) -> int:
        """Give the width in the layout's pixels."""
        return max(self.text.get_width() + self.text.size // 2, self.text.size + 6) if self.text.text else 0

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""
        return self.text.get_height() + 2 if self.text.text else 0

    def at(self, scale: float) -> pygame.Surface:
        """Draw the key for a scale."""
        cap = Sheet.clear(self.get_width(), self.get_height(), scale)
        if not self.text.text:
            return cap.surface
        cap.rect(self.text.colour, Box(0, 0, self.get_width(), self.get_height()), 1, border_radius=4)
        cap.blit(self.text, ((self.get_width() - self.text.get_width()) // 2, 1))
        return cap.surface


def keycap(key: str, size: int, ink: Colour) -> Keycap:
    """Give a key as a picture."""
    return Keycap(line(shown(key), "strong", size, ink))


def button_width(name: str, key: str, size: int) -> int:
    """Give a width in which name and key fit."""
    extra = round(size * 0.8) + 20 + max(width(text, "strong", key_size(size)) for text in ("W", shown(key))) if key else 0
    return width(name, "strong", size) + extra + size + 24


@dataclass(frozen=True)
class Panel(Widget):
    """A sheet of paper, or a dialog when it has that role."""

    fill: Colour = PAPER

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the sheet."""
        sheet(surface, box, self.fill)


@dataclass(frozen=True)
class Scrim(Widget):
    """Darkens everything below a dialog; what lies below cannot be pressed."""

    role: str = "none"
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Darken."""
        surface.fill((*WALL, 190), box)


@dataclass(frozen=True)
class FocusRing(Widget):
    """Shows where the keyboard is."""

    role: str = "none"
    bleed: ClassVar[int] = 8

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw two rings, a dark and a light one, so that it is seen on wall and paper."""
        surface.rect(INK, box.grown(6), 6, border_radius=8)
        surface.rect(LAMP, box.grown(5), 3, border_radius=7)


@dataclass(frozen=True)
class Plate(Widget):
    """A brass plate with engraved capitals."""

    size: int = 34

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw plate, screws and words."""
        sheet(surface, box, BRASS, radius=4)
        surface.rect(DARK_BRASS, box.grown(-5), OUTLINE, border_radius=3)
        for x in (box.x + 13, box.right - 13):
            surface.circle(DARK_BRASS, (x, box.centre[1]), 4)
        put_line(surface, line(self.name, "bold", self.size, INK), box, "centre")


@dataclass(frozen=True)
class Progress(Widget):
    """A long job's share done, as a filling tube. `share` is in whole hundredths."""

    share: int = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the tube and what is in it."""
        surface.rect(FELT, box, border_radius=box.h // 2)
        filled = Box(box.x, box.y, max(box.h, box.w * min(100, self.share) // 100), box.h)
        surface.rect(LAMP, filled, border_radius=box.h // 2)
        surface.rect(TUBE, box, OUTLINE, border_radius=box.h // 2)


@dataclass(frozen=True)
class Rule(Widget):
    """A thin line across paper."""

    role: str = "none"
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the line."""
        surface.rect(OLD_PAPER, box)
