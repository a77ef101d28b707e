"""A sentence that lies over a scene until it was read; the scene below stands still meanwhile."""

from typing import Any

from game.ui.kit.base import Widget
from game.ui.kit.dialog import Choice, Dialog
from game.ui.scenes.base import Room, Scene
from game.ui.words import say


class Notice(Scene):
    """Says one thing and goes back to the scene `below`."""

    name = "notice"

    def __init__(self, room: Room, below: Scene, title: str, line: str) -> None:
        super().__init__(room)
        self.below = below
        self.dialog = Dialog(title, line, (Choice(say("storage.on"), "on", "return", main=True),), say("storage.on"))
        self.focus_on(say("storage.on"))

    def widgets(self) -> list[Widget]:
        """The scene below, and the sentence over it."""
        return [*self.below.widgets(), *self.dialog.widgets(self.room.layout)]

    def press(self, action: str) -> Scene | None:
        """Go back."""
        if action != "on":
            raise ValueError(f"nothing here answers to {action!r}")
        self.below.resume()
        return self.below

    def adopt(self) -> None:
        """Let the scene below take over what was changed."""
        self.below.adopt()

    def update(self, dt: float) -> Scene | None:
        """Let go on below only what does not need eyes."""
        self.below.behind(dt)
        return None

    def says(self) -> str:
        """Speak the sentence."""
        return f"{self.dialog.title} {self.dialog.line}"

    def state(self) -> dict[str, Any]:
        """Tell what lies below."""
        return {"below": self.below.name}
