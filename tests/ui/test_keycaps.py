"""Keys on things: printed on the wide desk, left out on a phone, where they work all the same."""

import pygame
import pytest

from game.ui.box import Box
from game.ui.kit.plain import Button, keycap
from game.ui.palette import INK
from game.ui.sheet import Sheet
from tests.ui.conftest import MakeHands

BUTTON = Button(Box(10, 10, 200, 50), "Ignore", action="ignore", key="a")
KEYLESS = Button(Box(10, 10, 200, 50), "Ignore", action="ignore")


def drawn(button: Button, *, keys: bool) -> bytes:
    """What a button leaves on a sheet that prints keys, or does not."""
    surface = Sheet(pygame.Surface((220, 70)), keys=keys)
    button.draw(surface)
    return pygame.image.tobytes(surface.surface, "RGB")


def test_a_sheet_without_keys_prints_none() -> None:
    assert drawn(BUTTON, keys=True) != drawn(KEYLESS, keys=True)
    assert drawn(BUTTON, keys=False) == drawn(KEYLESS, keys=True)


def test_no_key_takes_no_room() -> None:
    assert keycap("", 18, INK).get_width() == keycap("", 18, INK).get_height() == 0
    assert keycap("a", 18, INK).get_width() > 18


@pytest.mark.parametrize(("shape", "printed"), [("wide", True), ("upright", False)])
def test_the_phones_desk_prints_no_key_and_takes_it(hands: MakeHands, shape: str, *, printed: bool) -> None:
    desk = hands(layout=shape).to_desk()
    assert desk.app.screen.sheet.keys is printed
    before = desk.state["stamped"]
    desk.key("a")
    assert desk.state["stamped"] == before + 1
