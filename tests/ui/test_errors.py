"""Whatever breaks in a frame is said in plain words, with two ways on."""

import pygame
import pytest

from tests.ui.conftest import MakeHands


def test_an_exception_in_a_frame_shows_the_error_scene(hands: MakeHands) -> None:
    desk = hands(fail="frame")
    desk.run(0.3)
    assert desk.scene == "error"
    assert "asked to fail" in desk.state["error"]
    desk.press("Copy report")
    kept = desk.port.get("report") or ""
    assert "Traceback" in kept
    desk.press("Start again")
    assert desk.scene == "title"


def test_the_desk_survives_its_own_breaking(hands: MakeHands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = hands().to_desk()

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("the world has a hole")

    monkeypatch.setattr(desk.app.scene.play.session, "advance", broken)  # type: ignore[attr-defined]
    desk.run(0.2)
    assert desk.scene == "error"
    assert desk.node("Start again")["role"] == "button"


def test_closing_the_window_ends_the_loop(hands: MakeHands) -> None:
    desk = hands()
    desk.post(pygame.QUIT)
    assert not desk.app.running
