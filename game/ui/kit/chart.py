"""Charts of the debrief: grouped bars and a curve over a zero line, legible from the back row, each also a table."""

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, NamedTuple

from game.ui.box import Box
from game.ui.kit.backdrops import pipes
from game.ui.kit.base import OUTLINE, Widget
from game.ui.kit.grounds import COLOURS, SIGNS, Ground, Kind
from game.ui.kit.icons import icon
from game.ui.kit.plain import put_line
from game.ui.kit.table import Table, spoken
from game.ui.palette import Colour
from game.ui.sheet import Sheet
from game.ui.text import largest, line, line_height, width, wrap

GAP = 10
"""Between the parts of a chart."""
SHARE = 0.45
"""The names of a chart's series take at most this share of its width; else they stand above the bars."""


class Amount(NamedTuple):
    """A figure: how long its bar is, and how it is written."""

    value: float
    text: str


class Group(NamedTuple):
    """Bars that are compared with each other, one a series; `kind` gives their colour and the sign before the label."""

    label: str
    amounts: tuple[Amount, ...]
    kind: Kind = "plain"


@dataclass(frozen=True)
class Bars(Widget):
    """Grouped level bars. The first series is filled, the others are outlined, so that colour need not tell them apart.

    `head` stands above the groups' labels in the table.
    """

    head: str = ""
    series: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    size: int = 18
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    def __post_init__(self) -> None:
        """Say all figures to whoever cannot see them, unless something else is to be said."""
        if not self.value:
            object.__setattr__(self, "value", spoken(self.table()))

    def table(self) -> Table:
        """Give the figures as a table: one row a group, one column a series."""
        rows = tuple((group.label, *(amount.text for amount in group.amounts)) for group in self.groups)
        return Table((self.head, *self.series), rows)

    def height(self, room: int) -> int:
        """Give the height that the chart needs in this width."""
        high = line_height(self.size)
        above = 0 if self._names(room) else sum(len(wrap(name, "text", self.size, room)) for name in self.series)
        rows = sum(len(self._label(group, room)) + len(self.series) + above for group in self.groups)
        return rows * high + GAP * (len(self.groups) - 1)

    def _names(self, room: int) -> int:
        """Give the width of the column of series names; 0 where they stand above the bars."""
        wide = max((width(name, "text", self.size) for name in self.series), default=0) + GAP
        return wide if wide <= room * SHARE else 0

    def _label(self, group: Group, room: int) -> tuple[str, ...]:
        """Give the lines of a group's label."""
        return wrap(group.label, "bold", self.size, room - self._sign(group))

    def _sign(self, group: Group) -> int:
        """Give the width that a group's sign takes, with the gap behind it."""
        return self.size + self.size // 3 if group.kind in SIGNS else 0

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw group below group; what height is left over parts them."""
        spare = (box.h - self.height(box.w)) // max(1, len(self.groups))
        y = box.y
        for group in self.groups:
            y = self._group(surface, box._replace(y=y), group) + GAP + max(0, min(spare, line_height(self.size)))

    def _group(self, surface: Sheet, box: Box, group: Group) -> int:
        """Draw one group from the top of a box; gives where it ends."""
        colours, high, y = COLOURS[self.ground], line_height(self.size), box.y
        colour, shift = colours.of(group.kind), self._sign(group)
        if shift:
            surface.blit(icon(SIGNS[group.kind], self.size, colour), (box.x, y + (high - self.size) // 2))
        for text in self._label(group, box.w):
            put_line(surface, line(text, "bold", self.size, colours.ink), Box(box.x + shift, y, box.w, high))
            y += high
        names = self._names(box.w)
        for index, (name, amount) in enumerate(zip(self.series, group.amounts, strict=True)):
            for text in (name,) if names else wrap(name, "text", self.size, box.w):
                put_line(surface, line(text, "text", self.size, colours.second), Box(box.x, y, box.w, high))
                y += 0 if names else high
            self._bar(surface, Box(box.x + names, y, box.w - names, high), amount, colour, hollow=index > 0)
            y += high
        return y

    def _bar(self, surface: Sheet, box: Box, amount: Amount, colour: Colour, *, hollow: bool) -> None:
        """Draw one bar as long as its share of the longest, its figure behind it."""
        amounts = [each for group in self.groups for each in group.amounts]
        most = max(each.value for each in amounts)
        figures = max(width(each.text, "figures bold", self.size) for each in amounts) + GAP
        long = round((box.w - figures) * amount.value / most) if most > 0 else 0
        bar = Box(box.x, box.y + 4, max(long, OUTLINE), box.h - 8)
        surface.rect(colour, bar, OUTLINE if hollow and long > 2 * OUTLINE else 0)
        figure = line(amount.text, "figures bold", self.size, COLOURS[self.ground].ink)
        put_line(surface, figure, Box(bar.right + GAP - 2, box.y, figures, box.h))


class Spot(NamedTuple):
    """One point of a curve: what stands below it, its height (None where there is nothing to show), how it is written."""

    label: str
    value: float | None
    text: str


@dataclass(frozen=True)
class Curve(Widget):
    """A line over a few spots, with a zero line; `high` and `low` in words say what up and down mean.

    `head` and `unit` stand above the labels and the figures in the table. Heights reach from -`reach` to `reach`.
    """

    head: str = ""
    unit: str = ""
    spots: tuple[Spot, ...] = ()
    high: str = ""
    low: str = ""
    reach: float = 1.0
    size: int = 18
    ground: Ground = "paper"
    bleed: ClassVar[int] = 0

    def __post_init__(self) -> None:
        """Say all figures to whoever cannot see them, unless something else is to be said."""
        if not self.value:
            object.__setattr__(self, "value", spoken(self.table()))

    def table(self) -> Table:
        """Give the figures as a table: one row a spot."""
        return Table((self.head, self.unit), tuple((spot.label, spot.text) for spot in self.spots))

    def height(self, room: int) -> int:
        """Give the least height in which the curve can be read in this width."""
        high = line_height(self.size)
        return high * (len(self._words(self.high, room)) + len(self._words(self.low, room)) + 4) + 2 * self._figure()

    def _words(self, text: str, room: int) -> tuple[str, ...]:
        """Give the lines that say what up or down means."""
        return wrap(text, "text", self.size, room) if text else ()

    def _figure(self) -> int:
        """Give the height that a figure takes above or below its spot."""
        return line_height(self.size) + self.size // 3

    def plot(self, box: Box) -> Box:
        """Give where the line runs: figures have room above and below it, the words beyond them, the labels at the foot."""
        high, left = line_height(self.size), width("0", "figures bold", self.size) + GAP
        top = box.y + high * len(self._words(self.high, box.w)) + self._figure()
        foot = box.bottom - high * (1 + len(self._words(self.low, box.w))) - self._figure()
        return Box(box.x + left, top, box.w - left, foot - top)

    def places(self, box: Box) -> tuple[tuple[int, int] | None, ...]:
        """Give where each spot lies in a box; None for those with nothing to show."""
        plot = self.plot(box)
        return tuple(self._place(plot, index, spot.value) for index, spot in enumerate(self.spots))

    def _place(self, plot: Box, index: int, value: float | None) -> tuple[int, int] | None:
        """Give where one spot lies: in the middle of its column."""
        if value is None:
            return None
        share = max(-1.0, min(1.0, value / self.reach))
        return plot.x + plot.w * (2 * index + 1) // (2 * len(self.spots)), round(plot.centre[1] - share * plot.h / 2)

    def _small(self, plot: Box) -> int:
        """Give the size of figures and labels: as all else, or a little smaller where the columns are narrow."""
        room = plot.w // max(1, len(self.spots)) - 4
        texts = [text for spot in self.spots for text in (spot.label, spot.text)]
        widest = max(texts, key=lambda text: width(text, "figures bold", self.size), default="")
        return largest(widest, "figures bold", tuple(range(self.size, self.size // 2, -1)), room)

    def paint(self, surface: Sheet, box: Box) -> None:
        """Draw the zero line, the words above and below, the curve, then each spot with its figure and its label."""
        colours, plot, high = COLOURS[self.ground], self.plot(box), line_height(self.size)
        zero = Box(box.x, plot.centre[1] - high // 2, plot.x - box.x, high)
        put_line(surface, line("0", "figures bold", self.size, colours.second), zero)
        surface.rect(colours.second, Box(plot.x, plot.centre[1] - 1, plot.w, OUTLINE))
        for words, top in ((self.high, box.y), (self.low, plot.bottom + self._figure())):
            for row, text in enumerate(self._words(words, box.w)):
                put_line(surface, line(text, "text", self.size, colours.second), Box(box.x, top + row * high, box.w, high))
        places = self.places(box)
        for seen, run in groupby(places, key=bool):
            if seen:
                pipes(surface, [tuple(place for place in run if place)], max(3, self.size // 5), colours.second)
        for index, (spot, column) in enumerate(zip(self.spots, self._columns(plot, box.bottom - high), strict=True)):
            put_line(surface, line(spot.label, "figures", self._small(plot), colours.ink), column, "centre")
            place = places[index]
            if place:
                surface.aacircle(colours.thanked if place[1] <= plot.centre[1] else colours.back, place, self.size // 3 + 1)
                figure = line(spot.text, "figures bold", self._small(plot), colours.ink)
                put_line(surface, figure, column._replace(y=self._beside(index, place[1], plot.centre[1])), "centre")

    def _columns(self, plot: Box, y: int) -> list[Box]:
        """Give the place of each label at the foot."""
        high = line_height(self.size)
        return [cell._replace(y=y, h=high) for cell in plot.columns(len(self.spots), 0)] if self.spots else []

    def _beside(self, index: int, y: int, zero: int) -> int:
        """Give the top of a figure, off its spot and off the zero line."""
        high, off = line_height(self.size), self.size // 3
        if self._above(index):
            top = y - high - off
            return min(top, zero - high) if top < zero < top + high else top
        return max(y + off, zero) if y + off < zero < y + off + high else y + off

    def _above(self, index: int) -> bool:
        """Whether a figure stands above its spot: where the line comes from below, so that it does not cross the figure."""
        here = self.spots[index].value or 0.0
        near = [spot.value for spot in self.spots[max(0, index - 1) : index + 2] if spot.value is not None]
        return here >= sum(near) / len(near)
