"""The Top 10 of the night, printed line by line, with the one that did not make it in pencil; then the pay slip."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from game.ui.box import Box
from game.ui.findings import share, stamps
from game.ui.gateway import Intent, Key, Tap
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Words
from game.ui.kit.printed import EDGE, SLIM_EDGE, Fanfold, InkDot, Scrawl, TopLine
from game.ui.layout import TARGET, Layout
from game.ui.palette import INK, SECOND_INK
from game.ui.scenes.base import Room, Scene
from game.ui.text import line_height, width
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Line
    from game.ui.play import Play

EVERY = 0.42
"""Seconds from one line to the next."""
AT_ONCE = 2
"""Heading and first line are there as soon as the scene appears, and so is the first line of every further page."""
ALL = 99
"""More pieces than a page holds."""
PENCIL = 1.2
"""Seconds before the line in pencil comes."""
STANDS = 7.0
"""Seconds for which a full page stands before the next thing comes by itself; without a clock it waits."""
GAP = 10


class Piece(NamedTuple):
    """One thing on the paper: its height, what it is, and how many strokes of the printer it is worth."""

    height: int
    widgets: tuple[Widget, ...]


class TopTen(Scene):
    """Prints `play.top()`. What is not printed yet is not in the tree either."""

    name = "topten"

    def __init__(self, room: Room, play: "Play") -> None:
        super().__init__(room)
        self.play = play
        self.top = play.top()
        self.age = 0.0
        self.page = 0
        self.printed = self._at_once(0)
        self._layout = room.layout
        self._kept: tuple[Layout, list[list[Piece]]] | None = None
        self.focus_on(say("top.on"))

    @property
    def pages(self) -> int:
        """Count the pages."""
        return len(self._pages(self.room.layout))

    def widgets(self) -> list[Widget]:
        """The paper with what is printed of this page, and the way on."""
        layout = self.room.layout
        pages = self._pages(layout)
        page = min(self.page, len(pages) - 1)
        paper, _, _ = self._places(layout)
        parts: list[Widget] = [Backdrop(layout.canvas, scene="night", layout=layout)]
        edge = EDGE if layout.wide else SLIM_EDGE
        parts.append(Fanfold(paper._replace(h=self._used(layout, pages)), edge=edge))
        for piece in pages[page][: self._shown(pages)]:
            parts += piece.widgets
        return [*parts, self._on(layout, more=page + 1 < len(pages))]

    def sheet(self) -> list[Widget]:
        """Give the printed paper as decoration: what lies under the pay slip that slides over it."""
        layout = self.room.layout
        paper, _, _ = self._places(layout)
        edge = EDGE if layout.wide else SLIM_EDGE
        return [Fanfold(paper._replace(h=self._used(layout, self._pages(layout))), edge=edge)]

    def _on(self, layout: Layout, *, more: bool) -> Widget:
        """The way on, below the paper."""
        _, _, foot = self._places(layout)
        name = say("top.more" if more else "top.on")
        return Button(foot, name, action="on", key=self.room.keys.of("start"), size=layout.type.button, style="main")

    def _places(self, layout: Layout) -> tuple[Box, Box, Box]:
        """Give the paper, what may be printed on, and the button below it."""
        canvas = layout.canvas
        wide = min(canvas.w - 16, 1000 if not layout.large else 1180)
        high = max(TARGET, line_height(layout.type.button) + 14)
        foot_w = min(wide, 320 if not layout.large else 560)
        foot = Box((canvas.w - foot_w) // 2, canvas.h - high - 12, foot_w, high)
        paper = Box((canvas.w - wide) // 2, 8, wide, foot.y - 22)
        edge = (EDGE if layout.wide else SLIM_EDGE) + (18 if layout.wide else 8)
        return paper, Box(paper.x + edge, paper.y + 14, paper.w - 2 * edge, paper.h - 28), foot

    def _used(self, layout: Layout, pages: list[list[Piece]]) -> int:
        """Give the height of the paper: no more than its fullest page needs."""
        paper, inner, _ = self._places(layout)
        most = max(sum(piece.height for piece in page) for page in pages)
        return min(paper.h, most + (inner.y - paper.y) * 2)

    def _pages(self, layout: Layout) -> list[list[Piece]]:
        """Share what is printed out over pages; once for a layout, for it stands still."""
        if self._kept is None or self._kept[0] is not layout:
            self._kept = layout, self._laid_out(layout)
        return self._kept[1]

    def _laid_out(self, layout: Layout) -> list[list[Piece]]:
        """Lay piece below piece."""
        _, inner, _ = self._places(layout)
        pages: list[list[Piece]] = [[]]
        y = inner.y
        for make in self._makers(layout):
            piece = make(Box(inner.x, y, inner.w, 0))
            if y + piece.height > inner.bottom and pages[-1]:
                pages.append([])
                y = inner.y
                piece = make(Box(inner.x, y, inner.w, 0))
            pages[-1].append(piece)
            y += piece.height
        return pages

    def _makers(self, layout: Layout) -> list[Callable[[Box], Piece]]:
        """Give what is printed, in order: heading, lines, share, pencil."""
        lines = [partial(self._line, layout, rank, line) for rank, line in enumerate(self.top.lines, start=1)]
        pencil = [] if self.top.unlisted is None else [partial(self._pencil, layout, self.top.unlisted)]
        return [partial(self._heading, layout), *lines, partial(self._share, layout), *pencil]

    def _heading(self, layout: Layout, box: Box) -> Piece:
        """What this is, and who wrote it: beside each other where there is room."""
        type_ = layout.type
        size, low = type_.title if not layout.large else type_.inside, line_height(type_.meta)
        high = Words.height(say("top.title"), "bold", size, box.w)
        by = say("top.nobody")
        beside = width(say("top.title"), "bold", size) + size + width(by, "text", type_.meta) <= box.w
        title = Box(box.x, box.y, width(say("top.title"), "bold", size) + 4 if beside else box.w, high)
        where = Box(box.x, title.bottom, box.w, low)
        if beside:
            where = Box(title.right + size, box.y + 4, box.right - title.right - size, high)
        words = Words(title, say("top.title"), "heading", weight="bold", size=size, colour=INK)
        nobody = Words(where, by, "note", size=type_.meta, colour=SECOND_INK, align="right" if beside else "left")
        return Piece(high + (0 if beside else low) + GAP, (words, nobody))

    def _line(self, layout: Layout, rank: int, line: "Line", box: Box) -> Piece:
        """One line of the list."""
        widget = self._set(layout, rank, line)
        high = widget.height(box.w)
        return Piece(high, (replace(widget, box=box._replace(h=high)),))

    def _set(self, layout: Layout, rank: int, line: "Line", *, pencil: bool = False) -> TopLine:
        """Set one line; one in pencil has no rank."""
        count = stamps(line.stamps)
        told = say("top.told", author=line.author, stamps=count, readers=line.readers, thanked=line.thanked)
        if line.mine:
            told = f"{told}; {say('top.yours')}"
        return TopLine(
            Box(0, 0, 0, 0), line.headline if pencil else say("top.line", rank=rank, headline=line.headline), value=told,
            rank="" if pencil else f"{rank}.",
            headline=line.headline, author=line.author, stamps=str(line.stamps) if layout.large or not layout.wide else count,
            mine=line.mine, band=rank % 2 == 1 and not pencil, pencil=pencil, size=layout.type.inside, small=layout.type.meta,
        )  # fmt: skip

    def _share(self, layout: Layout, box: Box) -> Piece:
        """The seat's share of all stamps, with what the ink dot means."""
        size, text = layout.type.meta, share(self.top)
        y = box.y + GAP
        high = Words.height(text, "strong", size, box.w)
        wide = min(box.w, width(text, "strong", size) + 4)
        parts: list[Widget] = [Words(Box(box.x, y, wide, high), text, "note", weight="strong", size=size, colour=INK)]
        if self.top.mine:
            dot = say("top.dot")
            room = 2 * size + width(dot, "text", size)
            if wide + size + room <= box.w:
                parts.append(InkDot(Box(box.right - room, y, room, high), dot, word=dot, size=size))
            else:
                low = InkDot.height(dot, size, box.w)
                parts.append(InkDot(Box(box.x, y + high, box.w, low), dot, word=dot, size=size))
                high += low
        return Piece(high + 2 * GAP, tuple(parts))

    def _pencil(self, layout: Layout, line: "Line", box: Box) -> Piece:
        """The best-thanked post that did not make it, in pencil, and how many saw it."""
        widget, size = self._set(layout, 0, line, pencil=True), layout.type.meta
        high = widget.height(box.w)
        text = say("top.pencil.line", thanked=line.thanked, readers=line.readers)
        low = Words.height(text, "text", size, box.w)
        rule = Scrawl(box._replace(h=8))
        first = replace(widget, box=box._replace(y=box.y + 8, h=high))
        below = Words(box._replace(y=first.box.bottom, h=low), text, "note", size=size, colour=SECOND_INK)
        return Piece(high + low + 12, (rule, first, below))

    def _shown(self, pages: list[list[Piece]]) -> int:
        """How many pieces of this page are printed."""
        return min(len(pages[min(self.page, len(pages) - 1)]), self.printed)

    def _at_once(self, page: int) -> int:
        """How many pieces of a page are there from the first picture on: with reduced motion all of them."""
        return ALL if self.room.reduced else AT_ONCE if page == 0 else 1

    def _full(self) -> bool:
        """Whether this page is printed."""
        pages = self._pages(self.room.layout)
        return self._shown(pages) == len(pages[min(self.page, len(pages) - 1)])

    def press(self, action: str) -> Scene | None:
        """Print all of this page; then the next one, then the pay slip."""
        if action != "on":
            raise ValueError(f"nothing here answers to {action!r}")
        pages = self._pages(self.room.layout)
        if not self._full():
            self.printed, self.age = len(pages[self.page]), 0.0
            return None
        if self.page + 1 < len(pages):
            self.page, self.printed, self.age = self.page + 1, self._at_once(self.page + 1), 0.0
            return None
        from game.ui.scenes.payslip import PaySlip  # noqa: PLC0415 - the slip leads on from here

        return PaySlip(self.room, self.play, under=self)

    def handle(self, intent: Intent) -> Scene | None:
        """Let a tap anywhere or any key print all of the page."""
        if not self._full() and isinstance(intent, Tap | Key) and intent != Key(self.room.keys.of("mute")):
            return self.press("on")
        return super().handle(intent)

    def update(self, dt: float) -> Scene | None:
        """Print on; what is full stands for a while."""
        if self._layout is not self.room.layout:
            self._layout, self.page, self.printed, self.age = self.room.layout, 0, ALL, 0.0
        self.age += dt
        if not self._full():
            self._print()
            return None
        return self.press("on") if self.age >= STANDS and not self.play.calm else None

    def _print(self) -> None:
        """Print the next piece when its time has come; with reduced motion all at once."""
        pages = self._pages(self.room.layout)
        page = pages[self.page]
        pencil = self.page + 1 == len(pages) and self.printed == len(page) - 1 and self.top.unlisted is not None
        if self.room.reduced:
            self.printed, self.age = len(page), 0.0
            self.room.sound("printer")
        elif self.age >= (PENCIL if pencil else EVERY):
            self.printed, self.age = self.printed + 1, 0.0
            if not pencil:
                self.room.sound("printer")

    def says(self) -> str:
        """Speak the heading, then the share."""
        if not self._full():
            return f"{say('top.title')}. {say('top.nobody')}"
        return share(self.top)

    def state(self) -> dict[str, Any]:
        """Tell what is printed."""
        return {"printed": self._full(), "page": self.page}
