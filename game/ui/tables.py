"""Every figure of the debrief as plain values and as tables: screen, PNG, HTML, CSV and JSON all take them from here."""

from collections.abc import Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from game.ui.kit.table import Table
from game.ui.ledger import lines
from game.ui.words import say

if TYPE_CHECKING:
    from game.session import Ledger
    from game.session.views import Again, Day, Debrief, Tell, Tens, Top


def figures(ledger: "Ledger", debrief: "Debrief", top: "Top", order: str = "", *, fulfilled: bool = False) -> dict[str, Any]:
    """Everything that the debrief tells: the session's own values, and the tables that are shown."""
    return {
        "ledger": asdict(ledger),
        "debrief": plain(debrief),
        "top": plain(top),
        "tables": {
            name: {"title": say(f"table.{name}"), "header": list(table.header), "rows": [list(row) for row in table.rows]}
            for name, table in tables(ledger, debrief, top, order, fulfilled=fulfilled).items()
        },
    }


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever the session tells, in JSON's own types
    """Turn records into dictionaries and tuples into lists.

    >>> from game.session.views import Lifted
    >>> plain((Lifted("Ottoline", 3), 1.5, None))
    [{'name': 'Ottoline', 'followers': 3}, 1.5, None]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    return [plain(part) for part in value] if isinstance(value, tuple | list) else value


def tables(
    ledger: "Ledger", debrief: "Debrief", top: "Top", order: str = "", *, fulfilled: bool = False
) -> dict[str, Table]:  # fmt: skip
    """Give every table by the name of its file."""
    return {
        "slip": slip(ledger, order, fulfilled=fulfilled),
        "night": night(debrief.days, debrief.twin_days),
        "top": listed(top),
        "lists": lists(debrief.top, debrief.twin_top),
        "cards": cards(debrief.cards),
        "tells": tells(debrief.tells),
        "curve": curve(debrief.curve),
    }


def head(*names: str) -> tuple[str, ...]:
    """Give the words of a table's head."""
    return tuple(say(f"head.{name}") for name in names)


def slip(ledger: "Ledger", order: str = "", *, fulfilled: bool = False) -> Table:
    """Give the pay slip."""
    return Table(head("line", "figure"), tuple((row.label, row.figure) for row in lines(ledger, order, fulfilled=fulfilled)))


def night(days: "Sequence[Day]", twin: "Sequence[Day]") -> Table:
    """Give what each neighbour read, in both worlds."""
    header = head("neighbour", "you.thanked", "you.back", "you.lamp", "twin.thanked", "twin.back", "twin.lamp")
    rows = tuple((mine.name, *day(mine), *day(other)) for mine, other in zip(days, twin, strict=True))
    return Table(header, rows)


def day(one: "Day") -> tuple[str, str, str]:
    """Write one neighbour's day."""
    return str(one.thanked), str(one.back), say("twin.lit" if one.lit else "twin.dark")


def listed(top: "Top") -> Table:
    """Give the Top 10, and under it the line in pencil."""
    ranked = [(str(rank), one) for rank, one in enumerate(top.lines, start=1)]
    pencilled = [] if top.unlisted is None else [(say("top.pencil.rank"), top.unlisted)]
    rows = tuple(
        (
            rank,
            one.headline,
            one.author,
            str(one.stamps),
            str(one.readers),
            str(one.thanked),
            say("yes" if one.mine else "no"),
        )
        for rank, one in (*ranked, *pencilled)
    )
    return Table(head("rank", "post", "author", "stamps", "readers", "thanked", "yours"), rows)


def lists(top: "Top", twin: "Top") -> Table:
    """Give the place of every post that is in either Top 10."""
    here, there = places(top), places(twin)
    words = {one.card: one.headline for one in (*twin.lines, *top.lines)}
    order = [*here, *(card for card in there if card not in here)]
    nowhere = say("twin.unplaced")
    rows = tuple((words[card], str(here.get(card, nowhere)), str(there.get(card, nowhere))) for card in order)
    return Table(head("post", "you.rank", "twin.rank"), rows)


def places(top: "Top") -> dict[int, int]:
    """Give the place of each post, from 1."""
    return {one.card: place for place, one in enumerate(top.lines, start=1)}


def cards(again: "Sequence[Again]") -> Table:
    """Give the three cards."""
    rows = tuple(
        (
            one.headline, shown_as(one), say(f"stamp.word.{one.stamp}"), str(round(100 * one.worth)), str(one.seen),
            str(one.seen_thanked), str(one.thanked), str(one.back), ", ".join(one.tells),
        )
        for one in again
    )  # fmt: skip
    return Table(head("post", "why", "stamp", "worth", "seen", "seen.thanked", "mine.thanked", "mine.back", "tells"), rows)


def shown_as(card: "Again") -> str:
    """Say why a card is shown again; one that was worth a minute by what became of it."""
    return say(f"again.buried.{card.stamp}" if card.why == "buried" else f"again.{card.why}")


def tells(met: "Sequence[Tell]") -> Table:
    """Give the tells that were met."""
    rows = tuple(
        (one.name, say(f"tell.{one.name}"), say("side.for" if one.speaks_for else "side.against"), str(one.times), one.headline)
        for one in met
    )
    return Table(head("tell", "meaning", "side", "times", "example"), rows)


def curve(tens: "Sequence[Tens]") -> Table:
    """Give judgement by tens of cards."""
    rows = tuple(
        (
            span(one),
            judged(one),
            say("slip.of", n=f"{one.hits:g}", cards=one.worthy),
            say("slip.of", n=f"{one.false_alarms:g}", cards=one.bait),
        )
        for one in tens
    )
    return Table((say("curve.cards"), say("curve.judgement"), say("curve.worthy"), say("curve.bait")), rows)


def span(one: "Tens") -> str:
    """Write which cards a stretch holds."""
    return say("curve.spot", first=one.first, last=one.last)


def judged(one: "Tens") -> str:
    """Write the judgement over a stretch; where there was no worthy or no bait card there is none."""
    return say("curve.nothing") if one.judgement is None else f"{one.judgement:.2f}"
