"""Who follows whom: the tie lists, following, following back, unfollowing, closure and browsing (MODEL C.4)."""

from game.feed import events, streams
from game.feed.waiting import DAY
from game.feed.world import NOBODY, REGARD_MOST, World
from game.kernel.chance import HALF_BITS, HALF_MASK, HALF_SIZE, bits, draw, index
from game.kernel.exact import exp, power
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

# Names of other rooms are bound here because kernels see plain names only.
FOLLOW = events.FOLLOW
UNFOLLOW = events.UNFOLLOW
FOLLOW_LUCK = streams.FOLLOW
BACK_LUCK = streams.FOLLOW_BACK
WANDER_LUCK = streams.WANDER
PULL_MOST = 4.0  # fame helps no further
BREAKING = 0.5  # the upper half of a session's wandering luck is about breaking a tie


@kernel
def tie(world: World, follower: int, followee: int) -> int:
    """Row of the tie, -1 if `follower` does not follow `followee`. Walks the follower's list, which is short."""
    ties = world.ties
    row = world.accounts.first_out[follower]
    while row >= 0:
        if ties.followee[row] == followee:
            return row
        row = ties.next_out[row]
    return NOBODY


@kernel
def note_followers(world: World, tick: int, account: int) -> None:
    """Remember the follower count that other communities see until the next border edge."""
    accounts = world.accounts
    interval = tick // world.rules.border
    if accounts.border[account] != interval:
        accounts.border[account] = interval
        accounts.followers_then[account] = accounts.followers[account]


@kernel
def seen_followers(world: World, tick: int, account: int, community: int) -> int:
    """The follower count of `account` as a member of `community` sees it."""
    accounts = world.accounts
    if accounts.community[account] == community or accounts.border[account] != tick // world.rules.border:
        return accounts.followers[account]
    return accounts.followers_then[account]


@outlined
@kernel
def follow(world: World, tick: int, follower: int, followee: int) -> bool:
    """Add a tie and log it; False if it exists already or is to oneself."""
    if follower == followee or tie(world, follower, followee) >= 0:
        return False
    accounts = world.accounts
    platform = world.platform
    ties = world.ties
    row = platform.free_tie[0]
    if row >= 0:
        platform.free_tie[0] = ties.next_in[row]
        platform.free_ties[0] -= 1
    else:
        row = platform.ties[0]
        platform.ties[0] = row + 1
    note_followers(world, tick, followee)
    ties.follower[row] = follower
    ties.followee[row] = followee
    ties.regard[row] = 0
    ties.next_out[row] = accounts.first_out[follower]
    ties.next_in[row] = accounts.first_in[followee]
    accounts.first_out[follower] = row
    accounts.first_in[followee] = row
    accounts.followees[follower] += 1
    count = accounts.followers[followee] + 1
    accounts.followers[followee] = count
    if count > platform.most_followers[0]:
        platform.most_followers[0] = count
    record(world.log, world.clock, tick, FOLLOW, follower, followee, 0, NOBODY, 0)
    return True


@outlined
@kernel
def unfollow(world: World, tick: int, follower: int, followee: int) -> bool:
    """Break a tie and log it; False if there is none. The followee's list drops the row at its next delivery."""
    accounts = world.accounts
    ties = world.ties
    before = NOBODY
    row = accounts.first_out[follower]
    while row >= 0 and ties.followee[row] != followee:
        before = row
        row = ties.next_out[row]
    if row < 0:
        return False
    if before < 0:
        accounts.first_out[follower] = ties.next_out[row]
    else:
        ties.next_out[before] = ties.next_out[row]
    ties.followee[row] = NOBODY
    note_followers(world, tick, followee)
    accounts.followees[follower] -= 1
    accounts.followers[followee] -= 1
    record(world.log, world.clock, tick, UNFOLLOW, follower, followee, 0, NOBODY, 0)
    return True


@kernel
def release_tie(world: World, before: int, row: int, followee: int) -> int:
    """Take a broken tie out of its followee's list, free the row, and return the row after it."""
    ties = world.ties
    after = ties.next_in[row]
    if before < 0:
        world.accounts.first_in[followee] = after
    else:
        ties.next_in[before] = after
    ties.next_in[row] = world.platform.free_tie[0]
    world.platform.free_tie[0] = row
    world.platform.free_ties[0] += 1
    return after


@outlined
@kernel
def befriend(world: World, tick: int, follower: int, followee: int) -> None:
    """Follow, and let the followee decide at once whether to follow back (B09, B10)."""
    if not follow(world, tick, follower, followee):
        return
    rules = world.rules
    accounts = world.accounts
    if accounts.driver[followee] != 0:
        return  # a seat decides for itself
    size = seen_followers(world, tick, follower, accounts.community[followee])
    chance = rules.follow_back
    if size < rules.follow_back_size * accounts.followers[followee]:
        chance *= rules.follow_back_small
    if draw(world.seed, BACK_LUCK, followee, follower, 0) < chance:
        follow(world, tick, followee, follower)


@outlined
@kernel
def maybe_follow(world: World, tick: int, reader: int, account: int, factor: float, nth: int) -> None:
    """After an engagement, perhaps follow `account` (C.4); `factor` is drama's, `nth` tells occasions apart.

    P = 10 phi_f min(4, ((1+F_a)/F_ref)**.6), a quarter of it downwards; without counters size plays no part.
    """
    if reader == account or world.accounts.driver[reader] != 0:
        return
    rules = world.rules
    chance = 10.0 * rules.follow_rate * factor
    if rules.counters:
        size = seen_followers(world, tick, account, world.accounts.community[reader])
        pull = power((1.0 + size) / rules.follow_reference, rules.follow_exponent)
        chance *= pull if pull < PULL_MOST else PULL_MOST
        if size < world.accounts.followers[reader]:
            chance *= rules.follow_down
    if draw(world.seed, FOLLOW_LUCK, reader, account, nth) < chance:
        befriend(world, tick, reader, account)


@kernel
def nth_followee(world: World, account: int, place: int) -> int:
    """The followee at `place` in the account's list (newest first), -1 beyond its end."""
    ties = world.ties
    row = world.accounts.first_out[account]
    while row >= 0 and place > 0:
        row = ties.next_out[row]
        place -= 1
    return ties.followee[row] if row >= 0 else NOBODY


@outlined
@kernel
def wander(world: World, tick: int, account: int) -> None:
    """The end of a session: perhaps close a triangle, browse, or break one tie.

    Breaking is thinned: a candidate comes at the fastest rate any tie could have, times ties, times days since the
    last session, and is broken with the probability its own regard and reciprocity give.
    """
    rules = world.rules
    accounts = world.accounts
    size = accounts.followees[account]
    if size == 0:
        return
    nth = accounts.visits[account]
    luck = draw(world.seed, WANDER_LUCK, account, nth, 0)
    if luck < rules.closure_rate:
        friend = nth_followee(world, account, index(world.seed, WANDER_LUCK, account, nth, 1, size))
        reach = accounts.followees[friend]
        if reach > 0:
            found = nth_followee(world, friend, index(world.seed, WANDER_LUCK, account, nth, 2, reach))
            befriend(world, tick, account, found)
    elif luck < rules.closure_rate + rules.browse_rate:
        base = accounts.community[account] * rules.pool_size
        cell = base + index(world.seed, WANDER_LUCK, account, nth, 3, rules.pool_size)
        serial = world.pools.busy[cell]
        slot = serial % len(world.posts.serial)
        if serial >= 0 and world.posts.serial[slot] == serial and world.pools.since[cell] <= tick:
            befriend(world, tick, account, world.posts.author[slot])
    elif luck > BREAKING:
        days = (tick - accounts.last_visit[account]) / DAY
        hazard = days * size * rules.unfollow_rate * (1.0 + rules.unfollow_irritation)
        if luck - BREAKING < 1.0 - exp(-hazard):
            perhaps_break(world, tick, account, nth, size)


@kernel
def perhaps_break(world: World, tick: int, account: int, nth: int, size: int) -> None:
    """Break one tie picked at random, with the probability its irritation, regard and reciprocity give."""
    rules = world.rules
    lanes = bits(world.seed, WANDER_LUCK, account, nth, 4)
    friend = nth_followee(world, account, ((lanes >> HALF_BITS) * size) >> HALF_BITS)
    row = tie(world, account, friend)
    regard = world.ties.regard[row]
    chance = 1.0 / (1.0 + rules.unfollow_irritation)
    if regard < 0:
        chance *= 1.0 + rules.unfollow_irritation * (-regard / REGARD_MOST)
    else:
        chance *= exp(-regard / REGARD_MOST)
    if tie(world, friend, account) >= 0:
        chance *= rules.unfollow_mutual
    if (lanes & HALF_MASK) < chance * HALF_SIZE:
        unfollow(world, tick, account, friend)
