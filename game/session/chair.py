"""A chair: the session's own notes on one seat, beside what the world's tables hold for it."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final

from game.feed import events
from game.session.pencil import Habit
from game.session.tally import Tally, card_id
from game.session.views import CLERK_DRIVER, Outcome, Phase, Seat

STRENGTH: Final = {events.IGNORE: 0.0, events.LIKE: 0.5, events.RESHARE: 1.0}


@dataclass(slots=True)
class Dealt:
    """One card that was dealt: its kind is for the ledger, and never shown before the bell."""

    card: int
    kind: int  # feed.desk.WORTHY, BAIT or SO_SO
    verb: int = 0  # 0 until handled
    fallen: bool = False

    @property
    def done(self) -> bool:
        """Whether it was handled or fell."""
        return self.verb != 0 or self.fallen

    @property
    def strength(self) -> float:
        """What was passed on of it: Reshare 1, Like 0.5, else 0."""
        return STRENGTH.get(self.verb, 0.0)


@dataclass(slots=True)
class Chair:
    """Everything the session notes about a seat while it plays."""

    seat: Seat  # its driver changes when the seat is handed over
    place: int  # row in the world's `desks`
    account: int
    neighbours: tuple[int, ...]
    tally: Tally
    pace: str
    phase: Phase = "burn-in"
    outcome: Outcome | None = None
    started: int = 0  # tick at which the seat sat down
    labour_before: int = 0  # seconds by the book when commands began to decide for the account
    labour_done: int = 0  # seconds by the book in earlier stretches in which commands decided
    followers_before: int = 0
    followers_after: int = -1  # in the morning; -1 before
    last_deal: int = 0  # tick
    bell: int = 0  # tick at which it rings or rang, 0 while that is open
    limit: int = 0  # tick at which it rings if nobody takes the seat back from the clerk, 0 while somebody has it
    overtime_from: int = 0  # tick, 0 without overtime
    overtime_until: int = 0  # tick at which it ends or ended, 0 without overtime
    morning: int = 0  # tick
    named: bool = False  # whether the front page got its words
    lesson: int = 0  # papers of the lesson laid on the desk so far
    papers: list[Dealt] = field(default_factory=list)  # of the lesson, never marked
    cards: list[Dealt] = field(default_factory=list)
    habits: list[Habit] = field(default_factory=list)  # what the pencil knows of this seat
    unfolded: dict[int, None] = field(default_factory=dict)  # cards

    @property
    def driven(self) -> bool:
        """Whether commands decide for this account, and not the built-in clerk."""
        return self.seat.driver != CLERK_DRIVER

    @property
    def counting(self) -> bool:
        """Whether what happens in the world still goes into this seat's books."""
        return self.phase not in ("burn-in", "morning")

    def first_open(self, card: int) -> Dealt | None:
        """The dealt card of this id that is still to be handled."""
        for dealt in (*self.papers, *self.cards):
            if dealt.card == card and not dealt.done:
                return dealt
        return None

    def times(self, card: int) -> int:
        """How often the seat has stamped a card before."""
        return sum(dealt.card == card and dealt.verb != 0 for dealt in (*self.papers, *self.cards))

    def lifted(self, card: int) -> bool:
        """Whether the seat has liked or passed on a card before."""
        return any(dealt.card == card and dealt.strength > 0.0 for dealt in (*self.papers, *self.cards))

    @property
    def handled(self) -> int:
        """Cards stamped and carried out."""
        return sum(dealt.verb != 0 for dealt in self.cards)

    @property
    def fallen(self) -> int:
        """Cards that fell off the pile."""
        return sum(dealt.fallen for dealt in self.cards)

    def note(self, event: events.Event) -> None:
        """Take in an event that this seat's account did or suffered, while commands decide for it."""
        card = card_id(event.subject, event.nth)
        if event.kind == events.DEALT:
            (self.papers if self.phase == "lesson" else self.cards).append(Dealt(card, event.value))
            self.last_deal = event.tick
        elif event.kind == events.FELL_OFF and event.value == 1:
            dealt = self.first_open(card)
            if dealt:
                dealt.fallen = True
        elif event.kind in STRENGTH:
            dealt = self.first_open(card)
            if dealt:
                dealt.verb = event.kind
        elif event.kind == events.UNFOLD:
            self.unfolded[card] = None

    def plain(self) -> dict[str, Any]:
        """As plain values, for a snapshot."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        plain["seat"] = asdict(self.seat)
        plain["tally"] = self.tally.plain()
        for name in ("papers", "cards"):
            plain[name] = [[one.card, one.kind, one.verb, one.fallen] for one in getattr(self, name)]
        plain["habits"] = [[list(one.traits), one.verb, one.guess, one.counters] for one in self.habits]
        plain["unfolded"] = list(self.unfolded)
        return plain

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> "Chair":
        """What `plain` wrote."""
        made = {
            "seat": Seat(**data["seat"]),
            "neighbours": tuple(data["neighbours"]),
            "tally": Tally.from_plain(data["tally"]),
            "papers": [Dealt(*one) for one in data["papers"]],
            "cards": [Dealt(*one) for one in data["cards"]],
            "habits": [Habit(tuple(traits), verb, guess, count) for traits, verb, guess, count in data["habits"]],
            "unfolded": dict.fromkeys(data["unfolded"]),
        }
        return cls(**{**data, **made})
