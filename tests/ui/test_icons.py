"""The signs: drawings of our own that any SVG reader renders, found wherever the game runs, and told apart at 18 pixels."""

import re
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from game.ui.kit import icons
from game.ui.kit.icons import icon
from game.ui.palette import INK, THANKS_ON_WALL
from web.stage import stage

NAMES = sorted(path.stem for path in icons.folder().glob("*.svg"))
NEEDED = (
    "ignore like reshare heart arrow tick hourglass flame coat pause play lamp unfold undo mortar_board settings sound_on "
    "sound_off pencil save export import bell clock no_clock capsule dot question seal door"
).split()
ELEMENTS = {"svg", "path", "circle", "rect"}


def mask(name: str, size: int) -> pygame.Mask:
    return pygame.mask.from_surface(icon(name, size, INK).at(1.0))


def test_every_sign_that_the_game_needs_has_a_drawing() -> None:
    assert sorted(NEEDED) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sign_fills_its_square_and_stays_in_it(name: str) -> None:
    for size in (18, 24, 48):
        picture = icon(name, size, INK).at(1.0)
        assert picture.get_size() == (size, size)
        drawn = picture.get_bounding_rect(min_alpha=128)
        assert max(drawn.size) >= size * 0.54
        edge = pygame.mask.from_surface(picture, 200)
        corners = [(0, 0), (0, size - 1), (size - 1, 0), (size - 1, size - 1)]
        assert not any(edge.get_at(corner) for corner in corners)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_white_and_made_of_plain_shapes(name: str) -> None:
    text = (icons.folder() / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r"<(\w+)", text)) <= ELEMENTS
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) <= {"none", "#fff"}


def test_no_two_signs_look_alike_at_18_pixels() -> None:
    for one, other in combinations(NAMES, 2):
        first, second = mask(one, 18), mask(other, 18)
        both = first.overlap_area(second, (0, 0))
        either = first.count() + second.count() - both
        assert both < either * 0.85, (one, other)


@pytest.mark.parametrize("scale", [0.4, 1.0, 1.39, 2.0])
def test_a_sign_is_sharp_at_every_scale_and_wholly_in_its_colour(scale: float) -> None:
    sign = icon("tick", 20, THANKS_ON_WALL)
    picture = sign.at(scale)
    assert (sign.get_width(), sign.get_height()) == (20, 20)
    assert picture.get_size() == (round(20 * scale),) * 2
    seen = [picture.get_at((x, y)) for x in range(picture.get_width()) for y in range(picture.get_height())]
    assert {tuple(colour)[:3] for colour in seen if colour.a} == {THANKS_ON_WALL}
    assert max(colour.a for colour in seen) == 255


def test_a_sign_without_a_drawing_is_named_with_its_file() -> None:
    with pytest.raises(FileNotFoundError, match=r"'nothing' has no drawing: .*nothing\.svg is missing"):
        icon("nothing", 24, INK).at(1.0)


def test_the_browser_gets_every_drawing(tmp_path: Path) -> None:
    stage(tmp_path)
    assert sorted(path.stem for path in (tmp_path / "assets" / "icons").iterdir()) == NAMES
