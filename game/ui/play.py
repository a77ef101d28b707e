"""One play-through as the screen runs it: desk seconds to ticks, the three seconds of Undo, calm pace, the night, in slices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from game.scenario import Scenario
from game.session import (
    Begin,
    Card,
    Command,
    Commit,
    Ignore,
    Leave,
    Ledger,
    Like,
    Meters,
    Neighbour,
    Next,
    Pace,
    Refused,
    Reshare,
    Seat,
    Sent,
    Session,
    Shift,
    Stay,
    Undo,
    Unfold,
)
from game.session.orders import ORDERS
from game.session.shadow import Shadow
from game.session.stages import GRACE
from game.session.views import Debrief, Lesson, Top, Verb
from game.story import Words
from game.ui.slices import Slice

SEAT = "you"
STAMPS: dict[str, type[Ignore | Like | Reshare]] = {"ignore": Ignore, "like": Like, "reshare": Reshare}
LOOK_EVERY = 0.05
"""Seconds between two readings of meters and map while nothing is stamped."""
CALM_GRACE = 10
"""Without a clock the time to undo is this many times as long."""
CALM_SPEED = 4.0
"""Desk seconds that pass in a second while a calm desk catches up with a stamp."""
LESSON_UNDO = 0.27
"""Seconds that a lesson's stamp waits: while it strikes and the paper leaves."""
LESSON_LIVES = 20.0
"""Seconds after the last command in which a lesson's world goes on; then it waits for the player."""
NIGHT_SECONDS = 5.0
TWIN = 0.003
"""Seconds of a frame for the twin world while the shift runs; it is light work, and never late by more than the night."""
LEISURE, HURRY = 0.008, 0.011
"""Seconds of a frame for the burn-in: behind the title, and while the player looks at its progress."""


@dataclass(frozen=True)
class Look:
    """What the session says at one moment; scenes draw from this and from nothing else."""

    phase: str
    shift: Shift
    tray: tuple[Card, ...]
    out: Card | None
    meters: Meters
    sent: tuple[Sent, ...]
    neighbours: tuple[Neighbour, ...]
    lesson: Lesson | None = None
    pencil: Verb | None = None


class Stamped(NamedTuple):
    """A stamp that was given before: which, how many minutes of the world ago, and whether it or an earlier one passed."""

    kind: str
    ago: float
    lifted: bool = False


class Play:
    """A session with one seat. Nothing here draws; everything that asks or tells the session goes through here."""

    def __init__(self, scenario: Scenario, words: Words, seed: int, *, calm: bool, session: Session | None = None) -> None:
        self.scenario = scenario
        self.seed = seed
        self.calm = calm
        self.pace: str = scenario.shift.pace
        self.session = session or Session.start(scenario, seed=seed, seats=[Seat(SEAT)], words=words)
        self.shadow: Shadow | None = None
        self.answers: dict[str, str] = {}
        """What was said in the debrief, by card: "pass", "not" or "disagree"."""
        self.ready = 0.0 if session is None else 1.0
        self.begun = False
        self.order = ""
        self.stamp = ""
        self.refusal = ""
        """Why the rules refused the last command; "" if they did not."""
        self.undo_left = 0.0
        self._idle = 0.0
        self._rest = 0.0
        self._owed = 0.0
        self._after_last = 0.0
        self._since = 0.0
        self._night_from = -1
        self._warm = Slice(LEISURE)
        self._live = Slice(0.006)
        self._long = Slice(0.007)
        self._shade = Slice(TWIN)
        self._look: Look | None = None

    @classmethod
    def of(cls, session: Session, *, calm: bool) -> "Play":
        """Go on with a session that was replayed from a file, or rewound."""
        return cls(session.scenario, session.words, session.seed, calm=calm, session=session)

    @property
    def look(self) -> Look:
        """What the session said last."""
        if self._look is None:
            self._look = self._read()
        return self._look

    def _read(self) -> Look:
        """Ask the session everything that is drawn."""
        session = self.session
        return Look(
            phase=session.phase(SEAT),
            shift=session.shift(SEAT),
            tray=tuple(session.tray(SEAT)),
            out=session.out(SEAT),
            meters=session.meters(SEAT),
            sent=tuple(session.sent(SEAT)),
            neighbours=tuple(session.neighbours(SEAT)),
            lesson=session.lesson(SEAT),
            pencil=session.pencil(SEAT),
        )

    def warm_up(self, *, hurry: bool = False) -> float:
        """Run one slice of the burn-in, a longer one if somebody waits for it; 1.0 when the shift may begin."""
        if self.ready < 1.0:
            self._warm.seconds = HURRY if hurry else LEISURE
            self.ready = self._warm.run(lambda steps: self.session.warm_up(budget=steps))
            if self.ready >= 1.0:
                self.shadow = Shadow(self.session)  # now, while it can start as a copy
        return self.ready

    def begin(self) -> None:
        """Hang the clock on the wall, or take it off."""
        self.begun = True
        if self._wanted != self.look.shift.pace:
            self._try(Pace(self._wanted))
        self._look = None

    def set_calm(self, *, calm: bool) -> None:
        """Take the clock off the wall, or hang it up with the pace that was chosen."""
        before, self.calm = self._wanted, calm
        self._repace(before)

    def set_pace(self, name: str) -> None:
        """Choose how fast papers come while there is a clock."""
        before, self.pace = self._wanted, name
        self._repace(before)

    @property
    def _wanted(self) -> str:
        """The pace as the session names it."""
        return "calm" if self.calm else self.pace

    def _repace(self, before: str) -> None:
        """Tell the session of another pace; before the shift has begun, `begin` will."""
        if self.begun and self._wanted != before:
            self._try(Pace(self._wanted))

    @property
    def card(self) -> Card | None:
        """The card under the lamp."""
        return self.look.tray[0] if self.look.tray else None

    @property
    def room(self) -> int:
        """How many papers the IN tray holds."""
        return int(self.session.engine.rules.pile_size)

    def press_stamp(self, kind: str) -> Card | None:
        """Stamp the card under the lamp; gives the card, or None if there was none or the rules refuse."""
        card = self.card
        if card is None or not self._try(STAMPS[kind](card.id)):
            return None
        self.stamp = kind
        self.undo_left = self.undo_seconds
        self._owe()
        return card

    def unfold(self) -> bool:
        """Read the inside of the card under the lamp."""
        card = self.card
        done = card is not None and self._try(Unfold(card.id))
        if done:
            self._owe()
        return done

    def next_paper(self) -> bool:
        """Lay the lesson's next paper on the desk."""
        return self._try(Next())

    def open_shift(self) -> bool:
        """End the lesson, or skip what is left of it."""
        self.undo_left = 0.0
        return self._try(Begin())

    def stamped_before(self, card: Card) -> Stamped | None:
        """Give the last stamp that a card got when it was here before, from the log; a stamp taken back counts as none."""
        found: list[Stamped] = []
        last = 0
        for entry in self.session.log if card.times else ():
            if entry.seat != SEAT:
                continue
            if isinstance(entry.command, Ignore | Like | Reshare):
                last = entry.command.card
                if last == card.id:
                    kind = type(entry.command).__name__.lower()
                    found.append(Stamped(kind, (self.session.tick - entry.tick) / 60))
            elif isinstance(entry.command, Undo) and last == card.id:
                found.pop()
        return found[-1]._replace(lifted=any(one.kind != "ignore" for one in found)) if found else None

    def held(self) -> dict[str, float]:
        """Give what the desk holds besides the session; `take_up` goes on with it at the very moment."""
        behind = self.session.behind
        return {"undo": self.undo_left, "rest": self._rest, "owed": self._owed, "after": self._after_last, "behind": behind}

    def take_up(self, desk: Mapping[str, Any]) -> None:
        """Go on with a session that was under way, and with what `held` gave; whatever makes no sense there counts as nothing."""
        self.begun = True
        shift = self.look.shift
        self.calm = shift.pace == "calm"
        self.pace = self.pace if self.calm else shift.pace
        stamps = [entry.command for entry in self.session.log if isinstance(entry.command, Ignore | Like | Reshare)]
        self.stamp = type(stamps[-1]).__name__.lower() if stamps else ""
        if self.look.out is not None:
            self.undo_left = figure(desk, "undo", self.undo_seconds) or self.undo_seconds
        self._rest = figure(desk, "rest", 1.0)
        self._owed = figure(desk, "owed", shift.interval * self.room)
        self._after_last = figure(desk, "after", shift.interval * GRACE)
        order = desk.get("order")
        self.order = order if isinstance(order, str) and order in ORDERS else ""
        if self.look.phase != "morning":  # nothing is owed to a night that is over
            self.session.advance(int(figure(desk, "behind", self.scenario.shift.night_hours * 3600)), budget=1)
        self._look = None

    def undo(self) -> bool:
        """Take back the stamp that waits in the OUT strip."""
        done = self._try(Undo())
        if done:
            self.undo_left = 0.0
        return done

    def stay(self) -> bool:
        """Work on, unpaid."""
        return self._try(Stay())

    def may_stay(self) -> bool:
        """Whether the rules still offer the unpaid stay."""
        return any(isinstance(command, Stay) for command in self.session.legal(SEAT))

    def time_left(self) -> float:
        """Give the desk seconds to the bell: the papers to come at this pace, then the last one's grace."""
        shift = self.look.shift
        to_come = shift.cards - shift.dealt
        if to_come > 0:
            return max(0.0, to_come + GRACE - shift.next_card) * shift.interval
        return max(0.0, GRACE * shift.interval - self._after_last)

    def leave(self) -> bool:
        """Go home."""
        self.undo_left = 0.0
        return self._try(Leave())

    @property
    def undo_seconds(self) -> float:
        """How long a stamp can be taken back, in seconds; in the lesson only until the paper has left."""
        if self.look.phase == "lesson":
            return LESSON_UNDO
        return self.scenario.shift.undo_seconds * (CALM_GRACE if self.calm else 1)

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass at the desk."""
        if self.undo_left > 0:
            self.undo_left = max(0.0, self.undo_left - dt)
            # With nothing left to look at, even a calm desk sends after the usual time.
            waited = self.undo_seconds - self.undo_left >= self.scenario.shift.undo_seconds
            if self.undo_left <= 0 or (waited and not self.look.tray):
                self.undo_left = 0.0
                self._try(Commit())
        self._pass(self._desk_seconds(dt))
        self.follow_with_twin(TWIN)
        self._since += dt
        if self._since >= LOOK_EVERY:
            self._since = 0.0
            self._look = None
            if self.look.out is None:
                self.undo_left = 0.0

    def _desk_seconds(self, dt: float) -> float:
        """Give the desk seconds that pass in `dt`: all of them, or on a calm desk only those owed to stamps."""
        self._idle += dt
        if self.look.phase == "lesson":
            return dt if self._idle < LESSON_LIVES else 0.0
        if not self.calm:
            return dt
        if not self.look.tray and self._owed <= 0 and self.look.shift.dealt < self.look.shift.cards:
            self._owe()  # nothing to look at: the next paper comes by itself
        part = min(self._owed, dt * CALM_SPEED)
        self._owed -= part
        return part

    def _owe(self) -> None:
        """On a calm desk a stamp, and again an unfold, lets one interval pass."""
        if self.calm:
            self._owed += self.look.shift.interval

    def _pass(self, seconds: float) -> None:
        """Advance the world by desk seconds, keeping what is less than a tick."""
        shift = self.look.shift
        self._after_last = self._after_last + seconds if shift.dealt >= shift.cards else 0.0
        exact = seconds * self.scenario.shift.ticks_per_second + self._rest
        ticks = int(exact)
        self._rest = exact - ticks
        if ticks or self.session.behind:
            self._live.run(lambda steps: self.session.advance(ticks, budget=steps), full=self._behind)

    def follow_with_twin(self, seconds: float) -> bool:
        """Run the twin that ignored everything for a part of a frame; True once it stands where the session stands."""
        if self.shadow is None:
            self.shadow = Shadow(self.session)
        self._shade.seconds = seconds
        return self._shade.run(self.shadow.advance, full=lambda: not self.twin_ready)

    @property
    def twin_ready(self) -> bool:
        """Whether the twin stands where the session stands."""
        return self.shadow is not None and self.shadow.level

    @property
    def twin(self) -> Session | None:
        """The twin that ignored everything, wherever it stands; None before the desk was opened."""
        return self.shadow.session if self.shadow else None

    def _behind(self) -> bool:
        """Whether the last slice used all its steps."""
        return self.session.behind > 0

    def night(self, dt: float) -> float:
        """Run one slice of the night; gives its share, 1.0 in the morning."""
        session = self.session
        if session.phase(SEAT) == "morning":
            self._look = None
            return 1.0 if self.follow_with_twin(HURRY) else 0.99
        self.follow_with_twin(TWIN)
        if self._night_from < 0:
            self._night_from = session.tick
        length = self.scenario.shift.night_hours * 3600
        wanted = min(int(length * dt / NIGHT_SECONDS), self._to_morning()) if session.behind == 0 else 0
        self._long.run(lambda steps: session.advance(wanted, budget=steps), full=self._behind)
        self._look = None
        return min(0.99, (session.tick - self._night_from) / length)

    def finish_night(self) -> None:
        """Ask for the rest of the night at once; `night` still runs it in slices."""
        session = self.session
        if session.phase(SEAT) != "morning" and session.behind == 0:
            session.advance(self._to_morning(), budget=1)

    def _to_morning(self) -> int:
        """Give the ticks of the night that have not been asked for."""
        return max(0, self.session.chair(SEAT).morning - self.session.target)

    def ledger(self) -> Ledger:
        """Give the figures; only after the bell."""
        return self.session.ledger(SEAT, self.twin if self.twin_ready else None)

    def top(self) -> Top:
        """Give the Top 10; only after the bell."""
        return self.session.top(SEAT)

    def debrief(self) -> Debrief:
        """Give what the debrief shows; only in the morning, when the twin has come as far."""
        if self.shadow is None or not self.twin_ready:
            message = "the twin has not come so far: follow_with_twin() first"
            raise RuntimeError(message)
        return self.session.debrief(SEAT, self.shadow.session)

    def _try(self, command: Command) -> bool:
        """Send a command; False if the rules refuse it (the bell may have rung in this very frame), `refusal` then says why."""
        self._look = None
        self._idle = 0.0
        self.refusal = ""
        try:
            self.session.do(SEAT, command)
        except Refused as refused:
            self.refusal = str(refused)
            return False
        return True


def figure(desk: Mapping[str, Any], name: str, most: float) -> float:
    """Give a number of a table that a stranger may have written; 0.0 unless it lies between 0 and `most`.

    >>> figure({"undo": 2}, "undo", 3.0), figure({"undo": "2"}, "undo", 3.0), figure({"undo": float("nan")}, "undo", 3.0)
    (2.0, 0.0, 0.0)
    """
    value = desk.get(name)
    return float(value) if isinstance(value, int | float) and 0 <= value <= most else 0.0
