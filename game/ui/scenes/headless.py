"""A bot's run without hands, asked for by the page's address (`?run=headless`): the figures go to the page as JSON."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Words
from game.ui.palette import PAPER, TUBE
from game.ui.scenes.base import Room, Scene
from game.ui.words import say

if TYPE_CHECKING:
    from game.session import Session

SLICE = 0.012
"""Seconds of a frame that the run may take."""


class Headless(Scene):
    """Runs `game.session.headless.play` slice by slice and publishes its figures."""

    name = "headless"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.frames = 0
        self.run: Iterator[Session] | None = None
        self.session: Session | None = None
        self.finished = False

    def widgets(self) -> list[Widget]:
        """Two lines on a dark wall."""
        layout = self.room.layout
        canvas, type_ = layout.canvas, layout.type
        room = canvas.w - 60
        high = Words.height(say("headless.title"), "bold", type_.title, room)
        title = Box(30, canvas.h // 3, room, high)
        low = Words.height(say("headless.line"), "text", type_.inside, room)
        return [
            Backdrop(canvas, scene="night", layout=layout),
            Words(title, say("headless.title"), "heading", weight="bold", size=type_.title, colour=PAPER, align="centre"),
            Words(
                Box(30, title.bottom + 16, room, low), say("headless.line"), "status",
                size=type_.inside, colour=TUBE, align="centre",
            ),
        ]  # fmt: skip

    def press(self, action: str) -> Scene | None:
        """Nothing can be pressed."""
        raise ValueError(f"nothing here answers to {action!r}")

    def update(self, dt: float) -> Scene | None:  # noqa: ARG002 - counts pictures, not seconds
        """Start after the first pictures; then one slice a picture."""
        self.frames += 1
        if self.finished or self.frames < 3:  # noqa: PLR2004 - the words are on the glass first
            return None
        if self.run is None:
            from game.session.headless import play  # noqa: PLC0415 - only this scene needs a bot
            from game.ui.levels import scenario_for, words_for  # noqa: PLC0415 - after the first picture

            asked = self.room.options
            self.run = play(scenario_for(asked), asked.seed, asked.bot, asked.days, words=words_for(asked))
        self._slice()
        return None

    def _slice(self) -> None:
        """Run on for a part of a frame; at the end hand the figures to the page."""
        until = time.perf_counter() + SLICE
        while self.run is not None and time.perf_counter() < until:
            session = next(self.run, None)
            if session is None:
                self._finish()
                return
            self.session = session

    def _finish(self) -> None:
        """Hand the figures to the page."""
        from game.session.headless import figures  # noqa: PLC0415 - only this scene needs them

        if self.session is not None:
            self.room.result = figures(self.session)
        self.finished = True

    def state(self) -> dict[str, Any]:
        """Tell whether the run is over."""
        return {"finished": self.finished}
