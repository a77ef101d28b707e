"""A computer-run player: drives one seat by a bot from the first card to the morning, taking a person's time for it."""

from collections.abc import Iterator

from game.session.bots import Bot, Seen
from game.session.commands import Command, Ignore, Leave, Like, Reshare, Unfold
from game.session.session import Session
from game.session.views import Card

COMMANDS: dict[str, type[Ignore | Like | Reshare]] = {"ignore": Ignore, "like": Like, "reshare": Reshare}


class Player:
    """Plays one seat. `steps` yields after every move, so that whoever runs it can show progress or stop."""

    def __init__(self, session: Session, seat: str, bot: Bot) -> None:
        self.session = session
        self.seat = seat
        self.bot = bot
        self.counters: list[int] = []
        second = session.scenario.shift.ticks_per_second
        self.look = int(session.scenario.shift.bot_look * second)
        self.unfold = int(session.scenario.shift.bot_unfold * second)

    def decide(self, card: Card) -> str:
        """What the bot wants to do with a card."""
        judge = self.session.words.judge
        return self.bot(Seen(card, tuple(self.counters), judge, self.session.seed))

    def steps(self) -> Iterator[None]:
        """Play from wherever the session stands to the start of the night."""
        session = self.session
        while session.phase(self.seat) not in ("night", "morning"):
            if session.phase(self.seat) == "bell":
                session.do(self.seat, Leave())
            elif not session.tray(self.seat):
                session.advance(max(1, session.scenario.shift.ticks_per_second // 2))
            else:
                yield from self._handle()
            yield

    def _handle(self) -> Iterator[None]:
        """One card: look, perhaps unfold, stamp."""
        session = self.session
        card = session.tray(self.seat)[0]
        session.advance(self.look)
        yield
        choice = self.decide(card)
        if choice == "unfold" and self._do(Unfold(card.id)):
            session.advance(self.unfold)
            yield
            opened = [one for one in session.tray(self.seat) if one.id == card.id]
            choice = self.decide(opened[0]) if opened else "ignore"
        self.counters.append((card.likes or 0) + (card.reshares or 0))
        if choice in COMMANDS:
            self._do(COMMANDS[choice](card.id))

    def _do(self, command: Command) -> bool:
        """Give a command if it is still legal: the bell may have rung meanwhile."""
        if command in self.session.legal(self.seat):
            self.session.do(self.seat, command)
            return True
        return False
