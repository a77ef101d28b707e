"""Every card that is written fits its paper, in both layouts at every text size, outside and inside."""

from dataclasses import replace

import pytest

from game.session import Card
from game.ui.kit.card import PAD, Page, foot_height, height, pages
from game.ui.layout import PERCENTS, Layout, layout
from game.ui.levels import words_for
from game.ui.options import Options
from game.ui.text import line_height

LAYOUTS = [layout(shape, percent) for shape in ("wide", "upright") for percent in PERCENTS]


def card(headline: str, inside: str | None, *, flame: bool) -> Card:
    """A card with the longest of everything round its words."""
    return Card(
        id=1, headline=headline, inside=inside, author="Professor Upwards", badge="newcomer", followers=12_400,
        via="Dame Commotion", age=2_900, likes=412, reshares=31, flame=flame, unfolded=inside is not None,
    )  # fmt: skip


def high(page: Page, place: Layout) -> int:
    """What a page takes of the card's height, without its foot."""
    return height(page, place) + len(page.inside) * line_height(place.type.inside)


@pytest.mark.parametrize("place", LAYOUTS, ids=lambda place: f"{place.shape}-{place.percent}")
def test_every_written_card_fits(place: Layout) -> None:
    space = place.card.h - 2 * PAD
    for written in words_for(Options()).cards:
        for inside in (None, written.inside):
            one = card(written.headline, inside, flame=True)
            sheets = pages(one, place)
            for page in sheets:
                ear = inside is None or len(sheets) > 1
                foot = foot_height(one, place, ear=ear) if page.foot or ear else 0
                assert high(page, place) + foot <= space, (written.headline, page)
            if inside:
                told = " ".join(line for page in sheets for line in page.inside)
                assert told.replace(" ", "") == inside.replace(" ", "")
            assert len(sheets) <= 4


@pytest.mark.parametrize("place", LAYOUTS, ids=lambda place: f"{place.shape}-{place.percent}")
def test_every_written_card_fits_when_it_comes_back(place: Layout) -> None:
    space = place.card.h - 2 * PAD
    for written in words_for(Options()).cards:
        back = replace(card(written.headline, None, flame=True), route=("Gentle Needle", "Steady Gable", "you"), times=1)
        (page,) = pages(back, place, "You passed this on 10 min ago")
        assert high(page, place) + foot_height(back, place, ear=True) <= space, (written.headline, page)
        assert any("you" in line for line in page.meta)


@pytest.mark.parametrize("place", LAYOUTS, ids=lambda place: f"{place.shape}-{place.percent}")
def test_a_card_that_was_passed_on_says_so_on_every_page(place: Layout) -> None:
    space = place.card.h - 2 * PAD
    before = "You passed this on 10 min ago. Ignore it, or let it go."
    for written in words_for(Options()).cards:
        back = replace(card(written.headline, written.inside, flame=True), times=1)
        sheets = pages(back, place, before, "You passed this on")
        for page in sheets:
            ear = len(sheets) > 1
            assert any("You passed" in line for line in page.before) or page is sheets[-1]
            assert page.headline
            assert high(page, place) + foot_height(back, place, ear=ear) <= space, (written.headline, page)
        told = " ".join(line for page in sheets for line in page.inside)
        assert told.replace(" ", "") == written.inside.replace(" ", "")
