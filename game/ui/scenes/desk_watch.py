"""The desk's watch: what has happened since the last look is shown at trays, meters and the pile, heard, and sometimes said."""

from typing import TYPE_CHECKING

from game.ui.happenings import Happening, What, at_desk, at_meters
from game.ui.scenes.desk_meters import lean_of, meter_box
from game.ui.scenes.desk_sounds import PILE_TICKS, SOUNDS, pan_of
from game.ui.words import say

if TYPE_CHECKING:
    from game.ui.scenes.desk import Desk
    from game.ui.tubes import Point

ALWAYS: frozenset[What] = frozenset({"dimmed", "relit"})
"""What the plate says whenever it happens; ..."""
ONCE: frozenset[What] = frozenset({"pupil", "lost"})
"""... and what it says the first time, so that the eye learns where to look."""


class Watch:
    """Compares the desk's look with the one before."""

    def __init__(self, desk: "Desk") -> None:
        self.desk = desk
        self.before = desk.play.look
        self.told: set[str] = set()
        desk.traffic.update(self.before.neighbours, 0.0)

    def first(self, what: str) -> bool:
        """Whether this is said for the first time on this shift."""
        new = what not in self.told
        self.told.add(what)
        return new

    def start_anew(self) -> None:
        """Take what is so now for known."""
        self.before = self.desk.play.look

    def update(self, dt: float) -> None:
        """See what has happened in `dt` seconds."""
        desk, look = self.desk, self.desk.play.look
        for happened in desk.traffic.update(look.neighbours, dt):
            self._at_tray(happened)
        if look is not self.before:
            for happened in at_meters(self.before.meters, look.meters):
                self._at_meter(happened)
            for happened in at_desk(self.before.shift, look.shift):
                self._at_pile(happened.what)
            self.before = look
        for name in desk.flyers.update(dt):
            if name == "followers":
                desk.room.sound("follower")
        if look.pencil is not None and desk.striking <= 0 and self.first("pencil"):
            desk.plates.show(say("pencil.line"))

    def _at_tray(self, happened: Happening) -> None:
        """Let something at a tray be heard; some of it is said."""
        desk, (what, tray, _) = self.desk, happened
        middle = self.middle(tray)
        if what in SOUNDS:
            step = desk.play.look.meters.readings_thanked - 1 if what == "thanked" else tray
            desk.room.sound(SOUNDS[what], pan=pan_of(middle[0], desk.room.layout), step=step)
        if what == "sent":
            desk.light_map()
        if what in ALWAYS or (what in ONCE and desk.guide is None and self.first(what)):
            desk.plates.show(say("plate." + what, name=desk.play.look.neighbours[tray].name))

    def _at_meter(self, happened: Happening) -> None:
        """Send a figure to its meter, where that lies on the desk and has grown; else light the meter.

        Minutes worked fly in the lesson only: on the shift every stamp costs some, and the eye has other things to see.
        """
        desk, (what, _, by) = self.desk, happened
        box = meter_box(desk, what)
        if what == "worked" and desk.guide is None:
            return
        if box is None or by < 0:
            desk.flyers.light(what)
            return
        desk.flyers.add(what, by)

    def _at_pile(self, what: What) -> None:
        """Let a paper be heard that came or fell; the pile ticks as it leans."""
        desk, shift = self.desk, self.desk.play.look.shift
        if what == "dealt":
            desk.drop_paper()
            lean = lean_of(shift.waiting, desk.play.room)
            if lean:
                desk.room.sound("pile_tick", step=min(lean, PILE_TICKS) - 1)
        elif what == "fallen":
            desk.lose_paper()
            if self.first("fallen"):
                desk.plates.show(say("plate.fallen"))

    def middle(self, tray: int) -> "Point":
        """Give the middle of a tray on the map, or of the map where it has no tray of that number."""
        layout = self.desk.room.layout
        return layout.trays[tray].centre if 0 <= tray < len(layout.trays) else layout.map.centre
