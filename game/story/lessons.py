"""Lesson cards: the papers of the first minute, each known by its key; they are never dealt from the deck."""

from collections.abc import Mapping, Sequence

from game.story.badwords import BadWords
from game.story.cards import Card, read_card


def read_lessons(written: Sequence[Mapping[str, object]]) -> dict[str, Card]:
    """Check the `[[lessons]]` tables and give the cards by key; which of them a level lays on the desk, its own file says."""
    found: dict[str, Card] = {}
    for number, table in enumerate(written, 1):
        key = table.get("key")
        if not isinstance(key, str) or not key.isidentifier():
            raise BadWords(
                f"lessons[{number}].key", f"wants a name of letters, digits and _, by which levels know it; is {key!r}"
            )
        if key in found:
            raise BadWords(f"lessons[{number}].key", f"{key} was given before; every lesson has a key of its own")
        found[key] = read_lesson(key, table)
    return found


def read_lesson(key: str, source: Mapping[str, object]) -> Card:
    """Make one table a Card, checked as every card is."""
    return read_card({name: value for name, value in source.items() if name != "key"}, f"lesson {key}")
