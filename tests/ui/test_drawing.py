"""Drawing changes nothing, and drawing only what changed gives the same picture as drawing everything."""

import pygame

from game.ui.box import Box
from game.ui.kit.painter import Painter
from game.ui.kit.plain import Panel, Words
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
    surface = pygame.Surface(desk.app.screen.canvas.get_size())
    for _ in range(3):
        scene.draw(surface)
    assert state_of(scene) == before
    assert scene.play.session.digest() == digest  # type: ignore[attr-defined]


def test_the_picture_after_many_frames_is_the_picture_drawn_at_once(hands: MakeHands) -> None:
    desk = hands().to_desk()
    for key in ("d", "w", "s", "z", "a", "d"):
        desk.key(key)
        desk.run(1.1)
        whole = pygame.Surface(desk.app.screen.canvas.get_size())
        desk.app.scene.draw(whole)
        shown = desk.app.screen.canvas
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(whole, "RGB")


def test_an_unchanged_view_draws_nothing() -> None:
    pygame.display.init()
    canvas = pygame.Surface((200, 100))
    painter = Painter()
    widgets = [Panel(Box(0, 0, 200, 100)), Words(Box(10, 10, 180, 30), "a word")]
    assert painter.show(canvas, widgets)
    assert painter.show(canvas, list(widgets)) == []
    moved = [widgets[0], Words(Box(10, 50, 180, 30), "a word")]
    assert len(painter.show(canvas, moved)) == 2
