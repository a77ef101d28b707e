"""Things to set: sliders, switches, options that exclude each other, rows of a list."""

from itertools import pairwise

import pygame
import pytest

from game.port import Place
from game.ui.box import Box
from game.ui.kit.base import Widget
from game.ui.kit.choices import Choices, Option
from game.ui.kit.grounds import Ground
from game.ui.kit.rows import ListRow, Toggle
from game.ui.kit.slider import Slider
from game.ui.layout import TARGET
from game.ui.palette import INK, LAMP, PAPER
from game.ui.tree import at, named, nodes, pressable
from tests.ui.painted import colours, drawn_box, picture

WORDS = ("Brisk", "Steady", "Slow")
ROOMS = [(18, 560), (16, 366), (27, 366), (36, 720), (36, 366)]
GROUNDS: list[Ground] = ["paper", "wall"]


def slider(share: int, size: int = 18, room: int = 400, ground: Ground = "paper") -> Slider:
    box = Box(20, 10, room, Slider.height("Sound", f"{share} %", size, room))
    return Slider(box, "Sound", action="sound", value=f"{share} %", share=share, size=size, ground=ground)


def toggle(size: int, room: int, ground: Ground = "paper", *, lit: bool) -> Toggle:
    value = "on" if lit else "off"
    box = Box(20, 10, room, Toggle.height("Clock on the wall", value, size, room))
    return Toggle(box, "Clock on the wall", action="clock", value=value, lit=lit, size=size, ground=ground)


def row(size: int, room: int, ground: Ground = "paper") -> ListRow:
    box = Box(20, 10, room, ListRow.height("Unfold the card", "Space", size, room, sign="unfold", cap=True))
    return ListRow(box, "Unfold the card", value="Space", sign="unfold", cap=True, size=size, ground=ground)


def choices(size: int = 18, room: int = 560, chosen: str = "steady", ground: Ground = "paper") -> Choices:
    box = Box(20, 10, room, Choices.height(WORDS, size, room))
    return Choices(box, "Pace", tuple(Option(word, word.lower()) for word in WORDS), chosen, size, ground)


@pytest.mark.parametrize(("share", "left", "right"), [(0, 0, 10), (37, 30, 40), (40, 30, 50), (95, 90, 100), (100, 90, 100)])
def test_a_slider_goes_from_step_to_step_and_stops_at_its_ends(share: int, left: int, right: int) -> None:
    assert slider(share).stepped("left") == left
    assert slider(share).stepped("right") == right


def test_a_tap_on_the_rail_means_the_share_under_it() -> None:
    shares = [slider(50).share_at(x) for x in range(0, 500, 4)]
    assert shares == sorted(shares)
    assert set(shares) == set(range(0, 101, 10))
    assert shares[0] == 0
    assert shares[-1] == 100
    assert slider(0).share_at(slider(0).box.centre[0]) == 50


def test_the_knob_of_a_slider_moves_with_its_share() -> None:
    def knob(share: int) -> int:
        surface = picture(slider(share))
        lit = [x for x in range(surface.get_width()) if tuple(surface.get_at((x, surface.get_height() - 16)))[:3] == LAMP]
        return lit[len(lit) // 2]

    places = [knob(share) for share in range(0, 101, 20)]
    assert all(after > before for before, after in pairwise(places))
    assert [slider(0).share_at(place + slider(0).box.x) for place in places] == list(range(0, 101, 20))


def test_a_switch_looks_different_when_it_is_on_even_without_its_word() -> None:
    surfaces = [picture(toggle(18, 400, lit=lit)) for lit in (True, False)]
    pill = pygame.Rect(surfaces[0].get_width() - 60, 0, 60, 40)
    on, off = (surface.subsurface(pill) for surface in surfaces)
    assert LAMP in colours(on)
    assert LAMP not in colours(off)
    assert pygame.image.tobytes(on, "RGBA") != pygame.image.tobytes(off, "RGBA")


def test_options_are_radio_buttons_of_which_one_is_chosen() -> None:
    segments = choices(chosen="slow").widgets()
    assert [segment.role for segment in segments] == ["radio"] * 3
    assert [segment.value for segment in segments] == ["", "", "chosen"]
    assert [segment.action for segment in segments] == ["brisk", "steady", "slow"]
    assert pressable(segments) == segments
    found = named(segments, "Pace: Steady")
    assert found is not None
    assert at(segments, *found.box.centre) == found


@pytest.mark.parametrize(("size", "room"), ROOMS, ids=str)
def test_options_fill_their_box_touch_and_never_overlap(size: int, room: int) -> None:
    laid = choices(size, room)
    boxes = laid.boxes()
    assert all(box.within(laid.box) and min(box.w, box.h) >= TARGET for box in boxes)
    assert sum(box.w * box.h for box in boxes) == laid.box.w * laid.box.h
    for one, other in pairwise(boxes):
        assert not one.meets(other)
        assert other.x == one.right or other.y == one.bottom


def test_options_lie_below_each_other_only_where_they_must() -> None:
    assert len({box.y for box in choices(18, 560).boxes()}) == 1
    assert len({box.y for box in choices(36, 366).boxes()}) == 3


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(("size", "room"), ROOMS, ids=str)
def test_everything_to_set_stays_in_its_box_and_can_be_hit_by_a_finger(size: int, room: int, ground: Ground) -> None:
    things: list[Widget] = [
        slider(0, size, room, ground),
        slider(100, size, room, ground),
        toggle(size, room, ground, lit=True),
        toggle(size, room, ground, lit=False),
        row(size, room, ground),
        *choices(size, room, ground=ground).widgets(),
    ]
    for thing in things:
        assert drawn_box(thing).within(thing.box), thing
        assert thing.box.h >= TARGET
    inks = [colours(picture(thing)) for thing in things]
    assert all((INK if ground == "paper" else PAPER) in ink for ink in inks)


def test_the_tree_says_what_is_set() -> None:
    written = nodes([slider(40), toggle(18, 400, lit=True)], Place(0, 0, 1))
    assert [(node["role"], node["name"], node["value"]) for node in written] == [
        ("slider", "Sound", "40 %"),
        ("switch", "Clock on the wall", "on"),
    ]
    assert all(node["pressable"] for node in written)
