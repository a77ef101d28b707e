"""A Session: one play-through of a scenario, from burn-in to morning, for one or many seats."""

from collections.abc import Sequence
from typing import Final

from game.feed import beats, events, snapshot
from game.feed.engine import UNLIMITED, Engine, Kernels, Speed
from game.feed.events import Event
from game.feed.world import CLERK, NOBODY, SEAT
from game.kernel.tables import Form
from game.scenario import Scenario
from game.session import doing, stages, viewing
from game.session.cards import Wording
from game.session.chair import Chair
from game.session.commands import Command, Refused
from game.session.entry import Entry, unchanged
from game.session.entry import Change as Change
from game.session.settle import cast_accounts, followers, neighbours_of, seat_account, settle
from game.session.tally import Tally, is_about
from game.session.views import Card, Ledger, Meters, Neighbour, Outcome, Phase, Seat, Sent, Shift
from game.story import Words

DAY: Final = 86_400
FOUNDERS_PER_STEP: Final = 4
"""Founders created per step of the budget of `warm_up`: about what an event costs."""


class BadSeats(ValueError):
    """Seats that this scenario cannot take."""


class Session:
    """A play-through: (scenario, seed, log of commands) and the world they lead to. It has no clock of its own."""

    def __init__(
        self, scenario: Scenario, seed: int, seats: Sequence[Seat], words: Words, *, speed: Speed = "plain",
        form: Form | None = None, kernels: Kernels | None = None, slack: float = 1.0,
    ) -> None:  # fmt: skip
        rules = scenario.rules()
        names = [seat.name for seat in seats]
        if len(set(names)) < len(names) or len(seats) > rules.seats:
            message = f"seats {names}: allowed are up to {rules.seats} with different names"
            raise BadSeats(message)
        self.scenario = scenario
        self.seed = seed
        self.words = words
        self.engine = Engine(rules, seed, speed=speed, form=form, kernels=kernels, slack=slack)
        self.seats = tuple(seats)
        self.log: list[Entry] = []
        self.start_tick = int(scenario.shift.burn_in_days * DAY)
        self.reached = 0
        self.target = 0
        self.ready = False
        self.chairs: dict[str, Chair] = {}
        self.wording = Wording(self.engine, scenario, words)
        self._settled = False

    @classmethod
    def start(
        cls, scenario: Scenario, seed: int, seats: Sequence[Seat] = (Seat("you"),), *, words: Words,
        speed: Speed = "plain", form: Form | None = None, kernels: Kernels | None = None, slack: float = 1.0,
    ) -> "Session":  # fmt: skip
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
        if not self._settled:
            settle(self.engine, self.scenario)
            self._settled = True
        if self.engine.run(self.start_tick, budget):
            self._open()
            return 1.0
        return 0.3 + 0.69 * self.engine.tick / max(1, self.start_tick)

    def _open(self) -> None:
        """The burn-in is over: seats take their chairs, the level's beats go on the calendar."""
        self.engine.drain()
        self.ready = True
        self.reached = self.target = self.start_tick
        for place, seat in enumerate(self.seats):
            account = seat_account(self.scenario, place)
            neighbours = neighbours_of(self.scenario, self.seed, place)
            chair = Chair(seat, place, account, neighbours, Tally(account), self.scenario.shift.pace)
            self.chairs[seat.name] = chair
            if chair.driven:
                stages.sit_down(self.engine, self.scenario, chair, self.reached)
        cast = cast_accounts(self.scenario)
        second = self.scenario.shift.ticks_per_second
        for beat in self.scenario.schedule:
            kind = events.CALLOUT if beat.kind == "callout" else events.COURSE_LAUNCH
            target = cast[beat.target] if beat.target else NOBODY
            beats.plan(self.engine, self.reached + 1 + int(beat.at * second), kind, cast[beat.actor], target)

    def advance(self, ticks: int, budget: int = UNLIMITED) -> list[Event]:
        """Let `ticks` of simulated time pass (after a cut slice: in addition to what is behind); what happened.

        Stops after `budget` events; `behind` then says how much is still to run, and ``advance(0)`` goes on.
        """
        if not self.ready:
            self.warm_up()
        self.target += ticks
        happened: list[Event] = []
        while self.reached < self.target:
            until = min(self.target, stages.next_stop(self.chairs.values(), self.reached))
            before = self.engine.steps
            if self.engine.run(until, budget):
                self.reached = until
            else:
                self.reached = max(self.reached, self.engine.tick)
            budget -= self.engine.steps - before
            happened.extend(self._take_in())
            for chair in self.chairs.values():
                stages.turn(self.engine, self.scenario, chair, self.reached)
            if self.reached < until:
                break
        return happened

    def _take_in(self) -> list[Event]:
        """Drain the log and let every chair note what concerns it; kinds of cards are kept from what is returned."""
        fresh = self.engine.drain()
        open_chairs = [chair for chair in self.chairs.values() if chair.phase != "morning"]
        for chair in open_chairs:
            tally = chair.tally
            for event in fresh:
                if chair.morning and event.tick > chair.morning:
                    break
                own = event.kind == events.DELIVERED and event.actor == chair.account
                tally.add(event, tuple(followers(self.engine, chair.account)) if own else ())
                if event.actor == chair.account and is_about(event, chair.account):
                    chair.note(event)
        return [event._replace(value=0) if event.kind == events.DEALT else event for event in fresh]

    @property
    def tick(self) -> int:
        """Simulated seconds since the world began, as far as they have run."""
        return self.reached

    @property
    def behind(self) -> int:
        """Ticks asked for and not yet run."""
        return self.target - self.reached

    # --- seats ----------------------------------------------------------------------------------------------------

    def chair(self, seat: str) -> Chair:
        """The chair of a seat; KeyError names those there are."""
        if seat not in self.chairs:
            message = f"no seat {seat!r}; there are {', '.join(self.chairs) or 'none before the shift begins'}"
            raise KeyError(message)
        return self.chairs[seat]

    def do(self, seat: str, command: Command) -> None:
        """Carry out a command, and log it with its tick; raises `Refused`, having changed nothing."""
        if not self.ready:
            message = "The shift has not begun."
            raise Refused(message)
        chair = self.chair(seat)
        if self.behind:
            self.engine.run(self.reached)  # what belongs to this very tick comes first, in every replay too
        doing.check(self, chair, command)
        self.log.append(Entry(self.reached, seat, command))
        doing.carry_out(self, chair, command)
        self._take_in()
        stages.turn(self.engine, self.scenario, chair, self.reached)

    def legal(self, seat: str) -> list[Command]:
        """Every command that `do` would accept now, for this seat."""
        return doing.legal(self, self.chair(seat)) if self.ready else []

    def phase(self, seat: str) -> Phase:
        """Where the seat's night stands."""
        return self.chair(seat).phase if self.ready else "burn-in"

    def outcome(self, seat: str) -> Outcome | None:
        """None while running; left at once for who leaves early, won or lost in the morning."""
        return self.chair(seat).outcome if self.ready else None

    def tray(self, seat: str) -> list[Card]:
        """The pile, oldest first; the first card lies under the lamp."""
        return viewing.tray(self, self.chair(seat)) if self.ready else []

    def out(self, seat: str) -> Card | None:
        """The stamped card that waits for Commit."""
        return viewing.out(self, self.chair(seat)) if self.ready else None

    def shift(self, seat: str) -> Shift:
        """Counts and pace of the shift."""
        return viewing.shift(self, self.chairs.get(seat))

    def meters(self, seat: str) -> Meters:
        """The meters a player may see during the shift."""
        return viewing.meters(self, self.chairs.get(seat))

    def sent(self, seat: str) -> list[Sent]:
        """The last four reshares and what readers said of them."""
        return viewing.sent(self, self.chair(seat)) if self.ready else []

    def neighbours(self, seat: str) -> list[Neighbour]:
        """The trays on the tube map."""
        return viewing.neighbours(self, self.chair(seat)) if self.ready else []

    def ledger(self, seat: str) -> Ledger:
        """The pay slip; raises `Refused` before the bell, because kinds must not leak to a seat."""
        if not self.ready:
            message = "The pay slip comes after the bell."
            raise Refused(message)
        return viewing.ledger(self, self.chair(seat))

    def hand_over(self, seat: str, driver: str) -> None:
        """Let somebody else drive a seat: a bot by name, a human, or the built-in clerk ("clerk")."""
        chair = self.chair(seat)
        chair.seat = Seat(seat, driver)
        self.engine.world.accounts.driver[chair.account] = SEAT if chair.driven else CLERK

    # --- identity -------------------------------------------------------------------------------------------------

    def digest(self) -> str:
        """Hash of the world's logical content; equal however it was stored and run."""
        return snapshot.digest(self.engine)

    def twin(self, change: Change = unchanged) -> "Session":
        """The same luck with other commands, run to the same tick; `replay.Replay` does it in slices."""
        from game.session.replay import Replay  # noqa: PLC0415 - the two classes need each other

        replay = Replay.of(self, change)
        replay.advance()
        return replay.session

    def rewind(self, entries: int) -> "Session":
        """A new session with only the first `entries` commands of the log, standing where the next one was given."""
        from game.session.replay import Replay  # noqa: PLC0415 - the two classes need each other

        replay = Replay.to_entry(self, entries)
        replay.advance()
        return replay.session
