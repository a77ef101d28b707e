"""The judge on cards by people who never saw its cues: what it knows is a habit of speech, not our cards by heart."""

import tomllib
from pathlib import Path

import pytest

from game.story.cards import BAIT, HEADLINE_WORDS, INSIDE_WORDS, WORTHY
from tests.story.english import ENGLISH
from tests.story.shares import share_right

Cards = list[dict[str, str]]


def cards_of(name: str) -> Cards:
    """The cards of a file beside this one."""
    found: Cards = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["cards"]
    return found


CARDS = cards_of("held_out.toml")
MENDED_ON = cards_of("mended_on.toml")


def right_inside(cards: Cards) -> float:
    """The share of insides that the judge gets right."""
    return share_right([(card["is"] == WORTHY, ENGLISH.judge.inside(card["inside"])) for card in cards])


@pytest.mark.parametrize("cards", [CARDS, MENDED_ON], ids=["held out", "mended on"])
def test_there_are_enough_of_both_kinds_and_none_is_in_the_deck(cards: Cards) -> None:
    kinds = [card["is"] for card in cards]
    assert len(cards) >= 40
    assert {*kinds} == {WORTHY, BAIT}
    assert min(kinds.count(WORTHY), kinds.count(BAIT)) >= 20
    assert not {card["headline"] for card in cards} & {card.headline for card in ENGLISH.cards}


def test_no_card_is_held_out_that_the_judge_was_mended_on() -> None:
    assert not {card["inside"] for card in CARDS} & {card["inside"] for card in MENDED_ON}


@pytest.mark.parametrize("cards", [CARDS, MENDED_ON], ids=["held out", "mended on"])
def test_these_cards_fit_the_paper(cards: Cards) -> None:
    assert all(len(card["headline"].split()) <= HEADLINE_WORDS for card in cards)
    assert all(len(card["inside"].split()) <= INSIDE_WORDS for card in cards)


def test_from_held_out_insides_the_judge_is_right_at_least_85_times_in_100() -> None:
    assert right_inside(CARDS) >= 0.85


def test_what_it_was_mended_on_it_still_knows() -> None:
    assert right_inside(MENDED_ON) >= 0.95


def test_from_held_out_outsides_it_is_right_more_often_than_not_and_seldom_sure() -> None:
    """Wider than the deck's 60 to 70: of forty headlines one more or less right is worth two or three points."""
    right = share_right([(card["is"] == WORTHY, ENGLISH.judge.outside(card["headline"])) for card in CARDS])
    assert 0.50 <= right <= 0.80
