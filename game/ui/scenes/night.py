"""The night: the world runs on without you, in slices, while others' minutes count up like a taxi meter."""

from typing import Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Progress, Words, button_width
from game.ui.layout import TARGET
from game.ui.palette import LAMP, PAPER, TUBE
from game.ui.play import Play
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.payslip import PaySlip
from game.ui.text import line_height
from game.ui.words import clock, say


class Night(Scene):
    """Runs to the morning, then hands over to the pay slip."""

    name = "night"

    def __init__(self, room: Room, play: Play) -> None:
        super().__init__(room)
        self.play = play
        self.share = 0.0
        self.skipped = False

    def widgets(self) -> list[Widget]:
        """One sentence, one figure, one tube that fills."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        room = min(canvas.w - 64, 800)
        x = (canvas.w - room) // 2
        title_h = Words.height(say("night.title"), "bold", type_.title, room)
        line_h = Words.height(say("night.line"), "text", type_.inside, room)
        big = type_.number * 2
        minutes = clock(self.play.look.meters.others_minutes)
        high = max(TARGET, line_height(type_.meta) + 16)
        label = say("night.hour", share=int(self.share * 100))
        label_h = Words.height(label, "text", type_.meta, room)
        block = title_h + 20 + line_h + line_height(big) + 20 + 22 + 10 + label_h
        top = max(8, (canvas.h - high - 24 - block) // 2)
        figure = Box(x, top + title_h + 20 + line_h, room, line_height(big))
        bar = Box(x + room // 8, figure.bottom + 20, room * 3 // 4, 22)
        foot = Box(x, bar.bottom + 10, room, label_h)
        wide = min(canvas.w - 24, button_width(say("night.skip"), "return", type_.meta))
        skip = Box((canvas.w - wide) // 2, canvas.h - high - 16, wide, high)
        parts: list[Widget] = [
            Backdrop(canvas, scene="night", layout=layout),
            Words(
                Box(x, top, room, title_h), say("night.title"), "heading",
                weight="bold", size=type_.title, colour=PAPER, align="centre",
            ),
            Words(
                Box(x, top + title_h + 20, room, line_h), say("night.line"), "note",
                size=type_.inside, colour=TUBE, align="centre",
            ),
            Words(figure, minutes, "status", weight="figures bold", size=big, colour=LAMP, align="centre"),
            Progress(bar, role="none", share=int(self.share * 100)),
            Words(foot, label, "note", size=type_.meta, colour=TUBE, align="centre"),
        ]  # fmt: skip
        if not self.skipped:
            name = say("night.skip")
            parts.append(Button(skip, name, action="skip", key="return", size=type_.meta, style="quiet"))
        return parts

    def press(self, action: str) -> Scene | None:
        """Skip what can be skipped: the world still has to live through the night, only without the show."""
        if action == "skip":
            self.skipped = True
            self.play.finish_night()
        return None

    def update(self, dt: float) -> Scene | None:
        """Run one slice."""
        self.share = max(self.share, self.play.night(dt))
        return PaySlip(self.room, self.play) if self.share >= 1.0 else None

    def says(self) -> str:
        """Speak the sentence of the night."""
        return say("night.title")

    def state(self) -> dict[str, Any]:
        """Tell how far the night is."""
        return {"night": int(self.share * 100)}
