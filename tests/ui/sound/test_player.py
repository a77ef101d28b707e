"""The player plays what is asked, in the order of importance, and is silent when it must be. The device is SDL's dummy."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.ui.sound.channels import FORMAT, OWN, SHARED
from game.ui.sound.names import ALWAYS, EFFECTS, HELD, INSTRUMENTS, LOOPS, RATE
from game.ui.sound.player import NO_MUSIC, PATIENCE, REMEMBERED, Heard, Sounds
from game.ui.sound.shelf import ORDER, Key, Shelf, shelf
from game.ui.words import say

FRAME = 1 / 60


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    """Give an awake player with every sound made."""
    player = Sounds(effects=100, music=100)
    player.wake()
    while shelf().waiting:
        shelf().work(1.0)
    yield player
    player.close()


def pass_time(player: Sounds, seconds: float) -> None:
    """Let frames pass."""
    for _ in range(round(seconds / FRAME)):
        player.update(FRAME)


def music_of(player: Sounds) -> list[float]:
    """Give how loud each part of the music is."""
    return player.loudness()[: len(LOOPS)]


def test_before_the_first_click_nothing_sounds_and_the_note_says_so() -> None:
    pygame.mixer.quit()
    player = Sounds()
    player.play("clock_in")
    player.update(FRAME)
    assert player.heard[-1] == Heard("clock_in", 0, 0.0, loud=False)
    assert player.note == say("sound.waits")
    assert pygame.mixer.get_init() is None


def test_the_first_click_opens_the_mixer_in_the_format_of_the_samples(sounds: Sounds) -> None:
    assert pygame.mixer.get_init() == FORMAT
    assert sounds.note == ""


def test_an_effect_is_played_at_once_when_it_is_made(sounds: Sounds) -> None:
    sounds.play("reshare", pan=-0.5)
    assert sounds.heard[-1] == Heard("reshare", 0, -0.5, loud=True)
    assert sounds._channels.sounding() == ["reshare"]


def test_an_effect_has_a_shared_channel_and_its_full_length(sounds: Sounds) -> None:
    sounds.play("capsule", pan=0.5)
    sound = shelf().sound(Key("effect", "capsule"))
    assert sound is not None
    assert sound.get_length() == pytest.approx(0.75, abs=0.01)
    assert pygame.mixer.Channel(len(OWN)).get_sound() is sound


def test_an_effect_that_is_not_made_yet_is_made_next_and_then_played() -> None:
    shelf.cache_clear()
    player = Sounds()
    player.wake()
    player.play("sheet")
    assert player._channels.sounding() == []
    assert shelf().waiting[0] == Key("effect", "sheet")
    pass_time(player, 2 * FRAME)
    assert player._channels.sounding() == ["sheet"]
    player.close()


def test_an_effect_that_comes_too_late_is_not_played() -> None:
    shelf.cache_clear()
    player = Sounds()
    player.wake()
    player.play("warmest")
    player.update(PATIENCE + 0.1)
    pass_time(player, 1.0)
    assert shelf().sound(Key("effect", "warmest")) is not None
    assert player._channels.sounding() == []
    player.close()


def test_thanks_step_up_and_start_again_after_ten(sounds: Sounds) -> None:
    for count in range(12):
        sounds.play("thanks", step=count)
    assert [heard.step for heard in sounds.heard] == [*range(10), 0, 1]


def test_a_name_that_is_not_in_the_table_is_refused(sounds: Sounds) -> None:
    with pytest.raises(KeyError):
        sounds.play("explosion")


def test_only_the_last_names_are_remembered(sounds: Sounds) -> None:
    for count in range(REMEMBERED + 5):
        sounds.play("thanks", step=count)
    assert len(sounds.heard) == REMEMBERED


def test_many_of_a_kind_do_not_add_up(sounds: Sounds) -> None:
    for _ in range(10):
        sounds.play("slip_lands")
    assert sounds._channels.sounding() == ["slip_lands"] * EFFECTS["slip_lands"].most


def test_when_all_channels_are_taken_the_least_important_gives_way(sounds: Sounds) -> None:
    taken = ["capsule", "capsule", "capsule", "slip_lands", "slip_lands", "slip_lands", "thanks", "thanks", "thanks", "bell"]
    for name in [*taken, "slip_falls", "slip_falls"]:
        sounds.play(name)
    assert len(sounds._channels.sounding()) == SHARED
    sounds.play("warmest")
    sounding = sounds._channels.sounding()
    assert "warmest" in sounding
    assert sounding.count("capsule") == 2
    assert len(sounding) == SHARED


def test_what_is_less_important_than_all_that_sounds_gives_way(sounds: Sounds) -> None:
    for name in ("ignore", "like", "reshare", "unfold", "undo", "lamp_on"):
        sounds.play(name)
        sounds.play(name)
    before = sounds._channels.sounding()
    sounds.play("capsule")
    assert sounds._channels.sounding() == before


def test_no_music_is_asked_for_at_first(sounds: Sounds) -> None:
    pass_time(sounds, 0.5)
    assert sounds.layers == NO_MUSIC
    assert sounds.loudness() == []


@pytest.mark.parametrize("layers", range(INSTRUMENTS + 1))
def test_as_many_instruments_play_as_there_are_layers(sounds: Sounds, layers: int) -> None:
    sounds.music(layers)
    pass_time(sounds, 3)
    loud = music_of(sounds)
    assert sounds.instruments() == layers
    assert [level > 0.9 for level in loud] == [number < ALWAYS + layers for number in range(len(LOOPS))]


def test_more_layers_than_instruments_are_all_of_them(sounds: Sounds) -> None:
    sounds.music(40)
    assert sounds.instruments() == INSTRUMENTS


def test_instruments_come_and_go_slowly(sounds: Sounds) -> None:
    sounds.music(1)
    pass_time(sounds, 0.5)
    assert 0.1 < music_of(sounds)[ALWAYS] < 0.4
    pass_time(sounds, 3)
    sounds.music(0)
    pass_time(sounds, 0.5)
    assert 0.4 < music_of(sounds)[ALWAYS] < 0.9
    pass_time(sounds, 2)
    assert music_of(sounds)[ALWAYS] == 0


def test_all_loops_run_from_the_start_so_that_they_stay_in_step(sounds: Sounds) -> None:
    sounds.music(0)
    sounds.update(FRAME)
    assert all(pygame.mixer.Channel(number).get_busy() for number in range(len(OWN)))


def test_music_waits_until_all_loops_are_made() -> None:
    shelf.cache_clear()
    player = Sounds(music=100)
    player.wake()
    player.music(2)
    player.update(FRAME)
    assert player.loudness() == []
    while shelf().waiting:
        shelf().work(1.0)
    pass_time(player, 3)
    assert [level > 0.9 for level in music_of(player)] == [True] * 4 + [False] * 4
    player.close()


def test_the_end_of_the_music_is_silence(sounds: Sounds) -> None:
    sounds.music(3)
    sounds.lamps(2)
    pass_time(sounds, 3)
    sounds.music(NO_MUSIC)
    pass_time(sounds, 3)
    assert set(sounds.loudness()) == {0.0}


def test_a_lit_lamp_adds_a_held_note_and_a_dark_one_takes_it_away(sounds: Sounds) -> None:
    sounds.music(0)
    for lit in (0, 1, 3, 12, 2):
        sounds.lamps(lit)
        pass_time(sounds, 1)
        held = sounds.loudness()[len(LOOPS) :]
        assert [level > 0.9 for level in held] == [number < lit for number in range(len(HELD))]


def test_mute_is_silence_at_once_and_is_written_down(sounds: Sounds) -> None:
    sounds.music(2)
    pass_time(sounds, 3)
    sounds.play("bell")
    sounds.mute(muted=True)
    assert set(sounds.loudness()) == {0.0}
    assert sounds._channels.sounding() == []
    sounds.play("like")
    assert sounds.heard[-1] == Heard("like", 0, 0.0, loud=False)
    assert sounds._channels.sounding() == []


def test_after_a_mute_the_music_comes_back_where_it_would_be(sounds: Sounds) -> None:
    sounds.music(2)
    pass_time(sounds, 3)
    sounds.mute(muted=True)
    pass_time(sounds, 1)
    sounds.mute(muted=False)
    sounds.update(FRAME)
    assert 0 < music_of(sounds)[0] < 0.2
    pass_time(sounds, 1)
    assert music_of(sounds)[0] > 0.9


def test_a_pause_is_silent_at_once_without_a_frame(sounds: Sounds) -> None:
    sounds.music(1)
    pass_time(sounds, 3)
    sounds.play("bell")
    sounds.pause(paused=True)
    assert set(sounds.loudness()) == {0.0}
    assert sounds._channels.sounding() == []
    sounds.play("button")
    assert sounds.heard[-1].loud is False
    pass_time(sounds, 1)
    assert set(sounds.loudness()) == {0.0}


def test_after_a_pause_everything_goes_on(sounds: Sounds) -> None:
    sounds.music(1)
    pass_time(sounds, 3)
    sounds.pause(paused=True)
    sounds.pause(paused=False)
    pass_time(sounds, 1)
    assert [level > 0.9 for level in music_of(sounds)] == [True] * 3 + [False] * 5
    sounds.play("like")
    assert sounds._channels.sounding() == ["like"]


def test_effects_and_music_have_volumes_of_their_own(sounds: Sounds) -> None:
    sounds.music(0)
    sounds.volumes(50, 70)
    pass_time(sounds, 4)
    assert music_of(sounds)[0] == pytest.approx(0.49, abs=0.02)
    sounds.play("like")
    made = shelf().sound(Key("effect", "like"))
    assert made is not None
    assert made.get_volume() == pytest.approx(0.25, abs=0.02)
    sounds.volumes(0, 0)
    sounds.update(FRAME)
    assert music_of(sounds)[0] == 0
    sounds.play("like")
    assert sounds.heard[-1].loud is False


def test_a_second_player_finds_the_sounds_made_and_starts_in_silence(sounds: Sounds) -> None:
    sounds.music(3)
    pass_time(sounds, 1)
    second = Sounds()
    second.wake()
    assert not any(pygame.mixer.Channel(number).get_busy() for number in range(len(OWN) + SHARED))
    second.play("like")
    assert second._channels.sounding() == ["like"]


def test_the_mixer_may_be_closed_and_opened_again(sounds: Sounds) -> None:
    sounds.play("like")
    sounds.close()
    assert pygame.mixer.get_init() is None
    sounds.play("like")
    sounds.update(FRAME)
    assert sounds.heard[-1].loud is False
    again = Sounds()
    again.wake()
    again.play("like")
    pass_time(again, 2 * FRAME)
    assert again._channels.sounding() == ["like"]
    again.close()


def test_a_frame_makes_at_most_one_sound() -> None:
    fresh = Shelf()
    counts = []
    while fresh.waiting:
        before = len(fresh.waiting)
        fresh.work(1.0)
        counts.append(before - len(fresh.waiting))
    assert counts == [1] * len(ORDER)


def test_a_slice_without_time_does_one_step() -> None:
    fresh = Shelf()
    fresh.want(Key("loop", "organ"))
    fresh.work(0.0)
    assert fresh.waiting[0] == Key("loop", "organ")
    fresh.want(Key("effect", "like"))
    fresh.work(1.0)
    assert fresh.waiting[0] == Key("loop", "organ")
    assert Key("effect", "like") not in fresh.waiting


ASLEEP = """
import sys
from game.ui.sound.player import Sounds
import game.ui.sound.names, game.ui.sound.channels, game.ui.sound.shelf
sounds = Sounds()
sounds.play("like")
for _ in range(10):
    sounds.update(1 / 60)
assert "numpy" not in sys.modules, "numpy came before the first sound"
sounds.wake()
assert "numpy" not in sys.modules, "opening the mixer needs no numpy"
sounds.play("like")
sounds.update(1 / 60)
assert "numpy" in sys.modules
"""

DEAF = """
from game.ui.sound.player import Sounds
from game.ui.words import say
sounds = Sounds()
sounds.wake()
assert sounds.note == say("sound.none"), sounds.note
sounds.music(3)
sounds.lamps(2)
sounds.play("like")
for _ in range(5):
    sounds.update(1 / 60)
sounds.pause(paused=True)
sounds.pause(paused=False)
sounds.mute(muted=True)
assert [heard.loud for heard in sounds.heard] == [False]
assert sounds.instruments() == 3
sounds.close()
"""


def run(program: str, driver: str, **more: str) -> None:
    """Run a program with an audio driver of this name."""
    environment = {**os.environ, "SDL_AUDIODRIVER": driver, **more}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_numpy_is_not_imported_before_the_first_sound_is_made() -> None:
    run(ASLEEP, "dummy")


def test_without_a_device_everything_goes_on_silently_and_the_note_says_so() -> None:
    run(DEAF, "no-such-driver")


PANNED = """
import time
from game.ui.sound.player import Sounds
from game.ui.sound.shelf import shelf
sounds = Sounds(100, 100)
sounds.wake()
while shelf().waiting:
    shelf().work(1.0)
sounds.play("bell", pan=-1.0)
time.sleep(0.4)
sounds.close()
"""

PAUSED = """
import time
from game.ui.sound.player import Sounds
from game.ui.sound.shelf import shelf
sounds = Sounds(100, 100)
sounds.wake()
while shelf().waiting:
    shelf().work(1.0)
sounds.music(6)
for _ in range(60):
    sounds.update(1 / 60)
    time.sleep(1 / 60)
sounds.pause(True)
sounds.play("bell")
time.sleep(0.6)
sounds.close()
"""


def recorded(program: str, folder: Path) -> NDArray[np.int16]:
    """Run a program and give what came out of its loudspeaker: SDL can write it into a file."""
    path = folder / "heard.raw"
    run(program, "disk", SDL_DISKAUDIOFILE=str(path))
    return np.fromfile(path, dtype=np.int16).reshape(-1, 2)


def test_what_is_panned_to_the_left_comes_out_on_the_left_only(tmp_path: Path) -> None:
    heard = recorded(PANNED, tmp_path)
    assert int(np.abs(heard[:, 0]).max()) > 5_000
    assert int(np.abs(heard[:, 1]).max()) == 0


def test_a_pause_is_exact_silence_on_the_loudspeaker(tmp_path: Path) -> None:
    heard = recorded(PAUSED, tmp_path)
    last = RATE * 3 // 10
    assert int(np.abs(heard[:-last]).max()) > 2_000
    assert int(np.abs(heard[-last:]).max()) == 0
