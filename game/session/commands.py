"""Commands: what a seat may ask for, as plain values; who plays (human, bot, test) makes no difference."""

from dataclasses import asdict, dataclass
from typing import Any, Final


class Refused(Exception):
    """A request the rules refuse; the message is for the player, and nothing has changed."""


class BadCommand(ValueError):
    """Data that is no command at all."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """Put the card aside. Nothing is sent, nothing is counted."""

    card: int


@dataclass(frozen=True, slots=True)
class Like:
    """Lift the card's counter; nothing is sent."""

    card: int


@dataclass(frozen=True, slots=True)
class Reshare:
    """Drop the card into the trays of all followers."""

    card: int


@dataclass(frozen=True, slots=True)
class Unfold:
    """Read the inside of a card; not a stamp, costs time."""

    card: int


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the stamped card back out of the OUT strip."""


@dataclass(frozen=True, slots=True)
class Commit:
    """Carry out the stamp that waits in the OUT strip."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Change how fast cards come: a pace of the level, or "calm"."""

    name: str


@dataclass(frozen=True, slots=True)
class Next:
    """Lay the lesson's next paper on the desk."""


@dataclass(frozen=True, slots=True)
class Begin:
    """End the lesson, or skip what is left of it: the shift begins."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Stay after the bell, unpaid."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Take the coat: after the bell go home, before it leave early."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Let somebody else drive the seat: "human", a bot's name, or "clerk". Whoever runs the session gives it, no player."""

    driver: str


Stamp = Ignore | Like | Reshare
Command = Ignore | Like | Reshare | Unfold | Undo | Commit | Pace | Next | Begin | Stay | Leave | HandOver
KINDS: Final[dict[str, type[Any]]] = {
    kind.__name__.lower(): kind
    for kind in (Ignore, Like, Reshare, Unfold, Undo, Commit, Pace, Next, Begin, Stay, Leave, HandOver)
}


def to_plain(command: Command) -> list[Any]:
    """A command as a list of plain values, name first: ["like", 12345]."""
    return [type(command).__name__.lower(), *asdict(command).values()]


def from_plain(data: object) -> Command:
    """The command that `to_plain` wrote; raises `BadCommand` with the data in its message."""
    if isinstance(data, list) and data and isinstance(data[0], str) and data[0] in KINDS:
        kind = KINDS[data[0]]
        fields = list(kind.__annotations__.values())
        values = data[1:]
        if len(values) == len(fields) and all(
            isinstance(value, kind_of) and not isinstance(value, bool) for value, kind_of in zip(values, fields, strict=True)
        ):
            command: Command = kind(*values)
            return command
    message = f"not a command: {data!r:.80}; allowed are {', '.join(KINDS)} with their card, pace or driver"
    raise BadCommand(message)
