"""The shadow: the twin world in which every stamp is an Ignore, kept beside a running session in slices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.session.commands import Command, Ignore, Leave, Like, Reshare
from game.session.entry import Entry
from game.session.replay import Replay

if TYPE_CHECKING:
    from game.session.session import Session


def ignoring(_number: int, entry: Entry) -> Command | None:
    """The change that makes the twin: the same commands at the same ticks, but nothing passes."""
    command = entry.command
    return Ignore(command.card) if isinstance(command, Like | Reshare) else command


def homeward(session: "Session") -> Sequence[Entry]:
    """The log of a session, and a Leave at the tick at which each seat went home: also where no command said so.

    A twin whose desk holds other papers may not be offered the unpaid stay, or be done sooner or later than the original;
    it goes home when the original did. Where the original's own command did it, this one is refused and does nothing.
    """
    night = int(session.scenario.shift.night_hours * 3600)
    homes = [Entry(chair.morning - night, name, Leave()) for name, chair in session.chairs.items() if chair.morning]
    return sorted((*session.log, *homes), key=lambda entry: entry.tick)  # sorting is stable: a home comes after its commands


class Shadow:
    """Follows `original` from wherever it stands; made at the start of the lesson or shift, or later from a replay.

    It starts as a copy of the original when nothing was stamped yet, so that the burn-in is not run twice.
    """

    def __init__(self, original: "Session") -> None:
        self.original = original
        fresh = original.copy() if original.ready and not original.log else original.fresh()
        self._replay = Replay(fresh, (), 0, ignoring)

    @property
    def session(self) -> "Session":
        """The twin, standing somewhere behind the original or level with it."""
        return self._replay.session

    @property
    def level(self) -> bool:
        """Whether the twin stands where the original stands, with the same commands behind it."""
        return self._replay.level_with(homeward(self.original), self.original.tick)

    def advance(self, budget: int) -> bool:
        """Run about `budget` events; True when the twin stands where the original stands."""
        original = self.original
        self._replay.follow(homeward(original), original.tick)
        return self._replay.advance(budget)
