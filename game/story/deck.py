"""A deck: words for a sequence of papers in which no card comes twice; when all that fit were told, the grammar speaks."""

from typing import Final

from game.story.cards import POST
from game.story.words import Paper, Told, Words, tell

TURNS: Final = 32  # fillers to choose from, so that one says something new


class Deck:
    """The words of one session. Pure: the same words, seed and sequence of papers give the same texts.

    One deck serves all views of one seat (desk, map, Top 10, twin), so that a post keeps its words wherever it is met.
    """

    def __init__(self, words: Words, seed: int) -> None:
        self.words = words
        self.seed = seed
        self.told: dict[tuple[int, int], Told] = {}
        self.used: dict[int, int] = {}

    def word(self, paper: Paper) -> Told:
        """Give a post its words: those it was told in before, else the best card that was used least.

        A plain post for which every fitting card was used is told by the grammar; call-outs, answers and courses, which
        are few, begin again.
        """
        address = (paper.author, paper.nth)
        if address not in self.told:
            ranked = self.words.ranked(self.seed, paper)
            number = min(ranked, key=lambda number: self.used.get(number, 0))  # the first of the least used
            if paper.kind == POST and number in self.used:
                self.told[address] = self.filler(paper)
            else:
                self.used[number] = self.used.get(number, 0) + 1
                self.told[address] = tell(self.words.cards[number], paper)
        return self.told[address]

    def aside(self, paper: Paper) -> Told:
        """Give a post its words without keeping them: those it was told in, else words by its address alone.

        For posts that were never dealt: so nothing depends on who looks at the front page, how often, or when.
        """
        known = self.told.get((paper.author, paper.nth))
        if known is not None:
            return known
        if paper.kind == POST:
            return tell(self.words.filler(self.seed, paper, 0), paper)
        return tell(self.words.cards[self.words.ranked(self.seed, paper)[0]], paper)

    def filler(self, paper: Paper) -> Told:
        """Let the grammar tell a post, in words that were not heard before as far as it has them."""
        heard = {text for told in self.told.values() for text in (told.headline, told.inside)}
        fillers = [tell(self.words.filler(self.seed, paper, turn), paper) for turn in range(TURNS)]
        return min(fillers, key=lambda told: (told.headline in heard) + (told.inside in heard))  # the first of the newest
