"""The event log: rows are appended in order and nothing else moves."""

import pytest

from game.feed.events import Event
from game.kernel import tables
from game.kernel.calendar import Clock
from game.kernel.log import Log, record
from game.kernel.tables import FORMS, Form


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_appended_in_order(form: Form) -> None:
    log, clock = tables.make(Log, 4, form), tables.make(Clock, 1, form)
    happened = [Event(5, 20, 1, 2, 3, -1, 9), Event(2**31 - 1, 127, 0, 0, 0, 0, -7)]
    for event in happened:
        record(log, clock, *event)
    assert clock.logged[0] == 2
    assert [Event(*row) for row in tables.rows_of(Log, log, 0, 2)] == happened  # type: ignore[arg-type]
    assert list(tables.rows_of(Log, log, 2, 4)) == [(0,) * 7] * 2


def test_the_columns_are_those_of_an_event() -> None:
    assert tuple(tables.columns(Log)) == Event._fields
