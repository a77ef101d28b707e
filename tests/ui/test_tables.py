"""Every figure has one source: screen, picture, page, CSV and JSON show the same."""

import csv
import io
import json
from html import unescape

import pytest

from game.session.views import Ledger
from game.ui.kit.table import TableView, csv_text
from game.ui.ledger import lines
from game.ui.paper import Told, debrief_html, debrief_widgets, files
from game.ui.tables import figures, lists, tables
from tests.ui.after import BLANK, DEBRIEF, LEDGER, NOTHING, TOP, Over

FULL = Told(LEDGER, DEBRIEF, TOP, "quiet", fulfilled=True)
EMPTY = Told(BLANK, NOTHING, NOTHING.top)
BOTH = pytest.mark.parametrize("told", [FULL, EMPTY], ids=["full", "empty"])


@BOTH
def test_figures_are_json_and_hold_the_sessions_own_values(told: Told) -> None:
    values = json.loads(json.dumps(told.figures()))
    assert values["ledger"]["mark"] == told.ledger.mark
    assert values["debrief"]["people"] == told.debrief.people
    assert [card["headline"] for card in values["debrief"]["cards"]] == [card.headline for card in told.debrief.cards]
    assert [line["stamps"] for line in values["top"]["lines"]] == [line.stamps for line in told.top.lines]
    assert set(values["ledger"]) == set(Ledger.__dataclass_fields__)


@BOTH
def test_csv_and_json_hold_the_same_tables(told: Told) -> None:
    kept = files(told)
    values = json.loads(kept["debrief.json"])
    for name, table in values["tables"].items():
        rows = list(csv.reader(io.StringIO(kept[f"{name}.csv"].decode())))
        assert rows == [table["header"], *table["rows"]]


@BOTH
def test_the_page_shows_every_cell_of_every_table(told: Told) -> None:
    page = unescape(debrief_html(told))
    values = told.figures()["tables"]
    for name in ("slip", "top", "night", "lists", "curve", *(("cards", "tells") if told.debrief.cards else ())):
        for row in values[name]["rows"]:
            for cell in row:
                assert f">{cell}</t" in page, (name, cell)


@BOTH
def test_the_picture_is_made_of_the_same_figures(told: Told) -> None:
    _, parts = debrief_widgets(told)
    kept = told.tables()
    slip = {widget.name: widget.value for widget in parts if type(widget).__name__ == "SlipLine"}
    assert list(slip.items()) == [tuple(row) for row in kept["slip"].rows]
    drawn = [widget.table for widget in parts if isinstance(widget, TableView)]
    for name in ("lists", "curve", *(("tells",) if told.debrief.tells else ())):
        assert kept[name] in drawn
    maps = [widget for widget in parts if type(widget).__name__ == "TwinMap"]
    for columns, one in zip(((1, 2, 3), (4, 5, 6)), maps, strict=True):
        shown = [row[1:] for row in one.table().rows]  # type: ignore[attr-defined]
        assert shown == [tuple(row[column] for column in columns) for row in kept["night"].rows]


def test_the_screen_has_the_same_tables() -> None:
    over = Over(order="quiet")
    assert over.account().tables == tables(LEDGER, DEBRIEF, TOP, "quiet", fulfilled=over.account().fulfilled)
    assert over.account().figures() == figures(LEDGER, DEBRIEF, TOP, "quiet", fulfilled=over.account().fulfilled)


def test_the_pay_slip_is_its_lines() -> None:
    assert FULL.tables()["slip"].rows == tuple((row.label, row.figure) for row in lines(LEDGER, "quiet", fulfilled=True))


def test_both_lists_are_in_one_table_of_places() -> None:
    rows = {row[0]: row[1:] for row in lists(TOP, DEBRIEF.twin_top).rows}
    assert rows["Nine apples, one cellar, one winter, 4 times"] == ("4", "8")
    assert rows["Nine apples, one cellar, one winter, 10 times"] == ("10", "-")
    assert rows["Nine apples, one cellar, one winter, 11 times"] == ("-", "9")


def test_a_stretch_without_judgement_has_none() -> None:
    rows = {row[0]: row[1] for row in FULL.tables()["curve"].rows}
    assert rows["21-30"] == "-"
    assert rows["31-40"] == "-0.75"
    assert csv_text(FULL.tables()["curve"]).startswith("Cards,Judgement,Worthy passed,Bait passed\n1-10,0.75,3 of 4,0 of 3\n")
