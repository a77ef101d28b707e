"""Cards: what a paper says outside and inside, as read and checked from a words file."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from game.story.badwords import BadWords, place, strings, text
from game.story.judge import AGAINST, FOR, TELLS

WORTHY: Final = "worthy"
BAIT: Final = "bait"
SO_SO: Final = "so_so"
CLASSES: Final = (WORTHY, BAIT, SO_SO)
"""What a paper can look like, and be."""

POST: Final = "post"
CALLOUT: Final = "callout"
COURSE: Final = "course"
ANSWER: Final = "answer"
KINDS: Final = (POST, CALLOUT, ANSWER, COURSE)
"""What a paper is written for, in the order of the feed's kinds of posts: `KINDS[world.posts.kind[row]]`."""

HEADLINE_WORDS: Final = 9
INSIDE_WORDS: Final = 28
KEYS: Final = ("kind", "headline", "inside", "looks", "is", "tells", "voice", "target", "flame")

TELLS_OF: Final = {
    WORTHY: tuple(TELLS[tell] for tell in FOR),
    BAIT: tuple(TELLS[tell] for tell in AGAINST),
    SO_SO: (),
}
"""Which tells a paper of each class may carry."""


class Card(NamedTuple):
    """One hand-written card. `looks` belongs to the headline, `is_` to the inside; a card is one piece."""

    headline: str
    inside: str
    looks: str
    is_: str
    tells: tuple[str, ...]
    kind: str = POST
    voice: str = ""
    target: str = ""
    flame: bool = False


def read_card(source: Mapping[str, object], where: str) -> Card:
    """Check one table of a words file and make it a Card; BadWords names it by `where`, such as "card 3"."""
    unknown = sorted(set(source) - set(KEYS))
    if unknown:
        raise BadWords(where, f"unknown {', '.join(unknown)}; allowed: {', '.join(KEYS)}")
    flame = source.get("flame", False)
    if not isinstance(flame, bool):
        raise BadWords(place(where, "flame"), "must be true or false")
    card = Card(
        headline=text(source, "headline", where),
        inside=text(source, "inside", where),
        looks=text(source, "looks", where),
        is_=text(source, "is", where),
        tells=strings(source, "tells", where),
        kind=text(source, "kind", where, POST),
        voice=text(source, "voice", where, ""),
        target=text(source, "target", where, ""),
        flame=flame,
    )
    check_choices(card, where)
    check_length(card.headline, HEADLINE_WORDS, f"{where}.headline")
    check_length(card.inside, INSIDE_WORDS, f"{where}.inside")
    return card


def check_choices(card: Card, where: str) -> None:
    """Refuse a class, kind or tell that does not exist, and tells that do not go with what the card is."""
    for key, value, choices in (("looks", card.looks, CLASSES), ("is", card.is_, CLASSES), ("kind", card.kind, KINDS)):
        if value not in choices:
            raise BadWords(place(where, key), f"is {value!r}; allowed: {', '.join(choices)}")
    tells = TELLS_OF[card.is_]
    for tell in card.tells:
        if tell not in tells:
            raise BadWords(place(where, "tells"), f"{tell!r} on a {card.is_} card; allowed: {', '.join(tells) or 'none'}")
    if card.is_ != SO_SO and not card.tells:
        raise BadWords(place(where, "tells"), f"a {card.is_} card needs one of: {', '.join(tells)}")


def check_length(words: str, most: int, where: str) -> None:
    """Refuse an empty text or one with more words than fit the paper."""
    count = len(words.split())
    if not 1 <= count <= most:
        raise BadWords(where, f"has {count} words; allowed: 1 to {most}")
