"""Figures that fly to their meters, one at a time; what is on its way is not on its meter yet."""

from dataclasses import dataclass, field

FLIES = 0.4
REST = 1.2
"""Seconds between two figures for the same meter: what comes meanwhile flies as one."""
LIT = 0.4
"""Seconds for which a meter's frame is lit by what reached it."""


@dataclass
class Flyer:
    """A figure under way to the meter `name`."""

    name: str
    by: float
    age: float = 0.0


@dataclass
class Flyers:
    """What flies and what waits to. With reduced motion nothing flies: the figure is there, and the meter's frame lit once."""

    reduced: bool
    now: Flyer | None = None
    lit: dict[str, float] = field(default_factory=dict)
    waiting: dict[str, Flyer] = field(default_factory=dict)
    rests: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, by: float) -> None:
        """Send a figure on its way as soon as there is room."""
        if self.reduced:
            self.light(name)
        elif name in self.waiting:
            self.waiting[name].by += by
        else:
            self.waiting[name] = Flyer(name, by)

    def light(self, name: str) -> None:
        """Light a meter's frame once; one that is lit already stays as it is."""
        self.lit.setdefault(name, LIT)

    def update(self, dt: float) -> list[str]:
        """Let `dt` seconds pass; give the meters for which a figure takes off."""
        self.lit = {name: left - dt for name, left in self.lit.items() if left > dt}
        self.rests = {name: left - dt for name, left in self.rests.items() if left > dt}
        if self.now is not None:
            self.now.age += dt
            if self.now.age >= FLIES:
                self.light(self.now.name)
                self.rests[self.now.name] = REST
                self.now = None
        ready = next((name for name in self.waiting if name not in self.rests), "")
        if self.now is not None or not ready:
            return []
        self.now = self.waiting.pop(ready)
        return [ready]

    def held(self, name: str) -> float:
        """Give how much has not reached a meter yet."""
        flying = self.now.by if self.now is not None and self.now.name == name else 0.0
        return flying + (self.waiting[name].by if name in self.waiting else 0.0)

    def clear(self) -> None:
        """Let everything be where it belongs."""
        self.now, self.waiting = None, {}
