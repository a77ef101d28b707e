"""VISIT: an account opens its tray, reads what its budget affords in the platform's order, and leaves again (C.2)."""

from game.feed import streams
from game.feed.clerk import log_count, look, seen_count
from game.feed.course import receive_inflow
from game.feed.delivery import busy_row, row_of
from game.feed.follows import wander
from game.feed.rules import CHRONOLOGICAL as CHRONOLOGICAL_MODE
from game.feed.rules import RANDOM as RANDOM_MODE
from game.feed.waiting import next_time
from game.feed.world import World
from game.kernel.chance import HALF_BITS, HALF_MASK, HALF_SIZE, bits, draw, index
from game.kernel.exact import exponential
from game.kernel.mark import kernel, outlined

SESSION_LUCK = streams.SESSION
BUDGET_LUCK = streams.BUDGET
RECOMMEND_LUCK = streams.RECOMMEND
RANK_LUCK = streams.RANK
NOISE = 3.4641016151377544  # sqrt(12): a uniform of this width has standard deviation 1


@kernel
def gather(world: World, tick: int, account: int) -> int:
    """Copy the unread entries of the tray, oldest first, into `opened`; stale ones are dropped. Returns how many.

    An entry that is still crossing a community border is gathered too, and marked by `chosen` = -1.
    """
    accounts = world.accounts
    trays = world.trays
    opened = world.opened
    size = world.rules.tray_size
    oldest = tick - world.rules.window
    waiting = accounts.tray_waiting[account]
    cell = accounts.tray_head[account] - waiting
    if cell < 0:
        cell += size
    base = account * size
    count = 0
    for _ in range(waiting):
        place = base + cell
        row = row_of(world, trays.post[place])
        if row >= 0 and world.posts.tick[row] > oldest:
            opened.post[count] = row
            opened.tick[count] = trays.tick[place]
            opened.via[count] = trays.via[place]
            opened.depth[count] = trays.depth[place]
            opened.chosen[count] = 0 if trays.tick[place] <= tick else -1
            count += 1
        cell += 1
        if cell == size:
            cell = 0
    return count


@kernel
def score(world: World, tick: int, account: int, place: int) -> float:
    """What the platform's rule gives an opened entry; the best are read first.

    Engagement: ln(1+L+2R) - .35 age/tau + noise (uniform with the published standard deviation; one addressed draw per
    reader and post, so it does not flicker between sessions). Without counters the same rule ranks, unseen.
    """
    rules = world.rules
    posts = world.posts
    row = world.opened.post[place]
    if rules.mode == CHRONOLOGICAL_MODE:
        return 1.0 * place
    luck = draw(world.seed, RANK_LUCK, account, posts.author[row], posts.nth[row])
    if rules.mode == RANDOM_MODE:
        return luck
    count = seen_count(world, tick, row, world.accounts.community[account], 2)
    aged = rules.score_age * (tick - posts.tick[row]) / rules.score_tau
    return log_count(world, count) - aged + rules.score_noise * NOISE * (luck - 0.5)


@kernel
def choose(world: World, tick: int, account: int, count: int, quota: int) -> int:
    """Mark the entries this session reads and list them in `best`; returns how many. What fits is all read."""
    opened = world.opened
    visible = 0
    for place in range(count):
        if opened.chosen[place] == 0:
            opened.best[visible] = place
            visible += 1
    if visible > quota:
        return rank(world, tick, account, count, quota)
    for k in range(visible):
        opened.chosen[opened.best[k]] = 1
    return visible


@kernel
def rank(world: World, tick: int, account: int, count: int, quota: int) -> int:
    """The `quota` best entries by score, best first, by insertion into a short sorted list."""
    opened = world.opened
    kept = 0
    for place in range(count):
        if opened.chosen[place] != 0:
            continue
        value = score(world, tick, account, place)
        opened.score[place] = value
        if kept == quota:
            if kept == 0 or value <= opened.score[opened.best[kept - 1]]:
                continue
            kept -= 1
        spot = kept
        while spot > 0 and opened.score[opened.best[spot - 1]] < value:
            opened.best[spot] = opened.best[spot - 1]
            spot -= 1
        opened.best[spot] = place
        kept += 1
    for k in range(kept):
        opened.chosen[opened.best[k]] = 1
    return kept


@kernel
def put_back(world: World, account: int, count: int) -> None:
    """Leave what was not read in the tray, in the order it came."""
    accounts = world.accounts
    trays = world.trays
    opened = world.opened
    size = world.rules.tray_size
    base = account * size
    left = 0
    for place in range(count):
        if opened.chosen[place] != 1:
            cell = base + left
            trays.post[cell] = world.posts.serial[opened.post[place]]
            trays.tick[cell] = opened.tick[place]
            trays.via[cell] = opened.via[place]
            trays.depth[cell] = opened.depth[place]
            left += 1
    accounts.tray_waiting[account] = left
    accounts.tray_head[account] = left if left < size else 0


@kernel
def recommend(world: World, tick: int, account: int, slot: int, load: float, sent: int) -> int:
    """Show one recommended card, drawn from an addressed cell of a pool; an empty or stale cell shows nothing."""
    rules = world.rules
    posts = world.posts
    pools = world.pools
    nth = world.accounts.visits[account]
    home = world.accounts.community[account]
    lanes = bits(world.seed, RECOMMEND_LUCK, account, nth, slot)
    luck = (lanes & HALF_MASK) / HALF_SIZE
    community = home
    if luck < rules.cross:
        community = index(world.seed, RECOMMEND_LUCK, account, nth, 1000 + slot, rules.communities)
    cell = community * rules.pool_size + (((lanes >> HALF_BITS) * rules.pool_size) >> HALF_BITS)
    newest = 1.0 - luck < rules.fresh or rules.mode == RANDOM_MODE
    row = row_of(world, pools.fresh[cell]) if newest else busy_row(world, tick, community, cell, home)
    if row < 0 or posts.author[row] == account or posts.tick[row] <= tick - rules.window:
        return sent
    if posts.home[row] != home and posts.tick[row] // rules.border == tick // rules.border:
        return sent  # still crossing
    if newest:
        return look(world, tick, account, row, posts.author[row], 0, load, sent)
    if pools.via[cell] == account:
        return sent
    return look(world, tick, account, row, pools.via[cell], pools.depth[cell], load, sent)


@kernel
def read(world: World, tick: int, account: int) -> None:
    """One session of a clerk: tray first, then the platform's recommendations."""
    accounts = world.accounts
    opened = world.opened
    rules = world.rules
    nth = accounts.visits[account]
    budget = 1 + int(rules.budget_mean * exponential(draw(world.seed, BUDGET_LUCK, account, nth, 0)))
    if budget > rules.budget_most:
        budget = rules.budget_most
    slots = 0
    if rules.mode != CHRONOLOGICAL_MODE:
        slots = int(rules.recommended * budget)
    load = accounts.tray_waiting[account] / (1.0 * rules.tray_size)
    count = gather(world, tick, account)
    chosen = choose(world, tick, account, count, budget - slots)
    sent = 0
    for k in range(chosen):
        place = opened.best[k]
        sent = look(world, tick, account, opened.post[place], opened.via[place], opened.depth[place], load, sent)
    for slot in range(slots):
        sent = recommend(world, tick, account, slot, load, sent)
    put_back(world, account, count)
    wander(world, tick, account)


@outlined
@kernel
def visit(world: World, tick: int, account: int) -> int:
    """VISIT: read if the built-in clerk decides for this account; returns the tick of its next session."""
    accounts = world.accounts
    accounts.visits[account] += 1
    if accounts.driver[account] == 0:
        world.platform.visits[0] += 1
        receive_inflow(world, tick, account)
        read(world, tick, account)
        accounts.last_visit[account] = tick
    return next_visit(world, tick, account)


@kernel
def next_visit(world: World, tick: int, account: int) -> int:
    """When an account opens its tray again: exponential waiting at its session rate."""
    luck = draw(world.seed, SESSION_LUCK, account, world.accounts.visits[account], 0)
    return next_time(tick, world.accounts.session_rate[account], luck)
