"""Doing: whether a command is allowed, why not, and what it does."""

from typing import TYPE_CHECKING, Final

from game.feed import events
from game.feed.delivery import row_of
from game.session import pencil, stages, viewing
from game.session.bots import BOTS
from game.session.chair import Chair
from game.session.commands import (
    Begin,
    Command,
    Commit,
    HandOver,
    Ignore,
    Leave,
    Like,
    Next,
    Pace,
    Refused,
    Reshare,
    Stay,
    Undo,
    Unfold,
)  # fmt: skip
from game.session.tally import card_id
from game.session.views import CLERK_DRIVER, HUMAN_DRIVER, Phase, Seat, Verb

if TYPE_CHECKING:
    from game.session.session import Session

VERBS: Final = {Ignore: events.IGNORE, Like: events.LIKE, Reshare: events.RESHARE}
VERB_NAMES: Final[dict[type, Verb]] = {Ignore: "ignore", Like: "like", Reshare: "reshare"}
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
    if isinstance(command, Next | Begin):
        return _lesson(session, chair, command)
    if isinstance(command, Undo | Commit):
        return _out_strip(session, chair, command)
    return _over(chair, (*stages.WORKING, "lesson")) or _at_work(session, chair, command)


def _over(chair: Chair, phases: tuple[Phase, ...]) -> str:
    if chair.phase in phases:
        return ""
    return "The bell has rung." if chair.phase == "bell" else "The shift is over."


def _coat(chair: Chair, command: Leave | Stay) -> str:
    if isinstance(command, Stay):
        return "" if chair.phase == "bell" else "Overtime is offered when the bell rings."
    return "" if chair.phase in (*stages.WORKING, "lesson", "bell") else "You have gone home already."


def _lesson(session: "Session", chair: Chair, command: Next | Begin) -> str:
    if chair.phase != "lesson":
        return "The lesson is over."
    if isinstance(command, Begin):
        return ""
    if not viewing.at_rest(session, chair):
        return "One paper after another."
    return "" if chair.lesson < len(session.scenario.lesson) else "That was the lesson's last paper."


def _hand_over(chair: Chair, driver: str) -> str:
    if driver not in DRIVERS:
        return f"Nobody is called {driver!r}; a seat can be driven by {', '.join(DRIVERS)}."
    return f"{driver} drives this seat already." if driver == chair.seat.driver else ""


def _out_strip(session: "Session", chair: Chair, command: Undo | Commit) -> str:
    if isinstance(command, Undo) and chair.phase == "bell":
        return "The bell has rung: what was stamped goes out with you."  # taken back, it could not be stamped again
    over = _over(chair, (*stages.WORKING, "lesson", "bell"))
    if over:
        return over
    return "" if int(session.engine.world.desks.out_verb[chair.place]) else "No stamp is waiting in the OUT strip."


def _at_work(session: "Session", chair: Chair, command: Ignore | Like | Reshare | Unfold | Pace) -> str:
    if isinstance(command, Pace):
        known = ", ".join(stages.PACES)
        return "" if command.name in stages.PACES else f"There is no pace {command.name!r}; there are {known}."
    if command.card not in pile(session, chair):
        return "That card is not on the desk."
    if isinstance(command, Unfold) and command.card in chair.unfolded:
        return "It is unfolded already."
    if isinstance(command, Like | Reshare) and chair.lifted(command.card):
        return "You lifted this one already. A counter is lifted once."
    return _drawers(session, chair, command) if chair.phase == "lesson" else ""


def _drawers(session: "Session", chair: Chair, command: Ignore | Like | Reshare | Unfold) -> str:
    """In the lesson one drawer opens after another."""
    paper = session.scenario.lesson[chair.lesson - 1]
    shut = (isinstance(command, Like) and not paper.like) or (isinstance(command, Reshare) and not paper.reshare)
    if shut:
        return "That drawer is still shut."
    return "This paper has no corner to turn." if isinstance(command, Unfold) and not paper.unfold else ""


def legal(session: "Session", chair: Chair) -> list[Command]:
    """Every command a player may give now. For cards: those in the pile, the one under the lamp first."""
    candidates: list[Command] = [Undo(), Commit(), Next(), Begin(), Stay(), Leave()]
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
        if chair.phase != "lesson":
            chair.habits.append(habit(session, chair, command))
        engine.kernels.stamp(engine.world, chair.place, pile(session, chair).index(command.card), VERBS[type(command)])
    elif isinstance(command, Unfold):
        engine.ready_for(1)
        engine.kernels.unfold(engine.world, now, chair.place, pile(session, chair).index(command.card))
    elif isinstance(command, Commit):
        stages.send(engine, chair, now)
    elif isinstance(command, Undo):
        engine.kernels.undo(engine.world, chair.place)
        if chair.phase != "lesson":
            chair.habits.pop()
    elif isinstance(command, Pace):
        chair.pace = command.name
        engine.world.desks.interval[chair.place] = stages.interval_of(session.scenario, command.name)
    else:
        move_on(session, chair, command)


def move_on(session: "Session", chair: Chair, command: Next | Begin | Stay | Leave | HandOver) -> None:
    """Bring a seat to its next stage, or give it to somebody else."""
    if isinstance(command, Next):
        session.next_lesson(chair)
    elif isinstance(command, Begin):
        session.begin(chair)
    elif isinstance(command, HandOver):
        hand_over(session, chair, command.driver)
    elif isinstance(command, Stay):
        stages.stay(session.engine, session.scenario, chair, session.tick)
    else:
        stages.leave(session.engine, session.scenario, chair, session.tick)


def habit(session: "Session", chair: Chair, command: Ignore | Like | Reshare) -> pencil.Habit:
    """What the pencil notes of a stamp, and what it had expected."""
    card = next(one for one in viewing.tray(session, chair) if one.id == command.card)
    seen = pencil.traits(card, chair.habits)
    return pencil.Habit(seen, VERB_NAMES[type(command)], viewing.guess(session, chair, card), pencil.count_on(card))


def hand_over(session: "Session", chair: Chair, driver: str) -> None:
    """Change who decides for the account; whoever drives a seat that only the clerk had had sits down first."""
    engine, before = session.engine, chair.driven
    if chair.phase == "lesson" and driver == CLERK_DRIVER:
        session.begin(chair)  # nobody is there to learn
    if before and driver == CLERK_DRIVER:
        stages.get_up(engine, session.scenario, chair, session.tick)
        session.take_in()  # while it is still the seat that did it
    chair.seat = Seat(chair.seat.name, driver)
    if chair.driven and chair.phase == "burn-in":
        session.front.open(engine)  # nobody's books may have been open before
        stages.sit_down(engine, session.scenario, chair, session.tick)
    elif chair.driven and not before:
        stages.sit_again(engine, chair)
