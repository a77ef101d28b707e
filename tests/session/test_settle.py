"""Settling in: who of the cast is which account, and when it first posts and opens its tray."""

from collections import Counter
from dataclasses import replace

import pytest

from game.feed import events
from game.feed.clerk import regard_for
from game.kernel.calendar import actor_of, kind_of, tick_of
from game.scenario import CastMember, Scenario
from game.scenario.plain import Role
from game.session import Session
from game.session.settle import CrowdedCast, cast_accounts, followees, lesson_author, neighbours_of, seat_account, settle
from tests.session.worlds import small, taught, the_tray, words


def member(key: str, role: Role = "hobby", community: int = 0, rate: float = 2.0) -> CastMember:
    return CastMember(key, key.title(), role, community, 0.5, 0.1, 0.01, rate, neighbour=False, about="Somebody.")


def level_with(*cast: CastMember, **rules: float) -> Scenario:
    return replace(small(**rules), cast=cast, schedule=())


def settled(level: Scenario, seed: int = 7) -> Session:
    """A session at tick 0, with everybody in place and nothing run."""
    session = Session.start(level, seed, words=words())
    session.engine.found()
    settle(session.engine, level)
    return session


def pending(session: Session, kind: int) -> dict[int, list[int]]:
    """Ticks at which accounts have an event of this kind on the calendar."""
    found: dict[int, list[int]] = {}
    world = session.engine.world
    for key in world.calendar.key[: world.clock.pending[0]]:
        if kind_of(key) == kind:
            found.setdefault(actor_of(key), []).append(tick_of(key))
    return found


def test_influencers_are_at_home_where_the_level_says_if_the_world_has_one_there() -> None:
    # ids 0 and 1 are drama makers of communities 0 and 1, ids 2 and 3 gurus of communities 2 and 3
    cast = (member("a", "drama", 5), member("b", "drama", 0), member("c", "guru", 3), member("d", "guru", 2))
    assert cast_accounts(level_with(*cast)) == {"a": 1, "b": 0, "c": 3, "d": 2}


def test_an_influencer_too_many_is_a_founder_of_its_community() -> None:
    taken = cast_accounts(level_with(*(member(key, "drama", 4) for key in "abc")))
    assert sorted(taken[key] for key in "ab") == [0, 1]
    assert taken["c"] > 100
    assert taken["c"] % 6 == 4


def test_nobody_of_the_cast_is_two_people() -> None:
    for level in (the_tray(), small()):
        taken = cast_accounts(level)
        assert len(set(taken.values())) == len(level.cast)
        assert list(taken) == [one.key for one in level.cast]


def test_a_cast_larger_than_its_community_is_refused_by_name() -> None:
    # 30 accounts in 6 communities: ids 5, 11, 17, 23 are free in community 5, id 29 is the seat's
    cast = tuple(member(f"m{nth}", community=5) for nth in range(5))
    world = {"accounts": 30, "neighbours": 2, "pool_size": 32}
    assert sorted(cast_accounts(level_with(*cast[:4], **world)).values()) == [5, 11, 17, 23]
    with pytest.raises(CrowdedCast, match=r"cast\[m4\]: community 5 has no founder left for M4"):
        cast_accounts(level_with(*cast, **world))


def test_nobody_takes_the_id_of_an_influencer() -> None:
    cast = tuple(member(f"m{nth}", community=0) for nth in range(5))
    with pytest.raises(CrowdedCast):
        cast_accounts(level_with(*cast, accounts=30, neighbours=2))


def test_the_cast_posts_at_its_rate_from_the_start() -> None:
    level = small()
    session = settled(level)
    posts = pending(session, events.POST)
    for key, account in cast_accounts(level).items():
        rate = level.member(key).post_rate
        assert [tick <= 86_400 / rate for tick in posts.get(account, [])] == [True] * (rate > 0)


def test_an_organisation_that_posts_nothing_never_does() -> None:
    level = small()
    house = cast_accounts(level)["the_house"]
    for seed in range(1, 7):
        assert house not in pending(settled(level, seed), events.POST)
    session = Session.start(level, 3, words=words())
    session.warm_up()
    session.advance(86_400)
    assert session.engine.world.accounts.posts_made[house] == 0


def test_neighbours_open_their_trays_within_the_first_interval() -> None:
    level = small()
    for seed in (7, 8):
        session = settled(level, seed)
        visits = pending(session, events.VISIT)
        for neighbour in neighbours_of(level, seed, 0):
            (tick,) = visits[neighbour]
            assert 1 <= tick <= 86_400 / 12.0


def test_everybody_else_keeps_what_the_world_gave() -> None:
    level = small()
    before = Session.start(level, 7, words=words())
    before.engine.found()
    after = settled(level)
    new = {*cast_accounts(level).values(), *neighbours_of(level, 7, 0)}
    for kind in (events.VISIT, events.POST, events.JOIN, events.CALLOUT, events.COURSE_LAUNCH):
        mine, theirs = ({a: t for a, t in pending(one, kind).items() if a not in new} for one in (before, after))
        assert mine == theirs
    assert set(Counter(a for a, ticks in pending(after, events.VISIT).items() for _ in ticks).values()) == {1}


def test_the_calendar_stays_a_heap() -> None:
    world = settled(small()).engine.world
    keys = world.calendar.key[: world.clock.pending[0]]
    assert all(keys[(place - 1) // 2] <= keys[place] for place in range(1, len(keys)))


def test_neighbours_follow_so_many_that_their_trays_overflow() -> None:
    for wanted in (0, 40):
        session = settled(small(neighbour_follows=wanted))
        counts = [session.engine.world.accounts.followees[one] for one in neighbours_of(session.scenario, 7, 0)]
        assert (min(counts) >= 40) == (wanted == 40)


def test_neighbours_think_of_the_seat_what_the_level_says_and_of_nobody_else_anything() -> None:
    for points in (0, 60, -30):
        session = settled(small(neighbour_regard=points))
        world, you = session.engine.world, session.chair("you").account
        for one in neighbours_of(session.scenario, 7, 0):
            assert regard_for(world, one, you) == points / 100
            others = [other for other in followees(session.engine, one) if other != you]
            assert {regard_for(world, one, other) for other in others} == {0.0}
        assert {regard_for(world, you, one) for one in followees(session.engine, you)} == {0.0}


def test_papers_of_the_lesson_are_by_the_cast_or_by_strangers_at_home() -> None:
    level = taught()
    cast = cast_accounts(level)
    for seed in range(1, 6):
        near = neighbours_of(level, seed, 0)
        authors = [lesson_author(level, seed, 0, number) for number in range(len(level.lesson))]
        for paper, author in zip(level.lesson, authors, strict=True):
            if paper.author:
                assert author == cast[paper.author]
            else:
                assert author not in {*near, *cast.values(), seat_account(level, 0)}
                assert author % level.rules().communities == seat_account(level, 0) % level.rules().communities
        assert authors == [lesson_author(level, seed, 0, number) for number in range(len(level.lesson))]
