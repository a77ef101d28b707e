"""The debrief: a night beside its twin, three cards again, tells by name, the own curve; from the counts of the pay slip."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from game.feed import desk, events
from game.session import viewing
from game.session.chair import Chair, Dealt
from game.session.commands import Ignore, Like, Reshare, Undo
from game.session.ledger import mean_strength
from game.session.tally import Passed, address_of
from game.session.views import Again, Day, Debrief, Stamped, Tell, Tens, Why
from game.story import Told
from game.story.judge import FOR, TELLS

if TYPE_CHECKING:
    from game.session.session import Session

STAMPS: Final[dict[int, Stamped]] = {events.IGNORE: "ignore", events.LIKE: "like", events.RESHARE: "reshare"}
STRETCH: Final = 10  # cards of one point of the curve
SPEAKS_FOR: Final = tuple(TELLS[tell] for tell in FOR)


def debrief(session: "Session", seat: str, twin: "Session") -> Debrief:
    """Everything the debrief shows; `twin` stands at the same tick. `Refused` before the night."""
    chair = session.chair(seat)
    viewing.after_the_bell(chair, "The debrief comes after the bell.")
    meters = viewing.meters(session, chair)
    cards = again(session, seat)
    return Debrief(
        people=len(chair.tally.people),
        minutes=meters.others_minutes,
        thanked=meters.others_thanked,
        days=days(session, chair),
        twin_days=days(twin, twin.chair(seat)),
        top=viewing.top(session, chair),
        twin_top=viewing.top(twin, twin.chair(seat), session.wording),
        cards=cards,
        tells=tells(session, chair),
        curve=curve(chair),
        costliest=next((card.entry for card in cards if card.why == "alarm" and card.back > 0), -1),
        twin_digest=twin.digest(),
    )


def days(session: "Session", chair: Chair) -> tuple[Day, ...]:
    """What each neighbour on the map read in this world."""
    readers = [(account, session.front.readers[account]) for account in chair.neighbours]
    return tuple(Day(account, session.wording.name(account), one.thanked, one.back, one.pleased) for account, one in readers)


def again(session: "Session", seat: str) -> tuple[Again, ...]:
    """Up to three different cards: what was buried, what cost most, what was thanked for most; `Refused` before the night."""
    chair = session.chair(seat)
    viewing.after_the_bell(chair, "The cards come again after the bell.")
    worthy = [card for card in chair.cards if card.kind == desk.WORTHY]
    alarms = [card for card in chair.cards if card.kind == desk.BAIT and card.strength > 0]
    hits = [card for card in worthy if card.strength > 0]
    best = max(hits, key=lambda card: (verdicts(chair, card).thanked, card.strength), default=None)
    told = session.wording.deck(chair.account).told

    def missed(card: Dealt) -> tuple[float, bool, int, int]:
        """Was passed on least; has a tell to name; was thanked for least because of the seat; was read least by any route."""
        nameless = not told[address_of(card.card)].tells
        return card.strength, nameless, verdicts(chair, card).thanked, session.front.posts[card.card].readers

    chosen: list[tuple[Why, Dealt | None]] = [
        ("buried", min((card for card in worthy if card is not best and card.done), key=missed, default=None)),
        ("alarm", max(alarms, key=lambda card: (verdicts(chair, card).back, card.strength), default=None)),
        ("hit", best),
    ]
    return tuple(shown(session, chair, why, card) for why, card in chosen if card is not None)


def verdicts(chair: Chair, card: Dealt) -> Passed:
    """What readers said of a card that the seat passed on; nothing of one that it did not."""
    return chair.tally.passed.get(card.card, Passed())


def shown(session: "Session", chair: Chair, why: Why, card: Dealt) -> Again:
    """A card with its words: those it had on the desk."""
    told = session.wording.deck(chair.account).told[address_of(card.card)]
    said = verdicts(chair, card)
    post = session.front.posts[card.card]
    return Again(
        why=why,
        card=card.card,
        headline=told.headline,
        inside=told.inside,
        stamp="floor" if card.fallen else STAMPS.get(card.verb, "waiting"),
        thanked=said.thanked,
        back=said.back,
        tells=told.tells,
        author=session.wording.name(address_of(card.card)[0]),
        flame=session.wording.burns(post),
        seen=post.readers,
        seen_thanked=post.thanked,
        worth=post.worth,
        entry=entry_of(session, chair, card),
    )


def entry_of(session: "Session", chair: Chair, card: Dealt) -> int:
    """Number of the log's entry by which the seat stamped a dealt card, -1 if it never did.

    What was taken back is no stamp, and a card that came back later was another one, though it is the same post.
    """
    if not card.verb:
        return -1
    stamped: list[tuple[int, int]] = []  # (number of the entry, card)
    for number, entry in enumerate(session.log):
        if entry.seat != chair.seat.name:
            continue
        if isinstance(entry.command, Undo):
            stamped.pop()
        elif isinstance(entry.command, Ignore | Like | Reshare):
            stamped.append((number, entry.command.card))
    numbers = [number for number, post in stamped if post == card.card]
    alike = [one for one in (*chair.papers, *chair.cards) if one.card == card.card and one.verb]
    return numbers[next(place for place, one in enumerate(alike) if one is card)]


def tells(session: "Session", chair: Chair) -> tuple[Tell, ...]:
    """The tells that were met among the marked cards, the commonest first of each side.

    Each has its clearest example: a card with no other tell if there is one, and not one that another tell shows already.
    """
    told = session.wording.deck(chair.account).told
    papers = list(dict.fromkeys(told[address_of(card.card)] for card in marked(chair.cards)))
    met: dict[str, list[Told]] = {}
    for paper in papers:
        for name in paper.tells:
            met.setdefault(name, []).append(paper)
    shown_as: dict[str, Told] = {}
    for name in sorted(met, key=lambda name: len(met[name])):  # the rarest has least to choose from
        shown_as[name] = min(met[name], key=lambda paper: (paper in shown_as.values(), len(paper.tells)))
    found = [Tell(name, name in SPEAKS_FOR, len(met[name]), shown_as[name].headline, shown_as[name].inside) for name in met]
    return tuple(sorted(found, key=lambda tell: (tell.speaks_for, -tell.times)))


def marked(cards: Iterable[Dealt]) -> list[Dealt]:
    """The cards that count in the mark: worthy and bait, handled or fallen."""
    return [card for card in cards if card.kind in (desk.WORTHY, desk.BAIT) and card.done]


def curve(chair: Chair) -> tuple[Tens, ...]:
    """Judgement by tens of cards in the order they were dealt."""
    points = []
    for start in range(0, len(chair.cards), STRETCH):
        cards = chair.cards[start : start + STRETCH]
        hits, worthy = mean_strength(cards, desk.WORTHY)
        alarms, bait = mean_strength(cards, desk.BAIT)
        judgement = hits / worthy - alarms / bait if worthy and bait else None
        points.append(Tens(start + 1, start + len(cards), hits, worthy, alarms, bait, judgement))
    return tuple(points)
