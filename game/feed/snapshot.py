"""Snapshots and digests: a World as bytes that any form can take back, and a hash of its logical content.

The digest reads content in id order and never capacity, ring cells, free lists or heap layout, so it is equal however
the world was stored and run.
"""

import hashlib
import json
import struct
import zlib
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from game.feed.world import ABSENT, MEMORY, NOBODY, STAMPED, TABLES, World
from game.kernel import tables

if TYPE_CHECKING:
    from game.feed.engine import Engine

MAGIC: Final = b"INTRAY-SNAPSHOT-2\n"
LAYOUT: Final = frozenset({"first_in", "first_out", "tray_head", "memory_head", "ties", "free_tie", "free_ties", "session"})
"""Columns that say where something is stored, or that only tell one session from another; not what is the case."""
SCRATCH: Final = ("opened", "batch", "log", "logarithms")


class BadSnapshot(ValueError):
    """Bytes that are no snapshot of this world's rules."""


def save(engine: "Engine") -> bytes:
    """Everything needed to go on, compressed; the log's history is not part of it, its checksum is."""
    engine.store()
    world = engine.world
    rows = {name: tables.length(getattr(world, name)) for name in TABLES if name not in SCRATCH}
    head = {
        "rules": world_rules(engine), "seed": int(world.seed), "rows": rows, "checks": engine.checks,
        "events": engine.events_logged, "founded": engine.founded,
    }  # fmt: skip
    parts = [json.dumps(head).encode()]
    for name, count in rows.items():
        declaration = TABLES[name]
        table = getattr(world, name)
        parts.extend(tables.column_bytes(declaration, table, column, count) for column in tables.columns(declaration))
    body = b"".join(struct.pack("<Q", len(part)) + part for part in parts)
    return MAGIC + zlib.compress(body, 1)


def world_rules(engine: "Engine") -> dict[str, float]:
    """The rules as plain numbers."""
    return dict(engine.rules._asdict())


def load(engine: "Engine", data: bytes) -> None:
    """Put a snapshot into an engine of the same rules; raises `BadSnapshot` and changes nothing when it does not fit."""
    try:
        parts = _parts(data)
        head = json.loads(parts[0])
        if head["rules"] != world_rules(engine):
            message = "snapshot was made under other rules"
            raise BadSnapshot(message)
        made = _tables(engine, head, parts)
        rest = (int(head["seed"]), list(head["checks"]), int(head["events"]), int(head["founded"]))
    except (struct.error, KeyError, IndexError, TypeError, ValueError) as error:
        message = f"snapshot is damaged: {error}"
        raise error if isinstance(error, BadSnapshot) else BadSnapshot(message) from error
    engine.restore_tables(made, *rest)


def _tables(engine: "Engine", head: dict[str, Any], parts: list[bytes]) -> dict[str, Any]:
    """The tables of a snapshot, in the engine's form."""
    made = {}
    place = 1
    for name, count in head["rows"].items():
        declaration = TABLES[name]
        table = tables.make(declaration, count, engine.form)
        for column in tables.columns(declaration):
            tables.load_column(declaration, table, column, parts[place])
            place += 1
        made[name] = table
    return made


def _parts(data: bytes) -> list[bytes]:
    if not data.startswith(MAGIC):
        message = "not a snapshot of this program"
        raise BadSnapshot(message)
    try:
        body = zlib.decompress(data[len(MAGIC) :])
    except zlib.error as error:
        message = f"snapshot is damaged: {error}"
        raise BadSnapshot(message) from error
    parts = []
    place = 0
    while place < len(body):
        (size,) = struct.unpack_from("<Q", body, place)
        parts.append(body[place + 8 : place + 8 + size])
        place += 8 + size
    return parts


# --- digest ----------------------------------------------------------------------------------------------------------


def digest(engine: "Engine") -> str:
    """Hash of the world's logical content and of every event logged so far, as 32 hexadecimal digits."""
    engine.store()
    world = engine.world
    hasher = hashlib.blake2b(digest_size=16)
    hasher.update(struct.pack("<qq", int(world.seed), engine.events_logged))
    hasher.update(struct.pack(f"<{len(engine.checks)}Q", *engine.checks))
    ids = [row for row, role in enumerate(_cells(world, "accounts", "role")) if role != ABSENT]
    serials = _cells(world, "posts", "serial")
    live = [row for _, row in sorted((serial, row) for row, serial in enumerate(serials) if serial != NOBODY)]
    _feed(hasher, world, "accounts", ids)
    _feed(hasher, world, "posts", live)
    for name in ("pools", "communities", "platform", "clock", "desks"):
        _feed(hasher, world, name, range(tables.length(getattr(world, name))))
    _feed(hasher, world, "tactics", range(int(world.platform.tactics[0])))
    pile_cells = int(engine.rules.pile_size) + 1
    waiting = _cells(world, "desks", "waiting")
    _feed(hasher, world, "pile", [d * pile_cells + k for d, count in enumerate(waiting) for k in range(count)])
    stamped = _cells(world, "desks", "stamped")
    _feed(hasher, world, "stamped", [d * STAMPED + k for d, count in enumerate(stamped) for k in range(count)])
    _feed_trays(hasher, engine, ids)
    _feed_memory(hasher, world, ids)
    _feed_ties(hasher, world, ids)
    pending = int(world.clock.pending[0])
    hasher.update(array("q", sorted(_cells(world, "calendar", "key")[:pending])).tobytes())
    return hasher.hexdigest()


def _cells(world: World, table: str, column: str) -> list[Any]:
    """A column as a plain list."""
    cells = getattr(getattr(world, table), column)
    return cells if isinstance(cells, list) else list(cells.tolist())


def _feed(hasher: Any, world: World, table: str, rows: Iterable[int]) -> None:
    picked = list(rows)
    for column, code in tables.columns(TABLES[table]).items():
        if column in LAYOUT:
            continue
        cells = _cells(world, table, column)
        hasher.update(array(code, [cells[row] for row in picked]).tobytes())


def _feed_trays(hasher: Any, engine: "Engine", ids: list[int]) -> None:
    world = engine.world
    size = int(engine.rules.tray_size)
    heads = _cells(world, "accounts", "tray_head")
    counts = _cells(world, "accounts", "tray_waiting")
    cells: list[int] = []
    for account in ids:
        first = heads[account] - counts[account]
        cells.extend(account * size + (first + k) % size for k in range(counts[account]))
    _feed(hasher, world, "trays", cells)


def _feed_memory(hasher: Any, world: World, ids: list[int]) -> None:
    heads = _cells(world, "accounts", "memory_head")
    _feed(hasher, world, "memory", [a * MEMORY + (heads[a] + k) % MEMORY for a in ids for k in range(MEMORY)])


def _feed_ties(hasher: Any, world: World, ids: list[int]) -> None:
    first = _cells(world, "accounts", "first_out")
    following = _cells(world, "ties", "next_out")
    followee = _cells(world, "ties", "followee")
    regard = _cells(world, "ties", "regard")
    told = array("q")
    for account in ids:
        row = first[account]
        while row != NOBODY:
            told.extend((followee[row], regard[row]))
            row = following[row]
        told.append(NOBODY)
    hasher.update(told.tobytes())
