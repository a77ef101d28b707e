"""Compiles every kernel ahead, for the types that a run uses, into the cache folder: `intray lab warm`."""

import time
from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any, get_type_hints

from game.feed import engine as feed
from game.feed.rules import Rules
from game.feed.world import World
from game.kernel import compiled
from game.kernel.calendar import Calendar, Clock
from game.lab import queues, weng

Progress = Callable[[str], None]
SMALL = 40
"""Accounts of the worlds that only lend their types."""


def quiet(_line: str) -> None:
    """Say nothing."""


def examples() -> Iterator[tuple[Callable[..., Any], dict[Any, Any]]]:
    """Every kernel that Python calls, with an example of what stands for each annotation in its signature."""
    world = feed.Engine(Rules(accounts=SMALL), 7, speed="compiled", kernels=feed.PLAIN).world  # its tables, never run
    row: dict[Any, Any] = {int: 0, float: 0.0, bool: False}
    here = {**row, World: world, Calendar: world.calendar, Clock: world.clock}
    for function in feed.PLAIN:
        yield function, here
    small = weng.Weng(SMALL, 7, form="records")
    for kernel in weng.PLAIN:
        yield kernel, {**row, weng.World: small.world}
    queue = queues.Pending(SMALL, form="records")
    held = {**row, Calendar: queue.calendar, Clock: queue.clock, queues.Waits: queue.waits}
    yield queues.PLAIN.fill, held
    yield queues.PLAIN.hold, held


def arguments(function: Callable[..., Any], example: dict[Any, Any]) -> tuple[Any, ...]:
    """What to call `function` with, by its annotations."""
    hints = get_type_hints(function)
    return tuple(example[hints[name]] for name in signature(function).parameters)


def warm(progress: Progress = quiet) -> float:
    """Compile what the cache folder lacks; returns the seconds it took. Nothing is run."""
    start = time.perf_counter()
    compiler = compiled.Compiler()
    from numba import typeof

    kind_of: Callable[[Any], Any] = typeof
    for function, example in examples():
        before = time.perf_counter()
        types = tuple(kind_of(value) for value in arguments(function, example))
        compiler.compile(function).compile(types)
        took = time.perf_counter() - before
        name = f"{function.__module__.removeprefix('game.')}.{function.__name__}"
        progress(f"{name}: {took:.1f} s")
    return time.perf_counter() - start


def is_warm() -> bool:
    """Whether there is nothing left to compile."""
    return compiled.warm(function for function, _ in examples())
