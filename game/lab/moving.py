"""Moves a world from one storage to another: built and aged compiled, then measured interpreted, on the very same state."""

from typing import Any

from game.feed.engine import PLAIN, Engine, Kernels
from game.feed.world import TABLES
from game.kernel import tables
from game.kernel.tables import Form


def copied(declaration: type, table: Any, form: Form) -> Any:  # noqa: ANN401 - a table has no type that says more
    """The same rows in a table of another form."""
    rows = tables.length(table)
    copy = tables.make(declaration, rows, form)
    for name in tables.columns(declaration):
        tables.load_column(declaration, copy, name, tables.column_bytes(declaration, table, name, rows))
    return copy


def moved(engine: Engine, form: Form, kernels: Kernels = PLAIN) -> Engine:
    """The same world in other tables, run by other kernels; its digest goes on as if nothing had happened."""
    engine.drain()
    world = engine.world
    twin = Engine(engine.rules, int(world.seed), form=form, kernels=kernels, slack=0.01, keep_log=engine.keep_log)
    copies = {name: copied(TABLES[name], getattr(world, name), form) for name in TABLES}
    twin.restore_tables(copies, int(world.seed), engine.checks, engine.events_logged, engine.founded)
    return twin
