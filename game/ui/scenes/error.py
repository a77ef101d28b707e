"""When something breaks: plain words and two ways on. It needs nothing but pygame, so that it works when all else does not."""

from dataclasses import replace
from typing import Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Words
from game.ui.layout import TARGET
from game.ui.palette import INK, RESHARE
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height
from game.ui.words import say

GAP = 14
ELLIPSIS = "\u2026"
BRIEFS = (160, 110, 70, 40, 20, 0)
"""How much of the report's last line may be shown, from most to nothing."""


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
        """A sheet with what happened, as much of the report's last line as fits, and two buttons."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        room = min(canvas.w - 24, 900)
        pad = 28 if layout.wide else 16
        inner = room - 2 * pad
        high = max(TARGET + 4, line_height(type_.button) + 18)
        buttons = high if layout.wide else 2 * high + 12
        texts, heights = self._texts(inner, canvas.h - 24 - 2 * pad - buttons)
        total = 2 * pad + sum(heights) + buttons
        panel = Box((canvas.w - room) // 2, max(6, (canvas.h - total) // 2), room, total)
        parts: list[Widget] = [Backdrop(canvas, scene="night", layout=layout), Panel(panel, role="none")]
        y = panel.y + pad
        for words, tall in zip(texts, heights, strict=True):
            parts.append(replace(words, box=Box(panel.x + pad, y, inner, tall - GAP)))
            y += tall
        row = Box(panel.x + pad, y, inner, buttons)
        one, two = row.columns(2, 16) if layout.wide else row.rows(2, 12)
        parts.append(Button(one, say("error.again"), action="again", key="return", size=type_.button, style="main"))
        parts.append(Button(two, say("error.copy"), action="copy", key=self.room.keys.of("copy"), size=type_.button))
        return parts

    def _texts(self, wide: int, room: int) -> tuple[list[Words], list[int]]:
        """Give title, account and brief with their heights; the brief is cut until all fits into `room`."""
        type_ = self.room.layout.type
        place = Box(0, 0, wide, 0)
        texts = [
            Words(place, say("error.title"), "heading", weight="bold", size=type_.title, colour=INK),
            Words(place, say("error.line"), "note", size=type_.inside, colour=INK),
        ]
        for length in BRIEFS:
            brief = self.note or shortened(self.brief, length)
            found = [*texts, Words(place, brief, "status", size=type_.meta, colour=RESHARE)] if brief else texts
            heights = [Words.height(words.name, words.weight, words.size, wide) + GAP for words in found]
            if sum(heights) <= room:
                break
        return found, heights

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


def shortened(text: str, length: int) -> str:
    """Give a text, or whole words of it up to a length and an ellipsis; nothing where not even one word fits.

    >>> shortened("a report of what broke", 12), shortened("short", 12), shortened("unbreakable", 4)
    ('a report of\u2026', 'short', '')
    """
    if len(text) <= length:
        return text
    kept = text[: length + 1].rpartition(" ")[0].rstrip(" ,.:;")
    return kept + ELLIPSIS if kept else ""
