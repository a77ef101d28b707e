"""One measurement as a row, and how it is taken: several timed slices of the same work, of which the median counts."""

import gc
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from statistics import median
from typing import Any, Literal, NamedTuple

Mode = Literal["plain", "compiled"]


@dataclass(frozen=True)
class Row:
    """A rate. `accounts` is the number of accounts, or of pending events for a queue; absent values are None."""

    name: str
    accounts: int
    mode: Mode
    rate: float  # units per second, the median of `runs`
    unit: str
    runs: int
    low: float  # the slowest and the fastest run: how noisy the machine was
    high: float
    impressions_per_s: float | None = None
    ratio_to_simpy: float | None = None  # rate / rate of simpy with 1,000 processes
    ratio_to_heapq: float | None = None  # rate / rate of a bare heapq with as many pending
    quick: bool = False

    def plain(self) -> dict[str, Any]:
        """The row for JSON, rounded to what can be meant."""
        rounded = {name: significant(value) if isinstance(value, float) else value for name, value in asdict(self).items()}
        if not self.quick:
            del rounded["quick"]
        return rounded


def significant(value: float) -> float:
    """`value` to four significant digits.

    >>> significant(123456.7), significant(0.0123456)
    (123500.0, 0.01235)
    """
    return float(f"{value:.4g}")


@dataclass(frozen=True)
class Timed:
    """Rates of several runs, and the share of impressions in the counted units."""

    rates: tuple[float, ...]
    impressions: float | None = None

    def row(self, name: str, accounts: int, mode: Mode, unit: str) -> Row:
        """The row of the median."""
        rate = median(self.rates)
        seen = None if self.impressions is None else self.impressions * rate
        return Row(name, accounts, mode, rate, unit, len(self.rates), min(self.rates), max(self.rates), seen)


class Slices(NamedTuple):
    """How a rate is taken: so many runs, each of so many steps at a time until it lasted at least so long."""

    steps: int
    runs: int
    least: float = 0.0  # seconds


def timed(
    run: Callable[[], float],
    slices: Slices,
    impressions: Callable[[], float] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Timed:
    """Time `run`, which does some work and returns how many units it was; `impressions` counts looks since ever."""
    rates = []
    units = 0.0
    looked = impressions() if impressions else 0.0
    gc.collect()
    gc.disable()
    try:
        for _ in range(slices.runs):
            start = clock()
            done = run()
            while clock() - start < slices.least:
                done += run()
            rates.append(done / (clock() - start))
            units += done
    finally:
        gc.enable()
    return Timed(tuple(rates), (impressions() - looked) / units if impressions and units else None)


def with_ratios(rows: list[Row]) -> list[Row]:
    """The rows with their ratios to simpy and to the heapq floor of the same run."""
    simpy = next((row.rate for row in rows if row.name == "simpy"), None)
    floors = {row.accounts: row.rate for row in rows if row.name == "heapq"}
    return [
        replace(
            row,
            ratio_to_simpy=row.rate / simpy if simpy else None,
            ratio_to_heapq=row.rate / floors[row.accounts] if row.name == "calendar" and row.accounts in floors else None,
        )
        for row in rows
    ]
