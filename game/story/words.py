"""The words of posts: chosen by a post's address and its two readings, never stored in the world."""

import tomllib
from collections.abc import Mapping
from typing import Final, NamedTuple

from game.feed.streams import WORDS
from game.kernel.chance import draw
from game.story.badwords import BadWords, table, tables
from game.story.cards import CLASSES, KINDS, POST, Card, read_card
from game.story.grammar import Grammar
from game.story.judge import Judge
from game.story.lessons import read_lessons
from game.story.names import Names

KEYS: Final = ("cues", "names", "lessons", "cards", "grammar")
FILLERS: Final = 1 << 16  # lots of cards are their numbers, below this; those of fillers lie above


class Paper(NamedTuple):
    """What must be known of a post to word it.

    `author` and `nth` are its address; `looks` comes from the folded reading, `is_` from the unfolded one; `voice` and
    `target` are cast keys of its author and of whom it calls out ("" for anybody else), `name` is what that target is
    called, `price` what a course costs in this world.
    """

    author: int
    nth: int
    looks: str
    is_: str
    flame: bool = False
    kind: str = POST
    voice: str = ""
    target: str = ""
    name: str = ""
    price: float = 0.0


class Told(NamedTuple):
    """What a paper says: outside, inside, and the tells that the debrief names."""

    headline: str
    inside: str
    tells: tuple[str, ...]


class Words(NamedTuple):
    """One language: cards, lesson cards by key, a grammar for fillers, names of accounts, and the judge that reads it."""

    cards: tuple[Card, ...]
    lessons: Mapping[str, Card]
    grammar: Grammar
    names: Names
    judge: Judge

    @classmethod
    def from_toml(cls, text: str) -> "Words":
        """Read a words file, passed in as text; BadWords says where and what when it cannot be used."""
        try:
            source = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise BadWords("words file", str(error)) from error
        unknown = sorted(set(source) - set(KEYS))
        if unknown:
            raise BadWords("words file", f"unknown {', '.join(unknown)}; allowed: {', '.join(KEYS)}")
        cards = tuple(read_card(card, f"card {number}") for number, card in enumerate(tables(source, "cards"), 1))
        check_drawable(cards)
        return cls(
            cards,
            read_lessons(tables(source, "lessons")),
            Grammar.from_table(table(source, "grammar")),
            Names.from_table(table(source, "names")),
            Judge.from_table(table(source, "cues")),
        )

    def ranked(self, seed: int, paper: Paper) -> list[int]:
        """Give the numbers of the cards that fit a paper, best first.

        What only this voice says, or says of this target, comes first, then what is as loud as the paper. Words about one
        target keep the order of the file, in which they escalate; the rest is addressed chance, one draw per card, so that
        a new card in the file moves no other pair of cards.
        """
        ranks = {
            number: (
                not card.voice,
                not card.target,
                card.flame != paper.flame,
                number if card.target else draw(seed, WORDS, paper.author, paper.nth, number),
            )
            for number, card in self.fitting(paper).items()
        }
        return sorted(ranks, key=ranks.__getitem__)

    def fitting(self, paper: Paper) -> dict[int, Card]:
        """Give the cards by number that may be said: of the paper's kind and both classes, else of the nearest there are.

        Only plain posts have cards for every pair of classes; a call-out is a call-out however it was read.
        """
        sayable = {
            number: card
            for number, card in enumerate(self.cards)
            if card.kind == paper.kind and card.voice in ("", paper.voice) and card.target in ("", paper.target)
        }
        same_inside = {number: card for number, card in sayable.items() if card.is_ == paper.is_}
        exact = {number: card for number, card in same_inside.items() if card.looks == paper.looks}
        return exact or same_inside or sayable

    def filler(self, seed: int, paper: Paper, turn: int) -> Card:
        """Make a card by the grammar, of the paper's two classes; each turn is another one, by addressed chance."""
        lots = range(FILLERS + turn * self.grammar.lots, FILLERS + (turn + 1) * self.grammar.lots)
        luck = [draw(seed, WORDS, paper.author, paper.nth, lot) for lot in lots]
        return self.grammar.card(paper.looks, paper.is_, luck)


def tell(card: Card, paper: Paper) -> Told:
    """Fill in what the world knows: {name}, {price}."""
    price = f"{paper.price:g}"
    headline = card.headline.replace("{name}", paper.name).replace("{price}", price)
    return Told(headline, card.inside.replace("{name}", paper.name).replace("{price}", price), card.tells)


def check_drawable(cards: tuple[Card, ...]) -> None:
    """Refuse a set in which some paper would have no words: each pair of classes, each kind, for any voice and target."""
    anybody = [card for card in cards if not card.voice and not card.target]
    pairs = {(card.looks, card.is_) for card in anybody if card.kind == POST}
    for looks in CLASSES:
        for is_ in CLASSES:
            if (looks, is_) not in pairs:
                raise BadWords("cards", f"no card for anybody looks {looks} and is {is_}")
    for kind in KINDS:
        if all(card.kind != kind for card in anybody):
            raise BadWords("cards", f"no card for anybody is of kind {kind}")
