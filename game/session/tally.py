"""Tallies: what a seat's stamps did to others, counted from logged events and from nothing else."""

from game.feed import events
from game.feed.events import Event
from game.feed.world import NOBODY

CARD_SHIFT = 20  # a card's id is author << CARD_SHIFT | nth


def card_id(author: int, nth: int) -> int:
    """A post's address in one number."""
    return author << CARD_SHIFT | nth


def address_of(card: int) -> tuple[int, int]:
    """The (author, nth) of a card id."""
    return card >> CARD_SHIFT, card & ((1 << CARD_SHIFT) - 1)


class Passed:
    """One post the seat passed on: who carries copies that descend from the seat's, and what readers said of them."""

    __slots__ = ("back", "carriers", "seconds_back", "seconds_thanked", "thanked")

    def __init__(self) -> None:
        self.carriers: dict[int, None] = {}
        self.thanked = 0
        self.back = 0
        self.seconds_thanked = 0
        self.seconds_back = 0


class Tally:
    """Counts for one seat, fed with every event of the world until its morning."""

    def __init__(self, account: int) -> None:
        self.account = account
        self.passed: dict[int, Passed] = {}
        self.likes = 0
        self.lifted: dict[int, int] = {}
        self.waiting: dict[int, dict[int, None]] = {}  # neighbour -> cards from the seat it has not read
        self.thanks_of: dict[int, int] = {}
        self.backs_of: dict[int, int] = {}
        self.pleased: dict[int, bool] = {}
        self._new_follows: list[tuple[int, int, int]] = []

    def add(self, event: Event, followers: tuple[int, ...] = ()) -> None:
        """Take one event in. `followers` are the seat's followers, asked for only when the seat itself delivers."""
        kind = event.kind
        if kind in (events.THANKED, events.MINUTE_BACK):
            self._verdict(event)
        elif kind == events.RESHARE:
            self._reshare(event)
        elif kind == events.FOLLOW:
            self._new_follows.append((event.tick, event.actor, event.subject))
        elif kind == events.LIKE:
            if self.account in (event.subject, event.other) and event.actor != self.account:
                self.likes += 1
        elif kind == events.DELIVERED and event.actor == self.account:
            card = card_id(event.subject, event.nth)
            for follower in followers:
                self.waiting.setdefault(follower, {})[card] = None
        elif kind == events.FELL_OFF and event.other == self.account:
            self.waiting.get(event.actor, {}).pop(card_id(event.subject, event.nth), None)

    def _reshare(self, event: Event) -> None:
        card = card_id(event.subject, event.nth)
        if event.actor == self.account:
            self.passed.setdefault(card, Passed()).carriers[self.account] = None
        elif card in self.passed and event.other in self.passed[card].carriers:
            self.passed[card].carriers[event.actor] = None

    def _verdict(self, event: Event) -> None:
        follows, self._new_follows = self._new_follows, []
        card = card_id(event.subject, event.nth)
        passed = self.passed.get(card)
        if passed is None or event.other not in passed.carriers or event.actor == self.account:
            return
        pleased = event.kind == events.THANKED
        if pleased:
            passed.thanked += 1
            passed.seconds_thanked += event.value
        else:
            passed.back += 1
            passed.seconds_back += event.value
        for tick, actor, subject in follows:
            # the reader's follows are logged just before its verdict, in the same look
            if tick == event.tick and actor == event.actor and subject == event.subject:
                self.lifted[subject] = self.lifted.get(subject, 0) + 1
        if event.other == self.account:
            self.waiting.get(event.actor, {}).pop(card, None)
            counts = self.thanks_of if pleased else self.backs_of
            counts[event.actor] = counts.get(event.actor, 0) + 1
            self.pleased[event.actor] = pleased

    @property
    def seconds_thanked(self) -> int:
        """Seconds of others that were thanked for."""
        return sum(passed.seconds_thanked for passed in self.passed.values())

    @property
    def seconds_back(self) -> int:
        """Seconds of others that were wanted back."""
        return sum(passed.seconds_back for passed in self.passed.values())

    @property
    def readings(self) -> int:
        """How many times somebody read a copy of what the seat passed on."""
        return sum(passed.thanked + passed.back for passed in self.passed.values())

    @property
    def readings_thanked(self) -> int:
        """How many of these readings were thanked for."""
        return sum(passed.thanked for passed in self.passed.values())


def is_about(event: Event, account: int) -> bool:
    """Whether an event concerns an account at all: it did it, it is its post, or it passed it on."""
    return account != NOBODY and account in (event.actor, event.subject, event.other)
