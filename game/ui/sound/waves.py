"""What sounds are built from: tones, noise, envelopes, as arrays of numbers between -1 and 1. Nothing here is random.

The same calls give the same samples on every run; noise comes from a hash of its seed and the sample's number.
"""

import math
from collections.abc import Generator
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.ui.sound.names import RATE

Wave: TypeAlias = NDArray[np.floating[Any]]
Pcm: TypeAlias = NDArray[np.int16]

T = TypeVar("T")
Slow: TypeAlias = Generator[None, None, T]
"""A sound that is made in steps: it pauses between them and gives its samples at the end."""

Making: TypeAlias = Slow[Wave]

PEAK = 0.9
"""The largest sample of a finished sound; how loud it is played is another table's business."""

FADE_IN, FADE_OUT = 0.0015, 0.015
BLOCK = 512
FULL = 32_767


def samples(seconds: float) -> int:
    """Give how many samples that takes."""
    return round(seconds * RATE)


def times(seconds: float) -> Wave:
    """Give the time of every sample."""
    return np.arange(samples(seconds)) / RATE


def spin(hz: float, seconds: float, loss: float = 0.0) -> NDArray[np.complex64]:
    """Give a pointer that turns `hz` times a second and shrinks by e in 1/`loss` seconds.

    Powers of one number are an outer product: a row of short turns times a column of long ones, many times cheaper than a sine
    for every sample.
    """
    count = samples(seconds)
    turn = complex(-loss, 2 * math.pi * hz) / RATE
    short = np.exp(turn * np.arange(BLOCK)).astype(np.complex64)
    long = np.exp(turn * BLOCK * np.arange(-(-count // BLOCK))).astype(np.complex64)
    return np.outer(long, short).ravel()[:count]


def tone(hz: float, seconds: float, harmonics: tuple[float, ...] = (1.0,), loss: float = 0.0) -> Wave:
    """Give a note with these strengths of its harmonics; the higher ones are lost sooner, as on a string."""
    pointer = spin(hz, seconds, loss)
    total = pointer * np.float32(harmonics[-1])
    for strength in reversed(harmonics[:-1]):
        total += np.float32(strength)
        total *= pointer
    return total.imag


def chime(hz: float, seconds: float, partials: tuple[tuple[float, float, float], ...]) -> Wave:
    """Give a bell's note: partials as (ratio to the note, strength, loss), which need not be harmonics."""
    total = np.zeros(samples(seconds))
    for ratio, strength, loss in partials:
        total += strength * spin(hz * ratio, seconds, loss).imag
    return total


def glide(start: float, end: float, seconds: float, bend: float = 3.0) -> Wave:
    """Give a tone that moves from one pitch to another, quickly at first; `bend` says how quickly."""
    t = np.linspace(0.0, 1.0, samples(seconds))
    hz = end + (start - end) * np.exp(-bend * t)
    return np.sin(np.cumsum(hz) * (2 * math.pi / RATE))


def noise(seconds: float, seed: int) -> Wave:
    """Give hashed noise: every sample depends on its number and the seed only."""
    x = np.arange(samples(seconds), dtype=np.uint32) + np.uint32(seed * 0x9E3779B9 & 0xFFFFFFFF)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        x ^= x >> np.uint32(shift)
        x *= np.uint32(factor)
    x ^= x >> np.uint32(16)
    return x / 2.0**31 - 1.0


def scattered(count: int, seed: int) -> list[float]:
    """Give `count` numbers between 0 and 1, hashed from the seed."""
    return [(value + 1) / 2 for value in noise(count / RATE, seed).tolist()]


def handy(count: int) -> int:
    """Give the next length that a Fourier transform takes quickly: even, of no prime factor above seven.

    >>> handy(16_538), handy(88_200)
    (16800, 88200)
    """
    length = count + count % 2
    while not divides_small(length):
        length += 2
    return length


def divides_small(number: int) -> bool:
    """Whether a number falls apart into 2, 3, 5 and 7."""
    for prime in (2, 3, 5, 7):
        while number % prime == 0:
            number //= prime
    return number == 1


def band(wave: Wave, low: float, high: float) -> Wave:
    """Keep what lies between two pitches, with soft shoulders, and make its loudest sample one."""
    length = handy(len(wave))
    spectrum = np.fft.rfft(wave, length)
    hz = np.arange(len(spectrum)) * (RATE / length)
    hz[0] = hz[1] / 10
    weight = 1 / ((1 + (hz / high) ** 6) * (1 + (low / hz) ** 6))
    heard: Wave = np.fft.irfft(spectrum * weight, length)[: len(wave)]
    return heard / float(np.abs(heard).max())


def fall(seconds: float, half: float) -> Wave:
    """Give an envelope that halves every `half` seconds and has come to nothing at the end."""
    rest = 2 ** (-seconds / half)
    result: Wave = (np.exp2(-times(seconds) / half) - rest) / (1 - rest)
    return result


def hump(seconds: float, peak: float, sharp: float = 1.0) -> Wave:
    """Give an envelope that rises from nothing to one at `peak` (a share of the time) and goes back to nothing."""
    t = np.linspace(0.0, 1.0, samples(seconds))
    bent = np.where(t < peak, t / peak / 2, 0.5 + (t - peak) / (1 - peak) / 2)
    result: Wave = np.sin(math.pi * bent) ** (2 * sharp)
    return result


def swell(seconds: float, rise: float, release: float) -> Wave:
    """Give an envelope that rises, stands and goes, round at all corners."""
    window = np.ones(samples(seconds), dtype=np.float32)
    begun, gone = window[: samples(rise)], window[::-1][: samples(release)]
    begun *= rounded(rise)[: len(window)]
    gone *= rounded(release)[: len(window)]
    return window


@lru_cache(maxsize=32)
def rounded(seconds: float) -> Wave:
    """Give the rise from nothing to one that is round at both ends."""
    rise: Wave = np.sin(np.linspace(0, math.pi / 2, samples(seconds), endpoint=False)) ** 2
    return rise.astype(np.float32)


def laid(target: Wave, at: float, wave: Wave, gain: float = 1.0) -> None:
    """Add a wave to another from a moment on; what reaches past the end is dropped."""
    start = samples(at)
    room = target[start : start + len(wave)]
    room += gain * wave[: len(room)]


def wound(target: Wave, at: float, wave: Wave, gain: float = 1.0) -> None:
    """Add a wave to a loop; what reaches past its end goes on at its start, so that end and start join."""
    start = samples(at) % len(target)
    while len(wave):
        room = target[start : start + len(wave)]
        room += gain * wave[: len(room)]
        wave, start = wave[len(room) :], 0


def edges(count: int) -> Wave:
    """Give the window that lets a sound begin and end at nothing."""
    return swell(count / RATE, FADE_IN, FADE_OUT)


def finished(wave: Wave, peak: float = PEAK) -> Wave:
    """Give a sound without clicks at its ends, without an offset, at this peak."""
    window = edges(len(wave))
    heard = wave * window
    heard -= window * (heard.sum() / window.sum())
    return heard * (peak / max(float(np.abs(heard).max()), 1e-9))


def pcm(wave: Wave, pan: float = 0.0) -> Pcm:
    """Give the stereo samples that a mixer takes; `pan` goes from -1, left, to 1, right."""
    both = np.empty((len(wave), 2), dtype=np.int16)
    both[:, 0] = np.rint(wave * np.float32(FULL * min(1.0, 1 - pan)))
    both[:, 1] = both[:, 0] if pan == 0 else np.rint(wave * np.float32(FULL * min(1.0, 1 + pan)))
    return both


def whole(making: Slow[T]) -> T:
    """Make a sound without pausing."""
    while True:
        try:
            next(making)
        except StopIteration as end:
            result: T = end.value
            return result


def scaled(making: Making, gain: float) -> Slow[Pcm]:
    """Make a sound this loud, in the form that a mixer takes."""
    wave = yield from making
    return pcm(wave * gain)
