"""A sheet with a chart: the same figures as a picture, as a table, and as a CSV file."""

from functools import lru_cache

from game.ui.kit.table import Table, TableView, csv_text, dotted
from game.ui.palette import SECOND_INK
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.scenes.debrief_sheet import NOWHERE, Block, Sheet, Way, block, paragraph
from game.ui.words import say


class Charted(Sheet):
    """Subclasses give `chart`, the name of the table behind it, and `picture`. `as_table` shows the table instead."""

    chart = ""
    as_table = False
    said = ""

    def picture(self, room: int, space: int) -> list[Block]:
        """Give the blocks of the picture."""
        raise NotImplementedError

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give picture or table; above it what became of the file."""
        size = self.room.layout.type.meta
        above = paragraph(self.said, room, size, space, "strong", SECOND_INK) if self.said else []
        if not self.as_table:
            return [*above, *self.picture(room, space)]
        return [*above, *table_blocks(self.account.tables[self.chart], say(f"table.{self.chart}"), size, room, space)]

    def ways(self) -> list[Way]:
        """Give the way to the other form, and with the table the way to take it home."""
        turn = Way("table", say("debrief.chart" if self.as_table else "debrief.table"))
        return [turn, Way("csv", say("debrief.csv"))] if self.as_table else [turn]

    def do(self, action: str) -> Scene | None:
        """Turn to the other form, or save the table."""
        if action == "table":
            self.as_table, self.page, self.said = not self.as_table, 0, ""
            self.focus_on(say("debrief.chart" if self.as_table else "debrief.table"))
        elif action == "csv":
            self.said = taken_home(self.room, self.account, self.chart)
            self.page = 0
        return None

    def says(self) -> str:
        """Speak what became of the file, else the heading."""
        return self.said or super().says()


def taken_home(room: Room, account: Account, chart: str) -> str:
    """Save a table as a CSV file; gives what became of it, in words."""
    name = f"{chart}.csv"
    try:
        path = room.port.download(name, csv_text(account.tables[chart]).encode(), "text/csv")
    except OSError:
        return say("debrief.unsaved")
    return say("debrief.saved", name=path or name)


@lru_cache(maxsize=16)
def table_blocks(  # noqa: PLR0913 - a table, its place, and which of its rows have a dot
    table: Table, name: str, size: int, room: int, space: int, mine: frozenset[int] = frozenset()
) -> tuple[Block, ...]:
    """Cut a table into pieces that each fit on a page, every piece with the head; rows that are `mine` have an ink dot."""
    table = Table(table.header, tuple(dotted(row) if number in mine else row for number, row in enumerate(table.rows)))
    pieces: list[Table] = []
    for row in table.rows:
        grown = Table(table.header, (*pieces[-1].rows, row)) if pieces else table
        if pieces and pieces[-1].header == table.header and TableView.height(grown, size, room) <= space:
            pieces[-1] = grown
        else:
            pieces += row_pieces(Table(table.header, (row,)), size, room, space)
    return tuple(block(TableView(NOWHERE, name, table=each, size=size), TableView.height(each, size, room)) for each in pieces)


def row_pieces(table: Table, size: int, room: int, space: int) -> list[Table]:
    """Cut a table of one row by its columns where it is higher than a page; each piece says what the row is about."""
    pieces: list[Table] = []
    row = table.rows[0]
    columns: list[int] = []
    for column in range(1, len(row)):
        tried = picked(table.header, row, [*columns, column])
        if columns and TableView.height(tried, size, room) > space:
            pieces.append(picked(table.header, row, columns))
            columns = []
        columns.append(column)
    return [*pieces, picked(table.header, row, columns)]


def picked(header: tuple[str, ...], row: tuple[str, ...], columns: list[int]) -> Table:
    """Give a table of one row with some of its columns, after the first."""
    return Table((header[0], *(header[column] for column in columns)), ((row[0], *(row[column] for column in columns)),))
