"""The sheet of settings: over the title and over the held desk; by keys, mouse or finger alone; in every layout."""

from collections.abc import Callable
from dataclasses import asdict

import pytest

from game.ui.kit.slider import Slider
from game.ui.layout import PERCENTS
from game.ui.settings import Settings
from tests.ui.conftest import MakeHands
from tests.ui.hands import FRAME, Hands

Way = Callable[[Hands, str], None]


def by_keys(desk: Hands, name: str) -> None:
    """Walk there with Tab and press Enter."""
    for _ in range(80):
        if desk.node(name).get("focused"):
            desk.key("return")
            return
        desk.key("tab")
    raise AssertionError(f"Tab does not lead to {name!r}")


WAYS: dict[str, Way] = {"keys": by_keys, "mouse": Hands.click, "finger": Hands.tap}
CHANGES: list[tuple[str, Callable[[Settings], bool]]] = [
    ("Text size: 150\u00a0%", lambda now: now.percent == 150),
    ("Pace: Brisk", lambda now: now.pace == "brisk" and not now.calm),
    ("Pace: No clock", lambda now: now.calm),
    ("Pace: Slow", lambda now: now.pace == "slow" and not now.calm),
    ("Animation: Less", lambda now: now.reduced is True),
    ("Animation: All", lambda now: now.reduced is False),
    ("Animation: As the system", lambda now: now.reduced is None),
    ("Sound effects: louder", lambda now: now.effects == 90),
    ("Sound effects: quieter", lambda now: now.effects == 80),
    ("Music: quieter", lambda now: now.music == 40),
    ("Mute everything", lambda now: now.muted),
    ("Calm", lambda now: now.calm and now.reduced is True),
    ("Projector", lambda now: (now.percent, now.reduced, now.effects) == (150, False, 100)),
    ("Large", lambda now: now.percent == 200),
    ("Usual", lambda now: now == Settings(muted=True)),
]


def turned_to(desk: Hands, name: str, way: Way) -> None:
    """Turn the pages until the thing of this name is there."""
    for _ in range(8):
        if desk.there(name):
            return
        way(desk, "More")
    raise AssertionError(f"no page has {name!r}")


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_everything_can_be_reached_and_changed(hands: MakeHands, way: Way, percent: int, shape: str) -> None:
    title = hands(layout=shape, percent=percent)
    title.run(0.1)
    way(title, "Settings")
    for name, holds in CHANGES:
        turned_to(title, name, way)
        way(title, name)
        assert holds(title.app.room.settings), (name, title.app.room.settings)
    turned_to(title, "Keys", way)
    way(title, "Keys")
    turned_to(title, "Reshare", way)
    way(title, "Reshare")
    assert title.there("Press the new key for Reshare.")
    title.key("l")
    assert title.app.room.keys.of("reshare") == "l"
    turned_to(title, "Usual keys", way)
    way(title, "Usual keys")
    assert title.app.room.keys.of("reshare") == "d"
    way(title, "Back")
    assert title.there("Keys")
    way(title, "Back")
    assert title.scene == "title"


def test_at_the_usual_size_all_settings_are_on_one_sheet(hands: MakeHands) -> None:
    title = hands()
    title.run(0.1)
    title.key("o")
    assert not title.there("More")
    title.press("Back")
    title.key("o")
    title.key("o")
    assert title.scene == "title", "the key that opens the settings closes them too"


@pytest.mark.parametrize("where", ["card", "pause"])
def test_the_desk_is_held_while_the_settings_are_open_and_comes_back_as_it_was(hands: MakeHands, where: str) -> None:
    desk = hands().to_desk()
    desk.press("Reshare")
    desk.until(lambda: bool(desk.state["card"]))
    if where == "pause":
        desk.press("Pause")
    scene, card = desk.app.scene, desk.app.scene.play.card  # type: ignore[attr-defined]
    tick, left = scene.play.session.tick, scene.play.undo_left  # type: ignore[attr-defined]
    before = {key: value for key, value in desk.state.items() if key != "card"}
    desk.press("Settings")
    assert desk.scene == "settings"
    assert not desk.there(card.headline)
    desk.run(5.0)
    desk.press("Back")
    assert desk.app.scene is scene
    frame = round(scene.play.scenario.shift.ticks_per_second * FRAME)  # type: ignore[attr-defined]
    assert scene.play.session.tick - tick == (0 if where == "pause" else frame)  # type: ignore[attr-defined]
    assert scene.play.card == card  # type: ignore[attr-defined]
    assert {key: value for key, value in desk.state.items() if key != "card"} == before
    assert left - scene.play.undo_left < 0.1  # type: ignore[attr-defined]
    assert desk.there("Paused") == (where == "pause")


def test_a_key_on_the_way_back_stamps_no_card_that_nobody_has_seen(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Settings")
    desk.key("escape")
    desk.key("a")
    assert desk.state["stamped"] == 0
    desk.run(0.4)
    desk.key("a")
    assert desk.state["stamped"] == 1


def test_pace_clock_and_movement_change_in_play_at_once(hands: MakeHands) -> None:
    desk = hands().to_desk()
    scene = desk.app.scene
    play = scene.play  # type: ignore[attr-defined]
    slower = play.look.shift.interval
    for name, pace in (("Pace: Slow", "slow"), ("Pace: No clock", "calm"), ("Pace: Brisk", "brisk")):
        desk.press("Settings")
        desk.click(name)
        assert play.look.shift.pace == pace
        desk.press("Back")
    assert play.look.shift.interval < slower
    assert not scene.traffic.reduced  # type: ignore[attr-defined]
    desk.press("Settings")
    desk.click("Animation: Less")
    assert scene.traffic.reduced  # type: ignore[attr-defined]


def test_a_pace_chosen_on_the_title_is_the_pace_of_the_shift(hands: MakeHands) -> None:
    title = hands()
    title.until(lambda: title.app.scene.play is not None)  # type: ignore[attr-defined]
    title.key("o")
    title.click("Pace: Brisk")
    title.press("Back")
    desk = title.to_desk()
    assert desk.app.scene.play.look.shift.pace == "brisk"  # type: ignore[attr-defined]
    assert hands().to_desk().app.scene.play.look.shift.pace == "brisk"  # type: ignore[attr-defined]


def test_the_town_goes_on_writing_behind_the_settings_of_the_title(hands: MakeHands) -> None:
    title = hands()
    title.run(0.2)
    title.key("o")
    below = title.app.scene.below  # type: ignore[attr-defined]
    title.until(lambda: below.share == 100)
    assert title.scene == "settings"


def test_arrows_move_a_slider_and_choose_among_answers(hands: MakeHands) -> None:
    title = hands()
    title.run(0.1)
    title.key("o")
    for _ in range(40):
        title.key("tab")
        if title.node("Music").get("focused"):
            break
    for key, volume in (("right", 60), ("left", 50), ("left", 40)):
        title.key(key)
        assert title.app.room.settings.music == volume
        assert title.node("Music")["now"] == volume
        assert title.node("Music").get("focused")
    assert title.port.said == "Music: 40\u00a0%"
    title.key("up")
    assert not title.node("Music").get("focused")
    for _ in range(40):
        title.key("tab")
        if title.node("Pace: Steady").get("focused"):
            break
    title.key("right")
    assert asdict(title.app.room.settings)["pace"] == "slow"
    assert title.node("Pace: Slow").get("focused")
    assert title.node("Pace: Slow")["checked"] is True
    assert title.node("Pace: Steady")["checked"] is False
    title.key("left")
    title.key("left")
    assert asdict(title.app.room.settings)["pace"] == "brisk"


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("percent", PERCENTS)
def test_a_tap_on_the_rail_sets_the_slider_there(hands: MakeHands, shape: str, percent: int) -> None:
    title = hands(layout=shape, percent=percent)
    title.run(0.1)
    title.tap("Settings")
    for what, name in (("effects", "Sound effects"), ("music", "Music")):
        turned_to(title, name, Hands.tap)
        for share in (0, 30, 100):
            slider = next(widget for widget in title.widgets() if isinstance(widget, Slider) and widget.name == name)
            x = next(x for x in range(slider.box.x, slider.box.right) if slider.share_at(x) == share)
            title.tap_at(x + 2, slider.box.bottom - 10)
            assert getattr(title.app.room.settings, what) == share
            assert title.node(name)["now"] == share


def test_music_is_heard_while_its_volume_is_chosen(hands: MakeHands) -> None:
    title = hands()
    title.run(0.1)
    title.key("o")
    silent = title.app.scene.tune()
    title.click("Music: louder")
    assert title.app.scene.tune().layers > silent.layers
    title.click("Text size: 100\u00a0%")
    assert title.app.scene.tune() == silent


def to_keys(title: Hands) -> Hands:
    title.run(0.1)
    title.key("o")
    title.click("Keys")
    return title


def test_a_key_in_use_changes_places_and_that_is_said(hands: MakeHands) -> None:
    title = to_keys(hands())
    title.click("Ignore")
    title.key("s")
    said = "Ignore is now S. Like, which had it, is now A."
    assert title.there(said)
    assert title.port.said == said
    assert (title.node("Ignore")["value"], title.node("Like")["value"]) == ("S", "A")


@pytest.mark.parametrize("key", ["return", "tab", "left", "f5", "left shift"])
def test_a_key_with_a_duty_of_its_own_is_not_taken_and_that_is_said(hands: MakeHands, key: str) -> None:
    title = to_keys(hands())
    title.click("Like")
    title.key(key)
    assert title.there("Press the new key for Like.")
    assert "has its own duty" in title.port.said
    assert title.app.room.settings.keys == ()
    title.key("j")
    assert title.there("Like is now J.")


def test_escape_and_cancel_leave_a_key_as_it_is(hands: MakeHands) -> None:
    title = to_keys(hands())
    for leave in ("escape", "Cancel"):
        title.click("Undo")
        if leave == "escape":
            title.key(leave)
        else:
            title.tap(leave)
        assert not title.there("Press the new key for Undo.")
        assert title.app.room.settings.keys == ()
        assert title.there("Keys")


def test_mute_can_be_given_another_key_although_its_own_works_everywhere(hands: MakeHands) -> None:
    title = to_keys(hands())
    title.click("Undo")
    title.key("m")
    assert not title.app.room.settings.muted
    assert (title.app.room.keys.of("undo"), title.app.room.keys.of("mute")) == ("m", "z")


def test_a_change_of_the_text_size_keeps_what_was_changed_in_sight(hands: MakeHands) -> None:
    title = hands(layout="upright")
    title.run(0.1)
    title.key("o")
    turned_to(title, "Music: louder", Hands.tap)
    title.tap("Music: louder")
    title.key("+")
    title.key("+")
    assert title.app.room.layout.percent == 200
    assert title.there("Music: louder")
