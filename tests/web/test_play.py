"""Ten cards are stamped to the pay slip in a real browser, by keys alone and by a finger alone."""

from collections.abc import Callable

import pytest

from tests.web.conftest import Opener
from tests.web.game_page import GamePage, Node

pytestmark = pytest.mark.web

STAMPS = ("Ignore", "Like", "Reshare")
PAPERS = 10
MOST_PAGES = 8
"""Of the Top 10, at any size."""
SPELT = {"return": "Enter", "escape": "Escape", "space": " "}
"""Keys whose names in the game and in a browser differ."""

Press = Callable[[GamePage, Node], None]


def by_key(game: GamePage, node: Node) -> None:
    """Press the key that is printed on a thing."""
    game.page.keyboard.press(SPELT.get(node["key"], node["key"]))


def by_finger(game: GamePage, node: Node) -> None:
    """Tap a thing."""
    game.tap(node)


def start(game: GamePage, press: Press) -> None:
    """Clock in, skip the lesson and wait for the first card."""
    game.wait_running()
    game.wait_for('INTRAY.scene === "title" && INTRAY.state.ready >= 1', 120_000)
    press(game, game.nodes("button", "Clock in")[0])
    game.wait_for('INTRAY.scene === "desk"', 60_000)
    if game.read("state.phase") == "lesson":
        press(game, game.nodes("button", "Skip the lesson")[0])
    game.wait_for('INTRAY.scene === "desk" && INTRAY.state.card !== ""', 60_000)


def stamped(game: GamePage) -> int:
    """How many cards bear a stamp, the one that can still be taken back included."""
    count = game.read("state.stamped")
    assert isinstance(count, int)
    return count


def stamp(game: GamePage, name: str, press: Press) -> None:
    """Put one stamp on the next card under the lamp; exactly one paper is stamped by it."""
    game.wait_for("INTRAY.state.card !== ''", 60_000)
    before = stamped(game)
    press(game, game.nodes("button", name)[0])
    game.wait_for(f"INTRAY.state.stamped > {before}")
    assert stamped(game) == before + 1


def take_the_clock_off(game: GamePage, press: Press) -> None:
    """Choose the calm desk, where a card comes for each stamp, in the pause."""
    press(game, game.nodes("button", "Pause")[0])
    game.wait_for("INTRAY.state.paused")
    press(game, game.nodes("button", "Wall clock:")[0])
    press(game, game.nodes("button", "Back to the desk")[0])
    game.wait_for("!INTRAY.state.paused")


def go_home(game: GamePage, press: Press) -> None:
    """Take the coat, if the bell has not rung yet, and go."""
    if game.read("state.phase") != "bell":
        press(game, game.nodes("button", "Leave")[0])
    game.wait_for("INTRAY.tree.some((node) => node.name === 'Go home')")
    press(game, game.nodes("button", "Go home")[0])


def leave_the_list(game: GamePage, press: Press) -> None:
    """Go through the Top 10, which turns itself over by a clock and waits where there is none, to the printed pay slip."""
    game.wait_for('INTRAY.scene === "payslip" || (INTRAY.scene === "topten" && INTRAY.state.printed)', 120_000)
    for _ in range(MOST_PAGES):
        ways = [node for name in ("Next page", "The pay slip") for node in game.nodes("button", name)]
        if game.read("scene") == "payslip" or not ways:
            break
        press(game, ways[0])
        game.page.wait_for_timeout(1_500)
    game.wait_for('INTRAY.scene === "payslip" && INTRAY.state.printed', 120_000)


def to_the_pay_slip(game: GamePage, press: Press) -> None:
    """Stamp ten papers, go home, and look at the pay slip."""
    for number in range(PAPERS):
        stamp(game, STAMPS[number % len(STAMPS)], press)
    go_home(game, press)
    leave_the_list(game, press)
    words = " ".join(f"{node['name']} {node.get('value', '')}" for node in game.tree())
    assert "Pay slip" in words
    assert "0.00" in words
    assert str(game.read("result.figures")["Papers handled"]).startswith(f"{PAPERS} of ")


def test_ten_cards_by_keyboard_at_the_desk(opened: Opener) -> None:
    game = opened("?seed=7")
    start(game, by_key)
    to_the_pay_slip(game, by_key)


def test_ten_cards_by_touch_on_a_phone(opened: Opener) -> None:
    game = opened("?seed=7", phone=True)
    start(game, by_finger)
    take_the_clock_off(game, by_finger)
    assert game.nodes("button", "Ignore")[0]["w"] < 130
    to_the_pay_slip(game, by_finger)


def test_one_tap_gives_one_command(opened: Opener) -> None:
    game = opened("?seed=7", phone=True)
    start(game, by_finger)
    before = stamped(game)
    stamp(game, "Ignore", by_finger)
    game.wait_for("INTRAY.state.card !== ''", 60_000)
    assert stamped(game) == before + 1


def test_a_dense_display_gets_its_own_pixels_and_taps_still_hit(opened: Opener) -> None:
    game = opened("?seed=7", phone=True, density=2.0)
    start(game, by_finger)
    assert game.page.evaluate("[canvas.width, canvas.height, canvas.style.width]") == [780, 1688, "390px"]
    stamp(game, "Like", by_finger)


def test_a_key_held_down_and_a_tap_too_many_stamp_one_card(opened: Opener) -> None:
    game = opened("?seed=7")
    start(game, by_key)
    game.wait_for("INTRAY.state.waiting > 1", 60_000)
    before = stamped(game)
    for _ in range(8):  # a browser repeats the event while the key is down
        game.page.keyboard.down("a")
    game.page.keyboard.up("a")
    game.wait_for(f"INTRAY.state.stamped === {before + 1}")
    game.page.wait_for_timeout(500)
    assert stamped(game) == before + 1
