"""Would another heap be faster than the calendar's? `python -m benchmarks.heaps`: the same hold run, four ways to sift.

All of them are kernels, keep the same set of keys and give the same order; only where a key lies differs. Results and the
conclusion are in docs/benchmarks.md.
"""

import time
from collections.abc import Callable
from statistics import median
from typing import Any, Final

from game.kernel import tables
from game.kernel.calendar import Calendar, Clock, replace_first
from game.kernel.compiled import Compiler
from game.kernel.mark import kernel
from game.lab import queues
from game.lab.queues import WAIT_MASK, Waits

RUNS: Final = 5


@kernel
def binary(calendar: Calendar, clock: Clock, waits: Waits, events: int) -> None:
    """The calendar as it is: from the root down, stopping where the key fits."""
    steps = clock.steps[0]
    for number in range(steps, steps + events):
        replace_first(calendar, clock, calendar.key[0] + waits.step[number & WAIT_MASK])
    clock.steps[0] = steps + events


@kernel
def to_the_leaf(calendar: Calendar, clock: Clock, waits: Waits, events: int) -> None:
    """As heapq does it: the hole sinks to a leaf without asking, then the key rises; the choice of child has no branch."""
    keys = calendar.key
    size = clock.pending[0]
    steps = clock.steps[0]
    for number in range(steps, steps + events):
        key = keys[0] + waits.step[number & WAIT_MASK]
        place = 0
        child = 1
        while child + 1 < size:
            child += keys[child + 1] < keys[child]
            keys[place] = keys[child]
            place = child
            child = 2 * place + 1
        if child < size:
            keys[place] = keys[child]
            place = child
        while place > 0:
            parent = (place - 1) >> 1
            if keys[parent] <= key:
                break
            keys[place] = keys[parent]
            place = parent
        keys[place] = key
    clock.steps[0] = steps + events


@kernel
def no_branch(calendar: Calendar, clock: Clock, waits: Waits, events: int) -> None:
    """As the calendar, but the choice of child has no branch."""
    keys = calendar.key
    size = clock.pending[0]
    steps = clock.steps[0]
    for number in range(steps, steps + events):
        key = keys[0] + waits.step[number & WAIT_MASK]
        place = 0
        child = 1
        while child < size:
            if child + 1 < size:
                child += keys[child + 1] < keys[child]
            below = keys[child]
            if key <= below:
                break
            keys[place] = below
            place = child
            child = 2 * place + 1
        keys[place] = key
    clock.steps[0] = steps + events


@kernel
def four_wide(calendar: Calendar, clock: Clock, waits: Waits, events: int) -> None:
    """Four children to a node: half the levels, and the children lie in one or two cache lines."""
    keys = calendar.key
    size = clock.pending[0]
    steps = clock.steps[0]
    for number in range(steps, steps + events):
        key = keys[0] + waits.step[number & WAIT_MASK]
        place = 0
        child = 1
        while child < size:
            best = child
            if child + 3 < size:
                left = child + (keys[child + 1] < keys[child])
                right = child + 2 + (keys[child + 3] < keys[child + 2])
                best = right if keys[right] < keys[left] else left
            else:
                for other in range(child + 1, size):
                    if keys[other] < keys[best]:
                        best = other
            below = keys[best]
            if key <= below:
                break
            keys[place] = below
            place = best
            child = 4 * place + 1
        keys[place] = key
    clock.steps[0] = steps + events


WAYS: Final[dict[str, Callable[..., None]]] = {
    "binary (the calendar)": binary,
    "binary, no branch": no_branch,
    "binary, to the leaf": to_the_leaf,
    "four wide": four_wide,
}


def rate(way: Callable[..., None], pending: int, events: int, form: tables.Form) -> float:
    """Events per processor second (other programs disturb it less); a sorted list of keys is a heap of any width."""
    queue = queues.Pending(pending)
    calendar: Any = tables.make(Calendar, pending, form)
    clock: Any = tables.make(Clock, 1, form)
    waits: Any = tables.make(Waits, queues.WAITS, form)
    for place, key in enumerate(queue.keys()):
        calendar.key[place] = key
    for place in range(queues.WAITS):
        waits.step[place] = queue.waits.step[place]
    clock.pending[0] = pending
    way(calendar, clock, waits, 3 * events)
    rates = []
    for _ in range(RUNS):
        start = time.process_time()
        way(calendar, clock, waits, events)
        rates.append(events / (time.process_time() - start))
    return median(rates)


def main() -> None:
    """Print a line per way."""
    compiler = Compiler(cache=False)
    sizes = (1_000, 10_000, 100_000, 1_000_000)
    print(f"{'events/s':<32}" + "".join(f"{size:>12,}" for size in sizes))
    for name, way in WAYS.items():
        fast = compiler.compile(way)
        print(f"{name + ', compiled':<32}" + "".join(f"{rate(fast, size, 1_000_000, 'records'):>12,.0f}" for size in sizes))
    for name, way in WAYS.items():
        line = "".join(f"{rate(way, size, 20_000, 'lists'):>12,.0f}" for size in sizes[:-1])
        print(f"{name + ', interpreted':<32}{line}")


if __name__ == "__main__":
    main()
