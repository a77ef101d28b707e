"""Lesson cards: the five papers of the first minute, each known by its key; they are never dealt from the deck."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.story.badwords import BadWords
from game.story.cards import Card, read_card

LESSONS: Final = ("soon", "dough", "tide", "soup", "kettle")
"""Their keys, in the order in which they lie on the desk."""


def read_lessons(written: Sequence[Mapping[str, object]]) -> dict[str, Card]:
    """Check the `[[lessons]]` tables, exactly one per key and in order, and give the cards by key."""
    keys = [table.get("key") for table in written]
    if keys != list(LESSONS):
        raise BadWords("lessons", f"wants the keys {', '.join(LESSONS)}, in this order; has {', '.join(map(str, keys))}")
    return {key: read_lesson(key, table) for key, table in zip(LESSONS, written, strict=True)}


def read_lesson(key: str, source: Mapping[str, object]) -> Card:
    """Make one table a Card, checked as every card is."""
    return read_card({name: value for name, value in source.items() if name != "key"}, f"lesson {key}")
