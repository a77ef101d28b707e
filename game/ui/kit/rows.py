"""Rows of a list of settings: a name at the left and its value at the right, as a word, a key, or a switch."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from game.ui.box import Box
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.grounds import COLOURS, Ground
from game.ui.kit.icons import icon
from game.ui.kit.plain import keycap, put_line
from game.ui.layout import TARGET
from game.ui.palette import INK, LAMP
from game.ui.sheet import Sheet
from game.ui.text import line, line_height, width, wrap

KNOB = 12
"""Half the height of a knob at the usual text size."""
EDGE = 8
"""What is written keeps this far from a row's ends, so that the ring of the focus does not touch it."""


def knob(size: int) -> int:
    """Give half the height of the knob beside text of this size."""
    return max(KNOB, size * 2 // 3)


class Label(NamedTuple):
    """A name at the left and its value at the right, the value below the name where there is no room."""

    name: str
    value: str
    size: int
    ground: Ground = "paper"

    def beside(self, room: int) -> bool:
        """Whether both stand in one line."""
        gap = self.size if self.value else 0
        return width(self.name, "text", self.size) + gap + width(self.value, "strong", self.size) <= room

    def height(self, room: int) -> int:
        """Give the height that both need."""
        if self.beside(room):
            return line_height(self.size)
        below = len(wrap(self.value, "strong", self.size, room)) if self.value else 0
        return line_height(self.size) * (len(wrap(self.name, "text", self.size, room)) + below)

    def write_in(self, surface: Sheet, box: Box) -> None:
        """Write both in the middle of a box's height."""
        high = self.height(box.w)
        self.write(surface, box._replace(y=box.y + (box.h - high) // 2, h=high))

    def write(self, surface: Sheet, box: Box) -> None:
        """Write both from the top of a box."""
        together, high, ink = self.beside(box.w), line_height(self.size), COLOURS[self.ground].ink
        place = box._replace(h=high)
        for text in (self.name,) if together else wrap(self.name, "text", self.size, box.w):
            put_line(surface, line(text, "text", self.size, ink), place)
            place = place if together else place.moved(0, high)
        for text in (self.value,) if together else wrap(self.value, "strong", self.size, box.w):
            put_line(surface, line(text, "strong", self.size, ink), place, "right")
            place = place.moved(0, high)


@dataclass(frozen=True)
class ListRow(Widget):
    """What something is, and its value; `cap` draws the value as a key. A row with an action can be pressed."""

    role: str = "note"
    sign: str = ""
    cap: bool = False
    size: int = 18
    edge: int = EDGE
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, name: str, value: str, size: int, room: int, *, sign: str = "", cap: bool = False) -> int:  # noqa: PLR0913 - the row's own fields
        """Give the height that a row needs; never less than a finger does."""
        space = room - 2 * EDGE - sign_room(sign, size) - cap_room(value if cap else "", size)
        return max(TARGET, Label(name, "" if cap else value, size).height(space) + 12)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the sign, name and value, and a thin line at the foot."""
        colours, cap, inner = (
            COLOURS[self.ground],
            self.value if self.cap else "",
            box._replace(x=box.x + self.edge, w=box.w - 2 * self.edge),
        )
        left, right = sign_room(self.sign, self.size), cap_room(cap, self.size)
        label = Label(self.name, "" if cap else self.value, self.size, self.ground)
        if self.sign:
            side = self.size + 4
            surface.blit(icon(self.sign, side, colours.second), (inner.x, inner.centre[1] - side // 2))
        label.write_in(surface, inner._replace(x=inner.x + left, w=inner.w - left - right))
        if cap:
            key = keycap(cap, self.size, colours.ink)
            surface.blit(key, (inner.right - key.get_width(), inner.centre[1] - key.get_height() // 2))
        surface.rect(colours.rule, Box(box.x, box.bottom - 1, box.w, 1))


def cap_room(key: str, size: int) -> int:
    """Give the width that a row's key takes, with the gap before it."""
    return keycap(key, size, INK).get_width() + size // 2 if key else 0


def sign_room(sign: str, size: int) -> int:
    """Give the width that a row's sign takes, with the gap behind it."""
    return size + 4 + size // 2 if sign else 0


@dataclass(frozen=True)
class Toggle(Widget):
    """A switch that is on (`lit`) or off: its name at the left, `value` as a word and the switch itself at the right."""

    role: str = "switch"
    lit: bool = False
    size: int = 18
    edge: int = EDGE
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    @classmethod
    def height(cls, name: str, value: str, size: int, room: int) -> int:
        """Give the height that the switch needs."""
        return max(TARGET, Label(name, value, size).height(room - 2 * EDGE - pill_room(size)) + 12)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Write name and value; draw the switch with its knob to the right when it is on, a tick beside it."""
        colours, half = COLOURS[self.ground], knob(self.size)
        room = box.w - 2 * self.edge - pill_room(self.size)
        Label(self.name, self.value, self.size, self.ground).write_in(surface, box._replace(x=box.x + self.edge, w=room))
        body = Box(box.right - self.edge - 4 * half, box.centre[1] - half, 4 * half, 2 * half)
        surface.rect(LAMP if self.lit else colours.well, body, border_radius=half)
        surface.rect(colours.ink if self.lit else colours.second, body, OUTLINE, border_radius=half)
        at = body.right - half if self.lit else body.x + half
        surface.aacircle(INK if self.lit else colours.second, (at, body.centre[1]), half - 4)
        if self.lit:
            side = half * 5 // 4
            surface.blit(icon("tick", side, INK), (body.x + half * 2 // 3, body.centre[1] - side // 2))
        surface.rect(colours.rule, Box(box.x, box.bottom - 1, box.w, 1))


def pill_room(size: int) -> int:
    """Give the width that a switch takes, with the gap before it."""
    return 4 * knob(size) + size // 2
