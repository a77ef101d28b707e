"""The pay slip: it slides over the Top 10, its figures appear one by one, the ending closes it, and the debrief follows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from game.ui.box import Box
from game.ui.gateway import Intent, Key, Tap
from game.ui.kit.again import SignedLine
from game.ui.kit.backdrops import Backdrop
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button, Panel, Rule, Words
from game.ui.kit.slip import SlipLine
from game.ui.layout import TARGET, Layout
from game.ui.ledger import Line, ending, ending_name, lines, sealed
from game.ui.palette import INK, RESHARE, SECOND_INK
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account, done
from game.ui.text import line_height, width
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.play import Play
    from game.ui.scenes.topten import TopTen

EVERY = 0.4
READ = 0.6
"""Seconds after the last line before a button answers: a key that only hurried the printing must not throw the slip away."""
SLIDE = 0.45
"""Seconds in which the slip slides over the Top 10."""
BETWEEN = 48
"""Between the two columns."""
HAIR = 4
"""What a hairline below a line takes."""
LEADINGS = (5, 4, 3, 2, 1, 0)
"""Between two lines: the most for which there is room."""


class Item(NamedTuple):
    """Something printed: its height and what it is; `number` says after how many others it comes."""

    number: int
    height: int
    widgets: tuple[Widget, ...]


class PaySlip(Scene):
    """Shows `session.ledger`; what is not yet printed is not in the tree either."""

    name = "payslip"

    def __init__(self, room: Room, play: "Play", under: "TopTen | None" = None) -> None:
        super().__init__(room)
        self.play = play
        self.under = under
        self.ledger = play.ledger()
        self.rows = lines(self.ledger, play.order, fulfilled=done(play))
        self.ending = ending(self.ledger)
        self.age = 0.0
        self.slid = 0.0 if under is not None and not room.reduced else SLIDE
        self.page = 0
        self._layout = room.layout
        room.result = self.result()
        room.sound("sheet")
        self.focus_on(say("slip.debrief"))

    @property
    def shown(self) -> int:
        """How many lines are printed."""
        return min(len(self.rows), int(self.age / EVERY) + 1)

    @property
    def done(self) -> bool:
        """Whether all is printed."""
        return self.age >= EVERY * len(self.rows)

    @property
    def pages(self) -> int:
        """Count the pages."""
        return len(self._pages(self._places(self.room.layout)[1]))

    @property
    def two_columns(self) -> bool:
        """Whether the slip has two columns: on wide paper in letters of the usual size."""
        return self.room.layout.wide and not self.room.layout.large

    def widgets(self) -> list[Widget]:
        """Give what lies below while the slip slides, the slip, its lines, the ending, the buttons."""
        layout = self.room.layout
        panel, inner, buttons = self._places(layout)
        pages = self._pages(inner)
        page = min(self.page, len(pages) - 1)
        spare = max(0, inner.h - max(self._used(each) for each in pages) - self._title_room())
        lift = round(layout.canvas.h * (1 - self.slid / SLIDE) ** 2)
        parts: list[Widget] = [Backdrop(layout.canvas, scene="night", layout=layout)]
        if self.under is not None:
            parts += self.under.sheet()
        panel = panel._replace(y=panel.y + spare // 2 + lift, h=panel.h - spare)
        inner = inner._replace(y=inner.y + spare // 2 + lift)
        if panel.y >= layout.canvas.bottom:
            return parts
        parts.append(Panel(panel._replace(h=min(panel.h, layout.canvas.bottom + 8 - panel.y)), role="none"))
        if lift:
            return parts
        title = inner._replace(h=line_height(layout.type.title))
        if len(pages) > 1:
            size = layout.type.meta
            count = say("slip.count", page=page + 1, pages=len(pages))
            room = width(count, "text", size) + 4
            parts.append(
                Words(title._replace(x=title.right - room, w=room), count, "status", size=size, colour=SECOND_INK, align="right")
            )
            title = title._replace(w=title.w - room - 4)
        parts.append(Words(title, say("slip.title"), "heading", weight="bold", size=layout.type.title, colour=INK))
        parts.append(Rule(Box(inner.x, title.bottom + 4, inner.w, 2)))
        y = inner.y + self._title_room()
        printed: list[tuple[int, Widget]] = []
        for item in pages[page]:
            if item.number < self.shown or page or self.done:
                printed += [(item.number, replace(widget, box=widget.box.moved(inner.x, y))) for widget in item.widgets]
            y += item.height
        parts += [widget for _, widget in sorted(printed, key=lambda pair: pair[0])]  # one column after the other
        return parts + self._buttons(buttons.moved(0, -(spare // 4)), page, len(pages))

    def _title_room(self) -> int:
        """Give the height of the title with its rule."""
        return line_height(self.room.layout.type.title) + 14

    def _places(self, layout: Layout) -> tuple[Box, Box, Box]:
        """Give the sheet, its inside, and the row of buttons below it."""
        canvas = layout.canvas
        wide = min(canvas.w - 16, 1180 if layout.wide else 860)
        high = max(TARGET, line_height(layout.type.button) + 16)
        rows = 1 if layout.wide else 2
        below = high * rows + 10 * (rows - 1)
        buttons = Box((canvas.w - wide) // 2, canvas.h - below - 14, wide, below)
        panel = Box(buttons.x, 10, wide, buttons.y - 24)
        pad = 30 if layout.wide else 14
        return panel, Box(panel.x + pad, panel.y + 10, panel.w - 2 * pad, panel.h - 22), buttons

    def _pages(self, inner: Box) -> list[list[Item]]:
        """Share what is printed out over pages; in two columns everything is on one."""
        space, ending = inner.h - self._title_room(), self._ending(inner.w)
        if self.two_columns:
            tried = ([*self._columns(inner, leading), ending] for leading in LEADINGS)
            fits = next((items for items in tried if self._used(items) <= space), None)
            if fits is not None:
                return [fits]
        pages: list[list[Item]] = [[]]
        for item in [*self._single(inner.w), ending]:
            if self._used(pages[-1]) + item.height > space and pages[-1]:
                pages.append([])
            pages[-1].append(item)
        return pages

    def _used(self, page: "Sequence[Item]") -> int:
        """Give the height that a page fills, less its title."""
        return sum(item.height for item in page)

    def _column(self, rows: "Sequence[Line]", first: int, room: int, x: int = 0, *, ruled: bool = False) -> list[Item]:
        """Give lines below each other, a hairline under a figure that stands below its label; `ruled`: then under all of them."""
        size = self.room.layout.type.ledger
        fits = {row.label: SlipLine.fits(row.label, row.figure, row.kind, size, room) for row in self.rows}
        ruled = ruled and not all(fits.values())
        items: list[Item] = []
        for number, row in enumerate(rows, start=first):
            high = SlipLine.height(row, size, room) + (HAIR if ruled else 0)
            line = SlipLine(
                Box(x, 0, room, high), row.label, value=row.figure, kind=row.kind, size=size, ruled=ruled or not fits[row.label]
            )
            items.append(Item(number, high, (line,)))
        return items

    def _single(self, room: int) -> list[Item]:
        """Give all lines in one column; what the shift was and what it did to others each under a heading of its own."""
        size, items, first = self.room.layout.type.meta, list[Item](), 0
        for part, words in (("mine", "slip.mine"), ("theirs", "slip.theirs"), ("end", "")):
            column = self._column([row for row in self.rows if row.part == part], first, room, ruled=True)
            first += len(column)
            if words and column:
                high = Words.height(say(words), "bold", size, room) + 8
                head = Words(Box(0, 4, room, high - 4), say(words), "heading", weight="bold", size=size, colour=SECOND_INK)
                lines_ = tuple(replace(each, box=each.box.moved(0, high)) for each in column[0].widgets)
                column[0] = Item(column[0].number, column[0].height + high, (head, *lines_))
            items += column
        return items

    def _columns(self, inner: Box, leading: int) -> list[Item]:
        """Give the shift at the left and what it did at the right, line beside line; what ends the slip across both."""
        left, right = inner.at_origin().columns(2, BETWEEN)
        sides = [[row for row in self.rows if row.part == part] for part in ("mine", "theirs", "end")]
        mine = self._column(sides[0], 0, left.w)
        theirs = self._column(sides[1], len(mine), right.w, right.x)
        end = self._column(sides[2], len(mine) + len(theirs), inner.w)
        size = self.room.layout.type.meta
        heads = [
            Words(Box(box.x, 0, box.w, line_height(size)), say(words), "heading", weight="bold", size=size, colour=SECOND_INK)
            for words, box in (("slip.mine", left), ("slip.theirs", right))
        ]
        items = [Item(0, heads[0].box.h + leading, tuple(heads))]
        tall = 0
        for column in (mine, theirs):
            y = 0
            for item in column:
                lower = tuple(replace(each, box=each.box.moved(0, y)) for each in item.widgets)
                items.append(item._replace(height=0, widgets=lower))
                y += item.height + leading
            tall = max(tall, y)
        rule = Item(len(mine) + len(theirs), 10, (Rule(Box(0, 3, inner.w, 2)),))
        return [*items, Item(0, tall, ()), rule, *end]

    def _ending(self, room: int) -> Item:
        """Give the ending once all is printed: its name, with the seal if there is one, its line, and what all seals are paid."""
        size, small = self.room.layout.type.ledger, self.room.layout.type.meta
        name, sign = ending_name(self.ledger), "seal" if self.ledger.seal else ""
        y, line = 8, self.ending
        left = SignedLine.indent(sign, size) + width(name, "bold", size) + size
        beside = left + width(line, "strong", size) <= room
        high = SignedLine.height(name, sign, size, room, "bold")
        named = Box(0, y, left - size + 2 if beside else room, high)
        parts: list[Widget] = [SignedLine(named, name, sign=sign, size=size, weight="bold", colour=RESHARE)]
        y += 0 if beside else high
        below = Box(left, y, room - left, high) if beside else Box(0, y, room, Words.height(line, "strong", size, room))
        parts.append(Words(below, line, "status", weight="strong", size=size, colour=INK))
        y += below.h
        paid = sealed(self.ledger)
        if paid:
            high = Words.height(paid, "text", small, room)
            parts.append(Words(Box(0, y + 2, room, high), paid, "note", size=small, colour=SECOND_INK))
            y += high + 2
        return Item(len(self.rows), y, tuple(parts))

    def _buttons(self, box: Box, page: int, pages: int) -> list[Widget]:
        """The ways on; only those that lead somewhere. The main one turns the page, and on the last page opens the debrief."""
        layout = self.room.layout
        main = "debrief" if page + 1 == pages else "page"
        actions = [(main, "slip.debrief" if main == "debrief" else "slip.page"), ("new", "slip.new")]
        if pages > 1 and main == "debrief":
            actions.insert(1, ("page", "slip.first"))
        if self.room.port.can_quit:
            actions.append(("quit", "slip.quit"))
        enter = self.room.keys.of("debrief")
        names = [(say(words), action, enter if action == main else self.room.keys.of(action)) for action, words in actions]
        if layout.wide:
            boxes = box.columns(len(names), 14)
        else:
            first, second = box.rows(2, 10)
            split = 1 if len(names) < 4 else 2  # noqa: PLR2004 - four buttons lie two by two
            boxes = [*first.columns(split, 10), *second.columns(len(names) - split, 10)]
        return [
            Button(place, name, action=action, key=key, size=layout.type.button, style="main" if action == main else "paper")
            for (name, action, key), place in zip(names, boxes, strict=True)
        ]

    def press(self, action: str) -> Scene | None:
        """Go on: what the shift did, a new tray, the next figures, or out."""
        if action == "page":
            pages = self._pages(self._places(self.room.layout)[1])
            self.age = max(self.age, EVERY * len(self.rows))
            self.page = (self.page + 1) % len(pages)
            self.focus_on(say("slip.page" if self.page + 1 < len(pages) else "slip.debrief"))
            return None
        if action == "quit":
            self.close = True
            return None
        if action == "debrief":
            from game.ui.scenes.debrief_twin import Twin  # noqa: PLC0415 - the debrief leads back here

            return Twin(self.room, Account.of(self.play), lambda: self)
        from game.ui.scenes.title import Title  # noqa: PLC0415 - the title leads here, so it is named only when needed

        self.room.options = replace(self.room.options, order="")
        return Title(self.room, seed=self.play.seed + 1, wanted=True)

    def handle(self, intent: Intent) -> Scene | None:
        """Let the first tap or key print everything; only then do things answer."""
        printed = EVERY * len(self.rows)
        if self.age < printed + READ and isinstance(intent, Tap | Key) and intent != Key(self.room.keys.of("mute")):
            self.age, self.slid = max(self.age, printed), SLIDE
            return None
        return super().handle(intent)

    def update(self, dt: float) -> Scene | None:
        """Slide on, then print on."""
        if self.room.reduced:
            self.age, self.slid = max(self.age, EVERY * len(self.rows)), SLIDE
        if self.slid < SLIDE:
            self.slid = min(SLIDE, self.slid + dt)
        else:
            self.age += dt
        if self._layout is not self.room.layout:
            self._layout, self.page = self.room.layout, 0
        return None

    def says(self) -> str:
        """Speak the ending once all is printed."""
        return f"{ending_name(self.ledger)}. {self.ending}" if self.done else say("slip.title")

    def state(self) -> dict[str, Any]:
        """Tell whether all is printed."""
        return {"printed": self.done}

    def result(self) -> dict[str, Any]:
        """Give the figures to whoever reads the page."""
        return {
            "seed": self.play.seed,
            "outcome": self.play.session.outcome("you"),
            "figures": {row.label: row.figure for row in self.rows},
            "ending": self.ending,
        }
