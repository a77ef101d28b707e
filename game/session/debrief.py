"""Three cards again: what the debrief shows of a shift, from the very counts that the pay slip is made of."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from game.feed import desk, events
from game.session.chair import Chair, Dealt
from game.session.commands import Refused
from game.session.tally import Passed, address_of

if TYPE_CHECKING:
    from game.session.session import Session

Why = Literal["buried", "alarm", "hit"]
Stamped = Literal["ignore", "like", "reshare", "floor", "waiting"]
STAMPS: Final[dict[int, Stamped]] = {events.IGNORE: "ignore", events.LIKE: "like", events.RESHARE: "reshare"}


class Again(NamedTuple):
    """One card of the shift, shown again."""

    why: Why  # the worthy card that went least far, the false alarm that cost most, the hit that was thanked for most
    card: int
    headline: str
    inside: str
    stamp: Stamped
    thanked: int  # readers of what the seat passed on who thanked for it
    back: int  # ... who wanted the minute back
    tells: tuple[str, ...]


def again(session: "Session", seat: str) -> tuple[Again, ...]:
    """Up to three different cards: what was buried, what cost most, what was thanked for most; `Refused` before the night."""
    chair = session.chair(seat)
    if chair.phase not in ("night", "morning"):
        message = "The cards come again after the bell."
        raise Refused(message)
    worthy = [card for card in chair.cards if card.kind == desk.WORTHY]
    alarms = [card for card in chair.cards if card.kind == desk.BAIT and card.strength > 0]
    hits = [card for card in worthy if card.strength > 0]
    best = max(hits, key=lambda card: (verdicts(chair, card).thanked, card.strength), default=None)
    chosen: list[tuple[Why, Dealt | None]] = [
        ("buried", min((card for card in worthy if card is not best), key=lambda card: reach(chair, card), default=None)),
        ("alarm", max(alarms, key=lambda card: (verdicts(chair, card).back, card.strength), default=None)),
        ("hit", best),
    ]
    return tuple(shown(session, chair, why, card) for why, card in chosen if card is not None)


def reach(chair: Chair, card: Dealt) -> tuple[float, int]:
    """How far a card went: by the stamp, then by the readers who thanked for it."""
    return card.strength, verdicts(chair, card).thanked


def verdicts(chair: Chair, card: Dealt) -> Passed:
    """What readers said of a card that the seat passed on; nothing of one that it did not."""
    return chair.tally.passed.get(card.card, Passed())


def shown(session: "Session", chair: Chair, why: Why, card: Dealt) -> Again:
    """A card with its words: those it had on the desk."""
    told = session.wording.deck(chair.account).told[address_of(card.card)]
    said = verdicts(chair, card)
    stamp = "floor" if card.fallen else STAMPS.get(card.verb, "waiting")
    return Again(why, card.card, told.headline, told.inside, stamp, said.thanked, said.back, told.tells)
