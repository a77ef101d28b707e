"""The desk rule and what hangs on it: favour, heat, beats, returns; each by the world's own tables."""

from collections import Counter
from statistics import mean

import pytest

from game.feed import beats, desk, events
from game.feed.clerk import change_regard, look, regard_for, reshare
from game.feed.engine import Engine
from game.feed.events import Event
from game.feed.posting import write_post
from game.feed.rules import Rules
from game.feed.world import ANSWER_POST, CALLOUT_POST, COURSE_POST, NOBODY, PLAIN, REGARD_MOST, SEAT
from tests.feed.worlds import DAY, LIVELY, followees, founded, run, told

WORLD = LIVELY._replace(accounts=120, seats=1, communities=2, join_rate=0.0, deal_age=40_000, drama_makers=0, gurus=0)
YOU = 119
FRIEND, OTHER, AUTHOR, STRANGER = 20, 22, 24, 26
NOON = DAY // 2
INTERVAL = 2_000


def at_a_desk(rules: Rules = WORLD, owed: tuple[int, int, int] = (10, 10, 10), seed: int = 7) -> Engine:
    """A world half a day old with a seat that one friend follows, whose first card comes at the next tick."""
    engine = founded(rules, seed)
    engine.run(NOON)
    engine.world.accounts.driver[YOU] = SEAT
    engine.ready_for(10)
    engine.kernels.follow(engine.world, NOON, FRIEND, YOU)
    engine.kernels.follow(engine.world, NOON, YOU, FRIEND)
    beats.open_desk(engine, 0, YOU, NOON + 1, INTERVAL, owed)
    return engine


def lay(engine: Engine, via: int = NOBODY, *, author: int = AUTHOR, quality: float = 0.5, drama: float = 0.1) -> int:
    """Lay a fresh post of `author` on the desk, passed on by `via`; its row."""
    engine.ready_for(10)
    row = write_post(engine.world, engine.tick, author, PLAIN, quality, drama, NOBODY)
    desk.lay(engine.world, engine.tick, 0, row, via, 1)
    return row


def stamp(engine: Engine, verb: int) -> None:
    """Stamp the card that was laid last, and carry it out."""
    engine.ready_for(10)
    engine.kernels.stamp(engine.world, 0, engine.world.desks.waiting[0] - 1, verb)
    engine.kernels.commit(engine.world, engine.tick, 0)


def regard(engine: Engine, follower: int = FRIEND, followee: int = YOU) -> int:
    """Points of 100."""
    return round(REGARD_MOST * regard_for(engine.world, follower, followee))


# --- favour ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("verb", "points"), [(events.IGNORE, -20), (events.LIKE, 20), (events.RESHARE, 20)])
def test_a_friend_s_card_that_is_declined_costs_regard_and_one_that_passes_earns_it(verb: int, points: int) -> None:
    engine = at_a_desk()
    before = regard(engine)
    lay(engine, FRIEND)
    stamp(engine, verb)
    assert regard(engine) - before == points == (-1 if verb == events.IGNORE else 1) * WORLD.favour_step


def test_it_stays_within_its_bounds() -> None:
    engine = at_a_desk()
    for verb, most in ((events.IGNORE, -REGARD_MOST), (events.LIKE, REGARD_MOST)):
        for _ in range(14):
            lay(engine, FRIEND)
            stamp(engine, verb)
        assert regard(engine) == most


@pytest.mark.parametrize("via", [NOBODY, AUTHOR, STRANGER])
def test_nobody_s_regard_hangs_on_what_no_follower_passed_on(via: int) -> None:
    engine = at_a_desk()
    ties = engine.world.ties
    before = list(ties.regard)
    lay(engine, via)
    stamp(engine, events.IGNORE)
    assert list(ties.regard) == before


def engaged(engine: Engine, via: int, points: int, times: int = 300) -> int:
    """How many of so many posts that `via` passes on the friend engages with, at so much regard for it."""
    engine.ready_for(2 * times)
    change_regard(engine.world, FRIEND, via, points - regard(engine, FRIEND, via))
    assert regard(engine, FRIEND, via) == points
    count = 0
    for _ in range(times):
        row = write_post(engine.world, engine.tick, AUTHOR, PLAIN, 0.5, 0.1, NOBODY)
        engine.ready_for(200)
        look(engine.world, engine.tick, FRIEND, row, via, 1, 0.0, 99)
        count += int(engine.world.posts.likes[row])
        engine.world.platform.visits[0] += 1
    return count


def test_declining_three_times_lowers_what_a_friend_makes_of_your_reshares() -> None:
    engine = at_a_desk()
    for _ in range(3):
        lay(engine, FRIEND)
        stamp(engine, events.IGNORE)
    declined = regard(engine)
    assert declined == -3 * WORLD.favour_step
    liked, neither, disliked = (engaged(at_a_desk(), YOU, points) for points in (-declined, 0, declined))
    assert disliked < neither < liked


def test_of_what_others_pass_on_nothing_is_made_of_it() -> None:
    counts = []
    for points in (-60, 60):
        engine = at_a_desk()
        engine.kernels.follow(engine.world, NOON, FRIEND, OTHER)
        counts.append(engaged(engine, OTHER, points))
    assert counts[0] == counts[1] > 0


def test_without_the_rule_regard_moves_no_friend() -> None:
    rules = WORLD._replace(engage_favour=0.0)
    assert engaged(at_a_desk(rules), YOU, -60) == engaged(at_a_desk(rules), YOU, 60)


# --- heat (A66) --------------------------------------------------------------------------------------------------------


def cells_of(rules: Rules, drama: float, seed: int) -> int:
    """How many cells of the busy pools one reshare of a post fills."""
    engine = at_a_desk(rules, seed=seed)
    engine.ready_for(200)
    row = write_post(engine.world, engine.tick, AUTHOR, PLAIN, 0.5, drama, NOBODY)
    reshare(engine.world, engine.tick, YOU, row, AUTHOR, 0)
    serial = engine.world.posts.serial[row]
    return sum(cell == serial for cell in engine.world.pools.busy)


def test_heated_reshares_are_recommended_wider() -> None:
    wide = WORLD._replace(drama_cells=10.0, pool_size=200)
    cool, warm, hot = (mean(cells_of(wide, drama, seed) for seed in range(1, 6)) for drama in (0.0, 0.5, 1.0))
    assert cool == 1
    assert 4 <= warm <= 6  # one and five more, some of which fall into the same cell
    assert 9 <= hot <= 11


def test_without_the_rule_heat_takes_no_more_cells() -> None:
    assert {cells_of(WORLD._replace(drama_cells=0.0), drama, 3) for drama in (0.0, 0.5, 1.0)} == {1}


def test_so_heat_is_read_more_in_the_world() -> None:
    """Mean readers of a heated post that was passed on, over those of a cool one; same luck with the rule and without."""
    ratios = []
    for cells in (0.0, 10.0):
        engine = run(WORLD._replace(drama_cells=cells, seats=0, engage_base=-2.5), seed=5, days=1.0)
        passed = {(event.subject, event.nth) for event in told(engine, events.RESHARE)}
        readers = Counter((event.subject, event.nth) for event in told(engine, events.THANKED, events.MINUTE_BACK))
        posts = engine.world.posts
        drama = {(posts.author[row], posts.nth[row]): posts.drama[row] for row in range(len(posts.serial))}
        hot = [readers[one] for one in sorted(passed) if drama.get(one, 0.0) > 0.4]
        cool = [readers[one] for one in sorted(passed) if drama.get(one, 1.0) < 0.2]
        ratios.append(mean(hot) / mean(cool))
    assert ratios[1] > ratios[0]


# --- following whoever passed it on ------------------------------------------------------------------------------------


def test_whoever_passes_a_post_on_is_followed_for_it_as_the_rule_says() -> None:
    follows = []
    for factor in (0.0, 1.0, 8.0):
        engine = run(WORLD._replace(passer_follow=factor, closure_rate=0.0, browse_rate=0.0), days=1.0)
        follows.append(len([event for event in told(engine, events.FOLLOW) if event.tick > 0]))
    assert follows == sorted(follows)
    assert follows[0] < follows[2]


# --- beats -------------------------------------------------------------------------------------------------------------

CALM = WORLD._replace(drama_makers=1, gurus=1, callout_every=300.0, course_every=300.0)


def with_beats(rules: Rules, *ticks: int, desk: bool = True, answers: bool = True, kind: int = events.CALLOUT) -> Engine:
    """A desk, and beats of the first influencer so many ticks after noon, run to the evening."""
    engine = at_a_desk(rules)
    for tick in ticks:
        beats.plan(engine, NOON + tick, kind, 0 if kind == events.CALLOUT else 1, AUTHOR, desk=desk, answers=answers)
    for tick in range(NOON, NOON + 40_001, 500):
        engine.run(tick)
        while engine.world.desks.waiting[0]:
            stamp(engine, events.IGNORE)
    return engine


def posted(engine: Engine, kind: int) -> list[Event]:
    """Posts of one kind since noon."""
    return [event for event in told(engine, events.POST) if event.value == kind and event.tick > NOON]


def dealt_after(engine: Engine, posts: list[Event]) -> list[int]:
    """Ticks from each post to the deal that laid it on the desk."""
    deals = {(event.subject, event.nth): event.tick for event in reversed(told(engine, events.DEALT))}
    return [deals[post.subject, post.nth] - post.tick for post in posts if (post.subject, post.nth) in deals]


@pytest.mark.parametrize(("kind", "post"), [(events.CALLOUT, CALLOUT_POST), (events.COURSE_LAUNCH, COURSE_POST)])
def test_what_a_beat_posts_reaches_the_desk_at_the_next_deal(kind: int, post: int) -> None:
    engine = with_beats(CALM, 3_000, kind=kind)
    (wait,) = dealt_after(engine, posted(engine, post))
    assert wait <= INTERVAL * CALM.act_first


def test_three_at_once_come_one_after_another() -> None:
    engine = with_beats(CALM, 3_000, 3_001, 3_002)
    waits = dealt_after(engine, posted(engine, CALLOUT_POST))
    assert len(waits) == 3
    assert max(waits) > 2 * INTERVAL
    assert max(waits) <= CALM.beat_waits * INTERVAL


def test_one_that_waits_too_long_never_comes_this_way() -> None:
    engine = with_beats(CALM._replace(beat_waits=1), 3_000, 3_001, 3_002, answers=False)
    assert len(posted(engine, CALLOUT_POST)) == 3
    soon = [wait for wait in dealt_after(engine, posted(engine, CALLOUT_POST)) if wait <= 3 * INTERVAL]
    assert len(soon) == 1


def test_the_answer_reaches_the_desk_too() -> None:
    engine = with_beats(CALM, 3_000)
    (answer,) = posted(engine, ANSWER_POST)
    assert answer.actor == AUTHOR
    assert dealt_after(engine, [answer])[0] <= CALM.beat_waits * INTERVAL


def test_a_target_that_does_not_answer_says_nothing() -> None:
    engine = with_beats(CALM, 3_000, answers=False)
    assert len(posted(engine, CALLOUT_POST)) == 1
    assert posted(engine, ANSWER_POST) == []


def test_of_several_beats_each_is_answered_or_not_as_planned() -> None:
    engine = at_a_desk(CALM)
    for tick, answers in ((1_000, False), (2_000, True), (3_000, False)):
        beats.plan(engine, NOON + tick, events.CALLOUT, 0, AUTHOR, answers=answers)
    engine.run(NOON + 40_000)
    (answer,) = posted(engine, ANSWER_POST)
    assert answer.tick == NOON + 2_000 + CALM.callout_answer


def test_a_beat_that_is_not_for_the_desk_is_dealt_like_any_post() -> None:
    quick = with_beats(CALM._replace(deal_age=3_600), 3_000, desk=False)
    assert posted(quick, CALLOUT_POST)
    for_desk = with_beats(CALM._replace(deal_age=3_600), 3_000, desk=True)
    assert len(dealt_after(quick, posted(quick, CALLOUT_POST))) <= len(dealt_after(for_desk, posted(for_desk, CALLOUT_POST))) == 1


# --- dealing -----------------------------------------------------------------------------------------------------------


def test_the_kinds_that_are_owed_are_dealt() -> None:
    engine = at_a_desk(owed=(4, 8, 6))
    for tick in range(NOON, NOON + 60_001, 500):
        engine.run(tick)
        while engine.world.desks.waiting[0]:
            stamp(engine, events.LIKE)
    kinds = Counter(event.value for event in told(engine, events.DEALT))
    assert (kinds[desk.WORTHY], kinds[desk.BAIT], kinds[desk.SO_SO] + kinds[desk.RETURN]) == (4, 8, 6)
    desks = engine.world.desks
    assert (desks.worthy[0], desks.bait[0], desks.so_so[0], desks.dealt[0]) == (0, 0, 0, 18)


def test_a_beat_is_dealt_in_the_place_of_a_card_of_its_kind() -> None:
    engine = at_a_desk(CALM, owed=(2, 6, 2))
    for tick in range(3):
        beats.plan(engine, NOON + 10 + tick, events.CALLOUT, 0, AUTHOR, desk=True, answers=False)
    for tick in range(NOON, NOON + 30_001, 500):
        engine.run(tick)
        while engine.world.desks.waiting[0]:
            stamp(engine, events.LIKE)
    kinds = Counter(event.value for event in told(engine, events.DEALT))
    assert len(dealt_after(engine, posted(engine, CALLOUT_POST))) == 3
    assert (kinds[desk.WORTHY], kinds[desk.BAIT], kinds[desk.SO_SO] + kinds[desk.RETURN]) == (2, 6, 2)


def test_of_two_cards_of_a_kind_one_is_loud_and_one_is_quiet() -> None:
    engine = at_a_desk()
    desks = engine.world.desks
    for kind, name in ((desk.WORTHY, "worthy"), (desk.BAIT, "bait"), (desk.SO_SO, "so_so")):
        owed = getattr(desks, name)
        for pair in range(5):
            loud = []
            for left in (2 * pair + 1, 2 * pair):
                owed[0] = left
                loud.append(desk.is_loud(engine.world, 0, kind))
            assert sorted(loud) == [False, True]


def test_a_paper_that_is_planted_is_posted_delivered_and_laid() -> None:
    engine = at_a_desk()
    engine.drain()
    beats.lay_paper(engine, 0, YOU, engine.tick, author=AUTHOR, quality=0.86, drama=0.02)
    happened = [event for event in engine.drain() if event.kind != events.FELL_OFF]
    nth = engine.world.accounts.posts_made[AUTHOR]
    assert [(event.kind, event.subject, event.nth) for event in happened] == [
        (kind, AUTHOR, nth) for kind in (events.POST, events.DELIVERED, events.DEALT)
    ]
    assert happened[1].value == engine.world.accounts.followers[AUTHOR]


def test_a_desk_forgets_nothing_that_it_stamped() -> None:
    engine = at_a_desk()
    rows = [lay(engine) for _ in range(30)]
    serials = [engine.world.posts.serial[row] for row in rows]
    assert not any(desk.stamped_here(engine.world, 0, serial) for serial in serials)
    while engine.world.desks.waiting[0]:
        stamp(engine, events.IGNORE)
    fallen = {(event.subject, event.nth) for event in told(engine, events.FELL_OFF) if event.value == 1}
    posts = engine.world.posts
    kept = [desk.stamped_here(engine.world, 0, serial) for serial in serials]
    assert kept == [(posts.author[row], posts.nth[row]) not in fallen for row in rows]
    assert sum(kept) == WORLD.pile_size


def test_the_friend_s_tie_is_there_that_all_this_hangs_on() -> None:
    assert YOU in followees(at_a_desk(), FRIEND)
