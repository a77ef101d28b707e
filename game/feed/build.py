"""Building the world: who the founders and newcomers are and whom they follow at first (MODEL C.1, C.4)."""

from game.feed import events, streams
from game.feed.follows import follow, nth_followee
from game.feed.posting import clip, next_post
from game.feed.visit import next_visit
from game.feed.waiting import DAY, next_time
from game.feed.world import (
    ASPIRANT,
    BOT,
    COIN,
    DRAMA,
    GURU,
    HOBBY,
    LOGARITHMS,
    LURKER,
    MEMORY,
    NOBODY,
    World,
)
from game.kernel.calendar import NEVER, push
from game.kernel.chance import draw, index, normal
from game.kernel.exact import exp, exponential, log, median_of_three, power
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

VISIT = events.VISIT
POST = events.POST
JOIN = events.JOIN
CALLOUT = events.CALLOUT
COURSE_LAUNCH = events.COURSE_LAUNCH
NEWCOMER = events.NEWCOMER
WHO = streams.ATTRIBUTES
GRAPH = streams.GRAPH
JOIN_LUCK = streams.JOIN
CLOUT_TAIL = 5.88  # 1 / (1 - 1/1.2), rounded: picks ranks with weights rank**(-1/1.2), the ranks of a Pareto(1.2)


@kernel
def trait(world: World, account: int, which: int) -> float:
    """The uniform draw behind one attribute of an account."""
    return draw(world.seed, WHO, account, which, 0)


@kernel
def clout_count(world: World) -> int:
    """How many founders in each community are known outside the platform; they are the earliest ones."""
    rules = world.rules
    count = int(rules.clout_share * rules.producer_share * rules.accounts / rules.communities)
    return count if count > 1 else 1


@kernel
def choose_role(world: World, account: int) -> int:  # noqa: PLR0911 - one line per kind of account
    """Role of an account: influencers and people with clout are the earliest founders, players the last."""
    rules = world.rules
    if account < rules.drama_makers:
        return DRAMA
    if account < rules.drama_makers + rules.gurus:
        return GURU
    if account < clout_count(world) * rules.communities:
        return HOBBY
    luck = trait(world, account, 0)
    if rules.accounts - rules.seats <= account < rules.accounts:
        return HOBBY
    if luck < rules.bot_share:
        return BOT
    if luck < rules.bot_share + rules.producer_share:
        hopeful = luck < rules.bot_share + rules.producer_share * rules.aspirant_share
        return ASPIRANT if hopeful else HOBBY
    return LURKER


@outlined
@kernel
def set_rates(world: World, account: int, role: int) -> None:
    """How often an account posts and opens its tray."""
    rules = world.rules
    accounts = world.accounts
    posts = 0.0
    if role not in (BOT, LURKER):
        posts = exp(rules.post_log_mean + rules.post_log_sd * normal(world.seed, WHO, account, 1, 0))
        if account < clout_count(world) * rules.communities or role in (GURU, DRAMA):
            posts += 1.0
        if posts > rules.post_rate_most:
            posts = rules.post_rate_most
    sessions = exp(rules.session_log_mean + rules.session_log_sd * normal(world.seed, WHO, account, 2, 0))
    accounts.session_rate[account] = sessions + rules.session_per_post * posts
    if rules.accounts - rules.seats <= account < rules.accounts:
        posts = 0.0  # a player's account writes only when told to
    accounts.post_rate[account] = posts


@outlined
@kernel
def create(world: World, tick: int, account: int, community: int) -> None:
    """Fill the row of a new account: attributes by addressed chance, nobody followed yet."""
    rules = world.rules
    accounts = world.accounts
    role = choose_role(world, account)
    accounts.role[account] = role
    accounts.community[account] = community
    accounts.skill[account] = median_of_three(trait(world, account, 3), trait(world, account, 4), trait(world, account, 5))
    accounts.aspiration[account] = median_of_three(trait(world, account, 6), trait(world, account, 7), trait(world, account, 8))
    accounts.ideology[account] = 2.0 * trait(world, account, 9) - 1.0
    habit = clip(rules.drama_mean * exponential(trait(world, account, 10)))
    accounts.habit[account] = 0.85 if role == DRAMA else habit
    accounts.authenticity[account] = 0.7
    accounts.purse[account] = int(rules.purse * COIN)
    accounts.clout[account] = 0
    if account < clout_count(world) * rules.communities:
        accounts.clout[account] = int(200.0 * power(trait(world, account, 11), -0.8333333333333334))
    world.platform.inflow[0] += int(rules.purse * COIN)
    set_rates(world, account, role)
    empty_lists(world, tick, account)


@kernel
def empty_lists(world: World, tick: int, account: int) -> None:
    """No followers, no posts, no memory."""
    accounts = world.accounts
    accounts.first_in[account] = NOBODY
    accounts.first_out[account] = NOBODY
    accounts.oldest[account] = NOBODY
    accounts.newest[account] = NOBODY
    accounts.border[account] = NOBODY
    accounts.last_visit[account] = tick
    for cell in range(account * MEMORY, account * MEMORY + MEMORY):
        world.memory.post[cell] = NOBODY


@outlined
@kernel
def pick(world: World, account: int, community: int, members: int, nth: int) -> int:
    """Whom a newcomer follows as its `nth`: somebody with clout, somebody's followee, or a member at random.

    Copying a random member's followee is preferential attachment without a bag (Krapivsky and Redner 2001). `members`
    is how many founders of the community exist already; founder k of community c has id c + k * communities.
    """
    rules = world.rules
    luck = draw(world.seed, GRAPH, account, nth, 0)
    if luck < rules.clout_pull:
        count = clout_count(world)
        place = int(count * power(draw(world.seed, GRAPH, account, nth, 1), CLOUT_TAIL))
        return community + rules.communities * (place if place < members else members - 1)
    member = community + rules.communities * index(world.seed, GRAPH, account, nth, 2, members)
    if luck < rules.clout_pull + (1.0 - rules.clout_pull) * rules.copy_share:
        size = world.accounts.followees[member]
        if size > 0:
            return nth_followee(world, member, index(world.seed, GRAPH, account, nth, 3, size))
    for attempt in range(4):
        role = world.accounts.role[member]
        posting = role not in (BOT, LURKER)
        if posting or draw(world.seed, GRAPH, account, nth, 10 + attempt) < rules.lurker_pull:
            return member
        member = community + rules.communities * index(world.seed, GRAPH, account, nth, 20 + attempt, members)
    return member


@kernel
def may_return(world: World, account: int, friend: int, nth: int) -> bool:
    """Whether a first follow is between acquaintances; players' own follows are set by their level."""
    if world.accounts.driver[friend] != 0:
        return False
    return draw(world.seed, GRAPH, account, nth, 7) < world.rules.initial_mutual


@outlined
@kernel
def first_follows(world: World, tick: int, account: int, founders: int) -> None:
    """The initial follows of an account, when `founders` accounts stand before it."""
    rules = world.rules
    spread = rules.initial_follows_spread
    wanted = rules.initial_follows + index(world.seed, GRAPH, account, 0, 4, spread + 1) - spread // 2
    for nth in range(2 * wanted):
        if world.accounts.followees[account] >= wanted:
            break
        community = world.accounts.community[account]
        if draw(world.seed, GRAPH, account, nth, 5) < rules.cross:
            community = index(world.seed, GRAPH, account, nth, 6, rules.communities)
        members = (founders - community + rules.communities - 1) // rules.communities
        if members > 0:
            friend = pick(world, account, community, members, nth)
            if follow(world, tick, account, friend) and may_return(world, account, friend, nth):
                follow(world, tick, friend, account)


@outlined
@kernel
def schedule(world: World, tick: int, account: int) -> None:
    """The first session and the first post of an account."""
    due = next_visit(world, tick, account)
    if due != NEVER:
        push(world.calendar, world.clock, due, VISIT, account)
    due = next_post(world, tick, account)
    if due != NEVER:
        push(world.calendar, world.clock, due, POST, account)


@kernel
def found(world: World, start: int, stop: int) -> None:
    """Create founders `start` .. `stop`-1 with their follows."""
    for account in range(start, stop):
        world.platform.accounts[0] = account + 1
        create(world, 0, account, account % world.rules.communities)
        first_follows(world, 0, account, account)
        schedule(world, 0, account)


@kernel
def open_house(world: World) -> None:
    """After the founders: the influencers' chains, the stream of newcomers, and ln(1 + n)."""
    rules = world.rules
    tactics = world.tactics
    for n in range(LOGARITHMS):
        world.logarithms.of[n] = log(1.0 + n)
    for account in range(rules.drama_makers + rules.gurus):
        dramatic = account < rules.drama_makers
        tactics.actor[account] = account
        tactics.target[account] = NOBODY
        tactics.post[account] = NOBODY
        tactics.answers[account] = 1
        tactics.answer[account] = NOBODY
        tactics.followers[account] = world.accounts.followers[account]
        mean = rules.callout_every if dramatic else rules.course_every
        due = 1 + int(mean * DAY * exponential(trait(world, account, 12)))
        push(world.calendar, world.clock, due, CALLOUT if dramatic else COURSE_LAUNCH, account)
    world.platform.tactics[0] = rules.drama_makers + rules.gurus
    for community in range(rules.communities):
        due = next_join(world, 0, community)
        if due != NEVER:
            push(world.calendar, world.clock, due, JOIN, community)


@kernel
def next_join(world: World, tick: int, community: int) -> int:
    """When the next newcomer enters a community: Poisson with rate lambda times its founders."""
    rules = world.rules
    luck = draw(world.seed, JOIN_LUCK, community, world.communities.newcomers[community], 0)
    return next_time(tick, rules.join_rate * rules.accounts / rules.communities, luck)


@kernel
def newcomer_id(world: World, community: int) -> int:
    """The id the next newcomer of a community will have."""
    rules = world.rules
    return rules.accounts + world.communities.newcomers[community] * rules.communities + community


@outlined
@kernel
def join(world: World, tick: int, community: int) -> int:
    """JOIN: a newcomer enters; returns the tick of the next one (the loop keeps a row free).

    Its id is an address, made of the community and how many joined it: what happens elsewhere does not rename it.
    """
    platform = world.platform
    account = newcomer_id(world, community)
    world.communities.newcomers[community] += 1
    if account >= platform.accounts[0]:
        platform.accounts[0] = account + 1
    create(world, tick, account, community)
    record(world.log, world.clock, tick, NEWCOMER, account, account, 0, NOBODY, community)
    first_follows(world, tick, account, world.rules.accounts)
    schedule(world, tick, account)
    return next_join(world, tick, community)
