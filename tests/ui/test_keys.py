"""Keys: any may have any duty, none has two, and the old key of what was remapped is dead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.keys import ALSO, DEFAULTS, FIXED, LOCAL, NAMED, Keys, in_order, may_choose, sane, shown
from game.ui.play import STAMPS
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

CHOOSABLE = [*"abcdefghijklmnopqrstuvwxyz0123456789+-,.;#'", *NAMED, "[1]", "[9]"]
CHANGES = st.lists(st.tuples(st.sampled_from(list(DEFAULTS)), st.sampled_from(CHOOSABLE)), max_size=30)


@given(CHANGES)
def test_no_key_ever_has_two_duties(changes: list[tuple[str, str]]) -> None:
    keys = Keys()
    for action, key in changes:
        keys = keys.given(action, key)
        assert keys.of(action) == key
    used = [keys.of(action) for action in DEFAULTS]
    assert len(set(used)) == len(used)
    assert not FIXED & set(used)
    local = {(usual, keys.of(action)) for action, usual in LOCAL.items() if usual not in used}
    moved = [keys.of(action) for action, usual in LOCAL.items() if usual in used]
    assert len({key for _, key in local}) == len({usual for usual, _ in local})
    assert len(set(moved)) == len(moved)
    assert not {*moved, *(key for _, key in local)} & set(used)
    assert not set(moved) & {key for _, key in local}
    assert sane(dict(keys.changed))
    assert Keys(in_order(dict(keys.changed))) == keys


@given(CHANGES)
def test_a_second_key_gives_way_to_what_a_player_chose(changes: list[tuple[str, str]]) -> None:
    keys = Keys()
    for action, key in changes:
        keys = keys.given(action, key)
    for action, also in ALSO.items():
        presses = keys.presses(action, keys.of(action))
        assert (also in presses) == (keys.holder(also) in {"", action})


def test_two_keys_change_places() -> None:
    keys = Keys().given("ignore", "d")
    assert (keys.of("ignore"), keys.of("reshare")) == ("d", "a")
    assert keys.given("ignore", "a") == Keys()


@pytest.mark.parametrize("key", ["return", "escape", "tab", "left", "f5", "left shift", "caps lock", "", "[+", "\t"])
def test_some_keys_stay_as_they_are(key: str) -> None:
    assert not may_choose(key)
    with pytest.raises(ValueError, match="cannot have the key"):
        Keys().given("like", key)


def test_quit_and_leave_share_a_key_and_back_goes_by_the_key_of_the_pause() -> None:
    keys = Keys().given("leave", "x").given("pause", "y")
    assert (keys.of("quit"), keys.of("back")) == ("x", "y")


def test_every_key_can_be_printed() -> None:
    assert len({shown(key) for key in CHOOSABLE}) == len(CHOOSABLE)
    assert max(len(shown(key)) for key in CHOOSABLE) <= len("Insert")


def remapped(desk: Hands, **keys: str) -> Hands:
    for action, key in keys.items():
        desk.app.room.change(keys=desk.app.room.keys.given(action, key).changed)
    return desk


def test_a_new_key_is_printed_and_plays_and_the_old_one_is_dead(hands: MakeHands) -> None:
    desk = remapped(hands(), ignore="j", like="k", reshare="l", unfold="i", undo="u").to_desk()
    names = {"Ignore": "j", "Like": "k", "Reshare": "l", "Unfold": "i"}
    assert {name: desk.node(name)["key"] for name in names} == names
    for old in ("a", "s", "d", "w"):
        desk.key(old)
    assert desk.state["stamped"] == 0
    assert desk.there("Unfold")
    desk.key("i")
    assert not desk.there("Unfold")
    for number, key in enumerate("jkl", start=1):
        desk.until(lambda: bool(desk.state["card"]))
        desk.key(key)
        assert desk.state["stamped"] == number
        assert desk.app.scene.play.stamp == tuple(STAMPS)[number - 1]  # type: ignore[attr-defined]
    desk.key("z")
    assert desk.state["stamped"] == 3
    desk.key("u")
    assert desk.state["stamped"] == 2


def test_new_keys_are_found_again_next_time(hands: MakeHands) -> None:
    remapped(hands(), reshare="l")
    desk = hands().to_desk()
    assert desk.node("Reshare")["key"] == "l"


def test_space_unfolds_unless_it_was_given_away(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.key("space")
    assert not desk.there("Unfold")
    other = remapped(hands(), like="space").to_desk()
    other.key("space")
    assert other.state["stamped"] == 1
    assert other.app.scene.play.stamp == "like"  # type: ignore[attr-defined]


def test_a_key_meant_for_the_desk_is_never_the_way_home(hands: MakeHands) -> None:
    desk = remapped(hands(), ignore="h").to_desk()
    desk.press("Leave")
    assert desk.node("Go home")["key"] != "h"
    desk.key("h")
    assert desk.there("Take your coat?")
    desk.press("Go home")
    assert desk.scene == "night"


def test_mute_works_in_every_scene_and_is_remembered(hands: MakeHands) -> None:
    desk = hands()
    seen: list[str] = []

    def turn(scene: str) -> None:
        desk.until(lambda: desk.scene == scene)
        before = desk.app.room.settings.muted
        desk.key("m")
        assert desk.app.room.settings.muted != before, scene
        assert desk.scene == scene
        assert hands().app.room.settings.muted != before, scene
        seen.append(scene)

    turn("title")
    desk.to_desk()
    turn("desk")
    desk.press("Pause")
    turn("desk")
    assert desk.there("Paused")
    desk.press("Settings")
    turn("settings")
    desk.press("Back")
    desk.press("Back to the desk")
    desk.press("Leave")
    desk.press("Go home")
    turn("night")
    desk.until(lambda: desk.scene not in {"night", "desk"})
    turn(desk.scene)
    assert len(seen) == 6


def test_the_desk_shows_whether_it_is_mute(hands: MakeHands) -> None:
    desk = hands().to_desk()
    assert (desk.node("Mute")["value"], desk.node("Mute")["checked"]) == ("off", False)
    before = [widget for widget in desk.widgets() if widget.name == "Mute"]
    desk.click("Mute")
    assert (desk.node("Mute")["value"], desk.node("Mute")["checked"]) == ("on", True)
    assert [widget for widget in desk.widgets() if widget.name == "Mute"] != before
    desk.key("m")
    assert desk.node("Mute")["value"] == "off"
