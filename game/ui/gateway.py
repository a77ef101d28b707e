"""The one door for input: pygame's events of keyboard, mouse and touch become intents in the picture's own pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import pygame

from game.port import Place


@dataclass(frozen=True)
class Key:
    """A key went down: "a", "space", "return", "left", "+", ..."""

    name: str


@dataclass(frozen=True)
class Tap:
    """A mouse button or a finger went down at this place of the picture."""

    x: int
    y: int


@dataclass(frozen=True)
class Press:
    """A thing was pressed by its name, from the readable copy in the page."""

    name: str


@dataclass(frozen=True)
class Away:
    """The window lost the focus or was hidden."""


@dataclass(frozen=True)
class Close:
    """The window shall close."""


@dataclass(frozen=True)
class Resize:
    """The window has a new size in its own pixels."""

    width: int
    height: int


Intent: TypeAlias = Key | Tap | Press | Away | Close | Resize

AWAY = frozenset({pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN})
POINTERS = frozenset({pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN})
RESIZED = frozenset({pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED})


class Gateway:
    """Knows where the picture lies in the window (`place`) and how large the window is."""

    def __init__(self, place: Place, window: tuple[int, int]) -> None:
        self.place = place
        self.window = window

    def intents(self, events: Iterable[pygame.event.Event]) -> list[Intent]:
        """Translate events; those that mean nothing here are dropped."""
        found = (self._intent(event) for event in events)
        return [intent for intent in found if intent is not None]

    def _intent(self, event: pygame.event.Event) -> Intent | None:
        """Translate one event."""
        if event.type == pygame.KEYDOWN:
            return Key(key_name(event))
        if event.type in POINTERS:
            return self._pointed(event)
        if event.type in RESIZED:
            return Resize(event.x, event.y)
        if event.type in AWAY:
            return Away()
        return Close() if event.type == pygame.QUIT else None

    def _pointed(self, event: pygame.event.Event) -> Tap | None:
        """Translate a finger or a mouse button; a tap on glass comes as both, and the finger is taken."""
        if event.type == pygame.FINGERDOWN:
            return self._tap(event.x * self.window[0], event.y * self.window[1])
        if getattr(event, "touch", False) or event.button != pygame.BUTTON_LEFT:
            return None
        return self._tap(*event.pos)

    def _tap(self, x: float, y: float) -> Tap:
        """Map a point of the window to the picture."""
        return Tap(int((x - self.place.x) / self.place.scale), int((y - self.place.y) / self.place.scale))


def key_name(event: pygame.event.Event) -> str:
    """Name a key by what it types where that matters (+ and -), else by what is printed on it."""
    typed = getattr(event, "unicode", "")
    if typed in {"+", "-", "="} and typed:
        return "+" if typed == "=" else str(typed)
    name = pygame.key.name(event.key)
    if name == "tab" and getattr(event, "mod", 0) & pygame.KMOD_SHIFT:
        return "back tab"
    return {"enter": "return", "[+]": "+", "[-]": "-", "keypad enter": "return"}.get(name, name)
