"""How fast the game opens and draws: programs of their own, without a display, timed from the outside."""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median
from typing import Any, Final

PATIENCE: Final = 120.0
"""Seconds after which a window that shows nothing is given up."""


class WindowFailed(RuntimeError):
    """The game's window did not open; the message is the last of what it said."""


def _child(*arguments: str) -> dict[str, Any]:
    """What `game.lab.window_child` answers, on a machine without screen, sound and saved settings."""
    with tempfile.TemporaryDirectory() as folder:
        quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        environment = {**os.environ, **quiet, "INTRAY_DATA": folder}
        command = [sys.executable, "-m", "game.lab.window_child", *arguments]
        done = subprocess.run(  # noqa: S603 - our own program
            command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    if done.returncode:
        raise WindowFailed((done.stderr.strip() or "no word why").splitlines()[-1])
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def first_frame(runs: int) -> dict[str, Any]:
    """Seconds from starting Python to the first picture, the median of `runs` starts."""
    seconds = []
    numba = False
    for _ in range(runs):
        start = time.monotonic()
        answer = _child("first")
        seconds.append(answer["shown"] - start)
        numba = numba or answer["numba"]
    return {
        "seconds": round(median(seconds), 3),
        "low": round(min(seconds), 3),
        "high": round(max(seconds), 3),
        "runs": runs,
        "imports_numba": numba,
    }


def frames(wanted: int) -> dict[str, Any]:
    """Milliseconds per frame at the desk in a shift, with stamps falling: p50, p99, worst."""
    answer = _child("desk", str(wanted))
    spent = answer["milliseconds"]
    if not spent:
        raise WindowFailed(f"the desk never opened; the game stayed at {answer['scene']!r}")
    return {
        "scene": "desk",
        "size": f"{answer['width']}x{answer['height']}",
        "frames": len(spent),
        "p50_ms": round(percentile(spent, 50), 2),
        "p99_ms": round(percentile(spent, 99), 2),
        "worst_ms": round(max(spent), 2),
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of 100 of the values do not exceed.

    >>> percentile([4.0, 1.0, 3.0, 2.0], 50), percentile([4.0, 1.0, 3.0, 2.0], 99)
    (2.0, 4.0)
    """
    return sorted(values)[max(0, math.ceil(len(values) * share / 100) - 1)]
