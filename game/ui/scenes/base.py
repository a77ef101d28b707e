"""What every scene is: it lists widgets, answers intents, lets time pass; drawing it changes nothing."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

from game.port import Port
from game.ui.gateway import Away, Intent, Key, Press, Tap
from game.ui.keys import Keys
from game.ui.kit.base import Widget
from game.ui.kit.plain import FocusRing
from game.ui.layout import PERCENTS, Layout, layout
from game.ui.options import Options
from game.ui.saves import Saves
from game.ui.settings import KEY, Settings
from game.ui.sheet import Sheet
from game.ui.tree import at, beside, named, pressable

ARROWS = ("left", "right", "up", "down")


class Tune(NamedTuple):
    """What a scene sounds like: instruments over the room tone (-1 for silence), lit lamps, and whether all holds its breath."""

    layers: int = -1
    lit: int = 0
    still: bool = False


SILENCE = Tune()


class Sounds(Protocol):
    """Whoever makes the sounds."""

    def volumes(self, effects: int, music: int) -> None:
        """Play effects and music as loud as this, from 0 to 100."""

    def mute(self, muted: bool) -> None:  # noqa: FBT001 - one switch, named by the method
        """Be silent, or not."""

    def play(self, name: str, pan: float = 0.0, step: int = 0) -> None:
        """Play an effect."""


@dataclass
class Room:
    """What scenes share: port, options, layout and the settings, which may change while playing.

    `settings` are those in force; `kept` are those that are found again next time: without what was only asked for on the
    command line. `calm`, `reduced` and `keys` follow from the settings. `note` is a sentence that the title shows.
    """

    port: Port
    options: Options
    layout: Layout
    settings: Settings = field(default_factory=Settings)
    kept: Settings = field(default_factory=Settings)
    writes: bool = True
    note: str = ""
    sounds: Sounds | None = None
    calm: bool = False
    reduced: bool = False
    keys: Keys = field(default_factory=Keys)
    scale: float = 1.0
    result: Any = None
    taught: bool = False
    """Whether the lesson has been given or skipped since the window was opened."""
    saves: Saves = field(init=False)

    def __post_init__(self) -> None:
        self.saves = Saves(self.port)

    def sound(self, name: str, pan: float = 0.0, step: int = 0) -> None:
        """Play an effect by its name in `sound.names`, from the left (-1) to the right (1), if anybody makes sounds."""
        if self.sounds is not None:
            self.sounds.play(name, pan=pan, step=step)

    def change(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Settings have types of their own
        """Change settings, apply them and keep them for next time."""
        self.settings = replace(self.settings, **values)
        self.kept = replace(self.kept, **values)
        self.apply()
        if self.writes:
            self.port.put(KEY, self.kept.text())

    def apply(self) -> None:
        """Bring the settings to whoever lives by them."""
        chosen = self.settings
        self.calm = chosen.calm
        self.keys = Keys(chosen.keys)
        self.reduced = self.port.reduced_motion() if chosen.reduced is None else chosen.reduced
        self.layout = layout(self.layout.shape, chosen.percent)
        if self.sounds is not None:
            self.sounds.volumes(chosen.effects, chosen.music)
            self.sounds.mute(chosen.muted)

    def resize_text(self, step: int) -> None:
        """Choose the next larger (1) or smaller (-1) text size."""
        index = PERCENTS.index(self.settings.percent) + step
        if 0 <= index < len(PERCENTS):
            self.change(percent=PERCENTS[index])

    def set_calm(self, *, calm: bool) -> None:
        """Take the clock off the wall, or hang it up."""
        self.change(calm=calm)

    def turn_mute(self) -> None:
        """Mute, or let sound again."""
        self.change(muted=not self.settings.muted)


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

    def tune(self) -> Tune:
        """Give the music under the scene."""
        return SILENCE

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

    def adopt(self) -> None:
        """Take over settings that were changed elsewhere."""

    def behind(self, dt: float) -> None:
        """Let `dt` seconds pass for what goes on while another scene lies over this one."""

    def resume(self) -> None:
        """Go on after another scene lay over this one."""

    def _pressed(self, widget: Widget | None) -> "Scene | None":
        """Do what a thing stands for."""
        if widget is None:
            return None
        self.focus = widget.name
        if widget.action == "mute":
            self.room.turn_mute()
            return None
        if widget.action == "settings":
            from game.ui.scenes.settings import SettingsPage  # noqa: PLC0415 - that scene leads back here

            return SettingsPage(self.room, self)
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
        meant = self._carrier(widgets, key)
        if meant is not None:
            self.focus_seen = False
            return self._pressed(meant)
        if key in {"return", "space"} and here is not None:
            if self.focus_seen or self.answers_unseen():
                return self._pressed(here)
            self.focus_seen = key == "return"
        self._everywhere(key)
        return None

    def _carrier(self, widgets: list[Widget], key: str) -> Widget | None:
        """Give the thing that has this key printed on it, or else the one that has it besides."""
        things = [(widget, self.room.keys.presses(widget.action, widget.key)) for widget in reversed(pressable(widgets))]
        printed = next((widget for widget, keys in things if key in keys[:1]), None)
        return printed or next((widget for widget, keys in things if key in keys), None)

    def _everywhere(self, key: str) -> None:
        """Answer the keys that every scene has: mute, and the size of the text."""
        keys = self.room.keys
        if key == keys.of("mute"):
            self.room.turn_mute()
        elif key in {keys.of("larger"), keys.of("smaller")}:
            self.room.resize_text(1 if key == keys.of("larger") else -1)
            self.adopt()

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
