"""The log of a play-through: every command with the tick at which it took effect."""

from collections.abc import Callable
from typing import Any, NamedTuple

from game.session.commands import BadCommand, Command, from_plain, to_plain


class Entry(NamedTuple):
    """One accepted command."""

    tick: int
    seat: str
    command: Command

    def plain(self) -> list[Any]:
        """As plain values: [tick, seat, [name, ...]]."""
        return [self.tick, self.seat, to_plain(self.command)]

    @classmethod
    def from_plain(cls, data: object) -> "Entry":
        """The entry that `plain` wrote; raises `BadCommand`."""
        match data:
            case [int(tick), str(seat), command]:
                return cls(tick, seat, from_plain(command))
        message = f"not a log entry: {data!r:.80}; allowed is [tick, seat, [command, ...]]"
        raise BadCommand(message)


Change = Callable[[int, Entry], Command | None]
"""How a twin differs: given an entry's number and the entry, the command to give instead, or None for none."""


def unchanged(_number: int, entry: Entry) -> Command | None:
    """The twin in which nothing is different."""
    return entry.command
