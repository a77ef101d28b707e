"""The settings: one sheet of rows that can be changed by keys, mouse or finger, over whatever was on the screen before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from game.ui.box import Box
from game.ui.gateway import Intent, Key, Tap
from game.ui.keys import may_choose, shown
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.choices import Segment
from game.ui.kit.dialog import Choice, Dialog
from game.ui.kit.plain import Button, Panel, Rule, Words
from game.ui.kit.slider import Slider
from game.ui.layout import TARGET
from game.ui.palette import INK, SECOND_INK
from game.ui.saves import chosen, export
from game.ui.scenes.base import SILENCE, Room, Scene, Tune
from game.ui.scenes.settings_rows import CALM, GAP, MOTION, VOLUMES, Row, key_rows, setting_rows, sheets
from game.ui.settings import PRESETS, louder
from game.ui.text import line_height
from game.ui.tree import at, pressable
from game.ui.words import say

EDGE = 18
"""Between the edge of the sheet and what lies on it."""
BESIDE = 48
"""Between two columns of rows."""


SAMPLE = Tune(layers=2)
LISTED = 2
"""Between two keys."""


MOST = 680
"""The ways on together are no wider."""


class Places(NamedTuple):
    """Where everything on the sheet lies."""

    panel: Box
    title: Box
    sentence: Box
    pages: list[list[tuple[Row, Box]]]
    foot: Box


class SettingsPage(Scene):
    """Lies over the scene `below`, which stands still meanwhile and comes back as it was."""

    name = "settings"

    def __init__(self, room: Room, below: Scene) -> None:
        super().__init__(room)
        self.below = below
        self.of_keys = False
        self.asking = ""
        self.refused = ""
        self.said = ""
        self.spoken = ""
        self.trying = False
        self.anchor = ""
        self.focus_on(say("settings.back"))

    @property
    def sentence(self) -> str:
        """What stands below the title: what was just done, or how keys are changed."""
        return self.said or (say("settings.keys.hint") if self.of_keys else "")

    def widgets(self) -> list[Widget]:
        """A sheet with its title, a sentence where there is one to say, the rows of this page, and the ways on."""
        layout, places = self.room.layout, self._places()
        size, title = layout.type.meta, places.title
        heading = say("settings.keys" if self.of_keys else "settings.title")
        parts: list[Widget] = [
            Backdrop(layout.canvas, scene="night", layout=layout),
            Panel(places.panel, role="none"),
            Words(title, heading, "heading", weight="bold", size=layout.type.title, colour=INK),
            Rule(Box(title.x, title.bottom + 4, title.w, 2)),
        ]
        if self.sentence:
            colour = INK if self.said else SECOND_INK
            parts.append(Words(places.sentence, self.sentence, "status", size=size, colour=colour))
        number = self._page(places.pages)
        for row, box in places.pages[number]:
            parts += row.build(box)
        parts += self._foot(places.foot, number, len(places.pages))
        if self.asking:
            parts += self._question().widgets(layout)
        return parts

    def _places(self) -> Places:
        """Lay the sheet out: as many rows as fit between title and foot."""
        layout = self.room.layout
        canvas, type_ = layout.canvas, layout.type
        wide = min(canvas.w - 16, 1264 if layout.large else 1110)
        panel = Box((canvas.w - wide) // 2, 8, wide, canvas.h - 20)
        pad = 28 if layout.wide else EDGE
        inner = Box(panel.x + pad, panel.y + 8, panel.w - 2 * pad, panel.h - 8 - EDGE)
        title = inner._replace(h=line_height(type_.title))
        high = max(TARGET, line_height(type_.button) + 16)
        foot = Box(inner.x, inner.bottom - high, inner.w, high)
        y = title.bottom + GAP
        told = Words.height(self.sentence, "text", type_.meta, inner.w) if self.sentence else 0
        sentence = Box(inner.x, y, inner.w, told)
        y += told + (GAP if told else 0)
        count = 2 if layout.wide and (self.of_keys or not layout.large) else 1
        columns = Box(inner.x, y, inner.w, foot.y - GAP - y).columns(count, BESIDE)
        rows = (key_rows if self.of_keys else setting_rows)(self.room, columns[0].w)
        pages = sheets(rows, columns, LISTED if self.of_keys else GAP)
        return centred(Places(panel, title, sentence, pages, foot))

    def _page(self, pages: list[list[tuple[Row, Box]]]) -> int:
        """Give the number of the page that shows the row one was at."""
        return next((number for number, page in enumerate(pages) if any(row.key == self.anchor for row, _ in page)), 0)

    def _foot(self, box: Box, number: int, pages: int) -> list[Widget]:
        """The ways on: back, and the next page."""
        size = self.room.layout.type.button
        names = [(say("settings.back"), "done", self.room.keys.of("done"))]
        if pages > 1:
            names.append((say("settings.more"), "page", self.room.keys.of("page")))
        value = {"page": say("settings.page", page=number + 1, pages=pages)}
        boxes = box._replace(w=min(box.w, MOST)).columns(2, 14)
        buttons = [
            Button(place, name, action=action, key=key, size=size, value=value.get(action, ""))
            for (name, action, key), place in zip(names, boxes, strict=False)
        ]
        return [replace(buttons[0], style="main"), *buttons[1:]]

    def _question(self) -> Dialog:
        """Ask for the new key."""
        line = self.refused or say("settings.keys.line")
        title = say("settings.keys.ask", action=say("action." + self.asking))
        return Dialog(title, line, (Choice(say("cancel"), "cancel", self.room.keys.of("cancel"), main=True),), say("cancel"))

    def handle(self, intent: Intent) -> Scene | None:
        """Take a key that was asked for, and a tap on a slider where it hits the rail; the rest as everywhere."""
        if self.asking and isinstance(intent, Key):
            self._answer(intent.name)
            return None
        if isinstance(intent, Tap):
            hit = at(self.widgets(), intent.x, intent.y)
            if isinstance(hit, Slider):
                self.focus_seen = False
                self.focus_on(hit.name)
                self._set_volume(what_of(hit), hit.share_at(intent.x))
                return None
        return super().handle(intent)

    def press(self, action: str) -> Scene | None:
        """Change what a row stands for, or go on."""
        if action == "done" and not self.of_keys:
            self.below.resume()
            return self.below
        what, _, value = action.partition(":")
        ways: dict[str, Callable[[], None]] = {
            "done": self._leave_keys,
            "cancel": self._forget,
            "keys": self._show_keys,
            "reset": self._reset,
            "file": self._save_file,
            "load": self.room.port.ask_file,
            "page": self._turn,
        }
        if what in ways:
            ways[what]()
            return None
        self.said = self.spoken = ""
        self.trying = False
        self.anchor = action if what == "key" else what
        setters: dict[str, Callable[[str], None]] = {
            "preset": self._preset,
            "percent": lambda text: self.room.change(percent=int(text)),
            "pace": self._pace,
            "motion": lambda name: self.room.change(reduced=dict(MOTION)[name]),
            "key": self._ask,
        }
        if what in VOLUMES:
            self._set_volume(what, louder(getattr(self.room.settings, what), int(value)))
        else:
            setters[what](value)
        self.adopt()
        return None

    def _save_file(self) -> None:
        """Hand the play-through out as a file, and say where it is."""
        play = self.room.saves.latest
        if play is not None:
            self.said = self.spoken = export(self.room, play) or say("settings.file.said")

    def adopt(self) -> None:
        """Let the scene below take over what was changed."""
        self.below.adopt()

    def update(self, dt: float) -> Scene | None:
        """Let go on below only what does not need eyes; a file that was chosen is laid out."""
        self.below.behind(dt)
        return chosen(self.room)

    def tune(self) -> Tune:
        """Let some music be heard while its volume is being chosen."""
        return SAMPLE if self.trying else SILENCE

    def says(self) -> str:
        """Speak the question, what was done, or what this is."""
        if self.asking:
            question = self._question()
            return f"{question.title} {question.line}"
        return self.spoken or self.sentence or say("settings.title")

    def state(self) -> dict[str, Any]:
        """Tell what lies below and which key is asked for."""
        return {"below": self.below.name, "asking": self.asking}

    def _walk(self, widgets: list[Widget], here: Widget | None, key: str) -> None:
        """Let left and right change a slider and choose among answers; otherwise move the focus."""
        if self.focus_seen and key in {"left", "right"}:
            if isinstance(here, Slider):
                self._set_volume(what_of(here), here.stepped("left" if key == "left" else "right"))
                return
            if isinstance(here, Segment):
                answers = [widget for widget in pressable(widgets) if what_of(widget) == what_of(here)]
                index = answers.index(here) + (1 if key == "right" else -1)
                if 0 <= index < len(answers):
                    self._pressed(answers[index])
                    return
        super()._walk(widgets, here, key)

    def _set_volume(self, what: str, share: int) -> None:
        """Make effects or music so loud."""
        self.room.change(**{what: share})
        self.said = ""
        self.trying = what == "music"
        if what == "effects":
            self.room.sound("button")
        self.spoken = f"{say('settings.' + what)}: {say('settings.volume', share=share)}"

    def _pace(self, name: str) -> None:
        """Choose a pace, or none."""
        if name == CALM:
            self.room.change(calm=True)
        else:
            self.room.change(calm=False, pace=name)

    def _preset(self, name: str) -> None:
        """Set several things at once and say which."""
        self.room.change(**PRESETS[name])
        self.said = say(f"settings.preset.{name}.said")

    def _show_keys(self) -> None:
        """Turn to the keys."""
        self.of_keys, self.said, self.spoken, self.anchor = True, "", "", ""
        self.focus_on(say("settings.back"))

    def _leave_keys(self) -> None:
        """Turn back to the settings."""
        self.of_keys, self.said, self.spoken, self.anchor = False, "", "", "keys"
        self.focus_on(say("settings.keys"))

    def _turn(self) -> None:
        """Show the next page."""
        pages = self._places().pages
        self.anchor = pages[(self._page(pages) + 1) % len(pages)][0][0].key

    def _reset(self) -> None:
        """Give every action its usual key."""
        self.room.change(keys=())
        self.said = say("settings.keys.usual")

    def _ask(self, action: str) -> None:
        """Ask for the new key of an action."""
        self.asking, self.refused = action, ""
        self.focus_on(say("cancel"))

    def _forget(self) -> None:
        """Ask no longer, and put the keyboard back on the row."""
        self.focus_on(say("action." + self.asking))
        self.asking = ""

    def _answer(self, key: str) -> None:
        """Take the new key, unless it is one that stays as it is; Escape takes the question back."""
        if key == "escape":
            self._forget()
        elif may_choose(key):
            self.said = self._bind(self.asking, key)
            self._forget()
            self.adopt()
        else:
            self.refused = say("settings.keys.fixed", key=shown(key))

    def _bind(self, action: str, key: str) -> str:
        """Give an action its new key; what had the key gets the old one. Gives the sentence that says so."""
        old, other = self.room.keys.of(action), self.room.keys.holder(key)
        self.room.change(keys=self.room.keys.given(action, key).changed)
        words = {"action": say("action." + action), "key": shown(key)}
        if other in {"", action}:
            return say("settings.keys.done", **words)
        return say("settings.keys.swapped", **words, other=say("action." + other), old=shown(old))


def centred(places: Places) -> Places:
    """Take away what the longest page leaves free, half of it above the sheet."""
    spare = places.foot.y - GAP * 2 - max(box.bottom for page in places.pages for _, box in page)
    if spare <= 0:
        return places
    down = spare // 2
    pages = [[(row, box.moved(0, down)) for row, box in page] for page in places.pages]
    panel = places.panel._replace(y=places.panel.y + down, h=places.panel.h - spare)
    title, sentence = places.title.moved(0, down), places.sentence.moved(0, down)
    return Places(panel, title, sentence, pages, places.foot.moved(0, down - spare))


def what_of(widget: Widget) -> str:
    """Give the setting that a slider or an answer belongs to."""
    return widget.action.partition(":")[0]
