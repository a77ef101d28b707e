"""The Top 10: printed line by line, with an ink dot where the seat's stamp is, and one line in pencil."""

from typing import Any

import pytest

from game.ui.gateway import Key, Tap
from game.ui.kit.plain import Words
from game.ui.kit.printed import InkDot, TopLine
from game.ui.scenes.payslip import PaySlip
from game.ui.scenes.topten import EVERY, STANDS, TopTen
from tests.ui.after import NOTHING, TOP, Over
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands


def printing(desk: Hands, **over: Any) -> TopTen:  # noqa: ANN401 - the fields of `Over`
    """Put a Top 10 on the screen, nothing of it printed."""
    scene = TopTen(desk.app.room, Over(**over))  # type: ignore[arg-type]
    desk.app.scene = scene
    return scene


def names(desk: Hands) -> list[str]:
    """What is in the tree."""
    return [node["name"] for node in desk.tree()]


def test_it_is_printed_line_by_line_and_what_is_not_printed_is_not_there(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    printing(desk)
    counts = []
    for _ in range(int(14 * (EVERY + 0.1) * 30)):
        desk.run()
        counts.append(sum(isinstance(widget, TopLine) for widget in desk.widgets()))
    assert counts == sorted(counts)
    assert set(counts) == set(range(1, 12))
    assert names(desk)[:2] == ["The Top 10 of the night", "Nobody wrote it."]


def test_lines_with_the_seats_stamp_have_an_ink_dot_and_say_so(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    printing(desk)
    desk.run(0.2)
    lines = [widget for widget in desk.widgets() if isinstance(widget, TopLine)]
    assert [line.mine for line in lines] == [line.mine for line in TOP.lines] + [False]
    assert ["your stamp is on it" in line.value for line in lines] == [line.mine for line in lines]
    assert desk.there("Your share: 2 stamps of 515.")
    assert any(isinstance(widget, InkDot) for widget in desk.widgets())


def test_the_best_thanked_that_did_not_make_it_is_in_pencil_with_its_readers(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    printing(desk)
    desk.run(0.2)
    (pencil,) = [widget for widget in desk.widgets() if isinstance(widget, TopLine) and widget.pencil]
    assert TOP.unlisted is not None
    assert (pencil.headline, pencil.rank) == (TOP.unlisted.headline, "")
    assert desk.there("In pencil: the best thanked that did not make it: 55 of its 56 readers thanked.")


def test_a_night_without_stamps_says_so(hands: MakeHands) -> None:
    desk = hands(reduced_motion=True)
    printing(desk, told=NOTHING)
    desk.run(0.2)
    assert desk.there("Nobody stamped anything.")
    assert not any(isinstance(widget, TopLine) for widget in desk.widgets())


@pytest.mark.parametrize("intent", [Key("space"), Key("return"), Tap(3, 3)], ids=str)
def test_any_key_or_tap_prints_all_and_the_next_enter_goes_on(hands: MakeHands, intent: Key | Tap) -> None:
    desk = hands(layout="wide")
    scene = printing(desk)
    desk.run(0.5)
    desk.app.take(intent)
    assert scene.state()["printed"]
    assert desk.app.scene is scene
    desk.key("return")
    assert desk.scene == PaySlip.name


def test_muting_prints_nothing(hands: MakeHands) -> None:
    desk = hands(layout="wide")
    scene = printing(desk)
    desk.app.take(Key("m"))
    assert not scene.state()["printed"]


def test_it_goes_on_by_itself_but_without_a_clock_it_waits(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    printing(desk, calm=True)
    desk.run(STANDS + 3.0)
    assert desk.scene == "topten"
    printing(desk)
    desk.run(STANDS + 1.0)
    assert desk.scene == "payslip"


def test_large_letters_take_pages_and_every_line_is_on_one(hands: MakeHands) -> None:
    desk = hands(layout="upright", percent=200, reduced_motion=True)
    scene = printing(desk)
    seen: list[str] = []
    while desk.app.scene is scene:
        desk.run(0.2)
        seen += [widget.name for widget in desk.widgets() if isinstance(widget, TopLine)]
        desk.key("return")
    assert TOP.unlisted is not None
    assert seen == [*(f"{rank}. {line.headline}" for rank, line in enumerate(TOP.lines, start=1)), TOP.unlisted.headline]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("shape", ["wide", "upright"])
def test_no_page_begins_blank(hands: MakeHands, shape: str, percent: int) -> None:
    desk = hands(layout=shape, percent=percent)
    scene = printing(desk)
    first = [widget.name for widget in scene.widgets()]
    assert "The Top 10 of the night" in first
    assert f"1. {TOP.lines[0].headline}" in first
    for page in range(1, scene.pages):
        while scene.state()["page"] < page:
            scene.press("on")
        assert [widget for widget in scene.widgets() if isinstance(widget, TopLine | Words)], page


def test_with_reduced_motion_the_first_picture_has_all_of_it(hands: MakeHands) -> None:
    desk = hands(layout="wide", reduced_motion=True)
    assert sum(isinstance(widget, TopLine) for widget in printing(desk).widgets()) == 11
