"""The effects, each a small recipe of tones and noise: `effect(name, step)` gives its samples, always the same ones."""

from collections.abc import Callable

import numpy as np

from game.ui.sound.names import EFFECTS
from game.ui.sound.waves import (
    PEAK,
    Making,
    Pcm,
    Slow,
    Wave,
    band,
    chime,
    fall,
    finished,
    glide,
    hump,
    laid,
    noise,
    pcm,
    samples,
    scattered,
    spin,
    swell,
    tone,
    whole,
)

SCALE = (523.25, 587.33, 659.26, 783.99, 880.0, 1046.5, 1174.66, 1318.51, 1567.98, 1760.0)
"""Ten rising notes, C D E G A twice: the key of the music, so that a thanks never jars."""

LAMPS = (392.0, 523.25, 659.26, 440.0)
"""The notes of the neighbours' lamps, G C E A."""

KNOCKS = ((0.45, 900.0, 0.006), (0.7, 1150.0, 0.009), (1.0, 1400.0, 0.013))
"""The clock's three ticks: strength of the case behind it, pitch, halving time."""


FORCES = (0.5, 0.72, 1.0)
"""How loud the clock's three ticks are."""


NEEDLE = 0.0075
"""Seconds between two blows of the printer's needles."""

WORDS_OF_A_LINE = (8, 5, 12, 7, 4, 9)
"""How many blows the words of a printed line take."""


def silence(seconds: float) -> Wave:
    """Give room to lay sounds in."""
    return np.zeros(samples(seconds))


def burst(seconds: float, seed: int, low: float, high: float, half: float) -> Wave:
    """Give a short rush of noise that dies away."""
    return band(noise(seconds, seed), low, high) * fall(seconds, half)


def thud(start: float, end: float, seconds: float, half: float) -> Wave:
    """Give a soft blow: a low tone that sinks and dies away."""
    return glide(start, end, seconds, 6.0) * fall(seconds, half)


def button() -> Wave:
    """A small wooden tick."""
    total = silence(0.06)
    laid(total, 0, burst(0.05, 11, 900, 3200, 0.005), 0.6)
    laid(total, 0, thud(420, 300, 0.06, 0.012), 0.7)
    return total


def clock_in() -> Wave:
    """A time card, ka-chunk: the lever, then the heavy printing head, and the case that hums after it."""
    total = silence(0.62)
    laid(total, 0.0, burst(0.06, 21, 1400, 4200, 0.009), 0.55)
    laid(total, 0.0, thud(240, 170, 0.08, 0.018), 0.4)
    laid(total, 0.13, burst(0.10, 22, 300, 2200, 0.016), 0.8)
    laid(total, 0.13, thud(150, 66, 0.28, 0.055), 1.0)
    laid(total, 0.145, chime(1180, 0.45, ((1.0, 1.0, 14), (1.52, 0.6, 20), (2.31, 0.4, 26))), 0.09)
    laid(total, 0.24, burst(0.05, 23, 1200, 3600, 0.007), 0.16)
    return total


def capsule_in() -> Wave:
    """A capsule that drops into the tray: a padded thump and a short rattle."""
    total = silence(0.34)
    laid(total, 0.0, thud(170, 72, 0.26, 0.045), 1.0)
    laid(total, 0.0, burst(0.10, 31, 250, 1500, 0.014), 0.55)
    for number, at in enumerate((0.085, 0.15, 0.20)):
        laid(total, at, burst(0.05, 32 + number, 700, 2400, 0.007), 0.30 / (number + 1))
        laid(total, at, thud(230, 190, 0.06, 0.014), 0.25 / (number + 1))
    return total


def ignore() -> Wave:
    """Paper that is crumpled: many small creases, dense at first, then fewer."""
    total = silence(0.36)
    crease = burst(0.03, 41, 1300, 6000, 0.0045)
    dull = burst(0.04, 42, 700, 2600, 0.008)
    for number, (when, force) in enumerate(zip(scattered(34, 43), scattered(34, 44), strict=True)):
        laid(total, 0.30 * when**1.5, dull if number % 3 == 0 else crease, 0.25 + 0.75 * force)
    laid(total, 0.0, band(noise(0.36, 45), 900, 4500) * hump(0.36, 0.25), 0.45)
    return total * hump(0.36, 0.2, 0.6)


def like() -> Wave:
    """A small counter bell."""
    return chime(1567.98, 0.75, ((1.0, 1.0, 6.5), (2.0, 0.3, 9), (2.76, 0.35, 13), (5.4, 0.14, 26)))


def reshare() -> Wave:
    """The tube: *thup*, and the air that goes after the capsule."""
    total = silence(0.62)
    laid(total, 0.0, glide(260, 58, 0.16, 5.0) * fall(0.16, 0.045), 1.0)
    laid(total, 0.0, burst(0.07, 51, 250, 1400, 0.012), 0.5)
    laid(total, 0.03, band(noise(0.55, 52), 350, 1300) * hump(0.55, 0.18), 0.42)
    laid(total, 0.05, band(noise(0.55, 53), 1200, 3400) * hump(0.55, 0.34), 0.26)
    laid(total, 0.05, glide(230, 620, 0.5, 1.2) * hump(0.5, 0.3), 0.10)
    return total


def capsule() -> Wave:
    """A capsule on its way: faint knocks at the joints of the tube, later ones further apart."""
    total = silence(0.75)
    knocks = [burst(0.03, seed, 900, 2600, 0.005) for seed in (61, 62, 63)]
    tubes = [thud(hz, 470, 0.04, 0.009) for hz in (520, 560)]
    at = 0.0
    for number in range(12):
        force = 0.9 - 0.05 * number + (0.18 if number % 2 else 0.0)
        laid(total, at, knocks[number % 3], force)
        laid(total, at, tubes[number % 2], 0.35 * force)
        at += 0.042 + 0.0032 * number
    laid(total, 0.0, band(noise(0.75, 65), 300, 900) * hump(0.75, 0.3), 0.25)
    return total * hump(0.75, 0.25, 0.4)


def slip_lands() -> Wave:
    """Paper on paper: a pat."""
    total = silence(0.11)
    laid(total, 0.0, burst(0.10, 71, 500, 2300, 0.012), 0.9)
    laid(total, 0.0, thud(240, 170, 0.09, 0.016), 0.6)
    return total


def thanks(step: int) -> Wave:
    """A plucked note; the next thanks plucks the next higher one."""
    hz = SCALE[step]
    total = tone(hz, 0.65, (1.0, 0.42, 0.2, 0.09, 0.04), loss=5.0 + 2.0 * step / 9)
    laid(total, 0.0, burst(0.02, 81, 1800, 5000, 0.003), 0.10)
    return total


def minute_back() -> Wave:
    """A low dry tick, like a drop of sand in a wooden box."""
    total = silence(0.16)
    laid(total, 0.0, thud(210, 140, 0.16, 0.024), 1.0)
    laid(total, 0.0, thud(333, 290, 0.10, 0.012), 0.4)
    laid(total, 0.0, burst(0.03, 91, 600, 2200, 0.005), 0.35)
    return total


def brass(hz: float, seconds: float) -> Wave:
    """A blown note that brightens as it swells."""
    dark = tone(hz, seconds, (1.0, 0.5, 0.22, 0.08))
    bright = tone(hz, seconds, (0.6, 0.75, 0.7, 0.6, 0.45, 0.33, 0.22, 0.14))
    light = hump(seconds, 0.35) * 0.8
    return (dark * (1 - light) + bright * light) * swell(seconds, 0.025, 0.07)


def follower() -> Wave:
    """A fanfare of one bar, three short notes and a long one, prouder than the occasion."""
    total = silence(1.02)
    for at, hz, long, gain in ((0.0, 392.0, 0.13, 0.8), (0.14, 392.0, 0.13, 0.7), (0.28, 523.25, 0.14, 0.85)):
        laid(total, at, brass(hz, long), gain)
    for hz, gain in ((783.99, 0.9), (659.26, 0.5), (523.25, 0.45)):
        laid(total, 0.44, brass(hz, 0.57), gain)
    return total


def lamp(step: int) -> Wave:
    """The sound of a lamp: a round note with a slow beat."""
    hz = LAMPS[step]
    return tone(hz, 1.3, (1.0, 0.22, 0.08)) + 0.7 * tone(hz * 1.004, 1.3, (1.0, 0.15))


def lamp_on(step: int) -> Wave:
    """A note that joins the room within half a second and sinks into it."""
    return lamp(step) * hump(1.3, 0.38)


def lamp_off(step: int) -> Wave:
    """The note that stood in the room and leaves it, a little lower at its end."""
    hz = LAMPS[step]
    note = glide(hz, hz * 0.94, 0.9, 0.5) + 0.18 * glide(hz * 2, hz * 1.88, 0.9, 0.5)
    return note * swell(0.9, 0.04, 0.84)


def slip_falls() -> Wave:
    """Paper that slides off an edge, and the floor."""
    total = silence(0.52)
    laid(total, 0.0, band(noise(0.42, 101), 1900, 5200) * hump(0.42, 0.3), 0.55)
    laid(total, 0.06, band(noise(0.36, 102), 700, 2200) * hump(0.36, 0.6), 0.6)
    laid(total, 0.41, burst(0.10, 103, 350, 1600, 0.013), 0.5)
    return total


def unfold() -> Wave:
    """Paper that is opened: one fold, then the other."""
    total = silence(0.36)
    for at, seed, gain in ((0.0, 111, 0.7), (0.15, 112, 1.0)):
        laid(total, at, band(noise(0.16, seed), 1100, 4800) * hump(0.16, 0.22), gain)
        laid(total, at + 0.03, burst(0.04, seed + 5, 1800, 6000, 0.006), 0.7 * gain)
    laid(total, 0.21, thud(260, 190, 0.08, 0.016), 0.3)
    return total


def undo() -> Wave:
    """A paper that is drawn back: the air comes first, the knock last."""
    total = silence(0.32)
    laid(total, 0.0, band(noise(0.24, 121), 900, 3400) * hump(0.24, 0.8), 0.7)
    laid(total, 0.0, glide(200, 420, 0.24, 0.8) * hump(0.24, 0.8), 0.3)
    laid(total, 0.22, burst(0.05, 122, 700, 2600, 0.008), 0.6)
    laid(total, 0.22, thud(330, 250, 0.08, 0.016), 0.5)
    return total


def pile_tick(step: int) -> Wave:
    """The clock on the wall, nearer with every paper on the pile."""
    case, hz, half = KNOCKS[step]
    total = silence(0.18)
    laid(total, 0.0, burst(0.06, 131, hz, hz * 2.6, half), 0.7)
    laid(total, 0.0, tone(hz, 0.12, (1.0, 0.3), loss=70), 0.5)
    laid(total, 0.0, thud(230, 150, 0.16, 0.02 + half), case)
    return total


def warmest() -> Making:
    """The warmest sound of the game: a low chord that opens like an oven door, and two high notes over it."""
    total = silence(3.0)
    parts = ((130.81, 0.9, 0.0), (196.0, 0.7, 0.05), (261.63, 0.7, 0.1), (329.63, 0.6, 0.18), (392.0, 0.45, 0.28))
    for hz, gain, at in parts:
        for detune in (0.9985, 1.0015):
            note = tone(hz * detune, 3.0 - at, (1.0, 0.36, 0.16, 0.06), loss=0.25)
            laid(total, at, note * swell(3.0 - at, 0.35, 1.7), gain / 2)
            yield
    laid(total, 0.55, tone(783.99, 2.2, (1.0, 0.25, 0.08), loss=1.8) * swell(2.2, 0.02, 1.0), 0.30)
    laid(total, 0.85, tone(1046.5, 2.0, (1.0, 0.2), loss=2.0) * swell(2.0, 0.02, 1.0), 0.18)
    return total


def bell() -> Wave:
    """The bell of the shift, struck twice."""
    strike = chime(
        660, 1.5, ((0.5, 0.35, 2.2), (1.0, 1.0, 2.6), (1.19, 0.5, 3.4), (2.0, 0.4, 4.5), (2.74, 0.3, 7), (3.76, 0.2, 11))
    )
    total = silence(2.0)
    laid(total, 0.0, strike, 0.9)
    laid(total, 0.0, burst(0.03, 141, 1500, 4500, 0.004), 0.35)
    laid(total, 0.34, strike, 0.75)
    laid(total, 0.34, burst(0.03, 142, 1500, 4500, 0.004), 0.3)
    return total * swell(2.0, 0.001, 0.7)


def printer() -> Wave:
    """One line of a dot-matrix printer: needles in words, then the paper moves up."""
    total = silence(0.62)
    needle = burst(0.012, 151, 1500, 5500, 0.0022)
    body = thud(310, 280, 0.02, 0.005)
    at = 0.0
    for letters, loud in zip(WORDS_OF_A_LINE, scattered(len(WORDS_OF_A_LINE), 152), strict=True):
        for number in range(letters):
            force = 0.7 + 0.3 * loud - (0.2 if number % 2 else 0.0)
            laid(total, at, needle, force)
            laid(total, at, body, 0.4 * force)
            at += NEEDLE
        at += 2 * NEEDLE
    laid(total, 0.48, band(noise(0.11, 153), 500, 1900) * hump(0.11, 0.4), 0.5)
    laid(total, 0.57, thud(190, 150, 0.05, 0.012), 0.5)
    return total


def sheet() -> Wave:
    """One sheet that slides over another and lies still."""
    total = silence(0.66)
    laid(total, 0.0, band(noise(0.56, 161), 500, 1900) * hump(0.56, 0.55), 0.75)
    laid(total, 0.04, band(noise(0.50, 162), 1900, 5000) * hump(0.50, 0.45), 0.4)
    laid(total, 0.52, burst(0.10, 163, 400, 1800, 0.014), 0.45)
    laid(total, 0.52, thud(180, 120, 0.12, 0.022), 0.4)
    return total


def held(number: int, gain: float = 1.0) -> Slow[Pcm]:
    """Make the note that stands in the room while a lamp is lit: a loop of two seconds, whole turns of everything in it."""
    hz = round(LAMPS[number] * 2) / 2
    note = tone(hz, 2.0, (1.0, 0.2, 0.06)) * (1 - 0.25 * spin(0.5, 2.0).real)
    yield
    note += 0.5 * tone(hz + 0.5, 2.0, (1.0, 0.12))
    return pcm(note * (gain * PEAK / float(np.abs(note).max())))


PLAIN: dict[str, Callable[[], Wave]] = {
    made.__name__: made
    for made in (
        *(button, clock_in, capsule_in, ignore, like, reshare, capsule, slip_lands, minute_back, follower),
        *(slip_falls, unfold, undo, bell, printer, sheet),
    )
}
STEPPED: dict[str, Callable[[int], Wave]] = {made.__name__: made for made in (thanks, lamp_on, lamp_off, pile_tick)}


SLOW: dict[str, Callable[[], Making]] = {warmest.__name__: warmest}
"""The effects that take longer than a frame should; they pause on their way."""


def making(name: str, step: int = 0) -> Making:
    """Make one effect, pausing where a frame may be shown."""
    variant = EFFECTS[name].variant(step)
    if name in STEPPED:
        wave = STEPPED[name](variant)
    elif name in SLOW:
        wave = yield from SLOW[name]()
    else:
        wave = PLAIN[name]()
    return finished(wave, PEAK * FORCES[variant] if name == "pile_tick" else PEAK)


def effect(name: str, step: int = 0) -> Wave:
    """Give the samples of one effect, ready to be played."""
    return whole(making(name, step))
