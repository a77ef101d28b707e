"""The printed sheet holds a shift's cards without their kinds; the key holds them."""

from pathlib import Path

from game.lab import sheet


def test_the_sheet_has_the_cards_and_only_the_key_has_their_kinds(tmp_path: Path) -> None:
    assert sheet.main([str(tmp_path)]) == 0
    cards = sheet.cards_of("the-tray", 7)
    page, key = ((tmp_path / name).read_text(encoding="utf-8") for name in ("sheet.html", "key.html"))
    assert len(cards) >= 36
    assert page.count("<li>") == key.count("<li>") == len(cards)
    assert page.count("worth a reader&#x27;s minute") + page.count("worth a reader's minute") >= len(cards)
    assert "<b>not</b>" not in page
    assert key.count("<b>not</b>") == sum(card.kind == "not" for card in cards) >= 16


def test_without_a_folder_it_says_how_it_is_called() -> None:
    assert sheet.main([]) == 2
    assert sheet.main(["x", "the-tray", "seven"]) == 2
