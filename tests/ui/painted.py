"""What a widget leaves on a sheet."""

import pygame

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.sheet import Sheet

MARGIN = 120


def picture(widget: Widget, scale: float = 1.0) -> pygame.Surface:
    """Paint a widget with its box at the corner of a clear sheet of its own size."""
    surface = Sheet.clear(widget.box.w, widget.box.h, scale)
    widget.paint(surface, widget.box.at_origin())
    return surface.surface


def drawn_box(widget: Widget) -> Box:
    """Paint a widget with room all round and see where it left something."""
    box = widget.box
    surface = Sheet.clear(box.w + 2 * MARGIN, box.h + 2 * MARGIN, 1.0)
    widget.paint(surface, box.at_origin().moved(MARGIN, MARGIN))
    found = surface.surface.get_bounding_rect()
    if not found.w:
        return box._replace(w=0, h=0)
    return Box(found.x, found.y, found.w, found.h).moved(box.x - MARGIN, box.y - MARGIN)


def colours(surface: pygame.Surface) -> set[tuple[int, ...]]:
    """Give every opaque colour of a picture."""
    seen = {tuple(surface.get_at((x, y))) for x in range(surface.get_width()) for y in range(surface.get_height())}
    return {colour[:3] for colour in seen if colour[3] == 255}
