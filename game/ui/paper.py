"""The pay slip on paper, for whoever plays without a window: a PNG and a plain HTML page with the same figures."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.ui.box import Box
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
.thanked td { color: #6b4e00; } .back td { color: #5b3fa8; } .ending { color: #a63a0a; font-weight: bold; }
"""


def slip_widgets(ledger: "Ledger") -> tuple[tuple[int, int], list[Widget]]:
    """Lay the whole slip out on one sheet; gives the size of the picture and what is on it."""
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
    sheet = Box(EDGE, EDGE, WIDE - 2 * EDGE, last.bottom + PAD - EDGE)
    return (WIDE, sheet.bottom + EDGE), [Panel(sheet), *parts]


def pay_slip_png(ledger: "Ledger", path: Path) -> None:
    """Write the pay slip as a picture; needs no display."""
    pygame.font.init()
    size, parts = slip_widgets(ledger)
    surface = Sheet(pygame.Surface((size[0] * SHARP, size[1] * SHARP)), SHARP)
    surface.fill(WALL)
    for part in parts:
        part.draw(surface)
    pygame.image.save(surface.surface, path)


def pay_slip_html(ledger: "Ledger") -> str:
    """Write the pay slip as a page that stands alone: a table that any reader, also a screen reader, can follow."""
    rows = "\n".join(
        f'<tr class="{row.kind}"><th scope="row">{escape(row.label)}</th><td>{escape(row.figure)}</td></tr>'
        for row in lines(ledger)
    )
    title = f"In Tray: {say('slip.title').lower()}"
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{STYLE}</style></head>\n'
        f"<body><main><h1>{escape(say('slip.title'))}</h1>\n<table>\n{rows}\n</table>\n"
        f'<p class="ending">{escape(ending(ledger))}</p></main></body>\n</html>\n'
    )
