"""The night: others' minutes run up while nobody is at the desk, and something always shows how far it is."""

import pytest

from game.ui.kit.tray import NeighbourTray
from game.ui.scenes.night import Night
from tests.ui.conftest import MakeHands
from tests.ui.hands import FRAME, Hands

STILL = 1.0
"""Seconds in which something must have moved."""


def gone_home(desk: Hands) -> Night:
    """Send the first papers, then take the coat."""
    desk.to_desk()
    for _ in range(3):
        desk.until(lambda: bool(desk.state["card"]))
        desk.press("Reshare")
        desk.run(3.3)
    desk.press("Leave")
    desk.press("Go home")
    scene = desk.app.scene
    assert isinstance(scene, Night)
    return scene


def test_minutes_of_others_run_up_to_what_the_session_counted(hands: MakeHands) -> None:
    desk = hands()
    night = gone_home(desk)
    seen = []
    while desk.scene == "night":
        seen.append(night.minutes)
        desk.run()
    assert seen == sorted(seen)
    assert len(set(seen)) > 10
    assert night.minutes == pytest.approx(night.play.ledger().others_minutes, abs=0.5)
    assert night.play.ledger().others_minutes > seen[0]


def test_it_is_never_still_for_longer_than_a_second(hands: MakeHands) -> None:
    desk = hands(seed=4)
    gone_home(desk)
    still, before = 0.0, None
    while desk.scene == "night":
        now = desk.node("Minutes of others, so far")["value"], [node["name"] for node in desk.tree() if node["role"] == "status"]
        still = still + FRAME if now == before else 0.0
        assert still <= STILL
        before = now
        desk.run()


def test_the_trays_of_the_neighbours_are_on_the_wall_and_the_desk_is_not(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    night = gone_home(desk)
    trays = [widget for widget in desk.widgets() if isinstance(widget, NeighbourTray)]
    assert [tray.name for tray in trays] == [neighbour.name for neighbour in night.play.look.neighbours]
    assert not desk.there("Reshare")


@pytest.mark.parametrize("way", [Hands.press, Hands.click, Hands.tap])
def test_one_can_sleep_through_it_and_the_figures_are_the_same(hands: MakeHands, way: object) -> None:
    desk = hands(seed=5)
    night = gone_home(desk)
    way(desk, "Sleep through it")  # type: ignore[operator]
    assert not desk.there("Sleep through it")
    frames = 0
    while desk.scene == "night":
        desk.run()
        frames += 1
    assert desk.scene == "topten"
    assert night.play.session.phase("you") == "morning"
    assert night.play.twin_ready


def test_with_less_movement_the_meter_shows_what_is_so(hands: MakeHands) -> None:
    desk = hands(reduced_motion=True)
    night = gone_home(desk)
    for _ in range(20):
        desk.run()
        assert night.minutes == night.play.look.meters.others_minutes
    assert not night.traffic.places(night._places(desk.app.room.layout).wall.tubes()) or night.traffic.reduced


def test_the_room_sounds_of_the_lamps_that_are_lit(hands: MakeHands) -> None:
    desk = hands()
    night = gone_home(desk)
    desk.until(lambda: any(neighbour.lit for neighbour in night.play.look.neighbours) or desk.scene != "night")
    assert night.tune().lit == sum(neighbour.lit for neighbour in night.play.look.neighbours)
