"""Draw the page's icon: an in tray with a slip of paper under a lamp. `python -m web.make_icon OUT.png [SIZE]`."""

import sys
from pathlib import Path

import pygame

WALL, PAPER, INK, LAMP, RESHARE, TUBES = "#16232B", "#F7F1E3", "#1A1D21", "#F5C451", "#A63A0A", "#8FB3BF"
GRID = 16
"""The icon is drawn on a grid of 16 by 16 squares."""


def draw(size: int) -> pygame.Surface:
    """Return the icon as a square of `size` pixels."""
    unit = size / GRID
    icon = pygame.Surface((size, size))
    icon.fill(WALL)

    def block(colour: str, x: float, y: float, width: float, height: float) -> None:
        icon.fill(colour, (round(x * unit), round(y * unit), round(width * unit), round(height * unit)))

    pygame.draw.circle(icon, LAMP, (8 * unit, 2 * unit), 2 * unit)
    block(PAPER, 4, 5, 8, 6)
    block(INK, 5, 6, 6, 0.6)
    block(INK, 5, 7.4, 4, 0.6)
    block(RESHARE, 9.5, 8.6, 1.8, 1.6)
    block(TUBES, 2, 8, 1, 6)
    block(TUBES, 13, 8, 1, 6)
    block(TUBES, 2, 12, 12, 2)
    return icon


def main() -> None:
    """Write the icon where the first argument says."""
    arguments = sys.argv[1:]
    if len(arguments) not in (1, 2):
        sys.exit("usage: make_icon.py OUT.png [SIZE]")
    size = int(arguments[1]) if len(arguments) > 1 else 64
    target = Path(arguments[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(draw(size), str(target))


if __name__ == "__main__":
    main()
