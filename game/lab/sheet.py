"""A printed sheet of one shift's cards, without kinds, and its key, for play-tests (`intray levels sheet`)."""

from html import escape
from typing import Final, NamedTuple

from game.feed import desk
from game.scenario import Scenario
from game.session import Seat, Session
from game.session.bots import bot_named
from game.session.player import Player
from game.session.tally import address_of
from game.story import Words

SEAT: Final = "you"
KINDS: Final = {desk.WORTHY: "worth a minute", desk.BAIT: "not", desk.SO_SO: "in between", desk.RETURN: "seen before"}
STYLE: Final = """
body { font: 12pt/1.4 Georgia, serif; margin: 2cm; } h1 { font-size: 16pt; }
li { break-inside: avoid; margin: 0 0 .5cm; } p { margin: .1cm 0; } b { font-size: 13pt; }
"""


class Printed(NamedTuple):
    """One card of the sheet."""

    headline: str
    inside: str
    kind: str


def cards_of(scenario: Scenario, seed: int, words: Words) -> list[Printed]:
    """The cards of one shift in the order they are dealt, each once."""
    session = Session.start(scenario, seed, [Seat(SEAT)], words=words)
    for _ in Player(session, SEAT, bot_named("ignore-all")).steps():
        pass
    chair = session.chair(SEAT)
    told = session.wording.deck(chair.account).told
    dealt = [card for card in chair.cards if card.kind != desk.RETURN]
    return [Printed(told[address_of(card.card)].headline, told[address_of(card.card)].inside, KINDS[card.kind]) for card in dealt]


def sheet(cards: list[Printed]) -> str:
    """The sheet for whoever judges: outside, inside, three boxes."""
    boxes = "&#9744; worth a reader's minute &nbsp; &#9744; in between &nbsp; &#9744; not"
    items = "\n".join(
        f"<li><p><b>{escape(card.headline)}</b></p><p>{escape(card.inside)}</p><p>{boxes}</p></li>" for card in cards
    )
    return page(f"{len(cards)} papers: which are worth a reader's minute?", f"<ol>\n{items}\n</ol>")


def key(cards: list[Printed]) -> str:
    """The key: what readers of the simulated world said, by number."""
    items = "\n".join(f"<li>{escape(card.headline)}: <b>{card.kind}</b></li>" for card in cards)
    return page("Key", f"<ol>\n{items}\n</ol>")


def page(title: str, body: str) -> str:
    """A page that stands alone."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f"<style>{STYLE}</style></head>\n<body><h1>{escape(title)}</h1>\n{body}</body></html>\n"
    )
