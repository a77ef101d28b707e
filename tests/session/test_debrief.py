"""Three cards again: the cards that tell most of a shift, with the ledger's own counts."""

import pytest

from game.feed import desk, events
from game.session import Ignore, Like, Refused, Reshare, Session
from game.session.chair import Dealt
from game.session.debrief import Again, again
from game.session.tally import Passed
from tests.session.plays import stamp_all, to_morning
from tests.session.worlds import opened


def cards(session: Session) -> dict[str, Again]:
    """The cards shown again, by why."""
    shown = again(session, "you")
    assert len({card.card for card in shown}) == len(shown)
    return {card.why: card for card in shown}


def with_verdicts(dealt: list[tuple[int, int, int, int]]) -> Session:
    """A night in which the cards dealt had these (kind, verb, thanked, back)."""
    session = stamp_all(opened(), Ignore)
    chair = session.chair("you")
    ids = [one.card for one in chair.cards]
    chair.cards = [Dealt(card, kind, verb) for card, (kind, verb, _, _) in zip(ids, dealt, strict=False)]
    chair.tally.passed = {
        card: Passed({}, thanked, back)
        for card, (_, verb, thanked, back) in zip(ids, dealt, strict=False)
        if verb == events.RESHARE
    }
    return session


def test_no_card_comes_again_before_the_bell() -> None:
    with pytest.raises(Refused):
        again(opened(), "you")


def test_what_was_buried_what_cost_most_and_what_was_thanked_for_most() -> None:
    session = with_verdicts([
        (desk.WORTHY, events.RESHARE, 3, 0),
        (desk.WORTHY, events.RESHARE, 5, 1),
        (desk.WORTHY, events.IGNORE, 0, 0),
        (desk.BAIT, events.LIKE, 0, 0),
        (desk.BAIT, events.RESHARE, 1, 9),
        (desk.BAIT, events.RESHARE, 2, 8),
        (desk.SO_SO, events.RESHARE, 20, 20),
    ])  # fmt: skip
    dealt = [one.card for one in session.chair("you").cards]
    shown = cards(session)
    assert (shown["hit"].card, shown["hit"].thanked, shown["hit"].back) == (dealt[1], 5, 1)
    assert (shown["alarm"].card, shown["alarm"].thanked, shown["alarm"].back) == (dealt[4], 1, 9)
    assert (shown["buried"].card, shown["buried"].stamp) == (dealt[2], "ignore")


def test_where_nothing_was_buried_the_worthy_card_that_went_least_far_is_shown() -> None:
    session = with_verdicts([
        (desk.WORTHY, events.RESHARE, 3, 0),
        (desk.WORTHY, events.RESHARE, 5, 1),
        (desk.WORTHY, events.RESHARE, 2, 0),
    ])  # fmt: skip
    dealt = [one.card for one in session.chair("you").cards]
    shown = cards(session)
    assert set(shown) == {"buried", "hit"}
    assert (shown["buried"].card, shown["buried"].thanked) == (dealt[2], 2)


def test_a_card_on_the_floor_is_buried_too() -> None:
    session = with_verdicts([(desk.WORTHY, 0, 0, 0)])
    session.chair("you").cards[0].fallen = True
    assert [(card.why, card.stamp) for card in again(session, "you")] == [("buried", "floor")]


def test_who_passes_nothing_on_has_only_something_buried() -> None:
    session = stamp_all(opened(), Ignore)
    assert set(cards(session)) == {"buried"}


def test_a_like_is_a_hit_without_readers() -> None:
    shown = cards(stamp_all(opened(), Like))
    assert (shown["hit"].stamp, shown["hit"].thanked, shown["hit"].back) == ("like", 0, 0)


def test_the_counts_and_words_are_those_of_desk_and_ledger() -> None:
    session = stamp_all(opened(), Reshare)
    session.advance(session.chair("you").morning - session.tick)
    chair = session.chair("you")
    for card in again(session, "you"):
        assert (card.thanked, card.back) == (chair.tally.passed[card.card].thanked, chair.tally.passed[card.card].back)
        assert card.headline
        assert card.inside
        assert card.tells
    assert sum(one.thanked + one.back for one in chair.tally.passed.values()) == session.meters("you").readings


def test_a_restored_night_shows_the_same_cards() -> None:
    session = to_morning(opened())
    copy = Session.restore(session.snapshot(), session.scenario, words=session.words)
    assert again(copy, "you") == again(session, "you")
