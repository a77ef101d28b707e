"""The right side of the desk: the tube map with all that moves on it, and the strip of papers sent."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.desk import Legend, SentLine, Strip
from game.ui.kit.plain import Words
from game.ui.kit.tray import ROWS, Capsule, Dark, Flame, LostSlip, NeighbourTray, Spark, tray_width
from game.ui.layout import Layout
from game.ui.palette import TUBE
from game.ui.text import line_height, width
from game.ui.tubes import along, tubes
from game.ui.words import say

if TYPE_CHECKING:
    from game.session import Neighbour
    from game.ui.play import Look
    from game.ui.scenes.desk import Desk

SIGNS = ("tick", "hourglass")
RUNS = 2.4
"""Seconds in which a flame runs from a tray to the desk."""
FLAMES = 2
"""Flames on one branch."""
STAND = (0.35, 0.75)
"""With reduced motion flames stand at these parts of their way."""
DROPS = 46
"""Pixels by which a lost slip falls."""


class Shown(NamedTuple):
    """What a tray shows besides the neighbour's own counts: what is not seen to arrive yet is not in it."""

    under_way: int
    thanked: int
    back: int
    glow: int
    dim: int
    halo: bool
    flash: str
    fresh: bool


def town(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The neighbours' trays, darkness before the map is lit, and what is under way."""
    size, traffic = layout.type.map, desk.traffic
    above: list[Widget] = []
    parts: list[Widget] = []
    for index, (box, neighbour) in enumerate(zip(layout.trays, look.neighbours, strict=False)):
        flash, fresh = traffic.popping(index)
        thanked, back = traffic.hidden(index, "thanked"), traffic.hidden(index, "back")
        glow, dim, halo = traffic.glow(index), traffic.dim(index), traffic.halo(index)
        shown = Shown(traffic.under_way(index), thanked, back, glow, dim, halo, flash, fresh)
        (above if desk.dark and glow else parts).append(tray(box, neighbour, shown, size))
    if desk.dark and layout.trays:
        parts.append(Dark(layout.map, steps=math.ceil(desk.dark * Dark.OF)))
    return [*parts, *above, *moving(desk, layout)]


@lru_cache(maxsize=256)
def tray(box: Box, neighbour: "Neighbour", shown: Shown, size: int) -> NeighbourTray:
    """One neighbour's tray."""
    slips = max(0, neighbour.slips - shown.under_way)
    others = -(-(neighbour.waiting - neighbour.slips) * ROWS // neighbour.room) if neighbour.room else 0
    return NeighbourTray(
        box, neighbour.name, value=tray_value(neighbour), short=neighbour.name, slips=min(ROWS, slips), others=max(0, others),
        thanked=neighbour.thanked - shown.thanked, back=neighbour.back - shown.back,
        glow=shown.glow, dim=shown.dim, halo=shown.halo, pupil=neighbour.pupil,
        flash=shown.flash, fresh=shown.fresh, size=size,
    )  # fmt: skip


def tray_value(neighbour: "Neighbour") -> str:
    """Say what a tray shows, in words."""
    parts = [say("tray.value", slips=neighbour.slips, thanked=neighbour.thanked, back=neighbour.back)]
    if neighbour.room:
        parts.append(say("tray.holds", waiting=neighbour.waiting, room=neighbour.room))
    parts.append(say("tray.lit" if neighbour.lit else "tray.dark"))
    if neighbour.dim:
        parts.append(say("tray.dimmed", thirds=neighbour.dim))
    if neighbour.pupil:
        parts.append(say("tray.pupil"))
    return "; ".join(parts)


def moving(desk: "Desk", layout: Layout) -> list[Widget]:
    """Flames, capsules, likes and slips that fall."""
    if not layout.trays:
        return []
    laid, traffic = tubes(layout), desk.traffic
    side = 26 if layout.wide else 20
    parts: list[Widget] = [Flame(at(x, y, side)) for x, y in flames(desk, layout)]
    parts += [Capsule(at(x, y, side), turn=turn) for x, y, turn in traffic.places(laid)]
    parts += [Spark(at(x, y, side)) for x, y in traffic.sparks_at(laid)]
    for index, share in traffic.falling():
        if index >= len(layout.trays):
            continue
        box = layout.trays[index]
        edge = box.x + tray_width(box)
        if traffic.reduced:
            parts.append(LostSlip(at(edge + 12, box.bottom - 12, 36), struck=True))
        else:
            fallen = round(DROPS * share * share)
            parts.append(LostSlip(at(edge + 6 + round(10 * share), box.bottom - 40 + fallen, 36), turn=round(share * 9) * 10))
    return parts


def at(x: int, y: int, side: int) -> Box:
    """Give a square round a point."""
    return Box(x - side // 2, y - side // 2, side, side)


def flames(desk: "Desk", layout: Layout) -> list[tuple[int, int]]:
    """Give where flames of a call-out are: on as many branches as still burn, towards the desk."""
    laid = tubes(layout)
    found = []
    for branch, source in enumerate(sources(layout)[: desk.heat]):
        for flame in range(FLAMES):
            start = flame / FLAMES + branch / 7
            share = STAND[flame] if desk.room.reduced else 1 - (desk.burning / RUNS + start) % 1
            x, y, _ = along(laid.ways[source], share)
            found.append((x, y))
    return found


def sources(layout: Layout) -> tuple[int, ...]:
    """Give the trays from which call-outs burn towards the desk: on three sides, where the map has them."""
    last = len(layout.trays) - 1
    return (0, 1, 2) if layout.wide and not layout.large else (last, last // 2, 0)


def out(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The OUT strip: what was sent last, newest first, with what readers said so far; on a phone only the last."""
    if layout.out is None:
        return last_sent(look, layout)
    if desk.plate and layout.plate == layout.out:
        return []
    size = layout.type.label
    box = layout.out
    parts: list[Widget] = [Strip(box, say("out.name"), word=say("out.name"), size=size)]
    left = box.x + width(say("out.name"), "bold", size) + 40
    high = line_height(size) + 2
    rows = max(1, (box.h - 12) // high)
    area = Box(left, box.y + 8, box.right - left - 12, high)
    if layout.large:
        area = Box(box.x + 12, box.y + 8 + high, box.w - 24, high)
        rows = max(1, (box.h - 14) // high - 1)
    if not look.sent:
        parts.append(Words(area, say("out.none"), "note", size=size, colour=TUBE))
        if rows > len(SIGNS):
            signs = enumerate(SIGNS, start=1)
            parts += [Legend(area.moved(0, row * high), say("out." + sign), sign=sign, size=size) for row, sign in signs]
    for row, sent in enumerate(list(look.sent)[-rows:][::-1]):
        value = say("out.value", thanked=sent.thanked, back=sent.back)
        place = area.moved(0, row * high)
        parts.append(
            SentLine(place, sent.headline, value=value, headline=sent.headline, thanked=sent.thanked, back=sent.back, size=size)
        )
    return parts


def last_sent(look: "Look", layout: Layout) -> list[Widget]:
    """The paper sent last, where there is no strip; it gives way to the ribbon and to the plate."""
    if layout.last is None or not look.sent:
        return []
    sent = look.sent[-1]
    value = say("out.value", thanked=sent.thanked, back=sent.back)
    return [
        SentLine(
            layout.last, sent.headline, value=value, headline=sent.headline, thanked=sent.thanked, back=sent.back,
            size=layout.type.label, plate=say("out.name"),
        )
    ]  # fmt: skip
