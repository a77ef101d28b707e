"""Doing: whether a command is allowed, why not, and what it does."""

from typing import TYPE_CHECKING, Final

from game.feed import events
from game.feed.delivery import row_of
from game.session import stages
from game.session.bots import BOTS
from game.session.chair import Chair
from game.session.commands import (
    Command,
    Commit,
    HandOver,
    Ignore,
    Leave,
    Like,
    Pace,
    Refused,
    Reshare,
    Stay,
    Undo,
    Unfold,
)  # fmt: skip
from game.session.tally import card_id
from game.session.views import CLERK_DRIVER, HUMAN_DRIVER, Phase, Seat

if TYPE_CHECKING:
    from game.session.session import Session

VERBS: Final = {Ignore: events.IGNORE, Like: events.LIKE, Reshare: events.RESHARE}
DRIVERS: Final = (HUMAN_DRIVER, CLERK_DRIVER, *BOTS)


def pile(session: "Session", chair: Chair) -> list[int]:
    """Ids of the cards in the pile, the one under the lamp first."""
    world = session.engine.world
    first = chair.place * (int(session.engine.rules.pile_size) + 1)
    rows = [row_of(world, int(world.pile.post[first + place])) for place in range(int(world.desks.waiting[chair.place]))]
    return [card_id(int(world.posts.author[row]), int(world.posts.nth[row])) for row in rows]


def check(session: "Session", chair: Chair, command: Command) -> None:
    """Raise `Refused` with a reason a player can read, if the rules do not allow the command now."""
    reason = refusal(session, chair, command)
    if reason:
        raise Refused(reason)


def refusal(session: "Session", chair: Chair, command: Command) -> str:
    """Why a command is not allowed now; empty if it is."""
    if isinstance(command, HandOver):
        return _hand_over(chair, command.driver)
    if not chair.driven:
        return "The built-in clerk drives this seat."
    if isinstance(command, Leave | Stay):
        return _coat(chair, command)
    if isinstance(command, Undo) and chair.phase == "bell":
        return "The bell has rung: what was stamped goes out with you."  # taken back, it could not be stamped again
    if isinstance(command, Undo | Commit):
        return _over(chair, (*stages.WORKING, "bell")) or _out_strip(session, chair)
    return _over(chair, stages.WORKING) or _at_work(session, chair, command)


def _over(chair: Chair, phases: tuple[Phase, ...]) -> str:
    if chair.phase in phases:
        return ""
    return "The bell has rung." if chair.phase == "bell" else "The shift is over."


def _coat(chair: Chair, command: Leave | Stay) -> str:
    if isinstance(command, Stay):
        return "" if chair.phase == "bell" else "Overtime is offered when the bell rings."
    return "" if chair.phase in (*stages.WORKING, "bell") else "You have gone home already."


def _hand_over(chair: Chair, driver: str) -> str:
    if driver not in DRIVERS:
        return f"Nobody is called {driver!r}; a seat can be driven by {', '.join(DRIVERS)}."
    return f"{driver} drives this seat already." if driver == chair.seat.driver else ""


def _out_strip(session: "Session", chair: Chair) -> str:
    return "" if int(session.engine.world.desks.out_verb[chair.place]) else "No stamp is waiting in the OUT strip."


def _at_work(session: "Session", chair: Chair, command: Ignore | Like | Reshare | Unfold | Pace) -> str:
    if isinstance(command, Pace):
        known = ", ".join(stages.PACES)
        return "" if command.name in stages.PACES else f"There is no pace {command.name!r}; there are {known}."
    if command.card not in pile(session, chair):
        return "That card is not on the desk."
    if isinstance(command, Unfold) and command.card in chair.unfolded:
        return "It is unfolded already."
    return ""


def legal(session: "Session", chair: Chair) -> list[Command]:
    """Every command a player may give now. For cards: those in the pile, the one under the lamp first."""
    candidates: list[Command] = [Undo(), Commit(), Stay(), Leave()]
    for card in pile(session, chair):
        candidates.extend((Ignore(card), Like(card), Reshare(card), Unfold(card)))
    candidates.extend(Pace(name) for name in stages.PACES)
    return [command for command in candidates if not refusal(session, chair, command)]


def carry_out(session: "Session", chair: Chair, command: Command) -> None:
    """Do what `check` allowed."""
    engine = session.engine
    now = session.tick
    if isinstance(command, Ignore | Like | Reshare):
        stages.send(engine, chair, now)
        engine.kernels.stamp(engine.world, chair.place, pile(session, chair).index(command.card), VERBS[type(command)])
    elif isinstance(command, Unfold):
        engine.ready_for(1)
        engine.kernels.unfold(engine.world, now, chair.place, pile(session, chair).index(command.card))
    elif isinstance(command, Commit):
        stages.send(engine, chair, now)
    elif isinstance(command, Undo):
        engine.kernels.undo(engine.world, chair.place)
    elif isinstance(command, Pace):
        chair.pace = command.name
        engine.world.desks.interval[chair.place] = stages.interval_of(session.scenario, command.name)
    elif isinstance(command, Stay):
        stages.stay(engine, session.scenario, chair, now)
    elif isinstance(command, HandOver):
        hand_over(session, chair, command.driver)
    else:
        stages.leave(engine, session.scenario, chair, now)


def hand_over(session: "Session", chair: Chair, driver: str) -> None:
    """Change who decides for the account; whoever drives a seat that only the clerk had had sits down first."""
    engine, before = session.engine, chair.driven
    if before and driver == CLERK_DRIVER:
        stages.get_up(engine, session.scenario, chair, session.tick)
        session.take_in()  # while it is still the seat that did it
    chair.seat = Seat(chair.seat.name, driver)
    if chair.driven and chair.phase == "burn-in":
        stages.sit_down(engine, session.scenario, chair, session.tick)
    elif chair.driven and not before:
        stages.sit_again(engine, chair)
