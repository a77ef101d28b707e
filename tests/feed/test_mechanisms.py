"""Mechanisms, each by its id in MECHANISMS.md; bands are those of CALIBRATION.md. Medians over seeds with common luck."""

from collections import Counter
from collections.abc import Callable
from math import exp
from statistics import median

import pytest

from game.feed import beats, events, metrics
from game.feed.clerk import engagement_odds
from game.feed.engine import Engine, Kernels
from game.feed.posting import learn, write_post
from game.feed.rules import Rules, setting
from game.feed.world import ASPIRANT, BOT, HOBBY, NOBODY, PLAIN
from tests.feed.worlds import DAY, LIVELY, founded, run_fast, told

pytestmark = pytest.mark.xdist_group("compiled")

SEEDS = range(1, 9)
DAYS = 20.0
BASE = Rules(accounts=900, seats=0)
SETTINGS = {
    "S0 engagement": setting("S0", accounts=900, seats=0),
    "S1 no counters": setting("S1", accounts=900, seats=0),
    "S2 chronological": setting("S2", accounts=900, seats=0),
    "S3 random": setting("S3", accounts=900, seats=0),
}
QUIET = BASE._replace(drama_makers=0, gurus=0)
"""Nobody attacks and nobody sells, unless a test plans it."""


@pytest.fixture(scope="module")
def arms(fast: Kernels) -> dict[str, list[dict[str, float]]]:
    """Give the metrics of every setting for every seed, at the same luck."""
    return {name: [metrics.summary(run_fast(fast, rules, seed, DAYS)) for seed in SEEDS] for name, rules in SETTINGS.items()}


def middle(arms: dict[str, list[dict[str, float]]], setting: str, metric: str) -> float:
    """Give the median over seeds."""
    return median(world[metric] for world in arms[setting])


def test_A01_a_clerk_engages_with_2_to_10_and_passes_on_up_to_2_cards_of_100(arms: dict[str, list[dict[str, float]]]) -> None:
    assert 0.02 <= middle(arms, "S0 engagement", "engagement_per_impression") <= 0.10
    assert 0.002 <= middle(arms, "S0 engagement", "reshare_per_impression") <= 0.02


def test_A01_a_card_without_counters_is_ignored_more_than_95_times_in_100(arms: dict[str, list[dict[str, float]]]) -> None:
    assert middle(arms, "S1 no counters", "engagement_per_impression") < 0.05


def test_A02_clerks_are_paid_nothing_and_the_platform_for_every_look(fast: Kernels) -> None:
    engine = run_fast(fast, QUIET, 1, 5.0)
    platform = engine.world.platform
    assert platform.earned[0] == platform.impressions[0] * int(QUIET.cpm * 1000)
    paid = sum(int(engine.world.accounts.purse[account]) for account in metrics.present(engine)) - int(platform.inflow[0])
    assert paid == 0
    assert sum(int(engine.world.accounts.labour[account]) for account in metrics.present(engine)) > 0


def test_A02_the_platform_earns_more_the_longer_clerks_look(fast: Kernels) -> None:
    earned = [int(run_fast(fast, QUIET, 1, days).world.platform.earned[0]) for days in (1.0, 2.0, 4.0)]
    assert earned[0] < earned[1] < earned[2]


def test_A02_a_look_is_4_seconds_of_work_and_a_stamp_10_more() -> None:
    engine = founded(LIVELY)
    engine.run(DAY)
    spent = Counter(event.value for event in told(engine, events.THANKED, events.MINUTE_BACK))
    assert set(spent) == {4, 14}


def test_A10_half_of_all_are_bots_or_silent_and_a_tenth_writes_most(arms: dict[str, list[dict[str, float]]]) -> None:
    world = arms["S0 engagement"][0]
    assert 1.0 - world["producers"] / world["accounts"] >= 0.50
    assert 0.60 <= middle(arms, "S0 engagement", "top10_posts") <= 0.85


def counters_raise_gini_by(arms: dict[str, list[dict[str, float]]]) -> float:
    """Give how much the Gini of engagement is higher with counters than without, between medians."""
    return middle(arms, "S0 engagement", "gini_engagement") - middle(arms, "S1 no counters", "gini_engagement")


def test_A13_public_counters_raise_inequality_within_the_published_band(arms: dict[str, list[dict[str, float]]]) -> None:
    """B50: hiding counters changes the Gini by .01 to .08, and it rises with counters on every seed."""
    assert 0.01 <= counters_raise_gini_by(arms) <= 0.08
    assert all(
        shown["gini_engagement"] > hidden["gini_engagement"]
        for shown, hidden in zip(arms["S0 engagement"], arms["S1 no counters"], strict=True)
    )


@pytest.mark.xfail(strict=True, reason="A13's own bound is .02; this engine gives about .015 at 900 accounts")
def test_A13_public_counters_raise_inequality_as_much_as_the_list_asks(arms: dict[str, list[dict[str, float]]]) -> None:
    assert counters_raise_gini_by(arms) >= 0.02


def test_A18_most_posts_are_forgotten_under_engagement_ranking(arms: dict[str, list[dict[str, float]]]) -> None:
    assert 0.55 <= middle(arms, "S0 engagement", "zero_engagement_share") <= 0.85
    assert middle(arms, "S3 random", "zero_engagement_share") < middle(arms, "S0 engagement", "zero_engagement_share")


def test_A18_the_settings_keep_their_order_of_inequality(arms: dict[str, list[dict[str, float]]]) -> None:
    """Engagement > chronological > random, by little (B51: a chronological feed lowers the Gini by at most .10)."""
    order = ["S0 engagement", "S2 chronological", "S3 random"]
    for metric in ("gini_engagement", "top1_engagement", "gini_followers"):
        values = [middle(arms, name, metric) for name in order]
        assert values == sorted(values, reverse=True), metric
    drop = middle(arms, "S0 engagement", "gini_engagement") - middle(arms, "S2 chronological", "gini_engagement")
    assert drop <= 0.10


# --- what is written (B43-B46) -----------------------------------------------------------------------------------------


def odds_ratio(drama: float, side: int, ideology: float) -> float:
    """Give the factor by which drama, or a side taken, multiplies a reader's odds to engage."""
    engine = founded(LIVELY)
    engine.ready_for(10)
    engine.world.accounts.ideology[9] = ideology
    plain, other = (write_post(engine.world, 1, 3, PLAIN, 0.5, 0.0, NOBODY) for _ in range(2))
    posts = engine.world.posts
    posts.topic[plain] = posts.topic[other]
    posts.side[plain] = 0
    posts.side[other] = side
    posts.drama[other] = drama
    return exp(engagement_odds(engine.world, 2, 9, other, 0.0) - engagement_odds(engine.world, 2, 9, plain, 0.0))


def test_B43_a_moral_word_spreads_a_post_by_10_to_35_in_100() -> None:
    assert 1.10 <= odds_ratio(0.2, 0, 0.0) <= 1.35


def test_B44_the_other_side_is_engaged_with_half_as_often_again_by_a_partisan() -> None:
    """The band 1.4-2.0 holds for a full partisan; the rule scales it with |ideology|."""
    assert 1.4 <= odds_ratio(0.0, -1, 1.0) <= 2.0
    assert odds_ratio(0.0, 1, 1.0) == pytest.approx(1.0)
    assert 1.0 < odds_ratio(0.0, -1, 0.5) < odds_ratio(0.0, -1, 1.0)


def taught(likes: int, mean: float, *, posts: int, drama: float = 0.9, role: int = HOBBY) -> tuple[float, float]:
    """Give habit and rate of an author (.2 and 1 before) after some posts of one drama with so many likes each."""
    engine = founded(LIVELY)
    engine.ready_for(posts)
    world = engine.world
    accounts = world.accounts
    author = 30
    accounts.role[author] = role
    accounts.habit[author], accounts.post_rate[author], accounts.mean_likes[author] = 0.2, 1.0, mean
    for nth in range(posts):
        row = write_post(world, 1 + nth, author, PLAIN, 0.5, drama, NOBODY)
        world.posts.likes[row] = likes
        learn(world, DAY + nth, author)
    return accounts.habit[author], accounts.post_rate[author]


def test_B45_habit_moves_towards_drama_that_was_liked() -> None:
    assert taught(30, 10.0, posts=1)[0] > 0.2
    assert taught(0, 10.0, posts=1)[0] < 0.2
    assert taught(10, 10.0, posts=5)[0] == pytest.approx(0.2)
    assert taught(30, 10.0, posts=1, drama=0.1)[0] < 0.2


def test_B46_halved_likes_lengthen_the_interval_between_posts() -> None:
    """By 15 % and more from 20 likes per post to 10."""
    assert 1.0 / taught(10, 20.0, posts=40)[1] >= 1.15
    assert taught(5, 20.0, posts=40)[1] < taught(10, 20.0, posts=40)[1]
    assert taught(40, 20.0, posts=5)[1] > 1.0


@pytest.mark.xfail(strict=True, reason="from 10 likes to 5 the interval grows by 9 %; the band is 15 %")
def test_B46_halved_likes_do_so_for_small_authors_too() -> None:
    assert 1.0 / taught(5, 10.0, posts=40)[1] >= 1.15


def test_B45_B46_a_bot_learns_nothing() -> None:
    assert taught(30, 10.0, posts=3, role=BOT) == (0.2, 1.0)


# --- a guru's course (A62, A64) ----------------------------------------------------------------------------------------

HOPEFUL = BASE._replace(aspirant_share=0.6, course_buy=1.0, course_every=1.0, course_graduate=0.0)


def test_A62_buyers_are_aspirants_and_the_guru_gains(fast: Kernels) -> None:
    engine = run_fast(fast, HOPEFUL, 1, 10.0, keep_log=True)
    sold = told(engine, events.BUY)
    roles = engine.world.accounts.role
    assert len(sold) > 20
    assert {int(roles[event.actor]) for event in sold} == {ASPIRANT}
    income = Counter(event.subject for event in sold)
    price, share = int(HOPEFUL.course_price * 1000), int(HOPEFUL.course_price * 1000 * HOPEFUL.fee)
    makers = [a for a in metrics.present(engine) if roles[a] == HOBBY]
    usual = median(int(engine.world.accounts.purse[a]) for a in makers)
    for guru, courses in income.items():
        assert guru in (2, 3)
        assert engine.world.accounts.purse[guru] >= courses * (price - share)
    assert max(int(engine.world.accounts.purse[guru]) for guru in income) >= 5 * usual
    assert engine.world.platform.fees[0] == len(sold) * share


def test_A62_without_aspirants_nobody_buys(fast: Kernels) -> None:
    assert run_fast(fast, HOPEFUL._replace(aspirant_share=0.0), 1, 10.0).world.platform.fees[0] == 0


def typical(engine: Engine, name: str, ids: list[int]) -> float:
    """Give the median of a column over some accounts."""
    cells = getattr(engine.world.accounts, name)
    return median(int(cells[account]) for account in ids)


def test_A62_the_buyers_own_success_is_unchanged(fast: Kernels) -> None:
    """Against the twin in which the same accounts cannot buy: the median buyer has the same followers and likes."""
    changes = []
    for seed in SEEDS:
        sold = run_fast(fast, HOPEFUL, seed, 10.0, keep_log=True)
        free = run_fast(fast, HOPEFUL._replace(course_buy=0.0), seed, 10.0)
        buyers = sorted({event.actor for event in told(sold, events.BUY)})
        changes += [typical(sold, name, buyers) - typical(free, name, buyers) for name in ("followers", "likes_received")]
    assert median(changes) == 0


def test_A64_pupils_who_turn_guru_ruin_the_trade(fast: Kernels) -> None:
    """Income per guru in the last five days is below a fifth of its peak, while gurus have multiplied."""
    engine = run_fast(fast, HOPEFUL._replace(course_graduate=0.3, inflow=0.02), 1, 40.0, keep_log=True)
    span = 5 * DAY
    sales = Counter(event.tick // span for event in told(engine, events.BUY))
    turned = Counter(event.tick // span for event in told(engine, events.GRADUATE))
    gurus, per_head = 2, []
    for window in range(8):
        per_head.append(sales[window] / gurus)
        gurus += turned[window]
    assert gurus > 10
    assert per_head[-1] < 0.2 * max(per_head)


# --- a drama call-out (A66) --------------------------------------------------------------------------------------------

ATTACKS = 6


def pair(engine: Engine) -> tuple[int, int]:
    """Give an author of the lower middle, who attacks, and the most followed account, its target."""
    accounts = engine.world.accounts
    order = sorted(range(BASE.accounts), key=lambda account: -int(accounts.followers[account]))
    authors = [account for account in order if accounts.post_rate[account] > 0.3]
    return authors[len(authors) // 4], order[0]


def with_attacks(fast: Kernels, rules: Rules, seed: int, attacks: int) -> tuple[Engine, int, int]:
    """Give a world ten days old in which one author attacked so many times after day five; and the two of them."""
    engine = run_fast(fast, rules, seed, 5.0, keep_log=True)
    attacker, target = pair(engine)
    for nth in range(attacks):
        beats.plan(engine, 5 * DAY + 10 + nth * 40_000, events.CALLOUT, attacker, target)
    engine.run(10 * DAY)
    return engine, attacker, target


def change(fast: Kernels, rules: Rules, who: Callable[[int, int], int]) -> float:
    """Give the median over seeds of one party's followers, relative to the twin without attacks."""
    ratios = []
    for seed in SEEDS:
        attacked, attacker, target = with_attacks(fast, rules, seed, ATTACKS)
        peaceful, _, _ = with_attacks(fast, rules, seed, 0)
        party = who(attacker, target)
        ratios.append(int(attacked.world.accounts.followers[party]) / int(peaceful.world.accounts.followers[party]))
    return median(ratios)


def test_A66_a_call_out_is_answered_and_then_counted(fast: Kernels) -> None:
    rules = QUIET._replace(callout_least=0, callout_backing=0.0)
    engine, attacker, target = with_attacks(fast, rules, 1, 1)
    start = 5 * DAY + 10
    posts = [event for event in told(engine, events.POST) if event.value in (1, 2)]
    assert [(event.tick, event.actor, event.value) for event in posts] == [
        (start, attacker, 1), (start + rules.callout_answer, target, 2),
    ]  # fmt: skip
    burst = told(engine, events.BURST)
    assert [(event.tick, event.actor, event.subject) for event in burst] == [(start + rules.callout_settle, attacker, target)]
    left = [e for e in told(engine, events.UNFOLLOW) if e.tick == burst[0].tick and e.subject == target]
    assert len(left) == burst[0].value > 0


def test_A66_an_attacker_gains_half_as_many_followers_again(fast: Kernels) -> None:
    """The published band is +50 % and more on average, in the trial +100 to +320 % when shown in every pool."""
    assert change(fast, QUIET, lambda attacker, _: attacker) >= 1.5


def test_A66_a_target_loses_followers_when_the_coalition_is_big_enough(fast: Kernels) -> None:
    rules = QUIET._replace(callout_least=1, callout_backing=0.0)
    assert change(fast, rules, lambda _, target: target) < 0.8


def test_A66_a_small_coalition_costs_the_target_nothing_to_speak_of(fast: Kernels) -> None:
    rules = QUIET._replace(callout_backing=1.0)
    assert change(fast, rules, lambda _, target: target) > 0.9
    engine, _, _ = with_attacks(fast, rules, 1, ATTACKS)
    assert told(engine, events.BURST) == []


def test_A66_an_attack_that_backfires_costs_authenticity(fast: Kernels) -> None:
    engine, attacker, _ = with_attacks(fast, QUIET._replace(callout_backfire=1.0), 1, 2)
    assert len(told(engine, events.BACKFIRE)) == 2
    assert engine.world.accounts.authenticity[attacker] == pytest.approx(0.7 - 2 * QUIET.callout_penalty)
