"""Which sound goes with what is seen on the desk, and from which side it comes."""

from game.ui.happenings import What
from game.ui.layout import Layout

SOUNDS: dict[What, str] = {
    "sent": "capsule",
    "slip": "slip_lands",
    "thanked": "thanks",
    "back": "minute_back",
    "lost": "slip_falls",
    "lit": "lamp_on",
    "dark": "lamp_off",
    "dimmed": "lamp_off",
    "relit": "warmest",
}
"""By what happens at a tray of the map."""
PILE_TICKS = 3
"""Variants of the tick that a nearly full pile makes."""


def pan_of(x: float, layout: Layout) -> float:
    """Give the side from which something sounds, -1 left to 1 right.

    >>> from game.ui.layout import layout
    >>> pan_of(640, layout("wide", 100)), pan_of(1280, layout("wide", 100))
    (0.0, 1.0)
    """
    return max(-1.0, min(1.0, 2 * x / layout.size[0] - 1))
