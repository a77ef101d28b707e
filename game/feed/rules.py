"""The parameters of the model: one default each, with unit, meaning and allowed range; a level overrides some of them.

Symbols and first values are MODEL.md's (C.1-C.5); the rules that read them are in this room, each by its name here.
`Rules` is a NamedTuple of numbers, so that interpreted kernels read ``world.rules.tray_size``; compiled, it becomes one
numpy record with the same fields. Ranges are inclusive.
"""

from typing import Any, Final, NamedTuple

VERSION: Final = 3
"""Version of the rules: raised whenever the same scenario, seed and commands give another world."""

ENGAGEMENT: Final = 0
CHRONOLOGICAL: Final = 1
RANDOM: Final = 2
DAY: Final = 86_400


class Rules(NamedTuple):
    """Every number a rule reads. Comments: unit; meaning."""

    # --- population (C.1) ---
    accounts: int = 1200  # accounts; founders of the world, seats included
    seats: int = 1  # accounts; how many founders are kept for players (the last ids)
    communities: int = 6  # communities; founders are spread evenly over them
    bot_share: float = 0.10  # share; accounts that engage half as often and never learn (B37)
    producer_share: float = 0.35  # share; accounts that post at all; the rest are lurkers (A10)
    aspirant_share: float = 0.30  # share of producers; those who hope to live by it and buy courses (A62)
    clout_share: float = 0.01  # share of producers; founders known outside the platform (A76)
    clout_pull: float = 0.10  # probability; a founder's initial follow goes to somebody with clout
    post_log_mean: float = -1.2  # ln(posts/day); producers' posting rate is log-normal
    post_log_sd: float = 1.6  # ln(posts/day); its spread
    post_rate_most: float = 25.0  # posts/day; nobody posts more
    session_log_mean: float = 0.3  # ln(sessions/day); how often a tray is opened
    session_log_sd: float = 0.8  # ln(sessions/day); its spread
    session_per_post: float = 0.5  # sessions/day per post/day; who posts also reads
    budget_mean: float = 20.0  # cards; a session affords 1 + Exp(this) looks
    budget_most: int = 120  # cards; and never more than this
    initial_follows: int = 10  # accounts; m0, follows of a newcomer
    initial_follows_spread: int = 5  # accounts; m0 is uniform within initial_follows +- half of this
    cross: float = 0.03  # probability; a follow or a recommendation looks beyond its own community
    lurker_pull: float = 0.05  # weight; a lurker's chance of being followed at first, relative to a producer's
    initial_mutual: float = 0.12  # probability; an initial follow is between acquaintances and is returned at once
    copy_share: float = 0.60  # probability; an initial follow copies somebody's followee (preferential attachment)
    # --- feed (C.2) ---
    tray_size: int = 64  # cards; what a tray cannot hold falls off
    window: int = 86_400  # seconds; W, a post older than this is no longer shown
    mode: int = ENGAGEMENT  # 0 engagement, 1 chronological, 2 random; how a tray is ranked
    counters: int = 1  # 0 or 1; V, whether counters are shown and therefore count
    recommended: float = 0.30  # share of the budget; rho, cards from the pools instead of followees
    fresh: float = 0.20  # share of the recommended; phi, drawn from the newest posts instead of the busiest
    pool_size: int = 64  # cards; cells of a community's fresh and busy pools
    score_age: float = 0.35  # score; loss per tau of age
    score_tau: int = 21_600  # seconds; tau
    score_noise: float = 0.30  # score; standard deviation of the ranking's noise
    border: int = 600  # seconds; posts and counters cross a community border at the next multiple of this
    out_tray: int = 8  # cards; reshares a single session can send
    # --- clerk (C.3) ---
    engage_base: float = -5.0  # log-odds; b0
    engage_quality: float = 2.5  # log-odds per quality; bq
    engage_match: float = 1.2  # log-odds; bt, post and reader share a topic
    engage_drama: float = 1.2  # log-odds per drama; bd
    engage_side: float = 0.51  # log-odds; bp, post from the other political side (B44)
    engage_counter: float = 0.25  # log-odds per ln; bs, counter of the post (keep below .35, else it runs away)
    engage_fame: float = 0.15  # log-odds per ln; bF, half of it per ln of the author's followers
    engage_load: float = 0.5  # log-odds; bl, at a full tray
    reshare_base: float = -1.6  # log-odds; brs, of a reshare given engagement; drama is added
    bot_factor: float = 0.5  # factor; a bot's engagement relative to a clerk's
    thanks_base: float = -0.4  # log-odds; v0, reader thanks for the minute
    thanks_quality: float = 6.0  # log-odds per quality; vq
    thanks_match: float = 0.5  # log-odds; vt
    thanks_drama: float = 1.5  # log-odds per drama; vd, drama is regretted
    quality_sd: float = 0.15  # quality; a post around its author's skill
    drama_mean: float = 0.15  # drama; mean habit of a producer
    drama_sd: float = 0.10  # drama; a post around its author's habit
    political_share: float = 0.0  # share of posts; those that take a side (settings S9)
    topic_noise: float = 0.05  # probability; a post about another community's topic
    # --- follows (C.4) ---
    follow_rate: float = 0.02  # probability; phi_f
    follow_reference: float = 50.0  # followers; F_ref
    follow_exponent: float = 0.6  # exponent; preference for the followed
    follow_down: float = 0.25  # factor; following somebody smaller than oneself
    follow_back: float = 0.25  # probability; fb
    follow_back_size: float = 0.5  # ratio; kappa, size at which the follower counts as a peer
    follow_back_small: float = 0.15  # factor; following back somebody smaller
    drama_follow: float = 2.0  # factor per drama; drama brings the resharer followers (A66)
    drama_cells: float = 0.0  # cells; further pool cells that a reshare of a post takes at full drama
    passer_follow: float = 1.0  # factor; following whoever passed a post on, relative to following its author
    closure_rate: float = 0.006  # probability per session; follow a followee of a followee
    browse_rate: float = 0.006  # probability per session; follow the author of a busy post
    unfollow_rate: float = 0.003  # per tie and day; u0
    unfollow_mutual: float = 0.4  # factor; a mutual tie breaks less
    unfollow_irritation: float = 2.0  # factor; at full irritation
    regard_step: int = 25  # points of 100; what a remembered verdict (one in eight) changes in a tie's regard
    join_rate: float = 0.002  # newcomers per account and day; lambda
    # --- posting with learning (B45, B46) ---
    learn_after: int = 86_400  # seconds; when an author judges a post by its likes
    learn_rate: float = 0.005  # per like above the mean; eta
    learn_memory: float = 0.2  # share; weight of the newest post in the author's mean
    # --- drama call-out (A66) ---
    callout_every: float = 3.0  # days; mean time between a drama influencer's looks for a target
    callout_cells: int = 16  # cards; pool cells a call-out takes in each community it overlaps (raised until A66 held)
    callout_backing: float = 0.02  # share of the target's followers; theta_b, engagers needed for a burst
    callout_least: int = 4  # accounts; and never fewer than this
    callout_burst_low: float = 0.05  # probability; a follower leaves at high regard
    callout_burst_high: float = 0.20  # probability; a follower leaves at no regard
    callout_settle: int = 21_600  # seconds; until the coalition is counted
    callout_answer: int = 7_200  # seconds; until the target answers in its own words
    callout_quality: float = 0.2  # quality; of an attack
    answer_quality: float = 0.85  # quality; of the target's own words
    callout_backfire: float = 0.25  # probability; the attacker loses authenticity
    callout_penalty: float = 0.2  # authenticity; what the attacker loses then
    # --- money and a guru's course (C.5, A62) ---
    cpm: float = 0.50  # coins per 1,000 impressions; advertising income of the platform
    purse: float = 60.0  # coins; what an account starts with
    inflow: float = 0.10  # coins per account and day; outside money
    fee: float = 0.30  # share; the platform's part of a sale
    course_price: float = 39.0  # coins; one course
    course_every: float = 5.0  # days; mean time between a guru's launches
    course_buy: float = 0.10  # probability; p0
    course_fame: float = 0.15  # per ln follower; sg
    course_quality: float = 0.3  # quality; of the post that sells it
    course_drama: float = 0.1  # drama; of that post
    course_graduate: float = 0.05  # probability; a buyer turns guru (A64)
    drama_makers: int = 2  # accounts; founders who live by call-outs
    gurus: int = 2  # accounts; founders who sell courses
    # --- the desk of a seat (LEVEL_ONE, section 2) ---
    pile_size: int = 12  # cards; what the IN tray on a desk holds
    deal_scan: int = 600  # posts; how far back the desk rule looks for a card of the kind it owes
    deal_age: int = 43_200  # seconds; no older card is dealt
    loud_share: float = 0.5  # share of pairs of deals; those whose first goes by the counters and whose second against them
    act_first: float = 1.11  # factor; interval between cards in the first third of a shift
    act_second: float = 0.96  # factor; in the second third
    act_third: float = 0.84  # factor; in the last third
    worthy_from: float = 0.60  # expected thanks; a card is worthy from here
    bait_below: float = 0.35  # expected thanks; a card is bait up to here
    folded_sd: float = 0.25  # quality; error of a reading from outside
    unfolded_sd: float = 0.08  # quality; error of a reading from inside
    look_seconds: int = 4  # seconds by the book; a look (A02)
    stamp_seconds: int = 10  # seconds by the book; a stamp that passes, an unfold
    neighbours: int = 12  # accounts; mutual followers a seat starts with
    neighbour_sessions: float = 12.0  # sessions/day; how often those open their trays
    neighbour_follows: int = 0  # accounts; how many a neighbour follows at least, so that its tray can overflow
    neighbour_regard: int = 0  # points of 100; what a neighbour thinks of the seat at first
    return_after: int = 6  # cards; a card that the seat has stamped comes back by another route after at least so many
    return_most: int = 4  # cards; so many of them a shift at most
    beat_waits: int = 4  # intervals; a level's beat reaches the desk within so many, or not at all
    favour_step: int = 20  # points of 100; what a seat's stamp on a card passed on by a follower changes in its regard
    engage_favour: float = 1.0  # log-odds; of what a seat passed on, at a reader's full regard for it


BOUNDS: Final[dict[str, tuple[float, float]]] = {
    "accounts": (20, 4_000_000),
    "seats": (0, 200),
    "communities": (1, 1_000),
    "post_log_mean": (-10, 5),
    "post_log_sd": (0, 5),
    "post_rate_most": (0, 500),
    "session_log_mean": (-5, 5),
    "session_log_sd": (0, 5),
    "session_per_post": (0, 10),
    "budget_mean": (0, 200),
    "budget_most": (1, 500),
    "initial_follows": (1, 60),
    "initial_follows_spread": (0, 40),
    "tray_size": (1, 512),
    "window": (3_600, 30 * DAY),
    "mode": (0, 2),
    "counters": (0, 1),
    "pool_size": (1, 65_536),
    "score_age": (0, 10),
    "score_tau": (60, 30 * DAY),
    "score_noise": (0, 10),
    "border": (1, DAY),
    "out_tray": (0, 64),
    "follow_reference": (1, 1_000_000),
    "follow_exponent": (0, 2),
    "follow_back_size": (0, 10),
    "drama_follow": (0, 20),
    "passer_follow": (0, 100),
    "drama_cells": (0, 64),
    "unfollow_irritation": (0, 10),
    "regard_step": (0, 100),
    "learn_after": (3_600, 30 * DAY),
    "callout_every": (0.05, 1_000),
    "callout_cells": (0, 256),
    "callout_least": (0, 100_000),
    "callout_settle": (60, 30 * DAY),
    "callout_answer": (60, 30 * DAY),
    "cpm": (0, 100),
    "purse": (0, 100_000),
    "inflow": (0, 10_000),
    "course_price": (0, 10_000),
    "course_every": (0.05, 1_000),
    "course_fame": (0, 10),
    "drama_makers": (0, 10_000),
    "gurus": (0, 10_000),
    "pile_size": (1, 64),
    "deal_scan": (1, 100_000),
    "act_first": (0.1, 10),
    "act_second": (0.1, 10),
    "act_third": (0.1, 10),
    "deal_age": (3_600, 30 * DAY),
    "folded_sd": (0, 2),
    "unfolded_sd": (0, 2),
    "look_seconds": (0, 3_600),
    "stamp_seconds": (0, 3_600),
    "neighbours": (0, 60),
    "neighbour_sessions": (0.1, 200),
    "neighbour_follows": (0, 200),
    "neighbour_regard": (-100, 100),
    "return_after": (1, 200),
    "return_most": (0, 200),
    "beat_waits": (1, 50),
    "favour_step": (0, 100),
}
"""Allowed range of each rule that is not a share; shares, probabilities and weights are 0 .. 1, log-odds -20 .. 20."""

SHARE: Final = (0.0, 1.0)
LOG_ODDS: Final = (-20.0, 20.0)
LOG_ODDS_RULES: Final = ("engage_", "thanks_", "reshare_")


def bounds(name: str) -> tuple[float, float]:
    """The inclusive range allowed for rule `name`."""
    if name in BOUNDS:
        return BOUNDS[name]
    return LOG_ODDS if name.startswith(LOG_ODDS_RULES) else SHARE


def problems(rules: Rules) -> list[str]:
    """What is wrong with `rules`, one plain line each; empty when they can be run."""
    lines = []
    for name, value in rules._asdict().items():
        low, high = bounds(name)
        if not low <= value <= high:
            lines.append(f"{name} = {value}: allowed is {low:g} .. {high:g}")
    if rules.seats + rules.neighbours + rules.drama_makers + rules.gurus >= rules.accounts:
        lines.append(f"accounts = {rules.accounts}: too few for the seats, neighbours and influencers asked for")
    if rules.communities * 4 > rules.accounts:
        lines.append(f"communities = {rules.communities}: at least 4 accounts each are needed")
    return lines


WITHOUT_TACTICS: Final = {"drama_makers": 0, "gurus": 0}
SETTINGS: Final[dict[str, dict[str, float]]] = {
    "S0": {**WITHOUT_TACTICS},
    "S1": {**WITHOUT_TACTICS, "counters": 0},
    "S2": {**WITHOUT_TACTICS, "mode": CHRONOLOGICAL, "recommended": 0.0},
    "S3": {**WITHOUT_TACTICS, "mode": RANDOM, "counters": 0},
}
"""The platform's settings of MODEL C.8, which know no tactics, as changes of the defaults: engagement with counters, the
same hidden, chronological without recommendations, random without counters (the arm without feedback)."""


def setting(name: str, **changes: float) -> Rules:
    """The rules of a setting with further changes; KeyError names the settings there are.

    >>> setting("S2", accounts=300).mode == CHRONOLOGICAL
    True
    """
    if name not in SETTINGS:
        message = f"no setting {name!r}; there are {', '.join(SETTINGS)}"
        raise KeyError(message)
    merged: dict[str, Any] = {**SETTINGS[name], **changes}
    return Rules()._replace(**merged)
