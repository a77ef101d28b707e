"""Tallies: what descends from a seat's stamps, event by event."""

import json

from game.feed import events
from game.feed.events import Event
from game.session.tally import Tally, address_of, card_id

YOU, ANN, BEN, ZOE, AUTHOR = 1, 2, 3, 4, 9
CARD = card_id(AUTHOR, 5)


def event(kind: int, actor: int, other: int = -1, value: int = 0, tick: int = 10) -> Event:
    return Event(tick, kind, actor, AUTHOR, 5, other, value)


def tally_of(*happened: Event) -> Tally:
    tally = Tally(YOU)
    for one in happened:
        tally.add(one)
    return tally


PASSED = event(events.RESHARE, YOU)


def test_an_address_is_one_number() -> None:
    assert address_of(CARD) == (AUTHOR, 5)


def test_readers_of_the_copy_count_and_others_do_not() -> None:
    tally = tally_of(
        event(events.THANKED, ANN, YOU, 14),  # before it was passed on
        PASSED,
        event(events.THANKED, ANN, YOU, 14),
        event(events.MINUTE_BACK, BEN, YOU, 4),
        event(events.MINUTE_BACK, ZOE, AUTHOR, 4),  # another way
        event(events.THANKED, YOU, YOU, 4),
    )
    assert (tally.readings, tally.readings_thanked, tally.seconds_thanked, tally.seconds_back) == (2, 1, 14, 4)
    assert (tally.thanks_of, tally.backs_of) == ({ANN: 1}, {BEN: 1})
    assert tally.pleased == {ANN: True, BEN: False}


def test_copies_of_copies_count_too() -> None:
    tally = tally_of(
        PASSED, event(events.RESHARE, ANN, YOU), event(events.RESHARE, BEN, ANN), event(events.THANKED, ZOE, BEN, 14)
    )
    assert tally.seconds_thanked == 14
    assert tally.thanks_of == {}  # Zoe is no reader of yours


def test_a_reshare_that_came_another_way_is_not_a_copy() -> None:
    tally = tally_of(PASSED, event(events.RESHARE, ANN, AUTHOR), event(events.THANKED, ZOE, ANN, 14))
    assert tally.readings == 0


def test_an_author_is_lifted_by_followers_from_such_a_look() -> None:
    follow = Event(10, events.FOLLOW, ANN, AUTHOR, 0, -1, 0)
    assert tally_of(PASSED, follow, event(events.THANKED, ANN, YOU, 14)).lifted == {AUTHOR: 1}
    assert tally_of(PASSED, follow._replace(tick=9), event(events.THANKED, ANN, YOU, 14)).lifted == {}
    assert tally_of(PASSED, follow, event(events.THANKED, ANN, ZOE, 14)).lifted == {}


def test_likes_of_what_was_passed_on_count_and_ones_own_do_not() -> None:
    liked = (event(events.LIKE, ANN, YOU), event(events.LIKE, ANN, BEN), event(events.LIKE, YOU, YOU))
    assert tally_of(PASSED, *liked).likes == 1
    assert tally_of(*liked).likes == 0
    assert tally_of(event(events.LIKE, ANN, AUTHOR)._replace(subject=YOU)).likes == 1  # its own writing


def test_what_the_clerk_passed_on_in_the_seat_s_place_does_not_count() -> None:
    tally = Tally(YOU)
    tally.add(PASSED, driven=False)
    tally.add(event(events.THANKED, ANN, YOU, 14), driven=False)
    tally.add(event(events.LIKE, ANN, YOU), driven=True)
    assert (tally.passed, tally.readings, tally.likes) == ({}, 0, 0)


def test_what_was_passed_on_by_command_counts_while_the_clerk_has_the_seat_too() -> None:
    tally = tally_of(PASSED)
    tally.add(event(events.THANKED, ANN, YOU, 14), driven=False)
    assert tally.readings_thanked == 1


def test_people_are_counted_with_how_much_they_read() -> None:
    read = (event(events.THANKED, ANN, YOU, 14), event(events.MINUTE_BACK, ANN, YOU, 4), event(events.THANKED, BEN, YOU, 14))
    assert tally_of(PASSED, *read).people == {ANN: 2, BEN: 1}
    assert tally_of(*read).people == {}


def test_what_falls_while_your_copy_is_delivered_was_pushed_by_it() -> None:
    fell = Event(10, events.FELL_OFF, ANN, ZOE, 3, ZOE, 0)
    done = event(events.DELIVERED, YOU)
    assert tally_of(fell, PASSED, fell, fell._replace(actor=BEN), done, fell).pushed == [
        (ANN, card_id(ZOE, 3)),
        (BEN, card_id(ZOE, 3)),
    ]
    assert tally_of(PASSED, fell._replace(value=1), done).pushed == []  # off a desk, not off a tray
    theirs = (event(events.RESHARE, ANN, YOU), fell, event(events.DELIVERED, ANN))
    assert tally_of(PASSED, done, *theirs).pushed == []


def test_pupils_bought_what_was_passed_on() -> None:
    buy = event(events.BUY, ANN, value=39_000)
    assert tally_of(PASSED, buy).pupils == {ANN: 39_000}
    assert tally_of(buy, PASSED).pupils == {}
    assert tally_of(PASSED, buy._replace(nth=6)).pupils == {}


def test_call_outs_that_were_lifted_count_against_their_target_until_its_answer_is_lifted() -> None:
    tally = Tally(YOU)
    for _ in range(2):
        tally.lift(AUTHOR, ZOE, answer=False)
    assert (tally.against, tally.liked) == ({ZOE: 2}, {AUTHOR: 2})
    tally.lift(BEN, -1, answer=False)
    assert tally.against == {ZOE: 2}
    tally.lift(BEN, AUTHOR, answer=True)  # somebody else's answer, to the same attacker
    assert ZOE in tally.against
    tally.lift(ZOE, -1, answer=True)
    assert ZOE not in tally.against


def test_a_route_goes_back_from_hand_to_hand() -> None:
    tally = tally_of(PASSED, event(events.RESHARE, ANN, YOU), event(events.RESHARE, BEN, ANN), event(events.RESHARE, ZOE, AUTHOR))
    assert tally.route(CARD, ANN) == (ANN, YOU)
    assert tally.route(CARD, BEN) == (BEN, ANN, YOU)
    assert tally.route(CARD, ZOE) == ()  # had it from the author
    assert tally.route(CARD, YOU) == ()
    assert tally.route(CARD, -1) == ()
    assert tally.route(CARD + 1, ANN) == ()


def test_whoever_passes_a_copy_on_twice_keeps_the_first_route() -> None:
    tally = tally_of(PASSED, event(events.RESHARE, ANN, YOU), event(events.RESHARE, BEN, YOU), event(events.RESHARE, ANN, BEN))
    assert tally.route(CARD, ANN) == (ANN, YOU)


def test_it_can_be_saved() -> None:
    fell = Event(10, events.FELL_OFF, ANN, ZOE, 3, ZOE, 0)
    tally = tally_of(
        PASSED, fell, event(events.RESHARE, ANN, YOU), event(events.BUY, BEN, value=9), event(events.THANKED, ANN, YOU, 14),
        Event(10, events.FOLLOW, BEN, AUTHOR, 0, -1, 0),
    )  # fmt: skip
    tally.lift(AUTHOR, ZOE, answer=False)
    assert tally.pushed
    assert tally.pupils
    assert Tally.from_plain(json.loads(json.dumps(tally.plain()))) == tally
