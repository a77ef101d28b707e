"""Two to four options that exclude each other, as one control of touching segments."""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.grounds import COLOURS, Ground
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.layout import TARGET
from game.ui.palette import INK, LAMP
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap
from game.ui.words import say

EDGE = 6
"""Between a segment's frame and its words."""


@dataclass(frozen=True)
class Option:
    """One option: what is written on it, what the scene is asked to do, the key that does the same."""

    word: str
    action: str
    key: str = ""


@dataclass(frozen=True)
class Segment(Widget):
    """One option on the screen; the chosen one is lit, thickly framed, and carries a tick."""

    role: str = "radio"
    word: str = ""
    chosen: bool = False
    size: int = 18
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the segment, then its words in the middle, the tick before them where it holds."""
        colours = COLOURS[self.ground]
        surface.rect(LAMP if self.chosen else colours.well, box, border_radius=4)
        surface.rect(colours.ink if self.chosen else colours.second, box, OUTLINE if self.chosen else 1, border_radius=4)
        ink = INK if self.chosen else colours.ink
        lines = wrap(self.word, "strong", self.size, box.w - 2 * EDGE - tick_room(self.size))
        wide = max(width(text, "strong", self.size) for text in lines)
        extra, high = tick_room(self.size) if self.chosen else 0, line_height(self.size)
        x, y = box.x + (box.w - wide - extra) // 2, box.y + (box.h - len(lines) * high) // 2
        if self.chosen:
            side = tick_side(self.size)
            surface.blit(icon("tick", side, INK), (x, box.centre[1] - side // 2))
        for row, text in enumerate(lines):
            put_line(surface, line(text, "strong", self.size, ink), Box(x + extra, y + row * high, wide, high), "centre")


def tick_side(size: int) -> int:
    """Give the side of the tick before words of this size."""
    return size * 4 // 5


def tick_room(size: int) -> int:
    """Give the width that the tick takes, with the gap behind it."""
    return tick_side(size) + size // 3


@dataclass(frozen=True)
class Choices:
    """The options, side by side where all fit into equal segments, else below each other; `chosen` is an action.

    Each segment is named after the question and the option, so that names stay apart in one scene.
    """

    box: Box
    name: str
    options: tuple[Option, ...]
    chosen: str
    size: int = 18
    ground: Ground = "paper"

    @classmethod
    def in_a_row(cls, words: tuple[str, ...], size: int, room: int) -> bool:
        """Whether all options stand side by side."""
        return max(width(word, "strong", size) for word in words) + tick_room(size) + 2 * EDGE <= room // len(words)

    @classmethod
    def height(cls, words: tuple[str, ...], size: int, room: int) -> int:
        """Give the height that the options need."""
        if cls.in_a_row(words, size, room):
            return max(TARGET, line_height(size) + 2 * EDGE)
        return sum(cls._tall(word, size, room) for word in words)

    @classmethod
    def _tall(cls, word: str, size: int, room: int) -> int:
        """Give the height of one option that has the whole width."""
        lines = wrap(word, "strong", size, room - 2 * EDGE - tick_room(size))
        return max(TARGET, len(lines) * line_height(size) + 2 * EDGE)

    def boxes(self) -> list[Box]:
        """Give the place of each option; they touch."""
        words, box = tuple(option.word for option in self.options), self.box
        if self.in_a_row(words, self.size, box.w):
            edges = [box.x + box.w * index // len(words) for index in range(len(words) + 1)]
            return [Box(left, box.y, right - left, box.h) for left, right in pairwise(edges)]
        found, y = [], box.y
        for word in words:
            found.append(Box(box.x, y, box.w, self._tall(word, self.size, box.w)))
            y = found[-1].bottom
        return found

    def widgets(self) -> list[Widget]:
        """Give the segments, in order."""
        return [self._segment(option, place) for option, place in zip(self.options, self.boxes(), strict=True)]

    def _segment(self, option: Option, place: Box) -> Segment:
        """Give one segment."""
        chosen = option.action == self.chosen
        return Segment(
            place,
            f"{self.name}: {option.word}",
            action=option.action,
            key=option.key,
            value=say("choice.chosen") if chosen else "",
            word=option.word,
            chosen=chosen,
            size=self.size,
            ground=self.ground,
        )
