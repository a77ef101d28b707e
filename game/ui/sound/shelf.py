"""Where sounds are kept. They are made in slices, one at a time, so that no frame waits; then the mixer gets them.

Nothing here needs numpy before the first sound is made.
"""

import time
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.ui.sound.names import EFFECTS, HELD, LOOPS

if TYPE_CHECKING:
    from game.ui.sound.waves import Pcm, Slow

SLICE = 0.004
"""Seconds of a frame that making may take; a single step may overrun it a little."""


class Key(NamedTuple):
    """One sound: an "effect", a "loop" or a "held" note; its name and variant."""

    kind: str
    name: str
    step: int = 0


LOOP_KEYS = tuple(Key("loop", name) for name in LOOPS)
HELD_KEYS = tuple(Key("held", "lamp", number) for number in range(len(HELD)))
EFFECT_KEYS = tuple(Key("effect", name, step) for name, effect in EFFECTS.items() for step in range(effect.steps))

EARLY = EFFECT_KEYS.index(Key("effect", "minute_back")) + 1
"""How many effects the first half minute may need; the music is made after these."""

ORDER = (*EFFECT_KEYS[:EARLY], *LOOP_KEYS, *HELD_KEYS, *EFFECT_KEYS[EARLY:])


def begin(key: Key) -> "Slow[Pcm]":
    """Begin to make a sound, as loud as its table says."""
    from game.ui.sound import music, synth, waves  # noqa: PLC0415 - numpy must not be waited for by the first picture

    if key.kind == "loop":
        return music.loop(key.name, LOOPS[key.name].gain)
    if key.kind == "held":
        return synth.held(key.step, HELD[key.step].gain)
    return waves.scaled(synth.making(key.name, key.step), EFFECTS[key.name].gain)


class Shelf:
    """All sounds of a process, those that are made and those that wait to be."""

    def __init__(self) -> None:
        self.waiting = list(ORDER)
        self._jobs: dict[Key, Slow[Pcm]] = {}
        self._made: dict[Key, Pcm] = {}
        self._sounds: dict[Key, pygame.mixer.Sound] = {}

    def want(self, key: Key) -> None:
        """Make this one next, if it is not made yet."""
        if key in self.waiting:
            self.waiting.remove(key)
            self.waiting.insert(0, key)

    def work(self, seconds: float = SLICE) -> None:
        """Go on making for a few milliseconds, at most until one more sound is made."""
        end = time.perf_counter() + seconds
        while self.waiting:
            key = self.waiting[0]
            if key not in self._jobs:
                self._jobs[key] = begin(key)
            try:
                next(self._jobs[key])
            except StopIteration as done:
                self._made[key] = done.value
                del self._jobs[key]
                self.waiting.remove(key)
                return
            if time.perf_counter() >= end:
                return

    def sound(self, key: Key) -> pygame.mixer.Sound | None:
        """Give a sound to an open mixer; None while it is not made."""
        if key in self._made:
            self._sounds[key] = pygame.mixer.Sound(buffer=self._made.pop(key).data)
        return self._sounds.get(key)

    def closed(self) -> None:
        """Take note that the mixer was closed, and its sounds with it."""
        self.waiting.extend(key for key in ORDER if key in self._sounds)
        self._sounds.clear()


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """Give the one shelf of this process; however many windows are opened, each sound is made once."""
    return Shelf()
