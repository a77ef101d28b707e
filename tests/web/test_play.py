"""Ten cards are stamped to the pay slip in a real browser, by keys alone and by a finger alone."""

from collections.abc import Callable

import pytest

from tests.web.conftest import Opener
from tests.web.game_page import GamePage, Node

pytestmark = pytest.mark.web

STAMPS = ("Ignore", "Like", "Reshare")
PAPERS = 10

Press = Callable[[GamePage, Node], None]


def by_key(game: GamePage, node: Node) -> None:
    """Press the key that is printed on a thing."""
    game.page.keyboard.press(node["key"])


def by_finger(game: GamePage, node: Node) -> None:
    """Tap a thing."""
    game.tap(node)


def start(game: GamePage, press: Press) -> None:
    """Clock in and wait for the first card."""
    game.wait_running()
    game.wait_for("INTRAY.tree.some((node) => node.name === 'Clock in')")
    game.wait_for("INTRAY.state.ready === true", 60_000)
    press(game, game.nodes("button", "Clock in")[0])
    game.wait_for('INTRAY.scene === "desk" && INTRAY.state.card !== null', 60_000)


def handled(game: GamePage) -> int:
    """How many cards bear a stamp, as the session counts them."""
    count = game.read("state.handled")
    assert isinstance(count, int)
    return count


def stamp(game: GamePage, name: str, press: Press) -> None:
    """Put one stamp on the card under the lamp; exactly one paper is handled by it."""
    before = handled(game)
    card = game.read("state.card")
    press(game, game.nodes("button", name)[0])
    game.wait_for(f"INTRAY.state.card !== {card} && INTRAY.state.card !== null", 60_000)
    assert handled(game) == before + 1


def to_the_pay_slip(game: GamePage, press: Press) -> None:
    """Stamp ten papers, take the coat, and look at the pay slip."""
    for number in range(PAPERS):
        stamp(game, STAMPS[number % len(STAMPS)], press)
    press(game, game.nodes("button", "Leave")[0])
    game.wait_for("INTRAY.tree.some((node) => node.name === 'Go home')")
    press(game, game.nodes("button", "Go home")[0])
    game.wait_for('INTRAY.scene === "slip"', 120_000)
    words = " ".join(f"{node['name']} {node.get('value', '')}" for node in game.tree())
    assert "Pay slip" in words
    assert "0.00" in words
    assert game.read("state.handled") == PAPERS


def test_ten_cards_by_keyboard_at_the_desk(opened: Opener) -> None:
    game = opened("?seed=7")
    start(game, by_key)
    to_the_pay_slip(game, by_key)


def test_ten_cards_by_touch_on_a_phone(opened: Opener) -> None:
    game = opened("?seed=7", phone=True)
    start(game, by_finger)
    assert game.read("state.layout") == "upright"
    to_the_pay_slip(game, by_finger)


def test_one_tap_gives_one_command(opened: Opener) -> None:
    game = opened("?seed=7", phone=True)
    start(game, by_finger)
    before = game.read("state.commands")
    stamp(game, "Ignore", by_finger)
    game.page.wait_for_timeout(1_000)
    assert game.read("state.commands") == before + 1
