"""The calendar of pending events: a binary heap of one integer key, (tick, kind, actor) packed into 63 bits.

The smallest key is the next event. Ties cannot depend on what strangers do, because nothing but tick, kind and actor
orders events. The running event stays at the root while it is handled; its handler says when it happens again, and the
loop then replaces the root in one pass down the heap, instead of a pop and a push.
"""

from typing import Final, NamedTuple

from game.kernel.mark import kernel
from game.kernel.tables import Int64

ACTOR_BITS: Final = 26
KIND_BITS: Final = 6
TICK_SHIFT: Final = ACTOR_BITS + KIND_BITS
ACTOR_MASK: Final = (1 << ACTOR_BITS) - 1
KIND_MASK: Final = (1 << KIND_BITS) - 1
NEVER: Final = 0
"""What a handler returns when its event does not happen again."""


class Calendar(NamedTuple):
    """Heap of keys; cells beyond `Clock.pending` are meaningless."""

    key: Int64


class Clock(NamedTuple):
    """One row: where the machine stands."""

    tick: Int64  # tick of the last event handled
    pending: Int64  # events in the calendar
    logged: Int64  # rows in the log
    steps: Int64  # events handled since the world began


@kernel
def pack(tick: int, kind: int, actor: int) -> int:
    """The key of an event; tick below 2**31, kind below 64, actor below 2**26."""
    return (tick << TICK_SHIFT) | (kind << ACTOR_BITS) | actor


@kernel
def tick_of(key: int) -> int:
    """The tick of a key."""
    return key >> TICK_SHIFT


@kernel
def kind_of(key: int) -> int:
    """The kind of a key."""
    return (key >> ACTOR_BITS) & KIND_MASK


@kernel
def actor_of(key: int) -> int:
    """The actor of a key."""
    return key & ACTOR_MASK


@kernel
def push(calendar: Calendar, clock: Clock, tick: int, kind: int, actor: int) -> None:
    """Schedule an event; the caller guarantees a free cell (`feed.engine` keeps room)."""
    keys = calendar.key
    key = pack(tick, kind, actor)
    place = clock.pending[0]
    clock.pending[0] = place + 1
    while place > 0:
        parent = (place - 1) >> 1
        above = keys[parent]
        if above <= key:
            break
        keys[place] = above
        place = parent
    keys[place] = key


@kernel
def replace_first(calendar: Calendar, clock: Clock, key: int) -> None:
    """Put `key` in the place of the first event."""
    keys = calendar.key
    size = clock.pending[0]
    place = 0
    child = 1
    while child < size:
        below = keys[child]
        other = child + 1
        if other < size and keys[other] < below:
            below = keys[other]
            child = other
        if key <= below:
            break
        keys[place] = below
        place = child
        child = 2 * place + 1
    keys[place] = key


@kernel
def drop_first(calendar: Calendar, clock: Clock) -> None:
    """Remove the first event of a calendar that holds at least one."""
    last = clock.pending[0] - 1
    clock.pending[0] = last
    if last > 0:
        replace_first(calendar, clock, calendar.key[last])
