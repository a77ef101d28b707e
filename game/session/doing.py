"""Doing: whether a command is allowed, why not, and what it does."""

from typing import TYPE_CHECKING

from game.feed import events
from game.feed.delivery import row_of
from game.session import stages
from game.session.chair import Chair
from game.session.commands import Command, Commit, Ignore, Leave, Like, Pace, Refused, Reshare, Stay, Undo, Unfold
from game.session.tally import card_id

if TYPE_CHECKING:
    from game.session.session import Session

VERBS = {Ignore: events.IGNORE, Like: events.LIKE, Reshare: events.RESHARE}
WORKING = ("shift", "overtime")


def pile(session: "Session", chair: Chair) -> list[int]:
    """Ids of the cards in the pile, the one under the lamp first; a post the world has forgotten has id -1."""
    world = session.engine.world
    first = chair.place * (int(session.engine.rules.pile_size) + 1)
    ids = []
    for cell in range(first, first + int(world.desks.waiting[chair.place])):
        row = row_of(world, int(world.pile.post[cell]))
        ids.append(card_id(int(world.posts.author[row]), int(world.posts.nth[row])) if row >= 0 else -1)
    return ids


def check(session: "Session", chair: Chair, command: Command) -> None:
    """Raise `Refused` with a reason a player can read, if the rules do not allow the command now."""
    reason = refusal(session, chair, command)
    if reason:
        raise Refused(reason)


def refusal(session: "Session", chair: Chair, command: Command) -> str:
    """Why a command is not allowed now; empty if it is."""
    if not chair.driven:
        return "The built-in clerk drives this seat."
    if isinstance(command, Leave):
        return "" if chair.phase in ("shift", "bell", "overtime") else "You have gone home already."
    if isinstance(command, Stay):
        if chair.phase != "bell":
            return "Overtime is offered when the bell rings."
        return "" if not chair.overtime_until else "You have stayed once already."
    if chair.phase == "bell" and isinstance(command, Undo | Commit):
        return _out_strip(session, chair)
    if chair.phase not in WORKING:
        return "The bell has rung." if chair.phase == "bell" else "The shift is over."
    if isinstance(command, Undo | Commit):
        return _out_strip(session, chair)
    if isinstance(command, Pace):
        names = ("brisk", "steady", "slow", stages.CALM)
        return "" if command.name in names else f"There is no pace {command.name!r}; there are {', '.join(names)}."
    return _about_card(session, chair, command)


def _out_strip(session: "Session", chair: Chair) -> str:
    return "" if int(session.engine.world.desks.out_verb[chair.place]) else "No stamp is waiting in the OUT strip."


def _about_card(session: "Session", chair: Chair, command: Ignore | Like | Reshare | Unfold) -> str:
    if command.card not in pile(session, chair):
        return "That card is not on the desk."
    if isinstance(command, Unfold) and command.card in chair.unfolded:
        return "It is unfolded already."
    return ""


def legal(session: "Session", chair: Chair) -> list[Command]:
    """Every command allowed now. For cards: those in the pile, the one under the lamp first."""
    candidates: list[Command] = [Undo(), Commit(), Stay(), Leave()]
    for card in pile(session, chair):
        candidates.extend((Ignore(card), Like(card), Reshare(card), Unfold(card)))
    candidates.extend(Pace(name) for name in ("brisk", "steady", "slow", stages.CALM) if name != chair.pace)
    return [command for command in candidates if not refusal(session, chair, command)]


def carry_out(session: "Session", chair: Chair, command: Command) -> None:
    """Do what `check` allowed."""
    engine = session.engine
    now = session.reached
    if isinstance(command, Ignore | Like | Reshare):
        send(session, chair)
        place = pile(session, chair).index(command.card)
        engine.kernels.stamp(engine.world, chair.place, place, VERBS[type(command)])
    elif isinstance(command, Unfold):
        engine.ready_for(1)
        engine.kernels.unfold(engine.world, now, chair.place, pile(session, chair).index(command.card))
    elif isinstance(command, Commit):
        send(session, chair)
    elif isinstance(command, Undo):
        engine.kernels.undo(engine.world, chair.place)
        chair.undo_used += 1
    elif isinstance(command, Pace):
        chair.pace = command.name
        engine.world.desks.interval[chair.place] = stages.interval_of(session.scenario, command.name)
    elif isinstance(command, Stay):
        stages.stay(engine, session.scenario, chair, now)
    else:
        leave(session, chair)


def leave(session: "Session", chair: Chair) -> None:
    """Go home after the bell; before it, leave early: same pay."""
    early = chair.phase == "shift"
    stages.go_home(session.engine, session.scenario, chair, session.reached)
    if early:
        chair.outcome = "left"


def send(session: "Session", chair: Chair) -> None:
    """Carry out the stamp that waits in the OUT strip, if any."""
    engine = session.engine
    if int(engine.world.desks.out_verb[chair.place]):
        engine.ready_for(int(engine.world.accounts.followers[chair.account]))
        engine.kernels.commit(engine.world, session.reached, chair.place)
