"""Pause, focus, and the clock that can be taken off the wall."""

import pygame

from tests.ui.conftest import MakeHands


def test_pause_turns_the_card_over_and_stops_the_world(hands: MakeHands) -> None:
    desk = hands().to_desk()
    card, tick = desk.state["card"], desk.app.scene.play.session.tick  # type: ignore[attr-defined]
    desk.press("Pause")
    assert not desk.there(card)
    desk.run(2.0)
    assert desk.app.scene.play.session.tick == tick  # type: ignore[attr-defined]
    desk.key("p")
    assert desk.there(card)


def test_losing_the_focus_pauses(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.post(pygame.WINDOWFOCUSLOST)
    assert desk.there("Paused")
    desk.press("Back to the desk")
    assert not desk.there("Paused")


def test_a_hidden_page_pauses(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.port.hidden = lambda: True  # type: ignore[method-assign]
    desk.run()
    assert desk.there("Paused")


def test_without_a_clock_the_world_waits_for_stamps(hands: MakeHands) -> None:
    desk = hands(calm=True).to_desk()
    play = desk.app.scene.play  # type: ignore[attr-defined]
    desk.run(3.0)
    tick = play.session.tick
    desk.run(20.0)
    assert play.session.tick == tick
    interval = play.look.shift.interval * play.scenario.shift.ticks_per_second
    desk.press("Ignore")
    desk.run(20.0)
    assert play.session.tick - tick >= int(interval) - 1


def test_a_shift_without_a_clock_comes_to_its_end(hands: MakeHands) -> None:
    desk = hands(calm=True).to_desk()
    for _ in range(10):
        desk.until(lambda: bool(desk.state["card"]))
        desk.press("Like")
    desk.until(lambda: desk.there("The bell."))


def test_the_clock_can_be_taken_off_the_wall_during_the_shift_and_that_is_kept(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Pause")
    desk.press("Wall clock: on")
    assert desk.there("Wall clock: off")
    desk.press("Back to the desk")
    assert desk.app.scene.play.look.shift.pace == "calm"  # type: ignore[attr-defined]
    assert hands().app.room.calm


def test_the_clock_taken_off_on_the_title_is_off_at_the_desk_even_if_the_world_was_there_before(hands: MakeHands) -> None:
    title = hands()
    title.until(lambda: title.app.scene.play is not None)  # type: ignore[attr-defined]
    title.press("Wall clock: on")
    desk = title.to_desk()
    assert desk.app.scene.play.look.shift.pace == "calm"  # type: ignore[attr-defined]


def test_time_does_not_jump_after_a_long_frame(hands: MakeHands) -> None:
    desk = hands().to_desk()
    play = desk.app.scene.play  # type: ignore[attr-defined]
    before = play.session.target
    desk.app.frame(30.0)
    assert play.session.target - before <= 0.1 * play.scenario.shift.ticks_per_second + 1


def test_escape_pauses_and_comes_back(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.key("escape")
    assert desk.there("Paused")
    desk.key("escape")
    assert not desk.there("Paused")
