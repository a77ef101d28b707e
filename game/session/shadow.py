"""The shadow: the twin world in which every stamp is an Ignore, kept beside a running session in slices."""

from typing import TYPE_CHECKING

from game.session.commands import Command, Ignore, Like, Reshare
from game.session.entry import Entry
from game.session.replay import Replay

if TYPE_CHECKING:
    from game.session.session import Session


def ignoring(_number: int, entry: Entry) -> Command | None:
    """The change that makes the twin: the same commands at the same ticks, but nothing passes."""
    command = entry.command
    return Ignore(command.card) if isinstance(command, Like | Reshare) else command


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
        return self._replay.level_with(self.original.log, self.original.tick)

    def advance(self, budget: int) -> bool:
        """Run about `budget` events; True when the twin stands where the original stands."""
        original = self.original
        self._replay.follow(original.log, original.tick)
        return self._replay.advance(budget)
