"""The World: every table of the simulated feed, column by column, and nothing else."""

from typing import Any, Final, NamedTuple

from game.feed.rules import Rules
from game.kernel.calendar import Calendar, Clock
from game.kernel.log import Log
from game.kernel.tables import Float64, Int8, Int16, Int32, Int64

# Roles (A10); an id is an address, (community, nth) for newcomers, so ids between newcomers may still be free
ABSENT: Final = 0
BOT: Final = 1
LURKER: Final = 2
HOBBY: Final = 3
ASPIRANT: Final = 4
GURU: Final = 5
DRAMA: Final = 6
ORGANISATION: Final = 7
ROLE_NAMES: Final = ("absent", "bot", "lurker", "hobby", "aspirant", "guru", "drama", "organisation")

# Who decides for an account
CLERK: Final = 0  # the built-in rule
SEAT: Final = 1  # a player or a named bot, through commands

# Kinds of posts
PLAIN: Final = 0
CALLOUT_POST: Final = 1
ANSWER_POST: Final = 2
COURSE_POST: Final = 3

NOBODY: Final = -1
COIN: Final = 1000  # money is kept in thousandths of a coin
BATCH: Final = 64  # readers in one round of a delivery
REGARD_MOST: Final = 100  # regard of a tie runs from minus this to this
MEMORY: Final = 12  # posts an account remembers having engaged with
STAMPED: Final = 256  # posts a seat remembers having stamped: more than any shift deals
LOGARITHMS: Final = 4096  # ln(1 + n) is kept for n below this


class Accounts(NamedTuple):
    """One row per account: founders, then newcomers, whose id is an address made of community and nth."""

    skill: Float64  # 0..1; mean quality of its posts
    aspiration: Float64  # 0..1; how much it believes in success
    ideology: Float64  # -1..1
    session_rate: Float64  # sessions/day
    post_rate: Float64  # posts/day, learned
    habit: Float64  # 0..1; drama in its posts, learned
    mean_likes: Float64  # likes per post, running mean
    authenticity: Float64  # 0..1; trust in it
    purse: Int64  # thousandths of a coin
    clout: Int32  # people who know it elsewhere
    followers: Int32
    followees: Int32
    first_in: Int32  # head of its list of followers in `ties`, -1 if empty
    first_out: Int32  # head of its list of followees in `ties`, -1 if empty
    posts_made: Int32
    oldest: Int32  # serial of its oldest post not yet learned from, -1 if none
    newest: Int32  # serial of its newest post, -1 if none
    visits: Int32
    last_visit: Int32  # tick
    likes_received: Int32
    reshares_received: Int32
    labour: Int32  # seconds by the book
    courses: Int16  # courses bought
    border: Int32  # number of the border interval in which `followers` last changed
    followers_then: Int32  # followers before that interval, what other communities still see
    community: Int16
    tray_head: Int16  # cell the next delivery takes
    tray_waiting: Int16  # unread entries
    role: Int8
    driver: Int8
    memory_head: Int8


class Posts(NamedTuple):
    """A ring: the post with serial s lives in row s modulo the table's length until its author has learned from it."""

    quality: Float64  # 0..1
    drama: Float64  # 0..1
    serial: Int32  # -1 for a free row
    author: Int32
    nth: Int32  # the author's nth post: (author, nth) is the address that chance and words use
    tick: Int32
    target: Int32  # account called out, -1
    likes: Int32
    reshares: Int32
    views: Int32
    thanked: Int32
    border: Int32  # number of the border interval in which the counters last changed
    likes_then: Int32  # counters before that interval, what other communities still see
    reshares_then: Int32
    next: Int32  # serial of the author's next post, -1
    topic: Int16  # a community's
    home: Int16  # its author's community: kept here, because looking up every author costs more than ranking
    side: Int8  # -1, 0, 1; political side
    kind: Int8
    depth: Int8  # deepest reshare
    session: Int32  # the session, by the platform's count, in which it was last looked at
    desks: Int16  # seats' desks it lies on: a paper under the lamp is not forgotten


class Ties(NamedTuple):
    """One row per follow, in two linked lists: the follower's followees and the followee's followers."""

    follower: Int32
    followee: Int32  # -1 once unfollowed; the row is freed when a delivery walks past it
    next_in: Int32  # next follower of the same followee; in free rows the next free one
    next_out: Int32  # next followee of the same follower
    regard: Int8  # -100..100; what the follower made of the minutes this tie cost


class Trays(NamedTuple):
    """`tray_size` cells per account, a ring: what was delivered and not yet read."""

    post: Int32  # serial
    tick: Int32  # from when it can be seen (the next border edge if it crosses communities)
    via: Int32  # who passed it on; the author for an original
    depth: Int8  # reshares between author and this entry


class Memory(NamedTuple):
    """`MEMORY` cells per account, a ring of serials: nobody likes one post twice."""

    post: Int32


class Pools(NamedTuple):
    """`pool_size` cells per community, addressed by hash, so that an extra post displaces one cell and nothing else."""

    fresh: Int32  # serial of a new post
    since: Int32  # tick of the busy entry: seen at home from then on, elsewhere from the next border edge
    busy: Int32  # serial of a post somebody engaged with: sampling cells samples by engagement
    via: Int32  # who passed the busy post on
    depth: Int8


class Tactics(NamedTuple):
    """One row per chain of an influencer: a call-out or a course (A62, A66)."""

    actor: Int32
    target: Int32  # chosen target, -1 = not yet
    post: Int32  # serial of the chain's post, -1
    turn: Int32  # how many times the chain has run
    followers: Int32  # the actor's followers when it last decided: what it sees of its own success
    planned: Int8  # 1 if a level planned it for one turn, 0 if the influencer decides
    desk: Int8  # 1 if the platform deals the chain's posts to the seats' desks
    answers: Int8  # 1 if the target answers in its own words
    answer: Int32  # serial of that answer, -1


class Desks(NamedTuple):
    """One row per seat: the desk of a player's account, its pile and its OUT strip."""

    account: Int32
    interval: Int32  # ticks between cards at the chosen pace
    cards: Int32  # cards of the shift, without overtime
    until: Int32  # cards dealt at most, overtime included
    dealt: Int32
    fallen: Int32
    worthy: Int32  # cards of each kind still owed
    bait: Int32
    so_so: Int32
    waiting: Int32  # cards in the pile
    out_verb: Int32  # stamp that waits for Commit, 0 for none
    out_post: Int32  # its card, as in `Pile`
    out_tick: Int32
    out_via: Int32
    out_depth: Int32
    stamped: Int32  # cards in `Stamped`
    returns: Int32  # cards dealt that the seat had stamped before
    since_return: Int32  # cards dealt since the last of these


class Pile(NamedTuple):
    """`pile_size` + 1 cells per seat, oldest first: the IN tray on the desk; the first lies under the lamp."""

    post: Int32
    tick: Int32  # when it was dealt
    via: Int32
    depth: Int8


class Stamped(NamedTuple):
    """`STAMPED` cells per seat: what was stamped at its desk, in order; a platform lets nobody lift a counter twice."""

    post: Int32  # serial


class Opened(NamedTuple):
    """Scratch of the session being read: the entries gathered and the order of the best."""

    post: Int32  # row in `posts`
    tick: Int32
    via: Int32
    depth: Int8
    score: Float64
    best: Int32  # rows of this table in the order of their score
    chosen: Int8  # 1 if this session reads it


class Batch(NamedTuple):
    """Scratch of a delivery: one round of readers."""

    reader: Int32
    cell: Int32  # the tray cell each gets
    lost: Int32  # row of the post that falls off that tray, -1 for none
    filled: Int32  # in the first row: how many readers this round has


class Communities(NamedTuple):
    """One row per community."""

    newcomers: Int32


class Platform(NamedTuple):
    """One row: the House's books and the sizes of the tables."""

    impressions: Int64
    visits: Int64
    earned: Int64  # micro-coins of advertising
    fees: Int64  # thousandths of a coin
    inflow: Int64  # thousandths of a coin, all money that ever entered purses
    accounts: Int64  # rows used: the highest id so far + 1
    posts: Int64  # serial of the next post
    tactics: Int64
    ties: Int64  # rows ever used
    free_tie: Int64  # head of the list of freed rows, -1
    free_ties: Int64
    most_followers: Int64  # high-water mark, for room in the log


class Logarithms(NamedTuple):
    """ln(1 + n) for small n, from `kernel.exact`: read far oftener than computed."""

    of: Float64


class World(NamedTuple):
    """All state; `rules` are the numbers every rule reads, `seed` addresses all chance."""

    accounts: Accounts
    posts: Posts
    ties: Ties
    trays: Trays
    memory: Memory
    pools: Pools
    tactics: Tactics
    desks: Desks
    pile: Pile
    stamped: Stamped
    opened: Opened
    batch: Batch
    communities: Communities
    platform: Platform
    clock: Clock
    calendar: Calendar
    log: Log
    logarithms: Logarithms
    rules: Rules
    seed: int


TABLES: Final[dict[str, Any]] = {
    "accounts": Accounts,
    "posts": Posts,
    "ties": Ties,
    "trays": Trays,
    "memory": Memory,
    "pools": Pools,
    "tactics": Tactics,
    "desks": Desks,
    "pile": Pile,
    "stamped": Stamped,
    "opened": Opened,
    "batch": Batch,
    "communities": Communities,
    "platform": Platform,
    "clock": Clock,
    "calendar": Calendar,
    "log": Log,
    "logarithms": Logarithms,
}
"""Declaration of each table, in the order of `World`."""
