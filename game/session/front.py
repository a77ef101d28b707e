"""The front page: what became of every post from the start of the shift to the morning, counted from logged events alone."""

from dataclasses import dataclass
from typing import Any, Final

from game.feed import events
from game.feed.engine import Engine
from game.feed.events import Event
from game.feed.world import NOBODY
from game.session.tally import card_id

LINES: Final = 10
FACTS: Final = ("quality", "drama", "kind", "target", "worth", "stamps", "readers", "thanked")


@dataclass(slots=True)
class Post:
    """A post: what it is, noted while the world remembers it, and what happened to it."""

    quality: float
    drama: float
    kind: int
    target: int
    worth: float  # expected share of all readers who thank
    stamps: int = 0
    readers: int = 0
    thanked: int = 0


@dataclass(slots=True)
class Reader:
    """What one neighbour read, by any route."""

    thanked: int = 0
    back: int = 0
    pleased: bool = False


class Front:
    """Counts for all seats of a session. Fed with every event while some seat's books are open; readers are the neighbours."""

    def __init__(self, readers: tuple[int, ...]) -> None:
        self.posts: dict[int, Post] = {}  # by card
        self.readers = {account: Reader() for account in readers}
        self.next_serial = -1
        self.leaders: list[int] = []
        """The cards that were stamped most so far, the foremost first: as many as the front page has lines."""

    def open(self, engine: Engine) -> None:
        """Note every post that the world remembers, before the first event is counted.

        Asked again when somebody sits down after a time in which nobody's books were open; what is known is kept.
        """
        posts = engine.world.posts
        self.next_serial = int(engine.world.platform.posts[0])
        rows = sorted((int(serial), row) for row, serial in enumerate(posts.serial) if serial != NOBODY)
        for _, row in rows:
            self._note(engine, row)

    def add(self, engine: Engine, event: Event) -> int | None:
        """Take one event in, the commonest kinds first; the card that has just come among the leaders, if any."""
        kind = event.kind
        if kind in (events.THANKED, events.MINUTE_BACK):
            self._verdict(event)
        elif kind in (events.LIKE, events.RESHARE):
            return self._stamp(card_id(event.subject, event.nth))
        elif kind == events.POST:
            self._note(engine, self.next_serial % len(engine.world.posts.serial))
            self.next_serial += 1
        return None

    def _stamp(self, card: int) -> int | None:
        """Count a stamp, and let the post overtake those it has left behind."""
        post = self.posts.get(card)
        if post is None:
            return None
        post.stamps += 1
        before = self.leaders
        others = [one for one in before if one != card]
        self.leaders = sorted([*others, card], key=self.rank)[:LINES]
        return card if card in self.leaders and card not in before else None

    def rank(self, card: int) -> tuple[int, int]:
        """What the front page is ordered by: most stamps first, then the lower number."""
        return -self.posts[card].stamps, card

    def _verdict(self, event: Event) -> None:
        pleased = event.kind == events.THANKED
        post = self.posts.get(card_id(event.subject, event.nth))
        if post:
            post.readers += 1
            post.thanked += pleased
        reader = self.readers.get(event.actor)
        if reader:
            reader.thanked += pleased
            reader.back += not pleased
            reader.pleased = pleased

    def _note(self, engine: Engine, row: int) -> None:
        posts = engine.world.posts
        card = card_id(int(posts.author[row]), int(posts.nth[row]))
        if card in self.posts:
            return
        worth = float(engine.kernels.worth(engine.world, row))
        self.posts[card] = Post(
            float(posts.quality[row]), float(posts.drama[row]), int(posts.kind[row]), int(posts.target[row]), worth
        )

    def plain(self) -> dict[str, Any]:
        """As plain values, for a snapshot."""
        return {
            "posts": [[card, *(getattr(post, name) for name in FACTS)] for card, post in self.posts.items()],
            "readers": [[account, one.thanked, one.back, one.pleased] for account, one in self.readers.items()],
            "next_serial": self.next_serial,
        }

    def take_plain(self, data: dict[str, Any]) -> None:
        """Go on from what `plain` wrote."""
        self.posts = {card: Post(*facts) for card, *facts in data["posts"]}
        self.readers = {account: Reader(*counts) for account, *counts in data["readers"]}
        self.next_serial = data["next_serial"]
        self.leaders = sorted((card for card, post in self.posts.items() if post.stamps), key=self.rank)[:LINES]
