"""What the desk looks like: from the session's word, the scene's movements and a layout to a list of widgets."""

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from game.session.orders import BLIND
from game.ui.box import Box
from game.ui.keys import Keys
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.card import Page, pages, spoken
from game.ui.kit.card_face import CardBack, CardFace, Ear
from game.ui.kit.desk import Bell, Crumpled, Legend, Line, Ribbon, Rolled, Timer
from game.ui.kit.plain import Button, Panel, Switch, Words
from game.ui.kit.stamps import Drawer, Mark, Stamp
from game.ui.layout import Layout, Shape
from game.ui.palette import NIGHT, PAPER, TUBE
from game.ui.scenes.desk_map import out, town
from game.ui.scenes.desk_meters import fallen, flying, meters, pile
from game.ui.text import width
from game.ui.words import age, clock, say

if TYPE_CHECKING:
    from game.session import Card
    from game.ui.play import Look
    from game.ui.scenes.desk import Desk

STAMPS = ("ignore", "like", "reshare")
TURNS = {"ignore": -3, "like": 2, "reshare": 3}
WORDED = 80
"""A tool wider than this has its word beside its sign."""
LEAST_PLATE: dict[Shape, int] = {"wide": 18, "upright": 13}
"""Letters on the plate are not smaller than this."""
INSET = 10
"""Round the key of the signs, and between them."""
BELL = 52
SWINGS = 2.5
"""Swings of the bell in a second."""
DOWN = 0.12
"""Seconds that a stamp stays down."""


def desk_widgets(desk: "Desk") -> list[Widget]:
    """List the desk's widgets in the order of drawing, which is also the order of Tab."""
    layout, look = desk.room.layout, desk.play.look
    parts: list[Widget] = [Backdrop(layout.canvas, scene="desk", layout=layout)]
    parts += bar(desk, look, layout)
    parts += pile(desk, look, layout)
    parts += town(desk, look, layout)
    parts += under_the_lamp(desk, look, layout)
    parts += stamps(desk, look, layout)
    said = lines(desk, look, layout)
    if layout.out is not None or not any(widget.box.meets(layout.undo) for widget in said):
        parts += out(desk, look, layout)
    parts += said
    parts += meters(desk, look, layout)
    parts += fallen(desk, layout)
    parts += flying(desk, layout)
    return parts


def bar(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """Clock and progress, in the lesson the way out of it instead; then the four tools."""
    return [*(lesson_bar if look.lesson is not None else shift_bar)(desk, look, layout), *bar_tools(desk, layout)]


def bar_tools(desk: "Desk", layout: Layout) -> tuple[Widget, ...]:
    """The four tools."""
    return tools(layout, desk.room.keys, muted=desk.room.settings.muted)


def lesson_bar(desk: "Desk", _: "Look", layout: Layout) -> list[Widget]:
    """The way out of the lesson."""
    key, size = desk.room.keys.of("skip"), min(layout.type.meta, 24)
    return [Button(layout.skip, say("lesson.skip"), action="skip", key=key, size=size, style="quiet")]


def shift_bar(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """Clock and progress."""
    size = layout.type.meta
    done = look.shift.handled + (look.out is not None)
    progress = say("bar.progress", handled=done, cards=look.shift.cards)
    if width(progress, "text", size) > layout.progress.w:
        progress = f"{done}/{look.shift.cards}"
    parts: list[Widget] = []
    if not desk.play.calm:
        left = shift_clock(desk)
        parts.append(Timer(layout.clock, say("bar.clock", clock=left), figure=left, size=size))
    elif layout.wide:
        parts.append(Words(layout.clock, say("bar.no_clock"), "timer", weight="figures bold", size=size, colour=TUBE))
    return [*parts, Words(layout.progress, progress, "status", size=size, colour=PAPER)]


@lru_cache(maxsize=8)
def tools(layout: Layout, keys: Keys, *, muted: bool) -> tuple[Widget, ...]:
    """The coat, the sound, the settings and the pause."""
    size, roomy = min(layout.type.meta, 24), layout.wide and not layout.large

    def tool(index: int, action: str, sign: str) -> Button:
        """Give one tool; its word only where there is room, for the sign says the same."""
        name, box = say("tool." + action), layout.tools[index]
        word = name if roomy and box.w > WORDED else ""
        return Button(box, name, action=action, key=keys.of(action), size=size, style="quiet", sign=sign, word=word)

    sound = Switch(layout.tools[1], say("tool.mute"), action="mute", key=keys.of("mute"), size=size, style="quiet", lit=muted)
    sound = replace(sound, sign="sound_off" if muted else "sound_on", value=say("on" if muted else "off"))
    return tool(0, "leave", "coat" if layout.wide else "door"), sound, tool(2, "settings", "settings"), tool(3, "pause", "pause")


def shift_clock(desk: "Desk") -> str:
    """Write what is left of the shift."""
    return clock(desk.play.time_left() / 60)


def under_the_lamp(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The card, its back while paused, or the empty place; above it a card that is leaving."""
    if desk.paused:
        return [CardBack(layout.card, say("pause.title"), "article")]
    if not look.tray:
        return [*empty(desk, look, layout), *leaving(desk, layout)]
    card = look.tray[0]
    before = mark_of(desk, card)
    sheets = pages(card, layout, before, brief_of(desk, card))
    page = desk.page % len(sheets)
    lesson = look.lesson
    folded = card.inside is None and (lesson is None or lesson.unfold)
    ear = folded or len(sheets) > 1
    paper = replace(face(desk, card, layout.card, sheets[page]), ear=ear)
    if desk.arrived < 1:
        away = round((1 - desk.arrived) ** 2 * -layout.card.right)
        coming = [replace(paper, box=layout.card.moved(away))] if desk.arriving >= 0 else []
        return [*coming, *leaving(desk, layout)]
    value = spoken(card, before, taped=desk.play.order == BLIND)
    parts: list[Widget] = [replace(paper, name=card.headline, role="article", value=value)]
    if ear:
        word = say("card.unfold") if folded else say("card.more", page=page + 1, pages=len(sheets))
        parts.append(dog_ear(desk, layout, word))
    return parts + leaving(desk, layout)


def dog_ear(desk: "Desk", layout: Layout, word: str) -> Ear:
    """The corner that opens the card or turns its page; in the lesson it wiggles once, or is framed where nothing moves."""
    guide = desk.guide
    lift = guide.lift() if guide is not None else 0
    still = desk.room.reduced
    key, size = desk.room.keys.of("unfold"), layout.type.label
    wanted = guide is not None and guide.hint == "unfold"
    ear = Ear(layout.ear, word, action="unfold", key=key, word=word, size=size, lift=0 if still else lift)
    return replace(ear, framed=wanted or (still and lift > 0))


def empty(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The empty place under the lamp; in the lesson a plate on it says what the stamp has come to."""
    if look.lesson is not None:
        bare: list[Widget] = [CardBack(layout.card, role="none", empty=True)]
        line = desk.guide.line if desk.guide is not None else ""
        if line:
            high = min(layout.card.h - 40, 3 * layout.type.headline)
            place = Box(layout.card.x + 24, layout.card.centre[1] - high // 2, layout.card.w - 48, high)
            if desk.dark < 1:
                place = place._replace(y=layout.card.y + 16)
                bare += signs(layout, Box(place.x, place.bottom + 12, place.w, layout.card.bottom - place.bottom - 24))
            bare.append(Line(place, line, size=layout.type.headline, least=layout.type.meta))
        return bare
    more = look.shift.dealt < look.shift.cards
    words = say("card.empty.more") if more else say("card.empty")
    return [CardBack(layout.card, say("card.empty"), "article", words=words, size=layout.type.inside, empty=True)]


@lru_cache(maxsize=8)
def signs(layout: Layout, area: Box) -> tuple[Widget, ...]:
    """The key of the map's signs, in letters as large as the area has room for; the lamp is left out where no tray is shown."""
    names = [sign for sign in ("tick", "hourglass", "lamp") if layout.trays or sign != "lamp"]
    least = LEAST_PLATE[layout.shape]
    for size in range(layout.type.meta, least - 1, -1):
        heights = [Legend.height(say("sign." + name), size, area.w - 2 * INSET) for name in names]
        if sum(heights) + INSET * (len(names) + 1) <= area.h:
            break
    y = area.y + INSET
    parts: list[Widget] = []
    for name, high in zip(names, heights, strict=True):
        parts.append(Legend(Box(area.x + INSET, y, area.w - 2 * INSET, high), say("sign." + name), sign=name, size=size))
        y += high + INSET
    return Panel(area._replace(h=y - area.y), role="none", fill=NIGHT), *parts


def mark_of(desk: "Desk", card: "Card") -> str:
    """Say what stamp a card got when it was here before, and what is left to do with it; "" if it is new."""
    stamped = desk.play.stamped_before(card)
    if stamped is None:
        return ""
    before = say("card.before." + stamped.kind, age=age(stamped.ago))
    return f"{before}. {say('card.spent')}" if stamped.lifted else before


def brief_of(desk: "Desk", card: "Card") -> str:
    """Say in a few words what stamp a card got when it was here before; "" if it is new."""
    stamped = desk.play.stamped_before(card)
    return say("card.brief." + stamped.kind) if stamped is not None else ""


def spoken_card(desk: "Desk", card: "Card") -> str:
    """Say a card as a screen reader speaks it."""
    words = spoken(card, mark_of(desk, card), taped=desk.play.order == BLIND)
    return f"{card.author}: {card.headline}. {words}"


def face(desk: "Desk", card: "Card", box: Box, page: Page) -> CardFace:
    """Give a card's page as paper, as decoration."""
    layout = desk.room.layout
    paper = CardFace(box, role="none", page=page, layout=layout, badge=card.badge, flame=card.flame)
    stamped = desk.play.stamped_before(card)
    if stamped is not None:
        paper = replace(paper, before=stamped.kind)
    if desk.play.order == BLIND:
        return replace(paper, taped=card.likes is not None or card.reshares is not None)
    return replace(paper, likes=card.likes, reshares=card.reshares)


def leaving(desk: "Desk", layout: Layout) -> list[Widget]:
    """A card that goes: it lies still while the stamp strikes, then goes where its stamp sends it."""
    gone, share = desk.leaving, desk.slid
    if gone is None:
        return []
    card, kind = layout.card, gone.kind
    if share > 0 and kind == "ignore":
        side = round(min(card.w, card.h) * (0.6 - 0.25 * share))
        x, y = card.centre[0] - round(share * card.w * 0.6), card.centre[1] + round(share * share * card.h * 0.5)
        return [Crumpled(Box(x - side // 2, y - side // 2, side, side))]
    if share > 0 and kind == "reshare":
        wide, high = round(card.w * (0.9 - 0.6 * share)), round(card.h * 0.22)
        x = card.centre[0] + round(share * card.w * 0.7)
        return [Rolled(Box(x - wide // 2, card.centre[1] - high // 2, wide, high))]
    moved = card.moved(0, round(share * card.h))
    paper = face(desk, gone.card, moved, pages(gone.card, layout, mark_of(desk, gone.card), brief_of(desk, gone.card))[0])
    if kind == "floor":
        return [paper]
    mark = Box(moved.x + moved.w // 4, moved.y + moved.h // 2, moved.w // 2, 110)
    return [paper, Mark(mark, kind=kind, word=say("stamp." + kind), size=layout.type.title, turn=TURNS[kind])]


def stamps(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The three stamps; in the lesson some lie in drawers that are shut."""
    gone = desk.leaving
    struck = gone.kind if gone is not None and gone.age < DOWN else ""
    guide = desk.guide
    hint = guide.hint if guide is not None else ""
    pencil = look.pencil or "" if not desk.paused and desk.arrived >= 1 else ""
    stamped = desk.play.stamped_before(look.tray[0]) if look.tray else None
    spent = stamped is not None and stamped.lifted
    row = Row(struck, pencil, hint, able=bool(look.tray) and not desk.paused, spent=spent)
    parts: list[Widget] = []
    for stamp in three_stamps(layout, desk.room.keys, row):
        opened = int(desk.opened(stamp.action) * Drawer.OF)
        if opened > 0:
            parts.append(stamp)
        if opened < Drawer.OF:
            name = "" if opened else say("drawer.shut")
            parts.append(Drawer(stamp.box, name, opened=opened))
    return parts


class Row(NamedTuple):
    """How the row of stamps lies: which is down, pencilled or framed; whether they may strike; whether two are `spent`."""

    struck: str
    pencil: str
    hint: str
    able: bool
    spent: bool


@lru_cache(maxsize=32)
def three_stamps(layout: Layout, keys: Keys, row: Row) -> tuple[Stamp, ...]:
    """The three stamps."""
    word, key_size = layout.type.stamp, layout.type.meta
    widest = max(width(say("stamp." + kind), "bold", word) for kind in STAMPS)
    return tuple(
        Stamp(
            box, say("stamp." + kind), action=kind, key=keys.of(kind), size=word, key_size=key_size,
            value=say("pencil.mark") if kind == row.pencil else "", pencil=kind == row.pencil, framed=kind == row.hint,
            down=kind == row.struck, able=row.able and not (row.spent and kind != "ignore"), widest=widest,
        )
        for kind, box in zip(STAMPS, layout.stamps, strict=True)
    )  # fmt: skip


def bell(desk: "Desk", layout: Layout) -> list[Widget]:
    """The bell while it rings: it swings above the card, or above the question that it asks."""
    panel = next((part.box for part in desk.dialog.widgets(layout) if part.role == "dialog"), None) if desk.dialog else None
    if desk.paused or (desk.ringing <= 0 and not desk.bell_asks):
        return []
    x, y = (layout.card.centre[0], layout.card.y + 8) if panel is None else (panel.centre[0], panel.y - BELL - 6)
    if y < layout.clock.bottom:
        return []
    swings = desk.ringing > 0 and not desk.room.reduced
    turn = round(math.sin(desk.ringing * math.tau * SWINGS) * 2) * 9 if swings else 0
    return [Bell(Box(x - BELL // 2, y, BELL, BELL), turn=turn)]


def lines(desk: "Desk", look: "Look", layout: Layout) -> list[Widget]:
    """The undo ribbon while a stamped card waits in the OUT strip, and the plate while it says something."""
    text = desk.plate
    parts: list[Widget] = []
    share = layout.plate.meets(layout.undo)
    waits = look.out is not None and look.lesson is None
    if text and not desk.paused:
        plate = layout.plate if waits or not share else layout.plate._replace(w=layout.undo.w)
        parts.append(Line(plate, text, size=layout.type.label, least=LEAST_PLATE[layout.shape]))
    if waits:
        box = layout.undo
        if text and share:
            left = layout.plate.right + 12
            box = Box(left, box.y, box.right - left, box.h)
        parts.append(ribbon(desk, look, layout, box))
    return parts


def ribbon(desk: "Desk", look: "Look", layout: Layout, box: Box) -> Ribbon:
    """The undo ribbon."""
    left = round(100 * desk.play.undo_left / desk.play.undo_seconds)
    kind = desk.play.stamp or "ignore"
    headline = look.out.headline if look.out is not None else ""
    line = say("undo.line", stamp=say("stamp." + kind), headline=headline)
    return Ribbon(
        box, say("undo"), value=line, action="undo", key=desk.room.keys.of("undo"),
        size=layout.type.label, kind=kind, headline=headline, left=left,
    )  # fmt: skip
