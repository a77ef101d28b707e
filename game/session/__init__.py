"""One play-through: seats, commands, meters, ledger, log, replay, twin worlds and bots."""

from game.session.commands import (
    BadCommand,
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
from game.session.entry import Entry
from game.session.replay import Replay
from game.session.session import BadSeats, Session, UnknownSeat
from game.session.views import Card, Ledger, Meters, Neighbour, Seat, Sent, Shift

__all__ = [
    "BadCommand", "BadSeats", "Begin", "Card", "Command", "Commit", "Entry", "HandOver", "Ignore", "Leave", "Ledger", "Like",
    "Meters", "Neighbour", "Next", "Pace", "Refused", "Replay", "Reshare", "Seat", "Sent", "Session", "Shift", "Stay", "Undo",
    "Unfold", "UnknownSeat",
]  # fmt: skip
