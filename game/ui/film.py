"""Films: a bot's play-through as an animated GIF, rendered without a display (`intray play --bot NAME --film OUT.gif`)."""

import os
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pygame

from game.port.desktop import Desktop
from game.ui.app import App
from game.ui.options import Options

if TYPE_CHECKING:
    from PIL.Image import Image

FRAME: Final = 1 / 30
MOST_FRAMES: Final = 60 * 60 * 30
"""Frames after which a play-through that does not end is a fault."""
AFTER: Final = 8.0
"""Seconds of the pay slip that the film still shows."""


def film(  # noqa: PLR0913 - a film is told by name how it is made
    options: Options, *, bot: str, speed: float, rate: int, width: int, start: float, seconds: float, lesson: bool,
    progress: Callable[[float], None],
) -> bytes:  # fmt: skip
    """Play a shift by a bot and give the film's bytes.

    `speed` seconds of the desk pass in one of the film, which shows `rate` pictures a second, `width` pixels wide, from
    desk second `start` on for `seconds` of the desk (0: to the end). `progress` is told the desk seconds filmed so far.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    with TemporaryDirectory() as home:
        app = App(options, Desktop(Path(home)))
        pictures = []
        for at in shots(app, bot, speed / rate, lesson=lesson):
            progress(at)
            if seconds and at > start + seconds:
                break
            if at >= start:
                pictures.append(pixels(app.screen.canvas, width))
        app.sounds.close()
    return bound(pictures, rate)


def shots(app: App, bot: str, every: float, *, lesson: bool) -> Iterator[float]:
    """Play to the end of the pay slip, and yield the time at every moment that is to be photographed."""
    from game.ui.robot import Robot  # noqa: PLC0415 - it needs the session, which the first picture does not wait for

    robot = Robot(app, bot, lesson=lesson)
    time = due = shown = 0.0
    for _ in range(MOST_FRAMES):
        robot.frame(FRAME)
        if robot.scene == "error":
            raise RuntimeError(app.scene.says())
        if robot.scene == "title":
            continue  # the burn-in is no part of the film
        time += FRAME
        if time >= due:
            due += every
            yield time
        shown += FRAME if robot.scene == "payslip" else 0.0
        if shown >= AFTER:
            return


def pixels(canvas: pygame.Surface, width: int) -> "Image":
    """Give the canvas as a small picture of few colours."""
    from PIL import Image  # noqa: PLC0415 - an extra: only films need it

    size = (width, canvas.get_height() * width // canvas.get_width())
    small = pygame.transform.smoothscale(canvas, size)
    return Image.frombytes("RGB", size, pygame.image.tobytes(small, "RGB"))


def bound(pictures: "list[Image]", rate: int) -> bytes:
    """Bind pictures to one GIF with one palette, so that what does not move costs nothing."""
    from PIL import Image  # noqa: PLC0415 - as above

    sample = Image.new("RGB", (pictures[0].width, pictures[0].height * min(6, len(pictures))))
    step = max(1, len(pictures) // 6)
    for place, picture in enumerate(pictures[::step][:6]):
        sample.paste(picture, (0, place * picture.height))
    palette = sample.quantize(64, dither=Image.Dither.NONE)
    flat = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]
    out = BytesIO()
    flat[0].save(out, "GIF", save_all=True, append_images=flat[1:], duration=1000 // rate, loop=0, optimize=False)
    return out.getvalue()
