"""The lesson: five papers that the world answers, drawers that open one after another, a pace, and the way past it all."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from game.ui.kit.card_face import Ear
from game.ui.kit.desk import Legend
from game.ui.kit.stamps import Drawer, Stamp
from game.ui.kit.tray import Dark
from game.ui.layout import PERCENTS, TARGET
from game.ui.scenes.lesson import WATCHED
from game.ui.tree import active, pressable
from game.ui.words import clock, say
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands, taught_tray
from tests.ui.test_places import HOLDERS

KEYS = ("soon", "dough", "tide", "soup", "kettle")
FIRST = ("Ignore", "Like", "Reshare", "Reshare", "Reshare")
Way = Callable[[Hands, str], None]
WAYS: dict[str, Way] = {"keys": Hands.press, "mouse": Hands.click, "finger": Hands.tap}


def pupil(hands: MakeHands, **options: Any) -> Hands:  # noqa: ANN401 - whatever Options takes
    """Hands at the lesson's first paper."""
    return hands(scenario=taught_tray(), **options).to_desk()


def wait_for(desk: Hands, key: str) -> None:
    """Wait for a paper of the lesson."""
    desk.until(lambda: desk.state["lesson"] == key and bool(desk.state["card"]))


def take(desk: Hands, way: Way = Hands.press) -> list[str]:
    """Take the whole lesson and give what stood on the empty desk."""
    lines: list[str] = []
    for key, stamp in zip(KEYS, FIRST, strict=True):
        wait_for(desk, key)
        if key == "kettle":
            way(desk, "Unfold")
        way(desk, stamp)
        desk.until(lambda: bool(desk.state["line"]))
        while desk.state["line"]:
            lines.append(desk.state["line"])
            desk.run()
    desk.until(lambda: desk.there("Steady"))
    return list(dict.fromkeys(lines))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_lesson_is_taken_by_one_hand(hands: MakeHands, way: Way) -> None:
    desk = pupil(hands, layout="upright")
    lines = take(desk, way)
    assert lines[0] == "Nobody noticed. That is also work."
    assert lines[1] == "Bram is telling the cat."
    assert any(line.startswith("Your part: 0:14") for line in lines)
    way(desk, "Steady")
    assert desk.state["phase"] == "shift"
    desk.until(lambda: bool(desk.state["card"]))
    assert desk.state["handled"] == 0, "the lesson's papers count in no mark"


def test_drawers_open_one_after_another(hands: MakeHands) -> None:
    desk = pupil(hands)
    open_at = []
    for key, stamp in zip(KEYS[:3], FIRST, strict=False):
        wait_for(desk, key)
        desk.run(0.3)
        widgets = desk.widgets()
        open_at.append([widget.name for widget in widgets if isinstance(widget, Stamp)])
        shut = [widget for widget in widgets if isinstance(widget, Drawer)]
        assert len(shut) + len(open_at[-1]) == 3
        assert not any(widget.action for widget in shut)
        for letter in "asd"[len(open_at[-1]) :]:
            desk.key(letter)
        assert desk.state["card"], "a shut drawer stamps nothing"
        desk.press(stamp)
    assert open_at == [["Ignore"], ["Ignore", "Like"], ["Ignore", "Like", "Reshare"]]


def test_the_map_is_dark_until_something_is_sent(hands: MakeHands) -> None:
    desk = pupil(hands)
    for key, stamp in zip(KEYS[:3], FIRST, strict=False):
        wait_for(desk, key)
        assert any(isinstance(widget, Dark) for widget in desk.widgets())
        desk.press(stamp)
    desk.until(lambda: bool(desk.app.scene.capsules()))  # type: ignore[attr-defined]
    desk.run(0.6)
    assert not any(isinstance(widget, Dark) for widget in desk.widgets())


def test_the_reshare_is_watched_until_readers_have_spoken(hands: MakeHands) -> None:
    desk = pupil(hands)
    for key, stamp in zip(KEYS[:3], FIRST, strict=False):
        wait_for(desk, key)
        desk.press(stamp)
    desk.until(lambda: desk.state["line"] == "Watch the trays.")
    play = desk.app.scene.play  # type: ignore[attr-defined]
    frames = 0
    while desk.state["line"] == "Watch the trays.":
        desk.run()
        frames += 1
    seconds = frames / 30
    assert play.look.meters.readings >= 5 or WATCHED <= seconds < WATCHED + 2.0
    desk.run()
    assert clock(play.look.meters.others_minutes) in desk.state["line"]
    assert desk.there(desk.state["line"])
    assert desk.app.scene.says() == desk.state["line"]


def test_the_world_of_the_lesson_waits_for_who_is_away(hands: MakeHands) -> None:
    desk = pupil(hands)
    play = desk.app.scene.play  # type: ignore[attr-defined]
    desk.run(25.0)
    tick = play.session.tick
    desk.run(10.0)
    assert play.session.tick == tick
    desk.press("Ignore")
    desk.run(1.0)
    assert play.session.tick > tick


def test_a_paper_says_what_to_do_with_it_and_who_waits_sees_where(hands: MakeHands) -> None:
    desk = pupil(hands)
    assert desk.state["plate"] == "Nothing in it. Put it aside: Ignore [A]."
    assert not any(isinstance(widget, Stamp) and widget.framed for widget in desk.widgets())
    desk.run(5.5)
    assert desk.app.scene.says().startswith("Nothing in it.")
    assert any(isinstance(widget, Stamp) and widget.framed for widget in desk.widgets())


@pytest.mark.parametrize("still", [False, True])
def test_the_corner_wiggles_once_or_is_framed_where_nothing_moves(hands: MakeHands, *, still: bool) -> None:
    desk = pupil(hands, reduced_motion=still)
    for key in KEYS[:4]:
        wait_for(desk, key)
        desk.press("Ignore")
    wait_for(desk, "kettle")
    lifts, framed = [], []
    for _ in range(45):
        ear = next(widget for widget in desk.widgets() if isinstance(widget, Ear))
        lifts.append(ear.lift)
        framed.append(ear.framed)
        desk.run()
    assert any(lifts) is not still
    assert any(framed) is still
    assert not lifts[-1]
    assert not framed[-1]


def test_escape_skips_the_lesson_and_p_pauses_it(hands: MakeHands) -> None:
    desk = pupil(hands)
    desk.key("p")
    assert desk.there("Paused")
    desk.press("Back to the desk")
    desk.key("escape")
    assert desk.state["phase"] == "shift"
    assert not desk.there("Skip the lesson")
    desk.key("escape")
    assert desk.there("Paused")


def test_there_is_no_next_button(hands: MakeHands) -> None:
    desk = pupil(hands)
    seen: set[str] = set()
    for key, stamp in zip(KEYS, FIRST, strict=True):
        wait_for(desk, key)
        desk.press(stamp)
        while desk.state["lesson"] == key and not desk.there("Steady"):
            seen |= {widget.name for widget in pressable(desk.widgets())}
            desk.run(0.2)
    assert seen <= {"Ignore", "Like", "Reshare", "Unfold", "Skip the lesson", "Leave", "Mute", "Settings", "Pause"}, seen


@pytest.mark.parametrize(("look", "proposed"), [(0.2, "Brisk"), (4.0, "Steady"), (7.0, "Slow")])
def test_the_pace_is_proposed_from_the_players_own_looks(hands: MakeHands, look: float, proposed: str) -> None:
    desk = pupil(hands)
    for key in KEYS:
        wait_for(desk, key)
        desk.run(look)
        desk.press("Ignore")
    desk.until(lambda: desk.there("No clock"))
    assert desk.app.scene.says().endswith(f"{proposed}?")
    assert len([node for node in desk.tree() if node["role"] == "button"]) == 3
    desk.key("return")
    assert desk.app.scene.play.look.shift.pace == proposed.lower()  # type: ignore[attr-defined]
    assert desk.app.room.settings.pace == proposed.lower()


def test_no_clock_can_be_chosen_and_is_kept(hands: MakeHands) -> None:
    desk = pupil(hands)
    for key in KEYS:
        wait_for(desk, key)
        desk.press("Ignore")
    desk.until(lambda: desk.there("No clock"))
    desk.press("No clock")
    assert desk.app.scene.play.look.shift.pace == "calm"  # type: ignore[attr-defined]
    assert desk.app.room.calm


def test_a_second_shift_begins_without_the_lesson_and_offers_it(hands: MakeHands) -> None:
    pupil(hands).press("Skip the lesson")
    desk = pupil(hands)
    assert desk.state["phase"] == "shift"
    desk.press("Pause")
    desk.press(say("lesson.again"))
    assert desk.there("Take the lesson again?")
    desk.press("Take it")
    desk.until(lambda: desk.scene == "desk" and desk.state["lesson"] == "soon")


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_overlaps_in_the_lesson(hands: MakeHands, shape: str, percent: int) -> None:
    desk = pupil(hands, layout=shape, percent=percent)
    for key, stamp in zip(KEYS, FIRST, strict=True):
        wait_for(desk, key)
        if key == "kettle":
            desk.run(6.0)
            look_over(desk)
            desk.press("Unfold")
            look_over(desk)
        desk.press(stamp)
        desk.until(lambda: bool(desk.state["line"]))
        look_over(desk)
        if key == "tide":
            desk.run(0.6)
            look_over(desk)
            told = [widget.name for widget in desk.widgets() if isinstance(widget, Legend)]
            shown = ("tick", "hourglass", "lamp") if desk.app.room.layout.trays else ("tick", "hourglass")
            assert told == [say("sign." + sign) for sign in shown]
    desk.until(lambda: desk.there("Steady"))
    look_over(desk)
    desk.press("Steady")
    look_over(desk)


def look_over(desk: Hands) -> None:
    """See that targets are large enough and that nothing with a name lies on another."""
    widgets = desk.widgets()
    for target in pressable(widgets):
        assert min(target.box.w, target.box.h) >= TARGET, target
    things = [widget for widget in active(widgets) if type(widget).__name__ not in HOLDERS]
    for one, other in combinations(things, 2):
        assert not one.box.meets(other.box), (one.name, one.box, other.name, other.box)
