"""The event loop: take the earliest event, make sure that all it might write fits, hand it to its rule.

It returns a reason when it stops. The FULL reasons come *before* the event that might not fit, so that the host can
enlarge a table or drain the log and call again; no event is ever half done, and no capacity shows in the result.
"""

from typing import Final

from game.feed import events
from game.feed.build import join, newcomer_id
from game.feed.callout import answer, call_out, settle
from game.feed.course import launch_course
from game.feed.desk import deal
from game.feed.posting import learn, post
from game.feed.visit import visit
from game.feed.world import World
from game.kernel.calendar import (
    NEVER,
    actor_of,
    drop_first,
    kind_of,
    pack,
    replace_first,
    tick_of,
)
from game.kernel.mark import kernel

VISIT = events.VISIT
POST = events.POST
LEARN = events.LEARN
JOIN = events.JOIN
CALLOUT = events.CALLOUT
ANSWER = events.ANSWER
CANCEL_TICK = events.CANCEL_TICK
COURSE_LAUNCH = events.COURSE_LAUNCH
DEAL = events.DEAL

# Why the loop stopped
DONE: Final = 0  # nothing is due before the given tick
BUDGET: Final = 1  # the step budget is spent
LOG_FULL: Final = 2
TIES_FULL: Final = 3
POSTS_FULL: Final = 4
ACCOUNTS_FULL: Final = 5
TACTICS_FULL: Final = 6
CALENDAR_FULL: Final = 7
SPARE = 64  # rows any single event may need besides what depends on budgets and followers


@kernel
def log_need(world: World, kind: int, actor: int) -> int:
    """Most rows one event can log: per look a verdict, an engagement, follows both ways, a sale; per delivery a fall."""
    rules = world.rules
    if kind == VISIT:
        most = world.accounts.followers[actor] + 2 * rules.budget_most  # whoever is followed may follow back
        return SPARE + 8 * rules.budget_most + rules.out_tray * (most + 1)
    if kind == POST:
        return SPARE + world.accounts.followers[actor]
    if kind == LEARN:
        return SPARE
    return SPARE + 4 * rules.initial_follows + 2 * world.platform.most_followers[0]


@kernel
def lacking(world: World, kind: int, actor: int) -> int:  # noqa: PLR0911 - one line per table
    """The table that might not hold what this event writes, as a reason; DONE if all is well."""
    rules = world.rules
    platform = world.platform
    if len(world.log.tick) - world.clock.logged[0] < log_need(world, kind, actor):
        return LOG_FULL
    if len(world.calendar.key) - world.clock.pending[0] < SPARE + rules.budget_most:
        return CALENDAR_FULL
    if kind == LEARN:
        return DONE
    if kind in (VISIT, JOIN):
        spare = len(world.ties.follower) - platform.ties[0] + platform.free_ties[0]
        if spare < SPARE + 4 * rules.budget_most + 4 * rules.initial_follows:
            return TIES_FULL
        if len(world.tactics.actor) - platform.tactics[0] < rules.budget_most:
            return TACTICS_FULL
        if kind == JOIN and newcomer_id(world, actor) >= len(world.accounts.followers):
            return ACCOUNTS_FULL
        return DONE
    if world.posts.serial[platform.posts[0] % len(world.posts.serial)] >= 0:
        return POSTS_FULL
    return DONE


@kernel
def handle(world: World, tick: int, kind: int, actor: int) -> int:  # noqa: PLR0911 - one line per kind
    """Hand one event to its rule; returns when the same event happens again, or NEVER."""
    if kind == VISIT:
        return visit(world, tick, actor)
    if kind == POST:
        return post(world, tick, actor)
    if kind == LEARN:
        return learn(world, tick, actor)
    if kind == JOIN:
        return join(world, tick, actor)
    if kind == CALLOUT:
        return call_out(world, tick, actor)
    if kind == ANSWER:
        return answer(world, tick, actor)
    if kind == CANCEL_TICK:
        return settle(world, tick, actor)
    if kind == COURSE_LAUNCH:
        return launch_course(world, tick, actor)
    if kind == DEAL:
        return deal(world, tick, actor)
    return NEVER


@kernel
def run(world: World, until: int, budget: int) -> int:
    """Handle all events up to and including tick `until`, at most `budget` of them; returns why it stopped."""
    keys = world.calendar.key
    clock = world.clock
    steps = 0
    while clock.pending[0] > 0:
        key = keys[0]
        tick = tick_of(key)
        if tick > until:
            break
        if steps >= budget:
            return BUDGET
        kind = kind_of(key)
        actor = actor_of(key)
        reason = lacking(world, kind, actor)
        if reason != DONE:
            return reason
        clock.tick[0] = tick
        steps += 1
        clock.steps[0] += 1
        again = handle(world, tick, kind, actor)
        if again == NEVER:
            drop_first(world.calendar, clock)
        else:
            replace_first(world.calendar, clock, pack(again, kind, actor))
    return DONE
