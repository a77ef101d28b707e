"""The event log: a table that kernels append to and the host drains, so that nothing is lost and nothing grows inside."""

from typing import NamedTuple

from game.kernel.calendar import Clock
from game.kernel.mark import kernel
from game.kernel.tables import Int8, Int32


class Log(NamedTuple):
    """One row per event; the meaning of the columns is `feed.events.Event`'s."""

    tick: Int32
    kind: Int8
    actor: Int32
    subject: Int32
    nth: Int32
    other: Int32
    value: Int32


@kernel
def record(log: Log, clock: Clock, tick: int, kind: int, actor: int, subject: int, nth: int, other: int, value: int) -> None:
    """Append one row; the caller guarantees room (the loop stops with LOG_FULL before an event that might not fit)."""
    row = clock.logged[0]
    clock.logged[0] = row + 1
    log.tick[row] = tick
    log.kind[row] = kind
    log.actor[row] = actor
    log.subject[row] = subject
    log.nth[row] = nth
    log.other[row] = other
    log.value[row] = value
