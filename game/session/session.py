"""A Session: one play-through of a scenario, from burn-in to morning, for one or many seats."""

from collections.abc import Sequence
from typing import Final, Self

from game.feed import beats, events, snapshot
from game.feed.engine import UNLIMITED, Engine, Kernels, Speed
from game.feed.events import Event
from game.feed.world import ANSWER_POST, CALLOUT_POST, NOBODY
from game.kernel.tables import Form
from game.scenario import Scenario
from game.session import debrief, doing, saved, shadow, stages, viewing
from game.session.cards import Wording
from game.session.chair import Chair
from game.session.commands import Command, HandOver, Refused
from game.session.entry import Change, Entry, unchanged
from game.session.front import Front
from game.session.replay import Replay
from game.session.settle import cast_accounts, lesson_author, neighbours_of, seat_account, settle
from game.session.tally import Tally, card_id
from game.session.views import (
    Card,
    Debrief,
    Ledger,
    Lesson,
    Meters,
    Neighbour,
    Outcome,
    Phase,
    Seat,
    Sent,
    Shift,
    Top,
    Verb,
)  # fmt: skip
from game.story import Words

DAY: Final = 86_400
FOUNDERS_PER_STEP: Final = 4
"""Founders created per step of the budget of `warm_up`: about what an event costs."""
ONE_SEAT: Final = (Seat("you"),)


class BadSeats(ValueError):
    """Seats that this scenario cannot take."""


class NoWords(ValueError):
    """A level whose lesson the words file does not know; the message says which papers it knows."""


class UnknownSeat(LookupError):
    """No seat of that name; the message lists those there are."""


class Session:
    """A play-through: (scenario, seed, log of commands) and the world they lead to. It has no clock of its own.

    It always stands at the end of a tick: what belongs to a tick has happened before a command of that tick is given.
    """

    def __init__(  # noqa: PLR0913 - how the engine runs is told by name, and never shows
        self, scenario: Scenario, seed: int, seats: Sequence[Seat], words: Words, *, speed: Speed = "plain",
        form: Form | None = None, kernels: Kernels | None = None, slack: float = 1.0,
    ) -> None:  # fmt: skip
        rules = scenario.rules()
        check_seats(seats, rules.seats)
        check_lesson(scenario, words)
        self.scenario = scenario
        self.seed = seed
        self.words = words
        self.engine = Engine(rules, seed, speed=speed, form=form, kernels=kernels, slack=slack)
        self.seats = tuple(seats)  # as they were at the start; who drives one now is in its chair
        self.log: list[Entry] = []
        self.start_tick = int(scenario.shift.burn_in_days * DAY)
        self.tick = 0
        """Simulated seconds since the world began, as far as they have run."""
        self.target = 0
        self.ready = False
        self.settled = False
        self.planned = False  # whether the level's beats are on the calendar
        self.wording = Wording(self.engine, scenario, words)
        self.unseen: list[Event] = []  # what happened since `advance` last told
        self.chairs = {seat.name: self._chair(place, seat) for place, seat in enumerate(seats)}
        readers = dict.fromkeys(account for chair in self.chairs.values() for account in chair.neighbours)
        self.front = Front(tuple(readers))
        self.fallen: dict[tuple[int, int], None] = {}
        """(reader, card) of every paper that fell off a tray unread, while some seat's books are open."""

    def _chair(self, place: int, seat: Seat) -> Chair:
        account = seat_account(self.scenario, place)
        neighbours = neighbours_of(self.scenario, self.seed, place)
        return Chair(seat, place, account, neighbours, Tally(account), self.scenario.shift.pace)

    @classmethod
    def start(  # noqa: PLR0913 - how the engine runs is told by name, and never shows
        cls, scenario: Scenario, seed: int, seats: Sequence[Seat] = ONE_SEAT, *, words: Words, speed: Speed = "plain",
        form: Form | None = None, kernels: Kernels | None = None, slack: float = 1.0,
    ) -> Self:  # fmt: skip
        """A new session in which nothing has run yet. `speed`, `form`, `kernels` and `slack` never show in the result."""
        return cls(scenario, seed, seats, words, speed=speed, form=form, kernels=kernels, slack=slack)

    # --- running --------------------------------------------------------------------------------------------------

    def warm_up(self, budget: int = UNLIMITED) -> float:
        """Build the world and run its burn-in, `budget` steps of it; the share done, 1.0 when the shift may begin."""
        if self.ready:
            return 1.0
        share = self.engine.found(max(1, budget // FOUNDERS_PER_STEP) if budget < UNLIMITED else budget)
        if share < 1.0:
            return 0.3 * share
        if not self.settled:
            settle(self.engine, self.scenario)
            self.settled = True
        if self.engine.run(self.start_tick, budget):
            self._open()
            return 1.0
        return 0.3 + 0.69 * self.engine.tick / max(1, self.start_tick)

    def _open(self) -> None:
        """The burn-in is over: seats take their chairs."""
        self.engine.drain()
        self.ready = True
        self.tick = self.target = self.start_tick
        self.front.open(self.engine)
        for chair in self.chairs.values():
            if chair.driven:
                stages.sit_down(self.engine, self.scenario, chair, self.tick)
        if not self.scenario.lesson:
            self._plan_beats()

    def begin(self, chair: Chair) -> None:
        """A seat's shift begins; with the first, the clock of the level's beats."""
        stages.send(self.engine, chair, self.tick)
        self.take_in()  # while it is still the lesson
        chair.papers = [paper for paper in chair.papers if paper.done]
        stages.begin(self.engine, self.scenario, chair, self.tick)
        self._plan_beats()

    def next_lesson(self, chair: Chair) -> None:
        """Lay the lesson's next paper on a seat's desk."""
        number = chair.lesson
        author = lesson_author(self.scenario, self.seed, chair.place, number)
        card = card_id(author, int(self.engine.world.accounts.posts_made[author]) + 1)
        self.wording.tell_lesson(chair.account, card, self.scenario.lesson[number].key)
        stages.next_lesson(self.engine, self.scenario, chair, self.tick, author)
        if self.scenario.lesson[number].open:
            chair.unfolded[card] = None

    def _plan_beats(self) -> None:
        """Put the level's beats on the calendar, once."""
        if self.planned:
            return
        self.planned = True
        cast = cast_accounts(self.scenario)
        second = self.scenario.shift.ticks_per_second
        for beat in self.scenario.schedule:
            kind = events.CALLOUT if beat.kind == "callout" else events.COURSE_LAUNCH
            target = cast[beat.target] if beat.target else NOBODY
            tick = self.tick + 1 + int(beat.at * second)
            beats.plan(self.engine, tick, kind, cast[beat.actor], target, desk=beat.desk, answers=beat.answers)

    def advance(self, ticks: int, budget: int = UNLIMITED) -> list[Event]:
        """Let `ticks` of simulated time pass (after a cut slice: in addition to what is behind); what happened.

        Stops after `budget` events, at the end of a tick; `behind` then says how much is still to run, and
        ``advance(0)`` goes on. What commands did since the last call is told too. Cards' kinds are not told.
        """
        if ticks < 0:
            message = f"ticks = {ticks}: time does not go back; rewind() makes an earlier session"
            raise ValueError(message)
        if not self.ready:
            self.warm_up()
        self.target += ticks
        whole = True
        while whole and self.tick < self.target:
            until = min(self.target, stages.next_stop(self.scenario, self.chairs.values(), self.tick))
            before = self.engine.steps
            whole = self.engine.run(until, budget)
            if whole:
                self.tick = until
            else:
                self.engine.run(self.engine.tick)  # the rest of the tick in which the budget ended
                self.tick = max(self.tick, self.engine.tick)
            budget -= self.engine.steps - before
            self._turn()
        told, self.unseen = self.unseen, []
        return told

    def _turn(self) -> None:
        """Enter what happened in the books, and move every seat to its next stage if it is time."""
        self.take_in()
        for chair in self.chairs.values():
            stages.turn(self.engine, self.scenario, chair, self.tick)
        self.take_in()  # what was sent by going home
        for chair in self.chairs.values():
            if chair.phase == "night" and not chair.named:
                viewing.name_the_front_page(self, chair)

    def take_in(self) -> None:
        """Drain the log and let every chair note what concerns it; kinds of cards are kept from what is told."""
        fresh = self.engine.drain()
        counting = [(chair, chair.tally.add, chair.account, chair.driven) for chair in self.chairs.values() if chair.counting]
        note = self.front.add
        for event in fresh if counting else ():
            risen = note(self.engine, event)
            if event.kind == events.FELL_OFF:
                self.fallen[event.actor, card_id(event.subject, event.nth)] = None
            for chair, add, account, driven in counting:
                add(event, driven=driven)
                if driven and event.actor == account:
                    chair.note(event)
                    self._tell(chair, event)
                if risen is not None and chair.named:
                    self.wording.told(chair.account, risen, self.front.posts[risen])
        self.unseen += [event if event.kind != events.DEALT else event._replace(value=0) for event in fresh]

    def _tell(self, chair: Chair, event: Event) -> None:
        """A card gets its words as it is dealt; a post that the seat lifts enters its books."""
        card = card_id(event.subject, event.nth)
        post = self.front.posts.get(card)
        if post is None:
            return
        if event.kind == events.DEALT:
            self.wording.told(chair.account, card, post)
        elif event.kind in (events.LIKE, events.RESHARE):
            about = post.target if post.kind == CALLOUT_POST else NOBODY
            chair.tally.lift(event.subject, about, answer=post.kind == ANSWER_POST)

    @property
    def behind(self) -> int:
        """Ticks asked for and not yet run."""
        return self.target - self.tick

    # --- seats ----------------------------------------------------------------------------------------------------

    def chair(self, seat: str) -> Chair:
        """The chair of a seat; raises `UnknownSeat`."""
        if seat not in self.chairs:
            message = f"no seat {seat!r}; there are {', '.join(self.chairs) or 'none'}"
            raise UnknownSeat(message)
        return self.chairs[seat]

    def do(self, seat: str, command: Command) -> None:
        """Carry out a command, and log it with its tick; raises `Refused`, having changed nothing."""
        chair = self.chair(seat)
        if not self.ready:
            message = "The shift has not begun."
            raise Refused(message)
        doing.check(self, chair, command)
        self.log.append(Entry(self.tick, seat, command))
        doing.carry_out(self, chair, command)
        self._turn()

    def hand_over(self, seat: str, driver: str) -> None:
        """Let somebody else drive a seat: "human", a bot by name, or the built-in "clerk"; logged like a command.

        While the clerk has it, the seat's desk deals nothing and its account reads like everybody's, which is not counted
        as the seat's work; a stamp in the OUT strip is sent first. If nobody takes the seat back before the time in which
        its cards would have come, the bell rings and the seat goes home.
        """
        self.do(seat, HandOver(driver))

    def legal(self, seat: str) -> list[Command]:
        """Every command that a player of this seat may give now."""
        chair = self.chair(seat)
        return doing.legal(self, chair) if self.ready else []

    def phase(self, seat: str) -> Phase:
        """Where the seat's night stands; a seat that only the clerk has had stays in "burn-in"."""
        return self.chair(seat).phase

    def outcome(self, seat: str) -> Outcome | None:
        """None while running; left at once for who leaves early, won or lost in the morning."""
        return self.chair(seat).outcome

    def tray(self, seat: str) -> list[Card]:
        """The pile, oldest first; the first card lies under the lamp."""
        return viewing.tray(self, self.chair(seat))

    def out(self, seat: str) -> Card | None:
        """The stamped card that waits for Commit."""
        return viewing.out(self, self.chair(seat))

    def shift(self, seat: str) -> Shift:
        """Counts and pace of the shift; before it begins, what the level plans."""
        return viewing.shift(self, self.chair(seat))

    def meters(self, seat: str) -> Meters:
        """The meters a player may see during the shift."""
        return viewing.meters(self, self.chair(seat))

    def sent(self, seat: str) -> list[Sent]:
        """The last four reshares and what readers said of them."""
        return viewing.sent(self, self.chair(seat))

    def neighbours(self, seat: str) -> list[Neighbour]:
        """The trays on the tube map."""
        return viewing.neighbours(self, self.chair(seat))

    def put_aside(self, seat: str) -> tuple[int, ...]:
        """The call-outs that the seat has ignored, by card."""
        return viewing.put_aside(self, self.chair(seat))

    def lesson(self, seat: str) -> Lesson | None:
        """Where the lesson stands; None outside it."""
        return viewing.lesson(self, self.chair(seat)) if self.ready else None

    def pencil(self, seat: str) -> Verb | None:
        """The stamp that the House expects for the card under the lamp; None before the last act."""
        return viewing.expected(self, self.chair(seat))

    def ledger(self, seat: str, twin: "Session | None" = None) -> Ledger:
        """The pay slip; raises `Refused` before the seat has gone home, because kinds must not leak to a seat.

        `twin`, the session that ignored everything, says what was pushed off trays because of the seat.
        """
        return viewing.ledger(self, self.chair(seat), twin)

    def top(self, seat: str) -> Top:
        """The Top 10 of the night in the words of this seat; `Refused` before the seat has gone home."""
        return viewing.top(self, self.chair(seat))

    def debrief(self, seat: str, twin: "Session") -> Debrief:
        """The night beside its twin; `Refused` before the seat has gone home."""
        return debrief.debrief(self, seat, twin)

    # --- identity -------------------------------------------------------------------------------------------------

    def digest(self) -> str:
        """Hash of the world's logical content; equal however it was stored and run."""
        return snapshot.digest(self.engine)

    def snapshot(self) -> bytes:
        """Everything needed to go on, world and chairs; `restore` takes it back."""
        return saved.save(self)

    @classmethod
    def restore(  # noqa: PLR0913 - how the engine runs is told by name, and never shows
        cls, data: bytes, scenario: Scenario, *, words: Words, speed: Speed = "plain", form: Form | None = None,
        kernels: Kernels | None = None,
    ) -> Self:  # fmt: skip
        """The session that `snapshot` wrote, in any form and at any speed; raises `feed.snapshot.BadSnapshot`."""
        head, world = saved.read(data, scenario)
        with saved.blamed_on_data():
            session = cls(scenario, head["seed"], saved.seats(head), words, speed=speed, form=form, kernels=kernels)
            saved.load(session, head, world)
        return session

    def copy(self) -> "Session":
        """The same session once more, which goes its own way from here."""
        engine = self.engine
        return Session.restore(
            self.snapshot(), self.scenario, words=self.words, speed=engine.speed, form=engine.form, kernels=engine.kernels
        )

    def fresh(self) -> "Session":
        """A new session with the same beginning, in which nothing has run yet; posts keep the words they have here."""
        engine = self.engine
        made = Session(
            self.scenario, self.seed, self.seats, self.words, speed=engine.speed, form=engine.form, kernels=engine.kernels
        )
        made.wording.keep_words_of(self.wording)
        return made

    @classmethod
    def replay(  # noqa: PLR0913 - how the engine runs is told by name, and never shows
        cls, scenario: Scenario, seed: int, seats: Sequence[Seat], log: Sequence[Entry], until: int, *, words: Words,
        speed: Speed = "plain", kernels: Kernels | None = None,
    ) -> "Session":  # fmt: skip
        """The session that a log led to, at tick `until`; `Replay` does it in slices."""
        replay = Replay(cls(scenario, seed, seats, words, speed=speed, kernels=kernels), log, until)
        replay.advance()
        return replay.session

    def twin(self, change: Change = unchanged) -> "Session":
        """The same luck with other commands, run to the same tick, its seats going home when they do here."""
        replay = Replay(self.fresh(), shadow.homeward(self), self.tick, change)
        replay.advance()
        return replay.session

    def rewind(self, entries: int) -> "Session":
        """A new session with only the first `entries` commands of the log, standing where the next one was given."""
        replay = Replay.to_entry(self, entries)
        replay.advance()
        return replay.session


def check_lesson(scenario: Scenario, words: Words) -> None:
    """Raise `NoWords` if a paper of the lesson has no words in this language."""
    for paper in scenario.lesson:
        if paper.key not in words.lessons:
            known = ", ".join(words.lessons) or "none"
            message = f"{scenario.name}: lesson[{paper.key}].key: the words file has no such lesson; there are {known}"
            raise NoWords(message)


def check_seats(seats: Sequence[Seat], most: int) -> None:
    """Raise `BadSeats` unless there are at most so many, with different names and known drivers."""
    names = [seat.name for seat in seats]
    if len(set(names)) < len(names) or len(seats) > most:
        message = f"seats {names}: allowed are up to {most} with different names"
        raise BadSeats(message)
    for seat in seats:
        if seat.driver not in doing.DRIVERS:
            message = f"seat {seat.name!r}: nobody is called {seat.driver!r}; there are {', '.join(doing.DRIVERS)}"
            raise BadSeats(message)
