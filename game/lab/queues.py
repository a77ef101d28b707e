"""Event queues under the hold model: take the first event, schedule it again; the calendar, a bare heapq, simpy 4.

All three get the same waiting times (exponential, whole ticks), so that only the queue differs. The heapq floor is the
least any heapq engine can cost: one integer key, `heapreplace`, no callback.
"""

from collections.abc import Callable, Generator
from heapq import heapify, heapreplace
from typing import Any, Final, NamedTuple

from game.kernel import tables
from game.kernel.calendar import TICK_SHIFT, Calendar, Clock, pack, push, replace_first
from game.kernel.chance import draw
from game.kernel.exact import exponential
from game.kernel.mark import kernel
from game.kernel.tables import Int64
from game.lab.rows import Slices, Timed, timed

WAITS: Final = 4096  # waiting times, used round and round
WAIT_MASK: Final = WAITS - 1
MEAN: Final = 3_600.0  # ticks; a run of 500 M events with 1,000 pending still ends before the calendar's last tick
LUCK: Final = 103  # stream of chance
KIND: Final = 1


class Waits(NamedTuple):
    """Waiting times as what they add to a key."""

    step: Int64


@kernel
def fill(calendar: Calendar, clock: Clock, waits: Waits, pending: int) -> None:
    """Draw the waiting times, and schedule `pending` events."""
    for n in range(WAITS):
        waits.step[n] = (1 + int(MEAN * exponential(draw(7, LUCK, n, 0, 0)))) << TICK_SHIFT
    for actor in range(pending):
        push(calendar, clock, 1 + int(MEAN * exponential(draw(7, LUCK, actor, 1, 0))), KIND, actor)


@kernel
def hold(calendar: Calendar, clock: Clock, waits: Waits, events: int) -> None:
    """Handle `events` events, each by scheduling it again."""
    keys = calendar.key
    steps = clock.steps[0]
    for number in range(steps, steps + events):
        replace_first(calendar, clock, keys[0] + waits.step[number & WAIT_MASK])
    clock.steps[0] = steps + events


class Kernels(NamedTuple):
    """What is called from Python, interpreted as written or compiled."""

    fill: Callable[[Calendar, Clock, Waits, int], None]
    hold: Callable[[Calendar, Clock, Waits, int], None]


PLAIN: Final = Kernels(fill, hold)


def compiled_kernels() -> Kernels:
    """The same by numba; raises `kernel.compiled.NotInstalled` without it."""
    from game.kernel.compiled import Compiler

    compiler = Compiler()
    return Kernels(*(compiler.compile(function) for function in PLAIN))


class Pending:
    """A calendar with `pending` events."""

    def __init__(self, pending: int, kernels: Kernels = PLAIN, form: tables.Form = "lists") -> None:
        self.kernels = kernels
        self.calendar: Any = tables.make(Calendar, pending, form)
        self.clock: Any = tables.make(Clock, 1, form)
        self.waits: Any = tables.make(Waits, WAITS, form)
        kernels.fill(self.calendar, self.clock, self.waits, pending)

    def hold(self, events: int) -> int:
        """Handle so many events."""
        self.kernels.hold(self.calendar, self.clock, self.waits, events)
        return events

    def keys(self) -> list[int]:
        """All pending keys in order."""
        return sorted(int(key) for key in self.calendar.key)


def calendar_rate(pending: int, slices: Slices, kernels: Kernels, form: tables.Form) -> Timed:
    """Events per second of `game.kernel.calendar`."""
    queue = Pending(pending, kernels, form)
    queue.hold(2 * slices.steps)  # towards the steady state
    return timed(lambda: queue.hold(slices.steps), slices)


def waiting_times() -> list[int]:
    """The waiting times in ticks."""
    return [1 + int(MEAN * exponential(draw(7, LUCK, n, 0, 0))) for n in range(WAITS)]


def heapq_rate(pending: int, slices: Slices) -> Timed:
    """Events per second of a bare heapq."""
    steps = [wait << TICK_SHIFT for wait in waiting_times()]
    keys = [pack(1 + int(MEAN * exponential(draw(7, LUCK, actor, 1, 0))), KIND, actor) for actor in range(pending)]
    heapify(keys)

    def run() -> int:
        heap = keys
        for number in range(slices.steps):
            heapreplace(heap, heap[0] + steps[number & WAIT_MASK])
        return slices.steps

    run()
    return timed(run, slices)


def simpy_rate(processes: int, slices: Slices) -> Timed:
    """Events per second of simpy; raises ImportError without it (extra `dev`)."""
    import simpy

    waits = waiting_times()
    environment = simpy.Environment()

    def process(number: int) -> Generator[simpy.Event, None, None]:
        while True:
            yield environment.timeout(waits[number & WAIT_MASK])
            number += 1

    for number in range(processes):
        environment.process(process(number * 7))

    def run() -> int:
        for _ in range(slices.steps):
            environment.step()
        return slices.steps

    run()
    return timed(run, slices)
