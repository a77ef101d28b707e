"""What every effect must be: audible, within bounds, without clicks or offset, short, and the same each time."""

import numpy as np
import pytest

from game.ui.sound import synth
from game.ui.sound.names import EFFECTS, RATE
from game.ui.sound.waves import PEAK, Wave, whole

ALL = [(name, step) for name, effect in EFFECTS.items() for step in range(effect.steps)]

every_effect = pytest.mark.parametrize(("name", "step"), ALL)


def pitch_of(wave: Wave) -> float:
    """Give the strongest pitch in a wave."""
    return float(np.abs(np.fft.rfft(wave, 4 * len(wave))).argmax() * RATE / (4 * len(wave)))


def brightness(wave: Wave) -> float:
    """Give the pitch about which its power lies."""
    power = np.abs(np.fft.rfft(wave)) ** 2
    return float((power * np.arange(len(power))).sum() / power.sum() * RATE / len(wave))


@every_effect
def test_it_is_audible_and_keeps_within_its_peak(name: str, step: int) -> None:
    wave = synth.effect(name, step)
    assert float(np.abs(wave).max()) <= PEAK + 1e-6
    if name != "pile_tick":
        assert float(np.abs(wave).max()) == pytest.approx(PEAK, abs=1e-6)
    assert float(np.sqrt((wave**2).mean())) > 0.04


@every_effect
def test_it_begins_and_ends_without_a_click(name: str, step: int) -> None:
    wave = synth.effect(name, step)
    assert abs(float(wave[0])) < 1e-3
    assert abs(float(wave[-1])) < 1e-3
    assert float(np.abs(wave[-20:]).max()) < 0.03
    assert float(np.abs(np.diff(wave[:12])).max()) < 0.2


@every_effect
def test_it_has_no_offset_and_no_rumble(name: str, step: int) -> None:
    wave = synth.effect(name, step)
    assert abs(float(wave.mean())) < 1e-6
    power = np.abs(np.fft.rfft(wave)) ** 2
    below = int(25 * len(wave) / RATE) + 1
    assert float(power[:below].sum() / power.sum()) < 0.05


@every_effect
def test_it_is_short_and_most_of_it_comes_at_once(name: str, step: int) -> None:
    wave = synth.effect(name, step)
    longest = {"warmest": 3.0, "bell": 2.0}.get(name, 1.35)
    assert 0.05 <= len(wave) / RATE <= longest
    if name in {"ignore", "like", "reshare", "unfold", "undo", "button", "clock_in", "thanks", "minute_back"}:
        first = np.abs(wave[: round(0.08 * RATE)]).max()
        assert float(first) > 0.1, "the answer to a key must be heard with its picture"


@every_effect
def test_it_is_the_same_each_time(name: str, step: int) -> None:
    assert synth.effect(name, step).tobytes() == synth.effect(name, step).tobytes()


def test_no_two_effects_are_the_same() -> None:
    assert len({synth.effect(name, step).tobytes() for name, step in ALL}) == len(ALL)


def test_ten_thanks_make_a_rising_arpeggio() -> None:
    pitches = [pitch_of(synth.effect("thanks", step)) for step in range(10)]
    assert pitches == pytest.approx(list(synth.SCALE), rel=0.01)
    assert pitches == sorted(set(pitches))


def test_a_minute_wanted_back_is_lower_than_any_thanks() -> None:
    assert pitch_of(synth.effect("minute_back")) < min(synth.SCALE) / 2


def test_the_clock_ticks_louder_as_the_pile_grows() -> None:
    peaks = [float(np.abs(synth.effect("pile_tick", step)).max()) for step in range(3)]
    assert peaks == pytest.approx([PEAK * force for force in synth.FORCES])
    assert peaks == sorted(peaks)


def test_a_lamp_that_lights_grows_and_one_that_dims_fades() -> None:
    on, off = synth.effect("lamp_on", 1), synth.effect("lamp_off", 1)
    assert float(np.abs(on[: len(on) // 10]).max()) < 0.3 * PEAK
    assert float(np.abs(off[: len(off) // 3]).max()) > 2 * float(np.abs(off[-len(off) // 3 :]).max())
    assert pitch_of(on) == pytest.approx(synth.LAMPS[1], rel=0.01)


def test_the_warmest_sound_is_warmer_than_all_bells_and_papers() -> None:
    warmth = brightness(synth.effect("warmest"))
    assert all(warmth < brightness(synth.effect(name)) for name in ("like", "bell", "follower", "thanks", "sheet", "printer"))


def test_the_slow_effect_pauses_on_its_way() -> None:
    assert sum(1 for _ in synth.making("warmest")) >= 5


@pytest.mark.parametrize("number", range(len(synth.LAMPS)))
def test_a_held_note_joins_its_own_start(number: int) -> None:
    sound = whole(synth.held(number)).astype(int)
    inside = np.abs(np.diff(sound[:, 0])).max()
    assert abs(sound[0, 0] - sound[-1, 0]) <= inside
    bend = np.abs(np.diff(np.concatenate([sound[-40:, 0], sound[:40, 0]]), 2)).max()
    assert bend <= np.abs(np.diff(sound[:, 0], 2)).max() + 2
