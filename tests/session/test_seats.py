"""Seats: one or many, driven by people, bots or the built-in clerk; a seat changes hands in the open."""

from dataclasses import replace

import pytest

from game.feed import events
from game.scenario import Scenario
from game.session import BadSeats, HandOver, Leave, Like, Refused, Reshare, Seat, Session
from tests.session.plays import to_morning, to_night, wait_for_card
from tests.session.worlds import LONG, SECOND, copy_of, opened, small, words


def two_seats() -> Scenario:
    level = small()
    return replace(level, world={**level.world, "seats": 2})


def test_a_seat_that_the_clerk_drives_changes_nothing() -> None:
    clerk, nobody = opened(seats=[Seat("you", "clerk")]), opened(seats=[])
    for session in (clerk, nobody):
        session.advance(LONG)
    assert clerk.digest() == nobody.digest()
    assert clerk.legal("you") == []
    assert clerk.phase("you") == "burn-in"
    with pytest.raises(Refused, match="clerk"):
        clerk.do("you", Leave())


def test_an_absent_second_seat_is_one_that_the_clerk_drives() -> None:
    digests = []
    for seats in ([Seat("you")], [Seat("you"), Seat("her", "clerk")]):
        session = opened(two_seats(), seats=seats)
        to_morning(session, "reshare-all")
        digests.append(session.digest())
    assert digests[0] == digests[1]


def test_two_players_have_a_desk_each() -> None:
    session = opened(two_seats(), seats=[Seat("you"), Seat("her")])
    card = wait_for_card(session)
    session.do("you", Reshare(card))
    assert session.out("you")
    assert session.out("her") is None
    assert session.tray("her")
    to_night(session, "coin", "you")
    session.do("her", Leave())
    session.advance(session.chair("you").morning - session.tick)
    assert session.outcome("you") in ("won", "lost")
    assert session.outcome("her") == "left"
    assert session.twin().digest() == session.digest()


def test_seats_in_another_order_sit_at_other_accounts() -> None:
    one, other = (opened(two_seats(), seats=[Seat(a), Seat(b)]) for a, b in ("xy", "yx"))
    assert one.chair("x").account == other.chair("y").account
    assert one.digest() == other.digest()


def test_handing_a_seat_to_a_bot_and_back_does_not_touch_the_world() -> None:
    handed, kept = opened(), opened()
    card = wait_for_card(handed)
    wait_for_card(kept)
    for driver in ("curious", "human"):
        handed.hand_over("you", driver)
        for session in (handed, kept):
            session.do("you", Like(card) if driver == "curious" else Leave())
            session.advance(SECOND)
    assert handed.digest() == kept.digest()
    assert [entry.command for entry in handed.log if isinstance(entry.command, HandOver)] == [
        HandOver("curious"),
        HandOver("human"),
    ]


def test_while_the_clerk_has_the_seat_its_desk_waits_and_it_reads_like_everybody() -> None:
    session = opened()
    wait_for_card(session)
    session.hand_over("you", "clerk")
    pile = [card.id for card in session.tray("you")]
    you = session.chair("you").account
    told = session.advance(4 * LONG)
    assert [card.id for card in session.tray("you")] == pile
    assert {events.THANKED, events.MINUTE_BACK} & {event.kind for event in told if event.actor == you}
    assert session.shift("you").handled == 0
    session.hand_over("you", "human")
    to_morning(session)
    assert session.ledger("you").cards == 10


def test_a_seat_that_changed_hands_replays_and_can_be_saved() -> None:
    session = opened()
    wait_for_card(session)
    for driver in ("clerk", "curious", "clerk", "human"):
        session.hand_over("you", driver)
        session.advance(11 * SECOND)
    assert copy_of(session).digest() == session.twin().digest() == session.digest()
    to_morning(session)
    assert session.twin().ledger("you") == session.ledger("you")


def test_who_takes_over_from_the_clerk_sits_down_to_a_whole_shift() -> None:
    session = opened(seats=[Seat("you", "clerk")])
    session.advance(30 * SECOND)
    session.hand_over("you", "human")
    assert session.phase("you") == "shift"
    to_morning(session)
    assert session.ledger("you").cards == 10
    assert session.twin().digest() == session.digest()


@pytest.mark.parametrize("driver", ["nobody", "human", ""])
def test_a_seat_goes_to_somebody_there_is_and_who_has_it_not(driver: str) -> None:
    session = opened()
    before = session.digest()
    with pytest.raises(Refused, match=r"Nobody is called|drives this seat already"):
        session.hand_over("you", driver)
    assert session.log == []
    assert session.digest() == before


def test_more_seats_than_the_level_has_are_refused() -> None:
    with pytest.raises(BadSeats, match="up to 1"):
        Session.start(small(), 7, [Seat("a"), Seat("b")], words=words())
