"""Settling in: the cast, the neighbours and the seats of a level take their places in a newly founded world."""

from game.feed import events
from game.feed.engine import Engine
from game.feed.streams import GRAPH
from game.feed.world import DRAMA, GURU, HOBBY, LURKER, NOBODY, ORGANISATION
from game.kernel.chance import index
from game.scenario import Scenario

ROLES = {"maker": HOBBY, "hobby": HOBBY, "guru": GURU, "drama": DRAMA, "organisation": ORGANISATION}
NEIGHBOUR_DRAWS = 30  # addressed stream offsets of the graph not used by the feed's own building


def seat_account(scenario: Scenario, place: int) -> int:
    """Account of the seat at `place`: players have the last ids of the founders."""
    rules = scenario.rules()
    return rules.accounts - rules.seats + place


def cast_accounts(scenario: Scenario) -> dict[str, int]:
    """Account of each cast member.

    Influencers of the cast take the ids the world gives to influencers; the others take founders of their own
    community, counted from the end before the seats, where nobody has clout.
    """
    rules = scenario.rules()
    taken: dict[str, int] = {}
    dramas = iter(range(rules.drama_makers))
    gurus = iter(range(rules.drama_makers, rules.drama_makers + rules.gurus))
    last = rules.accounts - rules.seats - 1
    for member in scenario.cast:
        account = NOBODY
        if member.role == "drama":
            account = next(dramas, NOBODY)
        elif member.role == "guru":
            account = next(gurus, NOBODY)
        if account == NOBODY:
            community = member.community % rules.communities
            account = last
            while account % rules.communities != community or account in taken.values():
                account -= 1
        taken[member.key] = account
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


def settle(engine: Engine, scenario: Scenario) -> None:
    """Give cast members their traits and followers, and each seat its neighbours, at tick 0 of a founded world."""
    accounts = engine.world.accounts
    rules = scenario.rules()
    engine.ready_for(rules.accounts + 1)
    for key, account in cast_accounts(scenario).items():
        member = scenario.member(key)
        accounts.role[account] = ROLES[member.role]
        accounts.skill[account] = member.skill
        accounts.habit[account] = member.drama
        _set_post_rate(engine, account, member.post_rate)
        _give_followers(engine, account, int(member.followers_share * rules.accounts))
    for place in range(rules.seats):
        account = seat_account(scenario, place)
        for neighbour in neighbours_of(scenario, engine.world.seed, place):
            _tie(engine, neighbour, account)
            _tie(engine, account, neighbour)
            _open_often(engine, neighbour, rules.neighbour_sessions)
        _only_neighbours(engine, scenario, place)


def _tie(engine: Engine, follower: int, followee: int) -> None:
    engine.ready_for(1)
    engine.kernels.follow(engine.world, 0, follower, followee)


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


def _set_post_rate(engine: Engine, account: int, rate: float) -> None:
    """Change how often an account posts, and make sure that its first post is on the calendar exactly once."""
    world = engine.world
    before = float(world.accounts.post_rate[account])
    world.accounts.post_rate[account] = rate
    if before <= 0.0 < rate:
        due = 1 + index(world.seed, GRAPH, account, 0, NEIGHBOUR_DRAWS + 1, max(1, int(86_400 / rate)))
        engine.kernels.push(world.calendar, world.clock, due, events.POST, account)


def _open_often(engine: Engine, account: int, rate: float) -> None:
    """A neighbour opens its tray often; its first session comes within the first of those intervals."""
    world = engine.world
    world.accounts.session_rate[account] = rate
    world.accounts.role[account] = max(int(world.accounts.role[account]), LURKER)  # a bot is nobody's neighbour


def _give_followers(engine: Engine, account: int, wanted: int) -> None:
    """Raise an account's followers to `wanted` with founders by addressed chance."""
    rules = engine.rules
    size = rules.accounts - rules.seats
    nth = 0
    while int(engine.world.accounts.followers[account]) < wanted and nth < 20 * wanted:
        follower = index(engine.world.seed, GRAPH, account, nth, NEIGHBOUR_DRAWS + 2, size)
        _tie(engine, follower, account)
        nth += 1
