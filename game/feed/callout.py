"""A drama call-out (A66): a chain of events from the attack to the answer to the counting of the coalition.

CALLOUT writes the attack and pushes it into the pools of the communities it overlaps; every engagement with it counts
for the coalition, brings the attacker followers by the ordinary follow rule, times (1 + 2d), and costs readers minutes.
ANSWER is the target's own post. CANCEL_TICK counts: a large enough coalition makes followers of the target leave.
"""

from game.feed import events, streams
from game.feed.delivery import busy_row, deliver, fill_busy_cell, put_in_fresh_pool, row_of
from game.feed.follows import unfollow
from game.feed.posting import write_post
from game.feed.waiting import DAY
from game.feed.world import ANSWER_POST, CALLOUT_POST, NOBODY, REGARD_MOST, World
from game.kernel.calendar import NEVER, push
from game.kernel.chance import draw, index
from game.kernel.exact import exponential
from game.kernel.log import record
from game.kernel.mark import kernel, outlined

ANSWER = events.ANSWER
CANCEL_TICK = events.CANCEL_TICK
BACKFIRE = events.BACKFIRE
BURST = events.BURST
CALLOUT_LUCK = streams.CALLOUT
BURST_LUCK = streams.BURST
CANDIDATES = 12  # busy cards an attacker looks at, half of them at home
WORTHWHILE = 10  # a rival with a smaller part of the attacker's followers than one in so many is not worth it
SHOWN_IN = 3  # communities: the attacker's, the target's, one more


@kernel
def choose_target(world: World, tick: int, attacker: int, turn: int) -> int:
    """Whom to attack, from what an account can see: the most followed author among a few busy cards, or nobody.

    A rival with less than a tenth of the attacker's followers is not worth it.
    """
    rules = world.rules
    accounts = world.accounts
    best = NOBODY
    size = accounts.followers[attacker] // WORTHWHILE
    for k in range(CANDIDATES):
        community = accounts.community[attacker]
        if k >= CANDIDATES // 2:
            community = index(world.seed, CALLOUT_LUCK, attacker, turn, 10 + k, rules.communities)
        cell = community * rules.pool_size + index(world.seed, CALLOUT_LUCK, attacker, turn, 40 + k, rules.pool_size)
        row = busy_row(world, tick, community, cell, accounts.community[attacker])
        if row >= 0:
            rival = world.posts.author[row]
            if rival != attacker and accounts.followers[rival] > size:
                size = accounts.followers[rival]
                best = rival
    return best


@kernel
def push_into_pools(world: World, tick: int, row: int, attacker: int, target: int, turn: int) -> None:
    """Show the attack where it can be seen: own community at once, the target's and one more from the next border edge."""
    rules = world.rules
    edge = (tick // rules.border + 1) * rules.border
    accounts = world.accounts
    for place in range(SHOWN_IN):
        community = index(world.seed, CALLOUT_LUCK, attacker, turn, 2, rules.communities)
        if place == 0:
            community = accounts.community[attacker]
        elif place == 1:
            community = accounts.community[target]
        for k in range(rules.callout_cells):
            cell = index(world.seed, CALLOUT_LUCK, attacker, turn, 100 + 1000 * place + k, rules.pool_size)
            seen = tick if community == accounts.community[attacker] else edge
            fill_busy_cell(world, seen, community * rules.pool_size + cell, row, attacker, 0)


@outlined
@kernel
def call_out(world: World, tick: int, chain: int) -> int:
    """CALLOUT: attack; returns the tick of the attacker's next look for a target."""
    tactics = world.tactics
    attacker = tactics.actor[chain]
    turn = tactics.turn[chain] + 1
    tactics.turn[chain] = turn
    target = tactics.target[chain]
    if not tactics.planned[chain]:
        target = choose_target(world, tick, attacker, turn)
        tactics.target[chain] = target
    if target >= 0 and world.accounts.driver[attacker] == 0:
        row = write_post(world, tick, attacker, CALLOUT_POST, world.rules.callout_quality, 1.0, target)
        tactics.post[chain] = world.posts.serial[row]
        put_in_fresh_pool(world, row)
        push_into_pools(world, tick, row, attacker, target, turn)
        deliver(world, tick, attacker, row, 0)
        if tactics.answers[chain]:
            push(world.calendar, world.clock, tick + world.rules.callout_answer, ANSWER, chain)
        push(world.calendar, world.clock, tick + world.rules.callout_settle, CANCEL_TICK, chain)
    if tactics.planned[chain]:
        return NEVER
    return next_look(world, tick, chain, attacker, turn)


@kernel
def next_look(world: World, tick: int, chain: int, attacker: int, turn: int) -> int:
    """Sooner while the last attack paid in followers, later when it did not."""
    tactics = world.tactics
    followers = world.accounts.followers[attacker]
    paid = followers > tactics.followers[chain]
    tactics.followers[chain] = followers
    mean = world.rules.callout_every * (0.75 if paid else 1.5)
    wait = world.rules.callout_settle + 1
    wait += int(mean * exponential(draw(world.seed, CALLOUT_LUCK, attacker, turn, 0)) * DAY)
    return tick + wait


@outlined
@kernel
def answer(world: World, tick: int, chain: int) -> int:
    """ANSWER: the target says in its own quiet words what is true."""
    target = world.tactics.target[chain]
    if target >= 0 and world.accounts.driver[target] == 0:
        row = write_post(world, tick, target, ANSWER_POST, world.rules.answer_quality, 0.0, world.tactics.actor[chain])
        world.tactics.answer[chain] = world.posts.serial[row]
        put_in_fresh_pool(world, row)
        deliver(world, tick, target, row, 0)
    return NEVER


@outlined
@kernel
def settle(world: World, tick: int, chain: int) -> int:
    """CANCEL_TICK: count the coalition; followers of the target leave, or the attack may backfire."""
    rules = world.rules
    accounts = world.accounts
    tactics = world.tactics
    attacker = tactics.actor[chain]
    target = tactics.target[chain]
    row = row_of(world, tactics.post[chain])
    if row < 0:
        return NEVER
    coalition = world.posts.likes[row] + world.posts.reshares[row]
    needed = rules.callout_backing * accounts.followers[target]
    if coalition >= rules.callout_least and coalition >= needed:
        left = burst(world, tick, target, attacker, tactics.turn[chain])
        record(world.log, world.clock, tick, BURST, attacker, target, 0, NOBODY, left)
    if draw(world.seed, CALLOUT_LUCK, attacker, tactics.turn[chain], 1) < rules.callout_backfire:
        trust = accounts.authenticity[attacker] - rules.callout_penalty
        accounts.authenticity[attacker] = trust if trust > 0.0 else 0.0
        record(world.log, world.clock, tick, BACKFIRE, attacker, target, 0, NOBODY, 0)
    return NEVER


@kernel
def burst(world: World, tick: int, target: int, attacker: int, turn: int) -> int:
    """Each follower of the target leaves with a probability that falls with its regard; returns how many left."""
    rules = world.rules
    ties = world.ties
    left = 0
    one = world.accounts.first_in[target]
    while one >= 0:
        after = ties.next_in[one]
        follower = ties.follower[one]
        if ties.followee[one] == target and world.accounts.driver[follower] == 0:
            regard = (ties.regard[one] + REGARD_MOST) / (2.0 * REGARD_MOST)
            chance = rules.callout_burst_high - (rules.callout_burst_high - rules.callout_burst_low) * regard
            if draw(world.seed, BURST_LUCK, follower, attacker, turn) < chance and unfollow(world, tick, follower, target):
                left += 1
        one = after
    return left
