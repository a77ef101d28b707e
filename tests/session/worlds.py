"""The worlds the session's tests play in: a small one that is ready in a moment, and the level itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.scenario import Mix, Scenario
from game.scenario.load import load_level
from game.session import Seat, Session
from game.story import Words

ROOT = Path(__file__).parent.parent.parent
YOU = (Seat("you"),)
SECOND = 480  # ticks of a desk second
HOUR = 3600
LONG = 200 * SECOND
"""Ticks in which a shift of ten cards is over, bell included."""


@cache
def words() -> Words:
    return Words.from_toml((ROOT / "assets/words/en.toml").read_text(encoding="utf-8"))


@cache
def the_tray() -> Scenario:
    return load_level("the-tray", ROOT / "levels")


def small(**rules: float) -> Scenario:
    """The Tray with 300 accounts, half a day old, and a night of four hours; `rules` change the world."""
    level = the_tray()
    shift = replace(level.shift, burn_in_days=0.5, night_hours=4.0)
    return replace(level, world={**level.world, "accounts": 300, **rules}, shift=shift)


def shift_of(scenario: Scenario, **changes: float | str | Mix) -> Scenario:
    """The same level with another shift."""
    return replace(scenario, shift=replace(scenario.shift, **changes))  # type: ignore[arg-type]


_ready: dict[tuple[str, int, tuple[Seat, ...]], bytes] = {}


def opened(scenario: Scenario | None = None, seed: int = 7, seats: Sequence[Seat] = YOU) -> Session:
    """A session at the first moment of its shift."""
    level = scenario or small()
    key = (repr(level), seed, tuple(seats))
    if key not in _ready:
        session = Session.start(level, seed, seats, words=words())
        session.warm_up()
        _ready[key] = session.snapshot()
    return Session.restore(_ready[key], level, words=words())


def copy_of(session: Session) -> Session:
    """The same session once more."""
    return Session.restore(session.snapshot(), session.scenario, words=session.words)
