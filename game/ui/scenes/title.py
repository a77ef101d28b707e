"""The title: a dark office, a lamp, a tray with a brass plate, one button; behind it the town writes tonight's post."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.ui.box import Box
from game.ui.kit.backdrops import Backdrop, prepare
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Plate, Progress, Words, button_width
from game.ui.layout import TARGET
from game.ui.palette import OLD_PAPER, PAPER
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play

FULL = 100
AHEAD = 12
"""In this frame the desk's backdrop is painted, long before it is needed."""


class Title(Scene):
    """Runs the burn-in in slices. `wanted` is true once the player has clocked in; the desk follows as soon as it can."""

    name = "title"

    def __init__(self, room: Room, *, seed: int | None = None, wanted: bool = False) -> None:
        super().__init__(room)
        self.seed = room.options.seed if seed is None else seed
        self.wanted = wanted
        self.play: Play | None = None
        self.frames = 0
        self.focus_on(say("title.start"))

    @property
    def share(self) -> int:
        """How much of the burn-in is done, in hundredths."""
        return int(self.play.ready * 100) if self.play else 0

    def widgets(self) -> list[Widget]:
        """Plate on the tray, one button, one small switch, one line of what is going on."""
        layout = self.room.layout
        type_, canvas = layout.type, layout.canvas
        middle = canvas.w // 2
        wide = min(canvas.w - 32, 420 if layout.wide else 320)
        plate = Box(middle - wide // 2, canvas.h * 58 // 100, wide, line_height(type_.title) + 24)
        parts: list[Widget] = [Backdrop(canvas, scene="title", layout=layout)]
        parts.append(Plate(plate, say("title.plate"), "heading", size=type_.title))
        line_room = min(canvas.w - 64, 900)
        text = self.room.note or say("title.line")
        line_h = Words.height(text, "text", type_.inside, line_room)
        line_box = Box(middle - line_room // 2, plate.y - line_h - 96, line_room, line_h)
        if not (self.wanted and layout.large):
            parts.append(Words(line_box, text, "note", size=type_.inside, colour=PAPER, align="centre"))
        y = plate.bottom + 22
        high = max(TARGET + 8, line_height(type_.button) + 22)
        if self.wanted:
            parts += self._waiting(Box(middle - line_room // 2, y, line_room, canvas.bottom - y))
            return parts
        start_w = min(canvas.w - 32, max(240, button_width(say("title.start"), "return", type_.button + 4)))
        start = Button(Box(middle - start_w // 2, y, start_w, high), say("title.start"), action="start", key="return")
        parts.append(replace(start, size=type_.button + 4, style="main"))
        y += high + 14
        small = self._small(y, middle)
        parts += small
        words = say("title.ready") if self.share >= FULL else say("title.burn", share=self.share)
        foot = Box(16, canvas.bottom - line_height(type_.meta) - 10, canvas.w - 32, line_height(type_.meta))
        if foot.y >= max(widget.box.bottom for widget in small):
            parts.append(Words(foot, words, "status", size=type_.meta, colour=OLD_PAPER, align="centre"))
        return parts

    def _waiting(self, box: Box) -> list[Widget]:
        """Say how far the burn-in is, in words and as a filling tube."""
        type_ = self.room.layout.type
        words = say("title.wait", share=self.share)
        high = Words.height(words, "text", type_.inside, box.w)
        bar = Box(box.x + box.w // 6, box.y + high + 16, box.w * 2 // 3, 22)
        return [
            Words(Box(box.x, box.y, box.w, high), words, "status", size=type_.inside, colour=PAPER, align="centre"),
            Progress(bar, role="none", share=self.share),
        ]

    def _small(self, y: int, middle: int) -> list[Widget]:
        """Give the small switches: the clock, the text size, the settings and, where it can, the way out."""
        layout = self.room.layout
        size = layout.type.meta
        high = max(TARGET, line_height(size) + 12)
        actions = [
            (say("title.calm.on" if self.room.calm else "title.calm.off"), "calm"),
            (say("tool.smaller"), "smaller"),
            (say("tool.larger"), "larger"),
            (say("tool.settings"), "settings"),
        ]
        if self.room.port.can_quit:
            actions.append((say("title.quit"), "quit"))
        names = [(name, action, self.room.keys.of(action)) for name, action in actions]
        shown = {"smaller": "A-", "larger": "A+"}
        widths = [TARGET + size * 2 if action in shown else button_width(name, key, size) for name, action, key in names]
        gap = 12
        x = middle - (sum(widths) + gap * (len(widths) - 1)) // 2
        if x < 8:  # noqa: PLR2004 - margin: on a phone the switches take two rows
            return self._two_rows(names, shown, y, high)
        parts: list[Widget] = []
        for (name, action, key), wide in zip(names, widths, strict=True):
            word = shown.get(action, "")
            place = Box(x, y, wide, high)
            parts.append(Button(place, name, action=action, key=key, size=size, style="quiet", word=word, hint=not word))
            x += wide + gap
        return parts

    def _two_rows(self, names: list[tuple[str, str, str]], shown: dict[str, str], y: int, high: int) -> list[Widget]:
        """Lay the clock's switch above, the rest below it."""
        canvas, size = self.room.layout.canvas, self.room.layout.type.meta
        first = Box(16, y, canvas.w - 32, high)
        boxes = [first, *Box(16, y + high + 10, canvas.w - 32, high).columns(len(names) - 1, 10)]
        rest = [
            Button(box, name, action=action, key=key, size=size, style="quiet", word=shown.get(action, ""), hint=False)
            for (name, action, key), box in zip(names, boxes, strict=True)
        ]
        return [replace(button, sign="settings") if button.action == "settings" else button for button in rest]

    def press(self, action: str) -> Scene | None:
        """Clock in, or change a setting."""
        if action == "start":
            self.wanted = True
            return self._desk()
        if action == "calm":
            self.room.set_calm(calm=not self.room.calm)
            self.focus_on(say("title.calm.on" if self.room.calm else "title.calm.off"))
        elif action in {"smaller", "larger"}:
            self.room.resize_text(1 if action == "larger" else -1)
        elif action == "quit":
            self.close = True
        return None

    def update(self, dt: float) -> Scene | None:  # noqa: ARG002 - the burn-in counts steps, not seconds
        """Show one picture first; then build the world, then run the burn-in slice by slice."""
        self.frames += 1
        if self.frames < 3:  # noqa: PLR2004 - the first picture is on the glass before the world is built
            return None
        if self.frames == AHEAD:
            prepare("desk", self.room.layout, self.room.scale)
        elif self.play is None:
            self.play = new_play(self.room, self.seed)
        elif self.play.ready < 1.0:
            self.play.warm_up(hurry=self.wanted)
        return self._desk()

    def behind(self, dt: float) -> None:
        """Go on with the burn-in."""
        self.update(dt)

    def _desk(self) -> Scene | None:
        """Give the desk if it is wanted and ready."""
        if not self.wanted or self.play is None or self.play.ready < 1.0:
            return None
        from game.ui.scenes.desk import Desk  # noqa: PLC0415 - after the first picture

        self.play.set_calm(calm=self.room.calm)  # they may have been chosen after the world was begun
        self.play.set_pace(self.room.settings.pace)
        return Desk(self.room, self.play)

    def says(self) -> str:
        """Speak when the desk is ready, or every tenth of the wait."""
        if not self.wanted:
            return self.room.note or say("title.line")
        return say("title.wait", share=self.share // 10 * 10)

    def state(self) -> dict[str, Any]:
        """Tell how far the burn-in is."""
        return {"ready": self.share}


def new_play(room: Room, seed: int) -> "Play":
    """Build the world for a seed: the first thing that needs the engine, so the engine is imported here."""
    from game.ui.levels import scenario_for, words_for  # noqa: PLC0415 - numpy and the engine come after the first picture
    from game.ui.play import Play  # noqa: PLC0415 - as above

    return Play(scenario_for(room.options), words_for(room.options), seed, calm=room.calm)
