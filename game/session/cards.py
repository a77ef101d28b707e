"""Cards: how a post lies on a desk. Two noisy readings choose its words; its kind and quality stay in the world."""

from typing import Any, Final

from game.feed import desk, streams
from game.feed.clerk import thanks_odds
from game.feed.engine import Engine
from game.feed.world import CALLOUT_POST, NOBODY
from game.kernel.chance import normal
from game.kernel.exact import sigmoid
from game.scenario import Scenario
from game.session.settle import cast_accounts
from game.session.tally import card_id
from game.session.views import Badge, Card
from game.story import Deck, Paper, Told, Words, cast_names
from game.story.cards import CLASSES, KINDS

FOLDED: Final = 0
UNFOLDED: Final = 1
FLAME: Final = 0.5  # drama from which a card burns
STAR: Final = 0.05  # of all accounts
KNOWN: Final = 0.02
REGULAR: Final = 5  # followers


class Wording:
    """Turns rows of posts into cards of one session."""

    def __init__(self, engine: Engine, scenario: Scenario, words: Words) -> None:
        self.engine = engine
        self.words = words
        self.seed = int(engine.world.seed)
        self.deck = Deck(words, self.seed)
        self.voices = {account: key for key, account in cast_accounts(scenario).items()}
        names = cast_names(scenario.cast)
        self.cast = {account: names[key].name for account, key in self.voices.items()}

    def name(self, account: int) -> str:
        """What an account is called."""
        return self.cast.get(account) or self.words.names.of(self.seed, account).name

    def reading(self, row: int, which: int) -> str:
        """The class a post seems to have, read folded or unfolded: quality plus addressed noise (LEVEL_ONE section 2)."""
        world = self.engine.world
        posts = world.posts
        rules = self.engine.rules
        error = rules.folded_sd if which == FOLDED else rules.unfolded_sd
        author, nth = int(posts.author[row]), int(posts.nth[row])
        quality = float(posts.quality[row]) + error * normal(self.seed, streams.READING, author, nth, which)
        near = 1.0 / rules.communities
        drama = float(posts.drama[row])
        plain: Any = world._replace(rules=rules)
        same = sigmoid(thanks_odds(plain, quality, drama, 1.0))
        other = sigmoid(thanks_odds(plain, quality, drama, 0.0))
        thanks = near * same + (1.0 - near) * other
        if thanks >= rules.worthy_from:
            return CLASSES[0]
        return CLASSES[1] if thanks <= rules.bait_below else CLASSES[2]

    def told(self, row: int) -> Told:
        """The words of a post."""
        posts = self.engine.world.posts
        author, target = int(posts.author[row]), int(posts.target[row])
        return self.deck.word(
            Paper(
                author=author,
                nth=int(posts.nth[row]),
                looks=self.reading(row, FOLDED),
                is_=self.reading(row, UNFOLDED),
                flame=float(posts.drama[row]) >= FLAME,
                kind=KINDS[int(posts.kind[row])],
                voice=self.voices.get(author, ""),
                target=self.voices.get(target, ""),
                name=self.name(target) if target != NOBODY else "",
                price=float(self.engine.rules.course_price),
            )
        )

    def card(self, row: int, via: int, now: int, community: int, *, unfolded: bool) -> Card:
        """The post in `row` as a member of `community` sees it at tick `now`."""
        world = self.engine.world
        posts = world.posts
        author = int(posts.author[row])
        told = self.told(row)
        followers = seen_followers(self.engine, now, author, community)
        likes, reshares = seen_counters(self.engine, now, row, community)
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
        )


def badge(followers: int, accounts: int) -> Badge:
    """Tier badge by followers, relative to the size of the world."""
    if followers >= STAR * accounts:
        return "star"
    if followers >= KNOWN * accounts:
        return "known"
    return "regular" if followers >= REGULAR else "newcomer"


def seen_followers(engine: Engine, now: int, account: int, community: int) -> int:
    """Followers as seen from a community: elsewhere the count is one border edge old (see feed.follows)."""
    accounts = engine.world.accounts
    fresh = int(accounts.community[account]) == community or int(accounts.border[account]) != now // engine.rules.border
    return int(accounts.followers[account] if fresh else accounts.followers_then[account])


def seen_counters(engine: Engine, now: int, row: int, community: int) -> tuple[int, int]:
    """Likes and reshares as seen from a community (see feed.clerk.seen_count)."""
    posts = engine.world.posts
    home = int(engine.world.accounts.community[int(posts.author[row])])
    if home == community or int(posts.border[row]) != now // engine.rules.border:
        return int(posts.likes[row]), int(posts.reshares[row])
    return int(posts.likes_then[row]), int(posts.reshares_then[row])


def kind_name(kind: int) -> str:
    """Plain name of a card's kind, for ledger and debrief."""
    return {desk.WORTHY: "worthy", desk.BAIT: "bait"}.get(kind, "so-so")
