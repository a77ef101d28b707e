"""Long jobs in slices: how many steps fit into a few milliseconds is learnt from the slices before."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LEAST, MOST = 20, 400_000


class Slice:
    """A share of a frame, in seconds. `steps` is what fits into it, as far as is known."""

    def __init__(self, seconds: float, steps: int = 200) -> None:
        self.seconds = seconds
        self.steps = steps

    def run(self, work: Callable[[int], T], *, full: Callable[[], bool] = lambda: True) -> T:
        """Do `work(steps)`; learn from its time if it used all its steps (`full`) or took too long."""
        start = time.perf_counter()
        result = work(self.steps)
        took = time.perf_counter() - start
        if took > self.seconds or full():
            factor = self.seconds / max(took, 1e-6)
            self.steps = round(min(MOST, max(LEAST, self.steps * min(2.0, max(0.3, factor)))))
        return result
