"""When something breaks: plain words and two ways on. It needs nothing but pygame, so that it works when all else does not."""

from typing import Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Words
from game.ui.layout import TARGET
from game.ui.palette import INK, RESHARE, SECOND_INK
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height
from game.ui.words import say


class Jam(Scene):
    """The desk has jammed; `report` is the technical account, `brief` its last line."""

    name = "error"

    def __init__(self, room: Room, report: str) -> None:
        super().__init__(room)
        self.report = report
        self.brief = report.strip().splitlines()[-1] if report.strip() else ""
        self.note = ""
        self.focus_on(say("error.again"))

    def widgets(self) -> list[Widget]:
        """A sheet with what happened, the last line of the report, and two buttons."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        room = min(canvas.w - 24, 900)
        pad = 28 if layout.wide else 16
        inner = room - 2 * pad
        brief = self.note or self.brief[:160]
        texts = [
            (say("error.title"), "bold", type_.title, INK, "heading"),
            (say("error.line"), "text", type_.inside, INK, "note"),
            (brief, "text", type_.meta, RESHARE if not self.note else SECOND_INK, "status"),
        ]
        heights = [Words.height(text, "bold" if weight == "bold" else "text", size, inner) for text, weight, size, _, _ in texts]
        high = max(TARGET + 4, line_height(type_.button) + 18)
        stacked = not layout.wide
        total = 2 * pad + sum(heights) + 14 * len(heights) + (2 * high + 12 if stacked else high)
        panel = Box((canvas.w - room) // 2, max(6, (canvas.h - total) // 2), room, total)
        parts: list[Widget] = [Backdrop(canvas, scene="night", layout=layout), Panel(panel, role="none")]
        y = panel.y + pad
        for (text, weight, size, colour, role), tall in zip(texts, heights, strict=True):
            kind = "bold" if weight == "bold" else "text"
            place = Box(panel.x + pad, y, inner, tall)
            parts.append(Words(place, text, role, weight="bold" if kind == "bold" else "text", size=size, colour=colour))
            y += tall + 14
        row = Box(panel.x + pad, y, inner, 2 * high + 12 if stacked else high)
        one, two = row.rows(2, 12) if stacked else row.columns(2, 16)
        parts.append(Button(one, say("error.again"), action="again", key="return", size=type_.button, style="main"))
        parts.append(Button(two, say("error.copy"), action="copy", key="c", size=type_.button))
        return parts

    def press(self, action: str) -> Scene | None:
        """Copy the report, or go back to the title."""
        if action == "copy":
            done = self.room.port.copy_text(self.report)
            self.note = say("error.saved" if done else "error.kept")
            return None
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title may be what broke

        return Title(self.room)

    def says(self) -> str:
        """Speak what happened."""
        return self.note or f"{say('error.title')} {say('error.line')}"

    def state(self) -> dict[str, Any]:
        """Give tests the report's last line."""
        return {"error": self.brief}
