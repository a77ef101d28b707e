"""Bots: named ways to play, through the same door as people, judging from what a card shows and from nothing else."""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from game.session.pencil import count_on
from game.session.views import Card
from game.story import Judge

Choice = Literal["ignore", "like", "reshare", "unfold"]


class Seen(NamedTuple):
    """What a bot knows when it decides, and nothing of the world behind it."""

    card: Card
    counters: tuple[int, ...]  # likes and reshares of each card it saw before
    judge: Judge  # how to read words
    luck: float  # 0..1, its own draw for this card


Bot = Callable[[Seen], Choice]
EVEN: Final = 0.5
UNSURE: Final = 0.45
"""A verdict nearer to zero than this makes the curious bot unfold."""


def ignore_all(_seen: Seen) -> Choice:
    """Nothing passes."""
    return "ignore"


def like_all(_seen: Seen) -> Choice:
    """A kind word for everything."""
    return "like"


def reshare_all(_seen: Seen) -> Choice:
    """A wind."""
    return "reshare"


def coin(seen: Seen) -> Choice:
    """Heads Reshare, tails Ignore; one addressed throw per card."""
    return "reshare" if seen.luck < EVEN else "ignore"


def high_counter(seen: Seen) -> bool:
    """Whether the card's counters are above the median of the cards seen so far."""
    count = count_on(seen.card)
    earlier = sorted(seen.counters)
    return count > earlier[len(earlier) // 2] if earlier else count > 0


def crowd(seen: Seen) -> Choice:
    """Passes what many have passed."""
    return "reshare" if high_counter(seen) else "ignore"


def contrarian(seen: Seen) -> Choice:
    """Passes what few have passed."""
    return "ignore" if high_counter(seen) else "reshare"


def drama_lover(seen: Seen) -> Choice:
    """Passes what burns."""
    return "reshare" if seen.card.flame else "ignore"


def curious(seen: Seen) -> Choice:
    """Reads the outside, unfolds when in doubt, and passes on what the words speak for."""
    if seen.card.inside is not None:
        return "reshare" if seen.judge.inside(seen.card.inside) > 0.0 else "ignore"
    verdict = seen.judge.outside(seen.card.headline)
    if abs(verdict) < UNSURE:
        return "unfold"
    return "reshare" if verdict > 0.0 else "ignore"


BOTS: Final[dict[str, Bot]] = {
    "ignore-all": ignore_all,
    "like-all": like_all,
    "reshare-all": reshare_all,
    "coin": coin,
    "crowd": crowd,
    "contrarian": contrarian,
    "drama-lover": drama_lover,
    "curious": curious,
}


class UnknownBot(ValueError):
    """No bot of that name; the message lists those there are."""


def bot_named(name: str) -> Bot:
    """The bot called `name`; raises `UnknownBot`."""
    if name not in BOTS:
        message = f"no bot {name!r}; there are {', '.join(BOTS)}"
        raise UnknownBot(message)
    return BOTS[name]
