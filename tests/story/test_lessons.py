"""The five lesson cards."""

from typing import Any

import pytest

from game.story.badwords import BadWords
from game.story.cards import BAIT, SO_SO, WORTHY
from game.story.lessons import LESSONS, read_lessons
from tests.story.english import ENGLISH

TABLE = {"headline": "On doors", "inside": "More soon.", "looks": "so_so", "is": "bait", "tells": ["Fog"]}


def written(**changes: Any) -> list[dict[str, object]]:  # noqa: ANN401 - any keys of the tables
    """Give five good tables, changed alike."""
    return [{"key": key} | TABLE | changes for key in LESSONS]


def test_the_lessons_come_in_the_order_of_the_first_minute() -> None:
    assert list(ENGLISH.lessons) == ["soon", "dough", "tide", "soup", "kettle"]


def test_each_lesson_teaches_its_verb() -> None:
    assert ENGLISH.lessons["soon"].is_ == BAIT
    assert ENGLISH.lessons["dough"].is_ == SO_SO
    assert ENGLISH.lessons["tide"].looks == ENGLISH.lessons["tide"].is_ == WORTHY
    assert ENGLISH.lessons["soup"].flame
    assert (ENGLISH.lessons["kettle"].looks, ENGLISH.lessons["kettle"].is_) == (BAIT, WORTHY)


def test_lessons_say_who_posts_them_where_it_matters() -> None:
    assert [ENGLISH.lessons[key].voice for key in ("dough", "tide", "soup")] == ["bram", "ottoline", "dame_commotion"]


def test_no_lesson_is_also_in_the_deck() -> None:
    headlines = {card.headline for card in ENGLISH.cards}
    insides = {card.inside for card in ENGLISH.cards}
    for lesson in ENGLISH.lessons.values():
        assert lesson.headline not in headlines
        assert lesson.inside not in insides


def test_lessons_are_plain_letters_and_leave_nothing_to_fill_in() -> None:
    for lesson in ENGLISH.lessons.values():
        assert (lesson.headline + lesson.inside).isascii()
        assert "{" not in lesson.headline + lesson.inside


def test_lessons_are_read_by_key() -> None:
    assert [card.headline for card in read_lessons(written()).values()] == ["On doors"] * 5


@pytest.mark.parametrize("tables", [[], written()[:4], written()[::-1], [*written()[:4], TABLE]])
def test_a_lesson_missing_doubled_or_out_of_order_is_refused(tables: list[dict[str, object]]) -> None:
    with pytest.raises(BadWords, match=r"^lessons: wants the keys soon, dough, tide, soup, kettle, in this order"):
        read_lessons(tables)


def test_a_lesson_is_checked_like_a_card() -> None:
    with pytest.raises(BadWords, match=r"^lesson soon\.inside: has 29 words"):
        read_lessons(written(inside="word " * 29))
