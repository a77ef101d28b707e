"""Seats: one or many, driven by people, bots or the built-in clerk; a seat changes hands in the open."""

from dataclasses import replace

import pytest

from game.feed import events
from game.scenario import Mix, Scenario
from game.session import (
    BadSeats,
    Commit,
    HandOver,
    Ignore,
    Leave,
    Like,
    Pace,
    Refused,
    Reshare,
    Seat,
    Session,
    Stay,
)  # fmt: skip
from tests.session.plays import to_morning, to_night, wait_for_card
from tests.session.worlds import HOUR, LONG, SECOND, copy_of, opened, shift_of, small, words


def two_seats() -> Scenario:
    level = small()
    return replace(level, world={**level.world, "seats": 2})


def long_shift() -> Scenario:
    """Thirty cards: time enough for the built-in clerk to open its tray."""
    return shift_of(small(), cards=30, mix=Mix(10, 12, 8))


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


def deals(session: Session, seat: str) -> list[tuple[int, str]]:
    """Cards dealt to a seat so far, in order, with what their outside says."""
    chair = session.chair(seat)
    return [(dealt.card, session.wording.headline(chair.account, dealt.card)) for dealt in chair.cards]


def test_two_seats_read_the_same_words_in_slices_and_at_once() -> None:
    told = []
    for step in (LONG, 480, 77):
        session = opened(two_seats(), seats=[Seat("you"), Seat("her")])
        for _ in range(LONG // step):
            session.advance(step)
        session.advance(LONG % step)
        told.append([deals(session, seat) for seat in ("you", "her")])
    assert len(told[0][0]) == len(told[0][1]) == 10
    assert told[0] == told[1] == told[2]


def test_a_card_that_falls_and_is_forgotten_in_one_slice_has_its_words() -> None:
    level = shift_of(small(pile_size=1, learn_after=43_200, deal_age=40_000), cards=60, mix=Mix(20, 20, 20), pace="slow")
    at_once, sliced = opened(level), opened(level)
    at_once.advance(400 * SECOND)
    for _ in range(400):
        sliced.advance(SECOND)
    assert deals(at_once, "you") == deals(sliced, "you")
    assert all(headline for _, headline in deals(at_once, "you"))


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_another_seat_does_not_change_the_words_of_yours(seed: int) -> None:
    alone = opened(two_seats(), seed, [Seat("you"), Seat("her", "clerk")])
    both = opened(two_seats(), seed, [Seat("you"), Seat("her")])
    for session in (alone, both):
        session.advance(LONG)
    mine, ours = deals(alone, "you"), deals(both, "you")
    cards = [card for card, _ in mine]
    common = next((n for n, (card, _) in enumerate(ours) if card != cards[n]), len(ours))
    assert common >= 3  # her desk deals what her tray would have shown her: in time the worlds part
    assert ours[:common] == mine[:common]


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
    session = opened(long_shift(), seed=6)
    wait_for_card(session)
    session.hand_over("you", "clerk")
    pile = [card.id for card in session.tray("you")]
    you = session.chair("you").account
    told = session.advance(120 * SECOND)
    assert [card.id for card in session.tray("you")] == pile
    assert {events.THANKED, events.MINUTE_BACK} & {event.kind for event in told if event.actor == you}
    assert session.shift("you").handled == 0
    session.hand_over("you", "human")
    to_morning(session)
    assert session.ledger("you").cards == 30


def test_a_seat_that_nobody_takes_back_has_its_bell_its_night_and_its_pay_slip() -> None:
    session = opened()
    session.do("you", Reshare(wait_for_card(session)))
    to_come = session.shift("you").cards - session.shift("you").dealt
    given = session.tick
    session.hand_over("you", "clerk")
    assert session.out("you") is None
    session.advance(60 * SECOND)
    chair = session.chair("you")
    assert chair.bell == given + int((to_come + 2) * 4.5 * SECOND)
    assert session.phase("you") == "night"
    assert session.ledger("you").handled == session.ledger("you").reshared == 1
    session.advance(4 * HOUR)
    assert session.phase("you") == "morning"
    assert session.outcome("you") == "lost"
    assert session.twin().ledger("you") == session.ledger("you")


@pytest.mark.parametrize("pace", ["calm", "brisk"])
@pytest.mark.parametrize("step", [LONG, 977])
def test_its_bell_rings_at_every_pace_and_in_any_slices(pace: str, step: int) -> None:
    session = opened()
    wait_for_card(session)
    session.do("you", Pace(pace))
    session.hand_over("you", "clerk")
    limit = session.chair("you").limit
    for _ in range(LONG // step):
        session.advance(step)
    assert session.chair("you").bell == limit
    assert session.chair("you").morning == limit + 4 * HOUR


def test_a_seat_left_to_the_clerk_after_the_bell_goes_home() -> None:
    session = opened()
    session.advance(LONG)
    session.hand_over("you", "clerk")
    assert session.phase("you") == "night"
    assert session.ledger("you").overtime_seconds == 0.0


def test_a_seat_left_to_the_clerk_in_overtime_goes_home_at_its_end() -> None:
    session = opened()
    session.advance(LONG)
    session.do("you", Stay())
    session.hand_over("you", "clerk")
    session.advance(LONG)
    assert session.ledger("you").overtime_seconds == 30.0


def test_the_clerk_s_work_is_not_counted_as_the_seat_s() -> None:
    session = opened(long_shift(), seed=6)
    session.do("you", Reshare(wait_for_card(session)))
    session.hand_over("you", "clerk")
    you = session.chair("you").account
    labour = session.engine.world.accounts.labour
    by_the_book = labour[you]
    session.advance(120 * SECOND)
    assert labour[you] > by_the_book
    assert session.meters("you").minutes_worked * 60 == pytest.approx(14)
    session.hand_over("you", "human")
    assert session.meters("you").minutes_worked * 60 == pytest.approx(14)
    session.do("you", Ignore(wait_for_card(session)))
    session.do("you", Commit())
    assert session.meters("you").minutes_worked * 60 == pytest.approx(18)
    assert len(session.chair("you").tally.passed) == 1
    assert session.twin().meters("you") == session.meters("you")


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
