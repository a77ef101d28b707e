"""The painter: compares the widgets of this frame with those on the canvas and redraws only where they differ."""

from collections.abc import Sequence

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.sheet import Sheet

MANY = 12
"""More changed places than this are redrawn as one."""


class Painter:
    """Remembers what one canvas shows."""

    def __init__(self) -> None:
        self._shown: tuple[Widget, ...] = ()

    def forget(self) -> None:
        """Take nothing for granted: the next show draws everything (after a resize, say)."""
        self._shown = ()

    def show(self, canvas: Sheet, widgets: Sequence[Widget]) -> list[Box]:
        """Make `canvas` show `widgets`, later ones above earlier ones; give the places that changed."""
        wanted = tuple(widgets)
        if wanted == self._shown:
            return []
        # At a scale such as 1.39 an edge may be rounded into the next pixel.
        edge = 0 if canvas.scale == 1.0 else 1
        changed = [place.grown(edge) for place in _changed(self._shown, wanted)]
        places = _joined(changed, Box(0, 0, *canvas.get_size()).grown(edge))
        self._shown = wanted
        for place in places:
            canvas.set_clip(place)
            for widget in wanted:
                if widget.covers().grown(edge).meets(place):
                    widget.draw(canvas)
        canvas.set_clip(None)
        return places


def _changed(before: Sequence[Widget], now: Sequence[Widget]) -> list[Box]:
    """Give the boxes of widgets that came, went or changed."""
    if not before or before[0] != now[0]:
        return [now[0].box]
    old, new = set(before), set(now)
    if old == new:  # only the order changed
        return [now[0].box]
    return [widget.covers() for widget in (*before, *now) if (widget in old) != (widget in new)]


def _joined(places: list[Box], canvas: Box) -> list[Box]:
    """Merge places that meet, so that nothing is drawn twice."""
    if len(places) > MANY:
        return [_around(places, canvas)]
    merged: list[Box] = []
    for place in places:
        new = _around([place], canvas)
        while True:
            touching = [other for other in merged if other.meets(new)]
            if not touching:
                break
            merged = [other for other in merged if not other.meets(new)]
            new = _around([new, *touching], canvas)
        merged.append(new)
    return merged


def _around(places: list[Box], canvas: Box) -> Box:
    """Give the smallest box on the canvas that holds all places."""
    left = max(canvas.x, min(place.x for place in places))
    top = max(canvas.y, min(place.y for place in places))
    right = min(canvas.right, max(place.right for place in places))
    bottom = min(canvas.bottom, max(place.bottom for place in places))
    return Box(left, top, max(0, right - left), max(0, bottom - top))
