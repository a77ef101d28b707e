"""Events become intents in the picture's own pixels, each once."""

from typing import Any

import pygame
import pytest

from game.port import Place
from game.ui.gateway import Away, Close, Gateway, Key, Resize, Tap

GATE = Gateway(Place(100.0, 0.0, 2.0), (1480, 1440))


def event(kind: int, **fields: Any) -> pygame.event.Event:  # noqa: ANN401 - pygame's own fields
    return pygame.event.Event(kind, **fields)


def test_a_click_is_mapped_through_the_letterbox() -> None:
    assert GATE.intents([event(pygame.MOUSEBUTTONDOWN, button=1, pos=(300, 50))]) == [Tap(100, 25)]


def test_a_finger_counts_once() -> None:
    pygame.display.init()
    both = [
        event(pygame.FINGERDOWN, x=0.5, y=0.5),
        event(pygame.MOUSEBUTTONDOWN, button=1, pos=(740, 720), touch=True),
    ]
    assert GATE.intents(both) == [Tap(320, 360)]


@pytest.mark.parametrize(
    ("code", "typed", "name"),
    [
        (pygame.K_a, "a", "a"),
        (pygame.K_RETURN, "\r", "return"),
        (pygame.K_KP_ENTER, "\r", "return"),
        (pygame.K_EQUALS, "+", "+"),
        (pygame.K_EQUALS, "=", "+"),
        (pygame.K_MINUS, "-", "-"),
        (pygame.K_SPACE, " ", "space"),
        (pygame.K_LEFT, "", "left"),
    ],
)
def test_keys_have_names(code: int, typed: str, name: str) -> None:
    pygame.display.init()
    assert GATE.intents([event(pygame.KEYDOWN, key=code, unicode=typed, mod=0)]) == [Key(name)]


def test_tab_with_shift_goes_back() -> None:
    assert GATE.intents([event(pygame.KEYDOWN, key=pygame.K_TAB, unicode="", mod=pygame.KMOD_LSHIFT)]) == [Key("back tab")]


def test_the_window_has_its_own_intents_and_the_rest_is_dropped() -> None:
    given = [
        event(pygame.WINDOWFOCUSLOST),
        event(pygame.WINDOWRESIZED, x=800, y=600),
        event(pygame.MOUSEMOTION, pos=(1, 1), rel=(0, 0), buttons=(0, 0, 0)),
        event(pygame.MOUSEBUTTONDOWN, button=3, pos=(1, 1)),
        event(pygame.QUIT),
    ]
    assert GATE.intents(given) == [Away(), Resize(800, 600), Close()]
