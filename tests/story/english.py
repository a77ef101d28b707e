"""The English words, read once for the tests."""

from pathlib import Path

from game.story.words import Words

FILE = Path(__file__).parents[2] / "assets" / "words" / "en.toml"
TEXT = FILE.read_text(encoding="utf-8")
ENGLISH = Words.from_toml(TEXT)
