"""What the window talks to for sound: `Sounds` plays effects and music, or goes on in silence where nothing can be heard."""

import sys
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from game.ui.sound.channels import OWN, Channels, is_open, open_mixer
from game.ui.sound.names import ALWAYS, EFFECTS, HELD, LOOPS, Loop
from game.ui.sound.shelf import Key, shelf
from game.ui.words import say

NO_MUSIC = -1
"""The number of layers that stands for silence; from 0 on room tone and bass play."""

PATIENCE = 0.25
"""Seconds after which a sound that was not made in time is not played any more: its picture has gone."""

RETURN = 0.3
"""Seconds in which the music comes back after a pause or a mute."""

LOUDEST = 100
REMEMBERED = 64


class Heard(NamedTuple):
    """A sound that was asked for; `loud` is False where nobody could hear it: muted, paused, volume 0, no mixer."""

    name: str
    step: int
    pan: float
    loud: bool


class Asked(NamedTuple):
    """A sound that waits to be made."""

    key: Key
    pan: float
    left: float


@dataclass
class Fader:
    """How far a loop has come in, from 0 to 1, and where it is going."""

    loop: Loop
    level: float = 0.0
    target: float = 0.0

    def move(self, dt: float) -> None:
        """Let `dt` seconds pass."""
        if self.level < self.target:
            self.level = min(self.target, self.level + dt / self.loop.rise)
        elif self.level > self.target:
            self.level = max(self.target, self.level - dt / self.loop.fall)


def strength(volume: int) -> float:
    """Turn a volume from 0 to 100 into a factor; squared, because ears count in ratios.

    >>> strength(0), strength(50), strength(100)
    (0.0, 0.25, 1.0)
    """
    return (min(LOUDEST, max(0, volume)) / LOUDEST) ** 2


class Sounds:
    """Call `wake` at the player's first click or key, `update` once a frame; everything else whenever it happens."""

    def __init__(self, effects: int = 80, music: int = 50, *, muted: bool = False) -> None:
        self.heard: deque[Heard] = deque(maxlen=REMEMBERED)
        self.note = say("sound.waits")
        self.layers = NO_MUSIC
        self.lit = 0
        self.muted = muted
        self.paused = False
        self._effects = strength(effects)
        self._music = strength(music)
        self._asleep = True
        self._channels = Channels()
        self._asked: list[Asked] = []
        self._faders = [Fader(loop) for loop in (*LOOPS.values(), *HELD)]
        self._running = False
        self._breath = 0.0

    def wake(self) -> None:
        """Open the mixer, once. A browser allows it only after a click or a key."""
        if not self._asleep:
            return
        self._asleep = False
        if not is_open():
            shelf().closed()
        self.note = "" if open_mixer() else say("sound.none")

    def play(self, name: str, pan: float = 0.0, step: int = 0) -> None:
        """Play an effect: `pan` from -1, left, to 1, right; `step` chooses among its variants."""
        step = EFFECTS[name].variant(step)
        loud = self._can_sound() and self._effects > 0
        self.heard.append(Heard(name, step, pan, loud))
        if loud:
            key = Key("effect", name, step)
            if not self._started(key, pan):
                shelf().want(key)
                self._asked.append(Asked(key, pan, PATIENCE))

    def music(self, layers: int) -> None:
        """Let so many instruments play over room tone and bass; `NO_MUSIC` for silence."""
        self.layers = layers
        for number, fader in enumerate(self._faders[: len(LOOPS)]):
            fader.target = 1.0 if layers > NO_MUSIC and number < ALWAYS + layers else 0.0
        self.lamps(self.lit)

    def lamps(self, lit: int) -> None:
        """Let a note stand in the room for each lit lamp, as far as there are notes."""
        self.lit = lit
        for number, fader in enumerate(self._faders[len(LOOPS) :]):
            fader.target = 1.0 if self.layers > NO_MUSIC and number < lit else 0.0

    def instruments(self) -> int:
        """Give how many instruments are playing or coming in."""
        return sum(fader.target > 0 for fader in self._faders[ALWAYS : len(LOOPS)])

    def volumes(self, effects: int, music: int) -> None:
        """Play effects and music as loud as this, from 0 to 100."""
        self._effects, self._music = strength(effects), strength(music)

    def mute(self, muted: bool) -> None:  # noqa: FBT001 - one switch, named by the method
        """Be silent, or not."""
        self.muted = muted
        if muted:
            self._hush()

    def pause(self, paused: bool) -> None:  # noqa: FBT001 - as above
        """Stand still in silence, or go on. It holds at once: a hidden page gets no more frames."""
        if paused == self.paused:
            return
        self.paused = paused
        if not self._opened():
            return
        if paused:
            self._hush()
            pygame.mixer.pause()
        else:
            pygame.mixer.unpause()

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass: make a little of what is missing, play what was waited for, move the music."""
        if self._opened() or (self._asleep and "numpy" in sys.modules):
            shelf().work()
        waiting = [asked._replace(left=asked.left - dt) for asked in self._asked]
        in_time = [asked for asked in waiting if asked.left > 0 and self._can_sound()]
        self._asked = [asked for asked in in_time if not self._started(asked.key, asked.pan)]
        if not self._opened() or self.paused:
            return
        self._run()
        self._breath = 0.0 if self.muted else min(1.0, self._breath + dt / RETURN)
        for fader in self._faders:
            fader.move(dt)
        self._set_loops()

    def loudness(self) -> list[float]:
        """Give how loud each loop plays now, from 0 to 1, in the order of the tables: the music, then the held notes."""
        sounds = [shelf().sound(key) for key in OWN] if self._opened() and self._running else []
        return [sound.get_volume() if sound is not None else 0.0 for sound in sounds]

    def close(self) -> None:
        """Give the device back."""
        opened = self._opened()
        self._running = False
        if opened:
            pygame.mixer.stop()
            shelf().closed()
            pygame.mixer.quit()

    def _opened(self) -> bool:
        """Whether the mixer is there."""
        return not self._asleep and is_open()

    def _can_sound(self) -> bool:
        """Whether anything may be heard now."""
        return self._opened() and not self.muted and not self.paused

    def _started(self, key: Key, pan: float) -> bool:
        """Play an effect if it is made; True if it need not be waited for any longer."""
        sound = shelf().sound(key) if self._can_sound() else None
        if sound is None:
            return False
        self._channels.play(key, sound, self._effects, pan)
        return True

    def _hush(self) -> None:
        """Stop effects and turn the loops down at once."""
        self._breath = 0.0
        self._asked = []
        if self._opened():
            self._channels.stop()
            self._set_loops()

    def _run(self) -> None:
        """Start all loops together, silent, once they are made and music was asked for: so they stay in step."""
        if self._running or self.layers == NO_MUSIC:
            return
        sounds = [shelf().sound(key) for key in OWN]
        if any(sound is None for sound in sounds):
            return
        for number, sound in enumerate(sounds):
            if sound is not None:
                sound.set_volume(0.0)
                pygame.mixer.Channel(number).play(sound, loops=-1)
        self._running = True

    def _set_loops(self) -> None:
        """Bring the loops to their loudness."""
        if not self._running:
            return
        for key, fader in zip(OWN, self._faders, strict=True):
            sound = shelf().sound(key)
            if sound is not None:
                sound.set_volume(fader.level * self._music * self._breath)
