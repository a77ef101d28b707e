"""Posting and learning from likes: what authors write, how often, and with how much drama (B45, B46)."""

from game.feed import events, streams
from game.feed.delivery import deliver, put_in_fresh_pool, row_of
from game.feed.waiting import next_time
from game.feed.world import BOT as BOT_ROLE
from game.feed.world import NOBODY, PLAIN, World
from game.kernel.calendar import NEVER, push
from game.kernel.chance import draw, index, normal
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

POST = events.POST
LEARN = events.LEARN
POST_LUCK = streams.POST
CONTENT_LUCK = streams.CONTENT
SURPRISE_MOST = 20.0  # likes above the mean; more teach nothing more in one step
RATE_SHARE = 0.7  # how much of a learning step moves the rate of posting
STEP_LEAST = -0.4  # no single disappointment takes more than a tenth of the rate


@kernel
def clip(x: float) -> float:
    """The nearest number in 0 .. 1."""
    if x < 0.0:
        return 0.0
    return x if x < 1.0 else 1.0


@outlined
@kernel
def write_post(world: World, tick: int, author: int, kind: int, quality: float, drama: float, target: int) -> int:
    """Add a post to the ring and schedule the day its author learns from it; returns its row (the loop kept it free)."""
    posts = world.posts
    accounts = world.accounts
    platform = world.platform
    serial = platform.posts[0]
    platform.posts[0] = serial + 1
    row = serial % len(posts.serial)
    accounts.posts_made[author] += 1
    nth = accounts.posts_made[author]
    posts.serial[row] = serial
    posts.author[row] = author
    posts.nth[row] = nth
    posts.tick[row] = tick
    posts.kind[row] = kind
    posts.quality[row] = quality
    posts.drama[row] = drama
    posts.target[row] = target
    posts.topic[row] = topic_of(world, author, nth)
    posts.home[row] = accounts.community[author]
    posts.side[row] = side_of(world, author, nth)
    posts.likes[row] = 0
    posts.reshares[row] = 0
    posts.views[row] = 0
    posts.thanked[row] = 0
    posts.border[row] = 0
    posts.likes_then[row] = 0
    posts.reshares_then[row] = 0
    posts.depth[row] = 0
    posts.session[row] = 0
    posts.desks[row] = 0
    posts.next[row] = NOBODY
    queue_to_learn(world, tick, author, serial)
    record(world.log, world.clock, tick, POST, author, author, nth, NOBODY, kind)
    return row


@kernel
def topic_of(world: World, author: int, nth: int) -> int:
    """A post is about its author's community, now and then about another's."""
    rules = world.rules
    if draw(world.seed, CONTENT_LUCK, author, nth, 0) < rules.topic_noise:
        return index(world.seed, CONTENT_LUCK, author, nth, 1, rules.communities)
    return world.accounts.community[author]


@kernel
def side_of(world: World, author: int, nth: int) -> int:
    """The political side a post takes: its author's, or none."""
    if draw(world.seed, CONTENT_LUCK, author, nth, 2) >= world.rules.political_share:
        return 0
    return 1 if world.accounts.ideology[author] > 0.0 else -1


@kernel
def queue_to_learn(world: World, tick: int, author: int, serial: int) -> None:
    """Chain the post behind its author's earlier ones; LEARN is pending for the oldest."""
    posts = world.posts
    accounts = world.accounts
    if accounts.oldest[author] < 0:
        accounts.oldest[author] = serial
        push(world.calendar, world.clock, tick + world.rules.learn_after, LEARN, author)
    else:
        posts.next[row_of(world, accounts.newest[author])] = serial
    accounts.newest[author] = serial


@kernel
def next_post(world: World, tick: int, author: int) -> int:
    """When an author posts again: exponential waiting at its present rate."""
    luck = draw(world.seed, POST_LUCK, author, world.accounts.posts_made[author], 0)
    return next_time(tick, world.accounts.post_rate[author], luck)


@outlined
@kernel
def post(world: World, tick: int, author: int) -> int:
    """POST: write, show, deliver; returns the tick of the author's next post. A seat writes only by command; its turn passes."""
    accounts = world.accounts
    rules = world.rules
    if accounts.driver[author] != 0:
        return next_post(world, tick, author)
    nth = accounts.posts_made[author] + 1
    quality = clip(accounts.skill[author] + rules.quality_sd * normal(world.seed, CONTENT_LUCK, author, nth, 3))
    drama = clip(accounts.habit[author] + rules.drama_sd * normal(world.seed, CONTENT_LUCK, author, nth, 4))
    row = write_post(world, tick, author, PLAIN, quality, drama, NOBODY)
    put_in_fresh_pool(world, row)
    deliver(world, tick, author, row, 0)
    return next_post(world, tick, author)


@outlined
@kernel
def learn(world: World, tick: int, author: int) -> int:
    """LEARN: move habit and rate towards what was liked, forget the post, and go on to the author's next one.

    A post that lies on a desk is forgotten by `desk.release`, when it leaves the last one.
    """
    posts = world.posts
    accounts = world.accounts
    rules = world.rules
    row = row_of(world, accounts.oldest[author])
    likes = posts.likes[row] + posts.reshares[row]
    surprise = likes - accounts.mean_likes[author]
    step = rules.learn_rate * (surprise if surprise < SURPRISE_MOST else SURPRISE_MOST)
    if accounts.role[author] != BOT_ROLE:
        accounts.habit[author] = clip(accounts.habit[author] + step * (posts.drama[row] - accounts.habit[author]))
        rate = accounts.post_rate[author] * (1.0 + RATE_SHARE * (step if step > STEP_LEAST else STEP_LEAST))
        accounts.post_rate[author] = rate if rate < rules.post_rate_most else rules.post_rate_most
    accounts.mean_likes[author] += rules.learn_memory * surprise
    following = posts.next[row]
    if posts.desks[row] == 0:
        posts.serial[row] = NOBODY
    accounts.oldest[author] = following
    if following < 0:
        accounts.newest[author] = NOBODY
        return NEVER
    due = posts.tick[row_of(world, following)] + rules.learn_after
    return due if due > tick else tick + 1
