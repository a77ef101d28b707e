"""The debrief on paper, for whoever plays without a window: everything that the screen shows, as PNG and as plain HTML."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pygame

from game.ui.box import Box
from game.ui.findings import course, finding, happened_anyway, people, same_lines, seen, share, stamps, total, verdict
from game.ui.fonts import Weight
from game.ui.kit.base import Widget
from game.ui.kit.chart import Curve, Spot
from game.ui.kit.plain import Panel, Rule, Words
from game.ui.kit.printed import TopLine
from game.ui.kit.slip import SlipLine
from game.ui.kit.table import Table, TableView, csv_text
from game.ui.kit.tubemap import Near, TwinMap
from game.ui.layout import USUAL
from game.ui.ledger import ending, ending_name, lines, sealed
from game.ui.palette import INK, RESHARE, SECOND_INK, WALL, Colour
from game.ui.sheet import Sheet
from game.ui.tables import figures, judged, shown_as, span, tables
from game.ui.words import say

if TYPE_CHECKING:
    from game.session import Ledger
    from game.session.views import Again, Day, Debrief, Top

WIDE = 980
EDGE = 24
PAD = 34
GAP = 12
MAPS = 470
"""Height of the two maps."""
CHART = 300
NOWHERE = Box(0, 0, 0, 0)
SHARP = 2
"""Pixels of the picture for one of the layout."""

STYLE = """
body { margin: 0; padding: 2rem 1rem; background: #16232b; color: #1a1d21; font: 1.25rem/1.5 system-ui, sans-serif; }
main { max-width: 52rem; margin: auto; padding: 1.5rem 2rem; background: #f7f1e3; border: 2px solid #1a1d21; }
.wide { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 1.1rem; }
th { font-weight: normal; text-align: left; } thead th { font-weight: bold; }
td { text-align: right; font-variant-numeric: tabular-nums; } .slip td { font-weight: bold; }
th, td { padding: .2rem .6rem .2rem 0; border-bottom: 1px solid #e9dfc8; vertical-align: top; }
article { margin: 1.2rem 0; } h2 { margin: 2.2rem 0 .4rem; } h3 { margin: .2rem 0; } article p { margin: .2rem 0; }
.thanked td { color: #6b4e00; } .back td { color: #5b3fa8; } .ending { color: #a63a0a; font-weight: bold; }
"""


class Told(NamedTuple):
    """What is put on paper: pay slip, debrief and Top 10 of a shift, and the order it was played under, if it was."""

    ledger: "Ledger"
    debrief: "Debrief"
    top: "Top"
    order: str = ""
    fulfilled: bool = False

    def figures(self) -> dict[str, Any]:
        """Give everything as plain values, as `--json` prints them."""
        return figures(self.ledger, self.debrief, self.top, self.order, fulfilled=self.fulfilled)

    def tables(self) -> dict[str, Table]:
        """Give every table by its name."""
        return tables(self.ledger, self.debrief, self.top, self.order, fulfilled=self.fulfilled)


class Text(NamedTuple):
    """A paragraph or a heading: which it is, and what it says."""

    kind: str
    text: str


FACES: Mapping[str, tuple[Weight, int, Colour, int]] = {
    "h1": ("bold", USUAL.type.title, INK, 0),
    "h2": ("bold", USUAL.type.headline, INK, 34),
    "h3": ("bold", USUAL.type.ledger, INK, GAP),
    "ending": ("bold", USUAL.type.ledger, RESHARE, GAP),
    "strong": ("strong", USUAL.type.inside, INK, 6),
    "p": ("text", USUAL.type.inside, INK, 4),
    "small": ("text", USUAL.type.meta, SECOND_INK, 4),
}
"""How each kind of text is set: weight, size, colour, and the gap above it."""


def closing(told: Told) -> list[Text]:
    """Give what closes the pay slip."""
    below = [Text("small", sealed(told.ledger))] if told.ledger.seal else []
    return [Text("ending", ending_name(told.ledger)), Text("strong", ending(told.ledger)), *below]


def under_the_list(top: "Top") -> list[Text]:
    """Give what stands below the Top 10."""
    best = top.unlisted
    pencil = [] if best is None else [Text("small", say("top.pencil.line", thanked=best.thanked, readers=best.readers))]
    return [Text("strong", share(top)), *pencil]


def card_lines(card: "Again") -> list[Text]:
    """Give what is written of one card: why it is shown, outside, inside, what readers said, what told, the stamp."""
    told = [say("again.tell", name=name, meaning=say(f"tell.{name}")) for name in card.tells] or [say("again.untold")]
    stamp = say(f"again.stamp.{card.stamp}")
    because = f" {say('again.because', thanked=card.thanked, back=card.back)}" if card.stamp == "reshare" else ""
    return [
        Text("strong", shown_as(card)),
        Text("h3", card.headline),
        Text("p", card.inside),
        Text("strong", verdict(card)),
        Text("p", seen(card)),
        *(Text("p", line) for line in told),
        Text("p", f"{stamp}{because}"),
    ]


def the_people(debrief: "Debrief") -> list[Text]:
    """Give who the people are, and the sums of both maps."""
    who = people(debrief)
    sums = ((say("twin.you"), debrief.days), (say("twin.ignored"), debrief.twin_days))
    return [*([Text("p", who)] if who else []), *(Text("strong", f"{word}: {total(days)}") for word, days in sums)]


def evidence() -> list[Text]:
    """Give what was measured elsewhere, for and against, and the one question."""
    return [
        Text("h2", say("evidence.name")),
        Text("p", say("evidence.for.line")),
        Text("p", say("evidence.against.line")),
        Text("h2", say("question.title")),
    ]


# --- the picture -----------------------------------------------------------------------------------------------------


class Column:
    """Puts things below each other on one long sheet."""

    def __init__(self) -> None:
        self.parts: list[Widget] = []
        self.room = WIDE - 2 * (EDGE + PAD)
        self.y = EDGE + PAD

    def put(self, widget: Widget, high: int, gap: int = 0) -> None:
        """Put a widget below what is there."""
        self.y += gap
        self.parts.append(replace(widget, box=Box(EDGE + PAD, self.y, self.room, high)))
        self.y += high

    def write(self, texts: "Sequence[Text]") -> None:
        """Write paragraphs and headings."""
        for kind, text in texts:
            weight, size, colour, gap = FACES[kind]
            words = Words(NOWHERE, text, weight=weight, size=size, colour=colour)
            self.put(words, Words.height(text, weight, size, self.room), gap)

    def table(self, table: Table) -> None:
        """Put a table down."""
        size = USUAL.type.meta
        self.put(TableView(NOWHERE, table=table, size=size), TableView.height(table, size, self.room), GAP)


def debrief_widgets(told: Told) -> tuple[tuple[int, int], list[Widget]]:
    """Lay everything out on one sheet; gives the size of the picture and what is on it."""
    column, kept = Column(), told.tables()
    slip(column, told)
    column.write([Text("h2", f"{say('top.title')}. {say('top.nobody')}")])
    column.y += GAP
    for rank, line in enumerate(told.top.lines, start=1):
        put_line(column, TopLine(NOWHERE, rank=f"{rank}.", mine=line.mine, band=rank % 2 == 1, **texts(line)))
    if told.top.unlisted is not None:
        put_line(column, TopLine(NOWHERE, rank="", pencil=True, **texts(told.top.unlisted)))
    column.write(under_the_list(told.top))
    column.write([Text("h2", finding(told.debrief))])
    maps(column, told.debrief)
    column.write([*the_people(told.debrief), Text("p", happened_anyway(told.debrief)), Text("h2", same_lines(told.debrief))])
    column.table(kept["lists"])
    if told.debrief.cards:
        column.write([Text("h2", say("again.title"))])
    for card in told.debrief.cards:
        column.y += GAP
        column.write(card_lines(card))
    if told.debrief.tells:
        column.write([Text("h2", say("tells.title"))])
        column.table(kept["tells"])
    curve(column, told, kept["curve"])
    column.write(evidence())
    sheet = Box(EDGE, EDGE, WIDE - 2 * EDGE, column.y + PAD - EDGE)
    return (WIDE, sheet.bottom + EDGE), [Panel(sheet), *column.parts]


def texts(line: Any) -> dict[str, Any]:  # noqa: ANN401 - a line of the session's Top 10
    """Give what a line of the Top 10 says and how it is set."""
    type_ = USUAL.type
    return {
        "headline": line.headline,
        "author": line.author,
        "stamps": stamps(line.stamps),
        "size": type_.inside,
        "small": type_.meta,
    }


def put_line(column: Column, line: TopLine) -> None:
    """Put a line of the Top 10 down."""
    column.put(line, line.height(column.room))


def slip(column: Column, told: Told) -> None:
    """Put the pay slip down."""
    size = USUAL.type.ledger
    column.write([Text("h1", say("slip.title"))])
    column.put(Rule(NOWHERE), 2, 8)
    column.y += 8
    for row in lines(told.ledger, told.order, fulfilled=told.fulfilled):
        line = SlipLine(NOWHERE, row.label, value=row.figure, kind=row.kind, size=size)
        column.put(line, SlipLine.height(row, size, column.room))
    column.write(closing(told))


def maps(column: Column, debrief: "Debrief") -> None:
    """Put the two maps down beside each other."""
    column.y += GAP
    mine, other = near(debrief.days), near(debrief.twin_days)
    places = Box(EDGE + PAD, column.y, column.room, MAPS).columns(2, 20)
    for word, days, others, place in zip(("twin.you", "twin.ignored"), (mine, other), (other, mine), places, strict=True):
        column.parts.append(TwinMap(place, word=say(word), neighbours=days, other=others, size=USUAL.type.map))
    column.y += MAPS + GAP


def near(days: "Sequence[Day]") -> tuple[Near, ...]:
    """Give the neighbours' days as the map takes them."""
    return tuple(Near(day.name, day.thanked, day.back, day.lit) for day in days)


def curve(column: Column, told: Told, table: Table) -> None:
    """Put the curve down, as a picture and as a table."""
    column.write([Text("h2", course(told.debrief.curve))])
    spots = tuple(Spot(span(one), one.judgement, judged(one)) for one in told.debrief.curve)
    size = USUAL.type.meta
    column.put(Curve(NOWHERE, spots=spots, high=say("curve.high"), low=say("curve.low"), size=size), CHART, GAP)
    column.table(table)
    column.write([Text("p", say("curve.line"))])


def debrief_png(told: Told, path: Path) -> None:
    """Write the debrief as a picture; needs no display."""
    pygame.font.init()
    size, parts = debrief_widgets(told)
    surface = Sheet(pygame.Surface((size[0] * SHARP, size[1] * SHARP)), SHARP)
    surface.fill(WALL)
    for part in parts:
        part.draw(surface)
    pygame.image.save(surface.surface, path)


# --- the page --------------------------------------------------------------------------------------------------------

TAGS = {"h1": "h1", "h2": "h2", "h3": "h3"}


def written(texts_: "Sequence[Text]") -> str:
    """Write paragraphs and headings as HTML."""
    found = []
    for kind, text in texts_:
        tag, inner = TAGS.get(kind, "p"), escape(text)
        inner = f"<strong>{inner}</strong>" if kind == "strong" else f"<small>{inner}</small>" if kind == "small" else inner
        found.append(f'<{tag} class="ending">{inner}</{tag}>' if kind == "ending" else f"<{tag}>{inner}</{tag}>")
    return "\n".join(found)


def table_html(table: Mapping[str, Any]) -> str:
    """Write one of the tables of `figures` as HTML."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table["header"])
    rows = "\n".join(row_html(row) for row in table["rows"])
    caption = escape(table["title"])
    return (
        f'<div class="wide"><table>\n<caption hidden>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def row_html(row: "Sequence[str]") -> str:
    """Write a row; its first cell says what it is about."""
    first, *rest = row
    return f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'


def slip_html(told: Told) -> str:
    """Write the pay slip as a table."""
    rows = "\n".join(
        f'<tr class="{row.kind}"><th scope="row">{escape(row.label)}</th><td>{escape(row.figure)}</td></tr>'
        for row in lines(told.ledger, told.order, fulfilled=told.fulfilled)
    )
    return f'<table class="slip">\n{rows}\n</table>'


def sections(told: Told) -> Iterator[str]:
    """Give the page piece by piece."""
    kept = told.figures()["tables"]
    yield written([Text("h1", say("slip.title"))])
    yield slip_html(told)
    yield written([*closing(told), Text("h2", say("top.title")), Text("small", say("top.nobody"))])
    yield table_html(kept["top"])
    yield written([*under_the_list(told.top), Text("h2", finding(told.debrief))])
    yield table_html(kept["night"])
    yield written([*the_people(told.debrief), Text("p", happened_anyway(told.debrief)), Text("h2", same_lines(told.debrief))])
    yield table_html(kept["lists"])
    if told.debrief.cards:
        yield written([Text("h2", say("again.title"))])
        for card in told.debrief.cards:
            yield f'<article class="{card.why}">\n{written(card_lines(card))}\n</article>'
        yield table_html(kept["cards"])
    if told.debrief.tells:
        yield written([Text("h2", say("tells.title"))])
        yield table_html(kept["tells"])
    yield written([Text("h2", course(told.debrief.curve))])
    yield table_html(kept["curve"])
    yield written([Text("p", say("curve.line")), *evidence()])


def files(told: Told) -> dict[str, bytes]:
    """Give the page, the figures as JSON, and every table as CSV, by their names."""
    page, values = debrief_html(told), json.dumps(told.figures(), indent=1) + "\n"
    sheets = {f"{name}.csv": csv_text(table).encode() for name, table in told.tables().items()}
    return {"debrief.html": page.encode(), "debrief.json": values.encode(), **sheets}


def debrief_html(told: Told) -> str:
    """Write the debrief as a page that stands alone: tables and plain text that any screen reader can follow."""
    title = f"In Tray: {say('slip.title').lower()}"
    body = "\n".join(sections(told))
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{STYLE}</style></head>\n'
        f"<body><main>{body}\n</main></body>\n</html>\n"
    )
