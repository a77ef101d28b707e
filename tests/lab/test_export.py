"""Exported tables say what happened: their counts are the world's counters, and every column is in the codebook."""

from pathlib import Path

import numpy as np
import pytest
from pyarrow import parquet

from game.feed.engine import Engine
from game.feed.metrics import column, present
from game.feed.rules import DAY, Rules
from game.feed.world import COURSE_POST
from game.lab import export


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Two days of a small world with its log kept."""
    engine = Engine(Rules(accounts=240, seats=1, communities=3), seed=5)
    engine.found()
    engine.run(2 * DAY)
    return engine


@pytest.fixture(scope="module")
def tables(engine: Engine) -> dict[str, export.Table]:
    """Its tables."""
    return export.tables(engine)


def test_every_column_is_explained_and_every_explained_column_is_there(tables: dict[str, export.Table]) -> None:
    assert {name: list(table) for name, table in tables.items()} == {
        name: list(columns) for name, columns in export.CODEBOOK.items()
    }


def test_there_is_one_row_per_account_and_per_follow(engine: Engine, tables: dict[str, export.Table]) -> None:
    ids = present(engine)
    assert tables["accounts"]["account"] == ids
    followees = column(engine.world.accounts, "followees")
    assert len(tables["follows"]["follower"]) == sum(followees[account] for account in ids)


def test_likes_counted_from_the_log_are_the_accounts_counters(engine: Engine, tables: dict[str, export.Table]) -> None:
    counted: dict[int, int] = {}
    for author, likes in zip(tables["posts"]["author"], tables["posts"]["likes"], strict=True):
        counted[author] = counted.get(author, 0) + likes
    received = column(engine.world.accounts, "likes_received")
    assert {account: likes for account, likes in counted.items() if likes} == {
        account: received[account] for account in present(engine) if received[account]
    }


def test_quality_computed_from_an_address_is_the_quality_in_the_world(engine: Engine, tables: dict[str, export.Table]) -> None:
    posts = engine.world.posts
    live = {(posts.author[row], posts.nth[row]): posts.quality[row] for row in range(len(posts.serial)) if posts.serial[row] >= 0}
    table = tables["posts"]
    exported = dict(zip(zip(table["author"], table["nth"], strict=True), table["quality"], strict=True))
    assert live
    assert all(exported[address] == quality for address, quality in live.items())


def test_both_formats_hold_the_same_cells(tables: dict[str, export.Table], tmp_path: Path) -> None:
    for name, table in tables.items():
        (tmp_path / f"{name}.parquet").write_bytes(export.encoder("parquet")(table))
        (tmp_path / f"{name}.npz").write_bytes(export.encoder("npz")(table))
        read = parquet.read_table(tmp_path / f"{name}.parquet").to_pydict()
        with np.load(tmp_path / f"{name}.npz") as archive:
            assert {key: archive[key].tolist() for key in archive.files} == read == table


def test_a_level_that_changes_a_tactic_s_quality_is_exported_with_it() -> None:
    engine = Engine(Rules(accounts=240, seats=1, communities=3, course_every=0.3, course_quality=0.44), seed=5)
    engine.found()
    engine.run(2 * DAY)
    table = export.tables(engine)["posts"]
    assert {quality for kind, quality in zip(table["kind"], table["quality"], strict=True) if kind == COURSE_POST} == {0.44}
