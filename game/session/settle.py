"""Settling in: the cast, the neighbours and the seats of a level take their places in a newly founded world."""

from collections.abc import Iterable

from game.feed import events
from game.feed.engine import Engine
from game.feed.streams import GRAPH
from game.feed.world import DRAMA, GURU, HOBBY, LURKER, ORGANISATION
from game.kernel.calendar import actor_of, kind_of
from game.kernel.chance import index
from game.scenario import CastMember, Scenario

ROLES = {"maker": HOBBY, "hobby": HOBBY, "guru": GURU, "drama": DRAMA, "organisation": ORGANISATION}
NEIGHBOUR_DRAWS = 30  # addressed stream offsets of the graph not used by the feed's own building
DAY = 86_400

Due = dict[tuple[int, int], float]
"""(kind, account) -> rate per day at which these events of the account come from now on."""


class CrowdedCast(ValueError):
    """A cast that does not fit into its world; the message says who has no place. Levels are checked for it."""


def seat_account(scenario: Scenario, place: int) -> int:
    """Account of the seat at `place`: players have the last ids of the founders."""
    rules = scenario.rules()
    return rules.accounts - rules.seats + place


def cast_accounts(scenario: Scenario) -> dict[str, int]:
    """Account of each cast member; raises `CrowdedCast` when there are more than the world has founders for.

    Influencers of the cast take the ids that the world gives to influencers: one at home in the member's community if
    there is one, else the first that is free; an influencer's home is where the world put it, whatever the level says.
    The others, and influencers for whom no such id is left, take founders of their own community, counted from the end
    before the seats, where nobody has clout.
    """
    rules = scenario.rules()
    influencers = rules.drama_makers + rules.gurus
    taken: dict[str, int] = {}
    for role, ids in (("drama", range(rules.drama_makers)), ("guru", range(rules.drama_makers, influencers))):
        taken |= _influencers([member for member in scenario.cast if member.role == role], ids, rules.communities)
    held = set(taken.values())
    for member in scenario.cast:
        if member.key not in taken:
            home = member.community % rules.communities
            account = rules.accounts - rules.seats - 1
            while account >= influencers and (account % rules.communities != home or account in held):
                account -= 1
            if account < influencers:
                message = f"cast[{member.key}]: community {member.community} has no founder left for {member.name}"
                raise CrowdedCast(message)
            held.add(account)
            taken[member.key] = account
    return {member.key: taken[member.key] for member in scenario.cast}


def _influencers(members: list[CastMember], ids: Iterable[int], communities: int) -> dict[str, int]:
    """Ids for influencers of one kind: first for those who find one at home, then for the others as long as there are any."""
    free = list(ids)
    taken: dict[str, int] = {}
    for member in members:
        near = [account for account in free if account % communities == member.community % communities]
        if near:
            taken[member.key] = near[0]
            free.remove(near[0])
    for member in members:
        if member.key not in taken and free:
            taken[member.key] = free.pop(0)
    return taken


def neighbours_of(scenario: Scenario, seed: int, place: int) -> tuple[int, ...]:
    """Accounts on the tube map of a seat: the cast's neighbours first, then founders by addressed chance."""
    rules = scenario.rules()
    cast = cast_accounts(scenario)
    chosen = [cast[member.key] for member in scenario.cast if member.neighbour][: rules.neighbours]
    account = seat_account(scenario, place)
    home = account % rules.communities
    reserved = set(cast.values())
    size = (rules.accounts - rules.seats) // rules.communities
    nth = 0
    while len(chosen) < rules.neighbours and nth < 64 * rules.neighbours:
        member = home + rules.communities * index(seed, GRAPH, account, nth, NEIGHBOUR_DRAWS, size)
        if member not in chosen and member not in reserved and member >= rules.drama_makers + rules.gurus:
            chosen.append(member)
        nth += 1
    return tuple(chosen)


def lesson_author(scenario: Scenario, seed: int, place: int, number: int) -> int:
    """Account that posts paper `number` of the lesson at the seat `place`: a cast member, or a founder at home nobody knows."""
    key = scenario.lesson[number].author
    cast = cast_accounts(scenario)
    if key:
        return cast[key]
    rules = scenario.rules()
    account = seat_account(scenario, place)
    home = account % rules.communities
    taken = {*cast.values(), *neighbours_of(scenario, seed, place)}
    influencers = rules.drama_makers + rules.gurus
    strangers = [one for one in range(influencers, rules.accounts - rules.seats) if one not in taken]
    near = [one for one in strangers if one % rules.communities == home] or strangers
    if not near:
        message = f"lesson[{scenario.lesson[number].key}]: everybody is in the cast or a neighbour; give it an author"
        raise CrowdedCast(message)
    return near[index(seed, GRAPH, account, 1000 * number, NEIGHBOUR_DRAWS + 3, len(near))]


def settle(engine: Engine, scenario: Scenario) -> None:
    """Give cast members their traits and followers, and each seat its neighbours, at tick 0 of a founded world."""
    accounts = engine.world.accounts
    rules = scenario.rules()
    engine.ready_for(rules.accounts + 1)
    due: Due = {}
    for key, account in cast_accounts(scenario).items():
        member = scenario.member(key)
        accounts.role[account] = ROLES[member.role]
        accounts.skill[account] = member.skill
        accounts.habit[account] = member.drama
        accounts.post_rate[account] = member.post_rate
        due[events.POST, account] = member.post_rate
        _give_followers(engine, account, int(member.followers_share * rules.accounts))
    for place in range(rules.seats):
        account = seat_account(scenario, place)
        for neighbour in neighbours_of(scenario, engine.world.seed, place):
            _tie(engine, neighbour, account)
            _tie(engine, account, neighbour)
            _like(engine, neighbour, account, rules.neighbour_regard)
            accounts.session_rate[neighbour] = rules.neighbour_sessions
            accounts.role[neighbour] = max(int(accounts.role[neighbour]), LURKER)  # a bot is nobody's neighbour
            due[events.VISIT, neighbour] = rules.neighbour_sessions
            _follow_more(engine, neighbour, rules.neighbour_follows)
        _only_neighbours(engine, scenario, place)
    _reschedule(engine, due)


def _reschedule(engine: Engine, due: Due) -> None:
    """Take what is pending of these kinds and accounts off the calendar; each comes next within an interval at its new rate.

    At a rate of 0 it never comes.
    """
    clock, keys = engine.world.clock, engine.world.calendar.key
    pending = int(clock.pending[0])
    kept = sorted(key for key in map(int, keys[:pending]) if (kind_of(key), actor_of(key)) not in due)
    for cell, key in enumerate(kept):  # a sorted list is a heap
        keys[cell] = key
    clock.pending[0] = len(kept)
    for (kind, account), rate in due.items():
        if rate > 0.0:
            engine.ready_for(0)
            world = engine.world
            interval = max(1, int(DAY / rate))
            tick = 1 + index(world.seed, GRAPH, account, kind, NEIGHBOUR_DRAWS + 1, interval)
            engine.kernels.push(world.calendar, world.clock, tick, kind, account)


def _tie(engine: Engine, follower: int, followee: int) -> None:
    engine.ready_for(1)
    engine.kernels.follow(engine.world, 0, follower, followee)


def _like(engine: Engine, follower: int, followee: int, regard: int) -> None:
    """Set what a follower thinks of a followee, in points of 100."""
    ties = engine.world.ties
    row = int(engine.world.accounts.first_out[follower])
    while row >= 0:
        if ties.followee[row] == followee:
            ties.regard[row] = regard
        row = int(ties.next_out[row])


def _follow_more(engine: Engine, account: int, wanted: int) -> None:
    """Let an account follow `wanted` others at least, by copying what a stranger follows: what is popular is copied most."""
    rules = engine.rules
    size = rules.accounts - rules.seats
    nth = 0
    while int(engine.world.accounts.followees[account]) < wanted and nth < 20 * wanted:
        stranger = index(engine.world.seed, GRAPH, account, nth, NEIGHBOUR_DRAWS + 4, size)
        liked = followees(engine, stranger)
        nth += 1
        if liked:
            chosen = liked[index(engine.world.seed, GRAPH, account, nth, NEIGHBOUR_DRAWS + 5, len(liked))]
            if chosen != account:
                _tie(engine, account, chosen)


def _only_neighbours(engine: Engine, scenario: Scenario, place: int) -> None:
    """A seat starts with its neighbours and nobody else, so that every player starts alike."""
    world = engine.world
    account = seat_account(scenario, place)
    wanted = neighbours_of(scenario, world.seed, place)
    others = [int(f) for f in followees(engine, account) if f not in wanted]
    for other in others:
        engine.ready_for(1)
        engine.kernels.unfollow(world, 0, account, other)
    strangers = [f for f in followers(engine, account) if f not in wanted]
    for stranger in strangers:
        engine.ready_for(1)
        engine.kernels.unfollow(world, 0, stranger, account)


def followees(engine: Engine, account: int) -> list[int]:
    """Whom an account follows, newest first."""
    ties = engine.world.ties
    found = []
    row = int(engine.world.accounts.first_out[account])
    while row >= 0:
        found.append(int(ties.followee[row]))
        row = int(ties.next_out[row])
    return found


def followers(engine: Engine, account: int) -> list[int]:
    """Who follows an account, newest first."""
    ties = engine.world.ties
    found = []
    row = int(engine.world.accounts.first_in[account])
    while row >= 0:
        if ties.followee[row] == account:
            found.append(int(ties.follower[row]))
        row = int(ties.next_in[row])
    return found


def _give_followers(engine: Engine, account: int, wanted: int) -> None:
    """Raise an account's followers to `wanted` with founders by addressed chance."""
    rules = engine.rules
    size = rules.accounts - rules.seats
    nth = 0
    while int(engine.world.accounts.followers[account]) < wanted and nth < 20 * wanted:
        follower = index(engine.world.seed, GRAPH, account, nth, NEIGHBOUR_DRAWS + 2, size)
        _tie(engine, follower, account)
        nth += 1
