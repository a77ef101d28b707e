"""Two printed lists side by side; what stands elsewhere in the other one is joined by a line."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from game.ui.box import Box
from game.ui.kit.backdrops import pipes
from game.ui.kit.base import Widget
from game.ui.kit.plain import put_line
from game.ui.kit.printed import ink_dot
from game.ui.kit.table import NO_TABLE, Table, spoken
from game.ui.palette import BRASS, FOLD, INK, OLD_PAPER, PAPER, SECOND_INK
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap

BETWEEN = 130
"""Between the two lists, where the lines run."""
PAD = 4
STUB = 14
"""A line leaves its list level for so long."""


class Entry(NamedTuple):
    """One line of a list: which post, what it says, whether the seat's stamp is on it."""

    card: int
    headline: str
    mine: bool = False


@dataclass(frozen=True)
class TwinLists(Widget):
    """The list as it was stamped, and as it would have been. `words` stand above the two."""

    role: str = "table"
    words: tuple[str, str] = ("", "")
    left: tuple[Entry, ...] = ()
    right: tuple[Entry, ...] = ()
    table: Table = NO_TABLE
    size: int = 18
    bleed: ClassVar[int] = 0

    def __post_init__(self) -> None:
        """Say all places to whoever cannot see them, unless something else is to be said."""
        if not self.value:
            object.__setattr__(self, "value", spoken(self.table))

    def _wide(self, room: int) -> int:
        """Give the width of one list."""
        return (room - BETWEEN) // 2

    def _number(self) -> int:
        """Give the width of dot and rank."""
        return self.size + width("10.", "figures bold", self.size) + self.size // 2

    def _text(self, room: int) -> int:
        """Give the width of a headline."""
        return self._wide(room) - self._number() - 3 * PAD

    def _lines(self, entry: Entry, room: int) -> tuple[str, ...]:
        """Give the lines of one headline."""
        return wrap(entry.headline, "text", self.size, self._text(room))

    def _heights(self, room: int) -> list[int]:
        """Give the height of each row: that of the taller of its two headlines."""
        rows = max(len(self.left), len(self.right))
        pairs = [[entries[row] for entries in (self.left, self.right) if row < len(entries)] for row in range(rows)]
        step = line_height(self.size)
        return [max(len(self._lines(entry, room)) for entry in pair) * step + 2 * PAD for pair in pairs]

    def height(self, room: int) -> int:
        """Give the height that both lists need."""
        return line_height(self.size) + PAD + sum(self._heights(room))

    def joints(self, box: Box) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """Give the two ends of each line: between the places of a post that stands elsewhere in the other list."""
        here, there = ({entry.card: row for row, entry in enumerate(entries)} for entries in (self.left, self.right))
        moved = [(row, there[card]) for card, row in here.items() if there.get(card, row) != row]
        left, right = box.x + self._wide(box.w), box.right - self._wide(box.w)
        middles = self._middles(box)
        return [((left, middles[start]), (right, middles[end])) for start, end in moved]

    def _middles(self, box: Box) -> list[int]:
        """Give the middle of each row."""
        y, found = box.y + line_height(self.size) + PAD, []
        for high in self._heights(box.w):
            found.append(y + high // 2)
            y += high
        return found

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the two words, the lists, rings at what is in one list only, then the lines."""
        wide = self._wide(box.w)
        columns = (box._replace(w=wide), box._replace(x=box.right - wide, w=wide))
        others = (self.right, self.left)
        for word, entries, column, other in zip(self.words, (self.left, self.right), columns, others, strict=True):
            head = column._replace(h=line_height(self.size))
            put_line(surface, line(word, "bold", self.size, SECOND_INK), head)
            self._list(surface, column, entries, {entry.card for entry in other}, left=column is columns[0])
        for start, end in self.joints(box):
            way = (start, (start[0] + STUB, start[1]), (end[0] - STUB, end[1]), end)
            pipes(surface, [way], 3, BRASS)
            for point in (start, end):
                surface.aacircle(INK, point, 6)
                surface.aacircle(BRASS, point, 4)

    def _list(self, surface: Sheet, box: Box, entries: tuple[Entry, ...], other: set[int], *, left: bool) -> None:
        """Draw one list from the top of its column."""
        room = 2 * box.w + BETWEEN
        step, y = line_height(self.size), box.y + line_height(self.size) + PAD
        for row, (entry, high) in enumerate(zip(entries, self._heights(room), strict=False)):
            place = Box(box.x, y, box.w, high)
            surface.rect(OLD_PAPER if row % 2 == 0 else PAPER, place)
            text = line(f"{row + 1}.", "figures bold", self.size, INK)
            put_line(surface, text, Box(box.x + PAD, y + PAD, self._number() - self.size // 2, step), "right")
            top = y + PAD
            for words in self._lines(entry, room):
                put_line(surface, line(words, "text", self.size, INK), Box(box.x + self._number() + PAD, top, box.w, step))
                top += step
            if entry.mine:
                ink_dot(surface, (box.x + self.size // 2 + PAD, y + PAD + step // 2), self.size * 2 // 7)
            if entry.card not in other:
                point = (box.right if left else box.x, y + high // 2)
                surface.aacircle(INK, point, 7)
                surface.aacircle(PAPER, point, 5)
            y += high
        surface.rect(FOLD, Box(box.x, y - 1, box.w, 1))
