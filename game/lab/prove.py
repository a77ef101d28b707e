"""Prove a level: bots play it over many seeds, and what its script promises is measured (LEVEL_ONE sections 3 and 11)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final, NamedTuple

from game.feed import desk, events
from game.feed.engine import Speed
from game.scenario import Scenario
from game.session import Leave, Seat, Session
from game.session.bots import BOTS, bot_named
from game.session.chair import Chair
from game.session.player import Player
from game.session.tally import card_id
from game.story import Words

SEAT: Final = "you"
CONSTANT: Final = ("ignore-all", "like-all", "reshare-all")
LEAVER: Final = "leaver"
"""Not a bot: goes home after its first card."""
TOLERANCE: Final = 2
VERDICTS: Final = (events.THANKED, events.MINUTE_BACK)
ENDINGS: Final = (
    "clerk_1", "clerk_2", "clerk_3", "popular_clerk", "closed_door", "open_window", "not_this_time", "gone_home",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One promise: what was measured, within which bounds it must lie, over how many seeds."""

    id: str
    what: str
    measured: float
    low: float
    high: float
    seeds: int

    @property
    def passed(self) -> bool:
        """Whether the promise is kept."""
        return self.low <= self.measured <= self.high

    def plain(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "id": self.id, "what": self.what, "measured": round(self.measured, 4), "low": self.low, "high": self.high,
            "pass": self.passed, "seeds": self.seeds,
        }  # fmt: skip


@dataclass
class Night:
    """What one policy's night came to."""

    won: bool
    seal: int
    mark: float
    ending: str
    kinds: tuple[int, int, int]
    reshared: int
    followers: int
    came_back: bool
    unlisted: bool
    unfolds: int
    effects: list[float] = field(default_factory=list)  # desk seconds from a reshare to its first verdict on the map
    events_per_two: float | None = None  # events on the map per two desk seconds after the first reshare
    counters: tuple[int, int] = (0, 0)  # marked cards whose counters point to their kind, and all of them
    pushed: int = 0
    others_minutes: float = 0.0


class Job(NamedTuple):
    """One seed for one worker."""

    scenario: Scenario
    words: Words
    seed: int
    speed: Speed
    policies: tuple[str, ...]


def policies() -> tuple[str, ...]:
    """Everybody who plays: all bots, and one who leaves early."""
    return (*BOTS, LEAVER)


def nights(job: Job) -> tuple[int, dict[str, Night]]:
    """Play one seed by every policy from one burn-in."""
    session = Session.start(job.scenario, job.seed, [Seat(SEAT)], words=job.words, speed=job.speed)
    session.warm_up()
    opened = session.snapshot()
    kernels = session.engine.kernels
    found = {}
    for policy in job.policies:
        play = Session.restore(opened, job.scenario, words=job.words, speed=job.speed, kernels=kernels)
        found[policy] = night(play, policy)
    return job.seed, found


def night(session: Session, policy: str) -> Night:
    """Let a policy play to the morning, and take the figures."""
    player = Player(session, SEAT, bot_named("curious" if policy == LEAVER else policy))
    for _ in player.steps():
        if policy == LEAVER and session.chair(SEAT).handled:
            session.do(SEAT, Leave())
            break
    chair = session.chair(SEAT)
    session.advance(chair.morning - session.tick)
    ledger = session.ledger(SEAT)
    told = list(session.engine.history())
    kinds = Counter(card.kind for card in chair.cards)
    so_so = kinds[desk.SO_SO] + kinds[desk.RETURN]
    return Night(
        won=ledger.seal > 0,
        seal=ledger.seal,
        mark=ledger.mark,
        ending=ledger.ending,
        kinds=(kinds[desk.WORTHY], kinds[desk.BAIT], so_so),
        reshared=ledger.reshared,
        followers=ledger.followers_gained,
        came_back=any(event.kind == events.DEALT and came_back(chair, event) for event in told),
        unlisted=session.top(SEAT).unlisted is not None,
        unfolds=len(chair.unfolded),
        effects=effects(session, chair, told),
        events_per_two=pace(session, chair, told),
        counters=by_counters(player, chair),
        pushed=len(chair.tally.pushed),
        others_minutes=ledger.others_minutes,
    )


def came_back(chair: Chair, event: events.Event) -> bool:
    """Whether a card was dealt to the seat in a copy that the seat itself had sent."""
    return event.actor == chair.account and bool(chair.tally.route(card_id(event.subject, event.nth), event.other))


def effects(session: Session, chair: Chair, told: Sequence[events.Event]) -> list[float]:
    """Desk seconds from each reshare to the first verdict of a neighbour on it; to the morning where none came."""
    sent: dict[int, int] = {}
    waits: list[float] = []
    for event in told:
        card = card_id(event.subject, event.nth)
        if event.kind == events.RESHARE and event.actor == chair.account:
            sent.setdefault(card, event.tick)
        elif event.kind in VERDICTS and event.other == chair.account and card in sent and event.actor in chair.neighbours:
            waits.append((event.tick - sent.pop(card)) / session.scenario.shift.ticks_per_second)
    return waits + [(chair.morning - tick) / session.scenario.shift.ticks_per_second for tick in sent.values()]


def pace(session: Session, chair: Chair, told: Sequence[events.Event]) -> float | None:
    """Events that the map shows, per two desk seconds from the first reshare to the bell; None without a reshare."""
    first = next((event.tick for event in told if event.kind == events.RESHARE and event.actor == chair.account), None)
    bell = chair.morning - int(session.scenario.shift.night_hours * 3600)
    if first is None or bell <= first:
        return None
    shown = sum(on_the_map(chair, event) for event in told if first <= event.tick <= bell)
    return shown / ((bell - first) / (2 * session.scenario.shift.ticks_per_second))


def on_the_map(chair: Chair, event: events.Event) -> bool:
    """Whether an event is seen on the tube map: a capsule leaves, a verdict, a slip that falls, a neighbour passes it on."""
    if event.actor == chair.account:
        return event.kind == events.DELIVERED
    near = event.actor in chair.neighbours and event.other == chair.account
    return near and event.kind in (*VERDICTS, events.RESHARE, events.LIKE, events.FELL_OFF)


def by_counters(player: Player, chair: Chair) -> tuple[int, int]:
    """Of the marked cards that were seen, how many would be judged rightly by passing what stands above the median."""
    counts = sorted(player.counters)
    middle = counts[len(counts) // 2] if counts else 0
    cards = [card for card in chair.cards if card.verb != 0]
    pairs = [(card.kind == desk.WORTHY, count > middle) for card, count in zip(cards, player.counters, strict=False)
             if card.kind in (desk.WORTHY, desk.BAIT)]  # fmt: skip
    worthy = [high for good, high in pairs if good]
    bait = [high for good, high in pairs if not good]
    return sum(worthy) + len(bait) - sum(bait), len(pairs)


def prove(  # noqa: PLR0913 - a proof is told by name how it is run
    scenario: Scenario, seeds: Sequence[int], *, words: Words, speed: Speed, workers: int, progress: Callable[[str], None]
) -> list[Row]:
    """Play all seeds by all policies, `workers` at a time, and give the rows."""
    jobs = [Job(scenario, words, seed, speed, policies()) for seed in seeds]
    found: dict[int, dict[str, Night]] = {}
    for seed, played in played_by(jobs, workers):
        found[seed] = played
        progress(f"seed {seed}: {len(found)} of {len(seeds)}")
    return rows(scenario, found)


def played_by(jobs: Sequence[Job], workers: int) -> Iterator[tuple[int, dict[str, Night]]]:
    """Results in the order of the jobs, from this process or from several."""
    if workers <= 1:
        yield from map(nights, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(nights, jobs)


def rows(scenario: Scenario, found: dict[int, dict[str, Night]]) -> list[Row]:
    """What the script promises, measured."""
    seeds = len(found)

    def share(policy: str, true: Callable[[Night], bool]) -> float:
        return sum(true(played[policy]) for played in found.values()) / seeds

    bounds = [(bot, 0.0, 0.0) for bot in CONSTANT] + [(bot, 0.0, 0.08) for bot in ("crowd", "contrarian", "coin")]
    bounds += [("drama-lover", 0.0, 0.08), ("curious", 0.9, 1.0)]
    told = [
        Row(f"wins-{bot}", f"share of shifts that {bot} wins", share(bot, lambda night: night.won), low, high, seeds)
        for bot, low, high in bounds
    ]
    first = share("curious", lambda night: night.seal == 1)
    told.append(Row("first-class", "share of shifts that curious ends first class", first, 0.5, 1.0, seeds))
    everybody = [night for played in found.values() for policy, night in played.items() if policy != LEAVER]
    mix = scenario.shift.mix
    told += kind_rows(everybody, (mix.worthy, mix.bait, mix.so_so), seeds)
    waits = [wait for night in everybody for wait in night.effects]
    told.append(Row("effect", "median desk seconds from a reshare to its first verdict", median(waits or [99.0]), 0, 6, seeds))
    paces = [night.events_per_two for night in everybody if night.events_per_two is not None]
    told.append(Row("map", "median events on the map per 2 s after the first reshare", median(paces or [0.0]), 1, 1e9, seeds))
    sent = [played for played in found.values() if any(night.reshared for night in played.values())]
    backs = sum(any(night.came_back for night in played.values()) for played in sent) / max(1, len(sent))
    told.append(Row("return", "share of seeds in which an own card comes back via you", backs, 0.8, 1.0, seeds))
    own = [played["curious"] for played in found.values() if played["curious"].reshared]
    back = sum(night.came_back for night in own) / max(1, len(own))
    told.append(Row("return-curious", "share of curious' shifts in which an own card comes back", back, 0.8, 1.0, seeds))
    unlisted = sum(night.unlisted for night in everybody) / len(everybody)
    told.append(Row("unlisted", "share of nights that have a best post outside the Top 10", unlisted, 1.0, 1.0, seeds))
    right = [played["curious"].counters for played in found.values()]
    by = sum(good for good, _ in right) / max(1, sum(count for _, count in right))
    told.append(Row("counters", "share right by passing high counters", by, 0.45, 0.55, seeds))
    told.append(Row("unfolds", "median unfolds of curious", median(n["curious"].unfolds for n in found.values()), 5, 20, seeds))
    reached = Counter(night.ending for played in found.values() for night in played.values())
    told += [Row(f"ending-{one}", f"nights that end as {one}", reached[one], 1, 1e9, seeds) for one in ENDINGS]
    return told


def kind_rows(everybody: Sequence[Night], wanted: tuple[int, int, int], seeds: int) -> list[Row]:
    """Per kind the fewest and the most cards that any shift dealt."""
    told = []
    for place, name in enumerate(("worthy", "bait", "so-so")):
        counts = [night.kinds[place] for night in everybody]
        low, high = wanted[place] - TOLERANCE, wanted[place] + TOLERANCE
        told.append(Row(f"fewest-{name}", f"fewest {name} cards of any shift", min(counts), low, high, seeds))
        told.append(Row(f"most-{name}", f"most {name} cards of any shift", max(counts), low, high, seeds))
    return told
