"""Replay: a session from its log, in slices; with other commands it is a twin world, cut short it is a rewind."""

from collections.abc import Sequence

from game.feed.engine import UNLIMITED, Kernels, Speed
from game.scenario import Scenario
from game.session.commands import Refused
from game.session.entry import Change, Entry, unchanged
from game.session.session import Session
from game.session.views import Seat
from game.story import Words


class Replay:
    """Runs a log again. `session` is the replayed session; `missed` counts commands that had no meaning in it."""

    def __init__(
        self, scenario: Scenario, seed: int, seats: Sequence[Seat], log: Sequence[Entry], until: int, *, words: Words,
        change: Change = unchanged, speed: Speed = "plain", kernels: Kernels | None = None,
    ) -> None:  # fmt: skip
        self.session = Session.start(scenario, seed, seats, words=words, speed=speed, kernels=kernels)
        self.missed = 0
        self._entries = tuple(log)
        self._until = until
        self._change = change
        self._next = 0
        self.done = False

    @classmethod
    def of(cls, session: Session, change: Change = unchanged) -> "Replay":
        """A replay of everything a session has done so far, to the tick it stands at."""
        return cls._like(session, session.log, session.reached, change)

    @classmethod
    def to_entry(cls, session: Session, entries: int) -> "Replay":
        """A replay of the first `entries` commands, to the tick at which the next one was given."""
        if not 0 <= entries <= len(session.log):
            message = f"entries = {entries}: allowed is 0 .. {len(session.log)}"
            raise ValueError(message)
        until = session.log[entries].tick if entries < len(session.log) else session.reached
        return cls._like(session, session.log[:entries], until, unchanged)

    @classmethod
    def _like(cls, session: Session, log: Sequence[Entry], until: int, change: Change) -> "Replay":
        engine = session.engine
        return cls(
            session.scenario, session.seed, session.seats, log, until, words=session.words, change=change,
            speed=engine.speed, kernels=engine.kernels,
        )  # fmt: skip

    def advance(self, budget: int = UNLIMITED) -> bool:
        """Run at most `budget` events of the replay; True when it is complete."""
        session = self.session
        while not self.done and budget > 0:
            before = session.engine.steps
            if not session.ready:
                session.warm_up(budget)
                budget -= max(1, session.engine.steps - before)
                continue
            last = self._next >= len(self._entries)
            until = self._until if last else self._entries[self._next].tick
            if session.reached < until:
                session.advance(until - session.target, budget)
                budget -= max(1, session.engine.steps - before)
            elif last:
                self.done = True
            else:
                self._give(self._entries[self._next])
                self._next += 1
        return self.done

    def _give(self, entry: Entry) -> None:
        command = self._change(self._next, entry)
        if command is None:
            return
        try:
            self.session.do(entry.seat, command)
        except Refused:
            # In another world the card may never have come; the twin then does without this command.
            self.missed += 1
