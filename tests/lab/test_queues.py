"""The hold model: what is measured is really a calendar, and the same events in every engine."""

from heapq import heapify, heapreplace

from game.kernel.calendar import tick_of
from game.lab import queues
from game.lab.rows import Slices


def test_the_calendar_under_hold_gives_the_same_order_as_heapq() -> None:
    queue = queues.Pending(300)
    keys = queue.keys()
    heapify(keys)
    for number in range(2_000):
        heapreplace(keys, keys[0] + queue.waits.step[number & queues.WAIT_MASK])
    queue.hold(2_000)
    assert queue.keys() == sorted(keys)


def test_compiled_and_interpreted_hold_the_same_events() -> None:
    plain = queues.Pending(200)
    fast = queues.Pending(200, queues.compiled_kernels(), "records")
    assert plain.hold(1_000) == fast.hold(1_000) == 1_000
    assert plain.keys() == fast.keys()


def test_a_long_run_stays_within_the_calendar() -> None:
    queue = queues.Pending(1_000, queues.compiled_kernels(), "records")
    queue.hold(20_000_000)
    assert 0 < tick_of(queue.keys()[0]) <= tick_of(queue.keys()[-1]) < 1 << 28


def test_waiting_times_are_whole_ticks_of_the_mean_promised() -> None:
    waits = queues.waiting_times()
    assert min(waits) >= 1
    assert 0.9 * queues.MEAN < sum(waits) / len(waits) < 1.1 * queues.MEAN
    assert [tick_of(step) for step in queues.Pending(1).waits.step] == waits


def test_every_engine_gives_a_rate() -> None:
    slices = Slices(200, 2)
    for timed in (
        queues.simpy_rate(10, slices),
        queues.heapq_rate(10, slices),
        queues.calendar_rate(10, slices, queues.PLAIN, "lists"),
    ):
        assert len(timed.rates) == 2
        assert min(timed.rates) > 0
