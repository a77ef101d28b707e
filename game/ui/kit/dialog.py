"""Dialogs as data: a title, a line, and buttons one of which is focused; laid out to fit any text size."""

from dataclasses import dataclass, replace

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Scrim, Words, button_width
from game.ui.layout import TARGET, Layout
from game.ui.palette import INK, SECOND_INK
from game.ui.text import line_height


@dataclass(frozen=True)
class Choice:
    """One button of a dialog."""

    name: str
    action: str
    key: str = ""
    main: bool = False


@dataclass(frozen=True)
class Dialog:
    """A question above the scene. `focus` names the choice that the keyboard starts on."""

    title: str
    line: str
    choices: tuple[Choice, ...]
    focus: str = ""

    @property
    def safe(self) -> bool:
        """Whether one of the choices is the usual one, so that Enter means it at once."""
        return any(choice.main for choice in self.choices)

    def widgets(self, layout: Layout, *, open_: bool = True) -> list[Widget]:
        """Lay the dialog out in the middle of the picture; its buttons are of equal size and missing while it is not `open_`."""
        canvas, type_ = layout.canvas, layout.type
        room = min(canvas.w - 24, 680 if not layout.large else 900)
        pad = 28 if layout.wide else 18
        inner = room - 2 * pad
        title_h = Words.height(self.title, "bold", type_.title, inner)
        line_h = Words.height(self.line, "text", type_.inside, inner) if self.line else 0
        most = max(button_width(choice.name, choice.key, type_.button) for choice in self.choices)
        beside = most * len(self.choices) + 16 * (len(self.choices) - 1) <= inner
        high = max(TARGET, line_height(type_.button) + 20)
        buttons_h = high if beside else high * len(self.choices) + 12 * (len(self.choices) - 1)
        total = pad + title_h + 10 + line_h + 24 + buttons_h + pad
        panel = Box((canvas.w - room) // 2, max(8, (canvas.h - total) // 2), room, total)
        y = panel.y + pad
        parts: list[Widget] = [Scrim(canvas), Panel(panel, self.title, "dialog", value=self.line)]
        heading = Words(Box(panel.x + pad, y, inner, title_h), self.title, "none", weight="bold", size=type_.title)
        parts.append(replace(heading, colour=INK))
        y += title_h + 10
        if self.line:
            place = Box(panel.x + pad, y, inner, line_h)
            parts.append(Words(place, self.line, "none", size=type_.inside, colour=SECOND_INK))
        y += line_h + 24
        if not open_:
            return parts
        row = Box(panel.x + pad, y, inner, buttons_h)
        boxes = row.columns(len(self.choices), 16) if beside else row.rows(len(self.choices), 12)
        for choice, box in zip(self.choices, boxes, strict=True):
            style = Button(box, choice.name, action=choice.action, key=choice.key, size=type_.button)
            parts.append(replace(style, style="main" if choice.main else "paper"))
        return parts
