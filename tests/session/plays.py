"""Ways to play a session to some point: by a bot, by hand, by a list of choices."""

from collections.abc import Callable

from game.session import Command, Ignore, Leave, Like, Reshare, Session
from game.session.bots import bot_named
from game.session.player import Player
from tests.session.worlds import SECOND

STAMPS: tuple[Callable[[int], Command], ...] = (Ignore, Like, Reshare)


def to_night(session: Session, bot: str = "curious", seat: str = "you") -> Session:
    """Let a bot play until the seat has gone home."""
    for _ in Player(session, seat, bot_named(bot)).steps():
        pass
    return session


def to_morning(session: Session, bot: str = "curious", seat: str = "you") -> Session:
    """Let a bot play, and the night pass."""
    to_night(session, bot, seat)
    session.advance(session.chair(seat).morning - session.tick)
    return session


def stamp_if_allowed(session: Session, stamp: Callable[[int], Command], card: int, seat: str = "you") -> bool:
    """Give a card the stamp; a card that came back and was lifted before can only be put aside. Whether it was allowed."""
    allowed = stamp(card) in session.legal(seat)
    session.do(seat, stamp(card) if allowed else Ignore(card))
    return allowed


def stamp_all(session: Session, stamp: Callable[[int], Command], seat: str = "you") -> Session:
    """Give every card the same stamp as soon as it lies there, until the bell; then go home."""
    while session.phase(seat) == "shift":
        for card in session.tray(seat):
            stamp_if_allowed(session, stamp, card.id, seat)
        session.advance(SECOND)
    session.do(seat, Leave())
    return session


def wait_for_card(session: Session, seat: str = "you") -> int:
    """Let time pass until a card lies under the lamp; its id."""
    while not session.tray(seat):
        session.advance(SECOND)
    return session.tray(seat)[0].id
