"""What moves on the tube map: capsules under way, slips that land, verdicts that pop. Seen from the counts, never invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.tubes import Tubes, along

if TYPE_CHECKING:
    from game.session import Neighbour

FLIGHT = 0.8
POP = 0.7
STEPS = 6
"""With reduced motion a capsule stands in this many places instead of sliding."""


@dataclass
class Flight:
    """A capsule on its way to tray number `tray`."""

    tray: int
    age: float


@dataclass
class Pop:
    """A verdict that just came at tray number `tray`: "tick" or "hourglass"."""

    tray: int
    sign: str
    left: float


class Traffic:
    """Compares the neighbours' counts with those before; what grew is shown as movement."""

    def __init__(self, *, reduced: bool) -> None:
        self.reduced = reduced
        self.flights: list[Flight] = []
        self.pops: list[Pop] = []
        self._before: tuple[Neighbour, ...] = ()

    def update(self, neighbours: Sequence["Neighbour"], dt: float) -> None:
        """Let `dt` seconds pass and take in what the session says now."""
        for flight in self.flights:
            flight.age += dt
        self.flights = [flight for flight in self.flights if flight.age < FLIGHT]
        for pop in self.pops:
            pop.left -= dt
        self.pops = [pop for pop in self.pops if pop.left > 0]
        now = tuple(neighbours)
        if now == self._before:
            return
        for index, (old, new) in enumerate(zip(self._before, now, strict=False)):
            self.flights.extend(Flight(index, -0.08 * step) for step in range(new.slips - old.slips))
            if new.thanked > old.thanked:
                self.pops.append(Pop(index, "tick", POP))
            if new.back > old.back:
                self.pops.append(Pop(index, "hourglass", POP))
        self._before = now

    def under_way(self, tray: int) -> int:
        """Count the capsules that have not reached a tray."""
        return sum(flight.tray == tray for flight in self.flights)

    def flash(self, tray: int) -> str:
        """Give the verdict that just came at a tray, or ""."""
        return next((pop.sign for pop in reversed(self.pops) if pop.tray == tray), "")

    def places(self, laid: Tubes) -> list[tuple[int, int, int]]:
        """Give where capsules are and how they are turned (in steps of 45 degrees)."""
        found = []
        for flight in self.flights:
            if flight.age < 0 or flight.tray >= len(laid.ways):
                continue
            share = flight.age / FLIGHT
            share = int(share * STEPS) / STEPS if self.reduced else 1 - (1 - share) ** 2
            x, y, turn = along(laid.ways[flight.tray], share)
            found.append((x, y, round(turn / 45) * 45 % 180))
        return found
