"""The judge on cards by somebody who never saw its cues: what it knows is a habit of speech, not our cards by heart."""

import tomllib
from pathlib import Path

import pytest

from game.story.cards import BAIT, HEADLINE_WORDS, INSIDE_WORDS, WORTHY
from tests.story.english import ENGLISH
from tests.story.shares import share_right

CARDS = tomllib.loads(Path(__file__).with_name("held_out.toml").read_text(encoding="utf-8"))["cards"]


def test_there_are_twenty_of_both_kinds_and_none_is_in_the_deck() -> None:
    kinds = [card["is"] for card in CARDS]
    assert len(CARDS) >= 20
    assert {*kinds} == {WORTHY, BAIT}
    assert min(kinds.count(WORTHY), kinds.count(BAIT)) >= 8
    assert not {card["headline"] for card in CARDS} & {card.headline for card in ENGLISH.cards}


def test_held_out_cards_fit_the_paper() -> None:
    assert all(len(card["headline"].split()) <= HEADLINE_WORDS for card in CARDS)
    assert all(len(card["inside"].split()) <= INSIDE_WORDS for card in CARDS)


@pytest.mark.xfail(strict=True, reason="13 of 20: a lone 'my', 'not' or 'before' passes for a tell of worth")
def test_from_their_insides_the_judge_is_right_three_times_in_four() -> None:
    """Ten points below the deck's 85: twenty cards are few, one more or less right is worth five points."""
    assert share_right([(card["is"] == WORTHY, ENGLISH.judge.inside(card["inside"])) for card in CARDS]) >= 0.75


def test_from_their_insides_it_is_right_more_often_than_not() -> None:
    assert share_right([(card["is"] == WORTHY, ENGLISH.judge.inside(card["inside"])) for card in CARDS]) > 0.5


def test_from_their_outsides_it_is_right_more_often_than_not_and_seldom_sure() -> None:
    """Wider than the deck's 60 to 70, for the same reason."""
    right = share_right([(card["is"] == WORTHY, ENGLISH.judge.outside(card["headline"])) for card in CARDS])
    assert 0.50 <= right <= 0.80
