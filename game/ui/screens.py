"""Pictures of every scene in both layouts, taken from a real shift: `python -m game.ui.screens FOLDER [PERCENT ...]`."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.port.desktop import Desktop
from game.ui.app import App
from game.ui.gateway import Key
from game.ui.layout import PERCENTS, Shape
from game.ui.options import Options
from game.ui.scenes.error import Jam

FRAME = 1 / 30
PATIENCE = 20_000
"""Frames after which a scene that does not come is a fault."""


class Camera:
    """One app without a display, driven by keys, photographed where asked."""

    def __init__(self, folder: Path, shape: Shape, percent: int, options: Options | None = None) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        self.folder = folder
        self.label = f"{shape}-{percent}"
        self._home = TemporaryDirectory()
        chosen = replace(options or Options(), layout=shape, percent=percent)
        self.app = App(chosen, Desktop(Path(self._home.name)))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        for _ in range(round(seconds / FRAME)):
            self.app.frame(FRAME)

    def press(self, *keys: str) -> None:
        """Press keys, one a frame."""
        for key in keys:
            self.app.take(Key(key))
            self.app.frame(FRAME)

    def until(self, scene: str) -> None:
        """Wait for a scene."""
        for _ in range(PATIENCE):
            if self.app.scene.name == scene:
                return
            if isinstance(self.app.scene, Jam):
                raise RuntimeError(self.app.scene.report)  # noqa: TRY004 - it is no wrong type: the run failed
            self.app.frame(FRAME)
        raise TimeoutError(f"the scene {scene!r} did not come; this is {self.app.scene.name!r}")

    def shoot(self, name: str) -> None:
        """Take a picture."""
        self.app.frame(0.0)
        pygame.image.save(self.app.screen.canvas, self.folder / f"{name}-{self.label}.png")

    def close(self) -> None:
        """Forget what the app kept."""
        self._home.cleanup()


def album(folder: Path, shape: Shape, percent: int, options: Options | None = None) -> None:
    """Take the pictures of one layout at one text size."""
    camera = Camera(folder, shape, percent, options)
    camera.run(0.2)
    camera.shoot("title")
    camera.press("return")
    camera.shoot("waiting")
    camera.until("desk")
    camera.run(2.0)
    camera.shoot("lesson")
    camera.press("a")
    camera.run(1.5)
    camera.shoot("answer")
    camera.press("escape")
    camera.run(1.0)
    camera.shoot("desk")
    camera.press("w")
    camera.run(0.5)
    camera.shoot("unfolded")
    camera.press("tab")
    for key in "dsdadsdd":
        camera.press(key)
        camera.run(4.0)
    camera.press("d")
    camera.shoot("stamped")
    camera.run(3.6)
    camera.shoot("map")
    camera.press("p")
    camera.shoot("paused")
    camera.press("p", "q")
    camera.shoot("leaving")
    camera.press("h")
    camera.until("night")
    camera.run(1.0)
    camera.shoot("night")
    camera.until("payslip")
    camera.run(10.0)
    camera.shoot("payslip")
    room = camera.app.room
    camera.app.scene = Jam(room, "RuntimeError: a picture of what nobody should see")
    camera.shoot("error")
    camera.close()


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first; the sizes that follow, if any, are the only ones."""
    if not arguments:
        sys.stderr.write("usage: python -m game.ui.screens FOLDER [PERCENT ...]\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for percent in [int(text) for text in arguments[1:]] or list(PERCENTS):
        album(folder, "wide", percent)
        album(folder, "upright", percent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
