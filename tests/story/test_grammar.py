"""Fillers: what the grammar says when hand-written cards are used up."""

import itertools
from typing import Any

import pytest

from game.kernel.chance import draw
from game.story.badwords import BadWords
from game.story.cards import BAIT, CLASSES, HEADLINE_WORDS, INSIDE_WORDS, SO_SO, TELLS_OF, WORTHY
from game.story.grammar import Grammar, slots_in
from game.story.words import Paper, tell
from tests.story.english import ENGLISH

PAIRS = list(itertools.product(CLASSES, CLASSES))
SMALL: dict[str, Any] = {
    "slots": {"thing": ["bench", "park bench"]},
    "outsides": [{"looks": each, "says": "A {thing}"} for each in CLASSES],
    "insides": [{"is": each, "says": "The {thing}.", "tells": list(TELLS_OF[each][:1])} for each in CLASSES],
}


@pytest.mark.parametrize(("looks", "is_"), PAIRS)
def test_a_filler_is_of_the_classes_asked_for_and_carries_their_tells(looks: str, is_: str) -> None:
    for author in range(50):
        card = ENGLISH.filler(7, Paper(author, 1, looks, is_), 0)
        assert (card.looks, card.is_) == (looks, is_)
        assert set(card.tells) <= set(TELLS_OF[is_])
        assert bool(card.tells) == (is_ != SO_SO)


@pytest.mark.parametrize(("looks", "is_"), PAIRS)
def test_nothing_is_left_to_fill_in_and_all_fits_the_paper(looks: str, is_: str) -> None:
    for author in range(200):
        paper = Paper(author, 1, looks, is_, price=39.0)
        told = tell(ENGLISH.filler(7, paper, 0), paper)
        assert "{" not in told.headline + told.inside
        assert len(told.headline.split()) <= HEADLINE_WORDS
        assert len(told.inside.split()) <= INSIDE_WORDS
        assert (told.headline + told.inside).isascii()


def test_fillers_do_not_repeat_much() -> None:
    for looks, is_ in PAIRS:
        cards = [ENGLISH.filler(7, Paper(author, 1, looks, is_), 0) for author in range(100)]
        assert len({card.headline + card.inside for card in cards}) > 90


def test_the_same_post_has_the_same_filler_and_another_turn_another() -> None:
    paper = Paper(3, 1, BAIT, BAIT)
    assert ENGLISH.filler(7, paper, 0) == ENGLISH.filler(7, paper, 0)
    assert len({ENGLISH.filler(7, paper, turn) for turn in range(20)}) > 15


def test_one_thing_is_meant_outside_and_inside() -> None:
    things = ENGLISH.grammar.slots["thing"]
    for author in range(200):
        card = ENGLISH.filler(7, Paper(author, 1, SO_SO, BAIT), 0)
        named = {thing for thing in things for text in (card.headline, card.inside) if thing in text.replace(".", "").split()}
        assert len(named) == 1


def test_the_judge_reads_fillers_as_it_reads_cards() -> None:
    for is_, worthy in ((WORTHY, True), (BAIT, False)):
        cards = [ENGLISH.filler(7, Paper(author, 1, SO_SO, is_), 0) for author in range(200)]
        assert all((ENGLISH.judge.inside(card.inside) > 0) == worthy for card in cards)


def test_every_slot_is_used() -> None:
    grammar = ENGLISH.grammar
    outsides = [says for each in CLASSES for says in grammar.outsides[each]]
    insides = [inside.says for each in CLASSES for inside in grammar.insides[each]]
    assert {slot for says in outsides + insides for slot in slots_in(says)} == {*grammar.slots, "price"}


def test_lots_choose_outside_inside_and_slots_in_this_order() -> None:
    grammar = Grammar.from_table(SMALL)
    assert grammar.lots == 3
    luck = [draw(7, 1, 1, 1, lot) for lot in range(2)]
    assert grammar.card(BAIT, BAIT, [*luck, 0.1]).headline == "A bench"
    assert grammar.card(BAIT, BAIT, [*luck, 0.9]).inside == "The park bench."


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"poems": []}, "grammar: unknown poems; allowed: slots, outsides, insides"),
        ({"slots": {"thing": []}}, "grammar.slots.thing: must hold at least one word"),
        ({"slots": {"thing": ["bench"], "price": ["39"]}}, "grammar.slots.price: must hold at least one word, and must not be"),
        ({"slots": 3}, "grammar.slots: must be a table"),
        ({"slots": {}}, "grammar, 'A {thing}': no slot is called thing"),
        ({"outsides": []}, r"grammar.outsides: must be a list of tables, [[grammar.outsides]]"),
        ({"outsides": SMALL["outsides"][:2]}, "grammar.outsides: none for so_so"),
        ({"insides": SMALL["insides"][1:]}, "grammar.insides: none for worthy"),
        ({"slots": {"thing": ["bench", "bench " * 9]}}, "grammar, 'A {thing}': has 10 words; allowed: 1 to 9"),
        ({"insides": [{"is": "good", "says": "Yes."}]}, "grammar.insides.is: is 'good'; allowed: worthy, bait, so_so"),
        ({"outsides": [{"looks": "bait"}]}, "grammar.outsides.says: is missing"),
        (
            {"insides": [{"is": "bait", "says": "No.", "tells": ["Seen it"]}, *SMALL["insides"]]},
            "grammar, 'No.'.tells: 'Seen it' on a bait card",
        ),
    ],
)
def test_a_grammar_that_could_not_tell_every_paper_is_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(BadWords) as caught:
        Grammar.from_table(SMALL | change)
    assert str(caught.value).startswith(message)
