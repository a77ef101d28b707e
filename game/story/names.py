"""Names of accounts: two friendly words chosen by the account's address, or the name of a cast member."""

from collections.abc import Mapping
from math import gcd
from typing import Final, NamedTuple

from game.feed.streams import WORDS
from game.kernel.chance import LANE, index
from game.scenario.plain import CastMember
from game.story.badwords import BadWords, strings

NOBODY: Final = LANE  # the actor of draws that belong to no account


class Name(NamedTuple):
    """What an account is called on paper, and its handle."""

    name: str
    handle: str


class Names(NamedTuple):
    """The words that names are made of."""

    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]

    @classmethod
    def from_table(cls, source: Mapping[str, object]) -> "Names":
        """Read the `[names]` table of a words file; BadWords when a list is empty or holds a word twice."""
        for key in cls._fields:
            words = strings(source, key, "names")
            if not words or len(set(words)) < len(words):
                raise BadWords(f"names.{key}", "must hold at least one word, and none twice")
        return cls(*(strings(source, key, "names") for key in cls._fields))

    def of(self, seed: int, account: int) -> Name:
        """Name an account: no two of a world share a name, and another seed shuffles them.

        Accounts walk through all pairs of words in steps that share no factor with the number of pairs, so a pair comes
        back only when all were used; then a number is added.
        """
        pairs = len(self.adjectives) * len(self.nouns)
        step = 1 + index(seed, WORDS, NOBODY, 0, 0, pairs)
        while gcd(step, pairs) != 1:
            step += 1
        place = (index(seed, WORDS, NOBODY, 1, 0, pairs) + account * step) % pairs
        name = f"{self.adjectives[place // len(self.nouns)]} {self.nouns[place % len(self.nouns)]}"
        again = account // pairs
        return called(f"{name} {again + 1}" if again else name)


def called(name: str) -> Name:
    """Give a name its handle: "Quiet Kettle" is @quiet_kettle."""
    return Name(name, "@" + name.lower().replace(" ", "_"))


def cast_names(cast: tuple[CastMember, ...]) -> dict[str, Name]:
    """Give the name of each cast member by key."""
    return {member.key: called(member.name) for member in cast}
