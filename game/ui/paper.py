"""The debrief on paper, for whoever plays without a window: pay slip and three cards again, as PNG and as plain HTML."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.ui.box import Box
from game.ui.fonts import Weight
from game.ui.kit.base import Widget
from game.ui.kit.plain import Panel, Rule, Words
from game.ui.kit.slip import SlipLine
from game.ui.layout import USUAL
from game.ui.ledger import ending, lines
from game.ui.palette import INK, RESHARE, WALL
from game.ui.sheet import Sheet
from game.ui.text import line_height
from game.ui.words import say

if TYPE_CHECKING:
    from game.session import Ledger
    from game.session.debrief import Again

WIDE = 860
EDGE = 24
PAD = 30
SHARP = 2
"""Pixels of the picture for one of the layout."""

STYLE = """
body { margin: 0; padding: 2rem 1rem; background: #16232b; color: #1a1d21; font: 1.25rem/1.5 system-ui, sans-serif; }
main { max-width: 44rem; margin: auto; padding: 1.5rem 2rem; background: #f7f1e3; border: 2px solid #1a1d21; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: normal; text-align: left; }
td { text-align: right; font-weight: bold; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem 0; border-bottom: 1px solid #e9dfc8; vertical-align: top; }
article { margin: 1.2rem 0; } h3 { margin: .2rem 0; } article p { margin: .2rem 0; }
.thanked td { color: #6b4e00; } .back td { color: #5b3fa8; } .ending { color: #a63a0a; font-weight: bold; }
"""


def card_lines(card: "Again") -> tuple[tuple[Weight, str], ...]:
    """What is written of one card: why it is shown, outside, inside, the stamp, what readers said, what told."""
    tells = (("text", say("again.tells", tells=", ".join(card.tells))),) if card.tells else ()
    said = say("again.verdict", thanked=card.thanked, back=card.back)
    stamp = say(f"again.stamp.{card.stamp}")
    return (
        ("strong", say(f"again.{card.why}")),
        ("bold", card.headline),
        ("text", card.inside),
        ("text", f"{stamp} {said}" if card.stamp == "reshare" else stamp),
        *tells,
    )


def card_widgets(cards: "Sequence[Again]", top: int) -> tuple[int, list[Widget]]:
    """Lay the cards out below each other from `top` on; gives where they end."""
    if not cards:
        return top, []
    size, room = USUAL.type.ledger, WIDE - 2 * (EDGE + PAD)
    texts: list[tuple[Weight, str, int, int]] = [("bold", say("again.title"), USUAL.type.title, PAD)]
    for card in cards:
        texts += [(weight, text, size, 0 if place else PAD // 2) for place, (weight, text) in enumerate(card_lines(card))]
    parts: list[Widget] = []
    for weight, text, high, gap in texts:
        place = Box(EDGE + PAD, top + gap, room, Words.height(text, weight, high, room))
        parts.append(Words(place, text, weight=weight, size=high, colour=INK))
        top = place.bottom
    return top, parts


def debrief_widgets(ledger: "Ledger", cards: "Sequence[Again]") -> tuple[tuple[int, int], list[Widget]]:
    """Lay slip and cards out on one sheet; gives the size of the picture and what is on it."""
    type_ = USUAL.type
    inner = Box(EDGE + PAD, EDGE + PAD, WIDE - 2 * (EDGE + PAD), 0)
    title = inner._replace(h=line_height(type_.title))
    y = title.bottom + 8
    parts: list[Widget] = [Words(title, say("slip.title"), weight="bold", size=type_.title, colour=INK)]
    parts.append(Rule(Box(inner.x, y, inner.w, 2)))
    y += 10
    for row in lines(ledger):
        place = Box(inner.x, y, inner.w, SlipLine.height(row, type_.ledger, inner.w))
        parts.append(SlipLine(place, row.label, value=row.figure, kind=row.kind, size=type_.ledger))
        y = place.bottom
    text = ending(ledger)
    last = Box(inner.x, y + 10, inner.w, Words.height(text, "strong", type_.ledger, inner.w))
    parts.append(Words(last, text, weight="strong", size=type_.ledger, colour=RESHARE))
    end, more = card_widgets(cards, last.bottom)
    sheet = Box(EDGE, EDGE, WIDE - 2 * EDGE, end + PAD - EDGE)
    return (WIDE, sheet.bottom + EDGE), [Panel(sheet), *parts, *more]


def debrief_png(ledger: "Ledger", cards: "Sequence[Again]", path: Path) -> None:
    """Write the debrief as a picture; needs no display."""
    pygame.font.init()
    size, parts = debrief_widgets(ledger, cards)
    surface = Sheet(pygame.Surface((size[0] * SHARP, size[1] * SHARP)), SHARP)
    surface.fill(WALL)
    for part in parts:
        part.draw(surface)
    pygame.image.save(surface.surface, path)


def card_html(card: "Again") -> str:
    """Write one card as an article."""
    (_, why), (_, headline), *rest = card_lines(card)
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for _, text in rest)
    return (
        f'<article class="{card.why}"><p><strong>{escape(why)}</strong></p>\n<h3>{escape(headline)}</h3>\n{paragraphs}</article>'
    )


def debrief_html(ledger: "Ledger", cards: "Sequence[Again]") -> str:
    """Write the debrief as a page that stands alone: a table and plain text that any screen reader can follow."""
    rows = "\n".join(
        f'<tr class="{row.kind}"><th scope="row">{escape(row.label)}</th><td>{escape(row.figure)}</td></tr>'
        for row in lines(ledger)
    )
    again = "\n".join((f"<h2>{escape(say('again.title'))}</h2>", *map(card_html, cards), "")) if cards else ""
    title = f"In Tray: {say('slip.title').lower()}"
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{STYLE}</style></head>\n'
        f"<body><main><h1>{escape(say('slip.title'))}</h1>\n<table>\n{rows}\n</table>\n"
        f'<p class="ending">{escape(ending(ledger))}</p>\n{again}</main></body>\n</html>\n'
    )
