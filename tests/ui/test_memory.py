"""Ten shifts in one window: what one shift needed is given back before the next."""

import gc
import resource

import pytest

from game.ui.gateway import Press
from game.ui.robot import Robot
from game.ui.tree import pressable
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

SHIFTS = 10
SETTLED = 4
"""After so many shifts every picture and every sound has been made."""
FRAME = 1 / 10
KILOBYTES = 1_000
"""Linux counts in these."""


def play_one(desk: Hands) -> None:
    """Let a bot play from the title or the desk to the pay slip, and ask for a new tray."""
    robot = Robot(desk.app, "coin")
    while desk.scene != "payslip":
        robot.frame(FRAME)
    desk.run(12.0)
    new = next(widget.name for widget in pressable(desk.app.scene.view()) if widget.action == "new")
    desk.app.take(Press(new))
    desk.run(FRAME)


def held() -> float:
    """The most megabytes that this process has held so far."""
    gc.collect()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


@pytest.mark.slow
def test_ten_shifts_hold_no_more_memory_than_four(hands: MakeHands) -> None:
    desk = hands()
    sizes = []
    for _ in range(SHIFTS):
        play_one(desk)
        sizes.append(held())
    assert sizes[-1] - sizes[SETTLED - 1] < 8.0, f"megabytes after each shift: {[round(size) for size in sizes]}"
