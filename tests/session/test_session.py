"""A session: time in slices, what is told, what is refused."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.feed import events
from game.session import BadSeats, Commit, Leave, Like, Refused, Reshare, Seat, Session, UnknownSeat
from game.session.commands import Command
from tests.session.plays import STAMPS, to_morning, wait_for_card
from tests.session.worlds import LONG, SECOND, YOU, copy_of, opened, small, words


def test_a_warm_up_in_slices_is_the_warm_up_at_once() -> None:
    session = Session.start(small(), 7, words=words())
    shares: list[float] = []
    while not shares or shares[-1] < 1.0:
        shares.append(session.warm_up(budget=100))
    assert shares == sorted(shares)
    assert len(shares) > 5
    assert session.digest() == opened().digest()
    assert session.phase("you") == "shift"


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 12 * SECOND), st.integers(1, 400)), min_size=1, max_size=8), st.integers(0, 2))
def test_time_in_slices_is_time_at_once(slices: list[tuple[int, int]], verb: int) -> None:
    at_once, sliced = opened(), opened()
    told_at_once, told = [], []
    for ticks, budget in slices:
        told_at_once += at_once.advance(ticks)
        told += sliced.advance(ticks, budget)
        while sliced.behind:
            told += sliced.advance(0, budget)
        if at_once.tray("you"):
            card = at_once.tray("you")[0].id
            for session in (at_once, sliced):
                session.do("you", STAMPS[verb](card))
    assert told == told_at_once
    assert sliced.digest() == at_once.digest()
    assert sliced.tray("you") == at_once.tray("you")
    assert sliced.meters("you") == at_once.meters("you")
    assert sliced.neighbours("you") == at_once.neighbours("you")
    assert sliced.shift("you") == at_once.shift("you")
    assert sliced.front.plain() == at_once.front.plain()


def test_a_command_may_come_while_time_is_behind() -> None:
    session = opened()
    wait_for_card(session)
    session.advance(30 * SECOND, budget=10)
    assert session.behind > 0
    session.do("you", Reshare(session.tray("you")[0].id))
    session.advance(0)
    assert session.behind == 0
    assert session.twin().digest() == session.digest()


def test_time_does_not_go_back() -> None:
    session = opened()
    with pytest.raises(ValueError, match="time does not go back"):
        session.advance(-1)
    assert session.tick == session.start_tick


def test_what_a_command_did_is_told_by_the_next_advance() -> None:
    session = opened()
    card = wait_for_card(session)
    session.do("you", Like(card))
    session.do("you", Commit())
    you = session.chair("you").account
    told = session.advance(0)
    assert [event.kind for event in told if event.actor == you] == [events.LIKE]
    assert session.advance(0) == []


def test_events_that_overflow_the_log_table_reach_the_books() -> None:
    session = Session.start(small(), 7, words=words(), slack=0.05)
    to_morning(session)
    roomy = to_morning(opened())
    assert session.meters("you") == roomy.meters("you")
    assert session.ledger("you") == roomy.ledger("you")
    assert session.digest() == roomy.digest()


def test_how_the_world_is_stored_does_not_show() -> None:
    session = Session.start(small(), 7, words=words(), form="views")
    session.warm_up()
    to_morning(session)
    assert session.digest() == to_morning(opened()).digest()


def test_kinds_of_cards_are_told_to_nobody() -> None:
    session = opened()
    told = session.advance(LONG)
    dealt = [event for event in told if event.kind == events.DEALT]
    assert len(dealt) == 10
    assert {event.value for event in dealt} == {0}


@pytest.mark.parametrize("seat", ["", "me"])
def test_an_unknown_seat_is_named_with_those_there_are(seat: str) -> None:
    session = opened()
    for ask in (session.phase, session.tray, session.meters, session.ledger, session.legal, session.outcome):
        with pytest.raises(UnknownSeat, match="there are you"):
            ask(seat)
    with pytest.raises(UnknownSeat, match="there are you"):
        session.do(seat, Leave())


@pytest.mark.parametrize(
    "seats", [[Seat("a"), Seat("a")], [Seat("a"), Seat("b")], [Seat("a", "somebody")]], ids=["twice", "too many", "unknown"]
)
def test_seats_that_the_level_does_not_have_are_refused(seats: list[Seat]) -> None:
    with pytest.raises(BadSeats):
        Session.start(small(), 7, seats, words=words())


def test_before_the_shift_everything_can_be_asked_and_nothing_done() -> None:
    session = Session.start(small(), 7, YOU, words=words())
    assert session.phase("you") == "burn-in"
    assert not any((session.tray("you"), session.legal("you"), session.sent("you")))
    assert session.out("you") is None
    assert session.outcome("you") is None
    assert session.meters("you").minutes_worked == 0.0
    assert session.shift("you").cards == 10
    assert len(session.neighbours("you")) == 12
    for ask in (lambda: session.do("you", Leave()), lambda: session.ledger("you")):
        with pytest.raises(Refused):
            ask()


def test_after_the_shift_nothing_is_refused_without_a_reason() -> None:
    session = to_morning(opened())
    assert session.legal("you") == []
    before = session.digest()
    for kind in get_args(Command):
        command = kind(*([5] if kind.__annotations__ else []))
        with pytest.raises(Refused, match=r"\w"):
            session.do("you", command)
    assert session.digest() == before


def test_every_legal_command_is_accepted() -> None:
    session = opened()
    card = wait_for_card(session)
    session.advance(12 * SECOND)
    session.do("you", Like(card))
    legal = session.legal("you")
    assert len(legal) > 10
    for command in legal:
        once_more = copy_of(session)
        once_more.do("you", command)
        assert once_more.log[-1].command == command
