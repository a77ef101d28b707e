"""The rows of the settings, each built by a small function: its height, and what puts it into a box."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.ui.box import Box
from game.ui.keys import DEFAULTS, shown
from game.ui.kit.base import Widget
from game.ui.kit.choices import Choices, Option
from game.ui.kit.plain import Button, Words, button_width
from game.ui.kit.rows import ListRow, Toggle
from game.ui.kit.slider import Slider
from game.ui.layout import PERCENTS, TARGET
from game.ui.palette import INK
from game.ui.scenes.base import Room
from game.ui.settings import PACES, PRESETS
from game.ui.text import line_height, width
from game.ui.words import say

GAP = 14
"""Between two rows."""
CALM = "calm"
MOTION: tuple[tuple[str, bool | None], ...] = (("system", None), ("less", True), ("all", False))
VOLUMES = ("effects", "music")


class Row(NamedTuple):
    """One thing to set: its height in a column, and what puts it there. `key` finds the row again in another layout."""

    key: str
    height: int
    build: Callable[[Box], list[Widget]]


def setting_rows(room: Room, wide: int) -> list[Row]:
    """Give the rows of the settings for a column of this width, in their order."""
    chosen = room.settings
    pace = CALM if chosen.calm else chosen.pace
    motion = next(name for name, value in MOTION if value is chosen.reduced)
    return [
        presets(room, wide),
        choices(room, wide, "percent", [str(percent) for percent in PERCENTS], str(chosen.percent)),
        choices(room, wide, "pace", [*PACES, CALM], pace),
        choices(room, wide, "motion", [name for name, _ in MOTION], motion),
        *(volume(room, wide, name) for name in VOLUMES),
        mute(room, wide),
        push(room, wide, "keys"),
        *([push(room, wide, "file")] if room.saves.latest is not None else []),
        *([push(room, wide, "load")] if room.port.can_pick else []),
    ]


def key_rows(room: Room, wide: int) -> list[Row]:
    """Give one row for each key that may be changed, and the way back to the usual ones."""
    return [*(key(room, wide, action) for action in DEFAULTS), push(room, wide, "reset", above=10)]


def choices(room: Room, wide: int, what: str, names: Sequence[str], chosen: str) -> Row:
    """A question with two to four answers."""
    size = room.layout.type.meta
    question = say("settings." + what)
    options = tuple(Option(say(f"settings.{what}.{name}"), f"{what}:{name}") for name in names)
    head = Words.height(question, "text", size, wide) + 4

    def build(box: Box) -> list[Widget]:
        """Put the question above its answers."""
        title = Words(box._replace(h=head - 4), question, "note", size=size, colour=INK)
        rest = Box(box.x, box.y + head, box.w, box.h - head)
        return [title, *Choices(rest, question, options, f"{what}:{chosen}", size=size).widgets()]

    return Row(what, head + Choices.height(tuple(option.word for option in options), size, wide), build)


def presets(room: Room, wide: int) -> Row:
    """Four buttons that set several things at once."""
    size = room.layout.type.meta
    question = say("settings.preset")
    words = [say("settings.preset." + name) for name in PRESETS]
    head = Words.height(question, "text", size, wide) + 4
    high = max(TARGET, line_height(size) + 16)
    beside = max(width(word, "strong", size) for word in words) + 24 <= (wide - 36) // len(words)
    lines = 1 if beside else 2

    def build(box: Box) -> list[Widget]:
        """Put the question above the buttons, in one line or two."""
        title = Words(box._replace(h=head - 4), question, "note", size=size, colour=INK)
        area = Box(box.x, box.y + head, box.w, box.h - head)
        boxes = [cell for line in area.rows(lines, 12) for cell in line.columns(len(words) // lines, 12)]
        buttons = zip(PRESETS, words, boxes, strict=True)
        return [title, *(Button(place, word, action=f"preset:{name}", size=size) for name, word, place in buttons)]

    return Row("preset", head + high * lines + 12 * (lines - 1), build)


def volume(room: Room, wide: int, what: str) -> Row:
    """A slider, and beside it a button for quieter and one for louder."""
    size = room.layout.type.meta
    share: int = getattr(room.settings, what)
    name, value = say("settings." + what), say("settings.volume", share=share)
    side = max(TARGET, line_height(size) + 8)
    rail = wide - 2 * side - 28
    high = max(side, Slider.height(name, value, size, rail))

    def build(box: Box) -> list[Widget]:
        """Put the slider before its two buttons."""
        slider = Slider(box._replace(w=rail), name, value=value, action=f"{what}:1", share=share, size=size, edge=0)
        one = Box(box.x + rail + 16, box.y + (box.h - side) // 2, side, side)
        other = one._replace(x=box.right - side)
        less = Button(one, say("settings.quieter", what=name), action=f"{what}:-1", size=size, word="\u2212")
        return [slider, less, Button(other, say("settings.louder", what=name), action=f"{what}:1", size=size, word="+")]

    return Row(what, high, build)


def mute(room: Room, wide: int) -> Row:
    """The switch that makes everything silent."""
    size, muted = room.layout.type.meta, room.settings.muted
    name, value = say("settings.mute"), say("on" if muted else "off")

    def build(box: Box) -> list[Widget]:
        """Put the switch there."""
        return [Toggle(box, name, action="mute", value=value, lit=muted, size=size, edge=0)]

    return Row("mute", Toggle.height(name, value, size, wide), build)


def push(room: Room, wide: int, what: str, *, above: int = 0) -> Row:
    """A button that leads somewhere or does something at once."""
    size = room.layout.type.meta
    name = say("settings." + what)
    high = max(TARGET, line_height(size) + 16)

    def build(box: Box) -> list[Widget]:
        """Put the button there, no wider than its word needs."""
        place = Box(box.x, box.y + above, min(wide, max(160, button_width(name, "", size) + 40)), high)
        return [Button(place, name, action=what, size=size)]

    return Row(what, above + high, build)


def key(room: Room, wide: int, action: str) -> Row:
    """One action and its key."""
    size = room.layout.type.meta
    name, cap = say("action." + action), shown(room.keys.of(action))

    def build(box: Box) -> list[Widget]:
        """Put the row there."""
        return [ListRow(box, name, "button", action=f"key:{action}", value=cap, cap=True, size=size, edge=0)]

    return Row(f"key:{action}", ListRow.height(name, cap, size, wide), build)


def fill(rows: Sequence[Row], high: int, gap: int = GAP) -> list[list[Row]]:
    """Share rows out over columns of this height, in order; a row that is higher still has a column to itself."""
    columns: list[list[Row]] = [[]]
    used = 0
    for row in rows:
        if columns[-1] and used + row.height > high:
            columns.append([])
            used = 0
        columns[-1].append(row)
        used += row.height + gap
    return columns


def sheets(rows: Sequence[Row], columns: Sequence[Box], gap: int = GAP) -> list[list[tuple[Row, Box]]]:
    """Lay rows out over as few pages as they need, and so that all columns of all pages are of like height."""
    most, count = columns[0].h, len(columns)
    needed = -(-len(fill(rows, most, gap)) // count) * count
    least = max(0, min(most, sum(row.height + gap for row in rows) // needed - gap))
    high = next(tried for tried in range(least, most + 1) if len(fill(rows, tried, gap)) <= needed)
    pages: list[list[tuple[Row, Box]]] = []
    for number, column in enumerate(fill(rows, high, gap)):
        if number % count == 0:
            pages.append([])
        place = columns[number % count]
        y = place.y
        for row in column:
            pages[-1].append((row, Box(place.x, y, place.w, row.height)))
            y += row.height + gap
    return pages
