"""Export: a finished run as four plain tables (accounts, posts, follows, events), as Parquet or npz, and what columns mean."""

import io
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Final, Literal

from game.feed import events, streams
from game.feed.engine import Engine
from game.feed.metrics import column, present
from game.feed.posting import clip
from game.feed.world import ANSWER_POST, CALLOUT_POST, COURSE_POST, NOBODY, ROLE_NAMES
from game.kernel.chance import normal

Table = dict[str, list[Any]]
Format = Literal["parquet", "npz"]
CODEBOOK: Final[dict[str, dict[str, str]]] = {
    "accounts": {
        "account": "id", "community": "home community", "role": "what it lives on", "skill": "mean quality, 0..1",
        "post_rate": "posts/day, learned", "session_rate": "sessions/day", "habit": "drama of its posts, 0..1, learned",
        "authenticity": "trust in it, 0..1", "purse": "thousandths of a coin", "clout": "people who know it elsewhere",
        "followers": "accounts", "followees": "accounts", "posts_made": "posts", "visits": "sessions",
        "likes_received": "likes", "reshares_received": "reshares", "labour": "seconds by the book",
        "courses": "courses bought",
    },
    "posts": {
        "author": "account", "nth": "the author's nth post", "tick": "seconds since the world began",
        "kind": "0 plain, 1 call-out, 2 answer, 3 course", "quality": "0..1", "likes": "likes", "reshares": "reshares",
        "views": "looks by computer-run clerks", "thanked": "of these, thanked for",
    },
    "follows": {"follower": "account", "followee": "account", "regard": "-100..100"},
    "events": {
        "tick": "seconds since the world began", "kind": "name, see game/feed/events.py", "actor": "account",
        "subject": "account or author", "nth": "the author's nth post", "other": "account it came by, -1 none",
        "value": "depends on the kind",
    },
}  # fmt: skip
"""Each table's columns, with unit or meaning."""


def tables(engine: Engine) -> dict[str, Table]:
    """The four tables of a run whose log was kept."""
    log = list(engine.history())
    return {
        "accounts": _accounts(engine),
        "posts": _posts(engine, log),
        "follows": _follows(engine),
        "events": _events(log),
    }


def _accounts(engine: Engine) -> Table:
    ids = present(engine)
    table: Table = {"account": ids}
    for name in CODEBOOK["accounts"]:
        if name != "account":
            cells = column(engine.world.accounts, name)
            table[name] = [cells[account] for account in ids]
    table["role"] = [ROLE_NAMES[role] for role in table["role"]]
    return table


def _posts(engine: Engine, log: list[events.Event]) -> Table:
    """Every post ever made, its counts from the log; quality is a function of the post's address."""
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    counted = {events.LIKE: "likes", events.RESHARE: "reshares"}
    skill = column(engine.world.accounts, "skill")
    for event in log:
        address = (event.subject, event.nth)
        if event.kind == events.POST:
            rows[address] = {
                "author": event.subject, "nth": event.nth, "tick": event.tick, "kind": event.value,
                "quality": _quality(engine, skill, event), "likes": 0, "reshares": 0, "views": 0, "thanked": 0,
            }  # fmt: skip
        elif event.kind in counted and address in rows:
            rows[address][counted[event.kind]] += 1
        elif event.kind in (events.THANKED, events.MINUTE_BACK) and address in rows:
            rows[address]["views"] += 1
            rows[address]["thanked"] += event.kind == events.THANKED
    return {name: [row[name] for row in rows.values()] for name in CODEBOOK["posts"]}


def _quality(engine: Engine, skill: list[float], event: events.Event) -> float:
    rules = engine.rules
    fixed = {CALLOUT_POST: rules.callout_quality, ANSWER_POST: rules.answer_quality, COURSE_POST: rules.course_quality}
    if event.value in fixed:
        return fixed[event.value]
    luck = normal(int(engine.world.seed), streams.CONTENT, event.subject, event.nth, 3)
    return clip(skill[event.subject] + rules.quality_sd * luck)


def _follows(engine: Engine) -> Table:
    accounts, ties = engine.world.accounts, engine.world.ties
    first, following = column(accounts, "first_out"), column(ties, "next_out")
    followee, regard = column(ties, "followee"), column(ties, "regard")
    table: Table = {"follower": [], "followee": [], "regard": []}
    for account in present(engine):
        row = first[account]
        while row != NOBODY:
            table["follower"].append(account)
            table["followee"].append(followee[row])
            table["regard"].append(regard[row])
            row = following[row]
    return table


def _events(log: list[events.Event]) -> Table:
    names = list(CODEBOOK["events"])
    table: Table = {name: list(cells) for name, cells in zip(names, zip(*log, strict=True), strict=True)} if log else {}
    if table:
        table["kind"] = [events.NAMES[kind].lower() for kind in table["kind"]]
    return table or {name: [] for name in names}


def best_format() -> Format:
    """Parquet where the extra `lab` is installed, npz otherwise."""
    return "parquet" if find_spec("pyarrow") else "npz"


def encoder(wanted: Format) -> Callable[[Table], bytes]:
    """How a table becomes the bytes of a file."""
    return _parquet if wanted == "parquet" else _npz


def _parquet(table: Table) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    sink = io.BytesIO()
    parquet.write_table(pa.table(table), sink, compression="zstd")
    return sink.getvalue()


def _npz(table: Table) -> bytes:
    import numpy as np

    sink = io.BytesIO()
    np.savez_compressed(sink, allow_pickle=False, **{name: np.array(cells) for name, cells in table.items()})
    return sink.getvalue()
