"""Ten papers to the pay slip: by keys alone, by mouse alone, by a finger alone."""

from collections.abc import Callable

import pytest

from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

STAMPS = ("Ignore", "Like", "Reshare")
Way = Callable[[Hands, str], None]
WAYS: dict[str, Way] = {"keys": Hands.press, "mouse": Hands.click, "finger": Hands.tap}


def shift(desk: Hands, way: Way) -> None:
    """Stamp whatever comes until the bell rings."""
    for number in range(10):
        desk.until(lambda: bool(desk.state["card"]) or desk.there("The bell."))
        if desk.there("The bell."):
            return
        before = desk.state["stamped"]
        way(desk, STAMPS[number % 3])
        assert desk.state["stamped"] == before + 1


@pytest.mark.parametrize("shape", ["wide", "upright"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_ten_papers_to_the_pay_slip(hands: MakeHands, way: Way, shape: str) -> None:
    desk = hands(layout=shape)
    desk.run(0.2)
    way(desk, "Clock in")
    desk.until(lambda: desk.scene == "desk")
    shift(desk, way)
    desk.until(lambda: desk.there("Go home"))
    way(desk, "Go home")
    desk.until(lambda: desk.scene == "payslip")
    desk.until(lambda: bool(desk.state["printed"]))
    assert desk.node("Papers handled")["value"] == "10 of 10"
    assert desk.node("Wage")["value"] == "0.00"
    assert desk.port.published["result"]["outcome"] in {"won", "lost"}


def test_only_arrows_tab_and_enter_play_too(hands: MakeHands) -> None:
    desk = hands().to_desk()
    for _ in range(60):
        if desk.node("Like").get("focused"):
            break
        desk.key("tab")
    before = desk.state["stamped"]
    desk.key("return")
    assert desk.state["stamped"] == before + 1
    desk.until(lambda: bool(desk.state["card"]))
    desk.key("right")
    assert desk.node("Reshare").get("focused")


def test_one_tap_gives_one_command(hands: MakeHands) -> None:
    desk = hands(layout="upright").to_desk()
    desk.run(12.0)
    before = desk.state["stamped"]
    desk.tap("Ignore")
    desk.run(0.5)
    assert desk.state["stamped"] == before + 1


def test_a_stamp_can_be_taken_back_for_three_seconds(hands: MakeHands) -> None:
    desk = hands().to_desk()
    card = desk.state["card"]
    desk.press("Reshare")
    assert desk.there("Undo")
    desk.press("Undo")
    assert desk.state["card"] == card
    desk.press("Reshare")
    desk.run(3.3)
    assert not desk.there("Undo")
    assert desk.state["sent"] == 1


def test_the_strip_says_what_the_signs_mean_until_something_was_sent(hands: MakeHands) -> None:
    desk = hands().to_desk()
    assert desk.there("a reader wants the minute back")
    desk.press("Reshare")
    desk.run(3.3)
    assert not desk.there("a reader wants the minute back")


def test_unfolding_shows_the_inside(hands: MakeHands) -> None:
    desk = hands().to_desk()
    card = desk.app.scene.play.card  # type: ignore[attr-defined]
    desk.press("Unfold")
    opened = desk.app.scene.play.card  # type: ignore[attr-defined]
    assert card.inside is None
    assert opened.inside
    assert opened.inside in desk.node(card.headline)["value"]


def test_a_reshare_is_seen_to_arrive(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Reshare")
    desk.until(lambda: not desk.there("Undo"))
    desk.run(0.1)
    assert desk.app.scene.capsules()  # type: ignore[attr-defined]
    desk.run(1.2)
    assert not desk.app.scene.capsules()  # type: ignore[attr-defined]
    assert any(node.get("value", "").startswith("slips from you: 1;") for node in desk.tree())


def test_leaving_early_asks_first_and_cancel_is_the_answer_to_enter(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Leave")
    assert desk.there("Take your coat?")
    assert not desk.there("Reshare")
    desk.key("return")
    assert desk.there("Reshare")
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip" and bool(desk.state["printed"]))
    assert desk.there("Same pay.")


def test_staying_brings_more_papers(hands: MakeHands) -> None:
    desk = hands().to_desk()
    shift(desk, Hands.press)
    desk.until(lambda: desk.there("Go home"))
    assert desk.node("Go home")["w"] == desk.node("Stay 30 s (unpaid)")["w"]
    desk.press("Stay 30 s (unpaid)")
    desk.until(lambda: bool(desk.state["card"]))
    assert desk.state["cards"] == 12


def test_the_pay_slip_leads_to_the_debrief_and_to_a_new_tray(hands: MakeHands) -> None:
    desk = hands(seed=3).to_desk()
    desk.press("Leave")
    desk.press("Go home")
    desk.until(lambda: desk.scene == "payslip")
    desk.key("space")
    assert desk.state["printed"]
    desk.press("New tray")
    assert desk.scene == "payslip", "a key that only hurried the printing threw the slip away"
    desk.run(0.7)
    desk.press("What it did")
    assert desk.scene == "twin"
    desk.press("Back")
    desk.press("New tray")
    desk.until(lambda: desk.scene == "desk")
    assert desk.app.scene.play.seed == 4  # type: ignore[attr-defined]


def test_a_second_tap_does_not_stamp_a_card_that_nobody_has_seen(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.until(lambda: desk.app.scene.play.look.shift.waiting > 2)  # type: ignore[attr-defined]
    before = desk.state["stamped"]
    desk.key("a")
    desk.key("a")
    assert desk.state["stamped"] == before + 1
    desk.run(0.3)
    desk.key("a")
    assert desk.state["stamped"] == before + 2


def test_enter_stamps_nothing_before_it_was_shown_what_it_would_press(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.key("return")
    assert desk.state["stamped"] == 0
    assert desk.node("Ignore").get("focused")
    desk.key("return")
    assert desk.state["stamped"] == 1


def test_keys_meant_for_cards_do_not_answer_the_bell(hands: MakeHands) -> None:
    desk = hands().to_desk()
    shift(desk, Hands.press)
    desk.until(lambda: desk.there("The bell."))
    for key in ("a", "s", "d", "w", "space", "h", "return", "z"):
        desk.key(key)
    assert desk.there("The bell.")
    desk.until(lambda: desk.there("Go home"))
    for key in ("a", "s", "d", "w", "space", "z", "escape"):
        desk.key(key)
    assert desk.there("Go home")
    desk.key("return")
    assert desk.node("Go home").get("focused")


def test_a_double_tap_on_the_way_to_the_desk_stamps_nothing(hands: MakeHands) -> None:
    desk = hands(layout="upright", percent=200)
    desk.until(lambda: desk.state.get("ready") == 100)
    desk.tap("Clock in")
    assert desk.scene == "desk"
    for key in ("a", "s", "d"):
        desk.key(key)
    assert desk.state["stamped"] == 0
    desk.until(lambda: bool(desk.state["card"]))
    desk.press("Pause")
    desk.tap("Back to the desk")
    desk.key("a")
    assert desk.state["stamped"] == 0
    desk.run(0.4)
    desk.key("a")
    assert desk.state["stamped"] == 1
