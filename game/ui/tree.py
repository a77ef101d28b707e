"""The one tree of roles, names and places: the keyboard walks it, tests press by it, the page's readable copy is made from it."""

from collections.abc import Sequence

from game.port import Node, Place
from game.ui.kit.base import Widget
from game.ui.kit.plain import Scrim


def active(widgets: Sequence[Widget]) -> list[Widget]:
    """Give the named widgets that count now: with a dialog open, only what lies above its scrim."""
    start = max((index for index, widget in enumerate(widgets) if isinstance(widget, Scrim)), default=-1)
    return [widget for widget in widgets[start + 1 :] if widget.name and widget.role != "none"]


def pressable(widgets: Sequence[Widget]) -> list[Widget]:
    """Give what can be pressed now, in the order of the list."""
    return [widget for widget in active(widgets) if widget.action]


def at(widgets: Sequence[Widget], x: int, y: int) -> Widget | None:
    """Give the uppermost thing that can be pressed at a point."""
    return next((widget for widget in reversed(pressable(widgets)) if widget.box.holds(x, y)), None)


def named(widgets: Sequence[Widget], name: str) -> Widget | None:
    """Give the thing that can be pressed and has this name."""
    return next((widget for widget in pressable(widgets) if widget.name == name), None)


def beside(widgets: Sequence[Widget], here: Widget, way: str) -> Widget:
    """Give the nearest thing to press in a direction ("left", "right", "up", "down"), or `here` if there is none."""
    x, y = here.box.centre
    best, best_cost = here, float("inf")
    for other in pressable(widgets):
        dx, dy = other.box.centre[0] - x, other.box.centre[1] - y
        ahead, aside = {"left": (-dx, dy), "right": (dx, dy), "up": (-dy, dx), "down": (dy, dx)}[way]
        if ahead <= 0:
            continue
        cost = ahead + 2 * abs(aside)
        if cost < best_cost:
            best, best_cost = other, cost
    return best


STATES = (("switch", "checked", "lit"), ("radio", "checked", "chosen"), ("slider", "now", "share"))
"""For each role of things that can be set: what its state is called in the tree, and on the widget."""


def nodes(widgets: Sequence[Widget], place: Place, focused: str = "") -> list[Node]:
    """Write the tree for the page, in its pixels."""
    return [node(widget, place, focused) for widget in active(widgets)]


def node(widget: Widget, place: Place, focused: str) -> Node:
    """Write one widget."""
    box = widget.box
    written: Node = {
        "role": widget.role,
        "name": widget.name,
        "x": round(place.x + box.x * place.scale, 2),
        "y": round(place.y + box.y * place.scale, 2),
        "w": round(box.w * place.scale, 2),
        "h": round(box.h * place.scale, 2),
    }
    if widget.value:
        written["value"] = widget.value
    if widget.key:
        written["key"] = widget.key
    if widget.action:
        written["pressable"] = True
    written |= {name: getattr(widget, part) for role, name, part in STATES if role == widget.role}
    if focused and widget.name == focused:
        written["focused"] = True
    return written
