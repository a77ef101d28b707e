"""What the desk looks like: from the session's word, the scene's movements and a layout to a list of widgets."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from game.ui.box import Box
from game.ui.keys import Keys
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.card import Page, pages, spoken
from game.ui.kit.card_face import CardBack, CardFace, Ear
from game.ui.kit.desk import Capsule, Legend, Meter, NeighbourTray, Pile, PileCount, Ribbon, SentLine, Strip
from game.ui.kit.plain import Button, Words
from game.ui.kit.stamps import Mark, Stamp
from game.ui.layout import Layout
from game.ui.palette import PAPER, TUBE
from game.ui.text import line_height, width
from game.ui.words import age, clock, number, say

if TYPE_CHECKING:
    from game.session import Card, Neighbour
    from game.ui.play import Look
    from game.ui.scenes.desk import Desk

STAMPS = ("ignore", "like", "reshare")
SLIDES = {"ignore": (-1, 0), "like": (0, 1), "reshare": (1, 0)}
SIGNS = ("tick", "hourglass")
TURNS = {"ignore": -3, "like": 2, "reshare": 3}
WORDED = 80
"""A tool wider than this has word and key beside its sign."""
DOWN = 0.12
"""Seconds that a stamp stays down."""


def desk_widgets(desk: "Desk") -> list[Widget]:
    """List the desk's widgets in the order of drawing, which is also the order of Tab."""
    layout, look = desk.room.layout, desk.play.look
    parts: list[Widget] = [Backdrop(layout.canvas, scene="desk", layout=layout)]
    parts += bar(desk, look, layout)
    parts += pile(look, layout, desk.play.room)
    parts += town(desk, look, layout)
    parts += under_the_lamp(desk, look, layout)
    parts += stamps(desk, look, layout)
    parts += ribbon(desk, look, layout)
    parts += out(look, layout)
    parts += meters(desk, look, layout)
    return parts


def bar(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """Clock, progress and the four tools."""
    size = layout.type.meta
    left = shift_clock(desk)
    words = say("bar.no_clock") if desk.play.calm else left
    done = look.shift.handled + (look.out is not None)
    progress = say("bar.progress", handled=done, cards=look.shift.cards)
    if width(progress, "text", size) > layout.progress.w:
        progress = f"{done}/{look.shift.cards}"
    colour = TUBE if desk.play.calm else PAPER
    figures = size if width(words, "figures bold", size) <= layout.clock.w else layout.clock.w // 5
    parts: list[Widget] = []
    if not (desk.play.calm and not layout.wide):
        parts.append(Words(layout.clock, words, "timer", weight="figures bold", size=figures, colour=colour))
    parts.append(Words(layout.progress, progress, "status", size=size, colour=PAPER))
    return [*parts, *tools(layout, desk.room.keys, muted=desk.room.settings.muted)]


@lru_cache(maxsize=8)
def tools(layout: Layout, keys: Keys, *, muted: bool) -> tuple[Widget, ...]:
    """The coat, the sound, the settings and the pause."""
    names = (
        ("leave", say("tool.leave"), "coat"),
        ("mute", say("tool.mute"), "sound_off" if muted else "sound_on"),
        ("settings", say("tool.settings"), "settings"),
        ("pause", say("tool.pause"), "pause"),
    )
    size, roomy = min(layout.type.meta, 24), layout.wide and not layout.large
    parts: list[Widget] = []
    for (action, name, sign), box in zip(names, layout.tools, strict=True):
        tool = Button(box, name, action=action, key=keys.of(action), size=size, style="quiet", sign=sign)
        tool = replace(tool, word=name if roomy and box.w > WORDED else "", hint=box.w > WORDED)
        parts.append(replace(tool, role="switch", value=say("on" if muted else "off")) if action == "mute" else tool)
    return tuple(parts)


def shift_clock(desk: "Desk") -> str:
    """Write what is left of the shift."""
    return clock(desk.play.time_left() / 60)


def pile(look: "Look", layout: Layout, room: int) -> list[Widget]:
    """The IN tray, as a pile or as a counter."""
    shift = look.shift
    value = say("pile.count", n=shift.waiting, room=room)
    name, count = say("pile.name"), shift.waiting
    if layout.wide and not layout.large:
        oldest = say("pile.oldest", age=age(max((card.age for card in look.tray), default=0))) if look.tray else ""
        size = layout.type.label
        return [
            Pile(
                layout.pile, name, value=value, count=min(count, room), room=room,
                oldest=oldest, fallen=shift.fallen, size=size,
            )
        ]  # fmt: skip
    return [PileCount(layout.pile, name, value=value, count=count, room=room, size=layout.type.meta)]


def town(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The neighbours' trays and the capsules under way to them."""
    size, traffic = layout.type.map, desk.traffic
    parts: list[Widget] = [
        tray(box, neighbour, traffic.under_way(index), traffic.flash(index), size)
        for index, (box, neighbour) in enumerate(zip(layout.trays, look.neighbours, strict=False))
    ]
    side = 26 if layout.wide else 20
    parts += [Capsule(Box(x - side // 2, y - side // 2, side, side), turn=turn) for x, y, turn in desk.capsules()]
    return parts


@lru_cache(maxsize=256)
def tray(box: Box, neighbour: "Neighbour", under_way: int, flash: str, size: int) -> NeighbourTray:
    """One neighbour's tray; what is still under way to it does not lie in it yet."""
    slips, thanked, back = max(0, neighbour.slips - under_way), neighbour.thanked, neighbour.back
    value = say("tray.value", slips=neighbour.slips, thanked=thanked, back=back)
    return NeighbourTray(
        box, neighbour.name, value=value, short=neighbour.name, slips=min(5, slips), thanked=thanked, back=back,
        lit=neighbour.lit, flash=flash, size=size,
    )  # fmt: skip


def under_the_lamp(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The card, its back while paused, or the empty place; above it a card that is leaving."""
    if desk.paused:
        return [CardBack(layout.card, say("pause.title"), "article")]
    if not look.tray:
        more = look.shift.dealt < look.shift.cards
        words = say("card.empty.more") if more else say("card.empty")
        back = CardBack(layout.card, say("card.empty"), "article", words=words, size=layout.type.inside, empty=True)
        return [back, *leaving(desk, layout)]
    card = look.tray[0]
    sheets = pages(card, layout)
    page = desk.page % len(sheets)
    ear = card.inside is None or len(sheets) > 1
    named = face(card, layout.card, sheets[page], layout)
    parts: list[Widget] = [replace(named, name=card.headline, role="article", value=spoken(card), ear=ear)]
    if card.inside is None:
        word = say("card.unfold")
        parts.append(Ear(layout.ear, word, action="unfold", key=desk.room.keys.of("unfold"), word=word, size=layout.type.label))
    elif len(sheets) > 1:
        word = say("card.more", page=page + 1, pages=len(sheets))
        parts.append(Ear(layout.ear, word, action="unfold", key=desk.room.keys.of("unfold"), word=word, size=layout.type.label))
    return parts + leaving(desk, layout)


def face(card: "Card", box: Box, page: Page, layout: Layout) -> CardFace:
    """Give a card's page as paper, as decoration."""
    paper = CardFace(box, role="none", page=page, layout=layout, badge=card.badge, flame=card.flame)
    return replace(paper, likes=card.likes, reshares=card.reshares)


def leaving(desk: "Desk", layout: Layout) -> list[Widget]:
    """A card that was stamped: it lies still while the stamp strikes, then slides off towards where it goes."""
    gone = desk.leaving
    if gone is None:
        return []
    share = max(0.0, (gone.age - 0.09) / 0.18)
    dx, dy = SLIDES[gone.kind]
    moved = layout.card.moved(round(dx * share * layout.card.w), round(dy * share * layout.card.h))
    paper = face(gone.card, moved, pages(gone.card, layout)[0], layout)
    mark = Box(moved.x + moved.w // 4, moved.y + moved.h // 2, moved.w // 2, 110)
    word = say("stamp." + gone.kind)
    return [paper, Mark(mark, kind=gone.kind, word=word, size=layout.type.title, turn=TURNS[gone.kind])]


def stamps(desk: "Desk", look: "Look", layout: Layout) -> tuple[Widget, ...]:
    """The three stamps."""
    gone = desk.leaving
    struck = gone.kind if gone is not None and gone.age < DOWN else ""
    return three_stamps(layout, desk.room.keys, struck, able=bool(look.tray) and not desk.paused)


@lru_cache(maxsize=32)
def three_stamps(layout: Layout, keys: Keys, struck: str, *, able: bool) -> tuple[Widget, ...]:
    """The three stamps; `struck` names the one that is down."""
    word, key_size = layout.type.stamp, layout.type.meta
    widest = max(width(say("stamp." + kind), "bold", word) for kind in STAMPS)
    return tuple(
        Stamp(
            box, say("stamp." + kind), action=kind, key=keys.of(kind), size=word, key_size=key_size,
            down=kind == struck, able=able, widest=widest,
        )
        for kind, box in zip(STAMPS, layout.stamps, strict=True)
    )  # fmt: skip


def ribbon(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The undo ribbon while a stamped card waits in the OUT strip."""
    if look.out is None:
        return []
    left = round(100 * desk.play.undo_left / desk.play.undo_seconds)
    kind = desk.play.stamp or "ignore"
    line = say("undo.line", stamp=say("stamp." + kind), headline=look.out.headline)
    return [
        Ribbon(
            layout.undo, say("undo"), value=line, action="undo", key=desk.room.keys.of("undo"),
            size=layout.type.label, kind=kind, headline=look.out.headline, left=left,
        )
    ]  # fmt: skip


def out(look: "Look", layout: Layout) -> list[Widget]:
    """The OUT strip: what was sent last, newest first, with what readers said so far."""
    if layout.out is None:
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


def meters(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """Four meters on the wide desk; on the phone as many as fit, and a tap turns to the others."""
    kept = look.meters
    share = round(100 * kept.others_thanked / kept.others_minutes) if kept.others_minutes else 0
    thanked = say("meter.thanked", clock=clock(kept.others_thanked))
    rows = (
        ("others", clock(kept.others_minutes), share, thanked),
        ("followers", number(kept.followers), -1, ""),
        ("worked", clock(kept.minutes_worked), -1, ""),
        ("wage", f"{kept.wage:.2f}", -1, ""),
    )
    count = len(layout.meters)
    first = desk.meters_turned * count % len(rows)
    type_ = layout.type
    widest = max(Meter.wide(say("meter." + key), figure, type_.number, type_.label) for key, figure, _, _ in rows)
    stacked = widest > layout.meters[0].w
    parts: list[Widget] = []
    sheets = len(rows) // count
    for (key, figure, part, more), box in zip(rows[first : first + count], layout.meters, strict=True):
        last = box is layout.meters[-1]
        value = f"{figure}, {more}" if more else figure
        sheet, of = first // count, sheets if last else 1
        reading = Reading(key, figure, value, part, lit=key in desk.lit, sheet=sheet, sheets=of)
        parts.append(meter(box, reading, layout, stacked=stacked, turns=sheets > 1))
    return parts


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
def meter(box: Box, reading: Reading, layout: Layout, *, stacked: bool, turns: bool) -> Meter:
    """One meter; where not all fit it is a button that turns to the others."""
    name = say("meter." + reading.key)
    return Meter(
        box, name, value=reading.value, label=name, figure=reading.figure, part=reading.part, lit=reading.lit,
        sheet=reading.sheet, sheets=reading.sheets,
        role="button" if turns else "meter", action="meters" if turns else "", stacked=stacked,
        number_size=layout.type.number, label_size=layout.type.label,
    )  # fmt: skip
