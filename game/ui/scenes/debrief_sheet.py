"""A sheet of the debrief: a heading, blocks that are shared out over pages, a coat to leave by, and the ways on below it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Rule, Words
from game.ui.layout import TARGET
from game.ui.palette import INK, SECOND_INK, Colour
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.text import line_height, width, wrap
from game.ui.words import say

GAP = 14
"""Between two blocks."""
TIGHT = 5
"""The same where that spares a page."""
LOOSE = 18
"""What is left over parts the blocks by so much more at most."""
EDGE = 12
WIDEST = 1236
BUTTON = 280
"""A button on wide paper is no wider than this at the usual text size."""
LESS = 0.8
"""A heading becomes so much smaller rather than taking a second line."""
NOWHERE = Box(0, 0, 0, 0)
PART = 0.3
"""The heading takes at most this part of the picture's height; its letters give way, down to those of a paper's inside."""
SLIM_PART = 0.14
"""The same on a phone, and on every page but the first."""


class Block(NamedTuple):
    """A piece of a page: its least height, and what puts it there. Those that `stretch` share the height that is left over."""

    height: int
    build: Callable[[Box], Sequence[Widget]]
    stretch: bool = False


class Way(NamedTuple):
    """A button below the sheet."""

    action: str
    word: str
    main: bool = False


class Plan(NamedTuple):
    """Where everything of a sheet lies: the paper, its inside, the buttons, and the blocks of each page."""

    panel: Box
    inner: Box
    foot: Box
    pages: tuple[tuple[Block, ...], ...]
    gap: int = GAP


def block(widget: Widget, height: int, *, stretch: bool = False) -> Block:
    """Give a widget as a block; it gets its place when the page is laid out."""
    return Block(height, lambda box: [replace(widget, box=box)], stretch)


def beside(blocks: Sequence[Block], gap: int) -> Block:
    """Give blocks that lie side by side in equal columns as one."""

    def build(box: Box) -> list[Widget]:
        columns = box.columns(len(blocks), gap)
        return [widget for each, column in zip(blocks, columns, strict=True) for widget in each.build(column)]

    return Block(max(each.height for each in blocks), build, any(each.stretch for each in blocks))


def below(blocks: Sequence[Block], gap: int) -> Block:
    """Give blocks that lie below each other as one, so that they stay on one page."""

    def build(box: Box) -> list[Widget]:
        y = box.y
        parts: list[Widget] = []
        for each in blocks:
            parts += each.build(box._replace(y=y, h=each.height))
            y += each.height + gap
        return parts

    return Block(sum(each.height for each in blocks) + gap * (len(blocks) - 1), build)


def words_block(text: str, room: int, size: int, weight: Weight = "text", colour: Colour = INK) -> Block:
    """Give a paragraph as a block."""
    words = Words(NOWHERE, text, "note", weight=weight, size=size, colour=colour)
    return block(words, Words.height(text, weight, size, room))


def kept_together(blocks: Sequence[Block], gap: int, space: int) -> list[Block]:
    """Give blocks as one that stays on one page, or as they are where that would be higher than a page."""
    one = below(blocks, gap)
    return [one] if one.height <= space else list(blocks)


def paragraph(  # noqa: PLR0913 - a text, its place, and how it is set
    text: str, room: int, size: int, space: int, weight: Weight = "text", colour: Colour = INK
) -> list[Block]:
    """Give a paragraph as blocks, none of them higher than a page."""
    lines, most = wrap(text, weight, size, room), max(1, space // line_height(size))
    pieces = [" ".join(lines[start : start + most]) for start in range(0, len(lines), most)]
    return [words_block(piece, room, size, weight, colour) for piece in pieces]


@lru_cache(maxsize=64)
def heading_size(words: str, letters: int, least: int, high: int, room: int) -> int:
    """Give the size of a heading: `letters`, less where it is one line then or too `high` else, but not below `least`."""
    fitting = [size for size in range(letters, least - 1, -1) if Words.height(words, "bold", size, room) <= high]
    in_one_line = [size for size in fitting if size >= letters * LESS and width(words, "bold", size) <= room]
    return next(iter([*in_one_line, *fitting]), least)


def largest_that_fit(make: Callable[[int], list[Block]], sizes: Sequence[int], space: int, otherwise: int) -> list[Block]:
    """Give blocks in the largest letters in which all of them are on one page; where none do, in the size for several."""
    for size in sizes:
        blocks = make(size)
        if sum(each.height + GAP for each in blocks) - GAP <= space:
            return blocks
    return make(otherwise)


class Sheet(Scene):
    """Subclasses give `title` and `blocks`, and where there are any, further `ways` and what comes `after`."""

    step = 0
    steps = 4

    def __init__(self, room: Room, account: Account, before: Callable[[], Scene]) -> None:
        super().__init__(room)
        self.account = account
        self.before = before
        self.page = 0
        self._layout = room.layout
        self.focus_on(say("debrief.next"))

    def title(self) -> str:
        """Give the heading: what the sheet found."""
        raise NotImplementedError

    def short(self) -> str:
        """Give what stands for a long title on the further pages of a phone."""
        return self.title()

    def letters(self) -> int:
        """Give the size of the heading's letters where there is room for them."""
        return self.room.layout.type.title

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give the blocks for pages of this width; none may be higher than `space`."""
        raise NotImplementedError

    def after(self) -> Scene | None:
        """Give the sheet that follows the last page; None where nothing does, or nothing does yet."""
        return None

    def leads_on(self) -> bool:
        """Whether a sheet follows the last page."""
        return True

    def reading(self) -> int:
        """Give the size of running text: as the inside of a paper, less where all letters are large."""
        type_ = self.room.layout.type
        return type_.meta if self.room.layout.large else type_.inside

    def ways(self) -> list[Way]:
        """Give the ways of this sheet besides back and on."""
        return []

    def do(self, action: str) -> Scene | None:
        """Do what one of the sheet's own ways stands for."""
        raise ValueError(f"nothing here answers to {action!r}")

    def plan(self) -> Plan:
        """Lay everything out for the layout in use."""
        layout = self.room.layout
        canvas = layout.canvas
        wide = min(canvas.w - 2 * EDGE, WIDEST)
        rows = -(-(len(self.ways()) + 2) // self._across())
        high = max(TARGET, line_height(layout.type.button) + 14)
        below = high * rows + 10 * (rows - 1)
        foot = Box((canvas.w - wide) // 2, canvas.h - below - EDGE, wide, below)
        panel = Box(foot.x, EDGE, wide, foot.y - 2 * EDGE)
        pad = 28 if layout.wide else 14
        inner = Box(panel.x + pad, panel.y + 10, panel.w - 2 * pad, panel.h - 22)
        pages, gap = self._paged(inner, GAP), GAP
        if len(pages) > 1 and len(self._paged(inner, TIGHT)) < len(pages):
            pages, gap = self._paged(inner, TIGHT), TIGHT
        spare = max(0, inner.h - max(self._used(inner, page, number) for number, page in enumerate(pages)))
        return Plan(panel._replace(h=panel.h - spare), inner._replace(h=inner.h - spare), foot, pages, gap)

    def _used(self, inner: Box, page: Sequence[Block], number: int) -> int:
        """Give the height that a page takes with some air; all there is, where something on it stretches."""
        if any(each.stretch for each in page):
            return inner.h
        return inner.h - self._body(inner, number).h + sum(each.height + GAP + LOOSE for each in page)

    def _paged(self, inner: Box, gap: int) -> tuple[tuple[Block, ...], ...]:
        """Share the blocks out over pages; the first has a larger heading."""
        first, later = self._body(inner, 0).h, self._body(inner, 1).h
        pages: list[list[Block]] = [[]]
        left = first
        for block in self.blocks(inner.w, min(first, later)):
            if block.height > left and pages[-1]:
                pages.append([])
                left = later
            pages[-1].append(block)
            left -= block.height + gap
        return tuple(tuple(page) for page in pages)

    def _heading(self, page: int) -> str:
        """Give the heading of a page: the title, on a phone with the number of the page; there a long title gives way."""
        layout, words = self.room.layout, self.title()
        if page == 0 or layout.wide:
            return words
        room = layout.canvas.w - 2 * EDGE - 28 - TARGET - 12
        name = words if Words.height(words, "bold", layout.type.meta, room) <= line_height(layout.type.meta) else self.short()
        return say("debrief.part", name=name, page=say("debrief.page", page=page + 1))

    def _title_box(self, inner: Box, page: int) -> tuple[Box, int]:
        """Give the place of a heading, left of step and coat, and the size of its letters."""
        layout, words = self.room.layout, self._heading(page)
        room = inner.w - TARGET - 12 - self._step_room(page)
        letters = self.letters() if page == 0 else layout.type.title
        part, least = (PART, layout.type.inside) if layout.wide and page == 0 else (SLIM_PART, layout.type.meta)
        size = heading_size(words, letters, least, int(layout.canvas.h * part), room)
        least = max(TARGET, line_height(layout.type.meta))
        return inner._replace(w=room, h=max(least, Words.height(words, "bold", size, room))), size

    def _step_room(self, page: int) -> int:
        """Give the width that the number of this sheet takes; a phone has no room for it."""
        layout, step = self.room.layout, self._step(page)
        return width(step, "text", layout.type.meta) + 24 if step and layout.wide else 0

    def _step(self, page: int) -> str:
        """Say which sheet of how many this is, and which page of it after the first."""
        step = say("debrief.step", step=self.step, steps=self.steps) if self.step else ""
        number = say("debrief.page", page=page + 1) if page else ""
        return say("debrief.part", name=step, page=number) if step and number else step or number

    def _body(self, inner: Box, page: int) -> Box:
        """Give what lies below the heading of a page."""
        y = self._title_box(inner, page)[0].bottom + 8 + GAP
        return inner._replace(y=y, h=inner.bottom - y)

    def widgets(self) -> list[Widget]:
        """Give the sheet: heading, coat, the blocks of this page, and the ways below."""
        layout, plan = self.room.layout, self.plan()
        page = min(self.page, len(plan.pages) - 1)
        parts: list[Widget] = [Backdrop(layout.canvas, scene="night", layout=layout), Panel(plan.panel, role="none")]
        parts += self._head(plan.inner, page)
        parts += placed(plan.pages[page], self._body(plan.inner, page), plan.gap)
        return parts + self._buttons(plan)

    def _head(self, inner: Box, page: int) -> list[Widget]:
        """Lay out heading, number, coat, and the rule below them."""
        layout, (box, size) = self.room.layout, self._title_box(inner, page)
        small = min(layout.type.meta, 24)
        coat = Box(inner.right - TARGET, inner.y, TARGET, TARGET)
        leave = Button(coat, say("debrief.leave"), action="leave", key=self.room.keys.of("leave"), size=small, style="quiet")
        parts: list[Widget] = [
            Words(box, self._heading(page), "heading", weight="bold", size=size, colour=INK),
            replace(leave, sign="coat", hint=False),
            Rule(Box(inner.x, box.bottom + 6, inner.w, 2)),
        ]
        room = self._step_room(page)
        if room:
            place = Box(coat.x - room, inner.y, room - 14, max(TARGET, line_height(layout.type.meta)))
            parts.append(Words(place, self._step(page), "status", size=layout.type.meta, colour=SECOND_INK, align="right"))
        return parts

    def _across(self) -> int:
        """Count the buttons that stand side by side."""
        return 5 if self.room.layout.wide else 2

    def _buttons(self, plan: Plan) -> list[Widget]:
        """Lay the buttons out in as few rows as they need, at the foot."""
        layout, ways = self.room.layout, self.all_ways(len(plan.pages))
        rows = self.rows(ways)
        high = max(TARGET, line_height(layout.type.button) + 14)
        y = plan.foot.bottom - len(rows) * (high + 10) + 10
        parts: list[Widget] = []
        for row, some in enumerate(rows):
            cells = self._cells(Box(plan.foot.x, y + row * (high + 10), plan.foot.w, high), some)
            for way, cell in zip(some, cells, strict=True):
                parts.append(self.way_button(way, cell))
        return parts

    def rows(self, ways: list[Way]) -> list[list[Way]]:
        """Share the buttons out over rows."""
        across = self._across()
        return [ways[start : start + across] for start in range(0, len(ways), across)]

    def way_button(self, way: Way, cell: Box) -> Widget:
        """Give the button of a way."""
        button = Button(cell, way.word, action=way.action, key=self.room.keys.of(way.action), size=self.room.layout.type.button)
        return replace(button, style="main" if way.main else "paper")

    def _cells(self, row: Box, ways: list[Way]) -> list[Box]:
        """Give the places of a row's buttons: on a phone as wide as may be; else from the left, the main one at the right."""
        layout = self.room.layout
        if not layout.wide:
            return row.columns(len(ways), 10)
        wide = min(BUTTON * layout.percent // 100, (row.w - 14 * (len(ways) - 1)) // len(ways))
        cells = [Box(row.x + index * (wide + 14), row.y, wide, row.h) for index in range(len(ways))]
        return [row._replace(x=row.right - wide, w=wide) if way.main else cell for way, cell in zip(ways, cells, strict=True)]

    def all_ways(self, pages: int) -> list[Way]:
        """Give the buttons: back, those of the sheet, on."""
        on = self.page + 1 < pages or self.leads_on()
        return [
            Way("former", say("debrief.former")),
            *self.ways(),
            *([Way("next", say("debrief.next"), main=True)] if on else []),
        ]

    def press(self, action: str) -> Scene | None:
        """Turn the page, go back, leave, or do what the sheet's own ways stand for."""
        if action == "next":
            return self._turned(1)
        if action == "former":
            return self._turned(-1)
        if action == "leave":
            from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here

            return Title(self.room, seed=self.account.play.seed)
        return self.do(action)

    def _turned(self, way: int) -> Scene | None:
        """Turn a page, or to the sheet that lies there."""
        if 0 <= self.page + way < len(self.plan().pages):
            self.page += way
            self.focus_on(say("debrief.next"))
            return None
        return self.after() if way > 0 else self.before()

    def update(self, dt: float) -> Scene | None:  # noqa: ARG002 - sheets stand still
        """Begin at the first page again where letters or picture have another size."""
        if self._layout is not self.room.layout:
            self._layout, self.page = self.room.layout, 0
        return None

    def says(self) -> str:
        """Speak the heading."""
        return self._heading(self.page)

    def state(self) -> dict[str, Any]:
        """Tell the page."""
        return {"page": self.page, "step": self.step}


def placed(blocks: Sequence[Block], area: Box, gap: int = GAP) -> list[Widget]:
    """Put blocks below each other; those that stretch share what is left over, else it parts the blocks a little."""
    used = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
    spare = max(0, area.h - used)
    elastic = sum(block.stretch for block in blocks)
    more = spare // elastic if elastic else 0
    loose = 0 if elastic else min(LOOSE, spare // (len(blocks) + 1))
    y = area.y + loose // 2
    parts: list[Widget] = []
    for block in blocks:
        high = block.height + (more if block.stretch else 0)
        parts += block.build(Box(area.x, y, area.w, high))
        y += high + gap + loose
    return parts
