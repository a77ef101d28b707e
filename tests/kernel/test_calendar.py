"""The calendar: whatever is pushed comes out in order, and the clock never goes back."""

from array import array
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.kernel import tables
from game.kernel.calendar import (
    Calendar,
    Clock,
    actor_of,
    drop_first,
    kind_of,
    pack,
    push,
    replace_first,
    tick_of,
)
from game.kernel.tables import Form

ROOM = 200
ticks = st.integers(1, 2**31 - 1)
kinds = st.integers(1, 63)
actors = st.integers(0, 2**26 - 1)
happenings = st.tuples(ticks, kinds, actors)
forms = pytest.mark.parametrize("form", ["lists", "views", "records"])


def empty(form: Form) -> tuple[Calendar, Clock]:
    """Give a calendar with room, and its clock."""
    return tables.make(Calendar, ROOM, form), tables.make(Clock, 1, form)


def drained(calendar: Calendar, clock: Clock) -> list[int]:
    """Take out everything, earliest first."""
    keys = []
    while clock.pending[0] > 0:
        keys.append(int(calendar.key[0]))
        drop_first(calendar, clock)
    return keys


@given(happenings)
def test_a_key_tells_its_parts(happening: tuple[int, int, int]) -> None:
    key = pack(*happening)
    assert (tick_of(key), kind_of(key), actor_of(key)) == happening
    assert 0 < key < 2**63
    assert array("q", [key])[0] == key


@forms
@given(happened=st.lists(happenings, max_size=ROOM))
def test_what_is_pushed_comes_out_sorted(form: Form, happened: list[tuple[int, int, int]]) -> None:
    calendar, clock = empty(form)
    for happening in happened:
        push(calendar, clock, *happening)
    assert clock.pending[0] == len(happened)
    assert drained(calendar, clock) == sorted(pack(*happening) for happening in happened)


@forms
@given(first=st.lists(happenings, min_size=1, max_size=30), waits=st.lists(st.integers(0, 500), max_size=60))
def test_the_clock_never_goes_back(form: Form, first: list[tuple[int, int, int]], waits: list[int]) -> None:
    """Replace the first event by a later one, drop it, or push two: the next one is never earlier."""
    calendar, clock = empty(form)
    # ticks stay below 2**31 after sixty waits, as they do in a world
    first = [(tick % 2**30, kind, actor) for tick, kind, actor in first]
    expected = sorted(pack(*happening) for happening in first)
    for happening in first:
        push(calendar, clock, *happening)
    now = 0
    for wait in waits:
        if not expected:
            break
        key = int(calendar.key[0])
        assert key == expected[0]
        assert tick_of(key) >= now
        now = tick_of(key)
        if wait % 3 == 0:
            drop_first(calendar, clock)
            expected.pop(0)
        else:
            later = key + (wait << 32)
            replace_first(calendar, clock, later)
            expected[0] = later
        expected.sort()
    assert drained(calendar, clock) == expected


@forms
def test_the_last_event_can_be_dropped(form: Form) -> None:
    calendar, clock = empty(form)
    push(calendar, clock, 5, 1, 2)
    drop_first(calendar, clock)
    assert clock.pending[0] == 0


def test_ties_at_one_tick_go_by_kind_and_then_actor() -> None:
    calendar, clock = empty("lists")
    for kind, actor in ((2, 1), (1, 9), (1, 3), (2, 0)):
        push(calendar, clock, 7, kind, actor)
    order = [(kind_of(key), actor_of(key)) for key in drained(calendar, clock)]
    assert order == [(1, 3), (1, 9), (2, 0), (2, 1)]


def heap_steps(pushing: Callable[[Calendar, Clock, int], None], pending: int) -> Calendar:
    """Fill a calendar by `pushing`, one key at a time."""
    calendar, clock = tables.make(Calendar, pending, "lists"), tables.make(Clock, 1, "lists")
    for n in range(pending):
        pushing(calendar, clock, n)
    return calendar  # type: ignore[no-any-return]


def test_cells_below_the_first_are_never_earlier_than_the_one_above() -> None:
    calendar = heap_steps(lambda calendar, clock, n: push(calendar, clock, 1 + (n * 7919) % 997, 1, n), 150)
    assert all(calendar.key[(place - 1) // 2] <= calendar.key[place] for place in range(1, 150))
