"""Figures as a table: what a chart shows, for whoever rather reads, listens, or takes it home as CSV."""

import csv
import io
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.grounds import COLOURS, Ground
from game.ui.kit.plain import Align, put_line
from game.ui.kit.printed import ink_dot
from game.ui.kit.rows import Label
from game.ui.palette import Colour
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap

PAD = 6
"""Above and below the words of a row."""
INDENT = 6 * "\u00a0"
"""Before the first cell of a row that has an ink dot."""
HEAD: Weight = "strong"
BODY: Weight = "text"


class Table(NamedTuple):
    """A head and rows of as many cells; the first cell of a row says what the row is about."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


NO_TABLE = Table((), ())


def csv_text(table: Table) -> str:
    r"""Write a table as CSV.

    >>> csv_text(Table(("Cards", "Judgement"), (("1-10", "-0.20"), ("11, 12", "0.35"))))
    'Cards,Judgement\n1-10,-0.20\n"11, 12",0.35\n'
    """
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows((table.header, *table.rows))
    return written.getvalue()


def dotted(row: tuple[str, ...]) -> tuple[str, ...]:
    """Give a row that gets an ink dot before its first cell: room is left for it.

    >>> dotted(("Bread", "4"))[0].strip() == "Bread", dotted(("Bread", "4"))[0].startswith(INDENT)
    (True, True)
    """
    return (INDENT + row[0], *row[1:])


def spoken(table: Table) -> str:
    """Say a table in words, row by row.

    >>> spoken(Table(("", "thanked", "back"), (("Ines", "4", "1"), ("Bram", "0", "2"))))
    'Ines: thanked 4, back 1; Bram: thanked 0, back 2'
    """
    rows = (
        (name, ", ".join(f"{head} {cell}" for head, cell in zip(table.header[1:], cells, strict=True)))
        for name, *cells in table.rows
    )
    return "; ".join(f"{name.removeprefix(INDENT)}: {cells}" for name, cells in rows)


def columns(table: Table, size: int, room: int) -> tuple[int, ...]:
    """Give the width of each column, the first with all that is left; nothing where even single words do not fit."""
    cells = list(zip(table.header, *table.rows, strict=True))
    space = room - size * (len(cells) - 1)
    whole = [max(width(cell, HEAD, size) for cell in column) for column in cells]
    least = [max(width(word, HEAD, size) for cell in column for word in cell.split(" ")) for column in cells]
    if sum(least) > space:
        return ()
    spare, wanted = space - sum(least), sum(whole) - sum(least)
    share = 1.0 if wanted <= spare else spare / wanted
    wide = [low + int((high - low) * share) for low, high in zip(least, whole, strict=True)]
    return (space - sum(wide[1:]), *wide[1:])


@dataclass(frozen=True)
class TableView(Widget):
    """A table on paper or wall: words at the left, figures at the right, a line below the head."""

    role: str = "table"
    table: Table = NO_TABLE
    size: int = 18
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    def __post_init__(self) -> None:
        """Say the whole table to whoever cannot see it, unless something else is to be said."""
        if not self.value:
            object.__setattr__(self, "value", spoken(self.table))

    @classmethod
    def height(cls, table: Table, size: int, room: int) -> int:
        """Give the height that the table needs."""
        wide = columns(table, size, room)
        if not wide:
            return sum(sum(_stacked_heights(table, cells, size, room)) + 2 * PAD for cells in table.rows)
        return sum(Row(cells, wide, size, weight).height for cells, weight in _rows(table))

    def paint(self, surface: Sheet, box: Box) -> None:
        """Write row below row, or block below block where columns have no room."""
        colours, wide, y = COLOURS[self.ground], columns(self.table, self.size, box.w), box.y
        if not wide:
            self._stacked(surface, box)
            return
        for cells, weight in _rows(self.table):
            row = Row(cells, wide, self.size, weight)
            row.write(surface, box.x, y, colours.second if weight == HEAD else colours.ink)
            self._dot(surface, cells, box.x, y + PAD)
            y += row.height
            thick = OUTLINE if weight == HEAD else 1
            surface.rect(colours.second if weight == HEAD else colours.rule, Box(box.x, y - thick, box.w, thick))

    def _dot(self, surface: Sheet, cells: tuple[str, ...], x: int, y: int) -> None:
        """Draw the ink dot of a row that has one."""
        if cells[0].startswith(INDENT):
            radius = self.size * 2 // 7
            ink_dot(surface, (x + radius + 3, y + line_height(self.size) // 2), radius)

    def _stacked(self, surface: Sheet, box: Box) -> None:
        """Write each row as a block: what it is about, then each column's head with its figure."""
        colours, y, step = COLOURS[self.ground], box.y, line_height(self.size)
        for cells in self.table.rows:
            heights = _stacked_heights(self.table, cells, self.size, box.w)
            y += PAD
            self._dot(surface, cells, box.x, y)
            for index, text in enumerate(wrap(cells[0], HEAD, self.size, box.w)):
                put_line(surface, line(text, HEAD, self.size, colours.ink), Box(box.x, y + index * step, box.w, step))
            y += heights[0]
            for head, cell, high in zip(self.table.header[1:], cells[1:], heights[1:], strict=True):
                Label(head, cell, self.size, self.ground).write(surface, box._replace(y=y, h=high))
                y += high
            y += PAD
            surface.rect(colours.rule, Box(box.x, y - 1, box.w, 1))


def _stacked_heights(table: Table, cells: tuple[str, ...], size: int, room: int) -> list[int]:
    """Give the heights of a block's lines."""
    first = len(wrap(cells[0], HEAD, size, room)) * line_height(size)
    return [first, *(Label(head, cell, size).height(room) for head, cell in zip(table.header[1:], cells[1:], strict=True))]


def _rows(table: Table) -> list[tuple[tuple[str, ...], Weight]]:
    """Give head and rows with the letters they are set in."""
    return [(table.header, HEAD), *((cells, BODY) for cells in table.rows)]


class Row(NamedTuple):
    """One row as it is set: its cells, the width of each column, the letters."""

    cells: tuple[str, ...]
    wide: tuple[int, ...]
    size: int
    weight: Weight

    @property
    def height(self) -> int:
        """Give the height that the cell with the most lines needs."""
        most = max(len(wrap(cell, self.weight, self.size, room)) for cell, room in zip(self.cells, self.wide, strict=True))
        return most * line_height(self.size) + 2 * PAD

    def write(self, surface: Sheet, x: int, y: int, colour: Colour) -> None:
        """Write the cells beside each other."""
        step = line_height(self.size)
        for column, (cell, wide) in enumerate(zip(self.cells, self.wide, strict=True)):
            align: Align = "right" if column else "left"
            for index, text in enumerate(wrap(cell, self.weight, self.size, wide)):
                place = Box(x, y + PAD + index * step, wide, step)
                put_line(surface, line(text, self.weight, self.size, colour), place, align)
            x += wide + self.size
