"""The clerk's rule: what one look at one card does (MODEL C.3, A01), and the reader's verdict on the minute it cost."""

from game.feed import events, streams
from game.feed.course import maybe_buy
from game.feed.delivery import DEEPEST, deliver, fill_busy_cell, put_in_busy_pool
from game.feed.follows import maybe_follow, seen_followers, tie
from game.feed.world import BOT as BOT_ROLE
from game.feed.world import COURSE_POST, LOGARITHMS, MEMORY, REGARD_MOST, SEAT, World
from game.kernel.chance import HALF_BITS, HALF_MASK, HALF_SIZE, bits, draw, index
from game.kernel.exact import exp, log
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

LIKE = events.LIKE
RESHARE = events.RESHARE
THANKED = events.THANKED
MINUTE_BACK = events.MINUTE_BACK
LAST_31_BITS = 0x7FFFFFFF  # what a column of 32 bits holds; two sessions of one account never share them
REMEMBERED = 8  # verdicts, of which one moves a tie's regard
READ_LUCK = streams.READ
RESHARE_LUCK = streams.RESHARE
HEAT_LUCK = streams.HEAT


@kernel
def log_count(world: World, count: int) -> float:
    """ln(1 + count)."""
    if count < LOGARITHMS:
        return world.logarithms.of[count]
    return log(1.0 + count)


@kernel
def seen_count(world: World, tick: int, row: int, community: int, weight: int) -> int:
    """Likes + `weight` * reshares of a post as a member of `community` sees them.

    Outside its author's community they are those of the last border edge.
    """
    posts = world.posts
    if posts.border[row] != tick // world.rules.border or posts.home[row] == community:
        return posts.likes[row] + weight * posts.reshares[row]
    return posts.likes_then[row] + weight * posts.reshares_then[row]


@kernel
def note_counters(world: World, tick: int, row: int) -> None:
    """Remember the counters that other communities see until the next border edge."""
    posts = world.posts
    interval = tick // world.rules.border
    if posts.border[row] != interval:
        posts.border[row] = interval
        posts.likes_then[row] = posts.likes[row]
        posts.reshares_then[row] = posts.reshares[row]


@kernel
def engagement_odds(world: World, tick: int, reader: int, row: int, load: float) -> float:
    """Log-odds that `reader` engages with the post in `row`; `load` is the filled share of its tray."""
    rules = world.rules
    posts = world.posts
    accounts = world.accounts
    community = accounts.community[reader]
    odds = rules.engage_base + rules.engage_quality * (posts.quality[row] - 0.5) + rules.engage_drama * posts.drama[row]
    if posts.topic[row] == community:
        odds += rules.engage_match
    if posts.side[row] * accounts.ideology[reader] < 0.0:
        odds += rules.engage_side * abs(accounts.ideology[reader])
    if rules.counters:
        odds += rules.engage_counter * log_count(world, seen_count(world, tick, row, community, 1))
        fame = seen_followers(world, tick, posts.author[row], community)
        odds += 0.5 * rules.engage_fame * log_count(world, fame)
    return odds - rules.engage_load * load


@kernel
def thanks_odds(world: World, quality: float, drama: float, match: float) -> float:
    """Log-odds that a reader thanks for the minute a post cost."""
    rules = world.rules
    odds = rules.thanks_base + rules.thanks_quality * (quality - 0.5)
    return odds + rules.thanks_match * match - rules.thanks_drama * drama


@kernel
def remembers(world: World, account: int, serial: int) -> bool:
    """Whether `account` has engaged with this post before."""
    memory = world.memory
    base = account * MEMORY
    for cell in range(base, base + MEMORY):
        if memory.post[cell] == serial:
            return True
    return False


@kernel
def remember(world: World, account: int, serial: int) -> None:
    """Keep an engaged post in mind."""
    accounts = world.accounts
    head = accounts.memory_head[account]
    world.memory.post[account * MEMORY + head] = serial
    head += 1
    accounts.memory_head[account] = head if head < MEMORY else 0


@kernel
def like(world: World, tick: int, account: int, row: int, via: int, depth: int) -> None:
    """The Like stamp: lifts the counter; the post becomes easier to find, nothing is sent."""
    posts = world.posts
    author = posts.author[row]
    note_counters(world, tick, row)
    posts.likes[row] += 1
    world.accounts.likes_received[author] += 1
    record(world.log, world.clock, tick, LIKE, account, author, posts.nth[row], via, 0)
    put_in_busy_pool(world, tick, world.accounts.community[account], row, account, author, depth)


@kernel
def heat_up(world: World, tick: int, account: int, row: int, depth: int) -> None:
    """A reshare of a heated post is recommended wider: it takes so many cells more, in proportion to its drama (A66)."""
    posts = world.posts
    cells = int(world.rules.drama_cells * posts.drama[row])
    base = world.accounts.community[account] * world.rules.pool_size
    for k in range(cells):
        cell = index(world.seed, HEAT_LUCK, account, posts.author[row], 1000 * posts.nth[row] + k, world.rules.pool_size)
        fill_busy_cell(world, tick, base + cell, row, account, depth)


@outlined
@kernel
def reshare(world: World, tick: int, account: int, row: int, via: int, depth: int) -> None:
    """The Reshare stamp: lifts the counter and drops the post into the trays of all followers."""
    posts = world.posts
    author = posts.author[row]
    note_counters(world, tick, row)
    posts.reshares[row] += 1
    if depth + 1 > posts.depth[row]:
        posts.depth[row] = depth + 1 if depth < DEEPEST else DEEPEST
    world.accounts.reshares_received[author] += 1
    record(world.log, world.clock, tick, RESHARE, account, author, posts.nth[row], via, depth + 1)
    put_in_busy_pool(world, tick, world.accounts.community[account], row, account, account, depth + 1)
    heat_up(world, tick, account, row, depth + 1)
    deliver(world, tick, account, row, depth + 1)


@kernel
def impression(world: World, row: int, reader: int, seconds: int) -> None:
    """Book one look: the platform sells it, the reader works `seconds` for it (A02)."""
    platform = world.platform
    platform.impressions[0] += 1
    platform.earned[0] += int(world.rules.cpm * 1000.0)
    world.posts.views[row] += 1
    world.accounts.labour[reader] += seconds


@outlined
@kernel
def regard_for(world: World, follower: int, followee: int) -> float:
    """What a follower makes of the minutes that a followee has cost it, -1 .. 1; 0 for one that it does not follow."""
    row = tie(world, follower, followee)
    return world.ties.regard[row] / REGARD_MOST if row >= 0 else 0.0


@kernel
def change_regard(world: World, follower: int, followee: int, step: int) -> None:
    """Move a tie's regard by `step` points, within its bounds; nothing where there is no tie."""
    row = tie(world, follower, followee)
    if row >= 0:
        regard = world.ties.regard[row] + step
        if regard > REGARD_MOST:
            regard = REGARD_MOST
        if regard < -REGARD_MOST:
            regard = -REGARD_MOST
        world.ties.regard[row] = regard


@kernel
def verdict(world: World, tick: int, reader: int, row: int, via: int, lane: int, seconds: int) -> None:
    """The reader's verdict on the minute: THANKED or MINUTE_BACK; one in `REMEMBERED` moves the tie it came by.

    The last bits of the verdict's own draw decide which: looking up the tie costs more than all else in a look.
    """
    posts = world.posts
    match = 1.0 if posts.topic[row] == world.accounts.community[reader] else 0.0
    odds = thanks_odds(world, posts.quality[row], posts.drama[row], match)
    thanked = lane * (1.0 + exp(-odds)) < HALF_SIZE
    if thanked:
        posts.thanked[row] += 1
    kind = THANKED if thanked else MINUTE_BACK
    record(world.log, world.clock, tick, kind, reader, posts.author[row], posts.nth[row], via, seconds)
    if lane % REMEMBERED:
        return
    change_regard(world, reader, via, world.rules.regard_step if thanked else -world.rules.regard_step)


@kernel
def look(world: World, tick: int, reader: int, row: int, via: int, depth: int, load: float, sent: int) -> int:
    """One card under a clerk's eyes: engage or not, pass on or not, and the verdict. Returns reshares sent so far.

    A post met twice in one session, by two routes or two pool cells, is passed over the second time and costs nobody
    a minute; in a later session it is read again.
    """
    posts = world.posts
    rules = world.rules
    session = world.platform.visits[0] & LAST_31_BITS
    if posts.session[row] == session:
        return sent
    posts.session[row] = session
    author = posts.author[row]
    nth = posts.nth[row]
    luck = bits(world.seed, READ_LUCK, reader, author, nth)
    odds = engagement_odds(world, tick, reader, row, load)
    if via != author and world.accounts.driver[via] == SEAT:
        odds += rules.engage_favour * regard_for(world, reader, via)
    limit = HALF_SIZE
    if world.accounts.role[reader] == BOT_ROLE:
        limit *= rules.bot_factor
    engaged = (luck >> HALF_BITS) * (1.0 + exp(-odds)) < limit
    seconds = rules.look_seconds
    course = posts.kind[row] == COURSE_POST
    if (engaged or course) and not remembers(world, reader, posts.serial[row]):
        if engaged:
            seconds += rules.stamp_seconds
            sent = engage(world, tick, reader, row, via, depth, sent)
        if course and maybe_buy(world, tick, reader, row) and not engaged:
            remember(world, reader, posts.serial[row])
    impression(world, row, reader, seconds)
    verdict(world, tick, reader, row, via, luck & HALF_MASK, seconds)
    return sent


@outlined
@kernel
def engage(world: World, tick: int, reader: int, row: int, via: int, depth: int, sent: int) -> int:
    """Like or reshare, then perhaps follow the author, and whoever passed it on: drama brings that one followers."""
    posts = world.posts
    rules = world.rules
    author = posts.author[row]
    nth = posts.nth[row]
    drama = posts.drama[row]
    remember(world, reader, posts.serial[row])
    chance = 1.0 / (1.0 + exp(-(rules.reshare_base + drama)))
    if sent < rules.out_tray and draw(world.seed, RESHARE_LUCK, reader, author, nth) < chance:
        reshare(world, tick, reader, row, via, depth)
        sent += 1
    else:
        like(world, tick, reader, row, via, depth)
    if tie(world, reader, author) < 0:
        maybe_follow(world, tick, reader, author, 1.0 + rules.drama_follow * drama, nth)
    if via != author and tie(world, reader, via) < 0:
        maybe_follow(world, tick, reader, via, rules.passer_follow * (1.0 + rules.drama_follow * drama), nth)
    return sent
