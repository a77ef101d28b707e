"""All benchmarks in one run: `intray lab bench`. Rates are medians of timed slices, and ratios to peers run beside them."""

import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from game.feed import engine as feed
from game.lab import memory, queues, rates, warm, weng, window
from game.lab.rows import Mode, Row, Slices, with_ratios

Progress = Callable[[str], None]
ONE_RUN_ABOVE: Final = 100_000
"""Accounts or pending events above which interpreted code is run once only."""
SIMPY_PROCESSES: Final = 1_000


class Plan(NamedTuple):
    """How much is measured."""

    runs: int
    pending: tuple[int, ...]
    accounts: tuple[int, ...]  # sizes of the worlds
    events: dict[Mode, int]  # in a timed run of a queue
    weng_steps: dict[Mode, int]
    full_steps: dict[Mode, int]
    full_age: int  # ticks that the full model runs before it is timed
    memory_accounts: int
    starts: int
    frames: int
    least: float  # seconds that a timed run lasts at least


HALF_A_DAY: Final = 43_200
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
WHOLE: Final = Plan(
    5, (1_000, 100_000, 1_000_000), SIZES, {"plain": 100_000, "compiled": 1_000_000},
    {"plain": 50_000, "compiled": 1_000_000}, {"plain": 20_000, "compiled": 200_000}, HALF_A_DAY, 100_000, 5, 2_400, 0.25,
)  # fmt: skip
QUICK: Final = Plan(
    3, (1_000, 100_000, 1_000_000), SIZES[:2], {"plain": 30_000, "compiled": 200_000},
    {"plain": 15_000, "compiled": 300_000}, {"plain": 5_000, "compiled": 60_000}, HALF_A_DAY, 10_000, 1, 300, 0.0,
)  # fmt: skip


class Fast(NamedTuple):
    """Compiled kernels of all that is measured; None where numba is missing."""

    feed: feed.Kernels
    weng: weng.Kernels
    queues: queues.Kernels


def measure(*, quick: bool, progress: Progress = warm.quiet) -> dict[str, Any]:
    """Measure everything; `rows` as in docs/benchmarks.md, the rest beside it. Compiles first what is not compiled."""
    plan = QUICK if quick else WHOLE
    fast = _fast(progress)
    start = time.perf_counter()
    rows: list[Row] = []
    for row in _rows(plan, fast):
        rows.append(replace(row, quick=quick))
        progress(f"{row.name:<9} {row.mode:<9} {row.accounts:>9,}  {row.rate:>12,.0f} {row.unit}")
    result: dict[str, Any] = {"rows": [row.plain() for row in with_ratios(rows)]}
    progress("memory")
    result["memory"] = memory.bytes_per_account(plan.memory_accounts, fast.feed, plan.full_age)
    progress("the window")
    result["first_frame"] = _window(lambda: window.first_frame(plan.starts))
    result["frames"] = _window(lambda: window.frames(plan.frames))
    result["machine"] = machine()
    result["quick"] = quick
    result["seconds"] = round(time.perf_counter() - start, 1)
    return result


def _fast(progress: Progress) -> Fast:
    """Compiled kernels, ready to be timed; raises `NotInstalled` without numba."""
    if not warm.is_warm():
        progress("kernels are not compiled yet: compiling first, about a minute; timing starts after it")
    warm.warm()
    return Fast(feed.compiled_kernels(), weng.compiled_kernels(), queues.compiled_kernels())


def _rows(plan: Plan, fast: Fast) -> Iterator[Row]:
    yield from _queue_rows(plan, fast)
    for accounts in plan.accounts:
        yield from _weng_rows(plan, fast, accounts)
    for accounts in plan.accounts:
        yield from _full_rows(plan, fast, accounts)


def _slices(plan: Plan, steps: dict[Mode, int], mode: Mode, size: int) -> Slices:
    runs = 1 if mode == "plain" and size > ONE_RUN_ABOVE else plan.runs
    return Slices(steps[mode], runs, plan.least)


def _queue_rows(plan: Plan, fast: Fast) -> Iterator[Row]:
    """Simpy, then the heapq floor and the calendar at every number pending."""
    slices = _slices(plan, plan.events, "plain", SIMPY_PROCESSES)
    yield queues.simpy_rate(SIMPY_PROCESSES, slices).row("simpy", SIMPY_PROCESSES, "plain", "events/s")
    for pending in plan.pending:
        slices = _slices(plan, plan.events, "plain", pending)
        yield queues.heapq_rate(pending, slices).row("heapq", pending, "plain", "events/s")
        plain = queues.calendar_rate(pending, slices, queues.PLAIN, "lists")
        yield plain.row("calendar", pending, "plain", "events/s")
        slices = _slices(plan, plan.events, "compiled", pending)
        compiled = queues.calendar_rate(pending, slices, fast.queues, "records")
        yield compiled.row("calendar", pending, "compiled", "events/s")


def _weng_rows(plan: Plan, fast: Fast, accounts: int) -> Iterator[Row]:
    """The reduced scenario in both modes, from the same state."""
    world = rates.weng_world(accounts, fast.weng, 4)
    slices = _slices(plan, plan.weng_steps, "plain", accounts)
    plain = world.moved(weng.PLAIN, "lists")
    yield rates.weng_rate(plain, slices).row("weng", accounts, "plain", "trays/s")
    slices = _slices(plan, plan.weng_steps, "compiled", accounts)
    yield rates.weng_rate(world, slices).row("weng", accounts, "compiled", "trays/s")


def _full_rows(plan: Plan, fast: Fast, accounts: int) -> Iterator[Row]:
    """The full base model in both modes, from the same state."""
    engine = rates.full_world(accounts, fast.feed, plan.full_age)
    slices = _slices(plan, plan.full_steps, "plain", accounts)
    yield rates.full_rate(rates.interpreted(engine), slices).row("full", accounts, "plain", "trays/s")
    slices = _slices(plan, plan.full_steps, "compiled", accounts)
    yield rates.full_rate(engine, slices).row("full", accounts, "compiled", "trays/s")


def _window(measured: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A measurement of the window, or why there is none."""
    try:
        return measured()
    except window.WindowFailed as error:
        return {"failed": str(error)}


def machine() -> dict[str, Any]:
    """What this ran on, and the versions that matter."""
    names = ("numpy", "numba", "llvmlite", "simpy", "pygame-ce")
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in names},
        "load": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
    }


def _processor() -> str:
    """The processor's name, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    if sys.platform == "linux" and told.exists():
        for line in told.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
