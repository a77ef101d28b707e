"""The Engine owns a World: builds it, runs it interpreted or compiled, enlarges its tables, and keeps its log."""

import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, NamedTuple

from game.feed import build, desk, follows
from game.feed.events import Event
from game.feed.rules import Rules, problems
from game.feed.run import (
    ACCOUNTS_FULL,
    CALENDAR_FULL,
    DONE,
    LOG_FULL,
    POSTS_FULL,
    SPARE,
    TACTICS_FULL,
    TIES_FULL,
    run,
)
from game.feed.run import BUDGET as BUDGET_SPENT
from game.feed.world import BATCH, MEMORY, NOBODY, STAMPED, TABLES, World
from game.feed.world import LOGARITHMS as LOGARITHM_ROWS
from game.kernel import tables
from game.kernel.calendar import push
from game.kernel.exact import log
from game.kernel.log import Log

Speed = Literal["plain", "compiled"]
UNLIMITED: Final = 1 << 62
SEEDS: Final = 1 << 32
NEWCOMER_DAYS: Final = 7
"""Days of newcomers for whom a world has room from the start."""


class Kernels(NamedTuple):
    """The kernels an engine calls from Python: interpreted as written, or compiled."""

    run: Callable[[World, int, int], int]
    found: Callable[[World, int, int], None]
    open_house: Callable[[World], None]
    follow: Callable[[World, int, int, int], bool]
    unfollow: Callable[[World, int, int, int], bool]
    push: Callable[..., None]
    stamp: Callable[[World, int, int, int], None]
    undo: Callable[[World, int], None]
    commit: Callable[[World, int, int], None]
    unfold: Callable[[World, int, int, int], None]
    clear: Callable[[World, int], None]
    plant: Callable[[World, int, int, int, float, float], None]
    kind_of_card: Callable[[World, int], int]
    worth: Callable[[World, int], float]


PLAIN: Final = Kernels(
    run, build.found, build.open_house, follows.follow, follows.unfollow, push, desk.stamp, desk.undo, desk.commit,
    desk.unfold, desk.clear, desk.plant, desk.kind_of_card, desk.worth,
)  # fmt: skip


def compiled_kernels() -> Kernels:
    """The same kernels by numba (extra `fast`); raises `kernel.compiled.NotInstalled` without it."""
    from game.kernel.compiled import Compiler  # noqa: PLC0415 - a game that is only played never imports numba

    compiler = Compiler()
    return Kernels(*(compiler.compile(function) for function in PLAIN))


class BadRules(ValueError):
    """Rules that cannot be run; the message says which and what is allowed."""


def capacities(rules: Rules, slack: float = 1.0) -> dict[str, int]:
    """Rows each table starts with. Any values give the same world; these avoid most growing."""
    ties = int(rules.accounts * (rules.initial_follows * (1.0 + rules.initial_mutual) + 1.0)) + 6 * rules.budget_most + 4 * SPARE
    posting = rules.accounts * rules.producer_share * 1.1
    newcomers = int(rules.accounts * rules.join_rate * NEWCOMER_DAYS) + rules.communities + SPARE
    accounts = rules.accounts + (newcomers if rules.join_rate > 0 else 0)
    return {
        "accounts": accounts,
        "posts": max(SPARE, int(slack * posting * (1.0 + rules.learn_after / 86_400))),
        "ties": int(slack * ties),
        "trays": accounts * rules.tray_size,
        "memory": accounts * MEMORY,
        "pools": rules.communities * rules.pool_size,
        "tactics": rules.drama_makers + rules.gurus + rules.budget_most + SPARE,
        "desks": max(1, rules.seats),
        "pile": max(1, rules.seats) * (rules.pile_size + 1),
        "stamped": max(1, rules.seats) * STAMPED,
        "batch": BATCH,
        "opened": rules.tray_size + rules.budget_most + 1,
        "communities": rules.communities,
        "platform": 1,
        "clock": 1,
        "calendar": int(slack * rules.accounts * 1.6) + rules.budget_most + 2 * SPARE,
        "log": int(slack * 40_000) + rules.budget_most * 8,
        "logarithms": LOGARITHM_ROWS,
    }


class Engine:
    """A World and the ways to run it.

    `form` is how tables are stored, `kernels` what runs them: records with compiled kernels (fast), lists or memoryviews
    with plain ones (everywhere); no choice shows in the result. `keep_log=False` drops the log after it entered the
    checksum, for long runs that only need metrics.
    """

    def __init__(
        self, rules: Rules, seed: int, *, speed: Speed = "plain", form: tables.Form | None = None,
        kernels: Kernels | None = None, slack: float = 1.0, keep_log: bool = True,
    ) -> None:  # fmt: skip
        wrong = problems(rules)
        if wrong:
            raise BadRules("; ".join(wrong))
        if not 0 <= seed < SEEDS:
            message = f"seed = {seed}: allowed is 0 .. {SEEDS - 1}"
            raise BadRules(message)
        self.rules = rules
        self.speed: Speed = speed
        self.form: tables.Form = form or ("records" if speed == "compiled" else "lists")
        if (self.form == "records") != (speed == "compiled"):
            message = f"form = {self.form!r}: records go with compiled kernels, lists and views with plain ones"
            raise BadRules(message)
        self.kernels = kernels or (compiled_kernels() if speed == "compiled" else PLAIN)
        self.keep_log = keep_log
        self.checks = [0] * len(tables.columns(Log))
        self.events_logged = 0
        self._kept: list[list[Event]] = []
        self._taken = 0  # chunks of `_kept` that `drain` has given out
        self._founded = 0
        rows = capacities(rules, slack)
        made = {name: tables.make(declaration, rows[name], self.form) for name, declaration in TABLES.items()}
        self.world = World(**made, rules=self._rules_row(rules), seed=seed)
        self._clear()

    def _rules_row(self, rules: Rules) -> Any:
        if self.form != "records" or self.speed == "plain":
            return rules
        import numpy as np  # noqa: PLC0415 - the interpreted engine runs without numpy

        kinds = [(name, "<i8" if isinstance(value, int) else "<f8") for name, value in rules._asdict().items()]
        return np.array([tuple(rules)], np.dtype(kinds)).view(np.recarray)[0]

    def _clear(self) -> None:
        world = self.world
        for column, rows in (
            (world.posts.serial, tables.length(world.posts)),
            (world.pools.fresh, tables.length(world.pools)),
            (world.pools.busy, tables.length(world.pools)),
        ):
            for row in range(rows):
                column[row] = NOBODY
        world.platform.free_tie[0] = NOBODY

    # --- building -------------------------------------------------------------------------------------------------

    def found(self, budget: int = UNLIMITED) -> float:
        """Create up to `budget` founders; returns the share that exists. At 1.0 the world stands at tick 0."""
        total = self.rules.accounts
        most = 2 * (self.rules.initial_follows + self.rules.initial_follows_spread + 1)  # each may be returned
        while self._founded < total and budget > 0:
            world = self.world
            room = (tables.length(world.log) - int(world.clock.logged[0]) - SPARE) // most
            ties = (tables.length(world.ties) - int(world.platform.ties[0]) - SPARE) // most
            cells = (tables.length(world.calendar) - int(world.clock.pending[0]) - self._house_events()) // 2
            if room < 1:
                self._log_full()
                continue
            if ties < 1 or cells < 1:
                self._grow("ties" if ties < 1 else "calendar")
                continue
            stop = min(total, self._founded + min(budget, room, ties, cells))
            self.kernels.found(world, self._founded, stop)
            budget -= stop - self._founded
            self._founded = stop
            if stop == total:
                self.kernels.open_house(self.world)
        return self._founded / total

    def _house_events(self) -> int:
        """Events that `open_house` puts on the calendar: one per influencer and one per community."""
        return self.rules.drama_makers + self.rules.gurus + self.rules.communities

    @property
    def founded(self) -> int:
        """How many founders exist."""
        return self._founded

    def restore_tables(self, made: dict[str, Any], seed: int, checks: list[int], events: int, founded: int) -> None:
        """Take over the tables of a snapshot; what was logged before it is known by checksum only."""
        self.world = self.world._replace(**made, seed=seed)
        for n in range(LOGARITHM_ROWS):
            self.world.logarithms.of[n] = log(1.0 + n)
        self.world.clock.logged[0] = 0
        self.checks = list(checks)
        self.events_logged = events
        self._kept = []
        self._taken = 0
        self._founded = founded

    # --- running --------------------------------------------------------------------------------------------------

    @property
    def tick(self) -> int:
        """Tick of the last event handled."""
        return int(self.world.clock.tick[0])

    @property
    def steps(self) -> int:
        """Events handled since the world began."""
        return int(self.world.clock.steps[0])

    def run(self, until: int, budget: int = UNLIMITED) -> bool:
        """Run to tick `until` inclusive, at most `budget` events; True when nothing more is due until then."""
        while True:
            before = self.steps
            reason = self.kernels.run(self.world, until, budget)
            budget -= self.steps - before
            if reason == DONE:
                return True
            if reason == BUDGET_SPENT:
                return False
            self._make_room(reason)

    def _make_room(self, reason: int) -> None:
        if reason == LOG_FULL:
            self._log_full()
            return
        table = {
            TIES_FULL: "ties", POSTS_FULL: "posts", ACCOUNTS_FULL: "accounts", TACTICS_FULL: "tactics",
            CALENDAR_FULL: "calendar",
        }[reason]  # fmt: skip
        self._grow(table)

    def _log_full(self) -> None:
        if int(self.world.clock.logged[0]) == 0:
            self._grow("log")
        else:
            self.store()

    def ready_for(self, deliveries: int) -> None:
        """Make room for one command from outside the loop that delivers to so many trays."""
        need = 4 * SPARE + deliveries
        if tables.length(self.world.log) - int(self.world.clock.logged[0]) < need:
            self.store()
        while tables.length(self.world.log) < need:
            self._grow("log")
        platform = self.world.platform
        if tables.length(self.world.ties) - int(platform.ties[0]) + int(platform.free_ties[0]) < SPARE:
            self._grow("ties")
        if tables.length(self.world.calendar) - int(self.world.clock.pending[0]) < SPARE:
            self._grow("calendar")
        if tables.length(self.world.tactics) - int(platform.tactics[0]) < SPARE:
            self._grow("tactics")
        if int(self.world.posts.serial[int(platform.posts[0]) % tables.length(self.world.posts)]) >= 0:
            self._grow("posts")

    def _grow(self, name: str) -> None:
        declaration = TABLES[name]
        table = getattr(self.world, name)
        rows = (
            tables.length(table) * (24 if name in ("log", "posts", "tactics", "calendar") else 17) // 16 + SPARE
        )  # the large ones grow a little
        bigger = self._spread_posts(rows) if name == "posts" else tables.resized(declaration, table, rows, self.form)
        replaced = {name: bigger}
        if name == "accounts":
            for other, cells in (("trays", self.rules.tray_size), ("memory", MEMORY)):
                old = getattr(self.world, other)
                replaced[other] = tables.resized(TABLES[other], old, rows * cells, self.form)
        self.world = self.world._replace(**replaced)

    def _spread_posts(self, rows: int) -> Any:
        """Posts in a longer ring: a row's place is its serial modulo the length."""
        declaration = TABLES["posts"]
        bigger = tables.make(declaration, rows, self.form)
        for row in range(rows):
            bigger.serial[row] = NOBODY
        old: Any = self.world.posts
        if self.form == "records":
            alive = old[old.serial >= 0]
            bigger[alive.serial % rows] = alive
            return bigger
        for row in range(tables.length(old)):
            serial = old.serial[row]
            if serial >= 0:
                for name in tables.columns(declaration):
                    getattr(bigger, name)[serial % rows] = getattr(old, name)[row]
        return bigger

    # --- log ------------------------------------------------------------------------------------------------------

    def store(self) -> None:
        """Move the logged rows into the checksum and, if kept, the history, so that the log has room again."""
        world = self.world
        count = int(world.clock.logged[0])
        if count == 0:
            return
        for place, name in enumerate(tables.columns(Log)):
            self.checks[place] = zlib.crc32(tables.column_bytes(Log, world.log, name, count), self.checks[place])
        self.events_logged += count
        if self.keep_log:
            self._kept.append([Event(*row) for row in tables.rows_of(Log, world.log, 0, count)])  # type: ignore[arg-type]
        world.clock.logged[0] = 0

    def drain(self) -> list[Event]:
        """Everything logged since the last drain, whether it is still in the log or was stored meanwhile."""
        self.store()
        fresh = self._kept[self._taken :]
        self._taken = len(self._kept)
        return [event for chunk in fresh for event in chunk]

    def history(self, start: int = 0) -> Iterator[Event]:
        """All kept events from number `start` on, oldest first, the pending ones included."""
        self.store()
        skipped = 0
        for chunk in self._kept:
            if skipped + len(chunk) > start:
                yield from chunk[max(0, start - skipped) :]
            skipped += len(chunk)
