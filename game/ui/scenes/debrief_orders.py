"""Shift orders: four ways to take the desk again with something to set out to do."""

from dataclasses import replace

from game.ui.palette import SECOND_INK
from game.ui.scenes.base import Scene
from game.ui.scenes.debrief_question import Offer, offers_blocks
from game.ui.scenes.debrief_sheet import Block, Sheet, paragraph
from game.ui.words import say

KEYS = "1234"


class Orders(Sheet):
    """Each order with one line; choosing one opens the tray."""

    name = "orders"

    def title(self) -> str:
        """Name the sheet."""
        return say("orders.title")

    def leads_on(self) -> bool:
        """Only an order leads on."""
        return False

    def blocks(self, room: int, space: int) -> list[Block]:
        """Say what orders are, then give the four."""
        from game.session.orders import ORDERS  # noqa: PLC0415 - the title leads here before the engine is needed

        layout, shift = self.room.layout, self.account.play.scenario.shift
        numbers = {"quiet": shift.quiet_reshares, "popular": shift.popular_order}
        offers = [Offer(order, say(f"order.{order}"), say(f"order.{order}.line", n=numbers.get(order, 0))) for order in ORDERS]
        keys = dict(zip(ORDERS, KEYS, strict=True))
        about = paragraph(say("orders.line"), room, self.reading(), space, colour=SECOND_INK)
        columns = 2 if layout.wide and not layout.large else 1
        return [*about, *offers_blocks(offers, keys, room, (layout.type.button, layout.type.meta), columns)]

    def do(self, action: str) -> Scene | None:
        """Open another tray under an order; the tray of the day is the one that everybody has today."""
        from game.session.orders import DAILY  # noqa: PLC0415 - as above
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here

        seed = self.room.port.today() if action == DAILY else self.account.play.seed + 1
        self.room.options = replace(self.room.options, order=action)
        return Title(self.room, seed=seed, wanted=True)
