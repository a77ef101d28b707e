"""Hands at the desk: a real app on a small real world, worked by real pygame events and read through its tree."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame

from game.port import Node, assets_path
from game.port.desktop import Desktop
from game.scenario import Mix, Scenario
from game.scenario.load import load_level
from game.ui.app import App
from game.ui.kit.base import Widget
from game.ui.options import Options

FRAME = 1 / 30
PATIENCE = 6_000


@lru_cache(maxsize=1)
def small_tray() -> Scenario:
    """The first level with ten papers, in a small town with a short past, no lesson, nothing planned and a short night."""
    level = load_level("the-tray", assets_path() / "levels")
    shift = replace(
        level.shift, cards=10, mix=Mix(worthy=3, bait=5, so_so=2), overtime_cards=2, least_handled=7, burn_in_days=0.6,
        night_hours=3.0,
    )  # fmt: skip
    return replace(level, world={**level.world, "accounts": 240}, shift=shift, lesson=(), schedule=())


@lru_cache(maxsize=1)
def taught_tray() -> Scenario:
    """The same with its lesson."""
    level = load_level("the-tray", assets_path() / "levels")
    return replace(small_tray(), lesson=level.lesson)


class Hands:
    """One app; keys, mouse and fingers go in as pygame's own events."""

    def __init__(self, folder: Path, **options: Any) -> None:  # noqa: ANN401 - whatever Options takes
        pygame.display.init()
        pygame.event.clear()
        self.port = Desktop(folder)
        options.setdefault("scenario", small_tray())
        self.app = App(Options(**options), self.port)

    def run(self, seconds: float = FRAME) -> None:
        """Let time pass."""
        for _ in range(max(1, round(seconds / FRAME))):
            self.app.frame(FRAME)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something."""
        for _ in range(PATIENCE):
            if true():
                return
            self.app.frame(FRAME)
        raise AssertionError(f"it did not happen; this is {self.scene}: {[node['name'] for node in self.tree()]}")

    def to_desk(self) -> "Hands":
        """Clock in by key and wait for the first card."""
        self.key("return")
        self.until(lambda: self.scene == "desk" and bool(self.state["card"]))
        return self

    @property
    def scene(self) -> str:
        """The scene's name."""
        return self.app.scene.name

    @property
    def state(self) -> dict[str, Any]:
        """What the scene tells tests."""
        return self.app.scene.state()

    def tree(self) -> list[Node]:
        """What is on the screen, as it was published."""
        return list(self.port.published["tree"])

    def node(self, name: str) -> Node:
        """The thing of this name."""
        found = [node for node in self.tree() if node["name"] == name]
        assert found, f"no {name!r} among {[node['name'] for node in self.tree()]}"
        return found[0]

    def there(self, name: str) -> bool:
        """Whether a thing of this name is on the screen."""
        return any(node["name"] == name for node in self.tree())

    def widgets(self) -> list[Widget]:
        """What the scene draws."""
        return self.app.scene.view()

    def key(self, name: str) -> None:
        """Press a key and let a frame pass."""
        typed = name if len(name) == 1 else ""
        code = pygame.key.key_code({"+": "=", "-": "-"}.get(name, name))
        self.post(pygame.KEYDOWN, key=code, unicode=typed, mod=0)

    def press(self, name: str) -> None:
        """Press the key that is printed on the thing of this name."""
        self.key(self.node(name)["key"])

    def click(self, name: str) -> None:
        """Click on the thing of this name."""
        self.post(pygame.MOUSEBUTTONDOWN, button=1, pos=self._middle(name), touch=False)

    def tap(self, name: str) -> None:
        """Put a finger on the thing of this name; the made-up mouse follows, as it does on every system."""
        self._touch(*self._middle(name))

    def tap_at(self, x: int, y: int) -> None:
        """Put a finger on a point of the picture."""
        place = self.app.screen.place
        self._touch(round(place.x + x * place.scale), round(place.y + y * place.scale))

    def _touch(self, x: int, y: int) -> None:
        """Put a finger on a point of the window."""
        width, height = self.app.screen.window.get_size()
        pygame.event.post(pygame.event.Event(pygame.FINGERDOWN, x=x / width, y=y / height, finger_id=0, touch_id=0))
        self.post(pygame.MOUSEBUTTONDOWN, button=1, pos=(x, y), touch=True)

    def post(self, kind: int, **fields: Any) -> None:  # noqa: ANN401 - pygame's own fields
        """Post one event and let a frame pass."""
        pygame.event.post(pygame.event.Event(kind, **fields))
        self.run()

    def _middle(self, name: str) -> tuple[int, int]:
        """The middle of a thing, in window pixels."""
        node, place = self.node(name), self.app.screen.place
        x, y = node["x"] + node["w"] / 2, node["y"] + node["h"] / 2
        return round(place.x + x * place.scale), round(place.y + y * place.scale)
