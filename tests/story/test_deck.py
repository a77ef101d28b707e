"""A deck words a sequence of papers without repeating itself."""

from game.story.cards import ANSWER, CALLOUT, COURSE, POST
from game.story.deck import Deck
from game.story.words import Paper
from tests.story.english import ENGLISH, of_post
from tests.story.in_play import papers_of_a_shift


def papers(count: int, looks: str = "bait", is_: str = "bait") -> list[Paper]:
    """Give papers of many authors that all read alike."""
    return [Paper(author, 1, looks, is_) for author in range(count)]


def test_no_card_comes_twice_before_all_that_fit_came_once() -> None:
    deck = Deck(ENGLISH, 7)
    fitting = len(ENGLISH.fitting(papers(1)[0]))
    first = [deck.word(paper).headline for paper in papers(fitting)]
    assert len(set(first)) == fitting


def test_when_all_that_fit_were_told_the_grammar_speaks_and_does_not_repeat_itself() -> None:
    deck = Deck(ENGLISH, 7)
    fitting = len(ENGLISH.fitting(papers(1)[0]))
    first = [deck.word(paper).headline for paper in papers(fitting)]
    more = [deck.word(paper._replace(nth=2)).headline for paper in papers(60)]
    assert len(set(more)) == 60
    assert not set(more) & set(first)
    assert not set(more) & {card.headline for card in ENGLISH.cards}


def test_hand_written_cards_are_preferred_while_any_fits() -> None:
    deck = Deck(ENGLISH, 7)
    for paper in papers(len(ENGLISH.fitting(papers(1)[0]))):
        deck.word(paper)
    written = {card.headline for card in ENGLISH.cards}
    assert deck.word(Paper(1000, 1, "worthy", "worthy")).headline in written
    assert deck.word(Paper(1000, 2, "bait", "bait", voice="dame_commotion")).headline in written
    assert deck.word(Paper(1000, 3, "bait", "bait")).headline not in written


def test_a_long_shift_is_nearly_all_written_by_hand() -> None:
    """46 papers, overtime included, in the mix of the script; fillers are for what lies beyond the desk."""
    written = {card.headline for card in ENGLISH.cards}
    headlines = []
    for seed in range(20):
        deck = Deck(ENGLISH, seed)
        shift = [deck.word(paper).headline for paper in papers_of_a_shift(seed, {"worthy": 14, "bait": 21, "so_so": 11})]
        assert len(set(shift)) == 46
        headlines += shift
    assert sum(headline not in written for headline in headlines) / len(headlines) <= 0.02


def test_call_outs_answers_and_courses_begin_again() -> None:
    for kind in (CALLOUT, ANSWER, COURSE):
        deck = Deck(ENGLISH, 7)
        written = {card.headline.replace("{name}", "Bram") for card in ENGLISH.cards if card.kind == kind}
        few = [Paper(author, 1, "bait", "bait", kind=kind, name="Bram", price=39.0) for author in range(30)]
        assert {deck.word(paper).headline for paper in few} <= written


def test_a_filler_met_again_has_the_words_it_had() -> None:
    deck = Deck(ENGLISH, 7)
    words = [deck.word(paper) for paper in papers(60)]
    assert [deck.word(paper) for paper in papers(60)] == words


def test_a_price_in_a_filler_is_the_worlds() -> None:
    deck = Deck(ENGLISH, 7)
    insides = [deck.word(paper._replace(price=39.0)).inside for paper in papers(200)]
    assert any("39 coins" in inside for inside in insides)
    assert not any("{" in inside for inside in insides)


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


def test_words_in_passing_leave_no_trace_and_do_not_depend_on_who_was_told_before() -> None:
    fresh, told = Deck(ENGLISH, 7), Deck(ENGLISH, 7)
    for paper in papers(60):
        told.word(paper)
    strangers = [
        paper._replace(nth=2, kind=kind, name="Bram") for paper in papers(20) for kind in (POST, CALLOUT, ANSWER, COURSE)
    ]
    before = (dict(told.told), dict(told.used))
    assert [told.aside(paper) for paper in strangers] == [fresh.aside(paper) for paper in reversed(strangers)][::-1]
    assert (told.told, told.used) == before
    assert (fresh.told, fresh.used) == ({}, {})


def test_in_passing_a_post_that_was_told_has_the_words_it_had() -> None:
    deck = Deck(ENGLISH, 7)
    words = [deck.word(paper) for paper in papers(60)]
    assert [deck.aside(paper) for paper in papers(60)] == words
