"""Beats: tactics that a level plans by the clock of a shift; once started they run like anybody's."""

from typing import Final

from game.feed import events
from game.feed.engine import Engine
from game.feed.world import NOBODY

PLANNED_TURNS: Final = 1_000_000
"""Turns of planned chains count from here, so that their luck is not that of the actor's own turns, counted from 1."""


def plan(
    engine: Engine, tick: int, kind: int, actor: int, target: int = NOBODY, *, desk: bool = False, answers: bool = True
) -> None:
    """Put a call-out (`events.CALLOUT`) or a course (`events.COURSE_LAUNCH`) of `actor` on the calendar at `tick`.

    `desk`: the platform deals its posts to the seats' desks; `answers`: the target answers in its own words.
    """
    _not_in_the_past(engine, tick)
    world = engine.world
    chain = int(world.platform.tactics[0])
    world.platform.tactics[0] = chain + 1
    tactics = world.tactics
    tactics.actor[chain] = actor
    tactics.target[chain] = target
    tactics.post[chain] = NOBODY
    tactics.turn[chain] = PLANNED_TURNS + 1000 * _planned_before(engine, actor)
    tactics.followers[chain] = world.accounts.followers[actor]
    tactics.planned[chain] = 1
    tactics.desk[chain] = 1 if desk else 0
    tactics.answers[chain] = 1 if answers else 0
    tactics.answer[chain] = NOBODY
    engine.kernels.push(world.calendar, world.clock, tick, kind, chain)


def _planned_before(engine: Engine, actor: int) -> int:
    """How many chains were planned for this actor before: an address of its own, whatever strangers do."""
    tactics = engine.world.tactics
    chains = range(int(engine.world.platform.tactics[0]))
    return sum(int(tactics.actor[chain]) == actor and int(tactics.planned[chain]) == 1 for chain in chains)


def lay_paper(engine: Engine, place: int, account: int, tick: int, *, author: int, quality: float, drama: float) -> None:
    """Let `author` post at `tick`, as anybody posts, and lay that post on the desk at `place`: a lesson's paper."""
    engine.ready_for(int(engine.world.accounts.followers[author]))
    engine.world.desks.account[place] = account
    engine.kernels.plant(engine.world, tick, place, author, quality, drama)


def open_desk(engine: Engine, place: int, account: int, tick: int, interval: int, owed: tuple[int, int, int]) -> None:
    """Set up desk `place`: `owed` cards of each kind (worthy, bait, so-so), the first dealt at `tick`."""
    _not_in_the_past(engine, tick)
    world = engine.world
    desks = world.desks
    desks.account[place] = account
    desks.interval[place] = interval
    desks.worthy[place], desks.bait[place], desks.so_so[place] = owed
    desks.cards[place] = sum(owed)
    desks.until[place] = sum(owed)
    engine.kernels.push(world.calendar, world.clock, tick, events.DEAL, place)


def deal_more(engine: Engine, place: int, tick: int, cards: int) -> None:
    """Overtime: so many cards more, the next at `tick`. A deal that is pending already goes on instead."""
    _not_in_the_past(engine, tick)
    world = engine.world
    desks = world.desks
    pending = int(desks.dealt[place]) < int(desks.until[place])
    desks.until[place] += cards
    if not pending:
        engine.kernels.push(world.calendar, world.clock, tick, events.DEAL, place)


def _not_in_the_past(engine: Engine, tick: int) -> None:
    """The clock never goes back: refuse what should have happened already, and make room for what is to come."""
    if tick <= engine.tick:
        message = f"tick {tick} is past: the world stands at {engine.tick}"
        raise ValueError(message)
    engine.ready_for(0)
