"""Laws of the feed: trays have a size, ties have two ends, books balance, strangers do not matter."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.feed import events, metrics
from game.feed.delivery import deliver, put_in_fresh_pool, row_of
from game.feed.engine import Engine
from game.feed.events import Event
from game.feed.posting import write_post
from game.feed.rules import Rules
from game.feed.world import NOBODY, PLAIN
from tests.feed.worlds import DAY, LIVELY, followees, followers, founded, live, run, told

moments = st.integers(0, 2 * DAY)


@pytest.fixture(scope="module")
def lively() -> Engine:
    """Give the lively world after two days."""
    return run(LIVELY, form="views")


@settings(max_examples=6)
@given(moments)
def test_followers_are_the_reverse_of_follows_at_any_time(tick: int) -> None:
    engine = founded(LIVELY, form="views")
    engine.run(tick)
    accounts = engine.world.accounts
    everybody = metrics.present(engine)
    forwards = sorted((one, other) for one in everybody for other in followees(engine, one))
    backwards = sorted((other, one) for one in everybody for other in followers(engine, one))
    assert forwards == backwards
    assert len(set(forwards)) == len(forwards)
    assert all(one != other for one, other in forwards)
    assert [accounts.followees[one] for one in everybody] == [len(followees(engine, one)) for one in everybody]
    assert [accounts.followers[one] for one in everybody] == [len(followers(engine, one)) for one in everybody]
    logged = Counter((event.actor, event.subject) for event in told(engine, events.FOLLOW))
    logged.subtract((event.actor, event.subject) for event in told(engine, events.UNFOLLOW))
    assert sorted(logged.elements()) == forwards


@settings(max_examples=6)
@given(moments)
def test_every_row_of_the_ties_is_used_free_or_waits_for_a_delivery(tick: int) -> None:
    engine = founded(LIVELY)
    engine.run(tick)
    platform, ties = engine.world.platform, engine.world.ties
    free, row = 0, int(platform.free_tie[0])
    while row != NOBODY:
        free += 1
        row = int(ties.next_in[row])
    assert free == platform.free_ties[0]
    linked = 0
    for account in metrics.present(engine):
        row = int(engine.world.accounts.first_in[account])
        while row != NOBODY:
            linked += 1
            row = int(ties.next_in[row])
    assert linked + free == platform.ties[0]


@settings(max_examples=6)
@given(moments, st.integers(1, 12))
def test_a_tray_is_never_over_its_size(tick: int, size: int) -> None:
    engine = founded(LIVELY._replace(tray_size=size), form="views")
    engine.run(tick)
    assert max(engine.world.accounts.tray_waiting) <= size
    assert min(engine.world.accounts.tray_waiting) >= 0
    assert all(0 <= head < size for head in engine.world.accounts.tray_head)


def test_what_falls_off_a_full_tray_is_the_oldest_and_is_logged() -> None:
    engine = founded(LIVELY._replace(tray_size=2))
    reader = 9
    engine.world.accounts.tray_waiting[reader] = 0
    authors = (3, 4, 5)
    for author in authors:
        for follower in followers(engine, author):
            engine.kernels.unfollow(engine.world, 1, follower, author)
        engine.kernels.follow(engine.world, 1, reader, author)
        deliver(engine.world, 2, author, write_post(engine.world, 1, author, PLAIN, 0.5, 0.1, NOBODY), 0)
    fallen = told(engine, events.FELL_OFF)
    assert fallen == [Event(2, events.FELL_OFF, reader, 3, 1, 3, 0)]
    assert engine.world.accounts.tray_waiting[reader] == 2


def test_what_was_delivered_is_read_falls_off_waits_or_is_out_of_date(lively: Engine) -> None:
    """No entry vanishes: each of a tray's cards that is still of the day was looked at, fell off, or lies there yet."""
    seen = Counter((e.actor, e.subject, e.nth) for e in told(lively, events.THANKED, events.MINUTE_BACK))
    fell = Counter((e.actor, e.subject, e.nth, e.other) for e in told(lively, events.FELL_OFF))
    assert sum(fell.values()) > 50
    trays, size = lively.world.trays, LIVELY.tray_size
    waiting: Counter[tuple[int, int, int, int]] = Counter()
    for reader in metrics.present(lively):
        first = lively.world.accounts.tray_head[reader] - lively.world.accounts.tray_waiting[reader]
        for k in range(lively.world.accounts.tray_waiting[reader]):
            cell = reader * size + (first + k) % size
            row = row_of(lively.world, trays.post[cell])
            if row >= 0:
                waiting[reader, lively.world.posts.author[row], lively.world.posts.nth[row], trays.via[cell]] += 1
    posted = {(e.subject, e.nth): e.tick for e in told(lively, events.POST)}
    last = 2 * DAY - LIVELY.window
    follows = {one: set(followers(lively, one)) for one in metrics.present(lively)}
    since = {(e.actor, e.subject): e.tick for e in told(lively, events.FOLLOW)}
    for event in told(lively, events.DELIVERED):
        if posted[event.subject, event.nth] <= last:
            continue
        for reader in follows[event.actor]:
            if since[reader, event.actor] < event.tick:
                entry = (reader, event.subject, event.nth, event.actor)
                assert seen[entry[:3]] + fell[entry] + waiting[entry] >= 1


def test_counts_in_the_log_are_the_counters(lively: Engine) -> None:
    count = {
        kind: Counter((e.subject, e.nth) for e in told(lively, kind))
        for kind in (events.LIKE, events.RESHARE, events.THANKED, events.MINUTE_BACK)
    }
    posts, accounts = lively.world.posts, lively.world.accounts
    checked = 0
    for row, address in live(lively):
        assert posts.likes[row] == count[events.LIKE][address]
        assert posts.reshares[row] == count[events.RESHARE][address]
        assert posts.thanked[row] == count[events.THANKED][address]
        assert posts.views[row] == count[events.THANKED][address] + count[events.MINUTE_BACK][address]
        checked += 1
    assert checked > 50
    for name, kind in (("likes_received", events.LIKE), ("reshares_received", events.RESHARE)):
        by_author = Counter(e.subject for e in told(lively, kind))
        cells = getattr(accounts, name)
        assert all(cells[account] == by_author[account] for account in range(LIVELY.accounts))
    seconds: Counter[int] = Counter()
    for event in told(lively, events.THANKED, events.MINUTE_BACK):
        seconds[event.actor] += event.value
    assert all(accounts.labour[account] == seconds[account] for account in range(LIVELY.accounts))
    assert lively.world.platform.impressions[0] == sum(len(told(lively, kind)) for kind in (events.THANKED, events.MINUTE_BACK))


def test_nobody_likes_a_post_twice_within_memory(lively: Engine) -> None:
    engaged = Counter((e.actor, e.subject, e.nth) for e in told(lively, events.LIKE, events.RESHARE))
    per_account = Counter(actor for actor, _, _ in engaged)
    few = [key for key in engaged if per_account[key[0]] <= 16]
    assert len(few) > 50
    assert all(engaged[key] == 1 for key in few)


@settings(max_examples=6)
@given(moments)
def test_money_is_conserved_to_the_last_thousandth(tick: int) -> None:
    engine = founded(LIVELY, form="views")
    engine.run(tick)
    platform = engine.world.platform
    held = sum(engine.world.accounts.purse[account] for account in metrics.present(engine))
    assert platform.inflow[0] == held + platform.fees[0]
    assert min(engine.world.accounts.purse) >= 0
    fee = int(LIVELY.course_price * 1000 * LIVELY.fee)
    assert platform.fees[0] == fee * len(told(engine, events.BUY))


# --- borders ---------------------------------------------------------------------------------------------------------


def test_what_is_passed_on_crosses_a_border_only_at_the_next_edge() -> None:
    """By tray, by pool or by call-out: nobody reads what came from another community before the edge after it was sent."""
    rules = LIVELY._replace(border=3_600, cross=0.3)
    engine = run(rules)
    home = engine.world.accounts.community
    sent: dict[tuple[int, int, int], int] = {}
    abroad = 0
    for event in told(engine, events.POST, events.RESHARE, events.THANKED, events.MINUTE_BACK):
        if event.kind in (events.POST, events.RESHARE):
            sent.setdefault((event.actor, event.subject, event.nth), event.tick)
        elif home[event.actor] != home[event.other]:
            abroad += 1
            assert sent[event.other, event.subject, event.nth] // rules.border < event.tick // rules.border
    assert abroad > 50


# --- twins -----------------------------------------------------------------------------------------------------------

QUIET = LIVELY._replace(engage_base=-4.0, tray_size=64, join_rate=0.0)


def with_extra_post(seed: int, author: int, tick: int) -> tuple[Engine, Engine]:
    """Give two worlds with the same luck: in the second `author` has written one post more."""
    pair = []
    for extra in (False, True):
        engine = founded(QUIET, seed)
        engine.run(tick)
        if extra:
            engine.ready_for(100)
            row = write_post(engine.world, tick, author, PLAIN, 0.5, 0.1, NOBODY)
            put_in_fresh_pool(engine.world, row)
            deliver(engine.world, tick, author, row, 0)
        engine.run(2 * DAY)
        pair.append(engine)
    return pair[0], pair[1]


def lonely(seed: int) -> list[int]:
    """Give accounts that nobody follows and that write nothing, so that one post more is all they ever write."""
    engine = founded(QUIET, seed)
    engine.run(2 * DAY)
    accounts = engine.world.accounts
    return [
        account for account in range(QUIET.accounts) if accounts.followers[account] == 0 and accounts.posts_made[account] == 0
    ]


@pytest.mark.parametrize("seed", [7, 11, 23])
def test_one_extra_post_that_nobody_reads_changes_no_other_event(seed: int) -> None:
    tick = DAY // 2
    tried = 0
    for author in lonely(seed):
        plain, twin = with_extra_post(seed, author, tick)
        ours = [event for event in twin.history() if event.subject == author and event.nth == 1]
        others = [event for event in twin.history() if not (event.subject == author and event.nth == 1)]
        if {event.kind for event in ours} == {events.POST, events.DELIVERED} and not displaced(plain, twin):
            assert others == list(plain.history())
            tried += 1
        if tried == 2:
            break
    assert tried >= 1


def displaced(plain: Engine, twin: Engine) -> bool:
    """Whether the post took a cell of the fresh pool from one that somebody would have been shown."""
    seen = Counter(event[2:] for event in plain.history() if event.kind in (events.THANKED, events.MINUTE_BACK))
    again = Counter(event[2:] for event in twin.history() if event.kind in (events.THANKED, events.MINUTE_BACK))
    return bool(seen - again)


APART = Rules(
    accounts=90, seats=0, communities=2, cross=0.0, topic_noise=0.0, drama_makers=0, gurus=0, join_rate=0.0,
    initial_follows=6, tray_size=8, session_log_mean=1.5, post_log_mean=0.0, engage_base=-2.0, closure_rate=0.1,
    browse_rate=0.1, unfollow_rate=0.1, budget_most=40, pool_size=12,
)  # fmt: skip


def of_community(engine: Engine, community: int) -> list[Event]:
    """Give what the members of one community did."""
    home = engine.world.accounts.community
    return [event for event in engine.history() if home[event.actor] == community]


@settings(max_examples=5)
@given(seed=st.integers(0, 1000), change=st.sampled_from(["mute", "flood", "rich"]))
def test_a_change_in_one_community_does_not_reach_another(seed: int, change: str) -> None:
    base, other = founded(APART, seed), founded(APART, seed)
    accounts = other.world.accounts
    for account in range(0, APART.accounts, 2):
        assert accounts.community[account] == 0
        if change == "mute":
            accounts.driver[account] = 1
        elif change == "flood":
            accounts.post_rate[account] = 20.0
        else:
            accounts.habit[account] = 1.0
    base.run(2 * DAY)
    other.run(2 * DAY)
    assert of_community(base, 0) != of_community(other, 0)
    assert of_community(base, 1) == of_community(other, 1)
    assert len(of_community(base, 1)) > 500


def test_no_event_of_one_world_is_ordered_by_another_community() -> None:
    """The unreached community is the same in a world where the other one hardly exists."""
    engine, silent = founded(APART, 5), founded(APART, 5)
    for account in range(0, APART.accounts, 2):
        silent.world.accounts.session_rate[account] = 0.0
        silent.world.accounts.post_rate[account] = 0.0
    engine.run(2 * DAY)
    silent.run(2 * DAY)
    assert of_community(engine, 1) == of_community(silent, 1)
