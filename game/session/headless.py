"""Headless runs: a bot plays a level, the world runs on for some days, and the figures come out as plain values."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.feed import metrics
from game.feed.engine import Speed
from game.feed.rules import VERSION
from game.scenario import Scenario, rules_hash
from game.session.bots import bot_named
from game.session.player import Player
from game.session.session import DAY, Session
from game.session.views import Seat
from game.story import Words

SEAT = "you"
SLICE = 500
"""Steps between two yields while the world runs without the seat."""


def play(  # noqa: PLR0913 - a run is told by name what it is
    scenario: Scenario, seed: int, bot: str, days: float, *, words: Words, speed: Speed = "plain"
) -> Iterator[Session]:
    """Run in slices; yields the session again and again until it stands at `days` after the start of the shift."""
    decide = bot_named(bot)
    session = Session.start(scenario, seed, [Seat(SEAT, bot)], words=words, speed=speed)
    while session.warm_up(SLICE) < 1.0:
        yield session
    for _ in Player(session, SEAT, decide).steps():
        yield session
    chair = session.chair(SEAT)
    end = max(session.start_tick + int(days * DAY), chair.morning)
    while session.tick < end:
        session.advance(end - session.target, SLICE)
        yield session
    yield session


def figures(session: Session) -> dict[str, Any]:
    """What `intray run --json` prints, less the seconds it took: the same figures as on the pay slip."""
    world = session.engine.world
    return {
        "digest": session.digest(),
        "events": session.engine.events_logged,
        "agent_steps": int(world.platform.visits[0]),
        "outcome": session.outcome(SEAT),
        "metrics": metrics.summary(session.engine),
        "meters": asdict(session.meters(SEAT)),
        "ledger": asdict(session.ledger(SEAT)),
        "version": VERSION,
        "scenario": {"name": session.scenario.name, "hash": rules_hash(session.scenario)},
        "seed": session.seed,
        "tick": session.tick,
    }


def run(  # noqa: PLR0913 - a run is told by name what it is
    scenario: Scenario, seed: int, bot: str, days: float, *, words: Words, speed: Speed = "plain"
) -> dict[str, Any]:
    """Run to the end and give the figures."""
    *_, session = play(scenario, seed, bot, days, words=words, speed=speed)
    return figures(session)
