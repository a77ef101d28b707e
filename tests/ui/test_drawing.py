"""Drawing changes nothing, and drawing only what changed gives the same picture as drawing everything."""

from pathlib import Path

import pygame
import pytest

from game.port import Viewport
from game.port.desktop import Desktop
from game.ui.box import Box
from game.ui.kit.painter import Painter
from game.ui.kit.plain import Panel, Words
from game.ui.screen import Screen
from game.ui.sheet import Sheet
from tests.ui.conftest import MakeHands


def state_of(scene: object) -> dict[str, str]:
    """Everything a scene and its helpers hold, in words; objects that say nothing of themselves are opened."""
    found: dict[str, str] = {}
    for name, value in vars(scene).items():
        if name in {"play", "traffic", "room"}:
            found |= {f"{name}.{inner}": repr(held) for inner, held in vars(value).items()}
        else:
            found[name] = repr(value)
    return found


def test_drawing_changes_neither_scene_nor_world(hands: MakeHands) -> None:
    desk = hands().to_desk()
    desk.press("Reshare")
    desk.run(3.2)
    scene = desk.app.scene
    digest = scene.play.session.digest()  # type: ignore[attr-defined]
    before = state_of(scene)
    surface = Sheet(pygame.Surface(desk.app.screen.canvas.get_size()))
    for _ in range(3):
        scene.draw(surface)
    assert state_of(scene) == before
    assert scene.play.session.digest() == digest  # type: ignore[attr-defined]


@pytest.mark.parametrize("window", [(1920, 1080), (1000, 700), (1111, 999), (585, 1266)], ids=str)
def test_the_picture_after_many_frames_is_the_picture_drawn_at_once(hands: MakeHands, window: tuple[int, int]) -> None:
    desk = hands().to_desk()
    pygame.display.set_mode(window)
    desk.post(pygame.WINDOWRESIZED, x=window[0], y=window[1])
    for key in ("d", "w", "s", "z", "a", "d"):
        desk.key(key)
        desk.run(1.1)
        shown = desk.app.screen.canvas
        whole = pygame.Surface(shown.get_size())
        sheet = desk.app.screen.sheet
        desk.app.scene.draw(Sheet(whole, sheet.scale, keys=sheet.keys))
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(whole, "RGB")


def test_a_large_window_is_drawn_in_its_own_pixels(hands: MakeHands) -> None:
    desk = hands().to_desk()
    pygame.display.set_mode((1920, 1200))
    desk.post(pygame.WINDOWRESIZED, x=1920, y=1200)
    assert desk.app.screen.canvas.get_size() == (1920, 1080)
    assert desk.app.screen.canvas.get_offset() == (0, 60)
    before = desk.state["stamped"]
    desk.click("Like")
    assert desk.state["stamped"] == before + 1


@pytest.mark.parametrize("window", [(120, 40), (16, 200), (1, 1)], ids=str)
def test_a_window_can_be_tiny_for_a_while(hands: MakeHands, window: tuple[int, int]) -> None:
    desk = hands().to_desk()
    for size in (window, (1280, 720)):
        pygame.display.set_mode(size)
        desk.post(pygame.WINDOWRESIZED, x=size[0], y=size[1])
        desk.press("Pause")
        desk.press("Back to the desk")
        assert desk.scene == "desk"


@pytest.mark.parametrize(("density", "wanted"), [(1.0, (390, 844)), (2.0, (780, 1688)), (3.0, (985, 2132))])
def test_a_page_gets_the_pixels_of_its_display_up_to_a_limit(tmp_path: Path, density: float, wanted: tuple[int, int]) -> None:
    class Phone(Desktop):
        def viewport(self) -> Viewport:
            return Viewport(390, 844)

        def density(self) -> float:
            return density

    screen = Screen(Phone(tmp_path), 100)
    assert screen.canvas.get_size() == wanted
    assert screen.layout.size == (390, 844)


def test_an_unchanged_view_draws_nothing() -> None:
    pygame.display.init()
    canvas = Sheet(pygame.Surface((200, 100)))
    painter = Painter()
    widgets = [Panel(Box(0, 0, 200, 100)), Words(Box(10, 10, 180, 30), "a word")]
    assert painter.show(canvas, widgets)
    assert painter.show(canvas, list(widgets)) == []
    moved = [widgets[0], Words(Box(10, 50, 180, 30), "a word")]
    assert len(painter.show(canvas, moved)) == 2
