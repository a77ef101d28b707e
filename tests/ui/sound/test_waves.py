"""Tones have their pitch, noise is a hash, envelopes begin and end at nothing."""

import numpy as np
import pytest

from game.ui.sound import waves
from game.ui.sound.names import RATE


def pitch_of(wave: waves.Wave) -> float:
    """Give the strongest pitch in a wave."""
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 4 * len(wave)))
    return float(spectrum.argmax() * RATE / (4 * len(wave)))


@pytest.mark.parametrize("hz", [55.0, 440.0, 1760.0])
def test_a_tone_has_its_pitch_and_is_a_sine(hz: float) -> None:
    tone = waves.tone(hz, 0.5)
    assert pitch_of(tone) == pytest.approx(hz, rel=0.01)
    assert tone == pytest.approx(np.sin(2 * np.pi * hz * waves.times(0.5)), abs=1e-4)


def test_harmonics_stand_at_whole_multiples_with_their_strengths() -> None:
    tone = waves.tone(200.0, 1.0, (1.0, 0.0, 0.5))
    spectrum = np.abs(np.fft.rfft(tone)) / (len(tone) / 2)
    assert [float(spectrum[hz]) for hz in (200, 400, 600)] == pytest.approx([1.0, 0.0, 0.5], abs=1e-3)


def test_a_note_with_loss_dies_away_and_its_harmonics_sooner() -> None:
    note = waves.tone(300.0, 1.0, (1.0, 1.0), loss=4.0)
    early, late = (np.abs(np.fft.rfft(part)) for part in np.split(note, 2))
    assert float(late[150]) == pytest.approx(float(early[150]) * np.exp(-2.0), rel=0.03)
    assert float(late[300]) == pytest.approx(float(early[300]) * np.exp(-4.0), rel=0.06)


def test_a_glide_goes_from_one_pitch_to_the_other() -> None:
    glide = waves.glide(1000.0, 200.0, 1.0)
    assert pitch_of(glide[:800]) > 800
    assert pitch_of(glide[-4000:]) < 280


def test_noise_is_the_hash_it_says_it_is() -> None:
    def hashed(number: int, seed: int) -> float:
        x = (number + seed * 0x9E3779B9) & 0xFFFFFFFF
        x = (x ^ x >> 16) * 0x7FEB352D & 0xFFFFFFFF
        x = (x ^ x >> 15) * 0x846CA68B & 0xFFFFFFFF
        return (x ^ x >> 16) / 2**31 - 1

    noise = waves.noise(0.1, 7)
    assert noise[:50].tolist() == [hashed(number, 7) for number in range(50)]


def test_noise_is_white_and_seeds_are_strangers() -> None:
    one, other = waves.noise(1.0, 1), waves.noise(1.0, 2)
    assert abs(float(one.mean())) < 0.02
    assert float(one.std()) == pytest.approx(3**-0.5, rel=0.02)
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 0.03
    assert abs(float(np.corrcoef(one[:-1], one[1:])[0, 1])) < 0.03


def test_a_band_holds_what_lies_inside_it() -> None:
    spectrum = np.abs(np.fft.rfft(waves.band(waves.noise(1.0, 3), 500, 1500))) ** 2
    assert float(spectrum[500:1500].sum() / spectrum.sum()) > 0.85
    assert float(spectrum[:250].sum() / spectrum.sum()) < 0.01


@pytest.mark.parametrize("envelope", [waves.hump(0.3, 0.3), waves.swell(0.3, 0.05, 0.1)])
def test_humps_and_swells_begin_and_end_at_nothing(envelope: waves.Wave) -> None:
    assert float(envelope[0]) == pytest.approx(0, abs=1e-6)
    assert float(envelope[-1]) == pytest.approx(0, abs=1e-5)
    assert float(envelope.max()) == pytest.approx(1, abs=1e-3)


def test_a_fall_starts_at_one_and_has_come_to_nothing() -> None:
    fall = waves.fall(0.2, 0.05)
    assert float(fall[0]) == pytest.approx(1)
    assert 0 <= float(fall[-1]) < 1e-3


def test_what_is_wound_into_a_loop_goes_on_at_its_start() -> None:
    loop = np.zeros(waves.samples(1.0))
    waves.wound(loop, 0.75, np.ones(waves.samples(0.5)))
    quarter = waves.samples(0.25)
    assert float(loop[: quarter - 2].min()) == 1.0
    assert float(loop[quarter + 2 : waves.samples(0.75) - 2].max()) == 0.0
    assert float(loop[-1]) == 1.0


def test_what_is_laid_past_the_end_is_dropped() -> None:
    total = np.zeros(100)
    waves.laid(total, 90 / RATE, np.ones(50), 0.5)
    assert float(total.sum()) == 5.0


@pytest.mark.parametrize(("pan", "left", "right"), [(-1.0, 1.0, 0.0), (0.0, 1.0, 1.0), (0.5, 0.5, 1.0)])
def test_stereo_samples_lie_where_they_are_panned(pan: float, left: float, right: float) -> None:
    both = waves.pcm(np.full(10, 0.5), pan)
    assert both.dtype == np.int16
    assert both.shape == (10, 2)
    assert (both[0] / (0.5 * waves.FULL)).tolist() == pytest.approx([left, right], abs=1e-3)
