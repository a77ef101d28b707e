"""The tells that were met, by name, each with what it means and a card that had it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui.kit.again import SignedLine
from game.ui.palette import BACK, INK, SECOND_INK, THANKS
from game.ui.scenes.base import Scene
from game.ui.scenes.debrief_chart import Charted
from game.ui.scenes.debrief_sheet import NOWHERE, Block, below, beside, block, kept_together, paragraph, words_block
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Tell

COLUMNS = 40


class Tells(Charted):
    """What spoke against a card, what for it; only what was met."""

    name = "tells"
    step = 3
    chart = "tells"

    def title(self) -> str:
        """Name the sheet."""
        return say("tells.title")

    def picture(self, room: int, space: int) -> list[Block]:
        """Give both sides beside each other on wide paper, else one below the other."""
        met, layout = self.account.debrief.tells, self.room.layout
        if not met:
            return paragraph(say("tells.none"), room, layout.type.inside, space)
        half = (room - COLUMNS) // 2
        sides = [[tell for tell in met if tell.speaks_for == side] for side in (False, True)]
        if layout.wide and not layout.large:
            columns = [self._side(tells, half, space) for tells in sides]
            both = [below(blocks, 12) for blocks in columns if blocks]
            if max(each.height for each in both) <= space:
                return [beside(both, COLUMNS)]
        return [each for tells in sides for each in self._side(tells, room, space)]

    def _side(self, tells: "Sequence[Tell]", room: int, space: int) -> list[Block]:
        """Give the tells of one side, the first one below the side's name."""
        layout = self.room.layout
        size, small = layout.type.inside, layout.type.meta
        found: list[Block] = []
        for tell in tells:
            sign, colour = ("tick", THANKS) if tell.speaks_for else ("hourglass", BACK)
            name = f"{tell.name}: {say(f'tell.{tell.name}')}"
            times = say("tells.time") if tell.times == 1 else say("tells.times", n=tell.times)
            line = SignedLine(NOWHERE, f"{name} ({times})", sign=sign, size=size, weight="strong", colour=colour)
            example = say("tells.example", headline=tell.headline, inside=tell.inside)
            pieces = [
                block(line, SignedLine.height(line.name, sign, size, room, "strong")),
                *paragraph(example, room, small, space, colour=SECOND_INK),
            ]
            if not found:
                pieces.insert(0, words_block(say("tells.for" if tell.speaks_for else "tells.against"), room, small, "bold", INK))
            found += kept_together(pieces, 2, space)
        return found

    def after(self) -> Scene:
        """Give the question."""
        from game.ui.scenes.debrief_question import Question  # noqa: PLC0415 - it leads back here

        return Question(self.room, self.account, lambda: self)
