"""The pay slip of a shift that was played under other rules: what was stored, for nothing of it can be computed again."""

from dataclasses import replace
from typing import Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Rule, Words
from game.ui.kit.slip import SlipLine
from game.ui.layout import TARGET
from game.ui.ledger import Line
from game.ui.palette import INK, RESHARE
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height
from game.ui.words import say

MOST_ROWS = 60
MOST_LETTERS = 120
PAD = 20
NOWHERE = Box(0, 0, 0, 0)


class OldSlip(Scene):
    """Shows `room.saves.old`: labels and figures as they were printed, and the line of the ending."""

    name = "old slip"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.page = 0
        self.rows, self.ending = printed(room.saves.old)
        self.focus_on(say("old.back"))

    def widgets(self) -> list[Widget]:
        """A sheet with the lines of this page, and the ways on."""
        layout = self.room.layout
        canvas, type_ = layout.canvas, layout.type
        high = max(TARGET, line_height(type_.button) + 16)
        wide = min(canvas.w - 16, 860 if not layout.large else 1100)
        foot = Box((canvas.w - wide) // 2, canvas.h - high - 14, wide, high)
        panel = Box(foot.x, 10, wide, foot.y - 24)
        inner = Box(panel.x + PAD, panel.y + PAD // 2, panel.w - 2 * PAD, panel.h - PAD)
        title_h = Words.height(say("old.title"), "bold", type_.title, inner.w)
        title = inner._replace(h=title_h)
        parts: list[Widget] = [
            Backdrop(canvas, scene="night", layout=layout),
            Panel(panel, role="none"),
            Words(title, say("old.title"), "heading", weight="bold", size=type_.title, colour=INK),
            Rule(Box(inner.x, title.bottom + 4, inner.w, 2)),
        ]
        area = Box(inner.x, title.bottom + 12, inner.w, inner.bottom - title.bottom - 12)
        pages = self._pages(area)
        parts += pages[self.page % len(pages)]
        ways = [(say("old.back"), "done"), *([(say("old.more"), "page")] if len(pages) > 1 else [])]
        for (name, action), box in zip(ways, foot.columns(len(ways), 14), strict=True):
            parts.append(Button(box, name, action=action, key=self.room.keys.of(action), size=type_.button))
        return parts

    def _pages(self, area: Box) -> list[list[Widget]]:
        """Lay the lines out, on as many pages as they need; the ending is the last of them."""
        size = self.room.layout.type.ledger
        pages: list[list[Widget]] = [[]]
        y = area.y
        items: list[Widget] = [SlipLine(NOWHERE, row.label, value=row.figure, size=size) for row in self.rows]
        heights = [SlipLine.height(row, size, area.w) for row in self.rows]
        if self.ending:
            items.append(Words(NOWHERE, self.ending, "status", weight="strong", size=size, colour=RESHARE))
            heights.append(Words.height(self.ending, "strong", size, area.w))
        for item, high in zip(items, heights, strict=True):
            if y + high > area.bottom and pages[-1]:
                pages.append([])
                y = area.y
            pages[-1].append(replace(item, box=Box(area.x, y, area.w, high)))
            y += high
        return pages

    def press(self, action: str) -> Scene | None:
        """Turn the page, or go back to the title."""
        if action == "page":
            self.page += 1
            return None
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here

        return Title(self.room)

    def says(self) -> str:
        """Speak the heading and the ending."""
        return f"{say('old.title')}. {self.ending}"

    def state(self) -> dict[str, Any]:
        """Tell the page."""
        return {"page": self.page}


def printed(results: dict[str, Any]) -> tuple[list[Line], str]:
    """Give the lines and the ending of stored results; what is no text was never printed.

    >>> [row.label for row in printed({"slip": [["Wage", "0.00"], ["House", 7], "x"], "ending": 3})[0]]
    ['Wage']
    """
    slip, ending = results.get("slip"), results.get("ending")
    rows: list[Line] = []
    for pair in slip[:MOST_ROWS] if isinstance(slip, list) else ():
        match pair:
            case [str(label), str(figure)]:
                rows.append(Line(label[:MOST_LETTERS], figure[:MOST_LETTERS]))
    return rows, ending[: 2 * MOST_LETTERS] if isinstance(ending, str) else ""
