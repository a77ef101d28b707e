"""Words are chosen by a post's address and readings."""

from typing import Any

import pytest

from game.story.badwords import BadWords
from game.story.cards import ANSWER, CALLOUT, CLASSES, COURSE
from game.story.deck import Deck
from game.story.words import Paper, Words
from tests.story.english import ENGLISH, TEXT, of_post


def told(**changes: Any) -> str:  # noqa: ANN401 - any fields of a paper
    """Give the headline of one paper."""
    return of_post(7, Paper(3, 1, "worthy", "worthy")._replace(**changes)).headline


def test_the_same_address_has_the_same_words() -> None:
    assert told() == told()


def test_addresses_and_seeds_spread_over_the_cards() -> None:
    fitting = len(ENGLISH.fitting(Paper(3, 1, "worthy", "worthy")))
    assert len({told(nth=nth) for nth in range(200)}) == fitting
    assert len({told(author=author) for author in range(200)}) == fitting
    seeds = {of_post(seed, Paper(3, 1, "worthy", "worthy")).headline for seed in range(200)}
    assert len(seeds) == fitting


@pytest.mark.parametrize("looks", CLASSES)
@pytest.mark.parametrize("is_", CLASSES)
def test_a_plain_post_says_outside_what_it_looks_and_inside_what_it_is(looks: str, is_: str) -> None:
    for author in range(50):
        number = ENGLISH.ranked(7, Paper(author, 1, looks, is_))[0]
        assert (ENGLISH.cards[number].looks, ENGLISH.cards[number].is_) == (looks, is_)


def test_only_a_cast_member_speaks_in_its_own_voice_and_does_so_first() -> None:
    hers = {card.headline for card in ENGLISH.cards if card.voice == "ottoline"}
    assert all(told(voice="ottoline", nth=nth) in hers for nth in range(50))
    assert not any(told(author=author) in hers for author in range(200))


def test_a_drama_post_is_as_loud_as_it_is() -> None:
    loud = {card.headline for card in ENGLISH.cards if card.flame}
    assert all(told(author=author, looks="bait", is_="bait", flame=True) in loud for author in range(50))
    assert not any(told(author=author, looks="bait", is_="bait") in loud for author in range(50))


def test_a_call_out_names_whom_it_is_about() -> None:
    assert told(kind=CALLOUT, target="bram", name="Bram", looks="bait", is_="bait") == "The bread is a LIE"
    assert "Quiet Kettle" in told(kind=CALLOUT, name="Quiet Kettle", looks="bait", is_="bait")


def test_call_outs_of_bram_escalate_whoever_makes_them() -> None:
    deck = Deck(ENGLISH, 7)
    papers = [Paper(author, 1, "bait", "bait", kind=CALLOUT, target="bram", name="Bram") for author in (3, 400, 3)]
    said = [deck.word(paper._replace(nth=nth)).headline for nth, paper in enumerate(papers, 1)]
    assert said == ["The bread is a LIE", "FIRST the bread. What ELSE is he baking??", "We are ALL crumbs to him!!"]


def test_a_call_out_is_a_call_out_however_it_was_read() -> None:
    assert "Quiet Kettle" in told(kind=CALLOUT, name="Quiet Kettle", looks="worthy", is_="so_so")


def test_an_answer_comes_in_the_voice_of_who_was_called_out() -> None:
    assert told(kind=ANSWER, voice="bram") == "It is bread. Here is the recipe."


def test_a_course_states_the_price_of_this_world() -> None:
    inside = of_post(7, Paper(3, 1, "bait", "bait", kind=COURSE, price=39.0)).inside
    assert "39 coins" in inside


def test_nothing_is_left_to_fill_in() -> None:
    for kind in (CALLOUT, COURSE, ANSWER):
        for author in range(40):
            words = of_post(7, Paper(author, 1, "bait", "bait", kind=kind, name="Bram", price=39))
            assert "{" not in words.headline + words.inside


def test_a_words_file_that_is_not_toml_or_has_strange_parts_is_refused() -> None:
    with pytest.raises(BadWords, match=r"^words file: "):
        Words.from_toml("cards =")
    with pytest.raises(BadWords, match=r"^words file: unknown poems; allowed: cues, names, lessons, cards, grammar"):
        Words.from_toml(TEXT + "\n[poems]\n")
    with pytest.raises(BadWords, match=r"^cards: must be a list of tables"):
        Words.from_toml("cards = 3")
    with pytest.raises(BadWords, match=r"^cards: must be a list of tables"):
        Words.from_toml("cards = []")
