"""Agent-steps per second: the full base model with its event log on, and the reduced scenario of Weng et al.

An agent-step is one opened tray. Worlds are built and aged compiled, because that changes nothing in them, and then
measured in either mode on the same state.
"""

import time
from collections.abc import Callable
from typing import Any, Final

from game.feed.engine import PLAIN, Engine, Kernels
from game.feed.rules import Rules
from game.lab import moving, weng
from game.lab.rows import Slices, Timed, timed

SEED: Final = 7
FOREVER: Final = (1 << 31) - 1
LARGE: Final = 300_000
"""Accounts from which the interpreted full model is kept in memoryviews: as lists it would fill the memory."""


def full_world(accounts: int, kernels: Kernels, age: int, **changes: Any) -> Engine:  # noqa: ANN401 - whole numbers and fractions, by the rule's name
    """The base model with `accounts` accounts, aged by `age` ticks; its log enters the checksum and is then dropped."""
    rules = Rules(accounts=accounts, seats=0)._replace(**changes)
    engine = Engine(rules, SEED, speed="compiled", kernels=kernels, keep_log=False)
    engine.found()
    engine.run(age)
    return engine


def interpreted(engine: Engine) -> Engine:
    """The same world, interpreted."""
    return moving.moved(engine, "views" if engine.rules.accounts >= LARGE else "lists", PLAIN)


def full_rate(engine: Engine, slices: Slices, clock: Callable[[], float] = time.perf_counter) -> Timed:
    """Opened trays per second of the full model."""

    def run() -> int:
        before = int(engine.world.platform.visits[0])
        engine.run(FOREVER, slices.steps)
        return int(engine.world.platform.visits[0]) - before

    return timed(run, slices, lambda: int(engine.world.platform.impressions[0]), clock)


def weng_world(accounts: int, kernels: weng.Kernels, age: int) -> weng.Weng:
    """The reduced scenario, aged by `age` steps of everybody."""
    world = weng.Weng(accounts, SEED, kernels=kernels, form="records")
    world.run(age * accounts)
    return world


def weng_rate(world: weng.Weng, slices: Slices) -> Timed:
    """Opened trays per second of the reduced scenario; the card that is passed on counts as looked at."""
    world.make_room(slices.steps * slices.runs)

    def run() -> int:
        world.run(slices.steps)
        return slices.steps

    return timed(run, slices, lambda: world.reshares)
