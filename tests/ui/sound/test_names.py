"""Every sound has a row, every row a sound, and every row says which picture tells the same."""

import pytest

from game.ui.sound import music, names, synth
from game.ui.sound.shelf import ORDER, Key

TWINS = {
    **{name: effect.twin for name, effect in names.EFFECTS.items()},
    **{name: loop.twin for name, loop in names.LOOPS.items()},
    "held": names.HELD[0].twin,
}


@pytest.mark.parametrize("name", TWINS)
def test_every_sound_has_a_visual_twin_in_one_sentence(name: str) -> None:
    twin = TWINS[name]
    assert len(twin.split()) >= 4
    assert twin[0].isupper()
    assert twin.endswith(".")
    assert twin.count(". ") == 0


def test_no_two_effects_share_a_picture() -> None:
    twins = [effect.twin for effect in names.EFFECTS.values()]
    assert len(set(twins)) == len(twins)


def test_the_table_names_exactly_the_effects_that_can_be_made() -> None:
    makers = [*synth.PLAIN, *synth.STEPPED, *synth.SLOW]
    assert sorted(makers) == sorted(names.EFFECTS)


def test_the_table_names_exactly_the_loops_that_can_be_made() -> None:
    assert set(names.LOOPS) == {"room", *music.PARTS}
    assert len(names.HELD) == len(synth.LAMPS)


def test_what_has_steps_in_the_table_is_made_in_steps() -> None:
    assert {name for name, effect in names.EFFECTS.items() if effect.steps > 1} == set(synth.STEPPED)


def test_every_sound_is_made_once_and_the_first_click_s_first() -> None:
    assert len(ORDER) == len(set(ORDER)) == sum(e.steps for e in names.EFFECTS.values()) + len(names.LOOPS) + len(names.HELD)
    assert Key("effect", "clock_in") in ORDER[:2]
    assert ORDER.index(Key("effect", "reshare")) < ORDER.index(Key("loop", "room")) < ORDER.index(Key("effect", "printer"))


def test_the_fanfare_is_the_loudest_and_the_rattle_the_faintest() -> None:
    by_gain = sorted(names.EFFECTS, key=lambda name: names.EFFECTS[name].gain)
    assert by_gain[-1] == "follower"
    assert by_gain[0] == "capsule"


def test_steps_count_round_or_hold_at_the_ends() -> None:
    assert [names.EFFECTS["thanks"].variant(step) for step in (0, 9, 10, 23)] == [0, 9, 0, 3]
    assert [names.EFFECTS["pile_tick"].variant(step) for step in (-1, 0, 2, 5)] == [0, 0, 2, 2]
