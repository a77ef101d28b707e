"""Tallies: what a seat's stamps did to others, counted from logged events and from nothing else."""

from dataclasses import dataclass, field
from typing import Any, Final

from game.feed import events
from game.feed.events import Event

CARD_SHIFT: Final = 20  # a card's id is author << CARD_SHIFT | nth
COUNTS: Final = ("account", "likes", "readings", "readings_thanked", "seconds_thanked", "seconds_back")
BY_ACCOUNT: Final = ("lifted", "thanks_of", "backs_of", "pleased", "people", "against", "liked", "pupils")


def card_id(author: int, nth: int) -> int:
    """A post's address in one number."""
    return author << CARD_SHIFT | nth


def address_of(card: int) -> tuple[int, int]:
    """The (author, nth) of a card id."""
    return card >> CARD_SHIFT, card & ((1 << CARD_SHIFT) - 1)


@dataclass(slots=True)
class Passed:
    """One post the seat passed on: who carries copies that descend from the seat's, and what readers said of them."""

    carriers: dict[int, int] = field(default_factory=dict)  # account -> by whose hands it came to it; the seat first
    thanked: int = 0
    back: int = 0
    seconds_thanked: int = 0  # of readers who thanked
    seconds_back: int = 0  # of those who want them back


@dataclass(slots=True)
class Tally:
    """Counts for one seat, fed with every event of the world until its morning.

    What counts descends from stamps that the seat gave by command. What the built-in clerk passed on in its place, before
    the shift or during it, is not in the tally; that readers see a command's copy while the clerk has the seat is.
    """

    account: int
    passed: dict[int, Passed] = field(default_factory=dict)  # by card
    likes: int = 0
    readings: int = 0  # how many times somebody read a copy of what the seat passed on
    readings_thanked: int = 0
    seconds_thanked: int = 0  # seconds of others that were thanked for
    seconds_back: int = 0  # seconds of others that were wanted back
    lifted: dict[int, int] = field(default_factory=dict)  # author -> followers it gained from such readings
    thanks_of: dict[int, int] = field(default_factory=dict)  # neighbour -> how often it thanked the seat
    backs_of: dict[int, int] = field(default_factory=dict)
    pleased: dict[int, bool] = field(default_factory=dict)  # neighbour -> whether it thanked for the last one
    people: dict[int, int] = field(default_factory=dict)  # reader -> how many copies it read
    against: dict[int, int] = field(default_factory=dict)  # whom call-outs that the seat lifted are about -> how many
    liked: dict[int, int] = field(default_factory=dict)  # author -> how many of its posts the seat lifted
    pupils: dict[int, int] = field(default_factory=dict)  # buyer of a course that the seat passed on -> price
    pushed: list[tuple[int, int]] = field(default_factory=list)  # (reader, card) that fell as the seat's copy was delivered
    _sending: bool = False  # between a reshare of the seat's and the end of its delivery
    _new_follows: list[Event] = field(default_factory=list)  # since the last verdict

    def add(self, event: Event, *, driven: bool = True) -> None:
        """Take one event in, the commonest kinds first; `driven`: whether commands decide for the account now."""
        kind = event.kind
        if kind in (events.THANKED, events.MINUTE_BACK):
            self._verdict(event)
        elif kind == events.FOLLOW:
            self._new_follows.append(event)
        elif kind == events.LIKE:
            self._like(event)
        elif kind == events.RESHARE:
            self._reshare(event, driven=driven)
        elif kind == events.FELL_OFF:
            if self._sending and event.value == 0:
                self.pushed.append((event.actor, card_id(event.subject, event.nth)))
        elif kind == events.DELIVERED:
            self._sending = False
        elif kind == events.BUY and card_id(event.subject, event.nth) in self.passed:
            self.pupils[event.actor] = event.value

    def lift(self, author: int, about: int, *, answer: bool) -> None:
        """Note that the seat lifted a post: whose it is, whom it calls out (-1 for nobody); an answer relights its author."""
        self.liked[author] = self.liked.get(author, 0) + 1
        if about >= 0:
            self.against[about] = self.against.get(about, 0) + 1
        if answer:
            self.against.pop(author, None)

    def route(self, card: int, via: int) -> tuple[int, ...]:
        """By whose hands a copy came that `via` passed on, the latest first, back to the seat; empty if it is no such copy."""
        carriers = self.passed[card].carriers if card in self.passed else {}
        route = []
        while via in carriers and via != self.account:
            route.append(via)
            via = carriers[via]
        return (*route, self.account) if route and via == self.account else ()

    def _like(self, event: Event) -> None:
        passed = event.other == self.account and card_id(event.subject, event.nth) in self.passed
        if event.actor != self.account and (passed or event.subject == self.account):
            self.likes += 1

    def _reshare(self, event: Event, *, driven: bool) -> None:
        card = card_id(event.subject, event.nth)
        if event.actor == self.account:
            if driven:
                self.passed.setdefault(card, Passed()).carriers[self.account] = self.account
                self._sending = True
        elif card in self.passed and event.other in self.passed[card].carriers:
            self.passed[card].carriers.setdefault(event.actor, event.other)

    def _verdict(self, event: Event) -> None:
        follows = self._new_follows
        if follows:
            self._new_follows = []
        card = card_id(event.subject, event.nth)
        passed = self.passed.get(card)
        if passed is None or event.other not in passed.carriers or event.actor == self.account:
            return
        pleased = event.kind == events.THANKED
        self.readings += 1
        self.people[event.actor] = self.people.get(event.actor, 0) + 1
        if pleased:
            passed.thanked += 1
            passed.seconds_thanked += event.value
            self.readings_thanked += 1
            self.seconds_thanked += event.value
        else:
            passed.back += 1
            passed.seconds_back += event.value
            self.seconds_back += event.value
        for follow in follows:
            # the reader's follows are logged just before its verdict, in the same look
            if follow.tick == event.tick and follow.actor == event.actor and follow.subject == event.subject:
                self.lifted[event.subject] = self.lifted.get(event.subject, 0) + 1
        if event.other == self.account:
            counts = self.thanks_of if pleased else self.backs_of
            counts[event.actor] = counts.get(event.actor, 0) + 1
            self.pleased[event.actor] = pleased

    def plain(self) -> dict[str, Any]:
        """As plain values, for a snapshot."""
        return {
            **{name: getattr(self, name) for name in COUNTS},
            **{name: list(getattr(self, name).items()) for name in BY_ACCOUNT},
            "passed": [
                [card, list(one.carriers.items()), one.thanked, one.back, one.seconds_thanked, one.seconds_back]
                for card, one in self.passed.items()
            ],
            "pushed": self.pushed,
            "sending": self._sending,
            "new_follows": self._new_follows,
        }

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> "Tally":
        """What `plain` wrote."""
        made = cls(data["account"])
        for name in COUNTS:
            setattr(made, name, data[name])
        for name in BY_ACCOUNT:
            setattr(made, name, dict(data[name]))
        made.passed = {card: Passed(dict(carriers), *counts) for card, carriers, *counts in data["passed"]}
        made.pushed = [(reader, card) for reader, card in data["pushed"]]
        made._sending = data["sending"]
        made._new_follows = [Event(*event) for event in data["new_follows"]]
        return made
