"""A deck words a sequence of papers without repeating itself."""

from game.story.deck import Deck
from game.story.words import Paper
from tests.story.english import ENGLISH, of_post


def papers(count: int, looks: str = "bait", is_: str = "bait") -> list[Paper]:
    """Give papers of many authors that all read alike."""
    return [Paper(author, 1, looks, is_) for author in range(count)]


def test_no_card_comes_twice_before_all_that_fit_came_once() -> None:
    deck = Deck(ENGLISH, 7)
    fitting = len(ENGLISH.fitting(papers(1)[0]))
    first = [deck.word(paper).headline for paper in papers(fitting)]
    assert len(set(first)) == fitting
    again = [deck.word(paper._replace(nth=2)).headline for paper in papers(fitting)]
    assert sorted(again) == sorted(first)


def test_a_post_met_again_has_the_words_it_had() -> None:
    deck = Deck(ENGLISH, 7)
    words = [deck.word(paper) for paper in papers(5)]
    assert [deck.word(paper) for paper in reversed(papers(5))] == words[::-1]


def test_a_post_met_again_keeps_its_words_though_it_reads_otherwise_now() -> None:
    deck = Deck(ENGLISH, 7)
    assert deck.word(Paper(1, 1, "bait", "bait")) == deck.word(Paper(1, 1, "worthy", "worthy"))


def test_two_decks_with_one_history_agree() -> None:
    one, two = Deck(ENGLISH, 7), Deck(ENGLISH, 7)
    assert [one.word(paper) for paper in papers(30)] == [two.word(paper) for paper in papers(30)]


def test_the_first_card_is_the_one_that_words_alone_would_choose() -> None:
    for paper in papers(20):
        assert Deck(ENGLISH, 7).word(paper) == of_post(7, paper)
