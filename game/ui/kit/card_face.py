"""The card as paper: its face, its back, and the dog-ear that opens it."""

from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

import pygame

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.kit.base import OUTLINE, Widget, sheet
from game.ui.kit.card import GAP, MARK_GAP, MARK_PAD, NO_PAGE, PAD, Page, step, tight
from game.ui.kit.icons import icon
from game.ui.kit.plain import key_size, keycap, put_line
from game.ui.kit.stamps import COLOURS
from game.ui.layout import USUAL, Layout
from game.ui.palette import BRASS, FELT, FOLD, INK, LIKE, OLD_PAPER, PAPER, RESHARE, SECOND_INK, SHADOW, TUBE, Colour
from game.ui.sheet import Picture, Sheet
from game.ui.text import line, line_height, width, wrap
from game.ui.words import number, say, short


class Face(NamedTuple):
    """How lines are set."""

    weight: Weight
    size: int
    high: int
    colour: Colour


def write(surface: Sheet, at: tuple[int, int], lines: tuple[str, ...], face: Face) -> int:
    """Write lines under each other; gives where the next would stand."""
    x, y = at
    for text in lines:
        surface.blit(line(text, face.weight, face.size, face.colour), (x, y))
        y += face.high
    return y


@dataclass(frozen=True)
class CardFace(Widget):
    """One page of a card. `ear` leaves the corner to the dog-ear, `before` is the stamp of the mark from before.

    `taped` counters have a strip of tape over them; what they say is not on the paper then.
    """

    role: str = "article"
    page: Page = NO_PAGE
    layout: Layout = USUAL
    badge: str = "regular"
    flame: bool = False
    likes: int | None = None
    reshares: int | None = None
    ear: bool = False
    before: str = "ignore"
    taped: bool = False

    def draw(self, surface: Sheet) -> None:
        """Put the picture down: the same one whether the paper is named or not."""
        Widget.draw(replace(self, name="", value="", role="none"), surface)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the paper, then from the top down; counters stand at the foot."""
        sheet(surface, box, PAPER)
        page, type_ = self.page, self.layout.type
        self._corner(surface, box)
        x, y = box.x + PAD, box.y + PAD
        y = write(surface, (x, y), page.author, Face("strong", page.author_size, line_height(page.author_size), INK))
        y = write(surface, (x, y), page.meta, Face("text", type_.meta, line_height(type_.meta), SECOND_INK))
        if page.before:
            y = self._mark(surface, (x, y + MARK_GAP // 2)) + MARK_GAP // 2
        if page.headline:
            y = write(surface, (x, y + GAP), page.headline, Face("bold", page.size, step(page.size), INK))
            if page.inside:
                y += GAP
                surface.line(FOLD, (box.x + PAD, y - 2), (box.right - PAD, y - 2), OUTLINE)
        write(surface, (x, y + 4), page.inside, Face("text", type_.inside, line_height(type_.inside), INK))
        if page.foot:
            self._counters(surface, box)

    def _corner(self, surface: Sheet, box: Box) -> None:
        """Draw the author's tier and, for drama, the flame in the upper right corner."""
        size = self.layout.type.meta
        right, high = box.right - PAD, line_height(size)
        if not tight(self.layout):
            word = line(say("badge." + self.badge), "strong", size, INK)
            plate = Box(right - word.get_width() - 16, box.y + PAD, word.get_width() + 16, high)
            surface.rect(BRASS if self.badge == "star" else OLD_PAPER, plate, border_radius=6)
            surface.rect(INK, plate, 1, border_radius=6)
            put_line(surface, word, plate, "centre")
            right = plate.x - 10
        if self.flame:
            surface.blit(icon("flame", size + 6, RESHARE), (right - size - 6, box.y + PAD + (high - size - 6) // 2))

    def _mark(self, surface: Sheet, at: tuple[int, int]) -> int:
        """Draw the mark of the stamp that the card got before, as pale ink dries; gives where the next line would stand."""
        size, lines = self.layout.type.meta, self.page.before
        high, colour = line_height(size), COLOURS[self.before]
        wide = max(width(text, "strong", size) for text in lines) + MARK_PAD
        frame = Box(*at, wide, high * len(lines) + 2)
        surface.rect(colour, frame, OUTLINE, border_radius=6)
        write(surface, (frame.x + MARK_PAD // 2, frame.y + 1), lines, Face("strong", size, high, colour))
        return frame.bottom

    def _counters(self, surface: Sheet, box: Box) -> None:
        """Draw heart and arrow with their counts, one under the other where the dog-ear leaves no room; or tape over them."""
        size = self.layout.type.meta
        room = box.w - 2 * PAD - (self.layout.ear.w if self.ear else 0)
        both = (("heart", self.likes, LIKE), ("arrow", self.reshares, RESHARE))
        shown = [(sign, count, colour) for sign, count, colour in both if self.taped or count is not None]
        pictures: list[Picture] = [Tape(size) if self.taped else self._count(count or 0, room) for _, count, _ in shown]
        wide = sum(size + 6 + picture.get_width() for picture in pictures) + size * (len(pictures) - 1)
        stacked = wide > room
        high = size + 6 if stacked else line_height(size)
        x, y = box.x + PAD, box.bottom - PAD - (high * len(pictures) if stacked else high) + (4 if stacked else 0)
        for (sign, _, colour), picture in zip(shown, pictures, strict=True):
            surface.blit(icon(sign, size, colour), (x, y + (picture.get_height() - size) // 2 + 1))
            surface.blit(picture, (x + size + 6, y))
            if stacked:
                y += high
            else:
                x += size + picture.get_width() + 6 + size

    def _count(self, count: int, room: int) -> Picture:
        """Give a count in figures, shortened where there is no room for all of them."""
        size, whole = self.layout.type.meta, number(count)
        text = whole if width(whole, "figures", size) + size + 6 <= room else short(count)
        return line(text, "figures", size, INK)


class Tape(NamedTuple):
    """A strip of tape as a picture, as long as a count of letters of this size."""

    size: int

    def get_width(self) -> int:
        """Give the length in the layout's pixels."""
        return self.size * 5 // 2

    def get_height(self) -> int:
        """Give the height in the layout's pixels."""
        return line_height(self.size) - 2

    def at(self, scale: float) -> pygame.Surface:
        """Draw the strip for a scale, its ends torn."""
        wide, high = self.get_width(), self.get_height()
        strip = Sheet.clear(wide, high, scale)
        teeth = [(0, step) for step in range(7)] + [(1, step) for step in range(6, -1, -1)]
        edge = [(2 + across * (wide - 5) + (2 if step % 2 else -1), step * (high - 1) / 6) for across, step in teeth]
        strip.polygon(FOLD, edge)
        strip.polygon(SECOND_INK, edge, 1)
        return strip.surface


@dataclass(frozen=True)
class Ear(Widget):
    """The dog-ear: the folded corner that opens the card or turns its page, and beside it the word and the key.

    `lift` pixels turn the flap further up, as when it wiggles; `framed` draws attention without moving.
    """

    role: str = "button"
    word: str = ""
    size: int = 18
    lift: int = 0
    framed: bool = False
    bleed: ClassVar[int] = 4

    def paint(self, surface: Sheet, box: Box) -> None:
        """Cut the corner off, lay the flap over, and write beside it."""
        if self.framed:
            surface.rect(LIKE, box.grown(-2), 3, border_radius=6)
        side = min(box.h - 12, 64)
        x, y = box.right - side, box.bottom - side
        surface.polygon(FELT, [(x, box.bottom + 3.9), (box.right + 3.9, y), (box.right + 3.9, box.bottom + 3.9)])
        surface.polygon(SHADOW, [(x + 3, box.bottom), (box.right, y + 3), (x + 5, y + 5)])
        flap = [(x, box.bottom - 1), (box.right - 1, y), (x - self.lift, y - self.lift)]
        surface.polygon(FOLD, flap)
        surface.polygon(INK, flap, OUTLINE)
        surface.line(INK, (x, box.bottom), (box.right, y), OUTLINE)
        cap = keycap(self.key, key_size(self.size), INK)
        word = line(self.word, "strong", self.size, INK)
        gap = max(5, self.size // 3)
        if word.get_width() + cap.get_width() + 2 * gap + 4 <= box.w - side:
            right = x - gap - 4 - cap.get_width()
            surface.blit(cap, (right, y + (side - cap.get_height()) // 2))
            surface.blit(word, (right - gap - word.get_width(), y + (side - word.get_height()) // 2))
            return
        surface.blit(word, (x - gap - word.get_width(), box.bottom - word.get_height() - cap.get_height() - 4))
        surface.blit(cap, (x - gap - cap.get_width(), box.bottom - cap.get_height() - 4))


@dataclass(frozen=True)
class CardBack(Widget):
    """A card turned over: shown while paused, or an empty place under the lamp. `words` stand on it."""

    role: str = "article"
    words: str = ""
    size: int = 22
    empty: bool = False

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the back of a card, or only the place where one would lie."""
        if self.empty:
            surface.rect(TUBE, box, OUTLINE, border_radius=3)
        else:
            sheet(surface, box, OLD_PAPER)
            surface.rect(FOLD, box.grown(-14), OUTLINE)
        lines = wrap(self.words, "strong", self.size, box.w - 60)
        high = line_height(self.size)
        top = box.y + (box.h - len(lines) * high) // 2
        for row, text in enumerate(lines):
            picture = line(text, "strong", self.size, PAPER if self.empty else INK)
            put_line(surface, picture, Box(box.x, top + row * high, box.w, high), "centre")
