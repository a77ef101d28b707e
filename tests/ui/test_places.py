"""Every scene in both layouts at every text size: nothing that can be pressed overlaps or is too small, no text is cut."""

from collections.abc import Iterator
from itertools import combinations

import pygame
import pytest

from game.ui import text
from game.ui.box import Box
from game.ui.fonts import Weight, font
from game.ui.kit import plain
from game.ui.kit.base import Widget, forget_pictures
from game.ui.kit.icons import icon
from game.ui.kit.stamps import Stamp
from game.ui.layout import PERCENTS, TARGET, shape_for
from game.ui.scenes.error import Jam
from game.ui.tree import active, pressable
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands
from tests.ui.painted import drawn_box

SHAPES = ("wide", "upright")
HOLDERS = ("Panel", "Strip", "CardFace", "Scrim", "Backdrop", "FocusRing", "CardBack")
"""Things that other things lie on."""

Moment = tuple[str, list[Widget]]


def moments(desk: Hands) -> Iterator[Moment]:
    """Walk through the whole game and stop at every scene and dialog."""
    desk.run(0.1)
    yield "title", desk.widgets()
    yield from sheets(desk)
    desk.key("return")
    yield "waiting", desk.widgets()
    desk.until(lambda: desk.scene == "desk" and bool(desk.state["card"]))
    yield "folded", desk.widgets()
    for _ in range(5):
        desk.key("w")
        yield "unfolded", desk.widgets()
    desk.key("d")
    desk.run(0.5)
    yield "stamped", desk.widgets()
    desk.run(9.0)
    yield "sent", desk.widgets()
    desk.key("p")
    yield "paused", desk.widgets()
    desk.key("p")
    desk.key("q")
    yield "leaving", desk.widgets()
    desk.key("h")
    yield "night", desk.widgets()
    desk.until(lambda: desk.scene == "topten" and bool(desk.state["printed"]))
    yield "top 10", desk.widgets()
    desk.until(lambda: desk.scene == "payslip")
    desk.run(9.0)
    for page in range(6):
        yield f"pay slip {page}", desk.widgets()
        if desk.there("Next page"):
            desk.press("Next page")
    desk.app.scene = Jam(desk.app.room, "ValueError: " + "a long account of what went wrong " * 6)
    yield "error", desk.widgets()


def sheets(desk: Hands) -> Iterator[Moment]:
    """Open the settings and the keys, turn all their pages, ask for a key, and go back."""
    desk.key("o")
    for page in range(4):
        yield f"settings {page}", desk.widgets()
        if desk.there("More"):
            desk.press("More")
    while not any(widget.action == "keys" for widget in desk.widgets()):
        desk.press("More")
    desk.click("Keys")
    for page in range(2):
        yield f"keys {page}", desk.widgets()
        if desk.there("More"):
            desk.press("More")
    desk.click("Ignore")
    yield "asking", desk.widgets()
    desk.key("f5")
    yield "refused", desk.widgets()
    desk.key("s")
    yield "swapped", desk.widgets()
    desk.click("Like")
    desk.key("s")
    desk.press("Back")
    desk.press("Back")


@pytest.fixture(params=[(shape, percent) for shape in SHAPES for percent in PERCENTS], ids=str)
def desk(request: pytest.FixtureRequest, hands: MakeHands) -> Hands:
    """Hands at a desk of every shape and text size."""
    shape, percent = request.param
    return hands(layout=shape, percent=percent)


def test_targets_are_apart_large_enough_and_on_the_picture(desk: Hands) -> None:
    for moment, widgets in moments(desk):
        canvas = Box(0, 0, *desk.app.screen.canvas.get_size())
        targets = pressable(widgets)
        assert targets or moment == "waiting"
        for target in targets:
            least = 64 if isinstance(target, Stamp) else TARGET
            assert min(target.box.w, target.box.h) >= least, (moment, target)
            assert target.box.within(canvas), (moment, target)
        for one, other in combinations(targets, 2):
            assert not one.box.meets(other.box), (moment, one.name, other.name)


def test_what_is_named_lies_beside_each_other(desk: Hands) -> None:
    for moment, widgets in moments(desk):
        things = [widget for widget in active(widgets) if type(widget).__name__ not in HOLDERS]
        for one, other in combinations(things, 2):
            assert not one.box.meets(other.box), (moment, one.name, one.box, other.name, other.box)


def test_nothing_is_drawn_outside_its_place(desk: Hands) -> None:
    looked: set[Widget] = set()
    for moment, widgets in moments(desk):
        canvas = Box(0, 0, *desk.app.screen.canvas.get_size())
        for widget in widgets:
            if widget in looked or type(widget).__name__ in {"Backdrop", "Scrim"}:
                continue
            looked.add(widget)
            drawn = drawn_box(widget)
            assert drawn.within(widget.covers()), (moment, widget.name, drawn, widget.covers())
            if widget.name:
                assert widget.box.within(canvas), (moment, widget.name, widget.box)


def test_no_letter_is_below_18_pixels_on_the_wide_desk(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: set[int] = set()

    def noting(weight: Weight, size: int) -> pygame.font.Font:
        sizes.add(size)
        return font(weight, size)

    monkeypatch.setattr(text, "font", noting)
    for cache in (text.drawn, text.width, text.wrap, text.cut):
        cache.cache_clear()
    forget_pictures()
    for _ in moments(hands(layout="wide")):
        pass
    assert sizes
    assert min(sizes) >= plain.LEAST_SIZE


def test_the_stamps_differ_in_shape_colour_key_and_place(hands: MakeHands) -> None:
    desk = hands().to_desk()
    stamps = [widget for widget in desk.widgets() if isinstance(widget, Stamp)]
    assert len({stamp.key for stamp in stamps}) == 3
    assert len({stamp.box for stamp in stamps}) == 3
    shapes = {pygame.mask.from_surface(icon(stamp.action, 48, (0, 0, 0)).at(1.0)).count() for stamp in stamps}
    assert len(shapes) == 3


def test_the_text_size_changes_by_plus_and_minus_and_is_kept(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.key("+")
    assert desk.app.room.layout.percent == 150
    desk.key("+")
    assert desk.app.room.layout.percent == 200
    desk.key("-")
    assert hands().app.room.layout.percent == 150


def test_a_window_that_is_turned_gets_the_other_layout(hands: MakeHands) -> None:
    desk = hands().to_desk()
    pygame.display.set_mode((600, 1000))
    desk.post(pygame.WINDOWRESIZED, x=600, y=1000)
    assert desk.app.room.layout.shape == "upright"
    before = desk.state["stamped"]
    desk.click("Ignore")
    assert desk.state["stamped"] == before + 1
    assert shape_for(1000, 600) == "wide"
