"""The plays: each is a way to spend one night at the desk, and gives the text of it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from game.feed.engine import Kernels
from game.scenario import Mix, Scenario
from game.session import Begin, Commit, Ignore, Leave, Like, Next, Pace, Refused, Reshare, Stay, Undo, Unfold
from game.session.bots import bot_named
from game.session.player import Player
from tests.playthroughs.telling import YOU, ToldSession
from tests.session.worlds import SECOND, forty, shift_of, small, taught, the_tray, words

FOLDER: Final = Path(__file__).parent
HEADER: Final = """\
# {title}
#
# A golden play-through: level {level}, {accounts} accounts, seed {seed}. If this file changes, the rules have changed.
# Renew with: python -m tests.playthroughs.renew

"""


class Play(NamedTuple):
    """One play-through."""

    name: str
    title: str
    level: Callable[[], Scenario]
    seed: int
    by: Callable[[ToldSession], None]

    @property
    def file(self) -> Path:
        """Where its text is kept."""
        return FOLDER / f"{self.name}.txt"

    def text(self, kernels: Kernels | None = None) -> str:
        """Play it, and give the text."""
        level = self.level()
        session = ToldSession.start(level, self.seed, words=words(), kernels=kernels, speed="compiled" if kernels else "plain")
        session.lines, session.met = [], []
        session.warm_up()
        self.by(session)
        session.advance(session.chair(YOU).morning - session.tick)
        accounts = level.rules().accounts
        return HEADER.format(title=self.title, level=level.name, accounts=accounts, seed=self.seed) + session.close()


def bot(name: str) -> Callable[[ToldSession], None]:
    """Play by a bot."""

    def by(session: ToldSession) -> None:
        for _ in Player(session, YOU, bot_named(name)).steps():
            pass

    return by


def card_under_lamp(session: ToldSession) -> int:
    """Wait for a card, up to the bell; 0 then."""
    while not session.tray(YOU) and session.phase(YOU) in ("shift", "overtime"):
        session.advance(SECOND)
    return session.tray(YOU)[0].id if session.tray(YOU) else 0


def changing_mind(session: ToldSession) -> None:
    """Every stamp is taken back once, and half of them for good."""
    for nth in range(5):
        card = card_under_lamp(session)
        session.do(YOU, Reshare(card))
        session.advance(SECOND)
        session.do(YOU, Undo())
        with suppress(Refused):
            session.do(YOU, Undo())
        session.advance(SECOND)
        session.do(YOU, (Ignore, Like)[nth % 2](card))
        session.advance(3 * SECOND)
        session.do(YOU, Commit())
        with suppress(Refused):
            session.do(YOU, Undo())
    session.do(YOU, Reshare(card_under_lamp(session)))
    while session.phase(YOU) == "shift":
        session.advance(SECOND)
    with suppress(Refused):
        session.do(YOU, Undo())
    session.do(YOU, Leave())


def overtime(session: ToldSession) -> None:
    """All is passed on, the bell is heard, and the clerk stays."""
    with suppress(Refused):
        session.do(YOU, Stay())
    stay = True
    while session.phase(YOU) not in ("night", "morning"):
        if session.phase(YOU) == "bell":
            session.do(YOU, Stay() if stay else Leave())
            stay = False
        card = card_under_lamp(session)
        if card and session.phase(YOU) != "bell":
            session.do(YOU, Reshare(card))
        session.advance(2 * SECOND)


def leaving(session: ToldSession) -> None:
    """Two cards are passed on, the third stays under the lamp."""
    for _ in range(2):
        session.do(YOU, Reshare(card_under_lamp(session)))
        session.advance(3 * SECOND)
    session.do(YOU, Unfold(card_under_lamp(session)))
    session.do(YOU, Leave())
    with suppress(Refused):
        session.do(YOU, Leave())


def asleep(session: ToldSession) -> None:
    """Nobody is at the desk but a first look: the pile of three overflows, the card under the lamp stays and is passed on."""
    card = card_under_lamp(session)
    while session.phase(YOU) == "shift":
        session.advance(5 * SECOND)
        if session.tick > session.start_tick + 120 * SECOND:
            break
    session.do(YOU, Reshare(card))
    session.do(YOU, Commit())
    while session.phase(YOU) == "shift":
        session.advance(5 * SECOND)
    session.do(YOU, Leave())


def calm(session: ToldSession) -> None:
    """No clock: the world goes on by one interval per stamp and one more per unfold, and not otherwise."""
    session.do(YOU, Pace("calm"))
    interval = int(session.shift(YOU).interval * SECOND)
    stamps = (Ignore, Reshare, Like)
    nth = 0
    while session.phase(YOU) == "shift":
        tray = session.tray(YOU)
        if not tray and session.out(YOU):
            session.do(YOU, Commit())
            continue
        if tray and nth % 3 == 1:
            session.do(YOU, Unfold(tray[0].id))
            session.advance(interval)
        if tray:
            session.do(YOU, stamps[nth % 3](tray[0].id))
            nth += 1
        session.advance(interval)
    session.do(YOU, Leave())


def changing_hands(session: ToldSession) -> None:
    """A person, the built-in clerk, a bot, and the person again."""
    session.do(YOU, Like(card_under_lamp(session)))
    session.hand_over(YOU, "clerk")
    session.advance(20 * SECOND)
    with suppress(Refused):
        session.do(YOU, Leave())
    session.hand_over(YOU, "coin")
    moves = Player(session, YOU, bot_named("coin")).steps()
    for _ in range(24):
        next(moves)
    session.hand_over(YOU, "human")
    while session.phase(YOU) == "shift":
        for card in session.tray(YOU):
            session.do(YOU, Ignore(card.id))
        session.advance(2 * SECOND)
    session.do(YOU, Leave())


def lesson(session: ToldSession) -> None:
    """Five papers, each tried on a drawer that may be shut, then passed on as widely as it may be; then all is put aside."""
    for _ in session.scenario.lesson:
        session.do(YOU, Next())
        card = session.tray(YOU)[0].id
        for verb in (Reshare, Like, Ignore):
            with suppress(Refused):
                session.do(YOU, verb(card))
                break
        with suppress(Refused):
            session.do(YOU, Next())
        session.do(YOU, Commit())
        session.advance(4 * SECOND)
    session.do(YOU, Begin())
    while session.phase(YOU) == "shift":
        for one in session.tray(YOU):
            session.do(YOU, Ignore(one.id))
        session.advance(SECOND)
    session.do(YOU, Leave())


def coming_back(session: ToldSession) -> None:
    """All is passed on; what comes back is tried again, and refused, and put aside."""
    while session.phase(YOU) == "shift":
        for card in session.tray(YOU):
            try:
                session.do(YOU, Reshare(card.id))
            except Refused:
                session.do(YOU, Ignore(card.id))
        session.advance(2 * SECOND)
    session.do(YOU, Leave())


def small_pile() -> Scenario:
    """The small world with a pile of three, and thirty cards that come slowly."""
    return shift_of(small(pile_size=3), cards=30, mix=Mix(9, 13, 8), pace="slow")


PLAYS: Final = (
    Play("curious", "The curious bot plays the level", the_tray, 7, bot("curious")),
    Play("like_all", "A kind word for everything", small, 7, bot("like-all")),
    Play("changing_mind", "Every stamp is taken back", small, 8, changing_mind),
    Play("overtime", "Everything is passed on, and the clerk stays after the bell", small, 9, overtime),
    Play("left_early", "Coat on after two cards", small, 10, leaving),
    Play("asleep", "Cards fall on the floor; one stays under the lamp for a day", small_pile, 11, asleep),
    Play("calm", "No clock on the wall", small, 12, calm),
    Play("lesson", "Five papers before the shift, then nothing passes", taught, 14, lesson),
    Play("coming_back", "Forty papers, all passed on, and some come back", forty, 1, coming_back),
    Play("changing_hands", "A person, the clerk, a bot, the person", small, 13, changing_hands),
)
