"""Small worlds in which everything happens soon: what the tests of the feed are run in."""

from collections.abc import Iterator
from typing import Any

from game.feed import events, snapshot
from game.feed.engine import Engine, Kernels
from game.feed.events import Event
from game.feed.rules import Rules
from game.feed.world import NOBODY
from game.kernel.tables import Form

DAY = 86_400

LIVELY = Rules(
    accounts=80, seats=0, communities=3, tray_size=6, initial_follows=6, join_rate=0.05, unfollow_rate=0.1,
    closure_rate=0.1, browse_rate=0.1, session_log_mean=1.5, post_log_mean=0.0, engage_base=-2.0, drama_makers=2, gurus=2,
    callout_every=0.2, course_every=0.2, callout_least=1, callout_settle=7_200, course_buy=1.0, course_graduate=0.5,
    aspirant_share=0.9, budget_most=40, pool_size=12, political_share=0.3, cross=0.2, drama_cells=6.0,
    passer_follow=2.0,
)  # fmt: skip
"""Every kind of event within two days, trays that overflow, tables that must grow."""


def founded(rules: Rules, seed: int = 7, form: Form | None = None, slack: float = 1.0) -> Engine:
    """Give a world at tick 0, interpreted."""
    engine = Engine(rules, seed, form=form, slack=slack)
    engine.found()
    return engine


def run(rules: Rules, seed: int = 7, days: float = 2.0, form: Form | None = None, slack: float = 1.0) -> Engine:
    """Give an interpreted world after some days."""
    engine = founded(rules, seed, form, slack)
    engine.run(int(days * DAY))
    return engine


def run_fast(fast: Kernels, rules: Rules, seed: int, days: float, *, keep_log: bool = False) -> Engine:
    """Give a compiled world after some days."""
    engine = Engine(rules, seed, speed="compiled", kernels=fast, keep_log=keep_log)
    engine.found()
    engine.run(int(days * DAY))
    return engine


def digest(engine: Engine) -> str:
    """Give the hash of a world and its log."""
    return snapshot.digest(engine)


def followees(engine: Engine, account: int) -> list[int]:
    """Walk the list of those an account follows."""
    ties = engine.world.ties
    row = int(engine.world.accounts.first_out[account])
    found = []
    while row != NOBODY:
        found.append(int(ties.followee[row]))
        row = int(ties.next_out[row])
    return found


def followers(engine: Engine, account: int) -> list[int]:
    """Walk the list of those who follow an account, without the ties broken since its last delivery."""
    ties = engine.world.ties
    row = int(engine.world.accounts.first_in[account])
    found = []
    while row != NOBODY:
        if ties.followee[row] == account:
            found.append(int(ties.follower[row]))
        row = int(ties.next_in[row])
    return found


def live(engine: Engine) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give row and address of every post that is not yet forgotten."""
    posts = engine.world.posts
    for row, serial in enumerate(posts.serial):
        if serial >= 0:
            yield row, (int(posts.author[row]), int(posts.nth[row]))


def told(engine: Engine, *kinds: int) -> list[Event]:
    """Give the logged events of some kinds."""
    return [event for event in engine.history() if event.kind in kinds]


def names(logged: list[Event]) -> set[str]:
    """Give the names of the kinds that occur."""
    return {events.NAMES[event.kind] for event in logged}


def set_all(engine: Engine, name: str, value: Any) -> None:  # noqa: ANN401 - a number of the column's own type
    """Give every account the same value in one column."""
    cells = getattr(engine.world.accounts, name)
    for account in range(engine.rules.accounts):
        cells[account] = value
