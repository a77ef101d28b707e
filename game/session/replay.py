"""Replay: a log run again, in slices; with other commands it makes a twin world, cut short it is a rewind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.feed.engine import UNLIMITED
from game.session.commands import Commit, Ignore, Like, Refused, Reshare, Undo
from game.session.entry import Change, Entry, unchanged

if TYPE_CHECKING:
    from game.session.session import Session


class Replay:
    """Gives a log to a fresh `session`, up to tick `until`. `missed` counts commands that had no meaning there."""

    def __init__(self, session: "Session", log: Sequence[Entry], until: int, change: Change = unchanged) -> None:
        self.session = session
        self.missed = 0
        self.done = False
        self._entries = tuple(log)
        self._until = until
        self._change = change
        self._next = 0
        self._void: dict[str, bool] = {}
        """Seats whose last stamp had no meaning here: what was then sent or taken back has none either."""

    @classmethod
    def of(cls, session: "Session", change: Change = unchanged) -> "Replay":
        """A replay of everything a session has done so far, to the tick it stands at."""
        return cls(session.fresh(), session.log, session.tick, change)

    @classmethod
    def to_entry(cls, session: "Session", entries: int) -> "Replay":
        """A replay of the first `entries` commands, to the tick at which the next one was given."""
        if not 0 <= entries <= len(session.log):
            message = f"entries = {entries}: allowed is 0 .. {len(session.log)}"
            raise ValueError(message)
        until = session.log[entries].tick if entries < len(session.log) else session.tick
        return cls(session.fresh(), session.log[:entries], until)

    def follow(self, log: Sequence[Entry], until: int) -> None:
        """Go on with a log that has grown since, up to tick `until`."""
        if len(log) > len(self._entries) or until > self._until:
            self._entries, self._until, self.done = tuple(log), until, False

    def level_with(self, log: Sequence[Entry], until: int) -> bool:
        """Whether it has run all of a log, up to tick `until`."""
        return self.done and len(log) == len(self._entries) and until == self._until

    def advance(self, budget: int = UNLIMITED) -> bool:
        """Run about `budget` events of the replay; True when it is complete."""
        session = self.session
        while not self.done and budget > 0:
            before = session.engine.steps
            if not session.ready:
                if session.warm_up(budget) < 1.0:
                    break
            elif session.tick < self._stop:
                session.advance(self._stop - session.tick - session.behind, budget)
            elif self._next < len(self._entries):
                self._give(self._entries[self._next])
                self._next += 1
                budget -= 1  # a log of nothing but commands is cut into slices too
            else:
                self.done = True
            budget -= session.engine.steps - before
        return self.done

    @property
    def _stop(self) -> int:
        """The tick of the next command, or of the end."""
        return self._entries[self._next].tick if self._next < len(self._entries) else self._until

    def _give(self, entry: Entry) -> None:
        command = self._change(self._next, entry)
        if command is None:
            return
        if isinstance(command, Undo | Commit) and self._void.get(entry.seat):
            self.missed += 1
            return
        stamped = isinstance(command, Ignore | Like | Reshare)
        try:
            self.session.do(entry.seat, command)
        except Refused:
            # In another world the card may never have come; the twin then does without this command.
            self.missed += 1
            self._void[entry.seat] = stamped or self._void.get(entry.seat, False)
        else:
            self._void[entry.seat] = not stamped and self._void.get(entry.seat, False)
