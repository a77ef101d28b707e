"""One play-through: seats, commands, meters, ledger, log, replay, twin worlds and bots."""

from game.session.commands import (
    BadCommand,
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
from game.session.entry import Entry
from game.session.replay import Replay
from game.session.session import BadSeats, Session, UnknownSeat
from game.session.views import Card, Ledger, Meters, Neighbour, Seat, Sent, Shift

__all__ = [
    "BadCommand", "BadSeats", "Card", "Command", "Commit", "Entry", "HandOver", "Ignore", "Leave", "Ledger", "Like",
    "Meters", "Neighbour", "Pace", "Refused", "Replay", "Reshare", "Seat", "Sent", "Session", "Shift", "Stay", "Undo",
    "Unfold", "UnknownSeat",
]  # fmt: skip
