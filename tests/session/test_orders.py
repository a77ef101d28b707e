"""Shift orders: what was ordered, done or not, by the level's own numbers."""

from dataclasses import replace

import pytest

from game.session.orders import ORDERS, UnknownOrder, fulfilled
from game.session.views import Ledger
from tests.session.plays import to_morning
from tests.session.worlds import opened, the_tray

SHIFT = the_tray().shift


def slip(*, seal: int = 0, reshared: int = 0, followers: int = 0) -> Ledger:
    """A pay slip on which these figures stand."""
    plain = to_morning(opened(), "ignore-all").ledger("you")
    return replace(plain, seal=seal, reshared=reshared, followers_gained=followers)


def test_there_are_four() -> None:
    assert ORDERS == ("quiet", "blind", "popular", "daily")


@pytest.mark.parametrize("order", ["quiet", "blind", "daily"])
@pytest.mark.parametrize("seal", [0, 1, 2, 3])
def test_three_of_them_ask_for_a_win(order: str, seal: int) -> None:
    assert fulfilled(order, slip(seal=seal, reshared=SHIFT.quiet_reshares), SHIFT) == (seal > 0)


def test_a_quiet_desk_is_won_with_few_reshares() -> None:
    most = SHIFT.quiet_reshares
    assert fulfilled("quiet", slip(seal=2, reshared=most), SHIFT)
    assert not fulfilled("quiet", slip(seal=2, reshared=most + 1), SHIFT)
    assert fulfilled("daily", slip(seal=2, reshared=most + 1), SHIFT)
    assert fulfilled("quiet", slip(seal=2, reshared=most + 1), replace(SHIFT, quiet_reshares=most + 1))


def test_popular_asks_for_followers_and_for_nothing_else() -> None:
    gain = SHIFT.popular_order
    assert fulfilled("popular", slip(followers=gain), SHIFT)
    assert not fulfilled("popular", slip(seal=1, followers=gain - 1), SHIFT)
    assert fulfilled("popular", slip(followers=gain - 1), replace(SHIFT, popular_order=gain - 1))


@pytest.mark.parametrize("order", ["", "Quiet", "loud", "*"])
def test_an_unknown_order_is_answered_with_those_there_are(order: str) -> None:
    with pytest.raises(UnknownOrder, match="there are quiet, blind, popular, daily"):
        fulfilled(order, slip(), SHIFT)


def test_a_night_that_was_played_fulfils_what_its_slip_says() -> None:
    session = to_morning(opened(seed=3))
    told = session.ledger("you")
    rules = session.scenario.shift
    assert fulfilled("daily", told, rules) == (session.outcome("you") == "won")
    assert fulfilled("quiet", told, rules) == (session.outcome("you") == "won" and told.reshared <= rules.quiet_reshares)
