"""The music: a slow waltz of four bars that runs in a loop. Every part is a loop of the same length and fits all others.

Parts are made note by note, so that a frame never has to wait for a whole one: `loop(name)` pauses after each.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from game.ui.sound.waves import PEAK, Making, Pcm, Slow, Wave, band, fall, noise, pcm, samples, spin, swell, tone, wound

BEAT = 1.0
BEATS = 12
SECONDS = BEAT * BEATS
LENGTH = samples(SECONDS)


class Note(NamedTuple):
    """One note: the beat it begins on, its key on a piano (60 is middle C), its length in beats, its force."""

    beat: float
    key: int
    long: float
    force: float = 1.0


class Part(NamedTuple):
    """One instrument: what it plays, how it sounds, where it sits between -1, left, and 1, right."""

    notes: tuple[Note, ...]
    sound: Callable[[float, float], Wave]
    pan: float


def pitch(key: int) -> float:
    """Give the pitch of a piano's key.

    >>> pitch(69)
    440.0
    """
    return float(440.0 * 2 ** ((key - 69) / 12))


def bass_sound(hz: float, seconds: float) -> Wave:
    """A soft plucked double bass; its octave lets small loudspeakers tell the note."""
    return tone(hz, seconds, (1.0, 0.55, 0.22, 0.08), loss=0.9) * swell(seconds, 0.03, 0.8)


def box_sound(hz: float, seconds: float) -> Wave:
    """A music box."""
    bright = tone(hz * 3, seconds, (0.12, 0.05), loss=7.0)
    return (tone(hz, seconds, (1.0, 0.12), loss=2.2) + bright) * swell(seconds, 0.004, 0.6)


def organ_sound(hz: float, seconds: float) -> Wave:
    """A small organ behind a door: two pipes nearly in tune."""
    pipes = tone(hz, seconds, (1.0, 0.3, 0.1)) + 0.8 * tone(hz * 1.0025, seconds, (1.0, 0.2))
    return pipes * swell(seconds, 0.9, 1.1)


def guitar_sound(hz: float, seconds: float) -> Wave:
    """A nylon string."""
    return tone(hz, seconds, (1.0, 0.5, 0.28, 0.16, 0.08, 0.04), loss=2.4) * swell(seconds, 0.005, 0.4)


def vibes_sound(hz: float, seconds: float) -> Wave:
    """A vibraphone, whose lids turn slowly."""
    lids = 1 - 0.22 * spin(4.0, seconds).real
    bar = tone(hz, seconds, (1.0,), loss=0.9) + 0.16 * tone(hz * 4, seconds, (1.0,), loss=5.0)
    result: Wave = bar * lids * swell(seconds, 0.01, 0.8)
    return result


def brush_sound(hz: float, seconds: float) -> Wave:
    """A brush on a drum's skin; the pitch says how bright."""
    return band(noise(seconds, round(hz)), hz * 4, hz * 11) * fall(seconds, 0.07) * swell(seconds, 0.03, 0.2)


def reed_sound(hz: float, seconds: float) -> Wave:
    """A low clarinet: odd harmonics, a breath of vibrato in its loudness."""
    breath = 1 - 0.1 * spin(4.6, seconds).real
    return tone(hz, seconds, (1.0, 0.04, 0.42, 0.03, 0.16, 0.0, 0.05)) * breath * swell(seconds, 0.16, 0.35)


def chords(*keys: tuple[int, ...]) -> tuple[Note, ...]:
    """Write one chord a bar, each reaching into the next."""
    return tuple(Note(3.0 * bar, key, 4.0) for bar, chord in enumerate(keys) for key in chord)


def afterbeats(*keys: tuple[int, int]) -> tuple[Note, ...]:
    """Write two notes a bar on its second and third beat, as a waltz has them."""
    low_high = ((3.0 * bar + beat, low, high) for bar, (low, high) in enumerate(keys) for beat in (1.0, 2.0))
    return tuple(note for beat, low, high in low_high for note in (Note(beat, low, 1.6, 0.8), Note(beat + 0.03, high, 1.6, 0.7)))


def line(*notes: tuple[float, int, float]) -> tuple[Note, ...]:
    """Write a tune as (beat, key, length)."""
    return tuple(Note(*note) for note in notes)


# A minor, F, C, G; the effects' scale C D E G A goes with all four.
PARTS: dict[str, Part] = {
    "bass": Part(
        (*line((0, 45, 2.6), (3, 41, 2.6), (6, 48, 2.6), (9, 43, 2.6)), Note(2, 52, 1.2, 0.4), Note(8, 43, 1.2, 0.4)),
        bass_sound,
        0.0,
    ),
    "box": Part(
        line((0.5, 76, 2), (1.5, 81, 2), (2.5, 84, 2.5), (4.5, 81, 2), (5.5, 79, 2.5))
        + line((6.5, 76, 2), (7.5, 79, 2), (8.5, 84, 2.5), (10.5, 83, 2), (11.5, 79, 2.5)),
        box_sound,
        0.35,
    ),
    "organ": Part(chords((57, 60, 64), (57, 60, 65), (55, 60, 64), (55, 59, 62)), organ_sound, -0.15),
    "guitar": Part(afterbeats((60, 64), (60, 65), (60, 67), (59, 62)), guitar_sound, -0.45),
    "vibes": Part(line((0, 76, 3), (3, 72, 2.5), (5, 74, 1.5), (6, 76, 3), (9, 74, 2.5), (11, 71, 1.8)), vibes_sound, 0.2),
    "brush": Part(
        tuple(
            Note(bar * 3.0 + beat, 69 + shade, 0.5, force)
            for bar in range(4)
            for beat, shade, force in ((1, 0, 1.0), (2, 2, 0.8), (2.67, 4, 0.35))
        ),
        brush_sound,
        0.5,
    ),
    "reed": Part(line((0, 60, 2), (2, 59, 1.1), (3, 57, 3), (6, 55, 2), (8, 52, 1.1), (9, 50, 3)), reed_sound, -0.3),
}


def room() -> Making:
    """The room tone: a low breath of air in tubes and a hum that hardly is one; four seconds, three times."""
    third = SECONDS / 3
    low = noise(third, 171)
    yield
    air = band(low, 60, 320)
    yield
    high = noise(third, 172)
    yield
    high = band(high, 500, 1100)
    yield
    air += 0.25 * high * (1 - 0.5 * spin(0.25, third).real)
    yield
    air += 0.25 * tone(110.0, third, (1.0, 0.35, 0.1)) * (1 + 0.3 * spin(0.5, third).real)
    return np.tile(air, 3)


def played(part: Part) -> Making:
    """Play a part's notes into its loop."""
    total = np.zeros(LENGTH, dtype=np.float32)
    for note in part.notes:
        wound(total, note.beat * BEAT, part.sound(pitch(note.key), note.long * BEAT), note.force)
        yield
    return total


def loop(name: str, gain: float = 1.0) -> Slow[Pcm]:
    """Make one part of the music, pausing where a frame may be shown."""
    part = PARTS.get(name)
    total = yield from (room() if part is None else played(part))
    total -= total.mean()
    total *= gain * PEAK / max(float(total.max()), -float(total.min()))
    yield
    return pcm(total, part.pan if part else 0.0)
