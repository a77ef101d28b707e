"""The first sheets of the debrief: the night as it was stamped beside the same luck with nothing passed on, maps and lists."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.ui.box import Box
from game.ui.findings import anyway, finding, happened_anyway, legend, people, same_lines, total
from game.ui.kit.base import Widget
from game.ui.kit.tubemap import Near, TwinMap
from game.ui.kit.twinlists import Entry, TwinLists
from game.ui.palette import SECOND_INK
from game.ui.scenes.base import Scene
from game.ui.scenes.debrief_chart import Charted, table_blocks
from game.ui.scenes.debrief_sheet import GAP, NOWHERE, Block, Way, beside, block, largest_that_fit, paragraph, words_block
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Day, Top

BETWEEN = 20
"""Between the two maps."""
TALL = 13
"""A map is at least so many letters high."""


class Twin(Charted):
    """Two maps with each neighbour's whole day."""

    name = "twin"
    step = 1
    chart = "night"

    def title(self) -> str:
        """Say how many people spent how long."""
        return finding(self.account.debrief)

    def short(self) -> str:
        """Name the sheet."""
        return say("twin.name")

    def picture(self, room: int, space: int) -> list[Block]:
        """Give two maps, side by side where the paper is wide, and in words what is the same in both."""
        layout, told = self.room.layout, self.account.debrief
        mine, other, size = near(told.days), near(told.twin_days), layout.type.map
        after = happened_anyway(told) if layout.wide else anyway(told)  # on a phone the sums below the maps say the rest
        said = f"{people(told)} {after}".strip()
        both = (("twin.you", mine, other, told.days), ("twin.ignored", other, mine, told.twin_days))
        wide = (room - BETWEEN) // 2 if layout.wide else room
        maps = [
            (TwinMap(NOWHERE, say(word), word=say(word), neighbours=near_, other=others, size=size), total(days))
            for word, near_, others, days in both
        ]

        def make(reading: int) -> list[Block]:
            high = min(space, size * TALL)
            below_ = paragraph(said, room, reading, space) if said else []
            return [*(summed(each, high, wide, reading) for each in maps), *below_]

        if not layout.wide:
            return largest_that_fit(make, range(self.reading(), layout.type.meta - 1, -1), space, self.reading())
        reading = layout.type.meta
        same = paragraph(said, room, reading, space)
        fits = space - sum(each.height + GAP for each in same)
        high = fits if fits >= size * TALL else space
        return [beside([summed(each, high, wide, reading) for each in maps], BETWEEN), *same]

    def after(self) -> Scene:
        """Give the two lists."""
        return Lists(self.room, self.account, lambda: self)


class Lists(Charted):
    """The Top 10 twice; what stands elsewhere is joined by lines."""

    name = "lists"
    step = 1
    chart = "lists"
    tabled = False

    def title(self) -> str:
        """Say how many lines are in the same place."""
        return same_lines(self.account.debrief)

    def short(self) -> str:
        """Name the sheet."""
        return say("twin.lists.name")

    def picture(self, room: int, space: int) -> list[Block]:
        """Give the two lists, or where they have no room beside each other the place of each post in both."""
        layout, told = self.room.layout, self.account.debrief
        table = self.account.tables[self.chart]
        size = layout.type.meta
        self.tabled = False
        if not table.rows:
            return []
        how = words_block(legend(told), room, size, colour=SECOND_INK)
        both = TwinLists(
            NOWHERE, say("twin.lists.name"), words=(say("twin.you"), say("twin.ignored")),
            left=entries(told.top), right=entries(told.twin_top), table=table,
        )  # fmt: skip
        for letters in range(layout.type.inside, size - 1, -1) if layout.wide else ():
            lists = replace(both, size=letters)
            if lists.height(room) + GAP + how.height <= space:
                return [block(lists, lists.height(room)), how]
        self.tabled = True
        mine = frozenset(row for row, line in enumerate(told.top.lines) if line.mine)
        dot = paragraph(say("twin.lists.dot"), room, size, space, colour=SECOND_INK) if mine else []
        left = space - sum(each.height + GAP for each in dot)
        brief = table._replace(header=(table.header[0], say("twin.with"), say("twin.without")))
        return [*dot, *table_blocks(brief, say("twin.lists.name"), size, room, left, mine)]

    def ways(self) -> list[Way]:
        """Where the lists are a table already there is no other form to turn to."""
        return [Way("csv", say("debrief.csv"))] if self.tabled and not self.as_table else super().ways()

    def after(self) -> Scene:
        """Give the first of the three cards."""
        from game.ui.scenes.debrief_cards import first_card  # noqa: PLC0415 - the cards lead back here

        return first_card(self.room, self.account, lambda: self)


def summed(map_: tuple[TwinMap, str], high: int, room: int, size: int) -> Block:
    """Give a map with the sum of all its neighbours below it, together as high as was asked for."""
    picture, sum_ = map_
    row = words_block(sum_, room, size, "strong")

    def build(box: Box) -> list[Widget]:
        upper = box._replace(h=box.h - row.height - 4)
        return [replace(picture, box=upper), *row.build(box._replace(y=upper.bottom + 4, h=row.height))]

    return Block(high, build, stretch=True)


def near(days: Sequence["Day"]) -> tuple[Near, ...]:
    """Give the neighbours' days as the map takes them."""
    return tuple(Near(day.name, day.thanked, day.back, day.lit) for day in days)


def entries(top: "Top") -> tuple[Entry, ...]:
    """Give the lines of a list."""
    return tuple(Entry(line.card, line.headline, line.mine) for line in top.lines)
