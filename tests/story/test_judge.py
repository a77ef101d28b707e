"""The word-list judge is right as often as LEVEL_ONE section 2 wants: often enough to help, seldom enough to need Unfold."""

from itertools import islice

import pytest

from game.story.badwords import BadWords
from game.story.cards import BAIT, SO_SO, WORTHY
from game.story.judge import Judge
from game.story.words import Paper
from tests.story.english import ENGLISH, of_post
from tests.story.in_play import papers_in_play
from tests.story.shares import share_right

SAMPLE = 6_000
JUDGE = ENGLISH.judge


@pytest.fixture(scope="module")
def drawn_in_play() -> list[tuple[str, Paper]]:
    """Sample posts as the world's accounts write them."""
    return list(islice(papers_in_play(7), SAMPLE))


@pytest.fixture(scope="module")
def marked(drawn_in_play: list[tuple[str, Paper]]) -> list[tuple[bool, str, str]]:
    """Give (worthy or not, outside, inside) of the sampled posts that are marked: worthy and bait, evenly weighed."""
    told = [(kind, of_post(7, paper)) for kind, paper in drawn_in_play if kind != SO_SO]
    return [(kind == WORTHY, words.headline, words.inside) for kind, words in told]


def test_a_quarter_of_the_worthy_and_of_the_bait_looks_like_the_other(drawn_in_play: list[tuple[str, Paper]]) -> None:
    for kind, other in ((WORTHY, BAIT), (BAIT, WORTHY)):
        of_kind = [paper.looks for truth, paper in drawn_in_play if truth == kind]
        assert 0.20 <= of_kind.count(other) / len(of_kind) <= 0.33


def test_from_outsides_it_is_right_60_to_70_times_in_100(marked: list[tuple[bool, str, str]]) -> None:
    assert 0.60 <= share_right([(worthy, JUDGE.outside(headline)) for worthy, headline, _ in marked]) <= 0.70


def test_from_insides_it_is_right_at_least_85_times_in_100(marked: list[tuple[bool, str, str]]) -> None:
    assert share_right([(worthy, JUDGE.inside(inside)) for worthy, _, inside in marked]) >= 0.85


def test_verdicts_lie_between_minus_one_and_one() -> None:
    for card in ENGLISH.cards:
        assert -1 < JUDGE.outside(card.headline) < 1
        assert -1 < JUDGE.inside(card.inside) < 1


def test_a_paper_without_any_cue_is_fog() -> None:
    assert JUDGE.outside("Lorem ipsum dolor") < 0


def test_tells_are_named_clearest_first() -> None:
    assert JUDGE.tells("I measured it twice at 16:10. SHAME!") == ("How it knows", "Shout", "Seen it", "You can use it")


def test_cues_are_whole_words_in_any_case() -> None:
    assert "Shout" in JUDGE.tells("It was a lie.")
    assert "Shout" in JUDGE.tells("Lie down")
    assert "Shout" not in JUDGE.tells("We believe it")


def test_a_star_lets_a_cue_end_as_it_likes() -> None:
    assert "Ladder" in JUDGE.tells("Three courses")


def test_a_judge_without_one_of_the_tells_is_refused() -> None:
    with pytest.raises(BadWords, match="missing or unknown: fog"):
        Judge.from_table({tell: {} for tell in JUDGE.cues if tell != "fog"})


def test_a_broken_expression_is_refused_by_its_tell() -> None:
    with pytest.raises(BadWords, match=r"cues.fog: '\[' is no regular expression"):
        Judge.from_table({tell: {"shape": ["["] if tell == "fog" else []} for tell in JUDGE.cues})
