"""The shadow: the twin that ignored everything, run beside the play in slices, is the twin run afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.session import Begin, Command, Commit, Entry, HandOver, Ignore, Leave, Like, Next, Pace, Reshare, Session, Undo, Unfold
from game.session.bots import bot_named
from game.session.player import Player
from game.session.shadow import Shadow, ignoring
from tests.session.plays import STAMPS, stamp_if_allowed, to_morning, wait_for_card
from tests.session.worlds import SECOND, copy_of, forty, opened, taught


def caught_up(shadow: Shadow, budget: int = 5_000) -> Session:
    """The twin, level with its original."""
    for _ in range(100_000):
        if shadow.advance(budget):
            return shadow.session
    pytest.fail("the shadow never catches up")


@pytest.mark.parametrize("command", [Like(5), Reshare(5)])
def test_what_lifts_becomes_an_ignore_of_the_same_card(command: Command) -> None:
    assert ignoring(3, Entry(480, "you", command)) == Ignore(5)


@pytest.mark.parametrize(
    "command", [Ignore(5), Unfold(5), Undo(), Pace("calm"), Next(), Begin(), Leave(), HandOver("coin")], ids=str
)
def test_everything_else_stays(command: Command) -> None:
    assert ignoring(3, Entry(480, "you", command)) == command


@settings(max_examples=7)
@given(
    st.lists(
        st.tuples(st.integers(0, 9 * SECOND), st.integers(0, 2), st.lists(st.integers(1, 400), max_size=3)),
        min_size=1,
        max_size=9,
    )
)
def test_whatever_the_slices_it_is_the_twin(moves: list[tuple[int, int, list[int]]]) -> None:
    session = opened()
    shadow = Shadow(session)
    for ticks, verb, budgets in moves:
        session.advance(ticks)
        if session.tray("you"):
            card = session.tray("you")[0].id
            stamp_if_allowed(session, STAMPS[verb], card)
        for budget in budgets:
            shadow.advance(budget)
            assert shadow.session.tick <= session.tick
    twin = caught_up(shadow)
    assert twin.tick == session.tick
    assert twin.digest() == session.twin(ignoring).digest()
    assert twin.front.plain() == session.twin(ignoring).front.plain()


@pytest.mark.parametrize("bot", ["reshare-all", "curious"])
def test_beside_a_bot_s_whole_night_it_is_the_twin(bot: str) -> None:
    session = opened(forty(), seed=3)
    shadow = Shadow(session)
    for _ in Player(session, "you", bot_named(bot)).steps():
        shadow.advance(60)
    session.advance(session.chair("you").morning - session.tick)
    twin = caught_up(shadow, 700)
    after = session.twin(ignoring)
    assert twin.digest() == after.digest() != session.digest()
    assert (twin.phase("you"), twin.ledger("you")) == ("morning", after.ledger("you"))
    assert session.debrief("you", twin) == session.debrief("you", after)


def test_the_twin_of_who_ignored_everything_is_the_same_world() -> None:
    session = opened()
    shadow = Shadow(session)
    to_morning(session, "ignore-all")
    twin = caught_up(shadow)
    assert twin.digest() == session.digest()
    assert twin.ledger("you") == session.ledger("you")
    assert session.ledger("you", twin) == replace(session.ledger("you"), pushed=0, pushed_better=0)


def lesson_at_rest(session: Session) -> None:
    """Nothing was laid yet."""


def lesson_with_a_paper(session: Session) -> None:
    """One paper was put aside, the next lies on the desk."""
    session.do("you", Next())
    session.do("you", Ignore(session.tray("you")[0].id))
    session.do("you", Commit())
    session.advance(3 * SECOND)
    session.do("you", Next())


@pytest.mark.parametrize("before", [lesson_at_rest, lesson_with_a_paper])
def test_made_in_the_lesson_it_learns_beside(before: Callable[[Session], None]) -> None:
    session = opened(taught())
    before(session)
    shadow = Shadow(session)
    for nth in range(4):
        if Next() in session.legal("you"):
            session.do("you", Next())
        stamp_if_allowed(session, Reshare, session.tray("you")[0].id)
        shadow.advance(50 * nth + 1)
        session.do("you", Commit())
        session.advance(4 * SECOND)
    assert session.chair("you").tally.passed
    session.do("you", Begin())
    to_morning(session, "reshare-all")
    assert caught_up(shadow, 900).digest() == session.twin(ignoring).digest()


def test_made_in_the_middle_of_a_shift_it_starts_from_the_beginning_and_catches_up() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    session.advance(9 * SECOND)
    shadow = Shadow(session)
    assert not shadow.session.ready
    twin = caught_up(shadow, 300)
    assert twin.digest() == session.twin(ignoring).digest()
    to_morning(session, "coin")
    assert caught_up(shadow, 300).digest() == session.twin(ignoring).digest()


def test_made_before_the_first_stamp_it_does_not_run_the_burn_in_twice() -> None:
    shadow = Shadow(opened())
    assert shadow.session.ready
    assert shadow.advance(1)


def test_a_shadow_that_has_caught_up_says_so_and_does_nothing() -> None:
    session = opened()
    session.advance(5 * SECOND)
    shadow = Shadow(session)
    before = caught_up(shadow).digest()
    assert shadow.advance(1)
    assert shadow.session.digest() == before == session.digest()


def test_the_shadow_never_touches_its_original() -> None:
    session, alone = opened(), opened()
    shadow = Shadow(session)
    for one in (session, alone):
        one.do("you", Reshare(wait_for_card(one)))
        one.advance(20 * SECOND)
    caught_up(shadow)
    assert session.snapshot() == alone.snapshot() == copy_of(session).snapshot()
