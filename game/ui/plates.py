"""What the desk says on its brass plate: one line at a time, long enough to be read."""

from dataclasses import dataclass

LEAST = 1.6
PER_LETTER = 0.055
"""Seconds that a line stands: so many, and so many more for every letter."""


def reading_time(text: str) -> float:
    """Give the seconds in which a line is read.

    >>> round(reading_time("Never trust a hat."), 2)
    2.59
    """
    return LEAST + PER_LETTER * len(text)


@dataclass
class Plates:
    """The plate on the desk. A refusal takes the place of anything, other lines wait for none and replace none that is firm."""

    text: str = ""
    left: float = 0.0
    firm: bool = False

    def show(self, text: str, *, firm: bool = False) -> None:
        """Say a line, unless a firm one is being read."""
        if firm or not (self.firm and self.left > 0):
            self.text, self.left, self.firm = text, reading_time(text), firm

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass."""
        self.left = max(0.0, self.left - dt)
        if not self.left:
            self.text, self.firm = "", False

    def clear(self) -> None:
        """Take the line away."""
        self.text, self.left, self.firm = "", 0.0, False
