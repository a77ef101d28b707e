"""Words: what posts say, what accounts are called, and how words are judged; text is passed in, never read here."""

from game.story.badwords import BadWords
from game.story.deck import Deck
from game.story.judge import Judge
from game.story.names import Name, Names, cast_names
from game.story.words import Paper, Told, Words

__all__ = ["BadWords", "Deck", "Judge", "Name", "Names", "Paper", "Told", "Words", "cast_names"]
