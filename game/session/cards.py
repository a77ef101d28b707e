"""Cards: how a post lies on a desk. Two noisy readings choose its words; its kind and quality stay in the world."""

from collections.abc import Mapping
from typing import Any, Final

from game.feed import desk, streams
from game.feed.clerk import seen_count
from game.feed.engine import Engine
from game.feed.follows import seen_followers
from game.feed.world import CALLOUT_POST, NOBODY
from game.kernel.chance import normal
from game.scenario import Scenario
from game.session.front import Post
from game.session.settle import cast_accounts
from game.session.tally import address_of, card_id
from game.session.views import Badge, Card
from game.story import Deck, Paper, Told, Words, cast_names
from game.story.cards import BAIT, KINDS, SO_SO, WORTHY

FOLDED: Final = 0
UNFOLDED: Final = 1
CLASS_OF: Final = {desk.WORTHY: WORTHY, desk.BAIT: BAIT, desk.SO_SO: SO_SO}
FLAME: Final = 0.5  # drama from which a card burns
STAR: Final = 0.05  # of all accounts
KNOWN: Final = 0.02
REGULAR: Final = 5  # followers


class Wording:
    """Turns rows of posts into cards of one session.

    Every seat has a deck of its own, and its posts get their words when they are dealt to it, in the order of the log; so
    these do not depend on who looks, or how often, or who else has a seat. A seat is named by its account.
    """

    def __init__(self, engine: Engine, scenario: Scenario, words: Words) -> None:
        self.engine = engine
        self.words = words
        self.seed = int(engine.world.seed)
        self.decks: dict[int, Deck] = {}
        self.voices = {account: key for key, account in cast_accounts(scenario).items()}
        names = cast_names(scenario.cast)
        self._names = {account: names[key].name for account, key in self.voices.items()}

    def deck(self, seat: int) -> Deck:
        """The words that posts have for a seat."""
        if seat not in self.decks:
            self.decks[seat] = Deck(self.words, self.seed)
        return self.decks[seat]

    def headline(self, seat: int, card: int) -> str:
        """The outside of a card that was dealt to a seat; empty if it never was."""
        told = self.deck(seat).told.get(address_of(card))
        return told.headline if told else ""

    def name(self, account: int) -> str:
        """What an account is called."""
        if account not in self._names:
            self._names[account] = self.words.names.of(self.seed, account).name
        return self._names[account]

    def reading(self, card: int, post: Post, which: int) -> str:
        """The class a post seems to have, read folded or unfolded: quality plus addressed noise (LEVEL_ONE section 2)."""
        rules = self.engine.rules
        plain: Any = self.engine.world._replace(rules=rules)  # plain numbers, whatever runs the world
        error = rules.folded_sd if which == FOLDED else rules.unfolded_sd
        noise = error * normal(self.seed, streams.READING, *address_of(card), which)
        thanks = desk.worth_of(plain, post.quality + noise, post.drama)
        return CLASS_OF[desk.kind_by_worth(plain, thanks)]

    def told(self, seat: int, card: int, post: Post) -> Told:
        """The words of a post for a seat: computed once, then remembered by its address."""
        deck = self.deck(seat)
        known = deck.told.get(address_of(card))
        return deck.word(self.paper(card, post)) if known is None else known

    def aside(self, seat: int, card: int, post: Post) -> Told:
        """The words that a post has for a seat, or would have: looking at it here leaves no trace."""
        deck = self.deck(seat)
        known = deck.told.get(address_of(card))
        return deck.aside(self.paper(card, post)) if known is None else known

    def paper(self, card: int, post: Post) -> Paper:
        """All that decides the words of a post."""
        author, nth = address_of(card)
        return Paper(
            author=author,
            nth=nth,
            looks=self.reading(card, post, FOLDED),
            is_=self.reading(card, post, UNFOLDED),
            flame=post.drama >= FLAME,
            kind=KINDS[post.kind],
            voice=self.voices.get(author, ""),
            target=self.voices.get(post.target, ""),
            name=self.name(post.target) if post.target != NOBODY else "",
            price=float(self.engine.rules.course_price),
        )

    def tell_lesson(self, seat: int, card: int, key: str) -> None:
        """Give a lesson's paper its own words before it is laid on the desk."""
        lesson = self.words.lessons[key]
        self.deck(seat).told[address_of(card)] = Told(lesson.headline, lesson.inside, lesson.tells)

    def card(  # noqa: PLR0913 - a card is told by name how it came
        self, seat: int, row: int, via: int, now: int, *, told: Told, unfolded: bool, more: Mapping[str, Any]
    ) -> Card:
        """The post in `row` as a seat sees it at tick `now`; `more` are the fields that only the seat's own notes know."""
        world = self.engine.world
        community = int(world.accounts.community[seat])
        posts = world.posts
        author = int(posts.author[row])
        followers = int(seen_followers(world, now, author, community))
        likes = int(seen_count(world, now, row, community, 0))
        reshares = int(seen_count(world, now, row, community, 1)) - likes
        shown = bool(self.engine.rules.counters)
        return Card(
            id=card_id(author, int(posts.nth[row])),
            headline=told.headline,
            inside=told.inside if unfolded else None,
            author=self.name(author),
            badge=badge(followers, int(self.engine.rules.accounts)),
            followers=followers,
            via=None if via in (NOBODY, author) else self.name(via),
            age=max(0, now - int(posts.tick[row])) // 60,
            likes=likes if shown else None,
            reshares=reshares if shown else None,
            flame=float(posts.drama[row]) >= FLAME or int(posts.kind[row]) == CALLOUT_POST,
            unfolded=unfolded,
            **more,
        )

    def burns(self, post: Post) -> bool:
        """Whether a card of this post carries a flame."""
        return post.drama >= FLAME or post.kind == CALLOUT_POST

    def keep_words_of(self, other: "Wording") -> None:
        """Tell posts as another session of the same world told them."""
        for seat, theirs in other.decks.items():
            deck = self.deck(seat)
            deck.told, deck.used = dict(theirs.told), dict(theirs.used)

    def plain(self) -> dict[str, Any]:
        """What was told so far as plain values, for a snapshot."""
        return {"decks": [[seat, _plain_told(deck), list(deck.used.items())] for seat, deck in self.decks.items()]}

    def take_plain(self, data: dict[str, Any]) -> None:
        """Remember what `plain` wrote."""
        for seat, told, used in data["decks"]:
            deck = self.deck(seat)
            deck.told = {(author, nth): Told(headline, inside, tuple(tells)) for author, nth, headline, inside, tells in told}
            deck.used = dict(used)


def _plain_told(deck: Deck) -> list[list[Any]]:
    return [[author, nth, *words] for (author, nth), words in deck.told.items()]


def badge(followers: int, accounts: int) -> Badge:
    """Tier badge by followers, relative to the size of the world."""
    if followers >= STAR * accounts:
        return "star"
    if followers >= KNOWN * accounts:
        return "known"
    return "regular" if followers >= REGULAR else "newcomer"
