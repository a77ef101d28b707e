"""The debrief on paper: everything that the screen tells, as a picture and as a page that stands alone."""

from dataclasses import replace
from html import escape
from itertools import pairwise
from pathlib import Path

import pygame

from game.ui import palette
from game.ui.paper import WIDE, Told, card_lines, debrief_html, debrief_png, debrief_widgets, evidence
from tests.ui.after import BLANK, CARDS, DEBRIEF, LEDGER, NOTHING, TOP

FULL = Told(LEDGER, DEBRIEF, TOP)
EMPTY = Told(BLANK, NOTHING, NOTHING.top)


def test_the_page_tells_what_the_screen_tells() -> None:
    page = debrief_html(FULL)
    for text in (
        "Clerk, second class", "Third, second, first class: all three are paid 0.00.", "Nobody wrote it.",
        "Your share: 2 stamps of 515.", "63 people spent 41 minutes because of you; 24 they would spend again.",
        "3 of the 10 lines of the Top 10 are in the same place without you.", "Three cards again", "What gave them away",
        "told the House the same: nothing", "You counted your minutes. Who counts theirs?",
    ):  # fmt: skip
        assert escape(text) in page, text
    assert all(escape(text) in page for card in CARDS for _, text in card_lines(card))
    assert all(escape(text) in page for _, text in evidence())


def test_words_of_players_and_posts_are_no_markup() -> None:
    card = CARDS[0]._replace(headline="A <b> & c")
    page = debrief_html(Told(LEDGER, replace(DEBRIEF, cards=(card,)), TOP))
    assert "A &lt;b&gt; &amp; c" in page
    assert "<b>" not in page


def test_what_is_not_there_has_no_heading() -> None:
    page = debrief_html(EMPTY)
    assert "Three cards again" not in page
    assert "What gave them away" not in page
    assert "Nobody spent a minute because of you." in page


def test_the_picture_holds_everything_on_one_sheet(tmp_path: Path) -> None:
    for name, told in (("full", FULL), ("empty", EMPTY)):
        size, parts = debrief_widgets(told)
        debrief_png(told, tmp_path / f"{name}.png")
        picture = pygame.image.load(tmp_path / f"{name}.png")
        assert picture.get_size() == (2 * size[0], 2 * size[1])
        assert size[0] == WIDE
        assert tuple(picture.get_at((WIDE, 110)))[:3] == palette.PAPER
        sheet, *rest = parts
        assert all(part.box.within(sheet.box) for part in rest)
        for one, other in pairwise(rest):
            assert not one.box.meets(other.box), (one, other)
