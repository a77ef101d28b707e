"""The pencil: the House guesses a seat's next stamp by counting its own past stamps; there is no magic in it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from game.session.views import Card, Verb

VERBS: Final[tuple[Verb, ...]] = ("ignore", "like", "reshare")
Traits = tuple[str, ...]
"""What the pencil sees of a card, one word each: the author's tier, whether the counters stand high, flame, by whose hands."""


class Habit(NamedTuple):
    """One stamp as the pencil remembers it."""

    traits: Traits
    verb: Verb
    guess: Verb | None  # what the pencil expected; None where it did not guess yet
    counters: int  # likes and reshares that stood on the card


def count_on(card: Card) -> int:
    """Likes and reshares as they stand on the card; 0 where counters are hidden."""
    return (card.likes or 0) + (card.reshares or 0)


def traits(card: Card, habits: Sequence[Habit]) -> Traits:
    """What the pencil sees of a card; its counters stand high if they are above the median of the cards stamped before."""
    earlier = sorted(habit.counters for habit in habits)
    count = count_on(card)
    high = count > earlier[len(earlier) // 2] if earlier else count > 0
    return card.badge, "high" if high else "low", "flame" if card.flame else "calm", "friend" if card.via else "platform"


def guess(card: Traits, habits: Sequence[Habit]) -> Verb:
    """The likeliest stamp by naive Bayes over the seat's own stamps, each count with one added; in a tie the first of VERBS."""
    return max(VERBS, key=lambda verb: (likelihood(card, verb, habits), -VERBS.index(verb)))


def likelihood(card: Traits, verb: Verb, habits: Sequence[Habit]) -> Fraction:
    """How well a stamp fits a card, up to a common factor; exact, so that every machine guesses alike."""
    same = [habit for habit in habits if habit.verb == verb]
    value = Fraction(len(same) + 1)
    for place, trait in enumerate(card):
        value *= Fraction(sum(habit.traits[place] == trait for habit in same) + 1, len(same) + 2)
    return value


def commonest(habits: Sequence[Habit]) -> Verb:
    """The stamp that was given most; in a tie the first of VERBS."""
    return max(VERBS, key=lambda verb: (sum(habit.verb == verb for habit in habits), -VERBS.index(verb)))
