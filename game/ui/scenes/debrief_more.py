"""More: the own curve, what worth means here, the evidence for and against, and every figure as a table and as CSV."""

from collections.abc import Callable

from game.ui.findings import book, course, worth
from game.ui.kit.chart import Curve, Spot
from game.ui.palette import SECOND_INK
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.scenes.debrief_chart import Charted, table_blocks
from game.ui.scenes.debrief_question import Offer, offers_blocks
from game.ui.scenes.debrief_sheet import (
    GAP,
    NOWHERE,
    Block,
    Sheet,
    Way,
    block,
    kept_together,
    largest_that_fit,
    paragraph,
    words_block,
)
from game.ui.tables import judged, span
from game.ui.words import say


class Curved(Charted):
    """Judgement by tens of cards."""

    name = "curve"
    chart = "curve"

    def title(self) -> str:
        """Say how judgement went."""
        return course(self.account.debrief.curve)

    def short(self) -> str:
        """Name the sheet."""
        return say("curve.name")

    def picture(self, room: int, space: int) -> list[Block]:
        """Give the curve, and what it says of whoever always stamps the same."""
        layout = self.room.layout
        spots = tuple(Spot(span(one), one.judgement, judged(one)) for one in self.account.debrief.curve)
        size = layout.type.meta
        curve = Curve(
            NOWHERE, say("curve.name"), head=say("curve.cards"), unit=say("curve.judgement"), spots=spots,
            high=say("curve.high"), low=say("curve.low"), size=size,
        )  # fmt: skip
        about = paragraph(say("curve.line"), room, self.reading(), space)
        fits = space - about[0].height - GAP
        high = min(space, max(curve.height(room), fits if layout.wide and len(about) == 1 else 0))
        return [block(curve, high, stretch=True), *about]

    def after(self) -> Scene:
        """Give the evidence."""
        return Evidence(self.room, self.account, lambda: self)


class Evidence(Sheet):
    """What worth means in this game, and what was measured elsewhere, for and against."""

    name = "evidence"

    def title(self) -> str:
        """Name the sheet."""
        return say("evidence.name")

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give four paragraphs, each below its name."""
        layout = self.room.layout
        world = self.account.play.scenario.rules()
        pairs = (
            (say("evidence.for"), say("evidence.for.line")),
            (say("evidence.against"), say("evidence.against.line")),
            (say("worth.name"), worth(world.worthy_from, world.bait_below)),
            (say("book.name"), book(world.look_seconds, world.stamp_seconds)),
        )

        def make(size: int) -> list[Block]:
            blocks: list[Block] = []
            for name, text in pairs:
                pair = [words_block(name, room, size, "bold", SECOND_INK), *paragraph(text, room, size, space)]
                blocks += kept_together(pair, 2, space)
            return blocks

        return largest_that_fit(make, range(layout.type.headline, layout.type.meta - 1, -1), space, self.reading())

    def after(self) -> Scene:
        """Give every figure."""
        return Figures(self.room, self.account, lambda: self)


class Figures(Sheet):
    """The list of tables."""

    name = "figures"

    def title(self) -> str:
        """Name the sheet."""
        return say("figures.name")

    def leads_on(self) -> bool:
        """Only a table leads on."""
        return False

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give a way to each table that has rows."""
        layout = self.room.layout
        tables = [name for name, table in self.account.tables.items() if table.rows]
        offers = [Offer(name, say(f"table.{name}"), "") for name in tables]
        keys = {name: str(number) for number, name in enumerate(tables, start=1)}
        about = paragraph(say("figures.line"), room, self.reading(), space, colour=SECOND_INK)
        columns = 2 if layout.wide and not layout.large else 1
        return [*about, *offers_blocks(offers, keys, room, (layout.type.button, layout.type.meta), columns)]

    def do(self, action: str) -> Scene | None:
        """Open a table."""
        return TableSheet(self.room, self.account, lambda: self, action)


class TableSheet(Charted):
    """One table, on as many pages as it needs."""

    name = "table"
    as_table = True

    def __init__(self, room: Room, account: Account, before: Callable[[], Scene], chart: str) -> None:
        super().__init__(room, account, before)
        self.chart = chart

    def title(self) -> str:
        """Name the table."""
        return say(f"table.{self.chart}")

    def picture(self, room: int, space: int) -> list[Block]:
        """There is no other form here: give the table."""
        return list(table_blocks(self.account.tables[self.chart], self.title(), self.room.layout.type.meta, room, space))

    def leads_on(self) -> bool:
        """Nothing follows."""
        return False

    def ways(self) -> list[Way]:
        """Only to take it home."""
        return [Way("csv", say("debrief.csv"))]
