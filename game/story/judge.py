"""The word-list judge: reads a paper by counting cues, as a hurried clerk would; computer-run players use it.

It sees words only, never a paper's kind. Its lists are `[cues.*]` of the words file, one per tell (LEVEL_ONE section 7).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.story.badwords import BadWords, strings, table

AGAINST: Final = ("itch", "shout", "ladder", "echo", "fog")
FOR: Final = ("seen_it", "how_it_knows", "you_can_use_it")
TELLS: Final = {
    "itch": "Itch",
    "shout": "Shout",
    "ladder": "Ladder",
    "echo": "Echo",
    "fog": "Fog",
    "seen_it": "Seen it",
    "how_it_knows": "How it knows",
    "you_can_use_it": "You can use it",
}
"""Name of each tell, as the debrief prints it."""

STRONG: Final = 2
WEAK: Final = 1
CAUTION: Final = 1  # points on neither side: few cues give no full verdict
EMPTY: Final = -0.25  # a paper without any cue says no who, where or when, which is Fog
LURE: Final = 1.5  # what a point against counts inside: bait strews in numbers and places, a good paper seldom lures


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks for one tell: compiled lists worth two points and one point a hit."""

    strong: tuple[re.Pattern[str], ...]
    weak: tuple[re.Pattern[str], ...]

    def points(self, text: str) -> int:
        """Count the points of every cue found in `text`; a cue counts as often as it stands there."""
        return STRONG * hits(self.strong, text) + WEAK * hits(self.weak, text)


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads outsides and insides: above 0 is worth a minute, below is not, and how far says how sure."""

    cues: Mapping[str, Cues]

    @classmethod
    def from_table(cls, cues: Mapping[str, object]) -> "Judge":
        """Make a judge from the `[cues]` table of a words file."""
        unknown = sorted(set(cues) ^ set(TELLS))
        if unknown:
            raise BadWords("cues", f"wants exactly {', '.join(TELLS)}; missing or unknown: {', '.join(unknown)}")
        return cls({tell: read_cues(tell, table(cues, tell, "cues")) for tell in TELLS})

    def outside(self, headline: str) -> float:
        """Judge a folded paper by its headline, in -1 .. 1."""
        return balance(*self.points(headline))

    def inside(self, text: str) -> float:
        """Judge an unfolded paper by its inside, in -1 .. 1.

        What speaks against it counts half as much again, and one weak cue alone is no detail: it speaks for nothing.
        """
        good, bad = self.points(text)
        return balance(good if good > WEAK else 0, bad * LURE)

    def points(self, text: str) -> tuple[int, int]:
        """Count the points that speak for a paper and those against it."""
        good = sum(self.cues[tell].points(text) for tell in FOR)
        bad = sum(self.cues[tell].points(text) for tell in AGAINST)
        return good, bad

    def tells(self, text: str) -> tuple[str, ...]:
        """Name the tells found in `text`, clearest first."""
        points = {tell: self.cues[tell].points(text) for tell in TELLS}
        return tuple(TELLS[tell] for tell in sorted(TELLS, key=lambda tell: -points[tell]) if points[tell])


def balance(good: float, bad: float) -> float:
    """Weigh points for against points against, in -1 .. 1."""
    return (good - bad) / (good + bad + CAUTION) if good + bad else EMPTY


def read_cues(tell: str, lists: Mapping[str, object]) -> Cues:
    """Compile one tell's four lists."""
    where = f"cues.{tell}"
    return Cues(
        strong=phrases(strings(lists, "strong", where)) + shapes(strings(lists, "shape", where), where),
        weak=phrases(strings(lists, "weak", where)) + shapes(strings(lists, "trace", where), where),
    )


def phrases(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile phrases into one pattern: any case, whole words, a final * for any ending, the longest first."""
    if not words:
        return ()
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in longest_first)
    return (re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE),)


def shapes(patterns: tuple[str, ...], where: str) -> tuple[re.Pattern[str], ...]:
    """Compile regular expressions as written."""
    try:
        return tuple(re.compile(pattern) for pattern in patterns)
    except re.error as error:
        raise BadWords(where, f"{error.pattern!r} is no regular expression: {error}") from error


def hits(patterns: tuple[re.Pattern[str], ...], text: str) -> int:
    """Count how often the patterns occur in `text`."""
    return sum(len(pattern.findall(text)) for pattern in patterns)
