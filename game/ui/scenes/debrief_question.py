"""The one question, large, and the ways on: only those that lead somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.ui.kit.deed import Deed
from game.ui.levels import SANDBOX, TWO, has_level
from game.ui.palette import SECOND_INK
from game.ui.saves import export
from game.ui.scenes.base import Scene
from game.ui.scenes.debrief_sheet import NOWHERE, Block, Sheet, Way, beside, block, paragraph
from game.ui.words import say

SIZE = 40
"""Letters of the question at the usual text size."""
BETWEEN = 16
TALL = 92
"""An offer with a line is so high where there is room."""


@dataclass(frozen=True)
class Offer:
    """A way on: what is asked of the scene, its name, the line below it."""

    action: str
    word: str
    line: str
    main: bool = False


def offers_blocks(offers: Sequence[Offer], keys: dict[str, str], room: int, sizes: tuple[int, int], columns: int) -> list[Block]:
    """Lay offers out in rows of so many columns; a main one has a row of its own."""
    least = TALL if columns > 1 and any(offer.line for offer in offers) else 0
    wide = (room - BETWEEN * (columns - 1)) // columns
    blocks: list[Block] = []
    row: list[Block] = []
    for offer in offers:
        deed = Deed(
            NOWHERE, offer.word, action=offer.action, key=keys.get(offer.action, ""), value=offer.line, word=offer.word,
            line=offer.line, size=sizes[0], small=sizes[1], main=offer.main,
        )  # fmt: skip
        if offer.main:
            blocks.append(block(deed, max(least, deed.height(room))))
            continue
        row.append(block(deed, max(least, deed.height(wide))))
        if len(row) == columns:
            blocks.append(beside(row, BETWEEN))
            row = []
    if row:
        filler = Block(0, lambda _box: [])
        blocks.append(beside([*row, *[filler] * (columns - len(row))], BETWEEN))
    return blocks


class Question(Sheet):
    """Asks, and lets go."""

    name = "question"
    step = 4
    said = ""

    def title(self) -> str:
        """Ask."""
        return say("question.title")

    def short(self) -> str:
        """Name the sheet."""
        return say("question.name")

    def letters(self) -> int:
        """The question is larger than other headings."""
        return SIZE * self.room.layout.percent // 100

    def leads_on(self) -> bool:
        """Nothing follows by itself."""
        return False

    def offers(self) -> list[Offer]:
        """Give the ways on, the one that the debrief led to first."""
        debrief = self.account.debrief
        costly = next((card for card in debrief.cards if card.entry == debrief.costliest), None)
        if debrief.costliest >= 0 and costly is not None:
            again = Offer("rewind", say("question.again"), say("question.again.line", headline=costly.headline), main=True)
        else:
            again = Offer("again", say("question.same"), say("question.same.line"), main=True)
        found = [again, self._offer("new")]
        if has_level(TWO):
            found.append(self._offer("level"))
        found += [self._offer("beat"), self._offer("orders")]
        if has_level(SANDBOX):
            found.append(self._offer("sandbox"))
        return [*found, self._offer("more")]

    def ways(self) -> list[Way]:
        """Give the way out, and the play-through as a file."""
        return [Way("home", say("question.home")), Way("file", say("file.save"))]

    def _offer(self, action: str) -> Offer:
        """Give an offer by its action."""
        return Offer(action, say(f"question.{action}"), say(f"question.{action}.line"))

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give what was said last, then the offers."""
        layout = self.room.layout
        sizes = (layout.type.button, layout.type.meta)
        offers = self.offers()
        keys = {offer.action: self.room.keys.of(offer.action) for offer in offers}
        said = paragraph(self.said, room, layout.type.meta, space, "strong", SECOND_INK) if self.said else []
        columns = 2 if layout.wide and not layout.large else 1
        if columns > 1:  # there is room for larger letters
            sizes = (layout.type.headline, layout.type.inside)
        found = offers_blocks(offers, keys, room, sizes, columns)
        return [*said, *(each._replace(stretch=columns > 1) for each in found)]

    def do(self, action: str) -> Scene | None:
        """Go where an offer leads."""
        play = self.account.play
        if action == "beat":
            self._beat()
            return None
        if action == "file":
            self.said = export(self.room, play) or say("settings.file.said")
            return None
        if action == "rewind":
            from game.ui.scenes.debrief_again import Rewind  # noqa: PLC0415 - it runs a world

            return Rewind(self.room, self.account, lambda: self)
        if action == "orders":
            from game.ui.scenes.debrief_orders import Orders  # noqa: PLC0415 - it leads back here

            return Orders(self.room, self.account, lambda: self)
        if action == "more":
            from game.ui.scenes.debrief_more import Curved  # noqa: PLC0415 - it leads back here

            return Curved(self.room, self.account, lambda: self)
        return self._begin(action, play.seed)

    def _begin(self, action: str, seed: int) -> Scene:
        """Give the title, which opens another tray, another level, or waits."""
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here

        if action in {"level", "sandbox"}:
            self.room.options = replace(self.room.options, level=TWO if action == "level" else SANDBOX, scenario=None)
        if action == "home":
            return Title(self.room, seed=seed)
        if action != "again":
            self.room.options = replace(self.room.options, order="")
        return Title(self.room, seed=seed + (action != "again"), wanted=True)

    def _beat(self) -> None:
        """Copy a link to this very tray, and say so; show it where the clipboard refuses."""
        play = self.account.play
        query = {"level": play.scenario.name, "seed": str(play.seed), **({"order": play.order} if play.order else {})}
        link = self.room.port.link(query)
        copied = self.room.port.copy_text(link)
        self.said = say("question.beat.done" if copied else "question.beat.shown", link=link)
        self.page = 0

    def says(self) -> str:
        """Speak what was copied, else the question."""
        return self.said or super().says()
