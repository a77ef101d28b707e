"""A deck: words for a sequence of papers in which no card comes twice before all that fit have come once."""

from game.story.words import Paper, Told, Words, tell


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
        """Give a post its words: those it was told in before, else the best card that was used least."""
        address = (paper.author, paper.nth)
        if address not in self.told:
            ranked = self.words.ranked(self.seed, paper)
            number = min(ranked, key=lambda number: self.used.get(number, 0))  # the first of the least used
            self.used[number] = self.used.get(number, 0) + 1
            self.told[address] = tell(self.words.cards[number], paper)
        return self.told[address]
