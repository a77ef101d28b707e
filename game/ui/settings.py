"""The settings as data: what they are, how they are kept, and how those of an older, a newer or a broken file are met."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, TypeAlias

from game.port import Port
from game.ui.keys import in_order, sane
from game.ui.layout import PERCENTS
from game.ui.words import say

VERSION = 2
KEY = "settings"
ASIDE = "settings-set-aside"
ASIDES = 99
"""So many files may lie set aside; then nothing is written over any more."""
MOST = 100
STEP = 10
"""One step of a volume."""

Pace: TypeAlias = Literal["brisk", "steady", "slow"]
PACES: tuple[Pace, ...] = ("brisk", "steady", "slow")


@dataclass(frozen=True)
class Settings:
    """What a player may choose and finds again. `reduced` None follows the system; `keys` holds what differs from the usual."""

    percent: int = PERCENTS[0]
    calm: bool = False
    pace: Pace = "steady"
    reduced: bool | None = None
    effects: int = 80
    music: int = 50
    muted: bool = False
    keys: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """Write the settings as they are kept."""
        written = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps({"version": VERSION, **written, "keys": dict(self.keys)})


PRESETS: Mapping[str, Mapping[str, Any]] = {
    "usual": {field.name: field.default for field in fields(Settings) if field.name not in {"keys", "muted"}},
    "calm": {"calm": True, "reduced": True},
    "large": {"percent": 200},
    "projector": {"percent": 150, "reduced": False, "effects": 100},
}
"""What a name sets; what it does not name stays. Keys and mute are nobody's business but the player's."""


def louder(volume: int, steps: int) -> int:
    """Give a volume so many steps up or down.

    >>> louder(80, 1), louder(80, 3), louder(5, -1)
    (90, 100, 0)
    """
    return max(0, min(MOST, volume + steps * STEP))


class Found(NamedTuple):
    """What was kept. `note` says, in words, what could not be taken over; `mine` is false if it must not be written over."""

    settings: Settings
    note: str = ""
    mine: bool = True


def find(port: Port) -> Found:
    """Read what was kept; what is newer or broken is set aside first, so that nothing is lost."""
    text = port.get(KEY)
    if text is None:
        return Found(Settings())
    settings, trouble = understood(text)
    if not trouble:
        return Found(settings)
    if not set_aside(port, text):
        return Found(settings, say("settings.stuck"), mine=False)
    port.put(KEY, settings.text())
    return Found(settings, say("settings." + trouble))


def understood(text: str) -> tuple[Settings, str]:
    """Make settings of a kept text; the second part is "", or what is wrong: "newer", "broken" or "partly"."""
    try:
        found: Any = json.loads(text)
    except (ValueError, RecursionError):
        return Settings(), "broken"
    version = found.get("version") if isinstance(found, dict) else None
    if type(version) is not int or version < 1:
        return Settings(), "broken"
    if version > VERSION:
        return Settings(), "newer"
    # Version 1 had `percent` and `calm`, as they are now; what it had not is as usual.
    known = {name: found[name] for name in CHECKS if name in found}
    good = {name: value for name, value in known.items() if CHECKS[name](value)}
    if "keys" in good:
        good["keys"] = in_order(good["keys"])
    return Settings(**good), "" if len(good) == len(known) else "partly"


def set_aside(port: Port, text: str, name: str = ASIDE) -> bool:
    """Keep a text under a name of its own, the same text only once; False if it could not be kept."""
    for key in (name, *(f"{name}-{number}" for number in range(2, ASIDES + 1))):
        lies = port.get(key)
        if lies is None or lies == text:
            return lies == text or port.put(key, text)
    return False


def _one_of(*choices: object) -> Callable[[Any], bool]:
    """Give a check that a value is one of these, of the same type."""
    return lambda value: any(type(value) is type(choice) and value == choice for choice in choices)


def _volume(value: object) -> bool:
    """Whether this is a volume."""
    return type(value) is int and 0 <= value <= MOST


def _bindings(value: object) -> bool:
    """Whether these are changes of keys."""
    return isinstance(value, dict) and all(type(key) is str for key in value.values()) and sane(value)


CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "percent": _one_of(*PERCENTS),
    "calm": _one_of(True, False),
    "pace": _one_of(*PACES),
    "reduced": _one_of(None, True, False),
    "effects": _volume,
    "music": _volume,
    "muted": _one_of(True, False),
    "keys": _bindings,
}
"""What each kept field may be."""
