"""The program's one loop: a frame at a time it takes intents, lets time pass, draws what changed and tells the page."""

import time
import traceback
from dataclasses import replace
from typing import Any

import pygame

from game.port import Node, Port, port
from game.ui.gateway import Away, Close, Gateway, Intent, Resize
from game.ui.kit.painter import Painter
from game.ui.options import Options
from game.ui.scenes.base import SILENCE, Room, Scene, Tune
from game.ui.scenes.error import Jam
from game.ui.scenes.notice import Notice
from game.ui.scenes.title import Title
from game.ui.screen import Screen
from game.ui.settings import find
from game.ui.sound.player import Sounds
from game.ui.tree import nodes
from game.ui.words import say

DAILY = "daily"
"""The order for the tray that everybody has today."""
LONGEST = 0.1
"""Seconds that one frame may count for; a hidden tab or a slow machine must not make time jump."""


class App:
    """One window from its opening to its end. `frame` does everything between two pictures."""

    def __init__(self, options: Options, outside: Port) -> None:
        self.port = outside
        query = outside.query()
        self.options = options.asked(query)
        if self.options.order == DAILY and "seed" not in query and not options.order:
            self.options = replace(self.options, seed=outside.today())  # asked for by an address that names no tray
        found = find(outside)
        settings = self.options.over(found.settings)
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("In Tray")
        self.screen = Screen(outside, settings.percent, self.options.layout)
        self.gateway = Gateway(self.screen.place, self.screen.window.get_size())
        self.painter = Painter()
        self.room = Room(outside, self.options, self.screen.layout, settings, found.settings, found.mine, found.note)
        self.room.scale = self.screen.sheet.scale
        self.sounds = Sounds()
        self.room.sounds = self.sounds
        self.room.apply()
        outside.when_away(self.room.saves.flush)
        self.scene = self._first()
        self.frames = 0
        self.running = True
        self._nodes: list[Node] = []
        self._told: tuple[Any, ...] = ()
        self._hidden = False
        self._tune = SILENCE

    def _first(self) -> Scene:
        """Give the scene to open with."""
        if self.options.run == "headless":
            from game.ui.scenes.headless import Headless  # noqa: PLC0415 - only when asked for

            return Headless(self.room)
        return Title(self.room, data=self.options.file or None)

    def frame(self, dt: float) -> None:
        """Do one frame; whatever breaks in it is shown, and the way out with it."""
        try:
            self._frame(min(LONGEST, dt))
        except Exception:
            if isinstance(self.scene, Jam):
                raise
            self.room.saves.forget()
            self.scene = Jam(self.room, traceback.format_exc())
            self._show()

    def _frame(self, dt: float) -> None:
        """Take intents, let time pass, show."""
        if self.screen.look():
            self._placed()
        for intent in self.gateway.intents(pygame.event.get()):
            self.take(intent)
        for name in self.port.pressed():
            self._take_press(name)
        hidden = self.port.hidden()
        if hidden and not self._hidden:
            self.scene.away()
            self.sounds.pause(True)  # at once: a hidden page gets no more frames
        self._hidden = hidden
        if self.options.fail == "frame" and self.frames > 2 and not isinstance(self.scene, Jam):  # noqa: PLR2004
            self.options = replace(self.options, fail="")
            raise RuntimeError("a frame was asked to fail (?fail=frame)")
        self._go(self.scene.update(dt))
        self._keep(dt)
        self._sound(self.scene.tune(), dt)
        self._show()
        if not self.running:
            self.room.saves.flush()

    def _keep(self, dt: float) -> None:
        """Keep what was done since the last time; say once if that is refused."""
        self.room.saves.update(dt, getattr(self.scene, "step", 0) or None)
        if self.room.saves.news():
            self.scene = Notice(self.room, self.scene, say("storage.title"), say("storage.line"))

    def _sound(self, tune: Tune, dt: float) -> None:
        """Let the scene's music be heard, and what was asked for since the last frame."""
        if tune != self._tune:
            self._tune = tune
            self.sounds.music(tune.layers)
            self.sounds.lamps(tune.lit)
        self.sounds.pause(tune.still or self._hidden)
        self.sounds.update(dt)

    def take(self, intent: Intent) -> None:
        """Give an intent to the window or to the scene."""
        if isinstance(intent, Away):
            self.room.saves.flush()
        if isinstance(intent, Close):
            self.running = False
        elif isinstance(intent, Resize):
            if self.screen.resized(intent.width, intent.height):
                self._placed()
        else:
            if not isinstance(intent, Away):
                self.sounds.wake()  # a browser lets a page sound only after a click or a key
            self._go(self.scene.handle(intent))
            if self.room.layout.percent != self.screen.percent:
                self.screen.percent = self.room.layout.percent

    def _take_press(self, name: str) -> None:
        """Give a press from the page's readable copy to the scene."""
        from game.ui.gateway import Press  # noqa: PLC0415 - one use

        self.take(Press(name))

    def _placed(self) -> None:
        """Follow a picture that was made anew."""
        from game.ui.kit.backdrops import forget_backdrops  # noqa: PLC0415 - one use
        from game.ui.kit.base import forget_pictures  # noqa: PLC0415 - as above

        forget_backdrops()
        forget_pictures()
        self.painter.forget()
        self.room.layout = self.screen.layout
        self.room.scale = self.screen.sheet.scale
        self.gateway.place = self.screen.place
        self.gateway.window = self.screen.window.get_size()

    def _go(self, scene: Scene | None) -> None:
        """Change to the scene that follows, if one does."""
        if scene is not None:
            self.scene = scene
        if self.scene.close:
            self.running = False

    def _show(self) -> None:
        """Draw what changed and tell the page."""
        widgets = self.scene.view()
        places = self.painter.show(self.screen.sheet, widgets)
        self.screen.show(places)
        self.frames += 1
        self.port.frame(self.frames)
        if places:
            focused = self.scene.focus if self.scene.focus_seen else ""
            self._nodes = nodes(widgets, self.screen.page, focused)
        self._tell()

    def _tell(self) -> None:
        """Publish tree, scene and state when something in them changed."""
        scene = self.scene
        told = (scene.name, self._nodes, scene.state(), scene.says(), self.room.result)
        if told == self._told:
            return
        self._told = told
        name, tree, state, says, result = told
        self.port.publish({"scene": name, "tree": tree, "state": state, "result": result})
        self.port.mirror(tree, says)


async def main(options: Options | None = None) -> None:
    """Run until the window closes. The browser's `main.py` awaits this, the command line runs it."""
    outside = port()
    app = App(options or Options(), outside)
    last = time.perf_counter()
    while app.running:
        await outside.next_frame()
        now = time.perf_counter()
        app.frame(now - last)
        last = now
        if app.options.frames and app.frames >= app.options.frames:
            break
    app.sounds.close()
    pygame.display.quit()
