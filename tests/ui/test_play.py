"""A play-through as the screen runs it: its twin, its night and its pace, also where a person does what nobody planned."""

from collections.abc import Callable

import pytest

from game.session import Session
from game.session.shadow import ignoring
from game.ui.play import SEAT, Play
from tests.session.worlds import words
from tests.ui.hands import small_tray

FRAME = 1 / 30
PATIENCE = 20_000


def until(true: Callable[[], bool], step: Callable[[], object]) -> None:
    """Do steps until something is so."""
    for _ in range(PATIENCE):
        if true():
            return
        step()
    raise AssertionError("it did not happen")


def opened(seed: int = 3, *, calm: bool = False) -> Play:
    """A play whose shift has begun."""
    play = Play(small_tray(), words(), seed, calm=calm)
    until(lambda: play.ready >= 1.0, play.warm_up)
    play.begin()
    return play


def work(play: Play, kind: str = "reshare") -> None:
    """Stamp whatever comes until the bell rings or the overtime is over."""

    def step() -> None:
        if play.card is not None and not play.press_stamp(kind):
            play.press_stamp("ignore")
        play.update(FRAME)

    until(lambda: play.look.phase not in ("shift", "overtime"), step)


def sleep(play: Play) -> None:
    """Let the night pass."""
    until(lambda: play.night(FRAME) >= 1.0, lambda: None)


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_who_stayed_after_the_bell_has_a_debrief(seed: int, *, calm: bool) -> None:
    play = opened(seed, calm=calm)
    work(play)
    assert play.stay()
    work(play)
    sleep(play)
    told = play.debrief()
    assert told.people > 0
    assert told.twin_digest == play.session.twin(ignoring).digest()


def test_a_night_that_was_skipped_ends_in_the_morning_and_not_after_it() -> None:
    play = opened()
    work(play)
    play.leave()
    play.finish_night()
    sleep(play)
    session = play.session
    assert (session.tick, session.behind) == (session.chair(SEAT).morning, 0)
    assert play.held()["behind"] == 0


def test_a_morning_that_is_taken_up_again_stays_that_morning() -> None:
    play = opened()
    work(play)
    play.leave()
    sleep(play)
    again = Play.of(Session.restore(play.session.snapshot(), play.scenario, words=words()), calm=False)
    digest = again.session.digest()
    again.take_up({"behind": 20_000})
    assert again.session.digest() == digest
    until(lambda: again.follow_with_twin(0.05), lambda: None)
    assert again.debrief() == play.debrief()


def test_a_desk_that_is_taken_up_at_another_pace_is_told_so() -> None:
    play = opened(calm=True)
    again = Play.of(play.session, calm=False)
    again.begin()
    assert again.look.shift.pace == play.scenario.shift.pace
