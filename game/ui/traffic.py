"""What moves on the tube map: capsules, sparks, slips that land or fall, verdicts that pop, lamps that grow light or dark.

All of it is seen from the neighbours' counts. What a count tells is shown when it can be: a verdict waits for its capsule.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.ui.happenings import Happening, What, at_trays
from game.ui.kit.tray import GLOWS, THIRDS
from game.ui.tubes import Tubes, along

if TYPE_CHECKING:
    from game.session import Neighbour

FLIGHT = 0.8
SPARK = 0.7
FALL = 0.4
STRUCK = 0.9
"""With reduced motion a lost slip stands struck through for so long."""
POP = 0.7
FRESH = 0.12
STAGGER = 0.08
"""Seconds between capsules to the same tray."""
FADE = 0.5
HALO = 3.0
"""Seconds for which a lamp that was dimmed and burns again has a ring of light."""
STEPS = 6
"""With reduced motion a capsule stands in this many places instead of sliding."""
SIGNS: dict[What, str] = {"thanked": "tick", "back": "hourglass"}


@dataclass
class Move:
    """Something on its way to tray number `tray`, or happening there; it has begun when its age is 0."""

    what: What
    tray: int
    age: float
    by: int = 1


@dataclass
class Lamp:
    """How light a lamp is (0..1) and by how many thirds dark, both as they are shown; seconds left of its ring of light."""

    glow: float = 0.0
    dim: float = 0.0
    halo: float = 0.0


@dataclass
class Traffic:
    """Compares the neighbours' counts with those before; what grew is shown as movement."""

    reduced: bool
    flights: list[Move] = field(default_factory=list)
    sparks: list[Move] = field(default_factory=list)
    falls: list[Move] = field(default_factory=list)
    pops: list[Move] = field(default_factory=list)
    lamps: dict[int, Lamp] = field(default_factory=dict)
    before: tuple["Neighbour", ...] = ()

    def update(self, neighbours: Sequence["Neighbour"], dt: float) -> list[Happening]:
        """Let `dt` seconds pass and take in what the session says now; give what comes to be seen in this time."""
        seen = self._pass(dt)
        now = tuple(neighbours)
        if now != self.before:
            seen += self._take_in(at_trays(self.before, now))
            self.before = now
        seen += self._fade(now, dt)
        return seen

    def _pass(self, dt: float) -> list[Happening]:
        """Let what moves move on."""
        seen: list[Happening] = []
        for moves, lasts, lands in (
            (self.flights, FLIGHT, True), (self.sparks, SPARK, True),
            (self.falls, STRUCK if self.reduced else FALL, False), (self.pops, POP, False),
        ):  # fmt: skip
            for move in moves:
                waits, move.age = move.age < 0, move.age + dt
                if move.age >= lasts if lands else waits and move.age >= 0:
                    seen.append(Happening(move.what, move.tray, move.by))
            moves[:] = [move for move in moves if move.age < lasts]
        return seen

    def _take_in(self, happened: list[Happening]) -> list[Happening]:
        """Set things moving."""
        seen: list[Happening] = []
        for what, tray, by in happened:
            if what == "slip":
                seen.append(Happening("sent", tray, by))
                self.flights += [Move("slip", tray, -STAGGER * step) for step in range(int(by))]
            elif what == "liked":
                self.sparks.append(Move("liked", tray, 0.0))
            elif what == "lost" or what in SIGNS:
                kept = self.falls if what == "lost" else self.pops
                wait = self._wait(tray)
                kept.append(Move(what, tray, -wait, int(by)))
                if not wait:
                    seen.append(Happening(what, tray, by))
            elif what == "pupil":
                seen.append(Happening(what, tray))
        return seen

    def _wait(self, tray: int) -> float:
        """Give the seconds until the last capsule to a tray has landed."""
        return max((FLIGHT - flight.age for flight in self.flights if flight.tray == tray), default=0.0)

    def _fade(self, now: tuple["Neighbour", ...], dt: float) -> list[Happening]:
        """Let lamps follow what is so; a lamp waits for the verdict that changes it, or for the spark."""
        seen: list[Happening] = []
        step = 1.0 if self.reduced else dt / FADE
        for tray, neighbour in enumerate(now):
            if tray not in self.lamps:
                self.lamps[tray] = Lamp(wanted_glow(neighbour), float(neighbour.dim))
                continue
            lamp = self.lamps[tray]
            lamp.halo = max(0.0, lamp.halo - dt)
            if self.hidden(tray, "thanked") or self.hidden(tray, "back") or any(spark.tray == tray for spark in self.sparks):
                continue
            what = change(lamp, neighbour)
            if what is not None:
                seen.append(Happening(what, tray))
                lamp.halo = HALO if what == "relit" else lamp.halo
            lamp.glow = toward(lamp.glow, wanted_glow(neighbour), step)
            lamp.dim = toward(lamp.dim, float(neighbour.dim), step)
        return seen

    def under_way(self, tray: int) -> int:
        """Count the capsules that have not reached a tray."""
        return sum(flight.tray == tray for flight in self.flights)

    def hidden(self, tray: int, what: What) -> int:
        """Count the verdicts of a kind at a tray that are known and not seen yet."""
        return sum(pop.by for pop in self.pops if pop.tray == tray and pop.what == what and pop.age < 0)

    def popping(self, tray: int) -> tuple[str, bool]:
        """Give the sign of the verdict that just came at a tray, or "", and whether it is popping still."""
        pop = next((pop for pop in reversed(self.pops) if pop.tray == tray and pop.age >= 0), None)
        return ("", False) if pop is None else (SIGNS[pop.what], pop.age < FRESH and not self.reduced)

    def glow(self, tray: int) -> int:
        """Give how light a lamp is, in `GLOWS` steps."""
        return round(self.lamps.get(tray, Lamp()).glow * GLOWS)

    def dim(self, tray: int) -> int:
        """Give by how many thirds a lamp has been darkened."""
        return min(THIRDS, int(self.lamps.get(tray, Lamp()).dim + 0.5))

    def halo(self, tray: int) -> bool:
        """Whether a lamp has a ring of light because it burns again."""
        return self.lamps.get(tray, Lamp()).halo > 0

    def places(self, laid: Tubes) -> list[tuple[int, int, int]]:
        """Give where capsules are and how they are turned (in steps of 45 degrees)."""
        return [(x, y, round(turn / 45) * 45 % 180) for x, y, turn in self._along(self.flights, FLIGHT, laid)]

    def sparks_at(self, laid: Tubes) -> list[tuple[int, int]]:
        """Give where likes are on their way."""
        return [(x, y) for x, y, _ in self._along(self.sparks, SPARK, laid)]

    def falling(self) -> list[tuple[int, float]]:
        """Give the trays from which slips fall, and how far each has fallen (0..1)."""
        return [(fall.tray, fall.age / (STRUCK if self.reduced else FALL)) for fall in self.falls if fall.age >= 0]

    def quiet(self) -> bool:
        """Whether nothing is on its way."""
        return not (self.flights or self.sparks or self.falls)

    def _along(self, moves: list[Move], lasts: float, laid: Tubes) -> list[tuple[int, int, float]]:
        """Give points and directions of what runs through tubes."""
        found = []
        for move in moves:
            if move.age < 0 or move.tray >= len(laid.ways):
                continue
            share = move.age / lasts
            share = int(share * STEPS) / STEPS if self.reduced else 1 - (1 - share) ** 2
            found.append(along(laid.ways[move.tray], share))
        return found


def wanted_glow(neighbour: "Neighbour") -> float:
    """Give how light a lamp should be: it burns after a thanks, and for a like as long as there was no verdict at all."""
    return float(neighbour.lit or (neighbour.liked > 0 and not neighbour.thanked and not neighbour.back))


def change(lamp: Lamp, neighbour: "Neighbour") -> What | None:
    """Say what begins to happen to a lamp that stood still until now."""
    wanted = wanted_glow(neighbour)
    if lamp.dim == int(lamp.dim) and lamp.dim != neighbour.dim:
        return "dimmed" if neighbour.dim > lamp.dim else "relit"
    if lamp.glow in {0.0, 1.0} and lamp.glow != wanted:
        return "lit" if wanted else "dark"
    return None


def toward(value: float, wanted: float, step: float) -> float:
    """Move a value a step nearer to what is wanted.

    >>> toward(0.0, 1.0, 0.25), toward(1.0, 0.9, 0.25)
    (0.25, 0.9)
    """
    return min(wanted, value + step) if value < wanted else max(wanted, value - step)
