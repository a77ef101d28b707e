"""Delivery: where a post or a reshare lands in the trays of followers, and in the pools of a community."""

from game.feed import events, streams
from game.feed.follows import release_tie
from game.feed.world import NOBODY, World
from game.kernel.chance import index
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

FELL_OFF = events.FELL_OFF
DELIVERED = events.DELIVERED
POOL_LUCK = streams.POOL
DEEPEST = 127  # what a depth column holds; deeper reshares count as this


@kernel
def row_of(world: World, serial: int) -> int:
    """Row of a post by serial, -1 if it has been forgotten."""
    if serial < 0:
        return NOBODY
    row = serial % len(world.posts.serial)
    return row if world.posts.serial[row] == serial else NOBODY


@kernel
def drop_into_tray(world: World, now: int, reader: int, serial: int, visible: int, via: int, depth: int) -> None:
    """Put one entry into a tray; a full tray loses its oldest unread entry, which is logged."""
    accounts = world.accounts
    trays = world.trays
    size = world.rules.tray_size
    head = accounts.tray_head[reader]
    cell = reader * size + head
    if accounts.tray_waiting[reader] == size:
        lost = row_of(world, trays.post[cell])
        if lost >= 0:
            posts = world.posts
            record(world.log, world.clock, now, FELL_OFF, reader, posts.author[lost], posts.nth[lost], trays.via[cell], 0)
    else:
        accounts.tray_waiting[reader] += 1
    trays.post[cell] = serial
    trays.tick[cell] = visible
    trays.via[cell] = via
    trays.depth[cell] = depth
    head += 1
    accounts.tray_head[reader] = head if head < size else 0


@outlined
@kernel
def deliver(world: World, tick: int, sender: int, row: int, depth: int) -> None:
    """Push the post in `row` to every follower of `sender`; across a community border it is seen at the next edge.

    This is where a reshare is delivered. Ties broken since the last delivery are unlinked on the way.
    """
    accounts = world.accounts
    ties = world.ties
    serial = world.posts.serial[row]
    home = accounts.community[sender]
    edge = (tick // world.rules.border + 1) * world.rules.border
    if depth > DEEPEST:
        depth = DEEPEST
    before = NOBODY
    one = accounts.first_in[sender]
    while one >= 0:
        if ties.followee[one] == NOBODY:
            one = release_tie(world, before, one, sender)
            continue
        reader = ties.follower[one]
        visible = tick if accounts.community[reader] == home else edge
        drop_into_tray(world, tick, reader, serial, visible, sender, depth)
        before = one
        one = ties.next_in[one]
    posts = world.posts
    record(
        world.log, world.clock, tick, DELIVERED, sender, posts.author[row], posts.nth[row], NOBODY,
        accounts.followers[sender],
    )  # fmt: skip


@kernel
def put_in_fresh_pool(world: World, row: int) -> None:
    """A new post takes the cell its own address names, whoever was there."""
    posts = world.posts
    rules = world.rules
    cell = index(world.seed, POOL_LUCK, posts.author[row], posts.nth[row], 0, rules.pool_size)
    world.pools.fresh[posts.topic[row] * rules.pool_size + cell] = posts.serial[row]


@kernel
def put_in_busy_pool(world: World, community: int, row: int, engager: int, via: int, depth: int) -> None:
    """An engagement takes one addressed cell: a uniform draw over cells is then a draw by engagement."""
    posts = world.posts
    rules = world.rules
    cell = index(world.seed, POOL_LUCK, engager, posts.author[row], posts.nth[row], rules.pool_size)
    place = community * rules.pool_size + cell
    world.pools.busy[place] = posts.serial[row]
    world.pools.via[place] = via
    world.pools.depth[place] = depth if depth < DEEPEST else DEEPEST
