"""A computer-run player: drives one seat by a bot from the first card to the morning, taking a person's time for it."""

from collections.abc import Iterator
from typing import Final

from game.feed import streams
from game.kernel.chance import draw
from game.session.bots import Bot, Choice, Seen
from game.session.commands import Begin, Command, Commit, Ignore, Leave, Like, Refused, Reshare, Unfold
from game.session.pencil import count_on
from game.session.session import Session
from game.session.tally import address_of
from game.session.views import Card

COMMANDS: Final[dict[Choice, type[Ignore | Like | Reshare]]] = {"ignore": Ignore, "like": Like, "reshare": Reshare}


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
        self.wait = max(1, second // 2)
        self.undo = int(session.scenario.shift.undo_seconds * second)
        self.commit = 0  # tick at which the stamp in the OUT strip is carried out

    def decide(self, card: Card) -> Choice:
        """What the bot wants to do with a card."""
        account = self.session.chair(self.seat).account
        luck = draw(self.session.seed, streams.BOT, account, *address_of(card.id))
        return self.bot(Seen(card, tuple(self.counters), self.session.words.judge, luck))

    def judge(self, card: Card) -> Choice:
        """What the bot wants to do with a card, its counters remembered once it is sure."""
        choice = self.decide(card)
        if choice != "unfold":
            self.counters.append(count_on(card))
        return choice

    def steps(self) -> Iterator[None]:
        """Play from wherever the session stands to the start of the night."""
        session = self.session
        while session.phase(self.seat) not in ("night", "morning"):
            if session.phase(self.seat) == "lesson":
                session.do(self.seat, Begin())
            elif session.phase(self.seat) == "bell":
                session.do(self.seat, Leave())
            elif session.tray(self.seat):
                yield from self._handle()
            else:
                self._pass(self.wait)
            yield

    def _pass(self, ticks: int) -> None:
        """Let time pass; a stamp in the OUT strip is carried out on the way, when it can no longer be taken back."""
        session = self.session
        end = session.tick + ticks
        if session.out(self.seat) and self.commit <= end:
            session.advance(max(0, self.commit - session.tick))
            self._do(Commit())
        session.advance(end - session.tick)

    def _handle(self) -> Iterator[None]:
        """One card: look, perhaps unfold, stamp."""
        session = self.session
        card = session.tray(self.seat)[0]
        self._pass(self.look)
        yield
        choice = self.judge(card)
        if choice == "unfold" and self._do(Unfold(card.id)):
            self._pass(self.unfold)
            yield
            opened = [one for one in session.tray(self.seat) if one.id == card.id]
            choice = self.judge(opened[0]) if opened else "ignore"
        if choice != "unfold" and (self._do(COMMANDS[choice](card.id)) or self._do(Ignore(card.id))):
            self.commit = session.tick + self.undo

    def _do(self, command: Command) -> bool:
        """Give a command if the rules allow it: the bell may have rung meanwhile."""
        try:
            self.session.do(self.seat, command)
        except Refused:
            return False
        return True
