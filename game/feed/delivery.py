"""Delivery: where a post or a reshare lands in the trays of followers, and in the pools of a community."""

from game.feed import events, streams
from game.feed.follows import release_tie
from game.feed.world import BATCH, NOBODY, World
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
def gather_round(world: World, sender: int, before: int, one: int) -> int:
    """Note the readers of one round, from tie `one` on, and the tray cells they get; returns the last tie walked.

    Memory is what a delivery costs: a million trays fit into no cache. Noting cells first lets the processor fetch
    many of them at a time, instead of waiting for each. Ties broken since the last delivery are unlinked on the way.
    """
    accounts = world.accounts
    ties = world.ties
    batch = world.batch
    size = world.rules.tray_size
    count = 0
    last = before
    while one >= 0 and count < BATCH:
        if ties.followee[one] == NOBODY:
            one = release_tie(world, last, one, sender)
            continue
        reader = ties.follower[one]
        batch.reader[count] = reader
        batch.cell[count] = reader * size + accounts.tray_head[reader]
        count += 1
        last = one
        one = ties.next_in[one]
    for k in range(count):
        batch.lost[k] = world.trays.post[batch.cell[k]]
    for k in range(count):
        full = accounts.tray_waiting[batch.reader[k]] == size
        batch.lost[k] = row_of(world, batch.lost[k]) if full else NOBODY
    world.batch.filled[0] = count
    return last


@kernel
def drop_into_tray(world: World, now: int, k: int, serial: int, visible: int, via: int, depth: int) -> None:
    """Put one entry into the tray of reader `k` of the round; a full tray loses its oldest unread entry, which is logged."""
    accounts = world.accounts
    trays = world.trays
    size = world.rules.tray_size
    reader = world.batch.reader[k]
    cell = world.batch.cell[k]
    if accounts.tray_waiting[reader] < size:
        accounts.tray_waiting[reader] += 1
    elif world.batch.lost[k] >= 0:
        posts = world.posts
        lost = world.batch.lost[k]
        record(world.log, world.clock, now, FELL_OFF, reader, posts.author[lost], posts.nth[lost], trays.via[cell], 0)
    trays.post[cell] = serial
    trays.tick[cell] = visible
    trays.via[cell] = via
    trays.depth[cell] = depth
    head = accounts.tray_head[reader] + 1
    accounts.tray_head[reader] = head if head < size else 0


@outlined
@kernel
def deliver(world: World, tick: int, sender: int, row: int, depth: int) -> None:
    """Push the post in `row` to every follower of `sender`; across a community border it is seen at the next edge.

    This is where a reshare is delivered, in rounds of `BATCH` readers.
    """
    accounts = world.accounts
    serial = world.posts.serial[row]
    home = accounts.community[sender]
    edge = (tick // world.rules.border + 1) * world.rules.border
    if depth > DEEPEST:
        depth = DEEPEST
    last = NOBODY
    one = accounts.first_in[sender]
    while one >= 0:
        last = gather_round(world, sender, last, one)
        for k in range(world.batch.filled[0]):
            visible = tick if accounts.community[world.batch.reader[k]] == home else edge
            drop_into_tray(world, tick, k, serial, visible, sender, depth)
        one = world.ties.next_in[last] if last >= 0 else NOBODY
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
def put_in_busy_pool(world: World, tick: int, community: int, row: int, engager: int, via: int, depth: int) -> None:
    """An engagement takes one addressed cell: a uniform draw over cells is then a draw by engagement."""
    posts = world.posts
    rules = world.rules
    cell = index(world.seed, POOL_LUCK, engager, posts.author[row], posts.nth[row], rules.pool_size)
    fill_busy_cell(world, tick, community * rules.pool_size + cell, row, via, depth)


@kernel
def fill_busy_cell(world: World, tick: int, cell: int, row: int, via: int, depth: int) -> None:
    """Write one cell of a busy pool."""
    pools = world.pools
    pools.busy[cell] = world.posts.serial[row]
    pools.since[cell] = tick
    pools.via[cell] = via
    pools.depth[cell] = depth if depth < DEEPEST else DEEPEST


@kernel
def busy_row(world: World, tick: int, community: int, cell: int, home: int) -> int:
    """Row of the post in a cell of a community's busy pool as a member of `home` sees it, -1 if nothing is to be seen.

    What is new in another community's pool is seen from the next border edge on.
    """
    border = world.rules.border
    since = world.pools.since[cell]
    if since > tick or (community != home and since // border == tick // border):
        return NOBODY
    return row_of(world, world.pools.busy[cell])
