"""A guru's course (A62, A64, MODEL C.5): launched by the guru's own policy, bought by those who hope, changing nothing."""

from game.feed import events, streams
from game.feed.delivery import deliver, put_in_fresh_pool
from game.feed.follows import seen_followers
from game.feed.posting import write_post
from game.feed.waiting import DAY
from game.feed.world import (
    ASPIRANT,
    COIN,
    COURSE_POST,
    GURU,
    NOBODY,
    World,
)
from game.kernel.calendar import NEVER, push
from game.kernel.chance import draw
from game.kernel.exact import exponential, log
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

BUY = events.BUY
GRADUATE = events.GRADUATE
COURSE_LAUNCH = events.COURSE_LAUNCH
COURSE_LUCK = streams.COURSE
GRADUATE_LUCK = streams.GRADUATE
BUY_LUCK = streams.BUY


@kernel
def receive_inflow(world: World, tick: int, account: int) -> None:
    """Outside money since the last session; counted, so that money can be shown to be conserved."""
    accounts = world.accounts
    coins = int(world.rules.inflow * COIN * (tick - accounts.last_visit[account]) / DAY)
    accounts.purse[account] += coins
    world.platform.inflow[0] += coins


@outlined
@kernel
def maybe_buy(world: World, tick: int, reader: int, row: int) -> bool:
    """An aspirant in front of a course buys with P = p0 * match * A * (1 + sg ln(1+F)) * aspiration, purse allowing.

    The buyer's own success is unchanged: the course is a placebo (A62). One course in twenty makes a guru (A64).
    """
    rules = world.rules
    accounts = world.accounts
    posts = world.posts
    guru = posts.author[row]
    price = int(rules.course_price * COIN)
    if accounts.role[reader] != ASPIRANT or accounts.driver[reader] != 0 or accounts.purse[reader] < price:
        return False
    match = 1.0 if posts.topic[row] == accounts.community[reader] else 0.5
    fame = seen_followers(world, tick, guru, accounts.community[reader])
    chance = rules.course_buy * match * accounts.authenticity[guru] * accounts.aspiration[reader]
    chance *= 1.0 + rules.course_fame * log(1.0 + fame)
    if draw(world.seed, BUY_LUCK, reader, guru, posts.nth[row]) >= chance:
        return False
    share = int(price * rules.fee)
    accounts.purse[reader] -= price
    accounts.purse[guru] += price - share
    world.platform.fees[0] += share
    accounts.courses[reader] += 1
    record(world.log, world.clock, tick, BUY, reader, guru, posts.nth[row], NOBODY, price)
    if draw(world.seed, GRADUATE_LUCK, reader, guru, posts.nth[row]) < rules.course_graduate:
        graduate(world, tick, reader, guru)
    return True


@outlined
@kernel
def graduate(world: World, tick: int, pupil: int, guru: int) -> None:
    """One pupil in twenty turns guru: a new chain in the tactics table (the loop keeps a row free)."""
    tactics = world.tactics
    world.accounts.role[pupil] = GURU
    chain = world.platform.tactics[0]
    world.platform.tactics[0] = chain + 1
    tactics.actor[chain] = pupil
    tactics.target[chain] = NOBODY
    tactics.post[chain] = NOBODY
    tactics.turn[chain] = 0
    tactics.followers[chain] = world.accounts.followers[pupil]
    tactics.planned[chain] = 0
    tactics.desk[chain] = 0
    tactics.answers[chain] = 1
    tactics.answer[chain] = NOBODY
    wait = int(world.rules.course_every * DAY)
    push(world.calendar, world.clock, tick + wait, COURSE_LAUNCH, chain)
    record(world.log, world.clock, tick, GRADUATE, pupil, guru, 0, NOBODY, 0)


@outlined
@kernel
def launch_course(world: World, tick: int, chain: int) -> int:
    """COURSE_LAUNCH: write the course post and deliver it; returns the tick of the guru's next launch.

    The policy sees only the guru's own meters: when followers fell since the last launch it waits twice as long,
    because a shrinking audience buys less.
    """
    tactics = world.tactics
    rules = world.rules
    guru = tactics.actor[chain]
    turn = tactics.turn[chain] + 1
    tactics.turn[chain] = turn
    row = write_post(world, tick, guru, COURSE_POST, rules.course_quality, rules.course_drama, NOBODY)
    tactics.post[chain] = world.posts.serial[row]
    put_in_fresh_pool(world, row)
    deliver(world, tick, guru, row, 0)
    if tactics.planned[chain]:
        return NEVER
    grown = world.accounts.followers[guru] >= tactics.followers[chain]
    tactics.followers[chain] = world.accounts.followers[guru]
    mean = rules.course_every * (1.0 if grown else 2.0)
    wait = mean * exponential(draw(world.seed, COURSE_LUCK, guru, turn, 1))
    return tick + 1 + int(wait * DAY)
