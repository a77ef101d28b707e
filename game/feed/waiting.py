"""Waiting: from a rate per day and one draw to the tick at which something happens next."""

from game.kernel.calendar import NEVER
from game.kernel.exact import exponential
from game.kernel.mark import kernel

DAY = 86_400.0
LONGEST = 3650.0  # days; nobody waits longer, so that ticks stay within 31 bits


@kernel
def next_time(tick: int, rate: float, luck: float) -> int:
    """The next event of a Poisson process with `rate` per day, after `tick`; NEVER at a rate of 0."""
    if rate <= 0.0:
        return NEVER
    wait = exponential(luck) / rate
    return tick + 1 + int((wait if wait < LONGEST else LONGEST) * DAY)
