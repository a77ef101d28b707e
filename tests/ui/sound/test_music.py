"""Every part of the music is a loop that joins its own start, in one key, and all of them together do not clip."""

from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from game.ui.sound import music, synth
from game.ui.sound.names import HELD, LOOPS
from game.ui.sound.waves import FULL, PEAK, Pcm, whole

C_MAJOR = {0, 2, 4, 5, 7, 9, 11}
WINDOW = 64


@lru_cache(maxsize=len(LOOPS))
def made(name: str) -> Pcm:
    """Make a loop once for all tests."""
    return whole(music.loop(name))


def roughness(samples: NDArray[np.int_]) -> NDArray[np.int_]:
    """Give how sharply a wave bends, at every sample."""
    return np.abs(np.diff(samples, 2))


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_has_the_common_length_and_peak(name: str) -> None:
    sound = made(name)
    assert sound.shape == (music.LENGTH, 2)
    assert int(np.abs(sound.astype(int)).max()) == pytest.approx(PEAK * FULL, abs=1)
    assert np.abs(sound.mean(axis=0)).max() < 1


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_joins_without_a_click(name: str) -> None:
    sound = made(name).astype(int)
    for side in (0, 1):
        wave = sound[:, side]
        assert abs(wave[0] - wave[-1]) <= np.abs(np.diff(wave)).max()
        seam = np.concatenate([wave[-WINDOW:], wave[:WINDOW]])
        assert roughness(seam).max() <= roughness(wave).max() + 2
        joined = roughness(np.concatenate([wave[-2:], wave[:2]])).max()
        assert joined <= max(roughness(wave[:WINDOW]).max(), roughness(wave[-WINDOW:]).max()) * 1.5 + 4


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_the_same_each_time(name: str) -> None:
    assert whole(music.loop(name)).tobytes() == made(name).tobytes()


def test_a_part_pauses_after_every_note_so_that_no_frame_waits() -> None:
    for name, part in music.PARTS.items():
        assert sum(1 for _ in music.loop(name)) == len(part.notes) + 1
    assert sum(1 for _ in music.loop("room")) >= 3


def test_all_notes_are_of_one_key() -> None:
    pitched = [part for name, part in music.PARTS.items() if name != "brush"]
    assert {note.key % 12 for part in pitched for note in part.notes} <= C_MAJOR


def test_all_notes_begin_within_the_loop() -> None:
    assert all(0 <= note.beat < music.BEATS for part in music.PARTS.values() for note in part.notes)


def test_the_whole_orchestra_with_all_lamps_lit_does_not_clip() -> None:
    total = np.zeros((music.LENGTH, 2))
    for name, loop in LOOPS.items():
        total += made(name) * loop.gain
    for number, held in enumerate(HELD):
        total += np.resize(whole(synth.held(number)), total.shape) * held.gain
    assert np.abs(total).max() < FULL
    assert np.abs(total).max() > 0.3 * FULL


def test_no_instrument_drowns_the_others() -> None:
    loud = {name: float(np.sqrt((made(name).astype(float) ** 2).mean())) * loop.gain / FULL for name, loop in LOOPS.items()}
    assert max(loud.values()) < 0.1
    assert all(level > 0.005 for level in loud.values())
    assert loud["room"] < loud["bass"]


def test_a_gain_makes_a_loop_that_much_quieter() -> None:
    quiet = whole(music.loop("bass", 0.25)).astype(int)
    assert int(np.abs(quiet).max()) == pytest.approx(PEAK * FULL / 4, abs=1)
