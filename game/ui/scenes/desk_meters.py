"""What counts on the desk: the pile, the four meters, and the figures that fly to them."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from game.ui.box import Box
from game.ui.flyers import FLIES
from game.ui.kit.base import Widget
from game.ui.kit.desk import FOOT, LEAST_SHARE, WHOLE, Flying, Meter, Pile, PileCount, tall
from game.ui.kit.tray import LostSlip
from game.ui.layout import Layout
from game.ui.text import width
from game.ui.words import age, clock, number, say

if TYPE_CHECKING:
    from game.ui.play import Look
    from game.ui.scenes.desk import Desk
    from game.ui.tubes import Point

ROWS = ("others", "followers", "worked", "wage")
PLATE = 96
"""Height of plate and figure above a tall pile."""
LIFT = 14
"""Pixels from which a paper drops on the pile."""


def pile(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The IN tray, as a pile or as a counter."""
    shift, room = look.shift, desk.play.room
    value = f"{say('pile.count', n=shift.waiting)}, {say('pile.room', room=room)}"
    name, count = say("pile.name"), shift.waiting
    lean = lean_of(count, room)
    if not (layout.wide and not layout.large):
        if look.lesson is not None and not layout.wide:
            return []  # the lesson's way out lies there
        return [PileCount(layout.pile, name, value=value, count=count, room=room, size=layout.type.meta)]
    oldest = say("pile.oldest", age=age(max((card.age for card in look.tray), default=0))) if look.tray else ""
    still = desk.room.reduced
    lift = 0 if still else round(LIFT * (1 - desk.dropped))
    return [
        Pile(
            layout.pile, name, value=value, count=min(count, room), room=room, oldest=oldest, fallen=shift.fallen,
            size=layout.type.label, lean=0 if still else lean, bold=still and lean > 0, lift=lift,
        )
    ]  # fmt: skip


def fallen(desk: "Desk", layout: Layout) -> list[Widget]:
    """A paper that falls off the pile: over the edge, turning, to the floor; where nothing moves it lies struck through."""
    share = desk.falls
    if share is None:
        return []
    tray, tall = layout.pile, layout.pile.h > layout.pile.w
    side = tray.w * 3 // 4 if tall else 60
    x, y = tray.centre[0], tray.y + (PLATE if tall else 0)
    if desk.room.reduced:
        return [LostSlip(Box(x - side // 2, y, side, side), struck=True)]
    x += round(share * side / 3)
    y += round(share * share * (tray.h - PLATE if tall else side * 2))
    return [LostSlip(Box(x - side // 2, y, side, side), turn=round(share * 10) * 8)]


def lean_of(waiting: int, room: int) -> int:
    """Give by how many degrees the tray leans: 1, 2, 3 with the last three papers that it can hold.

    >>> [lean_of(waiting, 12) for waiting in (8, 9, 10, 11, 12)]
    [0, 1, 2, 3, 3]
    """
    return max(0, min(3, waiting - (room - 4)))


def meters(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """Four meters on the wide desk; on the phone as many as fit, and a tap turns to the others."""
    if desk.plate and layout.plate.meets(layout.meters[0]):
        return []
    kept, held = look.meters, desk.flyers.held
    others = max(0.0, kept.others_minutes - held("others"))
    share = round(100 * kept.others_thanked / kept.others_minutes) if kept.others_minutes else 0
    thanked = say("meter.thanked", clock=clock(kept.others_thanked))
    rows = (
        ("others", clock(others), share, thanked),
        ("followers", number(kept.followers - held("followers")), -1, ""),
        ("worked", clock(max(0.0, kept.minutes_worked - held("worked"))), -1, ""),
        ("wage", f"{kept.wage:.2f}", -1, ""),
    )
    first, count = first_meter(desk, layout), len(layout.meters)
    sheets = len(rows) // count
    share, stacked = setting(tuple((key, text) for key, text, _, _ in rows), layout, sheets)
    parts: list[Widget] = []
    for (key, text, part, more), box in zip(rows[first : first + count], layout.meters, strict=True):
        last = box is layout.meters[-1]
        value = f"{text}, {more}" if more else text
        sheet, of = first // count, sheets if last else 1
        reading = Reading(key, text, value, part, lit=key in desk.flyers.lit, sheet=sheet, sheets=of)
        parts.append(replace(meter(box, reading, layout, turns=sheets > 1), share=share, stacked=stacked))
    return parts


@lru_cache(maxsize=64)
def setting(rows: tuple[tuple[str, str], ...], layout: Layout, sheets: int) -> tuple[int, bool]:
    """Give the share of the sizes at which every meter can be read whole, and whether labels stand above; all are set alike."""
    plain = Meter(layout.meters[-1], number_size=layout.type.number, label_size=layout.type.label, sheets=sheets)
    found = [replace(plain, label=say("meter." + key), figure=text).setting() for key, text in rows]
    above = any(stacked for _, stacked in found)
    all_ = [replace(plain, label=say("meter." + key), figure=text) for key, text in rows]
    least = min(share for share, _ in found)
    shares = range(least, LEAST_SHARE, -2)
    return next((share for share in shares if all(one.fits(share, stacked=above) for one in all_)), LEAST_SHARE), above


def first_meter(desk: "Desk", layout: Layout) -> int:
    """Give the number of the first meter that lies on top."""
    return desk.meters_turned * len(layout.meters) % len(ROWS)


def meter_box(desk: "Desk", name: str) -> Box | None:
    """Give the place of a meter; None if it does not lie on top, or if the plate lies over it."""
    layout = desk.room.layout
    place = ROWS.index(name) - first_meter(desk, layout)
    if not 0 <= place < len(layout.meters) or (desk.plate and layout.plate.meets(layout.meters[0])):
        return None
    return layout.meters[place]


class Reading(NamedTuple):
    """What one meter shows."""

    key: str
    figure: str
    value: str
    part: int
    lit: bool
    sheet: int
    sheets: int


@lru_cache(maxsize=128)
def meter(box: Box, reading: Reading, layout: Layout, *, turns: bool) -> Meter:
    """One meter; where not all fit it is a button that turns to the others."""
    name = say("meter." + reading.key)
    return Meter(
        box, name, value=reading.value, label=name, figure=reading.figure, part=reading.part, lit=reading.lit,
        sheet=reading.sheet, sheets=reading.sheets,
        role="button" if turns else "meter", action="meters" if turns else "",
        number_size=layout.type.number, label_size=layout.type.label,
    )  # fmt: skip


def flying(desk: "Desk", layout: Layout) -> list[Widget]:
    """The figure that is on its way to a meter."""
    flyer = desk.flyers.now
    box = meter_box(desk, flyer.name) if flyer is not None else None
    if flyer is None or box is None:
        return []
    size = min(layout.type.label, box.h // 3)
    text = figure(flyer.name, flyer.by)
    wide, high = width(text, "figures bold", size) + 20, size + 14
    share = 1 - (1 - min(1.0, flyer.age / FLIES)) ** 2
    start, end = way_in(meters(desk, desk.play.look, layout), flyer.name, Box(0, 0, wide, high))
    x, y = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return [Flying(Box(x, y, wide, high), text=text, size=size)]


def way_in(shown: list[Widget], name: str, tag: Box) -> tuple["Point", "Point"]:
    """Give the way of a tag to a meter's figure, within that meter, so that it crosses no word of anything else.

    Where the figure stands below the label it slides in from the right, else it rises from below between the two.
    """
    meter_ = next(one for one in shown if isinstance(one, Meter) and one.label == say("meter." + name))
    box = meter_.box
    if meter_.stacked:
        high = tall(meter_.label_size * meter_.share // WHOLE)
        level = box.y + high + (box.h - FOOT - high - tag.h) // 2 + 2
        left = box.x + meter_.pad(meter_.share) + meter_.ink(meter_.figure, "figures bold", meter_.number_size) + 8
        return (box.right - tag.w - 6, level), (min(left, box.right - tag.w - 6), level)
    x = box.x + meter_.pad(meter_.share) + meter_.ink(meter_.label, "text", meter_.label_size) + 4
    return (x, box.bottom - tag.h // 2), (x, box.y + (box.h - FOOT - tag.h) // 2)


def figure(name: str, by: float) -> str:
    """Write what flies to a meter.

    >>> figure("worked", 4 / 60), figure("followers", 2)
    ('+0:04', '+2')
    """
    return "+" + (number(by) if name == "followers" else clock(by))
