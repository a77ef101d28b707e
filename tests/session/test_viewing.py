"""What a seat is shown: cards, words, counters, neighbours."""

from dataclasses import asdict

import pytest

from game.session import Commit, Like, Reshare, Session, Unfold
from game.session.cards import badge
from tests.session.plays import wait_for_card
from tests.session.worlds import HOUR, SECOND, opened, small


def a_while(session: Session) -> Session:
    wait_for_card(session)
    session.advance(25 * SECOND)
    return session


def test_a_card_is_folded_until_it_is_unfolded() -> None:
    session = a_while(opened())
    folded = session.tray("you")[0]
    assert (folded.inside, folded.unfolded) == (None, False)
    session.do("you", Unfold(folded.id))
    unfolded = session.tray("you")[0]
    assert unfolded.inside
    assert unfolded.unfolded
    assert asdict(unfolded) | {"inside": None, "unfolded": False} == asdict(folded)


def test_looking_changes_nothing_not_even_the_words() -> None:
    looked, blind = opened(), opened()
    for _ in range(60):
        looked.advance(SECOND)
        for ask in ("tray", "out", "shift", "meters", "sent", "neighbours", "legal"):
            getattr(looked, ask)("you")
    blind.advance(60 * SECOND)
    assert looked.digest() == blind.digest()
    assert looked.tray("you") == blind.tray("you")


def test_no_two_cards_on_a_desk_are_the_same() -> None:
    session = a_while(opened())
    session.advance(20 * SECOND)
    cards = session.tray("you")
    assert len({card.id for card in cards}) == len({card.headline for card in cards}) == len(cards) > 5


def test_counters_are_the_world_s_own_or_hidden() -> None:
    shown, hidden = a_while(opened()), a_while(opened(small(counters=0)))
    assert {type(card.likes) for card in shown.tray("you")} == {int}
    assert {(card.likes, card.reshares) for card in hidden.tray("you")} == {(None, None)}


def test_a_stamped_card_lies_in_the_out_strip_and_then_in_the_list_of_what_was_sent() -> None:
    session = a_while(opened())
    first, second = session.tray("you")[:2]
    session.do("you", Reshare(first.id))
    assert session.out("you") == first
    assert session.sent("you") == []
    session.do("you", Like(second.id))
    assert session.out("you") == second
    assert [(one.id, one.headline) for one in session.sent("you")] == [(first.id, first.headline)]


def test_neighbours_get_a_slip_and_lose_it_when_they_read() -> None:
    session = a_while(opened())
    session.do("you", Reshare(session.tray("you")[0].id))
    session.do("you", Reshare(session.tray("you")[0].id))
    before = session.neighbours("you")
    assert [one.slips for one in before] == [1] * 12
    session.advance(30 * SECOND)
    after = session.neighbours("you")
    assert [one.name for one in after] == [one.name for one in before]
    read = [one for one in after if one.thanked + one.back]
    assert len(read) > 3
    assert all(one.slips <= 1 for one in read)
    assert any(one.lit for one in read) == any(one.thanked for one in read)


def test_slips_are_what_lies_in_the_neighbours_own_trays() -> None:
    session = a_while(opened())
    for _ in range(3):
        session.do("you", Reshare(session.tray("you")[0].id))
    session.do("you", Commit())
    account = session.chair("you").account
    world = session.engine.world
    size = session.engine.rules.tray_size
    for _ in range(60):
        session.advance(10 * SECOND)
        for one in session.neighbours("you"):
            first = world.accounts.tray_head[one.account] - world.accounts.tray_waiting[one.account]
            cells = [one.account * size + (first + k) % size for k in range(world.accounts.tray_waiting[one.account])]
            assert one.slips <= sum(world.trays.via[cell] == account for cell in cells)
            assert one.slips == 0 or world.accounts.tray_waiting[one.account]
    session.advance(24 * HOUR)  # posts are forgotten, or stale, and passed over: no slip stays behind
    assert [one.slips for one in session.neighbours("you")] == [0] * 12


def test_before_anything_was_sent_nobody_has_a_slip() -> None:
    assert {one.slips for one in opened().neighbours("you")} == {0}


@pytest.mark.parametrize(("followers", "tier"), [(0, "newcomer"), (5, "regular"), (24, "known"), (60, "star")])
def test_badges_go_by_followers(followers: int, tier: str) -> None:
    assert badge(followers, 1200) == tier
