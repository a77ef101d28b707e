"""What every scene is: it lists widgets, answers intents, lets time pass; drawing it changes nothing."""

from dataclasses import dataclass
from typing import Any

from game.port import Port
from game.ui.gateway import Away, Intent, Key, Press, Tap
from game.ui.kit.base import Widget
from game.ui.kit.plain import FocusRing
from game.ui.layout import PERCENTS, Layout, layout
from game.ui.options import Options, settings_text
from game.ui.sheet import Sheet
from game.ui.tree import at, beside, named, pressable

ARROWS = ("left", "right", "up", "down")


@dataclass
class Room:
    """What scenes share: port, options, layout, and the two settings that may change while playing."""

    port: Port
    options: Options
    layout: Layout
    calm: bool = False
    reduced: bool = False
    scale: float = 1.0
    result: Any = None

    def resize_text(self, step: int) -> None:
        """Choose the next larger (1) or smaller (-1) text size."""
        index = PERCENTS.index(self.layout.percent) + step
        if 0 <= index < len(PERCENTS):
            self.layout = layout(self.layout.shape, PERCENTS[index])
            self.keep()

    def set_calm(self, *, calm: bool) -> None:
        """Choose the pace."""
        self.calm = calm
        self.keep()

    def keep(self) -> None:
        """Keep the settings for next time."""
        self.port.put("settings", settings_text(self.layout.percent, calm=self.calm))


class Scene:
    """Subclasses give `widgets`, `press` and, where time matters, `update`."""

    name = "scene"
    close = False

    def __init__(self, room: Room) -> None:
        self.room = room
        self.focus = ""
        self.focus_seen = False

    def widgets(self) -> list[Widget]:
        """List everything on the screen, the backdrop first, upper things later."""
        raise NotImplementedError

    def press(self, action: str) -> "Scene | None":
        """Do what a pressed thing stands for; a scene, if another one follows."""
        raise NotImplementedError

    def update(self, dt: float) -> "Scene | None":  # noqa: ARG002 - most scenes stand still
        """Let `dt` seconds pass; a scene, if another one follows."""
        return None

    def away(self) -> None:
        """Take note that nobody is looking."""

    def says(self) -> str:
        """Give the sentence that a screen reader speaks when it changes."""
        return ""

    def state(self) -> dict[str, Any]:
        """Give what tests read besides the tree."""
        return {}

    def view(self) -> list[Widget]:
        """Give the widgets and, where the keyboard is used, the ring round the focused one."""
        widgets = self.widgets()
        if self.focus_seen:
            here = named(widgets, self.focus)
            if here is not None:
                widgets.append(FocusRing(here.box))
        return widgets

    def draw(self, surface: Sheet) -> None:
        """Draw everything."""
        for widget in self.view():
            widget.draw(surface)

    def handle(self, intent: Intent) -> "Scene | None":
        """Answer one intent."""
        if isinstance(intent, Tap):
            self.focus_seen = False
            hit = at(self.widgets(), intent.x, intent.y)
            return self._pressed(hit)
        if isinstance(intent, Press):
            return self._pressed(named(self.widgets(), intent.name))
        if isinstance(intent, Key):
            return self._key(intent.name)
        if isinstance(intent, Away):
            self.away()
        return None

    def focus_on(self, name: str) -> None:
        """Put the keyboard on the thing of this name."""
        self.focus = name

    def answers_unseen(self) -> bool:
        """Whether Enter may press what has the focus before the ring was shown; if not, the first Enter shows it."""
        return True

    def _pressed(self, widget: Widget | None) -> "Scene | None":
        """Do what a thing stands for."""
        if widget is None:
            return None
        self.focus = widget.name
        return self.press(widget.action)

    def _key(self, key: str) -> "Scene | None":
        """Answer a key: the thing that carries it, else the keys that every scene has."""
        widgets = self.widgets()
        here = named(widgets, self.focus)
        if key in ARROWS or key in {"tab", "back tab"}:
            self._walk(widgets, here, key)
            return None
        if key == "return" and here is not None and (self.focus_seen or here.key in {"", "return"}):
            return self._pressed(here)
        for widget in reversed(pressable(widgets)):
            if key in keys_of(widget):
                self.focus_seen = False
                return self._pressed(widget)
        if key in {"return", "space"} and here is not None:
            if self.focus_seen or self.answers_unseen():
                return self._pressed(here)
            self.focus_seen = key == "return"
        if key in {"+", "-"}:
            self.room.resize_text(1 if key == "+" else -1)
        return None

    def _walk(self, widgets: list[Widget], here: Widget | None, key: str) -> None:
        """Move the focus; the first move only shows it."""
        things = pressable(widgets)
        if not things:
            return
        if here is None:
            self.focus = things[0].name
        elif key in ARROWS:
            self.focus = beside(widgets, here, key).name if self.focus_seen else here.name
        else:
            step = 1 if key == "tab" else -1
            self.focus = things[(things.index(here) + step) % len(things)].name
        self.focus_seen = True


ALSO = {"w": ("w", "space"), "p": ("p", "escape")}
"""Keys that do the same as the one printed."""


def keys_of(widget: Widget) -> tuple[str, ...]:
    """Give every key that presses a thing."""
    return ALSO.get(widget.key, (widget.key,)) if widget.key else ()
