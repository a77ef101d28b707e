"""The English words, read once for the tests."""

from pathlib import Path

from game.story.words import Paper, Told, Words, tell

FILE = Path(__file__).parents[2] / "assets" / "words" / "en.toml"
TEXT = FILE.read_text(encoding="utf-8")
ENGLISH = Words.from_toml(TEXT)


def of_post(seed: int, paper: Paper) -> Told:
    """Word a post by its address alone; `Deck` does the same without repeating itself."""
    return tell(ENGLISH.cards[ENGLISH.ranked(seed, paper)[0]], paper)
