"""How long frames take on the busiest desk, without a display: `python -m game.ui.frames [SECONDS]` prints JSON."""

import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

DUMMY = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
FRAME = 1 / 60
STAMPS = ("d", "w", "d", "s", "d", "a")
STAMP_EVERY = 45
"""Frames between two keys: much faster than anybody reads, so that capsules are always under way."""


def first_frame() -> float:
    """Show one picture in this process, which must be fresh, and give the seconds that took, imports included."""
    begin = time.perf_counter()
    os.environ.update(DUMMY)
    from game.port.desktop import Desktop  # noqa: PLC0415 - what is measured
    from game.ui.app import App  # noqa: PLC0415 - what is measured
    from game.ui.options import Options  # noqa: PLC0415 - what is measured

    with TemporaryDirectory() as home:
        App(Options(), Desktop(Path(home))).frame(0.0)
    return time.perf_counter() - begin


def frame_times(seconds: float, shape: str = "wide") -> list[float]:
    """Play for so many seconds of desk time, stamping without rest, and give the milliseconds of every desk frame."""
    os.environ.update(DUMMY)
    from game.port.desktop import Desktop  # noqa: PLC0415 - after the drivers are chosen
    from game.ui.app import App  # noqa: PLC0415 - as above
    from game.ui.gateway import Key  # noqa: PLC0415 - as above
    from game.ui.options import Options  # noqa: PLC0415 - as above

    times: list[float] = []
    with TemporaryDirectory() as home:
        app = App(Options(layout=shape), Desktop(Path(home)))
        seed = app.options.seed
        while len(times) * FRAME < seconds:
            if app.scene.name != "desk" or "The bell." in app.scene.says():
                app = App(Options(layout=shape, seed=seed), Desktop(Path(home)))
                seed += 1
                app.take(Key("return"))
                while app.scene.name == "title":
                    app.frame(FRAME)
                app.take(Key("escape"))  # the lesson is skipped: the shift is busier
            if len(times) % STAMP_EVERY == 0:
                app.take(Key(STAMPS[len(times) // STAMP_EVERY % len(STAMPS)]))
            begin = time.perf_counter()
            app.frame(FRAME)
            times.append((time.perf_counter() - begin) * 1000)
    return times


def main(arguments: list[str]) -> int:
    """Print the time to the first picture and frame times."""
    first = first_frame()
    times = sorted(frame_times(float(arguments[0]) if arguments else 60.0))
    figures = {
        "first_frame_s": round(first, 3),
        "frames": len(times),
        "p50_ms": round(times[len(times) // 2], 2),
        "p99_ms": round(times[len(times) * 99 // 100], 2),
        "worst_ms": round(times[-1], 2),
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
