"""The cards of the game, and what is refused as a card."""

import re
from collections import Counter

import pytest

from game.feed import world
from game.scenario.load import load_level
from game.story.badwords import BadWords
from game.story.cards import ANSWER, BAIT, CALLOUT, CLASSES, COURSE, HEADLINE_WORDS, KINDS, POST, SO_SO, WORTHY, read_card
from game.story.words import Words
from tests.scenario.levels import LEVELS
from tests.story.english import ENGLISH, TEXT

GOOD = {"headline": "On doors", "inside": "More soon.", "looks": "so_so", "is": "bait", "tells": ["Fog"]}
COUNTED = "likes?|followers?|reshares?|shares?|answers?|links?|clicks?|readers?|people|comments?|views?"
POSTS = [card for card in ENGLISH.cards if card.kind == POST]


def test_kinds_stand_in_the_order_of_the_feeds_kinds_of_posts() -> None:
    assert KINDS[world.PLAIN] == POST
    assert KINDS[world.CALLOUT_POST] == CALLOUT
    assert KINDS[world.ANSWER_POST] == ANSWER
    assert KINDS[world.COURSE_POST] == COURSE


def test_level_one_has_120_cards_in_the_mix_that_its_script_asks_for() -> None:
    disguised = Counter(card.is_ for card in POSTS if {card.looks, card.is_} == {WORTHY, BAIT})
    assert Counter(card.is_ for card in POSTS) == {WORTHY: 36, BAIT: 54, SO_SO: 30}
    assert disguised == {WORTHY: 9, BAIT: 11}


def test_so_so_cards_look_like_anything() -> None:
    looks = Counter(card.looks for card in POSTS if card.is_ == SO_SO)
    assert min(looks[each] for each in CLASSES) >= 8


def test_a_long_shift_has_cards_enough_that_anybody_may_say() -> None:
    """The mix of 46 papers, by what they look and are; so-so outsides are rare (tests/story/test_judge.py draws them)."""
    needed = {
        (WORTHY, WORTHY): 10,
        (BAIT, WORTHY): 4,
        (SO_SO, WORTHY): 3,
        (BAIT, BAIT): 15,
        (WORTHY, BAIT): 5,
        (SO_SO, BAIT): 4,
        (BAIT, SO_SO): 5,
        (WORTHY, SO_SO): 5,
        (SO_SO, SO_SO): 4,
    }
    have = Counter((card.looks, card.is_) for card in POSTS if not card.voice)
    assert {pair: have[pair] for pair in needed if have[pair] < needed[pair]} == {}


def test_ten_loud_baits_are_anybodys() -> None:
    assert sum(card.flame and card.looks == card.is_ == BAIT for card in POSTS if not card.voice) >= 10


@pytest.mark.parametrize("voice", ["ottoline", "bram", "ines", "yusuf", "wick", "dame_commotion", "professor_upwards"])
def test_each_of_the_cast_has_own_words_for_posts_of_more_than_one_kind(voice: str) -> None:
    own = [card for card in POSTS if card.voice == voice]
    assert len(own) >= 3
    assert len({(card.looks, card.is_) for card in own}) >= 2


def test_bram_is_called_out_three_times_by_anybody() -> None:
    assert sum(card.target == "bram" and not card.voice for card in ENGLISH.cards if card.kind == CALLOUT) >= 3


def test_no_two_cards_share_a_headline_or_an_inside() -> None:
    assert len({card.headline for card in ENGLISH.cards}) == len(ENGLISH.cards)
    assert len({card.inside for card in ENGLISH.cards}) == len(ENGLISH.cards)


def test_every_tell_is_met_at_least_twice() -> None:
    tells = Counter(tell for card in POSTS for tell in card.tells)
    assert min(tells.values()) >= 2
    assert len(tells) == 8


def test_no_card_states_a_count_that_is_the_worlds() -> None:
    figure = re.compile(rf"\d[\d,.]*\s+({COUNTED})\b|\b({COUNTED}):?\s+\d", re.IGNORECASE)
    assert [card.headline for card in ENGLISH.cards if figure.search(f"{card.headline} {card.inside}")] == []


def test_prices_are_the_worlds() -> None:
    assert [card.inside for card in ENGLISH.cards if re.search(r"\d coins", card.inside)] == []
    assert all("{price} coins" in card.inside for card in ENGLISH.cards if card.kind == COURSE)


def test_cards_are_plain_letters_without_pictures() -> None:
    assert all(card.headline.isascii() and card.inside.isascii() for card in ENGLISH.cards)


def test_voices_and_targets_are_in_the_cast_of_level_one() -> None:
    cast = {member.key for member in load_level("the-tray", LEVELS).cast}
    assert {card.voice for card in ENGLISH.cards} | {card.target for card in ENGLISH.cards} <= {"", *cast}


def test_who_can_be_called_out_by_name_can_answer_in_an_own_voice() -> None:
    called = {card.target for card in ENGLISH.cards if card.kind == CALLOUT and card.target}
    assert called == {card.voice for card in ENGLISH.cards if card.kind == ANSWER and card.voice}


def test_only_loud_headlines_are_drama_and_call_outs_always() -> None:
    assert all(card.flame for card in ENGLISH.cards if card.kind == CALLOUT)
    assert not any(card.flame for card in ENGLISH.cards if card.looks == WORTHY)


def test_a_name_still_leaves_room_on_the_headline() -> None:
    for card in ENGLISH.cards:
        assert len(card.headline.replace("{name}", "Lighthouse Velvet 2").split()) <= HEADLINE_WORDS


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"headline": "one two three four five six seven eight nine ten"}, "card 3.headline: has 10 words; allowed: 1 to 9"),
        ({"inside": "word " * 29}, "card 3.inside: has 29 words; allowed: 1 to 28"),
        ({"inside": ""}, "card 3.inside: has 0 words"),
        ({"looks": "good"}, "card 3.looks: is 'good'; allowed: worthy, bait, so_so"),
        ({"is": 3}, "card 3.is: must be a text"),
        ({"is": None}, "card 3.is: is missing"),
        ({"kind": "poem"}, "card 3.kind: is 'poem'; allowed: post, callout, answer, course"),
        ({"tells": ["Seen it"]}, "card 3.tells: 'Seen it' on a bait card; allowed: Itch, Shout, Ladder, Echo, Fog"),
        ({"tells": []}, "card 3.tells: a bait card needs one of: Itch"),
        ({"tells": "Fog"}, "card 3.tells: must be a list of texts"),
        ({"flame": "yes"}, "card 3.flame: must be true or false"),
        ({"mood": "grim"}, "card 3: unknown mood; allowed: kind, headline"),
    ],
)
def test_a_bad_card_is_refused_by_number_and_key(change: dict[str, object], message: str) -> None:
    with pytest.raises(BadWords) as caught:
        read_card(GOOD | change, "card 3")
    assert str(caught.value).startswith(message)


def test_the_good_card_of_these_tests_is_good() -> None:
    assert read_card(GOOD, "card 3").is_ == BAIT


def test_a_set_without_cards_for_some_pair_is_refused() -> None:
    without = TEXT.replace('looks = "bait"\nis = "so_so"', 'looks = "so_so"\nis = "so_so"')
    with pytest.raises(BadWords, match="no card for anybody looks bait and is so_so"):
        Words.from_toml(without)
