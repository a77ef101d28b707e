"""Metrics (MODEL C.7) of a world: inequality, reach, network shape, labour and money. Read only, never on a decision path."""

from collections.abc import Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

from game.feed.world import ABSENT, BOT, COIN, LURKER, NOBODY

if TYPE_CHECKING:
    from game.feed.engine import Engine

MICRO = 1_000_000.0
DRAMATIC = 0.5
"""Drama from which a post counts as drama."""


def gini(values: Sequence[float]) -> float:
    """Gini coefficient of non-negative values, 0 (equal) .. 1; 0 for nothing at all."""
    ordered = sorted(values)
    total = sum(ordered)
    if not ordered or total == 0:
        return 0.0
    weighted = sum(rank * value for rank, value in enumerate(ordered, 1))
    count = len(ordered)
    return 2.0 * weighted / (count * total) - (count + 1.0) / count


def top_share(values: Sequence[float], share: float) -> float:
    """Part of the total held by the top `share` of holders (at least one of them)."""
    ordered = sorted(values, reverse=True)
    total = sum(ordered)
    if total == 0:
        return 0.0
    return sum(ordered[: max(1, round(share * len(ordered)))]) / total


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, ties sharing their mean rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    start = 0
    while start < len(order):
        stop = start
        while stop + 1 < len(order) and values[order[stop + 1]] == values[order[start]]:
            stop += 1
        for place in range(start, stop + 1):
            result[order[place]] = (start + stop) / 2.0 + 1.0
        start = stop + 1
    return result


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Spearman's rank correlation, 0 when one side does not vary."""
    if not xs:
        return 0.0
    first, second = ranks(xs), ranks(ys)
    middle = (len(xs) + 1.0) / 2.0
    covariance = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    one = sum((a - middle) * (a - middle) for a in first)
    two = sum((b - middle) * (b - middle) for b in second)
    return covariance / sqrt(one * two) if one and two else 0.0


def column(table: Any, name: str) -> list[Any]:
    """A column as a plain list."""
    cells = getattr(table, name)
    return cells if isinstance(cells, list) else list(cells.tolist())


def present(engine: "Engine") -> list[int]:
    """Ids of the accounts there are."""
    return [account for account, role in enumerate(column(engine.world.accounts, "role")) if role != ABSENT]


def network(engine: "Engine", ids: Sequence[int]) -> dict[str, float]:
    """Reciprocity (share of ties that are mutual) and friendship paradox (share whose followees have more followers)."""
    accounts, ties = engine.world.accounts, engine.world.ties
    followers = column(accounts, "followers")
    first, following, followee = column(accounts, "first_out"), column(ties, "next_out"), column(ties, "followee")
    out: dict[int, list[int]] = {}
    for account in ids:
        row = first[account]
        friends = []
        while row != NOBODY:
            friends.append(followee[row])
            row = following[row]
        out[account] = friends
    pairs = {(account, friend): None for account, friends in out.items() for friend in friends}
    mutual = sum((friend, account) in pairs for account, friend in pairs)
    with_friends = [account for account in ids if out[account]]
    humbled = sum(
        sum(followers[friend] for friend in out[account]) / len(out[account]) > followers[account] for account in with_friends
    )
    return {
        "follows": len(pairs),
        "reciprocity": mutual / len(pairs) if pairs else 0.0,
        "friendship_paradox": humbled / len(with_friends) if with_friends else 0.0,
    }


def live_posts(engine: "Engine") -> dict[str, float]:
    """Metrics over the posts still in the ring (about the last day): who is seen at all, and does quality decide."""
    posts = engine.world.posts
    rows = [row for row, serial in enumerate(column(posts, "serial")) if serial != NOBODY]
    likes, reshares = column(posts, "likes"), column(posts, "reshares")
    quality, drama, depth = column(posts, "quality"), column(posts, "drama"), column(posts, "depth")
    engaged = [likes[row] + reshares[row] for row in rows]
    total = sum(engaged)
    dramatic = sum(count for count, row in zip(engaged, rows, strict=True) if drama[row] >= DRAMATIC)
    passed = [row for row in rows if reshares[row]]
    return {
        "posts_live": len(rows),
        "zero_engagement_share": sum(count == 0 for count in engaged) / len(rows) if rows else 0.0,
        "reshared_share": len(passed) / len(rows) if rows else 0.0,
        "depth_one_share": sum(depth[row] <= 1 for row in passed) / len(passed) if passed else 0.0,
        "spearman_quality_engagement": spearman([quality[row] for row in rows], engaged),
        "drama_share": dramatic / total if total else 0.0,
    }


def money(engine: "Engine", ids: Sequence[int]) -> dict[str, float]:
    """Coins in purses, taken as fees and earned by advertising; `leak` is what conservation demands to be 0."""
    platform = engine.world.platform
    purses = column(engine.world.accounts, "purse")
    held = sum(purses[account] for account in ids)
    return {
        "purses": held / COIN,
        "fees": int(platform.fees[0]) / COIN,
        "inflow": int(platform.inflow[0]) / COIN,
        "leak": (int(platform.inflow[0]) - held - int(platform.fees[0])) / COIN,
        "platform_advertising": int(platform.earned[0]) / MICRO,
    }


def summary(engine: "Engine") -> dict[str, float]:
    """The metrics of C.7 that this engine's mechanisms feed; shares are 0..1, `producers` are all who may post."""
    world = engine.world
    ids = present(engine)
    accounts = world.accounts
    roles = column(accounts, "role")
    producers = [account for account in ids if roles[account] not in (BOT, LURKER)]
    likes, reshares = column(accounts, "likes_received"), column(accounts, "reshares_received")
    engagements = [likes[account] + reshares[account] for account in ids]
    followers, made = column(accounts, "followers"), column(accounts, "posts_made")
    impressions = int(world.platform.impressions[0])
    seen = sum(engagements)
    return {
        "accounts": len(ids),
        "producers": len(producers),
        "impressions": impressions,
        "visits": int(world.platform.visits[0]),
        "posts": int(world.platform.posts[0]),
        "engagement_per_impression": seen / impressions if impressions else 0.0,
        "reshare_per_impression": sum(reshares[account] for account in ids) / impressions if impressions else 0.0,
        "gini_engagement": gini(engagements),
        "gini_engagement_producers": gini([likes[account] + reshares[account] for account in producers]),
        "top1_engagement": top_share(engagements, 0.01),
        "gini_followers": gini([followers[account] for account in ids]),
        "top20_followers": top_share([followers[account] for account in ids], 0.20),
        "gini_posts": gini([made[account] for account in ids]),
        "top10_posts": top_share([made[account] for account in ids], 0.10),
        "clerk_hours": sum(column(accounts, "labour")) / 3600.0,
        **network(engine, ids),
        **live_posts(engine),
        **{f"money_{name}": value for name, value in money(engine, ids).items()},
    }
