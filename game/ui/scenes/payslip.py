"""The pay slip: the figures appear one by one, the ending's line closes it, and three ways lead on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import pygame

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.icons import icon
from game.ui.kit.plain import Button, Panel, Rule, Words, put_line
from game.ui.layout import TARGET, Layout
from game.ui.ledger import Line, lines
from game.ui.palette import BACK, INK, RESHARE, SECOND_INK, THANKS, Colour
from game.ui.scenes.base import Room, Scene
from game.ui.text import line, line_height, width, wrap
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play

EVERY = 0.4
SIGNS = {"thanked": ("tick", THANKS), "back": ("hourglass", BACK)}


@dataclass(frozen=True)
class SlipLine(Widget):
    """One line of the pay slip; where label and figure do not fit side by side the figure stands below."""

    role: str = "note"
    kind: str = "plain"
    size: int = 24
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, row: Line, size: int, room: int) -> int:
        """Give the height that a line needs."""
        step = line_height(size)
        if cls.fits(row.label, row.figure, row.kind, size, room):
            return step
        side = size if row.kind in SIGNS else 0
        label = wrap(row.label, "text", size, room - side)
        return step * (len(label) + len(wrap(row.figure, "figures bold", size, room)))

    @classmethod
    def fits(cls, label: str, figure: str, kind: str, size: int, room: int) -> bool:
        """Whether label and figure stand side by side."""
        side = size if kind in SIGNS else 0
        return side + width(label, "text", size) + width(figure, "figures bold", size) + size <= room

    def paint(self, surface: pygame.Surface, box: Box) -> None:
        """Write label and figure, with the sign of its kind."""
        step, left = line_height(self.size), box.x
        colour: Colour = INK
        if self.kind in SIGNS:
            sign, colour = SIGNS[self.kind]
            surface.blit(icon(sign, self.size - 4, colour), (left, box.y + (step - self.size) // 2 + 2))
            left += self.size
        if self.fits(self.name, self.value, self.kind, self.size, box.w):
            put_line(surface, line(self.name, "text", self.size, INK), Box(left, box.y, box.w, step))
            figure = line(self.value, "figures bold", self.size, colour)
            put_line(surface, figure, Box(box.x, box.y, box.w, step), "right")
            return
        y = box.y
        for text in wrap(self.name, "text", self.size, box.right - left):
            put_line(surface, line(text, "text", self.size, INK), Box(left, y, box.w, step))
            y += step
        for text in wrap(self.value, "figures bold", self.size, box.w):
            put_line(surface, line(text, "figures bold", self.size, colour), Box(box.x, y, box.w, step), "right")
            y += step


class PaySlip(Scene):
    """Shows `session.ledger`; what is not yet printed is not in the tree either."""

    name = "payslip"

    def __init__(self, room: Room, play: "Play") -> None:
        super().__init__(room)
        self.play = play
        self.ledger = play.ledger()
        self.rows = lines(self.ledger)
        self.age = 0.0
        self.page = 0
        self._percent = room.layout.percent
        self._shape = room.layout.shape
        room.result = self.result()
        self.focus_on(say("slip.new"))

    @property
    def shown(self) -> int:
        """How many lines are printed."""
        return min(len(self.rows), int(self.age / EVERY) + 1)

    @property
    def done(self) -> bool:
        """Whether all is printed."""
        return self.age >= EVERY * len(self.rows)

    def widgets(self) -> list[Widget]:
        """The slip, its lines, the ending, the buttons."""
        layout = self.room.layout
        panel, inner, buttons = self._places(layout)
        type_ = layout.type
        parts: list[Widget] = [Backdrop(layout.canvas, scene="night", layout=layout), Panel(panel, role="none")]
        title_h = line_height(type_.title)
        title = Box(inner.x, inner.y, inner.w, title_h)
        parts.append(Words(title, say("slip.title"), "heading", weight="bold", size=type_.title, colour=INK))
        y = title.bottom + 4
        parts.append(Rule(Box(inner.x, y, inner.w, 2)))
        y += 6
        pages = self._pages(layout, inner)
        self_page = min(self.page, len(pages) - 1)
        for index in pages[self_page]:
            if index == len(self.rows):
                parts.append(self._ending(Box(inner.x, y + 6, inner.w, inner.bottom - y - 6)))
                continue
            row = self.rows[index]
            high = SlipLine.height(row, type_.ledger, inner.w)
            if index < self.shown or self_page:
                place = Box(inner.x, y, inner.w, high)
                parts.append(SlipLine(place, row.label, value=row.figure, kind=row.kind, size=type_.ledger))
            y += high
        return parts + self._buttons(buttons, more=len(pages) > 1)

    def _ending(self, box: Box) -> Widget:
        """The ending's line, once all is printed."""
        text = self.ledger.ending if self.done or self.page else ""
        size = self.room.layout.type.ledger
        high = Words.height(text, "strong", size, box.w)
        return Words(box._replace(h=high), text, "status", weight="strong", size=size, colour=RESHARE)

    def _places(self, layout: Layout) -> tuple[Box, Box, Box]:
        """Give the sheet, its inside, and the row of buttons below it."""
        canvas = layout.canvas
        wide = min(canvas.w - 16, 860 if not layout.large else 1100)
        count = 4 if self.room.port.can_quit else 3
        high = max(TARGET, line_height(layout.type.button) + 16)
        rows = 1 if layout.wide else (count + 1) // 2
        below = high * rows + 10 * (rows - 1)
        buttons = Box((canvas.w - wide) // 2, canvas.h - below - 14, wide, below)
        panel = Box(buttons.x, 10, wide, buttons.y - 24)
        pad = 26 if layout.wide else 14
        return panel, Box(panel.x + pad, panel.y + 10, panel.w - 2 * pad, panel.h - 20), buttons

    def _pages(self, layout: Layout, inner: Box) -> list[list[int]]:
        """Share the lines out over pages; the ending counts as the last line."""
        size = layout.type.ledger
        space = inner.h - line_height(layout.type.title) - 12
        high = [SlipLine.height(row, size, inner.w) for row in self.rows]
        high.append(Words.height(self.ledger.ending, "strong", size, inner.w) + 8)
        pages: list[list[int]] = [[]]
        used = 0
        for index, tall in enumerate(high):
            if used + tall > space and pages[-1]:
                pages.append([])
                used = 0
            pages[-1].append(index)
            used += tall
        return pages

    def _buttons(self, box: Box, *, more: bool) -> list[Widget]:
        """The ways on; only those that lead somewhere."""
        size = self.room.layout.type.button
        names = [(say("slip.new"), "new", "n"), (say("slip.again"), "again", "a")]
        if more:
            names.append((say("slip.page"), "page", "m"))
        if self.room.port.can_quit:
            names.append((say("slip.quit"), "quit", "q"))
        if self.room.layout.wide:
            boxes = box.columns(len(names), 14)
        else:
            lines_ = box.rows((len(names) + 1) // 2, 10) if len(names) > 2 else [box._replace(h=max(TARGET, box.h))]  # noqa: PLR2004
            boxes = [cell for part in lines_ for cell in part.columns(2, 10)]
        return [
            Button(place, name, action=action, key=key, size=size, style="main" if action == "new" else "paper")
            for (name, action, key), place in zip(names, boxes, strict=False)
        ]

    def press(self, action: str) -> Scene | None:
        """Go on: a new tray, the same again, the next figures, or out."""
        if action == "page":
            pages = self._pages(self.room.layout, self._places(self.room.layout)[1])
            self.age = max(self.age, EVERY * len(self.rows))
            self.page = (self.page + 1) % len(pages)
            return None
        if action == "quit":
            self.close = True
            return None
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here, so it is named only when needed

        return Title(self.room, seed=self.play.seed + (action == "new"), wanted=True)

    def handle(self, intent: Any) -> Scene | None:  # noqa: ANN401 - as the base class: an Intent
        """Let the first tap or key print everything; only then do things answer."""
        from game.ui.gateway import Key, Tap  # noqa: PLC0415 - two names for one test

        if not self.done and isinstance(intent, Tap | Key):
            self.age = EVERY * len(self.rows)
            return None
        return super().handle(intent)

    def update(self, dt: float) -> Scene | None:
        """Print on."""
        if self.room.reduced:
            self.age = EVERY * len(self.rows)
        self.age += dt
        if (self._percent, self._shape) != (self.room.layout.percent, self.room.layout.shape):
            self._percent, self._shape = self.room.layout.percent, self.room.layout.shape
            self.page = 0
        return None

    def says(self) -> str:
        """Speak the ending once all is printed."""
        return self.ledger.ending if self.done else say("slip.title")

    def state(self) -> dict[str, Any]:
        """Tell whether all is printed."""
        return {"printed": self.done}

    def result(self) -> dict[str, Any]:
        """Give the figures to whoever reads the page."""
        return {
            "seed": self.play.seed,
            "outcome": self.play.session.outcome("you"),
            "digest": self.play.session.digest(),
            "figures": {row.label: row.figure for row in self.rows},
            "ending": self.ledger.ending,
        }
