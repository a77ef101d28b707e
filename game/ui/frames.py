"""How long frames take through a whole level, without a display: `python -m game.ui.frames [wide|upright]` prints JSON."""

import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

DUMMY: Final = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
FRAME: Final = 1 / 60
AFTER: Final = 600
"""Frames of the pay slip that still count."""
BOT: Final = "reshare-all"
"""It makes the busiest map: capsules are always under way."""


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


def frame_times(shape: str = "wide", seed: int = 7) -> dict[str, list[float]]:
    """Let a bot play the whole level, lesson and night included; the milliseconds of every frame, by scene."""
    os.environ.update(DUMMY)
    from game.port.desktop import Desktop  # noqa: PLC0415 - after the drivers are chosen
    from game.ui.app import App  # noqa: PLC0415 - as above
    from game.ui.options import Options  # noqa: PLC0415 - as above
    from game.ui.robot import Robot  # noqa: PLC0415 - as above

    times: dict[str, list[float]] = {}
    with TemporaryDirectory() as home:
        robot = Robot(App(Options(layout=shape, seed=seed), Desktop(Path(home))), BOT, lesson=True)
        while len(times.get("payslip", ())) < AFTER:
            if robot.scene == "error":
                raise RuntimeError(robot.app.scene.says())
            scene = robot.scene
            begin = time.perf_counter()
            robot.frame(FRAME)
            times.setdefault(scene, []).append((time.perf_counter() - begin) * 1000)
        robot.app.sounds.close()
    return times


def figures(times: list[float]) -> dict[str, float]:
    """Count, median, 99th percentile and longest, in milliseconds."""
    ordered = sorted(times)
    return {
        "frames": len(ordered),
        "p50_ms": round(ordered[len(ordered) // 2], 2),
        "p99_ms": round(ordered[len(ordered) * 99 // 100], 2),
        "worst_ms": round(ordered[-1], 2),
    }


def main(arguments: list[str]) -> int:
    """Print the time to the first picture and frame times, all scenes together and each by itself."""
    if arguments and arguments[0] not in ("wide", "upright"):
        sys.stderr.write("usage: python -m game.ui.frames [wide|upright]\n")
        return 2
    first = first_frame()
    times = frame_times(arguments[0] if arguments else "wide")
    everything = [one for scene in times.values() for one in scene]
    scenes = {name: figures(some) for name, some in times.items()}
    told = {"first_frame_s": round(first, 3), **figures(everything), "scenes": scenes}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
