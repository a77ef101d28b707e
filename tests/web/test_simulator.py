"""The packed game runs clean under pygbag's own event loop."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from web.stage import stage

pytestmark = pytest.mark.web

ROOT = Path(__file__).resolve().parents[2]


def test_the_packed_game_runs_under_pygbags_loop(tmp_path: Path) -> None:
    folder = tmp_path / "intray"
    stage(folder)
    done = subprocess.run(
        [sys.executable, str(ROOT / "web" / "runtime" / "simrun.py"), str(folder), "6"],
        env={**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,  # subprocess kills it then: pygbag's loop does not mind any gentler signal
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said, said[-3000:]
    frames = re.search(r"simulated (\d+) frames", said)
    assert frames is not None, said[-3000:]
    assert int(frames[1]) > 10
