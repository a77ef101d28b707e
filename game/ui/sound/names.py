"""The table of sounds: what each one's picture is, how loud it is, who gives way when too many sound at once.

A sound never tells what the screen does not show: every row names its twin, the picture that says the same.
"""

from typing import NamedTuple

RATE = 22_050
"""Samples a second, here and in the mixer."""


class Effect(NamedTuple):
    """One short sound. `twin`: its picture; the higher `priority` is kept; `steps` variants, `most` at the same time."""

    twin: str
    priority: int
    gain: float
    steps: int = 1
    wraps: bool = False
    most: int = 2

    def variant(self, step: int) -> int:
        """Give the variant for a step: counted round and round, or held at the ends.

        >>> Effect("", 1, 1.0, steps=3).variant(7), Effect("", 1, 1.0, steps=3, wraps=True).variant(7)
        (2, 1)
        """
        return step % self.steps if self.wraps else min(max(step, 0), self.steps - 1)


class Loop(NamedTuple):
    """One part of the music. `twin`: the picture that says the same; `rise` and `fall`: seconds to come and to go."""

    twin: str
    gain: float
    rise: float = 2.0
    fall: float = 1.5


EFFECTS: dict[str, Effect] = {
    "button": Effect("The pressed button sinks into its shadow.", 2, 0.30),
    "clock_in": Effect("The lamp goes on and draws a warm circle on the desk.", 5, 0.80, most=1),
    "capsule_in": Effect("A capsule lies in the IN tray and the pile grows by one.", 3, 0.55),
    "ignore": Effect("The grey stamp comes down and the paper leaves crumpled.", 4, 0.45),
    "like": Effect("The blue stamp comes down and the counter of likes goes up by one.", 4, 0.40),
    "reshare": Effect("The orange stamp comes down and the card leaves rolled up.", 4, 0.70),
    "capsule": Effect("A capsule moves along its tube on the map.", 1, 0.16, most=3),
    "slip_lands": Effect("A paper slip drops into a neighbour's tray.", 1, 0.30, most=3),
    "thanks": Effect("An amber tick pops up at a neighbour's tray.", 3, 0.45, steps=10, wraps=True, most=4),
    "minute_back": Effect("A violet hourglass pops up at a neighbour's tray.", 3, 0.45, most=3),
    "follower": Effect("A +1 slides up at the meter of followers.", 3, 0.95, most=1),
    "lamp_on": Effect("A neighbour's lamp lights within half a second.", 3, 0.40, steps=4, wraps=True),
    "lamp_off": Effect("A neighbour's lamp dims within half a second.", 3, 0.40, steps=4, wraps=True),
    "slip_falls": Effect("A slip tilts and falls off the end of a neighbour's tray, or a card off the IN tray.", 2, 0.40),
    "unfold": Effect("The card opens and shows its inside.", 4, 0.45),
    "undo": Effect("The card comes back under the lamp and the ribbon of Undo is gone.", 4, 0.40),
    "pile_tick": Effect("The IN tray leans, further with each paper from nine to eleven.", 2, 0.60, steps=3, most=1),
    "warmest": Effect("Bram's lamp is lit again, brighter than the others.", 5, 0.70, most=1),
    "bell": Effect("The bell on the wall swings.", 5, 0.60, most=1),
    "printer": Effect("One more line of the list is printed.", 3, 0.35, most=1),
    "sheet": Effect("The pay slip slides over the desk.", 4, 0.50, most=1),
}
"""Every effect by name, in the order in which a first shift is likely to need them; they are made in this order."""

LOOPS: dict[str, Loop] = {
    "room": Loop("The lamp lights the desk.", 0.13),
    "bass": Loop("The clock on the wall runs.", 0.38),
    "box": Loop("Ten readers more have thanked: the thanked part of others' minutes has grown.", 0.17),
    "organ": Loop("Twenty have thanked, as the same meter shows.", 0.17),
    "guitar": Loop("Thirty have thanked, as the same meter shows.", 0.25),
    "vibes": Loop("Forty have thanked, as the same meter shows.", 0.20),
    "brush": Loop("Fifty have thanked, as the same meter shows.", 0.28),
    "reed": Loop("Sixty have thanked, as the same meter shows.", 0.10),
}
"""The music: two parts that always play, then the instruments in the order in which they join; a fallen card takes one away."""

ALWAYS = 2
"""How many of the loops are no instruments."""

INSTRUMENTS = len(LOOPS) - ALWAYS

HELD: tuple[Loop, ...] = (Loop("A neighbour's lamp is lit.", 0.05, rise=0.5, fall=0.5),) * 4
"""Notes that stand in the room while lamps are lit; from the fifth lamp on the room sounds no fuller."""
