"""Back to the costliest stamp: the shift runs again up to it, in slices behind a bar, then the desk goes on from there."""

from collections.abc import Callable
from typing import Any

from game.session import Replay
from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Progress, Words, button_width
from game.ui.layout import TARGET
from game.ui.palette import PAPER, TUBE
from game.ui.play import Play
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.slices import Slice
from game.ui.text import line_height
from game.ui.words import say

SECONDS = 0.024
"""Of a frame, while the player looks at nothing else."""


class Rewind(Scene):
    """Gives the log of the shift to a fresh world, up to the stamp."""

    name = "rewind"

    def __init__(self, room: Room, account: Account, before: Callable[[], Scene]) -> None:
        super().__init__(room)
        self.account = account
        self.before = before
        entry = account.debrief.costliest
        session = account.play.session
        self.replay = Replay.to_entry(session, entry)
        self.until = session.log[entry].tick
        self.slice = Slice(SECONDS)
        self.headline = next(card.headline for card in account.debrief.cards if card.entry == entry)
        self.focus_on(say("rewind.cancel"))

    @property
    def share(self) -> int:
        """How far the shift has run again, in hundredths."""
        return min(100, 100 * self.replay.session.tick // max(1, self.until))

    def widgets(self) -> list[Widget]:
        """Say what happens, how far it is, and how to leave it."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        room = min(canvas.w - 48, 840)
        x = (canvas.w - room) // 2
        title, line_ = say("rewind.title"), say("rewind.line", headline=self.headline)
        title_h = Words.height(title, "bold", type_.title, room)
        line_h = Words.height(line_, "text", type_.inside, room)
        high = max(TARGET, line_height(type_.button) + 14)
        wide = min(room, button_width(say("rewind.cancel"), "escape", type_.button))
        y = (canvas.h - title_h - line_h - high - 22 - 70) // 2
        place = Box(x, y, room, title_h)
        below = Box(x, place.bottom + 16, room, line_h)
        bar = Box(x + room // 8, below.bottom + 22, room * 3 // 4, 22)
        cancel = Box((canvas.w - wide) // 2, bar.bottom + 32, wide, high)
        share = say("rewind.share", share=self.share)
        return [
            Backdrop(canvas, scene="night", layout=layout),
            Words(place, title, "heading", weight="bold", size=type_.title, colour=PAPER, align="centre"),
            Words(below, line_, "note", size=type_.inside, colour=TUBE, align="centre"),
            Progress(bar, share, role="status", share=self.share),
            Button(cancel, say("rewind.cancel"), action="cancel", key="escape", size=type_.button, style="quiet"),
        ]

    def press(self, action: str) -> Scene | None:
        """Leave it."""
        if action != "cancel":
            raise ValueError(f"nothing here answers to {action!r}")
        return self.before()

    def update(self, dt: float) -> Scene | None:  # noqa: ARG002 - it counts steps, not seconds
        """Run one slice; then the desk goes on."""
        if not self.slice.run(self.replay.advance):
            return None
        from game.ui.scenes.desk import Desk  # noqa: PLC0415 - the desk leads here

        play = self._play()
        self.room.saves.keep(play)
        return Desk(self.room, play)

    def _play(self) -> Play:
        """Give the play that goes on from there, under the same order and at the same pace."""
        before, play = self.account.play, Play.of(self.replay.session, calm=self.room.calm)
        play.order, play.pace = before.order, before.pace
        if play.look.out is not None:
            play.undo_left = play.undo_seconds
        return play

    def says(self) -> str:
        """Speak what happens."""
        return f"{say('rewind.title')} {say('rewind.line', headline=self.headline)}"

    def state(self) -> dict[str, Any]:
        """Tell how far it is."""
        return {"share": self.share}
