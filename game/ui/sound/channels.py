"""The mixer: opening it, and which of its channels plays what. Loops have channels of their own, effects share a dozen."""

import sys
from dataclasses import dataclass

import pygame

from game.ui.sound.names import EFFECTS, RATE
from game.ui.sound.shelf import HELD_KEYS, LOOP_KEYS, Key

FORMAT = (RATE, -16, 2)
"""What the mixer must play: samples a second, signed 16 bits, two sides."""

BUFFER = 2048 if sys.platform == "emscripten" else 512
"""Samples that are mixed at once; a page mixes between its frames and needs more in hand."""

OWN = (*LOOP_KEYS, *HELD_KEYS)
"""What has a channel of its own: channel 0 for the first, and so on."""

SHARED = 12
"""How many effects may sound at the same time."""


def is_open() -> bool:
    """Whether sound can be heard."""
    return pygame.mixer.get_init() is not None


def open_mixer() -> bool:
    """Open the mixer in our format; False where there is no device, or no mixer at all."""
    try:
        if pygame.mixer.get_init() not in {None, FORMAT}:
            pygame.mixer.quit()
        if not is_open():
            pygame.mixer.init(*FORMAT, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError, AttributeError):  # no device; pygame built without its mixer
        return False
    pygame.mixer.set_num_channels(len(OWN) + SHARED)
    pygame.mixer.stop()
    pygame.mixer.unpause()
    return True


@dataclass
class Voice:
    """What a shared channel plays, or played last."""

    name: str = ""
    priority: int = 0
    order: int = 0


class Channels:
    """Decides which effect may sound. When all channels are taken, the least important and oldest gives way."""

    def __init__(self) -> None:
        self._voices = [Voice() for _ in range(SHARED)]
        self._count = 0

    def play(self, key: Key, sound: pygame.mixer.Sound, volume: float, pan: float) -> bool:
        """Play an effect; False if it had to give way."""
        number = self._free(key.name)
        if number is None:
            return False
        self._count += 1
        self._voices[number] = Voice(key.name, EFFECTS[key.name].priority, self._count)
        channel = pygame.mixer.Channel(len(OWN) + number)
        sound.set_volume(volume)
        channel.play(sound)
        channel.set_volume(min(1.0, 1 - pan), min(1.0, 1 + pan))
        return True

    def stop(self) -> None:
        """Let no effect sound on."""
        for number in range(SHARED):
            pygame.mixer.Channel(len(OWN) + number).stop()

    def sounding(self) -> list[str]:
        """Give the names of the effects that sound now."""
        return [self._voices[number].name for number in range(SHARED) if self._busy(number)]

    def _busy(self, number: int) -> bool:
        """Whether a shared channel plays."""
        return pygame.mixer.Channel(len(OWN) + number).get_busy()

    def _free(self, name: str) -> int | None:
        """Give the channel to use: that of the oldest of its own kind if there are many, a free one, or a lesser one's."""
        busy = [number for number in range(SHARED) if self._busy(number)]
        same = [number for number in busy if self._voices[number].name == name]
        if len(same) >= EFFECTS[name].most:
            return min(same, key=lambda number: self._voices[number].order)
        if len(busy) < SHARED:
            return next(number for number in range(SHARED) if number not in busy)
        least = min(busy, key=lambda number: (self._voices[number].priority, self._voices[number].order))
        return least if self._voices[least].priority <= EFFECTS[name].priority else None
