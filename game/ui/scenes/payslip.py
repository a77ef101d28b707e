"""The pay slip: the figures appear one by one, the ending's line closes it, and three ways lead on."""

from typing import TYPE_CHECKING, Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Rule, Words
from game.ui.kit.slip import SlipLine
from game.ui.layout import TARGET, Layout
from game.ui.ledger import ending, lines
from game.ui.palette import INK, RESHARE
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play

EVERY = 0.4
READ = 0.6
"""Seconds after the last line before a button answers: a key that only hurried the printing must not throw the slip away."""


class PaySlip(Scene):
    """Shows `session.ledger`; what is not yet printed is not in the tree either."""

    name = "payslip"

    def __init__(self, room: Room, play: "Play") -> None:
        super().__init__(room)
        self.play = play
        self.ledger = play.ledger()
        self.rows = lines(self.ledger)
        self.ending = ending(self.ledger)
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
        pages = self._pages(layout, inner)
        spare = max(0, inner.h - max(self._used(layout, inner, page) for page in pages))
        panel = panel._replace(y=panel.y + spare // 2, h=panel.h - spare)
        inner = inner._replace(y=inner.y + spare // 2, h=inner.h - spare)
        buttons = buttons.moved(0, -(spare // 4))
        parts: list[Widget] = [Backdrop(layout.canvas, scene="night", layout=layout), Panel(panel, role="none")]
        title_h = line_height(type_.title)
        title = Box(inner.x, inner.y, inner.w, title_h)
        parts.append(Words(title, say("slip.title"), "heading", weight="bold", size=type_.title, colour=INK))
        y = title.bottom + 4
        parts.append(Rule(Box(inner.x, y, inner.w, 2)))
        y += 6
        page = min(self.page, len(pages) - 1)
        for index in pages[page]:
            if index == len(self.rows):
                parts.append(self._ending(Box(inner.x, y + 6, inner.w, inner.bottom - y - 6)))
                continue
            row = self.rows[index]
            high = SlipLine.height(row, type_.ledger, inner.w)
            if index < self.shown or page:
                place = Box(inner.x, y, inner.w, high)
                parts.append(SlipLine(place, row.label, value=row.figure, kind=row.kind, size=type_.ledger))
            y += high
        return parts + self._buttons(buttons, more=len(pages) > 1)

    def _ending(self, box: Box) -> Widget:
        """The ending's line, once all is printed."""
        text = self.ending if self.done or self.page else ""
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
        space = inner.h - line_height(layout.type.title) - 12
        high = self._heights(layout, inner)
        pages: list[list[int]] = [[]]
        used = 0
        for index, tall in enumerate(high):
            if used + tall > space and pages[-1]:
                pages.append([])
                used = 0
            pages[-1].append(index)
            used += tall
        return pages

    def _heights(self, layout: Layout, inner: Box) -> list[int]:
        """Give what each line, and last the ending, takes."""
        size = layout.type.ledger
        high = [SlipLine.height(row, size, inner.w) for row in self.rows]
        return [*high, Words.height(self.ending, "strong", size, inner.w) + 10]

    def _used(self, layout: Layout, inner: Box, page: list[int]) -> int:
        """Give the height that a page fills, its title included."""
        high = self._heights(layout, inner)
        return line_height(layout.type.title) + 12 + sum(high[index] for index in page)

    def _buttons(self, box: Box, *, more: bool) -> list[Widget]:
        """The ways on; only those that lead somewhere."""
        size = self.room.layout.type.button
        actions = [("new", "slip.new"), ("again", "slip.again")]
        if more:
            actions.append(("page", "slip.page"))
        if self.room.port.can_quit:
            actions.append(("quit", "slip.quit"))
        names = [(say(words), action, self.room.keys.of(action)) for action, words in actions]
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

        printed = EVERY * len(self.rows)
        if self.age < printed + READ and isinstance(intent, Tap | Key) and intent != Key(self.room.keys.of("mute")):
            self.age = max(self.age, printed)
            return None
        return super().handle(intent)

    def update(self, dt: float) -> Scene | None:
        """Print on."""
        if self.room.reduced:
            self.age = max(self.age, EVERY * len(self.rows))
        self.age += dt
        if (self._percent, self._shape) != (self.room.layout.percent, self.room.layout.shape):
            self._percent, self._shape = self.room.layout.percent, self.room.layout.shape
            self.page = 0
        return None

    def says(self) -> str:
        """Speak the ending once all is printed."""
        return self.ending if self.done else say("slip.title")

    def state(self) -> dict[str, Any]:
        """Tell whether all is printed."""
        return {"printed": self.done}

    def result(self) -> dict[str, Any]:
        """Give the figures to whoever reads the page."""
        return {
            "seed": self.play.seed,
            "outcome": self.play.session.outcome("you"),
            "figures": {row.label: row.figure for row in self.rows},
            "ending": self.ending,
        }
