"""Returns: a card that was stamped comes back by another route; it can be lifted once only, and is marked once only."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from game.feed import desk, events
from game.session import Card, Command, Commit, Ignore, Like, Refused, Reshare, Session
from game.session.settle import neighbours_of
from game.session.tally import card_id
from tests.session.plays import stamp_all, to_morning
from tests.session.worlds import SECOND, forty, opened

SEEDS = range(1, 6)


def coming_back(session: Session, stamp: Callable[[int], Command]) -> Iterator[Card]:
    """Give every card the stamp, and stop before each that was stamped before; that one is put aside unless the test did so."""
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            if card.times:
                yield card
            if card in session.tray("you"):
                session.do("you", Ignore(card.id) if card.times else stamp(card.id))
        session.advance(SECOND)


def returns_of(stamp: Callable[[int], Command], seed: int) -> tuple[Session, Card]:
    """A shift at the first card that comes back."""
    session = opened(forty(), seed=seed)
    return session, next(coming_back(session, stamp))


def name_of(session: Session) -> dict[str, int]:
    """Accounts of the neighbours, by name."""
    return {one.name: one.account for one in session.neighbours("you")}


def test_something_comes_back_on_every_seed() -> None:
    for seed in SEEDS:
        assert list(coming_back(opened(forty(), seed=seed), Reshare)), seed


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_it_comes_by_a_neighbour_s_hands_and_its_route_is_the_log_s(seed: int) -> None:
    session = opened(forty(), seed=seed)
    you = session.chair("you").account
    routes: list[tuple[int, ...]] = []
    for card in coming_back(session, Reshare):
        assert card.via in name_of(session)
        passed = {
            event.actor: event.other
            for event in session.engine.history()
            if event.kind == events.RESHARE and card_id(event.subject, event.nth) == card.id
        }
        if card.route:
            assert (card.route[0], card.route[-1]) == (card.via, "you")
            hands = session.chair("you").tally.route(card.id, name_of(session)[str(card.via)])
            assert card.route == tuple("you" if hand == you else session.wording.name(hand) for hand in hands)
            assert [passed[hand] for hand in hands[:-1]] == list(hands[1:])
            routes.append(hands)
    assert {hands[-1] for hands in routes} == {you}


def test_a_copy_that_does_not_descend_from_yours_has_no_route() -> None:
    for seed in SEEDS:
        assert {card.route for card in coming_back(opened(forty(), seed=seed), Ignore)} <= {()}


def test_a_card_that_nobody_sent_you_twice_has_no_route_and_no_times() -> None:
    session = opened(forty())
    session.advance(40 * SECOND)
    assert {(card.route, card.times) for card in session.tray("you")} == {((), 0)}


def test_its_counter_does_not_fall() -> None:
    session = opened(forty(), seed=2)
    before: dict[int, int] = {}
    seen = 0
    while session.phase("you") == "shift":
        for card in session.tray("you"):
            count = (card.likes or 0) + (card.reshares or 0)
            seen += card.times
            assert count >= before.get(card.id, 0)
            before[card.id] = count
            session.do("you", Ignore(card.id) if card.times else Reshare(card.id))
        session.advance(SECOND)
    assert seen


@pytest.mark.parametrize(("first", "again"), [(Reshare, Reshare), (Reshare, Like), (Like, Reshare), (Like, Like)])
def test_lifting_it_twice_is_refused_in_words_and_changes_nothing(
    first: Callable[[int], Command], again: Callable[[int], Command]
) -> None:
    session, card = returns_of(first, 1 if first is Reshare else 2)
    before = (session.digest(), len(session.log), session.tray("you"), session.out("you"))
    assert again(card.id) not in session.legal("you")
    with pytest.raises(Refused, match="A counter is lifted once"):
        session.do("you", again(card.id))
    assert (session.digest(), len(session.log), session.tray("you"), session.out("you")) == before
    session.do("you", Ignore(card.id))
    assert session.tray("you") != before[2]


def test_what_was_put_aside_may_be_passed_on_when_it_comes_back() -> None:
    for seed in SEEDS:
        session = opened(forty(), seed=seed)
        card = next(coming_back(session, Ignore), None)
        if card:
            session.do("you", Reshare(card.id))
            session.do("you", Commit())
            assert card.id in session.chair("you").tally.passed
            assert (session.chair("you").times(card.id), session.chair("you").lifted(card.id)) == (2, True)
            return
    pytest.fail("nothing that was put aside came back on any seed")


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_never_marked(seed: int) -> None:
    session = stamp_all(opened(forty(), seed=seed), Reshare)
    chair = session.chair("you")
    slip = session.ledger("you")
    met: dict[int, int] = {}
    for card in chair.cards:
        assert (card.kind == desk.RETURN) == (card.card in met)
        met.setdefault(card.card, card.kind)
    kinds = list(met.values())
    assert (slip.worthy, slip.bait) == (kinds.count(desk.WORTHY), kinds.count(desk.BAIT))
    assert slip.hits == slip.worthy  # all were passed on, once each


@pytest.mark.parametrize("seed", SEEDS)
def test_it_comes_after_some_cards_and_not_too_often(seed: int) -> None:
    rules = forty().rules()
    session = stamp_all(opened(forty(), seed=seed), Reshare)
    places = [place for place, card in enumerate(session.chair("you").cards) if card.kind == desk.RETURN]
    assert len(places) <= rules.return_most
    assert all(place >= rules.return_after for place in places)
    assert all(later - earlier > rules.return_after for earlier, later in pairwise(places))


def test_a_level_may_have_none() -> None:
    session = stamp_all(opened(forty(return_most=0), seed=1), Reshare)
    assert desk.RETURN not in {card.kind for card in session.chair("you").cards}


def test_who_sent_it_back_is_a_neighbour_who_follows_you() -> None:
    session, card = returns_of(Reshare, 1)
    assert name_of(session)[str(card.via)] in neighbours_of(session.scenario, 1, 0)


def test_a_night_with_returns_replays() -> None:
    session = to_morning(opened(forty(), seed=1), "reshare-all")
    twin = session.twin()
    assert twin.digest() == session.digest()
    assert twin.ledger("you") == session.ledger("you")
