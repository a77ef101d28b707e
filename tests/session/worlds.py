"""The worlds the session's tests play in: a small one that is ready in a moment, and the level itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

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


TEN: Final[dict[str, int | Mix]] = {
    "cards": 10, "mix": Mix(3, 5, 2), "overtime_cards": 2, "least_handled": 7, "popular_followers": 3, "closed_door": 1,
    "open_window": 7,
}  # fmt: skip
"""A shift of ten papers, and what a short shift asks for."""


def short(level: Scenario) -> Scenario:
    """A level with ten papers and no lesson; of its beats those that come before the bell."""
    shift = replace(level.shift, **TEN)  # type: ignore[arg-type]
    bell = shift.cards * getattr(shift.paces, shift.pace)
    return replace(level, shift=shift, lesson=(), schedule=tuple(beat for beat in level.schedule if beat.at < bell))


def soon(level: Scenario, **rules: float) -> Scenario:
    """A level with 300 accounts, half a day old, and a night of four hours; `rules` change the world."""
    shift = replace(level.shift, burn_in_days=0.5, night_hours=4.0)
    return replace(level, world={**level.world, "accounts": 300, **rules}, shift=shift)


def small(**rules: float) -> Scenario:
    """A shift of ten papers in a small world."""
    return soon(short(the_tray()), **rules)


def taught(**rules: float) -> Scenario:
    """The lesson of the level, and then ten papers, in a small world."""
    return replace(small(**rules), lesson=the_tray().lesson)


def forty(**rules: float) -> Scenario:
    """The whole shift of the level in a small world, without the lesson."""
    return replace(soon(the_tray(), **rules), lesson=())


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
