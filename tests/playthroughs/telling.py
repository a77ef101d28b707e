"""A session that writes down, line by line, what concerns one seat: cards, stamps, ticks, hourglasses, the pay slip."""

from dataclasses import asdict, fields
from typing import Final

from game.feed import events
from game.feed.engine import UNLIMITED
from game.feed.events import Event
from game.feed.world import ANSWER_POST, CALLOUT_POST, COURSE_POST
from game.session import Command, Ignore, Like, Neighbour, Refused, Reshare, Session
from game.session.views import Line

YOU: Final = "you"
TACTICS: Final = {CALLOUT_POST: "calls out {}", ANSWER_POST: "answers", COURSE_POST: "puts a course on sale"}
WIDTH: Final = 9


class ToldSession(Session):
    """A session with one seat, called "you", and `lines` about it; whoever starts it gives it empty lists."""

    lines: list[str]
    met: list[tuple[int, int]]  # posts dealt so far

    def tell(self, who: str, what: str, tick: int | None = None) -> None:
        """Write one line: desk time, who, what."""
        seconds = ((self.tick if tick is None else tick) - self.start_tick) / self.scenario.shift.ticks_per_second
        self.lines.append(f"{int(seconds) // 60:3d}:{seconds % 60:04.1f}  {who:<{WIDTH}} {what}".rstrip())

    def do(self, seat: str, command: Command) -> None:
        """As a session does, and tell it."""
        try:
            super().do(seat, command)
        except Refused as refused:
            self.tell(seat, f"{self.said(command)}: refused. {refused}")
            raise
        self.tell(seat, self.said(command))
        self.tell_pencil(command)
        opened = [card for card in self.tray(seat) if card.id == getattr(command, "card", -1) and card.inside]
        if opened:
            self.tell("", f"inside: {opened[0].inside}")

    def tell_pencil(self, command: Command) -> None:
        """What the House had expected of a stamp, if it did."""
        habits = self.chair(YOU).habits
        if isinstance(command, Ignore | Like | Reshare) and habits and habits[-1].guess:
            self.tell("pencil", str(habits[-1].guess))

    def said(self, command: Command) -> str:
        """A command in words."""
        values = [
            self.headline(value) if field.name == "card" else str(value)
            for field, value in ((field, getattr(command, field.name)) for field in fields(command))
        ]
        return " ".join([type(command).__name__, *values])

    def headline(self, card: int) -> str:
        """A card's outside."""
        headline = self.wording.headline(self.chair(YOU).account, card)
        return f"“{headline}”" if headline else f"a post by {self.wording.name(card >> 20)}"

    def advance(self, ticks: int, budget: int = UNLIMITED) -> list[Event]:
        """As a session does, and tell what concerns the seat."""
        before = self.phase(YOU)
        happened = super().advance(ticks, budget)
        for event in happened:
            line = self.line_of(event)
            if line:
                self.tell(*line, event.tick)
        if self.phase(YOU) != before:
            self.tell("", f"({self.phase(YOU)})")
        return happened

    def line_of(self, event: Event) -> tuple[str, str] | None:
        """Who and what, if the event concerns the seat, or is a tactic that everybody hears of."""
        card = self.headline(event.subject << 20 | event.nth)
        who = self.wording.name(event.actor)
        if event.actor == self.chair(YOU).account:
            return self.own_line(event, card)
        if event.other == self.chair(YOU).account and event.kind in (events.THANKED, events.MINUTE_BACK):
            sign = "tick" if event.kind == events.THANKED else "hourglass"
            return sign, f"{who}, {event.value} s: {card}"
        if event.kind in (events.FOLLOW, events.UNFOLLOW) and event.subject == self.chair(YOU).account:
            return "tie", f"{who} {'follows' if event.kind == events.FOLLOW else 'leaves'} you"
        return self.world_line(event, who)

    def own_line(self, event: Event, card: str) -> tuple[str, str] | None:
        """What the seat's account did or suffered."""
        if event.kind == events.DEALT:
            via = "" if event.other in (-1, event.subject) else f", via {self.wording.name(event.other)}"
            again = " (again)" if (event.subject, event.nth) in self.met else ""
            self.met.append((event.subject, event.nth))
            return "dealt", f"{card} by {self.wording.name(event.subject)}{via}{again}"
        if event.kind == events.FELL_OFF and event.value == 1:
            return "floor", card
        if event.kind == events.DELIVERED:
            return "sent", f"to {event.value} trays: {card}"
        return None

    def world_line(self, event: Event, who: str) -> tuple[str, str] | None:
        """A call-out, an answer, a course; a burst, a backfire."""
        if event.kind == events.POST and event.value in TACTICS:
            target = self.wording.name(self.target_of(event))
            return "world", f"{who} {TACTICS[event.value].format(target)}"
        if event.kind == events.BURST:
            return "world", f"{event.value} leave {self.wording.name(event.subject)} over it"
        if event.kind == events.BACKFIRE:
            return "world", f"{who} is believed less"
        return None

    def target_of(self, event: Event) -> int:
        """Whom a post is aimed at."""
        posts = self.engine.world.posts
        for row in range(len(posts.serial)):
            if posts.author[row] == event.actor and posts.nth[row] == event.nth and posts.serial[row] >= 0:
                return int(posts.target[row])
        return event.actor

    def close(self) -> str:
        """The whole play as text, with meters, pay slip and digest at the end."""
        slip = asdict(self.ledger(YOU))
        slip["lifted"] = ", ".join(f"{name} +{count}" for name, count in self.ledger(YOU).lifted)
        parts = [
            *self.lines,
            "",
            f"outcome: {self.outcome(YOU)}",
            *(f"meter {name}: {told(value)}" for name, value in asdict(self.meters(YOU)).items()),
            *(f"slip {name}: {told(value)}" for name, value in slip.items()),
            *(f"neighbour {told_neighbour(one)}" for one in self.neighbours(YOU)),
            *(f"top {place + 1}: {told_line(line)}" for place, line in enumerate(self.top(YOU).lines)),
            *(f"not in the top: {told_line(line)}" for line in [self.top(YOU).unlisted] if line),
            f"commands: {len(self.log)}",
            f"digest: {self.digest()}",
        ]
        return "\n".join(line.rstrip() for line in parts) + "\n"


def told_neighbour(one: Neighbour) -> str:
    """A tray on the map in the morning."""
    more = [f"lamp dimmed {one.dim} of 3"] * (one.dim > 0) + ["pupil"] * one.pupil + [f"{one.lost} pushed off"] * (one.lost > 0)
    return ", ".join([f"{one.name}: {one.thanked} ticks, {one.back} hourglasses", *more])


def told_line(line: Line) -> str:
    """A line of the front page."""
    ink = " *" if line.mine else ""
    return f"{line.stamps} stamps, {line.thanked} of {line.readers} thanked: “{line.headline}” by {line.author}{ink}"


def told(value: object) -> str:
    """A figure as text: floats to four places."""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
