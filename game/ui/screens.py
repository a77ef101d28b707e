"""Pictures of every scene, from a shift that a bot plays: `python -m game.ui.screens FOLDER [NAME ...]`, `make screens`.

NAMEs are of `SIZES`; without any, all of them are taken.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import pygame

from game.port.desktop import Desktop
from game.ui.app import App
from game.ui.gateway import Press, Resize
from game.ui.layout import Shape
from game.ui.options import Options
from game.ui.robot import Robot
from game.ui.scenes.desk import Desk
from game.ui.scenes.error import Jam
from game.ui.tree import pressable

FRAME: Final = 1 / 30
PATIENCE: Final = 60 * 60 * 30
"""Frames after which a play-through that does not end is a fault."""
FEW: Final = 4
"""More cards than this were stamped: the shift is well under way. More capsules than this: the map is busy."""
COLOURS: Final = 128
"""Of a kept picture: flat paper and brass need no more, and the files stay small."""


class Size(NamedTuple):
    """A window and a text size."""

    shape: Shape
    width: int
    height: int
    percent: int


SIZES: Final[dict[str, Size]] = {
    "wide-100": Size("wide", 1280, 720, 100),
    "wide-150": Size("wide", 1280, 720, 150),
    "wide-200": Size("wide", 1280, 720, 200),
    "full-100": Size("wide", 1920, 1080, 100),
    "full-200": Size("wide", 1920, 1080, 200),
    "upright-100": Size("upright", 390, 844, 100),
    "upright-150": Size("upright", 390, 844, 150),
    "upright-200": Size("upright", 390, 844, 200),
}


class Camera:
    """One app without a display, played by a bot and photographed."""

    def __init__(self, folder: Path, label: str, options: Options | None = None) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        size = SIZES[label]
        self.folder = folder
        self.label = label
        self._home = TemporaryDirectory()
        self.app = App(replace(options or Options(), layout=size.shape, percent=size.percent), Desktop(Path(self._home.name)))
        pygame.display.set_mode((size.width, size.height))
        self.app.take(Resize(size.width, size.height))
        self.robot = Robot(self.app, "curious", lesson=True)
        self.taken: list[str] = []

    def run(self, seconds: float) -> None:
        """Let time pass, with nobody at the desk."""
        for _ in range(round(seconds / FRAME)):
            self.app.frame(FRAME)

    def press(self, *actions: str) -> bool:
        """Press the first of these actions that the screen offers; False if it offers none."""
        offered = {widget.action: widget.name for widget in pressable(self.app.scene.view())}
        for action in actions:
            if action in offered:
                self.app.take(Press(offered[action]))
                self.run(1.0)
                return True
        return False

    def shoot(self, name: str) -> None:
        """Take a picture; a second one of the same name gets a number."""
        if isinstance(self.app.scene, Jam) and name != "error":
            raise RuntimeError(self.app.scene.report)
        self.app.frame(0.0)
        again = self.taken.count(name)
        self.taken.append(name)
        keep(self.app.screen.canvas, self.folder / f"{name}{again + 1 if again else ''}-{self.label}.png")

    def play(self) -> Iterator[App]:
        """Let the bot play to the pay slip; yields after every frame."""
        for _ in range(PATIENCE):
            self.robot.frame(FRAME)
            yield self.app
            if self.robot.scene in ("payslip", "error"):
                return
        raise TimeoutError(f"the pay slip did not come; this is {self.robot.scene!r}")

    def close(self) -> None:
        """Forget what the app kept."""
        self.app.sounds.close()
        self._home.cleanup()


def keep(canvas: pygame.Surface, path: Path) -> None:
    """Write a picture in few colours."""
    from PIL import Image  # noqa: PLC0415 - an extra: only pictures for documents need it

    picture = Image.frombytes("RGB", canvas.get_size(), pygame.image.tobytes(canvas, "RGB"))
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def desk_of(app: App) -> Desk | None:
    """The desk if it is on the screen and no question is open."""
    scene = app.scene
    return scene if isinstance(scene, Desk) and scene.dialog is None else None


def on_desk(true: Callable[[Desk], bool]) -> Callable[[App], bool]:
    """A moment on the desk."""

    def holds(app: App) -> bool:
        desk = desk_of(app)
        return desk is not None and true(desk)

    return holds


def lesson(number: int, *, done: bool) -> Callable[[App], bool]:
    """A moment of the lesson: paper `number` lies there, or was stamped and has been seen to work."""
    return on_desk(
        lambda desk: (
            (view := desk.play.look.lesson) is not None
            and view.number == number
            and (view.done if done else bool(desk.state()["card"]))
        )
    )


def handled(desk: Desk) -> int:
    """How many cards of the shift were stamped."""
    return desk.play.look.shift.handled


def about(desk: Desk) -> bool:
    """Whether a call-out lies under the lamp."""
    return desk.play.card is not None and bool(desk.play.card.about) and bool(desk.state()["card"])


def returned(desk: Desk) -> bool:
    """Whether a card lies under the lamp that came back by the player's own doing."""
    return desk.play.card is not None and bool(desk.play.card.route) and bool(desk.state()["card"])


def pencilled(desk: Desk) -> bool:
    """Whether the pencil stands at a stamp."""
    return desk.play.look.pencil is not None and bool(desk.state()["card"])


def unfolded(desk: Desk) -> bool:
    """Whether the card under the lamp is open, in the shift."""
    return handled(desk) > 0 and desk.play.card is not None and desk.play.card.inside is not None


MOMENTS: Final[dict[str, Callable[[App], bool]]] = {
    "lesson-ignore": lesson(1, done=False),
    "lesson-reshare": lesson(3, done=False),
    "lesson-map": lesson(3, done=True),
    "lesson-unfold": lesson(5, done=False),
    "desk": on_desk(lambda desk: handled(desk) > FEW and bool(desk.state()["card"])),
    "unfolded": on_desk(unfolded),
    "stamped": on_desk(lambda desk: handled(desk) > FEW and desk.leaving is not None),
    "map": on_desk(lambda desk: handled(desk) > FEW and len(desk.capsules()) > FEW),
    "call-out": on_desk(about),
    "return": on_desk(returned),
    "pencil": on_desk(pencilled),
}
"""What is photographed when the shift first comes to it."""
SHEETS: Final = ("debrief", "pass", "next", "page", "more")
"""What leads through the debrief."""
MOST_SHEETS: Final = 30


def album(folder: Path, label: str, options: Options | None = None) -> list[str]:
    """Take the pictures of one window size; gives their names."""
    camera = Camera(folder, label, options)
    camera.run(0.2)
    camera.shoot("title")
    camera.press("start")
    camera.shoot("waiting")
    waiting = dict(MOMENTS)
    paused = False
    night = 0.0
    for app in camera.play():
        for name in [name for name, true in waiting.items() if true(app)]:
            camera.run(0.2 if name not in ("stamped", "map") else 0.0)
            camera.shoot(name)
            del waiting[name]
        desk = desk_of(app)
        if not paused and desk is not None and handled(desk) > FEW:
            paused = True
            questions(camera)
        if isinstance(app.scene, Desk) and app.scene.play.look.phase == "bell" and "bell" not in camera.taken:
            camera.run(1.0)
            camera.shoot("bell")
        night += FRAME if camera.robot.scene == "night" else 0.0
        if night > 1.0 and "night" not in camera.taken:
            camera.shoot("night")
        if camera.robot.scene == "topten" and "topten" not in camera.taken:
            camera.run(8.0)
            camera.shoot("topten")
    camera.run(12.0)
    camera.shoot("payslip")
    for _ in range(MOST_SHEETS):
        if not camera.press(*SHEETS):
            break
        camera.shoot(f"debrief-{camera.app.scene.name}")
    camera.app.scene = Jam(camera.app.room, "RuntimeError: a picture of what nobody should see")
    camera.shoot("error")
    camera.close()
    return camera.taken


def questions(camera: Camera) -> None:
    """Open and close what can be opened during play."""
    camera.press("pause")
    camera.shoot("paused")
    camera.press("back")
    camera.press("leave")
    camera.shoot("leaving")
    camera.press("cancel")
    camera.press("settings")
    camera.shoot("settings")
    camera.press("done")


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first."""
    wrong = [name for name in arguments[1:] if name not in SIZES]
    if not arguments or wrong:
        sys.stderr.write(f"usage: python -m game.ui.screens FOLDER [NAME ...], NAMEs are {', '.join(SIZES)}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for label in arguments[1:] or SIZES:
        sys.stdout.write(f"{label}: {len(album(folder, label))} pictures\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
