"""Bytes per account: what the tables of a world take, with about 20 follows each and trays of 64."""

from typing import Any, Final

from game.feed.engine import Engine, Kernels
from game.feed.metrics import column
from game.feed.world import TABLES
from game.lab.rates import full_world

INITIAL_FOLLOWS: Final = 18
"""One in eight initial follows is returned, so that accounts have a little over twenty; the row says how many."""
TRAY: Final = 64


def table_bytes(engine: Engine) -> dict[str, int]:
    """Bytes of each table; of the compiled form, which is packed."""
    return {name: int(getattr(engine.world, name).nbytes) for name in TABLES}


def bytes_per_account(accounts: int, kernels: Kernels, age: int) -> dict[str, Any]:
    """Bytes per account of a world that ran for `age` ticks, and of each table that takes more than one."""
    engine = full_world(accounts, kernels, age, initial_follows=INITIAL_FOLLOWS, tray_size=TRAY)
    follows = sum(column(engine.world.accounts, "followees")) / accounts
    parts = {name: size / accounts for name, size in table_bytes(engine).items()}
    return {
        "accounts": accounts,
        "follows": round(follows, 1),
        "tray": TRAY,
        "bytes_per_account": round(sum(parts.values())),
        "tables": {name: round(size) for name, size in sorted(parts.items(), key=lambda part: -part[1]) if size >= 1},
    }
