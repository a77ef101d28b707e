"""The night: the tubes glow without anybody at the desk, and others' minutes run up like a taxi meter; then the Top 10."""

from typing import Any, NamedTuple

from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.nightwall import NightWall
from game.ui.kit.plain import Button, Progress, Words, button_width
from game.ui.kit.taxi import TaxiMeter
from game.ui.kit.tray import Capsule, LostSlip
from game.ui.layout import TARGET, Layout
from game.ui.palette import PAPER, TUBE
from game.ui.play import Play
from game.ui.scenes.base import Room, Scene, Tune
from game.ui.scenes.desk_map import Shown, at, tray
from game.ui.scenes.desk_sounds import SOUNDS
from game.ui.scenes.topten import TopTen
from game.ui.text import line_height, width
from game.ui.traffic import Traffic
from game.ui.words import clock, say

RUNS = 6.0
"""The meter comes nearer to the truth by so many times the distance in a second."""
EDGE = 24
SIDE = 20
"""Beside each column of trays, for its tube."""
BAR = 18
HEARD = ("thanked", "back", "lost")
QUIET = 0.15
"""Seconds between two sounds: a night is short, and much happens in it."""
DROPS = 46
"""Pixels by which a lost slip falls."""


class Places(NamedTuple):
    """Where everything of the night lies."""

    title: Box
    meter: Box
    bar: Box
    label: Box
    skip: Box
    wall: NightWall


class Night(Scene):
    """Runs to the morning, then hands over to the Top 10."""

    name = "night"

    def __init__(self, room: Room, play: Play) -> None:
        super().__init__(room)
        self.play = play
        self.share = 0.0
        self.skipped = False
        self.traffic = Traffic(reduced=room.reduced)
        self.traffic.update(play.look.neighbours, 0.0)
        self.quiet = 0.0
        self.minutes = play.look.meters.others_minutes

    @property
    def morning(self) -> bool:
        """Whether the night is over and only its twin is still under way."""
        return self.play.look.phase == "morning"

    def widgets(self) -> list[Widget]:
        """The wall with its trays; one sentence, the meter, a tube that fills, and the way to sleep through it."""
        layout = self.room.layout
        type_, places = layout.type, self._places(layout)
        meters = self.play.look.meters
        figure = clock(self.minutes)
        parts: list[Widget] = [places.wall, *self._town(places.wall, layout)]
        parts.append(Words(places.title, say("night.title"), "heading", weight="bold", size=self._title(layout), colour=PAPER))
        meter = TaxiMeter(
            places.meter, say("night.line"), value=figure, word=say("night.line"), figure=figure,
            thanked=clock(meters.others_thanked), back=clock(meters.others_back),
            number=type_.number * 2, size=type_.label if layout.wide else type_.meta,
        )  # fmt: skip
        parts += [meter, Progress(places.bar, role="none", share=self._hundredths())]
        parts.append(Words(places.label, self._label(), "status", size=type_.meta, colour=TUBE))
        if not self.skipped:
            key = self.room.keys.of("start")
            parts.append(Button(places.skip, say("night.skip"), action="skip", key=key, size=type_.meta, style="quiet"))
        return parts

    def _label(self) -> str:
        """Say what runs, and how far it is."""
        return say("night.twin" if self.morning else "night.hour", share=self._hundredths())

    def _hundredths(self) -> int:
        """Give the share of what runs: the night, then its twin."""
        if not self.morning:
            return int(self.share * 100)
        twin, start = self.play.twin, self.play.session.start_tick
        run = (twin.tick - start) / max(1, self.play.session.tick - start) if twin is not None else 0.0
        return min(100, max(0, int(100 * run)))

    def _wide(self, layout: Layout) -> int:
        """Give the width of what stands beside or below the map."""
        canvas = layout.canvas
        return (canvas.w * 44 // 100 if layout.large else 500) if layout.wide else canvas.w - 2 * EDGE

    def _title(self, layout: Layout) -> int:
        """Give the size of the sentence: as a title, less where letters are very large, or where it then takes one line."""
        most = min(layout.type.title, 44 if layout.wide else 34)
        sizes = range(most, most * 5 // 6, -1)
        return next((size for size in sizes if width(say("night.title"), "bold", size) <= self._wide(layout)), most)

    def _places(self, layout: Layout) -> Places:
        """Lay the night out: beside each other on the wide picture, below each other on the upright one."""
        canvas, type_ = layout.canvas, layout.type
        size = self._title(layout)
        wide = self._wide(layout)
        high = max(TARGET, line_height(type_.meta) + 16)
        title_h = Words.height(say("night.title"), "bold", size, wide)
        meter_h = TaxiMeter.height(type_.number * 2, type_.label if layout.wide else type_.meta)
        label_h = max(Words.height(say(key, share=100), "text", type_.meta, wide) for key in ("night.hour", "night.twin"))
        skip_w = min(wide, button_width(say("night.skip"), "return", type_.meta))
        skip = Box(EDGE, canvas.h - high - EDGE, skip_w, high)
        label = Box(EDGE, skip.y - 14 - label_h, wide, label_h)
        bar = Box(EDGE, label.y - 8 - BAR, wide, BAR)
        title = Box(EDGE, EDGE, wide, title_h)
        if layout.wide:
            free = bar.y - title.bottom
            meter = Box(EDGE, title.bottom + max(10, (free - meter_h) // 2), wide, min(meter_h, free - 20))
            area = Box(title.right + 40, EDGE, canvas.w - title.right - 40 - EDGE, canvas.h - 2 * EDGE)
            desk = Box(EDGE // 2, title.bottom + 8, wide + EDGE, canvas.h - title.bottom - 8 - EDGE // 2)
        else:
            meter = Box(EDGE, bar.y - 14 - meter_h, wide, meter_h)
            area = Box(EDGE // 2, title.bottom + 10, canvas.w - EDGE, meter.y - title.bottom - 30)
            desk = Box(EDGE // 2, meter.y - 10, canvas.w - EDGE, canvas.h - meter.y - 2)
        return Places(title, meter, bar, label, skip, self._wall(canvas, desk, area, self._letters(layout)))

    def _letters(self, layout: Layout) -> int:
        """Give the size of letters on the map: there is more room than on the desk."""
        return layout.type.map + (4 if layout.wide and not layout.large else 0)

    def _wall(self, canvas: Box, desk: Box, area: Box, size: int) -> NightWall:
        """Lay as many trays as fit on the map."""
        count = len(self.play.look.neighbours)
        columns = max(1, min(4 if canvas.w < canvas.h else 3, area.w // (size * 6 + SIDE)))
        rows = min(-(-count // columns), max(0, (area.h - 40) // (size * 7 // 2 + 14)))
        if not rows:
            return NightWall(canvas, desk=desk, map=area._replace(h=0))
        grid = [cell for row in Box(area.x, area.y, area.w, area.h - 40).rows(rows, 0) for cell in row.columns(columns, 0)]
        high = min(grid[0].h - 10, size * 9 // 2)
        trays = tuple(Box(cell.x + SIDE, cell.y + (cell.h - high) // 2, cell.w - SIDE - 4, high) for cell in grid[:count])
        return NightWall(canvas, desk=desk, map=area, trays=trays, columns=columns)

    def _town(self, wall: NightWall, layout: Layout) -> list[Widget]:
        """Give the trays, and what still moves between them."""
        traffic, laid, size = self.traffic, wall.tubes(), self._letters(layout)
        parts: list[Widget] = []
        for index, (box, neighbour) in enumerate(zip(wall.trays, self.play.look.neighbours, strict=False)):
            flash, fresh = traffic.popping(index)
            hidden = traffic.hidden(index, "thanked"), traffic.hidden(index, "back")
            glow, dim, halo = traffic.glow(index), traffic.dim(index), traffic.halo(index)
            shown = Shown(traffic.under_way(index), *hidden, glow, dim, halo, flash, fresh)
            parts.append(tray(box, neighbour, shown, size))
        if laid.ways:
            parts += [Capsule(at(x, y, 24), turn=turn) for x, y, turn in traffic.places(laid)]
        for index, share in traffic.falling():
            if index < len(wall.trays):
                box = wall.trays[index]
                turn, drop = (0, 0) if traffic.reduced else (round(share * 9) * 10, round(DROPS * share * share))
                parts.append(LostSlip(at(box.centre[0], box.bottom - 34 + drop, 36), turn=turn, struck=traffic.reduced))
        return parts

    def press(self, action: str) -> Scene | None:
        """Skip what can be skipped: the world still has to live through the night, only without the show."""
        if action == "skip":
            self.skipped = True
            self.play.finish_night()
        return None

    def update(self, dt: float) -> Scene | None:
        """Run one slice; let the meter run after the truth."""
        self.share = max(self.share, self.play.night(dt))
        self.traffic.reduced = self.room.reduced
        happened = self.traffic.update(self.play.look.neighbours, dt)
        self.quiet -= dt
        heard = next((one for one in happened if one.what in HEARD), None)
        if heard is not None and self.quiet <= 0 and not self.skipped:
            self.room.sound(SOUNDS[heard.what])
            self.quiet = QUIET
        truth = self.play.look.meters.others_minutes
        part = 1.0 if self.room.reduced or self.skipped else min(1.0, RUNS * dt)
        self.minutes += (truth - self.minutes) * part
        return TopTen(self.room, self.play) if self.share >= 1.0 else None

    def tune(self) -> Tune:
        """The room without the clock: only the lamps that are lit."""
        return Tune(0, sum(neighbour.lit for neighbour in self.play.look.neighbours))

    def says(self) -> str:
        """Speak the sentence of the night; then, every quarter, what else takes its time."""
        return say("night.twin", share=self._hundredths() // 25 * 25) if self.morning else say("night.title")

    def state(self) -> dict[str, Any]:
        """Tell how far the night is."""
        return {"night": int(self.share * 100)}
