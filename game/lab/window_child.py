"""Run as a program of its own by `game.lab.window`: opens the game's window and times its frames.

It meets the game as a player's computer does, from outside, so it looks `game.ui` up by name: the laboratory stands
beside the window, not above it (docs/design.md).
"""

import json
import sys
import time
from importlib import import_module
from typing import Any, Final

FRAME: Final = 1 / 60
STAMPS: Final = ("a", "s", "d")
STAMP_EVERY: Final = 45
"""Frames between two stamps: a hasty clerk."""
MOST: Final = 4_000
"""Frames in which the desk must have opened."""


def open_app() -> Any:  # noqa: ANN401 - looked up by name, see above
    """The game with its window; saved settings are not read, so that every machine draws the same."""
    app = import_module("game.ui.app")
    options = import_module("game.ui.options")
    port = import_module("game.port")
    return app.App(options.Options(), port.port())


def first_frame() -> dict[str, Any]:
    """When the first picture was shown, on the clock that the parent reads too."""
    app = open_app()
    app.frame(FRAME)
    return {"shown": time.monotonic(), "numba": "numba" in sys.modules, "modules": len(sys.modules)}


def desk_frames(frames: int) -> dict[str, Any]:
    """Milliseconds of each frame at the desk while stamps fall, one frame after the other without waiting."""
    app = open_app()
    gateway = import_module("game.ui.gateway")
    spent: list[float] = []
    for number in range(MOST):
        desk = app.scene.name == "desk"
        if number == 1:
            app.take(gateway.Key("return"))
        if desk and number % STAMP_EVERY == 0:
            app.take(gateway.Key(STAMPS[number // STAMP_EVERY % len(STAMPS)]))
        start = time.perf_counter()
        app.frame(FRAME)
        if desk and app.scene.name == "desk":
            spent.append(1000 * (time.perf_counter() - start))
        if len(spent) == frames or (desk and app.scene.name != "desk"):
            break
    width, height = app.screen.canvas.get_size()
    return {"milliseconds": spent, "width": width, "height": height, "scene": app.scene.name}


if __name__ == "__main__":
    print(json.dumps(first_frame() if sys.argv[1] == "first" else desk_frames(int(sys.argv[2]))))  # noqa: T201 - its answer
