"""The same seed gives the same world to the bit, in a browser and on the desktop."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.conftest import Opener

pytestmark = pytest.mark.web

ROOT = Path(__file__).resolve().parents[2]


def test_three_days_in_the_browser_are_three_days_on_the_desktop(opened: Opener) -> None:
    game = opened("?run=headless&level=the-tray&seed=7&days=3&bot=curious")
    command = ["run", "the-tray", "--seed", "7", "--bot", "curious", "--days", "3", "--engine", "plain", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "game", *command], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    desktop = json.loads(done.stdout)
    game.wait_running()
    game.wait_for("INTRAY.result.digest", 300_000)
    browser = game.read("result")
    assert browser["events"] == desktop["events"] > 0
    assert browser["digest"] == desktop["digest"]
