"""Where everything lies: two layouts (wide 1280x720, upright 390x844), each at three text sizes (LEVEL_ONE section 9)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from game.ui.box import Box

Shape: TypeAlias = Literal["wide", "upright"]
PERCENTS = (100, 150, 200)
SIZES: dict[Shape, tuple[int, int]] = {"wide": (1280, 720), "upright": (390, 844)}
TARGET = 44
"""The least side of anything that can be pressed."""


@dataclass(frozen=True)
class Type:
    """Letter heights in pixels."""

    headline: int
    inside: int
    author: int
    meta: int
    stamp: int
    number: int
    label: int
    button: int
    title: int
    ledger: int
    map: int


@dataclass(frozen=True, eq=False)
class Layout:
    """The places of one layout at one text size. `pile` is a tray with a pile where it is tall, a counter where it is flat.

    `skip` is where the lesson can be skipped, in place of clock and counts. `plate` holds one line that the desk says; where it
    shares the place of `undo` the ribbon gives way to it. `last` shows the paper sent last where there is no OUT strip.

    There is one object per layout and size, so they compare and hash by identity, which is fast.
    """

    shape: Shape
    percent: int
    size: tuple[int, int]
    type: Type
    clock: Box
    progress: Box
    tools: tuple[Box, Box, Box, Box]
    pile: Box
    card: Box
    ear: Box
    stamps: tuple[Box, Box, Box]
    undo: Box
    map: Box
    trays: tuple[Box, ...]
    out: Box | None
    meters: tuple[Box, ...]
    skip: Box
    plate: Box
    last: Box | None = None

    @property
    def wide(self) -> bool:
        """Whether this is the wide layout."""
        return self.shape == "wide"

    @property
    def large(self) -> bool:
        """Whether text is larger than usual, so that the desk is laid out again."""
        return self.percent > PERCENTS[0]

    @property
    def canvas(self) -> Box:
        """The whole picture."""
        return Box(0, 0, *self.size)


def shape_for(width: int, height: int) -> Shape:
    """Choose the layout for a window.

    >>> shape_for(390, 844)
    'upright'
    """
    return "wide" if width >= height else "upright"


@lru_cache(maxsize=len(PERCENTS) * 2)
def layout(shape: Shape, percent: int) -> Layout:
    """Give the layout of a shape at a text size (100, 150 or 200 per cent)."""
    if percent not in PERCENTS:
        raise ValueError(f"text size {percent} is none of {', '.join(map(str, PERCENTS))}")
    if shape == "upright":
        return _upright() if percent == PERCENTS[0] else _upright_large(percent)
    return _wide() if percent == PERCENTS[0] else _wide_large(percent)


def _type(percent: int, sizes: tuple[int, ...]) -> Type:
    """Enlarge eleven sizes."""
    return Type(*(round(size * percent / 100) for size in sizes))


WIDE_TYPE = (30, 22, 22, 18, 24, 30, 18, 22, 34, 24, 18)
UPRIGHT_TYPE = (26, 20, 18, 16, 20, 26, 16, 20, 26, 19, 14)


def _wide() -> Layout:
    """Give the desk as it is drawn in LEVEL_ONE."""
    map_box = Box(776, 64, 480, 400)
    columns = (Box(800, 72, 132, 74), Box(960, 86, 132, 74), Box(1120, 72, 132, 74))
    trays = tuple(column.moved(0, 82 * row) for row in range(4) for column in columns)
    return Layout(
        shape="wide",
        percent=100,
        size=SIZES["wide"],
        type=_type(100, WIDE_TYPE),
        clock=Box(24, 2, 110, 44),
        progress=Box(140, 2, 220, 44),
        tools=(Box(740, 2, 130, 44), Box(878, 2, 72, 44), Box(958, 2, 154, 44), Box(1120, 2, 136, 44)),
        pile=Box(24, 64, 200, 540),
        card=Box(248, 64, 504, 392),
        ear=Box(590, 392, 162, 64),
        stamps=(Box(248, 472, 160, 132), Box(420, 472, 160, 132), Box(592, 472, 160, 132)),
        undo=Box(248, 608, 504, 44),
        map=map_box,
        trays=trays,
        out=Box(776, 480, 480, 124),
        meters=tuple(Box(0, 656, 1280, 64).columns(4, 0)),
        skip=Box(24, 2, 236, 44),
        plate=Box(248, 608, 344, 44),
    )


def _wide_large(percent: int) -> Layout:
    """Give the wide desk for large text: card and stamps grow, the map folds to four trays, the pile to a counter."""
    bar = {150: 98, 200: 118}[percent]
    top = 720 - bar
    stamps = Box(24, 484, 840, top - 10 - 484).columns(3, 16)
    ear_w, ear_h = {150: (216, 76), 200: (280, 88)}[percent]
    card = Box(24, 60, 840, 412)
    right = Box(884, 64, 372, 270)
    tools = Box(866, 2, 390, 44).columns(4, 8)
    out = Box(884, 342, 372, top - 10 - 92 - 12 - 342)
    return Layout(
        shape="wide",
        percent=percent,
        size=SIZES["wide"],
        type=_type(percent, WIDE_TYPE),
        clock=Box(24, 2, 170, 44),
        progress=Box(206, 2, 334, 44),
        tools=(tools[0], tools[1], tools[2], tools[3]),
        pile=Box(560, 2, 260, 44),
        card=card,
        ear=Box(card.right - ear_w, card.bottom - ear_h, ear_w, ear_h),
        stamps=(stamps[0], stamps[1], stamps[2]),
        undo=Box(884, top - 10 - 92, 372, 92),
        map=right,
        trays=tuple(row.moved(28) for row in Box(884, 64, 344, 228).rows(4, 6)),
        out=out,
        meters=tuple(Box(0, top, 1280, bar).columns(4, 0)),
        skip=Box(24, 2, 416, 44),
        plate=out,
    )


def _upright() -> Layout:
    """Give the phone's desk."""
    stamps = Box(12, 578, 366, 120).columns(3, 12)
    up = [Box(5 + 64 * i, 50, 59, 62) for i in range(6)]
    down = [Box(5 + 64 * i, 134, 59, 62) for i in range(6)]
    return Layout(
        shape="upright",
        percent=100,
        size=SIZES["upright"],
        type=_type(100, UPRIGHT_TYPE),
        clock=Box(10, 2, 44, 44),
        progress=Box(60, 2, 54, 44),
        tools=(Box(186, 2, 44, 44), Box(236, 2, 44, 44), Box(286, 2, 44, 44), Box(336, 2, 44, 44)),
        pile=Box(116, 2, 66, 44),
        card=Box(12, 206, 366, 360),
        ear=Box(232, 502, 146, 64),
        stamps=(stamps[0], stamps[1], stamps[2]),
        undo=Box(12, 706, 366, 44),
        map=Box(0, 48, 390, 150),
        trays=tuple(up + down),
        out=None,
        meters=tuple(Box(0, 758, 390, 86).columns(2, 0)),
        skip=Box(8, 2, 172, 44),
        plate=Box(12, 703, 238, 52),
        last=Box(12, 706, 366, 44),
    )


def _upright_large(percent: int) -> Layout:
    """Give the phone's desk for large text: stamps lie one under the other; the map folds to four trays, at 200 % to none."""
    most = percent == PERCENTS[-1]
    meters = Box(0, 758, 390, 86)
    undo = Box(84, 52, 294, 64) if most else Box(12, 704, 366, 48)
    stamps = Box(12, meters.y - 8 - 204 if most else undo.y - 6 - 204, 366, 204).rows(3, 6)
    top = 124 if most else 136
    card = Box(12, top, 366, stamps[0].y - 8 - top)
    ear_w, ear_h = {150: (176, 70), 200: (196, 82)}[percent]
    return Layout(
        shape="upright",
        percent=percent,
        size=SIZES["upright"],
        type=_type(percent, UPRIGHT_TYPE),
        clock=Box(6, 2, 76, 44),
        progress=Box(84, 2, 106, 44),
        tools=(Box(194, 2, 46, 44), Box(243, 2, 46, 44), Box(292, 2, 46, 44), Box(341, 2, 46, 44)),
        pile=Box(8, 50, 68, 70) if most else Box(312, 52, 72, 76),
        card=card,
        ear=Box(card.right - ear_w, card.bottom - ear_h, ear_w, ear_h),
        stamps=(stamps[0], stamps[1], stamps[2]),
        undo=undo,
        map=Box(0, 48, 390, 72) if most else Box(0, 48, 304, 84),
        trays=() if most else tuple(Box(3 + 75 * i, 50, 72, 68) for i in range(4)),
        out=None,
        meters=tuple(meters.columns(1 if most else 2, 0)),
        skip=Box(6, 2, 184, 44),
        plate=Box(4, 762, 382, 78),
        last=undo,
    )


USUAL = layout("wide", 100)
"""The layout that everything is drawn for first."""
