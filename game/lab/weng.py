"""The reduced scenario of Weng, Flammini, Vespignani and Menczer (2012) on this project's kernel, as a yardstick.

"Competition among memes in a world with limited attention" (Sci. Rep. 2, 335): accounts follow a few others at random
and see the last few memes that reached them. When an account wakes up it writes a new meme with probability mu, else it
passes on one meme of its tray at random; either way all its followers receive it. No quality, no taste, no ranking:
whatever inequality comes out is the work of limited attention alone (B17).

It runs on the same calendar, chance, tables and compiler as the feed, so its speed says what the kernel costs when the
rules cost next to nothing. Accounts wake up by exponential waiting, through the calendar, one at a time.
"""

import hashlib
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from game.kernel import tables
from game.kernel.calendar import ACTOR_MASK, TICK_SHIFT, Calendar, Clock, pack, push, replace_first
from game.kernel.chance import bits, index
from game.kernel.exact import exponential
from game.kernel.mark import kernel
from game.kernel.tables import Int32, Int64
from game.lab.moving import copied

STEP: Final = 1  # the one kind of event
WAKE_LUCK: Final = 101  # streams of chance, apart from those of the feed
GRAPH_LUCK: Final = 102
LANE_BITS: Final = 26  # one draw of 52 bits serves the choice and the waiting
LANES: Final = 1 << LANE_BITS
LANE_MASK: Final = LANES - 1

DONE: Final = 0  # nothing is due before the given tick
BUDGET: Final = 1  # the step budget is spent
MEMES_FULL: Final = 2
UNLIMITED: Final = 1 << 62


class Accounts(NamedTuple):
    """One row per account and one more, which only closes the last account's list of followers."""

    steps: Int32  # how often it has opened its tray; numbers its draws
    first: Int32  # its followers are `Fans.follower` from here to where the next account's begin


class Fans(NamedTuple):
    """Followers of all accounts, one account's after the other's."""

    follower: Int32


class Follows(NamedTuple):
    """`follows` cells per account: whom it follows."""

    followee: Int32


class Trays(NamedTuple):
    """One row of `attention` + 1 cells per account: the place of the next meme, then a ring of memes.

    The place counts up through 0 .. attention-1 while the tray fills, and runs through attention .. 2*attention-1 once
    it is full, so that one number tells both. With an attention of 15 a row is 64 bytes: one cache line.
    """

    cell: Int32


class Memes(NamedTuple):
    """One row per meme."""

    shared: Int32  # how often it was written or passed on


class Books(NamedTuple):
    """One row: what was counted."""

    memes: Int64
    reshares: Int64


class World(NamedTuple):
    """All state, and the few numbers the rules read."""

    accounts: Accounts
    fans: Fans
    follows: Follows
    trays: Trays
    memes: Memes
    books: Books
    clock: Clock
    calendar: Calendar
    seed: int
    attention: int  # memes; what a tray holds
    ties: int  # accounts; how many each follows
    novelty: int  # of LANES; mu, the share of steps that write something new
    pause: float  # ticks; mean time between two steps of an account


TABLES: Final[dict[str, type]] = {
    "accounts": Accounts, "fans": Fans, "follows": Follows, "trays": Trays, "memes": Memes, "books": Books, "clock": Clock,
    "calendar": Calendar,
}  # fmt: skip


@kernel
def followed(world: World, account: int, nth: int) -> bool:
    """Whether the followee in the account's cell `nth` is itself, or stands in a cell before."""
    cells = world.follows.followee
    base = account * world.ties
    friend = cells[base + nth]
    if friend == account:
        return True
    for place in range(base, base + nth):  # noqa: SIM110 - numba compiles a loop, not a generator
        if cells[place] == friend:
            return True
    return False


@kernel
def follow_at_random(world: World, accounts: int) -> None:
    """Everybody follows `ties` others, all different."""
    cells = world.follows.followee
    for account in range(accounts):
        for nth in range(world.ties):
            attempt = 0
            cells[account * world.ties + nth] = index(world.seed, GRAPH_LUCK, account, nth, attempt, accounts)
            while followed(world, account, nth):
                attempt += 1
                cells[account * world.ties + nth] = index(world.seed, GRAPH_LUCK, account, nth, attempt, accounts)


@kernel
def list_followers(world: World, accounts: int) -> None:
    """Sort the follows by followee; `steps` serves as the cursor and ends at zero."""
    first = world.accounts.first
    cursor = world.accounts.steps
    followee = world.follows.followee
    for place in range(accounts * world.ties):
        first[followee[place] + 1] += 1
    for account in range(accounts):
        first[account + 1] += first[account]
        cursor[account] = first[account]
    for account in range(accounts):
        for place in range(account * world.ties, (account + 1) * world.ties):
            friend = followee[place]
            world.fans.follower[cursor[friend]] = account
            cursor[friend] += 1
    for account in range(accounts):
        cursor[account] = 0


@kernel
def found(world: World, accounts: int) -> None:
    """Create the network and everybody's first step; trays are empty."""
    follow_at_random(world, accounts)
    list_followers(world, accounts)
    for account in range(accounts):
        luck = bits(world.seed, WAKE_LUCK, account, 0, 1)
        push(world.calendar, world.clock, waiting(world, 0, luck >> LANE_BITS), STEP, account)


@kernel
def waiting(world: World, tick: int, lane: int) -> int:
    """When an account steps again, from one lane of luck."""
    return tick + 1 + int(world.pause * exponential((lane + 0.5) / LANES))


@kernel
def write(world: World) -> int:
    """A new meme; the loop kept a row free."""
    meme = world.books.memes[0]
    world.books.memes[0] = meme + 1
    world.memes.shared[meme] = 1
    return meme


@kernel
def choose(world: World, account: int, lane: int) -> int:
    """The meme that an account shares: a new one with probability mu, else any of its tray; new if that is empty."""
    base = account * (world.attention + 1)
    entries = world.trays.cell[base]
    if entries > world.attention:  # noqa: PLR1730 - min() is a call, this is none
        entries = world.attention
    if lane < world.novelty or entries == 0:
        return write(world)
    pick = (lane - world.novelty) * entries // (LANES - world.novelty)
    meme = world.trays.cell[base + 1 + pick]
    world.memes.shared[meme] += 1
    world.books.reshares[0] += 1
    return meme


@kernel
def deliver(world: World, account: int, meme: int) -> None:
    """Put a meme into the trays of all followers; a full tray loses its oldest."""
    cells = world.trays.cell
    follower = world.fans.follower
    size = world.attention
    for place in range(world.accounts.first[account], world.accounts.first[account + 1]):
        base = follower[place] * (size + 1)
        head = cells[base]
        if head < size:
            cells[base + 1 + head] = meme
        else:
            cells[base + 1 + head - size] = meme
        head += 1
        cells[base] = head if head < 2 * size else size


@kernel
def step(world: World, tick: int, account: int) -> int:
    """One agent-step: open the tray, write or pass on, deliver; returns the tick of the account's next step."""
    nth = world.accounts.steps[account] + 1
    world.accounts.steps[account] = nth
    luck = bits(world.seed, WAKE_LUCK, account, nth, 0)
    deliver(world, account, choose(world, account, luck & LANE_MASK))
    return waiting(world, tick, luck >> LANE_BITS)


@kernel
def run(world: World, until: int, budget: int) -> int:
    """Run to tick `until` inclusive, at most `budget` steps; returns why it stopped."""
    keys = world.calendar.key
    clock = world.clock
    rows = len(world.memes.shared)
    for _ in range(budget):
        key = keys[0]
        tick = key >> TICK_SHIFT
        if tick > until:
            return DONE
        if world.books.memes[0] == rows:
            return MEMES_FULL
        clock.tick[0] = tick
        clock.steps[0] += 1
        account = key & ACTOR_MASK
        replace_first(world.calendar, clock, pack(step(world, tick, account), STEP, account))
    return BUDGET


class Kernels(NamedTuple):
    """What is called from Python, interpreted as written or compiled."""

    found: Callable[[World, int], None]
    run: Callable[[World, int, int], int]


PLAIN: Final = Kernels(found, run)


def compiled_kernels() -> Kernels:
    """The same by numba; raises `kernel.compiled.NotInstalled` without it."""
    from game.kernel.compiled import Compiler

    compiler = Compiler()
    return Kernels(*(compiler.compile(function) for function in PLAIN))


class Weng:
    """A community of `accounts` and the ways to run it; `kernels` and `form` never show in the result.

    >>> community = Weng(100, seed=7)
    >>> community.run(steps=1_000)
    >>> community.steps, community.reshares < 1_000
    (1000, True)
    """

    def __init__(  # noqa: PLR0913 - each is a parameter of the scenario
        self, accounts: int, seed: int, *, attention: int = 15, follows: int = 3, novelty: float = 0.5,
        pause: float = 3_600.0, kernels: Kernels = PLAIN, form: tables.Form = "lists",
    ) -> None:  # fmt: skip
        if not follows < accounts <= ACTOR_MASK:
            raise ValueError(f"accounts = {accounts}: allowed is {follows + 1} .. {ACTOR_MASK}")
        if attention < 1 or not 0.0 < novelty <= 1.0:
            raise ValueError(f"attention = {attention}, novelty = {novelty}: allowed are 1 .. and 0 < novelty <= 1")
        self.accounts = accounts
        self.kernels = kernels
        self.form: tables.Form = form
        rows = {
            "accounts": accounts + 1, "fans": accounts * follows, "follows": accounts * follows,
            "trays": accounts * (attention + 1), "memes": 4 * accounts, "books": 1, "clock": 1, "calendar": accounts,
        }  # fmt: skip
        made: dict[str, Any] = {name: tables.make(declaration, rows[name], form) for name, declaration in TABLES.items()}
        self.world = World(**made, seed=seed, attention=attention, ties=follows, novelty=int(novelty * LANES), pause=pause)
        self._founded = False

    def run(self, steps: int = UNLIMITED, until: int = (1 << 31) - 1) -> None:
        """Run `steps` agent-steps, or to tick `until` if that comes first."""
        self.found()
        while True:
            before = self.steps
            reason = self.kernels.run(self.world, until, steps)
            if reason != MEMES_FULL:
                return
            steps -= self.steps - before
            self._make_room()

    def found(self) -> None:
        """Create network and first steps, unless that is done."""
        if not self._founded:
            self.kernels.found(self.world, self.accounts)
            self._founded = True

    def make_room(self, steps: int) -> None:
        """Make room for the memes that so many steps can write, so that nothing grows in between."""
        while tables.length(self.world.memes) - self.memes < steps:
            self._make_room()

    def _make_room(self) -> None:
        memes = self.world.memes
        self.world = self.world._replace(memes=tables.resized(Memes, memes, 2 * tables.length(memes), self.form))

    def moved(self, kernels: Kernels, form: tables.Form) -> "Weng":
        """The same community in other tables, run by other kernels."""
        world = self.world
        twin = Weng(
            self.accounts, world.seed, attention=world.attention, follows=world.ties,
            novelty=world.novelty / LANES, pause=world.pause, kernels=kernels, form=form,
        )  # fmt: skip
        copies: dict[str, Any] = {name: copied(declaration, getattr(world, name), form) for name, declaration in TABLES.items()}
        twin.world = twin.world._replace(**copies)
        twin._founded = self._founded
        return twin

    @property
    def steps(self) -> int:
        """Agent-steps so far, which is opened trays."""
        return int(self.world.clock.steps[0])

    @property
    def memes(self) -> int:
        """Memes written so far."""
        return int(self.world.books.memes[0])

    @property
    def reshares(self) -> int:
        """How many steps passed a meme on: in this scenario, the cards that were really looked at."""
        return int(self.world.books.reshares[0])

    def popularity(self) -> list[int]:
        """How often each meme was shared, in the order they were written."""
        return [int(count) for count in self.world.memes.shared[: self.memes]]

    def digest(self) -> str:
        """Hash of the whole state, equal however it was stored and run."""
        world = self.world
        hasher = hashlib.blake2b(digest_size=16)
        for name, declaration in TABLES.items():
            table = getattr(world, name)
            rows = self.memes if name == "memes" else tables.length(table)
            if name != "calendar":
                for column in tables.columns(declaration):
                    hasher.update(tables.column_bytes(declaration, table, column, rows))
        pending = sorted(int(key) for key in world.calendar.key[: self.accounts])
        hasher.update(repr(pending).encode())
        return hasher.hexdigest()
