"""The printed sheet holds a shift's cards without their kinds; the key holds them."""

from game.lab import sheet
from tests.session.worlds import the_tray, words


def test_the_sheet_has_the_cards_and_only_the_key_has_their_kinds() -> None:
    cards = sheet.cards_of(the_tray(), 7, words())
    page, key = sheet.sheet(cards), sheet.key(cards)
    assert len(cards) >= 36
    assert page.count("<li>") == key.count("<li>") == len(cards)
    assert "<b>not</b>" not in page
    assert key.count("<b>not</b>") == sum(card.kind == "not" for card in cards) >= 16
