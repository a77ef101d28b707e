"""The pay slip: slides over the Top 10, appears line by line, ends in words, and leads to the debrief."""

from dataclasses import replace
from typing import Any

import pytest

from game.ui.kit.slip import SlipLine
from game.ui.ledger import lines
from game.ui.scenes.payslip import EVERY, SLIDE, PaySlip
from game.ui.scenes.topten import TopTen
from game.ui.words import WORDS
from tests.ui.after import BLANK, LEDGER, Over
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

ENDINGS = {
    "clerk_1": ("Clerk, first class", "The House is pleased with you. The House is pleased with everyone."),
    "clerk_2": ("Clerk, second class", "The House is pleased with you. The House is pleased with everyone."),
    "clerk_3": ("Clerk, third class", "The House is pleased with you. The House is pleased with everyone."),
    "popular_clerk": ("The Popular Clerk", "Everybody knows your name. Most would like the minute back."),
    "closed_door": ("The Closed Door", "Nothing wrong passed your desk. Nothing else did either."),
    "open_window": ("The Open Window", "You are a wind."),
    "gone_home": ("Gone home", "Same pay."),
    "not_this_time": ("Not this time", "The House has noticed nothing. Same pay."),
}


def slip(desk: Hands, *, over: bool = False, **of: Any) -> PaySlip:  # noqa: ANN401 - the fields of `Over`
    """Put a pay slip on the screen; `over` the Top 10 it slides."""
    play = Over(**of)
    under = TopTen(desk.app.room, play) if over else None  # type: ignore[arg-type]
    scene = PaySlip(desk.app.room, play, under)  # type: ignore[arg-type]
    desk.app.scene = scene
    return scene


def test_the_figures_appear_one_by_one(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    scene = slip(desk)
    seen = []
    for number in range(len(scene.rows)):
        desk.run(EVERY)
        seen.append(sum(isinstance(widget, SlipLine) for widget in desk.widgets()))
        assert abs(seen[-1] - number - 1) <= 1
    assert seen == sorted(seen)
    desk.run(1.0)
    assert [node["value"] for node in desk.tree() if node["role"] == "note" and "value" in node] == [
        row.figure for row in scene.rows
    ]


def test_it_slides_over_the_printed_list_before_it_prints(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    scene = slip(desk, over=True)
    desk.run(SLIDE / 2)
    assert not any(isinstance(widget, SlipLine) for widget in desk.widgets())
    desk.run(SLIDE)
    assert scene.slid == SLIDE
    assert any(isinstance(widget, SlipLine) for widget in desk.widgets())


def test_with_less_movement_it_lies_there_at_once(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    scene = slip(desk, over=True)
    desk.run()
    assert scene.done
    assert sum(isinstance(widget, SlipLine) for widget in desk.widgets()) == len(scene.rows)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_has_its_name_and_its_line(hands: MakeHands, ending: str) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    seal = int(ending[-1]) if ending.startswith("clerk") else 0
    slip(desk, slip=replace(LEDGER, ending=ending, seal=seal))
    desk.run()
    name, line = ENDINGS[ending]
    assert desk.there(name)
    assert desk.there(line)
    assert desk.there("Third, second, first class: all three are paid 0.00.") == bool(seal)
    assert desk.port.said == f"{name}. {line}"


def test_every_ending_of_the_words_is_one_of_these() -> None:
    assert {key.removeprefix("ending.name.") for key in WORDS if key.startswith("ending.name.")} == set(ENDINGS)


def test_it_says_in_words_what_was_passed_on_and_what_that_cost(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    slip(desk)
    desk.run()
    said = {node["name"]: node.get("value", "") for node in desk.tree()}
    assert said["Passed on what readers thanked you for"] == "8.5 of 12"
    assert said["Passed on what they wanted back"] == "4 of 18"
    assert said["Pushed off the end of somebody's tray"] == "17 posts"
    assert said["of these better than what you sent"] == "4"
    assert said["The pencil guessed"] == "9 of your last 14 stamps"
    assert said["Always guessing your commonest stamp"] == "8 of 14"
    assert said["Overtime 0:30 x 0.00"] == "0.00"
    assert said["Mark"] == "75 of 100"
    assert not any("class" in figure for figure in said.values())  # it is named once, by the ending


def test_what_did_not_happen_has_no_line() -> None:
    labels = [row.label for row in lines(BLANK)]
    assert not any("pencil" in label or "Overtime" in label or "Order" in label for label in labels)
    assert {row.label: row.figure for row in lines(BLANK)}["Lifted by your stamps (new followers)"] == "nobody"


@pytest.mark.parametrize(("reshared", "said"), [(6, "fulfilled"), (7, "not fulfilled")])
def test_an_order_is_fulfilled_or_not(hands: MakeHands, reshared: int, said: str) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    slip(desk, slip=replace(LEDGER, reshared=reshared), order="quiet")
    desk.run()
    assert desk.node("Order: Quiet desk")["value"] == said


def test_pages_end_at_the_button_to_the_debrief(hands: MakeHands) -> None:
    desk = hands(layout="upright", percent=200, reduced_motion=True)
    scene = slip(desk)
    desk.run(1.0)
    seen: list[str] = []
    while desk.there("Next page"):
        assert not desk.there("What it did")
        seen += [node["name"] for node in desk.tree() if "value" in node]
        desk.press("Next page")
    seen += [node["name"] for node in desk.tree() if "value" in node]
    assert seen == [row.label for row in scene.rows]
    assert desk.there("Clerk, second class")
    desk.press("First page")
    assert desk.there("Papers handled")
    assert desk.there(f"1 of {scene.pages}")
    assert desk.there("Your shift")


def test_a_figure_below_its_label_is_parted_from_the_next_by_a_hairline(hands: MakeHands) -> None:
    desk = hands(layout="upright", percent=200, reduced_motion=True)
    slip(desk)
    desk.run(1.0)
    shown = [widget for widget in desk.widgets() if isinstance(widget, SlipLine)]
    assert shown
    assert all(line.ruled for line in shown)


def test_a_name_is_not_parted_from_its_figure() -> None:
    figure = next(row.figure for row in lines(LEDGER) if row.label.startswith("Lifted"))
    _, rows = SlipLine.figures(figure, 38, 300)
    assert [row.replace("\u00a0", " ").rstrip(",") for row in rows] == [
        "Dame Commotion +114",
        "Professor Upwards +31",
        "Ottoline +3",
    ]
